"""The graticule's labels along the right and lower edges of the map."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtGui import QPainter

from mission_gui.domain.facts import Text
from mission_gui.domain.language import spoken
from mission_gui.panels.layer import lay
from mission_gui.panels.map_labels import Box, overlap, within
from mission_gui.panels.map_paint import grid_lines, grid_step, on_pixel, text_size, text_sprite
from mission_gui.panels.map_view import View
from mission_gui.panels.wording import number
from mission_gui.theme import Style

_SIDES = {"N": Text("N", " с. ш."), "S": Text("S", " ю. ш."), "E": Text("E", " в. д."), "W": Text("W", " з. д.")}


def paint_edges(painter: QPainter, view: View, style: Style, overlays: Sequence[Box], ratio: float) -> None:
    """Writes the labels that no overlay covers."""
    font, rim = style.mono("small"), style.px(2.0)
    for text, (left, top, right, bottom) in edge_boxes(view, style):
        if not any(overlap((left, top, right, bottom), other) for other in overlays):
            width, height = text_size(text, font)
            x, y = (left + right - width) / 2 - rim, (top + bottom - height) / 2 - rim
            lay(painter, on_pixel(x, y, ratio), text_sprite(text, style, font, "third", "ocean", ratio))


def edge_boxes(view: View, style: Style) -> tuple[tuple[str, Box], ...]:
    """The graticule's labels along the right and lower edges, with their boxes."""
    return _edge_boxes(view, style, spoken())


@lru_cache(maxsize=16)
def _edge_boxes(view: View, style: Style, _language: str) -> tuple[tuple[str, Box], ...]:
    found: list[tuple[str, Box]] = []
    for text, x, y, is_latitude in edge_labels(view, style):
        width, height = text_size(text, style.mono("small"))
        width, height = width + style.px(4), height + style.px(4)
        left = view.width - width - style.px(4) if is_latitude else x - width / 2
        top = y - height - 1 if is_latitude else view.height - height - style.px(3)
        box = (left, top, left + width, top + height)
        free = all(not overlap(box, other) for _, other in found)
        if free and within(box, (0.0, 0.0, view.width, view.height)):
            found.append((text, box))
    return tuple(found)


def edge_labels(view: View, style: Style) -> list[tuple[str, float, float, bool]]:
    """Text and place of each label of the graticule, and whether it names a latitude (right edge)."""
    step = grid_step(view)
    digits = 2 if step < 0.1 else 1 if step < 1 else 0
    longitudes, latitudes = grid_lines(view)
    wide, high = text_size(_degrees(-120.0, "E", "W", digits), style.mono("small"))
    found = []
    for longitude in _every(longitudes, step, (wide + style.px(12)) / view.scale):
        value = (longitude + 180.0) % 360.0 - 180.0
        found.append((_degrees(value, "E", "W", digits), (longitude - view.west) * view.scale, view.height, False))
    for latitude in _every(latitudes, step, (high + style.px(12)) / view.scale / view.stretch):
        found.append((_degrees(latitude, "N", "S", digits), view.width, view.xy(view.longitude, latitude)[1], True))
    return found


def _every(lines: list[float], step: float, apart: float) -> list[float]:
    """The lines that are named: each, or every second, third ... so that they are so many degrees apart."""
    stride = next((n for n in (1, 2, 3) if n * step >= apart), 6)
    return [line for line in lines if round(line / step) % stride == 0]


def _degrees(value: float, positive: str, negative: str, digits: int) -> str:
    if abs(value) < 1e-9 or (positive == "E" and abs(value) > 179.99):
        return f"{abs(value):.0f}°"
    return f"{number(abs(value), digits)}°{_SIDES[positive if value > 0 else negative]}"
