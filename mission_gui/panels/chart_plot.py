"""One strip chart: drawn by pyqtgraph into two layers, the part flown and the part to come."""

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from mission_gui.panels.chart_reading import paint_reading
from mission_gui.panels.chart_scene import Reading, Scene
from mission_gui.panels.label_row import LabelRow, readable
from mission_gui.theme import Style


class StripChart(pg.PlotWidget):  # type: ignore[misc]
    """A quantity against time. A frame only copies the two layers and draws the cursor and the reading."""

    sought = Signal(float)
    hovered = Signal(float)

    def __init__(self, style: Style, title: str, color: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None, enableMenu=False)
        self.look = style
        self.title, self.color = title, color
        self.cursor_t: float | None = None
        self.reading = Reading("", "", "", "")
        self.drawn: Scene | None = None
        self._layers: tuple[QPixmap, QPixmap] | None = None
        self._key: tuple[object, ...] = ()
        self._curves: list[tuple[Any, bool]] = []
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setMinimumSize(60, 40)
        plot = self.getPlotItem()
        plot.hideButtons()
        plot.setMouseEnabled(False, False)
        plot.vb.setDefaultPadding(0)
        plot.vb.disableAutoRange()

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 40)

    def draw(self, scene: Scene) -> None:
        """Another window of time, or another flight."""
        self.drawn = scene
        self._rebuild()

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        self.look = style
        self._rebuild()

    def show_at(self, t: float, reading: Reading) -> None:
        """Moves the cursor and changes the reading."""
        self.cursor_t, self.reading = t, reading
        self.viewport().update()

    def x_of(self, t: float) -> float:
        """Where a mission time stands, in pixels of the widget."""
        return float(self.getPlotItem().vb.mapViewToScene(QPointF(t, 0)).x())

    def t_at(self, x: float) -> float:
        """The mission time under a pixel, held within the window."""
        t = float(self.getPlotItem().vb.mapSceneToView(QPointF(x, 0)).x())
        return min(max(t, self.drawn.window.start), self.drawn.window.end) if self.drawn else t

    def _rebuild(self) -> None:
        plot, look, scene = self.getPlotItem(), self.look, self.drawn
        plot.clear()
        self._curves, self._layers = [], None
        plot.layout.setContentsMargins(look.px(10), look.px(50), look.px(22), look.px(4))
        self._dress_axes()
        if scene is None:
            return
        self._draw_ground(scene)
        for curve in scene.curves:
            item = plot.plot(curve.t, curve.values, antialias=True)
            self._curves.append((item, curve.lead))
        plot.vb.setRange(xRange=(scene.window.start, scene.window.end), yRange=(scene.low, scene.high), padding=0)
        self.viewport().update()

    def _dress_axes(self) -> None:
        look, plot = self.look, self.getPlotItem()
        upright = self.drawn.value_ticks if self.drawn else ()
        for side, ticks in (("left", upright), ("bottom", self.drawn.time_ticks if self.drawn else ())):
            axis = plot.getAxis(side)
            axis.setStyle(
                tickFont=look.mono("small"),
                tickLength=0,
                tickTextOffset=round(look.px(6)),
                hideOverlappingLabels=round(look.px(24)),
            )
            axis.setPen(look.color("line"))
            axis.setTickPen(look.color("graticule"))
            axis.setTextPen(look.color("second"))
            axis.setTicks([list(ticks)])
        metrics = QFontMetricsF(look.mono("small"))
        widest = max(metrics.horizontalAdvance(text) for text in ("000", *(text for _, text in upright)))
        plot.getAxis("left").setWidth(widest + look.px(10))
        plot.getAxis("left").setPen(QPen(Qt.PenStyle.NoPen))
        plot.getAxis("bottom").setHeight(metrics.height() + look.px(7))

    def _draw_ground(self, scene: Scene) -> None:
        plot, look = self.getPlotItem(), self.look
        if scene.band:
            shade = pg.LinearRegionItem(
                scene.band, movable=False, brush=look.color("critical", 0.16), pen=QPen(Qt.PenStyle.NoPen)
            )
            shade.setZValue(-20)
            plot.addItem(shade)
        for value, _ in scene.value_ticks:
            plot.addItem(pg.InfiniteLine(value, angle=0, pen=look.color("graticule")))
        dotted = QPen(look.color("third"), 1, Qt.PenStyle.CustomDashLine)
        dotted.setDashPattern([2, 4])
        dotted.setCosmetic(True)
        for mark in scene.marks:
            plot.addItem(pg.InfiniteLine(mark.t, angle=90, pen=dotted))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copies the layers, bright up to the cursor and dim beyond, then draws cursor and reading."""
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.rect(), self.look.color("panel"))
        if self.drawn is not None:
            self._blit(painter)
        paint_reading(painter, self.look, self.width(), self.title, self.color, self.reading)
        painter.end()

    def _blit(self, painter: QPainter) -> None:
        scale = max(painter.deviceTransform().m11(), 0.1)
        key = (self.width(), self.height(), scale)
        if self._layers is None or key != self._key:
            self._layers, self._key = (self._layer(scale, True), self._layer(scale, False)), key
        flown, coming = self._layers
        now = self.x_of(self.cursor_t) if self.cursor_t is not None else 0.0
        now = min(max(now, 0.0), float(self.width()))
        # Whole pixels, or the seam between the layers would shimmer as the cursor moves.
        seam = round(now * scale) / scale
        self._copy(painter, flown, QRectF(0, 0, seam, self.height()), scale)
        self._copy(painter, coming, QRectF(seam, 0, self.width() - seam, self.height()), scale)
        self._paint_cursor(painter)

    def _copy(self, painter: QPainter, layer: QPixmap, part: QRectF, scale: float) -> None:
        if part.width() > 0:
            source = QRectF(part.x() * scale, part.y() * scale, part.width() * scale, part.height() * scale)
            painter.drawPixmap(part, layer, source)

    def _layer(self, scale: float, flown: bool) -> QPixmap:
        """The whole plot in one brightness, at the resolution of the device."""
        for item, lead in self._curves:
            item.setPen(self._pen(lead, flown, scale))
        layer = QPixmap(round(self.width() * scale), round(self.height() * scale))
        layer.setDevicePixelRatio(scale)
        layer.fill(Qt.GlobalColor.transparent)
        painter = QPainter(layer)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.render(painter, QRectF(self.rect()), self.rect())
        self._paint_labels(painter)
        painter.end()
        return layer

    def _pen(self, lead: bool, flown: bool, scale: float) -> QPen:
        strength = (1.0 if flown else 0.5) * (1.0 if lead else 0.5)
        width = self.look.px(1.8 if flown and lead else 1.0) * scale
        pen = QPen(self.look.color(self.color, strength), width)
        pen.setCosmetic(True)
        return pen

    def _plot_rect(self) -> QRectF:
        return QRectF(self.getPlotItem().vb.sceneBoundingRect())

    def _paint_labels(self, painter: QPainter) -> None:
        """Names of the events in a row above the plot, the most telling first, none over another."""
        assert self.drawn is not None
        area, look = self._plot_rect(), self.look
        painter.setFont(look.sans("small"))
        row = LabelRow(area.left() - look.px(4), self.width() - look.px(4), look.px(6))
        for text, x, color in self._labels(self.drawn, QFontMetricsF(painter.font())):
            start = row.place(x, QFontMetricsF(painter.font()).horizontalAdvance(text), look.px(5))
            if start is not None:
                painter.setPen(color)
                painter.drawText(QPointF(start, area.top() - look.px(5)), text)

    def _labels(self, scene: Scene, metrics: QFontMetricsF) -> list[tuple[str, float, QColor]]:
        labels = [(str(mark.label), self.x_of(mark.t), self.look.color("second")) for mark in scene.marks]
        if scene.band:
            left, right = self.x_of(scene.band[0]), self.x_of(scene.band[1])
            width = metrics.horizontalAdvance(scene.band_label)
            # A name wider than its band ends with it: the next event, the parachutes, needs the room beyond.
            middle = min((left + right) / 2, right - width / 2)
            labels.insert(0, (scene.band_label, middle, readable(self.look, "burn")))
        return labels

    def _paint_cursor(self, painter: QPainter) -> None:
        assert self.drawn is not None
        window, t = self.drawn.window, self.cursor_t
        if t is None or not window.start <= t <= window.end:
            return
        area, x = self._plot_rect(), self.x_of(t)
        painter.setPen(QPen(self.look.color("text"), self.look.px(1.2)))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(QPen(self.look.color("panel"), self.look.px(1)))
        painter.setBrush(self.look.color(self.color))
        for curve in self.drawn.curves:
            if curve.channel == self.reading.channel:
                y = self.getPlotItem().vb.mapViewToScene(QPointF(t, float(np.interp(t, curve.t, curve.values)))).y()
                painter.drawEllipse(QPointF(x, y), self.look.px(3.5), self.look.px(3.5))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.drawn:
            self.sought.emit(self.t_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.drawn:
            return
        t = self.t_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.sought.emit(t)
        elif self._plot_rect().contains(event.position()):
            self.hovered.emit(t)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing: pyqtgraph's own handling would pan and open menus."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Nothing: see `mouseReleaseEvent`."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
