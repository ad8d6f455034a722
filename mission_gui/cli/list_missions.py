"""`mission-gui list`: the missions there are, built-in and the user's own, all or those that fit."""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from math import degrees

from mission_gui.catalogue import read_catalogue
from mission_gui.cli.progress import show
from mission_gui.domain.catalogue import Entry
from mission_gui.domain.search import COLUMNS, Entries, Query, near_misses, search, sort

HELP = "list the missions, all or those that fit"

_TABLE = ("ID", "MISSION", "LANDING", "DAYS", "PORT", "CREW", "REMARKS")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The form of the list, and what is looked for."""
    day = "a day, month or year, like 2022-03-30, 2022-03 or 2022"
    parser.add_argument("words", nargs="*", metavar="WORD", help="part of a name, crew, port, record or anything else")
    parser.add_argument("--crew", default="", metavar="NAME", help="part of one name, in Latin or Cyrillic letters")
    parser.add_argument("--from", dest="since", type=first_day, metavar="DATE", help=f"landed then or later: {day}")
    parser.add_argument("--to", dest="until", type=last_day, metavar="DATE", help="landed then or earlier")
    parser.add_argument("--year", type=int, help="landed in this year")
    parser.add_argument("--port", default="", help="left this port of the station, such as rassvet")
    for name, told in _KINDS.items():
        parser.add_argument(f"--{name}", action="store_true", default=None, help=f"only {told}")
    parser.add_argument("--sort", choices=COLUMNS, default="landing", help="by this column (default: landing)")
    parser.add_argument("--reverse", action="store_true", help="the last first")
    parser.add_argument("--json", action="store_true", help="print JSON: a list of objects")


_KINDS = {
    "ballistic": "ballistic descents",
    "flyaround": "those with a flyaround of the station",
    "night": "landings after sunset or before sunrise",
    "uncrewed": "ships without a crew",
    "own": "your own missions",
}


def run(args: argparse.Namespace) -> int:
    """Prints the list; where nothing matches, says so on the error stream."""
    known = read_catalogue(lambda done, of: show(done, of, "missions read"))
    query = _query(args)
    found = sort(search(known, query), args.sort, args.reverse)
    print(_as_json(found) if args.json else table(found))
    if not found:
        print(_nothing(known, query), file=sys.stderr)
    return 0


def first_day(text: str) -> date:
    """The first day that a date, a month or a year has."""
    return _days(text)[0]


def last_day(text: str) -> date:
    """The last one."""
    return _days(text)[1]


def _days(text: str) -> tuple[date, date]:
    try:
        numbers = [int(part) for part in text.split("-")]
        match numbers:
            case [year]:
                return date(year, 1, 1), date(year, 12, 31)
            case [year, month]:
                after = date(year + month // 12, month % 12 + 1, 1)
                return date(year, month, 1), date.fromordinal(after.toordinal() - 1)
            case [year, month, day]:
                return date(year, month, day), date(year, month, day)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is not a date; write 2022-03-30, 2022-03 or 2022")


def _query(args: argparse.Namespace) -> Query:
    return Query(
        words=" ".join(args.words),
        crew=args.crew,
        since=args.since,
        until=args.until,
        year=args.year,
        port=args.port,
        **{name: getattr(args, name) for name in _KINDS},
    )


def _nothing(known: Entries, query: Query) -> str:
    near = " or ".join(near_misses(known, query))
    return f"nothing matches; did you mean {near}?" if near else "nothing matches"


def table(found: Entries) -> str:
    """The missions in columns, as wide as they must be."""
    cells = [_TABLE, *(_row(entry) for entry in found)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(_TABLE))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)
    return "\n".join(line.rstrip() for line in lines)


def _row(entry: Entry) -> tuple[str, ...]:
    landing = f"{entry.landing:%Y-%m-%d %H:%M}" if entry.landing else ""
    days = f"{entry.days:.0f}" if entry.days is not None else ""
    port = entry.port.en if entry.port else ""
    return entry.id, entry.name.en, landing, days, port, entry.names, ", ".join(_remarks(entry))


def _remarks(entry: Entry) -> Iterator[str]:
    if entry.fault:
        yield f"broken: mission-gui check {entry.path}"
    if not entry.built_in:
        yield "your own"
    if entry.replaced:
        yield "another file with this id is used"
    for name in ("ballistic", "flyaround", "night", "uncrewed"):
        if getattr(entry, name):
            yield name


def _as_json(found: Entries) -> str:
    return json.dumps([_object(entry) for entry in found], ensure_ascii=False, indent=2)


def _object(entry: Entry) -> dict[str, object]:
    """An entry for machines; what is not known is null."""
    return {
        "id": entry.id,
        "name": entry.name.en,
        "undocking": f"{entry.undocking:%Y-%m-%dT%H:%M:%SZ}" if entry.undocking else None,
        "landing": f"{entry.landing:%Y-%m-%dT%H:%M:%SZ}" if entry.landing else None,
        "crew": [one.name.en for one in entry.crew],
        "days": [round(one.days, 2) for one in entry.crew],
        "port": entry.port.en if entry.port else None,
        "spacecraft": entry.spacecraft or None,
        "descent": None if entry.fault else entry.mode.en,
        "flyaround": entry.flyaround,
        "night": entry.night,
        "uncrewed": None if entry.fault else entry.uncrewed,
        "latitude": round(degrees(entry.place.latitude), 4) if entry.place else None,
        "longitude": round(degrees(entry.place.longitude), 4) if entry.place else None,
        "located": entry.located if entry.place else None,
        "records": [record.en for record in entry.records],
        "own": not entry.built_in,
        "replaced": entry.replaced,
        "fault": entry.fault or None,
        "file": str(entry.path),
    }
