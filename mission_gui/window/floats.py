"""Panels in windows of their own: where they stand is told, and a screen that goes does not take them along."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget
from shiboken6 import isValid

from mission_gui.window.places import FILLING
from mission_gui.window.steady import Steady

_REST = 300
"""Milliseconds without a move after which a window stands."""
_GRIP = QSize(80, 20)
"""So much of a window's upper edge in view is enough to take hold of it."""
_STEP = 40
"""Pixels from the corner of a screen at which a window comes back."""
_STANDING = frozenset({Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Tool})
"""Kinds of windows that stay; menus and tips go by themselves."""


class Floats(QObject):
    """Watches the floating docks of an area, and the other windows where screens come and go."""

    settled = Signal()
    """A floating panel was moved or resized, and stands still again."""

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._rested)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._leave)
        app.screenAdded.connect(self._watch)
        for screen in app.screens():
            self._watch(screen)

    def add(self, dock: QDockWidget) -> None:
        """Watches one more."""
        dock.installEventFilter(self)
        Steady(dock)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        moved = event.type() in (QEvent.Type.Move, QEvent.Type.Resize)
        if moved and isinstance(watched, QDockWidget) and watched.isFloating():
            self._rest.start()
        return False

    @Slot()
    def _rested(self) -> None:
        # Of a board that is closed the window system takes the panels' windows apart, which is no move of the user's.
        if self._area.isVisible():
            self.settled.emit()

    @Slot(QScreen)
    def _watch(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._screens_changed)

    @Slot(QScreen)
    def _leave(self, gone: QScreen) -> None:
        """From a screen that goes, windows come to another one at their size; Qt would keep the number of their pixels,
        which may make them twice as large there."""
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens() if screen != gone]
        leaving = [window for window in self._windows() if screens and window.screen() == gone]
        wishes = [(window, brought(window.frameGeometry(), screens)) for window in leaving]
        _move_all(wishes)
        # The window manager moves them too, by what it knows, and sometimes comes last.
        QTimer.singleShot(_REST, self, partial(_move_all, wishes))
        self._screens_changed()

    @Slot()
    def _screens_changed(self) -> None:
        # Later: while a screen is being removed it is still in the list.
        QTimer.singleShot(0, self, self.bring_in)

    @Slot()
    def bring_in(self) -> None:
        """Moves windows that no screen shows any more to one that is there."""
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        for window in self._windows():
            _move(window, in_view(window.frameGeometry(), screens))

    def _windows(self) -> Iterator[QWidget]:
        """The panels in windows of their own, also while they are hidden, and whatever else of the program is open."""
        yield from (dock for dock in self._area.findChildren(QDockWidget) if dock.isFloating())
        for window in QApplication.topLevelWidgets():
            stands = window.windowType() in _STANDING and not isinstance(window, QDockWidget)
            if stands and window.isVisible() and not window.windowState() & FILLING:
                yield window


def _move_all(wishes: Sequence[tuple[QWidget, QRect]]) -> None:
    for window, wanted in wishes:
        if isValid(window):
            _move(window, wanted)


def _move(window: QWidget, wanted: QRect) -> None:
    """Has a window and its frame stand somewhere."""
    frame, place = window.frameGeometry(), window.geometry()
    if wanted != frame:
        size = place.size() + wanted.size() - frame.size()
        window.setGeometry(QRect(place.topLeft() + wanted.topLeft() - frame.topLeft(), size))


def in_view(frame: QRect, screens: Sequence[QRect]) -> QRect:
    """Where a window stands so that it can be taken hold of: as it is, or on the nearest screen and no larger."""
    edge = QRect(frame.topLeft(), QSize(frame.width(), _GRIP.height()))
    seen = (edge.intersected(screen) for screen in screens)
    if not screens or any(part.width() >= _GRIP.width() and part.height() == edge.height() for part in seen):
        return frame
    return brought(frame, screens)


def brought(frame: QRect, screens: Sequence[QRect]) -> QRect:
    """Where a window stands whole on the nearest of some screens, and no larger than that."""
    middle = frame.center()
    screen = min(screens, key=lambda screen: (screen.center() - middle).manhattanLength())
    size = frame.size().boundedTo(screen.size())
    room = screen.size() - size
    left = min(max(frame.left() - screen.left(), min(_STEP, room.width())), room.width())
    top = min(max(frame.top() - screen.top(), min(_STEP, room.height())), room.height())
    return QRect(screen.topLeft().x() + left, screen.topLeft().y() + top, size.width(), size.height())
