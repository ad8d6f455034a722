"""Timestamps as people paste them: dates in the forms that are in use, a time of day, a zone or an offset."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

_MONTHS = (
    ("january", "января"), ("february", "февраля"), ("march", "марта"), ("april", "апреля"), ("may", "мая"),
    ("june", "июня"), ("july", "июля"), ("august", "августа"), ("september", "сентября"), ("october", "октября"),
    ("november", "ноября"), ("december", "декабря"),
)  # fmt: skip
_NAMED = {name[:3]: number for number, names in enumerate(_MONTHS, 1) for name in (*names, "май"[: 3 * (number == 5)])}
_MONTH = r"(?P<month>[a-zа-я]{3,9})\.?"
_FIXED = {"utc": 0, "ut": 0, "z": 0, "gmt": 0, "edt": -4, "est": -5, "cdt": -5, "cst": -6, "cest": 2, "cet": 1}
_PLACES = {
    "дмв": "Europe/Moscow", "dmv": "Europe/Moscow", "мск": "Europe/Moscow", "msk": "Europe/Moscow",
    "et": "America/New_York", "ct": "America/Chicago",
}  # fmt: skip
_OFFSET = re.compile(r"(?:utc|gmt)?\s*(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?")
_TIME = re.compile(r"(?<![\d:])(?P<h>\d{1,2}):(?P<m>\d\d)(?::(?P<s>\d\d(?:[.,]\d+)?))?\s*(?P<half>[ap]\.?m\.?(?!\w))?")
_DATES = tuple(
    re.compile(form)
    for form in (
        r"(?<!\d)(?P<year>\d{4})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>\d{4})(?!\d)",
        r"(?<!\d)(?P<year>\d{4})[-/:](?P<ordinal>\d{3})(?=[/: ]|$)[/:]?",
        r"(?<!\S)(?P<ordinal>\d{3})/(?=\d\d:)",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH}(?:,?[\s-]+(?P<year>\d{{4}})(?!\d))?(?:\s*г\.?)?",
        rf"(?<!\w){_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:)(?:,?\s+(?P<year>\d{{4}})(?!\d))?",
    )
)
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun|пн|вт|ср|чт|пт|сб|вс)[a-zа-я]*[.,]?\s+")
_BETWEEN = re.compile(r"^(?:[\s,]|\bat\b|\bв\b)+|(?:[\s,]|\bat\b|\bв\b)+$")


@dataclass(frozen=True, slots=True)
class Timestamp:
    """What of a timestamp was written: a day, a time of day, a zone; without a zone it is in UTC."""

    day: date | None
    time: time | None
    zone: tzinfo = UTC

    def on(self, day: date) -> datetime:
        """The instant, on a day where none was written."""
        return datetime.combine(self.day or day, self.time or time(), self.zone)


def read_timestamp(words: str, year: int) -> Timestamp | None:
    """The timestamp in some words, None where they are none; a day without a year is in `year`.

    ValueError for one that is no day or no time of day.
    """
    rest = _WEEKDAY.sub("", _spaced(words.strip().casefold()))
    dated, rest = _take(rest, *_DATES)
    timed, rest = _take(rest, _TIME)
    zone = _zone(_BETWEEN.sub("", rest))
    if zone is None or dated is None and timed is None:
        return None
    return Timestamp(dated and _day(dated, year), timed and _time(timed), zone)


def _spaced(words: str) -> str:
    """ISO 8601 with a gap for its T, and its basic form written out."""
    basic = re.sub(r"(?<!\d)(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)?", r"\1-\2-\3 \4:\5:\6", words)
    return re.sub(r"(?<=\d)t(?=\d)", " ", basic).replace(": ", " ").replace(":z", "z")


def _take(words: str, *forms: re.Pattern[str]) -> tuple[re.Match[str] | None, str]:
    """What the first form that occurs finds in some words, and the words without it."""
    for form in forms:
        match = form.search(words)
        if match and (month := match.groupdict().get("month", "january")) and _month(month):
            return match, f"{words[: match.start()]} {words[match.end() :]}"
    return None, words


def _month(name: str) -> int | None:
    """The number of a month by its name, whole or short, in English or Russian."""
    number = _NAMED.get(name[:3])
    whole = number and any(known.startswith(name) for known in (*_MONTHS[number - 1], "май", "sept"))
    return number if whole else None


def _day(match: re.Match[str], usual: int) -> date:
    parts = match.groupdict()
    year = int(parts.get("year") or usual)
    if "ordinal" in parts:
        return datetime.strptime(f"{year} {parts['ordinal']}", "%Y %j").date()
    return date(year, int(parts.get("number") or _month(parts["month"]) or 0), int(parts["day"]))


def _time(match: re.Match[str]) -> time:
    hours, seconds = int(match["h"]), float((match["s"] or "0").replace(",", "."))
    if match["half"]:
        if not 1 <= hours <= 12:
            raise ValueError("hour must be in 1..12")
        hours = hours % 12 + 12 * (match["half"][0] == "p")
    whole = int(seconds)
    return time(hours, int(match["m"]), whole, int((seconds - whole) * 1e6))


def _zone(words: str) -> tzinfo | None:
    """A zone by its usual short name, its name in the IANA list, or an offset; None for anything else."""
    name = words.strip("()[] ")
    if not name:
        return UTC
    if name in _FIXED:
        return timezone(timedelta(hours=_FIXED[name]), name.upper())
    if match := _OFFSET.fullmatch(name):
        ahead = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
        return timezone(-ahead if match["sign"] == "-" else ahead) if ahead < timedelta(days=1) else None
    place = _PLACES.get(name) or (_titled(name) if re.fullmatch(r"[a-z_]+/[a-z_/]+", name) else "")
    try:
        return ZoneInfo(place) if place else None
    except (KeyError, ValueError, OSError):  # what the system's list of zones does not have
        return None


def _titled(name: str) -> str:
    """`america/new_york` as the list of zones writes it."""
    return "/".join("_".join(word.capitalize() for word in part.split("_")) for part in name.split("/"))
