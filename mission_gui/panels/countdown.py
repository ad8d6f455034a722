"""Countdown to the next event and to the end of what goes on, over the sequence of all events."""

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from mission_gui.domain.clock import MissionClock
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.panels.countdown_columns import COLUMN_NAMES, NOTES, Columns, counted, next_columns
from mission_gui.panels.countdown_head import HeadPainter
from mission_gui.panels.countdown_list import ListLayer
from mission_gui.panels.headline import Course, Headline, course, headline, summary
from mission_gui.panels.layer import lay, pixel_ratio
from mission_gui.panels.lettering import fitting, width
from mission_gui.panels.marks import State
from mission_gui.panels.menu import Choice, open_menu
from mission_gui.panels.provenance import Origin, Sourced, origin_of, sourced_event
from mission_gui.panels.rows import RowsPanel
from mission_gui.panels.sequence import Row, RowBook, disagree, explain
from mission_gui.panels.telling import tell
from mission_gui.panels.text_button import TextButton
from mission_gui.panels.zero import ZEROS, zero_choices, zero_of, zeros
from mission_gui.theme import Style


class Countdown(RowsPanel):
    """The big T−, and below it every event with plan, fact and difference, or with its T− and T+."""

    heading = Text("Countdown", "Обратный отсчёт")
    smallest_row = 18.5

    zero_wished = Signal(str)
    """The id of the event from which every T is to be counted."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.rows: tuple[Row, ...] = ()
        self.columns = Columns.PLAN
        self._course: Course | None = None
        self._book: RowBook | None = None
        self._head: Headline | None = None
        self._clock: MissionClock | None = None
        self.list = ListLayer()
        self._stale = QRect()
        self._head_key: object = None
        self._head_painter = HeadPainter(style, 0.0, 0.0)
        told = translate("Countdown", "Columns of the list, and the zero of T")
        self.choice = TextButton(style, translate("Countdown", "Columns"), told, self, opens=True)
        self.choice.clicked.connect(self.open_choices)
        self.choice.hide()

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        """A new sequence; of another mission the list starts over at the moment."""
        other = self.is_other(mission)
        self.rows, self._head = (), None
        self._course, self._book = course(mission, trajectory), RowBook(mission, trajectory)
        super().load(mission, trajectory)
        if other:
            self.selected = -1
            self.follow()
        self.choice.setVisible(not self.bare)
        self._choose_note()

    def set_bare(self, bare: bool) -> None:
        super().set_bare(bare)
        self.choice.setVisible(not bare and self._course is not None)

    def show_frame(self, frame: Frame) -> None:
        """Moves the countdown on, and the states of the rows; only what looks different is painted again."""
        self.frame = frame
        if self._course is None or self._book is None:
            return
        before, head = self._head, headline(self._course, frame, self._clock)
        rows, self._head = self._book.at(frame), head
        if rows != self.rows:
            self.rows = rows
            self.update()
            self.mind_now()
        elif before is None or _words(head) != _words(before):
            self.update(self._stale_area())
        elif self._heads().filled(head.fraction) != self._heads().filled(before.fraction):
            self.update(self._heads().bar.toAlignedRect())
            return
        else:
            return
        tell(self, summary(head, rows))

    def show_clock(self, clock: MissionClock) -> None:
        """How fast time runs, which is how long a passed event stays."""
        self._clock = clock
        if self.frame is not None:
            self.show_frame(self.frame)

    def set_zero(self, zero: str) -> None:
        """Counts T from another event."""
        super().set_zero(zero)
        self._choose_note()
        self.update()

    def set_columns(self, columns: Columns) -> None:
        """Shows other columns in the list."""
        self.columns = columns
        self._choose_note()
        self.update()

    def next_columns(self) -> None:
        """The columns after these, as the user's wish."""
        self._wish_columns(next_columns(self.columns))

    def view_state(self) -> dict[str, Any]:
        """Where the list stands, what its columns show, and where T is nought."""
        return {**super().view_state(), "columns": self.columns.value, "zero": self.zero}

    def restore_view(self, state: dict[str, Any]) -> None:
        super().restore_view(state)
        if state.get("columns") in set(Columns):
            self.set_columns(Columns(state["columns"]))
        if state.get("zero") in ZEROS:
            self.set_zero(state["zero"])
            self.zero_wished.emit(self.zero)

    def choices(self) -> dict[str, list[Choice]]:
        """What the menu offers, by section."""
        known = zeros(self.mission, self.trajectory) if self.mission and self.trajectory else {}
        return {
            translate("Menu", "COLUMNS"): [
                Choice(str(name), partial(self._wish_columns, columns), columns is self.columns)
                for columns, name in COLUMN_NAMES.items()
            ],
            translate("Menu", "T IS COUNTED FROM"): zero_choices(self.zero, known, self._wish_zero),
        }

    def _wish_columns(self, columns: Columns) -> None:
        self.set_columns(columns)
        self.viewed.emit()

    def _wish_zero(self, zero: str) -> None:
        self.zero_wished.emit(zero)
        self.viewed.emit()

    def open_choices(self) -> None:
        """Opens the menu under its button."""
        open_menu(self, self.look, self.choices(), self.choice.mapToGlobal(QPoint(0, self.choice.height())))

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        self.choice.restyle(style)
        self.list.clear()
        super().restyle(style)
        self._choose_note()
        self._place()

    def describe(self, frame: Frame) -> str:
        """What comes next, when, what goes on, and how much is done."""
        if self._course is None or self._book is None:
            return ""
        return summary(headline(self._course, frame, self._clock), self._book.at(frame))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_note()
        self._place()

    def _place(self) -> None:
        size, line = self.choice.sizeHint(), self._heads().label_box
        top = round(line.center().y() - size.height() / 2)
        self.choice.setGeometry(round(line.right()) - size.width(), top, size.width(), size.height())
        self.mind_now()

    def now_box(self, size: QSize) -> QRect:
        """In the head, where it lies over nothing."""
        choice = self.choice.geometry()
        return QRect(choice.left() - size.width() - round(self.look.px(6)), choice.top(), size.width(), size.height())

    def dock(self) -> None:
        super().dock()
        self._place()

    def _choose_note(self) -> None:
        look = self.look
        taken = width(look.sans("small", 500, 80), str(self.heading).upper()) + look.px(24 + 17)
        zero = zero_of(self.mission, self.trajectory, self.zero)[0] if self.mission and self.trajectory else self.zero
        wordings = (str(words).format(zero=str(ZEROS[zero].name).lower()) for words in NOTES[self.columns])
        note = fitting(look.sans("small"), self.width() - taken, *wordings)
        if note != self.note:
            self.note = note
            self.told.emit()

    def row_count(self) -> int:
        return len(self.rows)

    def row_in_focus(self) -> int:
        states = (State.NEXT, State.OVERDUE)
        return next((i for i, row in enumerate(self.rows) if row.state in states), max(len(self.rows) - 1, 0))

    def row_time(self, index: int) -> float | None:
        return self.rows[index].time

    def row_tip(self, index: int) -> str:
        if not (self.mission and self.trajectory):
            return ""
        return explain(self.trajectory.events[index], self.rows[index].state, self.mission.epoch.date())

    def row_origin(self, index: int) -> tuple[Origin, bool] | None:
        if self.trajectory is None:
            return None
        event = self.trajectory.events[index]
        return origin_of(event), disagree(event.actual)

    def sourced(self) -> list[Sourced]:
        """The event of the big countdown, then every row."""
        index = next((i for i, row in enumerate(self.rows) if self._head and row.id == self._head.event), None)
        if index is None or self.trajectory is None:
            return super().sourced()
        area = self.content()
        box = QRectF(area.left(), area.top(), area.width(), self.rows_area().top() - area.top())
        words = partial(self._row_told, index)
        return [sourced_event(box, self.trajectory.events[index], words), *super().sourced()]

    def rows_area(self) -> QRectF:
        area = self.content()
        area.setTop(round(self._heads().bottom))
        return area.adjusted(0, 0, 0, -2)

    def _stale_area(self) -> QRect:
        """What changes with the second: the head, and T in the list where it is counted from now."""
        bottom = self.height() if self.columns is Columns.NOW else round(self._heads().bottom)
        return QRect(0, 0, self.width(), bottom)

    def _heads(self) -> HeadPainter:
        key = (self.look, self.width(), self.content().top())
        if key != self._head_key:
            self._head_key, self._head_painter = key, HeadPainter(*key)
        return self._head_painter

    def paintEvent(self, event: QPaintEvent) -> None:
        self._stale = event.rect()
        super().paintEvent(event)

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """Only what is asked for; the list is drawn anew only when it changed."""
        if self._head is None:
            return
        heads = self._heads()
        if heads.bar.toAlignedRect().contains(self._stale):
            heads.draw_bar(painter, self._head.fraction)
            return
        heads.draw(painter, self._head)
        if self._stale.bottom() > heads.bottom:
            self._paint_list(painter)

    def _paint_list(self, painter: QPainter) -> None:
        counts, area, shown = self.columns is not Columns.PLAN, self.rows_area(), self.scrolled()
        picture = self.list.fit(self.look, area, self.rows, shown, self._lit(), counts, pixel_ratio(painter))
        lay(painter, area.topLeft(), picture)
        if counts and self.list.painter and self.frame and self.mission and self.trajectory:
            _, zero = zero_of(self.mission, self.trajectory, self.zero)
            for index in range(shown.first, shown.first + shown.count):
                event = self.rows[index]
                text = counted(self.columns, event.time, zero, self.frame.t)
                self.list.painter.draw_count(painter, shown.box(index, area), event, text)
        self.draw_scroll_bar(painter)

    def _lit(self) -> tuple[int, int]:
        return self.hovered, self.selected if self.hasFocus() else -1


def _words(head: Headline) -> tuple[str, ...]:
    """All that the head says, without how far its bar has come."""
    return head.label, head.clock, head.name, head.detail, head.activity, head.ends, head.left
