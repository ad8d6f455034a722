"""The way past the station, and what happens on it: plain values, no Qt."""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf

import numpy as np

from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Text
from mission_gui.domain.mission import Mission, Vector
from mission_gui.domain.trajectory import Floats, Trajectory

_NEAR = (Phase.DEPARTURE, Phase.FLYAROUND)
_SAME = 0.5
"""Seconds within which an event is a burn's own."""
_ROUNDED = 1e-3
"""Seconds by which an event, whose time is a rounded one, may lie beyond the end of the path that it is."""


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """From undocking to the end of the deorbit burn, in samples.

    Mission time `t` (n,) and `place` (3, n) along V-bar, H-bar, R-bar from the station's centre of mass. `near` (n,) is
    the time up to which the view of a sample should hold: the end of the flyaround, minus infinity on the way out to
    it, not a number in free flight. `ignition` is when the deorbit burn begins, and `over` when it has ended: never,
    where the descent is not solved yet.
    """

    t: Floats
    place: Floats
    near: Floats
    ignition: float
    over: float

    def told_at(self, t: float) -> float:
        """Up to when the path is drawn at a moment: until it begins, the deorbit burn is not."""
        return self.ignition if t < self.ignition else self.over

    def until(self, t: float) -> "Path":
        """The path up to a moment."""
        kept = self.t <= t
        return replace(self, t=self.t[kept], place=self.place[:, kept], near=self.near[kept])

    def at(self, t: float) -> Vector:
        """The place at a moment; before undocking that of the docked ship."""
        v, h, r = (float(np.interp(t, self.t, component)) for component in self.place)
        return v, h, r


class MarkKind(StrEnum):
    """What is marked on the path."""

    BURN = "burn"
    HOLD = "hold"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Mark:
    """A burn, a hold point or an event on the path; `change` of velocity in m/s, none at an event."""

    kind: MarkKind
    name: Text
    t: float
    place: Vector
    change: Vector = (0.0, 0.0, 0.0)

    @property
    def size(self) -> float:
        """How large the change of velocity is, m/s."""
        return float(np.linalg.norm(self.change))


def path(trajectory: Trajectory) -> Path:
    """The path of a flight."""
    burn = trajectory.span(Phase.DEORBIT_BURN)
    ignition, over = (burn.start, burn.end) if burn is not None and trajectory.complete else (inf, inf)
    kept = (trajectory.t >= 0.0) & (trajectory.t <= over)
    t = trajectory.t[kept]
    place = np.array([trajectory.channels[name][kept] for name in ("v_bar", "h_bar", "r_bar")])
    near = np.full(len(t), np.nan)
    for span in trajectory.phases:
        if span.phase in _NEAR:
            # The way out is followed step by step, the flyaround is shown whole.
            near[(t >= span.start) & (t < span.end)] = span.end if span.phase is Phase.FLYAROUND else -np.inf
    return Path(t, place, near, ignition, over)


def marks(mission: Mission, trajectory: Trajectory, way: Path) -> tuple[Mark, ...]:
    """Burns and hold points, the largest first, then events: in the order in which they matter."""
    holds = {burn.at for burn in mission.departure.burns if burn.hold}
    burns = [
        Mark(
            MarkKind.HOLD if any(abs(burn.start - at) < _SAME for at in holds) else MarkKind.BURN,
            burn.name,
            burn.start,
            way.at(burn.start),
            burn.delta_v,
        )
        for burn in trajectory.burns
    ]
    events = []
    for event in trajectory.events:
        t = mission.seconds(event.time) if event.time is not None else -1.0
        if 0.0 < t <= way.t[-1] + _ROUNDED and all(abs(t - burn.t) > _SAME for burn in burns):
            events.append(Mark(MarkKind.EVENT, event.name, t, way.at(t)))
    return (*sorted(burns, key=lambda mark: -mark.size), *events)
