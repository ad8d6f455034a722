"""Entry: guided, with drag and lift by Mach number and one reversal of the bank; ballistic once lift is lost."""

from collections.abc import Callable

import numpy as np
from scipy.optimize import brentq

from mission_gui.domain.errors import TrajectoryError
from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Text
from mission_gui.domain.trajectory import Floats
from mission_gui.physics.arc import Arc, Point, Shape, above, atmospheric, integrate
from mission_gui.physics.earth import altitude
from mission_gui.physics.run import Run

_LONGEST = 3000.0
_STEADY = 1e-5  # m/s in a step; with ten times that, landings of like knobs scatter by metres
_LEVEL = 1e-6  # rad; a smaller bank has nothing to reverse
_GUIDED, _BALLISTIC = Shape(lifting=True), Shape(rolling=True)
Bank = Callable[[float], float]


def fly(run: Run, point: Point) -> tuple[Arc, ...]:
    """The descent module alone, from separation to the parachute command."""
    module = Point(point.t, point.state, run.vehicle.descent_module_mass)
    level = run.vehicle.entry_interface_altitude
    falling = _arc(run, Phase.ATMOSPHERE, module, level, _GUIDED, lambda _t: run.knobs.bank)
    arcs = [falling]
    lost = run.knobs.lift_lost
    if lost is not None and lost <= chute_altitude(run):
        lost = None  # under the parachutes nothing is left to lose
    if lost is None or lost < falling_to(arcs[-1]):
        arcs.extend(_guided(run, falling.last, chute_altitude(run) if lost is None else lost))
    if lost is not None:
        arcs.append(_arc(run, Phase.ENTRY, arcs[-1].last, chute_altitude(run), _BALLISTIC, _no_bank))
    return tuple(arcs)


def _guided(run: Run, point: Point, level: float) -> list[Arc]:
    """The stretches of the bank history, down to a level."""
    arcs: list[Arc] = []
    for end, bank in _bank_steps(run, point.t):
        arcs.append(_arc(run, Phase.ENTRY, point, level, _GUIDED, bank, end))
        point = arcs[-1].last
        if point.t < end:
            break
    return arcs


def falling_to(arc: Arc) -> float:
    """Altitude at the end of an arc, m."""
    return altitude(*arc.last.state[:3])


def _no_bank(_t: float) -> float:
    return 0.0


def chute_altitude(run: Run) -> float:
    """Altitude of the parachute command, m."""
    level = run.vehicle.canopies[0].start_altitude
    if level is None:
        raise TrajectoryError(f"the first canopy of {run.vehicle.id} needs a start altitude")
    return level


def _bank_steps(run: Run, interface: float) -> tuple[tuple[float, Bank], ...]:
    """The bank history: when each stretch ends at the latest, and its bank angle by time."""
    first = run.knobs.bank
    if abs(first) < _LEVEL:
        return ((interface + _LONGEST, _no_bank),)
    reversal = interface + run.knobs.reversal
    turned = reversal + abs(2 * first) / run.vehicle.roll_rate
    rate = -2 * first / (turned - reversal)
    return (
        (reversal, lambda _t: first),
        (turned, lambda t: first + rate * (t - reversal)),
        (interface + _LONGEST, lambda _t: -first),
    )


def _blackout(run: Run, states: Callable[[Floats], Floats], start: float, end: float) -> dict[str, float]:
    """When the published altitudes of the blackout's start and end are passed, if between these times."""

    def clearance(t: float, level: float) -> float:
        return altitude(*states(np.array([t]))[:3, 0].tolist()) - level

    levels = {"blackout_start": run.vehicle.blackout_top, "blackout_end": run.vehicle.blackout_bottom}
    return {
        event: float(brentq(clearance, start, end, args=(level,), xtol=1e-6))
        for event, level in levels.items()
        if clearance(start, level) > 0 >= clearance(end, level)
    }


def _arc(run: Run, phase: Phase, point: Point, level: float, shape: Shape, bank: Bank, end: float | None = None) -> Arc:
    latest = point.t + _LONGEST if end is None else end
    equation = atmospheric(run.vehicle, shape, point.mass, point.t, bank)
    reached, states = integrate(equation, point.state, point.t, latest, above(level), atol=_STEADY)
    if reached >= point.t + _LONGEST:
        told = Text(
            "the descent module does not come below {level:.0f} km: check descent.bank",
            "спускаемый аппарат не опускается ниже {level:.0f} км: проверьте descent.bank",
        )
        raise TrajectoryError(told.format(level=level / 1e3))
    step = 0.5 if phase is Phase.ENTRY else 1.0
    events = {"entry_interface": reached} if phase is Phase.ATMOSPHERE else _blackout(run, states, point.t, reached)
    return Arc(phase, point.t, reached, states, step, point.mass, shape=shape, bank=bank, events=events)
