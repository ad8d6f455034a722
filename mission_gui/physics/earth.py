"""The Earth: its size, gravity and rotation, and how a place on it is written.

Inertial vectors are in TEME of date, the frame SGP4 speaks. The Earth-fixed frame turns about its z axis by
Greenwich mean sidereal time; polar motion (some 10 m on the ground) is left out.
"""

from datetime import datetime, timedelta
from math import atan2, cos, hypot, pi, sin, sqrt

import numpy as np

from mission_gui.domain.trajectory import Floats

SEMI_MAJOR_AXIS = 6378137.0  # m, WGS-84 (NIMA TR8350.2)
FLATTENING = 1 / 298.257223563  # WGS-84
SEMI_MINOR_AXIS = SEMI_MAJOR_AXIS * (1 - FLATTENING)
E2 = FLATTENING * (2 - FLATTENING)
EP2 = E2 / (1 - E2)
MEAN_RADIUS = 6371008.8  # m, IUGG mean radius R1
MU = 3.986004418e14  # m3/s2, WGS-84
J2, J3, J4 = 1.08262668355e-3, -2.53265648533e-6, -1.61962159137e-6  # EGM96, unnormalised
SIDEREAL_RATE = 7.292115855306587e-5  # rad/s against the mean equinox of date (IAU 1982)
STANDARD_GRAVITY = 9.80665  # m/s2, exact by definition (CGPM 1901)


def sidereal_time(ut1: datetime) -> float:
    """Greenwich mean sidereal time, rad (IAU 1982; Vallado, Fundamentals of Astrodynamics, eq. 3-47)."""
    midnight = ut1.replace(hour=0, minute=0, second=0, microsecond=0)
    julian_midnight = midnight.toordinal() + 1721424.5
    since_midnight = (ut1 - midnight) / timedelta(seconds=1)
    c = (julian_midnight + since_midnight / 86400 - 2451545.0) / 36525
    seconds = 67310.54841 + (876600 * 3600 + 8640184.812866) * c + 0.093104 * c * c - 6.2e-6 * c**3
    return seconds / 86400 * 2 * pi % (2 * pi)


def gravity(x: float, y: float, z: float) -> tuple[float, float, float]:
    """Acceleration by the central term and the zonals J2 to J4, m/s2."""
    r2 = x * x + y * y + z * z
    r = sqrt(r2)
    base = MU / (r2 * r)
    s = z / r
    s2 = s * s
    k2 = 1.5 * J2 * SEMI_MAJOR_AXIS**2 / r2
    k3 = 2.5 * J3 * SEMI_MAJOR_AXIS**3 / (r2 * r)
    k4 = 0.625 * J4 * SEMI_MAJOR_AXIS**4 / (r2 * r2)
    radial = 1 + k2 * (1 - 5 * s2) + k3 * (3 * s - 7 * s2 * s) - k4 * (3 - 42 * s2 + 63 * s2 * s2)
    axial = 1 + k2 * (3 - 5 * s2) + k3 * (6 * s - 7 * s2 * s) - k4 * (15 - 70 * s2 + 63 * s2 * s2)
    # The J3 term has a part that does not vanish on the equator.
    extra = -k3 * 0.6 * r
    return -base * x * radial, -base * y * radial, -base * (z * axial + extra)


def altitude(x: float, y: float, z: float) -> float:
    """Geodetic height over WGS-84, m; Bowring's formula, better than a millimetre up to 1,000 km."""
    p = hypot(x, y)
    theta = atan2(z * SEMI_MAJOR_AXIS, p * SEMI_MINOR_AXIS)
    st, ct = sin(theta), cos(theta)
    phi = atan2(z + EP2 * SEMI_MINOR_AXIS * st**3, p - E2 * SEMI_MAJOR_AXIS * ct**3)
    sp = sin(phi)
    return p * cos(phi) + z * sp - SEMI_MAJOR_AXIS * sqrt(1 - E2 * sp * sp)


def geodetic(fixed: Floats) -> tuple[Floats, Floats, Floats]:
    """Earth-fixed vectors (3, n), m, to geodetic latitude, longitude (rad) and height (m)."""
    x, y, z = fixed
    p = np.hypot(x, y)
    theta = np.arctan2(z * SEMI_MAJOR_AXIS, p * SEMI_MINOR_AXIS)
    latitude = np.arctan2(z + EP2 * SEMI_MINOR_AXIS * np.sin(theta) ** 3, p - E2 * SEMI_MAJOR_AXIS * np.cos(theta) ** 3)
    s = np.sin(latitude)
    height = p * np.cos(latitude) + z * s - SEMI_MAJOR_AXIS * np.sqrt(1 - E2 * s * s)
    return latitude, np.arctan2(y, x), height


def fixed_from_geodetic(latitude: float, longitude: float, height: float) -> Floats:
    """A place on the Earth as an Earth-fixed vector (3,), m."""
    n = SEMI_MAJOR_AXIS / sqrt(1 - E2 * sin(latitude) ** 2)
    return np.array(
        [
            (n + height) * cos(latitude) * cos(longitude),
            (n + height) * cos(latitude) * sin(longitude),
            (n * (1 - E2) + height) * sin(latitude),
        ]
    )


def to_fixed(inertial: Floats, angle: Floats) -> Floats:
    """Inertial vectors (3, n) to the Earth-fixed frame at the sidereal angles (n,)."""
    c, s = np.cos(angle), np.sin(angle)
    x, y, z = inertial
    return np.array([c * x + s * y, c * y - s * x, z + 0 * angle])


def to_inertial(fixed: Floats, angle: Floats) -> Floats:
    """Earth-fixed vectors (3, n) to the inertial frame at the sidereal angles (n,)."""
    return to_fixed(fixed, -angle)


def ground_distance(lat1: Floats, lon1: Floats, lat2: Floats, lon2: Floats) -> Floats:
    """Great-circle distance on the mean sphere, m; angles in rad, any shape that broadcasts."""
    h = np.sin((lat2 - lat1) / 2) ** 2 + np.cos(lat1) * np.cos(lat2) * np.sin((lon2 - lon1) / 2) ** 2
    distance: Floats = 2 * MEAN_RADIUS * np.arcsin(np.sqrt(np.clip(h, 0, 1)))
    return distance


def arrival_heading(before: tuple[float, float], place: tuple[float, float]) -> float:
    """Direction in which the great circle from a place before arrives, rad from north by east; latitude first, rad."""
    turn = place[1] - before[1]
    south = cos(place[0]) * sin(before[0]) - sin(place[0]) * cos(before[0]) * cos(turn)
    return atan2(cos(before[0]) * sin(turn), -south)
