"""What else might have been, on the maps: the scatter with its ellipse, the other way down, a what-if."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import atan2, cos, pi, sin

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from mission_gui.domain.alternatives import Alternatives, Scatter
from mission_gui.domain.facts import Text
from mission_gui.domain.trajectory import Floats, SeparatedModule, Trajectory
from mission_gui.language import translate
from mission_gui.panels.map_labels import Box, around, overlap
from mission_gui.panels.map_paint import polygon
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_track import Track, track
from mission_gui.panels.map_view import View
from mission_gui.theme import Style

Pixels = Callable[[Points], Points]
"""From longitude and latitude, degrees, to the pixels of a map."""

OTHER, CHANGED, DEBRIS = "second", "caution", "off"
LIFTED = Text("All lift up", "Вся подъёмная сила вверх")
_PARTED = 0.004  # degrees of arc, some 400 m, by which two ways are seen to differ


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """The part of a flight that leaves the replayed one: its way (longitude, latitude in degrees), its name, colour."""

    name: str
    color: str
    way: Points

    @property
    def end(self) -> tuple[float, float]:
        """Where it comes down."""
        x, y = self.way[-1].tolist()
        return x, y


def branches(flown: Track, alternatives: Alternatives) -> tuple[Branch, ...]:
    """The other way down, that with all lift upward, and the what-if, as far as they are known."""
    found = []
    if alternatives.other is not None:
        found.append(Branch(str(alternatives.other_name), OTHER, parted(flown, alternatives.other)))
    if alternatives.lifted is not None:
        found.append(Branch(str(LIFTED), OTHER, parted(flown, alternatives.lifted)))
    if alternatives.changed is not None:
        found.append(Branch(translate("Map", "What if"), CHANGED, parted(flown, alternatives.changed)))
    return tuple(found)


def parted(flown: Track, other: Trajectory) -> Points:
    """The way of another flight from where it leaves the flown one, or its last point where it never does."""
    way = track(other, "", other.touchdown)
    same = np.column_stack([np.interp(way.t, flown.t, flown.longitude), np.interp(way.t, flown.t, flown.latitude)])
    lonlat = np.column_stack([way.longitude, way.latitude])
    apart = np.flatnonzero(np.hypot(*(lonlat - same).T) > _PARTED)
    first = max(int(apart[0]) - 1, 0) if len(apart) else len(lonlat) - 1
    found: Points = lonlat[first:]
    return found


def paint_scatter(painter: QPainter, style: Style, pixels: Pixels, scatter: Scatter) -> tuple[float, float]:
    """Each landing as a faint dot, and the ellipse of 95 %; gives the northernmost pixel of its edge."""
    dots = pixels(dots_of(scatter))
    painter.setPen(QPen(style.color("soyuz_text", 0.3), style.px(1.7), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPoints(polygon(dots))
    edge = pixels(edge_of(scatter))
    painter.setPen(QPen(style.color("soyuz"), style.px(1.3)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(polygon(edge))
    x, y = edge[np.argmin(edge[:, 1])].tolist()
    return x, y


def lonlat_of(module: SeparatedModule) -> Points:
    """The way of a module, longitude and latitude in degrees."""
    return _degrees(module.longitude, module.latitude)


def edge_of(scatter: Scatter) -> Points:
    """The edge of the ellipse, longitude and latitude in degrees."""
    return _degrees(scatter.edge_longitude, scatter.edge_latitude)


def dots_of(scatter: Scatter) -> Points:
    """The landings, longitude and latitude in degrees."""
    return _degrees(scatter.longitude, scatter.latitude)


def in_view(view: View, lonlat: Points) -> Points:
    """A line moved by whole turns so that its end is where the map shows it."""
    moved: Points = lonlat + (360.0 * np.floor((view.west + 360.0 - lonlat[-1, 0]) / 360.0), 0.0)
    return moved


def _degrees(longitude: Floats, latitude: Floats) -> Points:
    return np.degrees(np.column_stack([longitude, latitude]))


def paint_branch(painter: QPainter, style: Style, line: Points, color: str) -> None:
    """A way in long dashes that ends in a small cross."""
    painter.setPen(QPen(style.color(color, 0.85), style.px(1.4), Qt.PenStyle.DashLine, Qt.PenCapStyle.FlatCap))
    painter.drawPolyline(polygon(line))
    x, y = line[-1].tolist()
    paint_cross(painter, style, x, y, color)


def paint_cross(painter: QPainter, style: Style, x: float, y: float, color: str) -> None:
    """Where something comes down that was not flown, or is lost from sight."""
    arm = style.px(4.5)
    painter.setPen(QPen(style.color(color), style.px(1.8), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QLineF(x - arm, y - arm, x + arm, y + arm))
    painter.drawLine(QLineF(x - arm, y + arm, x + arm, y - arm))


def paint_debris(painter: QPainter, style: Style, line: Points, close: bool) -> None:
    """A cross where a module that burns up is followed no further; on a `close` map its way, a few kilometres off the
    ship's, which it would cover farther off."""
    if close:
        painter.setPen(QPen(style.color(DEBRIS, 0.8), style.px(1.1)))
        painter.drawPolyline(polygon(line))
    x, y = line[-1].tolist()
    paint_cross(painter, style, x, y, DEBRIS)


def paint_pointer(
    painter: QPainter,
    style: Style,
    size: tuple[float, float],
    place: tuple[float, float],
    color: str,
    taken: Sequence[Box] = (),
) -> tuple[float, float, Box]:
    """An arrow at the rim of a chart towards a place beyond it: its middle and the room it takes.

    Where another mark stands already it moves up.
    """
    width, height = size
    dx, dy = place[0] - width / 2, place[1] - height / 2
    inset = style.px(15)
    reach = min((width / 2 - inset) / max(abs(dx), 1e-9), (height / 2 - inset) / max(abs(dy), 1e-9))
    x, y = width / 2 + dx * reach, height / 2 + dy * reach
    while any(overlap(around(x, y, style.px(9)), box) for box in taken) and y > 2 * inset:
        y -= style.px(4)
    angle, long = atan2(dy, dx), style.px(8)
    corners = [(0.0, 1.0), (0.8 * pi, 0.85), (pi, 0.35), (-0.8 * pi, 0.85)]
    head = QPolygonF([QPointF(x + k * long * cos(angle + a), y + k * long * sin(angle + a)) for a, k in corners])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color(color))
    painter.drawPolygon(head)
    return x, y, around(x, y, style.px(9))
