"""`mission-gui check FILE...`: says whether data files are sound, and all that is wrong with them."""

import argparse
import sys

from mission_gui.domain.errors import MissionFileError, UserError
from mission_gui.missionfile import check_file, find_mission

HELP = "check mission files and all other data files, and report all their faults"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files to check."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file, or the id of a built-in mission")


def run(args: argparse.Namespace) -> int:
    """0 where all files are sound, 1 where one has faults, 2 where one cannot be read."""
    return max(_check(name) for name in args.files)


def _check(name: str) -> int:
    try:
        check_file(find_mission(name))
    except MissionFileError as error:
        print(error)
        return 1
    except UserError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{name}: ok")
    return 0
