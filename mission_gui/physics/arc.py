"""Pieces of a flight: each is one solution of one equation of motion, from one discontinuity to the next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import cos, sin, sqrt
from typing import Literal

import numpy as np
from scipy.integrate import solve_ivp

from mission_gui.domain.events import Phase
from mission_gui.domain.trajectory import Floats
from mission_gui.domain.vehicle import Vehicle
from mission_gui.physics import atmosphere
from mission_gui.physics.aerodynamics import coefficients
from mission_gui.physics.earth import SIDEREAL_RATE, altitude, gravity

State = tuple[float, float, float, float, float, float]
Derivative = Callable[[float, Floats], list[float]]
Stop = Callable[[float, Floats], float]
Vector = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """What the air meets: a fixed drag area (m2), or, where None, the descent module by its Mach table."""

    drag_area: float | None = None
    lifting: bool = False
    rolling: bool = False
    """Rolling, the trimmed module still feels its lift, which points nowhere for long and adds up to nothing."""
    canopy: tuple[float, float, float] = (0.0, 0.0, 1.0)
    """Drag area of the canopies at the arc's start and once inflated, m2, and the seconds between."""

    def canopy_area(self, since: float) -> float:
        """Drag area of the canopies `since` seconds after the arc's start."""
        first, last, inflation = self.canopy
        return first + (last - first) * min(max(since / inflation, 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Point:
    """Where an arc begins: mission seconds, inertial state (m, m/s), mass (kg)."""

    t: float
    state: State
    mass: float


@dataclass(frozen=True, slots=True)
class Arc:
    """A stretch of flight. `states` gives (6, n) inertial states, m and m/s, at mission seconds (n,).

    `delta_v`, inertial, m/s, is what a burn over this arc adds; `thrust` in N, `mass_flow` in kg/s.
    """

    phase: Phase
    start: float
    end: float
    states: Callable[[Floats], Floats]
    step: float
    mass: float
    mass_flow: float = 0.0
    thrust: float = 0.0
    delta_v: Vector = (0.0, 0.0, 0.0)
    shape: Shape = field(default_factory=Shape)
    bank: Callable[[float], float] | None = None
    events: Mapping[str, float] = field(default_factory=dict)

    @property
    def last(self) -> Point:
        """The state and mass at the end."""
        return self.at(self.end)

    def at(self, t: float) -> Point:
        """The state and mass at an instant."""
        x, y, z, vx, vy, vz = self.states(np.array([t]))[:, 0].tolist()
        return Point(t, (x, y, z, vx, vy, vz), self.mass - self.mass_flow * (t - self.start))


class IntegrationError(Exception):
    """The integrator gave up."""


def integrate(
    derivative: Derivative,
    state: State,
    start: float,
    end: float,
    stop: Stop | None = None,
    method: Literal["DOP853", "LSODA"] = "DOP853",
    rtol: float = 1e-9,
    atol: float = 1e-4,
) -> tuple[float, Callable[[Floats], Floats]]:
    """Solves from `start` to where `stop` falls through zero, or to `end`: the end time and the dense solution."""
    events = None
    if stop is not None:

        def falling(t: float, y: Floats) -> float:
            return stop(t, y)

        falling.terminal = True  # type: ignore[attr-defined]
        falling.direction = -1.0  # type: ignore[attr-defined]
        events = [falling]
    solved = solve_ivp(
        derivative,
        (start, end),
        np.array(state),
        method,
        dense_output=True,
        events=events,
        rtol=rtol,
        atol=atol,
    )
    if not solved.success or solved.sol is None:
        raise IntegrationError(solved.message)
    return float(solved.t[-1]), solved.sol


def above(level: float) -> Stop:
    """Positive while the geodetic altitude is above a level, m."""

    def height(_t: float, y: Floats) -> float:
        return altitude(*y[:3].tolist()) - level

    return height


def orbital(drag_per_mass: float, push: Vector = (0.0, 0.0, 0.0)) -> Derivative:
    """Gravity, drag (drag coefficient times area over mass, m2/kg) and a constant inertial push, m/s2."""
    ax0, ay0, az0 = push

    def derivative(_t: float, state: Floats) -> list[float]:
        x, y, z, vx, vy, vz = state.tolist()
        gx, gy, gz = gravity(x, y, z)
        ux, uy = vx + SIDEREAL_RATE * y, vy - SIDEREAL_RATE * x
        k = 0.5 * atmosphere.state(altitude(x, y, z))[0] * drag_per_mass * sqrt(ux * ux + uy * uy + vz * vz)
        return [vx, vy, vz, gx - k * ux + ax0, gy - k * uy + ay0, gz - k * vz + az0]

    return derivative


def thrusting(
    direction: Vector | None, thrust: float, mass: float, mass_flow: float, start: float, drag_area: float
) -> Derivative:
    """Gravity, drag, and thrust (N), the mass falling from `mass` at `start`.

    The direction is fixed in inertial space, or, where None, the local horizontal against the flight.
    """

    def derivative(t: float, state: Floats) -> list[float]:
        x, y, z, vx, vy, vz = state.tolist()
        m = mass - mass_flow * (t - start)
        gx, gy, gz = gravity(x, y, z)
        ux, uy = vx + SIDEREAL_RATE * y, vy - SIDEREAL_RATE * x
        k = 0.5 * atmosphere.state(altitude(x, y, z))[0] * drag_area / m * sqrt(ux * ux + uy * uy + vz * vz)
        a = thrust / m
        dx, dy, dz = direction or _backward(x, y, z, vx, vy, vz)
        return [vx, vy, vz, gx - k * ux + a * dx, gy - k * uy + a * dy, gz - k * vz + a * dz]

    return derivative


def _backward(x: float, y: float, z: float, vx: float, vy: float, vz: float) -> Vector:
    """The unit vector along the local horizontal, against the flight."""
    r2 = x * x + y * y + z * z
    climb = (x * vx + y * vy + z * vz) / r2
    hx, hy, hz = vx - climb * x, vy - climb * y, vz - climb * z
    speed = sqrt(hx * hx + hy * hy + hz * hz)
    return -hx / speed, -hy / speed, -hz / speed


def atmospheric(
    vehicle: Vehicle, shape: Shape, mass: float, start: float, bank: Callable[[float], float]
) -> Derivative:
    """The descent module in the air: gravity, drag and lift by Mach number, canopies; the air turns with the Earth.

    Lift leans from straight up, across the air-relative velocity, by the bank angle, positive to the right.
    """
    half_area = 0.5 * vehicle.reference_area / mass

    def derivative(t: float, state: Floats) -> list[float]:
        x, y, z, vx, vy, vz = state.tolist()
        gx, gy, gz = gravity(x, y, z)
        ux, uy = vx + SIDEREAL_RATE * y, vy - SIDEREAL_RATE * x
        speed = sqrt(ux * ux + uy * uy + vz * vz)
        rho, sound = atmosphere.state(altitude(x, y, z))
        cd, ld = coefficients(vehicle, speed / sound)
        drag = rho * speed * (half_area * cd + 0.5 * shape.canopy_area(t - start) / mass)
        gx, gy, gz = gx - drag * ux, gy - drag * uy, gz - drag * vz
        if shape.lifting:
            lift = rho * speed * speed * half_area * cd * ld
            r = sqrt(x * x + y * y + z * z)
            ex, ey, ez = ux / speed, uy / speed, vz / speed
            s = (x * ex + y * ey + z * ez) / r
            nx, ny, nz = x / r - s * ex, y / r - s * ey, z / r - s * ez
            n = sqrt(nx * nx + ny * ny + nz * nz)
            angle = bank(t)
            up, right = lift * cos(angle) / n, lift * sin(angle) / n
            gx += up * nx + right * (ey * nz - ez * ny)
            gy += up * ny + right * (ez * nx - ex * nz)
            gz += up * nz + right * (ex * ny - ey * nx)
        return [vx, vy, vz, gx, gy, gz]

    return derivative
