"""Strip charts with one axis of time and one cursor: side by side or stacked, those of the phase or the user's own."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QContextMenuEvent, QCursor, QHideEvent, QKeyEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QToolTip, QWidget

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory, channel_basis
from mission_gui.language import translate
from mission_gui.panels.base import Panel
from mission_gui.panels.chart_ahead import RESTED, Ahead
from mission_gui.panels.chart_flight import flight_of
from mission_gui.panels.chart_grid import cells, least_size
from mission_gui.panels.chart_layers import ROOM, Drawer, Plan
from mission_gui.panels.chart_menu import SwitchMenu
from mission_gui.panels.chart_plot import StripChart
from mission_gui.panels.chart_strip import ChartStrip, legend
from mission_gui.panels.chart_view import ChartView, view_of
from mission_gui.panels.chart_viewer import Viewer
from mission_gui.panels.chart_windows import Window, turns, window_at
from mission_gui.panels.chart_words import Words, describe, reading_at
from mission_gui.panels.menu import start_menu
from mission_gui.panels.provenance import OF_BASIS, Sourced
from mission_gui.panels.telling import tell
from mission_gui.theme import Style


class Charts(Panel):
    """Several strip charts; their axes stand still within each part of the flight, or where the user zoomed."""

    title = Text("Charts", "Графики")

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setAccessibleName(translate("Charts", "Strip charts"))
        self.drawer = Drawer(style, self)
        self.words: Words | None = None
        self._pool: list[StripChart] = []
        self._plans: tuple[Plan, ...] = ()
        self._came_from: float | None = None
        self.ahead = Ahead(self._draw_ahead, self)
        self.sharper = Ahead(self._sharpen, self, RESTED, 0)
        self.viewer = Viewer(self)
        self.viewer.changed.connect(self._change)
        self.strip = self.controls = ChartStrip(style, self)
        self.controls.menu_wished.connect(self._open_menu)
        self.controls.stacked.connect(self.viewer.stack)
        self.controls.zoomed.connect(self.viewer.zoom_about_now)
        self.controls.automatic.connect(self.viewer.show_all)

    @property
    def view(self) -> ChartView:
        """Which charts, how arranged, on which axes."""
        return self.viewer.view

    @property
    def charts(self) -> tuple[StripChart, ...]:
        """The charts on show."""
        return tuple(self._pool[: len(self._plans)])

    def set_bare(self, bare: bool) -> None:
        super().set_bare(bare)
        self.controls.set_bare(bare)

    def set_hasty(self, hasty: bool) -> None:
        self.drawer.waits = hasty
        self._open()

    def sizeHint(self) -> QSize:
        return QSize(round(self.look.px(900)), round(self.look.px(174)))

    def minimumSizeHint(self) -> QSize:
        return least_size(len(self._plans), self.view.stacked, self.look) + QSize(0, self._top())

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        if self.is_other(mission):
            self.viewer.restore(replace(self.view, zoom=None))
        super().load(mission, trajectory)
        self._show_flight(mission, trajectory)

    def show_alternatives(self, alternatives: Alternatives) -> None:
        super().show_alternatives(alternatives)
        if self.mission is not None and self.trajectory is not None:
            self._show_flight(self.mission, self.trajectory)

    def _show_flight(self, mission: Mission, trajectory: Trajectory) -> None:
        flight = flight_of(mission, trajectory, self.alternatives)
        self.drawer.load(flight)
        self.words = Words(flight)
        self.viewer.whole = flight.whole
        self._open()

    def show_frame(self, frame: Frame) -> None:
        assert self.words is not None
        if self.frame is not None:
            self.viewer.turn_page(self.frame.t, frame.t)
        self.frame = frame
        plans = self._planned(frame.t, frame.phase)
        if plans != self._plans:
            self._draw(plans)
        self.viewer.t, self.viewer.phase = frame.t, frame.phase
        tell(self, self.describe(frame))
        for plan, chart in zip(self._plans, self._pool, strict=False):
            chart.show_at(frame.t, reading_at(plan.spec, frame, self.words.flight.limits, plan.log))
            tell(chart, self.words.twin(plan.spec, frame, plan.window))

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        self.drawer.restyle(style)
        self.controls.restyle(style)
        self._place()

    def dock(self) -> None:
        super().dock()
        self._place()

    def describe(self, frame: Frame) -> str:
        """`At 10:52:12 UTC: altitude 259.4 km, speed 7.62 km/s inertial, load 0.00 g; modelled.`"""
        return describe(self.view.charts(frame.phase), frame)

    def view_state(self) -> dict[str, Any]:
        return self.view.state()

    def restore_view(self, state: dict[str, Any]) -> None:
        self.viewer.restore(view_of(state))
        self._open()

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """The lines between the charts."""
        painter.setPen(QPen(self.look.color("line"), 1))
        whole = self._room()
        for plan in self._plans:
            box = plan.cell.rect
            if box.x() > whole.x():
                painter.drawLine(QPoint(box.x() - 1, box.y()), QPoint(box.x() - 1, box.bottom()))
            if box.y() > whole.y():
                painter.drawLine(QPoint(box.x(), box.y() - 1), QPoint(box.right(), box.y() - 1))
        if not self.docked:
            painter.drawLine(QPoint(1, whole.y() - 1), QPoint(self.width() - 2, whole.y() - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.isVisible():
            for chart in self._pool:
                chart.hurried = True
            self.sharper.start()
        self._place()

    def rest(self) -> None:
        self.sharper.stop()
        while self._sharpen():
            pass

    def _sharpen(self) -> bool:
        """One chart at a time is drawn anew; False once all are."""
        return any(chart.sharpen() for chart in self._pool)

    def _top(self) -> int:
        return 0 if self.docked else round(self.look.px(self.header_height))

    def _room(self) -> QRect:
        """The charts' own, within the border and its round corners."""
        inset = max(round(self.look.px(3)), 2)
        return self.rect().adjusted(inset, max(self._top(), 1), -inset, -inset)

    def _place(self) -> None:
        if not self.docked:
            self.controls.setGeometry(1, 1, self.width() - 2, self._top() - 2)
        self._open()

    def showEvent(self, event: QShowEvent) -> None:
        self._draw_ahead_later()

    def hideEvent(self, event: QHideEvent) -> None:
        self.ahead.stop()

    def _moment(self) -> tuple[float, Phase]:
        """The instant on show; before there is one, the first of the flight."""
        assert self.trajectory is not None
        if self.frame is not None:
            return self.frame.t, self.frame.phase
        return float(self.trajectory.t[0]), self.trajectory.phases[0].phase

    def _planned(self, t: float, phase: Phase) -> tuple[Plan, ...]:
        """What is to be drawn for an instant."""
        assert self.mission is not None and self.trajectory is not None
        window = self.view.zoom or window_at(self.mission, self.trajectory, t)
        specs = self.view.charts(phase)
        places = cells(len(specs), self._room(), self.view.stacked, self.look)
        pairs = zip(specs, places, strict=True)
        return tuple(Plan(spec, window, self.view.is_log(spec, phase), cell) for spec, cell in pairs)

    def _open(self) -> None:
        """Draws whatever changed."""
        if self.mission is None or self.trajectory is None:
            return
        self.viewer.t, self.viewer.phase = self._moment()
        self._draw(self._planned(*self._moment()))
        if self.frame is not None:
            self.show_frame(self.frame)
        self._draw_ahead_later()

    def _draw(self, plans: tuple[Plan, ...]) -> None:
        while len(self._pool) < len(plans):
            self._pool.append(self._make())
        for chart in self._pool[len(plans) :]:
            chart.hide()
        self._plans = plans
        self.viewer.window = plans[0].window
        for plan, chart in zip(plans, self._pool, strict=False):
            chart.draw(plan)
            chart.show()
        if self.drawer.flight is not None and not self.drawer.waits:
            signs = legend(self.drawer.flight, (self.drawer.scene(plan) for plan in plans))
            self.controls.tell(signs, self.view.stacked, self.view.zoom is None)
        self.update()

    def _make(self) -> StripChart:
        chart = StripChart(self.drawer, self)
        chart.sought.connect(self._seek)
        chart.hovered.connect(self._hover)
        chart.marked.connect(self._mark)
        chart.chosen.connect(lambda start, end: self.viewer.look_at(Window(start, end)))
        chart.moved.connect(self.viewer.move)
        chart.zoomed.connect(self.viewer.zoom)
        chart.automatic.connect(self._double_click)
        return chart

    def _draw_ahead_later(self) -> None:
        """Starts over whenever something changes; a board that is not on a screen draws nothing ahead."""
        self.ahead.stop()
        if self.isVisible():
            self.ahead.start()

    def _draw_ahead(self) -> bool:
        """Draws one chart of those that come next and are not drawn yet; False where there is none."""
        if self.mission is None or self.trajectory is None or not self._pool:
            return False
        now, scale = self._moment()[0], self._pool[0].scale
        later = turns(self.mission, self.trajectory)
        for t in (now, *(t for t in later if t > now), *(t for t in later if t <= now)):
            for plan in self._planned(t, self.trajectory.phase_at(t)):
                if not self.drawer.has(plan, scale) and self.drawer.held < ROOM // 2:
                    self.drawer.layers(plan, scale)
                    return True
        return False

    @Slot()
    def _change(self) -> None:
        """The user changed the view."""
        self._open()
        self.updateGeometry()
        self.viewed.emit()

    def _seek(self, t: float) -> None:
        self._came_from = self.frame.t if self.frame is not None else None
        self.sought.emit(t)

    def _double_click(self) -> None:
        """Back to the automatic stretch; its first click was none, so the time goes back to where it was."""
        if self.view.zoom is not None:
            if self._came_from is not None:
                self.sought.emit(self._came_from)
            self.viewer.show_all()

    def _mark(self, stretch: tuple[float, float] | None) -> None:
        for chart in self.charts:
            chart.show_hover(None, stretch)

    def _hover(self, t: float | None) -> None:
        """The pointer's line on all charts, and a tooltip with what they tell there."""
        for chart in self.charts:
            chart.show_hover(t, None)
        if t is None:
            QToolTip.hideText()
            return
        QToolTip.showText(QCursor.pos(), self._tip(t), self)

    def _tip(self, t: float) -> str:
        specs = [plan.spec for plan in self._plans]
        return self.words.tip(specs, t, self.zero) if self.words is not None else ""

    def sourced(self) -> list[Sourced]:
        """The reading over each chart."""
        if self.frame is None or self.words is None:
            return []
        found = []
        for plan in self._plans:
            box = QRectF(plan.cell.reading(self.look)).translated(QPointF(plan.cell.rect.topLeft()))
            origin = OF_BASIS[channel_basis(plan.spec.channel, self.frame.phase)]
            found.append(Sourced(box, origin, partial(self.words.tip, (plan.spec,), self.frame.t, self.zero)))
        return found

    def tip_at(self, at: QPointF) -> str:
        """What all charts tell at the time under a point of one of them, or what its reading tells."""
        for chart in self.charts:
            t = chart.time_at(at - QPointF(chart.pos()))
            if t is not None:
                return self._tip(t)
        return super().tip_at(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no chart takes: `0` goes back to the automatic stretch."""
        if event.key() == Qt.Key.Key_0:
            self.viewer.show_all()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())
        start_menu(event)

    def _open_menu(self) -> None:
        button = self.controls.choose
        self.menu().popup(button.mapToGlobal(QPoint(0, button.height())))

    def menu(self) -> SwitchMenu:
        """Everything that can be changed about the charts."""
        menu = SwitchMenu(self.look, self.viewer.entries(), self)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu
