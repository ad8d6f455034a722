"""What all samples of a mission share, and the flight of a chunk of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from mission_gui.domain.errors import TrajectoryError
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Floats, Trajectory
from mission_gui.physics import earth
from mission_gui.physics.arc import Arc, Point, State, integrate, orbital, thrusting
from mission_gui.physics.dispersion import canopy, entry, errors, motion
from mission_gui.physics.dispersion.canopy import Canopies
from mission_gui.physics.dispersion.errors import ErrorModel, Errors
from mission_gui.physics.dispersion.guidance import Autopilot, Reference, rolling_below
from mission_gui.physics.dispersion.motion import Module
from mission_gui.physics.dispersion.reference import reference_of
from mission_gui.physics.phases import deorbit_burn
from mission_gui.physics.phases.entry import chute_altitude
from mission_gui.physics.run import Run, run_of
from mission_gui.physics.solve import Descent, descend, first_guess
from mission_gui.physics.timescale import Rotation

CHUNK = 1000  # samples flown together
_DELTA_V, _ANGLE = 0.1, 1e-3  # m/s and rad; the changes of the burn for its sensitivities
_UNUSED_STATION = 1.0  # s; the descent needs no station


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """All that a chunk of samples needs.

    `start` is the mission time and state (6, 1) at module separation; `by_burn` (6, 3) its change with delta-v (per
    m/s), pitch and yaw (per rad) of the burn. Below `lift_lost`, m, the entry is ballistic; None: it is guided.
    `aim` is the nominal landing: latitude, longitude and heading, rad.
    """

    module: Module
    canopies: Canopies
    model: ErrorModel
    rotation: Rotation
    reference: Reference
    start: tuple[float, Floats]
    by_burn: Floats
    level: float
    lift_lost: float | None
    aim: tuple[float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Landings:
    """Landings of n samples: latitude and longitude, rad; along and to the right of the nominal heading from the
    nominal landing, m; largest load, m/s2; mission times of the parachute command and of touchdown, s."""

    latitude: Floats
    longitude: Floats
    along: Floats
    cross: Floats
    peak_load: Floats
    chute_time: Floats
    landing_time: Floats


def problem_of(mission: Mission, flight: Trajectory, model: ErrorModel, ballistic: bool = False) -> Problem:
    """The problem of a mission's fitted flight; `ballistic` asks for a counterfactual one without lift from the entry
    interface on, where the flight did not lose it anyway. TrajectoryError where the descent is not solved."""
    nominal, ignition = _nominal(mission, flight)
    run = nominal.run
    vehicle = mission.vehicle
    separation = next(arc.end for arc in nominal.arcs if "module_separation" in arc.events)
    state = np.array(next(arc for arc in nominal.arcs if arc.start == separation).at(separation).state)
    interface = next(arc.at(arc.events["entry_interface"]) for arc in nominal.arcs if "entry_interface" in arc.events)
    entered, touchdown = (_fixed(run, point) for point in (interface, nominal.touchdown))
    module = motion.module_of(vehicle)
    level = chute_altitude(run)
    start = (separation, state[:, None])
    return Problem(
        module,
        canopy.canopies_of(nominal, touchdown[0]),
        model,
        run.rotation,
        reference_of(module, model, run.rotation, start, level, _bank(nominal.arcs), vehicle.roll_rate),
        start,
        _by_burn(run, ignition, separation),
        level,
        _lift_lost(mission, flight, ballistic),
        (*touchdown, earth.arrival_heading(entered, touchdown)),
    )


def _lift_lost(mission: Mission, flight: Trajectory, ballistic: bool) -> float | None:
    flown = flight.solution.lift_lost if flight.solution else None
    return flown or (mission.vehicle.entry_interface_altitude if ballistic else None)


def _nominal(mission: Mission, flight: Trajectory) -> tuple[Descent, Point]:
    """The guided descent of a flight's solution, and the ship at ignition."""
    solution = flight.solution
    if solution is None:
        raise TrajectoryError(f"the descent of {mission.id} is not solved, so there is nothing to disperse")
    at = int(np.argmin(np.abs(flight.t - solution.ignition)))
    state: State = tuple(np.concatenate([flight.position[:, at], flight.velocity[:, at]]).tolist())
    ignition = Point(solution.ignition, state, mission.vehicle.mass_at_ignition)
    knobs = replace(
        first_guess(mission),
        ignition=solution.ignition,
        reversal=solution.reversal,
        main_drag_area=solution.main_drag_area,
    )
    return descend(run_of(mission, knobs, _UNUSED_STATION), lambda _t: ignition), ignition


def _bank(arcs: tuple[Arc, ...]) -> Callable[[float], float]:
    """The nominal bank history, rad by mission time."""
    banked = [arc for arc in arcs if arc.bank is not None]

    def bank(t: float) -> float:
        arc = next((arc for arc in banked if t < arc.end), banked[-1])
        return arc.bank(t) if arc.bank else 0.0

    return bank


def _fixed(run: Run, point: Point) -> tuple[float, float]:
    """Latitude and longitude of a point, rad."""
    place = earth.to_fixed(np.array(point.state[:3])[:, None], run.rotation.angle(np.array([point.t])))
    latitude, longitude, _ = earth.geodetic(place)
    return float(latitude[0]), float(longitude[0])


