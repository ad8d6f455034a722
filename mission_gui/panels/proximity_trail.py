"""The path on one plot: drawn between any two moments, solid or dotted, and asked which moment is near a pixel."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from mission_gui.domain.trajectory import Floats
from mission_gui.panels.map_lines import between, needed
from mission_gui.panels.map_paint import polygon
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.proximity_path import Path
from mission_gui.panels.proximity_view import Plane
from mission_gui.theme import Style

_SPACING = 4.6
"""Pixels between dots."""
_CHUNK = 150.0
_ERROR = 0.1
"""Pixels by which a line drawn through fewer points may stray at most; mostly it is a quarter of that."""
_ARROWS = 170.0


class Trail:
    """The pieces of the path that are on a plot, with dots that stay where they are.

    Where `beside` is another plot, only what is on that one too: what it leaves out says nothing here either.
    """

    def __init__(self, path: Path, plane: Plane, style: Style, beside: Plane | None = None) -> None:
        self.plane, self.style = plane, style
        xy = plane.points(path.place)
        steps = np.hypot(*np.diff(xy, axis=0).T)
        # A little more with every second, so that each length has one moment even where the ship rests.
        length = np.concatenate([[0.0], np.cumsum(steps)]) + 1e-6 * (path.t - path.t[0])
        self._t, self._length = path.t, length
        margin = style.px(20)
        touched = _touched(xy, plane, margin)
        if beside is not None:
            touched &= _touched(beside.points(path.place), beside, margin)
        runs = _runs(touched)
        self.pieces = [(path.t[run], xy[run]) for run in runs]
        self._corners = [t[needed(line, _ERROR)] for t, line in self.pieces]
        stretches = [(length[run], xy[run]) for run in runs]
        self._dot_t, self._dots = self._every(stretches, style.px(_SPACING))
        self.heads = self._heads(stretches)

    def _every(self, stretches: list[tuple[Floats, Points]], spacing: float) -> tuple[Floats, Points]:
        """Moments and pixels at whole multiples of a length along the path, where it is in sight."""
        found = [
            (marks, np.column_stack([np.interp(marks, length, xy[:, k]) for k in (0, 1)]))
            for length, xy in stretches
            for marks in [spacing * np.arange(np.ceil(length[0] / spacing), np.floor(length[-1] / spacing) + 1)]
        ]
        marks = np.concatenate([np.empty(0), *(lengths for lengths, _ in found)])
        points = np.concatenate([np.empty((0, 2)), *(xy for _, xy in found)])
        return np.interp(marks, self._length, self._t), points

    def _heads(self, stretches: list[tuple[Floats, Points]]) -> list[QPolygonF]:
        """Arrow heads along the path, pointing the way it is flown."""
        size, heads = self.style.px(5.0), []
        times, places = self._every(stretches, self.style.px(_ARROWS))
        ahead = np.interp(np.interp(times, self._t, self._length) + 3.0, self._length, self._t)
        for later, (x, y) in zip(ahead.tolist(), places.tolist(), strict=True):
            u, v = self.place(later)
            run = float(np.hypot(u - x, v - y))
            if run > 0.5 and self.plane.shows(x, y, -size):
                heads.append(_head(x, y, (u - x) / run, (v - y) / run, size))
        return heads

    def place(self, t: float) -> tuple[float, float]:
        """The pixel of a moment whose surroundings are in sight."""
        for times, xy in self.pieces:
            if times[0] <= t <= times[-1]:
                return float(np.interp(t, times, xy[:, 0])), float(np.interp(t, times, xy[:, 1]))
        return float("nan"), float("nan")

    def chunk(self, t: float) -> tuple[float, float]:
        """The stretch of the path, two moments, that is drawn anew with each frame."""
        size = self.style.px(_CHUNK)
        k = np.floor(np.interp(t, self._t, self._length) / size)
        start, end = np.interp([k * size, (k + 1) * size], self._length, self._t).tolist()
        return start, end

    def points(self) -> Points:
        """Points along the path that names rather not cover."""
        return self._dots

    def draw_flown(self, painter: QPainter, start: float, end: float) -> None:
        """A solid stretch."""
        pen = QPen(self.style.color("soyuz"), self.style.px(2))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for (t, xy), corners in zip(self.pieces, self._corners, strict=True):
            painter.drawPolyline(polygon(np.column_stack(between(t, xy[:, 0], xy[:, 1], start, end, corners))))

    def draw_coming(self, painter: QPainter, start: float, end: float) -> None:
        """A dotted stretch."""
        pen = QPen(self.style.color("soyuz_text"), self.style.px(1.9))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(polygon(self._dots[(self._dot_t > start) & (self._dot_t <= end)]))

    def draw_heads(self, painter: QPainter) -> None:
        """Which way the path is flown."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.style.color("soyuz"))
        for head in self.heads:
            painter.drawPolygon(head)

    def nearest(self, x: float, y: float, reach: float) -> float | None:
        """The moment of the path nearest to a pixel, if it is within `reach` of it."""
        best: tuple[float, float] | None = None
        for t, xy in self.pieces:
            a, b = xy[:-1], xy[1:]
            run = b - a
            size = np.maximum(np.sum(run * run, axis=1), 1e-12)
            share = np.clip(np.sum(((x, y) - a) * run, axis=1) / size, 0.0, 1.0)
            away = np.hypot(*(a + share[:, None] * run - (x, y)).T)
            i = int(np.argmin(away))
            if away[i] <= reach and (best is None or away[i] < best[0]):
                best = float(away[i]), float(t[i] + share[i] * (t[i + 1] - t[i]))
        return None if best is None else best[1]


def _touched(xy: Points, plane: Plane, margin: float) -> NDArray[np.bool_]:
    """Which steps between samples may touch the plot."""
    low = np.minimum(xy[:-1], xy[1:])
    high = np.maximum(xy[:-1], xy[1:])
    left, right = plane.left - margin, plane.left + plane.width + margin
    inside: NDArray[np.bool_] = (
        (high[:, 0] > left) & (low[:, 0] < right) & (high[:, 1] > -margin) & (low[:, 1] < plane.height + margin)
    )
    return inside


def _runs(touched: NDArray[np.bool_]) -> list[slice]:
    """The samples of each run of steps."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], touched, [False]]).astype(int)))
    return [slice(int(a), int(b) + 1) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _head(x: float, y: float, dx: float, dy: float, size: float) -> QPolygonF:
    wings = [QPointF(x - size * (dx + k * 0.75 * dy), y - size * (dy - k * 0.75 * dx)) for k in (1, -1)]
    return QPolygonF([wings[0], QPointF(x + 0.6 * size * dx, y + 0.6 * size * dy), wings[1]])
