"""The missions that come with the program, and how a mission is named on the command line."""

import os
from difflib import get_close_matches
from pathlib import Path

from mission_gui.domain.errors import UserError
from mission_gui.domain.mission import Mission
from mission_gui.missionfile.reading import read_mission
from mission_gui.resources import resource


def mission_paths() -> dict[str, Path]:
    """The files of the built-in missions by id, in order of id."""
    return {path.stem: path for path in sorted(resource("missions").glob("*.toml"))}


def missions() -> list[Mission]:
    """The built-in missions, in order of undocking."""
    return sorted((read_mission(path) for path in mission_paths().values()), key=lambda mission: mission.epoch)


def find_mission(text: str) -> Path:
    """The file of a built-in mission given by id, or of a path; UserError lists what there is."""
    built_in = mission_paths()
    wanted = text.strip().lower().replace(" ", "-").replace("_", "-")
    if wanted in built_in:
        return built_in[wanted]
    path = Path(os.path.expanduser(text))
    if path.is_file():
        return path
    near = get_close_matches(wanted, built_in, n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    known = ", ".join(built_in)
    raise UserError(f"no mission or file {text!r}.{hint} Missions: {known}; or give the path of a mission file")
