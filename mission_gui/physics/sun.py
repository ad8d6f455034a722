"""Where the Sun stands: the Astronomical Almanac's low-precision formula, good to 0.01 degree until 2050."""

import numpy as np

from mission_gui.domain.trajectory import Floats
from mission_gui.physics.earth import SEMI_MAJOR_AXIS


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
