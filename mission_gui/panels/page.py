"""A page of the side tabs: a panel without its own frame, or a list of lines under small headings."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPixmap

from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.base import Panel
from mission_gui.panels.layer import VECTOR, Drawn, Layer, lay, open_layer, pixel_ratio
from mission_gui.panels.lettering import RIGHT, fitting, width, write
from mission_gui.panels.marks import State, draw_mark
from mission_gui.panels.provenance import Origin
from mission_gui.panels.rows import RowsPanel

_MOST_ROWS = 200
"""Pictures of rows that are kept: those of a few lists."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a page: a small heading with its note where `head` is set, else a thing and its state.

    `shorter` are wordings for `right` where it does not fit. `fraction` draws a thin bar of progress along the row's
    foot; `time` is where a click leads. `tip` makes what a hover tells: it is asked for only then. `origin` is how that
    is known, `disputed` whether sources differ.
    """

    left: str
    right: str = ""
    shorter: tuple[str, ...] = ()
    mark: State | None = None
    head: bool = False
    active: bool = False
    fraction: float | None = None
    time: float | None = None
    tip: Callable[[], str] | None = field(default=None, compare=False)
    origin: Origin | None = None
    disputed: bool = False


class Page(Panel):
    """Drawn on the surface of the tabs, which have the frame."""

    keeps_up = False
    """Whether the page is told each moment while another one is on show."""

    def paint_frame(self, painter: QPainter) -> None:
        """Only the surface: heading and border belong to the tabs."""
        painter.fillRect(self.rect(), self.look.color("panel"))

    def come_forward(self) -> None:
        """It is now the one on show: what it put off until then is due."""

    def tab_text(self) -> str:
        """What the tab says."""
        return str(self.title)

    def widest_tab_text(self) -> str:
        """The most that the tab says on this flight."""
        return self.tab_text()


class ListPage(Page, RowsPanel):
    """Lines that share the height, and scroll where they are too many."""

    smallest_row = 19.5
    largest_row = 31.0

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.lines: list[Line] = []
        self._layer: Layer = QPixmap()
        self._drawn: object = None
        self._rows = Drawn(_MOST_ROWS)

    def make_lines(self, mission: Mission, trajectory: Trajectory, frame: Frame) -> list[Line]:
        """The page at a moment."""
        return []

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        """A new flight: nothing shows until its first moment."""
        self.lines = []
        if self.is_other(mission):
            self.selected = -1
            self.follow()
        super().load(mission, trajectory)

    def show_frame(self, frame: Frame) -> None:
        """The lines of the moment."""
        if self.mission and self.trajectory:
            self.lines = self.make_lines(self.mission, self.trajectory, frame)
        super().show_frame(frame)

    def picture_of(self, frame: Frame) -> object:
        return self.lines

    def row_count(self) -> int:
        return len(self.lines)

    def row_in_focus(self) -> int:
        active = (i for i, line in enumerate(self.lines) if line.active)
        return next(active, 0)

    def row_time(self, index: int) -> float | None:
        return self.lines[index].time

    def row_tip(self, index: int) -> str:
        tip = self.lines[index].tip
        return tip() if tip else ""

    def row_origin(self, index: int) -> tuple[Origin, bool] | None:
        line = self.lines[index]
        return None if line.origin is None else (line.origin, line.disputed)

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """The list is drawn again only when it changed."""
        ratio, marked = pixel_ratio(painter), (self.hovered, self.selected if self.hasFocus() else -1)
        key = (tuple(self.lines), self.scrolled(), self.size(), ratio, self.look, marked)
        if key != self._drawn:
            self._layer, self._drawn = self._draw_lines(ratio), key
        lay(painter, self.rows_area().topLeft(), self._layer)
        self.draw_scroll_bar(painter)

    def _draw_lines(self, ratio: float) -> Layer:
        area = self.rows_area()
        layer, painter = open_layer(area.size(), ratio, self.look.color("panel"))
        for index, line in enumerate(self.lines):
            box = self.row_box(index).translated(-area.topLeft())
            if not box.isEmpty():
                hovered = index == self.hovered and line.time is not None
                self._lay_line(painter, box, line, hovered, self.hasFocus() and index == self.selected, ratio)
        painter.end()
        return layer

    def _lay_line(self, painter: QPainter, box: QRectF, line: Line, hovered: bool, chosen: bool, ratio: float) -> None:
        """A row from its kept picture: a seek changes few rows. Between pixels it must be drawn where it stands."""
        if ratio == VECTOR or any((edge * ratio) % 1 for edge in (box.left(), box.top(), box.width(), box.height())):
            self._draw_line(painter, box, line, hovered, chosen)
            return
        key = (line, box.height(), hovered, chosen)
        picture = self._rows.picture(
            (self.look, box.width(), ratio), key, lambda: self._line_layer(box.size(), ratio, line, hovered, chosen)
        )
        lay(painter, box.topLeft(), picture)

    def _line_layer(self, size: QSizeF, ratio: float, line: Line, hovered: bool, chosen: bool) -> Layer:
        layer, painter = open_layer(size, ratio, self.look.color("panel"))
        self._draw_line(painter, QRectF(QPointF(0, 0), size), line, hovered, chosen)
        painter.end()
        return layer

    def _draw_line(self, painter: QPainter, box: QRectF, line: Line, hovered: bool, chosen: bool) -> None:
        self._paint_line(painter, box, line, hovered)
        if chosen:
            painter.fillRect(box, self.look.color("third", 0.2))

    def _paint_line(self, painter: QPainter, box: QRectF, line: Line, hovered: bool) -> None:
        look, inset = self.look, self.look.px(12)
        if line.active:
            painter.fillRect(box, look.color("soyuz", 0.11))
        if hovered:
            painter.fillRect(box, look.color("third", 0.12))
        foot = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(foot, look.color("line", 1.0 if line.head else 0.6))
        text = box.adjusted(inset, 0, -inset, 0)
        if line.head:
            text.setTop(max(text.top(), text.bottom() - look.px(24)))
            self._paint_head(painter, text, line)
            return
        if line.mark is not None:
            draw_mark(painter, look, QPointF(box.left() + look.px(19), box.center().y()), line.mark, look.px(13))
            text.setLeft(box.left() + look.px(34))
        self._paint_words(painter, text, line)
        if line.fraction is not None:
            bar = QRectF(text.left(), box.bottom() - look.px(3), text.width(), look.px(2))
            painter.fillRect(bar, look.color("line"))
            bar.setWidth(bar.width() * line.fraction)
            painter.fillRect(bar, look.color("soyuz"))

    def _paint_head(self, painter: QPainter, text: QRectF, line: Line) -> None:
        look = self.look
        taken = write(painter, text, line.left.upper(), look.sans("small", 500, 80), look.color("second"))
        text.setLeft(text.left() + taken + look.px(12))
        write(painter, text, line.right, look.sans("small"), look.color("third"), RIGHT)

    def _paint_words(self, painter: QPainter, text: QRectF, line: Line) -> None:
        """The state's fullest wording that leaves the name whole; else the name gives way, then the state's type."""
        look = self.look
        mono, room = look.mono("small"), text.width() - width(look.sans(), line.left) - look.px(10)
        right_words = fitting(mono, room, line.right, *line.shorter)
        waiting = line.mark in (State.TO_COME, State.SKIPPED)
        ink = look.color("soyuz_text" if line.active else "second" if waiting else "text")
        small = look.sans("small")
        settings = ((look.sans(), look.mono("small")), (small, look.mono("small")), (small, small))
        for name_font, font in settings:
            if width(name_font, line.left) + width(font, right_words) + look.px(10) <= text.width():
                break
        room = max(text.width() - width(name_font, line.left) - look.px(10), text.width() * 0.5)
        right = QRectF(text)
        right.setLeft(text.right() - room)
        taken = write(painter, right, right_words, font, ink if line.active else look.color("second"), RIGHT)
        write(painter, text.adjusted(0, 0, -taken - look.px(8) if taken else 0, 0), line.left, name_font, ink)
