"""The flights of a comparison as the map draws them, and the view in which all of them are seen. Degrees."""

from dataclasses import dataclass
from math import cos, radians

from mission_gui.language import translate
from mission_gui.panels.comparison_words import names, value
from mission_gui.panels.map_recovery import lonlat
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_track import Track, track
from mission_gui.panels.map_view import CLOSEST, View
from mission_gui.physics.comparison import Comparison

_FAR = 25e3
"""Metres from its aim point beyond which a landing is joined to it by a line."""
_ROOM = 0.12
"""How much wider than the tracks the map is, on each side."""
_MOST_STRETCH = 1.8


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """A flight on the map: number, short name and track; mission times of T = 0, of its ignition and its entry, s.

    `landing` and `aim` are longitude and latitude, degrees; `short` tells how far they are apart, empty where near.
    """

    number: int
    name: str
    track: Track
    zero: float
    ignition: float
    entry: float
    landing: tuple[float, float]
    aim: tuple[float, float]
    short: str


def ways(comparison: Comparison) -> tuple[Way, ...]:
    """Every flight from its first sample to its landing."""
    row, found = comparison.row("short_of_plan_replayed"), []
    for number, flown in enumerate(comparison.flights):
        mission, flight = flown.mission, flown.trajectory
        cell, zero = row.cells[number], comparison.zeros[number]
        far = cell is not None and cell.value is not None and cell.value > _FAR
        told = translate("Comparison", "{distance} from the aim point")
        found.append(
            Way(
                number,
                names(comparison)[number],
                track(flight, "", flight.touchdown),
                zero,
                _time(comparison, number, "ignition"),
                _time(comparison, number, "entry_interface"),
                lonlat(mission.landing),
                lonlat(mission.aim_point),
                told.format(distance=value(row.measure, cell)) if far else "",
            )
        )
    return tuple(found)


def _time(comparison: Comparison, number: int, event_id: str) -> float:
    """Mission time of an event of every whole flight."""
    t = comparison.time(number, event_id)
    assert t is not None
    return t + comparison.zeros[number]


def fitted_view(width: float, height: float, lonlats: Points) -> View:
    """The view that shows all points (longitude, latitude in degrees), with room about them and true shapes."""
    home = float(lonlats[0, 0])
    x = home + (lonlats[:, 0] - home + 180.0) % 360.0 - 180.0
    west, east, south, north = float(x.min()), float(x.max()), float(lonlats[:, 1].min()), float(lonlats[:, 1].max())
    middle = (south + north) / 2
    stretch = min(1.0 / max(cos(radians(middle)), 0.1), _MOST_STRETCH)
    wide, tall = max(east - west, 1.0) * (1 + 2 * _ROOM), max(north - south, 1.0) * (1 + 2 * _ROOM)
    scale = min(width / wide, height / (tall * stretch), CLOSEST)
    least = max(width / 360.0, height / 180.0 / stretch)
    view = View(width, height, 0.0, 0.0, max(scale, least), stretch)
    return view.centred((west + east) / 2, middle)
