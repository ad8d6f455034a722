"""How a row of the countdown's list is drawn: its mark, its name, and its columns."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from mission_gui.panels.label_row import readable
from mission_gui.panels.lettering import RIGHT, width, write
from mission_gui.panels.marks import STATE_COLORS, STATE_NAMES, State, draw_mark
from mission_gui.panels.sequence import Row
from mission_gui.theme import Style

ACTIVE = frozenset({State.NEXT, State.OVERDUE, State.IN_PROGRESS, State.RUNNING_LONG})
_WAITING = frozenset({State.TO_COME, State.SKIPPED})
_SPOKEN = ACTIVE | {State.DONE_LATE, State.SKIPPED}
"""The states whose word stands in the row where there is room."""
_LONGEST = "T+00:00:00"
_CLOSER = -30.0
"""Letter spacing, in thousandths of the size, of a name that would not fit otherwise."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Type role of the list, whether its time column has room for seconds, and lengths between its columns."""

    role: str
    seconds: bool
    name_left: float = 34.0
    gap: float = 8.0


SETTINGS = (Setting("normal", True), Setting("small", True), Setting("small", False, 28.0, 6.0))


_MOST_KNOWN = 1000


@lru_cache(maxsize=8)
def _shortened(look: Style, wide: float, last_width: float) -> dict[Row, tuple[bool, ...]]:
    """What is known of the rows of lists of one shape."""
    return {}


def bare(row: Row) -> Row:
    """The row as it stands beside a column of T: only when it happens, in short."""
    return replace(row, planned="", actual=row.actual_short or row.planned, difference="")


class RowPainter:
    """Draws rows of one list, `wide` pixels across, in the largest setting that shortens the fewest names.

    `counts` leaves the last column to T, which changes without the rows; else it holds the difference to the plan.
    """

    def __init__(self, look: Style, wide: float, rows: Sequence[Row], counts: bool) -> None:
        self.look, self.wide = look, wide
        self.counts = counts
        small = look.sans("small")
        last = [width(look.mono("small"), _LONGEST)] if counts else [width(small, row.difference) for row in rows]
        self.last_width = max(last, default=0.0)
        known = _shortened(look, wide, self.last_width)
        shortened = [known.get(row) or self._learn(known, row) for row in rows]
        counted = [sum(of_row) for of_row in zip(*shortened, strict=True)] or [0] * len(SETTINGS)
        self.setting = SETTINGS[counted.index(min(counted))]

    def _learn(self, known: dict[Row, tuple[bool, ...]], row: Row) -> tuple[bool, ...]:
        """In which settings the row's name is shortened; kept, because a seek changes few rows, and all are asked."""
        if len(known) >= _MOST_KNOWN:
            known.clear()
        known[row] = found = tuple(self.name_room(row, setting) < 0 for setting in SETTINGS)
        return found

    def name_room(self, row: Row, setting: Setting, actual: str | None = None) -> float:
        """Pixels to spare when the whole name stands beside the times; negative where it must be shortened."""
        left, planned = self._edges(row, setting, row.actual_short if actual is None else actual)
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
        return self.last_box(QRectF()).left() - self.look.px(setting.gap)

    def last_box(self, row: QRectF) -> QRectF:
        """The last column of a row."""
        right = self.wide - 2 - self.look.px(12)
        return QRectF(right - self.last_width, row.top(), self.last_width, row.height())

    def draw(self, painter: QPainter, box: QRectF, row: Row, lit: bool) -> None:
        """One row, all but a column of T."""
        look, setting = self.look, self.setting
        self._draw_ground(painter, box, row.state, lit)
        draw_mark(painter, look, QPointF(look.px(setting.name_left / 2 + 2), box.center().y()), row.state, look.px(14))
        roomy = setting.seconds and self.name_room(row, setting, row.actual) >= 0
        actual = row.actual if roomy else row.actual_short
        left, planned_left = self._edges(row, setting, actual)
        ink = look.color("soyuz_text" if row.state in ACTIVE else "second" if row.state in _WAITING else "text")
        name = QRectF(look.px(setting.name_left), box.top(), 0, box.height())
        name.setRight((planned_left if row.planned else left) - look.px(setting.gap))
        self._draw_name(painter, name, row)
        mono = look.mono(setting.role)
        times = QRectF(0, box.top(), planned_left + width(mono, row.planned) + 1, box.height())
        write(painter, times, row.planned, mono, look.color("second"), RIGHT)
        times.setRight(self._actual_right(setting) + 1)
        write(painter, times, actual, mono, ink, RIGHT)
        late = row.state in (State.DONE_LATE, State.OVERDUE, State.ABORTED)
        told = readable(look, STATE_COLORS[row.state]) if late else look.color("third")
        times.setRight(self.last_box(box).right())
        write(painter, times, row.difference, look.sans("small"), told, RIGHT)

    def _draw_name(self, painter: QPainter, box: QRectF, row: Row) -> None:
        """The name, or else its short form, and behind it the word of its state where there is room for that."""
        look, active = self.look, row.state in ACTIVE
        ink = look.color("soyuz_text" if active else "second" if row.state in _WAITING else "text")
        weight = 500 if active else 400
        fonts = (look.sans(self.setting.role, weight), look.sans("small", weight), look.sans("small", weight, _CLOSER))
        wordings = [(name, font) for name in (row.name, row.short) for font in fonts]
        fits = (worded for worded in wordings if width(worded[1], worded[0]) <= box.width())
        taken = write(painter, box, *next(fits, wordings[-1]), ink) + look.px(7)
        word, small = str(STATE_NAMES[row.state]), look.sans("small")
        if row.state in _SPOKEN and word != row.difference and taken + width(small, word) <= box.width():
            write(painter, box.adjusted(taken, 0, 0, 0), word, small, readable(look, STATE_COLORS[row.state]))

    def draw_count(self, painter: QPainter, box: QRectF, row: Row, text: str) -> None:
        """The column of T."""
        ink = "soyuz_text" if row.state in ACTIVE else "second"
        write(painter, self.last_box(box), text, self.look.mono("small"), self.look.color(ink), RIGHT)

    def _draw_ground(self, painter: QPainter, box: QRectF, state: State, lit: bool) -> None:
        look = self.look
        if state in (State.NEXT, State.OVERDUE):
            painter.fillRect(box, look.color("soyuz", 0.13))
            painter.fillRect(QRectF(box.left(), box.top(), look.px(3), box.height()), look.color("soyuz"))
        if lit:
            painter.fillRect(box, look.color("third", 0.12))
        painter.fillRect(QRectF(0, box.bottom() - 1, box.right(), 1), look.color("line", 0.6))
