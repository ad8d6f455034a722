"""Figures of a whole flight that reports speak of: its largest load, how far from the plan it came down."""

import numpy as np

from mission_gui.domain.frame import sample
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Floats, Trajectory
from mission_gui.physics.earth import ground_distance


def crossing(flight: Trajectory, level: float) -> float:
    """When the descent passes an altitude (m), mission seconds, linear between samples."""
    assert flight.solution is not None
    descent = flight.t >= flight.solution.ignition
    t, height = flight.t[descent], flight.channels["altitude"][descent]
    i = int(np.argmax(height <= level))
    return float(np.interp(level, height[i - 1 : i + 1][::-1], t[i - 1 : i + 1][::-1]))


def peak_load(flight: Trajectory) -> float:
    """The largest load of the entry, m/s2."""
    return entry_maximum(flight, "load")


def entry_maximum(flight: Trajectory, channel: str) -> float:
    """The largest value of a channel from the entry interface to the parachutes, SI."""
    times = {event.id: event.modelled for event in flight.events if event.modelled}
    assert flight.solution is not None
    zero = times["ignition"]
    start, end = (
        flight.solution.ignition + (times[name] - zero).total_seconds() for name in ("entry_interface", "parachutes")
    )
    inside = (flight.t >= start) & (flight.t <= end)
    return float(flight.channels[channel][inside].max())


def short_of_plan(mission: Mission, flight: Trajectory) -> float:
    """How far from the aim point the flight ends, m."""
    aim = mission.aim_point
    return distance(_ground(flight, float(flight.t[-1])), (aim.latitude, aim.longitude))


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance between two places (latitude, longitude; rad), m."""
    (lat1, lon1), (lat2, lon2) = np.array(one), np.array(other)
    return float(ground_distance(lat1, lon1, lat2, lon2))


def ground_way(flight: Trajectory, start: float) -> tuple[Floats, Floats]:
    """The way over the ground from a moment to touchdown: mission times (n,), s, and the distance gone, m."""
    inside = (flight.t >= start) & (flight.t <= flight.touchdown)
    latitude, longitude = (flight.channels[name][inside] for name in ("latitude", "longitude"))
    steps = ground_distance(latitude[:-1], longitude[:-1], latitude[1:], longitude[1:])
    return flight.t[inside], np.concatenate([[0.0], np.cumsum(steps)])


def _ground(flight: Trajectory, t: float) -> tuple[float, float]:
    """The place below the ship (latitude, longitude; rad)."""
    return sample(flight.t, flight.channels["latitude"], t), sample(flight.t, flight.channels["longitude"], t)
