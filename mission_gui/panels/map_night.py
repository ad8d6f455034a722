"""The shade of night: soft, and cheap to move along as the Earth turns."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from math import acos, ceil, cos, floor, pi, radians, sin

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QRegion

from mission_gui.panels.layer import VECTOR, raster
from mission_gui.panels.map_paint import polygon
from mission_gui.panels.map_shapes import Points
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
_NIGHT = 14.0
"""Degrees of the Sun below the horizon where imagery shows the whole night."""
_STEPS = (0.0, -6.0, -12.0, -18.0)
"""Heights of the Sun, degrees, below which the shade grows by a step."""
_FINE = 2.0
"""Pixels between the corners of a shape."""
_LARGEST_BAND = 9e6
"""Device pixels of a band that is worth its memory."""


def draw_night(
    painter: QPainter, view: View, style: Style, ratio: float, sun: tuple[float, float], once: bool = False
) -> None:
    """Lays the shade over the whole map; `sun`: longitude and latitude below it, degrees.

    For a view that is seen only `once` nothing is kept.
    """
    if ratio == VECTOR:
        _fill_night(painter, view, style, sun)
    elif once:
        lay(painter, night_layer(view, style, *sun))
    else:
        _draw_shade(painter, view, style, ratio, sun, spans(view, ratio, sun, _SOFT, min))


def _fill_night(painter: QPainter, view: View, style: Style, sun: tuple[float, float]) -> None:
    """The four steps as shapes, for a file that has no pixels."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color("night", style.theme.night_opacity))
    for height in _STEPS:
        for shape in night_shapes(view, sun, height):
            painter.drawPolygon(polygon(shape))
    painter.restore()


def night_shapes(view: View, sun: tuple[float, float], height: float) -> list[Points]:
    """Outlines in pixels of where the Sun stands lower than a height, degrees: one for each turn in view."""
    west, south, east, north = view.box
    latitude = np.clip(np.linspace(north, south, round(view.height / _FINE) + 2), -89.99, 89.99)
    y, slant = np.radians(latitude), radians(sun[1])
    cosine = (sin(radians(height)) - np.sin(y) * sin(slant)) / (np.cos(y) * cos(slant))
    day = np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0)))
    dark = day < 180.0
    if not dark.any():
        return []
    edge = np.concatenate([sun[0] + day[dark], (sun[0] + 360.0 - day[dark])[::-1]])
    outline = np.column_stack([edge, np.concatenate([latitude[dark], latitude[dark][::-1]])])
    first, last = floor((west - sun[0] - 360.0) / 360.0), ceil((east - sun[0]) / 360.0)
    return [view.points(outline + (360.0 * turn, 0.0)) for turn in range(first, last + 1)]


def draw_dark(painter: QPainter, view: View, ratio: float, sun: tuple[float, float], night: QPixmap) -> None:
    """Draws the picture of the night where it is night, and less and less of it through the dusk."""
    whole = QRegion()
    for part in spans(view, ratio, sun, -_NIGHT, max):
        painter.drawPixmap(_corner(part, ratio), night, QRectF(part))
        whole += part
    shaded = spans(view, ratio, sun, _SOFT, min)
    dusk = [part for area in shaded for part in QRegion(area) - whole]  # type: ignore[attr-defined]
    if not dusk:
        return
    sheet = _sheet(night.width(), night.height(), ratio)
    brush = QPainter(sheet)
    brush.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    _draw_shade(brush, view, None, ratio, sun, dusk)
    brush.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    for part in dusk:
        brush.drawPixmap(_corner(part, ratio), night, QRectF(part))
    brush.end()
    for part in dusk:
        painter.drawPixmap(_corner(part, ratio), sheet, QRectF(part))


@lru_cache(maxsize=1)
def _sheet(width: int, height: int, ratio: float) -> QPixmap:
    sheet = QPixmap(width, height)
    sheet.setDevicePixelRatio(ratio)
    sheet.fill(Qt.GlobalColor.transparent)
    return sheet


def _corner(part: QRect, ratio: float) -> QPointF:
    return QPointF(part.left() / ratio, part.top() / ratio)


def _draw_shade(
    painter: QPainter, view: View, style: Style | None, ratio: float, sun: tuple[float, float], parts: list[QRect]
) -> None:
    """The shade of some parts of the map, device pixels."""
    turned = view.width + 360.0 * view.scale
    if turned * view.height * ratio**2 > _LARGEST_BAND:
        if parts:
            lay(painter, night_layer(view, style, *sun))
        return
    # Scaling a new shade for every moment costs more than the rest of the map: one band that holds a whole turn
    # more than the map is wide is kept, and the part of it that suits the Sun is copied.
    band = _band(replace(view, width=turned, longitude=turned / view.scale / 2), style, ratio, _declination(sun))
    start = _start(view, ratio, sun)
    for part in parts:
        painter.drawPixmap(_corner(part, ratio), band, QRectF(part.translated(start, 0)))


