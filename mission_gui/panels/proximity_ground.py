"""What stands still behind the path: grid, axes, zones and the station, on both plots."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, radians, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from mission_gui.domain.facts import Text
from mission_gui.domain.outline import Zone
from mission_gui.panels.lettering import CENTRE, LEFT, width, write
from mission_gui.panels.map_labels import Box, Label, covered, overlap
from mission_gui.panels.map_paint import text_size
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.proximity_station import KEEP_OUT, Station, paint_station
from mission_gui.panels.proximity_view import Plane, step
from mission_gui.panels.proximity_words import axis_length, zone_label
from mission_gui.theme import Style

_SPACING = (74.0, 46.0)
_LINE = 16.0
"""Pixels between grid lines at least, on the main plot and on the small one; and of a line of text."""
_AHEAD = Text("V-bar, ahead →", "V-bar, вперёд →")
_DOWN = Text("R-bar, to the Earth ↓", "R-bar, к Земле ↓")
_RIGHT = Text("H-bar, right →", "H-bar, вправо →")
_SHIP = 9.0
"""Pixels about the ship that hide a name."""
_BEARINGS = (-45, -135, 45, 135, -20, -160, 20, 160, -90, 90)
"""Where a zone's name may stand, degrees clockwise from V-bar."""
_ALONG = (1.0, 0.0, 0.85, 0.7, 0.55, 0.4, 0.25, 0.12)
"""Where along V-bar its name may stand, from the left edge to the right one."""
_ZONE_COLORS = {KEEP_OUT: "caution"}
_LEAST_ZONE, _LEAST_NAMED, _MOST_ZONE = 14.0, 60.0, 12.0
"""A zone is drawn from so many pixels across, named from so many, up to so many times the plot's width and height."""


Wanted = tuple[Label, str, str]
"""A label that is still without a place, its text and its colour."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What names must not cover, and the names that the ground itself wants written."""

    taken: tuple[Box, ...]
    wanted: tuple[Wanted, ...]


def paint_ground(
    painter: QPainter,
    style: Style,
    planes: tuple[Plane, Plane],
    drawn: Station,
    blocked: Sequence[Box],
    lines: Points,
) -> Ground:
    """Draws both plots' ground; nothing is written in the boxes `blocked`, nor over the `lines` if it can be helped."""
    main, side = planes
    painter.fillRect(QRectF(0, 0, side.left + side.width, main.height), style.color("ocean"))
    taken: list[Box] = []
    for plane in planes:
        painter.setClipRect(QRectF(plane.left, 0, plane.width, plane.height))
        taken += _paint_grid(painter, style, plane)
        for zone in drawn.zones:
            if _tells(plane, zone, style.px(_LEAST_ZONE)):
                _paint_zone(painter, style, plane, zone)
        paint_station(painter, style, plane, drawn)
    painter.setClipping(False)
    painter.setPen(QPen(style.color("line"), 1))
    painter.drawLine(QLineF(side.left + 0.5, 0, side.left + 0.5, side.height))
    taken += [*blocked, _paint_bar(painter, style, main)]
    taken += _paint_axis_names(painter, style, main, side, [*taken, _around(drawn.box(main), style.px(20))], lines)
    wanted = [label for zone in drawn.zones if (label := _zone_name(style, main, zone))]
    return Ground(tuple(taken), tuple(wanted))


def _paint_grid(painter: QPainter, style: Style, plane: Plane) -> list[Box]:
    """Grid lines with their lengths: those of V-bar or H-bar below, those of R-bar at the main plot's left."""
    size, across = (step(plane.scale, style.px(_SPACING[axis])) for axis in (0, plane.axis))
    (left, top), (right, bottom) = plane.at(plane.left, 0.0), plane.at(plane.left + plane.width, plane.height)
    font, ink = style.mono("small"), style.color("third")
    boxes: list[Box] = []
    foot = plane.height - style.px(_LINE) - style.px(2)
    rows = {
        k: round(plane.xy((0.0, 0.0, k * size))[1]) + 0.5 for k in range(ceil(top / size), floor(bottom / size) + 1)
    }
    columns = {
        k: round(plane.xy((k * across, k * across, 0.0))[0]) + 0.5
        for k in range(ceil(left / across), floor(right / across) + 1)
    }
    for k, y in rows.items():
        _grid_line(painter, style, QLineF(plane.left, y, plane.left + plane.width, y), k == 0)
    for k, x in columns.items():
        _grid_line(painter, style, QLineF(x, 0, x, plane.height), k == 0)
    for k, y in rows.items():
        text = axis_length(k * size, size)
        box = QRectF(plane.left + style.px(6), y - style.px(_LINE), width(font, text) + 1, style.px(_LINE))
        if plane.axis == 0 and k and style.px(2) < box.top() and box.bottom() < foot - style.px(4):
            painter.fillRect(box.adjusted(0, style.px(2), 0, -style.px(1)), style.color("ocean"))
            write(painter, box, text, font, ink, LEFT)
            boxes.append(_box(box))
    for k, x in columns.items():
        text = axis_length(k * across, across)
        box = QRectF(x + style.px(4), foot, width(font, text) + 1, style.px(_LINE))
        if k and box.right() < plane.left + plane.width - style.px(4):
            write(painter, box, text, font, ink, LEFT)
            boxes.append(_box(box))
    return boxes


