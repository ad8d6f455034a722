"""Rows in a view: as many as fit whole, scrolled by the wheel, following the moment unless someone reads."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from mission_gui.panels.base import Panel
from mission_gui.theme import Style

READING_TIME_MS = 10_000


@dataclass(frozen=True, slots=True)
class Scroll:
    """The rows that show: from `first`, `count` of them, each `row_height` pixels."""

    first: int
    count: int
    row_height: float


def scroll(total: int, height: float, smallest: float, largest: float, first: int) -> Scroll:
    """Rows share the height between the two limits; where not all fit, whole rows from `first` on."""
    if total * smallest <= height:
        return Scroll(0, total, min(height / total, largest) if total else largest)
    count = max(int(height // smallest), 1)
    return Scroll(min(max(first, 0), total - count), count, height / count)


def first_to_follow(focus: int, count: int) -> int:
    """Puts the row in focus a third of the way down."""
    return focus - count // 3


class RowsPanel(Panel):
    """A panel with a list: subclasses say where it is, what is in it, and draw it."""

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

    def scrolled(self) -> Scroll:
        """The rows that show now."""
        look, height, total = self.look, self.rows_area().height(), self.row_count()
        smallest, largest = look.px(self.smallest_row), look.px(self.largest_row)
        first = self._read_from
        if first is None:
            first = first_to_follow(self.row_in_focus(), max(int(height // smallest), 1))
        return scroll(total, height, smallest, largest, first)

    def follow(self) -> None:
        """Back to the row of the moment."""
        self._read_from = None
        self._reading.stop()
        self.update()

    def read_from(self, first: int) -> None:
        """Shows the rows from `first` on, and leaves them so while the user reads."""
        total, shown = self.row_count(), self.scrolled()
        self._read_from = min(max(first, 0), max(total - shown.count, 0))
        self._reading.start()
        self.update()

    @property
    def reading(self) -> bool:
        """Whether the list stands still for the user."""
        return self._read_from is not None

    def row_box(self, index: int) -> QRectF:
        """Where a row is drawn, on whole pixels; empty while it is scrolled away."""
        shown, area = self.scrolled(), self.rows_area()
        if not shown.first <= index < shown.first + shown.count:
            return QRectF()
        top = round(area.top() + (index - shown.first) * shown.row_height)
        bottom = round(area.top() + (index - shown.first + 1) * shown.row_height)
        return QRectF(area.left(), top, area.width(), bottom - top)

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
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.row_at(event.position()))

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
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.row_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.row_tip(index) if index >= 0 else "", self)
            return True
        return super().event(event)
