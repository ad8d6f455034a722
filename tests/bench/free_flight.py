"""Undocking to ignition without air under J2 to J4: this program beside SciPy alone, brahe and heyoka."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from importlib.util import find_spec

import numpy as np
from scipy.integrate import solve_ivp

from mission_gui.domain.trajectory import Floats
from mission_gui.physics import earth
from mission_gui.physics.arc import Point
from mission_gui.physics.elements import StationOrbit
from mission_gui.physics.phases import free_flight
from mission_gui.physics.run import run_of
from mission_gui.physics.solve import first_guess
from tests import ms19
from tests.bench.measure import Measure, alternately

DURATION = 11_580.0  # s

Flight = Callable[[], Floats]
"""Flies and gives the last state (6,), TEME of date, m and m/s."""


def start() -> Floats:
    """The station's state at undocking, (6,)."""
    return StationOrbit(ms19.mission()).states(np.zeros(1))[:, 0]


def by_us() -> Flight:
    """As the program does it: with dense output, and asking the atmosphere, which finds nothing to hold on to."""
    smooth = replace(ms19.mission(), vehicle=replace(ms19.mission().vehicle, stack_drag_area=0.0))
    run = run_of(smooth, replace(first_guess(smooth), ignition=DURATION), until=1.0)
    x, y, z, vx, vy, vz = start().tolist()
    point = Point(0.0, (x, y, z, vx, vy, vz), smooth.vehicle.mass_at_ignition)
    return lambda: np.array(free_flight.fly(run, point)[0].last.state)


def by_scipy() -> Flight:
    """`solve_ivp` and the same gravity, nothing else."""
    state = start()

    def falling(_t: float, y: Floats) -> list[float]:
        x, y_, z, vx, vy, vz = y.tolist()
        return [vx, vy, vz, *earth.gravity(x, y_, z)]

    return lambda: solve_ivp(falling, (0.0, DURATION), state, "DOP853", rtol=1e-12, atol=1e-6).y[:, -1]


def by_brahe() -> Flight:
    """The oracle of the tests: RKN1210, harmonics 4x0."""
    from tests import oracle

    return oracle.free_flight(start(), ms19.mission().epoch, DURATION)


def by_heyoka() -> Flight:
    """A Taylor method compiled for this one potential."""
    import heyoka

    x, y, z, vx, vy, vz = heyoka.make_vars("x", "y", "z", "vx", "vy", "vz")
    r = heyoka.sqrt(x**2 + y**2 + z**2)
    s, a = z / r, earth.SEMI_MAJOR_AXIS / r
    p2, p3, p4 = (3 * s**2 - 1) / 2, (5 * s**3 - 3 * s) / 2, (35 * s**4 - 30 * s**2 + 3) / 8
    potential = earth.MU / r * (1 - earth.J2 * a**2 * p2 - earth.J3 * a**3 * p3 - earth.J4 * a**4 * p4)
    motion = [(x, vx), (y, vy), (z, vz)]
    motion += [(speed, heyoka.diff(potential, place)) for place, speed in list(motion)]
    state = start()
    integrator = heyoka.taylor_adaptive(motion, state.tolist())

    def fly() -> Floats:
        integrator.time = 0.0
        integrator.state[:] = state
        integrator.propagate_until(DURATION)
        return np.array(integrator.state)

    return fly


PEERS: dict[str, tuple[str, Callable[[], Flight]]] = {
    "scipy": ("DOP853 on the same gravity and nothing else", by_scipy),
    "brahe": ("RKN1210, harmonics 4x0", by_brahe),
    "heyoka": ("Taylor method, compiled for it", by_heyoka),
}
"""What runs beside, by the name of its package: how it does it, and what makes it ready."""


def beside(package: str) -> Measure:
    """The free flight against one peer: how long each takes, and how far apart they end."""
    how, peer_of = PEERS[package]
    ours = by_us()
    if find_spec(package) is None:
        return Measure(alternately(ours, ours)[0], "s", f"{package}: not installed", None)
    begun = time.perf_counter()
    peer = peer_of()
    ready = time.perf_counter() - begun
    apart = float(np.linalg.norm(ours()[:3] - peer()[:3]))
    value, theirs = alternately(ours, peer)
    told = f"{package} {version(package)}, {how}: {theirs:.3g} s, ends {apart:.1g} m away"
    if ready > value:
        told += f"; {ready:.2g} s to get ready"
    return Measure(value, "s", told, value / theirs)


FREE_FLIGHTS: dict[str, Callable[[], Measure]] = {
    f"free_flight_{package}": partial(beside, package) for package in PEERS
}
