"""A TOML file as read: its tables, and the line that each place stands on."""

import hashlib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mission_gui.domain.errors import MissionFileError, UserError

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([A-Za-z0-9_.\"'-]+)\s*=\s*(.*)$")
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|#.*')
_DEEPEST = 20
_TOO_DEEP = "file: arrays or tables nested too deeply; a mission file needs five levels"


@dataclass(frozen=True, slots=True)
class Document:
    """The tables of a file, its bytes, and the lines of its places such as `events[3].planned`."""

    path: Path
    raw: bytes
    tables: dict[str, Any]

    @property
    def text(self) -> str:
        """The file's text; its bytes are UTF-8, which reading has made sure of."""
        return self.raw.decode("utf-8")

    def located(self, faults: Iterable[tuple[str, str]]) -> list[str]:
        """Faults in the order of the file: `events[3].note (line 412): what is wrong; what would be right`."""
        lines = _lines(self.text)
        found = sorted({(_line(lines, place), place, message) for place, message in faults})
        return [f"{place}{f' (line {line})' if line else ''}: {message}" for line, place, message in found]


def read_document(path: Path) -> Document:
    """The file's tables; MissionFileError where it is no TOML, UserError where it cannot be read."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror or error}") from None
    return Document(path, raw, _parsed(path, raw))


def _parsed(path: Path, raw: bytes) -> dict[str, Any]:
    try:
        tables = tomllib.loads(raw.decode("utf-8").replace("\r\n", "\n"))
        if not _too_deep(tables):
            return tables
        fault = _TOO_DEEP
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        fault = f"line {line}: not UTF-8 text; save the file as UTF-8"
    except tomllib.TOMLDecodeError as error:
        fault = _syntax_fault(str(error), raw.count(b"\n") + 1)
    except RecursionError:
        fault = _TOO_DEEP
    except ValueError as error:  # tomllib lets through what int() and datetime say about numbers and dates
        fault = f"file: {error}; write dates and numbers that exist"
    raise MissionFileError(str(path), [fault])


def _too_deep(tables: dict[str, Any]) -> bool:
    level: list[Any] = [tables]
    for _ in range(_DEEPEST):
        level = [
            entry
            for value in level
            if isinstance(value, (dict, list))
            for entry in (value.values() if isinstance(value, dict) else value)
        ]
    return bool(level)


def _syntax_fault(message: str, last_line: int) -> str:
    match = re.fullmatch(r"(.*) \(at (.*)\)", message, re.DOTALL)
    what, where = (match[1], match[2]) if match else (message, "end of document")
    where = f"line {last_line} (end of the file)" if where == "end of document" else where.replace(",", "")
    return f"{where}: {what}; TOML is described at https://toml.io"


def _lines(text: str) -> dict[str, int]:
    """The line of every table header, key and array element that begins a line."""
    lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    table, key, depth, closing = "", "", 0, ""
    for number, line in enumerate(text.splitlines(), 1):
        if closing:
            closing = "" if closing in line else closing
        elif depth == 0 and (header := _HEADER.match(line)):
            table = _table_place(header[2], header[1] == "[[", counts)
            lines.setdefault(table, number)
        elif depth == 0 and (match := _KEY.match(line)):
            key = f"{table}.{match[1]}" if table else match[1]
            lines.setdefault(key, number)
            closing = _opened(match[2])
            depth = 0 if closing else _depth(match[2])
            counts[key] = 0
        elif depth > 0:
            if depth == 1 and line.strip()[:1] not in ("", "#", "]"):
                lines.setdefault(f"{key}[{counts[key]}]", number)
                counts[key] += 1
            depth = max(depth + _depth(line), 0)
    return lines


def _line(lines: dict[str, int], place: str) -> int:
    """The line of a place, or of what it stands in; 0 where that is the file."""
    while place and place not in lines:
        place = place[: max(place.rfind("."), place.rfind("["), 0)]
    return lines.get(place, 0)


def _table_place(name: str, repeated: bool, counts: dict[str, int]) -> str:
    """The place of a table: `recovery.legs[2]`, with the index of each array of tables on the way."""
    parts = [part.strip().strip("\"'") for part in name.split(".")]
    place = ""
    for index, part in enumerate(parts):
        place = f"{place}.{part}" if place else part
        if repeated and index == len(parts) - 1:
            counts[place] = counts.get(place, -1) + 1
        if place in counts:
            place = f"{place}[{counts[place]}]"
    return place


def _opened(value: str) -> str:
    """The mark that ends a text which goes on over this line's end."""
    mark = value[:3]
    return mark if mark in ('"""', "'''") and mark not in value[3:] else ""


def _depth(line: str) -> int:
    bare = _TEXT.sub("", line)
    return bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")


def digest(*documents: Document) -> str:
    """SHA-256 of the files' bytes, in order."""
    whole = hashlib.sha256()
    for document in documents:
        whole.update(document.raw)
    return whole.hexdigest()
