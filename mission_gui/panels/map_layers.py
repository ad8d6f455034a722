"""The map's pictures for one view, one style and one resolution: each drawn when first needed, then kept."""

from dataclasses import dataclass
from functools import cached_property
from math import degrees, sqrt

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from mission_gui.panels.gradual import Gradual
from mission_gui.panels.layer import VECTOR, Layer, canvas, finite, raster
from mission_gui.panels.map_alternatives import edge_of, in_view, lonlat_of, paint_branch, paint_debris, paint_scatter
from mission_gui.panels.map_captions import Caption, captions
from mission_gui.panels.map_flight import Flight, Span
from mission_gui.panels.map_ground import Ground, ground_steps
from mission_gui.panels.map_labels import Box
from mission_gui.panels.map_lines import EARTH_RADIUS, horizon_radius
from mission_gui.panels.map_marks import cap_pixels, draw_cap_pixels, draw_place, draw_station
from mission_gui.panels.map_options import USUAL, Options
from mission_gui.panels.map_paint import fine, polygon
from mission_gui.panels.map_patch import Patch, kept, patch
from mission_gui.panels.map_recovery import lonlat, way_pixels
from mission_gui.panels.map_ribbon import Ribbon, dot_ribbon, line_ribbon
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_track import Arrow, arrows, stretch
from mission_gui.panels.map_view import View
from mission_gui.panels.state_block import HALO
from mission_gui.theme import Style

SCATTER_SCALE = 40.0
"""Pixels in a degree from which on the scatter is more than a blot."""
_DEBRIS_SCALE = 150.0
"""Pixels of base size in a degree from which on a separated module's way is seen beside the ship's."""
FAINT = 0.34
"""Opacity of the earlier orbits."""
_FINEST = 0.25
"""Device pixels by which a station's circle may be off."""


@dataclass(frozen=True, slots=True, eq=False)
class Ribbons:
    """The tracks: the ship's flown, long flown, under thrust, in contact, silent and to come, and the station's."""

    flown: Ribbon
    earlier: Ribbon
    burn: Ribbon
    contact: Ribbon
    blackout: Ribbon | None
    coming: Ribbon
    iss: Ribbon


