"""Predicted against published: each mission flown with one standard parameter set, compared with its reports."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median

import numpy as np

from mission_gui.domain.events import Event
from mission_gui.domain.facts import Figure, Kind, Report
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.physics.earth import STANDARD_GRAVITY
from mission_gui.physics.measures import crossing, peak_load, short_of_plan
from mission_gui.physics.propagate import Progress, propagate
from mission_gui.physics.solve import Mode

TIMED = ("ignition", "burn_end", "module_separation", "entry_interface", "parachutes", "touchdown")
MEASURED = ("peak_load", "landing_distance")
COMPARED = (*TIMED, *MEASURED)

ALLOWED: Mapping[str, tuple[float, float]] = {
    "ignition": (20.0, 0.0),
    "burn_end": (20.0, 0.0),
    "module_separation": (30.0, 30.0),
    "entry_interface": (30.0, 30.0),
    "parachutes": (30.0, 30.0),
    "touchdown": (60.0, 60.0),
    "peak_load": (0.4, 0.4),  # the study claims 0.3 g guided and 0.4 g ballistic (B5)
}
"""How far a prediction may be off, s or g: from a time to the second, and beyond the rounding of a coarser one."""

MINUTE = 60.0  # s


@dataclass(frozen=True, slots=True)
class Comparison:
    """One published figure beside the predicted one.

    Times in seconds of mission time (`unit` s), loads in g, distances in km. `precision` is that of a published time,
    s. `altitude`, m, is where an entry interface is counted. `matched`: the model was fitted to this very figure, which
    therefore tests nothing.
    """

    mission: str
    event: str
    predicted: float
    published: float
    kind: Kind
    source: str
    unit: str = "s"
    precision: float = 0.0
    altitude: float | None = None
    matched: bool = False

    @property
    def residual(self) -> float:
        """Predicted minus published."""
        return self.predicted - self.published

    @property
    def beyond_rounding(self) -> float:
        """What is left of the residual once the precision of a published time is allowed for.

        A time to the minute stands for the ninety seconds from half a minute before it to a minute after: where sources
        give both, some have rounded and some have cut the seconds off.
        """
        if self.precision < MINUTE:
            return self.residual
        early, late = -self.precision / 2, self.precision
        return self.residual - min(max(self.residual, early), late)

    @property
    def within(self) -> bool:
        """Whether it meets the accuracy that is asked; always so where none is."""
        to_the_second, beyond = ALLOWED.get(self.event, (np.inf, np.inf))
        return abs(self.beyond_rounding) <= (beyond if self.precision >= MINUTE else to_the_second)


def compare(mission: Mission, progress: Progress) -> tuple[Trajectory, tuple[Comparison, ...]]:
    """Flies a mission as a prediction and sets it beside its reports."""
    flight = propagate(mission, progress, mode=Mode.PREDICTED)
    return flight, (*_times(mission, flight), *_measures(mission, flight))


def _times(mission: Mission, flight: Trajectory) -> Iterator[Comparison]:
    for event in flight.events:
        report = best_report(event)
        if event.id in TIMED and event.modelled and report:
            predicted, altitude = mission.seconds(event.modelled), None
            if event.id == "entry_interface":
                altitude = report.altitude or mission.vehicle.entry_interface_altitude
                predicted = crossing(flight, altitude)
            yield Comparison(
                mission.id,
                event.id,
                predicted,
                mission.seconds(report.time),
                report.kind,
                report.source.address.en,
                precision=report.precision,
                altitude=altitude,
            )


def best_report(event: Event) -> Report | None:
    """The report to compare with: what happened, else the latest plan; a doubtful one only where there is no other."""
    reports = [r for r in (*event.actual, *event.planned) if r.kind is not Kind.ASSUMED]
    return next((r for r in reports if not r.qualifier), reports[0] if reports else None)


def _measures(mission: Mission, flight: Trajectory) -> Iterator[Comparison]:
    """The peak load, and how far short of the plan a ballistic descent lands."""
    if loads := mission.figures.peak_load:
        yield _measure(mission, "peak_load", peak_load(flight), loads[0], STANDARD_GRAVITY, "g")
    if distances := mission.figures.short_of_plan:
        lost = mission.descent.provenance.get("ballistic_below")
        matched = lost is not None and lost.kind is Kind.CALIBRATED
        yield _measure(mission, "landing_distance", short_of_plan(mission, flight), distances[0], 1e3, "km", matched)


def _measure(
    mission: Mission, name: str, predicted: float, figure: Figure, unit: float, symbol: str, matched: bool = False
) -> Comparison:
    source = figure.source.address.en
    return Comparison(
        mission.id, name, predicted / unit, figure.value / unit, figure.kind, source, symbol, matched=matched
    )


@dataclass(frozen=True, slots=True)
class Total:
    """How well the predictions of one event do, against plans or against what happened.

    `count` of them; the median and the largest absolute residual, and the largest beyond the rounding of the published
    times, in `unit`; and how many are `within` what is asked.
    """

    event: str
    planned: bool
    count: int
    median: float
    largest: float
    beyond_rounding: float
    within: int
    unit: str


def totals(rows: Iterable[Comparison]) -> tuple[Total, ...]:
    """The totals in order of the events, what happened before what was planned; matched figures do not count."""
    counted = [row for row in rows if not row.matched]
    groups = ((event, planned) for event in COMPARED for planned in (False, True))
    chosen = ((*group, [row for row in counted if _group(row) == group]) for group in groups)
    return tuple(_total(event, planned, found) for event, planned, found in chosen if found)


def _group(row: Comparison) -> tuple[str, bool]:
    return row.event, row.kind is Kind.PLANNED


def _total(event: str, planned: bool, rows: list[Comparison]) -> Total:
    off = [abs(row.residual) for row in rows]
    beyond = max(abs(row.beyond_rounding) for row in rows)
    within = sum(row.within for row in rows)
    return Total(event, planned, len(rows), median(off), max(off), beyond, within, rows[0].unit)
