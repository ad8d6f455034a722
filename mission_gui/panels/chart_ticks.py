"""Ranges, ticks and samples of the charts' axes: plain functions, no Qt."""

from datetime import datetime, timedelta
from math import ceil, floor, log10

import numpy as np

from mission_gui.domain.trajectory import Floats
from mission_gui.panels.chart_windows import Window
from mission_gui.panels.wording import FINER, number, quantity

Ticks = tuple[tuple[float, str], ...]

_TIME_STEPS = (
    *(float(seconds) for seconds in (1, 2, 5, 10, 15, 30)),
    *(60.0 * minutes for minutes in (1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1440)),
)
_SHARE_WITH_SECONDS = 0.7
"""So many times fit where they are written with seconds."""
_NICE = (1.0, 2.0, 4.0, 5.0, 10.0)
_DECADES = 5
"""The most that a logarithmic axis spans: below that are figures that only fill the paper."""
_NEAR_ZERO = 0.6
"""Zero is on the axis where the lowest value is less than so much of the highest."""
_BELOW_ONE = 0.9995
"""Up to here a length is said in metres, a speed in metres per second."""


def time_ticks(epoch: datetime, window: Window, at_most: float) -> Ticks:
    """Mission times of round UTC within a window: about `at_most` many `HH:MM`, or fewer `HH:MM:SS` in a short one."""
    fitting = (s for s in _TIME_STEPS if window.span / s <= at_most * (1.0 if s >= 60 else _SHARE_WITH_SECONDS))
    step = next(fitting, _TIME_STEPS[-1])
    midnight = epoch.replace(hour=0, minute=0, second=0, microsecond=0)
    offset = (epoch - midnight).total_seconds()
    # Half a minute of grace for a label at the edge, where windows begin on whole minutes after undocking.
    grace = min(30.0, step / 2) if step >= 60 else 0.0
    first = ceil((window.start + offset - grace) / step) * step - offset
    times = np.arange(first, window.end + min(grace, 1.0), step).tolist()
    wording = "%H:%M" if step >= 60 else "%H:%M:%S"
    return tuple((max(t, window.start), (epoch + timedelta(seconds=t)).strftime(wording)) for t in times)


def value_range(low: float, high: float, least_span: float) -> tuple[float, float]:
    """The range of an axis with air about the values, at least `least_span`; from zero where they come near it."""
    if 0.0 <= low < high * _NEAR_ZERO or high <= least_span and low >= 0.0:
        return 0.0, max(high * 1.06, least_span)
    middle = (low + high) / 2
    half = max((high - low) * 0.56, least_span / 2)
    return middle - half, middle + half


def value_ticks(low: float, high: float, at_most: int) -> Ticks:
    """Round values from low to high, no more than wanted, with just the decimals they need."""
    raw = (high - low) / max(at_most, 1)
    power = 10.0 ** floor(log10(raw))
    step = next(n * power for n in _NICE if n * power >= raw * 0.999)
    decimals = next(d for d in range(12) if abs(round(step, d) - step) < step * 1e-6)
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return tuple((i * step, number(i * step, decimals)) for i in range(first, last + 1))


def log_range(low: float, high: float) -> tuple[float, float]:
    """The powers of ten at the ends of a logarithmic axis, for values of which some are positive."""
    top = log10(high)
    bottom = max(log10(low) if low > 0 else -np.inf, top - _DECADES)
    bottom, top = float(bottom), float(top + 0.04 * (top - bottom))
    return (bottom, top) if top - bottom >= 1 else (top - 1, top)


def log_ticks(low: float, high: float, at_most: int) -> Ticks:
    """Powers of ten within a range of them; with twice and five times them where they are few, and all have room."""
    first, last = ceil(low - 1e-9), floor(high + 1e-9)
    step = ceil((last - first + 1) / max(at_most, 1))
    fine = [(p + log10(n), _power(p, n)) for p in range(first - 1, last + 1) for n in (1, 2, 5)]
    fine = [tick for tick in fine if low <= tick[0] <= high]
    if len(fine) <= at_most + 1:
        return tuple(fine)
    return tuple((float(power), _power(power)) for power in range(first, last + 1, step))


def _power(power: int, factor: int = 1) -> str:
    return number(factor * 10.0**power, max(-power, 0))


def with_units(ticks: Ticks, log: bool, unit: str) -> Ticks:
    """Ticks in `km` or `km/s` as a reading says them: each with its unit, the finer one below one of the other."""
    return tuple((at, _with_unit(10.0**at if log else at, unit)) for at, _ in ticks)


def _with_unit(value: float, unit: str) -> str:
    if abs(value) > _BELOW_ONE:
        return quantity(value, unit)
    finer = value * 1000
    return quantity(finer, FINER[unit][0], max(-floor(log10(abs(finer)) + 1e-9), 0) if finer else 0)


def thinned(t: Floats, values: Floats, most: int) -> tuple[Floats, Floats]:
    """At most about `most` samples with every peak kept: lowest and highest of each stretch, at their own times."""
    if len(t) <= most:
        return t, values
    size = ceil(len(t) / (most // 2))
    # The last stretch is filled up with its own last value, whose first place is the real one.
    filled = np.append(values, np.full(-len(values) % size, values[-1])).reshape(-1, size)
    starts = np.arange(0, len(values), size)
    index = np.concatenate(([0, len(t) - 1], starts + filled.argmin(axis=1), starts + filled.argmax(axis=1)))
    index.sort()
    index = index[np.diff(index, prepend=-1) > 0]
    return t[index], values[index]
