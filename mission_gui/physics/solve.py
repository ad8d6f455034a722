"""Finds the ignition, the bank reversal and the canopy that meet the published place and time of landing."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import brentq, fsolve

from mission_gui.domain.errors import TrajectoryError
from mission_gui.domain.facts import Report
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Floats, Solution
from mission_gui.physics import earth
from mission_gui.physics.arc import Arc, IntegrationError, Point
from mission_gui.physics.phases import coast, deorbit_burn, entry, parachutes
from mission_gui.physics.run import Knobs, Run

MISS_ALLOWED = 500.0  # m
TIME_ALLOWED = 1.0  # s
IGNITION_MARGIN = 20.0  # s; how far a solved ignition may lie outside its published minute
_TYPICAL_FLIGHT = 3235.0  # s from ignition to touchdown; only a first guess where no ignition is published
_TYPICAL_REVERSAL = 300.0  # s after the entry interface; a first guess
_REVERSAL_UNIT = 10.0  # s; makes both unknowns weigh alike
_MOST_FLIGHTS = 40  # a fit that needs more is not going to succeed
_CANOPY_RANGE = (0.4, 2.5)  # of the nominal drag area

DESCENT_PHASES = (deorbit_burn, coast, entry, parachutes)


@dataclass(frozen=True, slots=True)
class Descent:
    """A flown descent, from ignition to touchdown, and the run it belongs to."""

    run: Run
    arcs: tuple[Arc, ...]

    @property
    def touchdown(self) -> Point:
        """The end of the flight."""
        return self.arcs[-1].last

    @property
    def chute(self) -> Point:
        """Where the parachutes were commanded."""
        return next(arc for arc in self.arcs if "parachutes" in arc.events).at(self.chute_time)

    @property
    def chute_time(self) -> float:
        """When the parachutes were commanded, mission seconds."""
        return next(arc.events["parachutes"] for arc in self.arcs if "parachutes" in arc.events)


def descend(run: Run, orbit: Callable[[float], Point]) -> Descent:
    """Flies the descent with the run's knobs, from the orbit given as a state by time."""
    point = orbit(run.knobs.ignition)
    arcs: list[Arc] = []
    for phase in DESCENT_PHASES:
        arcs.extend(phase.fly(run, point))
        point = arcs[-1].last
    return Descent(run, tuple(arcs))


def first_guess(mission: Mission) -> Knobs:
    """Knobs to start from: the middle of the published minute of ignition, typical reversal, nominal canopy."""
    report = _ignition(mission)
    if report is None:
        ignition = landing_time(mission) - _TYPICAL_FLIGHT
    else:
        ignition = mission.seconds(report.time) + (report.precision / 2 if report.precision > 1 else 0.0)
    main = next(canopy for canopy in mission.vehicle.canopies if canopy.id == "main")
    return Knobs(ignition, _TYPICAL_REVERSAL, main.drag_area)


def _ignition(mission: Mission) -> Report | None:
    """The report of ignition that counts; None where the mission gives none."""
    event = next((e for e in mission.events if e.id == "ignition" and (e.actual or e.planned)), None)
    return (event.actual or event.planned)[0] if event else None


def landing_time(mission: Mission) -> float:
    """The published touchdown, mission seconds."""
    event = next((e for e in mission.events if e.id == "touchdown"), None)
    if event is None or not (event.actual or event.planned):
        raise TrajectoryError(f"{mission.id} gives no time for the event touchdown: add a planned or an actual one")
    return mission.seconds((event.actual or event.planned)[0].time)


def miss(descent: Descent) -> Floats:
    """How far east and north of the landing point the flight ends, m."""
    mission, run, point = descent.run.mission, descent.run, descent.touchdown
    fixed = earth.to_fixed(np.array(point.state[:3])[:, None], run.rotation.angle(np.array([point.t])))
    latitude, longitude, _ = earth.geodetic(fixed)
    target = mission.landing
    east = (longitude[0] - target.longitude + np.pi) % (2 * np.pi) - np.pi
    return earth.MEAN_RADIUS * np.array([east * np.cos(target.latitude), latitude[0] - target.latitude])


