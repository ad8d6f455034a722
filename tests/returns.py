"""Real returns beside MS-19, read and flown once for all tests that compare them."""

from functools import cache

from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.missionfile import find_mission, read_mission
from mission_gui.physics.comparison import Comparison, compare
from mission_gui.physics.propagate import propagate
from tests import ms19


@cache
def flown(name: str) -> tuple[Mission, Trajectory]:
    if name == "soyuz-ms-19":
        return ms19.mission(), ms19.trajectory()
    mission = read_mission(find_mission(name))
    return mission, propagate(mission, lambda _fraction, _phase: None)


@cache
def ballistic(align: str = "touchdown") -> Comparison:
    """MS-19, which flew on its lift, and TMA-11, which fell."""
    return compare([flown("soyuz-ms-19"), flown("soyuz-tma-11")], align)
