"""The charts in words: readings, tooltips and text twins: plain functions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import Phase
from mission_gui.domain.frame import Frame, sample
from mission_gui.domain.limits import Limit, limit_at
from mission_gui.domain.trajectory import Floats, channel_basis
from mission_gui.language import translate
from mission_gui.panels import wording
from mission_gui.panels.chart_band import known_sigma
from mission_gui.panels.chart_flight import LEVEL_NAMES, Flight, limit_name
from mission_gui.panels.chart_specs import IN_AIR, SHORT_NAMES, ChartSpec
from mission_gui.panels.chart_windows import Window
from mission_gui.panels.zero import UNDOCKING, counted_from

TREND = 10.0
"""Seconds ahead by which rising and falling are told."""
_MOST_COURSES = 200
_STEADY = 0.002
"""A change of less than so much of what the window shows is none."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The text over a chart at an instant; the cursor's dot sits on the curve of `channel`."""

    channel: str
    value: str
    unit: str
    tag: str
    companion: str = ""
    limit: Limit | None = None


NOTHING = Reading("", "", "", "")


def reading_at(spec: ChartSpec, frame: Frame, limits: Sequence[Limit] = (), log: bool = False) -> Reading:
    """The value that leads in this phase, its unit and origin, its companion, and the limit that it has reached."""
    lead, other = leading(spec, frame)
    parts = [str(SHORT_NAMES[lead])] if other else []
    parts += [_basis(lead, frame.phase), *([translate("Charts", "log")] if log else [])]
    value, unit = wording.amount(lead, frame.values[lead])
    companion = f"{SHORT_NAMES[other]} {' '.join(wording.amount(other, frame.values[other]))}" if other else ""
    limit = reached(limits, lead, frame.values[lead], frame.phase)
    return Reading(lead, value, unit, " · ".join(parts), companion, limit)


def reached(limits: Sequence[Limit], channel: str, value: float, phase: Phase) -> Limit | None:
    """The limit that a value has reached; none while docked, when it is no cause for caution to be at the station."""
    return None if phase is Phase.DOCKED else limit_at(limits, channel, value)


def leading(spec: ChartSpec, frame: Frame) -> tuple[str, str]:
    """The channel that leads in this phase, and the other one, empty where the chart has one only."""
    if spec.swaps and frame.phase in IN_AIR:
        return spec.companion, spec.channel
    return spec.channel, spec.companion


def _basis(channel: str, phase: Phase) -> str:
    return str(wording.BASIS_NAMES[channel_basis(channel, phase)])


def describe(specs: Sequence[ChartSpec], frame: Frame) -> str:
    """The charts in one sentence."""
    parts = [part for spec in specs for part in _values(spec, frame)]
    return translate("Charts", "At {time} UTC: {values}; {basis}.").format(
        time=wording.clock_time(frame.utc), values=", ".join(parts), basis=_basis(specs[0].channel, frame.phase)
    )


def _values(spec: ChartSpec, frame: Frame) -> list[str]:
    """What a chart reads: `speed 7.66 km/s inertial`, or of two channels side by side both."""
    lead, other = leading(spec, frame)
    amount = wording.reading(lead, frame.values[lead])
    if spec.swaps:
        amount = translate("Charts", "{amount} {kind}").format(amount=amount, kind=SHORT_NAMES[lead])
    elif other:
        return [f"{SHORT_NAMES[name]} {wording.reading(name, frame.values[name])}" for name in (lead, other)]
    return [f"{_within(str(spec.title))} {amount}"]


