"""Two or more returns side by side: the same event of each stands at T = 0, and their figures in the same rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mission_gui.domain.errors import UserError
from mission_gui.domain.events import EVENT_NAMES, EVENT_WORDS, Event
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import sample
from mission_gui.domain.mission import Mission
from mission_gui.domain.moments import plain
from mission_gui.domain.trajectory import Floats, Trajectory
from mission_gui.physics.comparison_figures import Flown, Row
from mission_gui.physics.comparison_table import rows
from mission_gui.physics.measures import ground_way

ALIGNMENTS = ("undocking", "ignition", "entry_interface", "touchdown")
"""The events that every return has, in their order; any other that all of the compared ones have will do too."""

MOST = 6
"""So many flights can be told apart by colour and line."""

_INSTANT = 1e-3
"""Seconds within which a moment is that of a sample."""


@dataclass(frozen=True)
class Comparison:
    """Flights in the order they were named; the first is the one that differences are taken from.

    `zeros` are the mission times, s, of the event `align` in each: T = 0.
    """

    flights: tuple[Flown, ...]
    align: str
    zeros: tuple[float, ...]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The table of figures and differences."""
        return tuple(rows(self.flights, self.zeros))

    @property
    def event_name(self) -> Text:
        """What the flights are aligned on."""
        return event_of(self.flights[0], self.align).name

    def row(self, row_id: str) -> Row:
        """The row of that id; KeyError where there is none."""
        for row in self.rows:
            if row.id == row_id:
                return row
        raise KeyError(row_id)

    def time(self, number: int, event_id: str) -> float | None:
        """T of an event of a flight, s; None where it has none or its time is not known."""
        flown = self.flights[number]
        event = next((e for e in flown.trajectory.events if e.id == event_id), None)
        return None if event is None or event.time is None else flown.mission.seconds(event.time) - self.zeros[number]

    def span(self, first: str, last: str) -> tuple[float, float]:
        """T from the earliest of one event to the latest of another, over all flights, s."""
        numbers = range(len(self.flights))
        starts = [t for number in numbers if (t := self.time(number, first)) is not None]
        ends = [t for number in numbers if (t := self.time(number, last)) is not None]
        return min(starts), max(ends)

    def course(self, number: int, channel: str) -> tuple[Floats, Floats]:
        """A channel of a flight down to its touchdown, on its own samples: T (n,), s, and values (n,), SI."""
        flight = self.flights[number].trajectory
        flown = flight.t <= flight.touchdown
        return flight.t[flown] - self.zeros[number], flight.channels[channel][flown]

    def on_grid(self, number: int, channel: str, grid: Floats) -> Floats:
        """A channel of a flight at the times T of a grid common to all (n,), SI; not a number outside its flight."""
        t, values = self.course(number, channel)
        inside = (grid >= t[0] - _INSTANT) & (grid <= t[-1] + _INSTANT)
        return np.where(inside, np.interp(grid, t, values), np.nan)

    def value(self, number: int, channel: str, at: float) -> float | None:
        """A channel of a flight at T, SI; None before its first sample and after its touchdown."""
        flight, t = self.flights[number].trajectory, at + self.zeros[number]
        if not flight.t[0] - _INSTANT <= t <= flight.touchdown + _INSTANT:
            return None
        return sample(flight.t, flight.channels[channel], t)

    @cached_property
    def ways_down(self) -> tuple[tuple[Floats, Floats, Floats], ...]:
        """Each flight from the entry interface down: distance gone over the ground (n,), m, altitude (n,), m, and T."""
        return tuple(self._way_down(number) for number in range(len(self.flights)))

    def _way_down(self, number: int) -> tuple[Floats, Floats, Floats]:
        start = self.time(number, "entry_interface")
        assert start is not None
        flight = self.flights[number].trajectory
        t, gone = ground_way(flight, start + self.zeros[number])
        return gone, np.interp(t, flight.t, flight.channels["altitude"]), t - self.zeros[number]

    def gone_at(self, number: int, at: float) -> tuple[float, float] | None:
        """Distance gone since the entry and altitude of a flight at T, m; None outside its way down."""
        gone, altitude, t = self.ways_down[number]
        if not t[0] <= at <= t[-1]:
            return None
        return float(np.interp(at, t, gone)), float(np.interp(at, t, altitude))

    def time_at(self, number: int, distance: float) -> float:
        """T at which a flight has gone so far over the ground since its entry, m; its ends are held."""
        gone, _, t = self.ways_down[number]
        return float(np.interp(distance, gone, t))


def alignment(word: str) -> str:
    """The id of the event that a word of the user names; UserError where it is no event."""
    name = plain(word)
    by_name = {plain(other): id for id, others in EVENT_WORDS.items() for other in others}
    by_name |= {plain(text): id for id, event in EVENT_NAMES.items() for text in (event.ru, event.en, id)}
    if name not in by_name:
        raise UserError(f"{word!r} is not an event to align on; choose one of: {', '.join(ALIGNMENTS)}")
    return by_name[name]


def check_missions(missions: Sequence[Mission]) -> None:
    """UserError where these cannot be compared, before any of them is flown."""
    if len(missions) < 2:
        raise UserError("a comparison needs two missions or more: name another one")
    if len(missions) > MOST:
        raise UserError(f"{len(missions)} missions are too many to tell apart: compare at most {MOST}")
    ids = [mission.id for mission in missions]
    twice = next((id for id in ids if ids.count(id) > 1), None)
    if twice is not None:
        raise UserError(f"{twice} is named twice: compare it with another mission")


def compare(flights: Sequence[tuple[Mission, Trajectory]], align: str = "touchdown") -> Comparison:
    """The comparison of whole flights on an event; UserError where one of them has no time for it."""
    check_missions([mission for mission, _ in flights])
    flown = tuple(Flown(mission, trajectory) for mission, trajectory in flights)
    event = alignment(align)
    return Comparison(flown, event, tuple(_zero(one, event) for one in flown))


def _zero(flown: Flown, event_id: str) -> float:
    event = next((event for event in flown.trajectory.events if event.id == event_id), None)
    if event is None or event.time is None:
        known = ", ".join(ALIGNMENTS)
        raise UserError(f"{flown.mission.id} has no time for {event_id}: align on another event, such as {known}")
    return flown.mission.seconds(event.time)


def event_of(flown: Flown, event_id: str) -> Event:
    """An event with the model's time; KeyError where the flight has none."""
    for event in flown.trajectory.events:
        if event.id == event_id:
            return event
    raise KeyError(event_id)
