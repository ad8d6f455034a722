"""The flight of a mission, with the solution of an earlier run where one is kept."""

from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.physics.propagate import Progress, preliminary, propagate
from mission_gui.session import cache

__all__ = ["fly", "preliminary", "solved_before"]


def silent(fraction: float, phase: str) -> None:
    """Progress that nobody watches."""


def fly(mission: Mission, progress: Progress = silent, use_cache: bool = True) -> Trajectory:
    """The whole flight; `use_cache` False neither reads nor keeps a solution."""
    known = cache.recall(mission) if use_cache else None
    trajectory = propagate(mission, progress, known)
    if use_cache and trajectory.solution is not None and trajectory.solution != known:
        cache.keep(mission, trajectory.solution)
    return trajectory


def solved_before(mission: Mission) -> bool:
    """Whether `fly` will be quick because the solution is kept."""
    return cache.recall(mission) is not None
