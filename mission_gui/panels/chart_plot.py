"""One strip chart: copies its layers, moves the cursor over them, and takes clicks."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

from mission_gui.panels.chart_axes import Window
from mission_gui.panels.chart_layers import LayerPainter, Layers, Place
from mission_gui.panels.chart_reading import paint_reading
from mission_gui.panels.chart_scene import Reading, Scene
from mission_gui.theme import Style

Key = tuple[Window, int, int, float]

MOST_LAYERS = 5  # a flight has four windows; one more for a picture at another resolution


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
        self._painter = LayerPainter(self, color)
        self._layers: dict[Key, Layers] = {}
        self._place: Place | None = None
        self._scale = self.devicePixelRatioF()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        # Setting up the plot for a layer must not ask for another painting.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.NoViewportUpdate)
        self.setMinimumSize(60, 40)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 40)

    def draw(self, scene: Scene) -> None:
        """Another window of time."""
        self.drawn = scene
        self.viewport().update()

    def forget(self) -> None:
        """Another flight or size: no layer drawn so far fits."""
        self._layers.clear()
        self.viewport().update()

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        self.look = style
        self.forget()

    def prepare(self, scene: Scene) -> bool:
        """Draws the layers of a scene ahead of its time; False where they are there already."""
        # A widget that is not shown may not know its size yet.
        if not self.isVisible() or self._key(scene) in self._layers:
            return False
        self._layers_of(scene)
        return True

    def show_at(self, t: float, reading: Reading) -> None:
        """Moves the cursor and changes the reading."""
        self.cursor_t, self.reading = t, reading
        self.viewport().update()

    def x_of(self, t: float) -> float:
        """Where a mission time stands in the picture last painted, in pixels of the widget."""
        return self._place.x_of(t) if self._place else 0.0

    def _key(self, scene: Scene) -> Key:
        return scene.window, self.width(), self.height(), self._scale

    def _layers_of(self, scene: Scene) -> Layers:
        key = self._key(scene)
        if key not in self._layers:
            if len(self._layers) >= MOST_LAYERS:
                del self._layers[next(iter(self._layers))]
            self._layers[key] = self._painter.layers(scene, self.look, self._scale)
        return self._layers[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copies the layers, bright up to the cursor and dim beyond, then draws cursor and reading."""
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._scale = max(painter.deviceTransform().m11(), 0.1)
        if self.drawn is None:
            painter.fillRect(self.rect(), self.look.color("panel"))
        else:
            layers = self._layers_of(self.drawn)
            self._place = layers.place
            self._copy(painter, layers)
            self._paint_cursor(painter, layers)
        paint_reading(painter, self.look, self.width(), self.title, self.color, self.reading)
        painter.end()

    def _copy(self, painter: QPainter, layers: Layers) -> None:
        now = layers.place.x_of(self.cursor_t) if self.cursor_t is not None else 0.0
        now = min(max(now, 0.0), float(self.width()))
        # Whole pixels, or the seam between the layers would shimmer as the cursor moves.
        seam = round(now * self._scale) / self._scale
        self._copy_part(painter, layers.flown, QRectF(0, 0, seam, self.height()))
        self._copy_part(painter, layers.coming, QRectF(seam, 0, self.width() - seam, self.height()))

    def _copy_part(self, painter: QPainter, layer: QPixmap, part: QRectF) -> None:
        if part.width() > 0:
            scale = self._scale
            source = QRectF(part.x() * scale, part.y() * scale, part.width() * scale, part.height() * scale)
            painter.drawPixmap(part, layer, source)

    def _paint_cursor(self, painter: QPainter, layers: Layers) -> None:
        place, t = layers.place, self.cursor_t
        window, area = place.scene.window, place.area
        if t is None or not window.start <= t <= window.end:
            return
        x = place.x_of(t)
        painter.setPen(QPen(self.look.color("text"), self.look.px(1.2)))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(QPen(self.look.color("panel"), self.look.px(1)))
        painter.setBrush(self.look.color(self.color))
        for curve in place.scene.curves:
            if curve.channel == self.reading.channel:
                y = place.y_of(float(np.interp(t, curve.t, curve.values)))
                painter.drawEllipse(QPointF(x, y), self.look.px(3.5), self.look.px(3.5))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._place:
            self.sought.emit(self._place.t_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._place:
            return
        t = self._place.t_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.sought.emit(t)
        elif self._place.area.contains(event.position()):
            self.hovered.emit(t)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing: pyqtgraph's own handling would pan and open menus."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Nothing: see `mouseReleaseEvent`."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
