"""The landing-zone chart at one scale, with the last of the track on it: drawn once, shown often."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Floats
from mission_gui.panels.layer import Layer, copied, smooth_painter
from mission_gui.panels.map_labels import Box, around, overlap
from mission_gui.panels.map_lines import between
from mission_gui.panels.map_marks import TRAVELLER
from mission_gui.panels.map_paint import polygon
from mission_gui.panels.map_recovery import Journey
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_track import Track
from mission_gui.panels.zone_alternatives import paint_alternatives
from mission_gui.panels.zone_chart import Chart
from mission_gui.panels.zone_ground import ZoneGround, zone_ground
from mission_gui.theme import Style


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """The last of the track in pixels of the chart."""

    t: Floats
    x: Floats
    y: Floats


class Sheet:
    """The chart at one scale: its ground, the track on it, and both as one picture, drawn when it is first needed,
    with the whole track to come (`before`) and with all of it flown and the `journeys` home (`after`)."""

    def __init__(self, style: Style, chart: Chart, ground: ZoneGround, way: Way, journeys: Sequence[Journey]) -> None:
        self.ground, self.way = ground, way
        self._style, self._chart, self._journeys = style, chart, journeys

    @cached_property
    def before(self) -> Layer:
        """Until the ship comes onto the track."""
        return self._with_track(-inf, ())

    @cached_property
    def after(self) -> Layer:
        """From the landing on."""
        return self._with_track(inf, self._journeys)

    def _with_track(self, t: float, journeys: Sequence[Journey]) -> Layer:
        picture = copied(self.ground.picture)
        painter = smooth_painter(picture)
        paint_track(painter, self._style, self.way, t)
        _paint_ways(painter, self._style, self._chart, journeys)
        painter.end()
        return picture


def sheet_of(
    mission: Mission,
    style: Style,
    chart: Chart,
    way: Track,
    journeys: Sequence[Journey],
    alternatives: Alternatives,
    ratio: float,
    kept_free: tuple[Box, ...],
    homeward: bool,
) -> Sheet:
    """Draws the chart; no label comes over what is to be `kept_free`, nor while they are `homeward` where they will be
    on their `journeys`.
    """
    last = last_way(chart, way)
    line = np.column_stack([last.x, last.y])

    def under(painter: QPainter, free: tuple[Box, ...]) -> list[Box]:
        return paint_alternatives(painter, style, chart, way, line, alternatives, free)

    passed = tuple(_passed(chart, style, journeys)) if homeward else ()
    ground = zone_ground(mission, style, chart, ratio, under, (*kept_free, *passed), line)
    # Their own labels move with them: only where somebody is at the moment must be free of those.
    still = tuple(box for box in ground.taken if box not in passed)
    return Sheet(style, chart, replace(ground, taken=still), last, journeys)


def _passed(chart: Chart, style: Style, journeys: Sequence[Journey]) -> Iterator[Box]:
    """Where the marks of those on their way home come by, but for the places where they stop: these have names."""
    radius = style.px(TRAVELLER)
    ways = [chart.points(journey.way) for journey in journeys]
    stops = [around(float(way[-1, 0]), float(way[-1, 1]), 2 * radius) for way in ways]
    for way in ways:
        gone = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(way, axis=0).T))])
        at = np.arange(0.0, gone[-1], radius)
        marks = np.column_stack([np.interp(at, gone, way[:, k]) for k in (0, 1)])
        boxes = (around(x, y, radius) for x, y in marks.tolist() if chart.shows(x, y, radius))
        yield from (box for box in boxes if not any(overlap(box, stop) for stop in stops))


def paint_track(painter: QPainter, style: Style, way: Way, t: float) -> None:
    """What is flown at a moment as a line, what is to come as dots."""
    if len(way.t) < 2:
        return
    flown = np.column_stack(between(way.t, way.x, way.y, way.t[0], t))
    painter.setPen(QPen(style.color("soyuz"), style.px(2)))
    painter.drawPolyline(polygon(flown))
    coming = np.column_stack(between(way.t, way.x, way.y, t, way.t[-1]))
    if len(coming):
        pen = QPen(style.color("soyuz_text"), style.px(1.9))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(polygon(dotted(coming, style.px(4.6))))


def _paint_ways(painter: QPainter, style: Style, chart: Chart, journeys: Sequence[Journey]) -> None:
    """The journeys home, as far as they are on the chart."""
    painter.setPen(QPen(style.color("landing_text", 0.7), style.px(1.2), Qt.PenStyle.DashLine))
    for journey in journeys:
        painter.drawPolyline(polygon(chart.points(journey.way)))


def dotted(xy: Points, spacing: float) -> Points:
    """Points at even distances along a line, counted from its end so that they stay while it shortens."""
    steps = np.hypot(*np.diff(xy, axis=0).T)
    length = np.concatenate([[0.0], np.cumsum(steps)])
    marks = np.arange(length[-1], 0.0, -spacing)
    return np.column_stack([np.interp(marks, length, xy[:, k]) for k in (0, 1)])


def last_way(chart: Chart, way: Track) -> Way:
    """The part of the track that is on the chart or not far from it."""
    late = np.flatnonzero(way.t >= way.t[-1] - 1500.0)
    xy = chart.points(np.column_stack([way.longitude[late], way.latitude[late]]))
    near = np.hypot(xy[:, 0] - chart.width / 2, xy[:, 1] - chart.height / 2) < 4 * chart.width
    return Way(way.t[late][near], xy[near, 0], xy[near, 1])
