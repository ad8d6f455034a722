"""The labels of the map that stay where they are: landing, events, stations."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from mission_gui.panels.map_edges import edge_boxes
from mission_gui.panels.map_flight import Flight, Mark, Span, seen_marks
from mission_gui.panels.map_labels import Box, Label, Place, around, place
from mission_gui.panels.map_paint import on_pixel, text_size, text_sprite
from mission_gui.panels.map_recovery import lonlat
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_view import View
from mission_gui.theme import Style


@dataclass(frozen=True, slots=True)
class Caption:
    """A label of the map that stays where it is: its text, colour, weight, mark and place."""

    text: str
    color: str
    weight: int
    x: float
    y: float
    place: Place


def captions(
    flight: Flight, view: View, style: Style, drawn: Span, overlays: Sequence[Box]
) -> tuple[list[Caption], list[Box]]:
    """The labels of landing, events and stations, none over another; and the boxes of all marks."""
    marks = seen_marks(flight, view, drawn, style.px(11))
    stations = [(s, *view.xy(*lonlat(s.position))) for s in flight.mission.stations]
    stations = [(s, x, y) for s, x, y in stations if view.shows(x, y)]
    taken = [around(x, y, style.px(10 if m.id == "touchdown" else 5.5)) for m, x, y in marks]
    taken += [around(x, y, style.px(5.5)) for _, x, y in stations]
    wanted = [(_mark_label(style, m, x, y), m.text, *_mark_look(m), x, y) for m, x, y in marks]
    for station, x, y in stations:
        size = text_size(str(station.name), style.sans("small"))
        label = Label(f"station {station.id}", x, y, *size, style.px(8))
        wanted.append((label, str(station.name), "second", 400, x, y))
    edges = [box for _, box in edge_boxes(view, style)]
    bounds = (style.px(4), style.px(4), view.width - style.px(4), view.height - style.px(4))
    lines = track_points(flight, view)
    places = place([item[0] for item in wanted], [*taken, *overlays, *edges], bounds, lines)
    found = [
        Caption(text, color, weight, x, y, places[label.key])
        for label, text, color, weight, x, y in wanted
        if label.key in places
    ]
    return found, taken


def _mark_look(mark: Mark) -> tuple[str, int]:
    return ("landing_text", 600) if mark.id == "touchdown" else ("soyuz_text", 400)


def _mark_label(style: Style, mark: Mark, x: float, y: float) -> Label:
    down = mark.id == "touchdown"
    size = text_size(mark.text, style.sans("small", 600 if down else 400))
    return Label(mark.id, x, y, *size, style.px(13 if down else 9), 6 if down else 0)


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
        x = float(np.clip(caption.x, box[0], box[2]))
        y = float(np.clip(caption.y, box[1], box[3]))
        length = max(float(np.hypot(x - caption.x, y - caption.y)), 1.0)
        reach = min(style.px(5.5) / length, 1.0)
        painter.setPen(QPen(style.color(caption.color, 0.6), style.px(1)))
        start = QPointF(caption.x + (x - caption.x) * reach, caption.y + (y - caption.y) * reach)
        painter.drawLine(start, QPointF(x, y))
    font = style.sans("small", caption.weight)
    rim = style.px(2.0)
    sprite = text_sprite(caption.text, style, font, caption.color, "ocean", ratio)
    painter.drawPixmap(on_pixel(box[0] - rim, box[1] - rim, ratio), sprite)
