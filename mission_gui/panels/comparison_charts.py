"""The charts of a comparison: the way down and the load large, the other channels in a row below them."""

from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.facts import Text
from mission_gui.language import translate
from mission_gui.panels.base import Panel
from mission_gui.panels.chart_windows import Window, within, zoomed
from mission_gui.panels.comparison_chart import ComparisonChart, Dot
from mission_gui.panels.comparison_scene import LOAD, SPECS, Spec, profile_scene, time_scene, whole_of, window_of
from mission_gui.panels.comparison_twin import Told, courses, moment, twin, ways_down
from mission_gui.panels.comparison_words import names, since
from mission_gui.panels.wording import number as decimal
from mission_gui.panels.wording import reading
from mission_gui.physics.comparison import Comparison
from mission_gui.theme import Style

_LARGE = 0.56
"""The part of the height that the large charts take."""
_NOTCH = 1.25
_STEPS = {Qt.Key.Key_Left: -10.0, Qt.Key.Key_Right: 10.0, Qt.Key.Key_PageUp: -60.0, Qt.Key.Key_PageDown: 60.0}
_NEARER = {Qt.Key.Key_Plus: 1.0, Qt.Key.Key_Equal: 1.0, Qt.Key.Key_Minus: -1.0}


class ComparisonCharts(Panel):
    """All flights over each other on the time from the event. `pointed` gives the T of the cursor, None for none.

    Left and Right move the cursor by ten seconds, with Shift by one; Page Up and Page Down by a minute, Home and End
    to the ends; plus and minus zoom, 0 shows all, Escape takes the cursor away.
    """

    title = Text("Charts", "Графики")
    pointed = Signal(object)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setAccessibleName(translate("Comparison", "Charts of all flights over each other"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.comparison: Comparison | None = None
        self.cursor_t: float | None = None
        self._told: tuple[Told, ...] = ()
        self.window_ = Window(0.0, 1.0)
        self.profile = ComparisonChart(style, True, self)
        self.load_chart = ComparisonChart(style, True, self)
        self.small = tuple(ComparisonChart(style, False, self) for _ in SPECS)
        for chart in self.timed:
            chart.hovered.connect(self.pointed)
            chart.zoomed.connect(self.zoom)
            chart.moved.connect(self.move_by)
            chart.automatic.connect(self.show_all)
        self.profile.hovered.connect(self._point_on_profile)

    @property
    def timed(self) -> tuple[ComparisonChart, ...]:
        """The charts against time."""
        return self.load_chart, *self.small

    @property
    def charts(self) -> tuple[ComparisonChart, ...]:
        """All charts."""
        return self.profile, *self.timed

    def show_comparison(self, comparison: Comparison) -> None:
        """Other flights, or another alignment."""
        self.comparison = comparison
        self.show_all()
        self.point(None)

    def show_all(self) -> None:
        """The stretch of time that the charts show at first."""
        if self.comparison is not None:
            self.window_ = window_of(self.comparison)
            self._draw()

    def zoom(self, notches: float, about: float) -> None:
        """Nearer about a time, or with a negative number farther."""
        if self.comparison is not None:
            self.window_ = zoomed(self.window_, _NOTCH**-notches, about, whole_of(self.comparison))
            self._draw()

    def move_by(self, seconds: float) -> None:
        """Moves the window on."""
        if self.comparison is not None:
            moved = Window(self.window_.start + seconds, self.window_.end + seconds)
            self.window_ = within(moved, whole_of(self.comparison))
            self._draw()

    def point(self, t: float | None) -> None:
        """The cursor at T on every chart."""
        self.cursor_t = t
        comparison = self.comparison
        if comparison is None:
            return
        for chart, spec in zip(self.timed, (LOAD, *SPECS), strict=True):
            chart.point_at(t, () if t is None else self._dots(comparison, spec, t))
        self.profile.point_at(None, () if t is None else self._profile_dots(comparison, t))
        self._tell()

    def read(self) -> str:
        """What the charts tell at the cursor, for a screen reader."""
        comparison, t = self.comparison, self.cursor_t
        if comparison is None:
            return ""
        if t is None:
            told = translate("Comparison", "{missions}, time from {event}; the arrows move a cursor")
            return told.format(missions=", ".join(names(comparison)), event=since(comparison.align))
        parts = [moment(t)]
        for spec in (LOAD, *SPECS):
            dots = self._dots(comparison, spec, t)
            parts.append(f"{spec.title}: " + ", ".join(f"{names(comparison)[d.number]} {d.text}" for d in dots))
        return "; ".join(parts)

    def _tell(self) -> None:
        """The panel and every chart in words."""
        self.setAccessibleDescription(self.read())
        if self.comparison is not None:
            for chart, told in zip(self.charts, self._told, strict=True):
                now = ((dot.number, dot.text) for dot in chart.dots)
                chart.setAccessibleDescription(twin(self.comparison, told, now, self.cursor_t))

    @staticmethod
    def _dots(comparison: Comparison, spec: Spec, t: float) -> tuple[Dot, ...]:
        what, found = CHANNELS[spec.channel], []
        for number in range(len(comparison.flights)):
            value = comparison.value(number, spec.channel, t)
            if value is not None:
                shown = value * what.factor
                found.append(Dot(number, t, shown, reading(spec.channel, value), decimal(shown, what.decimals)))
        return tuple(found)

    @staticmethod
    def _profile_dots(comparison: Comparison, t: float) -> tuple[Dot, ...]:
        found = []
        for number in range(len(comparison.flights)):
            place = comparison.gone_at(number, t)
            if place is not None:
                gone, altitude = place
                told = reading("altitude", altitude)
                found.append(Dot(number, gone / 1e3, altitude / 1e3, told, told))
        return tuple(found)

    def _point_on_profile(self, km: float | None) -> None:
        """The moment at which the first flight is so far from its entry."""
        if self.comparison is not None:
            self.pointed.emit(None if km is None else self.comparison.time_at(0, km * 1e3))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            fine = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
            self._step(_STEPS[key] * fine)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.pointed.emit(self.window_.start if key == Qt.Key.Key_Home else self.window_.end)
        elif key in _NEARER:
            middle = (self.window_.start + self.window_.end) / 2
            self.zoom(2 * _NEARER[key], middle if self.cursor_t is None else self.cursor_t)
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif key == Qt.Key.Key_Escape and self.cursor_t is not None:
            self.pointed.emit(None)
        else:
            super().keyPressEvent(event)

    def _step(self, seconds: float) -> None:
        """Moves the cursor; it begins in the middle."""
        before = (self.window_.start + self.window_.end) / 2 if self.cursor_t is None else self.cursor_t
        self.pointed.emit(min(max(before + seconds, self.window_.start), self.window_.end))

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        for chart in self.charts:
            chart.restyle(style)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(round(self.look.px(900)), round(self.look.px(420)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        room = self.rect().adjusted(2, 2, -2, -2)
        tall = round(room.height() * _LARGE)
        above = _columns(QRect(room.left(), room.top(), room.width(), tall), 2)
        below = _columns(QRect(room.left(), room.top() + tall + 1, room.width(), room.height() - tall - 1), len(SPECS))
        for chart, box in zip(self.charts, (*above, *below), strict=True):
            chart.setGeometry(box)
        self._draw()

    def _draw(self) -> None:
        comparison = self.comparison
        if comparison is None:
            return
        self.profile.draw(profile_scene(comparison, self.profile.fit()))
        for chart, spec in zip(self.timed, (LOAD, *SPECS), strict=True):
            scene = time_scene(comparison, spec, self.window_, chart.fit())
            if chart is self.load_chart:
                counted = translate("Comparison", "{name}, T from {event}")
                scene = replace(scene, title=counted.format(name=scene.title, event=since(comparison.align)))
            chart.draw(scene)
        timed = (courses(comparison, spec, self.window_) for spec in (LOAD, *SPECS))
        self._told = (ways_down(comparison), *timed)
        self._tell()

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """The lines between the charts."""
        painter.setPen(QPen(self.look.color("line"), 1))
        for chart in self.charts:
            box = chart.geometry()
            if box.right() < self.width() - 4:
                painter.drawLine(box.right() + 1, box.top(), box.right() + 1, box.bottom())
            if box.bottom() < self.height() - 4:
                painter.drawLine(box.left(), box.bottom() + 1, box.right(), box.bottom() + 1)


def _columns(room: QRect, count: int) -> list[QRect]:
    """Boxes side by side, a pixel apart."""
    edges = [room.left() + round(i * room.width() / count) for i in range(count + 1)]
    last = count - 1
    return [QRect(edges[i], room.top(), edges[i + 1] - edges[i] - (i < last), room.height()) for i in range(count)]
