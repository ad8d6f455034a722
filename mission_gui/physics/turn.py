"""The station's last turn round the Earth before a landing, for a small picture of the track."""

from datetime import timedelta
from math import tau

import numpy as np

from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Floats
from mission_gui.physics.earth import geodetic, ground_distance, to_fixed
from mission_gui.physics.elements import StationOrbit
from mission_gui.physics.timescale import rotation

_POINTS = 48
_EARLIEST, _LATEST, _STEP = -2400.0, 1200.0, 20.0  # s about the touchdown: the station passes a few minutes before


def last_turn(mission: Mission) -> Floats:
    """Geodetic latitude and longitude (2, n), rad, of the station by its elements over the revolution that ends where
    it is nearest to the landing place; TrajectoryError where SGP4 gives up."""
    orbit, turning = StationOrbit(mission), rotation(mission.epoch)

    def ground(t: Floats) -> Floats:
        latitude, longitude, _ = geodetic(to_fixed(orbit.states(t)[:3], turning.angle(t)))
        return np.array([latitude, longitude])

    landing = mission.event("touchdown").time
    assert landing is not None, "a mission file without a landing time is not read"
    about = (landing - mission.epoch) / timedelta(seconds=1) + np.arange(_EARLIEST, _LATEST, _STEP)
    place = mission.landing
    latitude, longitude = ground(about)
    away = ground_distance(latitude, longitude, np.array(place.latitude), np.array(place.longitude))
    nearest = float(about[np.argmin(away)])
    period = tau / orbit.model.no_kozai * 60
    return ground(np.linspace(nearest - period, nearest, _POINTS))
