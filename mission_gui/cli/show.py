"""`mission-gui show MISSION`: the whole record, every figure with its source."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from mission_gui.cli.statement_text import as_object, lines
from mission_gui.domain.dossier import Section, record
from mission_gui.domain.mission import Mission

HELP = "print the whole record of a mission: every figure with its source, kind, notes and what other sources say"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("mission", metavar="MISSION", help="the name of a mission, or the path of a mission file")
    parser.add_argument("--json", action="store_true", help="print JSON: an object with the sections of the record")


def run(args: argparse.Namespace) -> int:
    """Prints the record; exit status 0."""
    from mission_gui.missionfile import find_mission, read_mission

    path = find_mission(args.mission)
    mission = read_mission(path)
    sections = record(mission)
    print(_as_json(mission, path, sections) if args.json else "\n".join(_lines(mission, path, sections)))
    return 0


def _lines(mission: Mission, path: Path, sections: tuple[Section, ...]) -> Iterator[str]:
    yield f"{mission.name.en} ({mission.id}), {path}"
    yield "Times are UTC. Figures of the flight itself: mission-gui events, track."
    for section in sections:
        if section.statements:
            yield f"\n{section.title}"
            for statement in section.statements:
                yield from lines(statement)


def _as_json(mission: Mission, path: Path, sections: tuple[Section, ...]) -> str:
    told = {
        "id": mission.id,
        "name": mission.name.en,
        "file": str(path),
        "sections": [
            {"title": section.title, "statements": [as_object(one) for one in section.statements]}
            for section in sections
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
