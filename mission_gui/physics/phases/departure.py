"""Departure and flyaround: springs and small burns by a table, each flown, with free flight between them."""

from dataclasses import replace
from functools import partial

import numpy as np

from mission_gui.domain.events import Phase
from mission_gui.domain.mission import RelativeBurn, Turn, Withdrawal
from mission_gui.domain.trajectory import Floats
from mission_gui.physics import relative
from mission_gui.physics.arc import Arc, Point, Shape, State, Vector, integrate, orbital
from mission_gui.physics.phases.docked import beside, port_axis, port_place
from mission_gui.physics.run import Run

STARTS = {Phase.FLYAROUND: "flyaround_start", Phase.FREE_FLIGHT: "separation_burn"}
"""The event that the first burn of a phase stands for."""

_STEP = 2.0
_RTOL, _ATOL = 1e-12, 1e-6  # relative positions of centimetres against 6,800 km


def fly(run: Run, point: Point) -> tuple[Arc, ...]:
    """From undocking to the end of the last burn of the mission's departure table."""
    burns = run.mission.departure.burns
    arcs: list[Arc] = []
    for burn, following in zip(burns, (*burns[1:], None), strict=True):
        before = arcs[-1].phase if arcs else None
        event = STARTS.get(Phase(burn.phase)) if before is not Phase(burn.phase) else None
        arcs.append(replace(_burn(run, burn, point), events={event: point.t} if event else {}))
        point = arcs[-1].last
        if following is not None and following.at > point.t:
            arcs.append(_between(run, burn, point, following.at))
            point = arcs[-1].last
    return tuple(arcs)


def _burn(run: Run, burn: RelativeBurn, point: Point) -> Arc:
    change = burn_vector(run, burn, point)
    phase = Phase(burn.phase)
    if burn.duration <= 0:
        x, y, z, vx, vy, vz = point.state
        dx, dy, dz = change
        kicked: State = (x, y, z, vx + dx, vy + dy, vz + dz)
        return replace(_coast(run, phase, Point(point.t, kicked, point.mass), point.t + 1.0), delta_v=change)
    return _coast(run, phase, point, point.t + burn.duration, change)


def _between(run: Run, burn: RelativeBurn, point: Point, end: float) -> Arc:
    phase = Phase(burn.phase)
    if not burn.hold:
        return _coast(run, phase, point, end)
    v, h, r = place_of(run, point)[0].tolist()
    return Arc(phase, point.t, end, partial(beside, run, (v, h, r)), _STEP, point.mass, shape=_shape(run))


def _coast(run: Run, phase: Phase, point: Point, end: float, change: Vector = (0.0, 0.0, 0.0)) -> Arc:
    """Free flight, or a burn that spreads a change of velocity (inertial, m/s) evenly over the arc."""
    length = end - point.t
    push = (change[0] / length, change[1] / length, change[2] / length)
    equation = orbital(run.vehicle.stack_drag_area / point.mass, push)
    _, states = integrate(equation, point.state, point.t, end, rtol=_RTOL, atol=_ATOL)
    thrust = point.mass * float(np.linalg.norm(push))
    return Arc(phase, point.t, end, states, _STEP, point.mass, thrust=thrust, delta_v=change, shape=_shape(run))


def _shape(run: Run) -> Shape:
    return Shape(drag_area=run.vehicle.stack_drag_area)


def burn_vector(run: Run, burn: RelativeBurn, point: Point) -> Vector:
    """The inertial change of velocity of a burn: as given, to a stop, or to the end of its leg."""
    place, drift, frame, rate = _relative_state(run, point)
    wanted = np.array(burn.delta_v) + burn.along_port * np.array(port_axis(run))
    if burn.null:
        wanted = -drift
    elif burn.leg is not None:
        wanted = _leg_change(rate, place, drift, burn.duration, _target(run, burn.leg, place), burn.leg.seconds)
    dx, dy, dz = relative.inertial(frame, wanted[:, None])[:, 0].tolist()
    return dx, dy, dz


def _target(run: Run, leg: Turn | Withdrawal, place: Floats) -> Floats:
    """Where a leg that begins at a place ends (3,), m in the station's local frame."""
    if isinstance(leg, Turn):
        return relative.turned(place, leg.axis, leg.angle)
    return np.array(port_place(run)) + leg.distance * np.array(port_axis(run))


def _leg_change(rate: float, place: Floats, drift: Floats, duration: float, target: Floats, seconds: float) -> Floats:
    """The change that leads to the target in time, as if it came all at the middle of the burn."""
    rr, rv, vr, vv = relative.clohessy_wiltshire(rate, duration / 2)
    middle, passing = rr @ place + rv @ drift, vr @ place + vv @ drift
    return relative.velocity_to_reach(rate, middle, target, seconds - duration / 2) - passing


def place_of(run: Run, point: Point) -> tuple[Floats, Floats]:
    """Place and velocity (3,) in the station's local frame."""
    place, drift, _, _ = _relative_state(run, point)
    return place, drift


def _relative_state(run: Run, point: Point) -> tuple[Floats, Floats, Floats, float]:
    station = run.station.states(np.array([point.t]))
    position, velocity = station[:3], station[3:]
    frame = relative.axes(position, velocity)
    state = np.array(point.state)[:, None]
    offset = state[:3] - position
    turn = relative.turn_rate(position, velocity)
    drift = state[3:] - velocity - np.cross(turn, offset, axis=0)
    rate = float(np.linalg.norm(turn))
    return relative.local(frame, offset)[:, 0], relative.local(frame, drift)[:, 0], frame, rate
