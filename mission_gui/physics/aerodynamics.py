"""Drag, lift and heating of the descent module."""

from bisect import bisect_right

import numpy as np

from mission_gui.domain.trajectory import Floats
from mission_gui.domain.vehicle import Vehicle

SUTTON_GRAVES = 1.7415e-4  # kg^0.5/m, NASA TR R-376, Earth


def coefficients(vehicle: Vehicle, mach: float) -> tuple[float, float]:
    """Drag coefficient and lift-to-drag ratio at a Mach number; held beyond the table's ends."""
    table = vehicle.mach
    i = bisect_right(table, mach)
    if i == 0:
        return vehicle.drag_coefficient[0], vehicle.lift_to_drag[0]
    if i == len(table):
        return vehicle.drag_coefficient[-1], vehicle.lift_to_drag[-1]
    s = (mach - table[i - 1]) / (table[i] - table[i - 1])
    cd, ld = vehicle.drag_coefficient, vehicle.lift_to_drag
    return cd[i - 1] + s * (cd[i] - cd[i - 1]), ld[i - 1] + s * (ld[i] - ld[i - 1])


def coefficient_arrays(vehicle: Vehicle, mach: Floats) -> tuple[Floats, Floats]:
    """The same for Mach numbers (n,)."""
    table = np.array(vehicle.mach)
    return np.interp(mach, table, vehicle.drag_coefficient), np.interp(mach, table, vehicle.lift_to_drag)


def stagnation_heating(density: Floats, speed: Floats, nose_radius: float) -> Floats:
    """Convective cold-wall heat flux at the stagnation point, W/m2 (Sutton and Graves, NASA TR R-376)."""
    return SUTTON_GRAVES * np.sqrt(density / nose_radius) * speed**3
