"""The map as one picture for ten seconds of the flight: ground, night, circles, tracks, marks."""

from dataclasses import dataclass

from PySide6.QtGui import QPainter, QPen

from mission_gui.panels.layer import Layer, smooth_painter
from mission_gui.panels.map_flight import Span, seen_marks
from mission_gui.panels.map_labels import Box
from mission_gui.panels.map_layers import Layers
from mission_gui.panels.map_marks import draw_event, draw_landing
from mission_gui.panels.map_track import draw_arrows

STEP = 10.0
"""Seconds of mission time for which the picture holds."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What the picture depends on beside the layers; `t` is on whole ten seconds."""

    t: float
    sun: tuple[float, float]
    altitude: float
    drawn: Span
    overlays: tuple[Box, ...]


def scene(layers: Layers, moment: Moment) -> Layer:
    """Everything that does not move within ten seconds."""
    flight, view, style = layers.flight, layers.view, layers.style
    # The base covers the last scene whole: a new picture each time would cost as much again in fresh memory.
    sheet = layers.fresh_sheet()
    painter = smooth_painter(sheet)
    layers.ground.draw(painter, moment.sun)
    if layers.options.circles:
        layers.draw_circles(painter, moment.altitude)
    # What was not flown lies below what was: far off they look like one line.
    if flight.branches_show(view, moment.drawn):
        layers.draw_branches(painter)
    paint_tracks(painter, layers, moment.drawn)
    layers.draw_stations(painter)
    for mark, x, y in reversed(seen_marks(flight, view, moment.drawn, style.px(11))):
        (draw_landing if mark.id == "touchdown" else draw_event)(painter, style, x, y)
    painter.end()
    return sheet


def paint_tracks(painter: QPainter, layers: Layers, drawn: Span) -> None:
    """Both vehicles' tracks: earlier orbits faint, the flown one solid, the coming one dotted, burns thick."""
    flight, style, ribbons = layers.flight, layers.style, layers.ribbons
    now = drawn.now
    if (shown := flight.iss_span(layers.view, drawn)) is not None:
        start, end = shown
        ribbons.iss.draw(painter, start, end)
        ahead = (max(now + 0.1 * flight.period, start), end)
        draw_arrows(painter, layers.iss_arrows, ahead, QPen(style.color("iss"), style.px(1.3)))
    for start, end in flight.contacts(drawn):
        ribbons.contact.draw(painter, start, end)
    if ribbons.blackout is not None and (silent := flight.silent(drawn)) is not None:
        ribbons.blackout.draw(painter, *silent)
    _paint_flown(painter, layers, drawn)
    # The ten seconds that the ship flies under this picture are left open: they are drawn with it.
    ribbons.coming.draw(painter, now + STEP, drawn.lead)
    for start, end in flight.burns(drawn):
        ribbons.burn.draw(painter, start, end)
    arrow = QPen(style.color("soyuz"), style.px(1.8))
    draw_arrows(painter, layers.ship_arrows, (drawn.trail, now - 60.0), arrow)


def _paint_flown(painter: QPainter, layers: Layers, drawn: Span) -> None:
    stretches = fading(drawn)
    layers.ribbons.earlier.draw(painter, drawn.earlier, stretches[-1][0])
    for start, end, share in stretches:
        layers.ribbons.flown.draw(painter, start, end, share)


def fading(drawn: Span) -> list[tuple[float, float, float]]:
    """The flown trail as stretches with their strength: the oldest third grows out of the faint earlier orbits."""
    third, steps = (drawn.now - drawn.trail) / 3, 12
    edges = [drawn.trail + third * k / steps for k in range(steps + 1)]
    growing = [(edges[k], edges[k + 1], k / steps) for k in range(1, steps)]
    return [*growing, (edges[-1], drawn.now, 1.0)]
