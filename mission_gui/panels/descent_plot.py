"""The descent's line, altitude against range to go: what stands still, and what moves over it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from mission_gui.domain.trajectory import Floats
from mission_gui.language import translate
from mission_gui.panels.descent_labels import Labels
from mission_gui.panels.descent_profile import Axes, Beside, Path, limits, round_ticks, simplified
from mission_gui.panels.descent_scene import Scene
from mission_gui.panels.descent_words import BAND, ORIGIN, beside_words, blackout_words, labels
from mission_gui.panels.label_row import readable
from mission_gui.panels.lettering import CENTRE, LEFT, RIGHT, width, write
from mission_gui.panels.map_marks import draw_event, draw_landing
from mission_gui.panels.map_paint import polygon
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.state_block import Entry, legend_size
from mission_gui.panels.wording import number, quantity
from mission_gui.theme import Style

_FINE = 0.15
"""Pixels by which a drawn line may leave the samples."""
_FLOWN, _COMING = 2.2, 1.9
_UNNAMED = ("blackout_start", "blackout_end", "heat_shield")
"""Events that are a dot only: the band, and the parachute sequence, name them."""
_NAMED_AT = (3e3, 12e3, 22e3, 32e3, 44e3, 56e3)
"""Altitudes, m, at which another line may be named."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line in pixels: its times (n,) and points (n, 2), no more of them than can be seen."""

    t: Floats
    xy: Points

    def at(self, t: float) -> QPointF:
        """Where the line is at a mission time; ends held."""
        return QPointF(*(float(np.interp(t, self.t, self.xy[:, k])) for k in (0, 1)))

    def box(self, first: float, last: float) -> QRectF:
        """The rectangle about all that is drawn differently at two mission times."""
        # From the point before: where a straight piece ends decides how all of its edge is smoothed.
        start = max(int(np.searchsorted(self.t, first)) - 1, 0)
        drawn = polygon(self.xy[start : np.searchsorted(self.t, last)])
        drawn.append([self.at(first), self.at(last)])
        return drawn.boundingRect()

    def until(self, t: float) -> QPolygonF:
        """The part up to a mission time."""
        flown = polygon(self.xy[: int(np.searchsorted(self.t, t, side="right"))])
        flown.append(self.at(t))
        return flown


def line(t: Floats, xy: Points) -> Line:
    """A line of samples without the points that nobody would miss."""
    kept = simplified(xy, _FINE)
    return Line(t[kept], xy[kept])


def axes_of(scene: Scene, box: QRectF) -> Axes:
    """The axes of a scene in a rectangle."""
    others = [other.path for other in scene.others]
    others += scene.corridor.paths if scene.corridor else ()
    return Axes(box.left(), box.top(), box.width(), box.height(), *limits(scene.path, others))


def path_points(axes: Axes, path: Path) -> Points:
    """A way down in pixels."""
    return axes.points(path.going, path.altitude)


def paint_altitudes(painter: QPainter, look: Style, axes: Axes, labels: bool) -> None:
    """Lines at round altitudes, with their kilometres at the left."""
    painter.setPen(QPen(look.color("graticule"), 1))
    for altitude in round_ticks(0.0, axes.top, max(int(axes.height / look.px(70)), 3)):
        y = round(axes.y_of(altitude)) + 0.5
        painter.setPen(QPen(look.color("line" if altitude == 0 else "graticule"), 1))
        painter.drawLine(QLineF(axes.left, y, axes.left + axes.width, y))
        if labels:
            box = QRectF(axes.left - look.px(60), y - look.px(9), look.px(52), look.px(18))
            write(painter, box, quantity(altitude / 1000, "km"), look.mono("small"), look.color("second"), RIGHT)


def paint_still(
    painter: QPainter, look: Style, scene: Scene, axes: Axes, titled: bool, covered: Sequence[QRectF]
) -> None:
    """All of the plot but the ship and what it has flown; nothing is written on what is `covered`."""
    box = QRectF(axes.left, axes.upper, axes.width, axes.height)
    paint_altitudes(painter, look, axes, True)
    _paint_ranges(painter, look, axes, titled)
    painter.save()
    painter.setClipRect(box.adjusted(-look.px(6), 0, look.px(10), look.px(12)))
    if scene.blackout:
        _paint_blackout(painter, look, scene, axes)
    _paint_corridor(painter, look, scene, axes)
    _paint_band(painter, look, scene, axes)
    own = path_points(axes, scene.path)
    for path in scene.modules:
        painter.setPen(QPen(look.color("off", 0.55), look.px(1)))
        painter.drawPolyline(polygon(path_points(axes, path)))
    for other in scene.others:
        painter.setPen(dashes(readable(look, other.neighbour.color), look.px(1.4)))
        painter.drawPolyline(polygon(_apart(path_points(axes, other.path), own, look.px(2))))
    painter.setPen(dots(look.color("soyuz_text"), look.px(_COMING)))
    painter.drawPolyline(polygon(line(scene.path.t, own).xy))
    painter.restore()
    for mark in scene.marks[::-1]:
        x, y = axes.x_of(mark.going), axes.y_of(mark.altitude)
        if mark.event.id in _UNNAMED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("soyuz_text"))
            painter.drawEllipse(QPointF(x, y), look.px(3), look.px(3))
        else:
            draw_landing(painter, look, x, y) if mark.event.id == "touchdown" else draw_event(painter, look, x, y)
    _paint_words(painter, look, scene, axes, own, covered)


def dots(color: QColor, width: float) -> QPen:
    """The pen of what is still to come."""
    pen = QPen(color, width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 2.4])
    return pen


