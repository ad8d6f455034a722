"""`mission-gui events`: the sequence of events with planned, actual and modelled times."""

import argparse
import json
from datetime import date, datetime

from mission_gui.domain.events import Event
from mission_gui.domain.facts import Report

HELP = "print the sequence of events of a mission"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument(
        "mission", metavar="MISSION", help="the name of a built-in mission, or the path of a mission file"
    )
    parser.add_argument("--json", action="store_true", help="print a list of objects instead of a table")


def run(args: argparse.Namespace) -> int:
    """Prints the events; exit status 0."""
    from mission_gui.missionfile import find_mission, read_mission
    from mission_gui.session.flight import fly

    events = fly(read_mission(find_mission(args.mission))).events
    print(json.dumps([as_object(e) for e in events], indent=2, ensure_ascii=False) if args.json else table(events))
    return 0


def as_object(event: Event) -> dict[str, object]:
    """An event for machines: times in UTC, each report with its source."""
    return {
        "id": event.id,
        "name": event.name.en,
        "planned": [_report(report) for report in event.planned],
        "actual": [_report(report) for report in event.actual],
        "modelled": _ours(event),
        "kind": event.basis.value,
        "sigma_s": round(event.sigma, 1) if event.sigma is not None else None,
    }


def _ours(event: Event) -> str | None:
    """The model's time, or the one assumed where no source gives any."""
    if event.modelled:
        return stamp(event.modelled, tenths=True)
    return stamp(event.assumed[0].time) if event.assumed and not event.actual else None


def _report(report: Report) -> dict[str, object]:
    return {
        "time": stamp(report.time),
        "source": report.source.address.en,
        "kind": report.kind.value,
        "precision_s": report.precision,
        "qualifier": report.qualifier,
        "text": report.text.en,
    }


def stamp(time: datetime, tenths: bool = False) -> str:
    """`2022-03-30T10:34:05Z`, with a tenth of a second where asked."""
    text = time.strftime("%Y-%m-%dT%H:%M:%S")
    return f"{text}.{time.microsecond // 100000}Z" if tenths else f"{text}Z"


def table(events: tuple[Event, ...]) -> str:
    """The events for people, one a line; times of another day than the first one's carry their date."""
    day = next((event.time.date() for event in events if event.time), date.min)
    rows = [("event", "", "planned", "actual", "modelled", "+-", "time is")]
    for event in events:
        rows.append(
            (
                event.id,
                event.name.en,
                _short(event.planned, day),
                _short(event.actual, day),
                f"{event.modelled:%H:%M:%S}" if event.modelled else _short(event.assumed, day),
                f"{event.sigma:.0f} s" if event.sigma is not None else "",
                _known(event),
            )
        )
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join("  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows)


def _known(event: Event) -> str:
    if event.time is None:
        return "not known"
    return "assumed" if event.reports == event.assumed and event.assumed else event.basis.value


def _short(reports: tuple[Report, ...], day: date) -> str:
    if not reports:
        return ""
    report = reports[0]
    clock = f"{report.time:%H:%M:%S}" if report.precision < 60 else f"{report.time:%H:%M}"
    dated = clock if report.time.date() == day else f"{report.time:%d %b} {clock}"
    return f"{report.qualifier} {dated}".strip()
