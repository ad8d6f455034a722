"""The pictures of a deck: panels of the board by themselves, each panel made once, and what they say of themselves."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.frame import frame_at
from mission_gui.domain.language import spoken
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.export.brief.deck import Wish
from mission_gui.export.label import label
from mission_gui.export.png import png, texts
from mission_gui.export.stage import PARTS
from mission_gui.export.stamp import Shown, stamp
from mission_gui.export.twin import twin
from mission_gui.panels.base import Panel
from mission_gui.panels.table import panel_class
from mission_gui.theme import Style, Theme

SCALE = 1.5
"""Pixels for a point of a panel: two for a point of the slide, which is sharp on a large screen and in print."""

_BASE = 15.0
"""Type of the panels, which a slide shows three quarters as large."""
_RIM = 4
"""Points that a panel's frame and its round corners take, which are left out."""
_VIEWS = {"map": {"zone": False, "readings": False, "circles": False}}
"""What the slide tells itself, or has a slide for, is left out of its picture."""


class Studio:
    """Draws panels of one flight in one theme."""

    def __init__(self, mission: Mission, trajectory: Trajectory, alternatives: Alternatives, theme: Theme) -> None:
        self._mission, self._trajectory, self._alternatives = mission, trajectory, alternatives
        self._style = Style(theme, _BASE)
        self._panels: dict[str, Panel] = {}

    def words(self, panel: str, t: float) -> str:
        """What a panel says of itself at mission time `t`."""
        return self._panel(panel).describe(frame_at(self._mission, self._trajectory, t))

    def draw(self, wish: Wish) -> bytes:
        """The picture as a PNG with its stamp; the same wish gives the same bytes."""
        panel = self._panel(wish.panel)
        panel.resize(wish.width + 2 * _RIM, wish.height + 2 * _RIM)
        if wish.panel in _VIEWS:
            panel.restore_view(_VIEWS[wish.panel] | {"legend": wish.legend})
        panel.show_frame(frame_at(self._mission, self._trajectory, wish.t))
        image = QImage(QSize(wish.width, wish.height) * SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(SCALE)
        image.fill(self._style.color("panel"))
        panel.render(image, QPoint(-_RIM, -_RIM))
        told = stamp(self._mission, self._trajectory, wish.t, self._shown(wish.panel))
        frame = panel.frame or frame_at(self._mission, self._trajectory, wish.t)
        return png(
            [image], (image.width(), image.height()), SCALE, texts(label(told, twin(told, {wish.panel: panel}, frame)))
        )

    def _shown(self, panel: str) -> Shown:
        return Shown(panel=panel, theme=self._style.theme.name, language=spoken())

    def draw_all(self, wishes: tuple[Wish, ...], done: Callable[[int], None]) -> dict[Wish, bytes]:
        """All of them; `done` is told how many are ready, and may raise to stop."""
        made: dict[Wish, bytes] = {}
        for wish in wishes:
            made[wish] = self.draw(wish)
            done(len(made))
        return made

    def _panel(self, name: str) -> Panel:
        if name not in self._panels:
            panel = panel_class(PARTS[name].place)(self._style)
            panel.dock()
            panel.set_bare(True)
            panel.set_figures(False)
            panel.resize(1184, 372)
            panel.load(self._mission, self._trajectory)
            panel.show_alternatives(self._alternatives)
            self._panels[name] = panel
        return self._panels[name]
