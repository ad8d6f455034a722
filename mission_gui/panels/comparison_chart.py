"""One chart of a comparison: all flights over each other, with a cursor that reads each of them."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from mission_gui.panels.comparison_scene import Fit, Scene
from mission_gui.panels.comparison_series import SHORT_SAMPLE, ink, ink_name, paint_dot, paint_sample, pen
from mission_gui.panels.focus import draw_focus
from mission_gui.panels.layer import Layer, lay, open_layer, pixel_ratio
from mission_gui.panels.lettering import RIGHT, fitting, width, write
from mission_gui.panels.map_labels import Box, Label, around, place
from mission_gui.panels.map_paint import on_pixel, polygon, text_size, text_sprite
from mission_gui.panels.map_shapes import Points
from mission_gui.theme import Style

_HEAD, _TIMES, _VALUES = 28.0, 20.0, 34.0
"""Room above for the title and the readings, below and, at least, at the left for the ticks."""
_TICK_WIDTH, _TICK_HEIGHT = 74.0, 34.0
_NOTCH = 120.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where the values of a scene stand within `area`, pixels of the widget."""

    scene: Scene
    area: QRectF

    def points(self, x: "np.ndarray", y: "np.ndarray") -> Points:
        """Pixels (n, 2)."""
        area, scene = self.area, self.scene
        right = area.left() + (x - scene.x.start) / scene.x.span * area.width()
        down = area.bottom() - (y - scene.low) / (scene.high - scene.low) * area.height()
        return np.column_stack([right, down])

    def point(self, x: float, y: float) -> QPointF:
        """The pixel of one value."""
        ((right, down),) = self.points(np.array([x]), np.array([y])).tolist()
        return QPointF(right, down)

    def x_at(self, pixel: float) -> float:
        """The value of the lower axis under a pixel, held within it."""
        x = self.scene.x
        return min(max(x.start + (pixel - self.area.left()) / self.area.width() * x.span, x.start), x.end)


@dataclass(frozen=True, slots=True)
class Dot:
    """Where a flight is at the cursor, in the units of the axes, and what it reads there: with its unit, and the
    `amount` alone."""

    number: int
    x: float
    y: float
    text: str
    amount: str


