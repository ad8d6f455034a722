"""Charts as pictures, drawn by pyqtgraph once for each stretch of time.

pyqtgraph lays out the plot, and draws its axes and curves, on a plot widget of its own that is never shown; what lies
behind and over them is painted by hand. There are two pictures of each chart, one for the part flown and one for the
part to come. A frame only copies them: pyqtgraph's own painting of a chart takes milliseconds, a copy a tenth of one.
It is imported with the first picture, which a board that opens need not wait for.
"""

from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPen, QPixmap, QResizeEvent
from shiboken6 import isValid

from mission_gui.panels.chart_flight import Flight
from mission_gui.panels.chart_grid import TIMES, Cell
from mission_gui.panels.chart_ground import Place, paint_ground
from mission_gui.panels.chart_names import Written, paint_events, paint_limits, written
from mission_gui.panels.chart_scene import Curve, Fit, Scene, scene
from mission_gui.panels.chart_specs import ChartSpec
from mission_gui.panels.chart_windows import Window
from mission_gui.panels.layer import VECTOR, Layer, open_layer
from mission_gui.panels.lettering import width
from mission_gui.theme import Style

ROOM = 160 * 2**20
"""Bytes of pictures that are kept: all stretches of a flight on a screen of 3840x2160, twice over."""
_TIME, _VALUE = 62.0, 20.0
"""Room for a tick of the axes, for base 13."""
_STACKED_AXIS, _USUAL_AXIS = 56.0, 40.0
"""Room for the axes themselves."""
_MOST_VALUES = 7
_FEWEST_SAMPLES, _MOST_SAMPLES = 200, 1600
_MOST_SCENES = 100


@dataclass(frozen=True, slots=True)
class Plan:
    """A chart to be drawn: what, of which time, how, and in what place."""

    spec: ChartSpec
    window: Window
    log: bool
    cell: Cell


@dataclass(frozen=True, slots=True, eq=False)
class Layers:
    """The two pictures of a chart, at the resolution of the device."""

    place: Place
    flown: Layer
    coming: Layer

    @property
    def size(self) -> int:
        """Bytes, about."""
        pixels = (layer for layer in (self.flown, self.coming) if isinstance(layer, QPixmap))
        return 4 * sum(layer.width() * layer.height() for layer in pixels)


SceneKey = tuple[ChartSpec, Window, bool, Fit]
Key = tuple[ChartSpec, Window, bool, Cell, float]


def _end(view: Any) -> None:
    if isValid(view):
        view.deleteLater()


