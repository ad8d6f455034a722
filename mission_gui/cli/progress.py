"""How far a command has come, on the terminal of someone who waits for it."""

import sys
import time

_BAR = 30
_FIRST = 0.25
"""Seconds for which the first steps come: together, where several processes do the work."""


def bar(done: int, total: int, what: str) -> str:
    """`[######      ]  50 %  500 of 1,000 flights`."""
    full = _BAR * done // total
    return f"[{'#' * full}{' ' * (_BAR - full)}] {100 * done // total:3d} %  {done:,} of {total:,} {what}"


def show(done: int, total: int, what: str) -> None:
    """Draws the bar over the last one where a person watches, and ends its line when all is done."""
    if sys.stderr.isatty():
        print(f"\r{bar(done, total, what)}", end="\n" if done == total else "", file=sys.stderr, flush=True)


class Progress:
    """A bar with the time left, for work that comes in even steps; `done` of them before it begins.

    The pace is that after the first steps, which took the start of the work too.
    """

    def __init__(self, total: int, what: str, done: int = 0) -> None:
        self.total, self.what, self.done = total, what, done
        self._first: float | None = None
        self._since = 0.0, done
        self._draw()

    def step(self) -> None:
        """One more."""
        self.done += 1
        now = time.monotonic()
        if self._first is None:
            self._first = now
        if now - self._first < _FIRST:
            self._since = now, self.done
        self._draw()

    def stop(self) -> None:
        """Ends the line where the work does not go on."""
        if sys.stderr.isatty():
            print(file=sys.stderr)

    def left(self) -> float | None:
        """Seconds that the rest will take at the pace so far; None before there is one."""
        start, before = self._since
        made = self.done - before
        return (time.monotonic() - start) / made * (self.total - self.done) if self._first and made else None

    def _draw(self) -> None:
        if not sys.stderr.isatty():
            return
        left = self.left()
        told = f", {duration(left)} left" if left is not None and self.done < self.total else ""
        end = "\n" if self.done == self.total else ""
        print(f"\r{bar(self.done, self.total, self.what)}{told:<16}", end=end, file=sys.stderr, flush=True)


def duration(seconds: float) -> str:
    """`1:05:09`, `0:32`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
