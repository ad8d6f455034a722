"""The proximity panel: the ship's path past the station in V-bar and R-bar, and in H-bar beside it."""

from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory, channel_basis
from mission_gui.panels.base import Panel
from mission_gui.panels.layer import lay, pixel_ratio
from mission_gui.panels.map_gestures import ARROWS, STEP
from mission_gui.panels.map_labels import around
from mission_gui.panels.map_paint import rect, spot
from mission_gui.panels.map_patch import kept
from mission_gui.panels.provenance import OF_BASIS, Origin, Sourced
from mission_gui.panels.proximity_layers import Flight, Layers, Sheet
from mission_gui.panels.proximity_live import paint_live
from mission_gui.panels.proximity_path import marks, path
from mission_gui.panels.proximity_station import iss_outline, station
from mission_gui.panels.proximity_tips import tip_at
from mission_gui.panels.proximity_view import Camera, Layout, Plane, Stage, layout, stage_at, stages
from mission_gui.panels.proximity_words import (
    PROXIMITY,
    heading,
    is_over,
    mark_origin,
    mark_tip,
    note,
    over,
    row_tip,
    rows,
    sentence,
    whence,
)
from mission_gui.panels.state_block import state_boxes, state_size
from mission_gui.panels.view_button import ViewButtons
from mission_gui.theme import Style

_REACH = 8.0
"""Pixels from the path within which a click or the pointer means it."""
_SIDE = 104.0
_FEWEST_LAYERS, _LAYERS_ROOM = 4, 48 * 2**20
"""How many views are kept at least, and bytes of pictures up to which more are."""
_NOTCH = 1.25
"""How much nearer a key or a button brings the view."""


