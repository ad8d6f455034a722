"""Watches files that others write: tells once that they have changed, after the writing has come to rest.

Editors save in many ways: they write into the file, cut it to nothing first, or put another file in its place, which
takes the watch away with the old one. So every stir starts a rest, and after it the state decides.
"""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

REST_MS = 200  # without a stir before the state is looked at
EMPTY_MS = 1500  # how long a file may stay empty or away while it is being written
MOST_FILES = 500  # of a folder that are watched one by one; the system has only so many watches


class Watch(QObject):
    """`settled` tells that the state of what is watched is another one than before."""

    settled = Signal()

    def __init__(
        self, paths: Callable[[], Iterable[Path]], state: Callable[[], object], parent: QObject | None = None
    ) -> None:
        """`paths` gives what is to be watched now, `state` what is compared; None is a state that will pass."""
        super().__init__(parent)
        self._paths, self._state = paths, state
        self._watcher = QFileSystemWatcher(self)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._look)
        self._waited = False
        self._watcher.fileChanged.connect(self._stir)
        self._watcher.directoryChanged.connect(self._stir)
        self._known = state()
        self._watch()

    def _watch(self) -> None:
        """Also what was not there before, or was replaced."""
        wanted = {str(path) for path in self._paths()}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := sorted(watched - wanted):
            self._watcher.removePaths(gone)
        if new := sorted(wanted - watched):
            self._watcher.addPaths(new)

    @Slot()
    def _stir(self) -> None:
        self._waited = False
        self._rest.start(REST_MS)

    @Slot()
    def _look(self) -> None:
        self._watch()
        state = self._state()
        if state is None and not self._waited:
            self._waited = True
            self._rest.start(EMPTY_MS)
            return
        if state != self._known:
            self._known = state
            self.settled.emit()


def file_watch(path: Path, parent: QObject | None = None) -> Watch:
    """A watch on the content of a file, which may go and come again."""
    return Watch(lambda: existing([path, path.parent]), lambda: content(path), parent)


def folder_watch(folder: Path, files: Callable[[Path], list[Path]], parent: QObject | None = None) -> Watch:
    """A watch on the files of a folder, which need not be there yet; `files` gives them."""
    return Watch(
        lambda: (nearest(folder), *existing(files(folder)[:MOST_FILES])), lambda: states(files(folder)), parent
    )


def existing(paths: Iterable[Path]) -> list[Path]:
    """Those that are there; Qt warns of any other."""
    return [path for path in paths if path.exists()]


def nearest(folder: Path) -> Path:
    """The folder, or where it would be made."""
    return next(path for path in (folder, *folder.absolute().parents) if path.is_dir())


def content(path: Path) -> bytes | None:
    """The checksum of a file; None while it is empty or away."""
    try:
        if not path.is_file() or not path.stat().st_size:
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError:
        return b"unreadable"


def states(files: list[Path]) -> list[tuple[str, int, int]]:
    """Name, time of change and size of each file."""
    found = []
    for path in files:
        try:
            state = path.stat()
        except OSError:
            continue  # gone since it was listed
        found.append((path.name, state.st_mtime_ns, state.st_size))
    return found
