"""What moves on the map from frame to frame: vehicles, footprint, stations in contact, travellers, labels."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QPainter, QPen

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame
from mission_gui.panels.layer import pixel_ratio
from mission_gui.panels.map_captions import Caption, draw_caption
from mission_gui.panels.map_edges import edge_boxes, paint_edges
from mission_gui.panels.map_flight import DEGREES_PER_SECOND, Flight
from mission_gui.panels.map_labels import APART, Box, Label, around, choose, grown, overlap
from mission_gui.panels.map_layers import Layers
from mission_gui.panels.map_lines import horizon_radius
from mission_gui.panels.map_marks import (
    draw_cap,
    draw_iss,
    draw_landing,
    draw_ship,
    draw_station,
    draw_traveller,
)
from mission_gui.panels.map_paint import spot, text_size
from mission_gui.panels.map_recovery import lonlat
from mission_gui.panels.map_track import draw_dots, draw_line, ground_position
from mission_gui.panels.map_view import View
from mission_gui.theme import Style

DOWN = (Phase.LANDED, Phase.RECOVERY)
ISS = Text("ISS", "МКС")
_NO_LINES = np.empty((0, 2))


def paint_live(
    painter: QPainter,
    layers: Layers,
    frame: Frame,
    still: Sequence[Caption],
    taken: Sequence[Box],
    overlays: Sequence[Box],
) -> None:
    """Draws the moving marks, then every label for which there is room: the ship's first."""
    flight, view, style = layers.flight, layers.view, layers.style
    x, y = view.xy(*ground_position(frame))
    if frame.phase not in DOWN and layers.options.footprint:
        _paint_footprint(painter, frame, view, style)
    _paint_contacts(painter, flight, frame, view, style)
    moving = _paint_journeys(painter, layers, frame)
    if frame.phase not in DOWN:
        iss = iss_position(frame)
        moving.insert(0, (str(ISS), "iss_text", 500, *view.xy(*iss), 5))
        draw_iss(painter, style, *view.xy(*iss))
        draw_ship(painter, style, x, y)
        moving.insert(0, (str(flight.mission.name), "soyuz_text", 700, x, y, 2))
    marks = [around(a, b, style.px(8)) for _, _, _, a, b, _ in moving]
    live = live_captions(view, style, moving, still, taken, [*overlays, *marks])
    ratio = pixel_ratio(painter)
    covered = [grown(caption.place.box, style.px(APART)) for caption in live] + marks
    paint_edges(painter, view, style, [*overlays, *covered], ratio)
    for caption in still:
        if not any(overlap(caption.place.box, box) for box in covered):
            draw_caption(painter, style, caption, ratio)
    for caption in live:
        draw_caption(painter, style, caption, ratio)


def spots(flight: Flight, view: View, frame: Frame, ratio: float) -> tuple[object, ...]:
    """All that `paint_live` depends on, as far as it is seen to change."""
    travellers = [
        spot(*view.xy(*journey.at(frame.t)), ratio)
        for journey in (flight.journeys if frame.phase is Phase.RECOVERY else ())
        if journey.starts <= frame.t < journey.ends
    ]
    reach = horizon_radius(frame.values["altitude"]) * view.scale
    places = [view.xy(*place) for place in (ground_position(frame), iss_position(frame))]
    return (
        frame.phase,
        frame.in_contact,
        *(spot(*place, ratio) for place in places),
        spot(reach, 0.0, ratio),
        *travellers,
    )


Moving = tuple[str, str, int, float, float, int]
"""Text, colour, weight, place, side tried first."""


def live_captions(
    view: View,
    style: Style,
    moving: Sequence[Moving],
    still: Sequence[Caption],
    taken: Sequence[Box],
    blocked: Sequence[Box],
) -> list[Caption]:
    """Labels of the moving marks: beside the resting labels where there is room, else in their stead."""
    bounds = (style.px(4), style.px(4), view.width - style.px(4), view.height - style.px(4))
    apart = style.px(APART)
    resting = [grown(caption.place.box, apart) for caption in still] + [box for _, box in edge_boxes(view, style)]
    found: list[Caption] = []
    for text, color, weight, x, y, side in moving:
        if not view.shows(x, y):
            continue
        label = Label(text, x, y, *text_size(text, style.sans("small", weight)), style.px(13), side)
        busy = [*blocked, *(grown(caption.place.box, apart) for caption in found)]
        place = choose(label, [*busy, *resting, *taken], bounds, _NO_LINES) or choose(label, busy, bounds, _NO_LINES)
        if place is not None:
            found.append(Caption(text, color, weight, x, y, place))
    return found


def iss_position(frame: Frame) -> tuple[float, float]:
    """Longitude and latitude under the station, degrees."""
    factor = CHANNELS["longitude"].factor
    return frame.values["iss_longitude"] * factor, frame.values["iss_latitude"] * factor


def paint_joint(
    painter: QPainter, flight: Flight, view: View, style: Style, start: float, t: float, end: float
) -> None:
    """The few seconds of track between the resting picture (`start` to `end` left out) and the ship."""
    # The resting picture ends on whole pixels: both parts of the joint reach a little into it.
    margin = style.px(2) / view.scale / DEGREES_PER_SECOND
    draw_line(painter, view, flight.ship, start - margin, min(t, end), QPen(style.color("soyuz"), style.px(2)))
    draw_dots(painter, view, flight.ship, (t, end + margin), style.color("soyuz_text"), style.px(1.9))


def _paint_footprint(painter: QPainter, frame: Frame, view: View, style: Style) -> None:
    """The horizon as seen from the ship."""
    pen = QPen(style.color("soyuz", 0.6), style.px(1))
    pen.setDashPattern([4, 3])
    radius = horizon_radius(frame.values["altitude"])
    draw_cap(painter, view, ground_position(frame), radius, pen, style.color("soyuz", 0.05))


def _paint_contacts(painter: QPainter, flight: Flight, frame: Frame, view: View, style: Style) -> None:
    """The stations that hear the ship, their circles bright."""
    for station in flight.mission.stations:
        if station.id in frame.in_contact:
            pen = QPen(style.color("station", 0.75), style.px(1.2))
            radius = horizon_radius(frame.values["altitude"], station.mask)
            draw_cap(painter, view, lonlat(station.position), radius, pen, style.color("station", 0.06))
            draw_station(painter, style, *view.xy(*lonlat(station.position)), True)


def _paint_journeys(painter: QPainter, layers: Layers, frame: Frame) -> list[Moving]:
    """The ways home; gives the labels of who is under way and of the places reached or headed for."""
    if frame.phase is not Phase.RECOVERY:
        return []
    flight, view, style = layers.flight, layers.view, layers.style
    layers.draw_ways(painter)
    found: dict[str, Moving] = {}
    for journey in flight.journeys:
        x, y = view.xy(*journey.way[-1])
        found.setdefault(journey.destination, (journey.destination, "second", 400, x, y, 0))
    for journey in flight.journeys:
        if journey.starts <= frame.t < journey.ends:
            x, y = view.xy(*journey.at(frame.t))
            draw_traveller(painter, style, x, y)
            found = {journey.id: (journey.vehicle, "landing_text", 600, x, y, 1)} | found
    landing = view.xy(*lonlat(flight.mission.landing))
    draw_landing(painter, style, *landing)
    return list(found.values())
