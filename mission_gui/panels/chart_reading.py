"""The text over a chart, or at its left where stacked: name and origin, the present value, a limit it has reached."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from mission_gui.panels.chart_flight import LEVEL_NAMES, limit_name
from mission_gui.panels.chart_grid import GUTTER, TIMES, Cell
from mission_gui.panels.chart_names import SIGN, paint_sign
from mission_gui.panels.chart_words import Reading
from mission_gui.panels.label_row import readable
from mission_gui.panels.lettering import fitting, width, write
from mission_gui.theme import Style


def paint_reading(
    painter: QPainter, look: Style, cell: Cell, names: tuple[str, str], color: str, reading: Reading
) -> None:
    """Writes it where the cell has room for it."""
    paint = _paint_left if cell.stacked else _paint_narrow if cell.narrow else _paint_above
    paint(painter, look, cell, names, color, reading)


def _paint_narrow(
    painter: QPainter, look: Style, cell: Cell, names: tuple[str, str], color: str, reading: Reading
) -> None:
    """On two lines: the name, and the value with its unit and the shape of a limit."""
    left, room, small = look.px(8), cell.width - look.px(14), look.sans("small")
    second, value = look.color("second"), look.mono("medium")
    _paint_name(painter, look, QRectF(left, look.px(7), room, look.px(16)), names)
    base, x = look.px(40), left + _width(value, reading.value)
    _put(painter, reading.value, x, base, value, readable(look, color))
    if reading.unit and x + look.px(4) + width(small, reading.unit) <= left + room:
        x += look.px(4) + width(small, reading.unit)
        _put(painter, reading.unit, x, base, small, second)
    if reading.limit is not None:
        _paint_limit(painter, look, x + look.px(6), left + room, base, reading)


def _paint_above(
    painter: QPainter, look: Style, cell: Cell, names: tuple[str, str], color: str, reading: Reading
) -> None:
    """On one line. What has no room is left out: first the companion, then the origin, never the value."""
    base, small, second = look.px(24), look.sans("small"), look.color("second")
    right = cell.width - look.px(12)
    if reading.unit:
        right = _put(painter, reading.unit, right, base, small, second) - look.px(5)
    right = _put(painter, reading.value, right, base, look.mono("large"), readable(look, color)) - look.px(14)
    left = look.px(12)
    room = QRectF(left, base - look.px(14), max(right - left, 0), look.px(20))
    left += min(_paint_name(painter, look, room, names), room.width()) + look.px(8)
    if reading.limit is not None:
        left = _paint_limit(painter, look, left, right, base, reading)
    elif left + width(small, reading.tag) <= right:
        left = _put(painter, reading.tag, left + width(small, reading.tag), base, small, look.color("third"))
        left += width(small, reading.tag)
    else:
        return
    if left + look.px(12) + _width(small, reading.companion) < right:
        _put(painter, reading.companion, right, base, small, second)


def _paint_limit(painter: QPainter, look: Style, left: float, right: float, base: float, reading: Reading) -> float:
    """The shape of the limit's level, and its name as far as there is room; gives where they end."""
    limit, font = reading.limit, look.sans("small", 500)
    assert limit is not None
    sign = look.px(SIGN)
    if left + sign > right:
        return left
    paint_sign(painter, look, QPointF(left + sign / 2, base - look.px(4.5)), limit.level)
    left += sign + look.px(5)
    name = fitting(font, right - left, limit_name(limit), str(limit.name), str(LEVEL_NAMES[limit.level]), "")
    return _put(painter, name, left + width(font, name), base, font, readable(look, limit.level.value)) + width(
        font, name
    )


def _paint_left(
    painter: QPainter, look: Style, cell: Cell, names: tuple[str, str], color: str, reading: Reading
) -> None:
    """Name and value on two lines, or on one where the chart is low."""
    small, second, third = look.sans("small"), look.color("second"), look.color("third")
    left, room = look.px(12), look.px(GUTTER) - look.px(16)
    _, above, _, below = cell.margins(look)
    height = cell.height - above - below - (look.px(TIMES) if cell.times else 0.0)
    line = look.px(15)
    value, unit = look.mono("medium" if height < look.px(48) else "large"), reading.unit
    top = above + max((height - 2 * look.px(18)) / 2, -look.px(3))
    if height < look.px(30):
        box = QRectF(left, above + (height - line) / 2, room, line)
        long = _width(value, reading.value)
        _paint_name(painter, look, box.adjusted(0, 0, -long - look.px(6), 0), names)
        _put(painter, reading.value, box.right(), box.bottom() - look.px(3), value, readable(look, color))
        return
    _paint_name(painter, look, QRectF(left, top, room, line), names)
    base = top + look.px(34)
    x = left + _width(value, reading.value)
    _put(painter, reading.value, x, base, value, readable(look, color))
    x += look.px(5)
    if unit:
        _put(painter, unit, x + width(small, unit), base, small, second)
        x += width(small, unit) + look.px(8)
    if reading.limit is not None:
        _paint_limit(painter, look, x, left + room, base, reading)
    elif height >= look.px(60):
        words = f"{reading.tag} · {reading.companion}"
        words = words if reading.companion and _width(small, words) <= room else reading.tag
        _put(painter, words, left + _width(small, words), base + look.px(15), small, third)


def _paint_name(painter: QPainter, look: Style, box: QRectF, names: tuple[str, str]) -> float:
    """The name of the chart, or its short one where that has no room; gives the width it took."""
    font = look.sans("small", 500, 80)
    name = fitting(font, box.width(), *(name.upper() for name in names))
    return write(painter, box, name, font, look.color("second"))


def _put(painter: QPainter, text: str, right: float, base: float, font: QFont, color: QColor) -> float:
    """Writes a text that ends at `right`; gives where it starts."""
    painter.setFont(font)
    painter.setPen(color)
    start = right - _width(font, text)
    painter.drawText(QPointF(start, base), text)
    return start


def _width(font: QFont, text: str) -> float:
    """As `width`, but not kept: values are ever new."""
    return QFontMetricsF(font).horizontalAdvance(text)
