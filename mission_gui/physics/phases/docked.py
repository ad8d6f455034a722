"""Docked: the ship rides on the station at its port.

The station is taken to have the attitude of the undocking all the time: when it turned is not published.
"""

import numpy as np

from mission_gui.domain.events import Phase
from mission_gui.domain.mission import Vector
from mission_gui.domain.trajectory import Floats
from mission_gui.physics import relative
from mission_gui.physics.arc import Arc, Point, Shape
from mission_gui.physics.run import Run


def fly(run: Run, point: Point) -> tuple[Arc, ...]:
    """From the mission's start to undocking at zero."""
    port = port_place(run)
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


def port_place(run: Run) -> Vector:
    """Where the port is at undocking (V, H, R; m), the station's attitude counted in."""
    departure = run.mission.departure
    return relative.in_attitude(departure.port_position, departure.attitude)


def port_axis(run: Run) -> Vector:
    """The way out of the port at undocking: a unit vector (V, H, R)."""
    departure = run.mission.departure
    return relative.in_attitude(departure.port_axis, departure.attitude)


def beside(run: Run, place: Vector, t: Floats) -> Floats:
    """States (6, n) of a point that keeps its place (V, H, R; m) in the station's local frame."""
    station = run.station.states(t)
    position, velocity = station[:3], station[3:]
    offset = relative.inertial(relative.axes(position, velocity), np.repeat(np.array(place)[:, None], len(t), axis=1))
    turning = np.cross(relative.turn_rate(position, velocity), offset, axis=0)
    return np.concatenate([position + offset, velocity + turning])
