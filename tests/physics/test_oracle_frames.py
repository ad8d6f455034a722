"""From TEME of date to the ground against published vectors, brahe and Skyfield."""

from datetime import UTC, datetime, timedelta
from math import cos, radians, sin

import numpy as np
import pytest
from skyfield.api import EarthSatellite
from skyfield.framelib import itrs

from mission_gui.domain.trajectory import Floats
from mission_gui.physics import earth
from mission_gui.physics.elements import StationOrbit
from mission_gui.physics.timescale import Rotation, rotation, timescale
from tests import ms19, oracle

SAME_PLACE = 0.1  # m; two ways to turn the Earth by one angle
SAME_GEODETIC = 1e-9  # rad, 6 mm on the ground
WITH_ORIENTATION = 1.0  # m
WITHOUT_POLAR_MOTION = 50.0  # m

TIMES = np.linspace(0.0, 14_820.0, 9)  # from undocking to landing


# Vallado, Fundamentals of Astrodynamics and Applications, example 3-14 (3-15 from the fourth edition on) with the
# table of vectors that goes with it; the same case is in AIAA 2006-6753, appendix C. km.
UTC_TIME = datetime(2004, 4, 6, 7, 51, 28, 386009, tzinfo=UTC)
TEME = np.array([5094.18016210, 6127.64465950, 6380.34453270]) * 1e3
PEF = np.array([-1033.47503120, 7901.30558560, 6380.34453270]) * 1e3  # without polar motion
ITRF = np.array([-1033.47938300, 7901.29527540, 6380.35659580]) * 1e3
UT1_UTC = timedelta(seconds=-0.4399619)
POLE_X, POLE_Y = (radians(arcseconds / 3600) for arcseconds in (-0.140682, 0.333309))


def polar_motion(place: Floats) -> Floats:
    """From the pseudo-Earth-fixed frame to the ITRF by the place of the pole."""
    about_x = np.array([[1, 0, 0], [0, cos(POLE_Y), -sin(POLE_Y)], [0, sin(POLE_Y), cos(POLE_Y)]])
    about_y = np.array([[cos(POLE_X), 0, sin(POLE_X)], [0, 1, 0], [-sin(POLE_X), 0, cos(POLE_X)]])
    return np.array(about_y @ about_x @ place)


def to_fixed(place: Floats, angle: Floats) -> Floats:
    """One place (3,) by the program's own way."""
    return earth.to_fixed(place[:, None], angle)[:, 0]


def apart(one: Floats, other: Floats) -> float:
    return float(np.linalg.norm(one - other))


def test_with_the_published_orientation_it_is_vallados_example_3_14() -> None:
    turned = to_fixed(TEME, np.array([earth.sidereal_time(UTC_TIME + UT1_UTC)]))
    assert apart(turned, PEF) < WITH_ORIENTATION
    assert apart(polar_motion(turned), ITRF) < WITH_ORIENTATION


def test_without_polar_motion_it_is_off_by_what_polar_motion_moves() -> None:
    """UT1 from the built-in table, no place of the pole: as every flight is turned."""
    turned = to_fixed(TEME, rotation(UTC_TIME).angle(np.zeros(1)))
    assert apart(turned, PEF) < WITH_ORIENTATION
    assert apart(turned, ITRF) < WITHOUT_POLAR_MOTION


def sample(t: float) -> tuple[float, Floats]:
    """The flight's sample at or after a mission time: its own mission time, and the ship (3,) in TEME of date, m."""
    flight = ms19.trajectory()
    at = int(np.searchsorted(flight.t, t))
    return float(flight.t[at]), flight.position[:, at]


def utc(t: float) -> datetime:
    return ms19.mission().epoch + timedelta(seconds=t)


@pytest.mark.parametrize("time", TIMES)
def test_brahe_turns_the_ship_to_the_same_place(time: float) -> None:
    t, ship = sample(time)
    ours = to_fixed(ship, Rotation(earth.sidereal_time(utc(0.0)), 0.0).angle(np.array([t])))
    assert apart(ours, oracle.fixed(ship, utc(t))) < SAME_PLACE


@pytest.mark.parametrize("time", TIMES)
def test_brahe_gives_the_same_latitude_longitude_and_height(time: float) -> None:
    t, ship = sample(time)
    place = to_fixed(ship, rotation(utc(0.0)).angle(np.array([t])))
    latitude, longitude, height = (float(value[0]) for value in earth.geodetic(place[:, None]))
    theirs = oracle.geodetic(place)
    assert (latitude, longitude) == pytest.approx(theirs[:2], abs=SAME_GEODETIC)
    assert height == pytest.approx(theirs[2], abs=SAME_PLACE)


@pytest.mark.parametrize("t", TIMES)
def test_skyfield_sees_the_station_in_the_same_place(t: float) -> None:
    """By way of the ICRF and back, with the UT1 of each moment; it too leaves polar motion out unless told."""
    elements = ms19.mission().elements
    station = EarthSatellite(elements.line1, elements.line2, "ISS", timescale())
    seen = station.at(timescale().from_datetime(utc(t))).frame_xyz(itrs).m
    state = StationOrbit(ms19.mission()).states(np.array([t]))[:, 0]
    assert apart(to_fixed(state[:3], rotation(utc(0.0)).angle(np.array([t]))), seen) < SAME_PLACE
