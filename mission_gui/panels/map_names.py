"""The names of the ground: countries, waters, towns and rivers, as many as suit the nearness of a map."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import compress
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mission_gui.domain.facts import GeoPoint
from mission_gui.domain.language import RUSSIAN, spoken
from mission_gui.panels.map_paint import level
from mission_gui.panels.map_recovery import lonlat
from mission_gui.panels.map_shapes import Points, Towns, cities, region, towns, world
from mission_gui.panels.map_view import View
from mission_gui.panels.map_waters import waters_within
from mission_gui.panels.place_names import country, in_russian, river
from mission_gui.theme import Style

Sort = Literal["country", "water", "town", "river"]

CITY_LEVELS = (2.7, 3.1, 3.5, 4.0, 4.4, 4.8, 5.2, 5.8, 6.4, 7.0, 7.5)
"""The level (`map_paint.level`) from which on a city is named, by its rank."""
_TOWN_LEVELS = ((100_000, 5.4), (20_000, 6.4), (5_000, 7.2), (1_000, 7.9), (0, 8.8))
"""Inhabitants from which on a town is named at a level."""
_OWN_LEVEL = 3.6
"""The level from which on the mission's own places are named."""
_COUNTRIES = (3.0, 6.2)
RIVERS = 6.0
"""The level from which on rivers are named."""
_SAME_TOWN = 0.3
"""Degrees within which a place of the mission and a town of a list are the same: their spellings differ."""
_MOST = {"country": 24, "town": 32}
_ROOM = 3500.0
"""Pixels of base size that a country covers from which on it is named."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the ground at a place, degrees. A town has a mark, what is not a town has none."""

    text: str
    longitude: float
    latitude: float
    sort: Sort


def names_in(view: View, style: Style, own: tuple[GeoPoint, ...] = ()) -> list[Name]:
    """The names to be shown, the most important first.

    They are of countries, of seas and lakes, of towns with the mission's `own` places, of rivers.
    """
    near = level(view, style)
    if near < CITY_LEVELS[0]:
        return []  # from afar, as at the start, no list of towns is needed
    found = _countries(view, style) if _COUNTRIES[0] <= near <= _COUNTRIES[1] else []
    found += [Name(name, x, y, "water") for name, x, y in waters_within(view.box, view.scale, style)]
    found += [Name(name, x, y, "town") for name, x, y in towns_within(view.box, near, own)]
    if near >= RIVERS:
        for name, x, y in rivers_within(view.box, view.points, view.width, view.height):
            found.append(Name(name, *view.lonlat(x, y), "river"))
    return found


def _countries(view: View, style: Style) -> list[Name]:
    least = _ROOM * (style.px(1.0) / view.scale) ** 2
    large = [(name, x, y) for name, size, x, y in country_middles() if size > least]
    return [Name(country(name), x, y, "country") for name, x, y in large if view.shows(*view.xy(x, y))][
        : _MOST["country"]
    ]


@cache
def country_middles() -> tuple[tuple[str, float, float, float], ...]:
    """Each country's name with the size (square degrees of latitude) and middle of its largest part."""
    earth, largest = world(), dict[str, tuple[float, float, float]]()
    for i, name in enumerate(earth.names):
        size, x, y = _middle(earth.countries.line(i))
        if size > largest.get(name, (0.0,))[0]:
            largest[name] = size, x, y
    ordered = sorted(largest.items(), key=lambda item: -item[1][0])
    return tuple((name, *found) for name, found in ordered)


def _middle(ring: Points) -> tuple[float, float, float]:
    """Area (square degrees of latitude) and centre of gravity of a ring; of one that runs round a pole, about those."""
    if abs(ring[-1, 0] - ring[0, 0]) > 180.0:
        edge = float(ring[:, 1].mean())
        y = float(edge + np.copysign(90.0, edge)) / 2
        return 360.0 * (90.0 - abs(edge)) * float(np.cos(np.radians(y))), float(ring[:, 0].mean()), y
    (x0, y0), (x1, y1) = ring[:-1].T, ring[1:].T
    cross = x0 * y1 - x1 * y0
    area = float(cross.sum()) / 2
    if abs(area) < 1e-9:
        return 0.0, float(ring[:, 0].mean()), float(ring[:, 1].mean())
    x, y = float(((x0 + x1) * cross).sum() / 6 / area), float(((y0 + y1) * cross).sum() / 6 / area)
    return abs(area) * float(np.cos(np.radians(y))), x, y


