"""The scatter, the other way down and a what-if on the landing-zone chart."""

from PySide6.QtGui import QPainter

from mission_gui.domain.alternatives import Alternatives
from mission_gui.panels.map_alternatives import (
    Branch,
    branches,
    paint_branch,
    paint_pointer,
    paint_scatter,
)
from mission_gui.panels.map_labels import Box, around
from mission_gui.panels.map_lines import distance_bearing
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_track import Track
from mission_gui.panels.map_zone import Chart, draw_label
from mission_gui.panels.wording import number
from mission_gui.theme import Style


def paint_alternatives(
    painter: QPainter, style: Style, chart: Chart, flown: Track, line: Points, alternatives: Alternatives
) -> list[Box]:
    """Draws them with their names, which rather not cover the `line` flown; gives the room that they take."""
    taken = [around(chart.width / 2, chart.height / 2, style.px(12))]
    if alternatives.scatter is not None:
        top = paint_scatter(painter, style, chart.points, alternatives.scatter)
        if chart.shows(*top):
            draw_label(painter, style, chart, "95 %", "soyuz_text", *top, taken, line)
    if alternatives.other_scatter is not None:
        paint_scatter(painter, style, chart.points, alternatives.other_scatter)
    for branch in branches(flown, alternatives):
        _paint_branch(painter, style, chart, branch, taken, line)
    return taken


def _paint_branch(
    painter: QPainter, style: Style, chart: Chart, branch: Branch, taken: list[Box], line: Points
) -> None:
    way = chart.points(branch.way)
    x, y = way[-1].tolist()
    if chart.shows(x, y):
        paint_branch(painter, style, way, branch.color)
        taken.append(around(x, y, style.px(6)))
        draw_label(painter, style, chart, told(chart, branch), branch.color, x, y, taken, line)
        return
    x, y, room = paint_pointer(painter, style, (chart.width, chart.height), (x, y), branch.color, taken)
    taken.append(room)
    draw_label(painter, style, chart, told(chart, branch), branch.color, x, y, taken, line)


def told(chart: Chart, branch: Branch) -> str:
    """`Ballistic, 524 km`: how far from the landing place."""
    distance, _ = distance_bearing((chart.longitude, chart.latitude), branch.end)
    return f"{branch.name}, {number(distance / 1000, 1 if distance < 100e3 else 0)} km"
