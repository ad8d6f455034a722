"""How far a command has come, on the terminal of someone who waits for it."""

import sys

_BAR = 30


def bar(done: int, total: int, what: str) -> str:
    """`[######      ]  50 %  500 of 1,000 flights`."""
    full = _BAR * done // total
    return f"[{'#' * full}{' ' * (_BAR - full)}] {100 * done // total:3d} %  {done:,} of {total:,} {what}"


def show(done: int, total: int, what: str) -> None:
    """Draws the bar over the last one where a person watches, and ends its line when all is done."""
    if sys.stderr.isatty():
        print(f"\r{bar(done, total, what)}", end="\n" if done == total else "", file=sys.stderr, flush=True)
