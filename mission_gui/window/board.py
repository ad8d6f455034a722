"""The board: header, docked panels, timeline. It passes each flight, frame and clock to the panels in view."""

import logging
from base64 import b64decode, b64encode

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QWidget

from mission_gui.domain.alternatives import NONE, Alternatives
from mission_gui.domain.clock import MissionClock
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.panels.base import Panel
from mission_gui.panels.table import PANELS, panel_type
from mission_gui.panels.zero import UNDOCKING
from mission_gui.settings import Arrangement
from mission_gui.theme import Style
from mission_gui.window.docks import DockArea
from mission_gui.window.layouts import BY_ID, BY_PHASE, ORBIT, Layout
from mission_gui.window.places import DESIGN, SMALLEST, base_size, frame
from mission_gui.window.tab_order import ancestors, go_on, tab_stops

log = logging.getLogger(__name__)

FIXED = ("header", "timeline")
"""Above and below the panels; they are never docked elsewhere."""
_TAB_ROW = 16.0
"""Controls whose upper edges are nearer than that to each other stand in one row, for Tab."""


class Board(QWidget):
    """Holds the panels and the layout in which they stand. A panel is made when it is first seen.

    `made` gives each new panel, for its wishes to be heard; `arranged` tells that another layout stands, `sized` that
    the board has another size.
    """

    accessible_role = QAccessible.Role.Grouping
    made = Signal(object)
    arranged = Signal()
    sized = Signal()

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = style
        self.panels: dict[str, Panel] = {}
        self.mission: Mission | None = None
        self.trajectory: Trajectory | None = None
        self.moment: Frame | None = None
        self.alternatives: Alternatives = NONE
        self.layout_: Layout = ORBIT
        self.following = self.hasty = self.bare = False
        self.kept: Arrangement | None = None
        self.zero = UNDOCKING
        self.clock: MissionClock | None = None
        self._missed: set[str] = set()
        self._size = DESIGN
        # The board itself takes the focus, so that no control looks chosen before Tab is pressed.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMinimumSize(SMALLEST)
        self.setAccessibleName(translate("Window", "Board"))
        self.area = DockArea(style, self, self._make)
        self.area.hide()
        self.area.shown.connect(self.catch_up)

    def build(self) -> None:
        """Makes the panels of the layout, once."""
        if self.panels:
            return
        for name in FIXED:
            self._make(name)
        self._arrange(self.layout_)
        self.panels["header"].show()
        self.area.show()
        if self.kept is not None:
            self.take_up(self.kept)

    def _make(self, name: str) -> Panel:
        panel = panel_type(name)(self.look, self)
        if name not in FIXED:
            panel.dock()
        panel.set_zero(self.zero)
        panel.set_bare(self.bare or not self.layout_.timeline)
        panel.set_hasty(self.hasty)
        self.panels[name] = panel
        self._missed.add(name)
        self.made.emit(panel)
        return panel

    def in_view(self) -> dict[str, Panel]:
        """The panels that can be seen, which are the ones that are told: none before they are made."""
        fixed = (name for name in FIXED if name in self.panels and not self.panels[name].isHidden())
        shown = (*fixed, *self.area.visible())
        return {name: self.panels[name] for name in shown}

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        """A new flight: panels in view draw what does not change, the others when they come into view."""
        self.build()
        self.mission, self.trajectory, self.moment, self.alternatives = mission, trajectory, None, NONE
        self._missed = set(self.panels)
        for name in self.in_view():
            self.catch_up(name)

    def catch_up(self, name: str) -> None:
        """Tells a panel that came into view what it missed."""
        panel = self.panels[name]
        if self.mission is None or self.trajectory is None:
            return
        if name in self._missed:
            self._missed.discard(name)
            panel.load(self.mission, self.trajectory)
            if self.alternatives is not NONE:
                panel.show_alternatives(self.alternatives)
            if self.clock is not None:
                panel.show_clock(self.clock)
        if self.moment is not None and panel.frame is not self.moment:
            panel.show_frame(self.moment)

    def show_frame(self, moment: Frame) -> None:
        """A new instant, the same for every panel."""
        self.moment = moment
        if self.following and self.layout_.id != (wanted := BY_PHASE[moment.phase]):
            self._arrange(BY_ID[wanted])
        for panel in self.in_view().values():
            if panel.frame is not moment:
                panel.show_frame(moment)

    def show_alternatives(self, alternatives: Alternatives) -> None:
        """What else might have been, beside the flight."""
        self.alternatives = alternatives
        for panel in self._caught_up():
            panel.show_alternatives(alternatives)

    def show_clock(self, clock: MissionClock) -> None:
        """How time runs."""
        self.clock = clock
        for panel in self._caught_up():
            panel.show_clock(clock)

    def set_zero(self, zero: str) -> None:
        """The event from which T is counted, the same for every panel."""
        self.zero = zero
        for panel in self.panels.values():
            panel.set_zero(zero)

    def set_bare(self, bare: bool) -> None:
        """Whether no layout shows the panels' controls, as in a film."""
        self.bare = bare
        for panel in self.panels.values():
            panel.set_bare(bare or not self.layout_.timeline)

    def set_hasty(self, hasty: bool) -> None:
        """Whether the next picture is wanted at once, even if something that takes long is not in it yet."""
        self.hasty = hasty
        for panel in self.panels.values():
            panel.set_hasty(hasty)

    def _caught_up(self) -> list[Panel]:
        return [panel for name, panel in self.panels.items() if name not in self._missed]

    def set_layout(self, layout: Layout) -> None:
        """A layout as the user's own choice: the phase is followed no longer."""
        self.following = False
        self._arrange(layout)

    def follow_phase(self) -> None:
        """Lets the phase choose the layout again."""
        self.following = True
        if self.moment is not None:
            self._arrange(BY_ID[BY_PHASE[self.moment.phase]])

    def rebuild(self) -> None:
        """Makes every panel anew where it stands: what they wrote out was in another language."""
        if not self.panels:
            return
        views = {name: panel.view_state() for name, panel in self.panels.items()}
        mission, flight, moment, alternatives = self.mission, self.trajectory, self.moment, self.alternatives
        stands, follows = self.arrangement(), self.following
        for name in FIXED:
            self.panels[name].hide()
            self.panels[name].deleteLater()
        self.area.clear()
        self.panels, self.kept = {}, stands
        self.build()
        self.following = follows
        if mission is not None and flight is not None:
            self.load(mission, flight)
            self.show_alternatives(alternatives)
        for name, view in views.items():
            if name in self.panels:
                self.panels[name].restore_view(view)
        if moment is not None:
            self.show_frame(moment)
        self.setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Tab goes through header, panels and timeline as they stand, whenever each of them was made."""
        return go_on(tab_stops(self, self.look.px(_TAB_ROW), self._group_of), forward)

    def _group_of(self, widget: QWidget) -> QWidget | None:
        """The header, dock or timeline in which a control stands."""
        groups = {*self.area.docks.values(), *(self.panels[name] for name in FIXED)}
        return next((above for above in ancestors(widget) if above in groups), None)

    def arrangement(self) -> Arrangement:
        """How the panels stand, whoever put them there."""
        area = self.area
        return Arrangement(b64encode(area.state()).decode(), area.placed(), self.layout_.id, area.sizes())

    def take_up(self, kept: Arrangement) -> None:
        """An arrangement of the user's; the layout stays where it cannot be read."""
        self.following = False
        layout = BY_ID.get(kept.layout, self.layout_)
        if layout is not self.layout_:
            self._arrange(layout)  # its type and its controls, too
        names = tuple(name for name in kept.panels if name in PANELS)
        try:
            state = b64decode(kept.state, validate=True)
        except ValueError:
            state = b""
        if not self.area.restore(state, names, kept.sizes):
            log.warning("a kept arrangement of panels cannot be read; the layout %s stands", self.layout_.id)
            self._arrange(self.layout_)

    def hidden(self) -> dict[str, str]:
        """The panels that could be shown: what each is called, by its name in `PANELS`."""
        shown = {*self.in_view(), *FIXED}
        kinds = {name: panel_type(name) for name in PANELS if name not in shown}
        return {name: str(kind.heading or kind.title) for name, kind in kinds.items()}

    def where(self) -> dict[str, QRect]:
        """The places of the panels in view, with the bars of their docks."""
        found = {name: panel.geometry() for name, panel in self.in_view().items() if name in FIXED}
        corner = self.area.geometry().topLeft()
        for name in self.area.visible():
            if not self.area.docks[name].isFloating():
                found[name] = self.area.docks[name].geometry().translated(corner)
        return found

    def reset_layout(self) -> None:
        """The layout as it was made."""
        self._arrange(self.layout_)

    def _arrange(self, layout: Layout) -> None:
        self.layout_ = layout
        if self.panels:
            self.panels["timeline"].setVisible(layout.timeline)
            for panel in self.panels.values():
                panel.set_bare(self.bare or not layout.timeline)
            self.resized(self._size)
            self.area.apply(layout.tree)
            if layout.timeline:
                self.catch_up("timeline")
        self.arranged.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.resized(event.size())
        self.sized.emit()

    def resized(self, size: QSize) -> None:
        """Lays header, panels and timeline out in a window of a size, the type as large as it allows."""
        self._size = size
        self.restyle(Style(self.look.theme, base_size(size, self.layout_.larger)))
        for name, place in frame(size, self.look, self.layout_).items():
            if name == "area":
                self.area.setGeometry(place)
                self.area.fit()
            elif name in self.panels:
                self.panels[name].setGeometry(place)

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        if style == self.look:
            return
        self.look = style
        for panel in self.panels.values():
            panel.restyle(style)
        self.area.restyle(style)
