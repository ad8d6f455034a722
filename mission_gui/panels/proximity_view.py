"""What part of the station's neighbourhood the proximity plots show: plain geometry, no Qt.

Places are (V-bar, H-bar, R-bar) metres from the station's centre of mass.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from mission_gui.domain.trajectory import Floats
from mission_gui.panels.map_shapes import Points

REACHES = (60.0, *(m * 10.0**k for k, m in product(range(2, 6), (1.0, 1.5, 2.0, 3.0, 5.0))))
"""Metres from the middle of the plot to its top that the automatic view takes: even steps, so it seldom changes."""
LEAST, MOST = 15.0, 1e6
"""The reach of the nearest and of the farthest view by hand, m."""
_MARGIN = 1.15
_AHEAD = 60.0
"""Seconds before the ship would leave the plot at which the view widens."""
_STATION = 45.0
"""Metres about its centre of mass that show the station, so that it does not hide in a corner of the view."""
_STEPS = tuple(m * 10.0**k for k, m in product(range(0, 6), (1, 2, 5)))


@dataclass(frozen=True, slots=True)
class Camera:
    """The place in the middle, m, and the metres from there to the top."""

    v: float
    r: float
    reach: float

    def zoomed(self, factor: float, at: tuple[float, float]) -> "Camera":
        """Nearer by a factor, the place (V, R) under the pointer staying where it is."""
        reach = min(max(self.reach / factor, LEAST), MOST)
        keep = reach / self.reach
        return Camera(at[0] + (self.v - at[0]) * keep, at[1] + (self.r - at[1]) * keep, reach)

    def panned(self, v: float, r: float) -> "Camera":
        """Moved by so many metres."""
        return replace(self, v=self.v + v, r=self.r + r)


@dataclass(frozen=True, slots=True)
class Plane:
    """A plot of one axis (0 for V-bar, 1 for H-bar) across and R-bar down, with the Earth below.

    `middle` and `r` are the metres in its middle, `scale` the pixels of a metre, `left` the pixel where it begins.
    """

    axis: int
    middle: float
    r: float
    scale: float
    left: float
    width: float
    height: float

    def points(self, places: Floats) -> Points:
        """Pixels (n, 2) of places (3, n)."""
        x = self.left + self.width / 2 + (places[self.axis] - self.middle) * self.scale
        return np.column_stack([x, self.height / 2 + (places[2] - self.r) * self.scale])

    def xy(self, place: Sequence[float]) -> tuple[float, float]:
        """The pixel of one place."""
        x = self.left + self.width / 2 + (place[self.axis] - self.middle) * self.scale
        return x, self.height / 2 + (place[2] - self.r) * self.scale

    def at(self, x: float, y: float) -> tuple[float, float]:
        """The metres across and down under a pixel."""
        return (
            self.middle + (x - self.left - self.width / 2) / self.scale,
            self.r + (y - self.height / 2) / self.scale,
        )

    def shows(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Whether a pixel is on the plot."""
        return -margin <= x - self.left <= self.width + margin and -margin <= y <= self.height + margin


@dataclass(frozen=True, slots=True)
class Layout:
    """The plots side by side, pixels: V-bar across on the main one, H-bar across on the small one."""

    main: float
    side: float
    height: float

    def planes(self, camera: Camera) -> tuple[Plane, Plane]:
        """Both plots: one scale, one R-bar."""
        scale = self.height / 2 / camera.reach
        return (
            Plane(0, camera.v, camera.r, scale, 0.0, self.main, self.height),
            Plane(1, 0.0, camera.r, scale, self.main, self.side, self.height),
        )


def layout(width: float, height: float, least: float) -> Layout:
    """The small plot takes a fifth of the width, or the `least` pixels that its labels need."""
    side = float(round(min(max(0.2 * width, least), 0.34 * width)))
    return Layout(max(width - side, 1.0), side, max(height, 1.0))


@dataclass(frozen=True, slots=True)
class Stage:
    """From when on the automatic view is which, mission time in seconds."""

    start: float
    camera: Camera


def stages(t: Floats, v: Floats, r: Floats, near: Floats, aspect: float) -> tuple[Stage, ...]:
    """The automatic views of a flight past the station in the middle, then of the whole path as it grows.

    `near` holds for each sample the latest time up to which its view should hold, not a number in free flight.
    `aspect` is the width of the plot over its height.
    """
    until = np.where(np.isnan(near), t + _AHEAD, np.maximum(near, t + _AHEAD))
    last = np.minimum(np.searchsorted(t, until, side="right"), len(t)) - 1
    apart = np.maximum.accumulate(np.maximum(np.abs(r), np.abs(v) / aspect))
    low_v, low_r = (np.minimum.accumulate(np.minimum(way, -_STATION)) for way in (v, r))
    high_v, high_r = (np.maximum.accumulate(np.maximum(way, _STATION)) for way in (v, r))
    spread = np.maximum(high_r - low_r, (high_v - low_v) / aspect) / 2
    beside = ~np.isnan(near)
    needed = np.where(beside, apart[last], np.maximum(spread[last], apart[beside].max(initial=0.0)))
    steps = np.searchsorted(REACHES[:-1], needed * _MARGIN)
    changes = np.flatnonzero((np.diff(steps) != 0) | (np.diff(beside) != 0)) + 1
    found = []
    for first, end in zip([0, *changes.tolist()], [*changes.tolist(), len(t)], strict=True):
        k = int(last[end - 1])
        middle = (0.0, 0.0) if beside[first] else ((low_v[k] + high_v[k]) / 2, (low_r[k] + high_r[k]) / 2)
        camera = Camera(float(middle[0]), float(middle[1]), REACHES[int(steps[first])])
        found.append(Stage(float(t[first]), camera))
    return tuple(found)


def stage_at(found: Sequence[Stage], t: float) -> Camera:
    """The automatic view of a moment; the first one before it begins."""
    return found[max(bisect_right([stage.start for stage in found], t) - 1, 0)].camera


def step(scale: float, spacing: float) -> float:
    """Metres between grid lines that are no less than so many pixels apart: 1, 2 or 5 times a power of ten."""
    return next((size for size in _STEPS if size * scale >= spacing), _STEPS[-1])
