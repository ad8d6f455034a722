"""File <-> Mission, Vehicle; the only place that knows the format."""

from mission_gui.missionfile.library import find_mission, mission_paths, missions
from mission_gui.missionfile.reading import check_file, read_mission, read_outline, read_vehicle

__all__ = ["check_file", "find_mission", "mission_paths", "missions", "read_mission", "read_outline", "read_vehicle"]
