"""`mission-gui shot`: pictures of the board, without a display."""

import argparse
import os
import re
from datetime import UTC, datetime
from pathlib import Path

from mission_gui.cli.open_board import LANGUAGES, LAYOUTS, THEMES
from mission_gui.domain.errors import UserError
from mission_gui.domain.mission import Mission
from mission_gui.domain.moments import FORMS, check_words, moment
from mission_gui.domain.trajectory import Trajectory

HELP = "save a picture of the board at a moment, without a display"

STILLS = (
    "hatch_closed",
    "undocking",
    "flyaround_start",
    "ignition",
    "burn_end",
    "module_separation",
    "entry_interface",
    "blackout_start",
    "peak_load",
    "parachutes",
    "heat_shield",
    "touchdown",
)
"""The main events; what follows the touchdown belongs to them too."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to picture, when, how large and where to."""
    parser.add_argument("mission", metavar="MISSION", help="a mission's id or a file")
    parser.add_argument("--at", required=True, metavar="WHEN", help=f"{FORMS}; or events, for one of each main event")
    parser.add_argument("--size", type=size, default=(1920, 1080), metavar="WxH", help="size in points (1920x1080)")
    parser.add_argument("--scale", type=scale, default=1.0, metavar="N", help="pixels per point (1)")
    parser.add_argument("--theme", choices=THEMES, default="dark", help="colours (dark)")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="language of the picture (en)")
    parser.add_argument("--layout", choices=LAYOUTS, default="orbit", help="which panels stand where (orbit)")
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE.png", help="the file; for events a folder"
    )


def size(text: str) -> tuple[int, int]:
    """`1920x1080`."""
    match = re.fullmatch(r"(\d{1,5})[xX×](\d{1,5})", text)
    if not match or min(int(match[1]), int(match[2])) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no size; write width and height, as in 1920x1080")
    return int(match[1]), int(match[2])


def scale(text: str) -> float:
    """`2`, `1.5`."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0.1 <= value <= 16:
        raise argparse.ArgumentTypeError(f"{text!r} is no scale; write a number from 0.1 to 16, as in 2")
    return value


def run(args: argparse.Namespace) -> int:
    """Writes the picture or pictures, and prints their names."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from mission_gui.missionfile import find_mission, read_mission
    from mission_gui.session.flight import fly

    mission = read_mission(find_mission(args.mission))
    several = args.at == "events"
    if not several:
        _check_output(args.output)
        check_words(mission, args.at, datetime.now(UTC))
    trajectory = fly(mission)
    if several:
        wanted = stills(mission, trajectory, args.output)
        _make_folder(args.output)
    else:
        wanted = {args.output: moment(mission, trajectory, args.at, datetime.now(UTC))}
    _write(mission, trajectory, wanted, args)
    return 0


def stills(mission: Mission, trajectory: Trajectory, folder: Path) -> dict[Path, float]:
    """A numbered file for each main event, with its mission time."""
    landing = next((e.time for e in trajectory.events if e.id == "touchdown"), None)
    times = [
        (mission.seconds(event.time), event.id)
        for event in trajectory.events
        if event.time and (event.id in STILLS or (landing and event.time > landing))
    ]
    start, end = mission.seconds(mission.start), mission.seconds(mission.end)
    inside = sorted((t, name) for t, name in times if start <= t <= end)
    return {folder / f"{number:02d}-{name}.png": t for number, (t, name) in enumerate(inside, 1)}


def _write(mission: Mission, trajectory: Trajectory, wanted: dict[Path, float], args: argparse.Namespace) -> None:
    from PySide6.QtCore import QSize

    from mission_gui.app import application
    from mission_gui.export.formats import saver
    from mission_gui.export.picture import Canvas, board_images
    from mission_gui.language import choose
    from mission_gui.session.alternatives import alternatives

    held = application()
    choose(args.language)
    canvas = Canvas(QSize(*args.size), args.scale)
    others = alternatives(mission, trajectory)
    pictures = board_images(mission, trajectory, list(wanted.values()), canvas, args.theme, others, args.layout)
    for path, picture in zip(wanted, pictures, strict=True):
        saver(path)(picture, path)
        print(path)
    held.processEvents()


def _check_output(path: Path) -> None:
    """A wrong name is told before the flight is computed."""
    from mission_gui.export.formats import saver

    saver(path)
    if not path.parent.is_dir():
        raise UserError(f"{path}: the folder {path.parent} is not there: make it, or choose another")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"{folder}: this folder cannot be made ({error.strerror}): choose another") from error
