"""Timelines as space agencies print them: a time and what happens then, line by line.

The day comes from a date in the line or above it, the zone from the time, its column, or a line such as "all times
EDT". Where clock times go back by half a day without a date, a new day has begun.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo

from mission_gui.missionfile.timeline.clock import ClockTime, find_day, find_times, instant
from mission_gui.missionfile.timeline.entries import Timeline, TimelineEntry
from mission_gui.missionfile.timeline.rows import Row, rows_of
from mission_gui.missionfile.timeline.zones import is_local, zone_in

_LONGEST = 80
_NEW_DAY = timedelta(hours=12)
_SAME = timedelta(minutes=1)
_INNER = re.compile(r"\(([^()]*)\)")
_AIRED = re.compile(r"(?i)\b(video ?file|coverage|replay of|news conference|interview|broadcast|press)\b")
_JOINT = re.compile(r"(?i)\s+(?:is |are )?(?:scheduled|planned|expected)?\s*(?:at|for)?\s*(?:about\s+)?$|\s+at\s*$")
_EDGES = " \t-–—:;,.|•·*"
_WEEKDAY = re.compile(r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?")


@dataclass(frozen=True, slots=True)
class _State:
    """What the lines above have told."""

    day: date | None
    zone: tzinfo | None
    columns: tuple[tzinfo | None, ...] = ()
    last: time | None = None
    waiting: "_Moment | None" = None


@dataclass(frozen=True, slots=True)
class _Moment:
    row: Row
    time: datetime
    precision: float
    printed: str


def read_table(text: str, day: date | None, zone: tzinfo | None, year: int | None = None) -> Timeline:
    """The timeline of a page or table. `day` and `zone` are those of times before the text tells others, `year` that of
    dates which tell none."""
    rows, title = rows_of(text)
    reader = _Reader(_State(day, zone), year or (day.year if day else None))
    for row in rows:
        reader.take(row)
    reader.settle(None)
    return Timeline(tuple(reader.entries), tuple(reader.left_out), title)


class _Reader:
    """Goes through the rows: `entries` is what was understood, `left_out` what was not, with its line."""

    def __init__(self, state: _State, year: int | None) -> None:
        self.entries: list[TimelineEntry] = []
        self.left_out: list[str] = []
        self._state, self._year = state, year

    def take(self, row: Row) -> None:
        """One more row."""
        dated = find_day(row.text, self._year) if not _stamped(row.text) else None
        times = find_times(dated[1] if dated else row.text)
        if dated:
            self._state = replace(self._state, day=dated[0], last=None)
            row = Row(row.line, tuple(_without_day(cell, self._year) for cell in row.cells))
        if not times:
            self._head_or_name(row)
        elif _AIRED.search(row.text) and not _INNER.search(row.text):
            self._leave(row, "it tells what is on the air")
        else:
            self._moments(row)

    def settle(self, name: str | None) -> None:
        """Gives the time that stood alone its name, from the line below it."""
        waiting = self._state.waiting
        self._state = replace(self._state, waiting=None)
        if waiting is not None and name:
            self._add(waiting, name)
        elif waiting is not None:
            self._leave(waiting.row, "no name stands beside the time")

    def _head_or_name(self, row: Row) -> None:
        """A line without a time: the name of the time above it, or the zones of what comes, or neither."""
        zones = tuple(zone_in(cell) for cell in row.cells)
        if any(zones) and (len(row.cells) > 1 or re.search(r"(?i)\btimes?\b|^\W*\w+\W*$", row.text)):
            one = zone_in(row.text)
            self._state = replace(
                self._state, columns=zones if len(row.cells) > 1 else (), zone=one or self._state.zone
            )
        elif self._state.waiting is not None:
            self.settle(_name(row.text))

    def _moments(self, row: Row) -> None:
        if self._state.waiting is not None and all(_is_local(row.text, one) for one in find_times(row.text)):
            self.settle(_name(_INNER.sub("", row.text)))
            return
        self.settle(None)
        inner = [part for whole in _INNER.findall(row.text) for part in whole.split(";")]
        scheduled = [part for part in inner if find_times(part)]
        named = [part for part in scheduled if _name(_before(part))]
        for part in named:
            self._moment(row, part, find_times(part)[:1], _before(part))
        if named:
            return
        if scheduled and _AIRED.search(row.text):
            self._bracketed(row)
            return
        times, name = self._cells(row)
        self._moment(row, row.text, times, name)

    def _bracketed(self, row: Row) -> None:
        """`Deorbit burn (8:35 p.m.) and landing (9:26 p.m.) coverage`."""
        rest = _after_lead(row.text)
        for match in _INNER.finditer(rest):
            before = rest[: match.start()].rpartition(")")[2]
            self._moment(row, match[1], find_times(match[1])[:1], re.sub(r"^\s*and\s+", "", before))

    def _cells(self, row: Row) -> tuple[list[ClockTime], str]:
        """The times of a row, each in the zone of its column, and the longest of the texts."""
        times: list[ClockTime] = []
        names = []
        for index, cell in enumerate(row.cells):
            zone = self._state.columns[index] if index < len(self._state.columns) else None
            found = [one for one in find_times(cell) if not _is_local(cell, one)]
            times += [replace(one, zone=one.zone or zone) for one in found]
            names.append(_name(_without_times(cell, find_times(cell))))
        told = [name for name in names if name]
        return times, told[0] if told else ""

    def _moment(self, row: Row, text: str, times: list[ClockTime], name: str) -> None:
        if not times:
            self._leave(row, "its time is that of the landing site alone, or none that exists")
            return
        first, zone = times[0], times[0].zone or self._state.zone
        day = first.day or self._day(first)
        if zone is None or day is None:
            self._leave(row, f"no {'zone' if zone is None else 'date'} is told")
            return
        time = instant(first, day, zone)
        if time is None:
            self._leave(row, "the time lies beyond the calendar")
            return
        self._compare(row, times[1:], day, time)
        moment = _Moment(row, time, first.precision, row.text)
        if _name(name):
            self._add(moment, name)
        else:
            self._state = replace(self._state, waiting=moment)

    def _day(self, clock: ClockTime) -> date | None:
        """The day of a clock time: the next one where the clock has gone back by half a day."""
        state = self._state
        if state.day is None:
            return None
        day = state.day
        if state.last is not None and _of_day(state.last) - _of_day(clock.clock) > _NEW_DAY:
            day += timedelta(days=1)
        self._state = replace(state, day=day, last=clock.clock)
        return day

    def _compare(self, row: Row, others: list[ClockTime], day: date, time: datetime) -> None:
        """The same moment in other zones; what is said of another moment is told."""
        for other in others:
            if other.zone is None:
                continue
            near = (instant(other, day + timedelta(days=shift), other.zone) for shift in (-1, 0, 1))
            if not any(one is not None and abs(one - time) <= _SAME for one in near):
                self._leave(row, "its times in several zones do not agree; the first was taken")

    def _add(self, moment: _Moment, name: str) -> None:
        name = _name(name)
        short = _shortened(name)
        note = name if short != name else ""
        self.entries.append(
            TimelineEntry(moment.row.line, short, moment.time, moment.precision, moment.printed[:200], note)
        )

    def _leave(self, row: Row, why: str) -> None:
        self.left_out.append(f"line {row.line}: {row.text[:_LONGEST]!r}: {why}")


def _is_local(text: str, clock: ClockTime) -> bool:
    """Whether the words behind a time say that it is the landing site's."""
    return clock.zone is None and is_local(text[clock.end : clock.end + 24])


