"""The whole flight, its fit and a changed flight, beside SciPy alone and beside one another."""

from collections.abc import Callable

import numpy as np
from scipy.integrate import solve_ivp

from mission_gui.domain.whatif import WhatIf
from mission_gui.physics.arc import Shape, atmospheric, orbital, thrusting
from mission_gui.physics.elements import StationOrbit
from mission_gui.physics.propagate import propagate, what_if
from tests import ms19
from tests.bench.measure import Measure, alternately, quiet


def integration() -> Measure:
    """The whole flight with everything on it against SciPy alone on the same right-hand sides."""
    mission, known = ms19.mission(), ms19.trajectory().solution
    ours, peer = alternately(lambda: propagate(mission, quiet, known), bare_integration())
    return Measure(ours, "s", f"bare SciPy DOP853, undocking to parachutes, {peer:.3g} s", ours / peer)


def bare_integration() -> Callable[[], None]:
    """The ship alone: free flight, burn, coast and entry by `solve_ivp`, no samples, no channels, no station."""
    mission, solution = ms19.mission(), ms19.trajectory().solution
    assert solution is not None
    vehicle, descent = mission.vehicle, mission.descent
    start = StationOrbit(mission).states(np.zeros(1))[:, 0]
    mass, area = vehicle.mass_at_ignition, vehicle.stack_drag_area
    tig, cutoff = solution.ignition, solution.ignition + descent.duration
    separation, chutes = ms19.time_of("module_separation"), ms19.time_of("parachutes")
    entry = atmospheric(vehicle, Shape(lifting=True), vehicle.descent_module_mass, separation, lambda _t: descent.bank)

    def run() -> None:
        state = solve_ivp(orbital(area / mass), (0, tig), start, "DOP853", rtol=1e-12, atol=1e-6).y[:, -1]
        vx, vy, vz = (-state[3:] / np.linalg.norm(state[3:])).tolist()
        burn = thrusting((vx, vy, vz), 2950.0, mass, 1.0, tig, area)
        state = solve_ivp(burn, (tig, cutoff), state, "DOP853", rtol=1e-9, atol=1e-4).y[:, -1]
        state = solve_ivp(orbital(area / mass), (cutoff, separation), state, "DOP853", rtol=1e-9, atol=1e-4).y[:, -1]
        solve_ivp(entry, (separation, chutes), state, "DOP853", rtol=1e-9, atol=1e-4)

    return run


def solve() -> Measure:
    """The fit from nothing against one flight with the answer known."""
    mission, known = ms19.mission(), ms19.trajectory().solution
    ours, peer = alternately(lambda: propagate(mission, quiet), lambda: propagate(mission, quiet, known), 5)
    return Measure(ours, "s", f"one whole flight, {peer:.3g} s", ours / peer)


def changed() -> Measure:
    """A flight with something changed, as a dial asks for it, against one whole flight."""
    mission, known = ms19.mission(), ms19.trajectory().solution
    assert known is not None
    change = WhatIf(ignition=30.0, delta_v=-1.0, lift_lost=69e3)
    ours, peer = alternately(lambda: what_if(mission, known, change), lambda: propagate(mission, quiet, known), 5)
    return Measure(ours, "s", f"one whole flight, {peer:.3g} s", ours / peer)
