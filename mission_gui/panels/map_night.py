"""The shade of night: soft, and cheap to move along as the Earth turns."""

from dataclasses import replace
from functools import lru_cache
from math import acos, ceil, cos, floor, pi, radians, sin

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from mission_gui.panels.map_paint import canvas
from mission_gui.panels.map_view import View
from mission_gui.theme import Style

_COARSE = 4
"""Pixels to one of the small picture that is scaled up."""
_ROWS = 64
"""Device pixels: of each so many rows only what lies in the shade is copied."""
_SOFT = 0.4
"""Degrees of the Sun above the horizon where the shade begins, and a little more."""
_DECLINATION = 0.25
"""Degrees in which a band takes the Sun's latitude: less than a pixel where the whole Earth is shown."""
_LARGEST_BAND = 9e6
"""Device pixels of a band that is worth its memory."""


def draw_night(painter: QPainter, view: View, style: Style, ratio: float, sun: tuple[float, float]) -> None:
    """Lays the shade over the whole map; `sun`: longitude and latitude below it, degrees."""
    turned = view.width + 360.0 * view.scale
    if turned * view.height * ratio**2 > _LARGEST_BAND:
        lay(painter, night_layer(view, style, *sun))
        return
    # Scaling a new shade for every moment costs more than the rest of the map: one band that holds a whole turn
    # more than the map is wide is kept, and the part of it that suits the Sun is copied.
    latitude = _DECLINATION * round(sun[1] / _DECLINATION)
    band = _band(replace(view, width=turned, longitude=turned / view.scale / 2), style, ratio, latitude)
    start = round((view.west - sun[0]) % 360.0 * view.scale * ratio)
    end, turn = start + round(view.width * ratio), 360.0 * view.scale * ratio
    for top in range(0, band.height(), _ROWS):
        rows = min(_ROWS, band.height() - top)
        first = _dusk(view, latitude, top / ratio, (top + rows) / ratio)
        for lap in range(3):
            left = max(floor((lap + first) * turn), start)
            right = min(ceil((lap + 1 - first) * turn), end)
            if right > left:
                corner = QPointF((left - start) / ratio, top / ratio)
                painter.drawPixmap(corner, band, QRectF(left, top, right - left, rows))


def _dusk(view: View, sun: float, top: float, bottom: float) -> float:
    """The part of a turn east of the Sun from which on there is shade between two rows; by day a half."""
    low, slant = sin(radians(_SOFT)), radians(sun)
    found = 0.5
    for y in (top - 2 * _COARSE, bottom + 2 * _COARSE):
        latitude = radians(min(max(view.latitude - (y - view.height / 2) / view.scale / view.stretch, -89.9), 89.9))
        cosine = (low - sin(latitude) * sin(slant)) / (cos(latitude) * cos(slant))
        found = min(found, acos(min(max(cosine, -1.0), 1.0)) / (2 * pi))
    return max(found - 2 * _COARSE / view.scale / 360.0, 0.0)


@lru_cache(maxsize=2)
def _band(view: View, style: Style, ratio: float, latitude: float) -> QPixmap:
    """The shade from the longitude below the Sun eastward."""
    band = canvas(view.width, view.height, ratio)
    band.fill(Qt.GlobalColor.transparent)
    painter = QPainter(band)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    lay(painter, night_layer(view, style, 0.0, latitude))
    painter.end()
    return band


def night_layer(view: View, style: Style, longitude: float, latitude: float) -> QImage:
    """The shade of night in four soft steps: the Sun down, and 6, 12 and 18 degrees below the horizon.

    A small picture that is scaled smoothly over the map; `longitude`, `latitude`: below the Sun, degrees.
    """
    columns, rows = int(view.width / _COARSE) + 2, int(view.height / _COARSE) + 2
    x = np.radians(view.west - longitude + (np.arange(columns) + 0.5) * _COARSE / view.scale)
    north = view.box[3]
    y = np.radians(north - (np.arange(rows) + 0.5) * _COARSE / view.scale / view.stretch)
    sun = np.radians(latitude)
    height = np.sin(y)[:, None] * np.sin(sun) + (np.cos(y) * np.cos(sun))[:, None] * np.cos(x)[None, :]
    pixels = np.ascontiguousarray(_colors(style)[((height + 1) * 1023.5).astype(np.intp)])
    image = QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()


def lay(painter: QPainter, shade: QImage) -> None:
    """Scales the small picture over the map."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(0, 0, shade.width() * _COARSE, shade.height() * _COARSE), shade)
    painter.restore()


@lru_cache(maxsize=8)
def _colors(style: Style) -> NDArray[np.uint32]:
    """Premultiplied colours by the sine of the Sun's height, -1 to 1 in 2048 steps."""
    degrees = np.degrees(np.arcsin(np.linspace(-1, 1, 2048)))
    soft = 0.35
    steps = sum(np.clip((-limit - degrees) / soft / 2 + 0.5, 0, 1) for limit in (0.0, 6.0, 12.0, 18.0))
    alpha = 1 - (1 - style.theme.night_opacity) ** steps
    color = style.color("night")
    parts = [(np.round(alpha * value)).astype(np.uint32) for value in (255, color.red(), color.green(), color.blue())]
    return (parts[0] << 24 | parts[1] << 16 | parts[2] << 8 | parts[3]).astype(np.uint32)
