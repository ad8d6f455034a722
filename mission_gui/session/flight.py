"""The flight of a mission, kept from an earlier run where there was one.

Physics and SciPy take longer to import than a kept flight takes to read, so they are imported only where they are used.
"""

from collections.abc import Callable

from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.session import cache


def silent(fraction: float, phase: str) -> None:
    """Progress that nobody watches."""


def fly(mission: Mission, progress: Callable[[float, str], None] = silent, use_cache: bool = True) -> Trajectory:
    """The whole flight; `use_cache` False neither reads nor keeps one."""
    kept = cache.recall(mission) if use_cache else None
    if kept is not None:
        return kept
    trajectory = propagate(mission, progress)
    if use_cache:
        cache.keep(mission, trajectory)
    return trajectory


def propagate(mission: Mission, progress: Callable[[float, str], None]) -> Trajectory:
    """The whole flight, computed."""
    from mission_gui.physics import propagate as physics

    return physics.propagate(mission, progress, sigma=True)


def preliminary(mission: Mission) -> Trajectory:
    """The flight up to ignition, computed, while the descent is not solved."""
    from mission_gui.physics import propagate as physics

    return physics.preliminary(mission)
