"""The crew roster: who is aboard, how long each has been in space, and the records of the day."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QToolTip, QWidget

from mission_gui.domain.frame import Frame
from mission_gui.panels.base import Panel
from mission_gui.panels.crew_text import CrewCard, captions, crew_cards, note, summary
from mission_gui.panels.lettering import CENTRE, LEFT, RIGHT, fitting, open_layer, pixel_ratio, width, write, write_runs
from mission_gui.theme import Style

_AGENCY_COLORS = {"NASA": ("burn", "burn"), "Roscosmos": ("iss", "iss_text")}
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
UNCREWED = "This ship came home with nobody aboard."


class CrewRoster(Panel):
    """A card for each person; durations tick on the mission clock."""

    heading = "Crew"

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.cards: list[CrewCard] = []
        self._captions: tuple[str, ...] = ("",)
        self._layer = QPixmap()
        self._drawn: object = None

    def show_frame(self, frame: Frame) -> None:
        """Ticks the durations, and moves each person's state."""
        if self.mission and self.trajectory:
            self.cards = crew_cards(self.mission, self.trajectory, frame)
            self.note = note(self.mission, self.trajectory, frame)
            self._captions = captions(self.mission, frame.utc)
        super().show_frame(frame)

    def describe(self, frame: Frame) -> str:
        """Each person's state and days in space."""
        if not (self.mission and self.trajectory):
            return ""
        cards = self.cards if frame is self.frame else crew_cards(self.mission, self.trajectory, frame)
        return f"{note(self.mission, self.trajectory, frame)}. {summary(cards)}"

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """The cards, and below them what the bars mean."""
        look = self.look
        if not self.cards:
            painter.setFont(look.sans())
            painter.setPen(look.color("second"))
            painter.drawText(area.adjusted(look.px(12), 0, -look.px(12), 0), _CENTRED, UNCREWED)
            return
        ratio = pixel_ratio(painter)
        still = tuple(
            replace(c, this_flight="", this_flight_short="", in_all="", fraction=0.0, tip="") for c in self.cards
        )
        key = still, self._captions, self.size(), ratio, look
        if key != self._drawn:
            self._layer, self._drawn = self._draw_still(area, ratio), key
        painter.drawPixmap(area.topLeft(), self._layer)
        for index, card in enumerate(self.cards):
            self._paint_card(painter, self.card_box(index), card, moving=True)

    def _draw_still(self, area: QRectF, ratio: float) -> QPixmap:
        """All but what ticks, on a layer: it changes a few times in a mission."""
        look = self.look
        layer, painter = open_layer(area.size(), ratio, look.color("panel"))
        painter.translate(-area.topLeft())
        for index, card in enumerate(self.cards):
            box = self.card_box(index)
            self._paint_card(painter, box, card, moving=False)
            if index:
                painter.fillRect(QRectF(look.px(12), box.top(), self.width() - look.px(24), 1), look.color("line"))
        text, height = self._foot()
        foot = QRectF(area.left(), area.bottom() - height, area.width(), height)
        foot.adjust(look.px(12), 0, -look.px(10), 0)
        painter.setFont(look.sans("small"))
        painter.setPen(look.color("third"))
        painter.drawText(foot, _WRAPPED, text)
        painter.end()
        return layer

    def _foot(self) -> tuple[str, float]:
        """The longest caption that fits into two lines, one where the panel is low, and its height."""
        look, metrics = self.look, QFontMetricsF(self.look.sans("small"))
        lines = 2 if self.height() >= look.px(320) else 1
        for text in self._captions:
            need = metrics.boundingRect(QRectF(0, 0, self.width() - look.px(24), 1000), _WRAPPED, text)
            if need.height() <= metrics.height() * (lines + 0.2):
                break
        return text, (need.height() + look.px(7) if text else 0.0)

    def card_box(self, index: int) -> QRectF:
        """Where a person's card is."""
        area = self.content()
        room = area.height() - self._foot()[1]
        height = min(room / max(len(self.cards), 1), self.look.px(130))
        return QRectF(area.left(), area.top() + index * height, area.width(), height)

    def _paint_card(self, painter: QPainter, box: QRectF, card: CrewCard, moving: bool) -> None:
        """What ticks on a card, or all the rest of it."""
        look = self.look
        lines = [18.0, 15.0, 17.0, 17.0]
        with_record = bool(card.record) and box.height() >= look.px(sum(lines) + 34)
        needed = look.px(sum(lines) + 9 + (17 if with_record else 0))
        y = box.top() + max((box.height() - needed) / 2, 0)
        disc = min(look.px(23), box.height() * 0.3)
        if not moving:
            self._paint_disc(painter, QPointF(box.left() + look.px(12) + disc, y + disc + look.px(2)), disc, card)
        x = box.left() + look.px(24) + 2 * disc
        text = QRectF(x, y, box.right() - look.px(12) - x, 0)
        for paint, height in zip((self._name, self._person, self._flight, self._durations), lines, strict=True):
            text.setHeight(look.px(height))
            if (paint == self._durations) is moving:
                paint(painter, text, card)
            text.moveTop(text.bottom())
        text.setHeight(look.px(9))
        if moving:
            self._bar(painter, text, card)
        elif with_record:
            text = QRectF(text.left(), text.bottom() + look.px(1), text.width(), look.px(16))
            write(painter, text, card.record, look.sans("small"), look.color("soyuz_text"))

    def _paint_disc(self, painter: QPainter, centre: QPointF, radius: float, card: CrewCard) -> None:
        look = self.look
        color, ink = _AGENCY_COLORS.get(card.agency, ("off", "text"))
        painter.setPen(QPen(look.color(color, 0.75), max(look.px(1), 1)))
        painter.setBrush(look.color(color, 0.16))
        painter.drawEllipse(centre, radius, radius)
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        write(painter, box, card.initials, look.sans("normal", 600), look.color(ink), CENTRE)

    def _name(self, painter: QPainter, box: QRectF, card: CrewCard) -> None:
        look = self.look
        taken = write(painter, box, card.agency, look.sans("small"), look.color("second"), RIGHT)
        font, name = look.sans("normal", 600), box.adjusted(0, 0, -taken - look.px(8), 0)
        used = write(painter, name, card.name, font, look.color("text")) + look.px(8)
        if card.record_name:
            room = name.width() - used - look.px(12)
            words = fitting(look.sans("small"), room, card.record_name, "record", "")
            self._chip(painter, name.adjusted(used, 0, 0, 0), words, "soyuz", LEFT)

    def _chip(self, painter: QPainter, box: QRectF, text: str, color: str, side: Qt.AlignmentFlag) -> QRectF:
        """A word in a small frame at the left or right of the box; gives the frame."""
        if not text:
            return QRectF()
        look, font = self.look, self.look.sans("small")
        chip = QRectF(0, box.top() + look.px(1), width(font, text) + look.px(12), box.height() - look.px(2))
        chip.moveLeft(box.left() if side == LEFT else box.right() - chip.width())
        painter.setPen(QPen(look.color(color, 0.7 if color == "soyuz" else 1), 1))
        painter.setBrush(look.color("soyuz", 0.12) if color == "soyuz" else look.color("raised"))
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), look.px(3), look.px(3))
        write(
            painter,
            chip.adjusted(-1, 0, 1, 0),
            text,
            font,
            look.color("soyuz_text" if color == "soyuz" else "text"),
            CENTRE,
        )
        return chip

    def _person(self, painter: QPainter, box: QRectF, card: CrewCard) -> None:
        write(painter, box, card.person_line, self.look.sans("small"), self.look.color("second"))

    def _flight(self, painter: QPainter, box: QRectF, card: CrewCard) -> None:
        font = self.look.sans("small")
        chip = self._chip(painter, box, card.state, "line", RIGHT)
        line = QRectF(box)
        line.setRight(chip.left() - self.look.px(8))
        write(painter, line, fitting(font, line.width(), *card.flight_lines), font, self.look.color("second"))

    def _durations(self, painter: QPainter, box: QRectF, card: CrewCard) -> None:
        look, mono, sans = self.look, self.look.mono("small", 500), self.look.sans("small")
        rest = width(sans, " this flight ·  in all") + width(mono, card.in_all)
        span = fitting(mono, box.width() - rest, card.this_flight, card.this_flight_short)
        strong, weak = look.color("text"), look.color("second")
        runs = [(span, mono, strong), (" this flight", sans, weak)]
        if card.in_all:
            runs += [(" · ", sans, weak), (card.in_all, mono, strong), (" in all", sans, weak)]
        write_runs(painter, box, runs)

    def _bar(self, painter: QPainter, box: QRectF, card: CrewCard) -> None:
        look = self.look
        bar = QRectF(box.left(), box.center().y() - look.px(1.5), box.width(), look.px(3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("line"))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        painter.setBrush(look.color(_AGENCY_COLORS.get(card.agency, ("off", "text"))[0]))
        painter.drawRoundedRect(
            QRectF(bar.left(), bar.top(), bar.width() * card.fraction, bar.height()), bar.height() / 2, bar.height() / 2
        )
        if card.tick is not None:
            x = bar.left() + bar.width() * card.tick
            painter.fillRect(QRectF(x - look.px(0.75), box.top(), look.px(1.5), box.height()), look.color("text"))

    def card_at(self, point: QPointF) -> int:
        """The card under a point; -1 where there is none."""
        return next((i for i in range(len(self.cards)) if self.card_box(i).contains(point)), -1)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.card_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.cards[index].tip if index >= 0 else "", self)
            return True
        return super().event(event)
