"""All of a chart that stands still, in the units of its axis: plain functions, no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.limits import Level, Limit
from mission_gui.domain.trajectory import Floats, Trajectory
from mission_gui.panels.chart_band import SIGMAS, known_sigma
from mission_gui.panels.chart_flight import Flight, Other, limit_bound, limit_name
from mission_gui.panels.chart_specs import ChartSpec
from mission_gui.panels.chart_ticks import (
    Ticks,
    log_range,
    log_ticks,
    thinned,
    time_ticks,
    value_range,
    value_ticks,
    with_units,
)
from mission_gui.panels.chart_windows import Mark, Window, blackout, marks
from mission_gui.panels.wording import FINER


@dataclass(frozen=True, slots=True)
class Fit:
    """About so many ticks of time and of value, and samples of a curve, have room on a chart."""

    times: float
    values: int
    samples: int


_PARTED = 0.006
"""How far another flight differs, as a part of the axis, before it is drawn beside this one."""
_MOST_BAND = 1.25
"""How far the band of uncertainty may stretch the axis, times the highest value."""


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A line of a chart; `lead` is drawn strong, a companion faint. `color` is set where it is another flight's."""

    channel: str
    t: Floats
    values: Floats
    lead: bool = True
    color: str = ""

    def thinned(self, most: int) -> "Curve":
        """With about so many samples, the peaks among them."""
        return Curve(self.channel, *thinned(self.t, self.values, most), self.lead, self.color)


@dataclass(frozen=True, slots=True, eq=False)
class Band:
    """What lies within `SIGMAS` standard deviations, on a stretch (n,) where they are known."""

    t: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True)
class Zone:
    """A limit as a stripe across the chart; its `name` ends with its `bound`."""

    low: float
    high: float
    level: Level
    name: str
    bound: str


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """All of a chart that stands still. Values are in the shown unit, or their powers of ten where `log`."""

    spec: ChartSpec
    window: Window
    log: bool
    low: float
    high: float
    curves: tuple[Curve, ...]
    others: tuple[Curve, ...]
    bands: tuple[Band, ...]
    zones: tuple[Zone, ...]
    marks: tuple[Mark, ...]
    blackout: tuple[float, float] | None
    contacts: tuple[tuple[float, float], ...]
    time_ticks: Ticks
    value_ticks: Ticks

    @property
    def lead(self) -> Curve:
        """The curve of the chart's own channel."""
        return self.curves[-1]


def scene(flight: Flight, spec: ChartSpec, window: Window, log: bool, fit: Fit) -> Scene:
    """The scene of a chart; linear where nothing is positive."""
    own = [_curve(flight.trajectory, name, window, name == spec.channel) for name in _channels(spec)]
    others = [_other(other, spec.beside, window) for other in flight.others if _under_way(other, window)]
    bands = _bands(flight, spec.channel, window, fit.samples)
    axis = _axis([*own, *others], bands, log, spec.least_span)
    curves = [axis.of(curve) for curve in own]
    parted = [axis.parted(axis.of(other), curves) for other in others]
    dark = blackout(flight.mission, flight.trajectory)
    return Scene(
        spec=spec,
        window=window,
        log=axis.log,
        low=axis.low,
        high=axis.high,
        curves=tuple(curve.thinned(fit.samples) for curve in curves),
        others=tuple(other.thinned(fit.samples) for other in parted if len(other.t)),
        bands=tuple(Band(band.t, axis.values(band.low), axis.values(band.high)) for band in bands),
        zones=tuple(zone for limit in flight.limits if limit.channel == spec.channel and (zone := axis.zone(limit))),
        marks=marks(flight.mission, flight.trajectory, window),
        blackout=dark if dark and window.overlaps(*dark) else None,
        contacts=tuple((c.start, c.end) for c in flight.trajectory.contacts if window.overlaps(c.start, c.end)),
        time_ticks=time_ticks(flight.mission.epoch, window, fit.times),
        value_ticks=_value_ticks(spec.channel, axis, fit.values),
    )


def _value_ticks(channel: str, axis: "_Axis", at_most: int) -> Ticks:
    """Round values; of an axis that goes below a kilometre each with its unit, as the reading changes its own there."""
    ticks = (log_ticks if axis.log else value_ticks)(axis.low, axis.high, at_most)
    unit = CHANNELS[channel].unit
    near = unit in FINER and (axis.log or axis.high < 1)
    return with_units(ticks, axis.log, unit) if near else ticks


