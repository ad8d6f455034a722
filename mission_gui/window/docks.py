"""The middle of the board: panels in docks, which a layout arranges and the user may rearrange."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QByteArray, QChildEvent, QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QContextMenuEvent, QHoverEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar, QTabWidget, QWidget
from shiboken6 import isValid

from mission_gui.language import translate
from mission_gui.panels.base import Panel
from mission_gui.panels.menu import open_menu, start_menu
from mission_gui.theme import SANS, Style
from mission_gui.window.dock import TAB_ROW, Dock
from mission_gui.window.dock_bar import DockBar
from mission_gui.window.dock_menu import sections
from mission_gui.window.dock_sizes import Sizes, give, measured
from mission_gui.window.floats import Floats
from mission_gui.window.layouts import GAP, Split, boxes, places
from mission_gui.window.tab_order import tab_stops

_AREA = Qt.DockWidgetArea.LeftDockWidgetArea
_VERSION = 1
"""Of the arrangement that `state` writes; raised when a panel is renamed."""


class DockArea(QMainWindow):
    """Holds the panels that a layout places. `Panel`s are made by `make` when they are first shown."""

    shown = Signal(str)
    """A panel came into view, which needs what it missed."""
    accessible_role = QAccessible.Role.LayeredPane
    docked = Signal(object)
    """A new `Dock`."""
    rearranged = Signal()
    """The user moved, floated, hid or resized something."""

    def __init__(self, style: Style, parent: QWidget, make: Callable[[str], Panel]) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)  # its constructor makes it a window whatever it is told
        self.look, self._make = style, make
        self.docks: dict[str, Dock] = {}
        self.bars: dict[str, DockBar] = {}
        self._tree: Split | None = None
        self._sizes: Sizes = {}
        self._touched = self._busy = False
        self._before = self._stood = b""
        self._floats = Floats(self)
        self._floats.settled.connect(self._floated)
        self.setDockNestingEnabled(True)
        self.setAnimated(False)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(translate("Window", "Panels"))
        self._dress()
        self.ensurePolished()  # or another gap would not be noticed before the window is shown

    def apply(self, tree: Split) -> None:
        """Arranges the panels of a layout, and hides the others."""
        self._busy = True
        self.let_go()
        self._tree, self._touched = tree, False
        for name in self.docks:
            self._take_out(name)
        wanted = list(tree.panels())
        for name in wanted:
            self._dock(name)
        self.addDockWidget(_AREA, self.docks[wanted[0]], Qt.Orientation.Vertical)
        self._split(tree)
        for name in wanted:
            self.docks[name].show()
        self._busy = False
        self.fit()
        self._stood = self.state()
        for name in wanted:
            self.shown.emit(name)

    def _take_out(self, name: str) -> None:
        self.docks[name].setFloating(False)
        self.removeDockWidget(self.docks[name])

    def _dock(self, name: str) -> Dock:
        if name not in self.docks:
            panel = self._make(name)
            dock = Dock(str(panel.heading or panel.title), self)
            dock.setObjectName(name)
            dock.setWidget(panel)
            bar = DockBar(panel)
            bar.menu_wished.connect(lambda at, name=name: self._menu(name, at))
            dock.setTitleBarWidget(bar)
            dock.visibilityChanged.connect(lambda seen, name=name: self._seen(name, seen))
            dock.topLevelChanged.connect(self._changed)
            dock.dockLocationChanged.connect(self._changed)
            self._floats.add(dock)
            self.docks[name], self.bars[name] = dock, bar
            self.docked.emit(dock)
        return self.docks[name]

    def _split(self, tree: Split) -> None:
        """Adds the docks of a tree whose first one is there already."""
        heads = [_first(part.what) for part in tree.parts]
        orientation = Qt.Orientation.Horizontal if tree.across else Qt.Orientation.Vertical
        for before, after in zip(heads, heads[1:], strict=False):
            self.splitDockWidget(self.docks[before], self.docks[after], orientation)
        for part in tree.parts:
            if isinstance(part.what, Split):
                self._split(part.what)

    def fit(self) -> None:
        """Gives each panel the room that the layout means for it, or the size that the user gave it."""
        if self._tree is None:
            return
        if self._touched:
            give(self, self.docks, self._sizes, self._tree, self.look, self.settle)
            return
        room = self.rect()
        # A dock area holds to its least sizes and to whole numbers: what comes last finds the rest settled.
        for _ in range(2):
            self._resize(self._tree, room)
            self.settle()

    def let_go(self) -> None:
        """Before the docks are placed anew: has Qt forget the edge under the pointer.

        After a change it would look it up by a way that leads nowhere, and fall (QMainWindowLayout, Qt 6.11).
        """
        nowhere = QPointF(-1.0, -1.0)
        QApplication.sendEvent(self, QHoverEvent(QEvent.Type.HoverLeave, nowhere, nowhere, nowhere))

    def settle(self) -> None:
        """Lays the docks out at once."""
        layout = self.layout()
        assert layout is not None
        layout.activate()

    def _resize(self, tree: Split, room: QRect) -> None:
        parts = boxes(tree, room, self.look)
        heads = [self.docks[_first(part.what)] for part in tree.parts]
        # In an area without room a share of it may come to nothing, of which Qt would complain.
        lengths = [max(box.width() if tree.across else box.height(), 1) for box in parts]
        self.resizeDocks(heads, lengths, Qt.Orientation.Horizontal if tree.across else Qt.Orientation.Vertical)
        for part, box in zip(tree.parts, parts, strict=True):
            if isinstance(part.what, Split):
                self._resize(part.what, box)

    def wanted(self) -> dict[str, QRect]:
        """Where the panels of the layout would stand."""
        return {} if self._tree is None else places(self._tree, self.rect(), self.look)

    def placed(self) -> tuple[str, ...]:
        """The names of the panels that have a place, in view or not."""
        nowhere = Qt.DockWidgetArea.NoDockWidgetArea
        return tuple(n for n, dock in self.docks.items() if dock.isFloating() or self.dockWidgetArea(dock) != nowhere)

    def sizes(self) -> Sizes:
        """How large the user made the panels, or the layout if the user did not."""
        return self._sizes if self._touched else measured(self.docks, self.look)

    def changed_by_user(self) -> bool:
        """Whether the user moved, floated, hid or resized a panel since the layout was placed."""
        return self._touched

    def state(self) -> bytes:
        """The arrangement, to be kept."""
        return bytes(self.saveState(_VERSION).data())

    def restore(self, state: bytes, names: tuple[str, ...], sizes: Sizes) -> bool:
        """An arrangement that was kept, of these panels and sizes; False where it cannot be read."""
        for name in names:
            self._dock(name)
        self._touched, self._sizes = True, sizes
        self.let_go()
        with self.unheard():
            self._take_out_others(names)  # for Qt leaves alone what the state does not name
            sound = self.restoreState(QByteArray(state), _VERSION)
            self._take_out_others(names)  # for the state names what was taken out before, too
        if not sound:
            return False
        self.fit()
        self._floats.bring_in()
        self._stood = self.state()
        for name, dock in self.docks.items():
            if dock.isVisibleTo(self):
                self.shown.emit(name)
        return True

    def _take_out_others(self, names: tuple[str, ...]) -> None:
        for name in self.docks.keys() - set(names):
            self._take_out(name)

    def visible(self) -> Iterator[str]:
        """The names of the panels in view."""
        return (name for name, dock in self.docks.items() if dock.isVisibleTo(self) or dock.isFloating())

    def toggle(self, name: str) -> None:
        """Shows a panel, or hides it."""
        dock = self._dock(name)
        self.let_go()
        if dock.parent() is self and self.dockWidgetArea(dock) == Qt.DockWidgetArea.NoDockWidgetArea:
            self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.setVisible(not dock.isVisible())
        self.moved()

    def float(self, name: str) -> None:
        """Takes a panel out into a window of its own, or puts it back."""
        dock, had_keys = self._dock(name), self.focused() == name
        self.let_go()
        dock.setFloating(not dock.isFloating())
        if had_keys:
            dock.activateWindow()
            self.stop(name).setFocus()

    def stop(self, name: str) -> QWidget:
        """Where the keyboard goes in a panel: to its bar, or to the first control of one that has controls."""
        bar = self.bars[name]
        return bar if bar.panel.strip is None else tab_stops(self.docks[name], TAB_ROW)[0]

    def focused(self) -> str | None:
        """The panel that has the keyboard, or whose bar has it."""
        here = QApplication.focusWidget()
        found = (name for name, dock in self.docks.items() if here is not None and dock.isAncestorOf(here))
        return next(found, None)

    @contextmanager
    def unheard(self) -> Iterator[None]:
        """What the docks tell of themselves meanwhile is no change of the user's."""
        self._busy = True
        try:
            yield
        finally:
            self._busy = False

    def moved(self) -> None:
        """Panels were moved, sized, shown or hidden: lays them out at once, and tells of it."""
        self.settle()
        self._changed()

    def clear(self) -> None:
        """Takes every panel out, for others to be made in their place."""
        self._busy = True
        self.let_go()
        for dock in self.docks.values():
            self.removeDockWidget(dock)
            dock.setParent(None)  # or an arrangement that is restored would find it by its name
            dock.deleteLater()
        self.docks, self.bars, self._tree, self._touched = {}, {}, None, False
        self._busy = False

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        self.look = style
        self._dress()
        for bar in self.bars.values():
            bar.restyle(style)

    def childEvent(self, event: QChildEvent) -> None:
        """Tabs keep their order: Qt falls over one that is dragged along while its stack is laid out anew."""
        super().childEvent(event)
        if event.polished() and isinstance(stack := event.child(), QTabBar):
            stack.setMovable(False)

    def _dress(self) -> None:
        gap, theme, px = round(self.look.px(GAP)), self.look.theme, self.look.px
        self.setStyleSheet(
            f"QMainWindow::separator {{ width: {gap}px; height: {gap}px; background: {theme.window}; }}"
            f"DockArea > QTabBar {{ qproperty-drawBase: 0; font-family: '{SANS}';"
            f" font-size: {self.look.size('small')}px; }}"
            f"DockArea > QTabBar::tab {{ color: {theme.second}; background: {theme.window};"
            f" padding: {px(5):.0f}px {px(12):.0f}px; border: 1px solid {theme.line}; border-bottom: none; }}"
            f"DockArea > QTabBar::tab:selected {{ color: {theme.text}; background: {theme.panel};"
            f" border-top: {max(round(px(2)), 2)}px solid {theme.soyuz}; }}"
            f"QRubberBand {{ background: {theme.soyuz}; border: 1px solid {theme.soyuz}; }}"
        )

    def _seen(self, name: str, seen: bool) -> None:
        # A dock that goes down with its area tells of it too.
        if seen and isValid(self):
            self.shown.emit(name)

    def _changed(self) -> None:
        if not self._busy:
            self._stood, self._touched, self._sizes = self.state(), True, measured(self.docks, self.look)
            self.rearranged.emit()

    def _floated(self) -> None:
        """A floating panel came to rest; where it was put by an arrangement, that is no change."""
        if self.state() != self._stood:
            self._changed()

    def event(self, event: QEvent) -> bool:
        """An edge between docks that was moved is a change of the user's; a mere click is none."""
        if event.type() is QEvent.Type.MouseButtonPress:
            self._before = self.state()
        done = super().event(event)
        if event.type() is QEvent.Type.MouseButtonRelease:
            before, self._before = self._before, b""  # nothing where a panel took the press
            if before and self.state() != before:
                self._changed()
        return done

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By key a panel without a menu of its own offers that of its bar."""
        name = self.focused()
        if name is not None and event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._menu(name, self.bars[name].mapToGlobal(self.bars[name].rect().bottomLeft()))
            start_menu(event)

    def _menu(self, name: str, at: QPoint) -> None:
        open_menu(self.bars[name], self.look, sections(self, name), at)


def _first(what: Split | str) -> str:
    return what if isinstance(what, str) else next(what.panels())
