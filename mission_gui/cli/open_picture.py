"""`mission-gui open FILE`: the board at the moment of a picture, film or briefing."""

import argparse

from mission_gui.cli import open_board
from mission_gui.domain.errors import UserError

HELP = "open the board at the moment that a picture, film or briefing shows"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which file; the rest as for the board itself."""
    open_board.add_arguments(parser)
    for action in parser._actions:
        if action.dest == "mission":
            action.nargs, action.default, action.metavar = None, None, "FILE"
            action.required = True
            action.help = (
                "a picture (its moment), a film (its first frame), a briefing (the landing) or a picture of a "
                f"comparison (that comparison) made by this program: {', '.join(open_board.OPENED)}"
            )


def run(args: argparse.Namespace) -> int:
    """Opens it; UserError for what this program does not make."""
    if not open_board.leads_back(args.mission):
        raise UserError(f"{args.mission}: a picture, film or briefing ends in {', '.join(open_board.OPENED)}")
    return open_board.run(args)
