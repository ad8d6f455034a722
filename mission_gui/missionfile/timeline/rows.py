"""The lines of a table, whatever file it is in: HTML, CSV or plain text."""

import csv
import re
from dataclasses import dataclass
from html import unescape

_BREAKS = frozenset(("p", "br", "li", "div", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "caption", "pre"))
_ROWS, _CELLS = frozenset(("tr", "table")), frozenset(("td", "th"))
_APART = frozenset(("script", "style", "title"))
_LOOKS_LIKE_HTML = re.compile(r"<\s*(!doctype html|html|body|table|tr|p|ul|div|br)\b", re.IGNORECASE)
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)[^<>]*>|<!--.*?(?:-->|\Z)|<[!?][^<>]*>",
    re.DOTALL,
)
_DELIMITERS = ("\t", ";", ",", "|")
_LONGEST_CELL, _MOST_CELLS = 2000, 40
_SPACE = re.compile(r"[^\S\t\n]+")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a file with its cells; plain text is one cell."""

    line: int
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        """All cells as one line."""
        return "  ".join(cell for cell in self.cells if cell)


def rows_of(text: str) -> tuple[list[Row], str]:
    """The rows of a file that say something, and the title that it gives itself."""
    if _LOOKS_LIKE_HTML.search(text):
        page = _Page(text)
        rows, title = page.rows, " ".join(page.title[:_LONGEST_CELL].split())
    else:
        rows, title = _plain(text), ""
    return [row for row in map(_tidy, rows) if any(row.cells)], title


def _plain(text: str) -> list[Row]:
    lines = text.splitlines()
    delimiter = _delimiter(lines)
    if delimiter is None:
        return [Row(number, (line,)) for number, line in enumerate(lines, 1)]
    return [Row(number, cells) for number, line in enumerate(lines, 1) for cells in _cells(line, delimiter)]


def _cells(line: str, delimiter: str) -> list[tuple[str, ...]]:
    """One row, whatever its quotes are like."""
    try:
        return [tuple(cells) for cells in csv.reader([line], delimiter=delimiter, skipinitialspace=True)]
    except csv.Error:
        return [(line,)]


def _delimiter(lines: list[str]) -> str | None:
    """What stands equally often, and at all, in nearly every line that is not empty."""
    full = [line for line in lines if line.strip()]
    for delimiter in _DELIMITERS:
        counts = [line.count(delimiter) for line in full]
        usual = max(set(counts), key=counts.count, default=0)
        if usual and counts.count(usual) >= max(2, 0.7 * len(full)):
            return delimiter
    return None


def _tidy(row: Row) -> Row:
    """With single spaces, and of cells no more than any timeline has: what is longer is no table."""
    return Row(row.line, tuple(_tidied(cell[:_LONGEST_CELL]) for cell in row.cells[:_MOST_CELLS]))


def _tidied(cell: str) -> str:
    return _SPACE.sub(" ", cell.replace("\xa0", " ").replace("\n", " ")).strip(" \t|")


class _Page:
    """Rows of tables with their cells; all other text line by line.

    Not Python's own parser, whose time grows with the square of what is left open.
    """

    def __init__(self, text: str) -> None:
        self.rows: list[Row] = []
        self.title = ""
        self._cells: list[str] = [""]
        self._inside = ""
        self._line = self._reached = 1
        at = 0
        for tag in _TAG.finditer(text):
            self._text(text[at : tag.start()])
            self._reached += text.count("\n", at, tag.end())
            at = tag.end()
            if tag["name"]:
                self._tag(tag["name"].lower(), bool(tag["end"]))
        self._text(text[at:])
        self._end_row()

    def _tag(self, name: str, ends: bool) -> None:
        if name in _APART:
            self._inside = "" if ends else name
        elif self._inside:
            return
        elif name in _CELLS:
            self._cells += [] if ends else [""]
        elif name in _ROWS or (name in _BREAKS and len(self._cells) == 1):
            self._end_row()

    def _text(self, raw: str) -> None:
        if self._inside == "title":
            self.title += unescape(raw)
        elif not self._inside:
            if not any(cell.strip() for cell in self._cells):
                self._line = self._reached + raw[: len(raw) - len(raw.lstrip())].count("\n")
            self._cells[-1] += unescape(raw)

    def _end_row(self) -> None:
        self.rows.append(Row(self._line, tuple(self._cells if len(self._cells) == 1 else self._cells[1:])))
        self._cells = [""]
