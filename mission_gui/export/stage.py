"""What is pictured: the whole board, or one panel of it that fills the picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.clock import MissionClock
from mission_gui.domain.errors import UserError
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.base import Panel
from mission_gui.panels.map_imagery import day_picture
from mission_gui.panels.table import PANELS, panel_class
from mission_gui.settings import Arrangement
from mission_gui.theme import BASE, Style, Theme
from mission_gui.window import MainWindow
from mission_gui.window.dock_bar import DockBar
from mission_gui.window.places import SMALLEST


@dataclass(frozen=True, slots=True)
class Pose:
    """How a user has the board: where the panels stand, None as the layout has them, and the view of each by name."""

    arrangement: Arrangement | None
    views: Mapping[str, Mapping[str, Any]]


def pose_of(window: MainWindow) -> Pose:
    """How a window stands."""
    board = window.board
    views = {name: panel.view_state() for name, panel in board.in_view().items()}
    return Pose(board.arrangement() if board.area.changed_by_user() else None, views)


class BoardStage:
    """The board in one of its layouts."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @classmethod
    def made(cls, theme: Theme, layout: str, size: QSize) -> "BoardStage":
        """In a window of its own, which is never shown, without controls, which no picture has a use for."""
        window = MainWindow(theme)
        window.resize(size)
        window.board.set_bare(True)
        window.set_layout(layout)
        return cls(window)

    def widget(self) -> QWidget:
        """What is painted."""
        return self.window

    def load(self, mission: Mission, trajectory: Trajectory, alternatives: Alternatives) -> None:
        """A flight, and what else might have been."""
        self.window.load(mission, trajectory)
        self.window.show_alternatives(alternatives)

    def take_up(self, pose: Pose) -> None:
        """Stands as a user's own board does."""
        if pose.arrangement is not None:
            self.window.board.take_up(pose.arrangement)
        for name, panel in self.window.panels.items():
            if name in pose.views:
                panel.restore_view(dict(pose.views[name]))

    def show(self, frame: Frame, clock: MissionClock) -> None:
        """A moment."""
        self.window.show_clock(clock)
        self.window.show_frame(frame)

    def panels(self) -> Mapping[str, Panel]:
        """What is in view."""
        return self.window.board.in_view()


@dataclass(frozen=True, slots=True)
class Part:
    """A panel that can be pictured alone: where its class is, and the size for which its type has the base 13.

    It is no narrower and no wider than `shapes`, width to height; what that leaves of the picture stays free.
    """

    place: str
    design: QSize
    shapes: tuple[float, float] = (0.4, 4.0)

    def box(self, whole: QSize) -> QRect:
        """Where the panel stands in the middle of its room."""
        least, most = self.shapes
        width = min(whole.width(), round(whole.height() * most))
        height = min(whole.height(), round(whole.width() / least))
        return QRect((whole.width() - width) // 2, (whole.height() - height) // 2, width, height)


_PAGE, _LIST = QSize(420, 420), (0.4, 1.25)
PARTS: dict[str, Part] = {
    "map": Part(PANELS["ground_track"], QSize(1100, 620)),
    "countdown": Part(PANELS["countdown"], QSize(340, 560), (0.4, 1.0)),
    "crew": Part(PANELS["crew"], QSize(420, 350), (0.5, 2.0)),
    "charts": Part(PANELS["charts"], QSize(900, 300)),
    "proximity": Part(PANELS["proximity"], QSize(1000, 600)),
    "descent": Part(PANELS["descent"], QSize(1000, 640)),
    "landing-zone": Part(PANELS["landing_zone"], QSize(760, 520)),
    "timeline": Part(PANELS["timeline"], QSize(1500, 94), (14.0, 30.0)),
    "header": Part(PANELS["header"], QSize(1500, 56), (24.0, 40.0)),
    "recovery": Part("recovery.RecoveryBoard", QSize(420, 640), _LIST),
    "descent-figures": Part("descent_summary.DescentSummary", QSize(420, 560), _LIST),
    "coverage": Part("coverage.Coverage", _PAGE),
    "cards": Part("cards.Cards", _PAGE),
}
"""By the names of `--panel`: the panels, and the pages of the tabs."""

_LEAST_BASE = 8.0
_BARE = ("header", "timeline")


class PanelStage:
    """One panel under its heading."""

    def __init__(self, theme: Theme, name: str, size: QSize) -> None:
        part = PARTS[name]
        box = part.box(size)
        share = min(box.width() / part.design.width(), box.height() / part.design.height())
        self.name, self.look = name, Style(theme, max(round(BASE * share * 2) / 2, _LEAST_BASE))
        self.host = QWidget()
        self.host.resize(size)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.window))
        self.host.setPalette(palette)
        self.panel = panel_class(part.place)(self.look, self.host)
        self.panel.set_bare(True)
        if name not in _BARE:
            box = self._head(box)
        self.panel.setGeometry(box)

    def _head(self, box: QRect) -> QRect:
        """Puts the heading on top; gives what it leaves."""
        panel = self.panel
        if panel.strip is None:
            panel.heading = panel.heading or panel.title
        panel.dock()
        bar = DockBar(panel)
        bar.setParent(self.host)
        height = bar.sizeHint().height()
        bar.setGeometry(box.left(), box.top(), box.width(), height)
        return box.adjusted(0, height, 0, 0)

    def widget(self) -> QWidget:
        """What is painted."""
        return self.host

    def load(self, mission: Mission, trajectory: Trajectory, alternatives: Alternatives) -> None:
        """A flight, and what else might have been."""
        self.panel.load(mission, trajectory)
        self.panel.show_alternatives(alternatives)

    def show(self, frame: Frame, clock: MissionClock) -> None:
        """A moment."""
        self.panel.show_clock(clock)
        self.panel.show_frame(frame)

    def panels(self) -> Mapping[str, Panel]:
        """The one."""
        return {self.name: self.panel}


def check_panel(name: str) -> None:
    """UserError names the panels there are."""
    if name not in PARTS:
        raise UserError(f"{name!r} is not a panel; the panels are: {', '.join(PARTS)}")


def least_size(panel: str) -> QSize:
    """The least size that the board, or a panel, is laid out for."""
    return PARTS[panel].design * 0.5 if panel else SMALLEST


def shows_imagery(panels: Mapping[str, Panel]) -> bool:
    """Whether satellite pictures lie under a map, which are to be credited."""
    wanted = any(panel.view_state().get("imagery") for panel in panels.values())
    return wanted and day_picture() is not None