class ComparisonChart(QWidget):
    """Draws its scene once and the cursor over it. `hovered` tells the place of the pointer on the lower axis, None
    where it left; `zoomed` and `moved` tell what wheel and drag wish."""

    accessible_role = QAccessible.Role.Chart

    hovered = Signal(object)
    zoomed = Signal(float, float)
    moved = Signal(float)
    automatic = Signal()

    def __init__(self, style: Style, large: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self.large = style, large
        self.scene: Scene | None = None
        self.dots: tuple[Dot, ...] = ()
        self.cursor_x: float | None = None
        self._layer: Layer = QPixmap()
        self._drawn: object = None
        self._pressed: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def fit(self) -> Fit:
        """How much has room."""
        area = self._area()
        return Fit(
            max(int(area.width() / self.look.px(_TICK_WIDTH)), 2),
            max(int(area.height() / self.look.px(_TICK_HEIGHT)), 2),
            max(int(area.width() * 2), 200),
        )

    def draw(self, scene: Scene) -> None:
        """Another scene."""
        self.scene, self._drawn = scene, None
        self.setAccessibleName(scene.title)
        self.update()

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        self.look, self._drawn = style, None
        self.update()

    def point_at(self, x: float | None, dots: tuple[Dot, ...]) -> None:
        """Moves the cursor; None takes it away, and leaves the dots of `dots`."""
        self.cursor_x, self.dots = x, dots
        self.update()

    def _area(self) -> QRectF:
        px = self.look.px
        ticks = self.scene.y_ticks if self.scene is not None else ()
        values = max((width(self.look.mono("small"), text) for _, text in ticks), default=0.0)
        left = max(values + px(14), px(_VALUES))
        return QRectF(self.rect()).adjusted(left, px(_HEAD), -px(14), -px(_TIMES))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if self.scene is None:
            painter.fillRect(self.rect(), self.look.color("panel"))
            painter.end()
            return
        ratio = pixel_ratio(painter)
        if self._drawn != (key := (self.size(), ratio)):
            self._layer, inner = open_layer(QRectF(self.rect()).size(), ratio, self.look.color("panel"))
            self._paint_still(inner, Place(self.scene, self._area()))
            inner.end()
            self._drawn = key
        lay(painter, QPointF(0, 0), self._layer)
        self._paint_cursor(painter, Place(self.scene, self._area()))
        if self.hasFocus():
            draw_focus(painter, self.look, QRectF(self.rect()))
        painter.end()

    def _paint_still(self, painter: QPainter, here: Place) -> None:
        scene, look, area = here.scene, self.look, here.area
        painter.setPen(QPen(look.color("graticule"), 1))
        lines = [here.point(scene.x.start, y).y() for y, _ in scene.y_ticks]
        painter.drawLines([QLineF(area.left(), round(y) + 0.5, area.right(), round(y) + 0.5) for y in lines])
        self._paint_ticks(painter, here)
        painter.save()
        painter.setClipRect(area.adjusted(0, -2, 0, 2))
        curves = []
        # The first flight is drawn last, over the others.
        for course in reversed(scene.courses):
            xy = here.points(course.x, course.y)
            painter.setPen(pen(look, course.number, 2.2 if self.large else 1.8))
            painter.drawPolyline(polygon(xy))
            curves.append(xy)
        painter.restore()
        self._paint_marks(painter, here, curves)

    def _paint_ticks(self, painter: QPainter, here: Place) -> None:
        scene, look, area = here.scene, self.look, here.area
        font, third = look.mono("small"), look.color("third")
        high, below = look.px(16), area.bottom() + look.px(2)
        for x, text in scene.x_ticks:
            at = here.point(x, scene.low).x()
            painter.setPen(QPen(look.color("line" if x else "second"), 1))
            painter.drawLine(QLineF(round(at) + 0.5, area.top(), round(at) + 0.5, area.bottom()))
            half = width(font, text) / 2
            start = min(max(at - half, area.left() - look.px(6)), area.right() + look.px(8) - 2 * half)
            write(painter, QRectF(start, below, 2 * half + 1, high), text, font, third)
        for y, text in scene.y_ticks:
            at = here.point(scene.x.start, y).y()
            box = QRectF(0, at - high / 2, area.left() - look.px(6), high)
            write(painter, box, text, font, third, RIGHT)

    def _paint_marks(self, painter: QPainter, here: Place, curves: list[Points]) -> None:
        """Rings at the events, the highest values and, on a large chart, names, none over another."""
        scene, look, area = here.scene, self.look, here.area
        taken: list[Box] = []
        wanted, written = [], {}
        for top in scene.peaks:
            at = here.point(top.x, top.y)
            wanted.append(self._label(f"peak {top.number}", at, top.text, 600, 6))
            written[f"peak {top.number}"] = (top.number, top.text, 600)
        for mark in scene.marks:
            at = here.point(mark.x, mark.y)
            self._paint_ring(painter, mark.number, at)
            taken.append(around(at.x(), at.y(), look.px(4)))
            if self.large:
                key = f"{mark.event_id} {mark.number}"
                wanted.append(self._label(key, at, mark.text, 400, 0))
                written[key] = (mark.number, mark.text, 400)
        bounds = (area.left(), area.top() - look.px(4), area.right() + look.px(8), area.bottom() + look.px(2))
        points = np.concatenate([_even(xy, look.px(5)) for xy in curves]) if curves else np.empty((0, 2))
        for key, found in place(wanted, taken, bounds, points).items():
            number, text, weight = written[key]
            ratio, rim = pixel_ratio(painter), look.px(2.0)
            sprite = text_sprite(text, look, look.sans("small", weight), ink_name(look, number), "panel", ratio)
            lay(painter, on_pixel(found.box[0] + look.px(2) - rim, found.box[1] - rim, ratio), sprite)

    def _label(self, key: str, at: QPointF, text: str, weight: int, first: int) -> Label:
        look = self.look
        font = look.sans("small", weight)
        wide, high = text_size(text, font)
        return Label(key, at.x(), at.y(), wide + look.px(4), high, look.px(6), first)

    def _paint_ring(self, painter: QPainter, number: int, at: QPointF) -> None:
        look = self.look
        painter.setPen(QPen(pen(look, number, 1.5).color(), look.px(1.5)))
        painter.setBrush(look.color("panel"))
        painter.drawEllipse(at, look.px(2.9), look.px(2.9))

    def _paint_cursor(self, painter: QPainter, here: Place) -> None:
        """Title, readings of the cursor, its line and a dot on each curve."""
        look, area = self.look, here.area
        head = QRectF(self.rect()).adjusted(look.px(12), look.px(4), -look.px(12), 0)
        head.setHeight(look.px(20))
        if self.cursor_x is not None and here.scene.x.holds(self.cursor_x):
            x = here.point(self.cursor_x, here.scene.low).x()
            painter.setPen(QPen(look.color("text"), look.px(1.1)))
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
        for dot in self.dots:
            if here.scene.x.holds(dot.x):
                paint_dot(painter, look, dot.number, here.point(dot.x, dot.y))
        left = self._paint_readings(painter, head)
        font, small = look.sans("small", 500, 80), look.sans("small")
        room = head.adjusted(0, 0, left - head.right() - look.px(8), 0)
        title = fitting(font, room.width(), here.scene.title.upper(), here.scene.short.upper())
        taken = write(painter, room, title, font, look.color("second")) + look.px(8)
        known = fitting(small, room.width() - taken, here.scene.known, here.scene.unit, "")
        write(painter, room.adjusted(taken, 0, 0, 0), known, small, look.color("third"))

    def _paint_readings(self, painter: QPainter, head: QRectF) -> float:
        """What each flight reads at the cursor, from the right; gives where they begin."""
        look, right = self.look, head.right()
        font = look.mono("small", 500)
        for dot in reversed(self.dots):
            text = dot.text if self.large else dot.amount
            wide = width(font, text)
            if right - wide < head.left() + head.width() * 0.25:
                break
            box = QRectF(right - wide - 1, head.top(), wide + 2, head.height())
            write(painter, box, text, font, ink(look, dot.number), RIGHT)
            right -= wide + look.px(5)
            if self.large:
                right -= look.px(SHORT_SAMPLE)
                paint_sample(painter, look, dot.number, right, head.center().y(), SHORT_SAMPLE)
            right -= look.px(8)
        return right

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.automatic.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.scene is None:
            return
        here, at = Place(self.scene, self._area()), event.position()
        if self._pressed is not None:
            self.moved.emit((self._pressed.x() - at.x()) / here.area.width() * self.scene.x.span)
            self._pressed = at
            return
        self.hovered.emit(here.x_at(at.x()) if here.area.adjusted(-2, -2, 2, 2).contains(at) else None)

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.scene is not None and event.angleDelta().y():
            here = Place(self.scene, self._area())
            self.zoomed.emit(event.angleDelta().y() / _NOTCH, here.x_at(event.position().x()))
            event.accept()


def _even(xy: Points, step: float) -> Points:
    """Points along a line, about so many pixels apart."""
    gone = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])
    marks = np.arange(0.0, gone[-1], step)
    return np.column_stack([np.interp(marks, gone, xy[:, k]) for k in (0, 1)])
