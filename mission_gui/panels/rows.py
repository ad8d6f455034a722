"""Rows in a view: as many as fit whole, scrolled by the wheel, following the moment unless someone reads."""

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from mission_gui.domain.frame import Frame
from mission_gui.language import translate
from mission_gui.panels.base import Panel
from mission_gui.panels.provenance import Origin, Sourced, wrapped
from mission_gui.panels.scrolling import Scroll, first_to_follow, scroll
from mission_gui.panels.telling import announce
from mission_gui.panels.text_button import TextButton
from mission_gui.theme import Style

READING_TIME_MS = 10_000


class RowsPanel(Panel):
    """A panel with a list: subclasses say where it is, what is in it, and draw it.

    The list follows the moment. The wheel, the arrow keys and a pointer that moves over it hold it still: a button
    leads back to the moment, and so does a while in which nothing happens.
    """

    smallest_row = 23.0
    largest_row = 34.0

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hovered = -1
        self.selected = -1
        self._read_from: int | None = None
        self._wheel = 0
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(READING_TIME_MS)
        self._reading.timeout.connect(self.follow)
        self.now = TextButton(style, translate("List", "Now"), translate("List", "Back to what happens now"), self)
        self.now.clicked.connect(self._follow_again)
        self.now.hide()

    def rows_area(self) -> QRectF:
        """Where the list is."""
        return self.content()

    def row_count(self) -> int:
        """How many rows there are."""
        return 0

    def row_in_focus(self) -> int:
        """The row of the moment."""
        return 0

    def row_time(self, index: int) -> float | None:
        """Where a click on the row leads to, seconds of mission time."""
        return None

    def row_tip(self, index: int) -> str:
        """What a hover on the row tells."""
        return ""

    def row_origin(self, index: int) -> tuple[Origin, bool] | None:
        """How what the row tells is known, and whether sources differ; None where there is nothing to know."""
        return None

    def row_words(self, index: int) -> str:
        """What a screen reader says of the row that the arrow keys chose."""
        return self.row_tip(index).partition("\n")[0]

    def scrolled(self) -> Scroll:
        """The rows that show now."""
        return self._scrolled_to(self._read_from)

    def _scrolled_to(self, first: int | None) -> Scroll:
        """The rows from one on; None follows the moment."""
        look, height, total = self.look, self.rows_area().height(), self.row_count()
        smallest, largest = look.px(self.smallest_row), look.px(self.largest_row)
        if first is None:
            first = first_to_follow(self.row_in_focus(), max(int(height // smallest), 1))
        return scroll(total, height, smallest, largest, first)

    def show_frame(self, frame: Frame) -> None:
        """A new instant, which may lie beyond the rows that show."""
        super().show_frame(frame)
        self.mind_now()

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        super().restyle(style)
        self.now.restyle(style)
        self.mind_now()

    def follow(self) -> None:
        """Back to the row of the moment."""
        self._read_from = None
        self._reading.stop()
        self.mind_now()
        self.update()

    def _follow_again(self) -> None:
        self.follow()
        self.viewed.emit()

    def read_from(self, first: int) -> None:
        """Shows the rows from `first` on, and leaves them so while the user reads."""
        total, shown = self.row_count(), self.scrolled()
        self._read_from = min(max(first, 0), max(total - shown.count, 0))
        self._reading.start()
        self.mind_now()
        self.update()

    def mind_now(self) -> None:
        """Offers the way back where the rows that show are not those of the moment."""
        away = self._read_from is not None and self.scrolled().first != self._scrolled_to(None).first
        if away:
            self.now.setGeometry(self.now_box(self.now.sizeHint()))
        if away == self.now.isHidden():
            self.now.setVisible(away)

    def now_box(self, size: QSize) -> QRect:
        """Where the way back is offered: over the last row, at its right."""
        corner = self.rows_area().bottomRight() - QPointF(self.look.px(10), self.look.px(3))
        return QRect(round(corner.x()) - size.width(), round(corner.y()) - size.height(), size.width(), size.height())

    def view_state(self) -> dict[str, Any]:
        """The first row where the user scrolled to; None while the list follows the moment."""
        return {"reads_from": self._read_from}

    def restore_view(self, state: dict[str, Any]) -> None:
        first = state.get("reads_from")
        if isinstance(first, int):
            self.read_from(first)
        else:
            self.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.mind_now()

    @property
    def reading(self) -> bool:
        """Whether the list stands still for the user."""
        return self._read_from is not None

    def row_box(self, index: int) -> QRectF:
        """Where a row is drawn; empty while it is scrolled away."""
        return self.scrolled().box(index, self.rows_area())

    def row_at(self, point: QPointF) -> int:
        """The row under a point; -1 where there is none."""
        area, shown = self.rows_area(), self.scrolled()
        if not area.contains(point) or not shown.count:
            return -1
        index = int((point.y() - area.top()) // shown.row_height)
        return shown.first + index if index < shown.count else -1

    def draw_scroll_bar(self, painter: QPainter) -> None:
        """A thin bar at the right where not all rows show."""
        shown, total, area = self.scrolled(), self.row_count(), self.rows_area()
        if shown.count >= total:
            return
        thick, length = self.look.px(3), area.height() * shown.count / total
        top = area.top() + (area.height() - length) * shown.first / (total - shown.count)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color("third", 0.75 if self.reading else 0.45))
        painter.drawRoundedRect(QRectF(area.right() - thick - 1, top, thick, length), thick / 2, thick / 2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / 60)
        self._wheel -= steps * 60
        if steps and self.scrolled().count < self.row_count():
            self.read_from(self.scrolled().first - steps)
            self.viewed.emit()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.row_at(event.position()))
        if self.hovered >= 0 and self.scrolled().count < self.row_count():
            self.read_from(self.scrolled().first)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def _hover(self, index: int) -> None:
        if index != self.hovered:
            self.hovered = index
            leads = index >= 0 and self.row_time(index) is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go_to(self.row_at(event.position()))

    def _go_to(self, index: int) -> None:
        time = self.row_time(index) if 0 <= index < self.row_count() else None
        if time is not None:
            self.sought.emit(time)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and self.row_count():
            self._select((self.selected if self.selected >= 0 else self.row_in_focus()) + steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_to(self.selected)
        else:
            super().keyPressEvent(event)

    def _select(self, index: int) -> None:
        self.selected = min(max(index, 0), self.row_count() - 1)
        shown = self.scrolled()
        if self.selected < shown.first:
            self.read_from(self.selected)
        elif self.selected >= shown.first + shown.count:
            self.read_from(self.selected - shown.count + 1)
        announce(self, self.row_words(self.selected))
        self.update()

    def sourced(self) -> list[Sourced]:
        """What each row on show tells."""
        found = []
        shown = self.scrolled()
        for index in range(shown.first, min(shown.first + shown.count, self.row_count())):
            known = self.row_origin(index)
            if known is not None:
                words = partial(self._row_told, index)
                found.append(Sourced(self.row_box(index), known[0], words, known[1]))
        return found

    def _row_told(self, index: int) -> str:
        return wrapped(self.row_tip(index))

    def tip_at(self, at: QPointF) -> str:
        index = self.row_at(at)
        return self._row_told(index) if index >= 0 else super().tip_at(at)
