"""The descent, large: altitude against range to go, load and heating, the modules and the parachutes."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QRegion, QResizeEvent, QTransform
from PySide6.QtWidgets import QToolTip, QWidget

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory, channel_basis
from mission_gui.language import translate
from mission_gui.panels.base import Panel
from mission_gui.panels.chart_ahead import RESTED, Ahead
from mission_gui.panels.descent_figures import tells, told
from mission_gui.panels.descent_layout import even
from mission_gui.panels.descent_picture import Picture
from mission_gui.panels.descent_pointer import Moment, moment_at
from mission_gui.panels.descent_scene import Scene, neighbours, scene
from mission_gui.panels.descent_words import ORIGIN, READ, describe, note, tip
from mission_gui.panels.layer import pixel_ratio
from mission_gui.panels.provenance import OF_BASIS, Origin, Sourced
from mission_gui.panels.telling import tell
from mission_gui.theme import Style


class DescentPanel(Panel):
    """From module separation to the ground; before, the whole of it still to come."""

    heading = Text("Descent", "Спуск")

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.scene: Scene | None = None
        self._picture: Picture | None = None
        self._hovered: Moment | None = None
        self._hurried = False
        self._sharper = Ahead(self._sharpen, self, RESTED)
        self.setMouseTracking(True)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self.look.px(420)), round(self.look.px(300)))

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        """A new flight, alone until others are shown beside it."""
        self._hovered = None
        super().load(mission, trajectory)
        self._make()

    def show_alternatives(self, alternatives: Alternatives) -> None:
        """Draws the other way down, what the entry can reach and a what-if beside the flight, or takes them away."""
        super().show_alternatives(alternatives)
        self._make()

    def _make(self) -> None:
        if self.mission is not None and self.trajectory is not None:
            bounds = corridor(self.trajectory, self.alternatives)
            self.scene = scene(self.mission, self.trajectory, neighbours(self.alternatives), bounds)
        self._picture = None
        self.update()

    def show_frame(self, frame: Frame) -> None:
        """A new instant: only what it changes is painted."""
        before, self.frame, said = self.frame, frame, self.note
        self.note = note(self.scene, frame)
        tell(self, self.describe(frame))
        if self.docked and self.note != said:
            self.told.emit()
        if before is None or self._picture is None or self._hovered is not None or self._hurried:
            self.update()
            return
        self.update(self._picture.changed(before.t, frame.t))
        if self.note != said and not self.docked:
            self.update(0, 0, self.width(), round(self.content().top()))

    def note_source(self) -> tuple[Origin, str] | None:
        """The readings of the moment."""
        if self.frame is None:
            return None
        return OF_BASIS[channel_basis("range_to_go", self.frame.phase)], str(ORIGIN)

    def sourced(self) -> list[Sourced]:
        """The readings of the moment, the state of the parachutes, and the peaks beside the line."""
        frame, flight, picture = self.frame, self.trajectory, self._picture
        if frame is None or flight is None or picture is None:
            return []
        found = []
        for channel, box in zip(READ, picture.places.readings, strict=False):
            if tells(channel, frame):
                origin = OF_BASIS[channel_basis(channel, frame.phase)]
                found.append(Sourced(box, origin, partial(told, flight, frame, channel)))
        if self.scene is not None:
            words = partial(tip, self.scene, frame.t, zero=self.zero)
            found += [Sourced(box, Origin.MODELLED, words) for box in (picture.places.words, picture.sequence.box)]
        return found

    def tip_at(self, at: QPointF) -> str:
        """The moment a place means, with its figures and the event there, or what a reading tells."""
        moment = self.moment_at(at)
        if moment is None or self.scene is None:
            return super().tip_at(at)
        return tip(self.scene, *moment, zero=self.zero)

    def set_figures(self, figures: bool) -> None:
        self._picture = None
        super().set_figures(figures)

    def restyle(self, style: Style) -> None:
        if style.theme is not self.look.theme:
            self._picture = None
        super().restyle(style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A picture of another size will do, stretched, until the size rests."""
        self._hurried = self.isVisible()
        self._sharper.stop()

    def rest(self) -> None:
        self._sharper.stop()
        self._hurried = False

    def _sharpen(self) -> bool:
        self._hurried = False
        self.update()
        return False

    def describe(self, frame: Frame) -> str:
        if self.mission is None or self.trajectory is None:
            return ""
        return describe(self.mission, self.trajectory, self.scene, frame)

    def paint_frame(self, painter: QPainter) -> None:
        """Only what the picture leaves free."""
        painter.save()
        painter.setClipRegion(QRegion(self.rect()) - QRegion(self._area().toAlignedRect()))
        super().paint_frame(painter)
        painter.restore()

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        if self.mission is None or self.trajectory is None:
            painter.fillRect(self._area(), self.look.color("window"))
            return
        area, ratio, kept = self._area(), pixel_ratio(painter), self._picture
        if self._hurried and kept is not None and kept.ratio == ratio:
            painter.setTransform(stretch(kept.area, area), combine=True)
            self._sharper.start_once()  # only now, for a large window takes long to be painted
        else:
            kept = self._picture_of(self.mission, ratio)
        kept.paint(painter, self.trajectory, self.frame, self._hovered[0] if self._hovered else None)

    def _area(self) -> QRectF:
        """The content within the border and its round corners, on pixels of the device."""
        inner = self.content().adjusted(2, 2, -2, -2 - self.look.px(2))
        left, top = even(inner.left()), even(inner.top())
        return QRectF(left, top, even(inner.right()) - left, even(inner.bottom()) - top)

    def _picture_of(self, mission: Mission, ratio: float) -> Picture:
        area = self._area()
        kept = self._picture
        if kept is None or (kept.area, kept.ratio, kept.look) != (area, ratio, self.look):
            kept = self._picture = Picture(self.look, self.scene, mission, area, ratio, self.figures)
        return kept

    def moment_at(self, at: QPointF) -> Moment | None:
        """Mission time a place means, and the event there; None before the panel was painted and where nothing is."""
        return moment_at(self._picture, at) if self._picture is not None else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._seek(event) if event.button() is Qt.MouseButton.LeftButton else super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek(event)
            return
        self._hover(self.moment_at(event.position()))
        if self._hovered is not None:
            QToolTip.showText(event.globalPosition().toPoint(), self.tip_at(event.position()), self)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def _seek(self, event: QMouseEvent) -> None:
        moment = self.moment_at(event.position())
        if moment is not None:
            self.sought.emit(moment[0])

    def _hover(self, moment: Moment | None) -> None:
        if moment != self._hovered:
            self._hovered = moment
            self.setCursor(Qt.CursorShape.PointingHandCursor if moment else Qt.CursorShape.ArrowCursor)
            if moment is None:
                QToolTip.hideText()
            self.update()


def stretch(before: QRectF, after: QRectF) -> QTransform:
    """Brings one rectangle over another."""
    moved = QTransform.fromTranslate(after.left(), after.top())
    moved.scale(after.width() / before.width(), after.height() / before.height())
    return moved.translate(-before.left(), -before.top())


def corridor(flown: Trajectory, alternatives: Alternatives) -> tuple[Sequence[Trajectory], str] | None:
    """The steepest and the flattest entry from the same burn: without lift, and with all of it upward."""
    lost = flown.solution is not None and flown.solution.lift_lost is not None
    steep = flown if lost else alternatives.other
    if steep is None or alternatives.lifted is None:
        return None
    return (steep, alternatives.lifted), translate("Descent", "corridor")