def _level(vector: Floats, latitude: Floats, right_ascension: Floats) -> Floats:
    """Inertial vectors (3, n) as east, north, up of places."""
    ahead, east, z = earth.to_fixed(vector, right_ascension)
    s, c = np.sin(latitude), np.cos(latitude)
    return np.array([east, c * z - s * ahead, c * ahead + s * z])


def _by_burn(run: Run, ignition: Point, separation: float) -> Floats:
    """Change of the state at separation, (6, 3), with delta-v, pitch and yaw of the burn, by central differences."""
    columns = []
    for size, change in ((_DELTA_V, (1, 0, 0)), (_ANGLE, (0, 1, 0)), (_ANGLE, (0, 0, 1))):
        more, less = (
            _separated(run, ignition, separation, *(sign * size * part for part in change)) for sign in (1, -1)
        )
        columns.append((more - less) / (2 * size))
    return np.array(columns).T


def _separated(run: Run, ignition: Point, separation: float, delta_v: float, pitch: float, yaw: float) -> Floats:
    """The state (6,) at the nominal time of separation after a burn that is off: m/s, rad up, rad to the left."""
    knobs, area = run.knobs, run.vehicle.stack_drag_area
    exhaust = run.vehicle.specific_impulse * earth.STANDARD_GRAVITY
    flow = deorbit_burn.propellant(ignition.mass, knobs.delta_v + delta_v, exhaust) / knobs.duration
    back, up, left = _burn_axes(ignition.state)
    x, y, z = (back + np.tan(pitch) * up + np.tan(yaw) * left).tolist()
    length = float(np.sqrt(x * x + y * y + z * z))
    burning = thrusting((x / length, y / length, z / length), flow * exhaust, ignition.mass, flow, ignition.t, area)
    cutoff = ignition.t + knobs.duration
    _, burned = integrate(burning, ignition.state, ignition.t, cutoff)
    after: State = tuple(burned(np.array([cutoff]))[:, 0].tolist())
    mass = ignition.mass - flow * knobs.duration
    _, falling = integrate(orbital(area / mass), after, cutoff, separation)
    return falling(np.array([separation]))[:, 0]


def _burn_axes(state: State) -> tuple[Floats, Floats, Floats]:
    """Unit vectors against the flight, away from the Earth and to the left."""
    position, velocity = np.array(state[:3]), np.array(state[3:])
    back = -velocity / np.linalg.norm(velocity)
    left = np.cross(position, velocity)
    left = left / np.linalg.norm(left)
    return back, np.cross(left, back) * -1.0, left


def fly_chunk(problem: Problem, seed: int, chunk: int, size: int) -> Landings:
    """The first `size` samples of a chunk."""
    return fly_samples(problem, errors.draw(problem.model, seed, chunk, size, CHUNK))


def fly_samples(problem: Problem, sample: Errors, steps: int = 1) -> Landings:
    """Samples with the given errors; `steps` of the integration in one second."""
    size = len(sample.mass)
    t, nominal = problem.start
    burn = problem.by_burn
    off = burn[:, :1] * sample.delta_v + burn[:, 1:2] * sample.pitch + burn[:, 2:] * sample.yaw
    steer = (
        Autopilot(problem.reference, size)
        if problem.lift_lost is None
        else rolling_below(problem.lift_lost, problem.reference.bank)
    )
    arrival = entry.fly(problem.module, problem.model, sample, (t, nominal + off), problem.level, steer, steps)
    angle = problem.rotation.angle(arrival.t)
    latitude, longitude, height = earth.geodetic(earth.to_fixed(arrival.state[:3], angle))
    velocity = _level(motion.air_velocity(arrival.state), latitude, longitude + angle)
    fall = canopy.Fall(problem.module, problem.canopies, problem.model, sample)
    seconds, way = canopy.land(fall, height, velocity)
    latitude, longitude = _moved(latitude, longitude, way)
    along, cross = _from_aim(problem.aim, latitude, longitude)
    return Landings(latitude, longitude, along, cross, arrival.peak_load, arrival.t, arrival.t + seconds)


def _moved(latitude: Floats, longitude: Floats, way: Floats) -> tuple[Floats, Floats]:
    """Places some kilometres to the east and north on the ellipsoid; longitude within half a turn."""
    w2 = 1 - earth.E2 * np.sin(latitude) ** 2
    normal = earth.SEMI_MAJOR_AXIS / np.sqrt(w2)
    further = longitude + way[0] / (normal * np.cos(latitude))
    return latitude + way[1] * w2 / (normal * (1 - earth.E2)), (further + np.pi) % (2 * np.pi) - np.pi


def _from_aim(aim: tuple[float, float, float], latitude: Floats, longitude: Floats) -> tuple[Floats, Floats]:
    """Distance along the great circle of the aim's heading and to the right of it, m, on the mean sphere."""
    there, turn = aim[0], longitude - aim[1]
    east = np.cos(latitude) * np.sin(turn)
    north = np.cos(there) * np.sin(latitude) - np.sin(there) * np.cos(latitude) * np.cos(turn)
    up = np.sin(there) * np.sin(latitude) + np.cos(there) * np.cos(latitude) * np.cos(turn)
    s, c = np.sin(aim[2]), np.cos(aim[2])
    return earth.MEAN_RADIUS * np.arctan2(east * s + north * c, up), earth.MEAN_RADIUS * np.arcsin(east * c - north * s)
