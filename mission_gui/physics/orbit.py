"""The orbit that a state belongs to: its inclination, its beta angle, and how many revolutions are counted."""

import numpy as np

from mission_gui.domain.trajectory import Floats
from mission_gui.physics import sun
from mission_gui.physics.run import Run


def channels(run: Run, t: Floats, states: Floats, resting: Floats) -> dict[str, Floats]:
    """`inclination`, `beta` (rad) and `orbit` (revolutions) of states (6, n) in TEME of date.

    They are of the osculating orbit; on the ground, where there is none, those of the landing are held.
    """
    normal, latitude_argument = plane(states)
    revolutions = np.unwrap(latitude_argument) / (2 * np.pi)
    # The element set counts by mean elements: farthest from the node both surely mean the same revolution.
    surest = int(np.argmax(np.abs(np.sin(latitude_argument)) * (resting == 0)))
    counted = run.station.orbit.number(float(t[surest])) - np.floor(revolutions[surest])
    found = {
        "inclination": np.arccos(np.clip(normal[2], -1.0, 1.0)),
        "beta": np.arcsin(np.clip(np.sum(normal * sun.direction(run.rotation.days(t)), axis=0), -1.0, 1.0)),
        "orbit": revolutions + counted,
    }
    return {name: _held(values, resting) for name, values in found.items()}


def plane(states: Floats) -> tuple[Floats, Floats]:
    """Unit normals (3, n) of the osculating orbits, and arguments of latitude (n,), rad, from the ascending node."""
    position, velocity = states[:3], states[3:]
    normal = np.cross(position, velocity, axis=0)
    normal = normal / np.linalg.norm(normal, axis=0)
    node = np.array([-normal[1], normal[0], np.zeros(position.shape[1])])
    north = np.cross(normal, node, axis=0)
    return normal, np.arctan2(np.sum(north * position, axis=0), np.sum(node * position, axis=0))


def _held(values: Floats, resting: Floats) -> Floats:
    """The values with the last one in flight held from there on."""
    flying = np.flatnonzero(resting == 0)
    if not len(flying) or flying[-1] == len(values) - 1:
        return values
    held = values.copy()
    held[flying[-1] + 1 :] = values[flying[-1]]
    return held