def _start(view: View, ratio: float, sun: tuple[float, float]) -> int:
    """How far east of the Sun the left edge is, device pixels."""
    return round((view.west - sun[0]) % 360.0 * view.scale * ratio)


def _declination(sun: tuple[float, float]) -> float:
    return _DECLINATION * round(sun[1] / _DECLINATION)


def spans(
    view: View, ratio: float, sun: tuple[float, float], height: float, choose: Callable[[list[float]], float]
) -> list[QRect]:
    """Where on the map, device pixels, the Sun stands lower than a height (degrees).

    By `choose` in any of the rows that are taken together (`min`), or in all of them (`max`).
    """
    start, declination = _start(view, ratio, sun), _declination(sun)
    end, turn = start + round(view.width * ratio), 360.0 * view.scale * ratio
    tall, found = round(view.height * ratio), []
    for top, first in zip(range(0, tall, _ROWS), _edges(view, ratio, declination, height, choose), strict=True):
        rows = min(_ROWS, tall - top)
        for lap in range(3):
            left = max(floor((lap + first) * turn), start)
            right = min(ceil((lap + 1 - first) * turn), end)
            if right > left:
                found.append(QRect(left - start, top, right - left, rows))
    return found


@lru_cache(maxsize=16)
def _edges(
    view: View, ratio: float, declination: float, height: float, choose: Callable[[list[float]], float]
) -> tuple[float, ...]:
    """`_below` of each band of rows, which stays as long as the Sun's latitude."""
    tall = round(view.height * ratio)
    bands = ((top, min(top + _ROWS, tall)) for top in range(0, tall, _ROWS))
    return tuple(_below(view, declination, top / ratio, foot / ratio, height, choose) for top, foot in bands)


def _below(
    view: View, sun: float, top: float, bottom: float, height: float, choose: Callable[[list[float]], float]
) -> float:
    """The part of a turn east of the Sun from which on it stands lower than a height between two rows."""
    low, slant, parts = sin(radians(height)), radians(sun), []
    for k in range(5):
        y = top - 2 * _COARSE + (bottom - top + 4 * _COARSE) * k / 4
        latitude = radians(min(max(view.latitude - (y - view.height / 2) / view.scale / view.stretch, -89.9), 89.9))
        cosine = (low - sin(latitude) * sin(slant)) / (cos(latitude) * cos(slant))
        parts.append(acos(min(max(cosine, -1.0), 1.0)) / (2 * pi))
    margin = 2 * _COARSE / view.scale / 360.0
    return max(choose(parts) + (margin if choose is max else -margin), 0.0)


@lru_cache(maxsize=2)
def _band(view: View, style: Style | None, ratio: float, latitude: float) -> QPixmap:
    """The shade from the longitude below the Sun eastward."""
    band = raster(view.width, view.height, ratio)
    band.fill(Qt.GlobalColor.transparent)
    painter = QPainter(band)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    lay(painter, night_layer(view, style, 0.0, latitude))
    painter.end()
    return band


def night_layer(view: View, style: Style | None, longitude: float, latitude: float) -> QImage:
    """The shade of night in four soft steps: the Sun down, and 6, 12 and 18 degrees below the horizon.

    A small picture that is scaled smoothly over the map; `longitude`, `latitude`: below the Sun, degrees. Without a
    style it is opaque where it is night, and softly less so through the dusk.
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
    """Scales the small picture over the map; a shade that is the same everywhere is laid without."""
    pixels = np.array(shade.constBits(), dtype=np.uint8).reshape(shade.height(), -1, 4)
    if np.all(pixels == pixels[0, 0]):
        color = QColor.fromRgba(shade.pixel(0, 0))
        painter.fillRect(QRectF(0, 0, shade.width() * _COARSE, shade.height() * _COARSE), color)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(0, 0, shade.width() * _COARSE, shade.height() * _COARSE), shade)
    painter.restore()


@lru_cache(maxsize=8)
def _colors(style: Style | None) -> NDArray[np.uint32]:
    """Premultiplied colours by the sine of the Sun's height, -1 to 1 in 2048 steps."""
    degrees = np.degrees(np.arcsin(np.linspace(-1, 1, 2048)))
    if style is None:
        dusk = np.clip(-degrees / _NIGHT, 0, 1)
        return _premultiplied(dusk * dusk * (3 - 2 * dusk), QColor(0, 0, 0))
    soft = 0.35
    limits = np.array(_STEPS)[:, None]
    steps = np.clip((limits - degrees) / soft / 2 + 0.5, 0, 1).sum(axis=0)
    return _premultiplied(1 - (1 - style.theme.night_opacity) ** steps, style.color("night"))


def _premultiplied(alpha: NDArray[np.float64], color: QColor) -> NDArray[np.uint32]:
    parts = [(np.round(alpha * value)).astype(np.uint32) for value in (255, color.red(), color.green(), color.blue())]
    return (parts[0] << 24 | parts[1] << 16 | parts[2] << 8 | parts[3]).astype(np.uint32)
