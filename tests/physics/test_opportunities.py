"""Ignitions of a day that reach a landing zone."""

from datetime import UTC, date, datetime
from functools import cache
from math import degrees

import pytest

from mission_gui.physics.opportunities import Opportunity, opportunities
from tests import ms19


@cache
def found() -> tuple[Opportunity, ...]:
    return opportunities(ms19.mission(), ms19.mission().landing, date(2022, 3, 30))


def test_the_one_that_was_flown_is_among_them() -> None:
    """10:34 to 11:28; the ship was some 30 km ahead of the station, which is four seconds, and below it."""
    flown = [
        o for o in found() if abs((o.ignition - datetime(2022, 3, 30, 10, 34, 5, tzinfo=UTC)).total_seconds()) < 60
    ]
    assert len(flown) == 1
    assert abs((flown[0].landing - datetime(2022, 3, 30, 11, 28, 3, tzinfo=UTC)).total_seconds()) < 90
    assert degrees(flown[0].sun_elevation) > 20.0


def test_they_come_in_order_and_within_reach() -> None:
    times = [o.ignition for o in found()]
    assert times == sorted(times) and len(set(times)) == len(times)
    assert all(o.cross_range < 300e3 for o in found())


def test_orbits_are_counted_up() -> None:
    """33294 is the number in the element set of 06:53; one turn takes 93 minutes."""
    flown = next(o for o in found() if o.ignition.hour == 10)
    assert flown.orbit == pytest.approx(33294 + 2, abs=1)


def test_a_zone_the_station_never_passes_has_none() -> None:
    from dataclasses import replace

    far = replace(ms19.mission().landing, latitude=1.2)
    assert opportunities(ms19.mission(), far, date(2022, 3, 30)) == ()
