"""The user's view of the charts as a value: which of them, how arranged, on which axes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from mission_gui.domain.events import Phase
from mission_gui.panels.chart_specs import CHARTS, PICKS, ChartSpec
from mission_gui.panels.chart_windows import Window


@dataclass(frozen=True, slots=True)
class ChartView:
    """`choice` is None while the phase picks the charts, `zoom` while it picks the stretch of time.

    `log` holds what the user changed: by chart, whether its axis is logarithmic.
    """

    choice: tuple[str, ...] | None = None
    stacked: bool = False
    log: Mapping[str, bool] = field(default_factory=dict)
    zoom: Window | None = None

    def charts(self, phase: Phase) -> tuple[ChartSpec, ...]:
        """The charts to show, in order."""
        return tuple(CHARTS[name] for name in (self.choice or PICKS[phase].charts))

    def is_log(self, spec: ChartSpec, phase: Phase) -> bool:
        """Whether a chart has a logarithmic axis."""
        return spec.log and self.log.get(spec.id, spec.id in PICKS[phase].log)

    def toggled(self, name: str, phase: Phase) -> "ChartView":
        """With a chart more or less than in this phase, in the order of the menu; the last one stays."""
        shown = {spec.id for spec in self.charts(phase)} ^ {name}
        return replace(self, choice=tuple(each for each in CHARTS if each in shown)) if shown else self

    def with_log(self, name: str, on: bool) -> "ChartView":
        """With the axis of a chart changed."""
        return replace(self, log={**self.log, name: on})

    def state(self) -> dict[str, Any]:
        """Plain values that a file can keep."""
        return {
            "choice": None if self.choice is None else list(self.choice),
            "stacked": self.stacked,
            "log": dict(self.log),
            "zoom": None if self.zoom is None else [self.zoom.start, self.zoom.end],
        }


def view_of(state: Mapping[str, Any]) -> ChartView:
    """The view that `ChartView.state` told. What this version does not know, or cannot be, is left out."""
    choice, log = state.get("choice"), state.get("log")
    known = tuple(name for name in CHARTS if isinstance(choice, list) and name in choice)
    return ChartView(
        choice=known or None,
        stacked=state.get("stacked") is True,
        log={name: on is True for name, on in log.items() if name in CHARTS} if isinstance(log, dict) else {},
        zoom=_window_of(state.get("zoom")),
    )


def _window_of(ends: object) -> Window | None:
    match ends:
        case [float() | int() as start, float() | int() as end] if start < end:
            return Window(float(start), float(end))
    return None
