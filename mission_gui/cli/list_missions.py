"""`mission-gui list`: the missions that come with the program."""

import argparse
import json
from datetime import datetime

from mission_gui.domain.mission import Mission
from mission_gui.missionfile import mission_paths, missions

HELP = "list the built-in missions"

_COLUMNS = ("ID", "MISSION", "LANDING", "CREW")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The form of the list."""
    parser.add_argument("--json", action="store_true", help="print JSON: a list of objects")


def run(args: argparse.Namespace) -> int:
    """Prints the list."""
    found = missions()
    print(_as_json(found) if args.json else table(found))
    return 0


def table(found: list[Mission]) -> str:
    """The missions in columns, as wide as they must be."""
    cells = [_COLUMNS, *(_row(mission) for mission in found)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(_COLUMNS))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)
    return "\n".join(line.rstrip() for line in lines)


def _row(mission: Mission) -> tuple[str, str, str, str]:
    crew = ", ".join(person.name for person in mission.crew)
    return mission.id, mission.name.en, f"{_landing(mission):%Y-%m-%d %H:%M}", crew


def _landing(mission: Mission) -> datetime:
    time = mission.event("touchdown").time
    assert time is not None, "a mission file without a landing time is not read"
    return time


def _as_json(found: list[Mission]) -> str:
    paths = mission_paths()
    rows = [
        {
            "id": mission.id,
            "name": mission.name.en,
            "landing": f"{_landing(mission):%Y-%m-%dT%H:%M:%SZ}",
            "crew": [person.name for person in mission.crew],
            "file": str(paths[mission.id]),
        }
        for mission in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
