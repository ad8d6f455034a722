"""The map's ground: geography, graticule, night, drawn once into pictures; and small drawing tools."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPixmap, QPolygonF
from shiboken6 import Shiboken

from mission_gui.panels.map_shapes import Points, Shapes, region, world
from mission_gui.panels.map_view import View
from mission_gui.theme import Style

_FINE = 3.0
"""From this many device pixels per degree on the finer coast is drawn."""
_NIGHT_STEP = 4
_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


def polygon(xy: Points) -> QPolygonF:
    """Points (n, 2) as Qt's polygon, copied in one go."""
    shape = QPolygonF()
    if not len(xy):
        return shape
    shape.resize(len(xy))
    memory = Shiboken.VoidPtr(shape.data(), len(xy) * 16, True)  # type: ignore[call-arg, arg-type]
    np.frombuffer(memory, dtype=np.float64).reshape(-1, 2)[:] = xy  # type: ignore[call-overload]
    return shape


def canvas(width: float, height: float, ratio: float) -> QPixmap:
    """An empty picture of a size in logical pixels."""
    pixmap = QPixmap(max(round(width * ratio), 1), max(round(height * ratio), 1))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def base_layer(view: View, style: Style, ratio: float) -> QPixmap:
    """Ocean, land, lakes, coast, borders and graticule."""
    pixmap = canvas(view.width, view.height, ratio)
    pixmap.fill(style.color("ocean"))
    painter = QPainter(pixmap)
    painter.setRenderHints(_SMOOTH)
    detail = "50m" if view.scale * ratio >= _FINE else "110m"
    earth = world()
    _fill(painter, view, earth.land[detail], style.color("land"), ratio)
    _graticule(painter, view, style)
    borders, lakes = earth.borders[detail], earth.lakes
    if _within_region(view):
        borders, lakes, _ = region()
    _fill(painter, view, lakes, style.color("ocean"), ratio)
    _stroke(painter, view, borders, QPen(style.color("border"), style.px(0.7)), ratio)
    if detail == "50m":
        _stroke(painter, view, lakes, QPen(style.color("coast", 0.6), style.px(0.6)), ratio)
    _stroke(painter, view, earth.coast[detail], QPen(style.color("coast"), style.px(0.8)), ratio)
    painter.end()
    return pixmap


def _within_region(view: View) -> bool:
    west, south, east, north = region()[2]
    left, bottom, right, top = view.box
    return view.scale > 20 and left > west - 4 and right < east + 4 and bottom > south - 4 and top < north + 4


def _lines(view: View, shapes: Shapes, ratio: float) -> list[Points]:
    """The lines in view as pixels, without the points that would fall on the pixel before."""
    xy = view.points(shapes.points)
    cells = np.floor(xy * (ratio / 0.75)).astype(np.int32)
    keep = np.ones(len(xy), dtype=bool)
    keep[1:] = np.any(cells[1:] != cells[:-1], axis=1)
    keep[shapes.offsets[:-1]] = keep[shapes.offsets[1:] - 1] = True
    offsets = np.concatenate([[0], np.cumsum(keep)])[shapes.offsets]
    kept = xy[keep]
    return [kept[offsets[i] : offsets[i + 1]] + (turn * view.scale, 0.0) for turn, i in shapes.near(*view.box)]


def _fill(painter: QPainter, view: View, shapes: Shapes, color: QColor, ratio: float) -> None:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for line in _lines(view, shapes, ratio):
        if len(line) > 3:
            path.addPolygon(polygon(line))
    painter.fillPath(path, color)


def _stroke(painter: QPainter, view: View, shapes: Shapes, pen: QPen, ratio: float) -> None:
    # Qt's fast path ends at one device pixel: a wider pen over a long path takes a hundred times as long.
    if pen.widthF() * ratio <= 1.2:
        pen.setWidthF(1.0)
        pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for line in _lines(view, shapes, ratio):
        for start in range(0, max(len(line) - 1, 1), 60):
            painter.drawPolyline(polygon(line[start : start + 61]))


def grid_step(view: View) -> float:
    """Degrees between the lines of the graticule: about a tenth of the width."""
    wanted = view.width / view.scale / 12
    return next((step for step in (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30) if step >= wanted), 30)


def grid_lines(view: View) -> tuple[list[float], list[float]]:
    """Longitudes and latitudes of the graticule in view."""
    west, south, east, north = view.box
    step = grid_step(view)
    longitudes = [step * k for k in range(int(np.ceil(west / step)), int(np.floor(east / step)) + 1)]
    latitudes = [step * k for k in range(int(np.ceil(south / step)), int(np.floor(north / step)) + 1)]
    return longitudes, [y for y in latitudes if abs(y) < 90]


