"""How sure the reconstruction is: one-sigma of every modelled event and channel, from linear sensitivities.

Each uncertain input is moved by its sigma, and the flight is brought back to the published landing by the same knobs
that the fit turned, to first order. What then still differs in an event's time or a channel is that input's share;
the shares add as squares. A figure that the fit pins down, such as the landing time, so keeps only the uncertainty of
what it was pinned to.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from mission_gui.domain.channels import CHANNELS, WRAPPED
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Floats, Solution, Trajectory
from mission_gui.physics import sampling
from mission_gui.physics.arc import Point
from mission_gui.physics.jumps import without_jumps
from mission_gui.physics.phases import landed
from mission_gui.physics.run import Run
from mission_gui.physics.solve import Descent, Mode, descend, landing_time, miss

Change = Callable[[Run], Run]

STEPS: Mapping[str, float] = {"ignition": 1.0, "reversal": 5.0, "main_drag_area": 10.0}
"""How far each knob of the fit is moved for its derivative: s, s, m2."""

LANDING_SIGMA = 5e3  # m, each way: the published landing points are boxes of 10 to 15 km (study, B5)
ORBIT_SIGMA = 1e3  # m along the track: truth against an element set hours old (study, B5)


def _vehicle(**factors: float) -> Change:
    """A run with vehicle figures multiplied: masses, or whole columns of the aerodynamic table."""

    def change(run: Run) -> Run:
        vehicle = run.vehicle
        values: dict[str, Any] = {
            name: tuple(f * v for v in getattr(vehicle, name)) if name in _COLUMNS else f * getattr(vehicle, name)
            for name, f in factors.items()
        }
        return replace(run, mission=replace(run.mission, vehicle=replace(vehicle, **values)))

    return change


_COLUMNS = ("drag_coefficient", "lift_to_drag")


def _knob(name: str, step: float) -> Change:
    return lambda run: replace(run, knobs=replace(run.knobs, **{name: getattr(run.knobs, name) + step}))


INPUTS: Mapping[str, Change] = {
    # Drag coefficient 3 % and air density 5 % act alike on a fitted flight: 5.8 % together (study, B6, assumed).
    "drag and density": _vehicle(drag_coefficient=1.058),
    "lift-to-drag ratio": _vehicle(lift_to_drag=1.05),  # 5 % (study, B6, assumed)
    "descent module mass": _vehicle(descent_module_mass=1 + 30 / 2900),  # 30 kg (study, B6, assumed)
    "delta-v": _knob("delta_v", 0.5),  # m/s; 128 m/s is printed without decimals
    "burn duration": _knob("duration", 2.0),  # s; 4:36 to 4:41 is printed for like burns (study, A2)
    "main canopy": _knob("main_drag_area", 21.0),  # m2, 3 % (study, B6, assumed); a fit to the landing time undoes it
    "bank angle": _knob("bank", np.radians(2.0)),  # 54 to 58 degrees fit twelve returns (study, B2, B3)
}


@dataclass(frozen=True, slots=True)
class _Flown:
    """What a flight gives: its landing (east, north in m, time in s), its events, its channels on a grid."""

    landing: Floats
    events: Mapping[str, float]
    channels: Mapping[str, Floats]


def with_sigma(mission: Mission, flight: Trajectory, run: Run, orbit: Callable[[float], Point]) -> Trajectory:
    """The flight with a one-sigma on every modelled event (s) and, from ignition on, on every channel (SI)."""
    assert flight.solution is not None
    inside = flight.t >= flight.solution.ignition
    grid = flight.t[inside]
    base = _fly(run, orbit, grid)
    knobs, rows = turned_by(flight.solution)
    turned = [_difference(_fly(_knob(name, STEPS[name])(run), orbit, grid), base, STEPS[name]) for name in knobs]
    moves = [_difference(_fly(change(run), orbit, grid), base, 1.0) for change in INPUTS.values()]
    moves += [_pinned(base, offset) for offset in _pins(mission)]
    left = [_corrected(move, turned, rows) for move in moves]
    events = {name: _root_sum([move.events[name] for move in left]) for name in base.events}
    return replace(
        flight,
        events=tuple(replace(e, sigma=events.get(e.id)) if e.modelled else e for e in flight.events),
        sigma={
            name: _whole(flight, inside, name, [move.channels[name] for move in left], (base.events, events))
            for name in base.channels
        },
    )


def turned_by(solution: Solution) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The knobs that a mode turns, and what they meet: 0 and 1 the landing's place, 2 its time."""
    if solution.mode == Mode.FITTED:
        return (tuple(STEPS), (0, 1, 2)) if solution.lift_lost is None else (("main_drag_area",), (2,))
    return (("ignition", "reversal"), (0, 1)) if solution.mode == Mode.PREDICTED else ((), ())