class Layers:
    """What is drawn once for a view. Nothing in it depends on what was shown before; `sheet` is for the scene."""

    def __init__(
        self, flight: Flight, view: View, style: Style, ratio: float, options: Options = USUAL, rough: bool = False
    ) -> None:
        self.flight, self.view, self.style, self.ratio = flight, view, style, ratio
        self.options, self.rough = options, rough
        self._ground = Gradual(ground_steps(view, style, ratio, options.imagery, rough))
        self._circles: dict[float, Patch] = {}
        self._patches: dict[str, Patch] = {}
        self._captions: dict[object, tuple[list[Caption], list[Box]]] = {}

    @property
    def ground(self) -> Ground:
        """What lies under everything."""
        return self._ground.value

    @cached_property
    def sheet(self) -> QPixmap:
        """A picture as large as the map."""
        return raster(self.view.width, self.view.height, self.ratio)

    @cached_property
    def ribbons(self) -> Ribbons:
        """The tracks."""
        return _ribbons(self.flight, self.view, self.style, self.ratio)

    @cached_property
    def ship_arrows(self) -> list[Arrow]:
        """The arrow heads along the ship's track."""
        return arrows(self.view, self.style, self.flight.ship)

    @cached_property
    def iss_arrows(self) -> list[Arrow]:
        """Those along the station's."""
        return arrows(self.view, self.style, self.flight.iss)

    def prepare(self) -> bool:
        """Draws a part of what is not there yet; False once all is there."""
        if self._ground.step():
            return True
        missing = (name for name in ("sheet", "ribbons") if name not in vars(self))
        name = next(missing, None)
        if name is not None:
            getattr(self, name)
        return name is not None

    def fits(self, flight: Flight, view: View, style: Style, ratio: float, options: Options, rough: bool) -> bool:
        """Whether these are the pictures for a view."""
        own = (self.flight, self.view, self.style, self.ratio, self.options)
        return own == (flight, view, style, ratio, options) and rough >= self.rough

    def fresh_sheet(self) -> Layer:
        """What the scene is painted on: of pixels the same each time, for all of them are painted over."""
        if self.ratio == VECTOR:
            return canvas(self.view.width, self.view.height, VECTOR)
        return self.sheet

    def draw_circles(self, painter: QPainter, altitude: float) -> None:
        """Where on the ground the ship at its height is in sight of each station."""
        level = self._level(altitude)
        kept(self._circles, level, lambda: self._circles_at(level)).draw(painter)

    def draw_stations(self, painter: QPainter) -> None:
        """The stations as they are when they hear nothing."""
        kept(self._patches, "stations", self._stations).draw(painter)

    def draw_ways(self, painter: QPainter) -> None:
        """The journeys home."""
        kept(self._patches, "ways", self._ways).draw(painter)

    def draw_branches(self, painter: QPainter) -> None:
        """What else might have been, and the modules that burn up."""
        kept(self._patches, "branches", self._branches).draw(painter)

    def captions(self, drawn: Span, overlays: tuple[Box, ...]) -> tuple[list[Caption], list[Box]]:
        """The resting labels and the boxes of their marks."""
        key = (overlays, tuple(mark.id for mark in self.flight.marks if drawn.holds(mark.t)))
        names = self.options.names

        def made() -> tuple[list[Caption], list[Box]]:
            return captions(self.flight, self.view, self.style, drawn, overlays, names)

        return kept(self._captions, key, made)

    def _level(self, altitude: float) -> float:
        """The height taken in steps so small that no circle moves by a visible amount."""
        # A horizon is about sqrt(2 h / R) away: steps of the root are steps of the circle.
        step = 2 * _FINEST / finite(self.ratio) / self.view.scale / degrees(sqrt(2 / EARTH_RADIUS))
        return float((step * round(sqrt(max(altitude, 0.0)) / step)) ** 2)

    def _circles_at(self, altitude: float) -> Patch:
        view, style = self.view, self.style
        pen = fine(QPen(style.color("station", 0.24), style.px(1)), self.ratio)
        stations = self.flight.mission.stations
        rings = [cap_pixels(view, lonlat(s.position), horizon_radius(altitude, s.mask)) for s in stations]

        def paint(painter: QPainter) -> None:
            for caps in rings:
                draw_cap_pixels(painter, caps, pen, style.color("station", 0.025))

        outlines = [outline for caps in rings for outline, _ in caps]
        return patch(view, self.ratio, outlines, style.px(1) + 1, paint)

    def _stations(self) -> Patch:
        places = [self.view.xy(*lonlat(station.position)) for station in self.flight.mission.stations]

        def paint(painter: QPainter) -> None:
            for x, y in places:
                draw_station(painter, self.style, x, y, False)

        return patch(self.view, self.ratio, [np.array([place]) for place in places], self.style.px(8), paint)

    def _branches(self) -> Patch:
        view, style, flight = self.view, self.style, self.flight

        def pixels(lonlat: Points) -> Points:
            return view.points(in_view(view, lonlat))

        ways = [pixels(branch.way) for branch in flight.branches]
        debris = [pixels(lonlat_of(module)) for module in flight.trajectory.separated]
        close = view.scale > style.px(_DEBRIS_SCALE)
        lines = [*ways, *debris]
        scatters = flight.scatters if view.scale > SCATTER_SCALE else ()
        lines += [pixels(edge_of(scatter)) for scatter in scatters]

        def paint(painter: QPainter) -> None:
            for line in debris:
                paint_debris(painter, style, line, close)
            for scatter in scatters:
                paint_scatter(painter, style, pixels, scatter)
            for branch, way in zip(flight.branches, ways, strict=True):
                paint_branch(painter, style, way, branch.color)

        return patch(view, self.ratio, lines, style.px(30), paint)

    def _ways(self) -> Patch:
        style = self.style
        lines = [line for journey in self.flight.journeys for line in way_pixels(self.view, journey.way)]

        def paint(painter: QPainter) -> None:
            painter.setPen(QPen(style.color("landing_text", 0.75), style.px(1.3), Qt.PenStyle.DashLine))
            for line in lines:
                painter.drawPolyline(polygon(line))
            for journey in self.flight.journeys:
                draw_place(painter, style, *self.view.xy(*journey.way[-1]))

        return patch(self.view, self.ratio, lines, style.px(5), paint)


def _silence(flight: Flight, view: View, style: Style, ratio: float) -> Ribbon | None:
    """A wide band along the track where the radio is silent."""
    if flight.blackout is None:
        return None
    silent = stretch(flight.ship, *flight.blackout)
    return line_ribbon(view, ratio, silent, style.color("critical", HALO), style.px(7))


def _ribbons(flight: Flight, view: View, style: Style, ratio: float) -> Ribbons:
    px, ship = style.px, flight.ship
    return Ribbons(
        flown=line_ribbon(view, ratio, ship, style.color("soyuz"), px(2)),
        earlier=line_ribbon(view, ratio, ship, style.color("soyuz", FAINT), px(1.3)),
        burn=line_ribbon(view, ratio, ship, style.color("burn"), px(4.5)),
        contact=line_ribbon(view, ratio, ship, style.color("station", HALO), px(7)),
        blackout=_silence(flight, view, style, ratio),
        coming=dot_ribbon(view, ratio, ship, style.color("soyuz_text"), px(1.9)),
        iss=line_ribbon(view, ratio, flight.iss, style.color("iss", 0.7), px(1.2)),
    )
