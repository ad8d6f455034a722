"""Burns as vectors, hold points and events on the main plot, and the names of all that rests there."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from mission_gui.domain.facts import Text
from mission_gui.domain.mission import Mission
from mission_gui.panels.map_captions import Caption, draw_caption
from mission_gui.panels.map_labels import Box, Label, around, choose, covered, nearest
from mission_gui.panels.map_marks import draw_event
from mission_gui.panels.map_paint import text_size
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.proximity_ground import Wanted
from mission_gui.panels.proximity_path import Mark, MarkKind
from mission_gui.panels.proximity_station import Station, is_speck
from mission_gui.panels.proximity_view import Plane
from mission_gui.panels.proximity_words import mark_label, port_name
from mission_gui.theme import Style

_APART, _CLEAR = 13.0, 26.0
"""Pixels between two marks, so that each can be told; and from the sign of the station."""
_SHORTEST, _LONGEST, _FULL, _TALL = 15.0, 58.0, 1.6, 560.0
"""Pixels of the smallest and the largest arrow, the m/s of the largest, and the height of a plot with room for it."""
_HIDES = 4
"""Points of path, arrows and station that a name may cover."""
_POINTS = 24
"""Of the line from a mark to its name, on which no other name may stand."""
_MARK_COLOR = "soyuz_text"
_ISS = Text("ISS", "МКС")
_NAMED = 1.5
"""Pixels of a metre from which the port has room for its name."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark at its pixel, and where its arrow ends."""

    mark: Mark
    x: float
    y: float
    tip: tuple[float, float]


def placed_marks(style: Style, plane: Plane, marks: Sequence[Mark], drawn: Station) -> list[Placed]:
    """The marks in sight, without those too close to one that matters more or to a station that is a mere sign."""
    found: list[Placed] = []
    middle = plane.xy((0.0, 0.0, 0.0))
    clear = style.px(_CLEAR) if is_speck(style, plane, drawn) else 0.0
    for mark in marks:
        x, y = plane.xy(mark.place)
        # An event may share its place with a burn: a ring is told from an arrow.
        alike = [other for other in found if (other.mark.kind is MarkKind.EVENT) == (mark.kind is MarkKind.EVENT)]
        apart = all(hypot(x - other.x, y - other.y) > style.px(_room(mark, other.mark)) for other in alike)
        if apart and plane.shows(x, y, -style.px(4)) and hypot(x - middle[0], y - middle[1]) >= clear:
            found.append(Placed(mark, x, y, _tip(style, plane, mark, x, y)))
    return found


def _room(mark: Mark, other: Mark) -> float:
    """How far two marks stand apart at least: a ring at a hold point is told from an arrow close by."""
    return _APART / 2 if (mark.kind is MarkKind.HOLD) != (other.kind is MarkKind.HOLD) else _APART


def _tip(style: Style, plane: Plane, mark: Mark, x: float, y: float) -> tuple[float, float]:
    """Where the arrow of a change of velocity ends; on a small plot arrows are shorter."""
    v, _, r = mark.change
    size = hypot(v, r)
    if size == 0.0:
        return x, y
    longest = _SHORTEST + (_LONGEST - _SHORTEST) * min(plane.height / style.px(_TALL), 1.0)
    length = style.px(_SHORTEST + (longest - _SHORTEST) * min(mark.size / _FULL, 1.0)) * size / mark.size
    return x + v / size * length, y + r / size * length


def paint_marks(painter: QPainter, style: Style, marks: Sequence[Placed]) -> None:
    """Arrows the way each burn pushed the ship, rings at hold points and events."""
    for placed in marks:
        if placed.mark.kind is not MarkKind.EVENT:
            _paint_arrow(painter, style, placed)
    for placed in marks:
        if placed.mark.kind is not MarkKind.BURN:
            draw_event(painter, style, placed.x, placed.y)


def _paint_arrow(painter: QPainter, style: Style, placed: Placed) -> None:
    (u, v), x, y = placed.tip, placed.x, placed.y
    run = hypot(u - x, v - y)
    if run < 1.0:
        return
    dx, dy, head = (u - x) / run, (v - y) / run, style.px(8.5)
    neck = u - head * dx, v - head * dy
    painter.setPen(QPen(style.color("burn"), style.px(1.7)))
    painter.drawLine(QPointF(x, y), QPointF(*neck))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color("burn"))
    wings = [QPointF(neck[0] + k * 0.42 * head * dy, neck[1] - k * 0.42 * head * dx) for k in (1, -1)]
    painter.drawPolygon(QPolygonF([wings[0], QPointF(u, v), wings[1]]))


def names(
    style: Style,
    plane: Plane,
    mission: Mission,
    drawn: Station,
    marks: Sequence[Placed],
    others: Sequence[Wanted],
    blocked: Sequence[Box],
    lines: Points,
) -> list[Caption]:
    """The names of station, port, marks and `others`, none over another, over a mark or over the boxes `blocked`."""
    small = style.sans("small")
    wanted = [*_station_names(style, plane, mission, drawn)]
    for placed in marks:
        text = mark_label(mission, placed.mark)
        label = Label(text, placed.x, placed.y, *text_size(text, small), style.px(9))
        wanted.append((label, text, _MARK_COLOR))
    wanted += others
    taken = [*blocked, *(around(p.x, p.y, style.px(6)) for p in marks)]
    taken += [around(*p.tip, style.px(5)) for p in marks]
    rim = style.px(4)
    bounds = (rim, rim, plane.width - rim, plane.height - rim)
    found = []
    for label, text, color in wanted:
        place = choose(label, taken, bounds, lines)
        # A burn's name that hides the path is worse than none: the pointer tells it too.
        if place is not None and (color != _MARK_COLOR or covered(place.box, lines) <= _HIDES):
            taken.append(place.box)
            if place.leader:
                way = np.linspace((label.x, label.y), nearest(place.box, label.x, label.y), _POINTS)
                taken += [around(x, y, 1.0) for x, y in way.tolist()]
            found.append(Caption(text, color, 400, label.x, label.y, place))
    return found


def _station_names(style: Style, plane: Plane, mission: Mission, drawn: Station) -> list[Wanted]:
    small, iss = style.sans("small"), str(_ISS)
    found = [(Label("ISS", *drawn.bow(plane), *text_size(iss, small), style.px(8)), iss, "iss_text")]
    port = port_name(mission)
    if port and plane.scale > _NAMED:
        x, y = plane.xy(drawn.port)
        found.append((Label("port", x, y, *text_size(port, small), style.px(10), 6), port, "iss_text"))
    return found


def draw_names(painter: QPainter, style: Style, captions: Sequence[Caption], ratio: float) -> None:
    """Writes them."""
    for caption in captions:
        draw_caption(painter, style, caption, ratio)
