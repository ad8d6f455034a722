"""The ground-track map with the state block, the legend and the landing zone over it."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from math import degrees
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QPainter, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory, channel_basis
from mission_gui.language import translate
from mission_gui.panels import map_imagery
from mission_gui.panels.chart_ahead import RESTED, Ahead
from mission_gui.panels.landing_zone import LandingZone
from mission_gui.panels.layer import pixel_ratio
from mission_gui.panels.map_controls import MapButtons, MapMenu, places_of
from mission_gui.panels.map_flight import Flight, beside, followed, prepare
from mission_gui.panels.map_gestures import MovablePanel
from mission_gui.panels.map_hover import REACH, Tip, tip_at
from mission_gui.panels.map_labels import around, overlap
from mission_gui.panels.map_live import spots
from mission_gui.panels.map_options import Options, Reach, options_of
from mission_gui.panels.map_overlays import Overlays, Wanted, arrange, is_small
from mission_gui.panels.map_paint import rect
from mission_gui.panels.map_picture import MapPicture, drawn_span, legend_of, moment_of
from mission_gui.panels.map_recovery import lonlat
from mission_gui.panels.map_shapes import world
from mission_gui.panels.map_track import ground_position
from mission_gui.panels.map_view import CLOSEST, View, fitted
from mission_gui.panels.map_wording import header_note, sentence, state_rows, state_tip
from mission_gui.panels.menu import start_menu
from mission_gui.panels.place_names import country
from mission_gui.panels.provenance import OF_BASIS, Origin, Sourced
from mission_gui.panels.state_block import state_boxes
from mission_gui.panels.zone_sources import place_origin, place_told
from mission_gui.theme import Style

_MOVING = 160
"""Milliseconds after a wheel or a drag for which the map counts as on the move."""
Rows = list[tuple[str, str]]
"""Name and reading of each line of the state block."""
_LARGE = (Phase.ENTRY, Phase.PARACHUTE, Phase.LANDED)


class GroundTrack(MovablePanel):
    """Where the ship is and was and will be.

    Wheel, `+` and `-` zoom, drag pans, double click or `0` resets, right click opens the menu, a click on the track
    seeks.
    """

    heading = Text("Ground track", "Трасса полёта")

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.options = Options()
        self.zone = LandingZone(style, self)
        self.zone.hide()
        self.zone.sought.connect(self.sought)
        self.zone.viewed.connect(self.viewed)
        self.flight: Flight | None = None
        self.buttons = MapButtons(style, self)
        self.buttons.zoomed.connect(self.zoom)
        self.buttons.menu_wished.connect(self._open_menu)
        self._view = fitted(1.0, 1.0)
        self._whole = True
        self._map = MapPicture()
        self._pointer: QPointF | None = None
        self._known: tuple[object, tuple[Overlays, Rows]] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_MOVING)
        self._rest.timeout.connect(self._settle)
        self._hurried = self._settling = False
        self._sharper = Ahead(self._sharpen, self, RESTED, 0)
        self.setMouseTracking(True)

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        fresh = self.is_other(mission)
        self.flight = prepare(mission, trajectory)
        self.zone.load(mission, trajectory)
        self._map.drop()
        super().load(mission, trajectory)
        if fresh and self._whole:
            self.put_back()

    def show_alternatives(self, alternatives: Alternatives) -> None:
        self.zone.show_alternatives(alternatives)
        if self.flight is not None:
            self.flight = beside(self.flight, alternatives)
        self._map.drop()
        super().show_alternatives(alternatives)

    def show_frame(self, frame: Frame) -> None:
        if self.flight is not None and self.mission is not None and self.trajectory is not None:
            self.note = header_note(self.mission, self.trajectory, self.flight.light, frame)
        self.zone.show_frame(frame)
        super().show_frame(frame)
        self._arrange()

    def dock(self) -> None:
        super().dock()
        self._arrange()

    def restyle(self, style: Style) -> None:
        self.zone.restyle(style)
        self.buttons.restyle(style)
        self._map.drop(wholly=style.theme is not self.look.theme)
        super().restyle(style)
        self._arrange()

    def describe(self, frame: Frame) -> str:
        if self.mission is None:
            return ""
        return sentence(self.mission, frame, country(world().country_at(*ground_position(frame))))

    def view_state(self) -> dict[str, Any]:
        """Options, the place and nearness of the map where it does not show the whole Earth as at the start, and the
        view of the landing zone in its corner."""
        view = self._view
        place = {} if self._whole else {"at": [view.longitude, view.latitude], "nearness": view.nearness}
        corner = self.zone.view_state()
        return self.options.plain() | place | ({"corner": corner} if corner else {})

    def restore_view(self, state: Mapping[str, Any]) -> None:
        """Puts a view back; where the state tells no place, the whole Earth."""
        self._choose(options_of(state))
        corner = state.get("corner")
        self.zone.restore_view(corner if isinstance(corner, dict) else {})
        try:
            (longitude, latitude), nearness = map(float, state["at"]), float(state["nearness"])
        except (KeyError, TypeError, ValueError):
            self.put_back()
        else:
            self._set_view(self._view.at_nearness(nearness).centred(longitude, latitude))

    def put_back(self) -> None:
        """The whole Earth, turned so that the way down lies in the middle."""
        area = self.content()
        landing = degrees(self.mission.landing.longitude) if self.mission else 0.0
        self._set_view(fitted(area.width(), area.height(), 30.0 * round((landing - 70.0) / 30.0)))
        self._whole = True

    def centre(self, longitude: float, latitude: float) -> None:
        """Brings a place into the middle, and leaves off following."""
        self._choose(replace(self.options, following=False))
        self._set_view(self._view.centred(longitude, latitude))
        self.viewed.emit()

    def close_up(self) -> None:
        """The landing place as near as a kilometre is wide."""
        if self.mission is not None:
            self._choose(replace(self.options, following=False))
            self._set_view(replace(self._view, scale=CLOSEST).centred(*lonlat(self.mission.landing)))
            self.viewed.emit()

    def set_follow(self, follow: bool) -> None:
        """Keeps the ship near the middle, or leaves the map where it is."""
        self._choose(replace(self.options, following=follow))

    def set_tracks(self, trail: float, lead: float, earlier: float, minutes: bool = False) -> None:
        """How much of the track is drawn, in orbits or in minutes."""
        behind, ahead, before = (Reach(value, minutes) for value in (trail, lead, earlier))
        self._choose(replace(self.options, trail=behind, lead=ahead, earlier=before))

    def _choose(self, options: Options) -> None:
        if self.options.following and not options.following:
            self._view = self.view
        self.options = options
        self._arrange()
        self.update()

    @property
    def moving(self) -> bool:
        """Whether a wheel or a drag moves the map just now, or did until its fine pictures are drawn."""
        return self._rest.isActive() or self._settling

    @property
    def view(self) -> View:
        """What is on the map now."""
        if self.options.following and self.flight is not None and self.frame is not None:
            return followed(self._view, self.flight, self.frame.t)
        return self._view

    def picture_of(self, frame: Frame) -> object:
        if self.flight is None:
            return None
        (overlays, rows), ratio = self._laid(self.flight, frame), self.devicePixelRatioF()
        moment = moment_of(self.flight, self.options, frame, overlays.boxes)
        tip = self._tip(self._pointer)
        return self.view, moment, spots(self.flight, self.view, frame, ratio), rows, tip, self.docked or self.note

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        flight, frame, ratio = self.flight, self.frame, pixel_ratio(painter)
        painter.save()
        painter.setClipRect(area)
        painter.translate(area.topLeft())
        if flight is None or frame is None:
            self._map.paint_empty(painter, self.view, self.look, ratio, self.options)
        else:
            layers = self._map.layers(flight, self.view, self.look, ratio, self.options, self.moving)
            (overlays, rows), tip = self._laid(flight, frame), self._tip(self._pointer)
            self._map.paint(painter, layers, frame, self.look, overlays, rows, tip, self._hurried)
            if self._hurried:
                self._sharper.start_once()  # only now, for a large window takes long to be painted
        painter.restore()

    def paint_frame(self, painter: QPainter) -> None:
        """Only what the map leaves free."""
        covered = self.content().toAlignedRect().adjusted(1, 1, -1, -1)
        painter.save()
        painter.setClipRegion(QRegion(self.rect()) - QRegion(covered))
        super().paint_frame(painter)
        painter.restore()

    def _laid(self, flight: Flight, frame: Frame) -> tuple[Overlays, Rows]:
        """Where the overlays lie, and the rows of the state block: wanted several times, made once for a frame."""
        key = flight, frame, self.view, self.look, self.options, self.buttons.sizeHint().toTuple()
        if self._known is None or self._known[0] != key:
            rows = state_rows(frame, flight.light)
            self._known = key, (self._overlays(flight, frame, rows), rows)
        return self._known[1]

    def _overlays(self, flight: Flight, frame: Frame, rows: Rows) -> Overlays:
        view, size = self.view, self.buttons.sizeHint()
        drawn = drawn_span(flight, self.options, frame.t)
        wanted = Wanted(
            ship=view.xy(*ground_position(frame)),
            landing=view.xy(*lonlat(flight.mission.landing)),
            rows=tuple(name for name, _ in rows) if self.options.readings else (),
            present=legend_of(flight, view, self.look, drawn) if self.options.legend else None,
            zone=self.options.zone,
            large=frame.phase in _LARGE,
            buttons=(float(size.width()), float(size.height())),
        )
        return arrange(self.look, view, wanted)

    def set_bare(self, bare: bool) -> None:
        self.zone.set_bare(bare)
        super().set_bare(bare)
        self._arrange()

    def _arrange(self) -> None:
        if self.flight is None or self.frame is None:
            return
        (found, _), corner = self._laid(self.flight, self.frame), self.content().topLeft()
        self.zone.setVisible(found.zone is not None)
        if found.zone is not None:
            self.zone.setGeometry(rect(found.zone).translated(corner).toRect())
        self.buttons.setVisible(not self.bare and not is_small(self.view, self.look))
        self.buttons.move(rect(found.buttons).translated(corner).toRect().topLeft())

    def note_source(self) -> tuple[Origin, str] | None:
        """Light and contacts follow from the way, the Sun and the places of the stations."""
        if self.frame is None:
            return None
        origin = OF_BASIS[channel_basis("latitude", self.frame.phase)]
        return origin, translate("Map", "Light and contacts are computed from the way; not telemetry.")

    def sourced(self) -> list[Sourced]:
        """The rows of the state block, the landing place, and what the landing zone in the corner tells."""
        if self.flight is None or self.frame is None or self.trajectory is None or self.mission is None:
            return []
        corner, over = self.content().topLeft(), self._laid(self.flight, self.frame)[0]
        found = []
        if over.zone is not None:
            found += [figure.moved(QPointF(self.zone.pos())) for figure in self.zone.sourced()]
        if over.state is not None:
            origin = OF_BASIS[channel_basis("latitude", self.frame.phase)]
            words = partial(state_tip, self.trajectory, self.frame)
            boxes = state_boxes(self.look, rect(over.state).translated(corner), over.rows)
            found += [Sourced(box, origin, words) for box in boxes]
        x, y = self.view.xy(*lonlat(self.mission.landing))
        if 0 <= x <= self.view.width and not any(overlap((x, y, x, y), box) for box in over.boxes):
            words = partial(place_told, self.mission)
            mark = rect(around(x, y, self.look.px(REACH))).translated(corner)
            found.append(Sourced(mark, place_origin(self.mission.landing), words))
        return found

    def _tip(self, at: QPointF | None) -> Tip | None:
        """What is under the pointer, which is at a point of the map."""
        if at is None or self.flight is None or self.frame is None:
            return None
        drawn = drawn_span(self.flight, self.options, self.frame.t)
        return tip_at(self.flight, self.view, drawn, self.frame, at.x(), at.y(), self.look.px(REACH))

    def _set_view(self, view: View) -> None:
        self._view, self._whole, self._pointer = view, False, None
        self._arrange()
        self.update()

    def menu(self, here: tuple[float, float] | None = None) -> MapMenu:
        """The choices of now; `here` is what lies under the pointer where one asks for them."""
        places = places_of(self.mission, self.frame)
        menu = MapMenu(self.options, places, here, map_imagery.day_picture() is not None, self.look, self)
        menu.chosen.connect(self._choose)
        menu.chosen.connect(lambda _: self.viewed.emit())
        menu.centred.connect(self.centre)
        menu.whole.connect(self.reset_view)
        menu.close_up.connect(self.close_up)
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.mapToGlobal(self.buttons.geometry().bottomLeft()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = QPointF(event.pos()) - self.content().topLeft()
        pointed = event.reason() is QContextMenuEvent.Reason.Mouse
        self.menu(self.view.lonlat(at.x(), at.y()) if pointed else None).popup(event.globalPos())
        start_menu(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        area = self.content()
        self._hurried = self.isVisible()
        self._sharper.stop()
        if self._whole:
            self.put_back()
        else:
            self._set_view(self._view.resized(area.width(), area.height()))

    def rest(self) -> None:
        self._rest.stop()
        self._sharper.stop()
        self._hurried = self._settling = False

    def _move(self) -> None:
        """The map is on the move from now on; a picture of another view is not stretched for it."""
        self.rest()
        self._rest.start()

    def _settle(self) -> None:
        """After a movement: what was drawn roughly is drawn finely. Where the ship is followed the map never rests."""
        self._settling = self._map.rough and not self.options.following
        if self._settling:
            self._sharper.start()
        else:
            self.update()

    def _sharpen(self) -> bool:
        """Draws a part of the pictures for a new size or view at a time; then the map is drawn from them."""
        ratio = self.devicePixelRatioF()
        if self.flight is not None and self._map.prepare(self.flight, self.view, self.look, ratio, self.options):
            return True
        self._hurried = self._settling = False
        self.update()
        return False

    def zoom_at(self, factor: float, at: QPointF) -> None:
        self._move()
        self._set_view(self.view.zoomed(factor, at.x(), at.y()))

    def pan(self, dx: float, dy: float) -> None:
        self._move()
        self._choose(replace(self.options, following=False))
        self._set_view(self._view.panned(dx, dy))

    def point(self, at: QPointF) -> None:
        """Shows the tip of what is there."""
        tip = self._tip(at)
        pointer = at if tip is not None else None
        if pointer != self._pointer:
            self._pointer = pointer
            seeks = tip is not None and tip.t is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if seeks else Qt.CursorShape.ArrowCursor)
            self.update()

    def click(self, at: QPointF) -> None:
        """Seeks the moment of the track that is there."""
        tip = self._tip(at)
        if tip is not None and tip.t is not None:
            self.sought.emit(tip.t)
