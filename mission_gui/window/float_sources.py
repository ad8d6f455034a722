"""Where the figures come from, in panels that stand in windows of their own: by the same keys as on the board."""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDockWidget

from mission_gui.window.board import Board
from mission_gui.window.dock import Dock
from mission_gui.window.sources import SourceLayer


class FloatSources(QObject):
    """Hears the keys that the panel of a floating dock left over, and lays the sources over that dock alone."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        board.area.docked.connect(self._watch)

    @Slot(object)
    def _watch(self, dock: Dock) -> None:
        dock.installEventFilter(self)
        dock.topLevelChanged.connect(self._end)

    @Slot()
    def _end(self) -> None:
        """A panel goes back into the board, or comes out of it."""
        for layer in self.shown():
            layer.hide()

    def active(self) -> SourceLayer | None:
        """The layer of the floating panel that the keyboard is in; None where it is in no such panel."""
        window = QApplication.activeWindow()
        return self._layer(window) if isinstance(window, Dock) else None

    def shown(self) -> list[SourceLayer]:
        """The layers that are open."""
        return [layer for dock in self._board.area.docks.values() for layer in _layers(dock) if layer.isVisible()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if not isinstance(watched, Dock) or not watched.isFloating():
            return False
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind is QEvent.Type.KeyPress:
            self._layer(watched).press(event)
        for layer in _layers(watched):
            if isinstance(event, QKeyEvent) and kind is QEvent.Type.KeyRelease:
                layer.release(event)
            elif kind is QEvent.Type.WindowDeactivate:
                layer.leave()
            elif kind is QEvent.Type.Resize:
                layer.fit(watched.rect())
        return False

    def _layer(self, dock: QDockWidget) -> SourceLayer:
        """The layer of a dock in the dress of now."""
        layer = next(iter(_layers(dock)), None) or SourceLayer(self._board.look, self._board, dock)
        layer.restyle(self._board.look)
        layer.fit(dock.rect())
        return layer


def _layers(dock: QDockWidget) -> list[SourceLayer]:
    return [child for child in dock.children() if isinstance(child, SourceLayer)]
