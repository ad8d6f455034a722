"""The descent in figures: the state now, the parachute sequence in pictures, and the peaks."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Basis
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory, channel_basis, sigma_at
from mission_gui.panels.lettering import CENTRE, RIGHT, fitting, open_layer, pixel_ratio, width, write
from mission_gui.panels.page import Page
from mission_gui.panels.parachute_pictures import draw_stage
from mission_gui.panels.sequence import dated, time_of
from mission_gui.panels.wording import give_or_take, number, reading

FIGURES = (
    "altitude", "air_speed", "inertial_speed", "flight_path_angle", "mach", "load", "dynamic_pressure", "heat_flux",
    "bank", "mass", "range_to_go",
)  # fmt: skip
STAGES = (
    ("pilot", "Pilot"), ("drogue", "Drogue"), ("reefed", "Reefed"), ("main", "Main"), ("shield", "Shield off"),
    ("engines", "Engines"),
)  # fmt: skip
_HEAD, _PICTURES = 28.0, 80.0  # heights
_AIR_ENDS = 120e3
"""Metres above which a Mach number and air loads say nothing."""
_IN_AIR = ("mach", "dynamic_pressure", "heat_flux")
_BASIS_WORDS = {Basis.PUBLISHED: "report", Basis.PROPAGATED: "orbit", Basis.MODELLED: "model"}
_BANKED = (Phase.ENTRY, Phase.ATMOSPHERE)
_AFTER = (Phase.LANDED, Phase.RECOVERY)


@dataclass(frozen=True, slots=True)
class Figure:
    """A reading with its name and where it comes from."""

    name: str
    value: str
    basis: str


class DescentSummary(Page):
    """Figures above, pictures in the middle, peaks below."""

    title = "Descent"

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.peaks: list[Figure] = []
        self.stages: dict[str, float] = {}
        self._layer = QPixmap()
        self._drawn: object = None

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        """Finds the peaks and the times of the parachutes once."""
        self.peaks = peaks(mission, trajectory)
        self.stages = stage_times(mission, trajectory)
        self._drawn = None
        super().load(mission, trajectory)

    def describe(self, frame: Frame) -> str:
        """The figures and the parachute's state."""
        now = ", ".join(f"{f.name} {f.value}" for f in figures(frame) if f.value != "—")
        stage = current_stage(self.stages, frame.t)
        name = next((word for key, word in STAGES if key == stage), "")
        return f"{now}." + (f" Parachute sequence: {name}." if name else "")

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """Names, pictures and peaks are a layer; only the readings are written each time."""
        if self.frame is None:
            return
        ratio = pixel_ratio(painter)
        now, begun = figures(self.frame), [t for t in self.stages.values() if t <= self.frame.t]
        names = tuple((figure.name, figure.basis) for figure in now)
        key = (names, tuple(self.peaks), len(begun), self.size(), ratio, self.look)
        if key != self._drawn:
            self._layer, self._drawn = self._draw_layer(area, now, ratio), key
        painter.drawPixmap(area.topLeft(), self._layer)
        for index, figure in enumerate(now):
            self._paint_value(painter, self._row(area, index), figure)

    def tip_at(self, at: QPointF) -> str:
        """`Load 2.89 g ± 0.12 g, modelled; reconstructed, not telemetry`, for the figure at that height."""
        if self.frame is None or self.trajectory is None:
            return ""
        area = self.content()
        told = [channel for channel in FIGURES if channel in self.frame.values]
        rows = ((channel, self._row(area, index)) for index, channel in enumerate(told) if tells(channel, self.frame))
        channel = next((channel for channel, row in rows if row.top() <= at.y() < row.bottom()), None)
        if channel is None:
            return ""
        value = shown(channel, self.frame.values[channel])
        off = give_or_take(channel, sigma_at(self.trajectory, channel, self.frame.t))
        basis = channel_basis(channel, self.frame.phase)
        return f"{CHANNELS[channel].name} {value}{off}, {basis}; reconstructed, not telemetry"

    def _row(self, area: QRectF, index: int) -> QRectF:
        """Where a figure stands; those from the length of `FIGURES` on are the peaks, below the pictures."""
        look = self.look
        between = 2 * look.px(_HEAD) + look.px(_PICTURES)
        height = min((area.height() - between - look.px(4)) / (len(FIGURES) + len(self.peaks)), look.px(28))
        top = area.top() + index * height + (between if index >= len(FIGURES) else 0)
        return QRectF(0, top, self.width(), height)

    def _draw_layer(self, area: QRectF, now: list[Figure], ratio: float) -> QPixmap:
        assert self.frame is not None
        look, t = self.look, self.frame.t
        layer, painter = open_layer(area.size(), ratio, look.color("panel"))
        painter.translate(-area.topLeft())
        for index, figure in enumerate(now):
            self._paint_figure(painter, self._row(area, index), figure)
        head = QRectF(0, self._row(area, len(FIGURES) - 1).bottom(), self.width(), look.px(_HEAD))
        self._paint_head(painter, head, "Parachutes and landing")
        strip = QRectF(look.px(8), head.bottom(), self.width() - look.px(16), look.px(_PICTURES))
        self._paint_stages(painter, strip, t)
        self._paint_head(painter, head.translated(0, head.height() + strip.height()), "Peaks of this flight")
        for index, figure in enumerate(self.peaks):
            box = self._row(area, len(FIGURES) + index)
            self._paint_figure(painter, box, figure)
            self._paint_value(painter, box, figure)
        painter.end()
        return layer

    def _paint_head(self, painter: QPainter, box: QRectF, text: str) -> None:
        look = self.look
        painter.fillRect(QRectF(0, round(box.bottom()) - 1, box.width(), 1), look.color("line"))
        line = box.adjusted(look.px(12), look.px(3), -look.px(12), 0)
        write(painter, line, text.upper(), look.sans("small", 500, 80), look.color("second"))

    def _paint_figure(self, painter: QPainter, box: QRectF, figure: Figure) -> None:
        """Name and basis."""
        look, inset = self.look, self.look.px(12)
        painter.fillRect(QRectF(0, round(box.bottom()) - 1, box.width(), 1), look.color("line", 0.6))
        line = box.adjusted(inset, 0, -inset, 0)
        write(painter, line, figure.basis, look.sans("small"), look.color("third"), RIGHT)
        taken = width(look.mono(self._role(box)), figure.value) if figure in self.peaks else 0.0
        line.setRight(self._value_box(box).right() - taken - look.px(6))
        write(painter, line, figure.name, look.sans(self._role(box)), look.color("second"))

    def _paint_value(self, painter: QPainter, box: QRectF, figure: Figure) -> None:
        ink = self.look.color("third" if figure.value == "—" else "text")
        write(painter, self._value_box(box), figure.value, self.look.mono(self._role(box)), ink, RIGHT)

    def _value_box(self, box: QRectF) -> QRectF:
        look = self.look
        column = max(width(look.sans("small"), word) for word in _BASIS_WORDS.values())
        return box.adjusted(look.px(12), 0, -look.px(12) - column - look.px(10), 0)

    def _role(self, box: QRectF) -> str:
        return "normal" if box.height() >= self.look.px(20) and self.width() >= self.look.px(320) else "small"

    def _paint_stages(self, painter: QPainter, box: QRectF, t: float) -> None:
        look, current = self.look, current_stage(self.stages, t)
        cell = box.width() / len(STAGES)
        font = look.sans("small")
        for index, (key, name) in enumerate(STAGES):
            place = QRectF(box.left() + index * cell, box.top(), cell, box.height())
            passed = self.stages.get(key, float("inf")) <= t
            color = look.color("soyuz" if key == current else "text" if passed else "third")
            picture = place.adjusted(0, look.px(8), 0, -look.px(26))
            draw_stage(painter, picture, key, color, look.px(1.3))
            ink = look.color("soyuz_text" if key == current else "second" if passed else "third")
            label = QRectF(place.left() - look.px(3), place.bottom() - look.px(24), cell + look.px(6), look.px(18))
            words = fitting(font, cell - look.px(2), name, name.split()[0])
            write(painter, label, words, font, ink, CENTRE)