def solve(
    run: Run, orbit: Callable[[float], Point], progress: Callable[[float, str], None]
) -> tuple[Solution, Descent]:
    """The fitted descent. Raises TrajectoryError where no flight meets the published figures."""
    counter = [0]

    def fly(knobs: Knobs) -> Descent:
        counter[0] += 1
        progress(min(0.1 + 0.05 * counter[0], 0.9), "solving the descent")
        return descend(replace(run, knobs=knobs), orbit)

    start = run.knobs

    def residual(u: Floats) -> Floats:
        knobs = replace(start, ignition=start.ignition + u[0], reversal=start.reversal + _REVERSAL_UNIT * u[1])
        return miss(fly(knobs)) / 1e3

    try:
        found, details, _, _ = fsolve(
            residual, np.zeros(2), full_output=True, xtol=1e-4, epsfcn=1e-4, maxfev=_MOST_FLIGHTS
        )
        ignition = start.ignition + float(found[0])
        reversal = start.reversal + _REVERSAL_UNIT * float(found[1])
        knobs = Knobs(ignition, reversal, start.main_drag_area)
        knobs = replace(knobs, main_drag_area=_canopy(fly(knobs)))
        descent = fly(knobs)
    except IntegrationError as error:
        raise TrajectoryError(f"the descent of {run.mission.id} cannot be integrated: {error}") from error
    solution = assess(descent, counter[0], _condition(details["fjac"], details["r"]))
    check(run.mission, solution)
    return solution, descent


def _canopy(descent: Descent) -> float:
    """The main canopy's drag area that lands at the published time, m2."""
    run, chute, due = descent.run, descent.chute, landing_time(descent.run.mission)

    def late(area: float) -> float:
        slower = replace(run, knobs=replace(run.knobs, main_drag_area=area))
        return parachutes.fly(slower, chute)[-1].end - due

    nominal = run.knobs.main_drag_area
    low, high = (nominal * factor for factor in _CANOPY_RANGE)
    if late(low) * late(high) > 0:
        raise TrajectoryError(
            f"no canopy of {low:.0f} to {high:.0f} m2 lands {run.mission.id} at the published time: check the times of "
            "ignition and touchdown"
        )
    return float(brentq(late, low, high, xtol=1e-6))


def _condition(q: Floats, r: Floats) -> float:
    """The condition of the Jacobian (km per unit of each unknown) that the root finder built."""
    upper = np.zeros((2, 2))
    upper[np.triu_indices(2)] = r
    return float(np.linalg.cond(q.T @ upper))


def assess(descent: Descent, evaluations: int, condition: float) -> Solution:
    """What a descent's knobs are and what they leave."""
    knobs = descent.run.knobs
    return Solution(
        knobs.ignition,
        knobs.reversal,
        knobs.main_drag_area,
        float(np.linalg.norm(miss(descent))),
        descent.touchdown.t - landing_time(descent.run.mission),
        condition,
        evaluations,
    )


def meets(solution: Solution) -> bool:
    """Whether a solution lands close enough in place and time."""
    return solution.miss_distance <= MISS_ALLOWED and abs(solution.time_residual) <= TIME_ALLOWED


def check(mission: Mission, solution: Solution) -> None:
    """Raises TrajectoryError, naming the figures, where the fit does not hold."""
    if not meets(solution):
        raise TrajectoryError(
            f"no flight of {mission.id} meets its landing: the best one misses by "
            f"{solution.miss_distance / 1e3:.0f} km and {solution.time_residual:.0f} s; check landing, "
            "the ISS elements and the times of ignition and touchdown"
        )
    report = _ignition(mission)
    if report is None:
        return
    early = mission.seconds(report.time) - IGNITION_MARGIN
    late = mission.seconds(report.time) + (report.precision if report.precision > 1 else 0.0) + IGNITION_MARGIN
    if not early <= solution.ignition <= late:
        off = solution.ignition - mission.seconds(report.time)
        raise TrajectoryError(
            f"{mission.id}: the landing needs an ignition {off:+.0f} s from the published one; check the time of "
            "ignition, descent.delta_v and landing"
        )
