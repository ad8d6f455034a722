"""The marks of the map: stations, events, landing place, vehicles, circles on the ground."""

from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QRadialGradient

from mission_gui.panels.map_labels import Box, nearest
from mission_gui.panels.map_lines import cap
from mission_gui.panels.map_paint import polygon
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_view import View
from mission_gui.theme import Style

TRAVELLER = 6.0
"""Half the room that the mark of someone on the way home takes, pixels for base 13."""


def draw_cap(
    painter: QPainter, view: View, middle: tuple[float, float], radius: float, pen: QPen, fill: QColor
) -> None:
    """A circle on the sphere (longitude, latitude, degrees of arc) wherever it is in view."""
    draw_cap_pixels(painter, cap_pixels(view, middle, radius), pen, fill)


def draw_cap_pixels(painter: QPainter, caps: list[tuple[Points, Points]], pen: QPen, fill: QColor) -> None:
    """The same of what `cap_pixels` gave."""
    for outline, area in caps:
        # The faint fill needs no smooth edge below its outline, and is much faster without.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawPolygon(polygon(area))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(polygon(outline))


def cap_pixels(view: View, middle: tuple[float, float], radius: float) -> list[tuple[Points, Points]]:
    """Outline and area of a circle on the sphere in pixels, once for each time it is in view."""
    if radius <= 0.0:
        return []
    near = view.longitude + (middle[0] - view.longitude + 180.0) % 360.0 - 180.0
    outline, area = cap(near, middle[1], radius)
    turns = _turns(view, outline)
    return [(view.points(outline + (turn, 0.0)), view.points(area + (turn, 0.0))) for turn in turns]


def _turns(view: View, outline: Points) -> list[float]:
    """The whole turns by which an outline is moved to be in view; one laid round the Earth needs none."""
    west, _, east, _ = view.box
    left, right = float(outline[:, 0].min()), float(outline[:, 0].max())
    if right - left > 720.0:
        return [0.0]
    return [turn for turn in (-360.0, 0.0, 360.0) if left + turn < east and right + turn > west]


def draw_leader(painter: QPainter, style: Style, x: float, y: float, box: Box, color: str) -> None:
    """The line from a mark to its label's box, which stands apart."""
    end_x, end_y = nearest(box, x, y)
    reach = min(style.px(5.5) / max(hypot(end_x - x, end_y - y), 1.0), 1.0)
    painter.setPen(QPen(style.color(color, 0.6), style.px(1)))
    start = QPointF(x + (end_x - x) * reach, y + (end_y - y) * reach)
    painter.drawLine(start, QPointF(end_x, end_y))


def draw_station(painter: QPainter, style: Style, x: float, y: float, hears: bool) -> None:
    """A triangle; filled while the station hears the ship."""
    r = style.px(4.6)
    painter.setPen(QPen(style.color("station"), style.px(1.3)))
    painter.setBrush(style.color("station") if hears else style.color("ocean", 0.7))
    painter.drawPolygon(QPolygonF([QPointF(x, y - r), QPointF(x + r, y + r * 0.8), QPointF(x - r, y + r * 0.8)]))


def draw_event(painter: QPainter, style: Style, x: float, y: float, color: str = "soyuz") -> None:
    """A ring on the track."""
    painter.setPen(QPen(style.color(color), style.px(1.8)))
    painter.setBrush(style.color("ocean"))
    painter.drawEllipse(QPointF(x, y), style.px(4.4), style.px(4.4))


def draw_landing(painter: QPainter, style: Style, x: float, y: float, color: str = "landing") -> None:
    """The landing place: a cross in a circle."""
    r = style.px(9)
    painter.setPen(QPen(style.color(color), style.px(1.8)))
    painter.setBrush(style.color(color, 0.14))
    painter.drawEllipse(QPointF(x, y), r, r)
    arm = r * 0.62
    painter.drawLine(QPointF(x - arm, y), QPointF(x + arm, y))
    painter.drawLine(QPointF(x, y - arm), QPointF(x, y + arm))


def draw_ship(painter: QPainter, style: Style, x: float, y: float) -> None:
    """The ship: a dot with a halo."""
    glow = QRadialGradient(QPointF(x, y), style.px(17))
    glow.setColorAt(0.0, style.color("soyuz", 0.55))
    glow.setColorAt(1.0, style.color("soyuz", 0.0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    painter.drawEllipse(QPointF(x, y), style.px(17), style.px(17))
    painter.setBrush(style.color("soyuz"))
    painter.setPen(QPen(style.color("panel"), style.px(1.4)))
    painter.drawEllipse(QPointF(x, y), style.px(5.6), style.px(5.6))


def draw_iss(painter: QPainter, style: Style, x: float, y: float) -> None:
    """The station: a bar between two panels."""
    painter.setPen(QPen(style.color("ocean"), style.px(1)))
    painter.setBrush(style.color("iss"))
    w, h = style.px(3.4), style.px(6.4)
    for side in (-1, 1):
        painter.drawRect(QRectF(x + side * style.px(4.6) - w / 2, y - h / 2, w, h))
    painter.setPen(QPen(style.color("iss"), style.px(1.8)))
    painter.drawLine(QPointF(x - style.px(4), y), QPointF(x + style.px(4), y))


def draw_traveller(painter: QPainter, style: Style, x: float, y: float) -> None:
    """Someone on the way home: a diamond."""
    r = style.px(TRAVELLER - 1.0)
    painter.setPen(QPen(style.color("ocean"), style.px(1)))
    painter.setBrush(style.color("landing_text"))
    painter.drawPolygon(QPolygonF([QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r), QPointF(x - r, y)]))


def draw_place(painter: QPainter, style: Style, x: float, y: float) -> None:
    """A town: a small dot."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color("second"))
    painter.drawEllipse(QPointF(x, y), style.px(2.4), style.px(2.4))


def draw_box(painter: QPainter, style: Style, box: QRectF) -> None:
    """A raised surface for text over the map."""
    painter.setPen(QPen(style.color("line"), 1))
    painter.setBrush(style.color("panel", 0.92))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), style.px(4), style.px(4))
