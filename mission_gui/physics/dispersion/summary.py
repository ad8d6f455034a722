"""Mean, spread and the ellipse of 95 % of many landings, in memory that does not grow with their number."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mission_gui.domain.trajectory import Floats
from mission_gui.physics.dispersion.problem import Landings
from mission_gui.physics.earth import MEAN_RADIUS, STANDARD_GRAVITY

_CHI2_95 = 5.991464547107979  # -2 ln 0.05: 95 % of the chi-squared distribution of two degrees of freedom
_FEWEST = 10  # landings that an ellipse needs
_FURTHEST, _NEAR = 3000e3, 20.0  # m; the range and fineness of the count of distances
_HEAVIEST, _LIGHT = 50 * STANDARD_GRAVITY, 1e-3 * STANDARD_GRAVITY


@dataclass(frozen=True, slots=True)
class Ellipse:
    """Centre along and to the right of the heading, semi-axes, m; azimuth of the longer one, rad from north by east."""

    along: float
    cross: float
    major: float
    minor: float
    azimuth: float


@dataclass(frozen=True, slots=True)
class Summary:
    """Means and standard deviations along and across, m; the radius about the nominal landing that holds 95 %, m;
    peak load: mean and the marks of 5 and 95 %, m/s2; standard deviations of the times, s. `ellipse` is None for
    fewer than ten landings."""

    samples: int
    along: tuple[float, float]
    cross: tuple[float, float]
    radius: float
    load: tuple[float, float, float]
    chute_time: float
    landing_time: float
    ellipse: Ellipse | None


class _Count:
    """How many values lie in each small stretch of a range."""

    def __init__(self, most: float, step: float) -> None:
        self.most, self.step = most, step
        self.counts: NDArray[np.int64] = np.zeros(int(most / step) + 1, dtype=np.int64)

    def add(self, values: Floats) -> None:
        places = np.clip(values, 0.0, self.most) / self.step
        self.counts += np.bincount(places.astype(np.intp), minlength=len(self.counts))[: len(self.counts)]

    def quantile(self, share: float) -> float:
        """The value that this share stays below, to the fineness of the count."""
        summed = np.cumsum(self.counts)
        return float((np.searchsorted(summed, share * summed[-1]) + 0.5) * self.step)


class Tally:
    """Adds up landings as they come (means and covariance after Chan, Golub and LeVeque 1983)."""

    def __init__(self, heading: float) -> None:
        self.heading, self.samples = heading, 0
        self.mean, self.squares = np.zeros(5), np.zeros((5, 5))
        self.distance, self.load = _Count(_FURTHEST, _NEAR), _Count(_HEAVIEST, _LIGHT)

    def add(self, part: Landings) -> None:
        """Counts these landings too."""
        rows = np.array([part.along, part.cross, part.peak_load, part.chute_time, part.landing_time])
        size, mean = rows.shape[1], rows.mean(axis=1)
        off, whole = mean - self.mean, self.samples + size
        centred = rows - mean[:, None]
        self.squares += np.einsum("in,jn->ij", centred, centred) + np.outer(off, off) * self.samples * size / whole
        self.mean = self.mean + off * size / whole
        self.samples = whole
        self.distance.add(np.hypot(part.along, part.cross))
        self.load.add(part.peak_load)

    def summary(self) -> Summary:
        """What the landings so far amount to."""
        covariance = self.squares / max(self.samples - 1, 1)
        along, cross, load, chute, landing = np.sqrt(np.diag(covariance)).tolist()
        return Summary(
            self.samples,
            (float(self.mean[0]), along),
            (float(self.mean[1]), cross),
            self.distance.quantile(0.95),
            (float(self.mean[2]), self.load.quantile(0.05), self.load.quantile(0.95)),
            chute,
            landing,
            _ellipse(self.mean[:2], covariance[:2, :2], self.heading) if self.samples >= _FEWEST else None,
        )


def _ellipse(centre: Floats, covariance: Floats, heading: float) -> Ellipse:
    sizes, axes = np.linalg.eigh(covariance)
    minor, major = np.sqrt(_CHI2_95 * np.maximum(sizes, 0.0)).tolist()
    azimuth = (heading + np.arctan2(axes[1, 1], axes[0, 1])) % np.pi
    return Ellipse(float(centre[0]), float(centre[1]), major, minor, float(azimuth))


def outline(ellipse: Ellipse, heading: float, points: int = 72) -> tuple[Floats, Floats]:
    """The ellipse's edge along and to the right of the heading, m (points + 1,), closed, counterclockwise."""
    angle = -np.linspace(0.0, 2 * np.pi, points + 1)
    turn = ellipse.azimuth - heading
    long, wide = ellipse.major * np.cos(angle), ellipse.minor * np.sin(angle)
    along = ellipse.along + long * np.cos(turn) - wide * np.sin(turn)
    return along, ellipse.cross + long * np.sin(turn) + wide * np.cos(turn)


def place(aim: tuple[float, float, float], along: Floats, cross: Floats) -> tuple[Floats, Floats]:
    """Latitude and longitude, rad, of places along and to the right of the aim's heading, on the mean sphere."""
    a, c = along / MEAN_RADIUS, cross / MEAN_RADIUS
    s, h = np.sin(aim[2]), np.cos(aim[2])
    ahead, right, up = np.sin(a) * np.cos(c), np.sin(c), np.cos(a) * np.cos(c)
    east, north = ahead * s + right * h, ahead * h - right * s
    sine = np.sin(aim[0]) * up + np.cos(aim[0]) * north
    longitude = aim[1] + np.arctan2(east, np.cos(aim[0]) * up - np.sin(aim[0]) * north)
    return np.arcsin(np.clip(sine, -1.0, 1.0)), (longitude + np.pi) % (2 * np.pi) - np.pi
