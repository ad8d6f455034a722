"""The station's outline as it was on the day, in place and turned as it was when the ship left."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise, product

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from mission_gui.domain.mission import Mission, Vector
from mission_gui.domain.outline import Outline, Part, Role, Zone
from mission_gui.domain.trajectory import Floats
from mission_gui.domain.turning import in_attitude
from mission_gui.missionfile.kept import read_outline
from mission_gui.panels.map_labels import Box
from mission_gui.panels.map_marks import draw_iss
from mission_gui.panels.map_paint import polygon
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.proximity_view import Plane
from mission_gui.resources import resource
from mission_gui.theme import Style

KEEP_OUT = "keep-out"
_FILL = {Role.ARRAY: 0.14, Role.TRUSS: 0.24, Role.MODULE: 0.42}
_EDGE = {Role.ARRAY: 0.55, Role.TRUSS: 0.75, Role.MODULE: 1.0}
"""How much of the station's colour is in the face and in the edge of a part."""
_ICON = 22.0
"""Pixels across below which the outline is too small to tell, and a sign stands for it."""


@dataclass(frozen=True, slots=True, eq=False)
class Solid:
    """A part with its eight corners (3, 8), metres from the centre of mass."""

    part: Part
    corners: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """The station as it is seen on the plots of one axis, places (3, n) in metres from the centre of mass.

    `outlines` holds the convex outline of each of the `parts`, from the farthest part to the nearest: part i has those
    from `offsets[i]` up to `offsets[i + 1]`. `dots` lie all over the modules and the truss, `bow` is the right end of
    the modules.
    """

    parts: tuple[Part, ...]
    outlines: Floats
    offsets: tuple[int, ...]
    dots: Floats
    bow: Vector


@dataclass(frozen=True, slots=True, eq=False)
class Station:
    """What is drawn of the station and around it; `port` is where the ship's port is, m; `sides` by the axis across."""

    outline: Outline
    solids: tuple[Solid, ...]
    zones: tuple[Zone, ...]
    port: Vector
    sides: tuple[Side, Side]

    def shapes(self, plane: Plane) -> list[tuple[Part, QPolygonF]]:
        """The parts in pixels, from the farthest to the nearest."""
        side = self.sides[plane.axis]
        xy, edges = plane.points(side.outlines), pairwise(side.offsets)
        return [(part, polygon(xy[a:b])) for part, (a, b) in zip(side.parts, edges, strict=True)]

    def part_at(self, plane: Plane, x: float, y: float) -> Part | None:
        """The part seen at a pixel."""
        for part, shape in reversed(self.shapes(plane)):
            if shape.containsPoint(QPointF(x, y), Qt.FillRule.OddEvenFill):
                return part
        return None

    def dots(self, plane: Plane) -> Points:
        """Points all over the modules and the truss, which names rather not cover."""
        return plane.points(self.sides[plane.axis].dots)

    def box(self, plane: Plane) -> Box:
        """The pixels that it takes."""
        return _box(plane.points(self.sides[plane.axis].outlines))

    def bow(self, plane: Plane) -> tuple[float, float]:
        """The right end of its modules, pixels, where its name stands."""
        return plane.xy(self.sides[plane.axis].bow)


@cache
def iss_outline() -> Outline:
    """The outline of `station/outline.toml`."""
    return read_outline(resource("station/outline.toml"))


def station(outline: Outline, mission: Mission) -> Station:
    """The station of a mission: its parts of that day, hung on the port from which the ship leaves."""
    departure = mission.departure
    origin = np.array(outline.origin(departure.port, departure.port_position))
    parts = outline.on(mission.epoch.date())
    radius = departure.keep_out_radius
    zones = tuple(
        Zone(zone.id, zone.name, (radius, radius, radius), zone.provenance) if zone.id == KEEP_OUT else zone
        for zone in outline.zones
    )
    port = in_attitude(departure.port_position, departure.attitude)
    solids = tuple(_solid(part, origin, mission) for part in parts)
    return Station(outline, solids, zones, port, (_side(solids, 0), _side(solids, 1)))


