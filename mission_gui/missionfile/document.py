"""A TOML file as read: its tables, and what is wrong with them where it stands."""

import hashlib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mission_gui.domain.errors import Finding, MissionFileError
from mission_gui.files import read_plain
from mission_gui.missionfile.positions import Mark, marks
from mission_gui.missionfile.syntax import syntax_finding

MOST_BYTES = 1_000_000  # twenty times the largest that there is
_DEEPEST = 20
_MOST_DOTS = 200  # in one key; the time that tomllib takes grows with their square
_DOTTED = re.compile(r"[\w.\-\"' \t]+")
_TOO_DEEP = ("arrays or tables nested too deeply", "a mission file needs five levels")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Document:
    """The tables of a file, and its bytes."""

    path: Path
    raw: bytes
    tables: dict[str, Any]

    @property
    def text(self) -> str:
        """The file's text; its bytes are UTF-8, which reading has made sure of."""
        return self.raw.decode("utf-8").removeprefix(_BOM)

    def findings(self, faults: Iterable[tuple[str, str]], warning: bool = False) -> list[Finding]:
        """Faults at places such as `events[3].note`, in the order of the file."""
        text = self.text
        found, lines = marks(text), text.split("\n")
        told = (_finding(place, message, _nearest(found, place), lines, warning) for place, message in set(faults))
        return sorted(told, key=lambda finding: (finding.line, finding.place, finding.column, finding.what))

    def error(self, faults: Iterable[tuple[str, str]]) -> MissionFileError:
        """All faults of the file as one error."""
        return MissionFileError(str(self.path), self.findings(faults))


def read_document(path: Path) -> Document:
    """The file's tables; MissionFileError where it is no TOML, UserError where it cannot be read."""
    raw = read_plain(path, MOST_BYTES)
    return Document(path, raw, _parsed(path, raw))


def _parsed(path: Path, raw: bytes) -> dict[str, Any]:
    try:
        text = raw.decode("utf-8").removeprefix(_BOM).replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise MissionFileError(str(path), [_no_text(raw, error.start)]) from None
    try:
        if any(run[0].count(".") > _MOST_DOTS for run in _DOTTED.finditer(text)):
            raise RecursionError
        tables = tomllib.loads(text)
        if _too_deep(tables):
            raise RecursionError
        return tables
    except tomllib.TOMLDecodeError as error:
        finding = syntax_finding(str(error), text)
    except RecursionError:
        finding = Finding("file", *_TOO_DEEP)
    except ValueError as error:  # tomllib lets through what int() and datetime say about numbers and dates
        finding = Finding("file", str(error), "write dates and numbers that exist")
    raise MissionFileError(str(path), [finding]) from None


def _no_text(raw: bytes, start: int) -> Finding:
    what = "UTF-16 text, not UTF-8" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "not UTF-8 text"
    return Finding(
        "", what, "save the file as UTF-8", raw.count(b"\n", 0, start) + 1, start - raw.rfind(b"\n", 0, start), 1
    )


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


def _finding(place: str, message: str, mark: Mark | None, lines: list[str], warning: bool) -> Finding:
    """The message is "what is wrong; what would be right"."""
    what, _, remedy = message.partition("; ")
    if mark is None:
        return Finding(place, what, remedy, warning=warning)
    code = lines[mark.line - 1].rstrip("\r")
    return Finding(place, what, remedy, mark.line, mark.column, mark.length, code, warning)


def _nearest(found: dict[str, Mark], place: str) -> Mark | None:
    """The mark of a place, or of what it stands in; None where that is the file."""
    while place and place not in found:
        place = place[: max(place.rfind("."), place.rfind("["), 0)]
    return found.get(place)


def digest(*documents: Document) -> str:
    """SHA-256 of the files' bytes, in order."""
    whole = hashlib.sha256()
    for document in documents:
        whole.update(document.raw)
    return whole.hexdigest()
