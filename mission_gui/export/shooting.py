"""Takes the pictures of a series, on all cores: each process has a window of its own and writes its files whole."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.errors import UserError
from mission_gui.domain.language import spoken
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.export.formats import save
from mission_gui.export.picture import Composition, Studio
from mission_gui.export.series import Still
from mission_gui.interrupts import undisturbed
from mission_gui.language import choose
from mission_gui.session.alternatives import alternatives
from mission_gui.session.cache import packed, unpacked

PER_PROCESS = 6
"""Pictures for which another process is worth its start."""
_TOGETHER = 8
"""Pictures that a process takes in one go: neighbours in time share much of what is drawn."""
_LARGE = 4_000_000
"""Pixels of a picture that a process takes alone, so that it hears soon that it is to stop."""
_PIXELS_AT_ONCE = 100_000_000
"""Of all processes together: each keeps some ten layers of its picture."""

Taken = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Flight:
    """A flight and how it is pictured, fit to be sent to another process; `application` makes that of Qt there."""

    mission: Mission
    packed: bytes
    composition: Composition
    language: str
    application: Callable[[], object]


def shoot(
    mission: Mission,
    trajectory: Trajectory,
    composition: Composition,
    stills: Sequence[Still],
    taken: Taken,
    application: Callable[[], object],
    processes: int | None = None,
) -> None:
    """Takes them all and tells each once it is written; neither KeyboardInterrupt nor UserError leaves half a file."""
    number = processes or process_count(len(stills), composition)
    beside = alternatives(mission, trajectory)
    if number == 1:
        with Studio(mission, trajectory, composition, beside) as studio:
            for still in stills:
                save(studio.at(still.t), still.path)
                taken(still.path)
        return
    flight = Flight(mission, packed(mission, trajectory), composition, spoken(), application)
    together = _TOGETHER if composition.canvas.pixel_count < _LARGE else 1
    with _pool(number, flight) as pool:
        with undisturbed():
            tasks = [pool.submit(_take, stills[k : k + together]) for k in range(0, len(stills), together)]
        try:
            for task in as_completed(tasks):
                for path in task.result():
                    taken(path)
        except BrokenProcessPool as error:
            raise UserError("a process that draws pictures was ended from outside: start the command again") from error


def process_count(pictures: int, composition: Composition) -> int:
    """How many processes are worth it: no more than there are cores, nor than memory allows."""
    most = max(_PIXELS_AT_ONCE // composition.canvas.pixel_count, 1)
    return max(min(cores(), pictures // PER_PROCESS, most), 1)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _pool(number: int, flight: Flight) -> Iterator[ProcessPoolExecutor]:
    """Processes that stop after the picture they are at when something goes wrong."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(number, context, _open, (flight,))
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_studio: Studio | None = None


def _open(flight: Flight) -> None:
    """In a new process: its own application, its own window. The interrupt is for the first process to answer."""
    global _studio
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    flight.application()
    choose(flight.language)
    trajectory = unpacked(flight.mission, flight.packed)
    beside: Alternatives = alternatives(flight.mission, trajectory)
    _studio = Studio(flight.mission, trajectory, flight.composition, beside)


def _take(stills: Sequence[Still]) -> list[Path]:
    assert _studio is not None
    for still in stills:
        save(_studio.at(still.t), still.path)
    return [still.path for still in stills]
