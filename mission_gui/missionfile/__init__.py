"""File <-> Mission, Vehicle; the only place that knows the format.

What checks files is imported when a file is to be checked: `kept` knows those that were found sound before.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mission_gui.missionfile.library import find_mission, mission_paths, missions
    from mission_gui.missionfile.reading import check_file, read_mission, read_outline, read_vehicle

__all__ = ["check_file", "find_mission", "mission_paths", "missions", "read_mission", "read_outline", "read_vehicle"]

_HOMES = {"find_mission": "library", "mission_paths": "library", "missions": "library"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'reading')}"), name)
