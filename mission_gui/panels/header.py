"""The top strip: mission, phase, replay state, how the flight is known, and the clocks."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from mission_gui.domain.clock import MissionClock
from mission_gui.domain.dossier import conflicts
from mission_gui.domain.events import PHASE_NAMES, Phase
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import ClockZone, Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.panels import wording
from mission_gui.panels.base import Panel
from mission_gui.panels.header_chips import Chip, chip_width, dressed, paint_chips
from mission_gui.panels.header_clocks import MissionClockButton, paint_label, paint_time
from mission_gui.panels.header_fit import Fit, fit, paint_name, paint_progress
from mission_gui.panels.header_text import (
    Clocks,
    clock_choices,
    describe,
    mission_clock,
    mission_origin,
    mission_told,
    rate_label,
    reconstructed,
    zone_tip,
)
from mission_gui.panels.layer import Layer, lay, open_layer, pixel_ratio
from mission_gui.panels.marks import State
from mission_gui.panels.menu import Choice, open_menu, start_menu
from mission_gui.panels.provenance import Origin, Sourced, sourced_event
from mission_gui.panels.sequence import event_of, explain
from mission_gui.panels.telling import tell
from mission_gui.panels.zero import ZEROS, zero_choices, zero_of, zeros
from mission_gui.theme import Style

_LEAST_MESSAGE = 24
"""So many letters of a message have room whatever else gives way; more where there is more."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """What is drawn and stays for longer than a second: the chips, the dates of the clocks, and the progress."""

    chips: tuple[Chip, ...]
    dates: tuple[str, ...]
    progress: float | None


class Header(Panel):
    """Who flies, what is happening, how time runs, and what time it is everywhere that matters."""

    title = Text("Flight and clocks", "Полёт и время")
    zero_wished = Signal(str)
    """The id of the event from which every T is to be counted."""

    library_wished = Signal()
    """All missions are to be shown, to choose another one."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setMouseTracking(True)
        self.setAccessibleName(translate("Header", "Mission and clocks"))
        self.clock = MissionClock(0.0, 0.0, 0.0, 0.0)
        self.clocks = Clocks()
        self.progress: float | None = None
        self.message: Chip | None = None
        self._fit = Fit()
        self._boxes: list[tuple[Chip, QRectF]] = []
        self._layer: Layer = QPixmap()
        self._drawn: object = None
        self._said: object = None
        self._kept: _Standing | None = None
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
        self._arrange()

    def show_frame(self, frame: Frame) -> None:
        self.frame = frame
        self._show_second()

    def show_clock(self, clock: MissionClock) -> None:
        """Whether it plays, how fast, and whether events slow it down."""
        eased, self.clock = self.clock.eased, clock
        if clock.eased != eased:
            self._arrange()
        self._show_second()

    def _show_second(self) -> None:
        """Nothing here shows less than a second, so a faster tick has nothing to draw; and most stays for longer."""
        if self.mission is None or self.frame is None:
            return
        said = (self.frame.utc.replace(microsecond=0), self.frame.phase, self._rate(self.frame.t))
        if said == self._said:
            return
        self._said = said
        self._show_mission_clock()
        tell(self, self.describe(self.frame))
        before, self._kept = self._kept, self._standing()
        wide = round(self._fit.clocks_width(self.look))
        same = self._kept == before
        self.update(QRect(self.width() - wide, 0, wide, self.height()) if same else self.rect())

    def show_progress(self, fraction: float, text: str) -> None:
        """How far the descent is computed, from 0 to 1; at 1 the strip is as before."""
        self.progress = fraction if fraction < 1 else None
        self.message = None
        if self.progress is not None:
            share = f"{text} {fraction:.0%}".strip()
            tip = translate("Header", "The flight up to ignition can be watched already")
            self.message = Chip(share, "standby", "standby", tip=tip)
        self._arrange()

    def show_error(self, text: str) -> None:
        """What went wrong, until the next load or progress."""
        self.progress = None
        self.message = Chip(text.splitlines()[0] if text else "", "critical", "text", "warning", tip=text)
        self._arrange()
        self.setAccessibleDescription(text)

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        self.button.restyle(style)
        self._arrange()

    def set_zero(self, zero: str) -> None:
        """Counts T from another event."""
        super().set_zero(zero)
        self._show_mission_clock()

    def set_clocks(self, clocks: Clocks) -> None:
        """Arranges the clocks otherwise."""
        self.clocks = clocks
        self._arrange()

    def view_state(self) -> dict[str, Any]:
        """Where T is nought, the order of the clocks, and whether they number the day."""
        return {"zero": self.zero, "order": list(self.clocks.order), "day_of_year": self.clocks.day_of_year}

    def restore_view(self, state: dict[str, Any]) -> None:
        order = tuple(str(zone) for zone in state.get("order", ()))
        self.set_clocks(Clocks(order, state.get("day_of_year") is not False))
        if state.get("zero") in ZEROS:
            self.set_zero(state["zero"])
            self.zero_wished.emit(self.zero)

    def next_zero(self) -> None:
        """Wishes that T is counted from the next event from which it can be."""
        if self.mission and self.trajectory:
            names = list(zeros(self.mission, self.trajectory))
            at, _ = zero_of(self.mission, self.trajectory, self.zero)
            self._wish_zero(names[(names.index(at) + 1) % len(names)])

    def choices(self) -> dict[str, list[Choice]]:
        """What the menu of the clocks offers, by section; nothing before there is a mission."""
        if not (self.mission and self.trajectory):
            return {}
        known = zeros(self.mission, self.trajectory)
        return {
            translate("Menu", "MISSION"): [Choice(translate("Menu", "All missions"), self.library_wished.emit)],
            translate("Menu", "T IS COUNTED FROM"): zero_choices(self.zero, known, self._wish_zero),
            translate("Menu", "CLOCKS"): clock_choices(self.clocks, self.mission, self._wish_clocks),
        }

    def _wish_zero(self, zero: str) -> None:
        self.zero_wished.emit(zero)
        self.viewed.emit()

    def _wish_clocks(self, clocks: Clocks) -> None:
        self.set_clocks(clocks)
        self.viewed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the clocks, by the mouse or by the menu key."""
        open_menu(self, self.look, self.choices(), event.globalPos())
        start_menu(event)

    def describe(self, frame: Frame) -> str:
        """`Soyuz MS-19, descent coast, replay ×10, reconstructed; UTC 10:52:12, ...`"""
        assert self.mission is not None
        return describe(self.mission, self.clocks, frame, str(PHASE_NAMES[frame.phase]), self._rate(frame.t))

    def _rate(self, t: float) -> str:
        rate = self.clock.rate_at(t)
        return rate_label(self.clock.playing, rate, slowed=rate != self.clock.rate)

    def _show_mission_clock(self) -> None:
        if self.mission and self.trajectory and self.frame:
            self.button.show_clock(mission_clock(*zero_of(self.mission, self.trajectory, self.zero), self.frame.t))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def chips(self, phase: Phase) -> tuple[Chip, ...]:
        """The chips of a phase, from left to right."""
        name, told = str(PHASE_NAMES[phase]), translate("Header", "Phase of the flight: {phase}")
        state = translate("Header", "Space plays and pauses, K and L make it slower and faster")
        rate = self._rate(self.frame.t) if self.frame else rate_label(self.clock.playing, self.clock.rate)
        return (
            Chip(name.upper(), "soyuz", "soyuz_text", tip=told.format(phase=name.lower())),
            Chip(rate, "iss", "iss_text", tip=state),
            self.message or self._known(),
        )

    def _known(self) -> Chip:
        """How the flight is known."""
        whole, brief = translate("Header", "reconstructed"), translate("Header", "model")
        tip = reconstructed(self.mission) if self.mission else ""
        return Chip(whole, "border", "second", "diamond", tip, brief)

    def _arrange(self) -> None:
        """Chooses what there is room for, with the widest phase, so that nothing comes and goes while playing."""
        self._said = self._drawn = self._kept = None
        if self.mission is not None:
            phase = max(PHASE_NAMES, key=lambda phase: chip_width(self.look, self.chips(phase)[0]))
            first, pace, last = self.chips(phase)
            slowed = Chip(rate_label(True, -1.0, True), "iss", "iss_text")
            if self.clock.eased:
                pace = max(pace, slowed, key=lambda chip: chip_width(self.look, chip))
            chips = (first, pace, replace(last, text=last.text[:_LEAST_MESSAGE]))
            self._fit = fit(self.look, self.width(), self.mission, self.clocks, chips)
            px, own = self.look.px, self._clock_boxes()[-1]
            self.button.setGeometry(own.adjusted(-px(6), px(4), px(6), -px(4)).toRect())
            self._show_mission_clock()
        self.update()

    def _clock_boxes(self) -> list[QRectF]:
        return self._fit.boxes(self.look, self.width(), self.height())

    def _zones(self) -> tuple[ClockZone, ...]:
        """The zones whose clocks there is room for; the mission clock stands after them."""
        return self.clocks.of(self.mission)[: len(self._fit.widths) - 1] if self.mission is not None else ()

    def _standing(self) -> _Standing:
        """All that is drawn and stays for longer than a second."""
        if self.mission is None or self.frame is None:
            return _Standing((self.message,) if self.message else (), (), self.progress)
        chips = dressed(self.chips(self.frame.phase), self._fit.brief)
        return _Standing(chips, self.clocks.dates(self.mission, self.frame.utc, self._fit.labels), self.progress)

    def paint_frame(self, painter: QPainter) -> None:
        """All that stays for longer than a second, kept as a picture."""
        ratio = pixel_ratio(painter)
        if self._kept is None:
            self._kept = self._standing()
        key = (self._kept, self._fit, self.width(), self.height(), ratio)
        if key != self._drawn:
            self._layer, drawing = open_layer(self.size().toSizeF(), ratio, self.look.color("window"))
            super().paint_frame(drawing)
            self._paint_standing(drawing, self._kept)
            drawing.end()
            self._drawn = key
        lay(painter, QPointF(0, 0), self._layer)

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """The digits of the clocks."""
        if self.mission is not None and self.frame is not None:
            for zone, box in zip(self._zones(), self._clock_boxes(), strict=False):
                paint_time(painter, self.look, wording.clock_time(self.frame.utc, zone.zone), box)

    def _paint_standing(self, painter: QPainter, standing: _Standing) -> None:
        look, x, boxes = self.look, self.look.px(20), self._clock_boxes()
        right = self.width() - x
        if self.mission is not None:
            right = boxes[0].left() - look.px(14)
            x = paint_name(painter, look, self.mission, self._fit.summary, right, self.height() / 2)
            for label, box in zip(standing.dates, boxes[:-1], strict=False):
                paint_label(painter, look, label, box)
        self._boxes = paint_chips(painter, look, standing.chips, x, right, self.height() / 2)
        if standing.progress is not None:
            paint_progress(painter, look, self.rect(), standing.progress)

    def sourced(self) -> list[Sourced]:
        """What the strip tells of the mission, how the flight is known, and the clocks."""
        mission, flight, frame = self.mission, self.trajectory, self.frame
        if mission is None or flight is None or frame is None:
            return []
        boxes = self._clock_boxes()
        name = partial(mission_told, mission)
        found = [Sourced(self._name_box(), mission_origin(mission), name, bool(conflicts(mission)))]
        found += [Sourced(box, Origin.MODELLED, partial(str, chip.tip)) for chip, box in self._boxes if chip.glyph]
        for zone, box in zip(self._zones(), boxes, strict=False):
            found.append(Sourced(box, Origin.DERIVED, partial(zone_tip, zone, frame.utc)))
        zero = event_of(flight.events, zero_of(mission, flight, self.zero)[0])
        if zero is not None:
            words = partial(explain, zero, State.DONE, mission.epoch.date())
            found.append(sourced_event(QRectF(self.button.geometry()), zero, words))
        return found

    def _name_box(self) -> QRectF:
        """The mission's name with what it is."""
        boxes = self._clock_boxes()
        end = next((box.left() for _, box in self._boxes), boxes[0].left() if boxes else 0.0)
        return QRectF(0, 0, end - self.look.px(8), self.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The name leads to all missions."""
        over = self.mission is not None and not self.bare and self._name_box().contains(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        if left and self.mission is not None and not self.bare and self._name_box().contains(event.position()):
            self.library_wished.emit()

    def tip_at(self, at: QPointF) -> str:
        """Explains chips, clocks and the mission."""
        chip = next((chip for chip, box in self._boxes if box.contains(at)), None)
        return chip.tip if chip is not None else super().tip_at(at)
