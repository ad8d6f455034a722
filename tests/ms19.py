"""The real MS-19, read and flown once for all tests that need it."""

from functools import cache

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.missionfile import find_mission, read_mission
from mission_gui.physics.propagate import propagate


@cache
def mission() -> Mission:
    return read_mission(find_mission("soyuz-ms-19"))


@cache
def trajectory() -> Trajectory:
    return propagate(mission(), lambda _fraction, _phase: None)


def value(channel: str, t: float) -> float:
    """A channel of the flight at mission time `t`, SI."""
    from mission_gui.domain.frame import sample

    return sample(trajectory().t, trajectory().channels[channel], t)


def time_of(event_id: str) -> float:
    """Mission time of an event of the flight."""
    event = next(event for event in trajectory().events if event.id == event_id)
    assert event.time is not None
    return mission().seconds(event.time)


@cache
def alternatives() -> Alternatives:
    from mission_gui.session.alternatives import alternatives as found

    return found(mission(), trajectory(), use_cache=False)
