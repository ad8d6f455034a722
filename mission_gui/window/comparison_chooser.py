"""Chooses which missions are compared: a list with boxes, and a line that finds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mission_gui.domain.catalogue import Entry
from mission_gui.domain.records import surname
from mission_gui.domain.search import Entries, folded
from mission_gui.language import translate
from mission_gui.panels.switches import TickRows, indicator_sheet
from mission_gui.panels.wording import day
from mission_gui.physics.comparison import MOST
from mission_gui.theme import Style
from mission_gui.window.dialogs import dress

_ID = Qt.ItemDataRole.UserRole
_LEAST = 2


class ComparisonChooser(QDialog):
    """Two to six missions; `chosen` gives their ids, those that were chosen first before the others."""

    chosen = Signal(object)

    def __init__(self, entries: Entries, names: Sequence[str], style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._names = list(names)
        self._entries = tuple(entry for entry in reversed(entries) if not entry.fault and not entry.replaced)
        self.setWindowTitle(translate("Comparison", "Compare missions"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(translate("Comparison", "Find by name, crew, year or place"))
        self.line.setAccessibleName(self.line.placeholderText())
        self.line.textChanged.connect(self._search)
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("Comparison", "Missions"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemChanged.connect(self._check)
        self.note = QLabel(self)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(translate("Comparison", "Compare"))
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        self.buttons.accepted.connect(self._answer)
        self.buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        for part in (self.line, self.list, self.note, self.buttons):
            whole.addWidget(part)
        self._dress(style)
        self._search("")

    @Slot(str)
    def _search(self, text: str) -> None:
        """Lists what fits; what is chosen stays chosen."""
        self.list.blockSignals(True)
        self.list.clear()
        wanted = folded(text).split()
        for entry in self._entries:
            if not all(word in f"{entry.words} {folded(_told(entry))}" for word in wanted):
                continue
            item = QListWidgetItem(_told(entry))
            item.setData(_ID, entry.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if entry.id in self._names else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        if self.list.count():
            self.list.setCurrentRow(0)
        self._say()

    @Slot(QListWidgetItem)
    def _check(self, item: QListWidgetItem) -> None:
        name, wanted = item.data(_ID), item.checkState() is Qt.CheckState.Checked
        if wanted and name not in self._names:
            self._names.append(name)
        elif not wanted and name in self._names:
            self._names.remove(name)
        self._say()

    def _say(self) -> None:
        count = len(self._names)
        told = translate("Comparison", "{count} chosen; two to {most} can be compared")
        self.note.setText(told.format(count=count, most=MOST))
        self.ok.setEnabled(_LEAST <= count <= MOST)

    @Slot()
    def _answer(self) -> None:
        self.chosen.emit(tuple(self._names))
        self.accept()

    def _dress(self, style: Style) -> None:
        theme, px = style.theme, style.px
        dress(self, style)
        self.resize(round(px(560)), round(px(560)))
        self.list.setStyleSheet(
            f"QListWidget {{ color: {theme.text}; background: {theme.panel}; border: 1px solid {theme.border};"
            f" border-radius: {px(3):.0f}px; padding: {px(4):.0f}px; }}"
            f"QListWidget:focus {{ border: {max(round(px(2)), 2)}px solid {theme.soyuz_text}; }}"
            f"QListWidget::item {{ padding: {px(3):.0f}px; color: {theme.text}; }}"
            f"QListWidget::item:selected {{ background: {theme.raised}; color: {theme.text};"
            f" border-left: {max(round(px(3)), 2)}px solid {theme.soyuz}; }}"
            f"{indicator_sheet(style, 'QListWidget')}"
        )
        self.list.setItemDelegate(TickRows(style, self.list))


def _told(entry: Entry) -> str:
    """`Soyuz TMA-11 · 19 Apr 2008 · ballistic · Malenchenko, Whitson, Yi`."""
    landed = f"{day(entry.landing)} {entry.landing.year}" if entry.landing else ""
    mode = str(entry.mode) if entry.ballistic else ""
    crew = ", ".join(surname(str(one.name)) for one in entry.crew)
    return " · ".join(filter(None, (str(entry.name), landed, mode, crew)))
