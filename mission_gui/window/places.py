"""How large type is in a window, and where header, panels and timeline stand: plain functions of the size."""

from PySide6.QtCore import QRect, QSize, Qt

from mission_gui.theme import BASE, Style
from mission_gui.window.layouts import GAP, Layout

SMALLEST = QSize(1024, 640)
"""What the board is laid out for at least."""
LEAST_WINDOW = QSize(480, 360)
"""Smaller ones than `SMALLEST` show a part of the board, and scroll."""
DESIGN = QSize(1920, 1080)
LEAST_BASE = 10.0

FILLING = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
"""States in which the window system says how large a window is."""
_RIM = 32
"""Pixels about a window that its frame may take."""

_HEADER, _TIMELINE = 56.0, 94.0


def base_size(size: QSize, larger: float = 1.0) -> float:
    """The base type size of a window, in half pixels, so that dragging its edge does not restyle each step."""
    share = min(size.width() / DESIGN.width(), size.height() / DESIGN.height()) * larger
    return max(round(BASE * share * 2) / 2, LEAST_BASE)


def frame(size: QSize, style: Style, layout: Layout) -> dict[str, QRect]:
    """The rectangles of `header`, `area` (the panels) and, where the layout has it, `timeline`."""
    gap = round(style.px(GAP))
    header, timeline = round(style.px(_HEADER)), round(style.px(_TIMELINE))
    wide = size.width() - 2 * gap
    top, bottom = gap + header + gap, size.height() - gap
    found = {"header": QRect(gap, gap, wide, header)}
    if layout.timeline:
        bottom -= timeline
        found["timeline"] = QRect(gap, bottom, wide, timeline)
        bottom -= gap
    return found | {"area": QRect(gap, top, wide, bottom - top)}


def middle_of(room: QRect, size: QSize) -> QRect:
    """Where a window of a size is opened on a screen with so much room: in the middle, with room for its frame."""
    place = QRect(room.topLeft(), size.boundedTo(room.adjusted(_RIM, _RIM, -_RIM, -_RIM).size()))
    place.moveCenter(room.center())
    return place
