"""The ground-track map with the state block, the legend and the landing zone over it."""

from math import degrees, floor

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPixmap, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from mission_gui.domain.events import Phase
from mission_gui.domain.frame import Frame, sample
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory, channel_basis
from mission_gui.panels.base import Panel
from mission_gui.panels.landing_zone import LandingZone
from mission_gui.panels.lettering import pixel_ratio
from mission_gui.panels.map_flight import Flight, Span, followed, nearest, prepare, span
from mission_gui.panels.map_labels import Box
from mission_gui.panels.map_layers import Layers
from mission_gui.panels.map_live import paint_joint, paint_live
from mission_gui.panels.map_overlays import Overlays, arrange, draw_bar, draw_tip
from mission_gui.panels.map_paint import base_layer, on_pixel
from mission_gui.panels.map_recovery import lonlat
from mission_gui.panels.map_scene import STEP, Moment, scene
from mission_gui.panels.map_shapes import world
from mission_gui.panels.map_track import ground_position
from mission_gui.panels.map_view import View, fitted
from mission_gui.panels.map_wording import basis_note, header_note, sentence, state_rows, tip
from mission_gui.panels.state_block import draw_state, legend_picture
from mission_gui.theme import Style

_REACH = 8.0
"""Pixels from the track within which a click or the pointer means it."""


