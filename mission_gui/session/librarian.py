"""The librarian: reads the list of missions and single mission files in a thread of its own."""

from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal, Slot

from mission_gui.domain.errors import Cancelled, UserError
from mission_gui.session.worker import Token


class LibraryWorker(QObject):
    """Lives in the librarian's thread. A newer wish stops a list that is being read; what was read of it is kept."""

    progressed = Signal(int, int)
    listed = Signal(object, int)
    read = Signal(object, object)
    failed = Signal(str)

    def __init__(self, token: Token) -> None:
        super().__init__()
        self._token = token

    @Slot(int)
    def look(self, number: int) -> None:
        """Reads the list of missions."""
        from mission_gui.catalogue import read_catalogue

        def progress(done: int, of: int) -> None:
            if not self._token.is_newest(number):
                raise Cancelled
            self.progressed.emit(done, of)

        if self._token.is_newest(number):
            try:
                self.listed.emit(read_catalogue(progress), number)
            except Cancelled:
                return

    @Slot(object)
    def fetch(self, path: Path) -> None:
        """Reads a mission file."""
        from mission_gui.missionfile import read_mission

        try:
            self.read.emit(read_mission(path), path)
        except UserError as error:
            self.failed.emit(str(error))

    @Slot()
    def halt(self) -> None:
        """Ends the thread; runs in it."""
        QThread.currentThread().quit()


class Librarian(QObject):
    """The window's side of it. Every call returns at once; what comes of it arrives by the signals."""

    progressed = Signal(int, int)
    """How many mission files have been read, of how many that must be."""
    listed = Signal(object)
    """The `Entries` there are."""
    read = Signal(object, object)
    """The `Mission` of a file that was asked for, and the file."""
    failed = Signal(str)

    _looked = Signal(int)
    _fetched = Signal(object)
    _halted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._token = Token()
        self._waits = False
        self._thread = QThread(self)
        self._thread.setObjectName("library")
        self._worker = LibraryWorker(self._token)
        self._worker.moveToThread(self._thread)
        self._looked.connect(self._worker.look)
        self._fetched.connect(self._worker.fetch)
        self._halted.connect(self._worker.halt)
        self._worker.progressed.connect(self.progressed)
        self._worker.listed.connect(self._take)
        self._worker.read.connect(self.read)
        self._worker.failed.connect(self.failed)

    def look(self) -> None:
        """Wishes the list as it is now."""
        self._start()
        self._waits = True
        self._looked.emit(self._token.bump())

    def fetch(self, path: Path) -> None:
        """Wishes the mission of a file; a list that is being read waits for it."""
        self._start()
        number = self._token.bump()
        self._fetched.emit(path)
        if self._waits:
            self._looked.emit(number)

    def close(self) -> None:
        """Stops what runs and ends the thread."""
        self._token.bump()
        self._halted.emit()
        self._thread.wait()

    def _start(self) -> None:
        if not self._thread.isRunning():
            self._thread.start(QThread.Priority.LowPriority)

    @Slot(object, int)
    def _take(self, entries: object, number: int) -> None:
        if self._token.is_newest(number):
            self._waits = False
            self.listed.emit(entries)
