"""Steering by the nominal flight: bank from the error of range at a speed, reversals from the error across the track.

The nominal flight is flown once. From points along it small changes (more drag, more climb, more lift up, the other
bank) are flown to the parachute command; how far they move it are the gains. This is the scheme of Apollo's final
phase (Morth, MIT R-532, 1966), with our own limits: the Soyuz's is not published.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mission_gui.domain.trajectory import Floats
from mission_gui.physics.dispersion import motion
from mission_gui.physics.dispersion.entry import CYCLE, Moment, Steer
from mission_gui.physics.dispersion.motion import Table
from mission_gui.physics.earth import MEAN_RADIUS, STANDARD_GRAVITY

Flags = NDArray[np.bool_]

# Assumed: nothing is published about the guidance of a Soyuz.
_OVERCONTROL = 3.0  # how much more than needed is commanded, as the rest of the flight has less authority
_COSINE_LIMITS = (0.1, 0.96)  # of the bank: 84 to 16 degrees
_LEAST_DRAG = 0.1 * STANDARD_GRAVITY  # below it the bank stays the nominal one
_MEMORY = 60.0  # s over which the lift across the track is learnt
_MOST_SIDEWAYS = 2.0
_FIRST_MARGIN, _LATER_MARGIN = (
    -4e3,
    500.0,
)  # m across the track; the first reversal is early, so that others can mend it


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """The nominal flight by air-relative speed, and where it leads.

    `table` has, in this order: range to go, m; logarithm of drag; climb, m/s; change of range with each of the two,
    and with the cosine of bank; how far to the left of straight on bank to the right and to the left lead, m.
    `bank` is the nominal first bank, rad; `turn` gives the sidereal angle at a mission time; `target` (3,) is the
    direction of the parachute command, Earth-fixed.
    """

    table: Table
    bank: float
    roll_rate: float
    turn: tuple[float, float]
    target: Floats


def to_go(state: Floats, target: Floats) -> tuple[Floats, Floats]:
    """How far ahead and how far to the left a place is, m (n,): directions (3, n) or (3, 1), by the way over ground."""
    up = state[:3] / np.sqrt(np.sum(state[:3] ** 2, axis=0))
    velocity = motion.air_velocity(state)
    along = velocity - up * np.sum(velocity * up, axis=0)
    along = along / np.sqrt(np.sum(along**2, axis=0))
    ahead = np.arctan2(np.sum(target * along, axis=0), np.sum(target * up, axis=0))
    (x, y, z), (a, b, c) = up, along
    left = np.arcsin(target[0] * (y * c - z * b) + target[1] * (z * a - x * c) + target[2] * (x * b - y * a))
    return MEAN_RADIUS * ahead, MEAN_RADIUS * left


def inertial(fixed: Floats, turn: tuple[float, float], t: float) -> Floats:
    """An Earth-fixed direction (3,) as an inertial one (3, 1) at a mission time."""
    angle = turn[0] + turn[1] * t
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c * fixed[0] - s * fixed[1]], [s * fixed[0] + c * fixed[1]], [fixed[2]]])


class Autopilot:
    """The bank of n modules, which follow the reference; it turns no faster than the roll rate."""

    def __init__(self, reference: Reference, size: int) -> None:
        self.reference = reference
        self.side = np.full(size, np.sign(reference.bank))
        self.bank = np.full(size, reference.bank)
        self.margin = np.full(size, _FIRST_MARGIN)
        self.sideways = np.ones(size)

    def __call__(self, moment: Moment) -> tuple[Floats, Floats]:
        """The bank of the next cycle, rad, and all of the lift."""
        if moment.drag.max() > _LEAST_DRAG:
            self._turn_to(
                np.where(moment.drag > _LEAST_DRAG, self._wanted(moment), self.side * abs(self.reference.bank))
            )
        return self.bank, np.ones(len(self.bank))

    def _wanted(self, moment: Moment) -> Floats:
        reference, state = self.reference, moment.state
        velocity = motion.air_velocity(state)
        speed = np.sqrt(np.sum(velocity**2, axis=0))
        climb = np.sum(state[:3] * state[3:], axis=0) / np.sqrt(np.sum(state[:3] ** 2, axis=0))
        ahead, left = to_go(state, inertial(reference.target, reference.turn, moment.t))
        range_, drag, rate, by_drag, by_climb, by_cosine, right_leads, left_leads = reference.table.at(speed)
        predicted = range_ + by_drag * (np.log(np.maximum(moment.drag, 1e-9)) - drag) + by_climb * (climb - rate)
        cosine = np.cos(reference.bank) + _OVERCONTROL * (ahead - predicted) / by_cosine
        magnitude = np.arccos(np.minimum(np.maximum(cosine, _COSINE_LIMITS[0]), _COSINE_LIMITS[1]))
        steered = moment.drag > _LEAST_DRAG
        self._learn(magnitude, steered)
        self._reverse(left, right_leads, left_leads, steered)
        wanted: Floats = self.side * magnitude
        return wanted

    def _learn(self, magnitude: Floats, steered: Flags) -> None:
        """The lift across the track over the nominal: what is needed upward is, so the rest shows by the bank."""
        share = np.where(steered, CYCLE / _MEMORY, 0.0)
        seen = np.minimum(np.tan(magnitude) / abs(np.tan(self.reference.bank)), _MOST_SIDEWAYS)
        self.sideways = self.sideways + share * (seen - self.sideways)

    def _reverse(self, left: Floats, right_leads: Floats, left_leads: Floats, steered: Flags) -> None:
        """Turns to the other side where that would lead to the target or still short of it."""
        middle, reach = 0.5 * (left_leads + right_leads), 0.5 * (left_leads - right_leads)
        other = middle + self.side * self.sideways * reach
        turned = steered & (self.side * (left - other) >= self.margin)
        self.side = np.where(turned, -self.side, self.side)
        self.margin = np.where(turned, _LATER_MARGIN, self.margin)

    def _turn_to(self, wanted: Floats) -> None:
        most = self.reference.roll_rate * CYCLE
        self.bank = self.bank + np.minimum(np.maximum(wanted - self.bank, -most), most)


def following(bank: Callable[[float], float]) -> Steer:
    """Steering by a bank history alone, the same for all."""

    def steer(moment: Moment) -> tuple[Floats, Floats]:
        size = len(moment.altitude)
        return np.full(size, bank(moment.t + 0.5 * CYCLE)), np.ones(size)

    return steer


def rolling_below(level: float, bank: float) -> Steer:
    """Bank held down to a level, m; below it the module rolls, and its lift points nowhere."""

    def steer(moment: Moment) -> tuple[Floats, Floats]:
        return np.full(len(moment.altitude), bank), (moment.altitude > level).astype(np.float64)

    return steer
