"""What lies behind and over the curves of a chart: stripes of limits, blackout, contacts, uncertainty, event lines."""

from dataclasses import dataclass
from math import ceil

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from mission_gui.domain.trajectory import Floats
from mission_gui.panels.chart_scene import Curve, Scene, Zone
from mission_gui.panels.chart_windows import Mark
from mission_gui.panels.map_paint import polygon
from mission_gui.theme import Style

CONTACT_HEIGHT = 3.0
BLACKOUT, CONTACT, BAND, LIMIT = 0.16, 0.55, 0.17, 0.10
"""How much of its colour a shading has."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where times and values of a scene stand, in pixels of the widget; the curves lie in `area`."""

    scene: Scene
    area: QRectF

    def x_of(self, t: float) -> float:
        """Where a mission time stands."""
        window = self.scene.window
        return self.area.left() + (t - window.start) / window.span * self.area.width()

    def y_of(self, value: float) -> float:
        """Where a value of the axis stands."""
        return self.area.bottom() - (value - self.scene.low) / (self.scene.high - self.scene.low) * self.area.height()

    def points(self, t: Floats, values: Floats) -> Floats:
        """Pixels (n, 2)."""
        window, area, scene = self.scene.window, self.area, self.scene
        x = area.left() + (t - window.start) / window.span * area.width()
        y = area.bottom() - (values - scene.low) / (scene.high - scene.low) * area.height()
        return np.column_stack([x, y])

    def y_at(self, curve: Curve, t: float) -> float:
        """Where a curve stands at a time."""
        return self.y_of(float(np.interp(t, curve.t, curve.values)))

    def span(self, start: float, end: float) -> tuple[float, float]:
        """Where a stretch of time begins and ends, held within the area."""
        return max(self.x_of(start), self.area.left()), min(self.x_of(end), self.area.right())

    def t_at(self, x: float) -> float:
        """The mission time under a pixel, held within the window."""
        window = self.scene.window
        t = window.start + (x - self.area.left()) / self.area.width() * window.span
        return min(max(t, window.start), window.end)


def paint_ground(painter: QPainter, place: Place, look: Style, color: str, lines: tuple[Mark, ...]) -> None:
    """Behind the curves: limits, blackout, contacts, the lines of values and of events, the band of uncertainty."""
    area, scene = place.area, place.scene
    for zone in scene.zones:
        _paint_zone(painter, place, look, zone)
    if scene.blackout:
        left, right = place.span(*scene.blackout)
        painter.fillRect(QRectF(left, area.top(), right - left, area.height()), look.color("critical", BLACKOUT))
    painter.setPen(_hairline(look.color("graticule")))
    painter.drawLines([QLineF(area.left(), y, area.right(), y) for y in (place.y_of(v) for v, _ in scene.value_ticks)])
    dotted = _hairline(look.color("third"))
    dotted.setDashPattern([2, 4])
    painter.setPen(dotted)
    painter.drawLines([QLineF(x, area.bottom(), x, area.top()) for x in (place.x_of(mark.t) for mark in lines)])
    painter.save()
    painter.setClipRect(area)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(color, BAND))
    for band in scene.bands:
        edges = place.points(band.t, band.high), place.points(band.t, band.low)[::-1]
        painter.drawPolygon(polygon(np.concatenate(edges)))
    painter.restore()
    painter.fillPath(contact_bands(place, look.px(CONTACT_HEIGHT)), look.color("station", CONTACT))


def contact_bands(place: Place, height: float) -> QPainterPath:
    """The times with contact along the bottom edge, one band where stations overlap."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    # On whole pixels, where the edges of overlapping stretches do not show.
    bottom, thickness = ceil(place.area.bottom()), max(round(height), 1)
    for start, end in place.scene.contacts:
        left, right = place.span(start, end)
        path.addRect(QRectF(left, bottom - thickness, right - left, thickness))
    return path


def _paint_zone(painter: QPainter, place: Place, look: Style, zone: Zone) -> None:
    """A faint stripe with an edge where the limit begins."""
    area, color = place.area, zone.level.value
    top, bottom = place.y_of(zone.high), place.y_of(zone.low)
    painter.fillRect(QRectF(area.left(), top, area.width(), bottom - top), look.color(color, LIMIT))
    painter.setPen(_hairline(look.color(color, 0.6)))
    edge = top if zone.low <= place.scene.low else bottom
    painter.drawLine(QLineF(area.left(), edge, area.right(), edge))


def _hairline(color: QColor) -> QPen:
    pen = QPen(color, 1)
    pen.setCosmetic(True)
    return pen
