"""The proximity plots as a picture: the ground once for a view, the path over it once for a stretch of the flight."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeGuard

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from mission_gui.domain.mission import Mission
from mission_gui.panels.layer import Layer, canvas, copied, lay, smooth_painter
from mission_gui.panels.map_labels import Box, covered, overlap
from mission_gui.panels.proximity_ground import paint_ground
from mission_gui.panels.proximity_marks import draw_names, names, paint_marks, placed_marks
from mission_gui.panels.proximity_path import Mark, Path
from mission_gui.panels.proximity_station import Station
from mission_gui.panels.proximity_trail import Trail
from mission_gui.panels.proximity_view import Plane
from mission_gui.theme import Style


@dataclass(frozen=True, slots=True, eq=False)
class Flight:
    """What the panel shows of a loaded flight."""

    mission: Mission
    path: Path
    marks: tuple[Mark, ...]
    station: Station


class Sheet:
    """The picture shown last, with the path on it: what it is of, and the pixels, which the next one is drawn on."""

    def __init__(self) -> None:
        self._of: object = None
        self._layer: Layer | None = None

    def clear(self) -> None:
        """Forgets it."""
        self._of = self._layer = None

    def picture(self, of: object, base: Layer, draw: Callable[[QPainter], None]) -> Layer:
        """The picture of what is told, drawn over the base if it is not the last one."""
        if self._layer is None or self._of != of:
            sheet = self._layer if _alike(self._layer, base) else copied(base)
            painter = smooth_painter(sheet)
            lay(painter, QPointF(0, 0), base)
            draw(painter)
            painter.end()
            self._of, self._layer = of, sheet
        return self._layer


class Layers:
    """The pictures for one view of a flight up to a moment, `until`.

    `readout` is the size of the block of readings, None without one; it gets a place if there is room outside the
    boxes `blocked`.
    """

    def __init__(
        self,
        flight: Flight,
        planes: tuple[Plane, Plane],
        style: Style,
        ratio: float,
        readout: tuple[float, float] | None,
        blocked: tuple[Box, ...],
        until: float,
    ) -> None:
        self.flight, self.planes, self.style, self.ratio = flight, planes, style, ratio
        main, side = planes
        told = flight.path.until(until)
        self.trails = Trail(told, main, style), Trail(told, side, style, main)
        marks = [mark for mark in flight.marks if mark.t <= until]
        self.marks = placed_marks(style, main, marks, flight.station)
        self._base = canvas(side.left + side.width, main.height, ratio)
        painter = smooth_painter(self._base)
        arrows = [np.linspace((p.x, p.y), p.tip, 8) for p in self.marks]
        self.lines = np.concatenate([self.trails[0].points(), flight.station.dots(main), *arrows])
        ground = paint_ground(painter, style, planes, flight.station, blocked, self.lines)
        painter.end()
        self.readout = self._readout(readout, list(ground.taken)) if readout else None
        taken = [*ground.taken, *([self.readout] if self.readout else [])]
        self.captions = names(style, main, flight.mission, flight.station, self.marks, ground.wanted, taken, self.lines)
        self.taken = (*taken, *(caption.place.box for caption in self.captions))
        self.over: dict[tuple[float, float], QRectF] = {}
        """Where the word that all is over was found room, by its size."""

    def _readout(self, size: tuple[float, float], taken: list[Box]) -> Box | None:
        """The corner of the main plot where the readings hide least of the path and of the station."""
        main, style, (w, h) = self.planes[0], self.style, size
        if w > 0.42 * main.width or h > 0.5 * main.height:
            return None
        left, right = style.px(58), main.width - style.px(8) - w
        foot = main.height - style.px(54) - h
        corners = ((left, style.px(10)), (right, style.px(40)), (left, foot), (right, foot))
        choices = [(x, y, x + w, y + h) for x, y in corners]
        free = [box for box in choices if not any(overlap(box, other) for other in taken)]
        cost = [(covered(box, self.lines), index) for index, box in enumerate(free)]
        return free[min(cost)[1]] if cost else None

    def scene(self, t: float, sheet: Sheet) -> Layer:
        """All that holds still around a moment: the path but for the stretch that the ship is on."""
        chunk = self.trails[0].chunk(t)
        return sheet.picture((self, chunk), self._base, partial(self._draw_scene, *chunk))

    def _draw_scene(self, start: float, end: float, painter: QPainter) -> None:
        for trail in self.trails:
            painter.setClipRect(_area(trail.plane))
            trail.draw_flown(painter, float("-inf"), start)
            trail.draw_coming(painter, end, float("inf"))
            trail.draw_heads(painter)
        painter.setClipRect(_area(self.planes[0]))
        paint_marks(painter, self.style, self.marks)
        draw_names(painter, self.style, self.captions, self.ratio)

    def draw_near(self, painter: QPainter, t: float) -> None:
        """The stretch of the path that the ship is on, as far as it is flown, and the rest of it."""
        start, end = self.trails[0].chunk(t)
        for trail in self.trails:
            painter.setClipRect(_area(trail.plane))
            trail.draw_flown(painter, start, t)
            trail.draw_coming(painter, t, end)
        painter.setClipping(False)


def _area(plane: Plane) -> QRectF:
    return QRectF(plane.left, 0.0, plane.width, plane.height)


def _alike(sheet: Layer | None, base: Layer) -> TypeGuard[QPixmap]:
    """Whether a sheet of pixels can be drawn on again for a base: it covers as much as finely."""
    return (
        isinstance(sheet, QPixmap)
        and isinstance(base, QPixmap)
        and sheet.size() == base.size()
        and sheet.devicePixelRatio() == base.devicePixelRatio()
    )
