"""The flight of one mission on its own grid of samples: made once, read-only."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from mission_gui.domain.events import EVENT_NAMES, Event, Phase, PhaseSpan
from mission_gui.domain.facts import Basis, Text
from mission_gui.domain.mission import Mission

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Contact:
    """A station sees the ship from `start` to `end`, seconds of mission time.

    `highest` is the ship's largest elevation meanwhile, rad; None where it is not known.
    """

    station: str
    start: float
    end: float
    highest: float | None = None


@dataclass(frozen=True, slots=True)
class Burn:
    """A burn that was flown: mission time, seconds, and m/s along V-bar, H-bar, R-bar."""

    name: Text
    start: float
    end: float
    delta_v: tuple[float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class SeparatedModule:
    """The way of a module that burns up.

    Mission time (n,), s; geodetic latitude and unwrapped longitude, rad; height over the ellipsoid, m.
    """

    id: str
    name: Text
    t: Floats
    latitude: Floats
    longitude: Floats
    altitude: Floats


@dataclass(frozen=True, slots=True)
class Solution:
    """What was solved for, and how well.

    Ignition (s of mission time), bank reversal (s after the entry interface), main-canopy drag area (m2); distance
    from the published landing (m) and time after it (s); condition of the Jacobian of place by ignition and reversal;
    flights flown; `mode` fitted, predicted or open; altitude (m) below which lift was lost, None where it was not.
    """

    ignition: float
    reversal: float
    main_drag_area: float
    miss_distance: float
    time_residual: float
    condition: float
    evaluations: int
    mode: str = "fitted"
    lift_lost: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Trajectory:
    """Samples of a flight. `t` (n,) in seconds of mission time, strictly rising, with a sample on every event.

    `position` and `velocity` (3, n): the ship, and `iss_*` the station, in TEME of date, m and m/s.
    `channels`: (n,) SI arrays by the ids of `CHANNELS`; `sigma`: their standard deviations, not a number where none is
    known. `events` are the mission's, in order of time, with the modelled times filled in.
    `separated` are the modules that fly on alone. `solution` is None, and the flight ends at ignition, while the
    descent is not solved.
    """

    t: Floats
    position: Floats
    velocity: Floats
    iss_position: Floats
    iss_velocity: Floats
    channels: Mapping[str, Floats]
    events: tuple[Event, ...]
    phases: tuple[PhaseSpan, ...]
    burns: tuple[Burn, ...]
    contacts: tuple[Contact, ...]
    solution: Solution | None
    sigma: Mapping[str, Floats] = field(default_factory=dict)
    separated: tuple[SeparatedModule, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether the descent is there too."""
        return self.solution is not None

    def span(self, phase: Phase) -> PhaseSpan | None:
        """When a phase happens; None where the flight has none."""
        return next((span for span in self.phases if span.phase is phase), None)

    @property
    def touchdown(self) -> float:
        """Mission time of the landing as it was flown in the model; the end of what is known before it is solved."""
        ground = self.span(Phase.LANDED)
        return float(self.t[-1]) if ground is None else ground.start

    def phase_at(self, t: float) -> Phase:
        """The phase of an instant; the first or last one outside the flight."""
        for span in self.phases:
            if t < span.end - INSTANT:
                return span.phase
        return self.phases[-1].phase


INSTANT = 1e-6
"""Seconds, the resolution of a time of day: an event on the edge of a phase begins the next one."""


def channel_basis(channel: str, phase: Phase) -> Basis:
    """Where the value of a channel comes from in a phase."""
    if channel.startswith(("iss_l", "iss_a", "subsolar")) or phase is Phase.DOCKED:
        return Basis.PROPAGATED
    return Basis.MODELLED


def sigma_at(trajectory: Trajectory, channel: str, t: float) -> float:
    """One standard deviation of a channel at an instant, SI; not a number where none is known."""
    values = trajectory.sigma.get(channel)
    if values is None:
        return float("nan")
    i = min(max(int(np.searchsorted(trajectory.t, t, side="right")), 1), len(trajectory.t) - 1)
    start, end = float(trajectory.t[i - 1]), float(trajectory.t[i])
    share = min(max((t - start) / (end - start), 0.0), 1.0)
    before, after = float(values[i - 1]), float(values[i])
    return after if share == 1.0 else before + (after - before) * share


def timed_events(
    mission: Mission, modelled: Mapping[str, datetime], sigma: Mapping[str, float | None] | None = None
) -> tuple[Event, ...]:
    """The mission's events with the model's times, in order of time; those without any time at the end."""
    known = {event.id: event for event in mission.events}
    for name, time in modelled.items():
        known[name] = replace(
            known.get(name) or Event(name, EVENT_NAMES[name]), modelled=time, sigma=(sigma or {}).get(name)
        )
    return tuple(sorted(known.values(), key=lambda e: (e.time is None, e.time or mission.end)))
