"""The table of differences: a row for each figure, a column for each flight, and how each figure is known."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from mission_gui.language import translate
from mission_gui.panels.comparison_series import SHORT_SAMPLE, ink, paint_sample
from mission_gui.panels.comparison_words import MARKS, difference, known, names, row_name, tip, value
from mission_gui.panels.lettering import RIGHT, width, write
from mission_gui.physics.comparison import Comparison
from mission_gui.physics.comparison_figures import GROUP_NAMES, SAID_NAMES, Form, Group, Row, Said
from mission_gui.theme import Style

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()

TELLING = (
    "descent",
    "peak_load_replayed",
    "peak_load_reported",
    "short_of_plan_replayed",
    "short_of_plan_reported",
    "landing_place",
    "landing_date",
    "landing_time",
    "undocking_to_touchdown_replayed",
    "entry_interface_to_parachutes_replayed",
    "ignition_to_touchdown_replayed",
    "steepness_replayed",
    "entry_way_replayed",
    "lift_lost_replayed",
    "delta_v",
    "time_of_undocking_reported",
    "time_of_ignition_replayed",
    "time_of_entry_interface_replayed",
    "time_of_parachutes_replayed",
    "time_of_touchdown_reported",
    "crew",
    "port",
    "crew_days",
    "entry_speed_replayed",
    "entry_angle_replayed",
    "peak_heating_replayed",
    "peak_pressure_replayed",
    "ignition_to_burn_end_replayed",
    "parachutes_to_touchdown_replayed",
    "time_of_ignition_reported",
    "time_of_module_separation_replayed",
    "time_of_peak_load_replayed",
    "time_of_undocking_planned",
    "time_of_ignition_planned",
    "time_of_touchdown_planned",
)
"""The rows that a picture shows where not all have room, the most telling first."""

_ROW = 22.0
_DIFFERING = 3
"""So many flights have columns of differences; with more, a hover tells them."""
_NAME, _DIFFERENCE = 1.5, 0.74
"""How wide the names and the differences are beside a flight's own column."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: a row of figures, or the heading of a group."""

    group: Group
    row: Row | None = None


def lines(rows: Iterable[Row]) -> tuple[Line, ...]:
    """The rows under the headings of their groups."""
    found: list[Line] = []
    for row in rows:
        if not found or found[-1].group is not row.group:
            found.append(Line(row.group))
        found.append(Line(row.group, row))
    return tuple(found)


def fitting_rows(rows: tuple[Row, ...], room: int) -> tuple[Row, ...]:
    """As many of the rows, in their order, as have room in so many lines with their headings."""
    rank = {row_id: i for i, row_id in enumerate(TELLING)}
    ordered = sorted(rows, key=lambda row: rank.get(row.id, len(rank)))
    for count in range(len(rows), 0, -1):
        chosen = {row.id for row in ordered[:count]}
        kept = tuple(row for row in rows if row.id in chosen)
        if len(lines(kept)) <= room:
            return kept
    return ()


