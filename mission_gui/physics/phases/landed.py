"""On the ground: the descent module turns with the Earth."""

import numpy as np

from mission_gui.domain.events import Phase
from mission_gui.domain.trajectory import Floats
from mission_gui.physics.arc import Arc, Point, Shape
from mission_gui.physics.earth import SIDEREAL_RATE, to_fixed, to_inertial
from mission_gui.physics.run import Run


def fly(run: Run, point: Point) -> tuple[Arc, ...]:
    """From touchdown to the mission's end; recovery begins when the crew is out."""
    end = run.mission.seconds(run.mission.end)
    here = to_fixed(np.array(point.state[:3])[:, None], run.rotation.angle(np.array([point.t])))

    def states(t: Floats) -> Floats:
        position = to_inertial(np.repeat(here, len(t), axis=1), run.rotation.angle(t))
        x, y, _ = position
        return np.concatenate([position, [-SIDEREAL_RATE * y, SIDEREAL_RATE * x, np.zeros(len(t))]])

    out = next((e for e in run.mission.events if e.id == "crew_out" and e.time), None)
    middle = run.mission.seconds(out.time) if out is not None and out.time is not None else end
    middle = min(max(middle, point.t + 1.0), end)
    spans = ((Phase.LANDED, point.t, middle), (Phase.RECOVERY, middle, end))
    return tuple(
        Arc(phase, first, last, states, 60.0, point.mass, shape=Shape(drag_area=0.0))
        for phase, first, last in spans
        if last > first
    )
