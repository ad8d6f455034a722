"""A record painted on a device of Qt's."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QTransform

from mission_gui.export.vectors import on_page, placed, rings
from mission_gui.panels.record import Mark, Record, Shape, Words


def replay(record: Record, painter: QPainter, onto: QTransform, part: QRectF | None = None) -> None:
    """Paints the marks of a record, or of a `part` of it, where a transform takes them."""
    clip = None
    painter.setClipping(False)
    for one in placed(record, part):
        if one.clip is not clip:
            painter.setTransform(onto)
            clip = one.clip
            if clip is None:
                painter.setClipping(False)
            else:
                painter.setClipPath(clip)
        _paint(painter, one.mark, onto)


def _paint(painter: QPainter, mark: Mark, onto: QTransform) -> None:
    for part in map(on_page, rings(mark)) if isinstance(mark, Shape) else (mark,):
        ink = part.ink
        painter.setTransform(ink.transform * onto)
        painter.setOpacity(ink.opacity)
        painter.setPen(ink.pen)
        painter.setBrush(ink.brush)
        if isinstance(part, Shape):
            painter.drawPath(part.path)
        elif isinstance(part, Words):
            _write(painter, part)
        else:
            painter.drawImage(part.box, part.image)


def _write(painter: QPainter, words: Words) -> None:
    """Qt's PDF takes no note of the space between letters: where there is some, each is put in its place."""
    painter.setFont(words.font)
    if not words.font.letterSpacing():
        painter.drawText(words.at, words.text)
        return
    metrics = QFontMetricsF(words.font)
    for index, letter in enumerate(words.text):
        if not letter.isspace():
            ahead = metrics.horizontalAdvance(words.text[:index])
            painter.drawText(words.at + QPointF(ahead, 0), letter)
