"""Strip charts of altitude, speed and load side by side, with one axis of time and one cursor."""

from PySide6.QtCore import QPointF, QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QCursor, QHideEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QToolTip, QWidget

from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.base import Panel
from mission_gui.panels.chart_axes import Window, window_at, windows
from mission_gui.panels.chart_plot import StripChart
from mission_gui.panels.chart_scene import CHARTS, Scene, describe, explain, reading_at, scene
from mission_gui.theme import Style

SETTLED, BETWEEN = 300, 40  # milliseconds without a change before windows are drawn ahead, and between two of them


class Charts(Panel):
    """Three strip charts; the axes stand still within each part of the flight."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setAccessibleName("Strip charts")
        self.stretch: Window | None = None
        self._scenes: dict[Window, tuple[Scene, ...]] = {}
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._draw_ahead)
        self.charts = tuple(StripChart(style, str(spec.title), spec.color, self) for spec in CHARTS)
        for spec, chart in zip(CHARTS, self.charts, strict=True):
            chart.setAccessibleName(f"{spec.title} chart")
            chart.sought.connect(self.sought)
            chart.hovered.connect(self._explain)

    def sizeHint(self) -> QSize:
        return QSize(round(self.look.px(900)), round(self.look.px(174)))

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        super().load(mission, trajectory)
        self._forget()
        self._open(window_at(mission, trajectory, float(trajectory.t[0])))

    def show_frame(self, frame: Frame) -> None:
        assert self.mission is not None and self.trajectory is not None
        window = window_at(self.mission, self.trajectory, frame.t)
        if window != self.stretch:
            self._open(window)
        self.frame = frame
        self.setAccessibleDescription(self.describe(frame))
        for spec, chart in zip(CHARTS, self.charts, strict=True):
            chart.show_at(frame.t, reading_at(spec, frame))

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        for chart in self.charts:
            chart.restyle(style)
        self._place()
        self._forget()
        if self.stretch:
            self._open(self.stretch)

    def describe(self, frame: Frame) -> str:
        """`At 10:52:12 UTC: altitude 259.4 km, speed 7.62 km/s inertial, load 0.00 g; modelled.`"""
        return describe(frame)

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QPen(self.look.color("line"), 1))
        for chart in self.charts[1:]:
            x = chart.x() - 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        self._forget()
        if self.stretch:
            self._open(self.stretch)

    def _place(self) -> None:
        """Thirds, a pixel apart for the dividing lines."""
        count, inset = len(self.charts), max(round(self.look.px(3)), 2)
        edges = [round(i * self.width() / count) for i in range(count + 1)]
        edges[0], edges[-1] = inset, self.width() - inset
        for chart, left, right in zip(self.charts, edges, edges[1:], strict=False):
            chart.setGeometry(left + 1, inset, right - left - 1, self.height() - 2 * inset)

    def showEvent(self, event: QShowEvent) -> None:
        self._draw_ahead_later()

    def hideEvent(self, event: QHideEvent) -> None:
        self._idle.stop()

    def _forget(self) -> None:
        self._scenes.clear()
        for chart in self.charts:
            chart.forget()
        self._draw_ahead_later()

    def _open(self, window: Window) -> None:
        self.stretch = window
        for chart, drawn in zip(self.charts, self._scenes_of(window), strict=True):
            chart.draw(drawn)

    def _scenes_of(self, window: Window) -> tuple[Scene, ...]:
        assert self.mission is not None and self.trajectory is not None
        if window not in self._scenes:
            at_most = max(int(self.charts[0].width() / self.look.px(62)), 2)
            scenes = (scene(self.mission, self.trajectory, spec, window, at_most) for spec in CHARTS)
            self._scenes[window] = tuple(scenes)
        return self._scenes[window]

    def _draw_ahead_later(self) -> None:
        """Starts over whenever something changes; a board that is not on a screen draws nothing ahead."""
        self._idle.stop()
        if self.isVisible():
            self._idle.start(SETTLED)

    @Slot()
    def _draw_ahead(self) -> None:
        """Draws one layer of the window that comes next and is not drawn yet, so that none is waited for."""
        if self.mission is None or self.trajectory is None or self.stretch is None:
            return
        every = windows(self.mission, self.trajectory)
        here = every.index(self.stretch) if self.stretch in every else 0
        for window in every[here:] + every[:here]:
            for chart, drawn in zip(self.charts, self._scenes_of(window), strict=True):
                if chart.prepare(drawn):
                    self._idle.start(BETWEEN)
                    return

    def _explain(self, t: float) -> None:
        """A tooltip with the value under the pointer, and where it comes from."""
        chart = self.sender()
        if self.mission is None or self.trajectory is None or not isinstance(chart, StripChart):
            return
        spec = CHARTS[self.charts.index(chart)]
        QToolTip.showText(QCursor.pos(), explain(self.mission, self.trajectory, spec, t), chart)
