"""What every phase model is given: the mission, the Earth's turning, the station's path, and the knobs."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Floats
from mission_gui.domain.vehicle import Vehicle
from mission_gui.physics.arc import State, integrate, orbital
from mission_gui.physics.elements import StationOrbit
from mission_gui.physics.timescale import Rotation, rotation


class AttitudeHold(StrEnum):
    """What the engine's direction is held against during the deorbit burn."""

    INERTIAL = "inertial"
    LVLH = "lvlh"


@dataclass(frozen=True, slots=True)
class Knobs:
    """Everything a fit or a what-if may turn, beside the mission's facts.

    Ignition in mission seconds; bank reversal in seconds after the entry interface; drag area of the main canopy in
    m2; delta-v in m/s and duration in s of the deorbit burn; first bank angle in rad, positive to the right; the
    altitude in m below which lift is lost and the entry is ballistic, None where it never is. With `reserve` the main
    parachute fails, and the reserve opens, whose drag area goes with the main canopy's.
    """

    ignition: float
    reversal: float
    main_drag_area: float
    delta_v: float
    duration: float
    bank: float
    lift_lost: float | None = None
    attitude: AttitudeHold = AttitudeHold.INERTIAL
    reserve: bool = False


@dataclass(frozen=True, slots=True)
class StationPath:
    """The station's states: SGP4 while docked and after `until`, our own integration, as for the ship, between."""

    orbit: StationOrbit
    flown: Callable[[Floats], Floats]
    until: float

    def states(self, t: Floats) -> Floats:
        """States (6, n) at mission seconds (n,)."""
        own = (t >= 0) & (t <= self.until)
        states = np.empty((6, len(t)))
        states[:, own] = self.flown(t[own])
        states[:, ~own] = self.orbit.states(t[~own])
        return states


@dataclass(frozen=True, slots=True)
class Run:
    """One way to fly a mission."""

    mission: Mission
    rotation: Rotation
    station: StationPath
    knobs: Knobs

    @property
    def vehicle(self) -> Vehicle:
        """The mission's spacecraft."""
        return self.mission.vehicle


def station_path(mission: Mission, until: float) -> StationPath:
    """Integrates the station from undocking; its drag is what the element set's B* implies."""
    orbit = StationOrbit(mission)
    x, y, z, vx, vy, vz = orbit.states(np.zeros(1))[:, 0].tolist()
    state: State = (x, y, z, vx, vy, vz)
    _, flown = integrate(orbital(orbit.drag_per_mass), state, 0.0, until, rtol=1e-12, atol=1e-6)
    return StationPath(orbit, flown, until)


def run_of(mission: Mission, knobs: Knobs, until: float) -> Run:
    """The run of a mission; the station is integrated up to `until`."""
    return Run(mission, rotation(mission.epoch), station_path(mission, until), knobs)
