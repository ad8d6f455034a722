"""Where the Sun stands: the Astronomical Almanac's low-precision formula, good to 0.01 degree until 2050."""

from datetime import UTC, datetime, timedelta
from math import asin, cos, radians, sin

import numpy as np

from mission_gui.domain.facts import GeoPoint
from mission_gui.domain.trajectory import Floats
from mission_gui.physics.earth import SEMI_MAJOR_AXIS, sidereal_time, to_fixed

HORIZON = radians(-0.833)
"""Elevation of the Sun's centre at sunrise and sunset: refraction and half its width (U.S. Naval Observatory)."""
_J2000 = datetime(2000, 1, 1, 12, tzinfo=UTC)


def direction(days: Floats) -> Floats:
    """Unit vectors (3, n) to the Sun, mean equator and equinox of date; `days` of UT since 2000-01-01 12:00."""
    anomaly = np.radians(357.528 + 0.9856003 * days)
    longitude = np.radians(280.460 + 0.9856474 * days + 1.915 * np.sin(anomaly) + 0.020 * np.sin(2 * anomaly))
    obliquity = np.radians(23.439 - 4e-7 * days)
    return np.array([np.cos(longitude), np.cos(obliquity) * np.sin(longitude), np.sin(obliquity) * np.sin(longitude)])


def sunlit(position: Floats, sun: Floats) -> Floats:
    """1.0 where a place (3, n), m, sees the Sun past the Earth, else 0.0; the shadow taken as a cylinder."""
    along = np.sum(position * sun, axis=0)
    across = np.linalg.norm(position - along * sun, axis=0)
    lit: Floats = ((along > 0) | (across > SEMI_MAJOR_AXIS)).astype(np.float64)
    return lit


def elevation(time: datetime, place: GeoPoint) -> float:
    """How high the Sun's centre stands, rad, without refraction; UTC taken for UT1 turns it by 0.004 degree at most."""
    days = np.array([(time - _J2000) / timedelta(days=1)])
    sun = to_fixed(direction(days), np.array([sidereal_time(time)]))[:, 0]
    level = cos(place.latitude)
    up = (level * cos(place.longitude), level * sin(place.longitude), sin(place.latitude))
    return asin(sum(float(a) * b for a, b in zip(sun, up, strict=True)))
