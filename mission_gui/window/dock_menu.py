"""What can be done with a docked panel: the menu of its bar, and the palette's commands."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from mission_gui.domain.facts import Text
from mission_gui.language import translate
from mission_gui.panels.menu import Choice
from mission_gui.window.dock_edges import DOWN, LEFT, RIGHT, UP
from mission_gui.window.dock_moves import bring_forward, move_panel, neighbour, resize_panel, stack_panel, stacked

if TYPE_CHECKING:
    from mission_gui.window.docks import DockArea

_ACROSS, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
STEP = 24.0
"""By how much a key makes a panel larger or smaller, for base 13."""
SIZES = {
    "wider": (Text("Wider", "Шире"), _ACROSS, 1),
    "narrower": (Text("Narrower", "Уже"), _ACROSS, -1),
    "taller": (Text("Taller", "Выше"), _DOWN, 1),
    "shorter": (Text("Lower", "Ниже"), _DOWN, -1),
}
"""By the action's name in `KEYS`."""
WAYS = (
    (LEFT, Text("To the left of {name}", "Левее панели «{name}»")),
    (RIGHT, Text("To the right of {name}", "Правее панели «{name}»")),
    (UP, Text("Above {name}", "Над панелью «{name}»")),
    (DOWN, Text("Below {name}", "Под панель «{name}»")),
)
ONTO = Text("Onto {name}, as a tab", "На панель «{name}», вкладкой")
FORWARD = Text("Show the tab {name}", "Показать вкладку «{name}»")

Deeds = list[tuple[str, Callable[[], object]]]


def deeds(area: "DockArea", name: str) -> Deeds:
    """What can be done with a panel, but for its size: words and deed."""
    return [*_whole(area, name), *_moves(area, name)]


def _whole(area: "DockArea", name: str) -> Deeds:
    floats = area.docks[name].isFloating()
    back, out = translate("Window", "Back into the board"), translate("Window", "Into a window of its own")
    return [
        (back if floats else out, partial(area.float, name)),
        (translate("Window", "Hide"), partial(area.toggle, name)),
        *((_named(area, FORWARD, other), partial(bring_forward, area, other)) for other in stacked(area, name)),
    ]


def _moves(area: "DockArea", name: str) -> Deeds:
    near = {way: other for way, _ in WAYS if (other := neighbour(area, name, way)) is not None}
    beside = [
        (_named(area, words, near[way]), partial(move_panel, area, name, way)) for way, words in WAYS if way in near
    ]
    onto = [
        (_named(area, ONTO, other), partial(stack_panel, area, name, other)) for other in dict.fromkeys(near.values())
    ]
    return [*beside, *onto]


def _named(area: "DockArea", words: Text, other: str) -> str:
    return str(words).format(name=area.docks[other].windowTitle())


def resize(area: "DockArea", name: str, action: str) -> bool:
    """Does what one of `SIZES` means to a panel; whether that was possible."""
    _, axis, sign = SIZES[action]
    return resize_panel(area, name, axis, sign * round(area.look.px(STEP)))


def sections(area: "DockArea", name: str) -> dict[str, list[Choice]]:
    """The menu of a panel's bar."""
    sizes = [Choice(str(words), partial(resize, area, name, action)) for action, (words, *_) in SIZES.items()]
    moves = [Choice(text, deed) for text, deed in _moves(area, name)]
    found = {
        "": [Choice(text, deed) for text, deed in _whole(area, name)],
        translate("Window", "Move"): moves,
        translate("Window", "Size"): sizes,
    }
    return {title: choices for title, choices in found.items() if choices}
