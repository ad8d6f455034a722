"""The Sun at dates the almanacs print."""

from datetime import UTC, datetime
from math import degrees, radians

import numpy as np
import pytest

from mission_gui.domain.facts import GeoPoint
from mission_gui.physics import sun
from mission_gui.physics.timescale import rotation


def declination(time: datetime) -> float:
    x, y, z = sun.direction(rotation(time).days(np.zeros(1)))[:, 0]
    assert np.hypot(np.hypot(x, y), z) == pytest.approx(1.0)
    return float(np.degrees(np.arcsin(z)))


def test_the_equinox_of_2022_is_where_the_almanac_puts_it() -> None:
    """20 March 2022, 15:33 UT (Astronomical Almanac)."""
    assert declination(datetime(2022, 3, 20, 15, 33, tzinfo=UTC)) == pytest.approx(0.0, abs=0.01)


def test_the_solstice_of_2022_has_the_full_tilt() -> None:
    assert declination(datetime(2022, 6, 21, 9, 14, tzinfo=UTC)) == pytest.approx(23.44, abs=0.01)


def test_behind_the_earth_it_is_dark_and_beside_it_light() -> None:
    light = np.array([[1.0], [0.0], [0.0]])
    behind, beside, before = (np.array([p]).T for p in ((-7e6, 0, 0), (-1e6, 6.8e6, 0), (7e6, 0, 0)))
    assert [float(sun.sunlit(p, light)[0]) for p in (behind, beside, before)] == [0.0, 1.0, 1.0]


@pytest.mark.parametrize("time", [datetime(2022, 6, 21, 3, 43, tzinfo=UTC), datetime(2022, 6, 21, 20, 21, tzinfo=UTC)])
def test_at_sunrise_and_sunset_in_london_the_sun_stands_on_the_horizon(time: datetime) -> None:
    """04:43 and 21:21 summer time, as printed for that day; the Sun climbs 0.12 degree a minute there."""
    london = GeoPoint(radians(51.507), radians(-0.128))
    assert degrees(sun.elevation(time, london)) == pytest.approx(degrees(sun.HORIZON), abs=0.12)
