"""Time zones as timelines name them."""

import re
from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mission_gui.domain.errors import UserError


def _hours(hours: int) -> timezone:
    return timezone(timedelta(hours=hours))


ZONES: dict[str, tzinfo] = {
    "UTC": _hours(0),
    "GMT": _hours(0),
    "EDT": _hours(-4),
    "EST": _hours(-5),
    "CDT": _hours(-5),
    "CST": _hours(-6),
    "PDT": _hours(-7),
    "PST": _hours(-8),
    "CET": _hours(1),
    "CEST": _hours(2),
    "Eastern": ZoneInfo("America/New_York"),
    "ET": ZoneInfo("America/New_York"),
    "Central": ZoneInfo("America/Chicago"),
    "Houston": ZoneInfo("America/Chicago"),
    "Moscow": ZoneInfo("Europe/Moscow"),
    "MSK": ZoneInfo("Europe/Moscow"),
    "МСК": ZoneInfo("Europe/Moscow"),
    "ДМВ": ZoneInfo("Europe/Moscow"),
}
"""The zone of each name. EDT and its like are offsets, whatever the law of the day said; names of places follow it."""

NAMED = re.compile(rf"(?<!\w)({'|'.join(sorted(ZONES, key=len, reverse=True))})(?!\w)(?:\s+(?:time|standard))?")
_LOCAL = re.compile(r"(?i)\b(?:kazakh\w*|local|site)\b")


def zone_in(text: str) -> tzinfo | None:
    """The zone that a text names; None where it names none, or several."""
    found = {match[1] for match in NAMED.finditer(text)}
    return ZONES[found.pop()] if len(found) == 1 else None


def is_local(text: str) -> bool:
    """Whether a text speaks of the time at the landing site, whose law it does not name."""
    return _LOCAL.search(text) is not None


def zone_of(name: str) -> tzinfo:
    """The zone that a user names, by a name of the table or of the IANA; UserError."""
    known = {key.casefold(): zone for key, zone in ZONES.items()}
    if name.casefold() in known:
        return known[name.casefold()]
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UserError(f"unknown zone {name!r}: give one of {', '.join(ZONES)}, or one like Asia/Almaty") from None
