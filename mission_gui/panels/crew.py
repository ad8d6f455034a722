"""The crew roster: who is aboard, how long each has been in space, and the records of the day."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QTimer
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.panels.base import Panel
from mission_gui.panels.crew_card import CardPainter, paint_nobody
from mission_gui.panels.crew_text import CrewCard, Member, card, measure, members, note, summary
from mission_gui.panels.crew_tips import explain, measures, origins
from mission_gui.panels.layer import Drawn, Layer, lay, open_layer, pixel_ratio
from mission_gui.panels.lettering import lines_high, write_wrapped
from mission_gui.panels.portraits import portrait
from mission_gui.panels.provenance import Origin, Sourced
from mission_gui.panels.record_text import captions
from mission_gui.panels.telling import announce
from mission_gui.theme import Style

NOBODY = Text("Nobody aboard", "На борту никого")
_LARGEST_CARD = 150.0
POINTED_MS = 4000
"""For which a card that was looked for is marked."""


class CrewRoster(Panel):
    """A card for each person; durations tick on the mission clock."""

    heading = Text("Crew", "Экипаж")

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.members: tuple[Member, ...] = ()
        self.cards: list[CrewCard] = []
        self.portraits: dict[str, QImage] = {}
        self._captions: tuple[str, ...] = ("",)
        self._measured: tuple[object, tuple[str, float]] = (None, ("", 0.0))
        self._drawn = Drawn()
        self._second: datetime | None = None
        self._pointed = ""

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        """Finds who passes which record when, and the user's portraits."""
        self.members, self.cards = members(mission, trajectory), []
        found = ((person.id, portrait(person.id)) for person in mission.crew)
        self.portraits = {person: image for person, image in found if image is not None}
        self._drawn.clear()
        self._second = None
        super().load(mission, trajectory)

    def show_frame(self, frame: Frame) -> None:
        """Ticks the durations, and moves each person's state."""
        if self.mission:
            self.note = note(self.mission, frame)
            second = frame.utc.replace(microsecond=0)
            if second != self._second:
                self._second = second
                self._tick(self.mission, second)
        super().show_frame(frame)

    def _tick(self, mission: Mission, utc: datetime) -> None:
        """Nothing on a card shows less than a second."""
        self.cards = [card(mission, member, utc) for member in self.members]
        ticks = [measure(member, utc) for member in self.members]
        self._captions = captions(self.members[0].records, ticks, utc.date()) if ticks else ("",)

    def picture_of(self, frame: Frame) -> object:
        return self._second, self.note

    def point_out(self, person: str) -> None:
        """Draws the eye to a person's card for a moment, and says it to a screen reader."""
        self._pointed = person
        told = next((member for member in self.members if member.person.id == person), None)
        if told is not None and self.frame is not None:
            announce(self, explain(told, self.frame.utc))
        QTimer.singleShot(POINTED_MS, self, self._let_go)
        self.update()

    def _let_go(self) -> None:
        self._pointed = ""
        self.update()

    def describe(self, frame: Frame) -> str:
        """Each person's state and days in space."""
        if self.mission is None:
            return ""
        if not self.members:
            return f"{NOBODY}. {nobody(self.mission)}"
        mission, second = self.mission, frame.utc.replace(microsecond=0)
        cards = self.cards if second == self._second else [card(mission, member, second) for member in self.members]
        return f"{note(mission, frame)}. {summary(cards)}"

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """The cards, and below them what the bars mean."""
        look = self.look
        if not self.members:
            if self.mission is not None:
                paint_nobody(painter, look, area, str(NOBODY), nobody(self.mission))
            return
        ratio = pixel_ratio(painter)
        still = tuple(
            replace(card, this_flight="", this_flight_short="", in_all="", fraction=0.0) for card in self.cards
        )
        shape = self.size(), ratio, look, self.docked
        layer = self._drawn.picture(shape, (still, self._captions), lambda: self._draw_still(area, ratio))
        lay(painter, area.topLeft(), layer)
        made = CardPainter(look)
        for index, one in enumerate(self.cards):
            made.paint_moving(painter, self.card_box(index), one)
            if one.id == self._pointed:
                painter.setPen(QPen(look.color("soyuz"), max(look.px(2), 1.5)))
                painter.setBrush(look.color("soyuz", 0.12))
                painter.drawRect(self.card_box(index).adjusted(1, 1, -1, -1))

    def _draw_still(self, area: QRectF, ratio: float) -> Layer:
        """All but what ticks, on a layer: it changes a few times in a mission."""
        look, made = self.look, CardPainter(self.look)
        layer, painter = open_layer(area.size(), ratio, look.color("panel"))
        painter.translate(-area.topLeft())
        for index, one in enumerate(self.cards):
            box = self.card_box(index)
            made.paint_still(painter, box, one, self.portraits.get(one.id))
            if index:
                painter.fillRect(QRectF(look.px(12), box.top(), self.width() - look.px(24), 1), look.color("line"))
        text, height = self._foot()
        foot = QRectF(area.left(), area.bottom() - height, area.width(), height).adjusted(
            look.px(12), 0, -look.px(12), 0
        )
        write_wrapped(painter, foot, text, look.sans("small"), look.color("third"))
        painter.end()
        return layer

    def _foot(self) -> tuple[str, float]:
        """The longest caption that fits into two lines, one where the panel is low, and its height."""
        key = self._captions, self.size(), self.docked, self.look
        if key != self._measured[0]:
            self._measured = key, self._measure_foot()
        return self._measured[1]

    def _measure_foot(self) -> tuple[str, float]:
        look, font, room = self.look, self.look.sans("small"), self.width() - self.look.px(26)
        most = 2 if self.content().height() >= look.px(300) else 1
        fitting = (text for text in self._captions if lines_high(font, text, room) <= most)
        text = next(fitting, self._captions[-1])
        return text, (lines_high(font, text, room) * look.px(15) + look.px(7) if text else 0.0)

    def card_box(self, index: int) -> QRectF:
        """Where a person's card is."""
        area = self.content()
        room = area.height() - self._foot()[1]
        height = min(room / max(len(self.members), 1), self.look.px(_LARGEST_CARD))
        return QRectF(area.left(), area.top() + index * height, area.width(), height)

    def card_at(self, point: QPointF) -> int:
        """The card under a point; -1 where there is none."""
        return next((i for i in range(len(self.cards)) if self.card_box(i).contains(point)), -1)

    def sourced(self) -> list[Sourced]:
        """Each person's card with its lines, and what the bars mean."""
        if self.frame is None or len(self.cards) != len(self.members):
            return []
        utc, made, found = self.frame.utc, CardPainter(self.look), []
        for index, (member, shown) in enumerate(zip(self.members, self.cards, strict=True)):
            box, words = self.card_box(index), partial(explain, member, utc)
            lines = made.lines(box, shown)
            known = ((lines[line], origin) for line, origin in origins(member, utc) if line in lines)
            found += [Sourced(line.adjusted(0, 0, self.look.px(8), 0), origin, words) for line, origin in known]
            found.append(Sourced(box, Origin.PUBLISHED, words))
        if self._foot()[0]:
            area, height = self.content(), self._foot()[1]
            foot = QRectF(area.left(), area.bottom() - height, area.width(), height)
            found.append(Sourced(foot, Origin.PUBLISHED, partial(measures, self.members, utc)))
        return found


def nobody(mission: Mission) -> str:
    """What is said in place of a crew."""
    told = translate(
        "Crew", "{ship} came home without a crew. Its flight, landing and recovery are shown as for any other."
    )
    return told.format(ship=mission.name)
