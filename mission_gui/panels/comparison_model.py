"""The table of differences as a model: a row for each figure, a column for each flight, and how each is known."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from mission_gui.language import translate
from mission_gui.panels.comparison_words import difference, known, names, row_name, tip, value
from mission_gui.physics.comparison import Comparison
from mission_gui.physics.comparison_figures import GROUP_NAMES, Group, Row, Said

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

_DIFFERING = 3
"""So many flights have columns of differences; with more, a hover tells them."""


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