def _graticule(painter: QPainter, view: View, style: Style) -> None:
    painter.setPen(QPen(style.color("graticule"), 1))
    longitudes, latitudes = grid_lines(view)
    for longitude in longitudes:
        x = round((longitude - view.west) * view.scale) + 0.5
        painter.drawLine(QPointF(x, 0), QPointF(x, view.height))
    for latitude in latitudes:
        y = round(view.xy(view.longitude, latitude)[1]) + 0.5
        painter.drawLine(QPointF(0, y), QPointF(view.width, y))


def night_layer(view: View, style: Style, longitude: float, latitude: float) -> QImage:
    """The shade of night in four soft steps: the Sun down, and 6, 12 and 18 degrees below the horizon.

    A small picture that is scaled smoothly over the map; `longitude`, `latitude`: below the Sun, degrees.
    """
    columns, rows = int(view.width / _NIGHT_STEP) + 2, int(view.height / _NIGHT_STEP) + 2
    x = np.radians(view.west - longitude + (np.arange(columns) + 0.5) * _NIGHT_STEP / view.scale)
    north = view.box[3]
    y = np.radians(north - (np.arange(rows) + 0.5) * _NIGHT_STEP / view.scale / view.stretch)
    sun = np.radians(latitude)
    height = np.sin(y)[:, None] * np.sin(sun) + (np.cos(y) * np.cos(sun))[:, None] * np.cos(x)[None, :]
    pixels = np.ascontiguousarray(_night_colors(style)[((height + 1) * 1023.5).astype(np.intp)])
    image = QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()


@lru_cache(maxsize=8)
def _night_colors(style: Style) -> NDArray[np.uint32]:
    """Premultiplied colours by the sine of the Sun's height, -1 to 1 in 2048 steps."""
    degrees = np.degrees(np.arcsin(np.linspace(-1, 1, 2048)))
    soft = 0.35
    steps = sum(np.clip((-limit - degrees) / soft / 2 + 0.5, 0, 1) for limit in (0.0, 6.0, 12.0, 18.0))
    alpha = 1 - (1 - style.theme.night_opacity) ** steps
    color = style.color("night")
    parts = [(np.round(alpha * value)).astype(np.uint32) for value in (255, color.red(), color.green(), color.blue())]
    return (parts[0] << 24 | parts[1] << 16 | parts[2] << 8 | parts[3]).astype(np.uint32)


def draw_night(painter: QPainter, view: View, shade: QImage) -> None:
    """Lays the shade over the whole map."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(0, 0, shade.width() * _NIGHT_STEP, shade.height() * _NIGHT_STEP), shade)


def edge_labels(view: View) -> list[tuple[str, float, float, bool]]:
    """Text and place of each label of the graticule, and whether it names a latitude (right edge)."""
    step = grid_step(view)
    digits = 1 if step < 1 else 0
    longitudes, latitudes = grid_lines(view)
    found = []
    for longitude in longitudes:
        value = (longitude + 180.0) % 360.0 - 180.0
        found.append((_degrees(value, "E", "W", digits), (longitude - view.west) * view.scale, view.height, False))
    for latitude in latitudes:
        found.append((_degrees(latitude, "N", "S", digits), view.width, view.xy(view.longitude, latitude)[1], True))
    return found


def _degrees(value: float, positive: str, negative: str, digits: int) -> str:
    if abs(value) < 1e-9 or (positive == "E" and abs(value) > 179.99):
        return f"{abs(value):.0f}°"
    return f"{abs(value):.{digits}f}°{positive if value > 0 else negative}"


@lru_cache(maxsize=256)
def text_sprite(text: str, style: Style, font: QFont, color: str, halo: str, ratio: float) -> QPixmap:
    """A text with a soft edge in the ground's colour, so that lines behind it do not disturb."""
    metrics = QFontMetricsF(font)
    rim = style.px(2.0)
    width, height = metrics.horizontalAdvance(text) + 2 * rim, metrics.height() + 2 * rim
    pixmap = canvas(width, height, ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHints(_SMOOTH)
    path = QPainterPath()
    path.addText(QPointF(rim, rim + metrics.ascent()), font, text)
    pen = QPen(style.color(halo, 0.8), 2 * rim)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    painter.setPen(style.color(color))
    painter.setFont(font)
    painter.drawText(QPointF(rim, rim + metrics.ascent()), text)
    painter.end()
    return pixmap


@lru_cache(maxsize=1024)
def text_size(text: str, font: QFont) -> tuple[float, float]:
    """Width and height of a text, logical pixels."""
    metrics = QFontMetricsF(font)
    return metrics.horizontalAdvance(text), metrics.ascent() + metrics.descent() * 0.6
