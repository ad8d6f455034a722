"""`mission-gui import FILE`: takes a published timeline over as events of a mission file."""

import argparse
from datetime import date
from pathlib import Path

from mission_gui.cli.backup import replace_keeping
from mission_gui.cli.new import beginning, place_for
from mission_gui.cli.status import DONE, FAULTY
from mission_gui.domain.errors import MissionFileError, UserError
from mission_gui.files import read_plain, write_for_user
from mission_gui.missionfile import check_file
from mission_gui.missionfile.document import MOST_BYTES, Document, read_document
from mission_gui.missionfile.library import own_file
from mission_gui.missionfile.timeline.entries import Timeline
from mission_gui.missionfile.versions import refuse_other_formats

HELP = "take a timeline (a table in HTML, CSV or text, or a plan of Open MCT) over as events"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The timeline, where it goes, and what it does not tell itself."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the timeline: HTML, CSV, plain text or Open MCT JSON")
    where = parser.add_mutually_exclusive_group(required=True)
    words = "put it into this file, or that of your own mission with this id, and keep the old one as FILE.bak"
    where.add_argument("--into", type=own_file, metavar="MISSION", help=words)
    where.add_argument("--new", metavar="ID", help="begin a mission file from the template")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write to this new file instead")
    words = "what the times are: announced before, or reported after (planned)"
    parser.add_argument("--as", dest="side", choices=("planned", "actual"), default="planned", help=words)
    words = "the day of times before the first date in the timeline, YYYY-MM-DD"
    parser.add_argument("--date", type=_day, metavar="DAY", help=words)
    words = "the zone of times that name none: UTC, EDT, CST, Moscow, or one like Asia/Almaty"
    parser.add_argument("--zone", metavar="ZONE", help=words)
    parser.add_argument("--source", metavar="KEY", help="the key of the source in the file (from the name of FILE)")
    parser.add_argument("--title", help="what the source is called (the page's title, or the name of FILE)")
    parser.add_argument("--url", default="", help="the address of the source")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}: write the day like 2022-03-30") from None


def run(args: argparse.Namespace) -> int:
    """0 where all went in and the file is sound, 1 where something was left out or is still to be mended."""
    from mission_gui.missionfile.timeline.insertion import inserted

    mission = _mission(args)
    timeline = _timeline(args, mission)
    if not timeline.entries:
        raise UserError(f"{args.file}: no event with a time was found; nothing is written{_listed(timeline.left_out)}")
    title = args.title or timeline.title or f"Timeline from {args.file.name}"
    content = mission.text if mission else beginning(args.new, None)
    result = inserted(content, timeline, args.side, args.source or args.file.stem, title, args.url)
    target = _write(args, mission, result.text.encode("utf-8"))
    print("\n".join(f"  {line}" for line in result.told))
    if timeline.left_out:
        print(f"Not understood, and left out:{_listed(timeline.left_out)}")
    return max(_remaining(target), 1 if timeline.left_out else 0)


def _mission(args: argparse.Namespace) -> Document | None:
    if args.into is None:
        return None
    document = read_document(args.into)
    refuse_other_formats(document)
    return document


def _timeline(args: argparse.Namespace, mission: Document | None) -> Timeline:
    text = _text(args.file)
    if text.lstrip()[:1] in ("{", "["):
        from mission_gui.missionfile.timeline.openmct import read_plan

        return read_plan(text, str(args.file))
    from mission_gui.missionfile.timeline.table import read_table
    from mission_gui.missionfile.timeline.zones import zone_of

    start = mission.tables.get("start") if mission else None
    zone = zone_of(args.zone) if args.zone else None
    return read_table(text, args.date, zone, getattr(start, "year", None))


def _text(path: Path) -> str:
    raw = read_plain(path, MOST_BYTES)
    try:
        return raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(f"{path} cannot be read: it is no text in UTF-8; save it as UTF-8") from None


def _write(args: argparse.Namespace, mission: Document | None, content: bytes) -> Path:
    """Into the mission file, beside which its old content stays, or to a new one."""
    if mission is not None and args.output is None:
        kept = replace_keeping(mission.path, mission.raw, content)
        print(f"{mission.path}: written; what it was is in {kept}")
        return mission.path
    target = place_for(args.new or "", args.output)
    write_for_user(target, content)
    print(f"{target}: written")
    return target


def _listed(lines: tuple[str, ...]) -> str:
    return "".join(f"\n  {line}" for line in lines)


def _remaining(path: Path) -> int:
    try:
        check_file(path)
    except MissionFileError as error:
        noun = "place is" if len(error.faults) == 1 else "places are"
        print(f"{len(error.faults)} {noun} still to be mended or filled in: mission-gui check {path}")
        return FAULTY
    return DONE
