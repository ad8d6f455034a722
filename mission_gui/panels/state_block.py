"""The state block and the legend that lie over the map."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.facts import Text
from mission_gui.panels.layer import Layer, clear_canvas, lay, pixel_ratio, smooth_painter
from mission_gui.panels.map_marks import draw_box, draw_station
from mission_gui.panels.map_paint import on_pixel, text_size
from mission_gui.panels.map_wording import SPEEDS, SUNRISE, SUNSET
from mission_gui.theme import Style

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROW = 19.0
HALO = 0.42
"""Opacity of the bands along the track that tell of contact and of the blackout."""
_WIDEST = "−20 000.0 km/s"
_DOTS = ((0.25, 0.0), (0.4, -0.7), (0.5, 0.4), (0.65, -0.3), (0.78, 0.3))
"""Landings in the legend's small ellipse."""


class Entry(NamedTuple):
    """A kind of line or mark in the legend."""

    name: Text | str
    color: str
    kind: str

    def written(self) -> "Entry":
        """With its name in the language spoken."""
        return self._replace(name=str(self.name))


BURN = Entry(Text("burn", "импульс"), "burn", "bar")
BLACKOUT = Entry(Text("blackout", "плазма"), "critical", "halo")
CONTACT = Entry(Text("in contact", "связь"), "station", "halo")
SCATTER = Entry(Text("modelled landings, 95 % ellipse", "модельные посадки, эллипс 95 %"), "soyuz", "scatter")
COMING = Entry(Text("to come", "впереди"), "soyuz_text", "dots")
ISS = Entry(Text("ISS", "МКС"), "iss", "thin")
OTHERWISE = Entry(Text("another way down", "другой спуск"), "second", "dashes")
STATION = Entry(Text("ground station", "НИП"), "station", "triangle")
LEGEND = (
    Entry(Text("flown", "пройдено"), "soyuz", "line"),
    BURN,
    CONTACT,
    BLACKOUT,
    COMING,
    SCATTER,
    OTHERWISE,
    ISS,
    STATION,
)
LASTING = LEGEND[0]
"""What is on the map at all times."""


@lru_cache(maxsize=16)
def state_size(style: Style, names: tuple[str, ...]) -> tuple[float, float]:
    """Width and height of the block; whichever speed is shown, and whatever the readings, it never jumps."""
    possible = (*names, *(str(CHANNELS[speed].name) for speed in SPEEDS), str(SUNRISE), str(SUNSET))
    widest = max(text_size(name, style.sans("small"))[0] for name in possible)
    readings = text_size(_WIDEST, style.mono("small", 500))[0]
    return widest + readings + style.px(24), style.px(_ROW * (len(names) + 1) + 14)


def draw_state(painter: QPainter, style: Style, box: QRectF, rows: Sequence[tuple[str, str]], basis: str) -> None:
    """Names at the left, readings at the right, below them where the figures come from."""
    ratio = pixel_ratio(painter)
    corner = on_pixel(box.left(), box.top(), ratio)
    names = tuple(name for name, _ in rows)
    lay(painter, corner, _state_picture(style, box.width(), box.height(), names, basis, ratio))
    row = _first_row(style, box.width()).translated(corner)
    painter.setFont(style.mono("small", 500))
    painter.setPen(style.color("text"))
    for _, value in rows:
        painter.drawText(row, _RIGHT, value)
        row.translate(0, row.height())


def state_boxes(style: Style, box: QRectF, count: int) -> list[QRectF]:
    """Where the first so many rows of a block stand."""
    row = _first_row(style, box.width()).translated(box.topLeft()).adjusted(-style.px(6), 0, style.px(6), 0)
    return [row.translated(0, place * row.height()) for place in range(count)]


def _first_row(style: Style, width: float) -> QRectF:
    return QRectF(style.px(12), style.px(6), width - style.px(24), style.px(_ROW))


@lru_cache(maxsize=16)
def _state_picture(
    style: Style, width: float, height: float, names: tuple[str, ...], basis: str, ratio: float
) -> Layer:
    """The block without its readings."""
    picture = clear_canvas(width, height, ratio)
    painter = smooth_painter(picture)
    draw_box(painter, style, QRectF(0, 0, width, height))
    painter.setFont(style.sans("small"))
    row = _first_row(style, width)
    for name, color in [*((name, "second") for name in names), (f"◇ {basis}", "third")]:
        painter.setPen(style.color(color))
        painter.drawText(row, _LEFT, name)
        row.translate(0, row.height())
    painter.end()
    return picture


def legend_entries(style: Style, room: float, present: Collection[Entry]) -> tuple[Entry, ...]:
    """What the legend names: what is on the map, and of the last what fits."""
    entries = tuple(entry for entry in LEGEND if entry in present or entry is LASTING)
    while len(entries) > 2 and legend_size(style, entries)[0] > room:
        entries = entries[:-1]
    return entries


def legend_size(style: Style, entries: tuple[Entry, ...]) -> tuple[float, float]:
    """Width and height of the legend."""
    text = sum(text_size(str(entry.name), style.sans("small"))[0] for entry in entries)
    return text + style.px(24 + 28 * len(entries) + 16 * (len(entries) - 1)), style.px(30)


def legend_picture(style: Style, entries: tuple[Entry, ...], ratio: float) -> Layer:
    """The kinds of line in a row."""
    return _legend_picture(style, tuple(entry.written() for entry in entries), ratio)


@lru_cache(maxsize=16)
def _legend_picture(style: Style, entries: tuple[Entry, ...], ratio: float) -> Layer:
    width, height = legend_size(style, entries)
    picture = clear_canvas(width, height, ratio)
    painter = smooth_painter(picture)
    box = QRectF(0, 0, width, height)
    draw_box(painter, style, box)
    painter.setFont(style.sans("small"))
    x, y = box.left() + style.px(12), box.center().y()
    for entry in entries:
        _sample(painter, style, x, y, entry)
        x += style.px(28)
        name = str(entry.name)
        length = text_size(name, style.sans("small"))[0]
        painter.setPen(style.color("second"))
        painter.drawText(QRectF(x, box.top(), length + 2, box.height()), _LEFT, name)
        x += length + style.px(16)
    painter.end()
    return picture


def _sample(painter: QPainter, style: Style, x: float, y: float, entry: Entry) -> None:
    length = style.px(20)
    if entry.kind == "triangle":
        draw_station(painter, style, x + length / 2, y, False)
    elif entry.kind == "scatter":
        painter.setPen(QPen(style.color(entry.color), style.px(1.3)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x + length / 2, y), length / 2, style.px(5))
        painter.setPen(QPen(style.color(entry.color), style.px(1.7), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints([QPointF(x + k * length, y + d * style.px(3)) for k, d in _DOTS])
    elif entry.kind == "dashes":
        painter.setPen(QPen(style.color(entry.color), style.px(1.4), Qt.PenStyle.DashLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QLineF(x, y, x + length, y))
    elif entry.kind == "dots":
        size = style.px(1.9)
        painter.setPen(QPen(style.color(entry.color), size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints([QPointF(x + k * 2.4 * size, y) for k in range(int(length / size / 2.4) + 1)])
    else:
        width, opacity = {"line": (2.2, 1.0), "bar": (4.5, 1.0), "thin": (1.4, 1.0), "halo": (7.0, HALO)}[entry.kind]
        color = style.color(entry.color, opacity)
        painter.setPen(QPen(color, style.px(width), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QLineF(x, y, x + length, y))
