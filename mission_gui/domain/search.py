"""Finds missions in a list of them: words, filters, order, and what was perhaps meant."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date
from difflib import get_close_matches
from typing import Any

from mission_gui.domain.catalogue import Entry

Entries = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; an empty text or None asks for nothing.

    `words` stand somewhere in what is told of the mission, `crew` in one name of its crew, `port` in that of its port,
    in either language. `since` and `until` hold the day of the landing, UTC, both included.
    """

    words: str = ""
    crew: str = ""
    since: date | None = None
    until: date | None = None
    year: int | None = None
    port: str = ""
    ballistic: bool | None = None
    flyaround: bool | None = None
    night: bool | None = None
    uncrewed: bool | None = None
    own: bool | None = None

    def matches(self, entry: Entry) -> bool:
        """Whether a mission is what is looked for; a broken file, which tells nothing else, only by words and `own`."""
        if entry.fault and any(getattr(self, name) != default for name, default in _OF_THE_FLIGHT):
            return False
        return all(fits(self, entry) for fits in _FILTERS)


_OF_THE_FLIGHT = [(one.name, one.default) for one in fields(Query) if one.name not in ("words", "own")]


def search(entries: Iterable[Entry], query: Query) -> Entries:
    """The missions that fit, in the order given."""
    return tuple(entry for entry in entries if query.matches(entry))


def folded(text: str) -> str:
    """A text without case, accents and the dots of ё: what two writings of a word have in common."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _said(wanted: str, text: str) -> bool:
    """Whether all words of a wish stand in a folded text."""
    return all(word in text for word in folded(wanted).split())


def _in_time(query: Query, entry: Entry) -> bool:
    if entry.landing is None:
        return True
    day = entry.landing.date()
    return (query.since or day) <= day <= (query.until or day) and day.year == (query.year or day.year)


def _from_port(query: Query, entry: Entry) -> bool:
    return not query.port or entry.port is not None and _said(query.port, folded(f"{entry.port.en} {entry.port.ru}"))


def _with_crew(query: Query, entry: Entry) -> bool:
    names = (folded(f"{one.name.en} {one.name.ru}") for one in entry.crew)
    return not query.crew or any(_said(query.crew, name) for name in names)


def _is(name: str) -> Callable[[Query, Entry], bool]:
    def fits(query: Query, entry: Entry) -> bool:
        wanted = getattr(query, name)
        return wanted is None or getattr(entry, name) is wanted

    return fits


_FILTERS: tuple[Callable[[Query, Entry], bool], ...] = (
    _is("ballistic"),
    _is("flyaround"),
    _is("night"),
    _is("uncrewed"),
    lambda query, entry: query.own in (None, not entry.built_in),
    _in_time,
    _from_port,
    _with_crew,
    lambda query, entry: _said(query.words, entry.words),
)


def in_numbers(text: str) -> tuple[Any, ...]:
    """A text as what sorts `TMA-2` before `TMA-10`."""
    parts = re.split(r"(\d+)", folded(text))
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts if part)


COLUMNS: dict[str, Callable[[Entry], Any]] = {
    "id": lambda entry: in_numbers(entry.id),
    "name": lambda entry: in_numbers(str(entry.name)),
    "undocking": lambda entry: entry.undocking,
    "landing": lambda entry: entry.landing,
    "crew": lambda entry: folded(entry.names) or None,
    "port": lambda entry: folded(str(entry.port)) if entry.port else None,
    "days": lambda entry: entry.days,
    "mode": lambda entry: None if entry.fault else entry.ballistic,
    "flyaround": lambda entry: entry.flyaround,
    "night": lambda entry: entry.night,
    "own": lambda entry: not entry.built_in,
    "place": lambda entry: (entry.place.latitude, entry.place.longitude) if entry.place else None,
}
"""What a list is sorted by, by the name of the column; None where a mission does not tell it."""


def sort(entries: Iterable[Entry], column: str = "landing", reverse: bool = False) -> Entries:
    """The missions in the order of a column of `COLUMNS`; those that do not tell it come last either way."""
    key, listed = COLUMNS[column], list(entries)
    told = [entry for entry in listed if key(entry) is not None]
    untold = [entry for entry in listed if key(entry) is None]
    return (*sorted(told, key=key, reverse=reverse), *untold)


def near_misses(entries: Iterable[Entry], query: Query, most: int = 3) -> tuple[str, ...]:
    """Words of the missions that look like those of a wish that none has, the nearest first."""
    known = {word for entry in entries for word in entry.words.split()}
    wanted = [word for text in (query.words, query.crew, query.port) for word in folded(text).split()]
    strange = [word for word in wanted if not any(word in one for one in known)]
    return tuple(near for word in strange for near in get_close_matches(word, known, most, 0.7))
