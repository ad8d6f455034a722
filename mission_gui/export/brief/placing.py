"""Where everything stands on a slide of 960 by 540 points: for the formats that have pages."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from mission_gui.export.brief.deck import Block, Figures, Lines, Slide, Table
from mission_gui.export.stamp import PROGRAM

WIDTH, HEIGHT = 960.0, 540.0
MARGIN = 36.0
_TOP, _CAPTION, _BOTTOM, _LAST = 88.0, 470.0, 506.0, 498.0
_GAP = 12.0
_FIGURES, _SPLIT = 62.0, 525.0
_LARGEST_TYPE, _SMALLEST_TYPE, _CAPTION_TYPE = 14.0, 8.0, 11.5
FOOT_TYPE, _SMALLEST_FOOT = 9.0, 6.5
_INSET = 20.0
"""Left and right of a cell's text, together."""
_LETTER = 0.52
"""Mean width of a letter as a share of the type size, on the wide side."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Rows:
    """How a table is set: type size, and the height of its head and of each row, in points."""

    size: float
    head: float
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        """Of the whole table."""
        return self.head + sum(self.heights)


TITLE = Box(MARGIN, 24, 640, 38)
SUBTITLE = Box(MARGIN, 62, 730, 20)
CLOCK = Box(684, 26, 240, 34)
CLOCK_LABEL = Box(774, 62, 150, 20)
CAPTION = Box(MARGIN, _CAPTION, WIDTH - 2 * MARGIN, _BOTTOM - _CAPTION)
STATEMENT = Box(MARGIN, 511, 520, 13)
PAGE = Box(640, 511, 284, 13)
MARKING_TOP = Box(0, 0, WIDTH, 14)
MARKING_BOTTOM = Box(0, HEIGHT - 14, WIDTH, 14)
COVER_TITLE = Box(MARGIN, 350, WIDTH - 2 * MARGIN, 50)
COVER_SUBTITLE = Box(MARGIN, 402, WIDTH - 2 * MARGIN, 24)
COVER_FOOT = Box(MARGIN, 506, WIDTH - 2 * MARGIN, 18)
LOGO = Box(562, 506, 72, 17)
COVER_LOGO = Box(704, 424, 220, 74)

Placed = tuple[Block, Box]


def placed(slide: Slide, marked: bool = False) -> list[Placed]:
    """The blocks of a slide with their places, in reading order; a picture at its head stands below a marking."""
    down = MARKING_TOP.height if marked else 0.0
    return [
        (block, replace(box, y=down) if box.y == 0 else box) for block, box in ARRANGEMENTS[slide.arrangement](slide)
    ]


def body(slide: Slide) -> Box:
    """The room below the head; down to the caption, or, without one, to the foot."""
    bottom = _CAPTION - _GAP if slide.caption else _LAST
    return Box(MARGIN, _TOP, WIDTH - 2 * MARGIN, bottom - _TOP)


def _title(slide: Slide) -> list[Placed]:
    picture, *rest = slide.blocks
    return [(picture, Box(0, 0, WIDTH, 327)), *((block, Box(MARGIN, 436, 640, 60)) for block in rest)]


def _wide(slide: Slide) -> list[Placed]:
    """A picture, and key figures below it."""
    room = body(slide)
    first, *rest = slide.blocks
    height = room.height - (_FIGURES + _GAP) * len(rest)
    found: list[Placed] = [(first, Box(room.x, room.y, room.width, height))]
    for block in rest:
        found.append((block, Box(room.x, found[-1][1].bottom + _GAP, room.width, _FIGURES)))
    return found


def _whole(slide: Slide) -> list[Placed]:
    """One block, as large as there is room."""
    return [(block, body(slide)) for block in slide.blocks]


def _split(slide: Slide) -> list[Placed]:
    """A picture at the left, the others beside it."""
    room = body(slide)
    left, *rest = slide.blocks
    height = min(room.height, _SPLIT * 504 / 700)
    width = height * 700 / 504
    x = room.x + width + 2 * _GAP
    right = Box(x, room.y, room.x + room.width - x, height)
    return [(left, Box(room.x, room.y, width, height)), *((block, right) for block in rest)]


def _pair(slide: Slide) -> list[Placed]:
    """Blocks of one size side by side."""
    room, count = body(slide), len(slide.blocks)
    width = (room.width - _GAP * 2 * (count - 1)) / count
    return [
        (block, Box(room.x + i * (width + 2 * _GAP), room.y, width, room.height))
        for i, block in enumerate(slide.blocks)
    ]


def _stacked(slide: Slide) -> list[Placed]:
    """One below the other, each as high as it is; a table has what the others leave."""
    room = body(slide)
    fixed = {Figures: _FIGURES, Lines: 40.0}
    free = room.height - sum(fixed.get(type(block), 0.0) + _GAP for block in slide.blocks) + _GAP
    found, y = [], room.y
    for block in slide.blocks:
        height = fixed.get(type(block), free)
        found.append((block, Box(room.x, y, room.width, height)))
        y += height + _GAP
    return found


ARRANGEMENTS: dict[str, Callable[[Slide], list[Placed]]] = {
    "title": _title,
    "wide": _wide,
    "whole": _whole,
    "split": _split,
    "pair": _pair,
    "stacked": _stacked,
}


def title_size(title: str, cover: bool = False) -> float:
    """The type size in which a title stands on one line."""
    return one_line(title, COVER_TITLE.width, 40.0, 20.0) if cover else one_line(title, TITLE.width, 26.0, 13.0)


def one_line(words: str, width: float, size: float, least: float) -> float:
    """The largest type size up to `size` in which words stand on one line, or `least`."""
    while size > least and lines(words, width, size, strong=True) > 1:
        size -= 0.5
    return size


def caption_size(caption: str) -> float:
    """The type size in which a caption has room, as a rule on two lines."""
    size = _CAPTION_TYPE
    while size > _SMALLEST_TYPE and lines(caption, CAPTION.width, size) * size * 1.3 > CAPTION.height:
        size -= 0.5
    return size


def foot(footer: str, mission: str, number: int) -> str:
    """What stands at the foot beside the statement."""
    return " · ".join(filter(None, (footer, PROGRAM, mission, str(number))))


def foot_size(words: str, box: Box) -> float:
    """The type size in which words at the foot stand on one line."""
    size = FOOT_TYPE
    while size > _SMALLEST_FOOT and lines(words, box.width, size) > 1:
        size -= 0.5
    return size


def figure_sizes(block: Figures, box: Box) -> list[tuple[float, float, float]]:
    """The type sizes of value, label and origin of each figure, each on one line of its column."""
    width = box.width / max(len(block.figures), 1) - 12
    return [
        (
            one_line(one.value, width * 0.82, 21.0, 12.0),  # in figures of one width, which are wider
            one_line(one.label, width, 11.0, _SMALLEST_TYPE),
            one_line(one.origin, width, 9.5, _SMALLEST_TYPE),
        )
        for one in block.figures
    ]


def type_of(block: Lines, box: Box) -> float:
    """The type size of short paragraphs in a box: large where they stand for themselves."""
    return 13.0 if box.height < 100 else 20.0 if len(block.lines) <= 8 else 15.0


def columns(table: Table, width: float) -> list[float]:
    """The widths of a table's columns."""
    whole = sum(column.share for column in table.columns)
    return [column.share / whole * width for column in table.columns]


