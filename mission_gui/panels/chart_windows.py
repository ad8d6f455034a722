"""Which stretch of time the charts show, and what happens in it: plain functions, no Qt."""

from dataclasses import dataclass
from math import floor

from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Text
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory

MINUTE = 60.0
LEAD_IN, LEAD_OUT = 4 * MINUTE, 2 * MINUTE
"""Before the burn, or the module separation, and after the landing."""
SHORTEST = 10.0
"""Seconds, the closest look: the samples of the entry are half a second apart."""


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch of mission time that all charts share, seconds."""

    start: float
    end: float

    @property
    def span(self) -> float:
        """How long it is, s."""
        return self.end - self.start

    def holds(self, t: float) -> bool:
        """Whether an instant lies in it."""
        return self.start <= t <= self.end

    def overlaps(self, start: float, end: float) -> bool:
        """Whether it shows any of another stretch."""
        return start < self.end and end > self.start


@dataclass(frozen=True, slots=True)
class Mark:
    """An event as a chart shows it; a lower `rank` is named first where room is short.

    One that is not `main` is drawn only where there is room for its name.
    """

    event_id: str
    t: float
    label: Text
    rank: int
    main: bool


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
    "peak_load": Text("peak load", "макс. перегрузка"),
    "peak_heating": Text("peak heating", "макс. нагрев"),
    "reserve_parachute": Text("reserve chute", "запасной парашют"),
    "main_parachute": Text("main chute", "основной парашют"),
    "heat_shield": Text("shield off", "сброс щита"),
    "soft_landing_engines": Text("engines", "двигатели"),
}
"""Events drawn on the charts with their short labels, the most telling first."""

_MAIN = 10
"""So many of them are drawn in any case."""


def window_at(mission: Mission, trajectory: Trajectory, t: float) -> Window:
    """The window for a moment: one per part of the flight, so that the axes stand still within each."""
    ignition, touchdown = event_time(trajectory, mission, "ignition"), event_time(trajectory, mission, "touchdown")
    free = trajectory.span(Phase.FREE_FLIGHT)
    last = float(trajectory.t[-1])
    if ignition is None:
        return _whole(float(trajectory.t[0]), last)
    if trajectory.complete and touchdown is not None and t >= ignition - LEAD_IN:
        parted = trajectory.span(Phase.ATMOSPHERE)
        first = parted.start if parted is not None and t >= parted.start else ignition
        return _whole(first - LEAD_IN, touchdown + LEAD_OUT)
    if free is not None and t >= free.start:
        return _whole(0.0, ignition + LEAD_IN)
    if t >= -5 * MINUTE:
        return _whole(-5 * MINUTE, (free.start if free else 0.0) + 10 * MINUTE)
    return _whole(float(trajectory.t[0]), 10 * MINUTE)


def turns(mission: Mission, trajectory: Trajectory) -> tuple[float, ...]:
    """The moments from which the charts may show another window or other charts, in order."""
    ignition = event_time(trajectory, mission, "ignition")
    found = {float(trajectory.t[0]), -5 * MINUTE, *(span.start for span in trajectory.phases)}
    found |= {ignition - LEAD_IN} if ignition is not None else set()
    return tuple(sorted(t for t in found if trajectory.t[0] <= t <= trajectory.t[-1]))


def _whole(start: float, end: float) -> Window:
    return Window(floor(start / MINUTE) * MINUTE, floor(end / MINUTE) * MINUTE)


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
            found.append(Mark(event_id, t, label, rank, rank < _MAIN))
    return tuple(found)


def blackout(mission: Mission, trajectory: Trajectory) -> tuple[float, float] | None:
    """From loss to return of the radio signal in the plasma."""
    start = event_time(trajectory, mission, "blackout_start")
    end = event_time(trajectory, mission, "blackout_end")
    return (start, end) if start is not None and end is not None and end > start else None


def zoomed(window: Window, factor: float, about: float, whole: Window) -> Window:
    """A window `factor` times as long; `about` stays where it stands, as far as the whole flight allows."""
    span = min(max(window.span * factor, SHORTEST), whole.span)
    place = (about - window.start) / window.span
    return within(Window(about - place * span, about + (1 - place) * span), whole)


def within(window: Window, whole: Window) -> Window:
    """A window moved into the whole flight, no longer than it and no shorter than `SHORTEST`."""
    span = min(max(window.span, SHORTEST), whole.span)
    start = max(min((window.start + window.end - span) / 2, whole.end - span), whole.start)
    return Window(start, start + span)


def turned_to(window: Window, t: float) -> Window:
    """The window moved on or back by whole lengths of itself until it holds an instant, as pages are turned."""
    pages = floor((t - window.start) / window.span)
    return Window(window.start + pages * window.span, window.end + pages * window.span)
