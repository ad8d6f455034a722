"""What a template leaves to be filled in: `"FILL IN: the name in Latin letters"`, in the place of any value."""

from collections.abc import Iterator
from typing import Any

from mission_gui.missionfile.faults import Fault
from mission_gui.missionfile.walk import Tables

MARK = "FILL IN: "


def with_placeholders(tables: Tables, faults: list[Fault]) -> list[Fault]:
    """The faults of a file, with the one sentence for each placeholder in place of all that follows from it."""
    empty = dict(_found(tables, ""))
    return [*empty.items(), *(fault for fault in faults if fault[0] not in empty)]


def _found(value: Any, place: str) -> Iterator[Fault]:
    if isinstance(value, dict):
        for key, entry in value.items():
            yield from _found(entry, f"{place}.{key}" if place else key)
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _found(entry, f"{place}[{index}]")
    elif isinstance(value, str) and value.startswith(MARK):
        yield place, f"still to be filled in; {value.removeprefix(MARK)}"
