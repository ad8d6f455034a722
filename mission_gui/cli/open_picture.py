"""`mission-gui open FILE`: the board at the moment of a picture."""

import argparse

from mission_gui.cli import open_board
from mission_gui.domain.errors import UserError

HELP = "open the board at the moment, layout and theme of a picture"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which picture; the rest as for the board itself."""
    open_board.add_arguments(parser)
    for action in parser._actions:
        if action.dest == "mission":
            action.nargs, action.default, action.metavar = None, None, "FILE"
            action.required, action.help = True, "a .png, .svg or .pdf taken by this program"


def run(args: argparse.Namespace) -> int:
    """Opens it; UserError for what is no picture."""
    if not open_board.is_picture(args.mission):
        raise UserError(f"{args.mission}: a picture ends in {', '.join(open_board.PICTURES)}")
    return open_board.run(args)
