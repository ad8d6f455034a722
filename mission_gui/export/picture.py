"""Pictures of a flight: the same widgets as on the screen, without thread or timer."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from mission_gui.domain.alternatives import NONE, Alternatives
from mission_gui.domain.clock import MissionClock
from mission_gui.domain.errors import UserError
from mission_gui.domain.frame import frame_at
from mission_gui.domain.language import spoken
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.export.canvas import Canvas, Plan, plan
from mission_gui.export.drawing import Drawing
from mission_gui.export.label import label
from mission_gui.export.stage import BoardStage, PanelStage, Pose, check_panel, least_size, shows_imagery
from mission_gui.export.stamp import Shown, Stamp, stamp
from mission_gui.export.strip import paint_banners, paint_strip
from mission_gui.export.twin import Twin, twin
from mission_gui.export.xmp import Label
from mission_gui.theme import THEMES, Style
from mission_gui.window.layouts import BY_ID


@dataclass(frozen=True, slots=True)
class Composition:
    """What is asked of a picture beside its moment: `panel` by its name in `PARTS`, or else the board in a `layout`."""

    canvas: Canvas
    layout: str = "orbit"
    panel: str = ""
    theme: str = "dark"
    caption: bool = False
    marking: str = ""

    def __post_init__(self) -> None:
        if self.theme not in THEMES:
            raise UserError(f"{self.theme!r} is not a theme; the themes are: {', '.join(THEMES)}")
        if self.layout not in BY_ID:
            raise UserError(f"{self.layout!r} is not a layout; the layouts are: {', '.join(BY_ID)}")
        if self.panel:
            check_panel(self.panel)

    @property
    def plan(self) -> Plan:
        """How the picture is shared out."""
        return plan(self.canvas, least_size(self.panel), self.caption, bool(self.marking))

    @property
    def made(self) -> str:
        """Its words that the stamp has no place for, in an order that is always the same."""
        size = self.canvas.size
        words = (
            f"size {size.width()}x{size.height()}",
            f"scale {self.canvas.scale:g}",
            *(("caption",) if self.caption else ()),
            *((f"marking {self.marking}",) if self.marking else ()),
        )
        return ", ".join(words)

    @property
    def shown(self) -> Shown:
        """The part of the stamp that tells how a moment is shown, in the language spoken."""
        layout = "" if self.panel else self.layout
        return Shown(layout, self.panel, self.theme, spoken(), made=self.made)


class Studio:
    """Takes pictures of a flight in one composition, one moment after the other.

    Close it, or use it in a `with`. A picture shows the moment it was taken at only until the next one is.
    """

    def __init__(
        self,
        mission: Mission,
        trajectory: Trajectory,
        composition: Composition,
        alternatives: Alternatives = NONE,
        pose: Pose | None = None,
    ) -> None:
        """`pose`: how the user arranged the board, where that is to be pictured."""
        self.mission, self.trajectory, self.composition = mission, trajectory, composition
        self.plan = composition.plan
        theme, size = THEMES[composition.theme], self.plan.main.size().toSize()
        panel, layout = composition.panel, composition.layout
        self.stage = PanelStage(theme, panel, size) if panel else BoardStage.made(theme, layout, size)
        self.look = Style(theme, self.plan.base)
        self.stage.load(mission, trajectory, alternatives)
        if pose is not None and isinstance(self.stage, BoardStage):
            self.stage.take_up(pose)
        self._clock = MissionClock(mission.seconds(mission.start), mission.seconds(mission.end), 0.0, 0.0)

    def __enter__(self) -> "Studio":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets the widgets go."""
        self.stage.widget().close()
        self.stage.widget().deleteLater()

    def at(self, t: float) -> "Picture":
        """The picture of a mission time; the same arguments give the same picture, whatever came before."""
        frame = frame_at(self.mission, self.trajectory, t)
        self.stage.show(frame, self._clock)
        for panel in self.stage.panels().values():
            panel.rest()  # sharp, even where a window would still be on the move
        shown = replace(self.composition.shown, imagery=shows_imagery(self.stage.panels()))
        truth = stamp(self.mission, self.trajectory, t, shown)
        return Picture(self, truth, twin(truth, self.stage.panels(), frame))


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """A board that stands on the screen, pictured as it is."""

    composition: Composition
    plan: Plan
    stage: BoardStage
    look: Style


@dataclass(frozen=True, slots=True, eq=False)
class Picture(Drawing):
    """A moment as the studio shows it, with its truth and its words."""

    studio: Studio | Standing
    stamp: Stamp
    twin: Twin

    @property
    def canvas(self) -> Canvas:
        return self.studio.composition.canvas

    @property
    def plan(self) -> Plan:
        return self.studio.plan

    @property
    def look(self) -> Style:
        return self.studio.look

    @property
    def label(self) -> Label:
        return label(self.stamp, self.twin)

    def widget(self) -> QWidget:
        return self.studio.stage.widget()

    def paint_frame(self, painter: QPainter) -> None:
        """The caption below, and the marking above and below."""
        studio = self.studio
        if studio.composition.caption:
            paint_strip(painter, studio.look, studio.plan.strip, self.stamp)
        if studio.composition.marking:
            paint_banners(painter, studio.look, studio.plan, studio.composition.marking)
