"""All of a chart of a comparison that stands still, in the units of its axes: plain functions, no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

import numpy as np

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.facts import Basis, Text
from mission_gui.domain.trajectory import Floats
from mission_gui.panels.chart_specs import CHARTS
from mission_gui.panels.chart_ticks import Ticks, thinned, value_range, value_ticks
from mission_gui.panels.chart_windows import MARKS, Window
from mission_gui.panels.comparison_words import clock, names
from mission_gui.panels.wording import BASIS_NAMES, MINUS, quantity, unit
from mission_gui.physics.comparison import Comparison

MINUTE = 60.0
_STEPS = (*(MINUTE * n for n in (1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480, 1440)),)
_SHORT_STEPS = (1.0, 2.0, 5.0, 10.0, 15.0, 30.0)
_LONG = 7200.0
"""Seconds of a window from which on its times are in hours and minutes."""
_AFTER = 60.0
"""Seconds that the charts go on after the last landing."""


@dataclass(frozen=True, slots=True)
class Spec:
    """A chart against time: what it is called, its channel; with `peaks` the highest value of each is written,
    with `named` beside its name."""

    id: str
    title: Text
    channel: str
    least_span: float
    peaks: bool = False
    named: bool = False
    short: Text = Text("")


def _spec(chart: str, channel: str = "", peaks: bool = False, named: bool = False) -> Spec:
    board = CHARTS[chart]
    return Spec(board.id, board.title, channel or board.channel, board.least_span, peaks, named, board.short)


LOAD = _spec("load", peaks=True, named=True)
SPECS = (
    _spec("altitude"),
    _spec("speed", "air_speed"),
    _spec("heating", peaks=True),
    _spec("pressure", peaks=True),
    _spec("range_to_go"),
)
"""The charts beside that of the load, in their order."""

PROFILE = Text("Way down: altitude against distance from entry", "Путь вниз: высота и расстояние от входа")
SHORT_PROFILE = Text("Way down", "Путь вниз")

EVENTS = ("undocking", "ignition", "module_separation", "entry_interface", "parachutes", "touchdown")
"""What is marked on the curves, where a chart shows it."""


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """A flight as a curve: its number, and points (n,) in the units of the axes."""

    number: int
    x: Floats
    y: Floats


@dataclass(frozen=True, slots=True)
class Peak:
    """The highest value of a flight, with what is written beside it."""

    number: int
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on a curve."""

    number: int
    event_id: str
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A chart: title and a shorter one, unit, the ranges of its axes, curves, ticks, and what is written on it."""

    title: str
    short: str
    unit: str
    x: Window
    low: float
    high: float
    courses: tuple[Course, ...]
    x_ticks: Ticks
    y_ticks: Ticks
    marks: tuple[Mark, ...]
    peaks: tuple[Peak, ...]

    @property
    def known(self) -> str:
        """The unit, and where the curves come from."""
        return f"{self.unit} · {BASIS_NAMES[Basis.MODELLED]}"


@dataclass(frozen=True, slots=True)
class Fit:
    """About so many ticks and samples have room."""

    x: int
    y: int
    samples: int


def window_of(comparison: Comparison) -> Window:
    """What the charts show at first: from the aligned event down to the last landing.

    On the landing they begin with the entry, where what differs happens.
    """
    first = "module_separation" if comparison.align in ("touchdown", "entry_interface") else comparison.align
    if all(comparison.time(number, first) is None for number in range(len(comparison.flights))):
        first = "ignition"
    start, end = comparison.span(first, "touchdown")
    lead = max(0.02 * (end - start), MINUTE)
    return Window(start - lead, end + _AFTER)


def whole_of(comparison: Comparison) -> Window:
    """As far as the charts can be moved."""
    times = [comparison.course(number, "altitude")[0] for number in range(len(comparison.flights))]
    return Window(float(min(t[0] for t in times)), float(max(t[-1] for t in times)) + _AFTER)


def time_scene(comparison: Comparison, spec: Spec, window: Window, fit: Fit) -> Scene:
    """A channel of all flights against the time from the event."""
    factor = CHANNELS[spec.channel].factor
    found = []
    for number in range(len(comparison.flights)):
        t, values = comparison.course(number, spec.channel)
        inside = slice(max(int(np.searchsorted(t, window.start)) - 1, 0), int(np.searchsorted(t, window.end)) + 1)
        if len(t[inside]) > 1:
            found.append(Course(number, t[inside], values[inside] * factor))
    low, high = _range(found, spec.least_span)
    return Scene(
        title=str(spec.title),
        short=str(spec.short) or str(spec.title),
        unit=unit(CHANNELS[spec.channel].unit),
        x=window,
        low=low,
        high=high,
        courses=_thin(found, fit.samples),
        x_ticks=time_ticks(window, fit.x),
        y_ticks=value_ticks(low, high, fit.y),
        marks=tuple(_marks(comparison, found, window, spec.peaks)),
        peaks=tuple(_peaks(comparison, spec, window)) if spec.peaks else (),
    )


def profile_scene(comparison: Comparison, fit: Fit) -> Scene:
    """Altitude against the distance gone over the ground since the entry, km: how steep, and how far."""
    found, marks = [], []
    for number in range(len(comparison.flights)):
        gone, altitude, t = comparison.ways_down[number]
        found.append(Course(number, gone / 1e3, altitude / 1e3))
        for event_id in ("parachutes", "touchdown"):
            at = comparison.time(number, event_id)
            if at is not None:
                x, y = (float(np.interp(at, t, values)) / 1e3 for values in (gone, altitude))
                text = quantity(x, "km") if event_id == "touchdown" else str(MARKS[event_id])
                marks.append(Mark(number, event_id, x, y, text))
    low, high = _range(found, 10.0)
    far = max(float(course.x[-1]) for course in found)
    window = Window(0.0, far * 1.1)
    return Scene(
        title=str(PROFILE),
        short=str(SHORT_PROFILE),
        unit=unit("km"),
        x=window,
        low=low,
        high=high,
        courses=_thin(found, fit.samples),
        x_ticks=value_ticks(0.0, window.end, fit.x),
        y_ticks=value_ticks(low, high, fit.y),
        marks=tuple(marks),
        peaks=(),
    )


def time_ticks(window: Window, at_most: int) -> Ticks:
    """Round times from the event: minutes, hours and minutes in a long window, or seconds in a short one."""
    steps = (*_SHORT_STEPS, *_STEPS)
    step = next((s for s in steps if window.span / s <= at_most), steps[-1])
    first = ceil(window.start / step)
    times = (n * step for n in range(first, int(window.end // step) + 1))
    return tuple((t, _tick(t, step, window.span > _LONG)) for t in times)


def _tick(t: float, step: float, long: bool) -> str:
    if t == 0:
        return "0"
    sign = MINUS if t < 0 else "+"
    if step < MINUTE:
        return f"{sign}{clock(t)}"
    return f"{sign}{clock(t, coarse=True)}" if long else f"{sign}{quantity(abs(t) / MINUTE, 'min')}"


def _range(courses: Iterable[Course], least: float) -> tuple[float, float]:
    values = np.concatenate([course.y for course in courses])
    return value_range(float(values.min()), float(values.max()), least)


def _thin(courses: Iterable[Course], most: int) -> tuple[Course, ...]:
    return tuple(Course(course.number, *thinned(course.x, course.y, most)) for course in courses)


def _marks(comparison: Comparison, courses: Iterable[Course], window: Window, jerks: bool) -> Iterable[Mark]:
    """The events on the curves; where the channel `jerks` as the ground is met, the landing is no point of it."""
    for course in courses:
        for event_id in EVENTS:
            t = comparison.time(course.number, event_id)
            if t is not None and window.holds(t) and not (jerks and event_id == "touchdown"):
                y = float(np.interp(t, course.x, course.y))
                yield Mark(course.number, event_id, t, y, str(MARKS[event_id]))


def _peaks(comparison: Comparison, spec: Spec, window: Window) -> Iterable[Peak]:
    """The largest value of each entry: the jerk of the opening parachutes is not that of the descent."""
    what = CHANNELS[spec.channel]
    for number in range(len(comparison.flights)):
        start, end = (comparison.time(number, event_id) for event_id in ("entry_interface", "parachutes"))
        t, values = comparison.course(number, spec.channel)
        if start is None or end is None:
            continue
        inside = (t >= max(start, window.start)) & (t <= min(end, window.end))
        if inside.any():
            top = int(np.argmax(np.where(inside, values, -np.inf)))
            shown = float(values[top]) * what.factor
            amount = quantity(shown, what.unit, 1 if shown < 10 else 0)
            yield Peak(number, float(t[top]), shown, f"{names(comparison)[number]} {amount}" if spec.named else amount)
