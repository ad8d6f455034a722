"""A menu of things that can be switched on and off, which stays open meanwhile."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from mission_gui.language import translate
from mission_gui.panels.menu import BoardMenu
from mission_gui.theme import Style


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a menu: what it does, and for what can be switched, whether it is on; or a menu of its own.

    One without a deed and without a menu is a line that parts others.
    """

    text: str = ""
    deed: Callable[[], None] | None = None
    on: Callable[[], bool] | None = None
    menu: Sequence["Entry"] = field(default_factory=tuple)


PARTING = Entry()


class SwitchMenu(BoardMenu):
    """Switches show their present state after each change of any of them."""

    def __init__(self, style: Style, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(style, parent)
        self.setAccessibleName(translate("Charts", "Choose charts"))
        self._switches: list[tuple[QAction, Callable[[], bool]]] = []
        for entry in entries:
            self._add(style, entry)
        self.refresh()

    def _add(self, style: Style, entry: Entry) -> None:
        if entry.menu:
            menu = SwitchMenu(style, entry.menu, self)
            menu.setTitle(entry.text)
            self.addMenu(menu)
        elif entry.deed is None:
            self.addSeparator()
        else:
            action = self.addAction(entry.text)
            action.setCheckable(entry.on is not None)
            action.triggered.connect(entry.deed)
            if entry.on is not None:
                self._switches.append((action, entry.on))
                action.triggered.connect(self.refresh)

    def refresh(self) -> None:
        """Sets all marks, in the menu that this one belongs to as well."""
        for action, on in self._switches:
            action.setChecked(on())
        owner = self.parent()
        if isinstance(owner, SwitchMenu):
            owner.refresh()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self._switch()
        if action is not None:
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._switch()
        if event.key() == Qt.Key.Key_Space and action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)

    def _switch(self) -> QAction | None:
        """The switch that is chosen at present."""
        action: QAction | None = self.activeAction()
        return action if action is not None and action.isCheckable() else None
