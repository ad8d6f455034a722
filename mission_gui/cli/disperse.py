"""`mission-gui disperse`: where the module might have landed, by many flights with errors drawn from a model."""

import argparse
import os
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from mission_gui.cli.progress import bar
from mission_gui.domain.errors import UserError
from mission_gui.domain.mission import Mission
from mission_gui.files import FULL

if TYPE_CHECKING:
    from mission_gui.physics.dispersion.problem import Landings, Problem
    from mission_gui.physics.dispersion.summary import Summary

    Parts = Generator[Landings, None, None]

HELP = "fly the entry many times with errors, and tell where it lands"

MOST_SAMPLES, MOST_WORKERS = 1_000_000, 256
FORMATS = (".csv", ".geojson")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument(
        "mission", metavar="MISSION", help="the name of a built-in mission, or the path of a mission file"
    )
    parser.add_argument("--samples", type=samples, default=1000, metavar="N", help="how many flights (default 1000)")
    parser.add_argument("--ballistic", action="store_true", help="without lift from the entry interface on")
    parser.add_argument("--seed", type=seed, default=19, metavar="N", help="the same seed, the same answer (19)")
    parser.add_argument("--workers", type=workers, default=2, metavar="N", help="processes to share the work (2)")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="a Dask scheduler to give the work to instead")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write the landings: FILE.csv, or FILE.geojson with ellipse"
    )


def _whole(text: str, least: int, most: int, what: str) -> int:
    try:
        value = int(text.replace("_", ""))
    except ValueError:
        value = least - 1
    if not least <= value <= most:
        raise argparse.ArgumentTypeError(f"{text!r} is no {what}; write a whole number from {least} to {most}")
    return value


def samples(text: str) -> int:
    """`10000`."""
    return _whole(text, 1, MOST_SAMPLES, "number of samples")


def seed(text: str) -> int:
    """`19`."""
    return _whole(text, 0, 2**63 - 1, "seed")


def workers(text: str) -> int:
    """`2`."""
    return _whole(text, 1, MOST_WORKERS, "number of workers")


def run(args: argparse.Namespace) -> int:
    """Flies, writes and prints; exit status 0. UserError where the file or the scheduler cannot be used."""
    from mission_gui.missionfile import find_mission, read_mission
    from mission_gui.missionfile.errormodel import read_error_model
    from mission_gui.resources import resource
    from mission_gui.session.flight import fly

    _check_output(args.output)
    mission = read_mission(find_mission(args.mission))
    figures, _ = read_error_model(resource("dispersion/soyuz.toml"))
    flight = fly(mission)

    from mission_gui.physics.dispersion.errors import ErrorModel
    from mission_gui.physics.dispersion.problem import problem_of

    problem = problem_of(mission, flight, ErrorModel(**figures), args.ballistic)
    print("\n".join(lines(mission, problem, _disperse(problem, args))))
    if args.output is not None:
        print(f"{args.output}: written")
    return 0


def _check_output(path: Path | None) -> None:
    if path is not None and path.suffix.lower() not in FORMATS:
        raise UserError(f"{path}: landings are written as {' or '.join(FORMATS)}: give the file one of these endings")


def _disperse(problem: "Problem", args: argparse.Namespace) -> "Summary":
    """Flies all samples, writes them as they come, and sums them up."""
    from mission_gui.physics.dispersion import chunks, cluster, text
    from mission_gui.physics.dispersion.summary import Tally

    parts = (
        cluster.fly(problem, args.samples, args.seed, args.scheduler)
        if args.scheduler
        else chunks.fly(problem, args.samples, args.seed, args.workers)
    )
    tally = Tally(problem.aim[2])
    with _unfinished(args.output) as file, closing(_watched(parts, args.samples)) as watched:
        form = text.FORMATS[args.output.suffix.lower()] if args.output else text.FORMATS[".csv"]
        file.write(form.head())
        for part in watched:
            file.write(form.rows(part, tally.samples == 0))
            tally.add(part)
        file.write(form.tail(problem, tally.summary()))
    return tally.summary()


@contextmanager
def _unfinished(path: Path | None) -> Iterator[TextIO]:
    """A file beside the one that is wanted, which takes its name only when it is whole; None: nothing is kept."""
    if path is None:
        with open(os.devnull, "w", encoding="utf-8") as nothing:
            yield nothing
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(path)
    except OSError as error:
        if error.filename != str(part) and error.errno not in FULL:
            raise
        if isinstance(error, FileNotFoundError):
            raise UserError(f"{path}: the folder {path.parent} is not there: make it, or choose another") from error
        raise UserError(f"{path}: cannot be written ({error.strerror}): choose another place, or make room") from error
    finally:
        part.unlink(missing_ok=True)


def _watched(parts: "Parts", total: int) -> "Parts":
    """The parts, with a bar of progress where a person watches."""
    done, shown = 0, sys.stderr.isatty()
    try:
        for part in parts:
            done += len(part.along)
            if shown:
                print(f"\r{bar(done, total, 'flights')}", end="", file=sys.stderr, flush=True)
            yield part
    finally:
        if shown:
            print(file=sys.stderr)
        parts.close()


def lines(mission: Mission, problem: "Problem", found: "Summary") -> list[str]:
    """The result in words."""
    from mission_gui.physics.earth import STANDARD_GRAVITY

    kind = "guided" if problem.lift_lost is None else f"ballistic below {problem.lift_lost / 1e3:.0f} km"
    load, low, high = (value / STANDARD_GRAVITY for value in found.load)
    return [
        f"{mission.name}: {found.samples:,} entries, {kind} (modelled; assumed error model)",
        f"  along track    mean {_km(found.along[0])}, sd {found.along[1] / 1e3:.1f} km, from the nominal landing",
        f"  across track   mean {_km(found.cross[0])}, sd {found.cross[1] / 1e3:.1f} km, positive to the right",
        f"  95 % within    {found.radius / 1e3:.1f} km of the nominal landing",
        f"  95 % ellipse   {_ellipse_words(problem, found)}",
        f"  peak load      mean {load:.2f} g, 5 to 95 %: {low:.2f} to {high:.2f} g, lift included",
        f"  time sd        parachute command {found.chute_time:.1f} s, landing {found.landing_time:.1f} s",
    ]


def _km(metres: float) -> str:
    return f"{metres / 1e3:+.1f} km"


def _ellipse_words(problem: "Problem", found: "Summary") -> str:
    import numpy as np

    from mission_gui.physics.dispersion.summary import place

    shape = found.ellipse
    if shape is None:
        return "takes ten flights or more"
    latitude, longitude = place(problem.aim, np.array([shape.along]), np.array([shape.cross]))
    return (
        f"centre {np.degrees(latitude[0]):.3f}, {np.degrees(longitude[0]):.3f} deg; semi-axes {shape.major / 1e3:.1f} "
        f"and {shape.minor / 1e3:.1f} km; azimuth {np.degrees(shape.azimuth):.0f} deg"
    )
