"""The chart of the landing zone: an azimuthal projection about the landing place, in pixels."""

from dataclasses import dataclass
from math import cos, radians

import numpy as np

from mission_gui.panels.map_lines import azimuthal, great_point
from mission_gui.panels.map_shapes import Points

STEPS = (1, 2, 5, 10, 25, 50, 100, 200, 250, 500, 1000)
"""Kilometres of rings and bars."""
CLOSEST, WIDEST = 1.2e3, 1.5e6
"""Metres from the middle to the top, the nearest and the farthest."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of `width` by `height` pixels; `reach` is the metres from its middle to its top.

    Distances and directions from the place at `longitude`, `latitude` are true. Its middle lies `east` and `north`
    metres from there.
    """

    longitude: float
    latitude: float
    width: float
    height: float
    reach: float
    east: float = 0.0
    north: float = 0.0

    @property
    def scale(self) -> float:
        """Pixels per metre."""
        return self.height / 2 / self.reach

    @property
    def place(self) -> tuple[float, float]:
        """The pixel of the place about which it is true."""
        return self.width / 2 - self.east * self.scale, self.height / 2 + self.north * self.scale

    def points(self, lonlat: Points) -> Points:
        """Pixels (n, 2) of degrees."""
        metres = azimuthal((self.longitude, self.latitude), lonlat)
        return metres * (self.scale, -self.scale) + self.place

    def xy(self, longitude: float, latitude: float) -> tuple[float, float]:
        """The pixel of one place."""
        ((x, y),) = self.points(np.array([[longitude, latitude]])).tolist()
        return x, y

    def shows(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Whether a pixel is on the chart."""
        return -margin < x < self.width + margin and -margin < y < self.height + margin

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude of the middle, degrees."""
        return great_point((self.longitude, self.latitude), self.east, self.north)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north that hold the chart, degrees, with room to spare."""
        longitude, latitude = self.middle
        tall = 1.2 * self.reach / 111e3 * max(1.0, self.width / self.height)
        farthest = min(abs(latitude) + tall, 85.0)
        wide = tall / max(cos(radians(farthest)), 0.1)
        return longitude - wide, latitude - tall, longitude + wide, latitude + tall

    def zoomed(self, factor: float, x: float, y: float) -> tuple[float, float, float]:
        """Reach, east and north of the chart nearer by `factor`, with what lies under a pixel held there."""
        reach = min(max(self.reach / factor, CLOSEST), WIDEST)
        keep = 1 / self.scale - reach * 2 / self.height
        return reach, self.east + (x - self.width / 2) * keep, self.north - (y - self.height / 2) * keep

    def panned(self, dx: float, dy: float) -> tuple[float, float, float]:
        """Reach, east and north of the chart dragged by pixels."""
        return self.reach, self.east - dx / self.scale, self.north + dy / self.scale


def rings(chart: Chart) -> list[int]:
    """Radii in km of the range rings: the three largest that fit."""
    fitting = [step for step in STEPS if step * 1000 <= chart.reach * 0.96]
    return fitting[-3:] or [STEPS[0]]


def bar_length(chart: Chart) -> int:
    """Kilometres of the scale bar: the longest that takes no more than a fifth of the width."""
    return max((step for step in STEPS if step * 1000 * chart.scale <= chart.width / 5), default=STEPS[0])
