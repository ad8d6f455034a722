"""What scrolls: the board in a window that is smaller than it, on a small screen or one with large pixels."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from mission_gui.theme import Style
from mission_gui.window.dialogs import scroll_bars
from mission_gui.window.places import DESIGN


class Pane(QScrollArea):
    """Filled by a board, which it scrolls where it has not the room."""

    def __init__(self, board: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.resize(DESIGN)  # or bars that were needed at first would stay in a window that is never shown
        self.setWidget(board)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """What takes the focus comes into view."""
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 0)

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setStyleSheet(scroll_bars(style))