def figures(frame: Frame) -> list[Figure]:
    """The readings of a moment; a dash where one would mean nothing."""
    made = []
    for channel in FIGURES:
        if channel not in frame.values:
            continue
        told = tells(channel, frame)
        basis = _BASIS_WORDS[channel_basis(channel, frame.phase)] if told else ""
        value = shown(channel, frame.values[channel]) if told else "—"
        made.append(Figure(str(CHANNELS[channel].name), value, basis))
    return made


def shown(channel: str, value: float) -> str:
    """The reading; near the ground in metres, where kilometres would say nought."""
    if channel == "altitude" and value < 10e3:
        return f"{number(value)} m"
    if channel.endswith("_speed") and value < 1000:
        return f"{number(value, 1)} m/s"
    return reading(channel, value)


def tells(channel: str, frame: Frame) -> bool:
    """Whether a channel means something at a moment."""
    if channel == "bank":
        return frame.phase in _BANKED
    if channel in _IN_AIR:
        return frame.values["altitude"] < _AIR_ENDS and frame.phase not in _AFTER
    return True


def peaks(mission: Mission, trajectory: Trajectory) -> list[Figure]:
    """The largest load, heating and pressure of the descent with their times, and the radio blackout."""
    entry, landing = trajectory.span(Phase.ATMOSPHERE), trajectory.span(Phase.PARACHUTE)
    found = []
    if entry is not None and landing is not None and trajectory.complete:
        # Up to the parachute: its opening and the touchdown are jolts of their own.
        inside = (trajectory.t >= entry.start) & (trajectory.t < landing.start)
        for channel, name in (("load", "Load"), ("heat_flux", "Heating"), ("dynamic_pressure", "Pressure")):
            values = trajectory.channels[channel][inside]
            at = int(np.argmax(values))
            time = mission.epoch + timedelta(seconds=float(trajectory.t[inside][at]))
            value = f"{reading(channel, float(values[at]))} at {dated(time, mission.epoch.date(), False)}"
            found.append(Figure(name, value, _BASIS_WORDS[Basis.MODELLED]))
    start, end = (time_of(trajectory.events, f"blackout_{word}") for word in ("start", "end"))
    if start is not None and end is not None:
        found.append(Figure("Radio blackout", f"{start:%H:%M} – {end:%H:%M}", _BASIS_WORDS[Basis.MODELLED]))
    return found or [Figure("Descent", "not solved yet", "")]


def stage_times(mission: Mission, trajectory: Trajectory) -> dict[str, float]:
    """Mission time at which each stage of the parachute sequence begins."""
    events = trajectory.events
    opening, touchdown = time_of(events, "parachutes"), time_of(events, "touchdown")
    times: dict[str, float] = {}
    if opening is not None:
        t = mission.seconds(opening)
        for canopy in mission.vehicle.canopies:
            t += canopy.start_delay or 0.0
            key = next((key for key, _ in STAGES if key in canopy.id), "")
            if key:
                times.setdefault(key, t)
    known = {"shield": "heat_shield", "engines": "soft_landing_engines"}
    for key, event_id in known.items():
        time = time_of(events, event_id)
        if time is not None:
            times[key] = mission.seconds(time)
    if "engines" not in times and touchdown is not None:
        times["engines"] = mission.seconds(touchdown)
    return times


def current_stage(times: dict[str, float], t: float) -> str:
    """The latest stage that has begun; empty before the first."""
    begun = [key for key, _ in STAGES if times.get(key, float("inf")) <= t]
    return begun[-1] if begun else ""
