"""Where the state block, the legend, the scale bar and the landing zone lie over the map, away from the ship."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from mission_gui.panels.map_labels import Box, around, corner, overlap
from mission_gui.panels.map_lines import EARTH_RADIUS
from mission_gui.panels.map_marks import draw_box
from mission_gui.panels.map_paint import text_size
from mission_gui.panels.map_view import View
from mission_gui.panels.state_block import Entry, legend_entries, legend_size, state_size
from mission_gui.panels.wording import quantity
from mission_gui.theme import Style

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_BAR = 110.0
_WIDEST_FOR_BAR = 150.0
"""Degrees: on a wider map the kilometre has no one length."""
_SMALL = (430.0, 270.0)
_TALLEST = 0.46
"""The part of the map's height that the state block may take."""
_NEAR = 40.0
"""Pixels of base size in a degree from which on the map itself shows what the landing zone would."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the overlays go by: pixels of the ship and of the landing, names of the state block's rows (none where it
    is not wanted), what the legend has to name (None where it is not wanted), whether the landing zone is wanted, and
    large, and the size of the buttons at the top right."""

    ship: tuple[float, float]
    landing: tuple[float, float]
    rows: tuple[str, ...]
    present: frozenset[Entry] | None = frozenset()
    zone: bool = True
    large: bool = False
    buttons: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Overlays:
    """Boxes on the map, None without room; how many rows of the state block fit; the legend's entries.

    There is no scale bar on a whole Earth.
    """

    buttons: Box
    state: Box | None = None
    rows: int = 0
    legend: Box | None = None
    entries: tuple[Entry, ...] = ()
    zone: Box | None = None
    bar: Box | None = None

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All that is covered."""
        found = (self.buttons, self.state, self.legend, self.zone, self.bar)
        return tuple(box for box in found if box is not None)


def is_small(view: View, style: Style) -> bool:
    """Whether the map is too small for anything beside the track."""
    return view.width < style.px(_SMALL[0]) or view.height < style.px(_SMALL[1])


@lru_cache(maxsize=64)
def arrange(style: Style, view: View, wanted: Wanted) -> Overlays:
    """The overlays' places: each has a corner it prefers and leaves it when the ship comes there.

    The landing zone leaves the landing place free too where it can, and the legend is shortened for it.
    """
    rim, width, height = style.px(12), view.width, view.height
    bw, bh = wanted.buttons
    buttons = (width - rim - bw, rim, width - rim, rim + bh)
    if is_small(view, style):
        return Overlays((width, 0.0, width, 0.0))
    clear = [around(*wanted.ship, style.px(34))]
    count = len(wanted.rows)
    while count > 4 and state_size(style, wanted.rows[:count])[1] > height * _TALLEST:
        count -= 1
    state = None
    if wanted.rows:
        w, h = state_size(style, wanted.rows[:count])
        under = rim + bh + style.px(8)
        state = corner([(rim, rim, rim + w, rim + h), (width - rim - w, under, width - rim, under + h)], clear)
    entries = () if wanted.present is None else legend_entries(style, width * 0.62, wanted.present)
    lw, lh = legend_size(style, entries) if entries else (0.0, style.px(30))
    foot = height - rim
    below = [(rim, foot - lh, rim + lw, foot), (width - rim - lw, foot - lh, width - rim, foot)]
    above = [] if state else [(rim, rim, rim + lw, rim + lh)]
    legend = corner([*below, *above], clear)
    taken = clear if state is None else [*clear, state]
    place = around(*wanted.landing, style.px(14))
    fixed = [*taken, buttons] if legend == below[0] else [*taken, buttons, legend]
    zone = _zone(style, view, fixed, place, legend, wanted.large) if wanted.zone else None
    if zone is not None and entries and overlap(legend, zone):
        # On a wall its letters are large for the map: what has no room beside the zone is left out.
        entries = legend_entries(style, zone[0] - 2 * rim, wanted.present or ())
        lw, lh = legend_size(style, entries)
        legend = (rim, foot - lh, rim + lw, foot)
    bar = _bar(style, view, legend, [*taken, buttons, *([zone] if zone else [])])
    return Overlays(buttons, state, count, legend if entries else None, entries, zone, bar)


def _zone(style: Style, view: View, clear: list[Box], landing: Box, legend: Box, large: bool) -> Box | None:
    """The landing zone's place: rather over a part of the legend than over the landing place, and over that rather
    than over the rest."""
    rim, width, height = style.px(12), view.width, view.height
    w = max(width * (0.42 if large else 0.27), style.px(250))
    h = max(height * (0.54 if large else 0.33), style.px(190))
    if w > width * 0.5 or h > height * 0.62 or view.scale > style.px(_NEAR):
        return None
    bottom = height - rim
    raised = bottom - style.px(30) - rim
    top = rim + style.px(32)
    choices = [
        (width - rim - w, bottom - h, width - rim, bottom),
        (rim, raised - h, rim + w, raised),
        (width - rim - w, top, width - rim, top + h),
    ]
    for avoid in ([*clear, landing, legend], [*clear, landing], [*clear, legend]):
        best = corner(choices, avoid)
        if not any(overlap(best, box) for box in avoid):
            return best
    return corner(choices, clear)


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
    painter.drawText(text, Qt.AlignmentFlag.AlignCenter, quantity(km, "km"))


def draw_tip(painter: QPainter, style: Style, view: View, lines: Sequence[str], at: QPointF) -> None:
    """Lines of text beside the pointer, kept on the map; the first one stands out."""
    fonts = [style.sans("small", 600 if i == 0 and len(lines) > 1 else 400) for i in range(len(lines))]
    sizes = [text_size(text, font) for text, font in zip(lines, fonts, strict=True)]
    row = max(height for _, height in sizes) + style.px(4)
    w, h = max(width for width, _ in sizes) + style.px(20), row * len(lines) + style.px(8)
    x = min(at.x() + style.px(14), view.width - w - 2)
    y = at.y() - h - style.px(8)
    box = QRectF(x, y if y > 2 else at.y() + style.px(16), w, h)
    draw_box(painter, style, box)
    line = QRectF(box.left() + style.px(10), box.top() + style.px(4), box.width(), row)
    for i, (text, font) in enumerate(zip(lines, fonts, strict=True)):
        painter.setFont(font)
        painter.setPen(style.color("text" if i == 0 else "second"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        line.translate(0, row)
