"""The map as it stands at a moment: the resting scene, what moves over it, and the overlays."""

from collections.abc import Sequence
from functools import lru_cache
from math import degrees, floor

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from mission_gui.domain.frame import Frame, sample
from mission_gui.panels.layer import VECTOR, Layer, lay
from mission_gui.panels.map_alternatives import OTHER, edge_of, in_view
from mission_gui.panels.map_captions import Caption
from mission_gui.panels.map_flight import DEGREES_PER_SECOND, Flight, Span, span
from mission_gui.panels.map_ground import Ground, ground, ground_style
from mission_gui.panels.map_hover import Tip
from mission_gui.panels.map_labels import Box
from mission_gui.panels.map_layers import SCATTER_SCALE, Layers
from mission_gui.panels.map_live import paint_joint, paint_live
from mission_gui.panels.map_options import Options
from mission_gui.panels.map_overlays import Overlays, draw_bar, draw_tip
from mission_gui.panels.map_paint import on_pixel, rect
from mission_gui.panels.map_recovery import lonlat
from mission_gui.panels.map_scene import STEP, Moment, scene
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_view import View
from mission_gui.panels.map_wording import basis_note
from mission_gui.panels.state_block import (
    BLACKOUT,
    BURN,
    COMING,
    CONTACT,
    ISS,
    OTHERWISE,
    SCATTER,
    STATION,
    Entry,
    draw_state,
    legend_picture,
)
from mission_gui.theme import Style

_BRANCH_SCALE = 10.0
"""Pixels of base size in a degree from which on another way down is more than a mark beside the landing."""
_LARGE = 5e5
"""Device pixels from which on drawing the ground anew takes longer than a movement should stop for."""


class MapPicture:
    """Paints the map. What it keeps never changes what is seen."""

    def __init__(self) -> None:
        self._empty: tuple[object, Ground] | None = None
        self._layers: Layers | None = None
        self._next: Layers | None = None
        self._scene: tuple[Moment, Layer] | None = None
        self._last: QPixmap | None = None

    def drop(self, wholly: bool = True) -> None:
        """Forgets what was drawn: another flight, another style; not `wholly` where it may still be stretched."""
        self._empty = self._layers = self._next = self._scene = None
        if wholly:
            self._last = None

    def paint_empty(self, painter: QPainter, view: View, style: Style, ratio: float, options: Options) -> None:
        """The Earth without a flight."""
        key = (view, style, ratio, options.imagery)
        if self._empty is None or self._empty[0] != key:
            self._empty = key, ground(view, style, ratio, options.imagery)
        lay(painter, QPointF(0, 0), self._empty[1].day)

    def layers(
        self, flight: Flight, view: View, style: Style, ratio: float, options: Options, moving: bool = False
    ) -> Layers:
        """The kept pictures of a view; while a large map is on the move they are rough."""
        rough = moving and ratio != VECTOR and view.width * view.height * ratio**2 > _LARGE
        style = ground_style(view, style, options.imagery)
        if self._layers is None or not self._layers.fits(flight, view, style, ratio, options, rough):
            self._layers = _fitting(self._next, flight, view, style, ratio, options, rough)
            self._next = self._scene = self._empty = None
        return self._layers

    @property
    def rough(self) -> bool:
        """Whether the pictures of now are those of a map on the move, with finer ones to come."""
        return self._layers is not None and self._layers.rough

    def prepare(self, flight: Flight, view: View, style: Style, ratio: float, options: Options) -> bool:
        """Draws one of the fine pictures of a view ahead of the scene, which is drawn from rough ones until then;
        False once all are there."""
        style = ground_style(view, style, options.imagery)
        if self._layers is not None and self._layers.fits(flight, view, style, ratio, options, False):
            return self._layers.prepare()
        self._next = _fitting(self._next, flight, view, style, ratio, options, False)
        return self._next.prepare()

    def paint(
        self,
        painter: QPainter,
        layers: Layers,
        frame: Frame,
        look: Style,
        overlays: Overlays,
        rows: Sequence[tuple[str, str]],
        tip: Tip | None,
        hurried: bool = False,
    ) -> None:
        """Everything at a moment; the overlays in the style `look`. A `hurried` one stretches the last scene."""
        flight, view, style = layers.flight, layers.view, layers.style
        moment = moment_of(flight, layers.options, frame, overlays.boxes)
        if hurried and self._last is not None and self._scene is None and layers.ratio != VECTOR:
            painter.drawPixmap(QRectF(0, 0, view.width, view.height), self._last, QRectF(self._last.rect()))
            still, taken = list[Caption](), list[Box]()
        else:
            if self._scene is None or self._scene[0] != moment:
                self._scene = moment, scene(layers, moment)
                self._last = self._scene[1] if isinstance(self._scene[1], QPixmap) else None
            lay(painter, QPointF(0, 0), self._scene[1])
            still, taken = layers.captions(moment.drawn, moment.overlays)
        if frame.t < flight.landing:
            end = min(moment.drawn.now + STEP, flight.landing)
            paint_joint(painter, flight, view, style, moment.drawn.now, frame.t, end)
        paint_live(painter, layers, frame, still, taken, overlays.boxes)
        if overlays.state is not None:
            draw_state(painter, look, rect(overlays.state), rows[: overlays.rows], basis_note(frame))
        if overlays.legend is not None:
            legend = legend_picture(look, overlays.entries, layers.ratio)
            lay(painter, on_pixel(*overlays.legend[:2], layers.ratio), legend)
        if overlays.bar is not None:
            draw_bar(painter, look, view, rect(overlays.bar))
        if tip is not None:
            draw_tip(painter, look, view, tip.lines, QPointF(tip.x, tip.y))


