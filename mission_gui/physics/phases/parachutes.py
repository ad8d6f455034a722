"""Parachutes: pilot, drogue, reefed and full main canopy or reserve, heat shield, soft-landing engines, touchdown."""

import numpy as np

from mission_gui.domain.errors import TrajectoryError
from mission_gui.domain.events import Phase
from mission_gui.domain.trajectory import Floats
from mission_gui.domain.vehicle import Canopy
from mission_gui.physics.arc import Arc, Point, Shape, above, atmospheric, integrate
from mission_gui.physics.earth import SIDEREAL_RATE, STANDARD_GRAVITY, altitude
from mission_gui.physics.run import Run

_OPENINGS = {"pilot": "parachutes", "main_reefed": "main_parachute", "reserve_reefed": "reserve_parachute"}
"""The event that the opening of a canopy is."""
_LONGEST = 3600.0
_LOWEST_OPENING = 100.0  # m over the ground; lower, the canopy comes too late


def fly(run: Run, point: Point) -> tuple[Arc, ...]:
    """From the parachute command to touchdown, under the main canopy or the reserve."""
    arcs: list[Arc] = []
    area, opened = 0.0, point.t
    for canopy in chain(run):
        if arcs:
            arcs.extend(_wait(run, canopy, point, area, opened))
            point = arcs[-1].last
        opened, full = point.t, drag_area(run, canopy)
        events = {_OPENINGS[canopy.id]: opened} if canopy.id in _OPENINGS else {}
        shape = Shape(canopy=(area, full, canopy.inflation))
        arcs.append(_hang(run, point, shape, opened + canopy.inflation, events))
        point, area = arcs[-1].last, full
    arcs.extend(_under_main(run, point, _open(area)))
    return tuple(arcs)


def chain(run: Run) -> tuple[Canopy, ...]:
    """The canopies in the order they open. TrajectoryError where a reserve is asked for and the vehicle has none."""
    vehicle = run.vehicle
    if not run.knobs.reserve:
        return vehicle.canopies
    if vehicle.reserve is None:
        raise TrajectoryError(f"{vehicle.id} has no reserve canopy: add [reserve] to the vehicle file")
    before = next(i for i, canopy in enumerate(vehicle.canopies) if canopy.id == vehicle.reserve.after)
    return (*vehicle.canopies[: before + 1], *vehicle.reserve.canopies)


def drag_area(run: Run, canopy: Canopy) -> float:
    """A canopy's drag area, m2; that of the last one is the knob, the reserve's in proportion to the main canopy's."""
    main = run.vehicle.canopies[-1]
    if canopy.id == main.id:
        return run.knobs.main_drag_area
    if canopy.id == chain(run)[-1].id:
        return canopy.drag_area * run.knobs.main_drag_area / main.drag_area
    return canopy.drag_area


def _wait(run: Run, canopy: Canopy, point: Point, area: float, opened: float) -> list[Arc]:
    """Hanging on what is open until the next canopy's time or altitude."""
    if canopy.start_delay is not None:
        return [_hang(run, point, _open(area), opened + canopy.start_delay)]
    assert canopy.start_altitude is not None, "the checks let no canopy without an opening through"
    if altitude(*point.state[:3]) <= canopy.start_altitude:
        return []
    return [_fall(run, point, _open(area), canopy.start_altitude)]


def _open(area: float) -> Shape:
    return Shape(canopy=(area, area, 1.0))


def _under_main(run: Run, point: Point, shape: Shape) -> list[Arc]:
    """Down to the ground: the heat shield goes on the way, and engines soften the last step."""
    vehicle, ground = run.vehicle, run.mission.landing.height
    height = altitude(*point.state[:3])
    if height < ground + _LOWEST_OPENING:
        raise _crash(run)
    # A canopy that opens low sheds the shield on half the way that is left.
    level = vehicle.heat_shield_altitude if height > vehicle.heat_shield_altitude else (height + ground) / 2
    shielded = _fall(run, point, shape, level, "heat_shield")
    at = shielded.last
    lighter = Point(at.t, at.state, at.mass - vehicle.heat_shield_mass)
    hanging = _fall(run, lighter, shape, ground + vehicle.soft_landing_altitude, "soft_landing_engines")
    return [shielded, hanging, _soft_landing(run, hanging.last)]


def _fall(run: Run, point: Point, shape: Shape, level: float, event: str | None = None) -> Arc:
    equation = atmospheric(run.vehicle, shape, point.mass, point.t, _no_bank)
    end, states = integrate(equation, point.state, point.t, point.t + _LONGEST, above(level), "LSODA", 1e-9, 1e-5)
    return Arc(
        Phase.PARACHUTE, point.t, end, states, 1.0, point.mass, shape=shape, events={event: end} if event else {}
    )


def _hang(run: Run, point: Point, shape: Shape, end: float, events: dict[str, float] | None = None) -> Arc:
    equation = atmospheric(run.vehicle, shape, point.mass, point.t, _no_bank)
    ground = above(run.mission.landing.height)
    reached, states = integrate(equation, point.state, point.t, end, ground, "LSODA", 1e-9, 1e-5)
    if reached < end:
        raise _crash(run)
    return Arc(Phase.PARACHUTE, point.t, end, states, 0.5, point.mass, shape=shape, events=events or {})


def _crash(run: Run) -> TrajectoryError:
    return TrajectoryError(
        f"{run.mission.id}: the descent module reaches the ground before its main canopy is open; "
        "check landing.height, descent.bank and descent.ballistic_below"
    )


def _no_bank(_t: float) -> float:
    return 0.0


def _soft_landing(run: Run, point: Point) -> Arc:
    """Even braking over the last metre from the canopy's speed to the touchdown speed, in closed form."""
    x, y, z, vx, vy, vz = point.state
    place = np.array([x, y, z])
    up = place / np.linalg.norm(place)
    carried = np.array([-SIDEREAL_RATE * y, SIDEREAL_RATE * x, 0.0])
    sinking = -float(np.dot(np.array([vx, vy, vz]) - carried, up))
    height, final = run.vehicle.soft_landing_altitude, run.vehicle.soft_landing_speed
    seconds = 2 * height / (sinking + final)
    braking = (sinking - final) / seconds

    def states(t: Floats) -> Floats:
        s = np.asarray(t) - point.t
        fallen = sinking * s - 0.5 * braking * s * s
        position = place[:, None] + np.outer(carried, s) - np.outer(up, fallen)
        return np.concatenate([position, carried[:, None] - np.outer(up, sinking - braking * s)])

    end = point.t + seconds
    thrust = point.mass * (STANDARD_GRAVITY + braking)
    return Arc(
        Phase.PARACHUTE,
        point.t,
        end,
        states,
        0.1,
        point.mass,
        thrust=thrust,
        shape=Shape(0.0),
        events={"touchdown": end},
    )
