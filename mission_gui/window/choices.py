"""What the user chooses about the board: layout, theme, arrangement, and the way back to an earlier view."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QInputDialog, QWidget

from mission_gui.domain.language import spoken
from mission_gui.language import choose, translate
from mission_gui.settings import Settings
from mission_gui.theme import THEMES, Style
from mission_gui.window.board import Board
from mission_gui.window.dialogs import dress
from mission_gui.window.history import History, ViewState
from mission_gui.window.layouts import BY_ID, ORBIT


class Choices(QObject):
    """Changes the board as the user wishes. `settled` gives the settings that follow, `said` a word on the deed."""

    settled = Signal(object)
    said = Signal(str)
    dressed = Signal()
    """Another theme."""

    def __init__(self, board: Board, theme: str) -> None:
        super().__init__(board)
        self.board = board
        self.settings = replace(Settings(), theme=theme, follows=False)
        self.history = History()
        board.arranged.connect(self.note_view)
        board.area.rearranged.connect(self._note_arrangement)

    def adopt(self, settings: Settings) -> None:
        """The settings of the last run, before the board is built."""
        self.settings = settings
        choose(settings.language)
        self.set_theme(settings.theme)
        self.board.layout_ = BY_ID.get(settings.layout, ORBIT)
        self.board.following = settings.follows
        self.board.kept = settings.board or settings.saved.get(settings.layout)

    def keep(self, **changes: Any) -> None:
        """Other settings from now on."""
        self.settings = replace(self.settings, **changes)
        self.settled.emit(self.settings)

    def set_theme(self, name: str) -> None:
        """Another theme by its name in `THEMES`; the one there is where there is none of that name."""
        if name in THEMES:
            self.board.restyle(Style(THEMES[name], self.board.look.base))
            self.dressed.emit()
            self.note_view()

    def set_language(self, name: str) -> None:
        """Another language by its code, that of the system where it is empty; the board is written anew."""
        before = spoken()
        if choose(name) != before:
            self.board.rebuild()
            self.dressed.emit()

    def choose_theme(self, name: str) -> None:
        """Another theme, kept for the next start."""
        self.set_theme(name)
        self.keep(theme=name)

    def next_theme(self) -> None:
        """The theme after this one."""
        names = list(THEMES)
        self.choose_theme(names[(names.index(self.board.look.theme.name) + 1) % len(names)])

    def choose_layout(self, name: str) -> None:
        """A layout by its id, or one that the user saved, by its name."""
        if name in BY_ID:
            self.board.set_layout(BY_ID[name])
        elif name in self.settings.saved:
            self.board.take_up(self.settings.saved[name])
        self.keep(layout=name, follows=False, board=None)

    def follow_phase(self) -> None:
        """Lets the phase choose the layout."""
        self.board.follow_phase()
        self.keep(follows=True, board=None)
        self.said.emit(translate("Window", "The layout follows the phase of the flight"))

    def reset_layout(self) -> None:
        """The layout as it was made."""
        self.board.reset_layout()
        self.keep(layout=self.board.layout_.id, board=None)

    def ask_for_name(self, parent: QWidget) -> None:
        """Asks for a name to save the arrangement under."""
        asked = QInputDialog(parent)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.setWindowTitle(translate("Window", "Save the layout"))
        asked.setLabelText(translate("Window", "A name for this arrangement of panels"))
        asked.setTextValue(self.layout if self.layout in self.settings.saved else "")
        asked.setOkButtonText(translate("Window", "Save"))
        asked.setCancelButtonText(translate("Window", "Cancel"))
        dress(asked, self.board.look)
        asked.textValueSelected.connect(self.save_layout)
        dress(asked, self.board.look)
        asked.open()

    @Slot(str)
    def save_layout(self, name: str) -> None:
        """Keeps how the panels stand under a name."""
        name = name.strip()
        if not name or name in BY_ID:
            self.said.emit(translate("Window", "A layout needs a name of its own"))
            return
        saved = {**self.settings.saved, name: self.board.arrangement()}
        self.keep(saved=saved, layout=name, follows=False, board=None)
        self.said.emit(translate("Window", "Saved the layout {name}; Ctrl K finds it").format(name=name))

    def delete_layout(self, name: str) -> None:
        """Forgets an arrangement that was saved; the panels stay where they are."""
        saved = {kept: arrangement for kept, arrangement in self.settings.saved.items() if kept != name}
        if self.settings.layout == name:
            self.keep(layout=self.board.layout_.id, board=self.board.arrangement())
        self.keep(saved=saved)
        self.said.emit(translate("Window", "Deleted the layout {name}").format(name=name))

    @property
    def layout(self) -> str:
        """The layout on the board: the name under which it is saved, or its id."""
        kept = self.settings.layout
        return kept if kept in self.settings.saved and not self.board.following else self.board.layout_.id

    @Slot()
    def _note_arrangement(self) -> None:
        """The user moved a panel: that survives the next start, even after a crash."""
        self.board.following = False
        self.keep(board=self.board.arrangement(), follows=False)
        self.note_view()

    @Slot(object)
    def take_over(self, settings: Settings) -> None:
        """What the dialog says now."""
        if settings.theme != self.board.look.theme.name:
            self.set_theme(settings.theme)
        self.set_language(settings.language)
        if settings.follows and not self.board.following:
            self.board.follow_phase()
        layout = self.layout
        self.board.following = settings.follows
        if not settings.follows and settings.layout != layout:
            self.choose_layout(settings.layout)
        self.keep(theme=settings.theme, language=settings.language, layout=settings.layout, follows=settings.follows)

    def view(self) -> ViewState:
        """How the board looks now, apart from the time it shows."""
        board = self.board
        views = {name: view for name, panel in board.panels.items() if (view := panel.view_state())}
        stands = board.arrangement() if board.area.changed_by_user() else None
        return ViewState(board.look.theme.name, board.layout_.id, board.following, stands, views)

    @Slot()
    def note_view(self) -> None:
        """Remembers the view, to come back to."""
        if self.board.panels:
            self.history.note(self.view())

    def undo(self) -> None:
        """The view before."""
        self._show(self.history.back())

    def redo(self) -> None:
        """The view that was undone last."""
        self._show(self.history.on())

    def _show(self, view: ViewState | None) -> None:
        if view is None:
            self.said.emit(translate("Window", "There is no other view to go to"))
            return
        self.history.hold(True)
        self.set_theme(view.theme)
        now = self.view()
        if view.arrangement is not None and view.arrangement != now.arrangement:
            self.board.take_up(view.arrangement)
        elif view.arrangement is None and (view.layout, None) != (now.layout, now.arrangement):
            self.board.set_layout(BY_ID[view.layout])
        self.board.following = view.follows
        self.keep(theme=view.theme, follows=view.follows, layout=view.layout, board=view.arrangement)
        for name, state in view.panels.items():
            if name in self.board.panels:
                self.board.panels[name].restore_view(dict(state))
        self.history.hold(False)