def _fitting(
    found: Layers | None, flight: Flight, view: View, style: Style, ratio: float, options: Options, rough: bool
) -> Layers:
    """These pictures where they are those of a view, else new ones."""
    if found is not None and found.fits(flight, view, style, ratio, options, rough):
        return found
    return Layers(flight, view, style, ratio, options, rough)


def moment_of(flight: Flight, options: Options, frame: Frame, overlays: tuple[Box, ...]) -> Moment:
    """What the resting scene of a frame depends on."""
    t = STEP * floor(frame.t / STEP)
    channels, times = flight.trajectory.channels, flight.trajectory.t
    values = [sample(times, channels[name], t) for name in ("subsolar_longitude", "subsolar_latitude", "altitude")]
    return Moment(t, (degrees(values[0]), degrees(values[1])), values[2], drawn_span(flight, options, t), overlays)


def drawn_span(flight: Flight, options: Options, t: float) -> Span:
    """The part of the track that is drawn."""
    earlier, trail, lead = (reach.orbits(flight.period) for reach in (options.earlier, options.trail, options.lead))
    return span(flight, t, earlier, trail, lead)


def legend_of(flight: Flight, view: View, style: Style, drawn: Span) -> frozenset[Entry]:
    """What the legend has to name beside the flown track, while it is on the map."""
    silent, iss = flight.silent(drawn), flight.iss_span(view, drawn)
    bands = {
        BURN: flight.burns(drawn),
        CONTACT: flight.contacts(drawn),
        BLACKOUT: [silent] if silent is not None else [],
    }
    found = {entry for entry, spans in bands.items() if any(_seen(flight, view, *ends) for ends in spans)}
    found |= {COMING} if drawn.now < drawn.lead else set()
    found |= {ISS} if iss is not None else set()
    return frozenset(found) | _beside_track(flight, view, style, flight.branches_show(view, drawn))


@lru_cache(maxsize=4)
def _beside_track(flight: Flight, view: View, style: Style, branched: bool) -> frozenset[Entry]:
    """What stands still on the map: stations, and close to the landing what else might have been where that shows."""
    found = set()
    if any(view.shows(*view.xy(*lonlat(station.position))) for station in flight.mission.stations):
        found.add(STATION)
    if branched and view.scale > SCATTER_SCALE and any(_meets(view, edge_of(scatter)) for scatter in flight.scatters):
        found.add(SCATTER)
    others = (branch.way for branch in flight.branches if branch.color == OTHER)
    if branched and view.scale > style.px(_BRANCH_SCALE) and any(_meets(view, way) for way in others):
        found.add(OTHERWISE)
    return frozenset(found)


def _meets(view: View, line: Points) -> bool:
    """Whether a line (longitude and latitude, degrees), or what it encloses, may be on the map."""
    x, y = view.points(in_view(view, line)).T
    return bool(x.max() > 0 and x.min() < view.width and y.max() > 0 and y.min() < view.height)


def _seen(flight: Flight, view: View, start: float, end: float) -> bool:
    """Whether some point of a stretch of the track is on the map: one each few seconds, on a close view each second."""
    step = max(view.width / view.scale / 6 / DEGREES_PER_SECOND, 1.0)
    t = np.linspace(start, end, int((end - start) / step) + 2)
    ship = flight.ship
    off = (np.interp(t, ship.t, ship.longitude) - view.longitude + 180.0) % 360.0 - 180.0
    up = (np.interp(t, ship.t, ship.latitude) - view.latitude) * view.stretch
    seen = (np.abs(off) <= view.width / view.scale / 2) & (np.abs(up) <= view.height / view.scale / 2)
    return bool(seen.any())
