"""Landing on the reserve: as a what-if, and as what a mission tells of itself."""

from dataclasses import replace
from datetime import timedelta
from functools import cache

import numpy as np
import pytest

from mission_gui.domain.errors import TrajectoryError
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.domain.whatif import WhatIf
from mission_gui.missionfile.errormodel import read_error_model
from mission_gui.physics.dispersion import errors
from mission_gui.physics.dispersion.problem import fly_samples, problem_of
from mission_gui.physics.propagate import propagate, what_if
from mission_gui.resources import resource
from tests import ms19

EARLIER = 407.4  # s by which the reserve lands MS-19 sooner
GROUND_DENSITY = 1.1863  # kg/m3 at 331 m, US Standard Atmosphere 1976


@cache
def changed(canopy: float = 1.0, reserve: bool = True) -> Trajectory:
    solution = ms19.trajectory().solution
    assert solution is not None
    return what_if(ms19.mission(), solution, WhatIf(canopy=canopy, reserve=reserve))


def value(flight: Trajectory, channel: str, event_id: str, later: float = 0.0) -> float:
    return float(np.interp(time_of(flight, event_id) + later, flight.t, flight.channels[channel]))


def time_of(flight: Trajectory, event_id: str) -> float:
    time = next(event.time for event in flight.events if event.id == event_id)
    assert time is not None
    return ms19.mission().seconds(time)


def test_the_reserve_opens_at_its_altitude_in_place_of_the_main_canopy() -> None:
    flight = changed()
    assert value(flight, "altitude", "reserve_parachute") == pytest.approx(5e3, abs=1)
    assert next(event for event in flight.events if event.id == "main_parachute").modelled is None
    assert value(flight, "altitude", "parachutes") == pytest.approx(10.7e3, abs=1)
    falling = value(flight, "air_speed", "reserve_parachute", -0.01)
    assert 60 < falling < 90  # on the drogue: 230 to 80-90 m/s high up, slower in thicker air


def test_the_module_sinks_at_the_terminal_speed_of_the_reserve() -> None:
    """8 to 11 m/s are printed; sqrt(2 m g / (rho CdS)), with the capsule's own drag beside the canopy's."""
    vehicle, solution = ms19.mission().vehicle, ms19.trajectory().solution
    assert solution is not None and vehicle.reserve is not None
    area = vehicle.reserve.canopies[-1].drag_area * solution.main_drag_area / vehicle.canopies[-1].drag_area
    area += vehicle.drag_coefficient[0] * vehicle.reference_area
    mass = vehicle.descent_module_mass - vehicle.heat_shield_mass
    speed = value(changed(), "air_speed", "soft_landing_engines", -0.01)
    assert speed == pytest.approx((2 * mass * 9.8065 / (GROUND_DENSITY * area)) ** 0.5, rel=5e-3)
    assert 8 < speed < 11


def test_it_lands_minutes_sooner_at_the_same_place_and_with_the_same_entry() -> None:
    solution = changed().solution
    assert solution is not None
    assert solution.time_residual == pytest.approx(-EARLIER, abs=2)
    assert solution.miss_distance < 200
    assert value(changed(), "load", "peak_load") == pytest.approx(ms19.value("load", ms19.time_of("peak_load")))


def test_a_larger_canopy_is_a_larger_reserve_too() -> None:
    speeds = [value(changed(canopy), "air_speed", "soft_landing_engines", -0.01) for canopy in (1.0, 1.21)]
    assert speeds[0] / speeds[1] == pytest.approx(1.1, abs=0.005)


def on_the_reserve() -> Mission:
    """MS-19 as if it had landed on its reserve, and as much sooner."""
    mission = ms19.mission()
    sooner = timedelta(seconds=EARLIER)
    events = tuple(
        replace(event, actual=tuple(replace(report, time=report.time - sooner) for report in event.actual))
        if event.id == "touchdown"
        else event
        for event in mission.events
    )
    return replace(mission, descent=replace(mission.descent, reserve=True), events=events)


def test_a_mission_that_landed_on_the_reserve_is_fitted_with_it() -> None:
    mission = on_the_reserve()
    flight = propagate(mission, lambda _fraction, _phase: None)
    assert flight.solution is not None
    assert abs(flight.solution.time_residual) < 1 and flight.solution.miss_distance < 500
    real = ms19.trajectory().solution
    assert real is not None
    assert flight.solution.main_drag_area == pytest.approx(real.main_drag_area, rel=0.01)
    assert value(flight, "altitude", "reserve_parachute") == pytest.approx(5e3, abs=1)
    scattered = fly_samples(problem_of(mission, flight, model()), errors.without(1))
    hanging = time_of(flight, "touchdown") - time_of(flight, "parachutes")
    assert scattered.landing_time[0] - scattered.chute_time[0] == pytest.approx(hanging, abs=2)


def model() -> errors.ErrorModel:
    return errors.ErrorModel(**read_error_model(resource("dispersion/soyuz.toml"))[0])


def test_a_vehicle_without_a_reserve_says_so() -> None:
    mission, solution = ms19.mission(), ms19.trajectory().solution
    assert solution is not None
    bare = replace(mission, vehicle=replace(mission.vehicle, reserve=None))
    with pytest.raises(TrajectoryError, match="soyuz-ms has no reserve canopy"):
        what_if(bare, solution, WhatIf(reserve=True))
