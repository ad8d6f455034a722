"""The missions that come with the program and the user's own, and how a mission is named on the command line."""

import logging
import os
import re
from difflib import get_close_matches
from pathlib import Path

from mission_gui import settings
from mission_gui.domain.errors import UserError
from mission_gui.domain.mission import Mission
from mission_gui.files import read_plain
from mission_gui.missionfile.document import MOST_BYTES
from mission_gui.resources import resource
from mission_gui.system import system

log = logging.getLogger(__name__)

FOLDER_VARIABLE = "MISSION_GUI_MISSIONS"
"""The environment variable that names the folder of the user's own missions; it goes before the setting."""

_ID = re.compile(r"""^\s*id\s*=\s*["']([^"'\n]+)["']""", re.MULTILINE)
_MOST_TOLD = 20


def mission_paths() -> dict[str, Path]:
    """The files of the built-in missions by id, in order of id."""
    return {path.stem: path for path in files_in(resource("missions"))}


def own_folder() -> Path:
    """Where the user's own missions lie; the folder need not be there."""
    named = os.environ.get(FOLDER_VARIABLE) or settings.read().missions
    return Path(named).expanduser() if named else system().data_folder() / "missions"


def own_paths() -> dict[str, Path]:
    """The files of the user's own missions by id, in order of file name; of two with one id the first is the one."""
    found: dict[str, Path] = {}
    for path in files_in(own_folder()):
        found.setdefault(mission_id(path), path)
    return found


def files_in(folder: Path) -> list[Path]:
    """The mission files of a folder, in order of name; folders and pipes are none."""
    return sorted(path for path in folder.glob("*.toml") if not path.name.startswith(".") and path.is_file())


def mission_id(path: Path) -> str:
    """The id that a file gives itself, read from its head alone; where it gives none, its name."""
    try:
        text = read_plain(path, MOST_BYTES).decode("utf-8", "replace")
    except UserError:
        text = ""
    match = _ID.search(text.split("\n[", 1)[0])
    return match[1] if match else path.name.removesuffix(".toml").removesuffix(".mission")


def missions() -> list[Mission]:
    """The built-in missions, in order of undocking."""
    from mission_gui.missionfile.reading import read_mission

    return sorted((read_mission(path) for path in mission_paths().values()), key=lambda mission: mission.epoch)


def find_mission(text: str) -> Path:
    """The file of a mission given by id, or of a path; UserError lists what there is.

    A file of the user's own goes before a built-in mission with the same id, and the log says so.
    """
    built_in, own = mission_paths(), own_paths()
    wanted = text.strip().lower().replace(" ", "-").replace("_", "-")
    if wanted in own:
        if wanted in built_in:
            log.warning(
                "%s: your own file %s is used; to open the built-in mission, name its file %s",
                *(wanted, own[wanted], built_in[wanted]),
            )
        return own[wanted]
    if wanted in built_in:
        return built_in[wanted]
    path = Path(os.path.expanduser(text))
    if text.strip() and path.exists():
        return path
    near = get_close_matches(wanted, (*built_in, *own), n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    raise UserError(f"no mission or file {text!r}.{hint} Missions: {_told(built_in, own)}; or give the path of a file")


def own_file(text: str) -> Path:
    """The file that a user means to have changed: a path, or the id of one of the own missions."""
    path = Path(text).expanduser()
    return path if path.exists() else own_paths().get(text, path)


def _told(built_in: dict[str, Path], own: dict[str, Path]) -> str:
    known = ", ".join(built_in)
    if not own:
        return known
    more = f" and {len(own) - _MOST_TOLD} more" if len(own) > _MOST_TOLD else ""
    return f"{known}; your own: {', '.join(list(own)[:_MOST_TOLD])}{more}"
