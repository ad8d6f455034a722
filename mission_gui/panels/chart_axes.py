"""Which stretch of time the charts show, and where their ticks stand: plain functions, no Qt."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil, floor, log10

import numpy as np

from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Text
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Floats, Trajectory

MINUTE = 60.0
LEAD_IN, LEAD_OUT = 4 * MINUTE, 2 * MINUTE
_TIME_STEPS = tuple(60.0 * minutes for minutes in (1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1440))
_NICE = (1.0, 2.0, 4.0, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch of mission time the charts share, seconds; `descent` once the way down is known."""

    start: float
    end: float
    descent: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """An event as a chart shows it; a lower `rank` is named first where room is short."""

    event_id: str
    t: float
    label: Text
    rank: int


MARKS: dict[str, Text] = {
    "ignition": Text("burn", "импульс"),
    "module_separation": Text("separation", "разделение"),
    "parachutes": Text("chutes", "парашют"),
    "touchdown": Text("landing", "посадка"),
    "entry_interface": Text("entry", "вход"),
    "undocking": Text("undocking", "расстыковка"),
    "burn_end": Text("burn end", "конец импульса"),
    "flyaround_start": Text("flyaround", "облёт"),
    "photographs_end": Text("photographs end", "конец съёмки"),
    "separation_burn": Text("separation burn", "импульс увода"),
}
"""Events drawn on the charts with their short labels, the most telling first."""


def window_at(mission: Mission, trajectory: Trajectory, t: float) -> Window:
    """The window for a moment: one per part of the flight, so that the axes stand still within each."""
    ignition, touchdown = event_time(trajectory, mission, "ignition"), event_time(trajectory, mission, "touchdown")
    free = trajectory.span(Phase.FREE_FLIGHT)
    last = float(trajectory.t[-1])
    if ignition is None:
        return _whole(float(trajectory.t[0]), last)
    if trajectory.complete and touchdown is not None and t >= ignition - LEAD_IN:
        return _whole(ignition - LEAD_IN, touchdown + LEAD_OUT, descent=True)
    if free is not None and t >= free.start:
        return _whole(0.0, ignition + LEAD_IN)
    if t >= -5 * MINUTE:
        return _whole(-5 * MINUTE, (free.start if free else 0.0) + 10 * MINUTE)
    return _whole(float(trajectory.t[0]), 10 * MINUTE)


def windows(mission: Mission, trajectory: Trajectory) -> tuple[Window, ...]:
    """Every window of a flight, in order of time."""
    start, free = float(trajectory.t[0]), trajectory.span(Phase.FREE_FLIGHT)
    ignition = event_time(trajectory, mission, "ignition")
    firsts = [start, -5 * MINUTE]
    firsts += [free.start] if free else []
    firsts += [ignition - LEAD_IN] if ignition is not None else []
    return tuple(dict.fromkeys(window_at(mission, trajectory, t) for t in firsts if t >= start))


def _whole(start: float, end: float, descent: bool = False) -> Window:
    return Window(floor(start / MINUTE) * MINUTE, floor(end / MINUTE) * MINUTE, descent)


def event_time(trajectory: Trajectory, mission: Mission, event_id: str) -> float | None:
    """Mission time of an event; None where the flight has none or its time is not known."""
    for event in trajectory.events:
        if event.id == event_id and event.time is not None:
            return mission.seconds(event.time)
    return None


def marks(mission: Mission, trajectory: Trajectory, window: Window) -> tuple[Mark, ...]:
    """The events a window shows."""
    found = []
    for rank, (event_id, label) in enumerate(MARKS.items()):
        t = event_time(trajectory, mission, event_id)
        if t is not None and window.start < t < window.end:
            found.append(Mark(event_id, t, label, rank))
    return tuple(found)


def blackout(mission: Mission, trajectory: Trajectory) -> tuple[float, float] | None:
    """From loss to return of the radio signal in the plasma."""
    start = event_time(trajectory, mission, "blackout_start")
    end = event_time(trajectory, mission, "blackout_end")
    return (start, end) if start is not None and end is not None and end > start else None


def time_ticks(epoch: datetime, window: Window, at_most: int) -> tuple[tuple[float, str], ...]:
    """Mission times of round UTC minutes within a window, with their `HH:MM`."""
    step = next((s for s in _TIME_STEPS if (window.end - window.start) / s < at_most), _TIME_STEPS[-1])
    midnight = epoch.replace(hour=0, minute=0, second=0, microsecond=0)
    offset = (epoch - midnight).total_seconds()
    first = ceil((window.start + offset - MINUTE / 2) / step) * step - offset
    times = np.arange(first, window.end + 1.0, step).tolist()
    return tuple((max(t, window.start), f"{epoch + timedelta(seconds=t):%H:%M}") for t in times)


def value_range(values: Floats, least_span: float, from_zero: bool) -> tuple[float, float]:
    """The range of an axis with air above the curve; at least `least_span`, so that noise looks like noise."""
    low, high = float(values.min()), float(values.max())
    if from_zero:
        return 0.0, max(high * 1.06, least_span)
    middle = (low + high) / 2
    half = max((high - low) * 0.62, least_span / 2)
    return middle - half, middle + half


def value_ticks(low: float, high: float) -> tuple[tuple[float, str], ...]:
    """Two to four round values from low to high, with just the decimals they need."""
    raw = (high - low) / 3
    power = 10.0 ** floor(log10(raw))
    step = next(n for n in _NICE if n * power >= raw * 0.999) * power
    decimals = max(-floor(log10(step) + 1e-9), 0)
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return tuple((i * step, f"{i * step + 0.0:.{decimals}f}") for i in range(first, last + 1))


def thinned(t: Floats, values: Floats, most: int) -> tuple[Floats, Floats]:
    """At most about `most` samples with every peak kept: lowest and highest of each stretch, at their own times."""
    if len(t) <= most:
        return t, values
    size = ceil(len(t) / (most // 2))
    # The last stretch is filled up with its own last value, whose first place is the real one.
    filled = np.append(values, np.full(-len(values) % size, values[-1])).reshape(-1, size)
    starts = np.arange(0, len(values), size)
    index = np.unique(np.concatenate(([0, len(t) - 1], starts + filled.argmin(axis=1), starts + filled.argmax(axis=1))))
    return t[index], values[index]
