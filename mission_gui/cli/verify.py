"""`mission-gui verify`: the flight model predicts, and is compared with what was published."""

import argparse
import json
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

from mission_gui.domain.errors import TrajectoryError
from mission_gui.domain.mission import Mission
from mission_gui.missionfile import find_mission, missions, read_mission

if TYPE_CHECKING:
    from mission_gui.physics.verify import Comparison

HELP = "compare predicted with published times of missions"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("missions", metavar="MISSION", nargs="*", help="missions or files (default: all built-in ones)")
    parser.add_argument("--json", action="store_true", help="print a list of objects instead of a table")


def run(args: argparse.Namespace) -> int:
    """Prints predicted against published; 1 where a mission could not be flown."""
    chosen = [read_mission(find_mission(name)) for name in args.missions] or missions()
    rows: list[Comparison] = []
    failures: list[str] = []
    lines = [f"{'mission':16} {'event':18} {'predicted':>10} {'published':>10} {'residual':>9}  kind"]
    for mission in chosen:
        try:
            told, compared = _one(mission)
        except TrajectoryError as error:
            failures.append(f"{mission.id}: {error}")
            continue
        lines += told
        rows += compared
    if args.json:
        by_id = {mission.id: mission for mission in chosen}
        print(json.dumps([as_object(by_id[row.mission], row) for row in rows], indent=2, ensure_ascii=False))
    else:
        print("\n".join([*lines, "", *totals(rows)]))
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


def _one(mission: Mission) -> tuple[list[str], "tuple[Comparison, ...]"]:
    """The lines of one mission, and what was compared."""
    from mission_gui.physics.verify import compare, peak_load, short_of_plan

    flight, compared = compare(mission, lambda _fraction, _phase: None)
    lines = [
        f"{row.mission:16} {row.event:18} {_clock(mission, row.predicted)} {_clock(mission, row.published)}"
        f" {row.residual:+8.1f}s  {row.kind.value}"
        for row in compared
    ]
    facts = f"{mission.id:16} peak load {peak_load(flight) / 9.80665:.2f} g"
    if flight.solution is not None and flight.solution.lift_lost is not None:
        facts += f", ballistic, {short_of_plan(mission, flight) / 1e3:.0f} km from the aim point"
    return [*lines, facts], compared


def _clock(mission: Mission, t: float) -> str:
    return f"{mission.epoch + timedelta(seconds=t):%H:%M:%S.%f}"[:10]


def as_object(mission: Mission, row: "Comparison") -> dict[str, object]:
    """A comparison for machines."""
    return {
        "mission": row.mission,
        "event": row.event,
        "predicted": (mission.epoch + timedelta(seconds=row.predicted)).isoformat(timespec="milliseconds"),
        "published": (mission.epoch + timedelta(seconds=row.published)).isoformat(timespec="milliseconds"),
        "residual_s": round(row.residual, 3),
        "rounding_s": row.rounding,
        "kind": row.kind.value,
        "source": row.source,
    }


def totals(rows: "list[Comparison]") -> list[str]:
    """The summary by event, residuals beyond the rounding of the published times."""
    from mission_gui.physics.verify import summary

    return [
        f"{event:18} {count:3} missions  median {middle:5.1f} s  largest {largest:6.1f} s  (beyond rounding)"
        for event, (count, middle, largest) in summary(rows).items()
    ]
