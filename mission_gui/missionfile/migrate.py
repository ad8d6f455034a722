"""Brings a mission file of an older format to the present one, with its comments and its order kept."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tomlkit import TOMLDocument, parse

from mission_gui.domain.errors import UserError
from mission_gui.missionfile.document import Document
from mission_gui.missionfile.versions import FORMAT
from mission_gui.missionfile.walk import Tables, child, rows


@dataclass(frozen=True, slots=True)
class Migration:
    """The text in the present format, and what was changed on the way, a sentence each."""

    text: str
    changes: tuple[str, ...]


def migrated(document: Document) -> Migration:
    """The file in the present format; UserError where no step leads there. What has no translation stays as it is."""
    written = document.tables.get("format")
    if not isinstance(written, int) or isinstance(written, bool) or not 1 <= written <= FORMAT:
        raise UserError(f"{document.path}: format {written!r} is none that leads to {FORMAT}; known: {_known()}")
    kept = parse(document.text)
    changes: list[str] = []
    for number in range(written, FORMAT):
        changes += STEPS[number](kept)
        kept["format"] = number + 1
    return Migration(kept.as_string(), tuple(changes))


def _known() -> str:
    return ", ".join(str(number) for number in (*STEPS, FORMAT))


def _first_to_second(kept: TOMLDocument) -> Iterator[str]:
    """Burns told in one way; the rest of format 1 has no exact translation, and `check` says what to write."""
    departure = child(kept, "departure")
    for place, burn in rows(departure if isinstance(departure, dict) else {}, "burns"):
        if burn.get("null") is True and _remove(burn, "delta_v"):
            yield f"departure.{place}: delta_v taken out; it meant nothing beside null"
        if burn.get("toward_centre") is False and _remove(burn, "toward_centre"):
            yield f"departure.{place}: toward_centre = false taken out; the format has it no longer"


def _remove(table: Tables, key: str) -> bool:
    return table.pop(key, None) is not None


Step = Callable[[Any], Iterator[str]]

STEPS: dict[int, Step] = {1: _first_to_second}
"""The step from each older format to the next."""
