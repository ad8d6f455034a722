"""Panels by keyboard: from one to the next, and larger or smaller."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from mission_gui.language import translate
from mission_gui.window.board import FIXED, Board
from mission_gui.window.dock import TAB_ROW, Dock
from mission_gui.window.dock_menu import SIZES, resize
from mission_gui.window.dock_moves import on_board
from mission_gui.window.tab_order import in_reading_order, tab_stops


class PanelKeys(QObject):
    """What the keys for panels do on a board; `say` tells why where nothing can be done.

    The panel that is meant stays so while something lies on top of the board: the palette has the keys, too.
    """

    def __init__(self, board: Board, say: Callable[[str], None]) -> None:
        super().__init__(board)
        self._board, self._say, self._meant = board, say, ""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._note)

    @Slot(QWidget, QWidget)
    def _note(self, _: QWidget | None, now: QWidget | None) -> None:
        fixed = [self._board.panels[name] for name in FIXED if name in self._board.panels]
        if (name := self._board.area.focused()) is not None:
            self._meant = name
        elif now is self._board or any(now is not None and part.isAncestorOf(now) for part in fixed):
            self._meant = ""

    def deeds(self) -> dict[str, Callable[[], object]]:
        """By the action's name in `KEYS`."""
        sizes = {action: partial(self.resize, action) for action in SIZES}
        return {"next_panel": lambda: self.go(1), "previous_panel": lambda: self.go(-1), **sizes}

    def resize(self, action: str) -> None:
        """The panel with the focus larger or smaller."""
        area = self._board.area
        dock = area.docks.get(self._meant)
        if dock is None or not dock.isVisible():
            self._say(translate("Window", "Choose a panel first: F6 leads from one to the next"))
        elif not resize(area, self._meant, action):
            self._say(translate("Window", "There is no room for that"))

    def go(self, step: int) -> None:
        """The keyboard to the next panel, round the ends; it stays in what lies on top of the board."""
        board, here = self._board, QApplication.focusWidget()
        parts = self._parts()
        at = next((place for place, part in enumerate(parts) if here is not None and part.isAncestorOf(here)), None)
        if not parts or at is None and here not in (None, board):
            return
        start = at if at is not None else (-1 if step > 0 else 0)
        for away in range(1, len(parts) + 1):
            stop = self._stop(parts[(start + step * away) % len(parts)])
            if stop is not None:
                stop.window().activateWindow()
                stop.setFocus()
                return

    def _parts(self) -> list[QWidget]:
        """Header, docks and timeline as one reads, then what floats."""
        board, area = self._board, self._board.area
        placed = [(dock, dock.geometry()) for dock in on_board(area).values()]
        floating = [dock for dock in area.docks.values() if dock.isFloating() and dock.isVisible()]
        header, timeline = ([board.panels[name]] if name in board.panels else [] for name in FIXED)
        return [*header, *in_reading_order(placed, TAB_ROW), *timeline, *floating]

    def _stop(self, part: QWidget) -> QWidget | None:
        if isinstance(part, Dock):
            return self._board.area.stop(part.objectName())
        return next(iter(tab_stops(part, TAB_ROW)), None) if part.isVisible() else None
