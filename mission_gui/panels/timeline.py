"""The bottom strip: transport, how the flight stands against its plan, and the line of the whole return."""

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from mission_gui.domain.clock import RATES, MissionClock
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.panels import timeline_buttons as face
from mission_gui.panels import wording
from mission_gui.panels.base import Panel
from mission_gui.panels.lettering import write
from mission_gui.panels.marks import State, draw_mark
from mission_gui.panels.menu import Choice, open_menu
from mission_gui.panels.provenance import Origin, Sourced, sourced_event
from mission_gui.panels.sequence import explain
from mission_gui.panels.telling import tell
from mission_gui.panels.text_button import TextButton
from mission_gui.panels.timeline_buttons import TransportButton
from mission_gui.panels.timeline_layer import lane_names
from mission_gui.panels.timeline_line import Line
from mission_gui.panels.timeline_marks import phase_name, rate_text
from mission_gui.panels.timeline_plan import Standing, history, standing
from mission_gui.panels.timeline_rows import Rows, rows
from mission_gui.panels.zero import counted_from
from mission_gui.theme import Style

_SMALL, _STEP, _BIG = 18.0, 26.0, 36.0
_GUTTER = 62.0
"""Room for the names of the lanes."""


class Timeline(Panel):
    """Transport at the left, the line at its right; it only wishes, the clock answers."""

    title = Text("Timeline", "Шкала времени")
    toggled = Signal()
    rate_stepped = Signal(int)
    rate_wished = Signal(float)
    eased_wished = Signal(bool)
    """Whether the clock is to slow down at important events."""
    loop_wished = Signal(bool)
    event_stepped = Signal(int)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setAccessibleName(translate("Timeline", "Timeline and transport"))
        self.clock = MissionClock(0.0, 0.0, 0.0, 0.0)
        self.standing: Standing | None = None
        self._second: object = None
        self.previous = self._button(face.previous_event, _STEP, translate("Timeline", "Previous event"), "PgUp")
        self.play = self._button(face.play, _BIG, translate("Timeline", "Play"), "Space", primary=True)
        self.next = self._button(face.next_event, _STEP, translate("Timeline", "Next event"), "PgDn")
        self.slower = self._button(face.minus, _SMALL, translate("Timeline", "Slower"), "K")
        self.speed = TextButton(
            style, rate_text(1.0), translate("Timeline", "Speed, direction, repeat"), self, opens=True, mono=True
        )
        self.speed.ink = "soyuz_text"
        self.faster = self._button(face.plus, _SMALL, translate("Timeline", "Faster"), "L")
        self.line = Line(style, self)
        self.previous.clicked.connect(lambda: self.event_stepped.emit(-1))
        self.play.clicked.connect(lambda: self.toggled.emit())
        self.next.clicked.connect(lambda: self.event_stepped.emit(1))
        self.slower.clicked.connect(lambda: self.rate_stepped.emit(-1))
        self.speed.clicked.connect(self.open_choices)
        self.faster.clicked.connect(lambda: self.rate_stepped.emit(1))
        self.line.sought.connect(self.sought)
        self.line.viewed.connect(self.viewed)

    def _button(
        self, glyph: face.Glyph, diameter: float, name: str, key: str, primary: bool = False
    ) -> TransportButton:
        button = TransportButton(self.look, glyph, diameter, primary, self)
        button.become(glyph, name, key)
        return button

    @property
    def buttons(self) -> tuple[TransportButton | TextButton, ...]:
        """The controls from left to right, which is also their order by Tab."""
        return self.previous, self.play, self.next, self.slower, self.speed, self.faster

    def sizeHint(self) -> QSize:
        return QSize(round(self.look.px(900)), round(self.look.px(94)))

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        super().load(mission, trajectory)
        self.line.load(mission, trajectory)
        self._second = None

    def show_frame(self, frame: Frame) -> None:
        self.frame = frame
        self.line.show_at(frame.t)
        second = frame.utc.replace(microsecond=0)
        if second != self._second:
            self._second = second
            self._stand(standing(self.line.slips, frame.t))
            self._describe(frame)

    def _stand(self, standing: Standing | None) -> None:
        if standing != self.standing:
            self.standing = standing
            self.update(self._standing_box().toAlignedRect())

    def show_clock(self, clock: MissionClock) -> None:
        """Whether it plays, and how fast."""
        if clock.playing != self.clock.playing:
            if clock.playing:
                self.play.become(face.pause, translate("Timeline", "Pause"), "Space")
            else:
                self.play.become(face.play, translate("Timeline", "Play"), "Space")
        self.clock = clock
        self.speed.setText(rate_text(clock.rate))

    def set_zero(self, zero: str) -> None:
        """Counts T from another event."""
        super().set_zero(zero)
        self.line.zero = zero
        if self.frame is not None:
            self._describe(self.frame)

    def _describe(self, frame: Frame) -> None:
        """The twin of the panel; its beginning, the time in words, is that of the slider's value too."""
        text = self.describe(frame)
        tell(self, text)
        tell(self.line, text.partition(";")[0])

    def choices(self) -> dict[str, list[Choice]]:
        """What the menu of the speed offers, by section."""
        clock = self.clock
        sign = 1.0 if clock.rate > 0 else -1.0
        back, ease = translate("Timeline", "Backward"), translate("Timeline", "×1 at events")
        again = translate("Timeline", "Repeat at the end")
        speeds = [
            Choice(rate_text(sign * rate), partial(self.rate_wished.emit, sign * rate), rate == abs(clock.rate))
            for rate in RATES
        ]
        return {
            translate("Menu", "SPEED"): speeds,
            "": [
                Choice(back, partial(self.rate_wished.emit, -clock.rate), clock.rate < 0, alone=False),
                Choice(ease, partial(self.eased_wished.emit, not clock.eased), clock.eased, alone=False),
                Choice(again, partial(self.loop_wished.emit, not clock.loop), clock.loop, alone=False),
            ],
        }

    def open_choices(self) -> None:
        """Opens the menu of the speed at its button."""
        open_menu(self, self.look, self.choices(), self.speed.mapToGlobal(QPoint(0, self.speed.height())))

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        for button in self.buttons:
            button.restyle(style)
        self.line.restyle(style)
        self._place()

    def zoom(self, factor: float) -> None:
        """Shows `factor` times as much detail about now; below 1 less."""
        self.line.zoom(factor)

    def zoom_out(self) -> None:
        """Shows the whole line again, as the user's wish."""
        self.reset_view()
        self.viewed.emit()

    def reset_view(self) -> None:
        """Shows the whole line again after zooming."""
        self.line.set_view(None)

    def view_state(self) -> dict[str, Any]:
        """The stretch of time that the user zoomed to; None where all shows."""
        return {"view": list(self.line.view) if self.line.chosen else None}

    def restore_view(self, state: dict[str, Any]) -> None:
        view = state.get("view")
        self.line.set_view((float(view[0]), float(view[1])) if view else None)

    def describe(self, frame: Frame) -> str:
        """`10:52:12 UTC, T+03:31:09, descent coast; next module separation at 11:02:05. On time at deorbit burn.`"""
        if not (self.mission and self.trajectory):
            return ""
        counted = counted_from(self.mission, self.trajectory, self.zero, frame.t)
        text = f"{wording.clock_time(frame.utc)} UTC, {counted}, {phase_name(frame.phase).lower()}"
        if frame.next_index < len(self.trajectory.events):
            event = self.trajectory.events[frame.next_index]
            if event.time is not None:
                told = translate("Timeline", "; next {event} at {time}")
                text += told.format(event=str(event.name).lower(), time=wording.clock_time(event.time))
        stands = standing(self.line.slips, frame.t)
        return f"{text}." + (f" {stands.words}: {stands.event.lower()}." if stands else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _rows(self) -> Rows:
        return rows(self.look, self.width(), self.height() - 2)

    def _place(self) -> None:
        px = self.look.px
        middle = self._rows().band.center().y() + px(4)
        x = px(14)
        for button, gap in zip(self.buttons, (8.0, 8.0, 12.0, 4.0, 4.0, 8.0), strict=True):
            size = button.sizeHint()
            wide = round(px(76)) if button is self.speed else size.width()
            button.setGeometry(round(x), round(middle - size.height() / 2), wide, size.height())
            x += wide + px(gap)
        left = round(x + px(6))
        self.line.setGeometry(left, 1, self.width() - left - round(px(12)), self.height() - 2)

    def _standing_box(self) -> QRectF:
        """Below the transport, beside the names of the lanes."""
        px, row = self.look.px, self._rows()
        top = row.lanes[0] - px(8)
        return QRectF(px(14), top, self.line.x() - px(_GUTTER + 14), self.height() - top - px(2))

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        row = self._rows()
        if row.named and self.line.lanes:
            lane_names(painter, self.look, row, self.line.lanes, self.line.x() - self.look.px(1), 1)
        if row.named and self.standing is not None:
            self._paint_standing(painter, self._standing_box(), self.standing)

    def _paint_standing(self, painter: QPainter, box: QRectF, stands: Standing) -> None:
        look, px = self.look, self.look.px
        draw_mark(painter, look, QPointF(box.left() + px(8), box.center().y()), stands.state, px(14))
        upper = QRectF(box.left() + px(22), box.top(), box.width() - px(22), box.height() / 2)
        write(painter, upper, stands.words, look.sans("small", 500), look.color("text"))
        write(painter, upper.translated(0, upper.height()), stands.event, look.sans("small"), look.color("second"))

    def tip_at(self, at: QPointF) -> str:
        """Where the sources of an event or of the standing are told, those; else on the line what it tells there."""
        on_line = self.line.geometry().contains(at.toPoint())
        return super().tip_at(at) or (self.line.told_at(at.x() - self.line.x()) if on_line else "")

    def sourced(self) -> list[Sourced]:
        """How the flight stands against its plan, and the events on the line."""
        if self.frame is None or self.mission is None:
            return []
        corner, day = QPointF(self.line.pos()), self.mission.epoch.date()
        found = [
            sourced_event(box.translated(corner), event, partial(explain, event, State.DONE, day))
            for event, box in self.line.event_boxes()
        ]
        if self.standing is not None and self._rows().named:
            words = partial(history, self.line.slips, self.frame.t)
            found.append(Sourced(self._standing_box(), Origin.DERIVED, words))
        return found
