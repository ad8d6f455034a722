"""What lies under the pointer on the map, and what it is told."""

from dataclasses import dataclass
from math import hypot

from mission_gui.domain.frame import Frame, frame_at
from mission_gui.panels.map_flight import Flight, Span, nearest
from mission_gui.panels.map_recovery import lonlat
from mission_gui.panels.map_view import View
from mission_gui.panels.map_wording import station_tip, track_tip

REACH = 8.0
"""Pixels of base size from the track or a station within which a click or the pointer means it."""


@dataclass(frozen=True, slots=True)
class Tip:
    """What the pointer is told, and where it is; `t` is the moment of the track that a click would seek."""

    lines: tuple[str, ...]
    x: float
    y: float
    t: float | None


def tip_at(flight: Flight, view: View, drawn: Span, frame: Frame, x: float, y: float, within: float) -> Tip | None:
    """Of the station under a pixel, else of the moment of the track there; None where neither is near."""
    station = station_at(flight, view, x, y, within)
    if station is not None:
        return Tip(tuple(station_tip(flight.mission, flight.trajectory, station, frame.t)), x, y, None)
    t = nearest(flight, view, drawn, x, y, within)
    if t is None:
        return None
    return Tip(tuple(track_tip(flight.mission, frame_at(flight.mission, flight.trajectory, t))), x, y, t)


def station_at(flight: Flight, view: View, x: float, y: float, within: float) -> str | None:
    """The ground station nearest to a pixel."""
    far = [(hypot(a - x, b - y), s.id) for s in flight.mission.stations for a, b in [view.xy(*lonlat(s.position))]]
    closest = min(far, default=(within + 1.0, ""))
    return closest[1] if closest[0] <= within else None
