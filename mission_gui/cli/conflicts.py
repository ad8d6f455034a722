"""`mission-gui conflicts [MISSION]`: where sources disagree, which value is used, and why."""

import argparse
import json
from collections.abc import Iterator

from mission_gui.cli.statement_text import as_object, lines
from mission_gui.domain.dossier import Conflict, conflicts, remarks
from mission_gui.domain.mission import Mission

HELP = "list where sources disagree, every value, the one used and why"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("mission", metavar="MISSION", nargs="?", help="one mission; all built-in ones where left out")
    parser.add_argument("--json", action="store_true", help="print JSON: a list of objects")


def run(args: argparse.Namespace) -> int:
    """Prints the conflicts; exit status 0."""
    from mission_gui.missionfile import find_mission, missions, read_mission

    asked = [read_mission(find_mission(args.mission))] if args.mission else missions()
    if args.json:
        print(json.dumps([_object(mission) for mission in asked], ensure_ascii=False, indent=2))
    else:
        print("\n\n".join("\n".join(_lines(mission)) for mission in asked))
    return 0


def _lines(mission: Mission) -> Iterator[str]:
    found = conflicts(mission)
    noun = "conflict" if len(found) == 1 else "conflicts"
    yield f"{mission.name.en} ({mission.id}): {len(found) or 'no'} {noun}"
    for conflict in found:
        yield from lines(conflict.used)
    for remark in remarks(mission):
        yield from lines(remark)


def _object(mission: Mission) -> dict[str, object]:
    return {
        "id": mission.id,
        "conflicts": [_conflict(conflict) for conflict in conflicts(mission)],
        "remarks": [remark.value for remark in remarks(mission)],
    }


def _conflict(conflict: Conflict) -> dict[str, object]:
    return {"section": conflict.section} | as_object(conflict.used)