class Drawer:
    """Draws the charts of one flight, and keeps what it drew as long as there is room. It ends with its `owner`."""

    def __init__(self, style: Style, owner: QObject) -> None:
        self.look, self.owner = style, owner
        self.flight: Flight | None = None
        self._kept: OrderedDict[Key, Layers] = OrderedDict()
        self._scenes: OrderedDict[SceneKey, Scene] = OrderedDict()
        self.waits = False
        """Whether pictures are better not drawn yet, for something else to be on the screen first."""

    @cached_property
    def view(self) -> Any:
        """The plot widget."""
        import pyqtgraph as pg

        view = pg.PlotWidget(background=None, enableMenu=False)
        plot = view.getPlotItem()
        plot.hideButtons()
        plot.vb.setDefaultPadding(0)
        plot.vb.disableAutoRange()
        # Held until then, and taken apart by Qt: Python's collector does so in an order that brings the program down.
        self.owner.destroyed.connect(partial(_end, view))
        return view

    @property
    def plot(self) -> Any:
        """What pyqtgraph draws on it."""
        return self.view.getPlotItem()

    @cached_property
    def lines(self) -> list[Any]:
        """Kept from chart to chart: making and adding an item costs more than drawing it."""
        import pyqtgraph as pg

        lines = [pg.PlotCurveItem(antialias=True) for _ in range(4)]
        for line in lines:
            self.plot.addItem(line)
        return lines

    @property
    def held(self) -> int:
        """Bytes of pictures kept."""
        return sum(layers.size for layers in self._kept.values())

    def load(self, flight: Flight) -> None:
        """Another flight, or other flights beside it."""
        self.flight = flight
        self._forget()

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        self.look = style
        self._forget()

    def _forget(self) -> None:
        self._kept.clear()
        self._scenes.clear()

    def has(self, plan: Plan, scale: float) -> bool:
        """Whether a chart is drawn already."""
        return _key(plan, scale) in self._kept

    def layers(self, plan: Plan, scale: float) -> Layers:
        """The pictures of a chart; those used longest ago make room for new ones."""
        key = _key(plan, scale)
        if key not in self._kept:
            self._kept[key] = self._drawn(plan, scale)
            while self.held > ROOM and len(self._kept) > 1:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def scene(self, plan: Plan) -> Scene:
        """What a chart shows."""
        assert self.flight is not None
        across, down = self.room(plan.cell)
        fit = Fit(
            times=max(round(across / self.look.px(_TIME), 2), 1.0),
            values=min(max(int(down / self.look.px(_VALUE)), 2), _MOST_VALUES),
            samples=min(max(int(2 * across), _FEWEST_SAMPLES), _MOST_SAMPLES),
        )
        key = plan.spec, plan.window, plan.log, fit
        if key not in self._scenes:
            self._scenes[key] = scene(self.flight, *key)
            if len(self._scenes) > _MOST_SCENES:
                self._scenes.popitem(last=False)
        return self._scenes[key]

    def room(self, cell: Cell) -> tuple[float, float]:
        """How wide and high the curves' own area will be, about."""
        left, top, right, bottom = cell.margins(self.look)
        axis = self.look.px(_STACKED_AXIS if cell.stacked else _USUAL_AXIS)
        return cell.width - left - right - axis, cell.height - top - bottom - (self.look.px(TIMES) if cell.times else 0)

    def _drawn(self, plan: Plan, scale: float) -> Layers:
        place = self._arrange(self.scene(plan), plan.cell)
        names = written(place, self.look, plan.cell.width - self.look.px(4))
        flown, coming = (self._layer(place, names, plan.cell, scale, part) for part in (True, False))
        return Layers(place, flown, coming)

    def _arrange(self, drawn: Scene, cell: Cell) -> Place:
        plot = self.plot
        self._resize(QSize(cell.width, cell.height))
        plot.layout.setContentsMargins(*cell.margins(self.look))
        self._dress_axes(drawn, cell)
        curves = (*drawn.others, *drawn.curves)
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(curves))
        for line, curve in zip(self.lines, curves, strict=False):
            line.setData(curve.t, curve.values)
        # In its last, larger type it may have needed more than the room it has now.
        plot.setGeometry(QRectF(0, 0, cell.width, cell.height))
        plot.vb.setRange(xRange=(drawn.window.start, drawn.window.end), yRange=(drawn.low, drawn.high), padding=0)
        # Otherwise the room the axes need would be known only once the event loop has run.
        plot.layout.activate()
        # Not the bounding rectangle: that has room for a border, and times and values would lie half a pixel off.
        place = Place(drawn, QRectF(plot.vb.mapRectToScene(plot.vb.rect())))
        plot.getAxis("left").setTicks([self._whole_ticks(place, cell)])
        return place

    def _whole_ticks(self, place: Place, cell: Cell) -> list[tuple[float, str]]:
        """The values that can be written whole and apart: a low chart ends close above and below its curves."""
        high = QFontMetricsF(self.look.mono("small")).capHeight() + 2
        kept: list[tuple[float, str]] = []
        lowest = cell.height - high / 2
        for tick in place.scene.value_ticks:
            y = place.y_of(tick[0])
            if high / 2 <= y <= lowest:
                kept.append(tick)
                lowest = y - high - 1
        return kept

    def _resize(self, size: QSize) -> None:
        """What is never shown is not told of its size by Qt."""
        before = self.view.size()
        if size != before:
            self.view.resize(size)
            for widget in (self.view, self.view.viewport()):
                QCoreApplication.sendEvent(widget, QResizeEvent(size, before))

    def _dress_axes(self, drawn: Scene, cell: Cell) -> None:
        look = self.look
        left, bottom = self.plot.getAxis("left"), self.plot.getAxis("bottom")
        font, gap, apart = look.mono("small"), round(look.px(6)), round(look.px(24))
        for axis, ticks in ((left, drawn.value_ticks), (bottom, drawn.time_ticks if cell.times else ())):
            axis.setStyle(tickFont=font, tickLength=0, tickTextOffset=gap, hideOverlappingLabels=apart)
            axis.setTickPen(look.color("graticule"))
            axis.setTextPen(look.color("second"))
            axis.setTicks([list(ticks)])
        left.setPen(QPen(Qt.PenStyle.NoPen))
        bottom.setPen(look.color("line"))
        widest = max(width(font, text) for text in ("000", *(text for _, text in drawn.value_ticks)))
        left.setWidth(look.px(_STACKED_AXIS) if cell.stacked else widest + look.px(10))
        bottom.setHeight(QFontMetricsF(font).height() + look.px(7) if cell.times else 1)

    def _layer(self, place: Place, names: Written, cell: Cell, scale: float, flown: bool) -> Layer:
        """The whole plot in one brightness, opaque: a copy without blending is the quickest."""
        look, spec = self.look, place.scene.spec
        for line, curve in zip(self.lines, (*place.scene.others, *place.scene.curves), strict=False):
            line.setPen(curve_pen(look, spec.color, curve, flown, 1.0 if scale == VECTOR else scale))
        rect = QRect(0, 0, cell.width, cell.height)
        layer, painter = open_layer(QRectF(rect).size(), scale, look.color("panel"))
        paint_ground(painter, place, look, spec.color, names.lines)
        self.view.render(painter, QRectF(rect), rect)
        paint_limits(painter, look, names.limits)
        if cell.marks:
            paint_events(painter, place, look, names.events)
        painter.end()
        return layer


def _key(plan: Plan, scale: float) -> Key:
    return plan.spec, plan.window, plan.log, plan.cell.picture, scale


def curve_pen(look: Style, color: str, curve: Curve, flown: bool, scale: float) -> QPen:
    """Bright and wide where flown, dim and thin where still to come; a companion fainter, another flight dashed."""
    if curve.color:
        pen = QPen(look.color(curve.color, 0.9), look.px(1.2) * scale)
        pen.setDashPattern([5, 3])
    else:
        strength = (1.0 if flown else 0.5) * (1.0 if curve.lead else 0.5)
        pen = QPen(look.color(color, strength), look.px(1.8 if flown and curve.lead else 1.0) * scale)
    pen.setCosmetic(True)
    return pen
