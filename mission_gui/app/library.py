"""The library beside the board: its window, and the thread that reads missions for it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from mission_gui.domain.mission import Mission
from mission_gui.domain.search import Entries
from mission_gui.missionfile.library import files_in, own_folder
from mission_gui.session.librarian import Librarian
from mission_gui.session.watch import folder_watch
from mission_gui.window import MainWindow

if TYPE_CHECKING:
    from mission_gui.window.library import Library


class Shelf(QObject):
    """Hears what the board wishes to know of other missions. `taken` gives the `Mission` that is to be flown, and its
    file."""

    taken = Signal(object, object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.library: Library | None = None
        self.librarian = Librarian(self)
        self.librarian.listed.connect(self._list)
        self.librarian.read.connect(self._take)
        self.librarian.failed.connect(self._fail)
        window.library_wished.connect(self.show)
        window.missions_wished.connect(self.librarian.look)
        window.mission_wished.connect(self.librarian.fetch)
        window.choices.dressed.connect(self._dress)
        window.closed.connect(self.close)

    @Slot()
    def show(self) -> None:
        """Brings the library to the front, and has the list read as it is now."""
        if self.library is None:
            from mission_gui.window.library import Library  # only who opens it waits for it

            self.library = Library(self.window.look)
            self.library.stand(self.window.choices.settings.library, self.window)
            self.library.closed.connect(self._keep)
            self.library.wished.connect(self.librarian.fetch)
            self.library.again.connect(self.librarian.look)
            self.librarian.progressed.connect(self.library.show_progress)
            self.library.take(self.window.missions)
            self._watch = folder_watch(own_folder(), files_in, self)
            self._watch.settled.connect(self.librarian.look)
        self.library.come(self.window.mission.id if self.window.mission else "")
        self.librarian.look()

    @Slot(object)
    def _list(self, entries: Entries) -> None:
        self.window.know(entries)
        if self.library is not None:
            self.library.take(entries)

    @Slot(object, object)
    def _take(self, mission: Mission, path: Path) -> None:
        if self.library is not None:
            self.library.show_opened(mission.id)
        self.taken.emit(mission, path)

    @Slot(str)
    def _fail(self, text: str) -> None:
        """Said where it was wished: in the library while that is open, else on the board."""
        if self.library is not None and self.library.isVisible():
            self.library.show_fault(text)
        else:
            self.window.notice.say(text.splitlines()[0])

    @Slot()
    def _dress(self) -> None:
        if self.library is not None:
            self.library.restyle(self.window.look)

    @Slot(str)
    def _keep(self, geometry: str) -> None:
        self.window.choices.keep(library=geometry)

    @Slot()
    def close(self) -> None:
        """With the board goes the library."""
        if self.library is not None:
            self.library.close()
        self.librarian.close()
