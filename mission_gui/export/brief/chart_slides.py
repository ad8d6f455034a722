"""The descent in curves: altitude and load, with the flight that might have been beside."""

import numpy as np

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import Phase
from mission_gui.domain.trajectory import INSTANT, Trajectory
from mission_gui.export.brief.briefing import Briefing
from mission_gui.export.brief.deck import Chart, Mark, Series, Slide
from mission_gui.language import translate
from mission_gui.panels.map_wording import short_name
from mission_gui.panels.wording import reading, unit

MOST_POINTS = 240
"""Of a curve: more than can be told apart on a slide, few enough to edit."""

_MARKS = ("entry_interface", "peak_load", "parachutes", "touchdown")
_CHARTS = (("altitude", "soyuz_text"), ("load", "burn"))
_BEFORE = 60.0  # s of the coast before the modules part


def descent_slide(briefing: Briefing) -> list[Slide]:
    """Altitude and load from the separation of the modules to the ground; none while the descent is not solved."""
    start, end = briefing.time("module_separation"), briefing.trajectory.touchdown
    if start is None or not briefing.trajectory.complete:
        return []
    charts = tuple(_chart(briefing, channel, color, start - _BEFORE, end) for channel, color in _CHARTS)
    slide = Slide(
        id="descent",
        arrangement="pair",
        title=translate("Brief", "The descent in two curves"),
        subtitle=translate("Brief", "Minutes before landing; modelled, not telemetry"),
        blocks=charts,
        caption=_caption(briefing),
        notes=tuple(chart.alt for chart in charts),
        moment=briefing.moment(start),
    )
    return [slide]


def _chart(briefing: Briefing, channel: str, color: str, start: float, end: float) -> Chart:
    what, flight = CHANNELS[channel], briefing.trajectory
    name = f"{what.name}, {unit(what.unit)}"
    series = [_series(flight, channel, str(briefing.mission.name), color, start, end)]
    other = briefing.alternatives.other
    if other is not None:
        series.append(_series(other, channel, str(briefing.alternatives.other_name), "iss_text", start, end))
    times = ((id, briefing.time(id)) for id in _MARKS)
    marks = tuple(
        Mark(min((t - end) / 60, 0.0), short_name(id, event.name))
        for id, t in times
        if t is not None and t <= end + INSTANT and (event := briefing.event(id)) is not None
    )
    told = "; ".join(_told(briefing, channel, mark, end) for mark in marks)
    alt = translate("Brief", "{name} over time: {points}.").format(name=name, points=told)
    return Chart(name, translate("Brief", "minutes to landing"), name, tuple(series), marks, alt)


def _told(briefing: Briefing, channel: str, mark: Mark, end: float) -> str:
    value = briefing.frame(end + mark.x * 60).values[channel]
    return f"{mark.name} {reading(channel, value)}"


def _series(flight: Trajectory, channel: str, name: str, color: str, start: float, end: float) -> Series:
    """A curve thinned to what a slide can show, peaks kept."""
    what = CHANNELS[channel]
    inside = (flight.t >= start) & (flight.t <= min(end, flight.touchdown))
    t, y = flight.t[inside], flight.channels[channel][inside] * what.factor
    kept = _thinned(len(t), int(np.argmax(y)) if len(y) else 0)
    x = (t[kept] - end) / 60
    decimals = what.decimals + 1
    return Series(name, tuple(np.round(x, 3).tolist()), tuple(np.round(y[kept], decimals).tolist()), color)


def _thinned(count: int, peak: int) -> list[int]:
    evenly = np.linspace(0, count - 1, min(count, MOST_POINTS - 1)).round().astype(int).tolist()
    return sorted({*evenly, peak}) if count else []


def _caption(briefing: Briefing) -> str:
    peak = _entry_peak(briefing.trajectory)
    if not peak:
        return ""
    told = translate("Brief", "The load of the entry peaks at {load} (modelled).").format(load=peak)
    jolts = translate("Brief", "The spikes after it are the parachutes opening and the touchdown.")
    other = briefing.alternatives.other
    most = _entry_peak(other) if other is not None else ""
    if not most:
        return f"{told} {jolts}"
    beside = translate("Brief", "Beside it: {name}, up to {load}.")
    return f"{told} {beside.format(name=str(briefing.alternatives.other_name).lower(), load=most)} {jolts}"


def _entry_peak(flight: Trajectory) -> str:
    """The largest load up to the parachutes, whose opening and the touchdown are jolts of their own."""
    entry, canopy = flight.span(Phase.ATMOSPHERE), flight.span(Phase.PARACHUTE)
    if entry is None or canopy is None:
        return ""
    inside = (flight.t >= entry.start) & (flight.t < canopy.start)
    return reading("load", float(flight.channels["load"][inside].max()))
