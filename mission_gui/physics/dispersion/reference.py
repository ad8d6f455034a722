"""Flies the nominal entry and the small changes of it that the guidance goes by."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mission_gui.domain.trajectory import Floats
from mission_gui.physics import earth
from mission_gui.physics.dispersion import entry, errors, guidance, motion
from mission_gui.physics.dispersion.entry import CYCLE, Moment, Steer
from mission_gui.physics.dispersion.errors import ErrorModel
from mission_gui.physics.dispersion.guidance import Reference
from mission_gui.physics.dispersion.motion import Module
from mission_gui.physics.timescale import Rotation

_EVERY = 5  # cycles between two points from which changes are flown
_LAST = 10  # cycles before the parachute command; later nothing can be steered
_HIGHER, _CLIMB, _COSINE = 300.0, 5.0, 0.1  # the changes: m, m/s, and of the cosine of bank
_LEAST_BY_COSINE = 2e3  # m; near the end the authority goes to nothing
_LEAST_SENSED = 0.05 * earth.STANDARD_GRAVITY  # the reference begins where the drag is this
_GRID = 10.0  # m/s


@dataclass(frozen=True, slots=True, eq=False)
class _Path:
    """The nominal flight, one column a cycle: times (n,), states (6, n), drag (n,)."""

    t: Floats
    state: Floats
    drag: Floats


def reference_of(
    module: Module,
    model: ErrorModel,
    rotation: Rotation,
    start: tuple[float, Floats],
    level: float,
    bank: Callable[[float], float],
    roll_rate: float,
) -> Reference:
    """The reference of a nominal flight from a time and a state (6, 1) by a bank history, down to a level."""
    path, arrival = _nominal(module, model, start, level, guidance.following(bank))
    turn = (rotation.angle0, earth.SIDEREAL_RATE)
    place = earth.to_fixed(arrival.state[:3], rotation.angle(arrival.t))[:, 0]
    target = place / np.linalg.norm(place)
    first = bank(start[0])
    at = np.arange(0, len(path.t) - _LAST, _EVERY)
    knots = _Path(path.t[at], path.state[:, at], path.drag[at])
    gains = _gains(module, model, knots, level, first, roll_rate)
    columns = np.array([*_where(knots, turn, target), *gains])
    return Reference(_by_speed(knots, columns), first, roll_rate, turn, target)


def _nominal(
    module: Module, model: ErrorModel, start: tuple[float, Floats], level: float, steer: Steer
) -> tuple[_Path, entry.Arrival]:
    seen: list[Moment] = []

    def watched(moment: Moment) -> tuple[Floats, Floats]:
        seen.append(moment)
        return steer(moment)

    arrival = entry.fly(module, model, errors.without(1), start, level, watched)
    sensed = [moment for moment in seen if moment.drag[0] > _LEAST_SENSED]
    return (
        _Path(
            np.array([moment.t for moment in sensed]),
            np.concatenate([moment.state for moment in sensed], axis=1),
            np.concatenate([moment.drag for moment in sensed]),
        ),
        arrival,
    )


def _where(knots: _Path, turn: tuple[float, float], target: Floats) -> tuple[Floats, Floats, Floats]:
    """Range to go, logarithm of drag and climb along the nominal flight."""
    targets = np.concatenate([guidance.inertial(target, turn, t) for t in knots.t.tolist()], axis=1)
    ahead, _ = guidance.to_go(knots.state, targets)
    climb = np.sum(knots.state[:3] * knots.state[3:], axis=0) / np.linalg.norm(knots.state[:3], axis=0)
    return ahead, np.log(knots.drag), climb


def _gains(
    module: Module, model: ErrorModel, knots: _Path, level: float, bank: float, roll_rate: float
) -> tuple[Floats, ...]:
    """Change of range with drag, climb and cosine of bank, and where rolling to the right and to the left leads."""
    up = knots.state[:3] / np.linalg.norm(knots.state[:3], axis=0)
    higher = knots.state + np.concatenate([_HIGHER * up, np.zeros_like(up)])
    rising = knots.state + np.concatenate([np.zeros_like(up), _CLIMB * up])
    held, steeper, size = abs(bank), float(np.arccos(np.cos(bank) + _COSINE)), len(knots.t)
    states = np.concatenate([knots.state, higher, rising, *[knots.state] * 3], axis=1)
    first = np.repeat([held, held, held, steeper, -held, held], size)
    goals = np.repeat([held, held, held, steeper, held, -held], size)
    steer = _rolling_to(first, goals, roll_rate)
    ends = entry.fly(module, model, errors.without(6 * size), (0.0, states), level, steer)
    ahead, left = _reached(knots, ends)
    thinner = np.log(_density(module, higher)) - np.log(_density(module, knots.state))
    by_cosine = np.maximum((ahead[3] - ahead[0]) / _COSINE, _LEAST_BY_COSINE)
    return (ahead[1] - ahead[0]) / thinner, (ahead[2] - ahead[0]) / _CLIMB, by_cosine, left[4], left[5]


def _rolling_to(first: Floats, goals: Floats, roll_rate: float) -> Steer:
    """Steering from first bank angles (n,) to others, and no more."""

    def steer(moment: Moment) -> tuple[Floats, Floats]:
        rolled = roll_rate * (moment.t + 0.5 * CYCLE)
        return first + np.clip(goals - first, -rolled, rolled), np.ones(len(first))

    return steer


def _reached(knots: _Path, ends: entry.Arrival) -> tuple[Floats, Floats]:
    """How far ahead and to the left of each knot (6, n) its changed flights end, m; they began at time zero."""
    places = earth.to_fixed(ends.state[:3], earth.SIDEREAL_RATE * ends.t)
    ahead, left = guidance.to_go(np.tile(knots.state, 6), places / np.linalg.norm(places, axis=0))
    return ahead.reshape(6, -1), left.reshape(6, -1)


def _density(module: Module, state: Floats) -> Floats:
    density: Floats = module.air.at(motion.altitude(state[:3]))[0]
    return density


def _by_speed(knots: _Path, columns: Floats) -> motion.Table:
    """The columns (k, n) of the knots on an even grid of air-relative speed."""
    speed = np.linalg.norm(motion.air_velocity(knots.state), axis=0)[::-1]
    grid = np.arange(speed[0], speed[-1], _GRID)
    return motion.table(grid, *(np.interp(grid, speed, column[::-1]) for column in columns))
