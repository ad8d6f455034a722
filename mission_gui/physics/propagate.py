"""From a mission to its flight."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

import numpy as np

from mission_gui.domain.errors import TrajectoryError
from mission_gui.domain.events import PhaseSpan
from mission_gui.domain.facts import Text
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Burn, SeparatedModule, Solution, Trajectory, timed_events
from mission_gui.domain.whatif import WhatIf
from mission_gui.physics import earth, relative, sampling
from mission_gui.physics.arc import Arc, Point
from mission_gui.physics.contacts import contacts
from mission_gui.physics.phases import (
    coast,
    deorbit_burn,
    departure,
    docked,
    entry,
    free_flight,
    landed,
    parachutes,
    separation,
)
from mission_gui.physics.run import Knobs, Run, run_of
from mission_gui.physics.solve import Descent, Mode, assess, descend, first_guess, landing_time, meets, solve
from mission_gui.physics.uncertainty import with_sigma

_TO_IGNITION = Text("station orbit and departure", "орбита станции и отход")
_DESCENT, _CHANNELS = Text("descent", "спуск"), Text("channels", "параметры полёта")
_UNCERTAINTY, _DONE = Text("uncertainty", "погрешности"), Text("done", "готово")

Progress = Callable[[float, str], None]
"""Told the fraction done and what is being done; raises `Cancelled` to stop the work."""

PHASES = (docked, departure, free_flight, deorbit_burn, coast, entry, parachutes, landed)
"""The phase models in the order they are flown; each has `fly(run, point) -> arcs`."""

_PAST_IGNITION = 240.0  # s of free flight kept beyond the first guess, for the search
_PAST_LANDING = 1800.0  # s the station is integrated beyond the published landing


def preliminary(mission: Mission) -> Trajectory:
    """The flight up to the planned ignition, which needs no solving; `complete` is False."""
    run, arcs = _to_ignition(mission, first_guess(mission))
    return _trajectory(run, arcs, None)


def propagate(
    mission: Mission, progress: Progress, known: Solution | None = None, mode: Mode = Mode.FITTED, sigma: bool = False
) -> Trajectory:
    """The whole flight, made to meet what the mode says.

    A `known` solution of a fit is tried first, and solved again where it does not hold.
    With `sigma`, events and channels carry their uncertainty, which takes a dozen flights more.
    Raises TrajectoryError where the mission's figures contradict each other.
    """
    progress(0.0, str(_TO_IGNITION))
    guess = first_guess(mission)
    run, arcs = _to_ignition(mission, replace(guess, ignition=guess.ignition + _PAST_IGNITION))
    run = replace(run, knobs=guess)
    orbit = arcs[-1].at
    progress(0.1, str(_DESCENT))
    solution, descent = _known_or_solved(run, orbit, progress, known, mode)
    progress(0.95, str(_CHANNELS))
    flown = (*arcs[:-1], replace(arcs[-1], end=solution.ignition), *descent.arcs)
    trajectory = _trajectory(descent.run, (*flown, *landed.fly(descent.run, descent.touchdown)), solution)
    if sigma:
        progress(0.97, str(_UNCERTAINTY))
        trajectory = with_sigma(mission, trajectory, descent.run, orbit)
    progress(1.0, str(_DONE))
    return trajectory


def what_if(mission: Mission, known: Solution, change: WhatIf) -> Trajectory:
    """The flight with those changes and nothing solved for: it lands where it lands."""
    guess = first_guess(mission)
    knobs = replace(
        guess,
        ignition=known.ignition + change.ignition,
        reversal=known.reversal,
        main_drag_area=known.main_drag_area * change.canopy,
        delta_v=guess.delta_v + change.delta_v,
        bank=guess.bank + float(np.sign(guess.bank)) * change.bank,
        lift_lost=known.lift_lost if change.lift_lost is None else change.lift_lost,
        reserve=guess.reserve or change.reserve,
    )
    _possible(mission, knobs)
    run, arcs = _to_ignition(mission, knobs)
    descent = descend(run, arcs[-1].at)
    solution = assess(descent, 1, float("nan"), Mode.OPEN)
    return _trajectory(run, (*arcs, *descent.arcs, *landed.fly(run, descent.touchdown)), solution)


def _possible(mission: Mission, knobs: Knobs) -> None:
    """Raises TrajectoryError where a change leads out of what can be flown."""
    last = max((burn.at + burn.duration for burn in mission.departure.burns), default=0.0)
    if knobs.ignition < last + 60.0:
        raise TrajectoryError(
            Text(
                "the ignition would come before the departure from the station is over: change it less",
                "включение раньше, чем закончен отход от станции: измените его меньше",
            )
        )
    if knobs.delta_v <= 0 or knobs.main_drag_area <= 0:
        raise TrajectoryError(
            Text(
                "neither the delta-v nor the canopy may shrink to nothing: change them less",
                "ни импульс, ни купол не могут исчезнуть совсем: измените их меньше",
            )
        )
    if not abs(knobs.bank) < np.pi:
        raise TrajectoryError(
            Text(
                "the bank angle must stay within 180 degrees: change it less",
                "угол крена должен быть в пределах 180 градусов: измените его меньше",
            )
        )


def _to_ignition(mission: Mission, knobs: Knobs) -> tuple[Run, tuple[Arc, ...]]:
    run = run_of(mission, knobs, max(landing_time(mission) + _PAST_LANDING, knobs.ignition))
    point = Point(run.mission.seconds(mission.start), (0.0,) * 6, mission.vehicle.mass_at_ignition)
    arcs: list[Arc] = []
    for phase in PHASES[: PHASES.index(deorbit_burn)]:
        arcs.extend(phase.fly(run, point))
        point = arcs[-1].last
    return run, tuple(arcs)


def _known_or_solved(
    run: Run, orbit: Callable[[float], Point], progress: Progress, known: Solution | None, mode: Mode
) -> tuple[Solution, Descent]:
    if known is not None:
        knobs = replace(
            run.knobs,
            ignition=known.ignition,
            reversal=known.reversal,
            main_drag_area=known.main_drag_area,
            lift_lost=known.lift_lost,
        )
        descent = descend(replace(run, knobs=knobs), orbit)
        again = assess(descent, known.evaluations, known.condition)
        if meets(again):
            return again, descent
    return solve(run, orbit, progress, mode)


def _trajectory(run: Run, arcs: tuple[Arc, ...], solution: Solution | None) -> Trajectory:
    mission = run.mission
    found = {name: t for arc in arcs for name, t in arc.events.items()}
    marks = (*(mission.seconds(e.time) for e in mission.events if e.time), *found.values())
    samples = sampling.sample(run, arcs, marks)
    channels = sampling.channels(run, samples)
    found |= sampling.peaks(samples.t, channels, found)
    silent = (found["blackout_start"], found["blackout_end"]) if "blackout_end" in found else None
    fixed = earth.to_fixed(samples.ship[:3], run.rotation.angle(samples.t))
    flying = samples.t <= found.get("touchdown", np.inf)
    for array in (samples.t, samples.ship, samples.station, *channels.values()):
        array.flags.writeable = False
    return Trajectory(
        t=samples.t,
        position=samples.ship[:3],
        velocity=samples.ship[3:],
        iss_position=samples.station[:3],
        iss_velocity=samples.station[3:],
        channels=MappingProxyType(channels),
        events=timed_events(mission, {name: mission.epoch + timedelta(seconds=t) for name, t in found.items()}),
        phases=_phases(arcs),
        burns=_burns(run, arcs),
        contacts=contacts(mission.stations, samples.t[flying], fixed[:, flying], silent),
        solution=solution,
        separated=_separated(run, arcs),
    )


def _separated(run: Run, arcs: tuple[Arc, ...]) -> tuple[SeparatedModule, ...]:
    """The modules that the descent module leaves behind; none while the descent is not flown."""
    parting = next((arc for arc in arcs if "module_separation" in arc.events), None)
    return () if parting is None else separation.fly(run, parting.last)


def _phases(arcs: tuple[Arc, ...]) -> tuple[PhaseSpan, ...]:
    spans: list[PhaseSpan] = []
    for arc in arcs:
        if spans and spans[-1].phase is arc.phase:
            spans[-1] = replace(spans[-1], end=arc.end)
        else:
            spans.append(PhaseSpan(arc.phase, arc.start, arc.end))
    return tuple(spans)


def _burns(run: Run, arcs: tuple[Arc, ...]) -> tuple[Burn, ...]:
    """The burns as flown, their change of velocity in the station's local frame at their start."""
    names = [burn.name for burn in run.mission.departure.burns]
    burns = []
    for arc in arcs:
        if not any(arc.delta_v):
            continue
        station = run.station.states(np.array([arc.start]))
        frame = relative.axes(station[:3], station[3:])
        v, h, r = relative.local(frame, np.array(arc.delta_v)[:, None])[:, 0].tolist()
        index = next((i for i, b in enumerate(run.mission.departure.burns) if abs(b.at - arc.start) < 1e-6), None)
        name = Text("Deorbit burn", "Тормозной импульс") if index is None else names[index]
        burns.append(Burn(name, arc.start, arc.end, (v, h, r)))
    return tuple(burns)
