"""Descent coast: the whole ship falls until its modules separate."""

from mission_gui.domain.errors import TrajectoryError
from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Text
from mission_gui.physics.arc import Arc, Point, Shape, above, integrate, orbital
from mission_gui.physics.run import Run

_LONGEST = 5400.0  # an orbit: what has not come down by then stays up


def fly(run: Run, point: Point) -> tuple[Arc, ...]:
    """From burn end to the separation altitude; TrajectoryError where the ship stays in orbit."""
    area = run.vehicle.stack_drag_area
    level = run.vehicle.separation_altitude
    latest = point.t + _LONGEST
    end, states = integrate(orbital(area / point.mass), point.state, point.t, latest, above(level))
    if end >= latest:
        told = Text(
            "the burn of {change:.1f} m/s leaves the ship in orbit: it is not below {level:.0f} km an orbit later; "
            "check descent.delta_v",
            "импульс {change:.0f} м/с оставляет корабль на орбите: и через виток он не ниже {level:.0f} км; "
            "проверьте descent.delta_v",
        )
        raise TrajectoryError(told.format(change=run.knobs.delta_v, level=level / 1e3))
    shape = Shape(drag_area=area)
    return (
        Arc(
            Phase.DESCENT_COAST,
            point.t,
            end,
            states,
            10.0,
            point.mass,
            shape=shape,
            events={"module_separation": end},
        ),
    )
