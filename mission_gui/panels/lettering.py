"""Text in its place, shortened rather than clipped."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter


_WHOLE_LINE = {
    align: align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine for align in (LEFT, RIGHT, CENTRE)
}


_WIDTHS: dict[int, tuple[QFont, dict[str, float]]] = {}
_MOST_FONTS, _MOST_TEXTS = 200, 4000


def width(font: QFont, text: str) -> float:
    """How wide a line is. Kept by font object, which is held so that its identity stays its own."""
    kept = _WIDTHS.get(id(font))
    if kept is None:
        if len(_WIDTHS) >= _MOST_FONTS:
            _WIDTHS.clear()
        kept = _WIDTHS[id(font)] = (font, {})
    advance = kept[1].get(text)
    if advance is None:
        if len(kept[1]) >= _MOST_TEXTS:
            kept[1].clear()  # readings never end: in a long replay each new one would stay for ever
        advance = kept[1][text] = QFontMetricsF(font).horizontalAdvance(text)
    return advance


def fitting(font: QFont, room: float, *wordings: str) -> str:
    """The first wording that fits the room; the last one where none does."""
    return next((words for words in wordings if width(font, words) <= room), wordings[-1])


def write(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """Writes one line, vertically centred and shortened to the box; gives the width it took."""
    if width(font, text) > box.width():
        text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(box, _WHOLE_LINE[align], text)
    return width(font, text)


def write_runs(
    painter: QPainter, box: QRectF, runs: list[tuple[str, QFont, QColor]], align: Qt.AlignmentFlag = LEFT
) -> None:
    """Writes pieces of different fonts one after the other on a common line."""
    total = sum(width(font, text) for text, font, _ in runs)
    x = box.left() if align == LEFT else box.right() - total
    for text, font, color in runs:
        advance = width(font, text)
        write(painter, QRectF(x, box.top(), min(advance + 1, box.right() - x + 1), box.height()), text, font, color)
        x += advance


_WRAPPED = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


def lines_high(font: QFont, text: str, room: float) -> int:
    """How many lines a text takes when it is wrapped at a width."""
    metrics = QFontMetricsF(font)
    needed = metrics.boundingRect(QRectF(0, 0, room, 1e4), int((_WRAPPED | LEFT).value), text).height()
    return round(needed / metrics.height())


def write_wrapped(
    painter: QPainter, box: QRectF, text: str, font: QFont, color: QColor, align: Qt.AlignmentFlag = LEFT
) -> None:
    """Writes a text from the top of a box, wrapped at its width."""
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(box, int((_WRAPPED | align).value), text)
