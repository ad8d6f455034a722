"""The line of the timeline: events, phases and lanes in one still layer, the flown part and the knob over it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from mission_gui.domain.events import Phase
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.label_row import LabelRow
from mission_gui.panels.timeline_marks import (
    Lane,
    Span,
    Tick,
    explain,
    lanes,
    merged,
    moved,
    phase_name,
    ticks,
    view_at,
    whole_view,
    zoomed,
)
from mission_gui.theme import Style


@dataclass(frozen=True, slots=True)
class Rows:
    """Heights of the rows, from the top; `band_text` says whether names of phases fit."""

    above: float
    bar: float
    below: float
    band: QRectF
    band_text: bool
    lanes: tuple[float, ...]
    lane_height: float


def rows(look: Style, width: float, height: float) -> Rows:
    """The rows for a height: low panels lose the names of the phases, never those of the events."""
    px = look.px
    roomy = height >= px(80)
    bar = px(30)
    band = QRectF(0, bar + px(23), width, px(15) if roomy else px(3))
    lane_height = px(3.0)
    step = px(6.0) if height >= px(92) else px(4.6)
    first = band.bottom() + px(5 if roomy else 3)
    return Rows(bar - px(11), bar, bar + px(19), band, roomy, tuple(first + i * step for i in range(3)), lane_height)


class Line(QWidget):
    """Time from left to right; a click or a drag seeks, the wheel zooms, a double click shows all again."""

    sought = Signal(float)

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = style
        self.mission: Mission | None = None
        self.trajectory: Trajectory | None = None
        self.view: Span = (0.0, 1.0)
        self.t = 0.0
        self.chosen = False
        self.lanes: tuple[Lane, ...] = ()
        self._ticks: tuple[Tick, ...] = ()
        self._layer: QPixmap | None = None
        self._key: tuple[object, ...] = ()
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Timeline")

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        """Another flight; a view the user chose stays."""
        self.mission, self.trajectory = mission, trajectory
        self._ticks, self._layer = ticks(mission, trajectory), None
        self.lanes = lanes(mission, trajectory)
        if not self.chosen:
            self.view = view_at(mission, trajectory, self.t)
        self.update()

    def show_at(self, t: float) -> None:
        """Moves the knob; the view follows where the knob would leave it."""
        self.t = t
        if self.mission and self.trajectory:
            view = self.view if self.chosen else view_at(self.mission, self.trajectory, t)
            if self.chosen and not view[0] <= t <= view[1]:
                view = moved(view, t - view[0] - (view[1] - view[0]) * 0.1, whole_view(self.mission))
            self._set_view(view)
        self.update()

    def restyle(self, style: Style) -> None:
        self.look, self._layer = style, None
        self.update()

    def reset_view(self) -> None:
        """Undoes zooming."""
        self.chosen = False
        self.show_at(self.t)

    def x_of(self, t: float) -> float:
        """Where a time stands, in pixels."""
        inset = self._inset()
        return inset + (t - self.view[0]) / (self.view[1] - self.view[0]) * (self.width() - 2 * inset)

    def t_at(self, x: float) -> float:
        """The time under a pixel, held within the view."""
        inset = self._inset()
        part = (x - inset) / max(self.width() - 2 * inset, 1.0)
        return self.view[0] + min(max(part, 0.0), 1.0) * (self.view[1] - self.view[0])

    def _inset(self) -> float:
        return self.look.px(9)

    def _set_view(self, view: Span) -> None:
        if view != self.view:
            self.view, self._layer = view, None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color("panel"))
        if self.mission is None or self.trajectory is None:
            return
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        row = rows(self.look, self.width(), self.height())
        scale = max(painter.deviceTransform().m11(), 0.1)
        key = (self.width(), self.height(), scale)
        if self._layer is None or key != self._key:
            self._layer, self._key = self._draw_layer(row, scale), key
        painter.drawPixmap(QPointF(0, 0), self._layer)
        self._paint_phase(painter, row, self.trajectory.phase_at(self.t))
        self._paint_flown(painter, row)
        painter.end()

    def _draw_layer(self, row: Rows, scale: float) -> QPixmap:
        layer = QPixmap(round(self.width() * scale), round(self.height() * scale))
        layer.setDevicePixelRatio(scale)
        layer.fill(Qt.GlobalColor.transparent)
        painter = QPainter(layer)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._paint_bar(painter, row, self.view[0], self.view[1], "border")
        self._paint_phases(painter, row)
        self._paint_lanes(painter, row)
        self._paint_labels(painter, row)
        painter.end()
        return layer

    def _paint_bar(self, painter: QPainter, row: Rows, start: float, end: float, color: str) -> None:
        left, right, thick = self.x_of(start), self.x_of(end), self.look.px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color(color))
        painter.drawRoundedRect(QRectF(left, row.bar - thick / 2, right - left, thick), thick / 2, thick / 2)

    def _paint_phases(self, painter: QPainter, row: Rows) -> None:
        assert self.trajectory is not None
        for span in self.trajectory.phases:
            box = self._phase_box(row, span.start, span.end)
            if box.width() > 0:
                painter.fillRect(box, self.look.color("raised" if row.band_text else "border"))
                self._name_phase(painter, row, box, span.phase, "second")

    def _phase_box(self, row: Rows, start: float, end: float) -> QRectF:
        left, right = self.x_of(max(start, self.view[0])), self.x_of(min(end, self.view[1]))
        return QRectF(left, row.band.top(), max(right - left - 1, min(right - left, 1.0)), row.band.height())

    def _name_phase(self, painter: QPainter, row: Rows, box: QRectF, phase: Phase, color: str) -> None:
        painter.setFont(self.look.sans("small"))
        name = phase_name(phase)
        if row.band_text and painter.fontMetrics().horizontalAdvance(name) + self.look.px(8) <= box.width():
            painter.setPen(self.look.color(color))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_phase(self, painter: QPainter, row: Rows, phase: Phase) -> None:
        """The present phase, in the colour of the Soyuz."""
        span = self.trajectory.span(phase) if self.trajectory else None
        if span is None:
            return
        box = self._phase_box(row, span.start, span.end)
        if box.width() > 0:
            painter.fillRect(box, self.look.color("panel"))
            painter.fillRect(box, self.look.color("soyuz", 0.22 if row.band_text else 0.9))
            self._name_phase(painter, row, box, phase, "soyuz_text")

    def _paint_lanes(self, painter: QPainter, row: Rows) -> None:
        for lane, top in zip(self.lanes, row.lanes, strict=True):
            for start, end in merged(lane.spans):
                left, right = self.x_of(max(start, self.view[0])), self.x_of(min(end, self.view[1]))
                if right > left:
                    box = QRectF(left, top, max(right - left, self.look.px(1.5)), row.lane_height)
                    painter.fillRect(box, self.look.color(lane.color, 0.8))

    def _paint_labels(self, painter: QPainter, row: Rows) -> None:
        """Names of events above and below the bar, the important first, none over another."""
        painter.setFont(self.look.sans("small"))
        metrics = QFontMetricsF(painter.font())
        upper, lower = (LabelRow(self._inset(), self.width(), self.look.px(9)) for _ in range(2))
        painter.setPen(self.look.color("text"))
        for number, tick in enumerate(self._shown()):
            width = metrics.horizontalAdvance(tick.label)
            pair = ((upper, row.above), (lower, row.below))
            for side, base in pair if number % 2 == 0 else pair[::-1]:
                start = side.place(self.x_of(tick.t), width, 0.0)
                if start is not None:
                    painter.drawText(QPointF(start, base), tick.label)
                    break

    def _shown(self) -> list[Tick]:
        return [tick for tick in self._ticks if self.view[0] <= tick.t <= self.view[1]]

    def _paint_flown(self, painter: QPainter, row: Rows) -> None:
        now = min(max(self.t, self.view[0]), self.view[1])
        if now > self.view[0]:
            self._paint_bar(painter, row, self.view[0], now, "soyuz")
        for tick in self._shown():
            x, reach = round(self.x_of(tick.t)) + 0.5, self.look.px(7 if tick.main else 5)
            painter.setPen(QPen(self.look.color("second" if tick.main else "third"), max(self.look.px(1), 1)))
            painter.drawLine(QPointF(x, row.bar - reach), QPointF(x, row.bar + reach))
        if self.view[0] <= self.t <= self.view[1]:
            painter.setPen(QPen(self.look.color("soyuz"), self.look.px(2.5)))
            painter.setBrush(self.look.color("text") if self.look.theme.name != "light" else self.look.color("panel"))
            painter.drawEllipse(QPointF(self.x_of(self.t), row.bar), self.look.px(7), self.look.px(7))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.mission and event.button() == Qt.MouseButton.LeftButton:
            QToolTip.hideText()
            self.sought.emit(self.t_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.mission is None or self.trajectory is None:
            return
        t = self.t_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.sought.emit(t)
            return
        near = self.look.px(7) * (self.view[1] - self.view[0]) / max(self.width(), 1)
        text = explain(self.mission, self.trajectory, self.lanes, t, near)
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.reset_view()

    def leaveEvent(self, event: QEvent) -> None:
        QToolTip.hideText()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.mission is None:
            return
        turn, sideways = event.angleDelta().y() / 120, event.angleDelta().x() / 120
        limits = whole_view(self.mission)
        view = zoomed(self.view, self.t_at(event.position().x()), 0.8**turn, limits)
        view = moved(view, -sideways * 0.1 * (view[1] - view[0]), limits)
        self.chosen = True
        self._set_view(view)
        self.update()
        event.accept()
