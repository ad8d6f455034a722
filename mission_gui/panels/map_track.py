"""The tracks over the ground: what is flown, what is to come, and where on them a moment lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import degrees, pi

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Floats, Trajectory
from mission_gui.panels.map_lines import arc_length, between, pieces, thinned
from mission_gui.panels.map_paint import polygon
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_view import View
from mission_gui.theme import Style

_MU = 3.986004418e14  # m3/s2, IERS Conventions 2010
DOT_SPACING = 2.4
"""Between dots of a track, in dot sizes."""
LONG_BURN = 60.0
"""A burn shorter than this, seconds, is a dot on the map and is left out."""


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """A vehicle's way over the ground: longitude (continuous) and latitude in degrees, `length` in degrees of arc."""

    t: Floats
    longitude: Floats
    latitude: Floats
    length: Floats

    def at(self, t: float) -> tuple[float, float]:
        """Longitude and latitude of a moment."""
        return float(np.interp(t, self.t, self.longitude)), float(np.interp(t, self.t, self.latitude))

    def every(self, spacing: float, start: float, end: float, ahead: float = 0.0) -> Points:
        """Points (longitude, latitude) at whole multiples of `spacing` degrees of arc between two moments.

        The multiples count from the first sample, so that the points stay where they are as time goes on.
        `ahead` gives the points so many degrees farther on.
        """
        first, last = np.interp((start, end), self.t, self.length)
        marks = spacing * np.arange(np.ceil(first / spacing), np.floor(last / spacing) + 1) + ahead
        return np.column_stack(
            [np.interp(marks, self.length, self.longitude), np.interp(marks, self.length, self.latitude)]
        )


def track(trajectory: Trajectory, prefix: str, end: float) -> Track:
    """The track of the ship ("") or of the station ("iss_") up to a moment."""
    until = int(np.searchsorted(trajectory.t, end, side="right"))
    longitude = np.degrees(trajectory.channels[f"{prefix}longitude"][:until])
    latitude = np.degrees(trajectory.channels[f"{prefix}latitude"][:until])
    return Track(trajectory.t[:until], longitude, latitude, arc_length(longitude, latitude))


def stretch(way: Track, start: float, end: float) -> Track:
    """The part of a track between two moments."""
    inner = way.t[(way.t > start) & (way.t < end)]
    t = np.concatenate([[start], inner, [end]])
    channels = (np.interp(t, way.t, values) for values in (way.longitude, way.latitude, way.length))
    return Track(t, *channels)


def orbit_period(trajectory: Trajectory) -> float:
    """Seconds of one turn of the station, from its mean distance."""
    radius = float(np.mean(np.linalg.norm(trajectory.iss_position, axis=0)))
    return 2 * pi * float(np.sqrt(radius**3 / _MU))


def draw_line(painter: QPainter, view: View, way: Track, start: float, end: float, pen: QPen) -> None:
    """The stretch of a track between two moments."""
    longitude, latitude = between(way.t, way.longitude, way.latitude, start, end)
    if len(longitude) < 2:
        return
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for piece in pieces(longitude, latitude, view.west):
        xy = thinned(view.points(piece), 2.0)
        painter.drawPolyline(polygon(xy))


def draw_dots(painter: QPainter, view: View, way: Track, span: tuple[float, float], color: QColor, size: float) -> None:
    """A dotted stretch of a track; the dots keep their places as time goes on."""
    start, end = max(span[0], float(way.t[0])), min(span[1], float(way.t[-1]))
    if end <= start:
        return
    dots = way.every(DOT_SPACING * size / view.scale, start, end)
    dots[:, 0] = (dots[:, 0] - view.west) % 360.0 + view.west
    painter.setPen(QPen(color, size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPoints(polygon(view.points(dots)))


Arrow = tuple[float, QPolygonF]
"""The moment of an arrow head and its two strokes."""


def arrows(view: View, style: Style, way: Track) -> list[Arrow]:
    """Open arrow heads along a track, pointing the way it is flown."""
    start, end = float(way.t[0]), float(way.t[-1])
    spacing = next((s for s in (0.5, 1, 2, 5, 10, 20, 30, 60, 90) if s * view.scale > style.px(230)), 90)
    here, ahead = way.every(spacing, start, end), way.every(spacing, start, end, 0.25)
    times = np.interp(here[:, 0], way.longitude, way.t)
    turns = 360.0 * np.floor((here[:, 0] - view.west) / 360.0)
    here[:, 0] -= turns
    ahead[:, 0] -= turns
    tips, rim = view.points(here), style.px(9)
    steps = view.points(ahead) - tips
    length = np.hypot(*steps.T)
    inside = np.all((tips >= rim) & (tips <= (view.width - rim, view.height - rim)), axis=1) & (length > 0)
    tips, forward = tips[inside], style.px(5.5) * steps[inside] / length[inside, None]
    aside = 0.6 * forward[:, ::-1] * (1.0, -1.0)
    heads = np.stack([tips - forward - aside, tips, tips - forward + aside], axis=1)
    return [(t, polygon(head)) for t, head in zip(times[inside].tolist(), heads, strict=True)]


def draw_arrows(painter: QPainter, heads: Sequence[Arrow], span: tuple[float, float], pen: QPen) -> None:
    """The arrow heads of a stretch of the track."""
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for t, head in heads:
        if span[0] <= t <= span[1]:
            painter.drawPolyline(head)


def ground_position(frame: Frame) -> tuple[float, float]:
    """Longitude and latitude under the ship, degrees."""
    return degrees(frame.values["longitude"]), degrees(frame.values["latitude"])


def landing_time(trajectory: Trajectory, mission: Mission) -> float:
    """Mission time of touchdown, or of the end of a flight that is not solved to it."""
    time = next((e.time for e in trajectory.events if e.id == "touchdown" and trajectory.complete), None)
    end = float(trajectory.t[-1])
    return end if time is None else min(mission.seconds(time), end)
