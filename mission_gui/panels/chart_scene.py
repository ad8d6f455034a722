"""What each strip chart shows of a flight and of an instant: plain functions, no Qt."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame, sample
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Floats, Trajectory, channel_basis, sigma_at
from mission_gui.panels import wording
from mission_gui.panels.chart_axes import (
    Mark,
    Window,
    blackout,
    marks,
    thinned,
    time_ticks,
    value_range,
    value_ticks,
)

Ticks = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """A line of a chart in shown units; `lead` is drawn strong, a companion faint."""

    channel: str
    t: Floats
    values: Floats
    lead: bool = True


@dataclass(frozen=True, slots=True)
class Scene:
    """All of a chart that stands still."""

    window: Window
    low: float
    high: float
    curves: tuple[Curve, ...]
    marks: tuple[Mark, ...]
    band: tuple[float, float] | None
    band_label: str
    contacts: tuple[tuple[float, float], ...]
    time_ticks: Ticks
    value_ticks: Ticks


@dataclass(frozen=True, slots=True)
class Reading:
    """The text over a chart at an instant; the cursor's dot sits on the curve of `channel`."""

    channel: str
    value: str
    unit: str
    tag: str
    companion: str = ""


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """What one chart shows: its channel, and a companion channel that takes the lead from the entry on.

    `least_span` and `decimals` are in the shown unit; `from_orbit` lets the axis leave out zero in orbit.
    """

    title: Text
    channel: str
    color: str
    least_span: float
    decimals: int
    from_orbit: bool = False
    companion: str = ""


CHARTS: tuple[ChartSpec, ...] = (
    ChartSpec(Text("Altitude", "Высота"), "altitude", "soyuz", 12.0, 1, from_orbit=True),
    ChartSpec(Text("Speed", "Скорость"), "inertial_speed", "iss", 0.2, 2, from_orbit=True, companion="air_speed"),
    ChartSpec(Text("Load", "Перегрузка"), "load", "burn", 1.0, 2),
)

SPEED_NAMES = {"inertial_speed": Text("inertial", "инерц."), "air_speed": Text("air", "возд.")}

MOST_SAMPLES = 1600  # what a chart on a wall screen can still show

_IN_AIR = frozenset({Phase.ENTRY, Phase.PARACHUTE, Phase.LANDED, Phase.RECOVERY})


def scene(mission: Mission, trajectory: Trajectory, spec: ChartSpec, window: Window, at_most: int) -> Scene:
    """All of a chart that stands still while the window does."""
    t = trajectory.t
    inside = slice(max(int(np.searchsorted(t, window.start)) - 1, 0), int(np.searchsorted(t, window.end)) + 1)
    curves = tuple(
        Curve(
            channel,
            *thinned(t[inside], shown(trajectory, channel)[inside], MOST_SAMPLES),
            lead=channel == spec.channel,
        )
        for channel in (spec.companion, spec.channel)
        if channel
    )
    values = np.concatenate([curve.values for curve in curves])
    low, high = value_range(values, spec.least_span, window.descent or not spec.from_orbit)
    band = blackout(mission, trajectory) if window.descent else None
    return Scene(
        window=window,
        low=low,
        high=high,
        curves=curves,
        marks=marks(mission, trajectory, window),
        band=band,
        band_label="blackout",
        contacts=tuple((c.start, c.end) for c in trajectory.contacts if c.start < window.end and c.end > window.start),
        time_ticks=time_ticks(mission.epoch, window, at_most),
        value_ticks=value_ticks(low, high),
    )


def shown(trajectory: Trajectory, channel: str) -> Floats:
    """A channel in the unit it is shown in."""
    return trajectory.channels[channel] * CHANNELS[channel].factor


def reading_at(spec: ChartSpec, frame: Frame) -> Reading:
    """The value that leads in this phase, its unit and origin, and its companion."""
    lead, other = spec.channel, spec.companion
    if other and frame.phase in _IN_AIR:
        lead, other = other, lead
    tag = str(channel_basis(lead, frame.phase).value)
    if lead in SPEED_NAMES:
        tag = f"{SPEED_NAMES[lead]} · {tag}"
    companion = f"{SPEED_NAMES[other]} {_shown(other, frame.values[other], spec.decimals)}" if other else ""
    return Reading(lead, _shown(lead, frame.values[lead], spec.decimals), CHANNELS[lead].unit, tag, companion)


def describe(frame: Frame) -> str:
    """The charts in one sentence."""
    parts = []
    for spec in CHARTS:
        reading = reading_at(spec, frame)
        kind = f" {reading.tag.split(' · ')[0]}" if " · " in reading.tag else ""
        parts.append(f"{str(spec.title).lower()} {reading.value} {reading.unit}{kind}")
    basis = channel_basis(CHARTS[0].channel, frame.phase).value
    return f"At {wording.clock_time(frame.utc)} UTC: {', '.join(parts)}; {basis}."


def explain(mission: Mission, trajectory: Trajectory, spec: ChartSpec, t: float) -> str:
    """`11:05:10 UTC`, then each curve's value with its origin, then the stations in contact."""
    lines = [f"{wording.clock_time(mission.epoch + timedelta(seconds=t))} UTC · {wording.countdown(t)}"]
    phase = trajectory.phase_at(t)
    for channel in (spec.channel, spec.companion):
        if channel:
            value = wording.reading(channel, sample(trajectory.t, trajectory.channels[channel], t))
            off = wording.give_or_take(channel, sigma_at(trajectory, channel, t))
            lines.append(f"{CHANNELS[channel].name} {value}{off} ({channel_basis(channel, phase).value})")
    names = {station.id: str(station.name) for station in mission.stations}
    heard = [names.get(c.station, c.station) for c in trajectory.contacts if c.start <= t < c.end]
    if heard:
        lines.append(f"in contact: {', '.join(heard)}")
    return "\n".join(lines)


def _shown(channel: str, value: float, decimals: int) -> str:
    return wording.number(value * CHANNELS[channel].factor, decimals)
