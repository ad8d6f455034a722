"""Lines on the sphere made fit for a flat map; degrees, no Qt."""

from functools import cache
from math import acos, asin, atan2, cos, degrees, hypot, pi, radians, sin

import numpy as np
from numpy.typing import NDArray

from mission_gui.domain.trajectory import Floats
from mission_gui.panels.map_shapes import Points

EARTH_RADIUS = 6371.0e3
"""Mean radius (IUGG), m: the map's circles are drawn on a sphere."""
_CORNER = 0.2
"""A turn between two steps, rad, that is no longer part of a smooth line."""


def pieces(longitude: Floats, latitude: Floats, west: float) -> list[Points]:
    """A line of continuous longitude cut where it leaves the turn [west, west + 360] and moved into it.

    Each cut adds the point on the edge to both sides, so that nothing is lost and no stray line is drawn.
    """
    line = np.column_stack([longitude, latitude])
    turns = np.floor((longitude - west) / 360.0)
    found: list[Points] = []
    head, start = np.empty((0, 2)), 0
    for i in (np.flatnonzero(turns[1:] != turns[:-1]) + 1).tolist():
        cuts, seen = _cuts(line[i - 1], line[i], west, turns[i - 1], turns[i])
        found.append(np.concatenate([head, line[start:i], cuts[:1]]) - (360.0 * turns[i - 1], 0.0))
        found += [cuts[k : k + 2] - (360.0 * turn, 0.0) for k, turn in enumerate(seen)]
        head, start = cuts[-1:], i
    found.append(np.concatenate([head, line[start:]]) - (360.0 * turns[-1], 0.0))
    return [piece for piece in found if len(piece) > 1 and np.ptp(piece, axis=0).any()]


def _cuts(a: Floats, b: Floats, west: float, before: float, after: float) -> tuple[Points, Floats]:
    """The points where a step crosses edges, and the whole turns it passes through between them."""
    up = after > before
    edges = np.arange(before + 1, after + 1) if up else np.arange(before, after, -1)
    x = west + 360.0 * edges
    y = a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0])
    return np.column_stack([x, y]), edges[:-1] if up else edges[1:]


def between(
    t: Floats, x: Floats, y: Floats, start: float, end: float, corners: Floats | None = None
) -> tuple[Floats, Floats]:
    """The stretch of a line from `start` to `end`, its ends interpolated; empty where there is none.

    Between them it goes through the points of the moments `corners`, or through all that there are.
    """
    start, end = max(start, float(t[0])), min(end, float(t[-1]))
    if end <= start:
        return np.empty(0), np.empty(0)
    told = t if corners is None else corners
    inner = slice(int(np.searchsorted(told, start, side="right")), int(np.searchsorted(told, end, side="left")))
    moments = np.concatenate([[start], told[inner], [end]])
    return np.interp(moments, t, x), np.interp(moments, t, y)


def needed(points: Points, error: float) -> NDArray[np.bool_]:
    """Which points (n, 2) of a smooth line to draw it through, so that it strays from no other by more than `error`.

    A chord of length s strays from a circle by s²/(8 radius), so it may be as long as the root of
    8 · error · radius; half of that is what is taken, for it may reach a whole step farther than is asked.
    The radius follows from the turn at each point. Corners stay.
    """
    steps = np.diff(points, axis=0)
    length = np.hypot(*steps.T)
    turn = np.abs((np.diff(np.arctan2(steps[:, 1], steps[:, 0])) + pi) % (2 * pi) - pi)
    reach = (length[:-1] + length[1:]) / 2
    chords = np.cumsum(np.sqrt(turn * reach / (2.0 * error)))
    kept = np.ones(len(points), dtype=bool)
    kept[1:-1] = (np.diff(np.floor(chords), prepend=0.0) > 0) | ((turn > _CORNER) & (reach > error))
    return kept


def horizon_radius(altitude: float, mask: float = 0.0) -> float:
    """Degrees of arc from below a ship at `altitude` (m) to where it stands `mask` (rad) above the horizon."""
    if altitude <= 0.0:
        return 0.0
    return max(degrees(acos(EARTH_RADIUS * cos(mask) / (EARTH_RADIUS + altitude)) - mask), 0.0)


def circle(longitude: float, latitude: float, radius: float, count: int = 180) -> Points:
    """A circle on the sphere, `radius` degrees of arc, from north clockwise, closed, longitude continuous."""
    north, aside = _bearings(count)
    y0, r = radians(latitude), radians(radius)
    sin_y = np.clip(sin(y0) * cos(r) + cos(y0) * sin(r) * north, -1.0, 1.0)
    east = np.arctan2(aside * (sin(r) * cos(y0)), cos(r) - sin(y0) * sin_y)
    x = longitude + np.degrees(np.unwrap(east))
    return np.column_stack([x, np.degrees(np.arcsin(sin_y))])


