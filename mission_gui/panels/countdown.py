"""Countdown to the next event, over the sequence of all events."""

from dataclasses import dataclass
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.lettering import RIGHT, fitting, open_layer, pixel_ratio, width, write
from mission_gui.panels.marks import State, draw_mark
from mission_gui.panels.rows import RowsPanel
from mission_gui.panels.sequence import Headline, Row, explain, headline, rows, summary
from mission_gui.theme import Style

_NOTES = ("planned · actual · difference", "plan · actual · difference", "plan · actual · diff.")
_MOST_ROW_PICTURES = 400
_MONO_ADVANCE = 0.6  # of the type size, JetBrains Mono


@dataclass(frozen=True, slots=True)
class Setting:
    """Type role of the list, whether its time column has room for seconds, and lengths between its columns."""

    role: str
    seconds: bool
    name_left: float = 34.0
    gap: float = 8.0


_SETTINGS = (Setting("normal", True), Setting("small", True), Setting("small", False, 28.0, 6.0))


class Countdown(RowsPanel):
    """The big T−, and below it every event with plan, fact and difference."""

    heading = "Countdown"
    smallest_row = 18.5

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.rows: list[Row] = []
        self._head: Headline | None = None
        self._frame_of_head: Frame | None = None
        self._list = QPixmap()
        self._drawn: object = None
        self._fitted: object = None
        self._row_pictures: dict[object, QPixmap] = {}
        self._chosen, self._widest = _SETTINGS[0], 0.0

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        """A new sequence; the list starts over at the moment."""
        self.rows, self._head, self._drawn = [], None, None
        self.selected = -1
        self.follow()
        super().load(mission, trajectory)

    def show_frame(self, frame: Frame) -> None:
        """Moves the countdown on, and the states of the rows."""
        if self.mission and self.trajectory:
            self.rows = rows(self.mission, self.trajectory, frame)
            self._head = headline(self.mission, self.trajectory, frame)
            self._frame_of_head = frame
        super().show_frame(frame)

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        super().restyle(style)
        self._drawn = None
        self._choose_note()

    def describe(self, frame: Frame) -> str:
        """What comes next, when, and how much is done."""
        if not (self.mission and self.trajectory):
            return ""
        if self._head is not None and frame is self._frame_of_head:
            return summary(self._head, self.rows)
        head = headline(self.mission, self.trajectory, frame)
        return summary(head, rows(self.mission, self.trajectory, frame))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._choose_note()

    def _choose_note(self) -> None:
        look = self.look
        taken = width(look.sans("small", 500, 80), self.heading.upper()) + look.px(24 + 17)
        self.note = fitting(look.sans("small"), self.width() - taken, *_NOTES)

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
        row = self.rows[index]
        return explain(self.trajectory.events[index], row.state, self.mission.epoch.date())

    def rows_area(self) -> QRectF:
        area = self.content()
        area.setTop(round(area.top() + self.look.px(self._head_height())))
        return area.adjusted(0, 0, 0, -2)

    def _head_height(self) -> float:
        return 112.0 + 1.16 * self._clock_size() * 13 / self.look.base

    def _clock_size(self) -> int:
        room = self.width() - self.look.px(24)
        return min(self.look.size("huge"), int(room / (10 * _MONO_ADVANCE)))

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """The head is drawn each time; the list only when it changed."""
        if self._head is None:
            return
        self._paint_head(painter, area, self._head)
        ratio = pixel_ratio(painter)
        key = (tuple(self.rows), self.scrolled(), self.size(), ratio, self._lit())
        if key != self._drawn:
            self._list, self._drawn = self._draw_list(ratio), key
        painter.drawPixmap(self.rows_area().topLeft(), self._list)
        self.draw_scroll_bar(painter)

    def _paint_head(self, painter: QPainter, area: QRectF, head: Headline) -> None:
        look = self.look
        left, room = look.px(12), self.width() - look.px(24)
        y = area.top() + look.px(8)

        def line(text: str, font: QFont, color: str, height: float) -> None:
            nonlocal y
            write(painter, QRectF(left, y, room, height), text, font, look.color(color))
            y += height

        clock = QFont(look.mono("huge", 500))
        clock.setPixelSize(self._clock_size())
        line(head.label, look.sans("small"), "second", look.px(17))
        line(head.clock, clock, "soyuz", self._clock_size() * 1.16)
        line(head.name, look.sans("medium", 600), "text", look.px(21))
        line(head.detail or head.phase, look.sans("small"), "second", look.px(18))
        line(head.phase if head.detail else "", look.sans("small"), "second", look.px(18))
        self._paint_progress(painter, QRectF(left, y + look.px(8), room, look.px(4)), head.fraction)
        edge = round(self.rows_area().top()) - 0.5
        painter.setPen(look.color("line"))
        painter.drawLine(QPointF(1, edge), QPointF(self.width() - 1, edge))

    def _paint_progress(self, painter: QPainter, bar: QRectF, fraction: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        radius = bar.height() / 2
        painter.setBrush(self.look.color("line"))
        painter.drawRoundedRect(bar, radius, radius)
        if fraction > 0:
            painter.setBrush(self.look.color("soyuz"))
            filled = max(bar.width() * fraction, bar.height())
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), filled, bar.height()), radius, radius)

    def _draw_list(self, ratio: float) -> QPixmap:
        area = self.rows_area()
        layer, painter = open_layer(area.size(), ratio, self.look.color("panel"))
        setting = self._setting()
        for index, row in enumerate(self.rows):
            box = self.row_box(index)
            if not box.isEmpty():
                local = box.translated(-area.topLeft())
                top = floor(local.top() * ratio) / ratio
                painter.drawPixmap(
                    QPointF(0, top), self._row_picture(local.translated(0, -top), index, row, setting, ratio)
                )
        painter.end()
        return layer

    def _row_picture(self, box: QRectF, index: int, row: Row, setting: Setting, ratio: float) -> QPixmap:
        """A row, kept: from one moment to another only a few rows change, and those between few states."""
        key = (
            row,
            setting,
            index in self._lit(),
            box.top(),
            box.height(),
            self.width(),
            self._widest,
            ratio,
            self.look,
        )
        picture = self._row_pictures.get(key)
        if picture is None:
            if len(self._row_pictures) >= _MOST_ROW_PICTURES:
                self._row_pictures.clear()
            size = QSizeF(self.width(), ceil(box.bottom() + 1))
            picture, painter = open_layer(size, ratio, QColor(0, 0, 0, 0))
            self._draw_row(painter, box, index, row, setting)
            painter.end()
            self._row_pictures[key] = picture
        return picture

    def _lit(self) -> tuple[int, int]:
        return self.hovered, self.selected if self.hasFocus() else -1

    def _setting(self) -> Setting:
        """The largest setting that shortens the fewest names; found anew only when words or sizes change."""
        words = tuple((row.name, row.planned, row.actual_short, row.difference) for row in self.rows)
        key = words, self.width(), self.look
        if key != self._fitted:
            self._fitted = key
            self._widest = max((width(self.look.sans("small"), row.difference) for row in self.rows), default=0.0)
            self._chosen = self._fit_setting()
        return self._chosen

    def _fit_setting(self) -> Setting:
        def shortened(setting: Setting) -> int:
            return sum(self._name_room(row, setting, row.actual_short) < 0 for row in self.rows)

        return min(_SETTINGS, key=shortened)

    def _name_room(self, row: Row, setting: Setting, actual: str) -> float:
        """Pixels to spare when the whole name stands beside the times; negative where it must be shortened."""
        left, planned = self._edges(row, setting, actual)
        limit = planned if row.planned else left
        return limit - self.look.px(setting.gap + setting.name_left + 1) - width(self.look.sans("small"), row.name)

    def _edges(self, row: Row, setting: Setting, actual: str) -> tuple[float, float]:
        """Left edges of the actual and of the planned time."""
        look, mono = self.look, self.look.mono(setting.role)
        right = self._actual_right(setting)
        left = right - width(mono, actual)
        column = right - width(mono, "00:00:00" if setting.seconds else "00:00")
        return left, min(left, column) - look.px(setting.gap + 1) - width(mono, row.planned)

    def _actual_right(self, setting: Setting) -> float:
        return self.width() - 2 - self.look.px(12 + setting.gap) - self._widest

    def _draw_row(self, painter: QPainter, box: QRectF, index: int, row: Row, setting: Setting) -> None:
        look = self.look
        active = row.state in (State.NEXT, State.OVERDUE, State.IN_PROGRESS)
        waiting = row.state in (State.TO_COME, State.SKIPPED)
        self._draw_ground(painter, box, index, row.state)
        draw_mark(painter, look, QPointF(look.px(setting.name_left / 2 + 2), box.center().y()), row.state, look.px(14))
        roomy = setting.seconds and self._name_room(row, setting, row.actual) >= 0
        actual = row.actual if roomy else row.actual_short
        left, planned_left = self._edges(row, setting, actual)
        ink = look.color("soyuz_text" if active else "second" if waiting else "text")
        name_left, limit = look.px(setting.name_left), planned_left if row.planned else left
        name = QRectF(name_left, box.top(), limit - look.px(setting.gap) - name_left, box.height())
        weight = 500 if active else 400
        fits = width(look.sans(setting.role, weight), row.name) <= name.width()
        write(painter, name, row.name, look.sans(setting.role if fits else "small", weight), ink)
        mono = look.mono(setting.role)
        times = QRectF(0, box.top(), 0, box.height())
        times.setRight(planned_left + width(mono, row.planned) + 1)
        write(painter, times, row.planned, mono, look.color("second"), RIGHT)
        times.setRight(self._actual_right(setting) + 1)
        write(painter, times, actual, mono, ink, RIGHT)
        late = row.state is State.DONE_LATE
        times.setRight(self.width() - 2 - look.px(12))
        write(painter, times, row.difference, look.sans("small"), look.color("caution" if late else "third"), RIGHT)

    def _draw_ground(self, painter: QPainter, box: QRectF, index: int, state: State) -> None:
        look = self.look
        if state in (State.NEXT, State.OVERDUE):
            painter.fillRect(box, look.color("soyuz", 0.13))
            painter.fillRect(QRectF(box.left(), box.top(), look.px(3), box.height()), look.color("soyuz"))
        if index in self._lit():
            painter.fillRect(box, look.color("third", 0.12))
        painter.fillRect(QRectF(0, box.bottom() - 1, box.right(), 1), look.color("line", 0.6))
