"""The descent panel at one size: layers drawn once, and what is painted over them for a moment."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QRegion

from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.descent_layout import Places, arrange
from mission_gui.panels.descent_modules import modules_picture
from mission_gui.panels.descent_plot import Line, axes_of, legend, line, paint_still, path_points
from mission_gui.panels.descent_profile import Axes
from mission_gui.panels.descent_readings import paint_names, paint_values
from mission_gui.panels.descent_scene import Scene
from mission_gui.panels.descent_sequence import Sequence
from mission_gui.panels.descent_strips import head, paint_flown, paint_strip, strip_axes, strip_line
from mission_gui.panels.descent_words import readings, state
from mission_gui.panels.layer import Layer, lay, open_layer
from mission_gui.panels.lettering import CENTRE, LEFT, fitting, write
from mission_gui.panels.map_marks import draw_ship
from mission_gui.panels.map_paint import on_pixel
from mission_gui.panels.state_block import legend_picture, legend_size
from mission_gui.theme import Style


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """The lines of a scene in pixels: its own, and those of load and heating."""

    axes: Axes
    own: Line
    strips: tuple[tuple[Axes, Line], ...]


class Picture:
    """All layers of a flight in a rectangle of the panel."""

    def __init__(
        self, look: Style, scene: Scene | None, mission: Mission, area: QRectF, ratio: float, figures: bool = True
    ) -> None:
        self.look, self.scene, self.mission, self.area, self.ratio = look, scene, mission, area, ratio
        self.places = arrange(look, area, figures)
        self.drawing = _drawing(scene, self.places) if scene else None
        self.sequence = Sequence(look, scene, self.places.sequence, self.places.sequence_detail, ratio)
        self._modules: dict[bool, Layer] = {}
        self._told = self._boxes_told()
        self._base = self._draw_base()

    def paint(self, painter: QPainter, trajectory: Trajectory, frame: Frame | None, hovered: float | None) -> None:
        """The moment over the layers."""
        lay(painter, self.area.topLeft(), self._base)
        t = frame.t if frame else float("-inf")
        self.sequence.paint(painter, t)
        if self.scene is not None and self.places.modules is not None:
            lay(painter, self.places.modules.topLeft(), self._modules_at(self.scene, self.places.modules, t))
        if frame is None:
            return
        if self.places.readings:
            paint_values(painter, self.look, self.places, readings(trajectory, frame))
        self._paint_words(painter, frame)
        if self.scene is not None and self.drawing is not None:
            self._paint_flight(painter, self.scene, self.drawing, t)
            if hovered is not None:
                self._paint_pointer(painter, self.drawing, hovered)

    def changed(self, before: float, after: float) -> QRegion:
        """Where the picture of one mission time differs from that of another."""
        places = self.places
        parts = [places.words, *places.readings]
        if self.scene is None:
            return _region([*parts, self._centre()])
        if self.sequence.states(before) != self.sequence.states(after):
            parts.append(self.sequence.box)
        if places.modules is not None and self.scene.begun(before) != self.scene.begun(after):
            parts.append(places.modules)
        return _region([*parts, *self._moved(min(before, after), max(before, after))])

    def _moved(self, first: float, last: float) -> list[QRectF]:
        """What ship, dots and the level through them pass over."""
        if self.drawing is None or self.scene is None or not self.scene.begun(last):
            return []
        halo, rim, right = self.look.px(18), self.look.px(7), self._right(self.drawing)
        ships = (self.drawing.own.at(t) for t in (first, last))
        passed = [QRectF(ship.x(), ship.y() - 1.5, right - ship.x() + 2.0, 3.0) for ship in ships]
        passed.append(self.drawing.own.box(first, last).adjusted(-halo, -halo, halo, halo))
        return passed + [flown.box(first, last).adjusted(-rim, -rim, rim, rim) for _, flown in self.drawing.strips]

    def _right(self, drawing: Drawing) -> float:
        """Where the level through the ship ends."""
        return max(axes.left + axes.width for axes in (drawing.axes, *(axes for axes, _ in drawing.strips)))

    def _boxes_told(self) -> list[QRectF]:
        """Where something is told beside the line, from left to right."""
        told = [self.places.modules] if self.places.modules is not None else []
        if self.scene is not None and self.drawing is not None:
            strips = zip(self.scene.strips, self.drawing.strips, strict=False)
            told += [head(self.look, self.scene, strip, axes) for strip, (axes, _) in strips]
        return told

    def _level(self, drawing: Drawing, here: QPointF) -> list[QLineF]:
        """The altitude of the ship across the plot and the strips, but for where something is told."""
        pieces, x, right = [], here.x(), self._right(drawing)
        for box in self._told:
            if box.top() <= here.y() <= box.bottom():
                pieces.append(QLineF(x, here.y(), box.left(), here.y()))
                x = max(box.right(), x)
        pieces.append(QLineF(x, here.y(), right, here.y()))
        return [piece for piece in pieces if piece.x1() < piece.x2()]

    def _draw_base(self) -> Layer:
        layer, painter = open_layer(self.area.size(), self.ratio, self.look.color("panel"))
        painter.translate(-self.area.topLeft())
        if self.places.readings:
            paint_names(painter, self.look, self.places)
        if self.scene is not None and self.drawing is not None:
            self._paint_plots(painter, self.scene, self.drawing)
        painter.end()
        return layer

    def _paint_plots(self, painter: QPainter, scene: Scene, drawing: Drawing) -> None:
        look, places = self.look, self.places
        entries = legend(look, scene, places.plot.width() * 0.7) if places.titled else ()
        corner = places.plot.bottomLeft() + QPointF(look.px(8), -look.px(36))
        known = QRectF(corner, QSizeF(*legend_size(look, entries))) if entries else None
        covered = [box for box in (places.modules, places.words, known) if box is not None]
        paint_still(painter, look, scene, drawing.axes, places.titled, covered)
        for index, (axes, own) in enumerate(drawing.strips):
            paint_strip(painter, look, scene, scene.strips[index], axes, own, index == 0 and not places.shared)
        if known is not None:
            place = on_pixel(corner.x(), corner.y(), self.ratio)
            lay(painter, place, legend_picture(look, entries, self.ratio))

    def _paint_words(self, painter: QPainter, frame: Frame) -> None:
        """What is going on; in the middle where there is nothing else."""
        look, box, align = self.look, self.places.words, LEFT
        if self.scene is None:
            box, align = self._centre(), CENTRE
        happening, detail = state(self.mission, self.scene, frame)
        first, second = (QRectF(box.left(), box.top() + look.px(y), box.width(), look.px(19)) for y in (0, 19))
        role = "medium" if self.places.titled else "normal"
        write(painter, first, happening, look.sans(role, 600), look.color("soyuz_text"), align)
        wordings = [", ".join(detail[:count]) for count in range(len(detail), -1, -1)]
        words = fitting(look.sans("small"), second.width(), *wordings)
        write(painter, second, words, look.sans("small"), look.color("second"), align)

    def _centre(self) -> QRectF:
        middle, tall = self.places.plot.center().y(), self.places.words.height()
        return QRectF(self.area.left(), middle - tall / 2, self.area.width(), tall)

    def _modules_at(self, scene: Scene, box: QRectF, t: float) -> Layer:
        apart = scene.begun(t)
        if apart not in self._modules:
            self._modules[apart] = modules_picture(self.look, scene, box, self.places.modules_told, t, self.ratio)
        return self._modules[apart]

    def _paint_flight(self, painter: QPainter, scene: Scene, drawing: Drawing, t: float) -> None:
        """The way flown and the ship, and the same on the strips; nothing before the separation."""
        look = self.look
        if not scene.begun(t):
            return
        here = drawing.own.at(t)
        if t < scene.path.t[-1] and self.places.shared:
            painter.setPen(QPen(look.color("text", 0.25), 1))
            painter.drawLines(self._level(drawing, here))
        pen = QPen(look.color("soyuz"), look.px(2.4))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(drawing.own.until(t))
        for _, flown in drawing.strips:
            paint_flown(painter, look, flown, t)
        if t < scene.path.t[-1]:
            draw_ship(painter, look, here.x(), here.y())

    def _paint_pointer(self, painter: QPainter, drawing: Drawing, t: float) -> None:
        """Rings on the lines at the moment the pointer means."""
        painter.setPen(QPen(self.look.color("text"), self.look.px(1.2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for drawn in (drawing.own, *(strip for _, strip in drawing.strips)):
            painter.drawEllipse(drawn.at(t), self.look.px(7), self.look.px(7))


def _region(parts: list[QRectF]) -> QRegion:
    region = QRegion()
    for part in parts:
        region += part.toAlignedRect()
    return region


def _drawing(scene: Scene, places: Places) -> Drawing:
    axes = axes_of(scene, places.plot)
    beside = (
        (strip, strip_axes(strip, box, axes.top)) for strip, box in zip(scene.strips, places.strips, strict=False)
    )
    strips = tuple((drawn, strip_line(strip, drawn)) for strip, drawn in beside)
    return Drawing(axes, line(scene.path.t, path_points(axes, scene.path)), strips)
