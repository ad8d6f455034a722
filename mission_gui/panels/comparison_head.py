"""Over a comparison: which flights, counted from what, and the figures that tell them apart at a glance."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from mission_gui.domain.facts import Text
from mission_gui.language import translate
from mission_gui.panels.base import Panel
from mission_gui.panels.comparison_series import SHORT_SAMPLE, ink, paint_sample
from mission_gui.panels.comparison_words import headline, names, since, tip, value, written
from mission_gui.panels.header_chips import Chip, chips_width, paint_chips
from mission_gui.panels.lettering import width, write
from mission_gui.panels.wording import day
from mission_gui.physics.comparison import Comparison
from mission_gui.physics.comparison_figures import Form, Measure
from mission_gui.theme import Style

TILES: dict[str, Text] = {
    "peak_load_replayed": Text("Peak load", "Наибольшая перегрузка"),
    "steepness_replayed": Text("Flight-path angle at 50 km", "Наклон траектории на 50 км"),
    "entry_interface_to_parachutes_replayed": Text("Entry to parachutes", "От входа до парашюта"),
    "entry_way_replayed": Text("Entry to landing place", "От входа до места посадки"),
    "short_of_plan_replayed": Text("From the aim point", "От точки прицеливания"),
}
"""The rows that are shown large, and what they are called there."""

_MOMENT = Measure(Form.MOMENT)

_NAMED = 3
"""So many flights have their names below their large figures."""

TITLE, TILE = 52.0, 80.0
"""Heights of the strip with the names and of the figures below it."""


class ComparisonHead(Panel):
    """The names beside their lines, and some figures in large type."""

    title = Text("Compared flights", "Сравниваемые полёты")

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.comparison: Comparison | None = None
        self.cursor_t: float | None = None

    def show_comparison(self, comparison: Comparison) -> None:
        """Other flights, or another alignment."""
        self.comparison = comparison
        self.setAccessibleDescription(headline(comparison))
        self.update()

    def show_cursor(self, t: float | None) -> None:
        """The T that the charts are read at; None where they are not."""
        self.cursor_t = t
        self.update()

    def tip_at(self, at: QPointF) -> str:
        """All that is known of the figures under the pointer."""
        comparison = self.comparison
        if comparison is None or at.y() < self.look.px(TITLE):
            return ""
        tile = min(int(at.x() / (self.width() / len(TILES))), len(TILES) - 1)
        row = comparison.row(list(TILES)[tile])
        told = zip(names(comparison), row.cells, strict=True)
        return "\n\n".join(f"{name}: {tip(row, cell)}" for name, cell in told)

    def sizeHint(self) -> QSize:
        return QSize(round(self.look.px(900)), round(self.look.px(TITLE + TILE)))

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        comparison, look = self.comparison, self.look
        if comparison is None:
            return
        strip = QRectF(area.left(), area.top(), area.width(), look.px(TITLE))
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawLine(strip.bottomLeft(), strip.bottomRight())
        self._paint_strip(painter, strip, comparison)
        wide = area.width() / len(TILES)
        for i, (row_id, name) in enumerate(TILES.items()):
            box = QRectF(area.left() + i * wide, strip.bottom(), wide, area.bottom() - strip.bottom())
            self._paint_tile(painter, box, comparison, row_id, str(name))
            if i:
                painter.setPen(QPen(look.color("line"), 1))
                painter.drawLine(
                    QPointF(round(box.left()) + 0.5, box.top()), QPointF(round(box.left()) + 0.5, box.bottom())
                )

    def _paint_strip(self, painter: QPainter, strip: QRectF, comparison: Comparison) -> None:
        look = self.look
        chips = self._chips(comparison)
        right = strip.right() - look.px(12)
        taken = chips_width(look, chips)
        if taken < strip.width() * 0.5:
            paint_chips(painter, look, chips, right - taken + look.px(12), right, strip.center().y())
            right -= taken
        x, middle = strip.left() + look.px(16), strip.center().y()
        for number, flown in enumerate(comparison.flights):
            font, small = look.sans("large", 650), look.sans("small")
            name, landing = str(flown.mission.name), flown.mission.event("touchdown").time
            sort = value(comparison.row("descent").measure, comparison.row("descent").cells[number])
            told = f"{day(landing)} {landing.year} · {sort}" if landing else sort
            needed = look.px(36) + max(width(font, name), width(small, told))
            if x + needed > right:
                name, font = names(comparison)[number], look.sans("medium", 600)
            x = paint_sample(painter, look, number, x, middle) + look.px(10)
            room = max(min(needed, right - x), 0.0)
            write(painter, QRectF(x, strip.top() + look.px(6), room, look.px(24)), name, font, ink(look, number))
            below = QRectF(x, strip.top() + look.px(29), room, look.px(18))
            wide = write(painter, below, told, small, look.color("second"))
            x += max(width(font, name), min(wide, room)) + look.px(28)

    def _chips(self, comparison: Comparison) -> tuple[Chip, ...]:
        counted = translate("Comparison", "T from {event}").format(event=since(comparison.align))
        if self.cursor_t is not None:
            told = translate("Comparison", "{time} from {event}")
            counted = told.format(time=written(_MOMENT, self.cursor_t), event=since(comparison.align))
        known = translate("Comparison", "reconstructed, not telemetry")
        return Chip(counted, "iss", "iss_text"), Chip(known, "off", "second", "diamond")

    def _paint_tile(self, painter: QPainter, box: QRectF, comparison: Comparison, row_id: str, name: str) -> None:
        look, row = self.look, comparison.row(row_id)
        inner = box.adjusted(look.px(14), look.px(8), -look.px(8), 0)
        write(
            painter,
            QRectF(inner.left(), inner.top(), inner.width(), look.px(18)),
            name,
            look.sans("small"),
            look.color("second"),
        )
        told = [value(row.measure, cell) for cell in row.cells]
        below = inner.adjusted(0, look.px(19), 0, -look.px(6))
        if len(told) > _NAMED:
            self._paint_many(painter, below, told)
        else:
            self._paint_named(painter, below, told, names(comparison))

    def _paint_named(self, painter: QPainter, box: QRectF, told: list[str], called: tuple[str, ...]) -> None:
        """Figures side by side, as large as has room, each over its line and name."""
        look, gap = self.look, self.look.px(26)
        for role in ("large", "medium", "normal", "small"):
            font = look.mono(role, 600)
            needed = sum(max(width(font, text), look.px(64)) for text in told) + gap * (len(told) - 1)
            if needed <= box.width():
                break
        x = box.left()
        for number, (text, name) in enumerate(zip(told, called, strict=True)):
            room = box.right() - x
            write(painter, QRectF(x, box.top(), room, look.px(27)), text, font, ink(look, number))
            foot = box.top() + look.px(36)
            start = paint_sample(painter, look, number, x, foot, SHORT_SAMPLE) + look.px(6)
            place = QRectF(start, foot - look.px(9), box.right() - start, look.px(18))
            taken = write(painter, place, name, look.sans("small"), look.color("second"))
            x += max(width(font, text), look.px(SHORT_SAMPLE + 6) + taken) + gap

    def _paint_many(self, painter: QPainter, box: QRectF, told: list[str]) -> None:
        """Many figures in two rows, each beside its line."""
        look, columns = self.look, ceil(len(told) / 2)
        wide, high = box.width() / columns, box.height() / 2
        for number, text in enumerate(told):
            row, column = divmod(number, columns)
            x, y = box.left() + column * wide, box.top() + row * high
            start = paint_sample(painter, look, number, x, y + high / 2, SHORT_SAMPLE) + look.px(5)
            place = QRectF(start, y, x + wide - start, high)
            write(painter, place, text, look.mono("small", 600), ink(look, number))
