"""When and where Python's garbage collector looks for what nobody holds any more.

Python collects in whichever thread happens to ask for memory; but a widget that a worker's thread takes apart brings
the program down. So where there are threads beside that of the widgets, only that one collects.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer

LOOK_MS = 500


def keep() -> None:
    """Leaves out of every later collection what there is now: modules, the flight, the panels.

    All of that stays until the program ends. To look through it takes a tenth of a second, and Python would do so in
    the middle of a frame.
    """
    gc.freeze()


@contextmanager
def collected_here() -> Iterator[Callable[[], None]]:
    """Meanwhile only this thread collects: whenever it calls what this gives."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield _look
    finally:
        if was_on:
            gc.enable()


@contextmanager
def collected_by_the_loop() -> Iterator[None]:
    """Meanwhile only this thread collects, now and then, as its event loop goes round."""
    with collected_here() as look:
        timer = QTimer(interval=LOOK_MS)
        timer.timeout.connect(look)
        timer.start()
        yield
        timer.stop()


def _look() -> None:
    generation = generation_due()
    if generation is not None:
        gc.collect(generation)


def generation_due() -> int | None:
    """The oldest generation whose count has passed Python's own threshold; None where none has."""
    counted = enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
    return max((number for number, (count, most) in counted if count > most > 0), default=None)
