"""The chips of the top strip: phase, pace, and how the flight is known."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from mission_gui.theme import Style

_HEIGHT, _GAP = 25.0, 12.0


@dataclass(frozen=True, slots=True)
class Chip:
    """A word in a frame, `brief` a shorter one; `glyph` is "", "diamond" or "warning", `tip` explains it on hover."""

    text: str
    color: str
    ink: str
    glyph: str = ""
    tip: str = ""
    brief: str = ""


def chip_width(look: Style, chip: Chip) -> float:
    """The width of a chip with its text."""
    text = QFontMetricsF(look.sans("small", 500, 30)).horizontalAdvance(chip.text)
    return look.px(20) + text + (look.px(15) if chip.glyph else 0.0)


def paint_chip(painter: QPainter, look: Style, chip: Chip, box: QRectF) -> None:
    """The frame, the glyph and the text, cut short where the box is too narrow."""
    painter.setPen(QPen(look.color(chip.color, 0.6), 1))
    painter.setBrush(look.color(chip.color, 0.16))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), look.px(3), look.px(3))
    inner = box.adjusted(look.px(10), 0, -look.px(9), 0)
    if chip.glyph:
        _paint_glyph(painter, look, chip, QPointF(inner.left() + look.px(4.5), box.center().y()))
        inner.setLeft(inner.left() + look.px(15))
    painter.setFont(look.sans("small", 500, 30))
    painter.setPen(look.color(chip.ink))
    text = painter.fontMetrics().elidedText(chip.text, Qt.TextElideMode.ElideRight, round(inner.width()) + 1)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _paint_glyph(painter: QPainter, look: Style, chip: Chip, centre: QPointF) -> None:
    painter.setPen(QPen(look.color(chip.ink), look.px(1.3)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    r = look.px(4.8)
    corners = [QPointF(0, -r), QPointF(r, 0), QPointF(0, r), QPointF(-r, 0)]
    if chip.glyph == "warning":
        corners = [QPointF(0, -r), QPointF(r, r * 0.8), QPointF(-r, r * 0.8)]
    painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))
    if chip.glyph == "warning":
        painter.drawLine(centre + QPointF(0, -r * 0.35), centre + QPointF(0, r * 0.25))


def dressed(chips: tuple[Chip, ...], brief: bool) -> tuple[Chip, ...]:
    """The chips; where they are to be `brief`, with the shorter word of each that has one."""
    return tuple(replace(chip, text=chip.brief) if brief and chip.brief else chip for chip in chips)


def chips_width(look: Style, chips: tuple[Chip, ...]) -> float:
    """The room of chips in a row, with the gap after each."""
    return sum(chip_width(look, chip) + look.px(_GAP) for chip in chips)


def paint_chips(
    painter: QPainter, look: Style, chips: tuple[Chip, ...], x: float, right: float, middle: float
) -> list[tuple[Chip, QRectF]]:
    """Chips from `x` up to `right`; the longest give way first. Gives where each stands."""
    height, gap = look.px(_HEIGHT), look.px(_GAP)
    widths = _capped([chip_width(look, chip) for chip in chips], right - x - gap * (len(chips) - 1))
    boxes = []
    for chip, width in zip(chips, widths, strict=True):
        box = QRectF(round(x), round(middle - height / 2), round(width), round(height))
        paint_chip(painter, look, chip, box)
        boxes.append((chip, box))
        x += width + gap
    return boxes


def _capped(widths: list[float], room: float) -> list[float]:
    """Widths that fit the room together: the longest are cut to one length."""
    left, rest = max(room, 0.0), len(widths)
    for width in sorted(widths):
        if width * rest > left:
            return [min(each, left / rest) for each in widths]
        left, rest = left - width, rest - 1
    return widths
