"""Docks moved and sized without a mouse."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from mission_gui.window.dock_edges import Way, beyond, place_beyond, push

if TYPE_CHECKING:
    from mission_gui.window.dock import Dock
    from mission_gui.window.docks import DockArea


def on_board(area: "DockArea") -> dict[str, "Dock"]:
    """The docks that stand on the board for all to see: neither in a window of their own nor behind a tab."""
    docks = area.docks.items()
    return {n: d for n, d in docks if d.isVisible() and not d.isFloating() and area.rect().contains(d.geometry())}


def neighbour(area: "DockArea", name: str, way: Way) -> str | None:
    """The panel that lies next to another one on the board."""
    boxes = {each: QRect(dock.geometry()) for each, dock in on_board(area).items()}
    return beyond(boxes, name, way) if name in boxes else None


def resize_panel(area: "DockArea", name: str, axis: Qt.Orientation, by: int) -> bool:
    """Makes a panel so many pixels longer along an axis, at its far edge or else at its near one; whether it could."""
    dock = area.docks[name]
    if dock.isFloating():
        before = dock.size()
        dock.resize(before + (QSize(by, 0) if axis is Qt.Orientation.Horizontal else QSize(0, by)))
        return dock.size() != before
    area.let_go()
    docks = on_board(area)
    done = any(push(area, docks, name, Way(axis, onward), by, area.settle) for onward in (True, False))
    if done:
        area.moved()
    return done


def move_panel(area: "DockArea", name: str, way: Way) -> None:
    """Moves a panel beyond its neighbour, whose place they share; nothing at the rim."""
    other = neighbour(area, name, way)
    if other is not None:
        _place(area, lambda: place_beyond(area, area.docks[name], area.docks[other], way))


def stack_panel(area: "DockArea", name: str, other: str) -> None:
    """Puts a panel in front of another one, in its place: both have a tab there."""
    _place(area, lambda: area.tabifyDockWidget(area.docks[other], area.docks[name]))
    area.docks[name].raise_()


def stacked(area: "DockArea", name: str) -> list[str]:
    """The panels that have a tab beside that of a panel."""
    return [dock.objectName() for dock in area.tabifiedDockWidgets(area.docks[name])]


def bring_forward(area: "DockArea", name: str) -> None:
    """Shows a panel that is behind a tab, and gives it the keyboard."""
    area.docks[name].raise_()
    area.settle()
    area.stop(name).setFocus()


def _place(area: "DockArea", deed: Callable[[], None]) -> None:
    """Does something that Qt would take for a change by the mouse; the keyboard stays where it is."""
    here = QApplication.focusWidget()
    area.let_go()
    with area.unheard():
        deed()
    area.moved()
    if here is not None and isValid(here):
        here.setFocus()
