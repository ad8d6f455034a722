"""How large the user made the docks: kept in units of the type, given again in a window of another size."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from mission_gui.theme import Style
from mission_gui.window.dock_edges import Settle
from mission_gui.window.layouts import Split

Sizes = Mapping[str, tuple[float, float]]
"""Width and height of docks by name, for base 13."""

_ROUNDS = 3
"""What is too wide for a row Qt takes from all docks in it: each round leaves a third of the error."""
_ACROSS = {Qt.Orientation.Horizontal: True, Qt.Orientation.Vertical: False}


def measured(docks: Mapping[str, QDockWidget], style: Style) -> Sizes:
    """How large the docks are that stand in the area."""
    unit = style.px(1.0)
    shown = {name: dock for name, dock in docks.items() if dock.isVisible() and not dock.isFloating()}
    return {name: (round(dock.width() / unit, 2), round(dock.height() / unit, 2)) for name, dock in shown.items()}


def give(
    area: QMainWindow, docks: Mapping[str, QDockWidget], sizes: Sizes, tree: Split, style: Style, settle: Settle
) -> None:
    """Makes the docks as large as they were; `settle` lays the area out at once.

    What a layout gives a size has it for type of another size, too; the others share what is left as they did.
    """
    standing = [name for name in sizes if name in docks and not docks[name].isFloating()]
    for orientation, across in _ACROSS.items():
        held = set(_held(tree, across))
        kept = [name for name in standing if name in held]
        for names in (standing, *[kept] * _ROUNDS):
            lengths = [max(round(sizes[name][0 if across else 1] * style.px(1.0)), 1) for name in names]
            area.resizeDocks([docks[name] for name in names], lengths, orientation)
            settle()  # or only the last wish of all would count


def _held(tree: Split, across: bool) -> Iterator[str]:
    """The panels of a layout that have a size of their own in one direction."""
    for part in tree.parts:
        if part.size is not None and tree.across is across:
            yield from (part.what,) if isinstance(part.what, str) else part.what.panels()
        elif isinstance(part.what, Split):
            yield from _held(part.what, across)