def shown(trajectory: Trajectory, channel: str) -> Floats:
    """A channel in the unit it is shown in."""
    return trajectory.channels[channel] * CHANNELS[channel].factor


def _channels(spec: ChartSpec) -> tuple[str, ...]:
    """From the faintest to the strongest."""
    return (spec.companion, spec.channel) if spec.companion else (spec.channel,)


def _inside(t: Floats, window: Window) -> slice:
    """The samples of a window, and one on each side."""
    return slice(max(int(np.searchsorted(t, window.start)) - 1, 0), int(np.searchsorted(t, window.end)) + 1)


def _curve(trajectory: Trajectory, channel: str, window: Window, lead: bool = False, color: str = "") -> Curve:
    inside = _inside(trajectory.t, window)
    return Curve(channel, trajectory.t[inside], shown(trajectory, channel)[inside], lead, color)


def _under_way(other: Other, window: Window) -> bool:
    """Whether another flight is still under way in a window; it goes its own way from the ignition at the earliest."""
    solution = other.flight.solution
    return solution is not None and window.overlaps(solution.ignition, other.flight.touchdown)


def _other(other: Other, channel: str, window: Window) -> Curve:
    """Another flight down to its own landing."""
    until = Window(window.start, min(window.end, other.flight.touchdown))
    return _curve(other.flight, channel, until, color=other.color)


def _bands(flight: Flight, channel: str, window: Window, most: int) -> tuple[Band, ...]:
    trajectory = flight.trajectory
    sigma = known_sigma(trajectory, channel)
    if sigma is None:
        return ()
    inside = _inside(trajectory.t, window)
    t, values, half = trajectory.t[inside], shown(trajectory, channel)[inside], SIGMAS * sigma[inside]
    half *= CHANNELS[channel].factor
    stretches = np.flatnonzero(np.diff(np.isfinite(half).astype(int), prepend=0, append=0))
    pairs = zip(stretches[::2].tolist(), stretches[1::2].tolist(), strict=True)
    parts = (slice(first, last) for first, last in pairs if last - first > 1)
    return tuple(_band(t[part], values[part], half[part], most) for part in parts)


def _band(t: Floats, values: Floats, half: Floats, most: int) -> Band:
    # Every so many-th sample is enough: the band is smooth where it is known.
    step = max(len(t) // (most // 3), 1)
    keep = np.append(np.arange(0, len(t) - 1, step), len(t) - 1)
    return Band(t[keep], (values - half)[keep], (values + half)[keep])


def _axis(curves: Sequence[Curve], bands: Sequence[Band], log: bool, least_span: float) -> "_Axis":
    """The axis that shows all curves, and the bands as far as they do not lead away; linear if nothing is positive."""
    values = np.concatenate([curve.values for curve in curves])
    if log and (values > 0).any():
        return _Axis(True, *log_range(float(values[values > 0].min()), float(values.max())))
    low, high = float(values.min()), float(values.max())
    reach = max((float(band.high.max()) for band in bands), default=high)
    return _Axis(False, *value_range(low, max(high, min(reach, high * _MOST_BAND)), least_span))


@dataclass(frozen=True, slots=True)
class _Axis:
    """Turns values of the shown unit into places on an axis."""

    log: bool
    low: float
    high: float

    def values(self, shown: Floats) -> Floats:
        """Powers of ten on a logarithmic axis; what is too small for it lies below its foot."""
        return np.log10(np.maximum(shown, 10.0 ** (self.low - 1))) if self.log else shown

    def of(self, curve: Curve) -> Curve:
        return Curve(curve.channel, curve.t, self.values(curve.values), curve.lead, curve.color)

    def parted(self, other: Curve, curves: Sequence[Curve]) -> Curve:
        """Another flight from where it parts from this one."""
        own = next(curve for curve in curves if curve.channel == other.channel)
        apart = np.abs(other.values - np.interp(other.t, own.t, own.values)) > _PARTED * (self.high - self.low)
        first = max(int(np.argmax(apart)) - 1, 0) if apart.any() else len(apart)
        return Curve(other.channel, other.t[first:], other.values[first:], False, other.color)

    def zone(self, limit: Limit) -> Zone | None:
        """What the axis shows of a limit; None where that is nothing."""
        factor = CHANNELS[limit.channel].factor
        ends = self.values(np.array([limit.low, limit.high]) * factor)
        low, high = (float(end) for end in np.clip(ends, self.low, self.high))
        return Zone(low, high, limit.level, limit_name(limit), limit_bound(limit)) if high > low else None
