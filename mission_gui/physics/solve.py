"""Finds the ignition, the bank reversal and the canopy that meet the published place and time of landing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from scipy.optimize import brentq, fsolve, minimize_scalar

from mission_gui.domain.errors import TrajectoryError
from mission_gui.domain.events import Phase
from mission_gui.domain.facts import GeoPoint, Report, Text
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Floats, Solution
from mission_gui.physics import contradictions, earth
from mission_gui.physics.arc import Arc, IntegrationError, Point
from mission_gui.physics.phases import coast, deorbit_burn, entry, parachutes
from mission_gui.physics.run import Knobs, Run

MISS_ALLOWED = 500.0  # m
TIME_ALLOWED = 1.0  # s
BALLISTIC_MISS_ALLOWED = 150e3  # m; without lift nothing steers across the track
_TYPICAL_FLIGHT = 3235.0  # s from ignition to touchdown; only a first guess where no ignition is published
_TYPICAL_REVERSAL = 300.0  # s after the entry interface; a first guess
_REVERSAL_UNIT = 10.0  # s; makes both unknowns weigh alike
_REVERSAL_RATE = 0.94  # km/s across the track (study, B2)
_IGNITION_RATE = 7.3  # km/s along it (study, B2)
_FIRST_REVERSAL = 1.0  # s; the bank cannot be reversed before there is air
_SOLVING = Text("solving the descent", "расчёт спуска")
_CLOSE = 1e-3  # km; what the integration's own steps leave is less
_MOST_STEPS = 14
_MOST_FLIGHTS = 40  # a fit that needs more is not going to succeed
_NEAR = 400e3  # m; from within this the fit goes on by itself
_MOST_APPROACHES = 6
_LONGEST_MOVE = 400.0  # s of ignition in one step of the approach
_LIFT_LOSS = (50e3, 100e3)  # m
_CANOPY_RANGE = (0.4, 2.5)  # of the nominal drag area


class Mode(StrEnum):
    """What a flight is made to meet."""

    FITTED = "fitted"  # the published time and place of landing
    PREDICTED = "predicted"  # the aim point, with the standard parameters; the landing time is an outcome
    OPEN = "open"  # nothing: the knobs are as given, wherever it lands


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
    """Knobs to start from: the middle of the published minute of ignition, typical reversal, nominal canopy.

    Raises TrajectoryError where the published times of ignition and touchdown contradict each other.
    """
    report = _ignition(mission)
    contradictions.check_times(mission, report, landing_time(mission))
    if report is None:
        ignition = landing_time(mission) - _TYPICAL_FLIGHT
    else:
        ignition = mission.seconds(report.time) + (report.precision / 2 if report.precision > 1 else 0.0)
    main = next(canopy for canopy in mission.vehicle.canopies if canopy.id == "main")
    descent = mission.descent
    return Knobs(
        ignition,
        _TYPICAL_REVERSAL,
        main.drag_area,
        descent.delta_v,
        descent.duration,
        descent.first_bank_sign * descent.bank,
        reserve=descent.reserve,
    )


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


def miss(descent: Descent, target: GeoPoint | None = None) -> Floats:
    """How far east and north of the target (the landing point where None) the flight ends, m."""
    run, point = descent.run, descent.touchdown
    fixed = earth.to_fixed(np.array(point.state[:3])[:, None], run.rotation.angle(np.array([point.t])))
    latitude, longitude, _ = earth.geodetic(fixed)
    place = target or run.mission.landing
    east = (longitude[0] - place.longitude + np.pi) % (2 * np.pi) - np.pi
    return earth.MEAN_RADIUS * np.array([east * np.cos(place.latitude), latitude[0] - place.latitude])


class Fit:
    """One search: flies the descent for one set of knobs after the other, counts, and tells how far it is."""

    def __init__(self, run: Run, orbit: Callable[[float], Point], progress: Callable[[float, str], None]) -> None:
        self.run, self.orbit, self.progress = run, orbit, progress
        self.flights = 0
        self.last: Descent | None = None
        self.condition = float("nan")

    def fly(self, knobs: Knobs) -> Descent:
        """The descent with these knobs; the last one is not flown again."""
        if self.last is None or self.last.run.knobs != knobs:
            self.flights += 1
            self.progress(min(0.1 + 0.05 * self.flights, 0.9), str(_SOLVING))
            self.last = descend(replace(self.run, knobs=knobs), self.orbit)
        return self.last

    def land(self, knobs: Knobs) -> Descent:
        """The same descent under the main canopy that lands at the published time."""
        flown = self.fly(knobs)
        run = replace(flown.run, knobs=replace(knobs, main_drag_area=_canopy(flown)))
        falling = tuple(arc for arc in flown.arcs if arc.phase is not Phase.PARACHUTE)
        return Descent(run, (*falling, *parachutes.fly(run, falling[-1].last)))

    def aim(self, start: Knobs, target: GeoPoint) -> Knobs:
        """Ignition and reversal that bring the flight to the target."""
        start = self._approach(start, target)

        def turned(u: Floats) -> Knobs:
            reversal = max(start.reversal + _REVERSAL_UNIT * float(u[1]), _FIRST_REVERSAL)
            return replace(start, ignition=start.ignition + float(u[0]), reversal=reversal)

        def residual(u: Floats) -> Floats:
            return miss(self.fly(turned(u)), target) / 1e3

        try:
            found, jacobian = secant(residual, _sensitivity(self.fly(start)))
        except TrajectoryError:
            found = None  # a step too long led to what cannot be flown; the next way takes shorter ones
        if found is None:
            found, details, _, _ = fsolve(
                residual, np.zeros(2), full_output=True, xtol=1e-4, epsfcn=1e-4, maxfev=_MOST_FLIGHTS
            )
            jacobian = _jacobian(details["fjac"], details["r"])
        self.condition = float(np.linalg.cond(jacobian))
        return turned(found)

    def _approach(self, knobs: Knobs, target: GeoPoint) -> Knobs:
        """Moves a poor guess of ignition along the track until the fit can take over."""
        for _ in range(_MOST_APPROACHES):
            off = miss(self.fly(knobs), target)
            if np.linalg.norm(off) < _NEAR:
                break
            later = miss(self.fly(replace(knobs, ignition=knobs.ignition + 1.0)), target) - off
            move = -float(off @ later) / float(later @ later)
            knobs = replace(knobs, ignition=knobs.ignition + float(np.clip(move, -_LONGEST_MOVE, _LONGEST_MOVE)))
        return knobs

    def lose_lift(self, knobs: Knobs) -> Knobs:
        """The altitude of lift loss that lands nearest to the published place of a ballistic return."""

        def off(level: float) -> float:
            return float(np.linalg.norm(miss(self.fly(replace(knobs, lift_lost=level))))) / 1e3

        found = minimize_scalar(off, bounds=_LIFT_LOSS, method="bounded", options={"xatol": 200.0})
        return replace(knobs, lift_lost=float(found.x))


def solve(
    run: Run, orbit: Callable[[float], Point], progress: Callable[[float, str], None], mode: Mode = Mode.FITTED
) -> tuple[Solution, Descent]:
    """The descent of a mode. Raises TrajectoryError where no flight meets the published figures."""
    mission, fit = run.mission, Fit(run, orbit, progress)
    lost = mission.descent.ballistic_below
    try:
        knobs = run.knobs
        if mode is not Mode.OPEN:
            target = mission.landing if lost is None else mission.aim_point
            knobs = fit.aim(knobs, target)
            reached = float(np.linalg.norm(miss(fit.fly(knobs), target)))
            contradictions.check_place(mission, target, reached, MISS_ALLOWED)
            knobs = replace(knobs, lift_lost=lost)
        if mode is Mode.FITTED:
            contradictions.check_ignition(mission, _ignition(mission), knobs.ignition)
            knobs = knobs if lost is None else fit.lose_lift(knobs)
            descent = fit.land(knobs)
        else:
            descent = fit.fly(knobs)
    except IntegrationError as error:
        raise TrajectoryError(f"the descent of {mission.id} cannot be integrated: {error}") from error
    solution = assess(descent, fit.flights, fit.condition, mode)
    if mode is Mode.FITTED:
        check(mission, solution)
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
        raise contradictions.touchdown_out_of_reach(run.mission, due, due + late(nominal))
    return float(brentq(late, low, high, xtol=1e-6))


def _jacobian(q: Floats, r: Floats) -> Floats:
    """The Jacobian (km per unit of each unknown) that the root finder built."""
    upper = np.zeros((2, 2))
    upper[np.triu_indices(2)] = r
    built: Floats = q.T @ upper
    return built


def _sensitivity(descent: Descent) -> Floats:
    """About how the landing moves (east, north; km) with ignition and reversal, along and across the way it came.

    A later ignition moves it on, a later reversal to the side banked to first, at rates that hardly differ between
    returns (study, B2).
    """
    run = descent.run
    interface = next(arc for arc in descent.arcs if arc.phase is Phase.ENTRY).start
    t = np.array([interface, descent.touchdown.t])
    states = np.array([next(arc for arc in descent.arcs if arc.end >= s).at(s).state for s in t.tolist()]).T
    latitude, longitude, _ = earth.geodetic(earth.to_fixed(states[:3], run.rotation.angle(t)))
    heading = earth.arrival_heading((latitude[0], longitude[0]), (latitude[1], longitude[1]))
    on, right = np.array([np.sin(heading), np.cos(heading)]), np.array([np.cos(heading), -np.sin(heading)])
    aside = _REVERSAL_UNIT * _REVERSAL_RATE * np.sign(run.knobs.bank)
    return np.column_stack([_IGNITION_RATE * on, aside * right])


def secant(residual: Callable[[Floats], Floats], jacobian: Floats) -> tuple[Floats | None, Floats]:
    """The root of a residual (km) near nought by Broyden's method from a Jacobian known beforehand, and its Jacobian.

    None where the steps do not lead there: the residual must shrink by half every second step (Broyden 1965).
    """
    u = np.zeros(len(jacobian))
    left = residual(u)
    best = float(np.linalg.norm(left))
    for number in range(_MOST_STEPS):
        if np.linalg.norm(left) < _CLOSE:
            return u, jacobian
        try:
            step = -np.linalg.solve(jacobian, left)
        except np.linalg.LinAlgError:
            break
        u = u + step
        after = residual(u)
        if number % 2:
            if np.linalg.norm(after) > 0.5 * best:
                break
            best = float(np.linalg.norm(after))
        jacobian = jacobian + np.outer(after, step) / (step @ step)
        left = after
    return None, jacobian


def assess(descent: Descent, evaluations: int, condition: float, mode: Mode = Mode.FITTED) -> Solution:
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
        mode.value,
        knobs.lift_lost,
    )


def meets(solution: Solution) -> bool:
    """Whether a fitted solution lands close enough in place and time; a ballistic one only in time and region."""
    allowed = MISS_ALLOWED if solution.lift_lost is None else BALLISTIC_MISS_ALLOWED
    return solution.miss_distance <= allowed and abs(solution.time_residual) <= TIME_ALLOWED


def check(mission: Mission, solution: Solution) -> None:
    """Raises TrajectoryError, naming the figures, where the fit does not hold."""
    allowed = MISS_ALLOWED if solution.lift_lost is None else BALLISTIC_MISS_ALLOWED
    contradictions.check_place(mission, mission.landing, solution.miss_distance, allowed)
    if not meets(solution):
        raise contradictions.touchdown_out_of_reach(
            mission, landing_time(mission), landing_time(mission) + solution.time_residual
        )
