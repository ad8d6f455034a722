"""The axes of a chart: round ends, and above the curves rows of names for its moments, so that neither crosses the
other."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from mission_gui.export.brief.deck import Chart, Mark

ROW = 14.0
"""Height of a row of names, in points."""
_LETTER, _APART = 6.4, 10.0
"""Width of a letter of a name, on the wide side, and what is left free beside it, in points."""


@dataclass(frozen=True, slots=True)
class Axes:
    """The ends of both axes and the steps of their ticks, in the chart's units. `rows` are those of the marks' names:
    each stands left of its line, at its end; the line of one never reaches the row of a later one."""

    left: float
    right: float
    bottom: float
    top: float
    x_step: float
    y_step: float
    rows: tuple[int, ...]

    def height(self, row: int, deep: float) -> float:
        """Where a row of names lies on the vertical axis, which is `deep` points high."""
        below = max(self.rows) - row + 0.5
        return self.top - below * ROW / deep * (self.top - self.bottom)


def axes(chart: Chart, wide: float, deep: float) -> Axes:
    """The axes in a room of that many points; the vertical one begins at nought where nothing is below it."""
    x = [value for one in chart.series for value in one.x]
    y = [value for one in chart.series for value in one.y]
    left, right, bottom, highest = min(x), max(x), min(0.0, min(y)), max(y)
    rows = _rows(chart.marks, wide / (right - left))
    band = min((max(rows) + 1) * ROW / deep, 0.5) if rows else 0.0
    step = tick_step(bottom, max(highest, bottom + 1e-9))
    top = bottom + ceil((highest - bottom) / (1 - band) / step - 1e-9) * step
    return Axes(left, right, bottom, top, tick_step(left, right), step, rows)


def _rows(marks: Sequence[Mark], scale: float) -> tuple[int, ...]:
    """A row for each name, from below: above all whose lines its words would meet."""
    rows: list[int] = []
    for index, mark in enumerate(marks):
        start = mark.x * scale - len(mark.name) * _LETTER - _APART
        met = [row for row, other in zip(rows, marks[:index], strict=True) if other.x * scale > start]
        rows.append(max(met) + 1 if met else 0)
    return tuple(rows)


def tick_step(low: float, high: float, most: int = 6) -> float:
    """A round step, at most so many of which lie between two values."""
    span = high - low
    step = 10.0 ** floor(log10(span / most)) if span > 0 else 1.0
    return next(step * factor for factor in (1, 2, 5, 10, 20) if span / (step * factor) <= most)


def ticks(low: float, high: float, step: float) -> list[float]:
    """The multiples of a step from `low` to `high`."""
    first = ceil(low / step - 1e-9)
    return [k * step for k in range(first, floor(high / step + 1e-9) + 1)]
