"""The corridor, the scatter, the other ways down and a what-if on the landing-zone chart."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from mission_gui.domain.alternatives import Alternatives, Scatter
from mission_gui.domain.facts import Text
from mission_gui.panels.map_alternatives import (
    Branch,
    branches,
    dots_of,
    edge_of,
    paint_branch,
    paint_pointer,
    paint_scatter,
)
from mission_gui.panels.map_labels import Box, around
from mission_gui.panels.map_lines import distance_bearing
from mission_gui.panels.map_paint import polygon
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_track import Track
from mission_gui.panels.wording import quantity
from mission_gui.panels.zone_chart import Chart
from mission_gui.panels.zone_facts import corridor
from mission_gui.panels.zone_names import draw_label
from mission_gui.theme import Style

CORRIDOR, MODELLED = Text("Entry corridor", "Коридор спуска"), Text("modelled", "модель")
_END = 9e3  # m
_NAMED = 420.0
"""The width of a chart from which on the corridor is named."""
_NARROWEST = 9.0
"""Pixels of half its width from which on the corridor is more than the track."""


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """A name beside a point."""

    text: str
    color: str
    x: float
    y: float


def paint_alternatives(
    painter: QPainter,
    style: Style,
    chart: Chart,
    flown: Track,
    line: Points,
    alternatives: Alternatives,
    kept_free: tuple[Box, ...] = (),
) -> list[Box]:
    """Draws them with their names, which rather not cover the `line` flown, and never what is to be `kept_free`.

    Gives the room that they take.
    """
    taken = [around(*chart.place, style.px(12)), *kept_free]
    scatters = [one for one in (alternatives.scatter, alternatives.other_scatter) if one is not None]
    clouds = [chart.points(np.concatenate([dots_of(one), edge_of(one)])) for one in scatters]
    names = _paint_scatters(painter, style, chart, line, alternatives)
    ends = [_paint_branch(painter, style, chart, branch, taken) for branch in branches(flown, alternatives)]
    busy = np.concatenate([line, *clouds])
    for wish in (*ends, *names):
        draw_label(painter, style, chart, wish.text, wish.color, wish.x, wish.y, taken, busy)
    return taken


def _paint_scatters(
    painter: QPainter, style: Style, chart: Chart, line: Points, alternatives: Alternatives
) -> list[Wish]:
    """Corridor and scatter of the flight, the scatter of the other one; gives the names of the first two."""
    names = []
    if (scatter := alternatives.scatter) is not None:
        corridor_name = _paint_corridor(painter, style, chart, line, scatter)
        top = paint_scatter(painter, style, chart.points, scatter)
        if chart.shows(*top):
            names.append(Wish("95 %", "soyuz_text", *top))
        names += [corridor_name] if corridor_name is not None else []
    if alternatives.other_scatter is not None:
        paint_scatter(painter, style, chart.points, alternatives.other_scatter)
    return names


def _paint_corridor(painter: QPainter, style: Style, chart: Chart, line: Points, scatter: Scatter) -> Wish | None:
    """The strip along the last of the track that is as wide as the ellipse is across it; gives its name."""
    # Under the parachute the track bends: the corridor ends where that begins, at about the ellipse.
    way = line[np.hypot(*(line - line[-1]).T) > _END * chart.scale] if len(line) else line
    if len(way) < 2:
        return None
    step = way[-1] - way[0]
    half = corridor(scatter, float(np.arctan2(step[0], -step[1])))
    if half * chart.scale < style.px(_NARROWEST):
        return None
    left, right = (beside(way, side * half * chart.scale) for side in (-1.0, 1.0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color("soyuz", 0.07))
    painter.drawPolygon(polygon(np.concatenate([left, right[::-1]])))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(style.color("soyuz", 0.5), style.px(1), Qt.PenStyle.DashLine))
    for edge in (left, right):
        painter.drawPolyline(polygon(edge))
    seen = [(x, y) for x, y in right.tolist() if chart.shows(x, y, -style.px(40))]
    if chart.width < style.px(_NAMED) or not seen:
        return None
    half_way = (seen[0][0] + seen[-1][0]) / 2
    x, y = min(seen, key=lambda point: abs(point[0] - half_way))
    return Wish(f"{CORRIDOR} ± {quantity(half / 1000, 'km')}, {MODELLED}", "soyuz_text", x, y)


def beside(line: Points, distance: float) -> Points:
    """A line drawn at a distance to the right of another one, as seen along it."""
    ahead = np.gradient(line, axis=0)
    ahead = ahead / np.maximum(np.linalg.norm(ahead, axis=1, keepdims=True), 1e-9)
    moved: Points = line + distance * np.column_stack([-ahead[:, 1], ahead[:, 0]])
    return moved


def _paint_branch(painter: QPainter, style: Style, chart: Chart, branch: Branch, taken: list[Box]) -> Wish:
    """The way of a branch to its end, or an arrow towards one beyond the chart; gives the name of that."""
    way = chart.points(branch.way)
    x, y = way[-1].tolist()
    if chart.shows(x, y):
        paint_branch(painter, style, way, branch.color)
        room = around(x, y, style.px(6))
    else:
        x, y, room = paint_pointer(painter, style, (chart.width, chart.height), (x, y), branch.color, taken)
    taken.append(room)
    return Wish(told(chart, branch), branch.color, x, y)


def told(chart: Chart, branch: Branch) -> str:
    """`Ballistic, 524 km`: how far from the landing place."""
    distance, _ = distance_bearing((chart.longitude, chart.latitude), branch.end)
    return f"{branch.name}, {quantity(distance / 1000, 'km', 1 if distance < 100e3 else 0)}"