@cache
def _bearings(count: int) -> tuple[Floats, Floats]:
    """Cosine and sine of the bearings of a circle's points."""
    bearing = np.linspace(0.0, 2 * pi, count + 1)
    return np.cos(bearing), np.sin(bearing)


def cap(longitude: float, latitude: float, radius: float) -> tuple[Points, Points]:
    """The outline of a circle and the ring to fill: a circle around a pole is closed over the pole."""
    outline = circle(longitude, latitude, radius)
    if abs(latitude) + radius <= 90.0:
        return outline, outline
    # A circle about a pole runs round all longitudes: laid out in order of longitude, thrice, it covers every view.
    turn = outline[-1, 0] - outline[0, 0]
    if abs(turn) < 180.0:
        return outline, outline
    laid = np.concatenate([outline + (k * turn, 0.0) for k in (-1, 0, 1)])
    pole = 90.0 if latitude > 0 else -90.0
    return laid, np.concatenate([laid, [(laid[-1, 0], pole), (laid[0, 0], pole)]])


def arc_length(longitude: Floats, latitude: Floats) -> Floats:
    """Degrees of arc along a line from its first point."""
    mid = np.radians((latitude[1:] + latitude[:-1]) / 2)
    steps = np.hypot(np.diff(longitude) * np.cos(mid), np.diff(latitude))
    return np.concatenate([[0.0], np.cumsum(steps)])


def great_circle(start: tuple[float, float], end: tuple[float, float], count: int = 64) -> Points:
    """The shortest way between two points (longitude, latitude), longitude continuous."""
    a, b = _vector(*start), _vector(*end)
    angle = acos(min(max(float(a @ b), -1.0), 1.0))
    s = np.linspace(0.0, 1.0, count)
    if angle < 1e-9:
        return np.column_stack([start[0] + s * 0, start[1] + s * 0])
    v = (np.sin((1 - s) * angle)[:, None] * a + np.sin(s * angle)[:, None] * b) / sin(angle)
    x = np.degrees(np.unwrap(np.arctan2(v[:, 1], v[:, 0])))
    return np.column_stack([x, np.degrees(np.arcsin(np.clip(v[:, 2], -1.0, 1.0)))])


def distance_bearing(start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    """Metres from a point (longitude, latitude) to another, and the direction there, radians from north."""
    x0, y0, x1, y1 = (radians(v) for v in (*start, *end))
    dx = x1 - x0
    hav = sin((y1 - y0) / 2) ** 2 + cos(y0) * cos(y1) * sin(dx / 2) ** 2
    bearing = atan2(sin(dx) * cos(y1), cos(y0) * sin(y1) - sin(y0) * cos(y1) * cos(dx))
    return 2 * EARTH_RADIUS * asin(min(hav**0.5, 1.0)), bearing


def azimuthal(centre: tuple[float, float], lonlat: Points) -> Points:
    """Metres east and north (n, 2) of a point: distance and direction from it are true."""
    x0, y0 = radians(centre[0]), radians(centre[1])
    x, y = np.radians(lonlat[:, 0]) - x0, np.radians(lonlat[:, 1])
    c = np.arccos(np.clip(sin(y0) * np.sin(y) + cos(y0) * np.cos(y) * np.cos(x), -1.0, 1.0))
    k = EARTH_RADIUS * np.where(c > 1e-9, c / np.maximum(np.sin(c), 1e-9), 1.0)
    north = cos(y0) * np.sin(y) - sin(y0) * np.cos(y) * np.cos(x)
    return np.column_stack([k * np.cos(y) * np.sin(x), k * north])


def great_point(centre: tuple[float, float], east: float, north: float) -> tuple[float, float]:
    """The point (longitude, latitude) that `azimuthal` puts so many metres east and north of a point."""
    x0, y0 = radians(centre[0]), radians(centre[1])
    c, bearing = hypot(east, north) / EARTH_RADIUS, atan2(east, north)
    y = asin(min(max(sin(y0) * cos(c) + cos(y0) * sin(c) * cos(bearing), -1.0), 1.0))
    x = x0 + atan2(sin(bearing) * sin(c) * cos(y0), cos(c) - sin(y0) * sin(y))
    return degrees(x), degrees(y)


def thinned(xy: Points, step: float) -> Points:
    """A line without the points that fall into the same cell of `step` as the one before; its end is kept."""
    if len(xy) < 4:
        return xy
    cells = np.floor(xy / step)
    moved = np.any(cells[1:] != cells[:-1], axis=1)
    keep = np.concatenate([[True], moved])
    keep[-1] = True
    kept: Points = xy[keep]
    return kept


def _vector(longitude: float, latitude: float) -> Floats:
    x, y = radians(longitude), radians(latitude)
    return np.array([cos(y) * cos(x), cos(y) * sin(x), sin(y)])
