"""`mission-gui verify`: the flight model predicts, and is compared with what was published."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from mission_gui.cli.status import DONE, FAULTY
from mission_gui.domain.errors import TrajectoryError
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Solution, Trajectory
from mission_gui.missionfile import find_mission, missions, read_mission

if TYPE_CHECKING:
    from mission_gui.physics.verify import Comparison

HELP = "compare predicted with published times and loads of missions"
HEADING = f"{'mission':16} {'event':24} {'predicted':>10} {'published':>10} {'residual':>10}  kind"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("missions", metavar="MISSION", nargs="*", help="missions or files (default: all built-in ones)")
    told = parser.add_mutually_exclusive_group()
    told.add_argument("--json", action="store_true", help="print a list of objects instead of a table")
    told.add_argument(
        "--fitted", action="store_true", help="fit each flight too and tell how well (a single mission always does)"
    )


def run(args: argparse.Namespace) -> int:
    """Prints predicted against published; 1 where a mission could not be flown."""
    chosen = [read_mission(find_mission(name)) for name in args.missions] or missions()
    rows: list[Comparison] = []
    fits: list[Solution] = []
    failures: list[str] = []
    told = _nothing if args.json else print
    told(HEADING)
    single = len(chosen) == 1 and not args.json
    for mission in chosen:
        try:
            rows += _predicted(mission, told)
            if args.fitted or single:
                fits.append(_fitted(mission))
                told("\n".join(fit_lines(mission, fits[-1], whole=single)))
        except TrajectoryError as error:
            failures.append(f"{mission.id}: {error}")
    if args.json:
        by_id = {mission.id: mission for mission in chosen}
        print(json.dumps([as_object(by_id[row.mission], row) for row in rows], indent=2, ensure_ascii=False))
    else:
        print("\n".join(["", *totals(rows), *([] if single else fit_totals(fits))]))
    for failure in failures:
        print(failure, file=sys.stderr)
    return FAULTY if failures else DONE


def _nothing(_line: str) -> None:
    pass


def _predicted(mission: Mission, told: Callable[[str], object]) -> "tuple[Comparison, ...]":
    """Tells of one mission's prediction, and gives what was compared."""
    from mission_gui.physics.verify import compare

    flight, compared = compare(mission, lambda _fraction, _phase: None)
    for line in (*(_line(mission, row) for row in compared), *_unpublished(mission, flight)):
        told(line)
    return compared


def _line(mission: Mission, row: "Comparison") -> str:
    event = row.event if row.altitude is None else f"{row.event} {row.altitude / 1e3:.1f} km"
    kind = f"{row.kind.value}; matched by construction" if row.matched else row.kind.value
    if row.unit == "s":
        predicted, published = _clock(mission, row.predicted), _clock(mission, row.published)
        off = f"{row.residual:+.1f} s"
    else:
        decimals = 2 if row.unit == "g" else 0
        predicted, published = (f"{value:.{decimals}f} {row.unit}" for value in (row.predicted, row.published))
        off = f"{row.residual:+.{decimals}f} {row.unit}"
    return f"{row.mission:16} {event:24} {predicted:>10} {published:>10} {off:>10}  {kind}"


def _unpublished(mission: Mission, flight: Trajectory) -> list[str]:
    """The modelled peak load, where none was published to stand beside it."""
    from mission_gui.physics.measures import peak_load

    if mission.figures.peak_load:
        return []
    return [f"{mission.id:16} {'peak_load':24} {peak_load(flight) / 9.80665:>8.2f} g"]


def _fitted(mission: Mission) -> Solution:
    """One mission's fit to its published landing."""
    from mission_gui.physics.propagate import propagate

    solution = propagate(mission, lambda _fraction, _phase: None).solution
    assert solution is not None
    return solution


def fit_lines(mission: Mission, solution: Solution, whole: bool = True) -> list[str]:
    """What the fit left and how well posed it was, and in the `whole` also what it turned."""
    canopy = next(canopy.drag_area for canopy in mission.vehicle.canopies if canopy.id == "main")
    turned = [f"ignition {_clock(mission, solution.ignition)}"]
    if solution.lift_lost is None:
        turned.append(f"bank reversal {solution.reversal:.0f} s after the entry interface")
    else:
        turned.append(f"lift lost at {solution.lift_lost / 1e3:.1f} km")
    turned.append(f"main canopy {solution.main_drag_area / canopy:.2f} times its usual drag area")
    late = round(solution.time_residual, 3) + 0.0  # no minus before a nought
    left = f"misses the landing by {solution.miss_distance / 1e3:.3f} km and {late:+.3f} s"
    posed = f"condition {solution.condition:.1f} (1 is ideal), {solution.evaluations} flights"
    lines = [f"{mission.id:16} fit: {', '.join(turned)}", f"{mission.id:16} fit: {left}; {posed}"]
    return lines if whole else lines[1:]


def _clock(mission: Mission, t: float) -> str:
    return f"{mission.epoch + timedelta(seconds=t):%H:%M:%S.%f}"[:10]


def as_object(mission: Mission, row: "Comparison") -> dict[str, object]:
    """A comparison for machines: times as UTC stamps with `residual_s`, other figures with `unit` and `residual`."""
    told: dict[str, object] = {"mission": row.mission, "event": row.event}
    if row.unit == "s":
        predicted, published = (
            (mission.epoch + timedelta(seconds=t)).isoformat(timespec="milliseconds")
            for t in (row.predicted, row.published)
        )
        told |= {"predicted": predicted, "published": published, "residual_s": round(row.residual, 3)}
        told |= {"precision_s": row.precision}
        told |= {} if row.altitude is None else {"altitude_km": row.altitude / 1e3}
    else:
        told |= {"predicted": round(row.predicted, 3), "published": row.published}
        told |= {"residual": round(row.residual, 3), "unit": row.unit, "matched": row.matched}
    return told | {"kind": row.kind.value, "source": row.source}


def totals(rows: "Sequence[Comparison]") -> list[str]:
    """The summary by event, what happened and what was planned apart.

    The column `rounded` has the largest residual that is left beyond the rounding of the published times.
    """
    from mission_gui.physics import verify

    lines = [f"{'':24} {'':8} {'count':>5} {'median':>9} {'largest':>9} {'rounded':>9}  within what is asked"]
    for total in verify.totals(rows):
        off = (f"{value:.1f} {total.unit}" for value in (total.median, total.largest, total.beyond_rounding))
        share = f"{total.within} of {total.count} ({100 * total.within / total.count:.0f} %)"
        share = share if total.event in verify.ALLOWED else "nothing is asked"
        kind = "planned" if total.planned else "actual"
        lines.append(f"{total.event:24} {kind:8} {total.count:5} {' '.join(f'{v:>9}' for v in off)}  {share}")
    return lines


def fit_totals(fits: Sequence[Solution]) -> list[str]:
    """How well the fits do, guided and ballistic apart."""
    lines = []
    for name, chosen in (
        ("guided", [fit for fit in fits if fit.lift_lost is None]),
        ("ballistic", [fit for fit in fits if fit.lift_lost is not None]),
    ):
        if chosen:
            miss, late = max(fit.miss_distance for fit in chosen), max(abs(fit.time_residual) for fit in chosen)
            worst, most = max(fit.condition for fit in chosen), max(fit.evaluations for fit in chosen)
            lines.append(
                f"fitted, {name}: {len(chosen)}; largest miss {miss / 1e3:.3f} km and {late:.3f} s; "
                f"condition up to {worst:.1f}; up to {most} flights"
            )
    return lines