def dashes(color: QColor, width: float) -> QPen:
    """The pen of another flight."""
    pen = QPen(color, width)
    pen.setDashPattern([4, 3])
    return pen


def _paint_ranges(painter: QPainter, look: Style, axes: Axes, titled: bool) -> None:
    bottom = axes.upper + axes.height
    for going in round_ticks(axes.last, axes.first, max(int(axes.width / look.px(90)), 2)):
        x = round(axes.x_of(going)) + 0.5
        painter.setPen(QPen(look.color("graticule"), 1))
        painter.drawLine(QLineF(x, axes.upper, x, bottom))
        box = QRectF(x - look.px(40), bottom + look.px(9), look.px(80), look.px(18))
        write(painter, box, number(going / 1000), look.mono("small"), look.color("second"), CENTRE)
    if titled:
        box = QRectF(axes.left, bottom + look.px(27), axes.width, look.px(18))
        title, origin, font = translate("Descent", "range to go along the ground, km"), str(ORIGIN), look.sans("small")
        together = width(font, title) + width(font, origin) + look.px(24) <= axes.width
        write(painter, box, title, font, look.color("second"), LEFT if together else CENTRE)
        if together:
            write(painter, box, origin, font, look.color("third"), RIGHT)


def _paint_blackout(painter: QPainter, look: Style, scene: Scene, axes: Axes) -> None:
    vehicle = scene.mission.vehicle
    top, bottom = axes.y_of(vehicle.blackout_top), axes.y_of(vehicle.blackout_bottom)
    painter.fillRect(QRectF(axes.left, top, axes.width, bottom - top), look.color("critical", 0.09))


def _paint_corridor(painter: QPainter, look: Style, scene: Scene, axes: Axes) -> None:
    if scene.corridor:
        low, high = (path_points(axes, path) for path in scene.corridor.paths)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("second", 0.13))
        painter.drawPolygon(polygon(np.concatenate([low, high[::-1]])))


def _paint_band(painter: QPainter, look: Style, scene: Scene, axes: Axes) -> None:
    if scene.band:
        low, high = (axes.points(scene.path.going, altitude) for altitude in scene.band)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("soyuz", 0.16))
        painter.drawPolygon(polygon(np.concatenate([low, high[::-1]])))


def _apart(points: Points, own: Points, least: float) -> Points:
    """A line from where it leaves another one for good."""
    level = np.interp(points[:, 0], own[:, 0], own[:, 1])
    near = np.flatnonzero(np.abs(points[:, 1] - level) < least)
    return points[near[-1] if len(near) and near[-1] < len(points) - 2 else 0 :]


def _paint_words(
    painter: QPainter, look: Style, scene: Scene, axes: Axes, own: Points, covered: Sequence[QRectF]
) -> None:
    """The names of events and of the other lines, the most telling first."""
    rim = look.px(3)
    bounds = (
        axes.left + rim,
        axes.upper - look.px(12),
        axes.left + axes.width + look.px(12),
        axes.upper + axes.height - rim,
    )
    lines = [own, *(path_points(axes, other.path) for other in scene.others)]
    words = Labels(painter, look, bounds, [np.column_stack([_even(xy, look.px(3))]) for xy in lines])
    places = {mark.event.id: (axes.x_of(mark.going), axes.y_of(mark.altitude)) for mark in scene.marks}
    for place in places.values():
        words.keep_mark(*place)
    words.keep_free(*((b.left() - rim, b.top() - rim, b.right() + rim, b.bottom() + rim) for b in covered))
    for mark in scene.marks:
        if mark.event.id not in _UNNAMED:
            words.beside(labels(scene, mark), *places[mark.event.id], "soyuz_text")
    if scene.lost is not None:
        going, altitude = scene.path.at(scene.lost)
        text = translate("Descent", "lift lost, {altitude}, {time}").format(
            altitude=quantity(altitude / 1000, "km"), time=scene.clock(scene.lost, False)
        )
        words.beside((text,), axes.x_of(going), axes.y_of(altitude), "text")
    for other in scene.others:
        _name_other(words, axes, other)
    top = axes.y_of(scene.mission.vehicle.blackout_top) + look.px(5)
    words.at(blackout_words(scene), axes.left + look.px(8), top, "second")


def _name_other(words: Labels, axes: Axes, other: Beside) -> None:
    """Says beside the other line, wherever there is most room for words, what it is."""
    falling = other.path.altitude[::-1]
    places = [(float(np.interp(level, falling, other.path.going[::-1])), level) for level in _NAMED_AT]
    for wording in beside_words(other):
        for going, level in places:
            if words.beside((wording,), axes.x_of(going), axes.y_of(level), other.neighbour.color, 400, 1):
                return


def _even(xy: Points, spacing: float) -> Points:
    """Points at even distances along a line."""
    length = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])
    steps = np.arange(0.0, length[-1], spacing)
    return np.column_stack([np.interp(steps, length, xy[:, k]) for k in (0, 1)])


def legend(look: Style, scene: Scene, room: float) -> tuple[Entry, ...]:
    """The kinds of line that are there and fit the room."""
    entries = [
        Entry(translate("Descent", "flown"), "soyuz", "line"),
        Entry(translate("Descent", "to come"), "soyuz_text", "dots"),
    ]
    if scene.band:
        entries.append(Entry(str(BAND), "soyuz", "halo"))
    if scene.corridor:
        entries.append(Entry(scene.corridor.name, "second", "halo"))
    if scene.modules:
        entries.append(Entry(translate("Descent", "other modules"), "off", "thin"))
    while entries and legend_size(look, tuple(entries))[0] > room:
        entries.pop()
    return tuple(entries)
