"""Parts of the top strip: chips, clocks, and the mission clock that can be set to another zero."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolButton, QWidget

from mission_gui.domain.mission import Mission
from mission_gui.panels.header_text import ZEROS, Clock, labels
from mission_gui.theme import Style

CHIP_HEIGHT = 25.0
CLOCK_GAP = 22.0


@dataclass(frozen=True, slots=True)
class Chip:
    """A word in a frame; `glyph` is "", "diamond" or "warning", `tip` explains it on hover."""

    text: str
    color: str
    ink: str
    glyph: str = ""
    tip: str = ""


def chip_width(look: Style, chip: Chip) -> float:
    """The width of a chip with its text; a chip without text is just its glyph."""
    text = QFontMetricsF(look.sans("small", 500, 30)).horizontalAdvance(chip.text)
    return look.px(20) + text + (look.px(9) if chip.glyph else 0.0) + (look.px(6) if chip.glyph and chip.text else 0.0)


def paint_chip(painter: QPainter, look: Style, chip: Chip, box: QRectF) -> None:
    """The frame, the glyph and the text, cut short where the box is too narrow."""
    painter.setPen(QPen(look.color(chip.color, 0.6), 1))
    painter.setBrush(look.color(chip.color, 0.16))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), look.px(3), look.px(3))
    inner = box.adjusted(look.px(10), 0, -look.px(9), 0)
    if chip.glyph:
        _paint_glyph(painter, look, chip, QPointF(inner.left() + look.px(4.5), box.center().y()))
        inner.setLeft(inner.left() + look.px(15))
    if chip.text:
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


def clock_widths(look: Style, mission: Mission, short: bool) -> list[float]:
    """The columns of the clocks, the mission clock last, wide enough for whatever they will show."""
    digits, small = QFontMetricsF(look.mono("large", 500)), QFontMetricsF(look.sans("small"))
    time = digits.horizontalAdvance("00:00:00")
    widths = [
        max([time, *(small.horizontalAdvance(label) for label in labels(zone, mission, short))])
        for zone in mission.clocks
    ]
    own = [small.horizontalAdvance(str(text)) for pair in ZEROS.values() for text in pair]
    return [*widths, max([digits.horizontalAdvance("+00:00:00"), *own])]


def paint_clock(painter: QPainter, look: Style, clock: Clock, box: QRectF, short: bool, ink: str = "second") -> None:
    """The time over its label, both flush right."""
    digits, small = look.mono("large", 500), look.sans("small")
    time_height, label_height = QFontMetricsF(digits).capHeight(), QFontMetricsF(small).capHeight()
    gap = look.px(8)
    top = box.center().y() - (time_height + gap + label_height) / 2
    for text, font, base, color in (
        (clock.time, digits, top + time_height, "text"),
        (clock.short if short else clock.label, small, top + time_height + gap + label_height, ink),
    ):
        painter.setFont(font)
        painter.setPen(look.color(color))
        painter.drawText(QPointF(box.right() - QFontMetricsF(font).horizontalAdvance(text), base), text)


class MissionClockButton(QToolButton):
    """The mission clock; a click counts from the next zero."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = style
        self.clock = Clock("", "", "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Mission clock")
        self.setToolTip("Mission clock. Click to count from undocking, ignition, entry or landing")

    def sizeHint(self) -> QSize:
        return QSize(round(self.look.px(120)), round(self.look.px(40)))

    def restyle(self, style: Style) -> None:
        self.look = style
        self.update()

    def show_clock(self, clock: Clock) -> None:
        """Another second, or another zero."""
        if clock != self.clock:
            self.clock = clock
            self.setAccessibleDescription(f"{clock.time} {clock.label.lower()}")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        box = QRectF(self.rect())
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(self.look.color("soyuz" if self.hasFocus() else "border"), self.look.px(1.2)))
            painter.setBrush(self.look.color("raised"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), self.look.px(3), self.look.px(3))
        inner = box.adjusted(0, 0, -self.look.px(6), 0)
        paint_clock(painter, self.look, self.clock, inner, False, "text" if self.underMouse() else "second")
        painter.end()


def columns(right: float, widths: list[float], gap: float, height: float) -> Iterator[QRectF]:
    """Boxes of the given widths side by side, the last one ending at `right`."""
    x = right - sum(widths) - gap * (len(widths) - 1)
    for width in widths:
        yield QRectF(x, 0, width, height)
        x += width + gap
