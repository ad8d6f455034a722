"""The filters of the library: a line to type in, chips for kinds of return, and menus of ports, years and orders."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mission_gui.domain.facts import Text
from mission_gui.domain.search import Entries, Query
from mission_gui.language import translate
from mission_gui.panels.menu import Choice, open_menu, start_menu
from mission_gui.theme import Style
from mission_gui.window.library_words import KINDS, TABLE, query_of

_TICK = "✓"
"""Before what is switched on, beside its colour."""
_ANY_PORT, _ANY_YEAR = Text("Any port", "Любой узел"), Text("Any year", "Любой год")
_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_PageUp)


class _MenuButton(QPushButton):
    """Opens a menu, with its first entry lit where a key did it."""

    opens = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        start_menu()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        start_menu()


class Filters(QWidget):
    """What is looked for, and in which order. `changed` tells of either."""

    accessible_role = QAccessible.Role.Grouping
    changed = Signal()
    left = Signal(object)
    """A key of the line that is meant for the list below it."""

    def __init__(self, look: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.port, self.year = "", 0
        self.column, self.reverse = "landing", True
        self._ports: list[str] = []
        self._years: list[int] = []
        self.line = QLineEdit(self)
        self.line.textChanged.connect(self.changed)
        self.line.installEventFilter(self)
        self.chips = {kind.field: self._chip() for kind in KINDS}
        self.by_port, self.by_year = self._button(self.open_ports), self._button(self.open_years)
        self.by_column = self._button(self.open_columns)
        row = QHBoxLayout()
        for widget in (*self.chips.values(), self.by_port, self.by_year):
            row.addWidget(widget)
        row.addStretch(1)
        first = QHBoxLayout()
        first.addWidget(self.line, 1)
        first.addWidget(self.by_column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(first)
        whole.addLayout(row)
        self._rows = (row, first, whole)
        QWidget.setTabOrder(self.line, self.by_column)  # which stands beside it
        self.restyle(look)

    def _chip(self) -> QPushButton:
        chip = QPushButton(self)
        chip.setCheckable(True)
        chip.toggled.connect(self._name)
        chip.toggled.connect(self.changed)
        return chip

    def _button(self, opens: Callable[[], None]) -> QPushButton:
        button = _MenuButton(self)
        button.clicked.connect(opens)
        return button

    def query(self) -> Query:
        """What is looked for."""
        kinds: dict[str, Any] = {field: True for field, chip in self.chips.items() if chip.isChecked()}
        year = (date(self.year, 1, 1), date(self.year, 12, 31)) if self.year else (None, None)
        return query_of(self.line.text(), Query(port=self.port, since=year[0], until=year[1], **kinds))

    def offer(self, entries: Entries) -> None:
        """The ports and years that there are; a chip that would show nothing of all is not offered."""
        self._ports = sorted({str(entry.port) for entry in entries if entry.port is not None})
        self._years = sorted({entry.landing.year for entry in entries if entry.landing is not None}, reverse=True)
        self.chips["own"].setVisible(any(not entry.built_in for entry in entries))

    def clear(self) -> bool:
        """Looks for nothing in particular; False where that was so already."""
        asked = self.query() != Query()
        self.port, self.year = "", 0
        for chip in self.chips.values():
            chip.setChecked(False)
        self.line.clear()
        self._name()
        if asked:
            self.changed.emit()
        return asked

    def sort_by(self, column: str) -> None:
        """Another column, or the same one the other way round."""
        newest_first = column in ("landing", "days")
        self.reverse = not self.reverse if column == self.column else newest_first
        self.column = column
        self._name()
        self.changed.emit()

    def open_ports(self) -> None:
        """The menu of ports."""
        ports = [Choice(port, partial(self._set, "port", port), port == self.port) for port in self._ports]
        self._open(self.by_port, [Choice(str(_ANY_PORT), partial(self._set, "port", ""), not self.port), *ports])

    def open_years(self) -> None:
        """The menu of years."""
        years = [Choice(str(year), partial(self._set, "year", year), year == self.year) for year in self._years]
        self._open(self.by_year, [Choice(str(_ANY_YEAR), partial(self._set, "year", 0), not self.year), *years])

    def open_columns(self) -> None:
        """The menu of orders, which the headings of the table offer too."""
        columns = (
            Choice(str(column.name), partial(self.sort_by, column.id), column.id == self.column) for column in TABLE
        )
        self._open(self.by_column, columns)

    def _open(self, button: QPushButton, choices: Iterable[Choice]) -> None:
        at = button.mapToGlobal(QPoint(0, button.height()))
        open_menu(self, self.look, {"": list(choices)}, at)

    def _set(self, name: str, value: object) -> None:
        setattr(self, name, value)
        self._name()
        self.changed.emit()

    @Slot()
    def _name(self) -> None:
        """The words of the buttons."""
        self.setAccessibleName(translate("Library", "What to look for"))
        for kind in KINDS:
            chip, name = self.chips[kind.field], str(kind.name)
            chip.setText(f"{_TICK} {name}" if chip.isChecked() else name)
        self.by_port.setText(f"{self.port or _ANY_PORT} ▾")
        self.by_year.setText(f"{self.year or _ANY_YEAR} ▾")
        name = next(str(column.name) for column in TABLE if column.id == self.column)
        order = translate("Library", "{column}, last first") if self.reverse else "{column}"
        told = order.format(column=name)
        self.by_column.setText(translate("Library", "Sorted by: {column}").format(column=told) + " ▾")
        for button in (*self.chips.values(), self.by_port, self.by_year, self.by_column):
            button.setAccessibleName(button.text().removesuffix(" ▾").removeprefix(f"{_TICK} "))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keys that move through the list do so from the line too."""
        moves = (*_DOWN, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in moves:
            self.left.emit(event)
            return True
        return super().eventFilter(watched, event)

    def restyle(self, look: Style) -> None:
        """Another theme, type size or language."""
        self.look = look
        theme, px = look.theme, look.px
        for name in (self.line.setAccessibleName, self.line.setPlaceholderText):
            name(translate("Library", "Crew, date, port, record, ballistic, flyaround, night …"))
        self.line.setFont(look.sans("medium"))
        self.line.setMinimumHeight(round(px(40)))
        self.line.setStyleSheet(
            f"QLineEdit {{ color: {theme.text}; background: {theme.raised}; border: 1px solid {theme.border};"
            f" border-radius: {px(3):.0f}px; padding: 0 {px(10):.0f}px; selection-background-color: {theme.soyuz_text};"
            f" selection-color: {theme.window}; placeholder-text-color: {theme.third}; }}"
            f"QLineEdit:focus {{ border: {max(round(px(2)), 2)}px solid {theme.soyuz_text}; }}"
        )
        for button in (*self.chips.values(), self.by_port, self.by_year, self.by_column):
            button.setFont(look.sans("small", 500))
            button.setMinimumSize(QSize(0, round(px(26))))
            button.setStyleSheet(
                f"QPushButton {{ color: {theme.text}; background: {theme.panel}; border: 1px solid {theme.border};"
                f" border-radius: {px(13):.0f}px; padding: 0 {px(12):.0f}px; }}"
                f"QPushButton:hover {{ background: {theme.raised}; }}"
                f"QPushButton:checked {{ color: {theme.window}; background: {theme.soyuz_text};"
                f" border-color: {theme.soyuz}; }}"
                f"QPushButton:focus {{ border: {max(round(px(2)), 1)}px solid {theme.text}; }}"
            )
        for row, gap in zip(self._rows, (6, 10, 10), strict=True):
            row.setSpacing(round(px(gap)))
        self._name()
