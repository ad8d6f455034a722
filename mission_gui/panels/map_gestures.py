"""What a pointer and the keys do to a map, whichever map it is."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from mission_gui.panels.base import Panel
from mission_gui.theme import Style

NOTCH = 1.4
"""How much nearer a key or a button brings a map."""
_WHEEL = 1.0015
_STEADY = 4.0
"""Pixels that a pressed pointer may move and still mean a click."""
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""How an arrow key looks further: to the right, and down."""
STEP = 0.1
"""The part of a map by which a key moves it."""
_NEARER = {Qt.Key.Key_Plus: 1.0, Qt.Key.Key_Equal: 1.0, Qt.Key.Key_Minus: -1.0}


class MovablePanel(Panel):
    """A panel that wheel, `+` and `-` zoom, a drag or the arrow keys move, and a double click or `0` puts back.

    Subclasses say how: `zoom_at`, `pan`, `put_back`; and what a click and the pointer alone mean. Points are in pixels
    of the content. `viewed` is emitted when a movement is done.
    """

    accessible_role = QAccessible.Role.Chart

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self._pressed: QPointF | None = None
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def zoom_at(self, factor: float, at: QPointF) -> None:
        """Nearer by a factor, with what lies at a point held there."""

    def pan(self, dx: float, dy: float) -> None:
        """Moves the map by pixels."""

    def put_back(self) -> None:
        """The view as it was before anybody moved it."""

    def click(self, at: QPointF) -> None:
        """A click that was no drag."""

    def point(self, at: QPointF) -> None:
        """The pointer moves with no button pressed."""

    def zoom(self, notches: float) -> None:
        """Nearer to the middle, or farther with a negative number."""
        area = self.content()
        self.zoom_at(NOTCH**notches, QPointF(area.width() / 2, area.height() / 2))
        self.viewed.emit()

    def reset_view(self) -> None:
        """Puts the view back, as the user's wish."""
        self.put_back()
        self.viewed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _NEARER:
            self.zoom(_NEARER[key])
        elif key == Qt.Key.Key_0:
            self.reset_view()
        elif key in ARROWS:
            right, down = ARROWS[key]
            self.pan(-right * STEP * self.width(), -down * STEP * self.height())
            self.viewed.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_at(_WHEEL ** event.angleDelta().y(), event.position() - self.content().topLeft())
        self.viewed.emit()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.reset_view()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position()
        if self._pressed is None:
            self.point(here - self.content().topLeft())
            return
        moved = here - self._pressed
        if self._dragged or moved.manhattanLength() > _STEADY:
            self._dragged, self._pressed = True, here
            self.pan(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        if self._dragged:
            self.viewed.emit()
        else:
            self.click(event.position() - self.content().topLeft())
