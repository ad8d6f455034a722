"""The bottom strip: transport buttons, and the line of the whole return."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from mission_gui.domain.clock import MissionClock
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels import timeline_buttons as face
from mission_gui.panels import wording
from mission_gui.panels.base import Panel
from mission_gui.panels.timeline_buttons import TransportButton
from mission_gui.panels.timeline_line import Line, rows
from mission_gui.panels.timeline_marks import phase_name, rate_text
from mission_gui.theme import Style

_SMALL, _STEP, _BIG = 18.0, 26.0, 36.0


class Timeline(Panel):
    """Transport at the left, the line at its right; it only wishes, the clock answers."""

    toggled = Signal()
    rate_stepped = Signal(int)
    event_stepped = Signal(int)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setAccessibleName("Timeline and transport")
        self.playing, self.rate = False, 1.0
        self.previous = self._button(face.previous_event, _STEP, "Previous event", "PgUp")
        self.play = self._button(face.play, _BIG, "Play", "Space", primary=True)
        self.next = self._button(face.next_event, _STEP, "Next event", "PgDn")
        self.slower = self._button(face.minus, _SMALL, "Slower", "K")
        self.faster = self._button(face.plus, _SMALL, "Faster", "L")
        self.line = Line(style, self)
        self.previous.clicked.connect(lambda: self.event_stepped.emit(-1))
        self.play.clicked.connect(lambda: self.toggled.emit())
        self.next.clicked.connect(lambda: self.event_stepped.emit(1))
        self.slower.clicked.connect(lambda: self.rate_stepped.emit(-1))
        self.faster.clicked.connect(lambda: self.rate_stepped.emit(1))
        self.line.sought.connect(self.sought)

    def _button(
        self, glyph: face.Glyph, diameter: float, name: str, key: str, primary: bool = False
    ) -> TransportButton:
        button = TransportButton(self.look, glyph, diameter, primary, self)
        button.become(glyph, name, key)
        return button

    @property
    def buttons(self) -> tuple[TransportButton, ...]:
        """The controls from left to right, which is also their order by Tab."""
        return self.previous, self.play, self.next, self.slower, self.faster

    def sizeHint(self) -> QSize:
        return QSize(round(self.look.px(900)), round(self.look.px(94)))

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        super().load(mission, trajectory)
        self.line.load(mission, trajectory)

    def show_frame(self, frame: Frame) -> None:
        self.frame = frame
        self.setAccessibleDescription(self.describe(frame))
        self.line.show_at(frame.t)

    def show_clock(self, clock: MissionClock) -> None:
        """Whether it plays, and how fast."""
        if (clock.playing, clock.rate) == (self.playing, self.rate):
            return
        self.playing, self.rate = clock.playing, clock.rate
        if self.playing:
            self.play.become(face.pause, "Pause", "Space")
        else:
            self.play.become(face.play, "Play", "Space")
        self.update()

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        for button in self.buttons:
            button.restyle(style)
        self.line.restyle(style)
        self._place()

    def reset_view(self) -> None:
        """Shows the whole line again after zooming."""
        self.line.reset_view()

    def describe(self, frame: Frame) -> str:
        """`10:52:12 UTC, T+03:31:09, descent coast; next module separation at 11:02:05.`"""
        text = f"{wording.clock_time(frame.utc)} UTC, {wording.countdown(frame.t)}, {phase_name(frame.phase).lower()}"
        events = self.trajectory.events if self.trajectory else ()
        if frame.next_index < len(events):
            event = events[frame.next_index]
            if event.time is not None:
                text += f"; next {str(event.name).lower()} at {wording.clock_time(event.time)}"
        return f"{text}."

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        px = self.look.px
        middle = self._bar_y() + px(1)
        x = px(14)
        for button, gap in zip(self.buttons, (8.0, 8.0, 12.0, 56.0, 8.0), strict=True):
            size = button.sizeHint()
            button.setGeometry(round(x), round(middle - size.height() / 2), size.width(), size.height())
            x += size.width() + px(gap)
        left = round(x + px(4))
        self.line.setGeometry(left, 1, self.width() - left - round(px(14)), self.height() - 2)

    def _bar_y(self) -> float:
        return rows(self.look, self.width(), self.height()).bar + 1

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        look = self.look
        painter.setFont(look.mono("normal", 500))
        painter.setPen(look.color("soyuz_text"))
        left, right = self.slower.geometry().right(), self.faster.geometry().left()
        box = QRectF(left, self.slower.y(), right - left, self.slower.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, rate_text(self.rate))
        self._paint_legend(painter)

    def _paint_legend(self, painter: QPainter) -> None:
        """What the lanes under the line are, level with them, in their order."""
        look = self.look
        row = rows(look, self.width(), self.height())
        painter.setFont(look.sans("small"))
        metrics = QFontMetricsF(painter.font())
        middle = (row.lanes[0] + row.lanes[-1] + row.lane_height) / 2 + 1
        base = min(middle + metrics.capHeight() / 2, self.height() - look.px(6))
        x = look.px(14)
        for lane in self.line.lanes:
            swatch = QRectF(x, base - metrics.capHeight() / 2 - look.px(1.5), look.px(12), look.px(3))
            painter.fillRect(swatch, look.color(lane.color, 0.8))
            x += look.px(16)
            painter.setPen(look.color("second"))
            painter.drawText(QPointF(x, base), str(lane.name))
            x += metrics.horizontalAdvance(str(lane.name)) + look.px(12)
