"""Dates and clock times as timelines print them."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from mission_gui.missionfile.timeline.zones import NAMED, ZONES

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DATES = (
    re.compile(r"(?<![\d:])(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})(?!\d)"),
    re.compile(r"(?<![\d:.])(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>\d{4})(?!\d)"),
    re.compile(rf"(?i)\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:\d)(?:,?\s+(?P<year>\d{{4}})\b(?!:\d))?"),
    re.compile(rf"(?i)\b(?P<day>\d{{1,2}})\s+{_MONTH}(?:\s+(?P<year>\d{{4}})\b(?!:\d))?"),
)
_HALF = r"(?:\s*(?P<half>[ap])\.?m\b\.?)"
_CLOCK = re.compile(
    rf"(?i)(?<![\d:.,+-])(?:(?P<doy>\d{{3}})[:/])?(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?::(?P<second>\d{{2}})(?P<part>\.\d{{1,6}})?)?(?![\d:])"
    rf"{_HALF}?|(?<![\d:.,])(?P<bare>\d{{1,2}}){_HALF.replace('half', 'bare_half')}"
    r"|(?<![\d:.,])(?P<four>\d{4})(?=\s*(?:GMT|UTC|Z)\b)|(?P<word>\b(?:noon|midnight)\b)"
)
_DATED = re.compile(r"(?<![\d])\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?\s?(?:Z|[+-]\d{2}:?\d{2})")


_GAP = re.compile(r"[ ,]*")


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time as printed: where it stands in its text, the clock, and what of day and zone is told beside it."""

    start: int
    end: int
    clock: time
    precision: float
    zone: tzinfo | None = None
    day: date | None = None
    day_of_year: int | None = None


def find_day(text: str, year: int | None) -> tuple[date, str] | None:
    """The first date in a text, and the text without it; `year` is that of a date which tells none."""
    for pattern in _DATES:
        match = pattern.search(text)
        if match is None:
            continue
        told = match.groupdict()
        number = int(told["number"]) if told.get("number") else _MONTHS.index(told["month"].lower()[:3]) + 1
        told_year = int(told["year"]) if told.get("year") else year
        if told_year is None:
            continue
        try:
            return date(told_year, number, int(told["day"])), text[: match.start()] + " " + text[match.end() :]
        except ValueError:
            continue  # a day that is none: not a date, then
    return None


def find_times(text: str) -> list[ClockTime]:
    """The times in a text, in order, each with the zone that stands behind it."""
    stamps = [_stamp(match) for match in _DATED.finditer(text)]
    found = [stamp for stamp in stamps if stamp is not None]
    for match in _CLOCK.finditer(text):
        if not any(stamp.start <= match.start() < stamp.end for stamp in found):
            clock = _clock(match, text)
            found += [clock] if clock else []
    return sorted(found, key=lambda one: one.start)


def _stamp(match: re.Match[str]) -> ClockTime | None:
    try:
        moment = datetime.fromisoformat(match[0].replace(" Z", "Z").replace("Z", "+00:00"))
        precision = 1.0 if match[0].count(":") - match[0].count("+") >= 2 else 60.0
        return ClockTime(match.start(), match.end(), moment.time(), precision, moment.tzinfo or UTC, moment.date())
    except (ValueError, OverflowError):
        return None


def _clock(match: re.Match[str], text: str) -> ClockTime | None:
    told = match.groupdict()
    if told["word"]:
        hour, minute, second, half = (12 if told["word"].lower() == "noon" else 0), 0, 0, None
    elif told["four"]:
        hour, minute, second, half = int(told["four"][:2]), int(told["four"][2:]), 0, None
    else:
        hour, minute = int(told["hour"] or told["bare"]), int(told["minute"] or 0)
        second, half = int(told["second"] or 0), told["half"] or told["bare_half"]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    part = round(float(told["part"] or 0) * 1e6)
    behind = _GAP.match(text, match.end())
    zone = NAMED.match(text, behind.end() if behind else match.end())
    return ClockTime(
        match.start(),
        zone.end() if zone else match.end(),
        time(hour, minute, second, part),
        1.0 if told["second"] else 60.0,
        ZONES[zone[1]] if zone else None,
        day_of_year=int(told["doy"]) if told["doy"] else None,
    )


def instant(clock: ClockTime, day: date, zone: tzinfo) -> datetime | None:
    """The instant in UTC; None beyond the calendar."""
    try:
        if clock.day_of_year:
            day = date(day.year, 1, 1) + timedelta(days=clock.day_of_year - 1)
        return datetime.combine(clock.day or day, clock.clock, clock.zone or zone).astimezone(UTC)
    except (OverflowError, ValueError):
        return None
