"""Puts a timeline into a mission file, whose comments and order stay."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

import tomlkit
from tomlkit import TOMLDocument
from tomlkit.items import AoT, Array, InlineTable, Table

from mission_gui.domain.errors import UserError
from mission_gui.domain.events import EVENT_NAMES
from mission_gui.missionfile.timeline.entries import Timeline, TimelineEntry
from mission_gui.missionfile.timeline.names import SPANS, key_of, known_event
from mission_gui.missionfile.walk import text, used_time

MOST_ENTRIES = 500

Side = Literal["planned", "actual"]


@dataclass(frozen=True, slots=True)
class Inserted:
    """The file's new text, and a sentence for each report that went in or was there already."""

    text: str
    told: tuple[str, ...]


def inserted(content: str, timeline: Timeline, side: Side, source: str, title: str, url: str = "") -> Inserted:
    """The text of a mission file with the entries as reports of a source; UserError where it has no list of events."""
    if len(timeline.entries) > MOST_ENTRIES:
        raise UserError(f"{len(timeline.entries)} times are more than any timeline has: give the part that is one")
    kept = tomlkit.parse(content)
    events = kept.get("events")
    if not isinstance(events, AoT):
        raise UserError("the file has no [[events]] to put them into: begin one with mission-gui new")
    key = _cite(kept, source, title, url)
    told = [line for entry in timeline.entries for line in _put(events, entry, side, key)]
    return Inserted(kept.as_string(), tuple(told))


def _cite(kept: TOMLDocument, source: str, title: str, url: str) -> str:
    """The key of the source, entered where it is not there under this title."""
    sources = kept.get("sources")
    if not isinstance(sources, Table):
        raise UserError("the file has no [sources] to enter the timeline's source in: add that line")
    for key, entry in sources.items():
        known = entry.get("title") if isinstance(entry, dict) else None
        if (known.get("en") if isinstance(known, dict) else known) == title:
            return str(key)
    free = key_of(source, set(sources), "timeline").replace("_", "-")
    row = _inline({"title": title} | ({"url": url} if url else {}))
    sources.append(free, row)
    return free


def _put(events: AoT, entry: TimelineEntry, side: Side, source: str) -> Iterator[str]:
    event_id = _event_of(events, entry)
    clock = f"{entry.time:%Y-%m-%d %H:%M:%S} UTC"
    found = next((event for event in events if event.get("id") == event_id), None)
    if found is None:
        events.insert(_place(events, entry.time), _event(event_id, entry, side, source))
        yield f"{clock}  {event_id}: {entry.name} (new)"
        return
    reports = found.get(side)
    if not isinstance(reports, list):
        reports = tomlkit.array()
        found.add(side, reports)
    if any(report.get("time") == entry.time and report.get("source") == source for report in _tables(reports)):
        yield f"{clock}  {event_id}: {entry.name} (there already)"
        return
    _append(reports, _report(entry, source))
    yield f"{clock}  {event_id}: {entry.name} ({side})"


def _event_of(events: AoT, entry: TimelineEntry) -> str:
    """The id of the event that an entry tells of: one the program knows, or a key of its name."""
    head, _, tail = entry.name.rpartition(": ")
    if head and tail.replace(" ", "_") in SPANS.values():
        return tail.replace(" ", "_")
    known = known_event(entry.name)
    if known is not None:
        return known
    for event in events:
        name = event.get("name")
        if isinstance(name, dict) and text(dict(name), "en") == entry.name:
            return str(event.get("id"))
    return key_of(entry.name, {*EVENT_NAMES, *(str(event.get("id")) for event in events)}, "event")


def _tables(reports: Any) -> list[dict[str, Any]]:
    return [report for report in reports if isinstance(report, dict)]


def _place(events: AoT, time: datetime) -> int:
    """Before the first event that comes later."""
    later = (index for index, event in enumerate(events) if (used := used_time(event)) is not None and used > time)
    return next(later, len(events))


def _event(event_id: str, entry: TimelineEntry, side: Side, source: str) -> Table:
    table = tomlkit.table()
    table.add("id", event_id)
    if event_id not in EVENT_NAMES:
        table.add("name", _inline({"en": entry.name}))
    reports = tomlkit.array()
    reports.append(_report(entry, source))
    table.add(side, reports)
    table.add(tomlkit.nl())
    return table


def _report(entry: TimelineEntry, source: str) -> InlineTable:
    """`{ time = 2022-03-30T07:21:00Z, source = "nasa", text = "3:21 a.m. EDT Undocking" }`."""
    said = "; ".join(dict.fromkeys(part for part in (entry.printed, entry.note) if part))
    row: dict[str, Any] = {"time": entry.time.astimezone(UTC), "source": source}
    row |= {"precision": entry.precision} if entry.precision != 60.0 else {}
    row |= {"text": said} if said else {}
    return _inline(row)


def _inline(values: dict[str, Any]) -> InlineTable:
    """An inline table as the program's files have it: with spaces inside the braces, and times with Z."""
    told = ", ".join(f"{key} = {_written(value)}" for key, value in values.items())
    row = tomlkit.parse(f"row = {{ {told} }}")["row"]
    assert isinstance(row, InlineTable)
    return row


def _written(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return str(tomlkit.item(value).as_string())


def _append(reports: Any, row: InlineTable) -> None:
    """One more report; a list of several lines keeps its lines."""
    if isinstance(reports, AoT):
        table = tomlkit.table()
        table.update(row)
        reports.append(table)
    elif isinstance(reports, Array) and "\n" in reports.as_string():
        reports.add_line(row, indent="    ")
    else:
        reports.append(row)
