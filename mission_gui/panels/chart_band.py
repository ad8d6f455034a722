"""The uncertainty that can be drawn: where it is known, and not where the flight jumps.

Standard deviations come from linear sensitivities. Close to a jump, such as an opening canopy, they say nothing: moved
by seconds, the flight is on the other side of it, and the difference over the step grows without bound.
"""

import numpy as np

from mission_gui.domain.events import Event
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Floats, Trajectory
from mission_gui.panels.chart_windows import event_time

SIGMAS = 2.0
"""Half the height of the band, in standard deviations."""

JUMPS: dict[str, tuple[float, float]] = {
    "ignition": (1.0, 1.0),
    "burn_end": (1.0, 1.0),
    "module_separation": (1.0, 1.0),
    "parachutes": (1.0, 20.0),
    "main_parachute": (1.0, 20.0),
    "reserve_parachute": (1.0, 20.0),
    "heat_shield": (1.0, 1.0),
    "soft_landing_engines": (20.0, 1.0),
    "touchdown": (20.0, 1.0),
}
"""Events at which speeds, load or mass jump, and for how many seconds before and after they spoil the difference.

A canopy fills and the speed settles; with another canopy the module is down before its time is brought back.
"""

_SMOOTH = frozenset({"altitude", "range_to_go", "iss_range", "v_bar", "r_bar", "h_bar"})
"""Places: they go on smoothly through every jump of speed."""

_STEPS = frozenset({"bank"})
"""Commanded: all steps, for which a standard deviation says nothing anywhere."""


def known_sigma(mission: Mission, trajectory: Trajectory, channel: str) -> Floats | None:
    """One standard deviation of a channel on the flight's grid, SI, not a number where it says nothing."""
    sigma = trajectory.sigma.get(channel)
    if sigma is None or channel in _STEPS or not np.isfinite(sigma).any():
        return None
    known = np.array(sigma)
    for event in trajectory.events:
        t = event_time(trajectory, mission, event.id)
        if event.id in JUMPS and t is not None:
            start, end = _spoiled(event, channel)
            known[(trajectory.t >= t + start) & (trajectory.t <= t + end)] = np.nan
    return known


def _spoiled(event: Event, channel: str) -> tuple[float, float]:
    """From when to when, seconds after the event, its jump hides what is known of a channel."""
    if channel in _SMOOTH:
        return -1.0, 1.0
    aside = SIGMAS * (event.sigma or 0.0)
    before, after = JUMPS[event.id]
    return -aside - before, aside + after
