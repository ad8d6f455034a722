"""Which rows of a list show, and where: plain functions."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF


@dataclass(frozen=True, slots=True)
class Scroll:
    """The rows that show: from `first`, `count` of them, each `row_height` pixels."""

    first: int
    count: int
    row_height: float

    def box(self, index: int, area: QRectF) -> QRectF:
        """Where a row stands in the area of the list, on whole pixels; empty while it is scrolled away."""
        place = index - self.first
        if not 0 <= place < self.count:
            return QRectF()
        top, bottom = (round(area.top() + edge * self.row_height) for edge in (place, place + 1))
        return QRectF(area.left(), top, area.width(), bottom - top)


def scroll(total: int, height: float, smallest: float, largest: float, first: int) -> Scroll:
    """Rows share the height between the two limits; where not all fit, whole rows from `first` on."""
    if total * smallest <= height:
        return Scroll(0, total, min(height / total, largest) if total else largest)
    count = max(int(height // smallest), 1)
    return Scroll(min(max(first, 0), total - count), count, height / count)


def first_to_follow(focus: int, count: int) -> int:
    """Puts the row in focus a third of the way down."""
    return focus - count // 3
