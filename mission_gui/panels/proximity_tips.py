"""What is under the pointer on the proximity plots."""

from math import atan2, cos, hypot, sin
from textwrap import fill

from PySide6.QtCore import QPointF

from mission_gui.domain.outline import Zone
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.proximity_layers import Layers
from mission_gui.panels.proximity_view import Plane
from mission_gui.panels.proximity_words import mark_tip, part_tip, path_tip, zone_tip
from mission_gui.panels.zero import UNDOCKING

_WIDTH = 78
"""Letters in a line of a tip."""


def tip_at(layers: Layers, trajectory: Trajectory, at: QPointF, reach: float, zero: str = UNDOCKING) -> str:
    """The mark, else the path, else the part of the station, else the zone at a pixel of the plots."""
    return "\n".join(fill(line, _WIDTH) for line in _told(layers, trajectory, at, reach, zero).split("\n"))


def _told(layers: Layers, trajectory: Trajectory, at: QPointF, reach: float, zero: str) -> str:
    flight, x, y = layers.flight, at.x(), at.y()
    near = [(hypot(p.x - x, p.y - y), i) for i, p in enumerate(layers.marks)]
    if near and min(near)[0] <= reach:
        return mark_tip(flight.mission, layers.marks[min(near)[1]].mark)
    for trail in layers.trails:
        t = trail.nearest(x, y, reach)
        if t is not None and trail.plane.shows(x, y):
            return path_tip(flight.mission, trajectory, t, zero)
    plane = next((plane for plane in layers.planes if plane.shows(x, y)), None)
    if plane is None:
        return ""
    part = flight.station.part_at(plane, x, y)
    if part is not None:
        return part_tip(part, flight.station.outline.placement)
    return next((zone_tip(zone) for zone in flight.station.zones if _on_edge(plane, zone, x, y, reach)), "")


def _on_edge(plane: Plane, zone: Zone, x: float, y: float, reach: float) -> bool:
    across, down = zone.half_axes[plane.axis] * plane.scale, zone.half_axes[2] * plane.scale
    u, v = plane.xy((0.0, 0.0, 0.0))
    bearing = atan2((y - v) / down, (x - u) / across)
    return hypot(u + across * cos(bearing) - x, v + down * sin(bearing) - y) <= reach
