"""Earth-fixed places against Skyfield, gravity against the gradient of its potential."""

from datetime import UTC, datetime

import numpy as np
import pytest
from skyfield.api import load, wgs84

from mission_gui.physics import earth
from mission_gui.physics.elements import StationOrbit
from mission_gui.physics.timescale import rotation
from tests import ms19

PLACE_TOLERANCE = 50.0  # m; polar motion and the equation of the equinoxes are left out


def potential(place: np.ndarray) -> float:
    x, y, z = place
    r = float(np.sqrt(x * x + y * y + z * z))
    s, a = z / r, earth.SEMI_MAJOR_AXIS / r
    p2, p3, p4 = (3 * s**2 - 1) / 2, (5 * s**3 - 3 * s) / 2, (35 * s**4 - 30 * s**2 + 3) / 8
    return float(earth.MU / r * (1 - earth.J2 * a**2 * p2 - earth.J3 * a**3 * p3 - earth.J4 * a**4 * p4))


@pytest.mark.parametrize("place", [(4e6, 2e6, -5e6), (6.8e6, 1e5, 1e3), (1e3, 2e3, 6.9e6)])
def test_gravity_is_the_gradient_of_the_zonal_potential(place: tuple[float, float, float]) -> None:
    here = np.array(place)
    gradient = [(potential(here + step) - potential(here - step)) / 200 for step in np.eye(3) * 100]
    assert np.array(earth.gravity(*place)) == pytest.approx(gradient, abs=1e-7)


def test_a_place_survives_the_way_to_a_vector_and_back() -> None:
    fixed = earth.fixed_from_geodetic(0.83, 1.21, 420e3)
    latitude, longitude, height = earth.geodetic(fixed[:, None])
    assert (latitude[0], longitude[0]) == pytest.approx((0.83, 1.21), abs=1e-9)  # 6 mm on the ground
    assert height[0] == pytest.approx(420e3, abs=1e-3)
    assert earth.altitude(*fixed) == pytest.approx(height[0], abs=1e-6)


def test_the_station_stands_where_skyfield_sees_it() -> None:
    mission = ms19.mission()
    timescale = load.timescale(builtin=True)
    from skyfield.api import EarthSatellite

    satellite = EarthSatellite(mission.elements.line1, mission.elements.line2, "ISS", timescale)
    seen = wgs84.geographic_position_of(satellite.at(timescale.from_datetime(mission.epoch)))
    state = StationOrbit(mission).states(np.zeros(1))
    angle = rotation(mission.epoch).angle(np.zeros(1))
    ours = earth.to_fixed(state[:3], angle)[:, 0]
    theirs = earth.fixed_from_geodetic(seen.latitude.radians, seen.longitude.radians, seen.elevation.m)
    assert float(np.linalg.norm(ours - theirs)) < PLACE_TOLERANCE


def test_sidereal_time_is_vallados_example_3_5() -> None:
    """Vallado, Fundamentals of Astrodynamics and Applications: 1992 August 20, 12:14 UT1, 152.578787 degrees."""
    angle = earth.sidereal_time(datetime(1992, 8, 20, 12, 14, tzinfo=UTC))
    assert np.degrees(angle) == pytest.approx(152.57878788, abs=1e-6)


def test_the_station_stands_where_the_facts_say_at_undocking() -> None:
    """49.1 S 45.3 W, 434 km: computed from the same elements with an independent SGP4 by those who sourced them."""
    angle = rotation(ms19.mission().epoch).angle(np.zeros(1))
    state = StationOrbit(ms19.mission()).states(np.zeros(1))
    latitude, longitude, height = earth.geodetic(earth.to_fixed(state[:3], angle))
    assert np.degrees(latitude[0]) == pytest.approx(-49.1, abs=0.06)
    assert np.degrees(longitude[0]) == pytest.approx(-45.3, abs=0.06)
    assert height[0] == pytest.approx(434e3, abs=600)
