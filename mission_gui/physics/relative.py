"""Motion near the station in its local frame: V-bar forward, H-bar along minus the orbit normal, R-bar to the Earth."""

from math import cos, sin

import numpy as np

from mission_gui.domain.trajectory import Floats
from mission_gui.domain.turning import in_attitude as in_attitude
from mission_gui.domain.turning import turned as turned


def axes(position: Floats, velocity: Floats) -> Floats:
    """The unit vectors of V-bar, H-bar and R-bar: (3, 3, n), row by row, of inertial states (3, n)."""
    r_bar = -position / np.linalg.norm(position, axis=0)
    normal = np.cross(position, velocity, axis=0)
    h_bar = -normal / np.linalg.norm(normal, axis=0)
    v_bar = np.cross(h_bar, r_bar, axis=0)
    return np.array([v_bar, h_bar, r_bar])


def turn_rate(position: Floats, velocity: Floats) -> Floats:
    """The angular velocity (3, n) of the local frame, rad/s."""
    momentum = np.cross(position, velocity, axis=0)
    rate: Floats = momentum / np.sum(position * position, axis=0)
    return rate


def local(frame: Floats, vectors: Floats) -> Floats:
    """Inertial vectors (3, n) in the local frame."""
    components: Floats = np.einsum("ijn,jn->in", frame, vectors)
    return components


def inertial(frame: Floats, components: Floats) -> Floats:
    """Local components (3, n) as inertial vectors."""
    vectors: Floats = np.einsum("ijn,in->jn", frame, components)
    return vectors


def clohessy_wiltshire(n: float, t: float) -> tuple[Floats, Floats, Floats, Floats]:
    """The state transition over `t` seconds about a circular orbit of rate `n`, rad/s.

    Four (3, 3) blocks for components V, H, R: position by position, position by velocity, velocity by position,
    velocity by velocity (Clohessy and Wiltshire 1960, axes turned to V-bar forward and R-bar down).
    """
    s, c = sin(n * t), cos(n * t)
    rr = np.array([[1, 0, 6 * (n * t - s)], [0, c, 0], [0, 0, 4 - 3 * c]])
    rv = np.array([[(4 * s - 3 * n * t) / n, 0, 2 * (1 - c) / n], [0, s / n, 0], [-2 * (1 - c) / n, 0, s / n]])
    vr = np.array([[0, 0, 6 * n * (1 - c)], [0, -n * s, 0], [0, 0, 3 * n * s]])
    vv = np.array([[4 * c - 3, 0, 2 * s], [0, c, 0], [-2 * s, 0, c]])
    return rr, rv, vr, vv


def velocity_to_reach(n: float, start: Floats, target: Floats, t: float) -> Floats:
    """The velocity (3,) at `start` that leads to `target` in `t` seconds, components V, H, R."""
    rr, rv, _, _ = clohessy_wiltshire(n, t)
    velocity: Floats = np.linalg.solve(rv, target - rr @ start).astype(np.float64)
    return velocity
