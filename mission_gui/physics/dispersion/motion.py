"""Equations of motion of many descent modules at once; states are (6, n), inertial, m and m/s."""

from dataclasses import dataclass

import numpy as np

from mission_gui.domain.trajectory import Floats
from mission_gui.domain.vehicle import Vehicle
from mission_gui.physics import aerodynamics, atmosphere
from mission_gui.physics.earth import E2, J2, J3, J4, MU, SEMI_MAJOR_AXIS, SEMI_MINOR_AXIS, SIDEREAL_RATE

_LOWEST, _HIGHEST, _LAYER = -2e3, 250e3, 50.0  # m
_FASTEST, _MACH_STEP = 40.0, 0.01


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Functions (k, m) of one quantity on an even grid; linear between, held outside."""

    first: float
    step: float
    values: Floats
    slopes: Floats

    def at(self, x: Floats) -> Floats:
        """The functions (k, n) at x (n,)."""
        place = np.minimum(np.maximum((x - self.first) / self.step, 0.0), self.values.shape[1] - 1.0)
        i = place.astype(np.intp)
        between: Floats = self.values.take(i, axis=1) + (place - i) * self.slopes.take(i, axis=1)
        return between


def table(grid: Floats, *columns: Floats) -> Table:
    """A table of columns on an even grid."""
    values = np.array(columns)
    slopes = np.diff(values, axis=1, append=values[:, -1:])
    return Table(float(grid[0]), float(grid[1] - grid[0]), values, slopes)


@dataclass(frozen=True, slots=True, eq=False)
class Module:
    """The descent module and its air: density and speed of sound by altitude; by Mach number its drag area and its
    lift area, m2; its nominal mass, kg."""

    air: Table
    areas: Table
    mass: float


def module_of(vehicle: Vehicle) -> Module:
    """The descent module of a vehicle, in the standard atmosphere."""
    altitudes = np.arange(_LOWEST, _HIGHEST, _LAYER)
    mach = np.arange(0.0, _FASTEST, _MACH_STEP)
    drag, lift_to_drag = aerodynamics.coefficient_arrays(vehicle, mach)
    area = vehicle.reference_area * drag
    air = table(altitudes, atmosphere.density(altitudes), atmosphere.sound_speed(altitudes))
    return Module(air, table(mach, area, area * lift_to_drag), vehicle.descent_module_mass)


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """What stays the same over one step, each (n,): 0.5 times density factor over mass, factors of drag and of lift,
    sine and cosine of bank times the share of lift that has a direction; and the wind (3, n), inertial, m/s."""

    half_over_mass: Floats
    drag: Floats
    lift: Floats
    up: Floats
    side: Floats
    wind: Floats


def altitude(position: Floats) -> Floats:
    """Height over the ellipsoid along the radius, m: within 1 m of the geodetic one below 140 km."""
    x, y, z = position
    r2 = x * x + y * y + z * z
    height: Floats = np.sqrt(r2) - SEMI_MINOR_AXIS / np.sqrt(1 - E2 * (x * x + y * y) / r2)
    return height


def derivative(module: Module, held: Held, state: Floats) -> tuple[Floats, Floats, Floats]:
    """Rates (6, n), and the drag and the lift that the module feels, (n,), m/s2; the same forces as in `arc`."""
    x, y, z, vx, vy, vz = state
    r2 = x * x + y * y + z * z
    r = np.sqrt(r2)
    s2 = z * z / r2
    height = r - SEMI_MINOR_AXIS / np.sqrt(1 - E2 * (1 - s2))
    ux, uy, uz = vx + SIDEREAL_RATE * y, vy - SIDEREAL_RATE * x, vz
    ux, uy, uz = ux - held.wind[0], uy - held.wind[1], uz - held.wind[2]
    speed = np.sqrt(ux * ux + uy * uy + uz * uz)
    density, sound = module.air.at(height)
    drag_area, lift_area = module.areas.at(speed / sound)
    k = held.half_over_mass * density * speed
    drag = k * held.drag * drag_area
    felt = k * speed * held.lift * lift_area
    ex, ey, ez = ux / speed, uy / speed, uz / speed
    px, py, pz = x / r, y / r, z / r
    climb = px * ex + py * ey + pz * ez
    level = felt / np.sqrt(1 - climb * climb)
    up, side = level * held.up, level * held.side
    radial, axial = _gravity(r, pz)
    rates = np.empty_like(state)
    rates[:3] = state[3:]
    rates[3] = radial * x - drag * ux + up * (px - climb * ex) + side * (ey * pz - ez * py)
    rates[4] = radial * y - drag * uy + up * (py - climb * ey) + side * (ez * px - ex * pz)
    rates[5] = radial * z + axial - drag * uz + up * (pz - climb * ez) + side * (ex * py - ey * px)
    return rates, drag * speed, felt


def _gravity(r: Floats, s: Floats) -> tuple[Floats, Floats]:
    """Gravity over the place vector, 1/s2, and what is left along the axis, m/s2, at distances from the Earth's centre
    and sines of latitude; `earth.gravity` for arrays."""
    ratio, s2 = SEMI_MAJOR_AXIS / r, s * s
    ratio2 = ratio * ratio
    base = -MU / (r * r)
    k2 = 1.5 * J2 * ratio2
    k3, k4 = 2.5 * J3 * ratio2 * ratio, 0.625 * J4 * ratio2 * ratio2
    radial = base / r * (1 + k2 * (1 - 5 * s2) + k3 * s * (3 - 7 * s2) - k4 * (3 - s2 * (42 - 63 * s2)))
    axial = base * (2 * k2 * s + k3 * (3 * s2 - 0.6) - k4 * s * (12 - 28 * s2))
    return radial, axial


def step(module: Module, held: Held, state: Floats, rates: Floats, dt: float) -> Floats:
    """The state one step on (classical Runge-Kutta of order four); `rates` are those at the step's start."""
    second = derivative(module, held, state + 0.5 * dt * rates)[0]
    third = derivative(module, held, state + 0.5 * dt * second)[0]
    fourth = derivative(module, held, state + dt * third)[0]
    following: Floats = state + dt / 6 * (rates + 2 * (second + third) + fourth)
    return following


def air_velocity(state: Floats) -> Floats:
    """Velocity (3, n) against air that turns with the Earth, m/s."""
    x, y, _, vx, vy, vz = state
    return np.array([vx + SIDEREAL_RATE * y, vy - SIDEREAL_RATE * x, vz])
