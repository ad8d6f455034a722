"""The names on the landing-zone chart, none over another: rings, towns, rivers, graticule."""

from math import ceil, cos, floor, log2, radians, sin

import numpy as np
from PySide6.QtGui import QFont, QPainter

from mission_gui.domain.mission import Mission
from mission_gui.panels.layer import lay, pixel_ratio
from mission_gui.panels.map_labels import APART, Box, Label, Place, around, choose, grown, overlap, within
from mission_gui.panels.map_marks import draw_leader, draw_place
from mission_gui.panels.map_names import RIVERS, rivers_within, towns_within
from mission_gui.panels.map_paint import on_pixel, text_size, text_sprite
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_waters import slanted, waters_within
from mission_gui.panels.wording import angle, quantity, wrap_degrees
from mission_gui.panels.zone_chart import Chart, rings
from mission_gui.theme import Style

NO_LINES = np.empty((0, 2))
_GRID = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0)
_DEGREE = 111.2e3  # m, of latitude


def paint_names(
    painter: QPainter,
    style: Style,
    chart: Chart,
    mission: Mission,
    taken: list[Box],
    lines: Points,
    ratio: float,
    gridded: bool,
) -> list[Box]:
    """Writes what there is room for, the more important first, rather not over the `lines`; gives the room it takes."""
    towns = towns_in_view(chart, style, mission)
    marks = [around(x, y, style.px(4)) for _, x, y in towns]
    found = _paint_ring_names(painter, style, chart, [*taken, *marks], ratio)
    own = frozenset(str(place.name) for place in mission.places)
    found += _paint_towns(painter, style, chart, towns, own, [*taken, *found], lines, ratio)
    found += _paint_waters(painter, style, chart, [*taken, *found], lines, ratio)
    return found + (_paint_grid_names(painter, style, chart, [*taken, *found], ratio) if gridded else [])


def chart_level(chart: Chart, style: Style) -> float:
    """How near the chart is, on the scale of `map_paint.level`."""
    return log2(chart.scale * _DEGREE / style.px(1.0) * 360.0 / 256.0)


def grid(chart: Chart) -> list[tuple[str, bool, Points]]:
    """Label and pixels of each line of the graticule, and whether it is a parallel."""
    west, south, east, north = chart.box
    step = next((step for step in _GRID if step >= (north - south) / 6), _GRID[-1])
    digits = len(f"{step:g}".partition(".")[2])
    along = np.linspace(0.0, 1.0, 24)
    found = []
    for k in range(ceil(west / step), floor(east / step) + 1):
        line = np.column_stack([0 * along + k * step, north + along * (south - north)])
        found.append((angle(wrap_degrees(k * step), "E", "W", digits), False, chart.points(line)))
    for k in range(ceil(south / step), floor(north / step) + 1):
        line = np.column_stack([west + along * (east - west), 0 * along + k * step])
        found.append((angle(k * step, "N", "S", digits), True, chart.points(line)))
    return found


def _paint_ring_names(painter: QPainter, style: Style, chart: Chart, taken: list[Box], ratio: float) -> list[Box]:
    """Each ring's radius, written on it: north-east if free, for the track comes from the south-west."""
    boxes: list[Box] = []
    (left, top), font = chart.place, style.mono("small")
    for km in reversed(rings(chart)):
        text = quantity(km, "km")
        width, height = text_size(text, font)
        for bearing in (30, 60, -40, 120, 150, -60, 0):
            x = left + km * 1000 * chart.scale * sin(radians(bearing)) - width / 2
            y = top - km * 1000 * chart.scale * cos(radians(bearing)) - height / 2
            box = grown((x, y, x + width, y + height), style.px(APART))
            if within(box, bounds(chart, style)) and not any(overlap(box, b) for b in [*taken, *boxes]):
                draw_text(painter, style, text, (x, y, x + width, y + height), ratio, "second", font)
                boxes.append(box)
                break
    return boxes


def towns_in_view(chart: Chart, style: Style, mission: Mission) -> list[tuple[str, float, float]]:
    """The mission's own places and the towns large enough for the scale, on the chart."""
    known = towns_within(chart.box, chart_level(chart, style), mission.places)
    if not known:
        return []
    pixels = chart.points(np.array([place for _, *place in known])).tolist()
    places = [(name, x, y) for (name, *_), (x, y) in zip(known, pixels, strict=True)]
    return [(name, x, y) for name, x, y in places if chart.shows(x, y, -style.px(6))]


