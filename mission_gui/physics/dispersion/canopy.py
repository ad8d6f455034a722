"""From the parachute command to touchdown, many modules at once, in a level frame that turns with the Earth.

Until the main canopy is open and has settled the fall is integrated; from there on drag and weight balance, so that
speed and drift follow from altitude alone: the fall is stiff there, and too long a step would throw samples away.
"""

from dataclasses import dataclass

import numpy as np

from mission_gui.domain.trajectory import Floats
from mission_gui.physics import earth
from mission_gui.physics.dispersion import errors
from mission_gui.physics.dispersion.errors import ErrorModel, Errors
from mission_gui.physics.dispersion.motion import Module
from mission_gui.physics.solve import Descent

_STEP = 0.25  # s; the steepest moment, the opening of the main canopy, would bear 0.5 s
_SETTLING = 8.0  # s after the main canopy is full
_POINTS = 33  # of the quadrature over altitude


@dataclass(frozen=True, slots=True, eq=False)
class Canopies:
    """Drag area, m2, over the seconds after the command, linear between; and what else the fall depends on."""

    seconds: Floats
    area: Floats
    heat_shield_mass: float
    heat_shield_altitude: float
    soft_landing_altitude: float
    soft_landing_speed: float
    ground: float
    gravity: float


def canopies_of(descent: Descent, latitude: float) -> Canopies:
    """The parachutes of a flown descent to a latitude, rad; each opens as long after the command as there."""
    vehicle, ground = descent.run.vehicle, descent.run.mission.landing.height
    seconds: list[float] = []
    areas: list[float] = []
    for arc in descent.arcs:
        first, last, inflation = arc.shape.canopy
        if first != last:
            opened = arc.start - descent.chute_time
            seconds += [opened, opened + inflation]
            areas += [first, last]
    return Canopies(
        np.array(seconds),
        np.array(areas),
        vehicle.heat_shield_mass,
        vehicle.heat_shield_altitude,
        ground + vehicle.soft_landing_altitude,
        vehicle.soft_landing_speed,
        ground,
        _weight(latitude, ground),
    )


def _weight(latitude: float, height: float) -> float:
    """Gravity less the Earth's turning, m/s2, at a geodetic latitude and height."""
    x, y, z = earth.fixed_from_geodetic(latitude, 0.0, height).tolist()
    gx, _, gz = earth.gravity(x, y, z)
    return float(np.hypot(gx + earth.SIDEREAL_RATE**2 * x, gz))


@dataclass(frozen=True, slots=True, eq=False)
class Fall:
    """What a sample brings along: its module, its errors, the air it meets."""

    module: Module
    canopies: Canopies
    model: ErrorModel
    sample: Errors

    def density(self, height: Floats) -> Floats:
        """Air density (..., n), kg/m3."""
        standard = self.module.air.at(height.ravel())[0].reshape(height.shape)
        density: Floats = standard * errors.density_factor(self.model, self.sample, height)
        return density

    def gravity(self, height: Floats) -> Floats:
        """Gravity less the Earth's turning (..., n), m/s2."""
        gravity: Floats = self.canopies.gravity * (1 - 2 * (height - self.canopies.ground) / earth.MEAN_RADIUS)
        return gravity

    def mass(self, shield: bool) -> Floats:
        """The module's mass (n,), kg, with or without its heat shield."""
        mass: Floats = self.module.mass + self.sample.mass - (0.0 if shield else self.canopies.heat_shield_mass)
        return mass


def land(fall: Fall, height: Floats, velocity: Floats) -> tuple[Floats, Floats]:
    """Seconds (n,) from the command to touchdown, and the way (2, n) to the east and north, m.

    `height` (n,) and `velocity` (3, n) east, north and up are those at the command.
    """
    whole = fall.canopies.seconds[-1] + _SETTLING
    steps = int(np.ceil(whole / _STEP))
    state = np.concatenate([np.zeros((2, len(height))), height[None], velocity])
    dt = whole / steps
    for i in range(steps):
        state = _step(fall, i * dt, state, dt)
    way, height, seconds = state[:2], state[2], np.full(len(height), whole)
    level = fall.canopies.heat_shield_altitude
    # A canopy that opens low sheds the shield on half the way that is left, as in the nominal flight.
    shield = np.where(height > level, level, (height + fall.canopies.ground) / 2)
    ground = np.full(len(height), fall.canopies.soft_landing_altitude)
    for shielded, top, foot in ((True, height, shield), (False, shield, ground)):
        took, drift = _sink(fall, top, foot, fall.mass(shielded))
        seconds, way = seconds + took, way + drift
    return seconds + _last_metre(fall, ground), way


def _step(fall: Fall, s: float, state: Floats, dt: float) -> Floats:
    """One step of classical Runge-Kutta."""
    first = _rates(fall, s, state)
    second = _rates(fall, s + 0.5 * dt, state + 0.5 * dt * first)
    third = _rates(fall, s + 0.5 * dt, state + 0.5 * dt * second)
    fourth = _rates(fall, s + dt, state + dt * third)
    following: Floats = state + dt / 6 * (first + 2 * (second + third) + fourth)
    return following


def _rates(fall: Fall, s: float, state: Floats) -> Floats:
    height, (east, north, up) = state[2], state[3:]
    share = errors.wind_share(fall.model, height)
    east, north = east - share * fall.sample.wind_east, north - share * fall.sample.wind_north
    speed = np.sqrt(east * east + north * north + up * up)
    module = fall.module.areas.at(speed / fall.module.air.at(height)[1])[0] * fall.sample.drag
    area = module + fall.sample.canopy * float(np.interp(s, fall.canopies.seconds, fall.canopies.area))
    k = 0.5 * fall.density(height) * area * speed / fall.mass(shield=True)
    rates = np.empty_like(state)
    rates[:3] = state[3:]
    rates[3], rates[4], rates[5] = -k * east, -k * north, -k * up - fall.gravity(height)
    return rates


def _sink(fall: Fall, top: Floats, foot: Floats, mass: Floats) -> tuple[Floats, Floats]:
    """Seconds (n,) and drift (2, n), m, of the balanced fall between two heights (Simpson's rule)."""
    weights = np.full(_POINTS, 2.0)
    weights[1::2], weights[0], weights[-1] = 4.0, 1.0, 1.0
    heights = np.linspace(foot, top, _POINTS)
    slowness = 1 / _sinking(fall, heights, mass)
    scale = (top - foot) / (3 * (_POINTS - 1)) * weights[:, None]
    drifting = np.sum(scale * slowness * errors.wind_share(fall.model, heights), axis=0)
    return np.sum(scale * slowness, axis=0), drifting * np.array([fall.sample.wind_east, fall.sample.wind_north])


def _sinking(fall: Fall, height: Floats, mass: Floats) -> Floats:
    """The speed at which drag balances weight, m/s."""
    module = fall.module.areas.values[0, 0] * fall.sample.drag
    area = module + fall.sample.canopy * fall.canopies.area[-1]
    speed: Floats = np.sqrt(2 * mass * fall.gravity(height) / (fall.density(height) * area))
    return speed


def _last_metre(fall: Fall, height: Floats) -> Floats:
    """Seconds under the soft-landing engines, which brake evenly."""
    sinking = _sinking(fall, height, fall.mass(shield=False))
    above = fall.canopies.soft_landing_altitude - fall.canopies.ground
    seconds: Floats = 2 * above / (sinking + fall.canopies.soft_landing_speed)
    return seconds
