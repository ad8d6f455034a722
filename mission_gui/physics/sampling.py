"""From arcs to arrays: the grid of samples and the channels on it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from mission_gui.domain.events import Phase
from mission_gui.domain.trajectory import Floats
from mission_gui.physics import aerodynamics, atmosphere, earth, orbit, relative, sun
from mission_gui.physics.arc import Arc
from mission_gui.physics.run import Run

_BESIDE = 1e-3  # s; the sample on the far side of a jump
_GROUND = (Phase.LANDED, Phase.RECOVERY)


@dataclass(frozen=True, slots=True)
class Samples:
    """The flight on its grid: times (n,), states (6, n) of ship and station, and what acts on the ship (n,)."""

    t: Floats
    ship: Floats
    station: Floats
    mass: Floats
    thrust: Floats
    bank: Floats
    drag_area: Floats
    canopy: Floats
    lifting: Floats
    resting: Floats


def sample(run: Run, arcs: tuple[Arc, ...], marks: tuple[float, ...]) -> Samples:
    """Samples each arc on its own step, on its ends, and on the `marks` (mission seconds) inside it."""
    columns = [_arc_columns(arc, _grid(arc, marks, first=i == 0)) for i, arc in enumerate(arcs)]
    t, ship, *rest = (np.concatenate(parts, axis=-1) for parts in zip(*columns, strict=True))
    return Samples(t, ship, run.station.states(t), *rest)


def _grid(arc: Arc, marks: tuple[float, ...], first: bool) -> Floats:
    count = max(int(np.ceil((arc.end - arc.start) / arc.step)), 1)
    inner = [m for m in marks if arc.start < m < arc.end]
    grid = np.union1d(np.linspace(arc.start, arc.end, count + 1), inner)
    if not first:
        grid[0] = arc.start + min(_BESIDE, (arc.end - arc.start) / 2)
    kept: Floats = grid[np.concatenate([[True], np.diff(grid) > 1e-6])]
    return kept


def _arc_columns(arc: Arc, t: Floats) -> tuple[Floats, ...]:
    since = t - arc.start
    area = arc.shape.drag_area
    bank = np.array([arc.bank(float(s)) for s in t]) if arc.bank else np.zeros(len(t))
    return (
        t,
        arc.states(t),
        arc.mass - arc.mass_flow * since,
        np.full(len(t), arc.thrust),
        bank,
        np.full(len(t), np.nan if area is None else area),
        np.array([arc.shape.canopy_area(float(s)) for s in since]),
        np.full(len(t), float(arc.shape.lifting or arc.shape.rolling)),
        np.full(len(t), float(arc.phase in _GROUND)),
    )


def channels(run: Run, samples: Samples) -> dict[str, Floats]:
    """Every channel of `CHANNELS` on the grid, SI."""
    return {
        **_ground(run, samples),
        **_air(run, samples),
        **_station(samples),
        **_sun(run, samples),
        **orbit.channels(run, samples.t, samples.ship, samples.resting),
        "mass": samples.mass,
        "bank": samples.bank,
    }


def peaks(
    t: Floats, values: Mapping[str, Floats], found: Mapping[str, float], refined: bool = False
) -> dict[str, float]:
    """Events read off a finished flight: the largest load and heating of the entry, on a sample or refined between."""
    if "touchdown" not in found:
        return {}
    entry = np.flatnonzero((t >= found["entry_interface"]) & (t <= found["parachutes"]))
    top = {"peak_load": "load", "peak_heating": "heat_flux"}
    return {event: _peak(t[entry], values[channel][entry], refined) for event, channel in top.items()}


def _peak(t: Floats, values: Floats, refined: bool) -> float:
    i = int(np.argmax(values))
    if not refined or not 0 < i < len(t) - 1:
        return float(t[i])
    curve = np.polynomial.Polynomial.fit(t[i - 1 : i + 2], values[i - 1 : i + 2], 2)
    return float(curve.deriv().roots()[0])


def _ground(run: Run, samples: Samples) -> dict[str, Floats]:
    angle = run.rotation.angle(samples.t)
    latitude, longitude, altitude = earth.geodetic(earth.to_fixed(samples.ship[:3], angle))
    iss = earth.geodetic(earth.to_fixed(samples.station[:3], angle))
    return {
        "latitude": latitude,
        "longitude": np.unwrap(longitude),
        "altitude": altitude,
        "range_to_go": _range_to_go(latitude, longitude),
        "iss_latitude": iss[0],
        "iss_longitude": np.unwrap(iss[1]),
        "iss_altitude": iss[2],
    }


def _range_to_go(latitude: Floats, longitude: Floats) -> Floats:
    """Distance along the ground track still to come, m."""
    steps = earth.ground_distance(latitude[:-1], longitude[:-1], latitude[1:], longitude[1:])
    return np.concatenate([np.cumsum(steps[::-1])[::-1], [0.0]])


def _air(run: Run, samples: Samples) -> dict[str, Floats]:
    position, velocity = samples.ship[:3], samples.ship[3:]
    carried = earth.SIDEREAL_RATE * np.array([-position[1], position[0], np.zeros(len(samples.t))])
    speed = np.linalg.norm(velocity, axis=0)
    air_speed = np.linalg.norm(velocity - carried, axis=0)
    altitude = earth.geodetic(earth.to_fixed(position, run.rotation.angle(samples.t)))[2]
    density = atmosphere.density(altitude)
    mach = air_speed / atmosphere.sound_speed(altitude)
    pressure = 0.5 * density * air_speed**2
    climb = np.sum(position * velocity, axis=0) / np.linalg.norm(position, axis=0)
    return {
        "inertial_speed": speed,
        "air_speed": air_speed,
        "flight_path_angle": np.arcsin(climb / speed),
        "mach": mach,
        "dynamic_pressure": pressure,
        "heat_flux": aerodynamics.stagnation_heating(density, air_speed, run.vehicle.nose_radius),
        "load": _load(run, samples, pressure, mach),
    }


def _load(run: Run, samples: Samples, pressure: Floats, mach: Floats) -> Floats:
    """What an accelerometer aboard feels, m/s2; one g at rest on the ground."""
    cd, ld = aerodynamics.coefficient_arrays(run.vehicle, mach)
    table_area = run.vehicle.reference_area * cd
    area = np.where(np.isnan(samples.drag_area), table_area, samples.drag_area)
    drag = pressure * (area + samples.canopy)
    lift = pressure * table_area * ld * samples.lifting
    felt = (np.hypot(drag, lift) + samples.thrust) / samples.mass
    return np.where(samples.resting > 0, earth.STANDARD_GRAVITY, felt)


def _station(samples: Samples) -> dict[str, Floats]:
    position, velocity = samples.station[:3], samples.station[3:]
    away = samples.ship[:3] - position
    distance = np.linalg.norm(away, axis=0)
    v_bar, h_bar, r_bar = relative.local(relative.axes(position, velocity), away)
    closing = np.sum(away * (samples.ship[3:] - velocity), axis=0) / np.maximum(distance, 1e-9)
    return {"iss_range": distance, "iss_range_rate": closing, "v_bar": v_bar, "h_bar": h_bar, "r_bar": r_bar}


def _sun(run: Run, samples: Samples) -> dict[str, Floats]:
    direction = sun.direction(run.rotation.days(samples.t))
    fixed = earth.to_fixed(direction, run.rotation.angle(samples.t))
    return {
        "subsolar_latitude": np.arcsin(direction[2]),
        "subsolar_longitude": np.unwrap(np.arctan2(fixed[1], fixed[0])),
        "sunlit": sun.sunlit(samples.ship[:3], direction),
    }
