"""Writes pictures while the windows go on: packs in a thread what is drawn already, and has others drawn aside."""

import multiprocessing
import sys
from collections.abc import Callable, Collection
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from mission_gui.app.start import application
from mission_gui.domain.errors import UserError
from mission_gui.export.aside import Wish, begin, draw
from mission_gui.files import write_for_user
from mission_gui.language import translate


class Taking(QObject):
    """`told` gives the path of a picture, and in words whether it is there.

    Thread and process stay until `finish`: the next picture is there the sooner.
    """

    told = Signal(object, str)
    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: dict[Path, Future[None]] = {}
        self._packers: ThreadPoolExecutor | None = None
        self._drawers: ProcessPoolExecutor | None = None
        self._done.connect(self._tell)

    @property
    def open(self) -> Collection[Path]:
        """The files that are being made: their names are taken."""
        return self._open.keys()

    def pack(self, path: Path, content: Callable[[], bytes]) -> None:
        """Makes and writes the content of a file in a thread."""
        if self._packers is None:
            self._packers = ThreadPoolExecutor(1, "pictures")
        self._follow(path, self._packers.submit(_write, path, content))

    def draw(self, path: Path, wish: Wish) -> None:
        """Has a picture drawn and written in a process of its own, after those that were wished for before."""
        if self._drawers is None:
            context = multiprocessing.get_context("spawn")
            self._drawers = ProcessPoolExecutor(1, context, begin, (application,))
        self._follow(path, self._drawers.submit(draw, wish, path))

    def _follow(self, path: Path, future: "Future[None]") -> None:
        self._open[path] = future
        future.add_done_callback(partial(self._done.emit, path))

    @Slot(object, object)
    def _tell(self, path: Path, done: "Future[None]") -> None:
        self._open.pop(path, None)
        self.told.emit(path, _outcome(path, done) or translate("Window", "Saved {path}").format(path=path))

    def finish(self) -> None:
        """Waits until every file is whole; what could not be written is told on standard error."""
        waiting = dict(self._open)
        self._open.clear()
        for pool in filter(None, (self._packers, self._drawers)):
            pool.shutdown()
        self._packers = self._drawers = None
        for path, done in waiting.items():
            if why := _outcome(path, done):
                print(f"mission-gui: {why}", file=sys.stderr)


def _write(path: Path, content: Callable[[], bytes]) -> None:
    write_for_user(path, content())


def _outcome(path: Path, done: "Future[None]") -> str:
    """Why there is no picture; empty where it is there."""
    try:
        done.result()
    except UserError as error:
        return str(error)
    except BrokenProcessPool:
        told = translate("Window", "{path}: the process that drew this picture was ended from outside: take it again")
        return told.format(path=path)
    return ""
