"""Predicted against published: each mission flown with one standard parameter set, compared with its reports."""

from dataclasses import dataclass
from statistics import median

import numpy as np

from mission_gui.domain.events import Event
from mission_gui.domain.facts import Kind, Report
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.physics.earth import ground_distance
from mission_gui.physics.propagate import Progress, propagate
from mission_gui.physics.solve import Mode

COMPARED = ("ignition", "burn_end", "module_separation", "entry_interface", "parachutes", "touchdown")


@dataclass(frozen=True, slots=True)
class Comparison:
    """One published figure beside the predicted one.

    Times in seconds of mission time; `residual` is predicted minus published, s. `rounding` is how far the published
    time may lie later for its own precision, s: 60 for a time given to the minute.
    """

    mission: str
    event: str
    predicted: float
    published: float
    rounding: float
    kind: Kind
    source: str

    @property
    def residual(self) -> float:
        """Predicted minus published, seconds."""
        return self.predicted - self.published

    @property
    def beyond_rounding(self) -> float:
        """What is left of the residual once the published time's own precision is allowed for, seconds."""
        late = self.residual
        return max(0.0, late - self.rounding) if late > 0 else late


def compare(mission: Mission, progress: Progress) -> tuple[Trajectory, tuple[Comparison, ...]]:
    """Flies a mission as a prediction and sets it beside its reports."""
    flight = propagate(mission, progress, mode=Mode.PREDICTED)
    rows = []
    for event in flight.events:
        report = _report(event)
        if event.id in COMPARED and event.modelled and report:
            rows.append(_comparison(mission, event, report))
    return flight, tuple(rows)


def _report(event: Event) -> Report | None:
    """The report to compare with: what happened, else the latest plan."""
    reports = [r for r in (*event.actual, *event.planned) if r.kind is not Kind.ASSUMED]
    return reports[0] if reports else None


def _comparison(mission: Mission, event: Event, report: Report) -> Comparison:
    assert event.modelled is not None
    source = report.source.url or report.source.title
    rounding = report.precision if report.precision > 1 else 0.0
    predicted, published = mission.seconds(event.modelled), mission.seconds(report.time)
    return Comparison(mission.id, event.id, predicted, published, rounding, report.kind, source)


def peak_load(flight: Trajectory) -> float:
    """The largest load of the entry, m/s2."""
    entry = _between(flight, "entry_interface", "parachutes")
    return float(flight.channels["load"][entry].max())


def _between(flight: Trajectory, first: str, last: str) -> np.ndarray:
    times = {e.id: e.modelled for e in flight.events if e.modelled}
    zero = next(e.modelled for e in flight.events if e.id == "ignition")
    assert zero is not None and flight.solution is not None
    start, end = (flight.solution.ignition + (times[name] - zero).total_seconds() for name in (first, last))
    inside: np.ndarray = (flight.t >= start) & (flight.t <= end)
    return inside


def short_of_plan(mission: Mission, flight: Trajectory) -> float:
    """How far from the aim point the flight ends, m."""
    latitude, longitude = (float(flight.channels[name][-1]) for name in ("latitude", "longitude"))
    aim = mission.aim_point
    return float(
        ground_distance(np.array(latitude), np.array(longitude), np.array(aim.latitude), np.array(aim.longitude))
    )


def summary(rows: list[Comparison]) -> dict[str, tuple[int, float, float]]:
    """By event: how many, and the median and the largest absolute residual beyond rounding, seconds."""
    found = {}
    for event in COMPARED:
        off = [abs(row.beyond_rounding) for row in rows if row.event == event]
        if off:
            found[event] = (len(off), median(off), max(off))
    return found
