"""The map's geography, read once: lines as one array of points with offsets."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mission_gui.resources import resource

Points = NDArray[np.float64]
"""Points (n, 2)."""


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """Lines or rings, longitude and latitude in degrees; line i is `points[offsets[i]:offsets[i + 1]]`.

    `boxes` (m, 4) holds west, south, east, north of each. Longitude is continuous along a line.
    """

    points: Points
    offsets: NDArray[np.int32]
    boxes: Points

    def near(self, west: float, south: float, east: float, north: float) -> list[tuple[float, int]]:
        """Turns (degrees to move by) and numbers of the lines that may be seen in a box, once for each time."""
        found = []
        for turn in (-360.0, 0.0, 360.0):
            boxes = self.boxes + (turn, 0.0, turn, 0.0)
            hit = (boxes[:, 0] < east) & (boxes[:, 2] > west) & (boxes[:, 1] < north) & (boxes[:, 3] > south)
            found += [(turn, int(i)) for i in np.flatnonzero(hit)]
        return found

    def line(self, i: int) -> Points:
        """The points of one line."""
        points: Points = self.points[self.offsets[i] : self.offsets[i + 1]]
        return points


@dataclass(frozen=True, slots=True, eq=False)
class Towns:
    """Towns, the most important first: names, those in Russian, "" where not known, places (n, 2) in degrees, and
    inhabitants (n,).

    `ranks` (n,) are 0 for a city that is named on a map of the whole Earth, 10 for one named close in.
    """

    names: tuple[str, ...]
    russian: tuple[str, ...]
    points: Points
    population: NDArray[np.int32]
    ranks: NDArray[np.int8]


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """The whole Earth; `names` are the countries' names, ring by ring."""

    land: dict[str, Shapes]
    coast: dict[str, Shapes]
    borders: dict[str, Shapes]
    lakes: Shapes
    rivers: Shapes
    countries: Shapes
    names: tuple[str, ...]

    def country_at(self, longitude: float, latitude: float) -> str:
        """The country under a point, "" over the sea."""
        for turn in (-360.0, 0.0, 360.0):
            x = (longitude + 180.0) % 360.0 - 180.0 + turn
            west, south, east, north = self.countries.boxes.T
            for i in np.flatnonzero((west <= x) & (x <= east) & (south <= latitude) & (latitude <= north)):
                if encloses(self.countries.line(int(i)), x, latitude):
                    return self.names[i]
        return ""


@cache
def world() -> World:
    """The Earth of `map/world.npz`."""
    data = np.load(resource("map/world.npz"))
    details = ("110m", "50m")
    return World(
        land={detail: _shapes(data, f"land_{detail}") for detail in details},
        coast={detail: _shapes(data, f"coast_{detail}") for detail in details},
        borders={detail: _shapes(data, f"borders_{detail}") for detail in details},
        lakes=_shapes(data, "lakes"),
        rivers=_shapes(data, "rivers"),
        countries=_shapes(data, "countries"),
        names=tuple(data["country_names"].tolist()),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """The landing region in full detail; `river_names` line by line, "" where one has no name.

    `box` is west, south, east, north, degrees.
    """

    borders: Shapes
    provinces: Shapes
    lakes: Shapes
    rivers: Shapes
    river_names: tuple[str, ...]
    box: tuple[float, float, float, float]

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a place lies in it."""
        west, south, east, north = self.box
        return west < longitude < east and south < latitude < north


@cache
def region() -> Region:
    """The landing region of `map/region.npz`."""
    data = np.load(resource("map/region.npz"))
    west, south, east, north = (float(x) for x in data["box"])
    return Region(
        borders=_shapes(data, "borders"),
        provinces=_shapes(data, "provinces"),
        lakes=_shapes(data, "lakes"),
        rivers=_shapes(data, "rivers"),
        river_names=tuple(" ".join(name.split()) for name in data["river_names"].tolist()),
        box=(west, south, east, north),
    )


@cache
def towns() -> Towns:
    """The towns of the landing region, largest first."""
    return _towns("town")


@cache
def cities() -> Towns:
    """The cities of the world, the most important first, without those among the `towns`."""
    return _towns("city")


def _towns(sort: str) -> Towns:
    data = np.load(resource("map/towns.npz"))
    names, russian = (tuple(data[f"{sort}_{part}"].tolist()) for part in ("names", "russian"))
    points, people, ranks = (data[f"{sort}_{part}"] for part in ("points", "population", "ranks"))
    return Towns(names, russian, points.astype(np.float64), people, ranks)


def encloses(ring: Points, x: float, y: float) -> bool:
    """Whether a point lies inside a ring: a ray to the east crosses it an odd number of times."""
    x0, y0 = ring[:-1].T
    x1, y1 = ring[1:].T
    crossing = (y0 > y) != (y1 > y)
    rise = np.where(crossing, y1 - y0, 1.0)
    return bool(np.count_nonzero(crossing & (x < x0 + (y - y0) * (x1 - x0) / rise)) % 2)


def _shapes(data: Any, name: str) -> Shapes:
    points = data[f"{name}_points"].astype(np.float64)
    offsets = data[f"{name}_offsets"]
    low = np.minimum.reduceat(points, offsets[:-1])
    high = np.maximum.reduceat(points, offsets[:-1])
    return Shapes(points, offsets, np.column_stack([low, high]))
