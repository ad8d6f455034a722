"""What the timeline shows, and over which range: plain functions, no Qt."""

import math
from dataclasses import dataclass
from datetime import UTC, timedelta

import numpy as np

from mission_gui.domain.events import PHASE_NAMES, Event, Phase
from mission_gui.domain.facts import Text
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Floats, Trajectory
from mission_gui.language import translate
from mission_gui.panels import wording
from mission_gui.panels.sequence import difference, how_known, stamp
from mission_gui.panels.zero import UNDOCKING, counted_from

Span = tuple[float, float]

LEAST_VIEW = 60.0  # seconds; closer in, the line would show nothing but its knob
LEAD_OUT = 900.0

SHORT_NAMES: dict[str, Text] = {
    "touchdown": Text("Landing", "Посадка"),
    "undocking": Text("Undocking", "Расстыковка"),
    "ignition": Text("Burn", "Импульс"),
    "hatch_closed": Text("Hatch", "Люки"),
    "module_separation": Text("Separation", "Разделение"),
    "parachutes": Text("Parachutes", "Парашют"),
    "entry_interface": Text("Entry", "Вход"),
    "karaganda": Text("Karaganda", "Караганда"),
    "houston": Text("Houston", "Хьюстон"),
    "star_city": Text("Star City", "Звёздный городок"),
    "crew_out": Text("Crew out", "Экипаж снаружи"),
    "photographs_end": Text("Photographs end", "Конец съёмки"),
    "medical_tent": Text("Tent", "Палатка"),
    "helicopters_depart": Text("Helicopters", "Вертолёты"),
    "flyaround_start": Text("Flyaround", "Облёт"),
    "blackout_start": Text("Blackout", "Плазма"),
    "burn_end": Text("Burn end", "Конец импульса"),
    "peak_load": Text("Peak load", "Перегрузка"),
    "heat_shield": Text("Heat shield", "Теплозащита"),
    "blackout_end": Text("Blackout end", "Конец плазмы"),
}
"""Short names of events, in the order in which they get a place."""

WITH_TIME = frozenset({"hatch_closed", "touchdown"})
"""Events whose label also says when."""


@dataclass(frozen=True, slots=True)
class Tick:
    """An event on the line; a lower `rank` is labelled first, `main` ones have a longer stroke."""

    event: Event
    t: float
    label: str
    rank: int

    @property
    def main(self) -> bool:
        return self.rank < len(SHORT_NAMES)

    @property
    def record(self) -> bool:
        """Whether a record of duration fell then."""
        return self.event.id.startswith("record_")


@dataclass(frozen=True, slots=True)
class Lane:
    """A thin row under the line: when something holds. `color` names a colour of the theme."""

    name: Text
    color: str
    spans: tuple[tuple[float, float, str], ...]


def ticks(mission: Mission, trajectory: Trajectory) -> tuple[Tick, ...]:
    """The events that have a time, the most important first."""
    order = list(SHORT_NAMES)
    found = []
    for event in trajectory.events:
        if event.time is None:
            continue
        rank = order.index(event.id) if event.id in SHORT_NAMES else len(order)
        label = str(SHORT_NAMES.get(event.id, event.name))
        if event.id in WITH_TIME:
            label += f" {event.time:%H:%M}"
        found.append(Tick(event, mission.seconds(event.time), label, rank))
    return tuple(sorted(found, key=lambda tick: (tick.rank, tick.t)))


def whole_view(mission: Mission) -> Span:
    """All of the mission."""
    return mission.seconds(mission.start), mission.seconds(mission.end)


def main_view(mission: Mission, trajectory: Trajectory) -> Span:
    """From the start until the crew leave the steppe: Karaganda, else the helicopters, else landing."""
    times = {tick.event.id: tick.t for tick in ticks(mission, trajectory)}
    if not times:
        return whole_view(mission)
    last = next((times[name] for name in ("karaganda", "helicopters_depart", "touchdown") if name in times), None)
    start, end = whole_view(mission)
    return start, max(min(last + LEAD_OUT, end), start + LEAST_VIEW) if last is not None else end


def view_at(usual: Span, whole: Span, t: float) -> Span:
    """The usual view while the moment lies in it, else the whole mission."""
    return usual if usual[0] <= t <= usual[1] else whole


def zoomed(view: Span, about: float, factor: float, limits: Span) -> Span:
    """The view grown by a factor about a time that keeps its place, held within the limits."""
    length = min(max((view[1] - view[0]) * factor, LEAST_VIEW), limits[1] - limits[0])
    part = (about - view[0]) / (view[1] - view[0])
    return moved((about - part * length, about - part * length + length), 0.0, limits)


