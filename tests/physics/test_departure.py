"""Ways away from the station: every port, the station's attitude, the legs of a flyaround."""

from dataclasses import replace
from functools import cache
from math import degrees, radians

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from mission_gui.domain.facts import Kind, Provenance, Text
from mission_gui.domain.frame import sample
from mission_gui.domain.mission import Attitude, Mission, RelativeBurn, Turn, Withdrawal
from mission_gui.domain.trajectory import Floats, Trajectory
from mission_gui.missionfile import mission_paths, read_mission
from mission_gui.missionfile.document import read_document
from mission_gui.missionfile.walk import rows
from mission_gui.physics import relative
from mission_gui.physics.propagate import preliminary
from mission_gui.resources import resource
from tests import ms19

DEPARTURES = {
    "soyuz-ms-17": "Poisk",
    "soyuz-ms-22": "Rassvet",
    "soyuz-ms-21": "Prichal",
    "soyuz-ms-18": "Nauka",
    "soyuz-ms-15": "Zvezda aft",
    "soyuz-tma-1": "Pirs",
    "soyuz-tma-6": "Zarya",
    "soyuz-tma-22": "Poisk",
    "soyuz-ms-08": "Poisk",
    "soyuz-ms-19": "Rassvet",
    "soyuz-tma-20": "Rassvet",
}
"""A return from each port, with each profile."""
WITHOUT_FLYAROUND = [name for name in DEPARTURES if name not in ("soyuz-ms-08", "soyuz-ms-19", "soyuz-tma-20")]
AIM = 1.0  # m; a burn of some seconds is aimed as one push at its middle
ORIGIN = Provenance(Kind.ASSUMED, Text("test"))


@cache
def flown(name: str) -> tuple[Mission, Trajectory]:
    """A return as far as its ignition."""
    mission = read_mission(mission_paths()[name])
    return mission, preliminary(mission)


def place(flight: Trajectory, t: float) -> Floats:
    """The ship in the station's local frame, m."""
    return np.array([sample(flight.t, flight.channels[name], t) for name in ("v_bar", "h_bar", "r_bar")])


def distance(flight: Trajectory, t: float) -> float:
    return float(np.linalg.norm(place(flight, t)))


def last_burn_end(mission: Mission) -> float:
    burn = mission.departure.burns[-1]
    return burn.at + burn.duration


def axis_of(mission: Mission) -> Floats:
    return np.array(relative.in_attitude(mission.departure.port_axis, mission.departure.attitude))


def test_every_port_has_a_departure_that_is_tested() -> None:
    ports = {str(port["name"]) for _, port in rows(read_document(resource("station/iss.toml")).tables, "ports")}
    assert ports == {flown(name)[0].departure.port for name in DEPARTURES} == set(DEPARTURES.values())


@pytest.mark.parametrize("name", DEPARTURES)
def test_the_springs_push_along_the_axis_of_the_port(name: str) -> None:
    mission, flight = flown(name)
    way = place(flight, 10.0) - place(flight, 0.0)
    assert float(way @ axis_of(mission)) == pytest.approx(1.2, abs=0.05)  # 0.12 m/s
    assert np.linalg.norm(way) < 1.25


@pytest.mark.parametrize("name", WITHOUT_FLYAROUND)
def test_the_range_grows_from_the_port_until_the_keep_out_sphere_is_left(name: str) -> None:
    mission, flight = flown(name)
    ranges = np.array([distance(flight, t) for t in range(1200)])
    left = int(np.argmax(ranges > mission.departure.keep_out_radius))
    assert 180 < left < 600
    assert np.all(np.diff(ranges[: left + 1]) > 0)


@pytest.mark.parametrize("name", DEPARTURES)
def test_after_the_last_burn_nothing_brings_the_ship_back(name: str) -> None:
    """32 km (MS-11) and 12 miles (NASA, TMA) at the deorbit burn are published; 15 to 60 km are allowed."""
    mission, flight = flown(name)
    gone = (flight.t >= last_burn_end(mission)) & (flight.channels["iss_range"] > mission.departure.keep_out_radius)
    left = float(flight.t[gone][0])
    assert left < last_burn_end(mission) + 400
    later = flight.t > left
    assert flight.channels["iss_range"][later].min() >= mission.departure.keep_out_radius
    assert flight.channels["iss_range"][flight.t > left + 600].min() > 300
    assert 15e3 < flight.channels["iss_range"][-1] < 60e3


def test_ms_08_flies_a_whole_lap_in_the_plane_of_the_orbit_outside_the_keep_out_sphere() -> None:
    mission, flight = flown("soyuz-ms-08")
    lap = np.array([place(flight, t) for t in range(535, 1741)])
    radii = np.linalg.norm(lap, axis=1)
    assert radii.min() > mission.departure.keep_out_radius and radii.max() < 240
    assert np.abs(lap[:, 1]).max() < 1
    turned = np.unwrap(np.arctan2(lap[:, 0], -lap[:, 2]))  # from above by way of ahead
    assert degrees(turned[-1] - turned[0]) == pytest.approx(360, abs=2)