def _paint_towns(
    painter: QPainter,
    style: Style,
    chart: Chart,
    towns: list[tuple[str, float, float]],
    own: frozenset[str],
    taken: list[Box],
    lines: Points,
    ratio: float,
) -> list[Box]:
    """Each beside its mark; the mission's `own` places, which others than the map speak of, also farther off."""
    font = style.sans("small")
    found: list[Box] = []
    for name, x, y in towns:
        mark = around(x, y, style.px(4))
        if any(overlap(mark, box) for box in [*taken, *found]):
            continue
        label = Label(name, x, y, *text_size(name, font), style.px(6), led=name in own)
        best = choose(label, [*taken, *found], bounds(chart, style), lines)
        if best is not None:
            draw_place(painter, style, x, y)
            if best.leader:
                draw_leader(painter, style, x, y, best.box, "second")
            draw_text(painter, style, name, best.box, ratio, "second", font)
            found += [mark, grown(best.box, style.px(APART))]
    return found


def _paint_waters(
    painter: QPainter, style: Style, chart: Chart, taken: list[Box], lines: Points, ratio: float
) -> list[Box]:
    """The names of seas and lakes over their middle, of rivers beside them."""
    font, found = slanted(style), list[Box]()
    for label in water_labels(style, chart, font):
        best = choose(label, [*taken, *found], bounds(chart, style), lines)
        if best is not None:
            draw_text(painter, style, label.key, best.box, ratio, "second", font)
            found.append(grown(best.box, style.px(APART)))
    return found


def water_labels(style: Style, chart: Chart, font: QFont) -> list[Label]:
    per_degree = chart.scale * _DEGREE * cos(radians(chart.middle[1]))
    seas = waters_within(chart.box, per_degree, style)
    found = []
    for name, longitude, latitude in seas:
        width, height = text_size(name, font)
        found.append(Label(name, *chart.xy(longitude, latitude), width, height, -height / 2, 6, led=False))
    if chart_level(chart, style) >= RIVERS:
        rivers = rivers_within(chart.box, chart.points, chart.width, chart.height)
        found += [Label(name, x, y, *text_size(name, font), style.px(6), led=False) for name, x, y in rivers]
    return found


def _paint_grid_names(painter: QPainter, style: Style, chart: Chart, taken: list[Box], ratio: float) -> list[Box]:
    """The graticule's labels: parallels at the left edge, meridians at the foot, where they cover nothing."""
    font, rim, found = style.mono("small"), style.px(6), list[Box]()
    for text, parallel, line in grid(chart):
        width, height = text_size(text, font)
        if parallel:
            x, y = rim, float(np.interp(rim, line[:, 0], line[:, 1])) - height - 1
        else:
            foot = chart.height - rim
            x, y = float(np.interp(foot, line[:, 1], line[:, 0])) - width / 2, foot - height
        box = (x, y, x + width, y + height)
        if within(box, bounds(chart, style)) and not any(overlap(box, other) for other in [*taken, *found]):
            draw_text(painter, style, text, box, ratio, "third", font)
            found.append(grown(box, style.px(APART)))
    return found


def bounds(chart: Chart, style: Style) -> Box:
    """Where labels may stand."""
    rim = style.px(5)
    return rim, rim, chart.width - rim, chart.height - rim


def draw_label(
    painter: QPainter,
    style: Style,
    chart: Chart,
    text: str,
    color: str,
    x: float,
    y: float,
    taken: list[Box],
    lines: Points = NO_LINES,
) -> Place | None:
    """Writes a name beside a mark where there is room, rather not over the `lines`, and takes the room."""
    font = style.sans("small", 600)
    label = Label(text, x, y, *text_size(text, font), style.px(11))
    found = choose(label, taken, bounds(chart, style), lines)
    if found is not None:
        if found.leader:
            draw_leader(painter, style, x, y, found.box, color)
        draw_text(painter, style, text, found.box, pixel_ratio(painter), color, font)
        taken.append(grown(found.box, style.px(APART)))
    return found


def draw_text(painter: QPainter, style: Style, text: str, box: Box, ratio: float, color: str, font: QFont) -> None:
    """A label with a soft edge, its box as measured by `text_size`."""
    sprite = text_sprite(text, style, font, color, "land", ratio)
    rim = style.px(2.0)
    lay(painter, on_pixel(box[0] - rim, box[1] - rim, ratio), sprite)
