"""What Python's garbage collector need not look at again."""

import gc


def keep() -> None:
    """Leaves out of every later collection what there is now: modules, the flight, the panels.

    All of that stays until the program ends. To look through it takes a tenth of a second, and Python would do so in
    the middle of a frame.
    """
    gc.freeze()
