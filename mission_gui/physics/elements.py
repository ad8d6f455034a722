"""The station's orbit from its published elements: SGP4, by Skyfield's own copy of the standard code."""

from datetime import timedelta

import numpy as np
from skyfield.api import EarthSatellite

from mission_gui.domain.errors import TrajectoryError
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Floats
from mission_gui.physics.timescale import timescale

_AIR_AT_120_KM = 0.15696615  # kg/(m2 Earth radius), the reference density inside B* (Hoots and Roehrich 1980)


class StationOrbit:
    """SGP4 states of the station at mission times, TEME of date, m and m/s."""

    def __init__(self, mission: Mission) -> None:
        elements = mission.elements
        self.model = EarthSatellite(elements.line1, elements.line2, "ISS", timescale()).model
        self.day, self.fraction = _julian_utc(mission)

    @property
    def drag_per_mass(self) -> float:
        """Drag area times drag coefficient over mass, m2/kg, as the element set's B* implies."""
        return float(2 * self.model.bstar / _AIR_AT_120_KM)

    def number(self, t: float) -> int:
        """The orbit number at a mission time: the element set's own, counted on at each ascending node."""
        since_epoch = (self.day - self.model.jdsatepoch) + (self.fraction + t / 86400 - self.model.jdsatepochF)
        turned = self.model.no_kozai * since_epoch * 1440 + self.model.mo + self.model.argpo
        return int(self.model.revnum + turned // (2 * np.pi) - (self.model.mo + self.model.argpo) // (2 * np.pi))

    def states(self, t: Floats) -> Floats:
        """States (6, n) at mission seconds (n,); TrajectoryError where SGP4 gives up."""
        days = self.fraction + t / 86400
        errors, position, velocity = self.model.sgp4_array(np.full(len(t), self.day), days)
        if errors.any():
            raise TrajectoryError("the station's orbital elements cannot be propagated: check elements.line1 and line2")
        return np.concatenate([position.T, velocity.T]) * 1e3


def _julian_utc(mission: Mission) -> tuple[float, float]:
    midnight = mission.epoch.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight.toordinal() + 1721424.5, (mission.epoch - midnight) / timedelta(days=1)
