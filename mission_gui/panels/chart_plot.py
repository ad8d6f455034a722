"""One strip chart: copies its pictures, moves the cursor over them, and tells what the pointer wishes."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from mission_gui.language import translate
from mission_gui.panels.chart_ground import Place
from mission_gui.panels.chart_layers import Drawer, Layers, Plan
from mission_gui.panels.chart_reading import paint_reading
from mission_gui.panels.chart_words import NOTHING, Reading
from mission_gui.panels.focus import draw_focus
from mission_gui.panels.layer import VECTOR, Layer, lay, pixel_ratio
from mission_gui.panels.opaque import tell_opaque
from mission_gui.theme import Style

_DOT, _REACH, _STILL = 3.5, 6.0, 4.0
"""Pixels for base 13: radius of the cursor's dot, what is painted anew about it, and what is not yet a drag."""
_NOTCH = 120.0
_SHIFT = 0.1
"""How far a notch of a sideways wheel, or an arrow key, moves the window, as a part of it."""
_ASIDE = {Qt.Key.Key_Left: -1.0, Qt.Key.Key_Right: 1.0}


class StripChart(QWidget):
    """A quantity against time. A frame only copies the two pictures and draws the cursor and the reading.

    A click seeks, a drag marks a stretch to look at, with Shift or the middle button it moves the window; the wheel
    zooms, sideways or with Shift it moves; a double click goes back to the automatic window.
    """

    accessible_role = QAccessible.Role.Chart

    sought = Signal(float)
    hovered = Signal(object)
    """The mission time under the pointer, None where it left."""
    marked = Signal(object)
    """A stretch (from, to) while it is dragged over, None where that ends."""
    chosen = Signal(float, float)
    moved = Signal(float)
    """By how many seconds the window is to be moved."""
    zoomed = Signal(float, float)
    """How many notches nearer, about which time."""
    automatic = Signal()

    def __init__(self, drawer: Drawer, parent: QWidget) -> None:
        super().__init__(parent)
        self.drawer = drawer
        self.plan: Plan | None = None
        self.place: Place | None = None
        self.cursor_t: float | None = None
        self.hover_t: float | None = None
        self.stretch: tuple[float, float] | None = None
        self.reading = NOTHING
        self.scale = self.devicePixelRatioF()
        self._pressed: QPointF | None = None
        self._moves = self._dragged = self._painted = False
        self.hurried = False
        """Whether pictures of another size will do until those of this size are drawn."""
        self._last: Layers | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def look(self) -> Style:
        """The style it is drawn in."""
        return self.drawer.look

    def event(self, event: QEvent) -> bool:
        tell_opaque(self, event)
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 30)

    def draw(self, plan: Plan) -> None:
        """Another chart, window or place."""
        before, self.plan = self.plan, plan
        fits = self.place is not None and before is not None and before.cell.picture == plan.cell.picture
        # Until it is painted, what the pointer points at is about where it will be.
        self.place = Place(self.drawer.scene(plan), self.place.area) if fits and self.place else None
        self._painted = False
        self.setGeometry(plan.cell.rect)
        self.setAccessibleName(translate("Charts", "{name} chart").format(name=plan.spec.title))
        self.update()

    def show_at(self, t: float, reading: Reading) -> None:
        """Moves the cursor and changes the reading; only what they change is painted."""
        before, said, self.cursor_t, self.reading = self.cursor_t, self.reading, t, reading
        if self.place is None or before is None or self.plan is None or not self._painted:
            self.update()
            return
        look, ends = self.look, sorted((self.place.x_of(before), self.place.x_of(t)))
        left = int(ends[0] - look.px(_REACH))
        if t != before:
            self.update(left, 0, int(ends[1] + look.px(_REACH)) + 2 - left, self.height())
        if reading != said:
            self.update(self.plan.cell.reading(look))

    def show_hover(self, t: float | None, stretch: tuple[float, float] | None) -> None:
        """Where the pointer is on any of the charts, and what it marks."""
        if (t, stretch) != (self.hover_t, self.stretch):
            self.hover_t, self.stretch = t, stretch
            self.update()

    def time_at(self, at: QPointF) -> float | None:
        """The mission time under a point where the curves are; None elsewhere."""
        place = self.place
        return place.t_at(at.x()) if place is not None and place.area.contains(at) else None

    def x_of(self, t: float) -> float:
        """Where a mission time stands in the picture last painted, in pixels of the widget."""
        return self.place.x_of(t) if self.place else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.scale = max(pixel_ratio(painter), 0.1)
        if self.plan is None or self.drawer.flight is None or self.drawer.waits:
            painter.fillRect(self.rect(), self.look.color("panel"))
        elif (last := self._stretched(self.plan)) is not None:
            painter.drawPixmap(self.rect(), last)
            self._paint_reading(painter, self.plan)
        else:
            layers = self._last = self.drawer.layers(self.plan, self.scale)
            self.place, self._painted = layers.place, True
            self._copy(painter, layers)
            self._paint_pointer(painter, layers.place)
            self._paint_cursor(painter, layers.place)
            self._paint_reading(painter, self.plan)
        if self.hasFocus():
            draw_focus(painter, self.look, QRectF(self.rect()), 0.0)
        painter.end()

    def _stretched(self, plan: Plan) -> QPixmap | None:
        """The last picture of the same curves in another size, where that will do."""
        if not self.hurried or self._last is None or self.drawer.has(plan, self.scale):
            return None
        drawn = self._last.place.scene
        last = self._last.coming if (drawn.spec, drawn.window) == (plan.spec, plan.window) else None
        return last if isinstance(last, QPixmap) else None

    def sharpen(self) -> bool:
        """Draws the pictures that are missing; False where none is."""
        if not self.hurried or self.plan is None:
            return False
        self.hurried = False
        self.update()
        return not self.drawer.has(self.plan, self.scale)

    def _paint_reading(self, painter: QPainter, plan: Plan) -> None:
        spec = plan.spec
        paint_reading(painter, self.look, plan.cell, spec.names, spec.color, self.reading)

    def _copy(self, painter: QPainter, layers: Layers) -> None:
        """Bright up to the cursor and dim beyond."""
        now = layers.place.x_of(self.cursor_t) if self.cursor_t is not None else 0.0
        now = min(max(now, 0.0), float(self.width()))
        # Whole pixels, or the seam between the pictures would shimmer as the cursor moves.
        seam = now if self.scale == VECTOR else round(now * self.scale) / self.scale
        self._copy_part(painter, layers.flown, QRectF(0, 0, seam, self.height()))
        self._copy_part(painter, layers.coming, QRectF(seam, 0, self.width() - seam, self.height()))

    def _copy_part(self, painter: QPainter, layer: Layer, part: QRectF) -> None:
        if part.width() > 0:
            lay(painter, QPointF(0, 0), layer, part)

    def _paint_cursor(self, painter: QPainter, place: Place) -> None:
        t, area = self.cursor_t, place.area
        if t is None or not place.scene.window.holds(t):
            return
        x = place.x_of(t)
        painter.setPen(QPen(self.look.color("text"), self.look.px(1.2)))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        for curve in place.scene.curves:
            if curve.channel == self.reading.channel:
                self._paint_dot(painter, QPointF(x, place.y_at(curve, t)), place.scene.spec.color)

    def _paint_dot(self, painter: QPainter, at: QPointF, color: str) -> None:
        painter.setPen(QPen(self.look.color("panel"), self.look.px(1)))
        painter.setBrush(self.look.color(color))
        painter.drawEllipse(at, self.look.px(_DOT), self.look.px(_DOT))

    def _paint_pointer(self, painter: QPainter, place: Place) -> None:
        """The line of the pointer, with a dot on each curve, and the stretch that is being marked."""
        area, scene = place.area, place.scene
        if self.stretch is not None:
            left, right = place.span(*self.stretch)
            painter.fillRect(QRectF(left, area.top(), right - left, area.height()), self.look.color("text", 0.12))
        t = self.hover_t
        if t is None or not scene.window.holds(t):
            return
        x = place.x_of(t)
        painter.setPen(QPen(self.look.color("second"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        curves = [(curve, scene.spec.color) for curve in scene.curves]
        curves += [(curve, curve.color) for curve in scene.others if curve.t[0] <= t <= curve.t[-1]]
        for curve, color in curves:
            self._paint_dot(painter, QPointF(x, place.y_at(curve, t)), color)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left, middle = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
        if event.button() in (left, middle) and self.place is not None:
            self._pressed, self._dragged = event.position(), False
            self._moves = event.button() is middle or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place, here = self.place, event.position()
        if place is None:
            return
        if self._pressed is None:
            self.hovered.emit(self.time_at(here))
            return
        if not self._dragged and abs(here.x() - self._pressed.x()) <= _STILL:
            return
        self._dragged = True
        if self._moves:
            self.moved.emit((self._pressed.x() - here.x()) / place.area.width() * place.scene.window.span)
            self._pressed = here
        else:
            self.marked.emit(self._marked(place, self._pressed, here))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed, place = self._pressed, None, self.place
        if pressed is None or place is None:
            return
        if self._dragged and not self._moves:
            self.marked.emit(None)
            start, end = self._marked(place, pressed, event.position())
            if end > start:
                self.chosen.emit(start, end)
        elif not self._dragged and event.button() is Qt.MouseButton.LeftButton:
            self.sought.emit(place.t_at(event.position().x()))

    @staticmethod
    def _marked(place: Place, one: QPointF, other: QPointF) -> tuple[float, float]:
        start, end = sorted((place.t_at(one.x()), place.t_at(other.x())))
        return start, end

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self.automatic.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.place is None:
            return
        turn, window = event.angleDelta(), self.place.scene.window
        aside = turn.x() or (turn.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
        if aside:
            self.moved.emit(-aside / _NOTCH * _SHIFT * window.span)
        elif turn.y():
            self.zoomed.emit(turn.y() / _NOTCH, self.place.t_at(event.position().x()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Plus: 1.0, Qt.Key.Key_Equal: 1.0, Qt.Key.Key_Minus: -1.0}
        if event.key() in steps and self.place is not None and self.cursor_t is not None:
            window = self.place.scene.window
            about = self.cursor_t if window.holds(self.cursor_t) else (window.start + window.end) / 2
            self.zoomed.emit(2 * steps[Qt.Key(event.key())], about)
        elif event.key() in _ASIDE and self.place is not None and _with_control(event):
            self.moved.emit(_ASIDE[Qt.Key(event.key())] * _SHIFT * self.place.scene.window.span)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()


def _with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
