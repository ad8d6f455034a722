"""Ground contacts."""

from math import radians

import numpy as np
import pytest

from mission_gui.domain.facts import GeoPoint, Text
from mission_gui.domain.mission import GroundStation
from mission_gui.physics import earth
from mission_gui.physics.contacts import contacts, elevation

STATION = GroundStation("equator", Text("Equator"), GeoPoint(0.0, 0.0), radians(5))


def pass_over(seconds: np.ndarray, height: float = 400e3) -> np.ndarray:
    angle = (seconds - 500) * 1.13e-3
    return (earth.SEMI_MAJOR_AXIS + height) * np.array([np.cos(angle), np.sin(angle), 0 * angle])


def test_straight_overhead_is_90_degrees() -> None:
    above = np.array([[earth.SEMI_MAJOR_AXIS + 400e3], [0.0], [0.0]])
    assert np.degrees(elevation(STATION, above)[0]) == pytest.approx(90, abs=1e-5)


def test_a_pass_is_as_long_as_its_geometry_says() -> None:
    """Half-angle at the Earth's centre: acos(R cos(e) / (R + h)) - e."""
    t = np.arange(0.0, 1000.0, 10.0)
    (contact,) = contacts((STATION,), t, pass_over(t), None)
    r, h, e = earth.SEMI_MAJOR_AXIS, 400e3, radians(5)
    half = (np.arccos(r * np.cos(e) / (r + h)) - e) / 1.13e-3
    assert (contact.start, contact.end) == pytest.approx((500 - half, 500 + half), abs=0.5)


def test_a_blackout_cuts_a_pass_in_two() -> None:
    t = np.arange(0.0, 1000.0, 10.0)
    first, second = contacts((STATION,), t, pass_over(t), (480.0, 520.0))
    assert (first.end, second.start) == (480.0, 520.0)


def test_a_station_out_of_sight_has_no_contact() -> None:
    t = np.arange(0.0, 100.0, 10.0)
    assert contacts((STATION,), t, -pass_over(t + 450), None) == ()


def test_the_highest_point_of_a_pass_is_found_between_samples() -> None:
    t = np.arange(3.0, 1003.0, 10.0)  # no sample overhead
    (contact,) = contacts((STATION,), t, pass_over(t), None)
    assert contact.highest is not None
    assert np.degrees(contact.highest) == pytest.approx(90, abs=0.5)


def test_a_part_of_a_pass_has_its_own_highest_point() -> None:
    t = np.arange(0.0, 1000.0, 10.0)
    whole, _ = contacts((STATION,), t, pass_over(t), (400.0, 520.0))
    at_end = elevation(STATION, pass_over(np.array([400.0])))[0]
    assert whole.highest == pytest.approx(at_end, abs=radians(0.1))
