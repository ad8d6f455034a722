"""The descent in figures: readings, peaks and the parachute sequence as words. Plain functions."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Basis, Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory, channel_basis, sigma_at
from mission_gui.domain.vehicle import Canopy
from mission_gui.language import translate
from mission_gui.panels.sequence import dated, time_of
from mission_gui.panels.wording import BASIS_NAMES, clock_time, give_or_take, quantity, reading

FIGURES = (
    "altitude", "air_speed", "inertial_speed", "flight_path_angle", "mach", "load", "dynamic_pressure", "heat_flux",
    "bank", "mass", "range_to_go",
)  # fmt: skip
Stages = tuple[tuple[str, Text], ...]
"""Key and name of each state of the parachute sequence."""
STAGES: Stages = (
    ("pilot", Text("Pilot", "Вытяжной")),
    ("drogue", Text("Drogue", "Тормозной")),
    ("reefed", Text("Reefed", "Зарифлён")),
    ("main", Text("Main", "Основной")),
    ("shield", Text("Shield off", "Сброс щита")),
    ("engines", Text("Engines", "Двигатели")),
)
RESERVE = ("reserve", Text("Reserve", "Запасной"))
"""In the place of the main canopy where that failed."""
SHORT_STAGES = {
    "pilot": Text("Pilot", "Вытяж."),
    "drogue": Text("Drogue", "Тормоз."),
    "reefed": Text("Reefed", "Рифл."),
    "main": Text("Main", "Осн."),
    "shield": Text("Shield", "Щит"),
    "engines": Text("Engines", "ДМП"),
    "reserve": Text("Reserve", "Запас."),
}
"""For narrow cells."""
NOTHING = "—"
BASIS_WORDS = {
    Basis.PUBLISHED: Text("report", "отчёт"),
    Basis.PROPAGATED: Text("orbit", "орбита"),
    Basis.MODELLED: Text("model", "модель"),
}
_PEAKS = {
    "load": Text("Load", "Перегрузка"),
    "heat_flux": Text("Heating", "Нагрев"),
    "dynamic_pressure": Text("Pressure", "Напор"),
}
_RESERVE_OPENS = "reserve_parachute"
_AIR_ENDS = 120e3
"""Metres above which a Mach number and air loads say nothing."""
_IN_AIR = ("mach", "dynamic_pressure", "heat_flux")
_BANKED = (Phase.ENTRY, Phase.ATMOSPHERE)
_AFTER = (Phase.LANDED, Phase.RECOVERY)


@dataclass(frozen=True, slots=True)
class Figure:
    """A reading with its name and where it comes from."""

    id: str
    name: str
    value: str
    basis: str


def figures(frame: Frame) -> list[Figure]:
    """The readings of a moment; a dash where one would mean nothing."""
    made = []
    for channel in FIGURES:
        if channel not in frame.values:
            continue
        told = tells(channel, frame)
        basis = str(BASIS_WORDS[channel_basis(channel, frame.phase)]) if told else ""
        value = shown(channel, frame.values[channel]) if told else NOTHING
        made.append(Figure(channel, str(CHANNELS[channel].name), value, basis))
    return made


def shown(channel: str, value: float) -> str:
    """The reading; near the ground in metres, where kilometres would say nought."""
    if channel == "altitude" and value < 10e3:
        return quantity(value, "m")
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
    found, model = [], str(BASIS_WORDS[Basis.MODELLED])
    if entry is not None and landing is not None and trajectory.complete:
        # Up to the parachute: its opening and the touchdown are jolts of their own.
        inside = (trajectory.t >= entry.start) & (trajectory.t < landing.start)
        for channel, name in _PEAKS.items():
            values = trajectory.channels[channel][inside]
            at = int(np.argmax(values))
            time = mission.epoch + timedelta(seconds=float(trajectory.t[inside][at]))
            value = translate("Descent", "{value} at {time}").format(
                value=reading(channel, float(values[at])), time=dated(time, mission.epoch.date(), False)
            )
            found.append(Figure(channel, str(name), value, model))
    start, end = (time_of(trajectory.events, f"blackout_{word}") for word in ("start", "end"))
    if start is not None and end is not None:
        silent = f"{clock_time(start, seconds=False)} – {clock_time(end, seconds=False)}"
        found.append(Figure("blackout", translate("Descent", "Radio blackout"), silent, model))
    unsolved = Figure("descent", translate("Descent", "Descent"), translate("Descent", "not solved yet"), "")
    return found or [unsolved]


def stages_of(trajectory: Trajectory) -> Stages:
    """The parachute sequence of a flight, key and name: with the reserve in the place of a main canopy that failed."""
    failed = time_of(trajectory.events, _RESERVE_OPENS) is not None
    return tuple(RESERVE if failed and stage[0] == "main" else stage for stage in STAGES)


def stage_times(mission: Mission, trajectory: Trajectory) -> dict[str, float]:
    """Mission time at which each stage of the parachute sequence begins."""
    events, vehicle = trajectory.events, mission.vehicle
    opening, touchdown = time_of(events, "parachutes"), time_of(events, "touchdown")
    failed, reserve = time_of(events, _RESERVE_OPENS), vehicle.reserve
    times: dict[str, float] = {}
    if opening is not None:
        before = [canopy.id for canopy in vehicle.canopies]
        last = before.index(reserve.after) + 1 if failed is not None and reserve is not None else len(before)
        times = _openings(vehicle.canopies[:last], mission.seconds(opening))
    if failed is not None and reserve is not None:
        times |= _openings(reserve.canopies, mission.seconds(failed))
    known = {"shield": "heat_shield", "engines": "soft_landing_engines"}
    for key, event_id in known.items():
        time = time_of(events, event_id)
        if time is not None:
            times[key] = mission.seconds(time)
    if "engines" not in times and touchdown is not None:
        times["engines"] = mission.seconds(touchdown)
    return times


def _openings(canopies: tuple[Canopy, ...], t: float) -> dict[str, float]:
    """The stage that each canopy is and when it begins, the first at `t`."""
    times: dict[str, float] = {}
    for canopy in canopies:
        t += canopy.start_delay or 0.0
        key = next((key for key, _ in (*STAGES, RESERVE) if key in canopy.id), "")
        if key:
            times.setdefault(key, t)
    return times


def current_stage(times: dict[str, float], t: float) -> str:
    """The latest stage that has begun; empty before the first."""
    begun = [key for key, _ in (*STAGES[:-2], RESERVE, *STAGES[-2:]) if times.get(key, float("inf")) <= t]
    return begun[-1] if begun else ""


def told(trajectory: Trajectory, frame: Frame, channel: str) -> str:
    """`Load 2.89 g ± 0.12 g, modelled; reconstructed, not telemetry`."""
    off = give_or_take(channel, sigma_at(trajectory, channel, frame.t))
    return translate("Descent", "{name} {value}, {basis}; reconstructed, not telemetry").format(
        name=CHANNELS[channel].name,
        value=f"{shown(channel, frame.values[channel])}{off}",
        basis=BASIS_NAMES[channel_basis(channel, frame.phase)],
    )


def peak_told(peak: Figure) -> str:
    """A peak, and that it is the model's."""
    return translate("Descent", "{name} {value}, modelled; reconstructed, not telemetry").format(
        name=peak.name, value=peak.value
    )


def stage_told(sequence: Stages, times: dict[str, float], t: float) -> str:
    """The state of the parachutes, and whence it is known."""
    stage = current_stage(times, t)
    name = next((word for key, word in sequence if key == stage), translate("Descent", "not opened yet"))
    return translate("Descent", "Parachutes: {state}. Their times are the vehicle's usual ones, modelled.").format(
        state=name
    )
