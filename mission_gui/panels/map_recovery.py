"""The journeys home after landing, along great circles."""

from dataclasses import dataclass
from math import degrees

import numpy as np

from mission_gui.domain.facts import GeoPoint
from mission_gui.domain.mission import Leg, Mission
from mission_gui.panels.map_lines import great_circle
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_view import View
from mission_gui.panels.place_names import town


@dataclass(frozen=True, slots=True, eq=False)
class Journey:
    """A leg with its way (longitude, latitude in degrees) and its times, seconds of mission time."""

    id: str
    vehicle: str
    destination: str
    way: Points
    starts: float
    ends: float

    def at(self, t: float) -> tuple[float, float]:
        """Longitude and latitude of the traveller, at even speed."""
        share = (t - self.starts) / max(self.ends - self.starts, 1.0) * (len(self.way) - 1)
        steps = np.arange(len(self.way))
        x, y = (float(np.interp(share, steps, self.way[:, k])) for k in (0, 1))
        return x, y


def journeys(mission: Mission) -> tuple[Journey, ...]:
    """Every leg whose departure and arrival have a time."""
    found = []
    for leg in mission.legs:
        starts, ends = _time(mission, leg.departs), _time(mission, leg.arrives)
        if starts is not None and ends is not None and ends > starts:
            found.append(_journey(leg, starts, ends))
    return tuple(found)


def lonlat(point: GeoPoint) -> tuple[float, float]:
    """Longitude and latitude of a place in degrees."""
    return degrees(point.longitude), degrees(point.latitude)


def way_pixels(view: View, way: Points) -> list[Points]:
    """A way (longitude, latitude) in pixels, once for each time it is in view."""
    shift = view.xy(*way[0])[0] - float(view.points(way[:1])[0, 0])
    turned = [view.points(way) + (shift + turn * view.scale, 0.0) for turn in (-360.0, 0.0, 360.0)]
    return [line for line in turned if line[:, 0].max() > 0 and line[:, 0].min() < view.width]


def _journey(leg: Leg, starts: float, ends: float) -> Journey:
    way = great_circle(lonlat(leg.origin), lonlat(leg.destination))
    return Journey(leg.id, str(leg.vehicle), town(leg.destination.name), way, starts, ends)


def _time(mission: Mission, event_id: str) -> float | None:
    time = next((event.time for event in mission.events if event.id == event_id), None)
    return None if time is None else mission.seconds(time)
