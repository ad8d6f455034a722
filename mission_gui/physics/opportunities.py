"""Every ignition of a day from which a landing zone can be reached."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import numpy as np

from mission_gui.domain.errors import TrajectoryError
from mission_gui.domain.facts import GeoPoint
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Floats
from mission_gui.physics import earth, sun
from mission_gui.physics.arc import Point
from mission_gui.physics.elements import StationOrbit
from mission_gui.physics.run import Run, StationPath
from mission_gui.physics.solve import Descent, Fit, first_guess, miss
from mission_gui.physics.timescale import rotation

_STEP = 20.0  # s; the ground track moves 150 km
_PASSES_WITHIN = 600e3  # m; further off no bank angle reaches
_PASS_AFTER_IGNITION = 2130.0  # s from ignition to the station's passing the zone, a first guess
REACHED = 1e3  # m


@dataclass(frozen=True, slots=True)
class Opportunity:
    """An ignition that reaches the zone.

    `cross_range`: how far the station's ground track passes from the zone, m. `sun_elevation` at the landing, rad.
    `orbit`: the station's orbit number, counted on from its element set.
    """

    ignition: datetime
    landing: datetime
    cross_range: float
    sun_elevation: float
    orbit: int


def opportunities(mission: Mission, zone: GeoPoint, day: date) -> tuple[Opportunity, ...]:
    """All ignitions with their landing on a UTC day, in order of time, by the mission's elements, vehicle and burn."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    elsewhere = replace(mission, epoch=midnight, landing=zone, aim_point=zone)
    path = StationOrbit(elsewhere)
    run = Run(
        elsewhere,
        rotation(midnight),
        StationPath(path, path.states, 0.0),
        replace(first_guess(mission), lift_lost=None),
    )
    found = (_tried(run, path, at, cross) for at, cross in passes(run, path, zone))
    return tuple(o for o in found if o is not None and 0 <= (o.landing - midnight).total_seconds() < 86400)


def passes(run: Run, path: StationOrbit, zone: GeoPoint) -> list[tuple[float, float]]:
    """When the station passes near enough to the zone, seconds after midnight, and at what distance, m."""
    t = np.arange(-3600.0, 86400.0 + 3600.0, _STEP)
    fixed = earth.to_fixed(path.states(t)[:3], run.rotation.angle(t))
    latitude, longitude, _ = earth.geodetic(fixed)
    off = earth.ground_distance(latitude, longitude, np.array(zone.latitude), np.array(zone.longitude))
    nearest = np.flatnonzero((off[1:-1] < off[:-2]) & (off[1:-1] <= off[2:]) & (off[1:-1] < _PASSES_WITHIN)) + 1
    return [(float(t[i]), float(off[i])) for i in nearest]


def _tried(run: Run, path: StationOrbit, at: float, cross: float) -> Opportunity | None:
    """The opportunity of one pass; None where no bank reaches the zone."""

    def orbit(t: float) -> Point:
        x, y, z, vx, vy, vz = path.states(np.array([t]))[:, 0].tolist()
        return Point(t, (x, y, z, vx, vy, vz), run.vehicle.mass_at_ignition)

    zone = run.mission.landing
    fit = Fit(run, orbit, lambda _fraction, _phase: None)
    try:
        knobs = fit.aim(replace(run.knobs, ignition=at - _PASS_AFTER_IGNITION), zone)
        descent = fit.fly(knobs)
    except TrajectoryError:
        return None  # what would have to be flown to get there does not come down
    if float(np.linalg.norm(miss(descent, zone))) > REACHED:
        return None
    midnight = run.mission.epoch
    return Opportunity(
        midnight + timedelta(seconds=knobs.ignition),
        midnight + timedelta(seconds=descent.touchdown.t),
        cross,
        _sun_elevation(run, descent),
        path.number(knobs.ignition),
    )


def _sun_elevation(run: Run, descent: Descent) -> float:
    point = descent.touchdown
    up: Floats = np.array(point.state[:3]) / np.linalg.norm(point.state[:3])
    return float(np.arcsin(up @ sun.direction(run.rotation.days(np.array([point.t])))[:, 0]))
