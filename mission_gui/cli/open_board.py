"""`mission-gui [MISSION]`: opens the board."""

import argparse
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mission_gui.cli.display import require_display
from mission_gui.domain.errors import UserError
from mission_gui.domain.links import is_link, parse
from mission_gui.domain.mission import Mission
from mission_gui.domain.moments import FORMS, check_words

if TYPE_CHECKING:
    from mission_gui.export.stamp import Stamp

HELP = "watch a crewed spacecraft come home, on a board like that of a mission control"
DEFAULT = "soyuz-ms-19"
THEMES = ("dark", "light", "high-contrast", "red-night")
LANGUAGES = ("en", "ru")
PICTURES = (".png", ".svg", ".pdf")
LAYOUTS = ("orbit", "proximity", "descent", "recovery", "briefing", "wall")
"""Named here so that wrong words are told without Qt; a test holds them to the tables."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to open, where, and how fast."""
    parser.add_argument(
        "mission",
        nargs="?",
        default=DEFAULT,
        metavar="MISSION",
        help=f"a mission's id, a file, a link to a moment, or a picture taken by this program (default {DEFAULT})",
    )
    parser.add_argument("--at", metavar="WHEN", help=f"the moment to open at: {FORMS} (default undocking-00:02:00)")
    parser.add_argument("--rate", type=rate, metavar="N", help="mission seconds per second, negative for backward (30)")
    parser.add_argument("--paused", action="store_true", help="do not start playing")
    parser.add_argument("--theme", choices=THEMES, help="colours (as last time)")
    parser.add_argument("--language", choices=LANGUAGES, help="language of the board (as last time)")
    parser.add_argument("--layout", choices=LAYOUTS, help="which panels stand where (as last time)")


def rate(text: str) -> float:
    """A rate that moves."""
    value = float(text)
    if not 0 < abs(value) <= 1000:
        raise argparse.ArgumentTypeError(f"{text}: a rate lies between 0.1 and 1000, or is the negative of one")
    return value


def run(args: argparse.Namespace) -> int:
    """Opens the board; the status is 0 when it was closed in order."""
    from mission_gui.missionfile.library import find_mission

    stamp = None
    if is_link(args.mission):
        args.mission, at = parse(args.mission)
        args.at = args.at or at
    elif is_picture(args.mission):
        stamp = show_again(args)
    try:
        path = find_mission(args.mission)
    except UserError as error:
        raise UserError(f"{error}\nCommands: {', '.join(_commands())}; see mission-gui --help") from error

    @cache
    def read() -> Mission:
        from mission_gui.missionfile.kept import read_mission

        return read_mission(path)

    if args.at is not None:
        check_words(read(), args.at, datetime.now(UTC))
    require_display()
    from mission_gui import app

    when, rate = args.at or app.OPENING, args.rate or app.RATE
    chosen = {"theme": args.theme, "layout": args.layout, "language": args.language}
    return app.run(read, path.stem, when, rate, not args.paused, chosen, path, stamp)


def is_picture(text: str) -> bool:
    """Whether a text names a picture or film rather than a mission."""
    return Path(text).suffix.lower() in PICTURES


def show_again(args: argparse.Namespace) -> "Stamp":
    """Takes mission, moment and dress from the picture that the words name, as far as they say nothing else."""
    from mission_gui.export.xmp import read_stamp

    stamp = read_stamp(Path(args.mission))
    args.mission, args.paused = stamp.mission, True
    args.at = args.at or f"T{stamp.t:+f}"
    args.layout = args.layout or stamp.shown.board
    args.theme = args.theme or stamp.shown.theme
    return stamp


def _commands() -> list[str]:
    from mission_gui.cli.main import COMMANDS

    return list(COMMANDS)
