"""The map as one picture for ten seconds of the flight: ground, night, circles, tracks, marks."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from mission_gui.panels.map_flight import Flight, Mark, Span, seen_marks
from mission_gui.panels.map_labels import Box, Label, Place, around, overlap, place, within
from mission_gui.panels.map_lines import horizon_radius
from mission_gui.panels.map_marks import draw_cap, draw_event, draw_landing, draw_station
from mission_gui.panels.map_paint import canvas, draw_night, edge_labels, night_layer, text_size, text_sprite
from mission_gui.panels.map_recovery import lonlat
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_track import LONG_BURN, draw_arrows, draw_dots, draw_line
from mission_gui.panels.map_view import View
from mission_gui.theme import Style

FAINT = 0.34
"""Opacity of the earlier orbits."""
STEP = 10.0
"""Seconds of mission time for which the picture holds."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What the picture depends on beside flight, view and style; `t` is on whole ten seconds."""

    t: float
    sun: tuple[float, float]
    altitude: float
    drawn: Span
    overlays: tuple[Box, ...]


def scene(base: QPixmap, flight: Flight, view: View, style: Style, moment: Moment) -> QPixmap:
    """Everything that does not move within ten seconds."""
    picture = canvas(view.width, view.height, base.devicePixelRatio())
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.drawPixmap(QPointF(0, 0), base)
    draw_night(painter, view, night_layer(view, style, *moment.sun))
    _paint_edges(painter, view, style, moment.overlays)
    _paint_circles(painter, flight, view, style, moment.altitude)
    paint_tracks(painter, flight, view, style, moment.drawn)
    _paint_stations(painter, flight, view, style)
    for mark, x, y in reversed(seen_marks(flight, view, moment.drawn, style.px(11))):
        (draw_landing if mark.id == "touchdown" else draw_event)(painter, style, x, y)
    painter.end()
    return picture


def paint_tracks(painter: QPainter, flight: Flight, view: View, style: Style, drawn: Span) -> None:
    """Both vehicles' tracks: earlier orbits faint, the flown one solid, the coming one dotted, burns thick."""
    px, now = style.px, drawn.now
    if now < flight.landing:
        # Until the burn both fly over the same ground: one line is enough.
        start, end = max(flight.burn, now - 0.5 * flight.period), now + flight.period
        draw_line(painter, view, flight.iss, start, end, QPen(style.color("iss", 0.7), px(1.2)))
        ahead = (max(now + 0.1 * flight.period, flight.burn), end)
        draw_arrows(painter, view, style, flight.iss, ahead, QPen(style.color("iss"), px(1.3)))
    faint = QPen(style.color("soyuz", FAINT), px(1.3))
    draw_line(painter, view, flight.ship, drawn.earlier, drawn.trail, faint)
    for start, end, share in fading(drawn):
        pen = QPen(style.color("soyuz", FAINT + (1 - FAINT) * share), px(1.3 + 0.7 * share))
        draw_line(painter, view, flight.ship, start, end, pen)
    # The ten seconds that the ship flies under this picture are left open: they are drawn with it.
    draw_dots(painter, view, flight.ship, (now + STEP, drawn.lead), style.color("soyuz_text"), px(1.9))
    for burn in flight.trajectory.burns:
        if burn.end - burn.start > LONG_BURN and drawn.holds(burn.end):
            draw_line(painter, view, flight.ship, burn.start, burn.end, QPen(style.color("burn"), px(4.5)))
    arrow = QPen(style.color("soyuz"), px(1.8))
    draw_arrows(painter, view, style, flight.ship, (drawn.trail, now - 60.0), arrow)


def fading(drawn: Span) -> list[tuple[float, float, float]]:
    """The flown trail as stretches with their strength: the oldest third grows out of the faint earlier orbits."""
    third, steps = (drawn.now - drawn.trail) / 3, 12
    edges = [drawn.trail + third * k / steps for k in range(steps + 1)]
    growing = [(edges[k], edges[k + 1], k / steps) for k in range(steps)]
    return [*growing, (edges[-1], drawn.now, 1.0)]


def _paint_circles(painter: QPainter, flight: Flight, view: View, style: Style, altitude: float) -> None:
    """Where on the ground the ship at its present height is in sight of each station."""
    pen = QPen(style.color("station", 0.24), style.px(1))
    for station in flight.mission.stations:
        radius = horizon_radius(altitude, station.mask)
        draw_cap(painter, view, lonlat(station.position), radius, pen, style.color("station", 0.025))


def _paint_stations(painter: QPainter, flight: Flight, view: View, style: Style) -> None:
    for station in flight.mission.stations:
        draw_station(painter, style, *view.xy(*lonlat(station.position)), False)


def _paint_edges(painter: QPainter, view: View, style: Style, overlays: Sequence[Box]) -> None:
    painter.setFont(style.mono("small"))
    painter.setPen(style.color("third"))
    for text, box in edge_boxes(view, style):
        if not any(overlap(box, other) for other in overlays):
            area = QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


def edge_boxes(view: View, style: Style) -> list[tuple[str, Box]]:
    """The graticule's labels along the right and lower edges, with their boxes."""
    found: list[tuple[str, Box]] = []
    for text, x, y, is_latitude in edge_labels(view):
        width, height = text_size(text, style.mono("small"))
        width, height = width + style.px(4), height + style.px(4)
        left = view.width - width - style.px(4) if is_latitude else x - width / 2
        top = y - height - 1 if is_latitude else view.height - height - style.px(3)
        box = (left, top, left + width, top + height)
        free = all(not overlap(box, other) for _, other in found)
        if free and within(box, (0.0, 0.0, view.width, view.height)):
            found.append((text, box))
    return found


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
    painter.drawPixmap(QPointF(round(box[0] - rim), round(box[1] - rim)), sprite)
