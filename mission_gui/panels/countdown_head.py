"""How the countdown's head is drawn: the big T, its event, and what goes on below it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from mission_gui.panels.headline import Headline
from mission_gui.panels.lettering import RIGHT, fitting, width, write
from mission_gui.theme import Style

_MONO_ADVANCE = 0.6  # of the type size, JetBrains Mono
_LABEL, _NAME, _LINE, _BAR = 20.0, 21.0, 18.0, 4.0


class HeadPainter:
    """Draws the head in a box of a width; its height follows from the width."""

    def __init__(self, look: Style, wide: float, top: float) -> None:
        self.look, self.wide = look, wide
        self.left, self.room = look.px(12), wide - look.px(24)
        self._top = top + look.px(7)
        self.clock_size = max(min(look.size("huge"), int(self.room / (10 * _MONO_ADVANCE))), 8)
        """Pixels of the big digits: as large as fits."""
        self.label_box = QRectF(self.left, self._top, self.room, look.px(_LABEL))
        """The topmost line."""
        above = self._top + look.px(_LABEL) + 1.16 * self.clock_size + look.px(_NAME + _LINE + 4)
        self.bar = QRectF(self.left, round(above), self.room, max(round(look.px(_BAR)), 3))
        """The bar of progress towards the event that T counts to, below its words; on whole pixels."""
        self.activity = QRectF(self.left, self.bar.bottom() + look.px(6), self.room, look.px(_LINE))
        """The line of what goes on now."""
        self.bottom = self.activity.bottom() + look.px(7)
        """Where the list begins."""

    def filled(self, fraction: float) -> float:
        """The filled length of the bar, in quarters of a pixel, so that it is the same whenever it looks the same."""
        return round(self.bar.width() * fraction * 4) / 4

    def draw(self, painter: QPainter, head: Headline) -> None:
        """All of the head."""
        look, px = self.look, self.look.px
        y = self._top

        def line(text: str, font: QFont, color: str, height: float) -> QRectF:
            nonlocal y
            box = QRectF(self.left, y, self.room, height)
            write(painter, box, text, font, look.color(color))
            y += height
            return box

        clock = QFont(look.mono("huge", 500))
        clock.setPixelSize(self.clock_size)
        line(head.label, look.sans("small"), "second", px(_LABEL))
        line(head.clock, clock, "soyuz", self.clock_size * 1.16)
        line(head.name, look.sans("medium", 600), "text", px(_NAME))
        line(head.detail, look.sans("small"), "second", px(_LINE))
        self.draw_bar(painter, head.fraction)
        self._draw_activity(painter, self.activity, head)
        edge = round(self.bottom) - 0.5
        painter.setPen(look.color("line"))
        painter.drawLine(0, int(edge), int(self.wide), int(edge))

    def _draw_activity(self, painter: QPainter, box: QRectF, head: Headline) -> None:
        """What goes on now at the left, how long yet at the right."""
        look, small, mono = self.look, self.look.sans("small"), self.look.mono("small", 500)
        taken = width(mono, head.left)
        write(painter, box, head.left, mono, look.color("text"), RIGHT)
        rest = box.adjusted(0, 0, -taken - look.px(6), 0)
        room = rest.width() - width(small, head.activity) - look.px(10)
        taken = write(painter, rest, fitting(small, room, head.ends, ""), small, look.color("second"), RIGHT)
        rest.setRight(rest.right() - taken - look.px(8))
        write(painter, rest, head.activity, small, look.color("text"))

    def draw_bar(self, painter: QPainter, fraction: float) -> None:
        """The bar alone, which moves between the seconds too."""
        bar, filled = self.bar, self.filled(fraction)
        radius = bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color("line"))
        painter.drawRoundedRect(bar, radius, radius)
        if filled > 0:
            painter.setBrush(self.look.color("soyuz"))
            length = max(filled, bar.height())
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), length, bar.height()), radius, radius)
