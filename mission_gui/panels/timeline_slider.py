"""The line of the timeline as it looks: a slider over the whole way home, or over the part that the user looks at."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QSlider, QWidget

from mission_gui.domain.events import Event
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.panels.focus import draw_focus
from mission_gui.panels.layer import Layer, lay, open_layer, pixel_ratio
from mission_gui.panels.opaque import tell_opaque
from mission_gui.panels.telling import VALUE_MS, Seldom
from mission_gui.panels.timeline_layer import LinePainter, Scale
from mission_gui.panels.timeline_marks import (
    Lane,
    Span,
    Tick,
    lanes,
    main_view,
    moved,
    ticks,
    view_at,
    whole_view,
    zoomed,
)
from mission_gui.panels.timeline_plan import Slip, slips
from mission_gui.panels.timeline_rows import rows
from mission_gui.panels.zero import UNDOCKING
from mission_gui.theme import Style

READING_TIME_MS = 10_000


class TimeSlider(QSlider):
    """Time from left to right, with now on it. It paints only what looks different from before."""

    sought = Signal(float)
    viewed = Signal()

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.look = style
        self.mission: Mission | None = None
        self.trajectory: Trajectory | None = None
        self.view: Span = (0.0, 1.0)
        self._usual: Span = self.view
        self.t = 0.0
        self.zero = UNDOCKING
        self.chosen = False
        self.lanes: tuple[Lane, ...] = ()
        self.slips: tuple[Slip, ...] = ()
        self._ticks: tuple[Tick, ...] = ()
        self._layer: Layer = QPixmap()
        self._drawn: object = None
        self._shown: object = None
        self._telling = False
        self._reading = QTimer(self, interval=READING_TIME_MS, singleShot=True)
        self._reading.timeout.connect(self._keep_in_view)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(translate("Timeline", "Mission time, seconds after undocking"))
        self.valueChanged.connect(self._hear)
        self._value = Seldom[int](self, VALUE_MS, lambda value: self._tell(lambda: self.setValue(value)))

    def event(self, event: QEvent) -> bool:
        tell_opaque(self, event)
        return super().event(event)

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        """Another flight; a view the user chose stays."""
        self.mission, self.trajectory = mission, trajectory
        self._ticks, self._drawn, self._shown = ticks(mission, trajectory), None, None
        self.lanes, self.slips = lanes(mission, trajectory), slips(mission, trajectory)
        limits = whole_view(mission)
        self._tell(lambda: self.setRange(round(limits[0]), round(limits[1])))
        self._usual = main_view(mission, trajectory)
        self.view = (
            zoomed(self.view, self.view[0], 1.0, limits) if self.chosen else view_at(self._usual, limits, self.t)
        )
        self.update()

    def show_at(self, t: float) -> None:
        """Moves the line of now; the view follows where that would leave it, unless the user looks elsewhere."""
        self.t = t
        self._value.do(round(t))
        if self._reading.isActive():
            self._show()
        else:
            self._keep_in_view()

    def _keep_in_view(self) -> None:
        if self.mission is not None:
            limits = whole_view(self.mission)
            if not self.chosen:
                self.view = view_at(self._usual, limits, self.t)
            elif not self.view[0] <= self.t <= self.view[1]:
                self.view = moved(self.view, self.t - self.view[0] - (self.view[1] - self.view[0]) * 0.1, limits)
        self._show()

    def _show(self) -> None:
        """Paints what looks different: where now is only a little to the side, only that strip."""
        if self.trajectory is None:
            return
        span = self.trajectory.span(self.trajectory.phase_at(self.t))
        side = self._line_painter().phase_side(span, self._now()) if span is not None else None
        shown = (self.view, span, side, len(self._slips_so_far()), self._now())
        before, self._shown = self._shown, shown
        if before == shown:
            return
        if isinstance(before, tuple) and before[:-1] == shown[:-1]:
            reach = self.look.px(12)
            left, right = sorted((before[-1], shown[-1]))
            self.update(QRect(int(left - reach), 0, int(right - left + 2 * reach) + 2, self.height()))
        else:
            self.update()

    def _tell(self, deed: Callable[[], None]) -> None:
        """Changes the slider without taking that for the user's wish."""
        self._telling = True
        deed()
        self._telling = False

    def _hear(self, value: int) -> None:
        """A value that a screen reader set."""
        if not self._telling:
            self.sought.emit(float(value))

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:  # noqa: N802
        """The slider itself paints nothing: `show_at` knows what looks different."""

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        self.look, self._drawn, self._shown = style, None, None
        self.update()

    def set_view(self, view: Span | None) -> None:
        """A view as the user's choice; None shows all again."""
        self.chosen = view is not None
        if view is not None and self.mission is not None:
            self.view = zoomed(view, view[0], 1.0, whole_view(self.mission))
            self._reading.start()
            self._show()
        else:
            self._reading.stop()
            self._keep_in_view()

    def zoom(self, factor: float, about: float | None = None) -> None:
        """Shows `factor` times as much detail about a time, else about now."""
        if self.mission is not None:
            centre = self.t if about is None else about
            if not self.view[0] <= centre <= self.view[1]:
                centre = sum(self.view) / 2
            self.set_view(zoomed(self.view, centre, 1 / factor, whole_view(self.mission)))
            self.viewed.emit()

    @property
    def scale(self) -> Scale:
        """Time to pixels."""
        return Scale(self.view, self.width(), self.look.px(11))

    def x_of(self, t: float) -> float:
        """Where a time stands, in pixels."""
        return self.scale.x_of(t)

    def t_at(self, x: float) -> float:
        """The time under a pixel, held within the view."""
        return self.scale.t_at(x)

    def event_boxes(self) -> list[tuple[Event, QRectF]]:
        """The events in view, each with the square about its tick, the important first and none over another."""
        found: list[tuple[Event, QRectF]] = []
        middle, half = rows(self.look, self.width(), self.height()).track, self.look.px(6)
        for tick in self._ticks:
            box = QRectF(self.x_of(tick.t) - half, middle - half, 2 * half, 2 * half)
            if self.scale.shows(tick.t) and not any(box.intersects(taken) for _, taken in found):
                found.append((tick.event, box))
        return found

    def _now(self) -> float:
        """Where now stands, in quarters of a pixel, so that it is the same whenever it looks the same."""
        return round(self.scale.held(self.t) * 4) / 4

    def _slips_so_far(self) -> list[Slip]:
        return [slip for slip in self.slips if slip.actual <= self.t]

    def _line_painter(self) -> LinePainter:
        return LinePainter(self.look, rows(self.look, self.width(), self.height()), self.scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._shown = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color("panel"))
        if self.mission is not None and self.trajectory is not None:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            self._paint(painter, self.mission, self.trajectory)
        painter.end()

    def _paint(self, painter: QPainter, mission: Mission, trajectory: Trajectory) -> None:
        line, ratio = self._line_painter(), pixel_ratio(painter)
        key = (self.view, self.width(), self.height(), ratio)
        if key != self._drawn:
            self._layer, self._drawn = self._draw_layer(line, mission, trajectory, ratio), key
        lay(painter, QPointF(0, 0), self._layer)
        span = trajectory.span(trajectory.phase_at(self.t))
        if span is not None:
            line.draw_phase(painter, span, self._now())
        start = self.view[0]
        if self.t > start:
            line.draw_track(painter, start, line.scale.t_at(self._now()), "soyuz")
        line.draw_ticks(painter, self._ticks)
        line.draw_slips(painter, self._slips_so_far())
        if line.scale.shows(self.t):
            line.draw_now(painter, self._now(), self.hasFocus())
        if self.hasFocus():
            draw_focus(painter, self.look, QRectF(self.rect()))

    def _draw_layer(self, line: LinePainter, mission: Mission, trajectory: Trajectory, ratio: float) -> Layer:
        layer, painter = open_layer(self.size().toSizeF(), ratio, self.look.color("panel"))
        line.draw_names(painter, mission, self._ticks)
        line.draw_track(painter, *self.view, "border")
        line.draw_phases(painter, trajectory.phases)
        line.draw_lanes(painter, self.lanes)
        if self.chosen:
            line.draw_overview(painter, whole_view(mission), self.height())
        painter.end()
        return layer
