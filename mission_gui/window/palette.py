"""The palette: write a few letters, choose what to do or where to go."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mission_gui.language import translate
from mission_gui.theme import Style
from mission_gui.window.commands import Command, found
from mission_gui.window.dialogs import scroll_bars
from mission_gui.window.overlays import Overlay

_ROWS = 12
_MOST = 200
"""Rows that are listed: who looks further writes another letter."""
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Palette(Overlay):
    """Lists what holds the words written: commands, events, people, missions; Enter or a click does the chosen one."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(style, parent)
        self._commands: tuple[Command, ...] = ()
        self._listed: list[Command] = []
        self.line = QLineEdit(self)
        self.line.textChanged.connect(self._search)
        self.line.returnPressed.connect(self.do)
        self.line.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self.do)
        self.restyle(style)

    def ask(self, commands: Iterable[Command]) -> None:
        """Opens with everything listed."""
        self._commands = tuple(commands)
        self.setAccessibleName(translate("Window", "Commands"))
        for name in (self.line.setAccessibleName, self.line.setPlaceholderText):
            name(translate("Window", "Find a command, event, person, card, source or mission"))
        self.list.setAccessibleName(translate("Window", "Found"))
        self.line.clear()
        self._search("")
        self.list.scrollToTop()
        self.show()
        self.raise_()
        self.line.setFocus()

    def extend(self, commands: Iterable[Command]) -> None:
        """More has become known while somebody writes: what is found is found anew, the choice stays."""
        self._commands = tuple(commands)
        row = self.list.currentRow()
        self._search(self.line.text())
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))

    @Slot()
    def do(self) -> None:
        """The chosen command, after the palette is gone."""
        row = self.list.currentRow()
        if 0 <= row < len(self._listed):
            self.hide()
            self._listed[row].deed()

    @Slot(str)
    def _search(self, text: str) -> None:
        self._listed = found(self._commands, text)[:_MOST]
        self.list.clear()
        for command in self._listed:
            item = QListWidgetItem(f"{command.name}")
            item.setData(Qt.ItemDataRole.UserRole, f"{command.group}   {command.key}".rstrip())
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{command.name}, {command.group}, {command.key}")
            self.list.addItem(item)
        self.list.setVisible(bool(self._listed))
        if self._listed:
            self.list.setCurrentRow(0)
        self.fit(self.geometry())
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Up and down in the line move through the list."""
        if not isinstance(event, QKeyEvent) or event.key() not in _MOVES:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # or the board would take the key for one of its own
            return True
        if event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_ROWS, Qt.Key.Key_PageDown: _ROWS}
            row = self.list.currentRow() + step[Qt.Key(event.key())]
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
            return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._box().contains(event.position()):
            self.hide()

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        theme = style.theme
        self.line.setFont(style.sans("medium"))
        self.line.setStyleSheet(
            f"QLineEdit {{ color: {theme.text}; background: {theme.raised}; border: 1px solid {theme.soyuz};"
            f" border-radius: {style.px(3):.0f}px; padding: 0 {style.px(10):.0f}px;"
            f" selection-background-color: {theme.soyuz_text}; selection-color: {theme.window};"
            f" placeholder-text-color: {theme.third}; }}"
        )
        self.list.setFont(style.sans("normal"))
        self.list.setStyleSheet(
            f"QListWidget {{ color: {theme.text}; background: {theme.panel}; border: none; outline: none; }}"
            f"QListWidget::item {{ height: {style.px(26):.0f}px; padding-left: {style.px(8):.0f}px; }}"
            f"QListWidget::item:selected {{ color: {theme.text}; background: {theme.raised};"
            f" border-left: {max(round(style.px(3)), 2)}px solid {theme.soyuz}; }}"
            f"{scroll_bars(style)}"
        )
        self.list.setItemDelegate(_Aside(style, self.list))
        self.fit(self.geometry())

    def fit(self, room: QRect) -> None:
        super().fit(room)
        box, px = self._box(), self.look.px
        line = QRectF(box.left() + px(16), box.top() + px(16), box.width() - px(32), px(42))
        self.line.setGeometry(line.toRect())
        below = QRectF(line.left(), line.bottom() + px(8), line.width(), box.bottom() - line.bottom() - px(18))
        self.list.setGeometry(below.toRect())

    def _box(self) -> QRectF:
        px = self.look.px
        width = min(px(620), self.width() - px(40))
        rows = min(max(len(self._listed), 1), _ROWS)
        height = min(px(84) + rows * px(26), self.height() * 0.8)
        return QRectF((self.width() - width) // 2, self.height() // 8, width, height)

    def paint(self, painter: QPainter) -> None:
        look, box = self.look, self._box()
        painter.fillRect(self.rect(), look.color("window", 0.55))
        self.card(painter, box)
        if not self._listed:
            painter.setFont(look.sans("normal"))
            painter.setPen(look.color("second"))
            foot = QRectF(self.list.geometry()).adjusted(look.px(8), 0, 0, 0)
            painter.drawText(
                foot, int(Qt.AlignmentFlag.AlignVCenter.value), translate("Window", "Nothing is called that.")
            )


class _Aside(QStyledItemDelegate):
    """Group and key at the right of a command's name."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = style

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setFont(self._look.sans("small"))
        painter.setPen(self._look.color("second"))
        box = QRectF(option.rect).adjusted(0, 0, -self._look.px(10), 0)
        painter.drawText(
            box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, index.data(Qt.ItemDataRole.UserRole)
        )
        painter.restore()
