"""What of the top strip there is room for, and how its left part is drawn."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from mission_gui.domain.mission import Mission
from mission_gui.panels.header_chips import Chip, chips_width, dressed
from mission_gui.panels.header_clocks import clock_widths, columns
from mission_gui.panels.header_text import Clocks
from mission_gui.panels.lettering import width
from mission_gui.theme import Style

_EDGE, _AFTER_NAME, _LEAST_SUMMARY = 20.0, 18.0, 150.0
_WIDE, _NARROW = 22.0, 12.0
_TRIES = (
    (0, False, _WIDE, None),
    *((1, brief, _WIDE, None) for brief in (False, True)),
    *((1, brief, _NARROW, zones) for zones in (None, 3, 2, 1) for brief in (False, True)),
)
"""Labels of the clocks, brief words in the chips, the gap between clocks, and how many zones have one where not all do,
from all to the least: the phase, and how the flight is known, matter more than what time it is in a third city."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Which labels the clocks have, whether chips are brief, the gap between clocks, and the widths of the
    summary and of the clocks."""

    labels: int = 0
    brief: bool = False
    gap: float = _WIDE
    summary: float = 0.0
    widths: tuple[float, ...] = ()

    def clocks_width(self, look: Style) -> float:
        """The room of the clocks with what keeps them from the rest."""
        return sum(self.widths) + look.px(self.gap) * len(self.widths) + look.px(_EDGE)

    def boxes(self, look: Style, wide: float, height: float) -> list[QRectF]:
        """Where the clocks stand in a strip of a width, the mission clock last; none before there is a mission."""
        if not self.widths:
            return []
        return list(columns(wide - look.px(_EDGE), self.widths, look.px(self.gap), height))


def fit(look: Style, wide: float, mission: Mission, clocks: Clocks, chips: tuple[Chip, ...]) -> Fit:
    """The most that goes into a strip of a width with these chips."""
    left = look.px(_EDGE) + width(look.sans("large", 650), str(mission.name)) + look.px(_AFTER_NAME)
    for level, brief, gap, zones in _TRIES:
        *places, own = clock_widths(look, mission, clocks, level)
        found = Fit(level, brief, gap, 0.0, (*places[:zones], own))
        spare = wide - left - found.clocks_width(look) - chips_width(look, dressed(chips, brief))
        if spare >= 0:
            wanted = width(look.sans("normal"), str(mission.summary)) + 2
            room = spare - look.px(_EDGE)
            return replace(found, summary=min(wanted, room) if room >= min(wanted, look.px(_LEAST_SUMMARY)) else 0.0)
    return found


def paint_name(painter: QPainter, look: Style, mission: Mission, summary: float, right: float, middle: float) -> float:
    """The mission's name, and its summary in the room it has; gives where the chips begin."""
    x, large, normal = look.px(_EDGE), look.sans("large", 650), look.sans("normal")
    metrics = QFontMetricsF(large)
    name = metrics.elidedText(str(mission.name), Qt.TextElideMode.ElideRight, right - x)
    painter.setFont(large)
    painter.setPen(look.color("text"))
    painter.drawText(QPointF(x, middle + metrics.capHeight() / 2), name)
    x += width(large, str(mission.name)) + look.px(_AFTER_NAME)
    if summary:
        metrics = QFontMetricsF(normal)
        text = metrics.elidedText(str(mission.summary), Qt.TextElideMode.ElideRight, summary)
        painter.setFont(normal)
        painter.setPen(look.color("second"))
        painter.drawText(QPointF(x, middle + metrics.capHeight() / 2), text)
        x += summary + look.px(_EDGE)
    return x


def paint_progress(painter: QPainter, look: Style, strip: QRect, fraction: float) -> None:
    """A thin bar along the foot of the strip."""
    thick = max(look.px(2), 2)
    track = QRectF(1, strip.height() - thick - 1, strip.width() - 2, thick)
    painter.fillRect(track, look.color("line"))
    painter.fillRect(QRectF(track.left(), track.top(), track.width() * fraction, thick), look.color("standby"))
