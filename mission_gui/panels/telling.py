"""Live words for a screen reader: they follow the flight, but are not told anew with every frame.

A reader speaks what has changed, and begins again with every change: sixty a second would leave nothing to hear.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

WORDS_MS = 5000
"""Between two accounts of a panel in words, which take some seconds to say."""
VALUE_MS = 1000
"""Between two values of a control, or two announcements."""

T = TypeVar("T")


class Seldom(QObject, Generic[T]):
    """Does something with what it is given: at once, and then no more often than every so many milliseconds, the last
    in any case. Without a screen reader always at once."""

    def __init__(self, parent: QObject, least_ms: int, deed: Callable[[T], object]) -> None:
        super().__init__(parent)
        self._deed = deed
        self._waiting: list[T] = []
        self._rest = QTimer(self, interval=least_ms, singleShot=True)
        self._rest.timeout.connect(self.hurry)

    def do(self, value: T) -> None:
        """Another value."""
        if not QAccessible.isActive():
            self._deed(value)
            return
        self._waiting = [value]
        if not self._rest.isActive():
            self.hurry()

    def hurry(self) -> None:
        """What waits is done now."""
        waiting, self._waiting = self._waiting, []
        for value in waiting:
            self._deed(value)
            self._rest.start()


class _Words(Seldom[str]):
    """The description of a widget; who comes to it with the keyboard finds it as it is now."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, WORDS_MS, widget.setAccessibleDescription)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.FocusIn:
            self.hurry()
        return False


def announce(widget: QWidget, words: str) -> None:
    """Has a reader say something now, wherever the keyboard is."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def tell(widget: QWidget, words: str) -> None:
    """What a widget shows now, in words."""
    if not QAccessible.isActive():
        widget.setAccessibleDescription(words)
        return
    teller = next((child for child in widget.children() if isinstance(child, _Words)), None)
    (teller or _Words(widget)).do(words)
