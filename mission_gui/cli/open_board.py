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
    from mission_gui.export.opening import Opening, Pair

HELP = "watch a crewed spacecraft come home, on a board like that of a mission control"
DEFAULT = "soyuz-ms-19"
THEMES = ("dark", "light", "high-contrast", "red-night")
LANGUAGES = ("en", "ru")
OPENED = (".png", ".svg", ".pdf", ".mp4", ".webm", ".gif", ".pptx", ".html")
"""The ends of names of what leads back to a moment: pictures, films and briefings."""
LAYOUTS = ("orbit", "proximity", "descent", "recovery", "briefing", "wall")
"""Named here so that wrong words are told without Qt; a test holds them to the tables."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to open, where, and how fast."""
    parser.add_argument(
        "mission",
        nargs="?",
        default=DEFAULT,
        metavar="MISSION",
        help=f"a mission's id or file, a link to a moment, or a picture, film or briefing of one (default {DEFAULT})",
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

    opening = None
    if is_link(args.mission):
        args.mission, at = parse(args.mission)
        args.at = args.at or at
    elif leads_back(args.mission):
        from mission_gui.export.opening import Pair, opening_of

        found = opening_of(Path(args.mission))
        if isinstance(found, Pair):
            return compare_again(args, found)
        opening = found
        show_again(args, opening)
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
    return app.run(read, path.stem, when, rate, not args.paused, chosen, path, opening)


def leads_back(text: str) -> bool:
    """Whether a text names a picture, film or briefing rather than a mission."""
    return Path(text).suffix.lower() in OPENED


def show_again(args: argparse.Namespace, opening: "Opening") -> None:
    """Takes mission, moment and dress from what is opened, as far as the words say nothing else."""
    args.mission, args.paused = opening.mission, True
    args.at = args.at or opening.words
    args.layout = args.layout or opening.layout or None
    args.theme = args.theme or opening.theme or None


def compare_again(args: argparse.Namespace, pair: "Pair") -> int:
    """The window of a comparison that was pictured."""
    require_display()
    from mission_gui.app.comparing import run_comparison
    from mission_gui.physics.comparison import alignment

    chosen = {"theme": args.theme or pair.theme or None, "language": args.language}
    return run_comparison(tuple(side.mission for side in pair.sides), alignment(pair.align), chosen, pair)


def _commands() -> list[str]:
    from mission_gui.cli.main import COMMANDS

    return list(COMMANDS)
