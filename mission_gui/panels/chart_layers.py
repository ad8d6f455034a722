"""What stands still on a strip chart, drawn by pyqtgraph into two layers: the part flown and the part to come."""

from dataclasses import dataclass
from math import ceil

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from mission_gui.panels.chart_scene import Scene
from mission_gui.panels.label_row import LabelRow, readable
from mission_gui.theme import Style

CONTACT_HEIGHT = 3.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where times and values of a scene stand, in pixels of the widget; the curves lie in `area`."""

    scene: Scene
    area: QRectF

    def x_of(self, t: float) -> float:
        """Where a mission time stands."""
        window = self.scene.window
        return self.area.left() + (t - window.start) / (window.end - window.start) * self.area.width()

    def y_of(self, value: float) -> float:
        """Where a value stands."""
        return self.area.bottom() - (value - self.scene.low) / (self.scene.high - self.scene.low) * self.area.height()

    def span(self, start: float, end: float) -> tuple[float, float]:
        """Where a stretch of time begins and ends, held within the area."""
        return max(self.x_of(start), self.area.left()), min(self.x_of(end), self.area.right())

    def t_at(self, x: float) -> float:
        """The mission time under a pixel, held within the window."""
        window = self.scene.window
        t = window.start + (x - self.area.left()) / self.area.width() * (window.end - window.start)
        return min(max(t, window.start), window.end)


@dataclass(frozen=True, slots=True)
class Layers:
    """The two pictures of a scene, at the resolution of the device."""

    place: Place
    flown: QPixmap
    coming: QPixmap


class LayerPainter:
    """Draws scenes with the plot of a widget, which is set up anew for each: a scene takes a few milliseconds."""

    def __init__(self, view: pg.PlotWidget, color: str) -> None:
        self.view, self.color = view, color
        self.plot = view.getPlotItem()
        self.plot.hideButtons()
        self.plot.setMouseEnabled(False, False)
        self.plot.vb.setDefaultPadding(0)
        self.plot.vb.disableAutoRange()
        # Kept from scene to scene: making and adding an item costs more than drawing it.
        self.lines = [pg.PlotCurveItem(antialias=True) for _ in range(2)]
        for line in self.lines:
            self.plot.addItem(line)

    def layers(self, scene: Scene, look: Style, scale: float) -> Layers:
        """Both layers of a scene."""
        place = self._arrange(scene, look)
        return Layers(place, self._layer(place, look, scale, True), self._layer(place, look, scale, False))

    def _arrange(self, scene: Scene, look: Style) -> Place:
        plot = self.plot
        plot.layout.setContentsMargins(look.px(10), look.px(50), look.px(22), look.px(4))
        self._dress_axes(scene, look)
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(scene.curves))
        for line, curve in zip(self.lines, scene.curves, strict=False):
            line.setData(curve.t, curve.values)
        plot.vb.setRange(xRange=(scene.window.start, scene.window.end), yRange=(scene.low, scene.high), padding=0)
        # Otherwise the room the axes need would be known only once the event loop has run.
        plot.layout.activate()
        # Not the bounding rectangle: that has room for a border, and times and values would lie half a pixel off.
        return Place(scene, QRectF(plot.vb.mapRectToScene(plot.vb.rect())))

    def _dress_axes(self, scene: Scene, look: Style) -> None:
        left, bottom = self.plot.getAxis("left"), self.plot.getAxis("bottom")
        font, gap, apart = look.mono("small"), round(look.px(6)), round(look.px(24))
        for axis, ticks in ((left, scene.value_ticks), (bottom, scene.time_ticks)):
            axis.setStyle(tickFont=font, tickLength=0, tickTextOffset=gap, hideOverlappingLabels=apart)
            axis.setTickPen(look.color("graticule"))
            axis.setTextPen(look.color("second"))
            axis.setTicks([list(ticks)])
        left.setPen(QPen(Qt.PenStyle.NoPen))
        bottom.setPen(look.color("line"))
        metrics = QFontMetricsF(font)
        widest = max(metrics.horizontalAdvance(text) for text in ("000", *(text for _, text in scene.value_ticks)))
        left.setWidth(widest + look.px(10))
        bottom.setHeight(metrics.height() + look.px(7))

    def _layer(self, place: Place, look: Style, scale: float, flown: bool) -> QPixmap:
        """The whole plot in one brightness, opaque: a copy without blending is the quickest."""
        for line, curve in zip(self.lines, place.scene.curves, strict=False):
            line.setPen(curve_pen(look, self.color, curve.lead, flown, scale))
        rect = self.view.rect()
        layer = QPixmap(round(rect.width() * scale), round(rect.height() * scale))
        layer.setDevicePixelRatio(scale)
        layer.fill(look.color("panel"))
        painter = QPainter(layer)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        paint_ground(painter, place, look)
        self.view.render(painter, QRectF(rect), rect)
        paint_labels(painter, place, look, rect.width())
        painter.end()
        return layer


def curve_pen(look: Style, color: str, lead: bool, flown: bool, scale: float) -> QPen:
    """Bright and wide where flown, dim and thin where still to come; a companion fainter in both."""
    strength = (1.0 if flown else 0.5) * (1.0 if lead else 0.5)
    width = look.px(1.8 if flown and lead else 1.0) * scale
    pen = QPen(look.color(color, strength), width)
    pen.setCosmetic(True)
    return pen


def paint_ground(painter: QPainter, place: Place, look: Style) -> None:
    """Behind the curves: blackout, contacts with the ground, the lines of values and of events."""
    area, scene = place.area, place.scene
    if scene.band:
        left, right = place.span(*scene.band)
        painter.fillRect(QRectF(left, area.top(), right - left, area.height()), look.color("critical", 0.16))
    painter.fillPath(contact_bands(place, look.px(CONTACT_HEIGHT)), look.color("station", 0.55))
    painter.setPen(_hairline(look.color("graticule")))
    painter.drawLines([QLineF(area.left(), y, area.right(), y) for y in (place.y_of(v) for v, _ in scene.value_ticks)])
    dotted = _hairline(look.color("third"))
    dotted.setDashPattern([2, 4])
    painter.setPen(dotted)
    painter.drawLines([QLineF(x, area.bottom(), x, area.top()) for x in (place.x_of(m.t) for m in scene.marks)])


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


def _hairline(color: QColor) -> QPen:
    pen = QPen(color, 1)
    pen.setCosmetic(True)
    return pen


def paint_labels(painter: QPainter, place: Place, look: Style, width: float) -> None:
    """Names of the events in a row above the plot, the most telling first, none over another."""
    area = place.area
    painter.setFont(look.sans("small"))
    metrics = QFontMetricsF(painter.font())
    row = LabelRow(area.left() - look.px(4), width - look.px(4), look.px(6))
    for text, x, color in _labels(place, look, metrics):
        start = row.place(x, metrics.horizontalAdvance(text), look.px(5))
        if start is not None:
            painter.setPen(color)
            painter.drawText(QPointF(start, area.top() - look.px(5)), text)


def _labels(place: Place, look: Style, metrics: QFontMetricsF) -> list[tuple[str, float, QColor]]:
    scene = place.scene
    labels = [(str(mark.label), place.x_of(mark.t), look.color("second")) for mark in scene.marks]
    if scene.band:
        left, right = place.x_of(scene.band[0]), place.x_of(scene.band[1])
        width = metrics.horizontalAdvance(scene.band_label)
        # A name wider than its band ends with it: the next event, the parachutes, needs the room beyond.
        middle = min((left + right) / 2, right - width / 2)
        labels.insert(0, (scene.band_label, middle, readable(look, "burn")))
    return labels
