"""The ground tracks of all flights on one map, from the burn down, near enough to see where each came down."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from mission_gui.domain.facts import Text
from mission_gui.language import translate
from mission_gui.panels.comparison_series import SERIES, ink_name, paint_dot, pen
from mission_gui.panels.comparison_ways import Way, fitted_view, ways
from mission_gui.panels.layer import Layer, canvas, lay, pixel_ratio, smooth_painter
from mission_gui.panels.map_captions import draw_caption, named
from mission_gui.panels.map_edges import edge_boxes, paint_edges
from mission_gui.panels.map_gestures import MovablePanel
from mission_gui.panels.map_labels import APART, Box, Label, around, place
from mission_gui.panels.map_marks import draw_event, draw_landing, draw_leader
from mission_gui.panels.map_names import names_in
from mission_gui.panels.map_paint import base_layer, on_pixel, text_size, text_sprite
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_track import draw_line
from mission_gui.panels.map_view import View
from mission_gui.physics.comparison import Comparison
from mission_gui.theme import Style


class ComparisonMap(MovablePanel):
    """All ground tracks; wheel and `+`, `-` zoom, a drag moves, a double click or `0` shows all again."""

    heading = Text("Ground tracks", "Трассы полёта")
    pointed = Signal(object)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setAccessibleName(translate("Comparison", "Ground tracks of all flights"))
        self.ways: tuple[Way, ...] = ()
        self.cursor_t: float | None = None
        self._places: tuple[object, ...] = ()
        self._whole = True
        self._view = fitted_view(1.0, 1.0, np.zeros((1, 2)))
        self._layer: Layer = QPixmap()
        self._drawn: object = None
        self.comparison: Comparison | None = None

    def show_comparison(self, comparison: Comparison) -> None:
        """Other flights, or another alignment."""
        self.comparison = comparison
        self.ways = ways(comparison)
        self.note = translate("Comparison", "from the burn to the landing")
        landings = [f"{way.name} {way.short}".strip() for way in self.ways]
        self.setAccessibleDescription("; ".join(landings))
        self.put_back()

    def point(self, at: QPointF) -> None:
        """The moment at which the nearest track is under the pointer."""
        best, when = self.look.px(12), None
        for way in self.ways:
            t, far = self._nearest(way, at)
            if far < best:
                best, when = far, t
        self.pointed.emit(when)

    def _nearest(self, way: Way, at: QPointF) -> tuple[float, float]:
        """T of the point of a track that is nearest to a pixel, and how far away that is."""
        flown = way.track.t >= way.ignition
        lonlats = np.column_stack([way.track.longitude[flown], way.track.latitude[flown]])
        lonlats[:, 0] = (lonlats[:, 0] - self._view.west) % 360.0 + self._view.west
        far = np.hypot(*(self._view.points(lonlats) - (at.x(), at.y())).T)
        best = int(np.argmin(far))
        return float(way.track.t[flown][best]) - way.zero, float(far[best])

    def show_cursor(self, t: float | None) -> None:
        """A dot on every track at T."""
        self.cursor_t = t
        self.update()

    def put_back(self) -> None:
        """From the entry to the landing of all flights."""
        area = self.content()
        if self.ways:
            self._set_view(fitted_view(max(area.width(), 1.0), max(area.height(), 1.0), self._shown()))
            self._whole = True

    def _shown(self) -> Points:
        found = [np.array([way.landing for way in self.ways]), np.array([way.aim for way in self.ways])]
        for way in self.ways:
            down = way.track.t >= way.entry
            found.append(np.column_stack([way.track.longitude[down], way.track.latitude[down]]))
        return np.concatenate(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        area = self.content()
        if self._whole:
            self.put_back()
        else:
            self._set_view(replace(self._view, width=area.width(), height=area.height()))

    def zoom_at(self, factor: float, at: QPointF) -> None:
        self._set_view(self._view.zoomed(factor, at.x(), at.y()))

    def pan(self, dx: float, dy: float) -> None:
        self._set_view(self._view.panned(dx, dy))

    def _set_view(self, view: View) -> None:
        self._view, self._whole, self._drawn = view, False, None
        self.update()

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        self._drawn = None
        self.put_back()

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        if not self.ways:
            return
        ratio = pixel_ratio(painter)
        if self._drawn != (self._view, ratio):
            self._layer = self._still(ratio)
            self._drawn = (self._view, ratio)
        painter.save()
        painter.setClipRect(area)
        painter.translate(area.topLeft())
        lay(painter, QPointF(0, 0), self._layer)
        if self.cursor_t is not None:
            self._paint_cursor(painter, self.cursor_t)
        painter.restore()

    def _paint_cursor(self, painter: QPainter, t: float) -> None:
        for way in self.ways:
            moment = t + way.zero
            if way.ignition <= moment <= way.track.t[-1]:
                paint_dot(painter, self.look, way.number, QPointF(*self._view.xy(*way.track.at(moment))), 5.0)

    def _still(self, ratio: float) -> Layer:
        """Ground, tracks, marks and names."""
        view, look = self._view, self.look
        sheet = canvas(view.width, view.height, ratio)
        painter = smooth_painter(sheet)
        lay(painter, QPointF(0, 0), base_layer(view, look, ratio))
        paint_edges(painter, view, look, (), ratio)
        for way in reversed(self.ways):
            self._paint_way(painter, way)
        self._paint_names(painter, ratio)
        painter.end()
        return sheet

    def _paint_way(self, painter: QPainter, way: Way) -> None:
        view, look, color = self._view, self.look, SERIES[way.number][0]
        draw_line(painter, view, way.track, way.ignition, float(way.track.t[-1]), pen(look, way.number, 2.4))
        landing, aim = view.xy(*way.landing), view.xy(*way.aim)
        if way.short:
            painter.setPen(QPen(look.color(color, 0.8), look.px(1.2), Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(*landing, *aim))
            arm = look.px(4)
            painter.setPen(QPen(look.color(color), look.px(1.4)))
            painter.drawLine(QLineF(aim[0] - arm, aim[1], aim[0] + arm, aim[1]))
            painter.drawLine(QLineF(aim[0], aim[1] - arm, aim[0], aim[1] + arm))
        draw_event(painter, look, *view.xy(*way.track.at(way.entry)), color)
        draw_landing(painter, look, *landing, color)

    def _paint_names(self, painter: QPainter, ratio: float) -> None:
        """Names of the flights and of what is marked; of towns and countries where there is room left."""
        view, look = self._view, self.look
        wishes: list[tuple[Label, str, int, int]] = []
        taken: list[Box] = [box for _, box in edge_boxes(view, look)]
        for way in self.ways:
            entry, landing, aim = (view.xy(*at) for at in (way.track.at(way.entry), way.landing, way.aim))
            taken += [around(*landing, look.px(10)), around(*entry, look.px(5.5))]
            landed = translate("Comparison", "{ship} landing").format(ship=way.name)
            wishes.append(self._wish(f"landing {way.number}", landing, landed, way.number, 600, 13))
            entered = translate("Comparison", "{ship} entry").format(ship=way.name)
            wishes.append(self._wish(f"entry {way.number}", entry, entered, way.number, 400, 9))
            if way.short:
                taken.append(around(*aim, look.px(4)))
                middle = (landing[0] + aim[0]) / 2, (landing[1] + aim[1]) / 2
                wishes.append(self._wish(f"short {way.number}", middle, way.short, way.number, 500, 4, 6))
        names = [named(look, view, name) for name in names_in(view, look)]
        bounds = (look.px(4), look.px(4), view.width - look.px(4), view.height - look.px(4))
        labels = [*(wish[0] for wish in wishes), *(name.label for name in names)]
        found = place(labels, taken, bounds, self._lines(), look.px(APART))
        for label, text, number, weight in wishes:
            if (spot := found.get(label.key)) is not None:
                color = ink_name(look, number, "ocean")
                if spot.leader:
                    draw_leader(painter, look, label.x, label.y, spot.box, color)
                self._write(painter, spot.box, text, color, weight, ratio)
        for name in names:
            if name.label.key in found:
                draw_caption(painter, look, name.at(found[name.label.key]), ratio)

    def _write(self, painter: QPainter, box: Box, text: str, color: str, weight: int, ratio: float) -> None:
        look, rim = self.look, self.look.px(2.0)
        sprite = text_sprite(text, look, look.sans("small", weight), color, "ocean", ratio)
        lay(painter, on_pixel(box[0] - rim, box[1] - rim, ratio), sprite)

    def _wish(
        self, key: str, at: tuple[float, float], text: str, number: int, weight: int, gap: float, first: int = 0
    ) -> tuple[Label, str, int, int]:
        size = text_size(text, self.look.sans("small", weight))
        return Label(key, *at, *size, self.look.px(gap), first), text, number, weight

    def _lines(self) -> Points:
        """Points of the tracks that names rather not cover."""
        found = [way.track.every(6.0 / self._view.scale, way.ignition, float(way.track.t[-1])) for way in self.ways]
        points = np.concatenate(found)
        points[:, 0] = (points[:, 0] - self._view.west) % 360.0 + self._view.west
        return self._view.points(points)
