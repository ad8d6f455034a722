"""The way back: from a picture, film or briefing of this program to the moment that it shows, read from its label.

A picture opens at its moment, a film at that of its first frame, a briefing at the landing, which it is dated by; a
picture of a comparison opens the comparison.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from math import isfinite
from pathlib import Path
from xml.etree import ElementTree

from mission_gui.domain.errors import UserError
from mission_gui.export.label import stamp_of
from mission_gui.export.stamp import read_keywords
from mission_gui.export.xmp import Said, packets
from mission_gui.files import Content, mapped

_MOST_HEAD = 200_000
"""Bytes of an HTML file in which its head is looked for."""
_MOST_CORE = 1_000_000
"""Bytes of the properties of an Office file."""
_CORE = "docProps/core.xml"
_KEYWORDS = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords"
_ARCHIVE = b"PK\x03\x04"
_ENDS = {b"GIF8": b"\0;", b"\x89PNG": b"IEND", b"%PDF": b"%%EOF"}
"""What a whole file has at its end, by its beginning."""
_DAMAGED = (zipfile.BadZipFile, zlib.error, KeyError, OSError, NotImplementedError, RuntimeError, EOFError)


@dataclass(frozen=True, slots=True)
class Opening:
    """A moment to open the board at: mission by its id, mission time `t` in s, and the digest of the `data` it was
    made from; `layout` and `theme` are empty where the file tells of none."""

    mission: str
    t: float
    data: str
    layout: str = ""
    theme: str = ""

    @property
    def words(self) -> str:
        """The moment as people write it."""
        return f"T{self.t:+f}"


@dataclass(frozen=True, slots=True)
class Side:
    """A mission of a comparison, by its id, and the digest of the data that it was read from."""

    mission: str
    data: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A comparison to open: its missions, the first of which is measured by, and the event at T = 0."""

    sides: tuple[Side, ...]
    align: str
    theme: str = ""


def opening_of(path: Path) -> Opening | Pair:
    """What a file of this program leads back to, read from its content, whatever its name; UserError where it tells of
    nothing."""
    with mapped(path) as content:
        found = next(_found(path, content), None)
        if found is not None:
            return found
        why = _wrong(path, content)
    raise UserError(f"{path}: this file {why}: open a picture, film or briefing as this program saved it")


def _wrong(path: Path, content: Content) -> str:
    if not len(content):
        return "is empty"
    if content[:4] == _ARCHIVE:
        ends = zipfile.is_zipfile(path)
    elif content[4:8] == b"ftyp":
        ends = _boxes_fit(content)
    else:
        ends = next((end in content[-1024:] for begin, end in _ENDS.items() if content[:4] == begin), True)
    if not ends:
        return "is cut short or damaged"
    return "was not made by Mission GUI, or what it said of itself was taken out"


def _boxes_fit(content: Content) -> bool:
    """Whether an MP4 film is as long as its parts say."""
    at = 0
    while at + 16 <= len(content):
        size = int.from_bytes(content[at : at + 4], "big")
        long = int.from_bytes(content[at + 8 : at + 16], "big")
        at += long if size == 1 else size or len(content) - at
        if size == 1 and long < 16 or 1 < size < 8:
            return False
    return at == len(content)


def _found(path: Path, content: Content) -> Iterator[Opening | Pair]:
    for said in packets(content):
        yield from filter(None, (of(said) for of in (_moment, _pair, _described)))
    if content[:4] == _ARCHIVE:
        yield from _keyed(_office_keywords(path))
    else:
        yield from _keyed(_html_keywords(content[:_MOST_HEAD]))


def _moment(said: Said) -> Opening | None:
    stamp = stamp_of(said)
    if stamp is None or not isfinite(stamp.t):
        return None
    return Opening(stamp.mission, stamp.t, stamp.data, stamp.shown.board, stamp.shown.theme)


def _pair(said: Said) -> Pair | None:
    try:
        sides = tuple(Side(row["id"], row["data"]) for row in said.rows("mg:missions"))
        return Pair(sides, said.plain("mg:align"), said.plain("mg:theme")) if sides else None
    except KeyError:
        return None


def _described(said: Said) -> Opening | None:
    try:
        return next(_keyed(said.plain("pdf:Keywords")), None)
    except KeyError:
        return None


def _keyed(keywords: str) -> Iterator[Opening]:
    """What the keywords of a briefing tell."""
    told = read_keywords(re.split(r"[;,]\s*", keywords))
    if told is not None:
        yield Opening(*told)


def _office_keywords(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_CORE) as core:
            return ElementTree.fromstring(core.read(_MOST_CORE)).findtext(_KEYWORDS, "")
    except (*_DAMAGED, ElementTree.ParseError):
        return ""


def _html_keywords(content: bytes) -> str:
    reader = _Head()
    reader.feed(content.decode(errors="replace"))
    return reader.keywords


class _Head(HTMLParser):
    """The keywords in the head of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.keywords = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "meta" and told.get("name") == "keywords":
            self.keywords = told.get("content") or ""