class GroundTrack(Panel):
    """Where the ship is and was and will be. Wheel zooms, drag pans, double click resets, click on the track seeks.

    `trail_orbits` is drawn bright behind the ship, `earlier_orbits` faint before that, `lead_orbits` dotted ahead.
    """

    heading = "Ground track"

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.trail_orbits, self.earlier_orbits, self.lead_orbits = 1.5, 1.0, 1.5
        self.following = False
        self.zone = LandingZone(style, self)
        self.zone.hide()
        self.zone.sought.connect(self.sought)
        self.flight: Flight | None = None
        self._view = fitted(1.0, 1.0)
        self._empty: tuple[object, QPixmap] | None = None
        self._layers: Layers | None = None
        self._scene: tuple[Moment, QPixmap] | None = None
        self._pressed: QPointF | None = None
        self._dragged = False
        self._hover: tuple[float, QPointF] | None = None
        self.setMouseTracking(True)

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        fresh = self.mission is None or self.mission.id != mission.id
        self.flight = prepare(mission, trajectory)
        self.zone.load(mission, trajectory)
        self._drop()
        super().load(mission, trajectory)
        if fresh:
            self.reset_view()

    def show_frame(self, frame: Frame) -> None:
        if self.flight is not None and self.mission is not None and self.trajectory is not None:
            self.note = header_note(self.mission, self.trajectory, self.flight.light, frame)
        self.zone.show_frame(frame)
        super().show_frame(frame)
        self._arrange()

    def restyle(self, style: Style) -> None:
        self.zone.restyle(style)
        self._drop()
        super().restyle(style)
        self._arrange()

    def describe(self, frame: Frame) -> str:
        if self.mission is None:
            return ""
        return sentence(self.mission, frame, world().country_at(*ground_position(frame)))

    def reset_view(self) -> None:
        """The whole Earth, turned so that the way down lies in the middle."""
        area = self.content()
        landing = degrees(self.mission.landing.longitude) if self.mission else 0.0
        self._set_view(fitted(area.width(), area.height(), 30.0 * round((landing - 70.0) / 30.0)))

    def set_follow(self, follow: bool) -> None:
        """Keeps the ship near the middle, or leaves the map where it is."""
        self.following = follow
        if not follow and self.flight is not None and self.frame is not None:
            self._set_view(followed(self._view, self.flight, self.frame.t))
        self._arrange()
        self.update()

    def set_tracks(self, trail: float, lead: float, earlier: float, minutes: bool = False) -> None:
        """How much of the track is drawn, in orbits or in minutes."""
        turn = self.flight.period / 60.0 if minutes and self.flight is not None else 1.0
        self.trail_orbits, self.lead_orbits, self.earlier_orbits = trail / turn, lead / turn, earlier / turn
        self.update()

    @property
    def view(self) -> View:
        """What is on the map now."""
        if self.following and self.flight is not None and self.frame is not None:
            return followed(self._view, self.flight, self.frame.t)
        return self._view

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        flight, frame = self.flight, self.frame
        painter.save()
        painter.setClipRect(area)
        painter.translate(area.topLeft())
        if flight is None or frame is None:
            painter.drawPixmap(QPointF(0, 0), self._base_of(self.view, pixel_ratio(painter)))
        else:
            self._paint_map(painter, self._layers_of(flight, pixel_ratio(painter)), frame)
        painter.restore()

    def paint_frame(self, painter: QPainter) -> None:
        """Only what the map leaves free."""
        covered = self.content().toAlignedRect().adjusted(1, 1, -1, -1)
        painter.save()
        painter.setClipRegion(QRegion(self.rect()) - QRegion(covered))
        super().paint_frame(painter)
        painter.restore()

    def _paint_map(self, painter: QPainter, layers: Layers, frame: Frame) -> None:
        flight, view, overlays = layers.flight, layers.view, self._overlays(frame)
        moment = self._moment(flight, frame, overlays)
        painter.drawPixmap(QPointF(0, 0), self._scene_of(layers, moment))
        if frame.t < flight.landing:
            end = min(moment.drawn.now + STEP, flight.landing)
            paint_joint(painter, flight, view, self.look, moment.drawn.now, frame.t, end)
        still, taken = layers.captions(moment.drawn, moment.overlays)
        paint_live(painter, layers, frame, still, taken, overlays.boxes)
        draw_state(painter, self.look, QRectF(*_rect(overlays.state)), state_rows(frame), basis_note(frame))
        legend = legend_picture(self.look, overlays.entries, layers.ratio)
        painter.drawPixmap(on_pixel(*overlays.legend[:2], layers.ratio), legend)
        if overlays.bar is not None:
            draw_bar(painter, self.look, view, QRectF(*_rect(overlays.bar)))
        if self._hover is not None:
            draw_tip(painter, self.look, view, self._tip(flight, self._hover[0]), self._hover[1])

    def _moment(self, flight: Flight, frame: Frame, overlays: Overlays) -> Moment:
        t = STEP * floor(frame.t / STEP)
        channels, times = flight.trajectory.channels, flight.trajectory.t
        values = [sample(times, channels[name], t) for name in ("subsolar_longitude", "subsolar_latitude", "altitude")]
        drawn = self._span(flight, t)
        return Moment(t, (degrees(values[0]), degrees(values[1])), values[2], drawn, overlays.boxes)

    def _base_of(self, view: View, ratio: float) -> QPixmap:
        """The Earth without a flight."""
        key = (view, self.look, ratio)
        if self._empty is None or self._empty[0] != key:
            self._empty = key, base_layer(view, self.look, ratio)
        return self._empty[1]

    def _layers_of(self, flight: Flight, ratio: float) -> Layers:
        view = self.view
        if self._layers is None or not self._layers.fits(flight, view, self.look, ratio):
            self._layers, self._scene, self._empty = Layers(flight, view, self.look, ratio), None, None
        return self._layers

    def _scene_of(self, layers: Layers, moment: Moment) -> QPixmap:
        if self._scene is None or self._scene[0] != moment:
            self._scene = moment, scene(layers, moment)
        return self._scene[1]

    def _overlays(self, frame: Frame) -> Overlays:
        ship = self.view.xy(*ground_position(frame))
        large = frame.phase in (Phase.ENTRY, Phase.PARACHUTE, Phase.LANDED)
        landing = self.view.xy(*lonlat(self.mission.landing)) if self.mission else ship
        return arrange(self.look, self.view, ship, landing, state_rows(frame), large, self._shows_blackout(frame))

    def _shows_blackout(self, frame: Frame) -> bool:
        if self.flight is None:
            return False
        silent = self.flight.silent(self._span(self.flight, frame.t))
        if silent is None:
            return False
        view = self.view
        return any(view.shows(*view.xy(*self.flight.ship.at(t))) for t in np.linspace(*silent, 5).tolist())

    def _span(self, flight: Flight, t: float) -> Span:
        return span(flight, t, self.earlier_orbits, self.trail_orbits, self.lead_orbits)

    def _arrange(self) -> None:
        """Moves the landing zone to its corner, or hides it where the map is small."""
        if self.frame is None or self.flight is None:
            return
        zone, area = self._overlays(self.frame).zone, self.content()
        self.zone.setVisible(zone is not None)
        if zone is not None:
            x, y, width, height = (round(v) for v in _rect(zone))
            self.zone.setGeometry(round(area.left()) + x, round(area.top()) + y, width, height)

    def _tip(self, flight: Flight, t: float) -> str:
        altitude = sample(flight.trajectory.t, flight.trajectory.channels["altitude"], t)
        return tip(flight.mission, t, altitude, channel_basis("altitude", flight.trajectory.phase_at(t)))

    def _set_view(self, view: View) -> None:
        self._view = view
        self._hover = None
        self._arrange()
        self.update()

    def _drop(self) -> None:
        self._empty = self._layers = self._scene = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        area = self.content()
        self._set_view(self._view.resized(area.width(), area.height()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        at = event.position() - self.content().topLeft()
        self._set_view(self._view.zoomed(1.0015 ** event.angleDelta().y(), at.x(), at.y()))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.reset_view()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position()
        if self._pressed is not None:
            moved = here - self._pressed
            if self._dragged or moved.manhattanLength() > 4:
                self._dragged, self._pressed = True, here
                self._set_view(self._view.panned(moved.x(), moved.y()))
            return
        at = here - self.content().topLeft()
        found = self._moment_at(at)
        hover = None if found is None else (found, at)
        if hover != self._hover:
            self._hover = hover
            self.setCursor(Qt.CursorShape.PointingHandCursor if hover else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is not None and not self._dragged:
            t = self._moment_at(event.position() - self.content().topLeft())
            if t is not None:
                self.sought.emit(t)

    def _moment_at(self, at: QPointF) -> float | None:
        """The moment of the track under the pointer."""
        if self.flight is None or self.frame is None:
            return None
        drawn = self._span(self.flight, self.frame.t)
        return nearest(self.flight, self.view, drawn, at.x(), at.y(), self.look.px(_REACH))


def _rect(box: Box) -> tuple[float, float, float, float]:
    return box[0], box[1], box[2] - box[0], box[3] - box[1]
