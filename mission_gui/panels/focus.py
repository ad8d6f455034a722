"""The frame about what has the keyboard, the same on panels, charts and buttons."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from mission_gui.theme import Style


def draw_focus(painter: QPainter, look: Style, box: QRectF, radius: float = 4.0) -> None:
    """Two pixels wide and in a colour that no other frame has, within a box."""
    width = max(look.px(2), 2.0)
    inside = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(QPen(look.color("soyuz_text"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inside, look.px(radius), look.px(radius))
