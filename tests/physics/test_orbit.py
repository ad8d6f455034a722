"""Inclination, beta angle and orbit number against what the element set says, and against closed forms."""

from math import asin, cos, degrees, pi, radians, sin

import numpy as np
import pytest

from mission_gui.physics.elements import StationOrbit
from mission_gui.physics.orbit import plane
from tests import ms19
from tests.ms19 import time_of, trajectory, value

PERTURBED = 0.04  # degrees by which a year-round orbit at 51.6 degrees swings about its mean inclination


def test_the_inclination_is_that_of_the_element_set() -> None:
    published = float(ms19.mission().elements.line2[8:16])
    for t in (0.0, 3000.0, 9000.0):
        assert degrees(value("inclination", t)) == pytest.approx(published, abs=PERTURBED)


def test_the_orbit_number_is_the_published_one_counted_on_at_each_northbound_equator() -> None:
    published = int(ms19.mission().elements.line2[63:68])
    latitude, orbit = trajectory().channels["latitude"], trajectory().channels["orbit"]
    assert int(value("orbit", 0.0)) == published
    aloft = trajectory().t < time_of("entry_interface")
    north = np.flatnonzero((latitude[:-1] < 0) & (latitude[1:] >= 0) & aloft[1:])
    assert len(north) > 3
    # At the node the latitude is nought for the sphere and for the ellipsoid alike.
    assert np.array_equal(np.floor(orbit[north + 1]), np.floor(orbit[north]) + 1)
    assert np.floor(value("orbit", time_of("ignition"))) == StationOrbit(ms19.mission()).number(time_of("ignition"))


def test_the_orbit_number_rises_all_the_way_to_the_entry_and_is_held_on_the_ground() -> None:
    t, orbit = trajectory().t, trajectory().channels["orbit"]
    assert np.all(np.diff(orbit[t < time_of("entry_interface")]) > 0)
    assert np.ptp(orbit[t > time_of("touchdown") + 1]) == 0


def test_the_beta_angle_is_that_of_the_textbook() -> None:
    # Vallado, Fundamentals of Astrodynamics, sec. 5.3: from node, inclination, and the Sun's place.
    fields = ms19.mission().elements.line2.split()
    tilt, node = radians(float(fields[2])), radians(float(fields[3]))
    days = (ms19.mission().elements.epoch.timestamp() - 946728000.0) / 86400
    anomaly = radians(357.528 + 0.9856003 * days)
    ecliptic = radians(280.460 + 0.9856474 * days + 1.915 * sin(anomaly) + 0.020 * sin(2 * anomaly))
    slant = radians(23.439)
    east, north = np.arctan2(cos(slant) * sin(ecliptic), cos(ecliptic)), asin(sin(slant) * sin(ecliptic))
    beta = asin(cos(north) * sin(tilt) * sin(node - east) + sin(north) * cos(tilt))
    at = ms19.mission().seconds(ms19.mission().elements.epoch)
    assert degrees(value("beta", at)) == pytest.approx(degrees(beta), abs=0.1)


def test_a_plane_from_a_known_state() -> None:
    tilt, u = radians(51.6), radians(200.0)
    position = np.array([cos(u), sin(u) * cos(tilt), sin(u) * sin(tilt)])
    velocity = np.array([-sin(u), cos(u) * cos(tilt), cos(u) * sin(tilt)])
    normal, argument = plane(np.concatenate([position, velocity])[:, None])
    assert np.arccos(normal[2, 0]) == pytest.approx(tilt)
    assert argument[0] % (2 * pi) == pytest.approx(u)
