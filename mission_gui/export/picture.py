"""Pictures: the same widgets as on the screen, without thread or timer; as pixels, or as marks for files that scale."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QTransform

from mission_gui.domain.alternatives import NONE, Alternatives
from mission_gui.domain.clock import MissionClock
from mission_gui.domain.errors import UserError
from mission_gui.domain.frame import frame_at
from mission_gui.domain.language import spoken
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.export.canvas import Canvas, Plan, plan
from mission_gui.export.faces import print_faces, printed
from mission_gui.export.replay import replay
from mission_gui.export.stage import BoardStage, PanelStage, Pose, check_panel, least_size, shows_imagery
from mission_gui.export.stamp import Shown, Stamp, stamp
from mission_gui.export.strip import paint_banners, paint_strip
from mission_gui.export.twin import Twin, twin
from mission_gui.panels.record import Record
from mission_gui.theme import THEMES, Style
from mission_gui.window.layouts import BY_ID

_LARGE = 24_000_000
"""Pixels from which on a picture is drawn in bands, from marks: layers of pixels would take gigabytes."""
_BAND = 4_000_000
"""Pixels of a band."""
_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


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
class Picture:
    """A moment as the studio shows it, with its truth and its words."""

    studio: Studio | Standing
    stamp: Stamp
    twin: Twin

    @property
    def canvas(self) -> Canvas:
        """Its size."""
        return self.studio.composition.canvas

    @property
    def size(self) -> tuple[float, float]:
        """CSS pixels of a file that scales."""
        size, scale = self.canvas.size, self.canvas.scale
        return size.width() * scale, size.height() * scale

    def image(self) -> QImage:
        """The whole picture as pixels."""
        plan, pixels = self.studio.plan, self.canvas.pixels
        image = QImage(pixels, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(plan.ratio)
        image.fill(self.studio.look.color("window"))
        self.studio.stage.widget().render(image, plan.main.topLeft().toPoint())
        painter = QPainter(image)
        painter.setRenderHints(_SMOOTH)
        self._paint_frame(painter)
        painter.end()
        return image

    def record(self) -> Record:
        """The whole picture as marks, in units of the layout."""
        plan = self.studio.plan
        record = Record(plan.whole.width(), plan.whole.height())
        with print_faces():
            painter = QPainter(record)
            painter.fillRect(record.bounds, self.studio.look.color("window"))
            self.studio.stage.widget().render(painter, plan.main.topLeft().toPoint())
            self._paint_frame(painter)
            painter.end()
        record.marks[:] = map(printed, record.marks)
        return record

    @property
    def large(self) -> bool:
        """Whether it has so many pixels that not all are held at once."""
        return self.canvas.pixel_count > _LARGE

    def bands(self) -> Iterator[QImage]:
        """The picture as pixels, from the top down; a very large one in parts."""
        pixels = self.canvas.pixels
        if not self.large:
            yield self.image()
            return
        record, rows = self.record(), max(_BAND // pixels.width(), 1)
        for top in range(0, pixels.height(), rows):
            yield self._band(record, top, min(rows, pixels.height() - top))

    def _band(self, record: Record, top: int, rows: int) -> QImage:
        ratio = self.studio.plan.ratio
        image = QImage(self.canvas.pixels.width(), rows, QImage.Format.Format_RGB32)
        image.fill(self.studio.look.color("window"))
        painter = QPainter(image)
        painter.setRenderHints(_SMOOTH)
        onto = QTransform.fromScale(ratio, ratio) * QTransform.fromTranslate(0, -top)
        replay(record, painter, onto, QRectF(0, top / ratio, record.bounds.width(), rows / ratio))
        painter.end()
        return image

    def _paint_frame(self, painter: QPainter) -> None:
        studio = self.studio
        if studio.composition.caption:
            paint_strip(painter, studio.look, studio.plan.strip, self.stamp)
        if studio.composition.marking:
            paint_banners(painter, studio.look, studio.plan, studio.composition.marking)
