"""What scrolls: the board in a window that is smaller than it, on a small screen or one with large pixels."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from mission_gui.language import translate
from mission_gui.theme import Style
from mission_gui.window.dialogs import scroll_bars
from mission_gui.window.places import DESIGN


class Pane(QScrollArea):
    """Filled by a board, which it scrolls where it has not the room."""

    accessible_role = QAccessible.Role.LayeredPane
    looked = Signal()
    """Another part of the board is in view."""

    def __init__(self, board: QWidget) -> None:
        super().__init__()
        self.setAccessibleName(translate("Window", "Board"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.resize(DESIGN)  # or bars that were needed at first would stay in a window that is never shown
        self._board = board
        self.setWidget(board)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self.looked)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def part(self) -> QRect:
        """What is in view of the board."""
        corner = self._board.mapFrom(self.viewport(), QPoint(0, 0))
        return self.viewport().rect().translated(corner) & self._board.rect()

    def corner(self) -> QPoint:
        """How far the board is scrolled."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def scroll_to(self, corner: QPoint) -> None:
        """Scrolls so far, or as far as it goes."""
        self.horizontalScrollBar().setValue(corner.x())
        self.verticalScrollBar().setValue(corner.y())

    @Slot(QRect)
    def bring(self, part: QRect) -> None:
        """Brings a part of the board into view, or the middle of one that is larger."""
        middle = part.center()
        self.ensureVisible(middle.x(), middle.y(), part.width() // 2, part.height() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.looked.emit()

    @Slot(QWidget, QWidget)
    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """What takes the focus comes into view; the board as a whole, which is larger, is in view as it is."""
        if now is not None and now is not self._board and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 0)

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setStyleSheet(scroll_bars(style))
