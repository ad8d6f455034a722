"""A window that the user moves to a screen of another resolution stays as large as it was, for who looks at it.

X11 keeps the number of its pixels: of a window on a screen of twice the resolution a quarter would be left.
"""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, QTimer, Slot
from PySide6.QtWidgets import QWidget

from mission_gui.window.places import FILLING

_REST_MS = 300
"""So long after the last move a window stands."""
_STIRS = frozenset({QEvent.Type.Show, QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.DevicePixelRatioChange})
_ROUNDING = 2
"""Units by which a size may be off that was rounded to pixels and back."""


class Steady(QObject):
    """Watches a window, and sizes it again where it comes to rest."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._size, self._ratio = QSize(), 1.0
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._rested)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in _STIRS:
            self._rest.start()
        return False

    @Slot()
    def _rested(self) -> None:
        window = self._window
        if not window.isWindow():
            self._size = QSize()  # a panel that was put back on the board
            return
        if not window.isVisible() or window.windowState() & FILLING:
            return
        ratio = window.devicePixelRatio()
        if self._size.isValid() and ratio != self._ratio and self._kept_pixels(ratio):
            window.setGeometry(sized(window.geometry(), self._size, window.screen().availableGeometry()))
        self._size, self._ratio = window.size(), ratio

    def _kept_pixels(self, ratio: float) -> bool:
        """Whether it has the size that it comes to with the pixels it had."""
        kept, now = self._size * (self._ratio / ratio), self._window.size()
        return _about(now, kept) or _about(now, kept.expandedTo(self._window.minimumSize()))


def _about(one: QSize, other: QSize) -> bool:
    off = one - other
    return max(abs(off.width()), abs(off.height())) <= _ROUNDING


def sized(place: QRect, size: QSize, room: QRect) -> QRect:
    """A place with another size, no larger than the screen: from the same corner, and partly on another screen where
    it was; but within where it was within, or where the other screen would have it again."""
    found = QRect(place.topLeft(), size.boundedTo(room.size()))
    if room.contains(place) or not room.contains(found.center()):
        found.moveRight(min(found.right(), room.right()))
        found.moveBottom(min(found.bottom(), room.bottom()))
        found.moveLeft(max(found.left(), room.left()))
        found.moveTop(max(found.top(), room.top()))
    return found
