"""Pictures for another process to draw: what takes seconds there would make a window stand still here."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.language import spoken
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.export.formats import save
from mission_gui.export.picture import Composition, Picture, Studio
from mission_gui.export.stage import Pose
from mission_gui.language import choose

_NICE = 5
"""How far such a process stands back behind the window."""


class Wish(Protocol):
    """A picture with all that it is drawn from, fit to be sent to another process."""

    def save(self, path: Path) -> None:
        """Draws and writes it; UserError where that cannot be."""


@dataclass(frozen=True, slots=True)
class BoardWish:
    """The board at mission time `t`, as the user has it."""

    mission: Mission
    trajectory: Trajectory
    alternatives: Alternatives
    composition: Composition
    pose: Pose
    t: float
    language: str

    @contextmanager
    def drawn(self) -> Iterator[Picture]:
        """The picture, in its own language only as long as it takes."""
        told = self.mission, self.trajectory, self.composition, self.alternatives, self.pose
        with speaking(self.language), Studio(*told) as studio:
            yield studio.at(self.t)

    def save(self, path: Path) -> None:
        """Draws and writes it; UserError where that cannot be."""
        with self.drawn() as picture:
            save(picture, path)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Another language for a while."""
    before = spoken()
    if language != before:
        choose(language)
    try:
        yield
    finally:
        if language != before:
            choose(before)


_held: list[object] = []
"""The application of such a process, as long as that lasts."""


def begin(application: Callable[[], object]) -> None:
    """In a new process: no screen, its own application. The interrupt is for the first process to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if hasattr(os, "nice"):
        os.nice(_NICE)
    if (parent := multiprocessing.parent_process()) is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    _held.append(application())


def _end_with(sentinel: int) -> None:
    """The pool's own processes would wait for work for ever once the program has been killed."""
    wait([sentinel])
    os._exit(1)


def draw(wish: Wish, path: Path) -> None:
    """In that process: the picture, whole or not at all."""
    wish.save(path)


def _proxy(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(values)


def _reduced(values: MappingProxyType[Any, Any]) -> tuple[Callable[..., Any], tuple[Any]]:
    return _proxy, (dict(values),)


ForkingPickler.register(MappingProxyType, _reduced)  # which Python does not send by itself
