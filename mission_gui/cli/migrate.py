"""`mission-gui migrate FILE`: brings a mission file of an older format to the present one."""

import argparse
from pathlib import Path

from mission_gui.cli.backup import replace_keeping
from mission_gui.cli.briefing_template import is_template
from mission_gui.cli.status import DONE, FAULTY
from mission_gui.domain.errors import MissionFileError, UserError
from mission_gui.files import write_for_user
from mission_gui.missionfile import check_file
from mission_gui.missionfile.document import read_document
from mission_gui.missionfile.library import own_file
from mission_gui.missionfile.versions import FORMAT

HELP = "bring a mission file of an older format to the present one, with its comments"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, and where the new one goes."""
    parser.add_argument("file", type=own_file, metavar="FILE", help="a mission file, or the id of one of your own")
    words = "where the new file goes (in place of the old one, which is kept as FILE.bak)"
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=words)


def run(args: argparse.Namespace) -> int:
    """0 where the new file is sound, 1 where something is left to be written by hand."""
    from mission_gui.missionfile.migrate import migrated

    document = read_document(args.file)
    if is_template(document):
        raise UserError(f"{args.file}: is a template of a briefing, no mission file; check it with: mission-gui check")
    if document.tables.get("format") == FORMAT:
        print(f"{args.file}: is in format {FORMAT} already; nothing is to be done")
        return 0
    migration = migrated(document)
    target, content = args.output or args.file, migration.text.encode("utf-8")
    if args.output is None:
        replace_keeping(args.file, document.raw, content)
    elif target.exists():
        raise UserError(f"{target}: is there already: give another name with -o, or move it away")
    else:
        write_for_user(target, content)
    for change in migration.changes:
        print(f"  {change}")
    print(f"{target}: written in format {FORMAT}")
    return _remaining(target)


def _remaining(path: Path) -> int:
    """What has no exact translation is told like any other fault."""
    try:
        check_file(path)
    except MissionFileError as error:
        print(f"To be written by hand, because the older format does not hold it:\n{error}")
        return FAULTY
    return DONE