def _root_sum(values: list[float]) -> float:
    return float(np.sqrt(np.sum(np.square(values))))


def _pins(mission: Mission) -> list[Floats]:
    """One sigma of each thing the fit is pinned to: the landing's place, its time, and the orbit."""
    report = next(e for e in mission.events if e.id == "touchdown").reports[0]
    late = (
        2.0 if report.precision <= 1 else report.precision / np.sqrt(12)
    )  # s; reports to the second differ by 1 to 3 s
    place = [np.array([LANDING_SIGMA, 0.0, 0.0]), np.array([0.0, LANDING_SIGMA, 0.0])]
    return [*place, np.array([0.0, 0.0, late]), np.array([ORBIT_SIGMA, 0.0, 0.0])]


def _fly(run: Run, orbit: Callable[[float], Point], grid: Floats) -> _Flown:
    descent = descend(run, orbit)
    ground = landed.fly(run, descent.touchdown)[:1]
    samples = sampling.sample(run, (*descent.arcs, *ground), ())
    values = sampling.channels(run, samples)
    return _Flown(
        np.array([*miss(descent), descent.touchdown.t - landing_time(run.mission)]),
        _events(descent, samples.t, values),
        {name: np.interp(grid, samples.t, values[name]) for name in CHANNELS if name != "sunlit"},
    )


def _events(descent: Descent, t: Floats, values: Mapping[str, Floats]) -> dict[str, float]:
    found = {name: time for arc in descent.arcs for name, time in arc.events.items()}
    return found | sampling.peaks(t, values, found, refined=True)


def _difference(one: _Flown, other: _Flown, step: float) -> _Flown:
    """Difference per unit step."""
    return _Flown(
        (one.landing - other.landing) / step,
        {name: (one.events[name] - t) / step for name, t in other.events.items()},
        {name: _turns(name, one.channels[name] - values) / step for name, values in other.channels.items()},
    )


def _turns(name: str, difference: Floats) -> Floats:
    """A difference of longitudes without whole turns."""
    return (difference + np.pi) % (2 * np.pi) - np.pi if name in WRAPPED else difference


def _pinned(base: _Flown, offset: Floats) -> _Flown:
    """A move of the target itself: nothing in the flight differs before the knobs follow it."""
    return _Flown(-offset, dict.fromkeys(base.events, 0.0), {n: np.zeros_like(v) for n, v in base.channels.items()})


def _corrected(move: _Flown, turned: list[_Flown], rows: tuple[int, ...]) -> _Flown:
    """What is left of a move once the fit's knobs have brought the landing back."""
    if not turned:
        return move
    kept = list(rows)
    jacobian = np.column_stack([derivative.landing[kept] for derivative in turned])
    amounts = np.linalg.solve(jacobian, -move.landing[kept]).tolist()
    pairs = list(zip(amounts, turned, strict=True))
    return _Flown(
        np.zeros(3),
        {name: t + sum(a * d.events[name] for a, d in pairs) for name, t in move.events.items()},
        {name: v + sum(a * d.channels[name] for a, d in pairs) for name, v in move.channels.items()},
    )


def _whole(
    flight: Trajectory,
    inside: np.ndarray,
    channel: str,
    shares: list[Floats],
    events: tuple[Mapping[str, float], Mapping[str, float]],
) -> Floats:
    """The root sum of squares on the flight's whole grid; not a number before ignition and close to jumps."""
    whole = np.full(len(flight.t), np.nan)
    whole[inside] = np.sqrt(np.sum(np.square(shares), axis=0))
    whole = without_jumps(flight.t, channel, whole, *events)
    whole.flags.writeable = False
    return whole