class Figures(QAbstractTableModel):
    """The lines as a table: names, the first flight, then each other flight with its difference."""

    def __init__(self, comparison: Comparison, rows: tuple[Row, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.comparison, self.lines = comparison, lines(rows)
        count = len(comparison.flights)
        kinds = (False, True) if count <= _DIFFERING else (False,)
        self.columns = [(0, False), *((number, differs) for number in range(1, count) for differs in kinds)]
        """Which flight a column is of, and whether it has the differences."""

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else 1 + len(self.columns)

    def text(self, line: Line, column: int) -> str:
        """What a place of the table says."""
        if line.row is None:
            return str(GROUP_NAMES[line.group]) if column == 0 else ""
        if column == 0:
            # That a figure is the model's is told by its sign.
            return str(line.row.name) if line.row.said is Said.REPLAYED else row_name(line.row)
        number, differs = self.columns[column - 1]
        return difference(line.row, number) if differs else value(line.row.measure, line.row.cells[number])

    def tip(self, row: Row, number: int) -> str:
        """All that is known of a figure, and how it differs from the first."""
        told, differs = tip(row, row.cells[number]), difference(row, number)
        if not differs:
            return told
        words = translate("Comparison", "against {ship}: {difference}")
        return f"{told}\n{words.format(ship=names(self.comparison)[0], difference=differs)}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, column = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(line, column)
        if line.row is None or column == 0:
            return None
        number, differs = self.columns[column - 1]
        if role == Qt.ItemDataRole.ToolTipRole and not differs:
            return self.tip(line.row, number)
        if role == Qt.ItemDataRole.AccessibleTextRole and not differs:
            return ", ".join(filter(None, (self.text(line, column), known(line.row.cells[number]))))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        if section == 0:
            return translate("Comparison", "Figure")
        number, differs = self.columns[section - 1]
        return translate("Comparison", "Difference") if differs else names(self.comparison)[number]


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
            if line.row is None:
                self.setSpan(number, 0, 1, self.figures.columnCount())
        self._size()

    def _row(self) -> int:
        return round(self.look.px(_ROW))

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
            f"QTableView {{ background: {theme.panel}; color: {theme.text}; border: none; outline: none; }}"
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


class Head(QHeaderView):
    """The flights' names, each beside its line."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.look = style
        self.setMinimumSectionSize(4)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        look, figures = self.look, self.model()
        assert isinstance(figures, Figures)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(rect, look.color("panel"))
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawLine(rect.left(), rect.bottom(), rect.right() + 1, rect.bottom())
        text = str(figures.headerData(section, Qt.Orientation.Horizontal))
        box = QRectF(rect).adjusted(look.px(6), 0, -look.px(8), 0)
        number, differs = figures.columns[section - 1] if section else (0, True)
        if section == 0:
            write(painter, box.adjusted(look.px(6), 0, 0, 0), text, look.sans("small"), look.color("third"))
        elif differs:
            write(painter, box, text, look.sans("small"), look.color("third"), RIGHT)
        else:
            font = look.sans("normal", 600)
            write(painter, box, text, font, ink(look, number), RIGHT)
            start = box.right() - width(font, text) - look.px(SHORT_SAMPLE + 8)
            if start > box.left():
                paint_sample(painter, look, number, start, box.center().y(), SHORT_SAMPLE)
        painter.restore()


class Painter(QStyledItemDelegate):
    """Figures at the right in even digits, each with the sign of how it is known."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = style

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(round(self.look.px(60)), round(self.look.px(_ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        figures, look = index.model(), self.look
        assert isinstance(figures, Figures)
        line, text = figures.lines[index.row()], str(index.data())
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.color("raised"))
            painter.setPen(QPen(look.color("soyuz"), look.px(1)))
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if line.row is None:
            foot = box.adjusted(look.px(12), look.px(4), 0, 0)
            write(painter, foot, text.upper(), look.sans("small", 500, 80), look.color("second"))
        else:
            painter.setPen(QPen(look.color("graticule"), 1))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
            self._paint_cell(painter, figures, line.row, index.column(), box, text)
        painter.restore()

    def _paint_name(self, painter: QPainter, row: Row, box: QRectF) -> None:
        """What a figure is called, and at the right whose it is, where its sign does not tell that."""
        look, font = self.look, self.look.sans("small")
        said = "" if row.said is Said.REPLAYED else str(SAID_NAMES[row.said])
        write(painter, box, said, font, look.color("third"), RIGHT)
        room = box.adjusted(0, 0, -width(font, said) - look.px(6) if said else 0, 0)
        write(painter, room, str(row.name), font, look.color("text"))

    def _paint_cell(self, painter: QPainter, figures: Figures, row: Row, column: int, box: QRectF, text: str) -> None:
        look, inner = self.look, box.adjusted(self.look.px(4), 0, -self.look.px(8), 0)
        if column == 0:
            self._paint_name(painter, row, inner.adjusted(look.px(8), 0, 0, 0))
            return
        number, differs = figures.columns[column - 1]
        cell = row.cells[number]
        if differs:
            write(painter, inner, text, look.mono("small"), look.color("second"), RIGHT)
        elif cell is None:
            mark = inner.adjusted(0, 0, -look.px(14), 0)
            write(painter, mark, text, look.sans("small"), look.color("third"), RIGHT)
        else:
            sign = QRectF(inner.right() - look.px(10), inner.top(), look.px(11), inner.height())
            write(painter, sign, MARKS[cell.basis], look.sans("small"), look.color("third"), RIGHT)
            words = row.measure.form is Form.WORDS or cell.value is None
            font = look.sans("small", 500) if words else look.mono("small", 500)
            write(painter, inner.adjusted(0, 0, -look.px(14), 0), text, font, look.color("text"), RIGHT)
