"""The edges between docks, for the keyboard: which panel lies beyond one, and how far it can be pushed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

Settle = Callable[[], None]
_ACROSS, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@dataclass(frozen=True, slots=True)
class Way:
    """A direction on the board: along which axis, and whether towards greater coordinates."""

    orientation: Qt.Orientation
    onward: bool

    def opposite(self) -> "Way":
        """The other way along the same axis."""
        return Way(self.orientation, not self.onward)


LEFT, RIGHT, UP, DOWN = Way(_ACROSS, False), Way(_ACROSS, True), Way(_DOWN, False), Way(_DOWN, True)


def length(size: QSize, orientation: Qt.Orientation) -> int:
    """How long a size is along an axis."""
    return size.width() if orientation is _ACROSS else size.height()


def beyond(boxes: Mapping[str, QRect], name: str, way: Way) -> str | None:
    """The box that lies next to another one that way, with the longest edge in common; None at the rim.

    Boxes on the board do not overlap.
    """
    here = boxes[name]
    found: list[tuple[int, int, str]] = []
    for other, box in boxes.items():
        gap, shared = _apart(here, box, way)
        if other != name and gap >= 0 and shared > 0:
            found.append((gap, -shared, other))
    return min(found)[2] if found else None


def _apart(here: QRect, box: QRect, way: Way) -> tuple[int, int]:
    """How far a box lies from another one that way, negative where it does not, and how long they face each other."""
    if way.orientation is _DOWN:
        here, box = _turned(here), _turned(box)
    gap = box.left() - here.right() - 1 if way.onward else here.left() - box.right() - 1
    return gap, min(here.bottom(), box.bottom()) - max(here.top(), box.top()) + 1


def _turned(box: QRect) -> QRect:
    return QRect(QPoint(box.top(), box.left()), box.size().transposed())


def push(area: QMainWindow, docks: Mapping[str, QDockWidget], name: str, way: Way, by: int, settle: Settle) -> bool:
    """Moves the edge of a dock that lies one way outwards by so many pixels, or inwards; whether it gave way.

    `settle` lays the area out at once.
    """
    dock, boxes = docks[name], {each: dock.geometry() for each, dock in docks.items()}
    other = beyond(boxes, name, way)
    if other is None:
        return False
    axis = way.orientation
    sizes = [length(docks[each].size(), axis) for each in (name, other)]
    area.resizeDocks([dock, docks[other]], [max(sizes[0] + by, 1), max(sizes[1] - by, 1)], axis)
    settle()
    return length(dock.size(), axis) != sizes[0]


def place_beyond(area: QMainWindow, dock: QDockWidget, other: QDockWidget, way: Way) -> None:
    """Puts a dock into the place of another one, which it shares: on the far side of it that way."""
    area.splitDockWidget(other, dock, way.orientation)
    if not way.onward:
        area.splitDockWidget(dock, other, way.orientation)
