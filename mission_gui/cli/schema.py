"""`mission-gui schema`: the format of data files, for editors and for people."""

import argparse
from pathlib import Path

from mission_gui.domain.errors import UserError
from mission_gui.files import write_for_user

HELP = "print the JSON Schema of mission files, for editors, or a description of every field"
KINDS = ("mission", "departure", "durations", "careers", "names")
"""Named here so that wrong words are told at once; a test holds them to the table."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which format, in which form, and where it goes."""
    parser.add_argument("kind", nargs="?", default="mission", choices=KINDS, help="the kind of file (mission)")
    parser.add_argument("--markdown", action="store_true", help="a description of the mission format to read")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where it goes (printed)")


def run(args: argparse.Namespace) -> int:
    """Prints or writes it; a file of that name is written over, because it can be made again."""
    text = _text(args)
    if args.output is None:
        print(text, end="")
    else:
        write_for_user(args.output, text.encode("utf-8"))
    return 0


def _text(args: argparse.Namespace) -> str:
    if args.markdown and args.kind != "mission":
        raise UserError(f"--markdown: there is none of {args.kind} files, only of mission files: leave it out")
    if args.markdown:
        from mission_gui.missionfile.handbook import handbook

        return handbook()
    from mission_gui.missionfile.schema import SCHEMAS, schema_text

    return schema_text(next(model for name, model in SCHEMAS.items() if name.endswith(f"/{args.kind}.schema.json")))
