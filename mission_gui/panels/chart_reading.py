"""The line of text over a strip chart: name and origin at the left, the present value at the right."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from mission_gui.panels.chart_scene import Reading
from mission_gui.panels.label_row import readable
from mission_gui.theme import Style


def paint_reading(painter: QPainter, look: Style, width: float, title: str, color: str, reading: Reading) -> None:
    """What has no room is left out: first the companion, then the origin, never the value."""
    base, small, second = look.px(24), look.sans("small"), look.color("second")
    right = _put(painter, reading.unit, width - look.px(12), base, small, second) - look.px(5)
    right = _put(painter, reading.value, right, base, look.mono("large"), readable(look, color)) - look.px(14)
    heading = look.sans("small", 500, 80)
    left = look.px(12) + _width(heading, title.upper())
    _put(painter, title.upper(), left, base, heading, second)
    left += look.px(8) + _width(small, reading.tag)
    if not reading.tag or left > right:
        return
    _put(painter, reading.tag, left, base, small, look.color("third"))
    if left + look.px(12) + _width(small, reading.companion) < right:
        _put(painter, reading.companion, right, base, small, second)


def _put(painter: QPainter, text: str, right: float, base: float, font: QFont, color: QColor) -> float:
    """Writes a text that ends at `right`; gives where it starts."""
    painter.setFont(font)
    painter.setPen(color)
    start = right - _width(font, text)
    painter.drawText(QPointF(start, base), text)
    return start


def _width(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)
