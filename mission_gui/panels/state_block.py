"""The state block and the legend that lie over the map."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from mission_gui.panels.map_marks import draw_box, draw_station
from mission_gui.panels.map_paint import canvas, text_size
from mission_gui.theme import Style

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ROW = 19.0
_WIDEST = "−20 000.0 km/s"
LEGEND = (
    ("flown", "soyuz", "line"),
    ("burn", "burn", "bar"),
    ("to come", "soyuz_text", "dots"),
    ("ISS", "iss", "thin"),
    ("ground station", "station", "triangle"),
)


@lru_cache(maxsize=16)
def state_size(style: Style, names: tuple[str, ...]) -> tuple[float, float]:
    """Width and height of the block; the width depends on the names only, so that it never jumps."""
    widest = max(text_size(name, style.sans("small"))[0] for name in names)
    readings = text_size(_WIDEST, style.mono("small", 500))[0]
    return widest + readings + style.px(24), style.px(_ROW * (len(names) + 1) + 14)


def draw_state(painter: QPainter, style: Style, box: QRectF, rows: Sequence[tuple[str, str]], basis: str) -> None:
    """Names at the left, readings at the right, below them where the figures come from."""
    draw_box(painter, style, box)
    row = QRectF(box.left() + style.px(12), box.top() + style.px(6), box.width() - style.px(24), style.px(_ROW))
    for name, value in rows:
        painter.setFont(style.sans("small"))
        painter.setPen(style.color("second"))
        painter.drawText(row, _LEFT, name)
        painter.setFont(style.mono("small", 500))
        painter.setPen(style.color("text"))
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, value)
        row.translate(0, row.height())
    painter.setFont(style.sans("small"))
    painter.setPen(style.color("third"))
    painter.drawText(row, _LEFT, f"◇ {basis}")


@lru_cache(maxsize=64)
def legend_size(style: Style, count: int) -> tuple[float, float]:
    """Width and height of the legend with its first `count` entries."""
    text = sum(text_size(name, style.sans("small"))[0] for name, _, _ in LEGEND[:count])
    return text + style.px(24 + 28 * count + 16 * (count - 1)), style.px(30)


@lru_cache(maxsize=8)
def legend_picture(style: Style, count: int, ratio: float) -> QPixmap:
    """The kinds of line in a row."""
    width, height = legend_size(style, count)
    picture = canvas(width, height, ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    box = QRectF(0, 0, width, height)
    draw_box(painter, style, box)
    painter.setFont(style.sans("small"))
    x, y = box.left() + style.px(12), box.center().y()
    for name, color, kind in LEGEND[:count]:
        _sample(painter, style, x, y, color, kind)
        x += style.px(28)
        length = text_size(name, style.sans("small"))[0]
        painter.setPen(style.color("second"))
        painter.drawText(QRectF(x, box.top(), length + 2, box.height()), _LEFT, name)
        x += length + style.px(16)
    painter.end()
    return picture


def _sample(painter: QPainter, style: Style, x: float, y: float, color: str, kind: str) -> None:
    length = style.px(20)
    if kind == "triangle":
        draw_station(painter, style, x + length / 2, y, False)
        return
    if kind == "dots":
        size = style.px(1.9)
        painter.setPen(QPen(style.color(color), size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints([QPointF(x + k * 2.4 * size, y) for k in range(int(length / size / 2.4) + 1)])
        return
    width = {"line": 2.2, "bar": 4.5, "thin": 1.4}[kind]
    pen = QPen(style.color(color), style.px(width), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QLineF(x, y, x + length, y))
