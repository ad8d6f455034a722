"""Small pictures of the parachute sequence: what hangs over the descent module, and what is lit below it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

# Width, height of the canopy and the height of its rim in the picture of 40 by 44.
_CANOPIES = {
    "pilot": (9.0, 5.0, 10.0),
    "drogue": (17.0, 8.0, 11.0),
    "reefed": (9.0, 13.0, 14.0),
    "main": (36.0, 12.0, 13.0),
    "reserve": (28.0, 11.0, 13.0),
    "shield": (36.0, 12.0, 13.0),
    "engines": (36.0, 12.0, 13.0),
}


def draw_stage(painter: QPainter, box: QRectF, stage: str, color: QColor, pen_width: float) -> None:
    """The picture of a stage, as large as the box allows."""
    painter.save()
    scale = min(box.width() / 42, box.height() / 44)
    painter.translate(box.center().x() - 20 * scale, box.top() + (box.height() - 44 * scale) / 2)
    painter.scale(scale, scale)
    pen = QPen(color, pen_width / scale)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    fill = QColor(color)
    fill.setAlphaF(0.18)
    painter.setBrush(fill)
    if stage in _CANOPIES:
        _draw_canopy(painter, *_CANOPIES[stage])
    painter.drawPolygon(QPolygonF([QPointF(17.5, 25), QPointF(22.5, 25), QPointF(27, 35), QPointF(13, 35)]))
    if stage == "shield":
        painter.drawLine(QPointF(13.5, 40), QPointF(26.5, 40))
    if stage == "engines":
        for x, spread in ((16, -2), (20, 0), (24, 2)):
            painter.drawLine(QPointF(x, 37.5), QPointF(x + spread, 43))
    if stage == "landed":
        painter.drawLine(QPointF(6, 35), QPointF(34, 35))
    painter.restore()


def _draw_canopy(painter: QPainter, wide: float, high: float, rim: float) -> None:
    """A canopy and its lines to the module."""
    canopy = QPainterPath(QPointF(20 - wide / 2, rim))
    canopy.cubicTo(20 - wide / 2, rim - high * 1.33, 20 + wide / 2, rim - high * 1.33, 20 + wide / 2, rim)
    canopy.closeSubpath()
    painter.drawPath(canopy)
    for x in (20 - wide / 2, 20 + wide / 2):
        painter.drawLine(QPointF(x, rim), QPointF(20, 25))
