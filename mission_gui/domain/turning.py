"""Turns of vectors, and of what is fixed to a turned station."""

from math import cos, sin

import numpy as np

from mission_gui.domain.mission import Attitude, Vector
from mission_gui.domain.trajectory import Floats


def turned(vector: Vector | Floats, axis: Vector, angle: float) -> Floats:
    """A vector (3,) turned about a unit axis by an angle, rad, right-handed (Rodrigues)."""
    about, v = np.array(axis), np.asarray(vector, dtype=np.float64)
    whole: Floats = v * cos(angle) + np.cross(about, v) * sin(angle) + about * (about @ v) * (1 - cos(angle))
    return whole


def in_attitude(vector: Vector, attitude: Attitude | None) -> Vector:
    """A vector fixed to the station, given in its usual attitude, in the local frame when the station is turned."""
    if attitude is None:
        return vector
    rolled = turned(vector, (1.0, 0.0, 0.0), attitude.roll)
    yawed = turned(rolled, (0.0, 0.0, 1.0), attitude.yaw)
    v, h, r = turned(yawed, (0.0, 1.0, 0.0), attitude.pitch).tolist()
    return v, h, r
