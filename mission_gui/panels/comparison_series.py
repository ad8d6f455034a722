"""How flights that are compared are told apart: each has a colour, a line of its own and a name, never colour alone."""

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mission_gui.panels.label_row import readable
from mission_gui.theme import Style

SERIES: tuple[tuple[str, tuple[float, ...]], ...] = (
    ("soyuz", ()),
    ("iss", (3.2, 1.8)),
    ("landing", (1.2, 1.8)),
    ("burn", (4.0, 1.4, 1.4, 1.4)),
    ("text", (6.0, 2.2)),
    ("off", (3.0, 1.0, 1.0, 1.0, 1.0, 1.2)),
)
"""The colour of each flight, and its dashes and gaps in widths of the line; none for a whole line."""

SAMPLE, SHORT_SAMPLE = 29.0, 18.0
"""Pixels of base size that a sample of a line is long: whole dashes at its ends."""


def pen(look: Style, number: int, width: float) -> QPen:
    """The line of a flight, `width` pixels of base size wide."""
    color, dashes = SERIES[number]
    made = QPen(look.color(color), look.px(width), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        made.setDashPattern(list(dashes))
    return made


def ink_name(look: Style, number: int, ground: str = "panel") -> str:
    """The theme's name for the colour of what is written of a flight: one that can be read on the ground."""
    color = SERIES[number][0]
    names = (color, f"{color}_text", "text")
    wanted = readable(look, color, ground)
    return next(name for name in names if hasattr(look.theme, name) and look.color(name) == wanted)


def ink(look: Style, number: int) -> QColor:
    """The colour of what is written of a flight."""
    return look.color(ink_name(look, number))


def paint_sample(painter: QPainter, look: Style, number: int, x: float, y: float, length: float = SAMPLE) -> float:
    """A piece of the line from `x` on; gives where it ends."""
    end = x + look.px(length)
    painter.setPen(pen(look, number, 2.2))
    painter.drawLine(QLineF(x, y, end, y))
    return end


def paint_dot(painter: QPainter, look: Style, number: int, at: QPointF, radius: float = 3.5) -> None:
    """Where a flight is at a moment."""
    painter.setPen(QPen(look.color("panel"), look.px(1)))
    painter.setBrush(look.color(SERIES[number][0]))
    painter.drawEllipse(at, look.px(radius), look.px(radius))
