"""Where each value of a TOML text stands. The text has been parsed before, so nothing here looks for mistakes."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_GAP = re.compile(r"(?:[\s,]|#[^\n]*)*")
_KEY = re.compile(r'[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'')
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_EQUALS = re.compile(r"[ \t]*=[ \t]*")
_TEXT = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'',
    re.DOTALL,
)
_BARE = re.compile(r"\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]*|[^\s,\]}#]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one line; lines and columns count from 1, in characters."""

    line: int
    column: int
    length: int


def marks(text: str) -> dict[str, Mark]:
    """The mark of every header, key with its value, and array element, by its place such as `events[3].planned[0]`."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    scan = _Scan(text)
    scan.document()
    return {place: _mark(text, starts, span) for place, span in scan.found.items()}


def _mark(text: str, starts: list[int], span: tuple[int, int]) -> Mark:
    line = bisect_right(starts, span[0])
    stretch = text[span[0] : span[1]].split("\n", 1)[0].rstrip()
    return Mark(line, span[0] - starts[line - 1] + 1, max(len(stretch), 1))


class _Scan:
    """A walk through the text: `found` has the first and the last character of every place."""

    def __init__(self, text: str) -> None:
        self.found: dict[str, tuple[int, int]] = {}
        self._text, self._at = text, 0
        self._counts: dict[str, int] = {}

    def document(self) -> None:
        """The whole text."""
        table = ""
        for _ in self._entries(""):
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _entries(self, closing: str) -> Iterator[int]:
        """Stands at the begin of each entry in turn, until the closing mark, which it takes, or the end."""
        index = 0
        while True:
            self._take(_GAP)
            if self._at >= len(self._text):
                return
            if closing and self._text[self._at] == closing:
                self._at += 1
                return
            yield index
            index += 1

    def _header(self) -> str:
        start, brackets = self._at, 2 if self._text.startswith("[[", self._at) else 1
        self._at += brackets
        self._take(_GAP)
        place = self._table(self._keys(), brackets == 2)
        self._at = self._text.index("]" * brackets, self._at) + brackets
        self.found.setdefault(place, (start, self._at))
        return place

    def _table(self, keys: list[str], repeated: bool) -> str:
        """The place of a table: `recovery.legs[2]`, with the index of each array of tables on the way."""
        place = ""
        for index, key in enumerate(keys):
            place = f"{place}.{key}" if place else key
            if repeated and index == len(keys) - 1:
                self._counts[place] = self._counts.get(place, -1) + 1
            if place in self._counts:
                place = f"{place}[{self._counts[place]}]"
        return place

    def _pair(self, table: str) -> None:
        start, place, passed = self._at, table, []
        for key in self._keys():
            place = f"{place}.{key}" if place else key
            passed.append(place)
        self._take(_EQUALS)
        self._value(place)
        for place in passed:
            self.found.setdefault(place, (start, self._at))

    def _keys(self) -> list[str]:
        keys = [self._take(_KEY)]
        while _DOT.match(self._text, self._at):
            self._take(_DOT)
            keys.append(self._take(_KEY))
        return [key.strip("\"'") for key in keys]

    def _value(self, place: str) -> None:
        opening = self._text[self._at]
        if opening == "[":
            self._at += 1
            for index in self._entries("]"):
                start, element = self._at, f"{place}[{index}]"
                self._value(element)
                self.found[element] = (start, self._at)
        elif opening == "{":
            self._at += 1
            for _ in self._entries("}"):
                self._pair(place)
        else:
            self._take(_TEXT if opening in "\"'" else _BARE)

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        assert match is not None, "the text has been parsed"
        self._at = match.end()
        return match[0]
