"""The text twin of each chart of a comparison, one sentence for every flight: plain functions, no Qt."""

from collections.abc import Iterable

import numpy as np

from mission_gui.domain.facts import Basis
from mission_gui.language import translate
from mission_gui.panels.chart_windows import Window
from mission_gui.panels.comparison_scene import Spec
from mission_gui.panels.comparison_words import clock, names
from mission_gui.panels.wording import BASIS_NAMES, MINUS, quantity, reading
from mission_gui.physics.comparison import Comparison

Told = dict[int, str]
"""What is told of each flight, by its number."""


def moment(t: float) -> str:
    """`T−0:05:10`."""
    return f"T{MINUS if t < 0 else '+'}{clock(t)}"


def courses(comparison: Comparison, spec: Spec, window: Window) -> Told:
    """What each curve is in a window: its highest and its last value; nothing of a flight that is not in it."""
    found = {}
    for number in range(len(comparison.flights)):
        t, values = comparison.course(number, spec.channel)
        inside = np.flatnonzero((t >= window.start) & (t <= window.end))
        if len(inside):
            top, last = inside[int(np.argmax(values[inside]))], inside[-1]
            found[number] = translate(
                "Comparison", "highest on the chart {highest} at {time}, {last} at its end"
            ).format(
                highest=reading(spec.channel, float(values[top])),
                time=moment(float(t[top])),
                last=reading(spec.channel, float(values[last])),
            )
    return found


def ways_down(comparison: Comparison) -> Told:
    """How far from its entry each flight opened its parachutes and came down."""
    found = {}
    for number in range(len(comparison.flights)):
        gone, altitude, t = comparison.ways_down[number]
        opened, landed = (comparison.time(number, event) for event in ("parachutes", "touchdown"))
        parts = []
        if opened is not None:
            parts.append(
                translate("Comparison", "parachutes at {altitude}, {far} from its entry").format(
                    altitude=reading("altitude", float(np.interp(opened, t, altitude))),
                    far=quantity(float(np.interp(opened, t, gone)) / 1e3, "km"),
                )
            )
        if landed is not None:
            far = quantity(float(np.interp(landed, t, gone)) / 1e3, "km")
            parts.append(translate("Comparison", "landing {far} from its entry").format(far=far))
        found[number] = ", ".join(parts)
    return found


def twin(comparison: Comparison, told: Told, now: Iterable[tuple[int, str]], t: float | None) -> str:
    """A chart in words: at the cursor, where there is one, what each flight reads, and what its whole curve is.

    `now` are numbers of flights with their readings at T `t`.
    """
    read = dict(now)
    absent = translate("Comparison", "not on the chart")
    sentences = [f"{moment(t)}."] if t is not None else []
    for number, name in enumerate(names(comparison)):
        parts = ", ".join(filter(None, (read.get(number), told.get(number))))
        sentences.append(f"{name}: {parts or absent}.")
    return " ".join((*sentences, f"{str(BASIS_NAMES[Basis.MODELLED]).capitalize()}."))
