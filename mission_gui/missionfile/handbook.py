"""The description of the mission format for who writes a file, made from the format itself.

`python -m mission_gui.missionfile.handbook` writes `docs/mission-format.md` again; a test tells when it is old.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mission_gui.domain.events import EVENT_NAMES
from mission_gui.missionfile import versions
from mission_gui.missionfile.models import MissionTable
from mission_gui.missionfile.schema import schema

Node = dict[str, Any]

INTRODUCTION = """\
# The mission format

*Made from the program: `python -m mission_gui.missionfile.handbook`. This is format {format}.*

A mission is one file in [TOML](https://toml.io), in UTF-8. `mission-gui new ID` starts one in the folder of your own
missions, with comments; `mission-gui check FILE` names all its faults with their lines and remedies, and warns of what
looks wrong; `mission-gui schema -o mission.schema.json` gives editors what they need to complete and check while one
types (then the line `#:schema mission.schema.json` stands at the top of the file). While the board shows a file, each
save is shown at once.

- **Nothing is invented.** What is not known is left out. Each figure names its source, a key of `[sources]`.
- **Kinds**: `actual` (reported), `planned` (announced before), `derived` (worked out from published figures),
  `calibrated` (fitted), `assumed` (no source gives it), `unverified` (published, but doubted). For what is derived or
  assumed the note says how.
- **Times** are UTC with `Z`, or carry the zone they were printed in, and stand without quotes: `2022-03-30T11:28:03Z`.
- **Where sources disagree**, all are kept: of a list of reports the first is the one used.
- **A figure** is `{{ value = 128.0, unit = "m/s", source = "nsf", kind = "assumed", note = "..." }}`.
- **A text** on the board is `{{ en = "...", ru = "..." }}`; without `ru` the Russian board shows the English.
- **Notes and statements** are words in quotes, which boards in both languages show as they stand, or such a text.
- **A key or id** is of small letters, digits, `-` and `_`.
"""

_WORDS = {
    "Wording": "text",
    "date-time": "time",
    "date": "day",
    "string": "words",
    "integer": "whole number",
    "number": "number",
    "boolean": "`true` or `false`",
}
_SEVERAL = {"key": "keys", "number": "numbers"}
_SPELLED_OUT = ("Wording",)
_FIGURE = {"value", "unit", "source", "kind"}


def handbook() -> str:
    """The whole description, in Markdown."""
    whole = schema(MissionTable)
    parts = [INTRODUCTION.format(format=versions.FORMAT), _events(), _table("The file", whole)]
    parts += [_table(name, node) for name, node in _tables(whole)]
    return "\n".join((*parts, _versions()))


def _tables(whole: Node) -> Iterator[tuple[str, Node]]:
    """The tables in the order in which the file's own rows lead to them; figures and texts are told above."""
    defined, waiting, seen = whole["$defs"], [whole], set(_SPELLED_OUT)
    while waiting:
        node = waiting.pop(0)
        for name in dict.fromkeys(_named(list(node.get("properties", {}).values()))):
            if name not in seen and not _is_figure(defined[name]):
                seen.add(name)
                waiting.append(defined[name])
                yield name, defined[name]


def _named(value: Any) -> Iterator[str]:
    """The tables that a part of the schema leads to."""
    if isinstance(value, list):
        for entry in value:
            yield from _named(entry)
    elif isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"].rpartition("/")[2]
        for entry in value.values():
            yield from _named(entry)


def _is_figure(node: Node) -> bool:
    return set(node["properties"]) >= _FIGURE


def _table(name: str, node: Node) -> str:
    required = node.get("required", [])
    lines = [f"## {_heading(name)}", "", node["description"], ""]
    lines += ["| key | value | required | meaning |", "|---|---|---|---|"]
    for key, entry in node["properties"].items():
        needed = "yes" if key in required else _usual(entry)
        lines.append(f"| `{key}` | {_value(entry)} | {needed} | {entry['description']} |")
    return "\n".join((*lines, ""))


def _heading(name: str) -> str:
    return name.removesuffix("Table").removesuffix("Entry")


def _usual(entry: Node) -> str:
    """What holds where a key is left out."""
    usual = entry.get("default")
    return "no" if usual in (None, "", [], {}) or isinstance(usual, dict) else f"no; {usual}".lower()


def _value(entry: Node) -> str:
    """What a key may have, in words."""
    if "anyOf" in entry:
        return " or ".join(_value(one) for one in entry["anyOf"] if one.get("type") != "null")
    if "$ref" in entry:
        return _reference(entry["$ref"].rpartition("/")[2])
    if "const" in entry:
        return f"`{entry['const']}`"
    if "enum" in entry:
        return ", ".join(f"`{one}`" if one != "" else "empty" for one in entry["enum"])
    if entry["type"] == "array":
        return _list(entry)
    if entry["type"] == "object":
        return f"table of {_value(entry['additionalProperties'])}"
    return _plain(entry)


def _list(entry: Node) -> str:
    fixed = entry.get("minItems") if entry.get("minItems") == entry.get("maxItems") else None
    most = f"{fixed} of " if fixed else "list of "
    least = ", not empty" if entry.get("minItems") and not fixed else ""
    each = _value(entry["items"])
    return f"{most}{_SEVERAL.get(each, each)}{least}"


def _reference(name: str) -> str:
    if name in _WORDS:
        return _WORDS[name]
    node = schema(MissionTable)["$defs"][name]
    if _is_figure(node):
        unit = node["properties"]["unit"]
        units = unit.get("enum") or [unit["const"]]
        return f"figure in {' or '.join(f'`{one}`' for one in units)}"
    return f"[{_heading(name)}](#{_heading(name).lower()})"


_LIMITS = {
    "minimum": "at least",
    "exclusiveMinimum": "more than",
    "maximum": "at most",
    "exclusiveMaximum": "less than",
}


def _plain(entry: Node) -> str:
    if entry.get("pattern", "").startswith("^[a-z0-9]"):
        return "key"
    if "examples" in entry:
        return f"words like `{entry['examples'][0]}`"
    word = _WORDS[str(entry.get("format") or entry["type"])]
    limits = [f"{words} {entry[limit]:g}" for limit, words in _LIMITS.items() if limit in entry]
    return ", ".join((word, *limits))


def _events() -> str:
    names = ", ".join(f"`{name}`" for name in EVENT_NAMES)
    return f"The events that the program knows: {names}.\n"


def _versions() -> str:
    said = (versions.__doc__ or "").partition("\n\n")[2].strip()
    return f"## Versions\n\n`mission-gui migrate FILE` brings an older file to the present format.\n\n{said}\n"


def place() -> Path:
    """Where the description stands in a checkout."""
    return Path(__file__).parents[2] / "docs" / "mission-format.md"


if __name__ == "__main__":
    place().write_text(handbook(), encoding="utf-8")
