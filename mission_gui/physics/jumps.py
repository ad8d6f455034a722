"""Where linear sensitivities say nothing: close to a jump of the flight.

Close to an opening canopy, moved by seconds, the flight is on the other side of the jump, and the difference over the
step grows without bound. There no uncertainty is told rather than a wrong one.
"""

from collections.abc import Mapping

import numpy as np

from mission_gui.domain.trajectory import Floats

ASIDE = 2.0  # standard deviations of the jump's own time

JUMPS: Mapping[str, tuple[float, float]] = {
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

SMOOTH = frozenset({"altitude", "latitude", "longitude", "range_to_go", "iss_range", "v_bar", "r_bar", "h_bar"})
"""Places: they go on smoothly through every jump of speed."""

STEPS = frozenset({"bank"})
"""Commanded, all steps: a standard deviation says nothing anywhere."""


def without_jumps(
    t: Floats, channel: str, sigma: Floats, times: Mapping[str, float], off: Mapping[str, float]
) -> Floats:
    """A channel's sigma (n,) at mission times (n,), not a number where a jump spoils it.

    `times` are those of the flight's events and `off` their standard deviations, seconds.
    """
    if channel in STEPS:
        return np.full(len(t), np.nan)
    known = np.array(sigma)
    for event, (before, after) in JUMPS.items():
        if event in times:
            first, last = (1.0, 1.0) if channel in SMOOTH else _spoiled(off.get(event, 0.0), before, after)
            known[(t >= times[event] - first) & (t <= times[event] + last)] = np.nan
    return known


def _spoiled(off: float, before: float, after: float) -> tuple[float, float]:
    return before + ASIDE * off, after + ASIDE * off
