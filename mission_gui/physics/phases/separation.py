"""Module separation: the orbital and the service module fly on by themselves until they break up.

They leave together with the descent module: the pushes between them, a few tenths of a metre per second, are not
published and are left out. Neither lifts. Their way ends at 60 km, where nothing of one piece can be assumed.
"""

import numpy as np

from mission_gui.domain.errors import TrajectoryError
from mission_gui.domain.trajectory import SeparatedModule
from mission_gui.domain.vehicle import Module
from mission_gui.physics import earth
from mission_gui.physics.arc import Point, above, integrate, orbital
from mission_gui.physics.run import Run

END = 60e3  # m
_STEP = 5.0
_LONGEST = 3600.0


def fly(run: Run, point: Point) -> tuple[SeparatedModule, ...]:
    """The tracks of the vehicle's other modules from the point of separation."""
    return tuple(_track(run, module, point) for module in run.vehicle.modules)


def _track(run: Run, module: Module, point: Point) -> SeparatedModule:
    equation = orbital(module.drag_area / module.mass)
    end, states = integrate(equation, point.state, point.t, point.t + _LONGEST, above(END))
    if end >= point.t + _LONGEST:
        raise TrajectoryError(f"the {module.name} does not come below {END / 1e3:.0f} km: check its mass and drag_area")
    t = np.linspace(point.t, end, int((end - point.t) / _STEP) + 2)
    fixed = earth.to_fixed(states(t)[:3], run.rotation.angle(t))
    latitude, longitude, altitude = earth.geodetic(fixed)
    arrays = (t, latitude, np.unwrap(longitude), altitude)
    for array in arrays:
        array.flags.writeable = False
    return SeparatedModule(module.id, module.name, *arrays)
