"""One instant of the mission, complete: what every panel shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np

from mission_gui.domain.events import Event, Phase
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Floats, Trajectory


@dataclass(frozen=True, slots=True)
class Frame:
    """The state at mission time `t`. `values` are SI by channel id; `next_index` points into `trajectory.events`.

    `in_contact` holds the ids of the stations that see the ship.
    """

    t: float
    utc: datetime
    phase: Phase
    values: Mapping[str, float]
    position: tuple[float, float, float]
    next_index: int
    in_contact: tuple[str, ...]


def frame_at(mission: Mission, trajectory: Trajectory, t: float) -> Frame:
    """The frame of an instant. Pure: the same time gives an equal frame. Ends are held, never extrapolated."""
    utc = mission.epoch + timedelta(seconds=t)
    values = {name: sample(trajectory.t, array, t) for name, array in trajectory.channels.items()}
    position = hermite(trajectory.t, trajectory.position, trajectory.velocity, t)
    return Frame(
        t=t,
        utc=utc,
        phase=trajectory.phase_at(t),
        values=values,
        position=position,
        next_index=next_event(trajectory.events, utc),
        in_contact=tuple(c.station for c in trajectory.contacts if c.start <= t < c.end),
    )


def next_event(events: tuple[Event, ...], utc: datetime) -> int:
    """Index of the first event still to come; `len(events)` after the last."""
    for index, event in enumerate(events):
        if event.time is not None and event.time > utc:
            return index
    return len(events)


def sample(t: Floats, values: Floats, at: float) -> float:
    """Linear between samples, ends held."""
    # Not `np.interp`, which copies read-only arrays whole at every call.
    i = int(np.searchsorted(t, at, side="right"))
    if i == 0 or i == len(t):
        return float(values[min(i, len(t) - 1)])
    before, after = float(values[i - 1]), float(values[i])
    return before + (after - before) * (at - float(t[i - 1])) / (float(t[i]) - float(t[i - 1]))


def hermite(t: Floats, x: Floats, v: Floats, at: float) -> tuple[float, float, float]:
    """Cubic Hermite between samples of a position `x` (3, n) and its velocity `v`; ends held."""
    at = min(max(at, float(t[0])), float(t[-1]))
    i = min(max(int(np.searchsorted(t, at, side="right")) - 1, 0), len(t) - 2)
    h = t[i + 1] - t[i]
    s = (at - t[i]) / h
    a = (1 + 2 * s) * (1 - s) ** 2 * x[:, i] + s * (1 - s) ** 2 * h * v[:, i]
    b = s * s * (3 - 2 * s) * x[:, i + 1] - s * s * (1 - s) * h * v[:, i + 1]
    px, py, pz = (a + b).tolist()
    return px, py, pz
