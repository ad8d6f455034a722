"""Which part of the Earth the map shows, and where on it a point lies. Equirectangular; degrees and pixels."""

from dataclasses import dataclass, replace

import numpy as np

from mission_gui.panels.map_shapes import Points

STRETCH_LIMIT = 1.35
CLOSEST = 8000.0
"""Pixels in a degree at the closest: about 14 m to a pixel, so that the scale bar tells one kilometre."""


@dataclass(frozen=True, slots=True)
class View:
    """`scale` is pixels per degree of longitude; a degree of latitude is `stretch` times as long.

    A stretch above 1 is the same projection with its true-scale parallel moved off the equator.
    """

    width: float
    height: float
    longitude: float
    latitude: float
    scale: float
    stretch: float

    @property
    def west(self) -> float:
        """Longitude of the left edge."""
        return self.longitude - self.width / self.scale / 2

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north; the last three may lie beyond 180 or the poles."""
        tall = self.height / self.scale / self.stretch / 2
        east = self.west + self.width / self.scale
        return self.west, self.latitude - tall, east, self.latitude + tall

    def xy(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Pixels from the top left corner; the longitude is taken nearest to the middle."""
        off = (longitude - self.longitude + 180.0) % 360.0 - 180.0
        x = self.width / 2 + off * self.scale
        return x, self.height / 2 - (latitude - self.latitude) * self.scale * self.stretch

    def points(self, lonlat: Points) -> Points:
        """Pixels (n, 2) of degrees (n, 2), longitude as it is, so that a line stays whole."""
        factor = (self.scale, -self.scale * self.stretch)
        return (lonlat - (self.longitude, self.latitude)) * factor + (self.width / 2, self.height / 2)

    def lonlat(self, x: float, y: float) -> tuple[float, float]:
        """The point under a pixel; longitude from -180 to 180."""
        longitude = self.longitude + (x - self.width / 2) / self.scale
        latitude = self.latitude - (y - self.height / 2) / self.scale / self.stretch
        return (longitude + 180.0) % 360.0 - 180.0, latitude

    def shows(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Whether a pixel is on the map."""
        return -margin <= x <= self.width + margin and -margin <= y <= self.height + margin

    def centred(self, longitude: float, latitude: float) -> "View":
        """The same scale around another point, held so that the map keeps covering the panel."""
        half = self.height / self.scale / self.stretch / 2
        limit = max(90.0 - half, 0.0)
        wrapped = (longitude + 180.0) % 360.0 - 180.0
        return replace(self, longitude=wrapped, latitude=min(max(latitude, -limit), limit))

    def panned(self, dx: float, dy: float) -> "View":
        """The map dragged by pixels."""
        return self.centred(self.longitude - dx / self.scale, self.latitude + dy / self.scale / self.stretch)

    def zoomed(self, factor: float, x: float, y: float) -> "View":
        """Nearer by `factor` with the point under a pixel held there; never so far that the Earth repeats."""
        scale = min(max(self.scale * factor, _least(self.width, self.height, self.stretch)), CLOSEST)
        keep = 1 / self.scale - 1 / scale
        longitude = self.longitude + (x - self.width / 2) * keep
        latitude = self.latitude - (y - self.height / 2) * keep / self.stretch
        return replace(self, scale=scale).centred(longitude, latitude)

    @property
    def nearness(self) -> float:
        """How many times as large the Earth is as when all of it is shown."""
        return self.scale / _least(self.width, self.height, self.stretch)

    def at_nearness(self, nearness: float) -> "View":
        """The same place so many times as large as the whole Earth."""
        return self.zoomed(nearness / self.nearness, self.width / 2, self.height / 2)

    def resized(self, width: float, height: float) -> "View":
        """The same place and nearness in another window."""
        fresh = fitted(width, height, self.longitude)
        return fresh.at_nearness(self.nearness).centred(self.longitude, self.latitude)


def fitted(width: float, height: float, longitude: float = 0.0) -> View:
    """The whole Earth around a longitude, without bands at the sides; flat windows crop the poles."""
    width, height = max(width, 1.0), max(height, 1.0)
    stretch = float(np.clip(2.0 * height / width, 1.0, STRETCH_LIMIT))
    return View(width, height, longitude, 0.0, _least(width, height, stretch), stretch)


def _least(width: float, height: float, stretch: float) -> float:
    """The smallest scale at which the Earth covers the window and appears no more than once."""
    return max(width / 360.0, height / 180.0 / stretch)
