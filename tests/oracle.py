"""brahe, an independent library, as the oracle of coast and frames; only tests and benchmarks know it.

It goes its own way: EGM2008's harmonics of degree 2 to 4 and order 0 in the Earth-fixed frame of IAU 2006/2000A, and
a Runge-Kutta-Nystroem integration of order 12(10).
"""

from collections.abc import Callable
from datetime import datetime

import brahe
import numpy as np

from mission_gui.domain.trajectory import Floats

# UT1 = UTC and no polar motion. Left to itself, brahe would download the Earth's orientation.
brahe.set_global_eop_provider_from_static_provider(brahe.StaticEOPProvider.from_zero())

_ZONALS = brahe.ForceModelConfig(gravity=brahe.GravityConfiguration.spherical_harmonic(4, 0))


def free_flight(state: Floats, start: datetime, seconds: float) -> Callable[[], Floats]:
    """A flight without air under J2 to J4, ready to go: it gives the last state; both (6,) in TEME of date, m, m/s."""
    begin = brahe.Epoch(start)
    end = begin + seconds
    inertial = brahe.state_teme_to_gcrf(begin, state)
    precisely = brahe.NumericalPropagationConfig.high_precision()

    def fly() -> Floats:
        ship = brahe.NumericalOrbitPropagator(begin, inertial, precisely, _ZONALS)
        ship.propagate_to(end)
        return np.array(brahe.state_gcrf_to_teme(end, ship.current_state()))

    return fly


def fixed(place: Floats, time: datetime) -> Floats:
    """A place (3,) in TEME of date as an Earth-fixed vector (3,), m, with UT1 = UTC."""
    return np.array(brahe.position_teme_to_itrf(brahe.Epoch(time), place))


def geodetic(place: Floats) -> tuple[float, float, float]:
    """Geodetic latitude and longitude, rad, and height, m, over WGS-84 of an Earth-fixed place (3,), m."""
    longitude, latitude, height = brahe.position_ecef_to_geodetic(place, brahe.AngleFormat.RADIANS).tolist()
    return latitude, longitude, height
