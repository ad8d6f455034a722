"""Menus in the colours and the type of the board."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from mission_gui.panels.switches import SIDE, indicator_sheet, paint_sign
from mission_gui.theme import Style


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry of a menu. `chosen` None is a plain deed; else it has a mark: one of a section where `alone`."""

    text: str
    deed: Callable[[], object]
    chosen: bool | None = None
    alone: bool = True
    enabled: bool = True


class BoardMenu(QMenu):
    """A menu in the dress of the board: what is on has a tick, what is on alone of several a dot."""

    def __init__(self, look: Style, parent: QWidget, title: str = "") -> None:
        super().__init__(title, parent)
        self.look = look
        self.setStyleSheet(menu_sheet(look))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        for action in self.actions():
            if action.isCheckable() and action.isChecked():
                ink = self.look.color("text" if action.isEnabled() else "second")
                paint_sign(painter, ink, self._sign_box(action), Qt.CheckState.Checked, _alone(action))
        painter.end()

    def _sign_box(self, action: QAction) -> QRectF:
        """The square before the words of an entry, where its sign stands."""
        line, side = QRectF(self.actionGeometry(action)), self.look.px(SIDE)
        return QRectF(line.left() + self.look.px(6), line.center().y() - side / 2, side, side)

    def start(self) -> None:
        """Lights the first entry that can be chosen, as is due to who opened it by a key."""
        first = next((action for action in self.actions() if action.isEnabled() and not action.isSeparator()), None)
        if first is not None:
            self.setActiveAction(first)


def _alone(action: QAction) -> bool:
    group: QActionGroup | None = action.actionGroup()
    return group is not None and group.isExclusive()


def start_menu(asked: QContextMenuEvent | None = None) -> None:
    """Where a key has just opened a menu, its first entry is lit; `asked` is the wish for it, if it was one."""
    if asked is not None and asked.reason() is not QContextMenuEvent.Reason.Keyboard:
        return
    menu = QApplication.activePopupWidget()
    if isinstance(menu, BoardMenu) and menu.activeAction() is None:
        menu.start()


class ChoiceMenu(BoardMenu):
    """Sections of choices under their names. It goes when it is closed."""

    def __init__(self, owner: QWidget, look: Style, sections: dict[str, list[Choice]]) -> None:
        super().__init__(look, owner)
        self._deeds: list[Callable[[], object]] = []
        self.setObjectName("choices")
        self.setAccessibleName(owner.accessibleName())
        self.aboutToHide.connect(self.deleteLater)
        self.triggered.connect(self._do)
        for title, choices in sections.items():
            if title:
                heading = self.addAction(title)
                heading.setEnabled(False)
                heading.setFont(look.sans("small", 500, 80))
            group = QActionGroup(self)
            for choice in choices:
                self._add(choice, group)
            self.addSeparator()

    def _add(self, choice: Choice, group: QActionGroup) -> None:
        action = self.addAction(choice.text)
        action.setEnabled(choice.enabled)
        action.setData(len(self._deeds))
        self._deeds.append(choice.deed)
        if choice.chosen is not None:
            action.setCheckable(True)
            if choice.alone:
                group.addAction(action)
            action.setChecked(choice.chosen)

    @Slot(QAction)
    def _do(self, action: QAction) -> None:
        self._deeds[action.data()]()


def open_menu(owner: QWidget, look: Style, sections: dict[str, list[Choice]], at: QPoint) -> ChoiceMenu:
    """Opens a menu at a point of the screen."""
    menu = ChoiceMenu(owner, look, sections)
    menu.popup(at)
    return menu


def menu_sheet(look: Style) -> str:
    """The style sheet of a menu."""
    theme, px = look.theme, look.px
    return (
        f"QMenu {{ background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.border};"
        f" padding: {px(4):.0f}px; font-family: '{look.sans().family()}'; font-size: {look.size('normal')}px; }}"
        f"QMenu::item {{ padding: {px(4):.0f}px {px(20):.0f}px {px(4):.0f}px {px(16):.0f}px;"
        f" border-radius: {px(3):.0f}px; border: 1px solid transparent; }}"
        f"QMenu::item:selected {{ background: {theme.lit}; border-color: {theme.soyuz}; }}"
        f"QMenu::item:disabled {{ color: {theme.second}; }}"
        f"{indicator_sheet(look, 'QMenu')}"
        f"QMenu::separator {{ height: 1px; background: {theme.line}; margin: {px(4):.0f}px {px(6):.0f}px; }}"
    )
