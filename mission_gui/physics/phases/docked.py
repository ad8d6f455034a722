"""Docked: the ship rides on the station at its port."""

import numpy as np

from mission_gui.domain.events import Phase
from mission_gui.domain.trajectory import Floats
from mission_gui.physics import relative
from mission_gui.physics.arc import Arc, Point, Shape
from mission_gui.physics.run import Run


def fly(run: Run, point: Point) -> tuple[Arc, ...]:
    """From the mission's start to undocking at zero."""
    port = run.mission.departure.port_position
    start = run.mission.seconds(run.mission.start)
    return (
        Arc(
            Phase.DOCKED,
            start,
            0.0,
            lambda t: beside(run, port, t),
            10.0,
            point.mass,
            shape=Shape(drag_area=0.0),
        ),
    )


def beside(run: Run, place: tuple[float, float, float], t: Floats) -> Floats:
    """States (6, n) of a point that keeps its place (V, H, R; m) in the station's local frame."""
    station = run.station.states(t)
    position, velocity = station[:3], station[3:]
    offset = relative.inertial(relative.axes(position, velocity), np.repeat(np.array(place)[:, None], len(t), axis=1))
    turning = np.cross(relative.turn_rate(position, velocity), offset, axis=0)
    return np.concatenate([position + offset, velocity + turning])