def moved(view: Span, by: float, limits: Span) -> Span:
    """The view shifted in time, held within the limits."""
    length = view[1] - view[0]
    start = min(max(view[0] + by, limits[0]), limits[1] - length)
    return start, start + length


def lanes(mission: Mission, trajectory: Trajectory) -> tuple[Lane, ...]:
    """Daylight, ground contacts and broadcasts."""
    names = {station.id: str(station.name) for station in mission.stations}
    sun = translate("Timeline", "in sunlight")
    day = tuple((a, b, sun) for a, b in true_spans(trajectory.t, trajectory.channels["sunlit"] > 0.5))
    contacts = tuple((c.start, c.end, names.get(c.station, c.station)) for c in trajectory.contacts)
    air = tuple((mission.seconds(w.start), mission.seconds(w.end), f"{w.channel}: {w.title}") for w in mission.coverage)
    return (
        Lane(Text("sunlit", "на свету"), "caution", day),
        Lane(Text("contact", "связь"), "station", contacts),
        Lane(Text("on air", "эфир"), "iss", air),
    )


def merged(spans: tuple[tuple[float, float, str], ...]) -> tuple[Span, ...]:
    """The stretches of time that at least one of the spans covers, in order."""
    joined: list[Span] = []
    for start, end, _ in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def true_spans(t: Floats, holds: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> tuple[Span, ...]:
    """The stretches of time over which a condition holds."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], holds, [False]]).astype(np.int8)))
    last = len(t) - 1
    return tuple((float(t[a]), float(t[min(b, last)])) for a, b in zip(edges[::2], edges[1::2], strict=True))


def explain(
    mission: Mission,
    trajectory: Trajectory,
    rows: tuple[Lane, ...],
    t: float,
    near: float,
    zero: str = UNDOCKING,
) -> str:
    """The moment under the pointer: its times, phase, the event within `near` seconds, and what the lanes hold."""
    time = mission.epoch + timedelta(seconds=t)
    day = wording.day_of_year(time).rsplit(" ", 3)[0]
    counted = counted_from(mission, trajectory, zero, t)
    lines = [f"{wording.clock_time(time)} UTC · {day} · {counted}", phase_name(trajectory.phase_at(t))]
    close = min(ticks(mission, trajectory), key=lambda tick: abs(tick.t - t), default=None)
    if close is not None and abs(close.t - t) <= near:
        lines.append(event_line(mission, close.event))
    holding = [name for lane in rows for a, b, name in lane.spans if a <= t < b]
    if holding:
        lines.append(" · ".join(holding))
    return "\n".join(lines)


def event_line(mission: Mission, event: Event) -> str:
    """`Hatch closed 04:16:00 (published) · planned about 04:00 · +16 min`."""
    day = mission.epoch.date()
    parts = [f"{event.name} {event.time:%H:%M:%S} ({how_known(event)})" if event.time else str(event.name)]
    if event.planned:
        planned, actual = translate("Timeline", "planned"), translate("Timeline", "actual")
        parts.append(f"{planned} {stamp(event.planned[0], day, True)}")
        parts += [f"{actual} {stamp(report, day, True)}" for report in event.actual[:1]]
    if event.delay is not None:
        parts.append(difference(event))
    return " · ".join(parts)


_STEPS = (60, 300, 600, 1800, 3600, 7200, 14400, 21600, 43200, 86400)


def hours(mission: Mission, view: Span, most: int) -> list[tuple[float, str]]:
    """Round times in a view with their words, at most about so many: `10:30`, and the day at midnight."""
    step = next((step for step in _STEPS if (view[1] - view[0]) / step <= most), _STEPS[-1])
    midnight = mission.seconds(mission.start.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0))
    found, t = [], midnight + math.ceil((view[0] - midnight) / step) * step
    while t <= view[1]:
        time = mission.epoch + timedelta(seconds=t)
        is_midnight = (t - midnight) % 86400 == 0
        date = wording.day_of_year(time).rsplit(" ", 3)[0]
        found.append((t, date if is_midnight else wording.clock_time(time, seconds=False)))
        t += step
    return found


def phase_name(phase: Phase) -> str:
    """The phase in words."""
    return str(PHASE_NAMES[phase])


def rate_text(rate: float) -> str:
    """`×10`, `×0.25`, `×−60`."""
    return f"×{rate:g}".replace("-", wording.MINUS)
