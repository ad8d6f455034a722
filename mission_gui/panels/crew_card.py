"""How a person's card of the crew roster is drawn: what ticks, and all the rest of it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from mission_gui.language import translate
from mission_gui.panels.crew_text import CrewCard
from mission_gui.panels.lettering import CENTRE, LEFT, RIGHT, fitting, width, write, write_runs, write_wrapped
from mission_gui.panels.portraits import draw_round
from mission_gui.theme import Style

_AGENCY_COLORS = {"NASA": ("burn", "burn"), "Roscosmos": ("iss", "iss_text")}
_OTHER = ("off", "text")
_LINES = {"name": 17.0, "person": 15.0, "flight": 16.0, "durations": 15.0, "bar": 8.0}
"""Heights in their order; below them a line for each record, as many as fit."""
_RECORD = 15.0
_EN_SPACE = "\u2002"
_LEAST_MARGIN = 2.5


class CardPainter:
    """Draws cards in a style. What a card has is placed the same way whether it ticks or not."""

    def __init__(self, look: Style) -> None:
        self.look = look

    def paint_moving(self, painter: QPainter, box: QRectF, card: CrewCard) -> None:
        """What ticks on a card."""
        lines = self.lines(box, card)
        self._durations(painter, lines["durations"], card)
        self._bar(painter, lines["bar"], card)

    def paint_still(self, painter: QPainter, box: QRectF, card: CrewCard, portrait: QImage | None) -> None:
        """All else."""
        lines = self.lines(box, card)
        self._disc(painter, self.disc(box, card), card, portrait)
        self._name(painter, lines["name"], card, chip="record 0" not in lines)
        self._person(painter, lines["person"], card)
        self._flight(painter, lines["flight"], card)
        font, ink = self.look.sans("small"), self.look.color("soyuz_text")
        for index, words in enumerate(card.records):
            if line := lines.get(f"record {index}"):
                write(painter, line, fitting(font, line.width(), *words), font, ink)

    def disc(self, box: QRectF, card: CrewCard) -> QRectF:
        """Where the portrait or the initials are: beside the first lines."""
        px, top = self.look.px, self.lines(box, card)["name"].top()
        radius = min(px(23), box.height() * 0.3)
        return QRectF(box.left() + px(12), top + px(2), 2 * radius, 2 * radius)

    def lines(self, box: QRectF, card: CrewCard) -> dict[str, QRectF]:
        """Where each line of the card is, centred in the box."""
        px = self.look.px
        least = sum(_LINES.values())
        shown = int(max(box.height() / px(1) - 2 * _LEAST_MARGIN - least, 0) // _RECORD)
        heights = _LINES | {f"record {i}": _RECORD for i in range(min(shown, len(card.records)))}
        y = box.top() + max((box.height() - px(sum(heights.values()))) / 2, 0)
        left = box.left() + px(24) + 2 * min(px(23), box.height() * 0.3)
        found = {}
        for name, height in heights.items():
            found[name] = QRectF(left, y, box.right() - px(12) - left, px(height))
            y += px(height)
        return found

    def _disc(self, painter: QPainter, disc: QRectF, card: CrewCard, portrait: QImage | None) -> None:
        look = self.look
        color, ink = _AGENCY_COLORS.get(card.agency, _OTHER)
        painter.setPen(QPen(look.color(color, 0.75), max(look.px(1), 1)))
        painter.setBrush(look.color(color, 0.16))
        if portrait is not None:
            draw_round(painter, disc, portrait)
            return
        painter.drawEllipse(disc)
        write(painter, disc, card.initials, look.sans("normal", 600), look.color(ink), CENTRE)

    def _name(self, painter: QPainter, box: QRectF, card: CrewCard, chip: bool) -> None:
        """The name keeps its place, the agency gives way; a chip tells of the record where no line of its own does."""
        look, small = self.look, self.look.sans("small")
        font, gap = look.sans("normal", 600), look.px(8)
        used = min(width(font, card.name), box.width()) + gap
        rest = box.adjusted(used, 0, 0, 0)
        agency = fitting(small, rest.width(), *card.agencies, "")
        taken = write(painter, rest, agency, small, look.color("second"), RIGHT)
        write(painter, box, card.name, font, look.color("text"))
        if card.record_name and chip:
            room = rest.width() - taken - gap - look.px(12)
            self._chip(
                painter, rest, fitting(small, room, card.record_name, translate("Crew", "record"), ""), "soyuz", LEFT
            )

    def _chip(self, painter: QPainter, box: QRectF, text: str, color: str, side: Qt.AlignmentFlag) -> QRectF:
        """A word in a small frame at the left or right of the box; gives the frame."""
        if not text:
            return QRectF(box.right(), box.top(), 0, box.height())
        look, font, amber = self.look, self.look.sans("small"), color == "soyuz"
        chip = QRectF(0, box.top() + look.px(1), width(font, text) + look.px(12), box.height() - look.px(2))
        chip.moveLeft(box.left() if side == LEFT else box.right() - chip.width())
        painter.setPen(QPen(look.color(color, 0.7 if amber else 1), 1))
        painter.setBrush(look.color("soyuz", 0.12) if amber else look.color("raised"))
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), look.px(3), look.px(3))
        ink = look.color("soyuz_text" if amber else "text")
        write(painter, chip.adjusted(-1, 0, 1, 0), text, font, ink, CENTRE)
        return chip

    def _person(self, painter: QPainter, box: QRectF, card: CrewCard) -> None:
        font = self.look.sans("small")
        write(painter, box, fitting(font, box.width(), *card.person_lines), font, self.look.color("second"))

    def _flight(self, painter: QPainter, box: QRectF, card: CrewCard) -> None:
        font = self.look.sans("small")
        chip = self._chip(painter, box, card.state, "line", RIGHT)
        line = QRectF(box)
        line.setRight(chip.left() - self.look.px(8))
        write(painter, line, fitting(font, line.width(), *card.flight_lines), font, self.look.color("second"))

    def _durations(self, painter: QPainter, box: QRectF, card: CrewCard) -> None:
        """This flight and all flights: in fewer words rather than without the seconds, which tick."""
        look, mono, sans = self.look, self.look.mono("small", 500), self.look.sans("small")
        strong, weak = look.color("text"), look.color("second")
        full, brief = _duration_words(card)
        known = ((full, card.this_flight), (brief, card.this_flight), (brief, card.this_flight_short))
        told = [_duration_parts(words, span, card.in_all) for words, span in known]
        fonts = (sans, mono, sans, mono, sans)
        wide = (sum(width(font, text) for font, text in zip(fonts, parts, strict=True)) for parts in told)
        parts = next((parts for parts, taken in zip(told, wide, strict=True) if taken <= box.width()), told[-1])
        inks = (weak, strong, weak, strong, weak)
        write_runs(painter, box, list(zip(parts, fonts, inks, strict=True)))

    def _bar(self, painter: QPainter, box: QRectF, card: CrewCard) -> None:
        look = self.look
        bar = QRectF(box.left(), box.center().y() - look.px(1.5), box.width(), look.px(3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("line"))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        painter.setBrush(look.color(_AGENCY_COLORS.get(card.agency, _OTHER)[0]))
        done = QRectF(bar.left(), bar.top(), bar.width() * card.fraction, bar.height())
        painter.drawRoundedRect(done, bar.height() / 2, bar.height() / 2)
        if card.tick is not None:
            x = bar.left() + bar.width() * card.tick
            painter.fillRect(QRectF(x - look.px(0.75), box.top(), look.px(1.5), box.height()), look.color("text"))


def _duration_words(card: CrewCard) -> tuple[str, str]:
    """The wording of the durations, and a shorter one."""
    if not card.in_all:
        full = translate("Crew", "{flight} this flight · in all not known")
        return full, translate("Crew", "{flight} · in all not known")
    return translate("Crew", "{flight} this flight · {all} in all"), translate("Crew", "{flight} · {all} in all")


def _duration_parts(words: str, flight: str, in_all: str) -> tuple[str, str, str, str, str]:
    before, rest = words.split("{flight}")
    between, _, after = rest.partition("{all}")
    return before, flight, _apart(between), in_all, _apart(after)


def _apart(words: str) -> str:
    """Words after a figure: the space of a text is too narrow beside those within the figure."""
    return f"{_EN_SPACE}{words[1:]}" if words.startswith(" ") else words


def paint_nobody(painter: QPainter, look: Style, area: QRectF, title: str, text: str) -> None:
    """Three empty couches, and why."""
    px, middle = look.px, area.center()
    painter.setPen(QPen(look.color("third"), max(px(1), 1), Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    top = max(middle.y() - px(72), area.top() + px(6))
    for aside in (-1, 0, 1):
        painter.drawEllipse(QPointF(middle.x() + aside * px(60), top + px(23)), px(23), px(23))
    line = QRectF(area.left(), top + px(58), area.width(), px(22))
    write(painter, line, title, look.sans("medium", 600), look.color("text"), CENTRE)
    below = QRectF(area.left() + px(24), line.bottom() + px(4), area.width() - px(48), area.bottom() - line.bottom())
    write_wrapped(painter, below, text, look.sans("small"), look.color("second"), CENTRE)
