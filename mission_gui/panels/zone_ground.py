"""The unchanging part of the landing-zone chart: land, water, borders, rings, names, target, scale bar, north."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from mission_gui.domain.facts import Text
from mission_gui.domain.mission import Mission
from mission_gui.panels.layer import Layer, clear_canvas, smooth_painter
from mission_gui.panels.map_labels import Box, around
from mission_gui.panels.map_marks import draw_landing
from mission_gui.panels.map_paint import polygon, text_size
from mission_gui.panels.map_recovery import lonlat
from mission_gui.panels.map_shapes import Points, Shapes, region, world
from mission_gui.panels.wording import compass, quantity
from mission_gui.panels.zone_chart import Chart, bar_length, rings
from mission_gui.panels.zone_names import NO_LINES, draw_label, grid, paint_names
from mission_gui.theme import Style

AIM_POINT = Text("aim point", "точка прицеливания")
_LABELLED = 560.0
"""The width from which on the graticule is labelled."""


Under = Callable[[QPainter, tuple[Box, ...]], list[Box]]


@dataclass(frozen=True, slots=True, eq=False)
class ZoneGround:
    """The drawn chart and what a label must not cover."""

    picture: Layer
    taken: tuple[Box, ...]


def zone_ground(
    mission: Mission,
    style: Style,
    chart: Chart,
    ratio: float,
    under: Under = lambda _painter, _free: [],
    kept_free: tuple[Box, ...] = (),
    line: Points = NO_LINES,
) -> ZoneGround:
    """Draws the chart; its labels never cover each other, what `under` draws below them and claims, nor `kept_free`,
    and rather not the `line` flown.

    `under` is told what it must leave free too.
    """
    picture = clear_canvas(chart.width, chart.height, ratio)
    painter = smooth_painter(picture)
    painter.setClipPath(_sheet(chart, style))
    _paint_geography(painter, style, chart)
    _paint_rings(painter, style, chart)
    bar, north = furniture(chart, style)
    free = (*kept_free, bar, north)
    taken = [around(*chart.place, style.px(12)), *free, *under(painter, free)]
    _paint_bar(painter, style, chart, bar)
    _paint_north(painter, style, north)
    _paint_targets(painter, style, chart, mission, taken, line)
    gridded = chart.width > style.px(_LABELLED)
    taken += paint_names(painter, style, chart, mission, taken, line, ratio, gridded)
    painter.end()
    return ZoneGround(picture, tuple(taken))


def _sheet(chart: Chart, style: Style) -> QPainterPath:
    """The chart's outline: the lower corners are round like the panel's."""
    radius = style.px(4) - 1.5  # a little tighter than the border's inner edge, or the surface shows between
    sheet = QPainterPath()
    sheet.addRoundedRect(QRectF(0, -2 * radius, chart.width, chart.height + 2 * radius), radius, radius)
    return sheet


def _paint_geography(painter: QPainter, style: Style, chart: Chart) -> None:
    near, (west, south, east, north) = region(), chart.box
    whole = QRectF(0, 0, chart.width, chart.height)
    if near.holds(west, south) and near.holds(east, north):
        painter.fillRect(whole, style.color("land"))
        borders, lakes, rivers = near.borders, near.lakes, near.rivers
        _stroke(painter, near.provinces, chart, QPen(style.color("border"), style.px(0.8), Qt.PenStyle.DashLine))
    else:
        painter.fillRect(whole, style.color("ocean"))
        _fill(painter, world().land["50m"], chart, style, "land")
        borders, lakes, rivers = world().borders["50m"], world().lakes, world().rivers
    _paint_grid(painter, style, chart)
    _stroke(painter, rivers, chart, QPen(style.color("coast", 0.8), style.px(1)))
    _fill(painter, lakes, chart, style, "ocean")
    _stroke(painter, borders, chart, QPen(style.color("coast"), style.px(1.2), Qt.PenStyle.DashDotLine))


def _near(shapes: Shapes, chart: Chart) -> list[Points]:
    return [chart.points(shapes.line(i) + (turn, 0.0)) for turn, i in shapes.near(*chart.box)]


def _fill(painter: QPainter, shapes: Shapes, chart: Chart, style: Style, color: str) -> None:
    path = QPainterPath()
    for line in _near(shapes, chart):
        path.addPolygon(polygon(line))
    painter.fillPath(path, style.color(color))
    painter.strokePath(path, QPen(style.color("coast", 0.7), 1))


def _stroke(painter: QPainter, shapes: Shapes, chart: Chart, pen: QPen) -> None:
    painter.setPen(pen)
    for line in _near(shapes, chart):
        painter.drawPolyline(polygon(line))


def _paint_grid(painter: QPainter, style: Style, chart: Chart) -> None:
    """Meridians and parallels, some five across the chart."""
    painter.setPen(QPen(style.color("graticule"), 1))
    for _, _, line in grid(chart):
        painter.drawPolyline(polygon(line))


def _paint_rings(painter: QPainter, style: Style, chart: Chart) -> None:
    middle = QPointF(*chart.place)
    painter.setPen(QPen(style.color("graticule"), 1))
    painter.drawLine(QLineF(0, middle.y(), chart.width, middle.y()))
    painter.drawLine(QLineF(middle.x(), 0, middle.x(), chart.height))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(style.color("landing", 0.5), style.px(1)))
    for km in rings(chart):
        radius = km * 1000 * chart.scale
        painter.drawEllipse(middle, radius, radius)


def _paint_targets(
    painter: QPainter, style: Style, chart: Chart, mission: Mission, taken: list[Box], line: Points
) -> None:
    landing = chart.xy(*lonlat(mission.landing))
    draw_landing(painter, style, *landing)
    x, y = chart.xy(*lonlat(mission.aim_point))
    if abs(x - landing[0]) + abs(y - landing[1]) > style.px(14) and chart.shows(x, y):
        painter.setPen(QPen(style.color("text"), style.px(1.4)))
        arm = style.px(5)
        painter.drawLine(QLineF(x - arm, y - arm, x + arm, y + arm))
        painter.drawLine(QLineF(x - arm, y + arm, x + arm, y - arm))
        taken.append(around(x, y, arm))
        draw_label(painter, style, chart, str(AIM_POINT), "second", x, y, taken, line)


def furniture(chart: Chart, style: Style) -> tuple[Box, Box]:
    """The room of the scale bar and of the arrow to the north, at the lower right: the track comes from the left."""
    length, right = bar_length(chart) * 1000 * chart.scale, chart.width - style.px(10)
    width, height = text_size(_bar_text(chart), style.mono("small"))
    top = chart.height - style.px(24)
    bar = (right - max(length, width) - 4, top - 4, right + 4, top + height + style.px(8))
    x, foot = chart.width - style.px(18), chart.height - style.px(38)
    return bar, (x - style.px(8), foot - style.px(36), x + style.px(8), foot)


def _bar_text(chart: Chart) -> str:
    return quantity(bar_length(chart), "km")


def _paint_bar(painter: QPainter, style: Style, chart: Chart, box: Box) -> None:
    length, right, tick = bar_length(chart) * 1000 * chart.scale, box[2] - 4, style.px(4)
    x, y = right - length, box[1] + 4
    painter.setPen(QPen(style.color("second"), style.px(1.2)))
    ends = [(x, y + tick), (x, y), (right, y), (right, y + tick)]
    painter.drawPolyline([QPointF(a, b) for a, b in ends])
    painter.setFont(style.mono("small"))
    width, _ = text_size(_bar_text(chart), style.mono("small"))
    painter.drawText(QPointF(right - width, y + style.px(16)), _bar_text(chart))


def _paint_north(painter: QPainter, style: Style, box: Box) -> None:
    """An arrow to the north; it is true in the middle of the chart."""
    x, foot, tall, wide = (box[0] + box[2]) / 2, box[3], style.px(20), style.px(5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color("second"))
    head = [(x, foot - tall), (x + wide, foot), (x, foot - tall * 0.28), (x - wide, foot)]
    painter.drawPolygon(QPolygonF([QPointF(a, b) for a, b in head]))
    painter.setPen(style.color("second"))
    painter.setFont(style.sans("small", 600))
    area = QRectF(box[0], box[1], box[2] - box[0], style.px(15))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, compass(0.0))
