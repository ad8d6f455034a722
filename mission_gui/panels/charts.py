"""Strip charts of altitude, speed and load side by side, with one axis of time and one cursor."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QCursor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.base import Panel
from mission_gui.panels.chart_axes import Window, window_at
from mission_gui.panels.chart_plot import StripChart
from mission_gui.panels.chart_scene import CHARTS, describe, explain, reading_at, scene
from mission_gui.theme import Style


class Charts(Panel):
    """Three strip charts; the axes stand still within each part of the flight."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setAccessibleName("Strip charts")
        self.stretch: Window | None = None
        self.charts = tuple(StripChart(style, str(spec.title), spec.color, self) for spec in CHARTS)
        for spec, chart in zip(CHARTS, self.charts, strict=True):
            chart.setAccessibleName(f"{spec.title} chart")
            chart.sought.connect(self.sought)
            chart.hovered.connect(self._explain)

    def sizeHint(self) -> QSize:
        return QSize(round(self.look.px(900)), round(self.look.px(174)))

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        super().load(mission, trajectory)
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
        if self.stretch:
            self._open(self.stretch)

    def _place(self) -> None:
        """Thirds, a pixel apart for the dividing lines."""
        count, inset = len(self.charts), max(round(self.look.px(3)), 2)
        edges = [round(i * self.width() / count) for i in range(count + 1)]
        edges[0], edges[-1] = inset, self.width() - inset
        for chart, left, right in zip(self.charts, edges, edges[1:], strict=False):
            chart.setGeometry(left + 1, inset, right - left - 1, self.height() - 2 * inset)

    def _open(self, window: Window) -> None:
        assert self.mission is not None and self.trajectory is not None
        self.stretch = window
        at_most = max(int(self.charts[0].width() / self.look.px(62)), 2)
        for spec, chart in zip(CHARTS, self.charts, strict=True):
            chart.draw(scene(self.mission, self.trajectory, spec, window, at_most))

    def _explain(self, t: float) -> None:
        """A tooltip with the value under the pointer, and where it comes from."""
        chart = self.sender()
        if self.mission is None or self.trajectory is None or not isinstance(chart, StripChart):
            return
        spec = CHARTS[self.charts.index(chart)]
        QToolTip.showText(QCursor.pos(), explain(self.mission, self.trajectory, spec, t), chart)
