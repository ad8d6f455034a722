"""`mission-gui new ID`: starts a mission file."""

import argparse
from pathlib import Path

from mission_gui.domain.errors import MissionFileError, UserError
from mission_gui.files import write_for_user
from mission_gui.missionfile.library import find_mission, own_folder, own_paths

HELP = "start a mission file of your own, from a template that explains every part"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The id, where the file goes, and what it begins as."""
    parser.add_argument("id", metavar="ID", help="the id of the mission, such as soyuz-ms-29")
    words = "where it goes (ID.toml in the folder of your own missions)"
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=words)
    words = "begin with a copy of a mission (with the template)"
    parser.add_argument("--from", dest="copied", metavar="MISSION", help=words)


def run(args: argparse.Namespace) -> int:
    """Writes the file, never over another one."""
    text = beginning(args.id, args.copied)
    target = place_for(args.id, args.output)
    write_for_user(target, text.encode("utf-8"))
    print(f"{target}: written; {_to_do(target)}")
    return 0


def place_for(mission_id: str, wished: Path | None) -> Path:
    """Where a new file goes; UserError where one is there already. The folder of the user's own missions is made."""
    if wished is None and mission_id in (own := own_paths()):
        raise UserError(f"{own[mission_id]}: has the id {mission_id} already: choose another id, or edit that file")
    target = wished or own_folder() / f"{mission_id}.toml"
    if target.exists() or target.is_symlink():
        raise UserError(f"{target}: is there already: choose another id, or another place with -o")
    if wished is None:
        _make(target.parent)
    return target


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"{folder}: the folder cannot be made ({error.strerror}): choose a place with -o") from error


def beginning(mission_id: str, copied: str | None) -> str:
    """The text that the file begins with."""
    from mission_gui.missionfile.document import read_document
    from mission_gui.missionfile.template import from_mission, from_template

    if copied is None:
        return from_template(mission_id)
    return from_mission(mission_id, read_document(find_mission(copied)))


def _to_do(path: Path) -> str:
    from mission_gui.missionfile import check_file

    try:
        check_file(path)
    except MissionFileError as error:
        return f"{len(error.faults)} places are to be filled in, which mission-gui check {path} names one by one"
    return f"change what is different, then: mission-gui check {path}"
