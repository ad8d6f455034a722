"""The top strip: mission, phase, replay state, how the flight is known, and the clocks."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from mission_gui.domain.clock import MissionClock
from mission_gui.domain.events import PHASE_NAMES, Phase
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.base import Panel
from mission_gui.panels.header_parts import (
    CHIP_HEIGHT,
    CLOCK_GAP,
    Chip,
    MissionClockButton,
    chip_width,
    clock_widths,
    columns,
    paint_chip,
    paint_clock,
)
from mission_gui.panels.header_text import RECONSTRUCTED, describe, mission_clock, rate_label, zeros, zone_clock
from mission_gui.theme import Style


@dataclass(frozen=True, slots=True)
class Fit:
    """What there is room for: dates under the clocks, the summary's width, whether chips keep their words."""

    short_clocks: bool = False
    summary: float = 0.0
    words: bool = True


class Header(Panel):
    """Who flies, what is happening, how time runs, and what time it is everywhere that matters."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setAccessibleName("Mission and clocks")
        self.playing, self.rate = False, 1.0
        self.zero = "undocking"
        self.progress: float | None = None
        self.message: Chip | None = None
        self._fit = Fit()
        self._second: tuple[datetime, Phase] | None = None
        self._widths: list[float] = []
        self._boxes: list[tuple[Chip, QRectF]] = []
        self.button = MissionClockButton(style, self)
        self.button.clicked.connect(self.next_zero)
        self.button.hide()

    def sizeHint(self) -> QSize:
        return QSize(round(self.look.px(1200)), round(self.look.px(56)))

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        super().load(mission, trajectory)
        self.button.show()
        if trajectory.complete or self.progress is None:
            self.progress = self.message = None
        self._second = None
        self._arrange()

    def show_frame(self, frame: Frame) -> None:
        self.frame = frame
        second = (frame.utc.replace(microsecond=0), frame.phase)
        if second != self._second:
            # Nothing here shows less than a second, so a faster tick has nothing to draw.
            self._second = second
            self._show_mission_clock()
            self.setAccessibleDescription(self.describe(frame))
            self.update()

    def show_clock(self, clock: MissionClock) -> None:
        """Whether it plays, and how fast."""
        if (clock.playing, clock.rate) != (self.playing, self.rate):
            self.playing, self.rate = clock.playing, clock.rate
            if self.frame is not None:
                self.setAccessibleDescription(self.describe(self.frame))
            self.update()

    def show_progress(self, fraction: float, text: str) -> None:
        """How far the descent is computed, from 0 to 1; at 1 the strip is as before."""
        self.progress = fraction if fraction < 1 else None
        self.message = None
        if self.progress is not None:
            share = f"{text} {fraction:.0%}".strip()
            self.message = Chip(share, "standby", "standby", tip="The flight up to ignition can be watched already")
        self._arrange()

    def show_error(self, text: str) -> None:
        """What went wrong, until the next load or progress."""
        self.progress = None
        self.message = Chip(text.splitlines()[0] if text else "", "critical", "text", "warning", tip=text)
        self.setAccessibleDescription(text)
        self._arrange()

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        self.button.restyle(style)
        self._arrange()

    def next_zero(self) -> None:
        """The mission clock counts from the next event it can count from."""
        if self.mission and self.trajectory:
            names = list(zeros(self.mission, self.trajectory))
            self.zero = names[(names.index(self.zero) + 1) % len(names)] if self.zero in names else names[0]
            self._show_mission_clock()

    def describe(self, frame: Frame) -> str:
        """`Soyuz MS-19, descent coast, replay ×10, reconstructed; UTC 10:52:12, ...`"""
        assert self.mission is not None
        return describe(self.mission, frame, str(PHASE_NAMES[frame.phase]), rate_label(self.playing, self.rate))

    def _show_mission_clock(self) -> None:
        if self.mission and self.trajectory and self.frame:
            known = zeros(self.mission, self.trajectory)
            zero = self.zero if self.zero in known else "undocking"
            self.button.show_clock(mission_clock(zero, known[zero], self.frame.t))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def chips(self, phase: Phase) -> tuple[Chip, ...]:
        """The chips of a phase, from left to right."""
        name = str(PHASE_NAMES[phase])
        state = "Space plays and pauses, K and L make it slower and faster"
        if self.message is not None:
            last = self.message
        else:
            last = Chip("reconstructed", "border", "second", "diamond", RECONSTRUCTED)
        return (
            Chip(name.upper(), "soyuz", "soyuz_text", tip=f"Phase of the flight: {name.lower()}"),
            Chip(rate_label(self.playing, self.rate), "iss", "iss_text", tip=state),
            last,
        )

    def _arrange(self) -> None:
        """Chooses what there is room for, with the widest phase, so that nothing comes and goes while playing."""
        if self.mission is None:
            self.update()
            return
        px, mission = self.look.px, self.mission
        widest = max(PHASE_NAMES, key=lambda phase: chip_width(self.look, self.chips(phase)[0]))
        left = px(20) + self._name_width() + px(18)
        for short, words in ((False, True), (True, True), (True, False)):
            self._widths = clock_widths(self.look, mission, short)
            clocks = sum(self._widths) + px(CLOCK_GAP) * len(self._widths) + px(20)
            spare = self.width() - left - clocks - self._chips_width(widest, words)
            self._fit = Fit(short, 0.0, words)
            if spare >= 0:
                wanted = self._summary_width()
                room = spare - px(20)
                self._fit = replace(self._fit, summary=min(wanted, room) if room >= min(wanted, px(150)) else 0.0)
                break
        *_, own = columns(self.width() - px(20), self._widths, px(CLOCK_GAP), self.height())
        self.button.setGeometry(own.adjusted(-px(6), px(4), px(6), -px(4)).toRect())
        self.update()

    def _chips_width(self, phase: Phase, words: bool) -> float:
        return sum(chip_width(self.look, chip) + self.look.px(12) for chip in self._dressed(phase, words))

    def _dressed(self, phase: Phase, words: bool) -> tuple[Chip, ...]:
        """The chips, the last one only as its glyph where there is no room for its words."""
        first, second, last = self.chips(phase)
        return first, second, last if words or not last.glyph else replace(last, text="")

    def _name_width(self) -> float:
        name = str(self.mission.name) if self.mission else ""
        return QFontMetricsF(self.look.sans("large", 650)).horizontalAdvance(name)

    def _summary_width(self) -> float:
        summary = str(self.mission.summary) if self.mission else ""
        return QFontMetricsF(self.look.sans("normal")).horizontalAdvance(summary) + 2

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        look, x = self.look, self.look.px(20)
        right = self.width() - x
        if self.mission is not None:
            boxes = list(columns(right, self._widths, look.px(CLOCK_GAP), self.height()))
            if self.frame is not None:
                for zone, box in zip(self.mission.clocks, boxes, strict=False):
                    paint_clock(painter, look, zone_clock(zone, self.frame.utc), box, self._fit.short_clocks)
            right = boxes[0].left() - look.px(14)
            x = self._paint_name(painter, self.mission, x, right)
        self._paint_chips(painter, x, right)
        if self.progress is not None:
            self._paint_progress(painter, self.progress)

    def _paint_name(self, painter: QPainter, mission: Mission, x: float, right: float) -> float:
        look, middle = self.look, self.height() / 2
        painter.setFont(look.sans("large", 650))
        painter.setPen(look.color("text"))
        base = middle + painter.fontMetrics().capHeight() / 2
        name = painter.fontMetrics().elidedText(str(mission.name), Qt.TextElideMode.ElideRight, round(right - x))
        painter.drawText(QPointF(x, base), name)
        x += self._name_width() + look.px(18)
        if self._fit.summary:
            painter.setFont(look.sans("normal"))
            painter.setPen(look.color("second"))
            text = painter.fontMetrics().elidedText(
                str(mission.summary), Qt.TextElideMode.ElideRight, round(self._fit.summary)
            )
            painter.drawText(QPointF(x, middle + QFontMetricsF(painter.font()).capHeight() / 2), text)
            x += self._fit.summary + look.px(20)
        return x

    def _paint_chips(self, painter: QPainter, x: float, right: float) -> None:
        look = self.look
        height = look.px(CHIP_HEIGHT)
        phase = self.frame.phase if self.frame else None
        shown = self._dressed(phase, self._fit.words) if phase else (self.message,) if self.message else ()
        self._boxes = []
        for chip in shown:
            width = min(chip_width(look, chip), right - x)
            if width < look.px(26):
                return
            box = QRectF(round(x), round((self.height() - height) / 2), round(width), round(height))
            paint_chip(painter, look, chip, box)
            self._boxes.append((chip, box))
            x += width + look.px(12)

    def _paint_progress(self, painter: QPainter, fraction: float) -> None:
        look, thick = self.look, max(self.look.px(2), 2)
        track = QRectF(1, self.height() - thick - 1, self.width() - 2, thick)
        painter.fillRect(track, look.color("line"))
        painter.fillRect(QRectF(track.left(), track.top(), track.width() * fraction, thick), look.color("standby"))

    def event(self, event: QEvent) -> bool:
        """Explains chips and clocks on hover."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def tip_at(self, point: QPointF) -> str:
        """What the tooltip at a point says; empty where there is nothing to explain."""
        for chip, box in self._boxes:
            if box.contains(point):
                return chip.tip
        if self.mission is None or not self._widths:
            return ""
        boxes = columns(self.width() - self.look.px(20), self._widths, self.look.px(CLOCK_GAP), self.height())
        for zone, box in zip(self.mission.clocks, boxes, strict=False):
            if box.contains(point):
                return f"{zone.name}: {zone.zone.replace('_', ' ')}"
        return ""
