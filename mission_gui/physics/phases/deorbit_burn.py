"""The deorbit burn: against the flight at ignition, then held fixed in inertial space.

The inertial hold is an inference from published timelines (see docs/model.md); the other hold is there to show why.
"""

from math import exp, sqrt

from mission_gui.domain.events import Phase
from mission_gui.physics.arc import Arc, Point, Shape, integrate, thrusting
from mission_gui.physics.earth import STANDARD_GRAVITY
from mission_gui.physics.run import AttitudeHold, Run


def fly(run: Run, point: Point) -> tuple[Arc, ...]:
    """From ignition over the burn's duration; thrust and mass flow follow from delta-v and duration."""
    knobs, vehicle = run.knobs, run.vehicle
    exhaust = vehicle.specific_impulse * STANDARD_GRAVITY
    flow = propellant(point.mass, knobs.delta_v, exhaust) / knobs.duration
    *_, vx, vy, vz = point.state
    speed = sqrt(vx * vx + vy * vy + vz * vz)
    against = (-vx / speed, -vy / speed, -vz / speed)
    end = point.t + knobs.duration
    held = against if knobs.attitude is AttitudeHold.INERTIAL else None
    equation = thrusting(held, flow * exhaust, point.mass, flow, point.t, vehicle.stack_drag_area)
    _, states = integrate(equation, point.state, point.t, end)
    return (
        Arc(
            Phase.DEORBIT_BURN,
            point.t,
            end,
            states,
            1.0,
            point.mass,
            mass_flow=flow,
            thrust=flow * exhaust,
            delta_v=(
                knobs.delta_v * against[0],
                knobs.delta_v * against[1],
                knobs.delta_v * against[2],
            ),
            shape=Shape(drag_area=vehicle.stack_drag_area),
            events={"ignition": point.t, "burn_end": end},
        ),
    )


def propellant(mass: float, delta_v: float, exhaust_speed: float) -> float:
    """Propellant for a change of velocity, kg (Tsiolkovsky)."""
    return mass * (1 - exp(-delta_v / exhaust_speed))