def test_tma_20_stands_behind_the_station_while_the_photographs_are_taken() -> None:
    """Undocked at 21:35, at 180 m at 21:41 by the plan, then 200 m; photographs from about 21:50, burn at 22:15."""
    mission, flight = flown("soyuz-tma-20")
    port = np.array(relative.in_attitude(mission.departure.port_position, mission.departure.attitude))
    assert np.linalg.norm(place(flight, 375.0) - port) == pytest.approx(180, abs=3)
    for t in (900.0, 1500.0, 2399.0):
        behind = place(flight, t)
        assert np.linalg.norm(behind - port) == pytest.approx(200, abs=3)
        assert behind[0] < 0 and np.hypot(behind[1], behind[2]) < 20
    assert np.linalg.norm(place(flight, 2399.0) - place(flight, 900.0)) < 0.1


def turned(pitch: float = 0.0, yaw: float = 0.0, roll: float = 0.0) -> Attitude:
    return Attitude(radians(pitch), radians(yaw), radians(roll), ORIGIN)


@pytest.mark.parametrize(
    ("attitude", "vector", "expected"),
    [
        (turned(pitch=-90), (0, 0, 1), (-1, 0, 0)),  # a port to the Earth faces backward, nose down
        (turned(pitch=90), (0, 0, -1), (-1, 0, 0)),  # one away from it, nose up
        (turned(yaw=90), (1, 0, 0), (0, 1, 0)),
        (turned(roll=90), (0, 1, 0), (0, 0, 1)),
        (turned(yaw=180), (-1, 0, 0), (1, 0, 0)),
    ],
)
def test_the_station_turns_nose_up_nose_to_the_right_right_side_down(
    attitude: Attitude, vector: tuple[float, float, float], expected: tuple[float, float, float]
) -> None:
    assert relative.in_attitude(vector, attitude) == pytest.approx(expected, abs=1e-12)


def test_pitch_comes_before_yaw_before_roll() -> None:
    other = Rotation.from_euler("YZX", [20, -50, 110], degrees=True).apply([0.3, -0.4, 0.5])
    assert relative.in_attitude((0.3, -0.4, 0.5), turned(20, -50, 110)) == pytest.approx(other, abs=1e-12)


def leaving(*burns: RelativeBurn, attitude: Attitude | None = None) -> Trajectory:
    """MS-19 as far as ignition with these burns after the springs, and one away at the end."""
    springs = RelativeBurn(0.0, (0, 0, 0), 0.0, Text("Springs"), along_port=0.12)
    away = RelativeBurn(3000.0, (-1.5, 0, 0), 15.0, Text("Away"), phase="free_flight")
    mission = ms19.mission()
    departure = replace(mission.departure, burns=(springs, *burns, away), attitude=attitude)
    return preliminary(replace(mission, departure=departure))


def out(seconds: float = 200.0) -> RelativeBurn:
    return RelativeBurn(180.0, (0, 0, 0), 10.0, Text("Out"), leg=Withdrawal(150.0, seconds))


@pytest.mark.parametrize("attitude", [None, turned(pitch=-90), turned(yaw=30, roll=-60)])
def test_a_withdrawal_ends_where_it_says_in_any_attitude(attitude: Attitude | None) -> None:
    departure = ms19.mission().departure
    port, axis = (np.array(relative.in_attitude(v, attitude)) for v in (departure.port_position, departure.port_axis))
    flight = leaving(out(), attitude=attitude)
    assert place(flight, 0.0) == pytest.approx(port, abs=0.5)
    assert place(flight, 380.0) == pytest.approx(port + 150 * axis, abs=AIM)


@pytest.mark.parametrize("axis", [(0.0, -1.0, 0.0), (0.0, 1.0, 0.0), (1.0, 0.0, 0.0), (0.6, 0.8, 0.0)])
def test_an_arc_goes_round_its_axis_in_the_plane_and_out_of_it(axis: tuple[float, float, float]) -> None:
    legs = [
        RelativeBurn(400.0 + 80 * i, (0, 0, 0), 10.0, Text("Arc"), leg=Turn(radians(15), 80, axis)) for i in range(4)
    ]
    flight = leaving(out(), RelativeBurn(380.0, (0, 0, 0), 15.0, Text("Stop"), null=True), *legs)
    before, after = place(flight, 400.0), place(flight, 720.0)
    about = Rotation.from_rotvec(radians(60) * np.array(axis))
    assert after == pytest.approx(about.apply(before), abs=AIM)


def test_a_hold_keeps_the_place_until_the_next_burn() -> None:
    stop = RelativeBurn(380.0, (0, 0, 0), 15.0, Text("Stop"), null=True, hold=True)
    flight = leaving(out(), stop)
    assert place(flight, 2999.0) == pytest.approx(place(flight, 396.0), abs=0.01)
    adrift = leaving(out(), replace(stop, hold=False))
    assert np.linalg.norm(place(adrift, 2999.0) - place(adrift, 396.0)) > 100
