"""Where the state block, the legend, the scale bar and the landing zone lie over the map, away from the ship."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from mission_gui.panels.map_labels import Box, around, corner, overlap
from mission_gui.panels.map_lines import EARTH_RADIUS
from mission_gui.panels.map_marks import draw_box
from mission_gui.panels.map_paint import text_size
from mission_gui.panels.map_view import View
from mission_gui.panels.state_block import Entry, legend_entries, legend_size, state_size
from mission_gui.panels.wording import number
from mission_gui.theme import Style

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_BAR = 110.0
_WIDEST_FOR_BAR = 150.0
"""Degrees: on a wider map the kilometre has no one length."""


@dataclass(frozen=True, slots=True)
class Overlays:
    """Boxes on the map, and the legend's entries; `zone` is None without room, `bar` also on a whole Earth."""

    state: Box
    legend: Box
    zone: Box | None
    entries: tuple[Entry, ...]
    bar: Box | None

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All that is covered."""
        return tuple(box for box in (self.state, self.legend, self.zone, self.bar) if box is not None)


def arrange(
    style: Style,
    view: View,
    ship: tuple[float, float],
    landing: tuple[float, float],
    rows: Sequence[tuple[str, str]],
    large: bool,
    blackout: bool = False,
) -> Overlays:
    """The overlays' places: each has a corner it prefers and leaves it when the ship comes there.

    The landing zone leaves the landing place free too where it can.
    """
    rim, width, height = style.px(12), view.width, view.height
    clear = [around(*ship, style.px(34))]
    w, h = state_size(style, tuple(name for name, _ in rows))
    state = corner([(rim, rim, rim + w, rim + h), (width - rim - w, rim, width - rim, rim + h)], clear)
    entries = legend_entries(style, width * 0.62, blackout)
    lw, lh = legend_size(style, entries)
    below = height - rim
    legend = corner([(rim, below - lh, rim + lw, below), (width - rim - lw, below - lh, width - rim, below)], clear)
    zone = _zone(style, view, [*clear, state, legend], around(*landing, style.px(14)), large)
    bar = _bar(style, view, legend, [*clear, state, *([zone] if zone else [])])
    return Overlays(state, legend, zone, entries, bar)


def _zone(style: Style, view: View, clear: list[Box], landing: Box, large: bool) -> Box | None:
    rim, width, height = style.px(12), view.width, view.height
    w = max(width * (0.42 if large else 0.27), style.px(250))
    h = max(height * (0.54 if large else 0.33), style.px(190))
    if w > width * 0.5 or h > height * 0.62:
        return None
    bottom = height - rim
    raised = bottom - style.px(30) - rim
    choices = [
        (width - rim - w, bottom - h, width - rim, bottom),
        (rim, raised - h, rim + w, raised),
        (width - rim - w, rim, width - rim, rim + h),
    ]
    best = corner(choices, [*clear, landing])
    return best if not any(overlap(best, box) for box in clear) else corner(choices, clear)


def bar_km(view: View, style: Style) -> int | None:
    """Kilometres of the scale bar, true along the middle parallel; None where more than a part of the Earth shows."""
    if view.width / view.scale > _WIDEST_FOR_BAR:
        return None
    room = style.px(_BAR) / _per_km(view)
    return max((step for step in _STEPS if step <= room), default=None)


def _per_km(view: View) -> float:
    """Pixels in a kilometre east or west of the middle."""
    return view.scale / (EARTH_RADIUS / 1000 * radians(1.0) * max(cos(radians(view.latitude)), 0.01))


def _bar(style: Style, view: View, legend: Box, clear: list[Box]) -> Box | None:
    if bar_km(view, style) is None:
        return None
    w, h, rim = style.px(_BAR + 24), legend[3] - legend[1], style.px(12)
    beside = legend[2] + rim if legend[0] < view.width / 2 else legend[0] - rim - w
    above = legend[1] - rim - h
    choices = [(beside, legend[1], beside + w, legend[3]), (legend[0], above, legend[0] + w, above + h)]
    best = corner(choices, clear)
    return best if not any(overlap(best, box) for box in clear) and best[0] >= 0 and best[2] <= view.width else None


def draw_bar(painter: QPainter, style: Style, view: View, box: QRectF) -> None:
    """The scale bar: its length in the middle of the map."""
    km = bar_km(view, style)
    if km is None:
        return
    draw_box(painter, style, box)
    length, tick = km * _per_km(view), style.px(4)
    left, foot = box.center().x() - length / 2, box.bottom() - style.px(6)
    painter.setPen(QPen(style.color("second"), style.px(1.2)))
    ends = [(left, foot - tick), (left, foot), (left + length, foot), (left + length, foot - tick)]
    painter.drawPolyline([QPointF(x, y) for x, y in ends])
    painter.setFont(style.mono("small"))
    text = QRectF(box.left(), box.top() + style.px(2), box.width(), box.height() - style.px(10))
    painter.drawText(text, Qt.AlignmentFlag.AlignCenter, f"{number(km)} km")


def draw_tip(painter: QPainter, style: Style, view: View, text: str, at: QPointF) -> None:
    """A line of text beside the pointer, kept on the map."""
    font = style.sans("small")
    w, h = text_size(text, font)
    w, h = w + style.px(20), h + style.px(12)
    x = min(at.x() + style.px(14), view.width - w - 2)
    y = at.y() - h - style.px(8)
    box = QRectF(x, y if y > 2 else at.y() + style.px(16), w, h)
    draw_box(painter, style, box)
    painter.setFont(font)
    painter.setPen(style.color("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
