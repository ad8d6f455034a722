"""The table of differences on the screen and in pictures."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from mission_gui.language import translate
from mission_gui.panels.comparison_cells import ROW, Head, Painter
from mission_gui.panels.comparison_model import Figures, fitting_rows
from mission_gui.physics.comparison import Comparison
from mission_gui.theme import Style

_NAME, _DIFFERENCE = 1.5, 0.74
"""How wide the names and the differences are beside a flight's own column."""


class ComparisonSheet(QTableView):
    """Moves by the keys of a table; a hover tells the source. `bare` leaves out rows rather than scroll."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.bare = style, False
        self.comparison: Comparison | None = None
        self.figures: Figures | None = None
        self.setAccessibleName(translate("Comparison", "Table of differences"))
        self.setHorizontalHeader(Head(style, self))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.restyle(style)

    def show_comparison(self, comparison: Comparison) -> None:
        """Other flights, or another alignment."""
        self.comparison = comparison
        self._fill()

    def set_bare(self, bare: bool) -> None:
        """As for a picture, or as for a hand."""
        self.bare = bare
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if bare else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        self._fill()

    @property
    def left_out(self) -> int:
        """How many rows a picture has no room for."""
        if self.comparison is None or self.figures is None:
            return 0
        return len(self.comparison.rows) - sum(line.row is not None for line in self.figures.lines)

    def _fill(self) -> None:
        comparison = self.comparison
        if comparison is None:
            return
        rows = comparison.rows
        if self.bare:
            rows = fitting_rows(rows, self.viewport().height() // self._row())
        before, self.figures = self.figures, Figures(comparison, rows, self)
        self.setModel(self.figures)
        if before is not None:
            before.deleteLater()
        self.clearSpans()
        for number, line in enumerate(self.figures.lines):
            # Not in a picture: Qt draws spans in an order that changes from time to time.
            if line.row is None and not self.bare:
                self.setSpan(number, 0, 1, self.figures.columnCount())
        self._size()

    def _row(self) -> int:
        return round(self.look.px(ROW))

    def _size(self) -> None:
        if self.figures is None:
            return
        shares = [_NAME, *(_DIFFERENCE if differs else 1.0 for _, differs in self.figures.columns)]
        room, total = self.viewport().width(), sum(shares)
        edges = [round(room * sum(shares[:i]) / total) for i in range(len(shares) + 1)]
        for i in range(len(shares)):
            self.setColumnWidth(i, edges[i + 1] - edges[i])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.bare:
            self._fill()
        self._size()

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        self.look = style
        theme = style.theme
        self.setStyleSheet(
            f"QTableView {{ background: {theme.panel}; color: {theme.text}; outline: none;"
            # As wide as the frame of what has the keyboard, or the figures would move when that comes.
            f" border: {max(round(style.px(2)), 2)}px solid {theme.panel}; }}"
            f"QTableView:focus {{ border-color: {theme.soyuz_text}; }}"
            f"QHeaderView {{ background: {theme.panel}; border: none; }}"
            f"QScrollBar:vertical {{ width: {style.px(6):.0f}px; background: {theme.panel}; }}"
            f"QScrollBar::handle:vertical {{ background: {theme.border}; border-radius: {style.px(3):.0f}px;"
            f" min-height: {style.px(24):.0f}px; }}"
            "QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }"
            f"QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: {theme.panel}; }}"
        )
        self.setItemDelegate(Painter(style, self))
        heads = self.horizontalHeader()
        assert isinstance(heads, Head)
        heads.look = style
        heads.setFixedHeight(round(style.px(30)))
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(4)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._row())
        self._fill()
