"""`mission-gui shot`: pictures of the board or of one panel, without a display."""

import argparse
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from mission_gui.cli.open_board import LANGUAGES, LAYOUTS, THEMES
from mission_gui.domain.errors import UserError
from mission_gui.domain.moments import FORMS

if TYPE_CHECKING:
    from mission_gui.domain.mission import Mission
    from mission_gui.export.picture import Composition
    from mission_gui.export.series import Moments

HELP = "save pictures of the board or of one panel, without a display"
PANELS = (
    "map",
    "countdown",
    "crew",
    "charts",
    "proximity",
    "descent",
    "landing-zone",
    "timeline",
    "header",
    "recovery",
    "descent-figures",
    "coverage",
    "cards",
)
"""Named here so that wrong words are told without Qt; a test holds them to the table."""

FORMATS = ("png", "svg", "pdf")
EVENTS = "events"
MOST_UNASKED = 500
"""Pictures that are taken without asking whether so many are meant."""
SHORTEST = 0.01
"""Seconds of a step: names tell times to the millisecond."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to picture, when, how large, how dressed and where to."""
    parser.add_argument("mission", metavar="MISSION", help="a mission's id or a file")
    parser.add_argument(
        "--at",
        default="",
        metavar="WHEN",
        help=f"{FORMS}; or events, for one of each main event; or several, with commas",
    )
    parser.add_argument("--every", type=step, metavar="hh:mm:ss", help="a picture at every step through the mission")
    parser.add_argument("--from", dest="start", default="start", metavar="WHEN", help="where the steps begin (start)")
    parser.add_argument("--to", dest="end", default="end", metavar="WHEN", help="where the steps end (end)")
    parser.add_argument("--size", type=size, default=(1920, 1080), metavar="WxH", help="size in points (1920x1080)")
    parser.add_argument("--scale", type=scale, default=1.0, metavar="N", help="pixels per point (1)")
    parser.add_argument("--theme", choices=THEMES, default="dark", help="colours (dark)")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="language of the picture (en)")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--layout", choices=LAYOUTS, default="orbit", help="which panels stand where (orbit)")
    what.add_argument("--panel", choices=PANELS, default="", metavar="PANEL", help=f"one panel: {', '.join(PANELS)}")
    parser.add_argument("--caption", action="store_true", help="write below it what it shows, from what, by whom")
    parser.add_argument("--marking", default="", metavar="TEXT", help="banners above and below, such as SIMULATION")
    parser.add_argument("--caption-file", type=Path, metavar="FILE", help="write the picture in words, too")
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help="a .png, .svg or .pdf; of several a folder"
    )
    parser.add_argument("--format", choices=FORMATS, default="png", help="of several pictures (png)")
    parser.add_argument("--contact-sheet", action="store_true", help="of several pictures also one with all of them")
    parser.add_argument("--overwrite", action="store_true", help="replace files that this program did not make, too")
    parser.add_argument("--yes", action="store_true", help=f"take more than {MOST_UNASKED} pictures")


def size(text: str) -> tuple[int, int]:
    """`1920x1080`."""
    match = re.fullmatch(r"(\d{1,5})[xX×](\d{1,5})", text)
    if not match or min(int(match[1]), int(match[2])) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no size; write width and height, as in 1920x1080")
    return int(match[1]), int(match[2])


def step(text: str) -> float:
    """`00:05:00`, `300`, `0.5`: seconds."""
    match = re.fullmatch(r"(\d{1,3}):([0-5]\d):([0-5]\d(?:\.\d+)?)|(\d+(?:\.\d+)?)", text)
    seconds = 0.0
    if match:
        seconds = float(match[4]) if match[4] else int(match[1]) * 3600 + int(match[2]) * 60 + float(match[3])
    if seconds < SHORTEST:
        raise argparse.ArgumentTypeError(f"{text!r} is no step; write hours, minutes and seconds, as in 00:05:00")
    return seconds


def scale(text: str) -> float:
    """`2`, `1.5`."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0.1 <= value <= 16:
        raise argparse.ArgumentTypeError(f"{text!r} is no scale; write a number from 0.1 to 16, as in 2")
    return value


def composition(args: argparse.Namespace) -> "Composition":
    """What the words ask of each picture."""
    from PySide6.QtCore import QSize

    from mission_gui.export.canvas import Canvas
    from mission_gui.export.picture import Composition

    canvas = Canvas(QSize(*args.size), args.scale)
    return Composition(canvas, args.layout, args.panel, args.theme, args.caption, args.marking)


def run(args: argparse.Namespace) -> int:
    """Writes the picture or pictures, and prints their names."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from mission_gui.missionfile.kept import read_mission
    from mission_gui.missionfile.library import find_mission

    check_words_of(args)
    mission = read_mission(find_mission(args.mission))
    asked = moments(args)
    asked.check(mission)
    if is_series(args):
        from mission_gui.cli.shot_series import take_series

        return take_series(args, mission, asked, composition(args))
    return _take_one(args, mission, asked)


def is_series(args: argparse.Namespace) -> bool:
    """Whether the words ask for a folder of pictures."""
    return bool(args.every) or args.at == EVENTS or "," in args.at


def check_words_of(args: argparse.Namespace) -> None:
    """What only makes sense together."""
    if bool(args.every) == bool(args.at):
        raise UserError("say when: either --at WHEN, or --every STEP with --from and --to where not the whole mission")
    if args.contact_sheet and not is_series(args):
        raise UserError("a contact sheet needs several pictures: --at events, --at A,B,C or --every STEP")
    if args.caption_file and is_series(args):
        raise UserError("--caption-file is for one picture; in a series each file holds its words itself")


def moments(args: argparse.Namespace) -> "Moments":
    """The moments asked for."""
    from mission_gui.export.series import Moments

    words = tuple(part.strip() for part in args.at.split(",")) if args.at else ()
    return Moments(words, args.every or 0.0, args.start, args.end)


def _take_one(args: argparse.Namespace, mission: "Mission", asked: "Moments") -> int:
    from mission_gui.app import application
    from mission_gui.export.formats import encoder, save
    from mission_gui.export.picture import Studio
    from mission_gui.export.series import Still, check_places
    from mission_gui.export.twin import caption_file
    from mission_gui.files import check_writable, write_for_user
    from mission_gui.language import choose
    from mission_gui.session.alternatives import alternatives
    from mission_gui.session.flight import fly

    path: Path = args.output
    encoder(path)
    check_places([Still(path, 0.0)], args.overwrite)
    if args.caption_file:
        check_writable(args.caption_file)
    wanted = composition(args)
    trajectory = fly(mission)
    ((t, _),) = asked.times(mission, trajectory)
    held = application()
    choose(args.language)
    with Studio(mission, trajectory, wanted, alternatives(mission, trajectory)) as studio:
        picture = studio.at(t)
        save(picture, path)
        if args.caption_file:
            write_for_user(args.caption_file, caption_file(picture.stamp, picture.twin).encode())
    print(path)
    held.processEvents()
    return 0
