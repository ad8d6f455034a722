"""Free flight: J2 to J4 and drag, until ignition."""

from mission_gui.domain.events import Phase
from mission_gui.physics.arc import Arc, Point, Shape, integrate, orbital
from mission_gui.physics.run import Run


def fly(run: Run, point: Point) -> tuple[Arc, ...]:
    """From the last departure burn to ignition."""
    area = run.vehicle.stack_drag_area
    _, states = integrate(orbital(area / point.mass), point.state, point.t, run.knobs.ignition, rtol=1e-12, atol=1e-6)
    shape = Shape(drag_area=area)
    return (Arc(Phase.FREE_FLIGHT, point.t, run.knobs.ignition, states, 10.0, point.mass, shape=shape),)
