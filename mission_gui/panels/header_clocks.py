"""The clocks of the top strip, and the mission clock that can be set to another zero."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mission_gui.domain.mission import Mission
from mission_gui.language import translate
from mission_gui.panels.focus import draw_focus
from mission_gui.panels.header_text import Clock, Clocks, labels
from mission_gui.panels.lettering import width
from mission_gui.panels.telling import tell
from mission_gui.panels.text_button import KeyedButton
from mission_gui.panels.zero import ZEROS
from mission_gui.theme import Style


def clock_widths(look: Style, mission: Mission, clocks: Clocks, level: int) -> list[float]:
    """The columns of the clocks, the mission clock last, wide enough for whatever they will show."""
    digits, small = QFontMetricsF(look.mono("large", 500)), QFontMetricsF(look.sans("small"))
    time = digits.horizontalAdvance("00:00:00")
    widths = []
    for zone in clocks.of(mission):
        shown = labels(zone, mission.start, mission.end, level, clocks.day_of_year)
        widths.append(max(time, *(small.horizontalAdvance(label) for label in shown)))
    own = [small.horizontalAdvance(str(text)) for zero in ZEROS.values() for text in (zero.since, zero.until)]
    return [*widths, max([digits.horizontalAdvance("+00:00:00"), *own])]


def _lines(look: Style, box: QRectF) -> tuple[float, float]:
    """Base lines of a clock's time and of its label."""
    digits, small = QFontMetricsF(look.mono("large", 500)), QFontMetricsF(look.sans("small"))
    gap = look.px(8)
    top = box.center().y() - (digits.capHeight() + gap + small.capHeight()) / 2
    return top + digits.capHeight(), top + digits.capHeight() + gap + small.capHeight()


def paint_time(painter: QPainter, look: Style, time: str, box: QRectF) -> None:
    """The digits of a clock, flush right."""
    font = look.mono("large", 500)
    painter.setFont(font)
    painter.setPen(look.color("text"))
    painter.drawText(QPointF(box.right() - width(font, time), _lines(look, box)[0]), time)


def paint_label(painter: QPainter, look: Style, label: str, box: QRectF, ink: str = "second") -> None:
    """The label below the digits, flush right."""
    font = look.sans("small")
    painter.setFont(font)
    painter.setPen(look.color(ink))
    painter.drawText(QPointF(box.right() - width(font, label), _lines(look, box)[1]), label)


def columns(right: float, widths: Sequence[float], gap: float, height: float) -> Iterator[QRectF]:
    """Boxes of the given widths side by side, the last one ending at `right`."""
    x = right - sum(widths) - gap * (len(widths) - 1)
    for wide in widths:
        yield QRectF(x, 0, wide, height)
        x += wide + gap


class MissionClockButton(KeyedButton):
    """The mission clock; a click counts from the next zero, its menu offers them all."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(style, parent)
        self.clock = Clock("", ("", ""))
        self.setAccessibleName(translate("Header", "Mission clock"))
        self.setToolTip(
            translate(
                "Header", "Mission clock. Click to count from another event; right-click for this and the other clocks"
            )
        )

    def sizeHint(self) -> QSize:
        return QSize(round(self.look.px(120)), round(self.look.px(40)))

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        self.look = style
        self.update()

    def show_clock(self, clock: Clock) -> None:
        """Another second, or another zero."""
        if clock != self.clock:
            self.clock = clock
            tell(self, f"{clock.time} {clock.labels[0].lower()}")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        box = QRectF(self.rect())
        if self.underMouse():
            painter.setPen(QPen(self.look.color("border"), self.look.px(1.2)))
            painter.setBrush(self.look.color("raised"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), self.look.px(3), self.look.px(3))
        if self.hasFocus():
            draw_focus(painter, self.look, box)
        inner = box.adjusted(0, 0, -self.look.px(6), 0)
        paint_time(painter, self.look, self.clock.time, inner)
        paint_label(painter, self.look, self.clock.labels[0], inner, "text" if self.underMouse() else "second")
        painter.end()
