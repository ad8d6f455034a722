"""The figures of the moment in a row above the descent's line."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.facts import Text
from mission_gui.panels.descent_layout import Places
from mission_gui.panels.descent_words import NOTHING, READ, Reading
from mission_gui.panels.lettering import LEFT, RIGHT, fitting, write, write_runs
from mission_gui.theme import Style

_SHORT = {
    "air_speed": Text("Speed", "Скорость"),
    "mach": Text("Mach", "Мах"),
    "heat_flux": Text("Heating", "Нагрев"),
    "range_to_go": Text("To go", "Осталось"),
}
"""Names for cells where name and number share a line."""


def paint_names(painter: QPainter, look: Style, places: Places) -> None:
    """What does not change: the names, and the lines between the figures."""
    last = places.readings[-1]
    for cell, channel in zip(places.readings, READ, strict=True):
        painter.setPen(QPen(look.color("line"), 1))
        if cell.right() < last.right() - 1:
            painter.drawLine(QPointF(cell.right(), cell.top()), QPointF(cell.right(), cell.bottom()))
        y = round(cell.bottom()) - 0.5
        painter.drawLine(QPointF(cell.left(), y), QPointF(cell.right(), y))
        long = CHANNELS[channel].name
        name = str(_SHORT.get(channel, long) if places.reading_detail == 1 else long)
        write(painter, _name_box(look, cell, places.reading_detail), name, look.sans("small"), look.color("second"))


def paint_values(painter: QPainter, look: Style, places: Places, told: tuple[Reading, ...]) -> None:
    """The numbers with their units, and below them, where there is room, how sure they are."""
    lines = places.reading_detail
    role = {3: "large", 2: "medium", 1: "small"}[lines]
    number, small = look.mono(role, 500), look.sans("small")
    for cell, reading in zip(places.readings, told, strict=True):
        ink = look.color("third" if reading.value == NOTHING else "text")
        unit = f" {reading.unit}" if reading.unit else ""
        box = _value_box(look, cell, lines)
        write_runs(
            painter,
            box,
            [(reading.value, number, ink), (unit, small, look.color("second"))],
            RIGHT if lines == 1 else LEFT,
        )
        if lines == 3:
            below = QRectF(box.left(), cell.bottom() - look.px(20), box.width(), look.px(16))
            words = fitting(small, below.width(), reading.below, reading.below.partition(" · ")[0])
            write(painter, below, words, small, look.color("third"))


def _inner(look: Style, cell: QRectF, lines: int) -> QRectF:
    inset = look.px(8 if lines == 1 else 12)
    return cell.adjusted(inset, 0, -inset, 0)


def _name_box(look: Style, cell: QRectF, lines: int) -> QRectF:
    inner = _inner(look, cell, lines)
    return inner if lines == 1 else QRectF(inner.left(), inner.top() + look.px(4), inner.width(), look.px(16))


def _value_box(look: Style, cell: QRectF, lines: int) -> QRectF:
    inner, tall = _inner(look, cell, lines), look.px(24 if lines == 3 else 20)
    return inner if lines == 1 else QRectF(inner.left(), inner.top() + look.px(19), inner.width(), tall)
