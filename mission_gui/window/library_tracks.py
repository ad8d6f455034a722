"""Pictures of the way home: the ground track of the last turn on a map, drawn when first seen and kept."""

from collections import OrderedDict

import numpy as np
from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from mission_gui.domain.catalogue import Entry
from mission_gui.panels.map_lines import pieces
from mission_gui.panels.map_paint import base_layer, polygon
from mission_gui.panels.map_view import View
from mission_gui.theme import Style

MOST = 400
"""Pictures kept: as many as are passed in a long scroll; each takes less time to draw than to read from a disk."""
_WORLD, _STEPPE = (65.0, 8.0, 360.0), (63.0, 46.5, 62.0)
"""Longitude and latitude of the middle, and how many degrees wide: the Earth with the way down from the South Atlantic
in one piece, and the last of it to the steppe, where one landing is told from another."""
_LARGE = 240.0
"""Width for base 13 from which on the whole Earth is shown."""


_STRETCH = {_WORLD[2]: 1.15, _STEPPE[2]: 1.45}
"""Of a degree of latitude; that of the steppe is true at its middle."""


class TrackPictures:
    """Draws them in a style; the map below is drawn once for each size."""

    def __init__(self, look: Style) -> None:
        self._look = look
        self._maps: dict[tuple[float, float, float], QPixmap] = {}
        self._kept: OrderedDict[object, QPixmap] = OrderedDict()

    def restyle(self, look: Style) -> None:
        """Another theme or type size."""
        self._look = look
        self._maps.clear()
        self._kept.clear()

    def of(self, entry: Entry, size: QSizeF, ratio: float) -> QPixmap:
        """The picture of a mission."""
        key = (entry.path, entry.track, size.width(), size.height(), ratio)
        picture = self._kept.get(key)
        if picture is None:
            picture = self._kept[key] = self._draw(entry, size, ratio)
            if len(self._kept) > MOST:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return picture

    def _view(self, size: QSizeF) -> View:
        longitude, latitude, wide = _WORLD if size.width() >= self._look.px(_LARGE) else _STEPPE
        return View(size.width(), size.height(), longitude, latitude, size.width() / wide, _STRETCH[wide])

    def _map(self, size: QSizeF, ratio: float) -> QPixmap:
        key = (size.width(), size.height(), ratio)
        if key not in self._maps:
            picture = base_layer(self._view(size), self._look, ratio)
            assert isinstance(picture, QPixmap), "the library is shown on screens only"
            self._maps[key] = picture
        return self._maps[key]

    def _draw(self, entry: Entry, size: QSizeF, ratio: float) -> QPixmap:
        picture, view, look = QPixmap(self._map(size, ratio)), self._view(size), self._look
        if len(entry.track) < 2:
            return picture
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        latitude, longitude = np.array(entry.track).T
        longitude = np.degrees(np.unwrap(np.radians(longitude)))
        wide = self._look.px(1.0)
        pen = QPen(look.color("soyuz"), 1.5 * wide)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for piece in pieces(longitude, latitude, view.west):
            painter.drawPolyline(polygon(view.points(piece)))
        painter.setPen(QPen(look.color("window"), wide))
        painter.setBrush(look.color("landing"))
        painter.drawEllipse(QPointF(*view.xy(float(longitude[-1]), float(latitude[-1]))), 3.2 * wide, 3.2 * wide)
        painter.end()
        return picture