def _within(name: str) -> str:
    """A name as it stands within a sentence: `range to ISS`, but `V-bar`."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name


@dataclass(frozen=True, slots=True)
class _Course:
    """What a channel does in a window: the span of its values, SI, and its highest one in words."""

    span: float
    highest: tuple[str, ...]


class Words:
    """What is told of one flight; what stays the same while the moment moves is worked out once."""

    def __init__(self, flight: Flight) -> None:
        self.flight = flight
        self._sigma: dict[str, Floats | None] = {}
        self._courses: dict[tuple[str, Window], _Course] = {}

    def twin(self, spec: ChartSpec, frame: Frame, window: Window) -> str:
        """A chart in words: value, uncertainty, trend, the highest in the window, companion, limits, other flights."""
        lead, other = leading(spec, frame)
        value = frame.values[lead]
        amount, trend = self._amount(lead, frame.t, value), self._trend(lead, frame.t, window)
        said = [f"{CHANNELS[lead].name} {amount}, {trend}, {_basis(lead, frame.phase)}"]
        said += self._course(lead, window).highest
        said += [f"{CHANNELS[other].name} {self._amount(other, frame.t, frame.values[other])}"] if other else []
        limit = reached(self.flight.limits, lead, value, frame.phase)
        if limit is not None:
            said.append(f"{str(LEVEL_NAMES[limit.level]).capitalize()}: {limit_name(limit)}")
        known = [limit_name(each) for each in self.flight.limits if each.channel == lead]
        said += [translate("Charts", "Limits: {limits}").format(limits="; ".join(known))] if known else []
        said += [f"{name} {amount}" for name, amount in self._others(lead, frame.t)]
        return f"{'. '.join(said)}."

    def tip(self, specs: Sequence[ChartSpec], t: float, zero: str = UNDOCKING) -> str:
        """`11:05:10 UTC · T+03:44:07`, counted from a zero, then every chart's value with its uncertainty and origin,
        then who is in contact."""
        flight, trajectory = self.flight, self.flight.trajectory
        time = flight.mission.epoch + timedelta(seconds=t)
        phase = trajectory.phase_at(t)
        lines = [f"{wording.clock_time(time)} UTC · {counted_from(flight.mission, trajectory, zero, t)}"]
        for spec in specs:
            for channel in (spec.channel, spec.companion) if spec.companion else (spec.channel,):
                value = sample(trajectory.t, trajectory.channels[channel], t)
                lines.append(f"{CHANNELS[channel].name} {self._amount(channel, t, value)} ({_basis(channel, phase)})")
                limit = reached(flight.limits, channel, value, phase)
                if limit is not None:
                    source = limit.provenance.source
                    lines.append(f"    {LEVEL_NAMES[limit.level]}: {limit_name(limit)} ({source})")
            lines += [f"    {name} {amount}" for name, amount in self._others(spec.beside, t)]
        names = {station.id: str(station.name) for station in flight.mission.stations}
        heard = [names.get(c.station, c.station) for c in trajectory.contacts if c.start <= t < c.end]
        if heard:
            lines.append(translate("Charts", "in contact: {stations}").format(stations=", ".join(heard)))
        return "\n".join(lines)

    def _amount(self, channel: str, t: float, value: float) -> str:
        """A value with its standard deviation, where that is known."""
        if channel not in self._sigma:
            self._sigma[channel] = known_sigma(self.flight.trajectory, channel)
        known = self._sigma[channel]
        sigma = float("nan") if known is None else sample(self.flight.trajectory.t, known, t)
        return f"{wording.reading(channel, value)}{wording.give_or_take(channel, sigma)}"

    def _course(self, channel: str, window: Window) -> _Course:
        key = channel, window
        if key not in self._courses:
            if len(self._courses) >= _MOST_COURSES:
                self._courses.clear()
            self._courses[key] = self._found(channel, window)
        return self._courses[key]

    def _found(self, channel: str, window: Window) -> _Course:
        trajectory = self.flight.trajectory
        inside = np.flatnonzero((trajectory.t >= window.start) & (trajectory.t <= window.end))
        if not len(inside):
            return _Course(0.0, ())
        values = trajectory.channels[channel][inside]
        top = int(np.argmax(values))
        time = self.flight.mission.epoch + timedelta(seconds=float(trajectory.t[inside[top]]))
        highest = translate("Charts", "Highest on the chart {amount} at {time} UTC").format(
            amount=wording.reading(channel, float(values[top])), time=wording.clock_time(time)
        )
        return _Course(float(np.ptp(values)), (highest,))

    def _trend(self, channel: str, t: float, window: Window) -> str:
        trajectory = self.flight.trajectory
        values = trajectory.channels[channel]
        change = sample(trajectory.t, values, t + TREND) - sample(trajectory.t, values, t)
        if abs(change) <= _STEADY * self._course(channel, window).span:
            return translate("Charts", "steady")
        return translate("Charts", "rising") if change > 0 else translate("Charts", "falling")

    def _others(self, channel: str, t: float) -> list[tuple[str, str]]:
        """What the flights beside this one would show, on their way from ignition to landing."""
        found: Mapping[str, str] = {
            other.name: wording.reading(channel, sample(other.flight.t, other.flight.channels[channel], t))
            for other in self.flight.others
            if other.flight.solution is not None and other.flight.solution.ignition <= t <= other.flight.touchdown
        }
        return list(found.items())