def _grid_line(painter: QPainter, style: Style, line: QLineF, axis: bool) -> None:
    painter.setPen(QPen(style.color("border" if axis else "graticule"), style.px(1.2) if axis else 1))
    painter.drawLine(line)


def _paint_axis_names(
    painter: QPainter, style: Style, main: Plane, side: Plane, taken: Sequence[Box], lines: Points
) -> list[Box]:
    """Which way each axis points: beside it where it is in sight, else at the edge."""
    font, high, rim = style.sans("small"), style.px(_LINE), style.px(6)
    x, y = main.xy((0.0, 0.0, 0.0))
    foot = main.height - style.px(2 * _LINE + 6)
    ahead, down = (width(font, str(text)) + 1 for text in (_AHEAD, _DOWN))
    rows = [row for row in (y - high - 2, y + 2) if style.px(36) < row < foot - high] or [foot - high - 2]
    columns = [column for column in (x + rim, x - rim - down) if rim < column < main.width - down - rim]
    edge, spare = style.px(58), main.width - ahead - rim - style.px(58)
    along = [edge + share * spare for share in _ALONG]
    places = {
        _AHEAD: [QRectF(left, row, ahead, high) for left in along for row in rows],
        _DOWN: [QRectF(left, row, down, high) for left in (*columns, style.px(58)) for row in (foot, rim)],
        _RIGHT: [QRectF(side.left + rim, rim, side.width - 2 * rim, high)],
    }
    found: list[Box] = []
    for text, choices in places.items():
        free = [box for box in choices if not any(overlap(_box(box), other) for other in (*taken, *found))]
        # The ship comes along the path, and is wider than that.
        box = min(free or choices, key=lambda box: covered(_around(_box(box), style.px(_SHIP)), lines))
        write(painter, box, str(text), font, style.color("second"), LEFT)
        found.append(_box(box))
    return found


def _paint_zone(painter: QPainter, style: Style, plane: Plane, zone: Zone) -> None:
    across, down = zone.half_axes[plane.axis] * plane.scale, zone.half_axes[2] * plane.scale
    pen = QPen(style.color(_ZONE_COLORS.get(zone.id, "off"), 0.7), style.px(1))
    pen.setDashPattern([5, 4])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(*plane.xy((0.0, 0.0, 0.0))), across, down)


def _tells(plane: Plane, zone: Zone, least: float) -> bool:
    """Whether a zone is neither smaller than so many pixels nor far out of sight."""
    return least < 2 * zone.half_axes[0] * plane.scale < _MOST_ZONE * (plane.width + plane.height)


def _zone_name(style: Style, plane: Plane, zone: Zone) -> Wanted | None:
    """The zone's name at the first place on its edge that is well in sight."""
    if not _tells(plane, zone, style.px(_LEAST_NAMED)):
        return None
    text, rim = zone_label(zone), style.px(26)
    for bearing in _BEARINGS:
        v, r = zone.half_axes[0] * cos(radians(bearing)), zone.half_axes[2] * sin(radians(bearing))
        x, y = plane.xy((v, 0.0, r))
        if plane.shows(x, y, -rim):
            size = text_size(text, style.sans("small"))
            first = 0 if abs(bearing) < 90 else 1
            label = Label(f"zone {zone.id}", x, y, *size, style.px(7), first)
            return label, text, _ZONE_COLORS.get(zone.id, "off")
    return None


def _paint_bar(painter: QPainter, style: Style, plane: Plane) -> Box:
    """A length to scale, below at the right."""
    size = step(plane.scale, style.px(50))
    length, tick, font = size * plane.scale, style.px(4), style.mono("small")
    right, foot = plane.width - style.px(10), plane.height - style.px(_LINE + 8)
    painter.setPen(QPen(style.color("second"), style.px(1.3)))
    ends = [(right - length, foot - tick), (right - length, foot), (right, foot), (right, foot - tick)]
    painter.drawPolyline([QPointF(x, y) for x, y in ends])
    text = axis_length(size, size).removeprefix("+")
    box = QRectF(right - length, foot - style.px(_LINE + 3), length, style.px(_LINE))
    # A line of the grid may run here.
    painter.fillRect(box.adjusted(style.px(2), style.px(1), -style.px(2), -style.px(1)), style.color("ocean"))
    write(painter, box, text, font, style.color("second"), CENTRE)
    return box.left() - style.px(6), box.top(), right + style.px(6), foot + 3


def _around(box: Box, rim: float) -> Box:
    return box[0] - rim, box[1] - rim, box[2] + rim, box[3] + rim


def _box(box: QRectF) -> Box:
    return box.left(), box.top(), box.right(), box.bottom()