def rows(table: Table, box: Box) -> Rows:
    """The largest setting of a table that fits its box: a row is as high as its longest cell needs."""
    size = _LARGEST_TYPE
    while size > _SMALLEST_TYPE:
        found = _set(table, box, size)
        if found.height <= box.height:
            return _roomy(found, box)
        size -= 0.5
    return _set(table, box, _SMALLEST_TYPE)


def _set(table: Table, box: Box, size: float) -> Rows:
    wide = columns(table, box.width)
    counts = [
        max(lines(cell.text, width - _INSET, size, cell.strong) for cell, width in zip(row, wide, strict=True))
        for row in table.rows
    ]
    heads = max(
        lines(column.name, width - _INSET, size * 0.85, True) for column, width in zip(table.columns, wide, strict=True)
    )
    return Rows(size, heads * size * 1.1 + 9, tuple(count * size * 1.28 + 7 for count in counts))


def _roomy(found: Rows, box: Box) -> Rows:
    """Rows as high as there is room, up to twice their type."""
    spare = (box.height - found.height) / max(len(found.heights), 1)
    more = min(spare, found.size)
    return Rows(found.size, found.head, tuple(height + more for height in found.heights))


def lines(text: str, width: float, size: float, strong: bool = False) -> int:
    """How many lines a text takes, rather one too many."""
    letters = max(int(width / (size * (_LETTER + (0.04 if strong else 0.0)))), 1)
    count, left = 1, letters
    for word in text.split():
        if len(word) > left and left < letters:
            count, left = count + 1, letters
        count += max(len(word) - 1, 0) // letters if len(word) > letters else 0
        left -= len(word) + 1
    return count


def fitted(room: Box, ratio: float) -> Box:
    """The largest box of a ratio of width to height in a room, at its lower right."""
    width = min(room.width, room.height * ratio)
    return Box(room.x + room.width - width, room.bottom - width / ratio, width, width / ratio)
