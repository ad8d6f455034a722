"""Ways down as lines of altitude against range to go, and their axes: plain functions, no Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mission_gui.domain.events import Phase
from mission_gui.domain.frame import sample
from mission_gui.domain.trajectory import Floats, Trajectory
from mission_gui.panels.map_lines import EARTH_RADIUS

SIGMAS = 2.0
"""Half the height of the band of uncertainty, in standard deviations of the altitude."""
_NICE = (1.0, 2.0, 2.5, 5.0, 10.0)
_FARTHEST = 0.4
"""How far the axis goes on beyond the landing for others that fly longer, as a part of what lies before it."""


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """A way down (n,): mission time, s; range to go to the landing of the flight on show, negative beyond it, m;
    altitude, m."""

    t: Floats
    going: Floats
    altitude: Floats

    def at(self, t: float) -> tuple[float, float]:
        """Range to go and altitude at a mission time, m; ends held."""
        return sample(self.t, self.going, t), sample(self.t, self.altitude, t)


class Neighbour(NamedTuple):
    """Another flight to be drawn beside the one on show, under a name and in a colour of the theme."""

    flight: Trajectory
    name: str
    color: str


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """A neighbour seen from the flight on show: its line, its largest load before the parachutes, m/s2, and how far
    short of the landing on show it comes down, m over the ground, negative beyond it."""

    neighbour: Neighbour
    path: Path
    load: float
    short: float


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """The corridor: all that lies between two other flights."""

    name: str
    paths: tuple[Path, Path]


@dataclass(frozen=True, slots=True)
class Axes:
    """Where ranges and altitudes stand: `first` at the left and `last` at the right edge, `top` at the upper, m."""

    left: float
    upper: float
    width: float
    height: float
    first: float
    last: float
    top: float

    def x_of(self, going: float) -> float:
        """Where a range to go stands."""
        return self.left + (self.first - going) / (self.first - self.last) * self.width

    def y_of(self, altitude: float) -> float:
        """Where an altitude stands."""
        return self.upper + (1.0 - altitude / self.top) * self.height

    def points(self, going: Floats, altitude: Floats) -> Floats:
        """Pixels (n, 2)."""
        x = self.left + (self.first - going) / (self.first - self.last) * self.width
        return np.column_stack([x, self.upper + (1.0 - altitude / self.top) * self.height])


def descent(trajectory: Trajectory) -> slice | None:
    """The samples from module separation to touchdown; None while the descent is not computed."""
    parted, canopy = trajectory.span(Phase.ATMOSPHERE), trajectory.span(Phase.PARACHUTE)
    if not trajectory.complete or parted is None or canopy is None:
        return None
    first, last = np.searchsorted(trajectory.t, (parted.start, canopy.end))
    return slice(int(first), min(int(last) + 1, len(trajectory.t)))


def beside(trajectory: Trajectory, neighbour: Neighbour) -> Beside | None:
    """A neighbour seen from a flight; None where either has no descent."""
    other = neighbour.flight
    own, part, canopy = descent(trajectory), descent(other), other.span(Phase.PARACHUTE)
    if own is None or part is None or canopy is None:
        return None
    t, channels = other.t[part], other.channels
    going = _ruler(trajectory, own)(channels["latitude"][part], channels["longitude"][part])
    path = Path(t, going, channels["altitude"][part])
    load = float(channels["load"][part][t < canopy.start].max())
    miss = _distance(_landing(trajectory, own), _landing(other, part))
    return Beside(neighbour, path, load, miss if going[-1] >= 0 else -miss)


def module_paths(trajectory: Trajectory) -> tuple[Path, ...]:
    """The lines of the modules that fly on alone, as far as the model follows them."""
    own = descent(trajectory)
    if own is None:
        return ()
    measure = _ruler(trajectory, own)
    return tuple(Path(m.t, measure(m.latitude, m.longitude), m.altitude) for m in trajectory.separated)


def reach(trajectory: Trajectory, bounds: Sequence[Trajectory], name: str) -> Reach | None:
    """The corridor between two flights; None where one of the three has no descent."""
    seen = (beside(trajectory, Neighbour(flight, name, "")) for flight in bounds)
    paths = [found.path for found in seen if found is not None]
    return Reach(name, (paths[0], paths[1])) if len(paths) == 2 else None


def uncertainty(trajectory: Trajectory, path: Path) -> tuple[Floats, Floats] | None:
    """Lowest and highest altitude of the band about the line, m; None where no uncertainty is known."""
    part, sigma = descent(trajectory), trajectory.sigma.get("altitude")
    known = np.isfinite(sigma[part]) if part is not None and sigma is not None else np.zeros(1, dtype=bool)
    if part is None or sigma is None or not known.any():
        return None
    t = trajectory.t[part]
    off = SIGMAS * np.interp(t, t[known], sigma[part][known])  # close to jumps nothing is told: seconds
    return np.maximum(path.altitude - off, 0.0), path.altitude + off


def limits(path: Path, others: Sequence[Path]) -> tuple[float, float, float]:
    """First and last range and the highest altitude of the axes, m."""
    first = float(path.going[0])
    beyond = max((-float(other.going.min()) for other in others), default=0.0)
    return first * 1.02, -max(0.035 * first, min(beyond * 1.06, _FARTHEST * first)), _above(float(path.altitude.max()))


def _above(altitude: float) -> float:
    step = 10.0 ** floor(log10(altitude * 1.04))
    return ceil(altitude * 1.04 / step * 4) / 4 * step


def round_ticks(low: float, high: float, at_most: int) -> list[float]:
    """Round values from low to high, no more than wanted."""
    raw = (high - low) / max(at_most, 1)
    power = 10.0 ** floor(log10(raw))
    step = next(nice * power for nice in _NICE if nice * power >= raw * 0.999)
    return [i * step for i in range(ceil(low / step - 1e-9), floor(high / step + 1e-9) + 1)]


def simplified(xy: Floats, tolerance: float) -> NDArray[np.intp]:
    """Indices of the points (n, 2) that a line needs to stay within `tolerance` of all of them (Douglas, Peucker)."""
    keep = np.zeros(len(xy), dtype=bool)
    keep[[0, -1]] = True
    spans = [(0, len(xy) - 1)]
    while spans:
        a, b = spans.pop()
        off = _offsets(xy[a : b + 1])
        far = int(np.argmax(off))
        if off[far] > tolerance:
            keep[a + far] = True
            spans += [(a, a + far), (a + far, b)]
    return np.flatnonzero(keep)


def _offsets(xy: Floats) -> Floats:
    """How far points lie from the straight line between the first and the last."""
    # By component: a way down is simplified a thousand times for one picture, and these are the quickest words for it.
    x, y = xy[:, 0] - xy[0, 0], xy[:, 1] - xy[0, 1]
    across, down = float(x[-1]), float(y[-1])
    length = across * across + down * down
    if length:
        share = np.minimum(np.maximum((x * across + y * down) / length, 0.0), 1.0)
        x, y = x - share * across, y - share * down
    off: Floats = np.sqrt(x * x + y * y)
    return off


Ruler = Callable[[Floats, Floats], Floats]


def _ruler(trajectory: Trajectory, part: slice) -> Ruler:
    """Tells from latitudes and longitudes, rad, the range to go there, m.

    A place counts by how far it lies along the great circle from separation to landing: on the flight's own track that
    gives its own range to go, beyond the landing it goes on below zero.
    """
    channels = trajectory.channels
    track = _directions(channels["latitude"][part], channels["longitude"][part])
    landing = track[-1]
    sideways = np.cross(track[0], landing)
    ahead = np.cross(sideways / np.linalg.norm(sideways), landing)
    own = np.maximum.accumulate(np.arctan2(track @ ahead, track @ landing))
    going = channels["range_to_go"][part]

    def measure(latitude: Floats, longitude: Floats) -> Floats:
        places = _directions(latitude, longitude)
        angle = np.arctan2(places @ ahead, places @ landing)
        outside = np.minimum(angle - own[0], 0.0) + np.maximum(angle - own[-1], 0.0)
        measured: Floats = np.interp(angle, own, going) - outside * EARTH_RADIUS
        return measured

    return measure


def _landing(trajectory: Trajectory, part: slice) -> Floats:
    last = slice(part.stop - 1, part.stop)
    direction: Floats = _directions(trajectory.channels["latitude"][last], trajectory.channels["longitude"][last])[0]
    return direction


def _directions(latitude: Floats, longitude: Floats) -> Floats:
    """Unit vectors (n, 3)."""
    level = np.cos(latitude)
    return np.column_stack([level * np.cos(longitude), level * np.sin(longitude), np.sin(latitude)])


def _distance(a: Floats, b: Floats) -> float:
    """Metres over the ground between two directions."""
    return float(EARTH_RADIUS * np.arctan2(np.linalg.norm(np.cross(a, b)), a @ b))
