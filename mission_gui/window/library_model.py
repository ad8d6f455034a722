"""The missions as a table for Qt: a row each, a column for each of `TABLE`."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mission_gui.domain.catalogue import Entry
from mission_gui.domain.search import Entries
from mission_gui.window.library_words import TABLE, in_order, spoken

ENTRY = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class EntryModel(QAbstractTableModel):
    """Shows the entries it is given, in their order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: Entries = ()
        self._column, self._reverse = "", False

    def show(self, entries: Entries, column: str, reverse: bool) -> None:
        """Other entries, and the column they are in order of."""
        self.beginResetModel()
        self.entries, self._column, self._reverse = entries, column, reverse
        self.endResetModel()

    def row_of(self, entry: Entry | None) -> int:
        """Where a mission stands, by its file; -1 where it is not listed."""
        path = entry.path if entry is not None else None
        return next((row for row, listed in enumerate(self.entries) if listed.path == path), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(TABLE)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry, column = self.entries[index.row()], TABLE[index.column()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(filter(None, column.told(entry)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(entry) if index.column() == 0 else " ".join(filter(None, column.told(entry)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.fault or None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            column = TABLE[section]
            return f"{column.name} {'↓' if self._reverse else '↑'}" if column.id == self._column else str(column.name)
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.AccessibleTextRole:
            return in_order(TABLE[section], self._reverse if TABLE[section].id == self._column else None)
        return None
