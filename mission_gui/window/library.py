"""The library: all missions in a window of their own, to search, sort, look at and open on the board."""

from PySide6.QtCore import QByteArray, QItemSelectionModel, QModelIndex, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QCloseEvent,
    QDesktopServices,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from mission_gui.domain.catalogue import Entry
from mission_gui.domain.search import Entries, near_misses, search, sort
from mission_gui.language import translate
from mission_gui.theme import Style
from mission_gui.window.dialogs import scroll_bars
from mission_gui.window.library_details import Details
from mission_gui.window.library_filters import Filters
from mission_gui.window.library_model import EntryModel
from mission_gui.window.library_row import ROW, RowPainter
from mission_gui.window.library_tracks import TrackPictures
from mission_gui.window.library_words import TABLE, counted
from mission_gui.window.places import middle_of
from mission_gui.window.steady import Steady

SIZE = (1320.0, 800.0)
_SMALLEST = (800.0, 480.0)
_WITH_DETAILS = 1060.0


class MissionTable(QTableView):
    """A table that tells of its width."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class Library(QWidget):
    """Shows the entries it is given. `wished` gives the file of the mission to be opened on the board."""

    accessible_role = QAccessible.Role.Window
    wished = Signal(object)
    closed = Signal(str)
    """Where it stood, as `stand` takes it."""
    again = Signal()
    """The list is to be read again."""

    def __init__(self, look: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.look = look
        self.entries: Entries = ()
        self.on_board = ""
        self._tracks = TrackPictures(look)
        self.filters = Filters(look, self)
        self.model = EntryModel(self)
        self.table = MissionTable(self)
        self.table.setModel(self.model)
        self.rows = RowPainter(look, self._tracks, self.table)
        self.table.setItemDelegate(self.rows)
        self.details = Details(self._tracks, look, self)
        self.count = QLabel(self)
        self._set_up_table()
        self._lay_out()
        self.filters.changed.connect(self.search)
        self.filters.left.connect(self._move)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.table.activated.connect(self.open)
        self.table.resized.connect(self._fit_columns)
        self.details.opened.connect(self.open)
        self.details.edited.connect(self.edit)
        self._bind_keys()
        self.resize(round(look.px(SIZE[0])), round(look.px(SIZE[1])))
        Steady(self)
        self.restyle(look)

    def _set_up_table(self) -> None:
        table, header = self.table, self.table.horizontalHeader()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionClicked.connect(lambda section: self.filters.sort_by(TABLE[section].id))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.filters)
        left.addWidget(self.table, 1)
        left.addWidget(self.count)
        whole = QHBoxLayout(self)
        whole.addLayout(left, 1)
        whole.addWidget(self.details)
        self._layouts = (left, whole)

    def _bind_keys(self) -> None:
        for sequence, deed in (
            ("Ctrl+F", self.filters.line.setFocus),
            ("Escape", self.give_up),
            ("Ctrl+W", self.close),
            ("Ctrl+O", self.close),
            ("F5", self.again),
        ):
            QShortcut(QKeySequence(sequence), self).activated.connect(deed)

    @property
    def chosen(self) -> Entry | None:
        """The mission that the keyboard stands on."""
        row = self.table.currentIndex().row()
        return self.model.entries[row] if 0 <= row < len(self.model.entries) else None

    def come(self, on_board: str = "") -> None:
        """Comes to the front, ready to be typed into; the mission on the board is chosen where none is."""
        self.on_board = on_board
        self.show()
        self.raise_()
        self.activateWindow()
        self.filters.line.setFocus()
        self.filters.line.selectAll()
        self._choose(self.chosen or self._entry_on_board())

    def take(self, entries: Entries) -> None:
        """The missions there are."""
        self.entries = entries
        self.filters.offer(entries)
        self.search()

    def show_progress(self, done: int, of: int) -> None:
        """How many files have been read."""
        told = translate("Library", "Reading missions: {done} of {of}").format(done=done, of=of)
        self.count.setText(told)

    def show_opened(self, mission: str) -> None:
        """The id of the mission that is on the board now."""
        self.on_board = mission
        self._tell()

    def show_fault(self, text: str) -> None:
        """A mission that cannot be opened."""
        self.count.setText(text.splitlines()[0])
        self.count.setToolTip(text)

    @Slot()
    def search(self) -> None:
        """Lists what fits, the mission chosen before still chosen where it does."""
        before, query = self.chosen, self.filters.query()
        column, reverse = self.filters.column, self.filters.reverse
        self.model.show(sort(search(self.entries, query), column, reverse), column, reverse)
        self._choose(before or self._entry_on_board())
        self._tell()

    def _tell(self) -> None:
        """How many there are, or what was perhaps meant."""
        shown, broken = len(self.model.entries), sum(bool(entry.fault) for entry in self.entries)
        told = counted(shown, len(self.entries), broken)
        if not shown and (near := near_misses(self.entries, self.filters.query())):
            meant = translate("Library", "did you mean {words}?").format(words=", ".join(near))
            told = f"{told} · {meant}"
        self.count.setText(told)
        self.count.setToolTip("")

    def _entry_on_board(self) -> Entry | None:
        return next((e for e in self.model.entries if e.id == self.on_board and not e.replaced), None)

    def _choose(self, entry: Entry | None) -> None:
        row = max(self.model.row_of(entry), 0)
        if self.model.entries:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(self.model.index(row, 0), flags)
            self.table.scrollTo(self.model.index(row, 0))
        self.details.show_entry(self.chosen)

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, now: QModelIndex, before: QModelIndex) -> None:
        self.details.show_entry(self.chosen)

    @Slot(object)
    def _move(self, event: QKeyEvent) -> None:
        """A key of the line that is the list's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open()
        else:
            QApplication.sendEvent(self.table, event)

    @Slot()
    def open(self) -> None:
        """Wishes the chosen mission on the board; of a broken file, opens that."""
        entry = self.chosen
        if entry is None:
            return
        if entry.fault:
            self.edit()
            return
        self.count.setText(translate("Library", "Opening {name}").format(name=entry.name))
        self.wished.emit(entry.path)

    @Slot()
    def edit(self) -> None:
        """Opens the file of the chosen mission in what the user has for such files."""
        if self.chosen is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.chosen.path)))

    @Slot()
    def give_up(self) -> None:
        """Looks for nothing in particular; where that was so already, goes."""
        if not self.filters.clear():
            self.close()
        self.filters.line.setFocus()

    def restyle(self, look: Style) -> None:
        """Another theme, type size or language."""
        self.look = self.rows.look = look
        self.setWindowTitle(translate("Library", "Library") + " - Mission GUI")
        self.table.setAccessibleName(translate("Library", "Missions"))
        self._tracks.restyle(look)
        for part in (self.filters, self.details):
            part.restyle(look)
        theme, px = look.theme, look.px
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, look.color("window"))
        self.setPalette(palette)
        self.setMinimumSize(*(round(px(length)) for length in _SMALLEST))
        self.count.setFont(look.sans("small"))
        self.count.setStyleSheet(f"color: {theme.second}")
        self.table.verticalHeader().setDefaultSectionSize(round(px(ROW)))
        self.table.horizontalHeader().setFont(look.sans("small", 500))
        self.table.setStyleSheet(
            f"QTableView {{ background: {theme.panel}; border: 1px solid {theme.line}; outline: none; }}"
            f"QTableView:focus {{ border: {max(round(px(2)), 2)}px solid {theme.soyuz_text}; }}"
            f"QHeaderView {{ background: {theme.panel}; }}"
            f"QHeaderView::section {{ color: {theme.second}; background: {theme.panel}; border: none;"
            f" border-bottom: 1px solid {theme.line}; padding: {px(6):.0f}px {px(10):.0f}px; }}"
            f"QHeaderView::section:hover {{ color: {theme.text}; }}"
            f"{scroll_bars(look)}"
        )
        for layout, gap in zip(self._layouts, (10, 14), strict=True):
            layout.setSpacing(round(px(gap)))
        self._layouts[1].setContentsMargins(*[round(px(14))] * 4)
        self.search()
        self._fit_columns()

    def stand(self, geometry: str, board: QWidget) -> None:
        """Where it stood the last time, in Qt's own account in base 64; if that says nothing, on the board's screen."""
        if not self.restoreGeometry(QByteArray.fromBase64(geometry.encode())):
            self.setGeometry(middle_of(board.screen().availableGeometry(), self.size()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit(bytes(self.saveGeometry().toBase64().data()).decode())
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the list has all the room."""
        self.details.setVisible(self.width() >= self.look.px(_WITH_DETAILS))

    @Slot()
    def _fit_columns(self) -> None:
        """Gives what is left of the width to the columns that share it; port and days go where it is too narrow."""
        px, room = self.look.px, self.table.viewport().width()
        tries = ([c for c in TABLE if c.id not in _GIVE_WAY[:gone]] for gone in range(len(_GIVE_WAY)))
        least = [column for column in TABLE if column.id not in _GIVE_WAY]
        shown = next((columns for columns in tries if sum(px(c.width) for c in columns) <= room), least)
        spare = max(room - sum(px(column.width) for column in shown), 0.0)
        shares = sum(column.share for column in shown)
        for section, column in enumerate(TABLE):
            self.table.setColumnHidden(section, column not in shown)
            self.table.setColumnWidth(section, int(px(column.width) + spare * column.share / shares))


_GIVE_WAY = ("days", "port")
"""The columns that go, in this order, where there is no room; the details tell them too."""
