"""From module separation to the parachute command, many modules on one clock."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mission_gui.domain.errors import TrajectoryError
from mission_gui.domain.trajectory import Floats
from mission_gui.physics.dispersion import errors, motion
from mission_gui.physics.dispersion.errors import ErrorModel, Errors
from mission_gui.physics.dispersion.motion import Held, Module

CYCLE = 1.0  # s between two commands of the guidance, and the longest step
_LONGEST = 3000.0  # s


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """What steering may know: mission time, s, states (6, n), heights (n,), m, and the drag felt (n,), m/s2.

    The drag is the one measured a step ago, none at the start.
    """

    t: float
    state: Floats
    altitude: Floats
    drag: Floats


Steer = Callable[[Moment], tuple[Floats, Floats]]
"""Gives, for one cycle, the bank angles (n,), rad, and the shares (n,) of the lift that have a direction."""


@dataclass(frozen=True, slots=True, eq=False)
class Arrival:
    """The parachute command: mission times (n,), s, states (6, n), and the largest load on the way (n,), m/s2."""

    t: Floats
    state: Floats
    peak_load: Floats


def fly(
    module: Module,
    model: ErrorModel,
    sample: Errors,
    start: tuple[float, Floats],
    level: float,
    steer: Steer,
    steps: int = 1,
) -> Arrival:
    """From a time and states down to a level, m; `steps` of the integration in one cycle of the guidance."""
    t, state = start
    dt = CYCLE / steps
    half_over_mass = 0.5 / (module.mass + sample.mass)
    lift = sample.drag * sample.lift_to_drag
    height = motion.altitude(state[:3])
    times, arrived = np.full(len(height), np.nan), np.full(state.shape, np.nan)
    peak = np.zeros(len(height))
    flying = np.ones(len(height), dtype=bool)
    drag = np.zeros(len(height))
    for count in range(int(_LONGEST / dt)):
        if count % steps == 0:
            bank, pointed = steer(Moment(t, state, height, drag))
            up, side = pointed * np.cos(bank), pointed * np.sin(bank)
        half = half_over_mass * errors.density_factor(model, sample, height)
        held = Held(half, sample.drag, lift, up, side, _wind(model, sample, state[:3], height))
        rates, drag, felt = motion.derivative(module, held, state)
        np.maximum(peak, np.hypot(drag, felt), out=peak, where=flying)
        following = motion.step(module, held, state, rates, dt)
        below = motion.altitude(following[:3])
        through = flying & (below <= level)
        if through.any():
            share, there = _crossing(state[:, through], following[:, through], level, dt)
            times[through], arrived[:, through] = t + share * dt, there
            flying &= ~through
            if not flying.any():
                return Arrival(times, arrived, peak)
        t, state, height = t + dt, following, below
    raise TrajectoryError(f"{int(flying.sum())} samples do not come below {level / 1e3:.0f} km: check the error model")


def _wind(model: ErrorModel, sample: Errors, position: Floats, height: Floats) -> Floats:
    """The wind (3, n), inertial, m/s."""
    x, y, z = position
    p, r = np.hypot(x, y), np.sqrt(x * x + y * y + z * z)
    share = errors.wind_share(model, height)
    east, north = share * sample.wind_east / p, share * sample.wind_north / r
    return np.array([-y * east - z * x / p * north, x * east - z * y / p * north, p * north])


def _crossing(before: Floats, after: Floats, level: float, dt: float) -> tuple[Floats, Floats]:
    """Where a step passes a level: the share of the step (n,), and the state there by cubic Hermite."""
    low, high = np.zeros(before.shape[1]), np.ones(before.shape[1])
    for _ in range(40):
        middle = 0.5 * (low + high)
        above = motion.altitude(_hermite(before, after, middle, dt)[:3]) > level
        low, high = np.where(above, middle, low), np.where(above, high, middle)
    return high, _hermite(before, after, high, dt)


def _hermite(before: Floats, after: Floats, s: Floats, dt: float) -> Floats:
    p, v, q, w = before[:3], before[3:] * dt, after[:3], after[3:] * dt
    gap = q - p
    position = p + s * (v + s * (3 * gap - 2 * v - w + s * (v + w - 2 * gap)))
    velocity = v + s * (2 * (3 * gap - 2 * v - w) + 3 * s * (v + w - 2 * gap))
    return np.concatenate([position, velocity / dt])
