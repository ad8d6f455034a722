"""What moves on the proximity plots from frame to frame: the ship, its name, and the readings."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from mission_gui.domain.frame import Frame
from mission_gui.panels.lettering import CENTRE, width, write
from mission_gui.panels.map_captions import Caption, draw_caption
from mission_gui.panels.map_labels import Label, around, choose, covered, overlap
from mission_gui.panels.map_marks import draw_box, draw_ship
from mission_gui.panels.map_paint import text_size
from mission_gui.panels.map_patch import kept
from mission_gui.panels.proximity_layers import Layers
from mission_gui.panels.proximity_words import BASIS, is_over, over, rows
from mission_gui.panels.state_block import draw_state

_ACROSS, _DOWN = (0.5, 0.3, 0.7, 0.1, 0.9), (0.5, 0.8, 0.25, 0.65, 0.35, 0.1, 0.9)
"""Shares of the spare room at which the word that all is over may stand, the best first."""


def paint_live(painter: QPainter, layers: Layers, frame: Frame) -> None:
    """The ship on both plots and the readings, or the word that proximity operations are over."""
    flight, style = layers.flight, layers.style
    layers.draw_near(painter, frame.t)
    if is_over(frame, flight.path.over):
        _paint_over(painter, layers, *over(flight.mission, frame, flight.path.over))
        return
    place = flight.path.at(frame.t)
    for plane in layers.planes:
        x, y = plane.xy(place)
        if plane.shows(x, y):
            draw_ship(painter, style, x, y)
    _name_ship(painter, layers, str(flight.mission.name), *layers.planes[0].xy(place))
    if layers.readout is not None:
        left, top, right, bottom = layers.readout
        draw_state(painter, style, QRectF(left, top, right - left, bottom - top), rows(frame.values), str(BASIS))


def _name_ship(painter: QPainter, layers: Layers, text: str, x: float, y: float) -> None:
    """The ship's name where it hides least, over other names only where nothing else is left."""
    style, plane = layers.style, layers.planes[0]
    if not plane.shows(x, y):
        return
    label = Label(text, x, y, *text_size(text, style.sans("small", 700)), style.px(13), 1)
    rim = style.px(4)
    bounds = (rim, rim, plane.width - rim, plane.height - rim)
    tips = [around(*placed.tip, style.px(4)) for placed in layers.marks]
    place = choose(label, [*layers.taken, *tips], bounds, layers.lines)
    if place is not None:
        draw_caption(painter, style, Caption(text, "soyuz_text", 700, x, y, place), layers.ratio)


def _paint_over(painter: QPainter, layers: Layers, title: str, *lines: str) -> None:
    """A box with these words on the main plot."""
    style, plane = layers.style, layers.planes[0]
    large, small = style.sans("medium", 600), style.sans("small")
    wide = max(width(large, title), *(width(small, line) for line in lines)) + style.px(36)
    wide, high = min(wide, plane.width - style.px(8)), style.px(50 + 18 * len(lines))
    box = kept(layers.over, (wide, high), lambda: place_over(layers, wide, high))
    draw_box(painter, style, box)
    row = QRectF(box.left() + style.px(8), box.top() + style.px(11), wide - style.px(16), style.px(24))
    write(painter, row, title, large, style.color("text"), CENTRE)
    for k, line in enumerate(lines):
        below = QRectF(row.left(), row.bottom() + style.px(3 + 18 * k), row.width(), style.px(18))
        write(painter, below, line, small, style.color("second"), CENTRE)


def place_over(layers: Layers, wide: float, high: float) -> QRectF:
    """Where a box of a size hides no words of the main plot, and least of the path; near its middle if it can be."""
    plane = layers.planes[0]
    words = [box for box in layers.taken if box != layers.readout]  # the readings are over, too
    corners = [(x * (plane.width - wide), y * (plane.height - high)) for x in _ACROSS for y in _DOWN]

    def hides(corner: tuple[float, float]) -> tuple[int, int]:
        box = *corner, corner[0] + wide, corner[1] + high
        return sum(overlap(box, other) for other in words), covered(box, layers.lines)

    free = (corner for corner in corners if hides(corner) == (0, 0))
    left, top = next(free, None) or min(corners, key=hides)
    return QRectF(left, top, wide, high)
