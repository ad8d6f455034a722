"""The parachute sequence as a row of pictures: what has been, what is now, what is to come."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from mission_gui.domain.facts import Text
from mission_gui.panels.descent_figures import SHORT_STAGES
from mission_gui.panels.descent_scene import SEQUENCE, Scene, Stage, sequence
from mission_gui.panels.layer import Layer, lay, open_layer
from mission_gui.panels.lettering import CENTRE, fitting, write
from mission_gui.panels.parachute_pictures import draw_stage
from mission_gui.theme import Style

_STATES = {"coming": ("third", "third"), "passed": ("text", "second"), "now": ("soyuz", "soyuz_text")}
"""Colours of the picture and of its words."""
_LINE, _NAME = 16.0, 19.0


class Sequence:
    """Three rows of all pictures, one for each state, from which each is taken as it is at the moment."""

    def __init__(self, look: Style, scene: Scene | None, cells: tuple[QRectF, ...], detail: int, ratio: float) -> None:
        self.cells = cells
        self.box = cells[0].united(cells[-1])
        self.sequence = sequence(scene.trajectory) if scene else SEQUENCE
        begins = {stage.key: stage.t for stage in scene.stages} if scene else {}
        self.times = [begins.get(key) for key, _ in self.sequence]
        self._ratio = ratio
        self._rows = {state: self._row(look, scene, detail, state) for state in _STATES}

    def states(self, t: float) -> tuple[str, ...]:
        """The state of each picture at a mission time."""
        begun = [index for index, time in enumerate(self.times) if time is not None and time <= t]
        last = begun[-1] if begun else -1
        return tuple("now" if i == last else "passed" if i < last else "coming" for i in range(len(self.cells)))

    def paint(self, painter: QPainter, t: float) -> None:
        """The row at a mission time."""
        for cell, state in zip(self.cells, self.states(t), strict=True):
            lay(painter, self.box.topLeft(), self._rows[state], cell.translated(-self.box.topLeft()))

    def _row(self, look: Style, scene: Scene | None, detail: int, state: str) -> Layer:
        layer, painter = open_layer(self.box.size(), self._ratio, look.color("panel"))
        painter.translate(-self.box.topLeft())
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawLine(self.box.topLeft() + QPointF(0, 0.5), self.box.topRight() + QPointF(0, 0.5))
        stages = {stage.key: stage for stage in scene.stages} if scene else {}
        for cell, (key, name) in zip(self.cells, self.sequence, strict=True):
            if state == "now":
                painter.fillRect(cell.adjusted(0, 1, 0, 0), look.color("soyuz", 0.1))
                painter.fillRect(QRectF(cell.left(), cell.top(), cell.width(), look.px(2)), look.color("soyuz"))
            _paint_state(painter, look, cell, key, name, stages.get(key), detail, state)
        painter.end()
        return layer


def _paint_state(
    painter: QPainter, look: Style, cell: QRectF, key: str, name: Text, stage: Stage | None, detail: int, state: str
) -> None:
    """A picture, and below it as many lines as there is room for: name, time, altitude."""
    color, ink = (look.color(role) for role in _STATES[state])
    below = look.px(_NAME * min(detail, 1) + _LINE * max(detail - 1, 0))
    draw_stage(painter, cell.adjusted(0, look.px(7), 0, -below - look.px(5)), key, color, look.px(1.3))
    line = QRectF(cell.left(), cell.bottom() - below - look.px(3), cell.width(), look.px(_NAME))
    small = look.sans("small", 600 if state == "now" else 400)
    wordings = str(name), str(SHORT_STAGES.get(key, name))
    told = [(fitting(small, cell.width() - look.px(6), *wordings), small, look.px(_NAME))]
    if stage is not None:
        told += [(stage.time, look.mono("small"), look.px(_LINE)), (stage.height, look.sans("small"), look.px(_LINE))]
    for words, font, height in told[:detail]:
        line.setHeight(height)
        write(painter, line, words, font, ink, CENTRE)
        line.translate(0, height)
