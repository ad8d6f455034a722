"""Where the state block, the legend and the landing zone lie over the map, away from the ship."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from mission_gui.panels.map_labels import Box, around, corner, overlap
from mission_gui.panels.map_marks import draw_box
from mission_gui.panels.map_paint import text_size
from mission_gui.panels.map_view import View
from mission_gui.panels.state_block import LEGEND, legend_size, state_size
from mission_gui.theme import Style


@dataclass(frozen=True, slots=True)
class Overlays:
    """Boxes on the map; `zone` is None where there is no room; `entries` of the legend fit."""

    state: Box
    legend: Box
    zone: Box | None
    entries: int

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All that is covered."""
        found = (self.state, self.legend)
        return found if self.zone is None else (*found, self.zone)


def arrange(
    style: Style,
    view: View,
    ship: tuple[float, float],
    landing: tuple[float, float],
    rows: Sequence[tuple[str, str]],
    large: bool,
) -> Overlays:
    """The overlays' places: each has a corner it prefers and leaves it when the ship comes there.

    The landing zone leaves the landing place free too where it can.
    """
    rim, width, height = style.px(12), view.width, view.height
    clear = [around(*ship, style.px(34))]
    w, h = state_size(style, tuple(name for name, _ in rows))
    state = corner([(rim, rim, rim + w, rim + h), (width - rim - w, rim, width - rim, rim + h)], clear)
    entries, (lw, lh) = _legend(style, width * 0.62)
    below = height - rim
    legend = corner([(rim, below - lh, rim + lw, below), (width - rim - lw, below - lh, width - rim, below)], clear)
    zone = _zone(style, view, [*clear, state, legend], around(*landing, style.px(14)), large)
    return Overlays(state, legend, zone, entries)


def _legend(style: Style, room: float) -> tuple[int, tuple[float, float]]:
    for count in range(len(LEGEND), 1, -1):
        if legend_size(style, count)[0] <= room:
            break
    return count, legend_size(style, count)


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
