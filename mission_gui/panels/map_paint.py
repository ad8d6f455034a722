"""The map's ground: geography and graticule, drawn once into a picture; and small drawing tools."""

from collections.abc import Generator
from functools import lru_cache
from math import log2

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from shiboken6 import Shiboken

from mission_gui.panels.gradual import Gradual
from mission_gui.panels.layer import VECTOR, Layer, clear_canvas, finite, open_layer, smooth_painter
from mission_gui.panels.map_shapes import Points, Shapes, region, world
from mission_gui.panels.map_view import View
from mission_gui.theme import Style

_FINE = 3.0
"""From this many device pixels per degree on the finer coast is drawn."""
_LIGHT = 60.0
"""The same while the map is on the move: so near there is little of it."""
_RIVERS = 3.2
"""The level from which on rivers are drawn."""
_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30)
"""Degrees between the lines of the graticule."""
_PIECE, _WHOLE = 60, 10**9
"""Corners of a line that are drawn in one go: short pieces are quicker on pixels; a file takes the line whole."""
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


def fine(pen: QPen, ratio: float) -> QPen:
    """The pen, a hair thinner where that lets Qt draw many times faster: its fast path ends at one device pixel."""
    if pen.widthF() * ratio <= 1.2:
        pen.setWidthF(1.0)
        pen.setCosmetic(True)
    return pen


def base_layer(view: View, style: Style, ratio: float, rough: bool = False) -> Layer:
    """Ocean, land, lakes, coast, borders and graticule; while the map is on the move a `rough` one will do."""
    return Gradual(base_steps(view, style, ratio, rough)).value


def base_steps(view: View, style: Style, ratio: float, rough: bool = False) -> Generator[None, None, Layer]:
    """The same in steps, none of which takes long."""
    layer, painter = open_layer(QSizeF(view.width, view.height), ratio, style.color("ocean"))
    detail = "50m" if view.scale * ratio >= (_LIGHT if rough else _FINE) else "110m"
    earth = world()
    borders, lakes, rivers = earth.borders[detail], earth.lakes, earth.rivers
    try:
        _fill(painter, view, earth.land[detail], style.color("land"), ratio)
        yield
        _graticule(painter, view, style)
        if _within_region(view):
            borders, lakes, rivers = region().borders, region().lakes, region().rivers
            _stroke(painter, view, region().provinces, _dashes(style), ratio)
        if level(view, style) >= _RIVERS:
            _stroke(painter, view, rivers, QPen(style.color("coast", 0.7), style.px(0.8)), ratio)
            yield
        _fill(painter, view, lakes, style.color("ocean"), ratio)
        _stroke(painter, view, borders, QPen(style.color("border"), style.px(0.7)), ratio)
        yield
        if detail == "50m":
            _stroke(painter, view, lakes, QPen(style.color("coast", 0.6), style.px(0.6)), ratio)
        _stroke(painter, view, earth.coast[detail], QPen(style.color("coast"), style.px(0.8)), ratio)
    finally:
        painter.end()
    return layer


def paint_lines(painter: QPainter, view: View, style: Style, ratio: float) -> None:
    """Graticule and borders alone, faint, over imagery."""
    painter.setRenderHints(_SMOOTH)
    _graticule(painter, view, style, 0.4)
    detail = "50m" if view.scale * ratio >= _FINE else "110m"
    _stroke(painter, view, world().borders[detail], QPen(style.color("coast", 0.55), style.px(0.7)), ratio)


def level(view: View, style: Style) -> float:
    """How near the map is: 0 where the whole Earth is 256 pixels of base size wide, one more for each halving."""
    return log2(view.scale / style.px(1.0) * 360.0 / 256.0)


def _dashes(style: Style) -> QPen:
    """The line of a border inside a country."""
    pen = QPen(style.color("border", 0.9), style.px(0.7))
    pen.setDashPattern([5.0, 4.0])
    return pen


def _within_region(view: View) -> bool:
    west, south, east, north = region().box
    left, bottom, right, top = view.box
    return view.scale > 20 and left > west - 4 and right < east + 4 and bottom > south - 4 and top < north + 4


def _lines(view: View, shapes: Shapes, ratio: float) -> list[Points]:
    """The lines in view as pixels, without the points that would fall on the pixel before."""
    xy = view.points(shapes.points)
    cells = np.floor(xy * (finite(ratio) / 0.75)).astype(np.int32)
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
    fine(pen, ratio)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    step = _WHOLE if ratio == VECTOR else _PIECE
    for line in _lines(view, shapes, ratio):
        for start in range(0, max(len(line) - 1, 1), step):
            painter.drawPolyline(polygon(line[start : start + step + 1]))


def grid_step(view: View) -> float:
    """Degrees between the lines of the graticule: about a tenth of the width."""
    wanted = view.width / view.scale / 12
    return next((step for step in _STEPS if step >= wanted), 30)


def grid_lines(view: View) -> tuple[list[float], list[float]]:
    """Longitudes and latitudes of the graticule in view."""
    west, south, east, north = view.box
    step = grid_step(view)
    longitudes = [step * k for k in range(int(np.ceil(west / step)), int(np.floor(east / step)) + 1)]
    latitudes = [step * k for k in range(int(np.ceil(south / step)), int(np.floor(north / step)) + 1)]
    return longitudes, [y for y in latitudes if abs(y) < 90]


def _graticule(painter: QPainter, view: View, style: Style, opacity: float = 1.0) -> None:
    painter.setPen(QPen(style.color("graticule", opacity), 1))
    longitudes, latitudes = grid_lines(view)
    for longitude in longitudes:
        x = round((longitude - view.west) * view.scale) + 0.5
        painter.drawLine(QPointF(x, 0), QPointF(x, view.height))
    for latitude in latitudes:
        y = round(view.xy(view.longitude, latitude)[1]) + 0.5
        painter.drawLine(QPointF(0, y), QPointF(view.width, y))


def rect(box: tuple[float, float, float, float]) -> QRectF:
    """Left, top, right and bottom as Qt's rectangle."""
    return QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])


def on_pixel(x: float, y: float, ratio: float) -> QPointF:
    """The nearest place where a picture needs no smoothing."""
    if ratio == VECTOR:
        return QPointF(x, y)
    return QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio)


def spot(x: float, y: float, ratio: float) -> tuple[int, int]:
    """A place to a quarter of a device pixel: what moves by less is not seen to move."""
    return round(4 * x * ratio), round(4 * y * ratio)


@lru_cache(maxsize=256)
def text_sprite(text: str, style: Style, font: QFont, color: str, halo: str, ratio: float) -> Layer:
    """A text with a soft edge in the ground's colour, so that lines behind it do not disturb."""
    metrics = QFontMetricsF(font)
    rim = style.px(2.0)
    width, height = metrics.horizontalAdvance(text) + 2 * rim, metrics.height() + 2 * rim
    layer = clear_canvas(width, height, ratio)
    painter = smooth_painter(layer)
    path = QPainterPath()
    path.addText(QPointF(rim, rim + metrics.ascent()), font, text)
    pen = QPen(style.color(halo, style.theme.rim), 2 * rim)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    painter.setPen(style.color(color))
    painter.setFont(font)
    painter.drawText(QPointF(rim, rim + metrics.ascent()), text)
    painter.end()
    return layer


@lru_cache(maxsize=1024)
def text_size(text: str, font: QFont) -> tuple[float, float]:
    """Width and height of a text, logical pixels."""
    metrics = QFontMetricsF(font)
    return metrics.horizontalAdvance(text), metrics.ascent() + metrics.descent() * 0.6