def towns_within(
    box: tuple[float, float, float, float], near: float, own: tuple[GeoPoint, ...]
) -> list[tuple[str, float, float]]:
    """Names and places in a box of degrees: the mission's own, then the towns that are large enough for the level.

    A town whose name is not known in the language spoken is left out.
    """
    known, (west, south, east, north) = gazetteer(own), box
    called = known.called()
    seen = (known.levels <= near) & (called != "")
    seen &= (known.points[:, 0] - west) % 360.0 < east - west
    seen &= (known.points[:, 1] > south) & (known.points[:, 1] < north)
    found = np.flatnonzero(seen)[: _MOST["town"]]
    return [(name, x, y) for name, (x, y) in zip(called[found].tolist(), known.points[found].tolist(), strict=True)]


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Towns, the most important first: names (n,), those in Russian, "" where not known, places (n, 2), degrees, and
    the levels (n,) that show them."""

    names: NDArray[np.str_]
    russian: NDArray[np.str_]
    points: Points
    levels: Points

    def called(self) -> NDArray[np.str_]:
        """The names (n,) in the language spoken; "" where not known."""
        return self.russian if spoken() == RUSSIAN else self.names


@cache
def gazetteer(own: tuple[GeoPoint, ...]) -> Gazetteer:
    """A mission's own places, the cities of the world, and the towns of the landing region, each town once."""
    mine = [(place.name, lonlat(place)) for place in own if place.name]
    names, points, levels = [name for name, _ in mine], [list(at) for _, at in mine], [_OWN_LEVEL] * len(mine)
    russian = [in_russian(name) for name in names]
    for list_, shown in ((cities(), _by_rank(cities())), (towns(), np.minimum(_by_rank(towns()), _by_people(towns())))):
        kept = np.ones(len(list_.names), dtype=bool)
        for _, at in mine:
            kept &= np.any(np.abs(list_.points - at) > _SAME_TOWN, axis=1)
        names += compress(list_.names, kept)
        russian += compress(list_.russian, kept)
        points += list_.points[kept].tolist()
        levels += shown[kept].tolist()
    return Gazetteer(np.array(names), np.array(russian), np.array(points), np.array(levels))


def _by_rank(list_: Towns) -> Points:
    levels: Points = np.array(CITY_LEVELS)[list_.ranks]
    return levels


def _by_people(list_: Towns) -> Points:
    limits = np.array([people for people, _ in _TOWN_LEVELS])
    first = np.argmax(list_.population[:, None] >= limits, axis=1)
    levels: Points = np.array([at for _, at in _TOWN_LEVELS])[first]
    return levels


def rivers_within(
    box: tuple[float, float, float, float], pixels: Callable[[Points], Points], width: float, height: float
) -> list[tuple[str, float, float]]:
    """Each river of the landing region in view, with the pixel where it comes nearest to the middle."""
    near, found = region(), dict[str, tuple[float, float, float]]()
    for turn, i in near.rivers.near(*box):
        name = near.river_names[i]
        xy = pixels(near.rivers.line(i) + (turn, 0.0))
        far = np.hypot(*(xy - (width / 2, height / 2)).T)
        best = int(np.argmin(far))
        x, y = xy[best].tolist()
        if name and 0.0 < x < width and 0.0 < y < height and far[best] < found.get(name, (np.inf,))[0]:
            found[name] = float(far[best]), x, y
    return [(river(name), x, y) for name, (_, x, y) in sorted(found.items(), key=lambda item: item[1][0])]
