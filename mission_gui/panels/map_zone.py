"""The unchanging part of the landing-zone chart: land, lakes, borders, rings, towns, target, scale bar."""

from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from mission_gui.domain.mission import Mission
from mission_gui.panels.lettering import pixel_ratio
from mission_gui.panels.map_labels import Box, Label, Place, around, choose, overlap, within
from mission_gui.panels.map_lines import azimuthal
from mission_gui.panels.map_marks import draw_landing, draw_place
from mission_gui.panels.map_paint import canvas, on_pixel, polygon, text_size, text_sprite
from mission_gui.panels.map_recovery import lonlat
from mission_gui.panels.map_shapes import Points, Shapes, Town, region, towns, world
from mission_gui.theme import Style

_STEPS = (1, 2, 5, 10, 25, 50, 100, 200, 250, 500)
_SAME_TOWN = 0.3
"""Degrees within which a town of the mission file and one of the gazetteer are the same."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of `width` by `height` pixels; `reach` is the metres from its middle to its top."""

    longitude: float
    latitude: float
    width: float
    height: float
    reach: float

    @property
    def scale(self) -> float:
        """Pixels per metre."""
        return self.height / 2 / self.reach

    def points(self, lonlat: Points) -> Points:
        """Pixels (n, 2) of degrees."""
        metres = azimuthal((self.longitude, self.latitude), lonlat)
        return metres * (self.scale, -self.scale) + (self.width / 2, self.height / 2)

    def xy(self, longitude: float, latitude: float) -> tuple[float, float]:
        """The pixel of one place."""
        ((x, y),) = self.points(np.array([[longitude, latitude]])).tolist()
        return x, y

    def shows(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Whether a pixel is on the chart."""
        return -margin < x < self.width + margin and -margin < y < self.height + margin

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north that hold the chart, degrees, with room to spare."""
        tall = 1.2 * self.reach / 111e3 * max(1.0, self.width / self.height)
        wide = tall / max(cos(radians(self.latitude)), 0.2)
        return self.longitude - wide, self.latitude - tall, self.longitude + wide, self.latitude + tall


@dataclass(frozen=True, slots=True, eq=False)
class ZoneGround:
    """The drawn chart and what a label must not cover."""

    picture: QPixmap
    taken: tuple[Box, ...]


def rings(chart: Chart) -> list[int]:
    """Radii in km of the range rings: the three largest that fit."""
    fitting = [step for step in _STEPS if step * 1000 <= chart.reach * 0.96]
    return fitting[-3:] or [_STEPS[0]]


def bar_length(chart: Chart) -> int:
    """Kilometres of the scale bar: the longest that takes no more than a fifth of the width."""
    return max((step for step in _STEPS if step * 1000 * chart.scale <= chart.width / 5), default=_STEPS[0])


def zone_towns(mission: Mission) -> list[Town]:
    """The mission's places first, then the gazetteer's towns that are not the same ones."""
    own = [Town(place.name, *lonlat(place), 0) for place in mission.places if place.name]
    known = np.array([(town.longitude, town.latitude) for town in towns()])
    double = np.zeros(len(known), dtype=bool)
    for town in own:
        double |= np.all(np.abs(known - (town.longitude, town.latitude)) <= _SAME_TOWN, axis=1)
    return own + [town for town, same in zip(towns(), double.tolist(), strict=True) if not same]


def zone_ground(mission: Mission, style: Style, chart: Chart, ratio: float) -> ZoneGround:
    """Draws the chart; its labels never cover each other."""
    picture = canvas(chart.width, chart.height, ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setClipPath(_sheet(chart, style))
    painter.fillRect(QRectF(0, 0, chart.width, chart.height), style.color("land"))
    _paint_geography(painter, style, chart)
    _paint_rings(painter, style, chart)
    taken = [around(chart.width / 2, chart.height / 2, style.px(12)), _paint_bar(painter, style, chart)]
    seen = _towns_in_view(chart, style, mission)
    marks = [around(x, y, style.px(4)) for _, x, y in seen]
    taken += _paint_ring_names(painter, style, chart, [*taken, *marks], ratio)
    taken += _paint_towns(painter, style, chart, seen, taken, ratio)
    _paint_targets(painter, style, chart, mission, taken)
    painter.end()
    return ZoneGround(picture, tuple(taken))


def _sheet(chart: Chart, style: Style) -> QPainterPath:
    """The chart's outline: the lower corners are round like the panel's."""
    radius = style.px(4) - 1.5  # a little tighter than the border's inner edge, or the surface shows between
    sheet = QPainterPath()
    sheet.addRoundedRect(QRectF(0, -2 * radius, chart.width, chart.height + 2 * radius), radius, radius)
    return sheet


def _paint_geography(painter: QPainter, style: Style, chart: Chart) -> None:
    borders, lakes, (west, south, east, north) = region()
    if not (west < chart.longitude < east and south < chart.latitude < north):
        borders, lakes = world().borders["50m"], world().lakes
    path = QPainterPath()
    for line in _near(lakes, chart):
        path.addPolygon(polygon(line))
    painter.fillPath(path, style.color("ocean"))
    painter.setPen(QPen(style.color("coast", 0.7), 1))
    painter.drawPath(path)
    painter.setPen(QPen(style.color("coast"), style.px(1.2), Qt.PenStyle.DashDotLine))
    for line in _near(borders, chart):
        painter.drawPolyline(polygon(line))


def _near(shapes: Shapes, chart: Chart) -> list[Points]:
    return [chart.points(shapes.line(i)) for _, i in shapes.near(*chart.box)]


def _paint_rings(painter: QPainter, style: Style, chart: Chart) -> None:
    middle = QPointF(chart.width / 2, chart.height / 2)
    painter.setPen(QPen(style.color("graticule"), 1))
    painter.drawLine(QLineF(0, middle.y(), chart.width, middle.y()))
    painter.drawLine(QLineF(middle.x(), 0, middle.x(), chart.height))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(style.color("landing", 0.5), style.px(1)))
    for km in rings(chart):
        radius = km * 1000 * chart.scale
        painter.drawEllipse(middle, radius, radius)


def _paint_ring_names(painter: QPainter, style: Style, chart: Chart, taken: list[Box], ratio: float) -> list[Box]:
    """Each ring's radius, written on it: north-east if free, for the track comes from the south-west."""
    boxes: list[Box] = []
    font = style.mono("small")
    for km in reversed(rings(chart)):
        text = f"{km} km"
        width, height = text_size(text, font)
        for bearing in (30, 60, -40, 120, 150, -60, 0):
            x = chart.width / 2 + km * 1000 * chart.scale * sin(radians(bearing)) - width / 2
            y = chart.height / 2 - km * 1000 * chart.scale * cos(radians(bearing)) - height / 2
            box = (x - 3, y - 1, x + width + 3, y + height + 1)
            if within(box, _bounds(chart, style)) and not any(overlap(box, b) for b in [*taken, *boxes]):
                draw_text(painter, style, text, (x, y, x + width, y + height), ratio, "second", mono=True)
                boxes.append(box)
                break
    return boxes


def _towns_in_view(chart: Chart, style: Style, mission: Mission) -> list[tuple[Town, float, float]]:
    """The mission's own places and the towns large enough for the scale, on the chart."""
    least = 1000 if chart.reach < 150e3 else 50000
    known = [town for town in zone_towns(mission) if not 0 < town.population < least]
    pixels = chart.points(np.array([(town.longitude, town.latitude) for town in known])).tolist()
    places = [(town, x, y) for town, (x, y) in zip(known, pixels, strict=True)]
    return [(town, x, y) for town, x, y in places if chart.shows(x, y, -style.px(6))][:14]


def _paint_towns(
    painter: QPainter,
    style: Style,
    chart: Chart,
    seen: list[tuple[Town, float, float]],
    taken: list[Box],
    ratio: float,
) -> list[Box]:
    """Towns in order of size, each only where its mark and its name both have room."""
    font = style.sans("small")
    found: list[Box] = []
    for town, x, y in seen:
        mark = around(x, y, style.px(4))
        if any(overlap(mark, box) for box in [*taken, *found]):
            continue
        label = Label(town.name, x, y, *text_size(town.name, font), style.px(6))
        best = choose(label, [*taken, *found], _bounds(chart, style), np.empty((0, 2)))
        if best is not None and not best.leader:
            draw_place(painter, style, x, y)
            draw_text(painter, style, town.name, best.box, ratio, "second")
            found += [mark, best.box]
    return found


def _paint_targets(painter: QPainter, style: Style, chart: Chart, mission: Mission, taken: list[Box]) -> None:
    draw_landing(painter, style, *chart.xy(*lonlat(mission.landing)))
    x, y = chart.xy(*lonlat(mission.aim_point))
    if abs(x - chart.width / 2) + abs(y - chart.height / 2) > style.px(14) and chart.shows(x, y):
        painter.setPen(QPen(style.color("text"), style.px(1.4)))
        arm = style.px(5)
        painter.drawLine(QLineF(x - arm, y - arm, x + arm, y + arm))
        painter.drawLine(QLineF(x - arm, y + arm, x + arm, y - arm))
        draw_label(painter, style, chart, "aim point", "second", x, y, taken)


def _paint_bar(painter: QPainter, style: Style, chart: Chart) -> Box:
    km = bar_length(chart)
    # At the right: the track comes from the left.
    length = km * 1000 * chart.scale
    x, y = chart.width - style.px(10) - length, chart.height - style.px(24)
    painter.setPen(QPen(style.color("second"), style.px(1.2)))
    tick = style.px(4)
    ends = [(x, y + tick), (x, y), (x + length, y), (x + length, y + tick)]
    painter.drawPolyline([QPointF(a, b) for a, b in ends])
    painter.setFont(style.mono("small"))
    width, height = text_size(f"{km} km", style.mono("small"))
    painter.drawText(QPointF(x + length - width, y + style.px(16)), f"{km} km")
    return x + min(length - width, 0.0) - 4, y - 4, x + length + 4, y + height + style.px(8)


def _bounds(chart: Chart, style: Style) -> Box:
    rim = style.px(5)
    return rim, rim, chart.width - rim, chart.height - rim


def draw_label(
    painter: QPainter, style: Style, chart: Chart, text: str, color: str, x: float, y: float, taken: list[Box]
) -> Place | None:
    """Writes a name beside a mark where there is room, and takes the room."""
    label = Label(text, x, y, *text_size(text, style.sans("small", 600)), style.px(11))
    found = choose(label, taken, _bounds(chart, style), np.empty((0, 2)))
    if found is not None:
        draw_text(painter, style, text, found.box, pixel_ratio(painter), color, weight=600)
        taken.append(found.box)
    return found


def draw_text(
    painter: QPainter,
    style: Style,
    text: str,
    box: Box,
    ratio: float,
    color: str,
    weight: int = 400,
    mono: bool = False,
) -> None:
    """A label with a soft edge, its box as measured by `text_size`."""
    font = style.mono("small", weight) if mono else style.sans("small", weight)
    sprite = text_sprite(text, style, font, color, "land", ratio)
    rim = style.px(2.0)
    painter.drawPixmap(on_pixel(box[0] - rim, box[1] - rim, ratio), sprite)