def _solid(part: Part, origin: Floats, mission: Mission) -> Solid:
    corners = []
    for signs in product((-0.5, 0.5), repeat=3):
        v, h, r = (origin + np.array(part.centre) + np.array(signs) * np.array(part.size)).tolist()
        corners.append(in_attitude((v, h, r), mission.departure.attitude))
    return Solid(part, np.array(corners).T)


def _side(solids: Sequence[Solid], axis: int) -> Side:
    """The parts as they are seen from the right (axis 0), or from behind (axis 1)."""
    toward = (0.0, 1.0, 0.0) if axis == 0 else (-1.0, 0.0, 0.0)
    ordered = sorted(solids, key=lambda solid: float((toward @ solid.corners).mean()))
    outlines = [_places(hull(solid.corners[[axis, 2]].T), axis) for solid in ordered]
    dots = [_places(_dots(solid, axis), axis) for solid in solids if solid.part.role is not Role.ARRAY]
    modules = [_box(solid.corners[[axis, 2]].T) for solid in solids if solid.part.role is Role.MODULE]
    _, low, right, high = max(modules, key=lambda box: box[2])
    bow = _places(np.array([[right, (low + high) / 2]]), axis)[:, 0]
    return Side(
        tuple(solid.part for solid in ordered),
        np.concatenate(outlines, axis=1),
        (0, *accumulate(outline.shape[1] for outline in outlines)),
        np.concatenate(dots, axis=1),
        (float(bow[0]), float(bow[1]), float(bow[2])),
    )


def _places(across_down: Points, axis: int) -> Floats:
    """Places (3, n) that a plot of the axis shows at (n, 2)."""
    places = np.zeros((3, len(across_down)))
    places[[axis, 2]] = across_down.T
    return places


def _dots(solid: Solid, axis: int) -> Points:
    """Four times four points all over a part (16, 2)."""
    left, top, right, bottom = _box(solid.corners[[axis, 2]].T)
    share = np.linspace(0.0, 1.0, 4)
    x, y = np.meshgrid(left + share * (right - left), top + share * (bottom - top))
    return np.column_stack([x.ravel(), y.ravel()])


def paint_station(painter: QPainter, style: Style, plane: Plane, drawn: Station) -> None:
    """The outline to scale; a sign in its place where it would be a speck."""
    if is_speck(style, plane, drawn):
        draw_iss(painter, style, *plane.xy((0.0, 0.0, 0.0)))
        return
    pens = {role: QPen(_mixed(style, share), style.px(0.9)) for role, share in _EDGE.items()}
    faces = {role: _mixed(style, share) for role, share in _FILL.items()}
    for part, shape in drawn.shapes(plane):
        pen = pens[part.role]
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(faces[part.role])
        painter.drawPolygon(shape)


def is_speck(style: Style, plane: Plane, drawn: Station) -> bool:
    """Whether the station is too small on a plot to tell its parts."""
    left, top, right, bottom = drawn.box(plane)
    return max(right - left, bottom - top) < style.px(_ICON)


def _mixed(style: Style, share: float) -> QColor:
    """The station's colour thinned with the ground's, opaque: what lies behind a part must not shine through."""
    own, ground = style.color("iss"), style.color("ocean")
    pairs = (
        (own.redF(), ground.redF()),
        (own.greenF(), ground.greenF()),
        (own.blueF(), ground.blueF()),
    )
    return QColor.fromRgbF(*(share * a + (1 - share) * b for a, b in pairs))


def _box(points: Points) -> Box:
    (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return left, top, right, bottom


def hull(points: Points) -> Points:
    """The convex outline (m, 2) of some points (Andrew's monotone chain)."""
    ordered = sorted(map(tuple, np.round(points, 6).tolist()))
    return np.array([*_chain(ordered), *_chain(ordered[::-1])])


def _chain(points: Sequence[tuple[float, ...]]) -> list[tuple[float, ...]]:
    kept: list[tuple[float, ...]] = []
    for x, y in points:
        while len(kept) > 1 and _turns_left(kept[-2], kept[-1], (x, y)):
            kept.pop()
        kept.append((x, y))
    return kept[:-1]


def _turns_left(a: tuple[float, ...], b: tuple[float, ...], c: tuple[float, ...]) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) <= 0
