"""The labels of the map that stay where they are: landing, events, stations."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from mission_gui.panels.layer import lay
from mission_gui.panels.map_alternatives import DEBRIS, lonlat_of
from mission_gui.panels.map_edges import edge_boxes
from mission_gui.panels.map_flight import NEAR, Flight, Mark, Span, seen_marks
from mission_gui.panels.map_labels import APART, Box, Label, Place, around, place
from mission_gui.panels.map_marks import draw_leader, draw_place
from mission_gui.panels.map_names import Name, names_in
from mission_gui.panels.map_overlays import is_small
from mission_gui.panels.map_paint import on_pixel, text_size, text_sprite
from mission_gui.panels.map_recovery import lonlat
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_view import View
from mission_gui.panels.map_waters import slanted
from mission_gui.panels.wording import quantity
from mission_gui.theme import Style


@dataclass(frozen=True, slots=True)
class Caption:
    """A label of the map that stays where it is: its text, colour, weight, mark and place.

    `dot` says that it names a town, whose mark comes and goes with it; `slanted`, that it names water.
    """

    text: str
    color: str
    weight: int
    x: float
    y: float
    place: Place
    dot: bool = False
    slanted: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """A caption before it has its place."""

    label: Label
    text: str
    color: str
    weight: int = 400
    dot: bool = False
    slanted: bool = False

    def at(self, place: Place) -> Caption:
        """The caption in its place."""
        label = self.label
        return Caption(self.text, self.color, self.weight, label.x, label.y, place, self.dot, self.slanted)


def captions(
    flight: Flight, view: View, style: Style, drawn: Span, overlays: Sequence[Box], names: bool = True
) -> tuple[list[Caption], list[Box]]:
    """The labels of landing, events, stations and `names` of the ground, none over another; the boxes of all marks."""
    marks = seen_marks(flight, view, drawn, style.px(11))
    stations = [(s, *view.xy(*lonlat(s.position))) for s in flight.mission.stations]
    stations = [(s, x, y) for s, x, y in stations if view.shows(x, y)]
    taken = [around(x, y, style.px(10 if m.id == "touchdown" else 5.5)) for m, x, y in marks]
    taken += [around(x, y, style.px(5.5)) for _, x, y in stations]
    taken += [around(x, y, style.px(6)) for x, y, _, _ in ends(flight, view)]
    wanted = [_mark_wish(style, mark, x, y) for mark, x, y in marks]
    if not is_small(view, style):
        wanted += [_plain(style, f"station {s.id}", str(s.name), "second", x, y) for s, x, y in stations]
    wanted += [_plain(style, f"end {text}", text, color, x, y) for x, y, text, color in ends(flight, view)]
    if names:
        wanted += [named(style, view, name) for name in names_in(view, style, flight.mission.places)]
    edges = [box for _, box in edge_boxes(view, style)]
    bounds = (style.px(4), style.px(4), view.width - style.px(4), view.height - style.px(4))
    labels, busy = [wish.label for wish in wanted], [*taken, *overlays, *edges]
    places = place(labels, busy, bounds, track_points(flight, view), style.px(APART))
    return [wish.at(places[wish.label.key]) for wish in wanted if wish.label.key in places], taken


def _plain(style: Style, key: str, text: str, color: str, x: float, y: float) -> Wish:
    return Wish(Label(key, x, y, *text_size(text, style.sans("small")), style.px(8)), text, color)


def named(style: Style, view: View, name: Name) -> Wish:
    """A town's name beside its dot, a river's beside the river, that of a country or a sea over its middle."""
    x, y = view.xy(name.longitude, name.latitude)
    weight, dot, wet = 500 if name.sort == "country" else 400, name.sort == "town", name.sort in ("river", "water")
    width, height = text_size(name.text, slanted(style) if wet else style.sans("small", weight))
    key = f"name {name.sort} {name.text} {name.longitude:.2f} {name.latitude:.2f}"
    if name.sort in ("country", "water"):
        label = Label(key, x, y, width, height, -height / 2, 6, led=False)
    else:
        label = Label(key, x, y, width, height, style.px(6), mark=style.px(4) if dot else 0.0, led=False)
    return Wish(label, name.text, "second", weight, dot, wet)


def ends(flight: Flight, view: View) -> list[tuple[float, float, str, str]]:
    """Where the ways that were not flown, and the modules that burn up, end in a near view: pixel, name, colour."""
    if view.scale <= NEAR:
        return []
    found = [(*view.xy(*branch.end), branch.name, branch.color) for branch in flight.branches]
    for module in flight.trajectory.separated:
        x, y = lonlat_of(module)[-1].tolist()
        found.append((*view.xy(x, y), f"{module.name}, {quantity(60, 'km')}", DEBRIS))
    return [end for end in found if view.shows(*end[:2])]


def _mark_wish(style: Style, mark: Mark, x: float, y: float) -> Wish:
    down = mark.id == "touchdown"
    color, weight = ("landing_text", 600) if down else ("soyuz_text", 400)
    size = text_size(mark.text, style.sans("small", weight))
    return Wish(Label(mark.id, x, y, *size, style.px(13 if down else 9), 6 if down else 0), mark.text, color, weight)


def track_points(flight: Flight, view: View) -> Points:
    """The last two orbits of the ship as pixels about six apart: what labels rather not cover."""
    way = flight.ship
    start = max(flight.landing - 2.2 * flight.period, float(way.t[0]))
    points = way.every(6.0 / view.scale, start, flight.landing)
    points[:, 0] = (points[:, 0] - view.west) % 360.0 + view.west
    return view.points(points)


def draw_caption(painter: QPainter, style: Style, caption: Caption, ratio: float) -> None:
    """A label with its soft edge, and the line to its mark where it stands apart."""
    box = caption.place.box
    if caption.place.leader:
        draw_leader(painter, style, caption.x, caption.y, box, caption.color)
    font = slanted(style) if caption.slanted else style.sans("small", caption.weight)
    if caption.dot:
        draw_place(painter, style, caption.x, caption.y)
    rim = style.px(2.0)
    sprite = text_sprite(caption.text, style, font, caption.color, "ocean", ratio)
    lay(painter, on_pixel(box[0] - rim, box[1] - rim, ratio), sprite)
