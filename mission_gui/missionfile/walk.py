"""Ways through the tables of a file that may be wrong in any place: what does not fit is passed over."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

Tables = dict[str, Any]


def child(tables: Tables, place: str) -> Any:
    """What stands at `recovery.legs`, or None."""
    value: Any = tables
    for key in place.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value


def rows(tables: Tables, place: str) -> Iterator[tuple[str, Tables]]:
    """The tables of a list, each with its place."""
    value = child(tables, place)
    for index, row in enumerate(value if isinstance(value, list) else ()):
        if isinstance(row, dict):
            yield f"{place}[{index}]", row


def text(table: Tables, key: str) -> str | None:
    """The text of a key, or None."""
    value = table.get(key)
    return value if isinstance(value, str) else None


def texts(table: Tables, key: str) -> list[str]:
    """The texts in the list of a key."""
    value = table.get(key)
    return [entry for entry in value if isinstance(entry, str)] if isinstance(value, list) else []


def moment(table: Tables, key: str) -> datetime | None:
    """The time of a key where it is one with a zone, else None."""
    value = table.get(key)
    return value if isinstance(value, datetime) and value.tzinfo is not None else None


def number(table: Tables, key: str) -> float | None:
    """The finite number of a key, or None."""
    value = table.get(key)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not -1e300 < value < 1e300:
        return None
    return float(value)


def used_time(event: Tables) -> datetime | None:
    """The time of an event that counts: the first report, else the first plan, else what is assumed."""
    for _, report in (*rows(event, "actual"), *rows(event, "planned"), *rows(event, "assumed")):
        return moment(report, "time")
    return None


def event_row(tables: Tables, event_id: str) -> tuple[str, Tables]:
    """The place and table of the event of that id; `events` and an empty table where there is none."""
    found = (row for row in rows(tables, "events") if row[1].get("id") == event_id)
    return next(found, ("events", {}))


def event_time(tables: Tables, event_id: str) -> datetime | None:
    """The time that counts of the event of that id."""
    return used_time(event_row(tables, event_id)[1])
