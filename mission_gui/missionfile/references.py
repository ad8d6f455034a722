"""Names that a file uses and must have: sources, events, crew, places; and names that may stand only once."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from mission_gui.missionfile.faults import Fault
from mission_gui.missionfile.walk import Tables, child, rows, text, texts


def source_faults(tables: Tables) -> Iterator[Fault]:
    """Sources that are named but not listed in `[sources]`."""
    listed = _keys(tables, "sources")
    for place, source in _named_sources({key: value for key, value in tables.items() if key != "sources"}, ""):
        yield from _unknown(place.removeprefix("."), "source", source, listed, "[sources]")


def unused_sources(tables: Tables) -> Iterator[Fault]:
    """Sources that are listed and never named."""
    named = {name for _, name in _named_sources({key: value for key, value in tables.items() if key != "sources"}, "")}
    for name in _keys(tables, "sources"):
        if name not in named:
            yield f"sources.{name}", "named nowhere; take it out, or name it where it is the source"


def _named_sources(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _named_sources(entry, f"{place}[{index}]")
    elif isinstance(value, dict):
        for key in value:
            here = f"{place}.{key}"
            if key == "sources":
                yield from ((f"{here}[{index}]", name) for index, name in enumerate(texts(value, key)))
            elif isinstance(value[key], str) and (key == "source" or key.endswith("_source")):
                yield here, value[key]
            else:
                yield from _named_sources(value[key], here)


def name_faults(tables: Tables) -> Iterator[Fault]:
    """Events, crew members and places that are named but not there."""
    events = [name for _, row in rows(tables, "events") if (name := text(row, "id"))]
    crew = [name for _, row in rows(tables, "crew") if (name := text(row, "id"))]
    places = ["landing", *_keys(tables, "places")]
    for place, row in (*rows(tables, "recovery.states"), *rows(tables, "recovery.legs")):
        for index, name in enumerate(texts(row, "crew")):
            yield from _unknown(f"{place}.crew[{index}]", "crew member", name, crew, "[[crew]]")
    for place, row in rows(tables, "recovery.legs"):
        for key in ("origin", "destination"):
            yield from _unknown(f"{place}.{key}", "place", text(row, key), places, "[places]")
    for place, name in _named_events(tables):
        yield from _unknown(place, "event", name, events, "[[events]]")


def _named_events(tables: Tables) -> Iterator[tuple[str, str | None]]:
    for place, row in rows(tables, "recovery.legs"):
        yield f"{place}.departs", text(row, "departs")
        yield f"{place}.arrives", text(row, "arrives")
    for place, row in rows(tables, "recovery.states"):
        yield f"{place}.event", text(row, "event")
    for place, row in rows(tables, "recovery.assets"):
        for inner, state in rows(row, "states"):
            yield f"{place}.{inner}.event", text(state, "event")


def duplicate_faults(tables: Tables, *columns: tuple[str, str]) -> Iterator[Fault]:
    """Values that stand twice in a column, given as a list and a key: `("crew", "name")`."""
    for list_place, key in columns:
        first: dict[str, str] = {}
        for place, row in rows(tables, list_place):
            name = text(row, key)
            if name is not None and first.setdefault(name, place) != place:
                yield f"{place}.{key}", f"{name!r} stands in {first[name]} already; give each its own {key}"


def _unknown(place: str, what: str, name: str | None, known: Iterable[str], where: str) -> Iterator[Fault]:
    names = list(known)
    if name is None or name in names:
        return
    near = get_close_matches(name, names, n=1)
    hint = f"did you mean {near[0]}?" if near else f"add it to {where}, or use one of: {_some(names)}"
    yield place, f"unknown {what} {name!r}; {hint}"


def _some(names: list[str]) -> str:
    return ", ".join(names[:8]) + (", ..." if len(names) > 8 else "") if names else "none yet"


def _keys(tables: Tables, place: str) -> list[str]:
    value = child(tables, place)
    return list(value) if isinstance(value, dict) else []