def _of_day(clock: time) -> timedelta:
    return timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second)


def _stamped(text: str) -> bool:
    """Whether a time in it tells its own day."""
    return any(one.day for one in find_times(text))


def _without_day(cell: str, year: int | None) -> str:
    found = find_day(cell, year)
    return _WEEKDAY.sub("", found[1]) if found else cell


def _without_times(cell: str, times: list[ClockTime]) -> str:
    for one in reversed(times):
        cell = f"{cell[: one.start]} {cell[one.end :]}"
    return _INNER.sub(lambda match: match[0] if match[1].strip(_EDGES) else "", cell)


def _before(part: str) -> str:
    times = find_times(part)
    return _JOINT.sub("", part[: times[0].start]) if times else part


def _after_lead(text: str) -> str:
    """Without the time that a line begins with, which is that of the broadcast."""
    times = find_times(text)
    lead = times[0] if times and not text[: times[0].start].strip(_EDGES) else None
    return text[lead.end :] if lead else text


def _name(text: str) -> str:
    return " ".join(text.strip(_EDGES).split()) if any(mark.isalpha() for mark in text) else ""


def _shortened(text: str) -> str:
    """The first sentence, or as many words as fit."""
    first = re.split(r"(?<=[a-zа-я)])\.\s|\s{2,}", text, maxsplit=1)[0].rstrip(".")
    if len(first) > _LONGEST:
        first = first[:_LONGEST].rpartition(" ")[0] or first[:_LONGEST]
    opened = first.count("(") > first.count(")")
    return (first.rpartition("(")[0].rstrip() if opened else first) or first
