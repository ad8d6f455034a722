"""Free flight and descent coast against brahe, an independent library: J2 to J4, without air."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from mission_gui.domain.trajectory import Floats
from mission_gui.physics.arc import Arc, Point
from mission_gui.physics.phases import coast, free_flight
from mission_gui.physics.run import Run, run_of
from mission_gui.physics.solve import first_guess
from tests import ms19, oracle

SAME_PLACE = 5.0  # m; brahe's harmonics are of EGM2008, ours of EGM96, and we hold TEME of date to be inertial
SAME_VELOCITY = 5e-3  # m/s
FREE_FLIGHT = 11_580.0  # s, as from undocking to ignition


def airless(ignition: float) -> Run:
    """MS-19 with nothing for the air to hold on to."""
    mission = ms19.mission()
    smooth = replace(mission, vehicle=replace(mission.vehicle, stack_drag_area=0.0))
    return run_of(smooth, replace(first_guess(smooth), ignition=ignition), until=1.0)


def start(t: float) -> Point:
    """The ship as it flew at a mission time, of any mass."""
    flight = ms19.trajectory()
    at = int(np.searchsorted(flight.t, t))
    x, y, z, vx, vy, vz = np.concatenate([flight.position[:, at], flight.velocity[:, at]]).tolist()
    return Point(float(flight.t[at]), (x, y, z, vx, vy, vz), 6620.0)


def by_brahe(arc: Arc, point: Point) -> Floats:
    """The last state of an arc as brahe has it."""
    begin = ms19.mission().epoch + timedelta(seconds=point.t)
    return oracle.free_flight(np.array(point.state), begin, arc.end - point.t)()


def assert_same(ours: Point, theirs: Floats) -> None:
    state = np.array(ours.state)
    assert np.linalg.norm(state[:3] - theirs[:3]) < SAME_PLACE
    assert np.linalg.norm(state[3:] - theirs[3:]) < SAME_VELOCITY


def test_the_free_flight_ends_where_brahe_ends_it() -> None:
    point = start(0.0)
    (arc,) = free_flight.fly(airless(point.t + FREE_FLIGHT), point)
    assert arc.end - point.t == pytest.approx(FREE_FLIGHT)
    assert_same(arc.last, by_brahe(arc, point))


def test_the_descent_coast_ends_where_brahe_ends_it() -> None:
    point = start(ms19.time_of("burn_end"))
    (arc,) = coast.fly(airless(0.0), point)
    assert arc.end - point.t > 1300.0
    assert_same(arc.last, by_brahe(arc, point))


def test_brahe_would_tell_a_flight_without_the_fourth_harmonic(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tolerance is narrow enough to notice the smallest term that we have."""
    monkeypatch.setattr("mission_gui.physics.earth.J4", 0.0)
    point = start(0.0)
    (arc,) = free_flight.fly(airless(point.t + FREE_FLIGHT), point)
    assert np.linalg.norm(np.array(arc.last.state[:3]) - by_brahe(arc, point)[:3]) > 10 * SAME_PLACE