class Proximity(Panel):
    """Where the ship is, was and will be, seen from the station.

    The view follows the flight by itself; wheel, drag, arrows, `+` and `-` take it over, a double click or `0` gives it
    back.
    A click on the path seeks.
    """

    heading: Text | str = PROXIMITY
    title = PROXIMITY
    accessible_role = QAccessible.Role.Chart

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.flight: Flight | None = None
        self._manual: Camera | None = None
        self._stages: dict[float, tuple[Stage, ...]] = {}
        self._layers: dict[object, Layers] = {}
        self._sheet = Sheet()
        self._pressed: QPointF | None = None
        self._dragged = False
        self.buttons = ViewButtons(style, self)
        self.buttons.zoomed.connect(self.zoom)
        self.buttons.automatic.connect(self.follow)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(round(self.look.px(780)), round(self.look.px(560)))

    def minimumSizeHint(self) -> QSize:
        return QSize(380, 260)

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        way = path(trajectory)
        self.flight = Flight(mission, way, marks(mission, trajectory, way), station(iss_outline(), mission))
        self._stages.clear()
        self._forget()
        other = self.is_other(mission)
        super().load(mission, trajectory)
        if other:
            self.follow()

    def show_frame(self, frame: Frame) -> None:
        if self.flight is not None:
            self.heading = heading(frame, self.flight.path.over)
            self.note = note(self.flight.mission, frame)
        super().show_frame(frame)

    def picture_of(self, frame: Frame) -> object:
        if self.flight is None:
            return None
        planes, way, ratio = self.planes(), self.flight.path, self.devicePixelRatioF()
        heard = None if self.docked else (self.heading, self.note)
        if is_over(frame, way.over):
            return planes, over(self.flight.mission, frame, way.over), heard
        spots = [spot(*plane.xy(way.at(frame.t)), ratio) for plane in planes]
        return planes, way.told_at(frame.t), spots, rows(frame.values), heard

    def dock(self) -> None:
        super().dock()
        self._place()

    def restyle(self, style: Style) -> None:
        self._forget()
        self.buttons.restyle(style)
        super().restyle(style)
        self._place()

    def describe(self, frame: Frame) -> str:
        return sentence(self.flight.mission, frame, self.flight.path.over) if self.flight is not None else ""

    @property
    def camera(self) -> Camera:
        """What the plots show now."""
        if self._manual is not None or self.flight is None:
            return self._manual or Camera(0.0, 0.0, 60.0)
        way, size = self.flight.path, self._layout()
        aspect = round(size.main / size.height, 3)
        found = kept(self._stages, aspect, lambda: stages(way.t, way.place[0], way.place[2], way.near, aspect))
        return stage_at(found, self.frame.t if self.frame is not None else float("-inf"))

    @property
    def follows(self) -> bool:
        """Whether the view follows the flight by itself."""
        return self._manual is None

    def follow(self) -> None:
        """Back to the automatic view."""
        self._look_at(None)

    def zoom(self, notches: float) -> None:
        """Nearer to the middle of the plot, or farther with a negative number."""
        camera = self.camera
        self._look_at(camera.zoomed(_NOTCH**notches, (camera.v, camera.r)))

    def _look_at(self, camera: Camera | None) -> None:
        self._manual = camera
        self.buttons.tell(self.follows)
        self.update()

    def planes(self) -> tuple[Plane, Plane]:
        """Both plots as they are now, in pixels of the content."""
        return self._layout().planes(self.camera)

    def _layout(self) -> Layout:
        area = self.content()
        return layout(area.width(), area.height(), self.look.px(_SIDE))

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        painter.save()
        painter.setClipRect(area)
        painter.translate(area.topLeft())
        if self.flight is None or self.frame is None:
            painter.fillRect(area, self.look.color("ocean"))
        else:
            layers = self.layers(pixel_ratio(painter))
            lay(painter, QPointF(0, 0), layers.scene(self.frame.t, self._sheet))
            paint_live(painter, layers, self.frame)
        painter.restore()

    def paint_frame(self, painter: QPainter) -> None:
        """Only what the plots leave free."""
        covered = self.content().toAlignedRect().adjusted(1, 1, -1, -1)
        painter.save()
        painter.setClipRegion(QRegion(self.rect()) - QRegion(covered))
        super().paint_frame(painter)
        painter.restore()

    def layers(self, ratio: float) -> Layers:
        """The pictures for the view now, at so many device pixels per unit."""
        flight, frame, planes = self.flight, self.frame, self.planes()
        assert flight is not None and frame is not None
        until = flight.path.told_at(frame.t)

        def made() -> Layers:
            size = state_size(self.look, tuple(name for name, _ in rows(frame.values))) if self.figures else None
            corner = QRectF(self._corner()).translated(-self.content().topLeft())
            blocked = (corner.left(), corner.top(), corner.right(), corner.bottom())
            return Layers(flight, planes, self.look, ratio, size, (blocked,), until)

        # A picture of the whole panel to a view.
        one = 4 * self.width() * self.height() * ratio**2
        most = max(_FEWEST_LAYERS, int(_LAYERS_ROOM / max(one, 1.0)))
        return kept(self._layers, (planes, ratio, until), made, most)

    def _forget(self) -> None:
        self._layers.clear()
        self._sheet.clear()

    def _corner(self) -> QRect:
        """Where the buttons stand: above at the right of the main plot."""
        area, rim, size = self.content(), round(self.look.px(6)), self.buttons.sizeHint()
        right = round(area.left() + self._layout().main)
        return QRect(QPoint(right - rim - size.width(), round(area.top()) + rim), size)

    def set_bare(self, bare: bool) -> None:
        super().set_bare(bare)
        self._place()

    def set_figures(self, figures: bool) -> None:
        self._forget()
        super().set_figures(figures)

    def _place(self) -> None:
        self.buttons.setVisible(not self.bare)
        self.buttons.setGeometry(self._corner())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget()
        self._place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        at, plane = event.position() - self.content().topLeft(), self.planes()[0]
        v, r = plane.at(at.x(), at.y())
        here = v if plane.shows(at.x(), at.y()) else self.camera.v
        self._look_at(self.camera.zoomed(1.0015 ** event.angleDelta().y(), (here, r)))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Plus: 1.0, Qt.Key.Key_Equal: 1.0, Qt.Key.Key_Minus: -1.0}
        if event.key() in steps:
            self.zoom(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_0:
            self.follow()
        elif (way := ARROWS.get(Qt.Key(event.key()))) is not None:
            step = STEP * self.width() / self.planes()[0].scale
            self._look_at(self.camera.panned(way[0] * step, way[1] * step))
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.follow()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position()
        if self._pressed is None:
            on_path = self._moment_at(here) is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if on_path else Qt.CursorShape.ArrowCursor)
            return
        moved = here - self._pressed
        if self._dragged or moved.manhattanLength() > 4:
            self._dragged, self._pressed = True, here
            scale = self.planes()[0].scale
            self._look_at(self.camera.panned(-moved.x() / scale, -moved.y() / scale))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is not None and not self._dragged:
            t = self._moment_at(event.position())
            if t is not None:
                self.sought.emit(t)

    def note_source(self) -> tuple[Origin, str] | None:
        """Range and range rate, as in the readings."""
        if self.flight is None or self.frame is None:
            return None
        origin = OF_BASIS[channel_basis("iss_range", self.frame.phase)]
        return origin, whence(self.flight.mission, self.frame)

    def sourced(self) -> list[Sourced]:
        """The readings, and the burns and events on the main plot."""
        if self.flight is None or self.trajectory is None or self.frame is None:
            return []
        layers, corner = self.layers(self.devicePixelRatioF()), self.content().topLeft()
        origin = OF_BASIS[channel_basis("iss_range", self.frame.phase)]
        found = []
        if layers.readout is not None and not is_over(self.frame, self.flight.path.over):
            told = rows(self.frame.values)
            boxes = state_boxes(self.look, rect(layers.readout).translated(corner), len(told))
            words = (partial(row_tip, self.flight.mission, self.frame, *row) for row in told)
            found = [Sourced(box, origin, word) for box, word in zip(boxes, words, strict=True)]
        for placed in layers.marks:
            box = rect(around(placed.x, placed.y, self.look.px(_REACH))).translated(corner)
            known = mark_origin(self.flight.mission, placed.mark)
            found.append(Sourced(box, known, partial(mark_tip, self.flight.mission, placed.mark)))
        return found

    def tip_at(self, at: QPointF) -> str:
        """What is under the pointer, and where it comes from."""
        if self.flight is None or self.trajectory is None or self.frame is None:
            return ""
        layers = self.layers(self.devicePixelRatioF())
        at_mark = tip_at(layers, self.trajectory, at - self.content().topLeft(), self.look.px(_REACH), self.zero)
        return at_mark or super().tip_at(at)

    def _moment_at(self, position: QPointF) -> float | None:
        """The moment of the path under the pointer."""
        if self.flight is None or self.frame is None:
            return None
        at = position - self.content().topLeft()
        layers = self.layers(self.devicePixelRatioF())
        found = (trail.nearest(at.x(), at.y(), self.look.px(_REACH)) for trail in layers.trails)
        return next((t for t in found if t is not None), None)
