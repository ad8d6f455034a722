"""The line of the timeline as it is handled: click, drag, wheel and keys."""

from math import copysign

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from mission_gui.panels.timeline_marks import Span, explain, moved, whole_view, zoomed
from mission_gui.panels.timeline_rows import rows
from mission_gui.panels.timeline_slider import TimeSlider
from mission_gui.theme import Style

_STEPS = {Qt.Key.Key_Left: -10.0, Qt.Key.Key_Right: 10.0}
_NEARER = {Qt.Key.Key_Plus: 1.5, Qt.Key.Key_Equal: 1.5, Qt.Key.Key_Minus: 1 / 1.5}
_LONG = 6.0  # times as far with Shift


class Line(TimeSlider):
    """A click or a drag seeks; the wheel zooms at the pointer; the lanes, and with Shift or the middle button
    everything, can be pulled along once zoomed; a double click shows all again."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(style, parent)
        self._pulled: tuple[float, Span] | None = None
        self._came_from = 0.0
        self.setMouseTracking(True)
        self.setSingleStep(round(_STEPS[Qt.Key.Key_Right]))
        self.setPageStep(round(_STEPS[Qt.Key.Key_Right] * _LONG))

    def _can_pull(self, event: QMouseEvent) -> bool:
        """Whether a drag moves the view: it must be zoomed."""
        lanes_below = event.position().y() > rows(self.look, self.width(), self.height()).below + self.look.px(3)
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return self.chosen and (lanes_below or shifted or event.button() == Qt.MouseButton.MiddleButton)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.mission is None:
            return
        QToolTip.hideText()
        self._came_from = self.t
        if self._can_pull(event):
            self._pulled = (event.position().x(), self.view)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.sought.emit(self.t_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.mission is None:
            return
        x = event.position().x()
        if self._pulled is not None:
            start, view = self._pulled
            by = (start - x) * (view[1] - view[0]) / max(self.width() - 2 * self.scale.inset, 1.0)
            self.set_view(moved(view, by, whole_view(self.mission)))
        elif event.buttons() & Qt.MouseButton.LeftButton:
            self.sought.emit(self.t_at(x))
        else:
            hand = Qt.CursorShape.OpenHandCursor if self._can_pull(event) else Qt.CursorShape.ArrowCursor
            self.setCursor(hand)
            QToolTip.showText(event.globalPosition().toPoint(), self.told_at(x), self)

    def told_at(self, x: float) -> str:
        """The moment under a pixel, with the event and what the lanes hold there."""
        if self.mission is None or self.trajectory is None:
            return ""
        near = self.look.px(7) * (self.view[1] - self.view[0]) / max(self.width(), 1)
        return explain(self.mission, self.trajectory, self.lanes, self.t_at(x), near, self.zero)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A view that was pulled stays; one that was only clicked on seeks."""
        if self._pulled is None:
            return
        start, _ = self._pulled
        self._pulled = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if abs(event.position().x() - start) >= self.look.px(3):
            self.viewed.emit()
        elif event.button() == Qt.MouseButton.LeftButton:
            self.sought.emit(self.t_at(event.position().x()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Shows all again; its first click was none, so the time goes back to where it was."""
        if self.chosen:
            self.sought.emit(self._came_from)
        self.set_view(None)
        self.viewed.emit()

    def leaveEvent(self, event: QEvent) -> None:
        QToolTip.hideText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows seek as they do on the whole board, and with Ctrl pull the line along; `+`, `-` and `0` zoom."""
        key = Qt.Key(event.key())
        if key in _NEARER:
            self.zoom(_NEARER[key])
        elif key == Qt.Key.Key_0:
            self.set_view(None)
            self.viewed.emit()
        elif key in _STEPS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._pull(_STEPS[key])
        elif key in _STEPS:
            far = _LONG if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
            self.sought.emit(self.t + _STEPS[key] * far)
        else:
            event.ignore()

    def _pull(self, way: float) -> None:
        """A tenth of the view on or back, where it is zoomed."""
        if self.chosen and self.mission is not None:
            by = copysign(0.1 * (self.view[1] - self.view[0]), way)
            self.set_view(moved(self.view, by, whole_view(self.mission)))
            self.viewed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.mission is None:
            return
        turn, sideways = event.angleDelta().y() / 120, event.angleDelta().x() / 120
        limits = whole_view(self.mission)
        view = zoomed(self.view, self.t_at(event.position().x()), 0.8**turn, limits)
        self.set_view(moved(view, -sideways * 0.1 * (view[1] - view[0]), limits))
        self.viewed.emit()
        event.accept()
