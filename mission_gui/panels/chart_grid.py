"""Where the charts of a panel stand: side by side, or stacked with one axis of time below them."""

from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtCore import QRect, QSize

from mission_gui.theme import Style

_NARROWEST, _LOWEST = 165.0, 88.0
"""Of a chart beside others, for base 13; where there is no room for more rows it is narrower."""
_STACKED = 32.0
"""The lowest of a stacked one: its name and its value, one below the other."""
_MARKS, TIMES = 20.0, 22.0
"""Room above for the names of events, and below for the times."""
_TALLEST = 1.1
"""Height of a chart over its width from which on there are more rows."""
_LOW = 104.0
"""A chart lower than this has no room for the names of events."""
READING, GUTTER = 30.0, 158.0
"""Room above a chart for its reading, or at the left of a stacked one."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a chart. A stacked one has its reading at the left, a narrow one on two lines.

    Only the uppermost of a stack has the names of the events, only the lowest the times.
    """

    x: int
    y: int
    width: int
    height: int
    stacked: bool = False
    marks: bool = True
    times: bool = True
    narrow: bool = False

    @property
    def rect(self) -> QRect:
        """The place in pixels of the panel."""
        return QRect(self.x, self.y, self.width, self.height)

    @property
    def picture(self) -> "Cell":
        """What of it tells in a picture: all but where it stands."""
        return replace(self, x=0, y=0)

    def reading(self, look: Style) -> QRect:
        """The part that the reading takes."""
        if self.stacked:
            return QRect(0, 0, round(look.px(GUTTER)), self.height)
        return QRect(0, 0, self.width, round(look.px(READING + (_MARKS if self.narrow else 0.0))))

    def margins(self, look: Style) -> tuple[float, float, float, float]:
        """Room left, top, right and bottom of the axes and what they frame."""
        if self.stacked:
            above = look.px(5.0 + (_MARKS if self.marks else 0.0))
        else:
            above = look.px(READING + (_MARKS if self.marks or self.narrow else 5.0))
        left = look.px(GUTTER if self.stacked else 10.0)
        return left, above, look.px(22.0), look.px(4.0 if self.times else 5.0)


def cells(count: int, room: QRect, stacked: bool, look: Style) -> tuple[Cell, ...]:
    """A place for each of so many charts, row by row, or column by column where stacked."""
    return _stack(count, room, look) if stacked else _beside(count, room, look)


def _beside(count: int, room: QRect, look: Style) -> tuple[Cell, ...]:
    columns = min(count, max(int(room.width() / look.px(_NARROWEST)), 1))
    most = min(count, max(int(room.height() / look.px(_LOWEST)), 1))
    rows = min(ceil(count / columns), most)
    while rows < most and room.height() / rows > _TALLEST * room.width() / ceil(count / rows):
        rows += 1
    columns = ceil(count / rows)
    across, down = _edges(room.width(), columns), _edges(room.height(), ceil(count / columns))
    boxes = [_box(room, across, down, i % columns, i // columns) for i in range(count)]
    narrow, low = room.width() / columns < look.px(_NARROWEST), room.height() / rows < look.px(_LOW)
    return tuple(Cell(*box, marks=not narrow and not low, narrow=narrow) for box in boxes)


def _stack(count: int, room: QRect, look: Style) -> tuple[Cell, ...]:
    above, below = look.px(_MARKS), look.px(TIMES)
    rows = min(max(int((room.height() - above - below) / look.px(_STACKED)), 1), count)
    columns = ceil(count / rows)
    rows = ceil(count / columns)
    across = _edges(room.width(), columns)
    found = []
    for i in range(count):
        column, row = divmod(i, rows)
        last = min((column + 1) * rows, count) - column * rows - 1
        # Each plot is as high as the next; the first has the names of the events on top of it, the last the times.
        inner = (room.height() - above - below) / (last + 1)
        top = 0 if row == 0 else round(above + row * inner)
        bottom = room.height() if row == last else round(above + (row + 1) * inner)
        found.append(
            Cell(
                room.x() + across[column],
                room.y() + top,
                across[column + 1] - across[column] - (1 if column + 1 < columns else 0),
                bottom - top - (1 if row < last else 0),
                stacked=True,
                marks=row == 0,
                times=row == last,
            )
        )
    return tuple(found)


def _box(room: QRect, across: list[int], down: list[int], column: int, row: int) -> tuple[int, int, int, int]:
    """A pixel is left between neighbours for the line that parts them."""
    right, bottom = column + 2 < len(across), row + 2 < len(down)
    width, height = across[column + 1] - across[column] - right, down[row + 1] - down[row] - bottom
    return room.x() + across[column], room.y() + down[row], width, height


def _edges(length: int, count: int) -> list[int]:
    return [round(i * length / count) for i in range(count + 1)]


def least_size(count: int, stacked: bool, look: Style) -> QSize:
    """What a panel needs at least for so many charts."""
    width = look.px(GUTTER + 120.0) if stacked else look.px(120.0) * min(count, 3)
    return QSize(round(width), round(look.px(_STACKED + _MARKS + TIMES if stacked else _LOWEST)))
