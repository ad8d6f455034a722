"""Where the panels of the board stand, and how large its type is: plain functions of the window's size."""

from PySide6.QtCore import QRect, QSize

from mission_gui.theme import BASE, Style

SMALLEST = QSize(1024, 640)
DESIGN = QSize(1920, 1080)
LEAST_BASE = 10.0

_MARGIN = 8.0
_HEADER, _CHARTS, _TIMELINE = 56.0, 174.0, 94.0
_LEFT, _RIGHT = 328.0, 340.0
_CREW, _LOW_CREW, _TABS = 346.0, 312.0, 440.0


def base_size(size: QSize) -> float:
    """The base type size of a window, in half pixels, so that dragging its edge does not restyle each step."""
    share = min(size.width() / DESIGN.width(), size.height() / DESIGN.height())
    return max(round(BASE * share * 2) / 2, LEAST_BASE)


def places(size: QSize, style: Style) -> dict[str, QRect]:
    """The rectangle of each panel by its name in `PANELS`."""
    gap = round(style.px(_MARGIN))
    header, charts, timeline = (round(style.px(height)) for height in (_HEADER, _CHARTS, _TIMELINE))
    left, right = round(style.px(_LEFT)), round(style.px(_RIGHT))
    wide = size.width() - 2 * gap
    top = gap + header + gap
    bottom = size.height() - gap - timeline
    middle = bottom - gap - charts
    centre = size.width() - 4 * gap - left - right
    beside = 3 * gap + left + centre
    # On a low window the roster gives some of its air to the tabs.
    crew = round(min(max(bottom - 2 * gap - top - style.px(_TABS), style.px(_LOW_CREW)), style.px(_CREW)))
    return {
        "header": QRect(gap, gap, wide, header),
        "countdown": QRect(gap, top, left, middle - gap - top),
        "ground_track": QRect(2 * gap + left, top, centre, middle - gap - top),
        "charts": QRect(gap, middle, left + gap + centre, charts),
        "crew": QRect(beside, top, right, crew),
        "side_tabs": QRect(beside, top + crew + gap, right, bottom - 2 * gap - top - crew),
        "timeline": QRect(gap, bottom, wide, timeline),
    }
