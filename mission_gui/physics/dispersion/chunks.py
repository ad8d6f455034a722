"""Samples in chunks: in this process, or in worker processes; the answer is the same, and in the same order."""

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from multiprocessing.synchronize import Event

from mission_gui.domain.errors import Cancelled
from mission_gui.interrupts import undisturbed
from mission_gui.physics.dispersion.problem import CHUNK, Landings, Problem, fly_chunk

_AHEAD = 2  # chunks under way for each worker; more would only fill memory

Submit = Callable[[int, int], Future[Landings]]
"""Starts the flight of a chunk, given its number and size."""


def sizes(samples: int) -> Iterator[int]:
    """The sizes of the chunks of so many samples."""
    for start in range(0, samples, CHUNK):
        yield min(CHUNK, samples - start)


def fly(problem: Problem, samples: int, seed: int, workers: int = 1) -> Generator[Landings, None, None]:
    """The landings, chunk by chunk; closing the iterator cancels what has not begun."""
    if workers == 1 or samples <= CHUNK:
        for chunk, size in enumerate(sizes(samples)):
            yield fly_chunk(problem, seed, chunk, size)
        return
    context = get_context("spawn")
    stop = context.Event()
    with ProcessPoolExecutor(workers, context, _begin, (problem, seed, stop)) as pool:
        try:
            yield from in_order(lambda chunk, size: pool.submit(_fly, chunk, size), samples, workers)
        finally:
            stop.set()
            pool.shutdown(wait=True, cancel_futures=True)


_work: dict[str, tuple[Problem, int, Event]] = {}
"""In a worker process: what its chunks share."""


def _begin(problem: Problem, seed: int, stop: Event) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _work["shared"] = (problem, seed, stop)


def _fly(chunk: int, size: int) -> Landings:
    problem, seed, stop = _work["shared"]
    if stop.is_set():
        raise Cancelled
    return fly_chunk(problem, seed, chunk, size)


def in_order(submit: Submit, samples: int, workers: int) -> Iterator[Landings]:
    """The landings in the order of chunks, with only a few chunks under way at a time."""
    waiting: deque[Future[Landings]] = deque()
    for chunk, size in enumerate(sizes(samples)):
        with undisturbed():
            waiting.append(submit(chunk, size))
        if len(waiting) >= _AHEAD * workers:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
