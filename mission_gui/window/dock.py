"""A panel's dock: a part of the board, or a window of its own that handles keys as the board does."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDockWidget

from mission_gui.window.held_keys import press, take
from mission_gui.window.tab_order import go_on, tab_stops

TAB_ROW = 16
"""Controls whose upper edges are nearer than that to each other, pixels, stand in one row, for Tab."""


class Dock(QDockWidget):
    """Keeps the keys that the control with the focus holds, as the main window does, while it floats by itself."""

    def event(self, event: QEvent) -> bool:
        return take(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """In a window of its own Tab goes as one reads; on the board that leads it on."""
        if not self.isFloating():
            return super().focusNextPrevChild(forward)
        return go_on(tab_stops(self, TAB_ROW), forward)
