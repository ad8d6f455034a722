"""Tracks laid on the map by copying: each part is stroked once for a view and kept in narrow columns.

A wide smooth pen along an orbit takes milliseconds, the same orbit copied from columns a tenth of one. A stretch of
time is a range of columns because a ship that flies east is at each longitude once in a turn around the Earth.
"""

from math import ceil, floor

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from mission_gui.panels.layer import VECTOR
from mission_gui.panels.map_lines import thinned
from mission_gui.panels.map_paint import polygon
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_track import DOT_SPACING, Track, draw_dots, draw_line
from mission_gui.panels.map_view import View

_COLUMN = 64
"""Device pixels of a column's width."""
_STEEPEST = 4.0
"""Degrees north or south to one east, beyond which a column would show too much of the track at once."""


class Ribbon:
    """A track in one pen over one view, dotted or whole, of which any stretch of time is drawn cheaply."""

    def __init__(self, view: View, ratio: float, way: Track, pen: QPen, dotted: bool = False) -> None:
        self._view, self._ratio, self._way, self._pen, self._dotted = view, ratio, way, pen, dotted
        self._turn = 360.0 * view.scale
        last = eastward(way)
        self.ends = float(way.t[last])
        self._t, self._longitude = way.t[: last + 1], way.longitude[: last + 1]
        lonlat = np.column_stack([self._longitude, way.latitude[: last + 1]])
        self._line = thinned(view.points(lonlat), 2.0)
        self._columns: dict[tuple[int, int], tuple[QPixmap, QPointF] | None] = {}

    def draw(self, painter: QPainter, start: float, end: float, opacity: float = 1.0) -> None:
        """The stretch between two moments."""
        painter.setOpacity(opacity)
        left, right = max(start, float(self._t[0])), min(end, self.ends)
        if self._ratio == VECTOR:
            self._stroke(painter, left, end)
        elif right > left:
            # A slanting end reaches a little beyond its own moment.
            rim = self._pen.widthF()
            before, after = rim * (left == self._t[0]), rim * (right == self.ends)
            self._lay(painter, self._x(left) - before, self._x(right) + after)
        if self._ratio != VECTOR and end > max(start, self.ends):
            self._stroke(painter, max(start, self.ends), end)
        painter.setOpacity(1.0)

    def _x(self, t: float) -> float:
        """Pixels east of the map's left edge, counted on from turn to turn."""
        return (float(np.interp(t, self._t, self._longitude)) - self._view.west) * self._view.scale

    def _lay(self, painter: QPainter, left: float, right: float) -> None:
        for lap in range(floor(left / self._turn), floor(right / self._turn) + 1):
            first = max(round((left - lap * self._turn) * self._ratio), 0)
            last = min(round((right - lap * self._turn) * self._ratio), round(self._view.width * self._ratio))
            for column in range(first // _COLUMN, ceil(last / _COLUMN) if last > first else 0):
                key = lap, column
                if key not in self._columns:
                    self._columns[key] = self._column(lap, column)
                if (kept := self._columns[key]) is not None:
                    self._copy(painter, kept, first - column * _COLUMN, last - column * _COLUMN)

    def _copy(self, painter: QPainter, kept: tuple[QPixmap, QPointF], first: int, last: int) -> None:
        """The part of a column's picture between two of its device pixels."""
        picture, at = kept
        if first <= 0 and last >= _COLUMN:
            painter.drawPixmap(at, picture)
            return
        left = max(first, 0)
        source = QRectF(left, 0, min(last, _COLUMN) - left, picture.height())
        painter.drawPixmap(at + QPointF(left / self._ratio, 0), picture, source)

    def _column(self, lap: int, column: int) -> tuple[QPixmap, QPointF] | None:
        """The picture of a column and where its corner is; None where the track is not on it."""
        rim, ratio = self._pen.widthF() + 1.0, self._ratio
        edge = lap * self._turn + column * _COLUMN / ratio
        points = self._points(edge - rim, edge + _COLUMN / ratio + rim) - (edge, 0.0)
        if not len(points):
            return None
        top = max(floor((points[:, 1].min() - rim) * ratio), 0)
        bottom = min(ceil((points[:, 1].max() + rim) * ratio), ceil(self._view.height * ratio))
        if bottom <= top:
            return None
        picture = self._painted(points - (0.0, top / ratio), bottom - top)
        return picture, QPointF(column * _COLUMN / ratio, top / ratio)

    def _painted(self, points: Points, height: int) -> QPixmap:
        picture = QPixmap(_COLUMN, height)
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen)
        if self._dotted:
            painter.drawPoints(polygon(points))
        else:
            painter.drawPolyline(polygon(points))
        painter.end()
        return picture

    def _points(self, left: float, right: float) -> Points:
        """The line's corners, or the dots, between two places; of a line also the corners just outside."""
        if not self._dotted:
            first = max(int(np.searchsorted(self._line[:, 0], left)) - 1, 0)
            corners: Points = self._line[first : int(np.searchsorted(self._line[:, 0], right)) + 1]
            return corners if len(corners) > 1 else corners[:0]
        view = self._view
        edges = [view.west + left / view.scale, view.west + right / view.scale]
        start, end = np.interp(edges, self._longitude, self._t).tolist()
        return view.points(self._way.every(DOT_SPACING * self._pen.widthF() / view.scale, start, end))

    def _stroke(self, painter: QPainter, start: float, end: float) -> None:
        if self._dotted:
            draw_dots(painter, self._view, self._way, (start, end), self._pen.color(), self._pen.widthF())
        else:
            draw_line(painter, self._view, self._way, start, end, QPen(self._pen))


def line_ribbon(view: View, ratio: float, way: Track, color: QColor, width: float) -> Ribbon:
    """A track as a line."""
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
    return Ribbon(view, ratio, way, pen)


def dot_ribbon(view: View, ratio: float, way: Track, color: QColor, size: float) -> Ribbon:
    """A track as a row of dots."""
    return Ribbon(view, ratio, way, QPen(color, size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap), dotted=True)


def eastward(way: Track) -> int:
    """The number of the last sample up to which the track leads east all the time, not too steeply."""
    east, north = np.diff(way.longitude), np.abs(np.diff(way.latitude))
    wrong = np.flatnonzero((east <= 0.0) | (north > _STEEPEST * east))
    return int(wrong[0]) if len(wrong) else len(way.t) - 1
