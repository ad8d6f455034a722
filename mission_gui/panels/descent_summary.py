"""The descent in figures: the state now, the parachute sequence in pictures, and the peaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory, channel_basis
from mission_gui.language import translate
from mission_gui.panels.descent_figures import (
    BASIS_WORDS,
    NOTHING,
    SHORT_STAGES,
    STAGES,
    Figure,
    Stages,
    current_stage,
    figures,
    peak_told,
    peaks,
    stage_times,
    stage_told,
    stages_of,
    told,
)
from mission_gui.panels.layer import Layer, lay, open_layer, pixel_ratio
from mission_gui.panels.lettering import CENTRE, RIGHT, fitting, width, write
from mission_gui.panels.page import Page
from mission_gui.panels.parachute_pictures import draw_stage
from mission_gui.panels.provenance import OF_BASIS, Origin, Sourced

Part = tuple[float, float, bool]
"""Heights of a heading and of the pictures, and whether those have words."""
_PARTS: tuple[Part, ...] = ((28.0, 80.0, True), (22.0, 62.0, True), (20.0, 44.0, False))
"""From roomy to tight."""
_NO_PICTURES: Part = (0.0, 0.0, False)
_LARGEST, _COMFORTABLE, _SMALLEST = 28.0, 18.0, 14.0  # heights of a row
_GIVES_WAY = ("mass", "flight_path_angle", "inertial_speed", "bank", "heat_flux", "dynamic_pressure", "mach")
"""What is left out of a page that is too low for all, in this order, after what says nothing at the moment."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How the page is laid out: heights in pixels, whether pictures have words, and what there is room for.

    `peaks` is how many of them; a page that is too low for them has none.
    """

    head: float
    pictures: float
    words: bool
    row: float
    figures: tuple[Figure, ...]
    peaks: int

    @property
    def middle(self) -> float:
        """Where the figures end and the pictures begin."""
        return self.row * len(self.figures)

    def rows(self, wide: float) -> Iterator[QRectF]:
        """The place of each figure, then of each peak, from the top of the page."""
        for index in range(len(self.figures)):
            yield QRectF(0, index * self.row, wide, self.row)
        below = self.middle + 2 * self.head + self.pictures
        for index in range(self.peaks):
            yield QRectF(0, below + index * self.row, wide, self.row)


def plan(now: list[Figure], peaks: int, height: float, unit: float, parts: Sequence[Part] = _PARTS) -> Plan:
    """The roomiest layout in which every row can be read; `unit` is a pixel of base 13.

    A page that is too low for all has no peaks, and a lower one no pictures either.
    """

    heads = 2 if peaks else 1

    def left(part: Part) -> float:
        """Height for the rows."""
        return height - unit * (heads * part[0] + part[1] + 4)

    needed = unit * _COMFORTABLE * (len(now) + peaks)
    chosen = next((part for part in parts if left(part) >= needed), parts[-1])
    free = left(chosen)
    kept = list(now)
    order = [figure.id for figure in now if figure.value == NOTHING]
    for channel in (*order, *_GIVES_WAY):
        if free / (len(kept) + peaks) >= unit * _SMALLEST:
            break
        kept = [figure for figure in kept if figure.id != channel]
    row = min(free / (len(kept) + peaks), unit * _LARGEST)
    if row < unit * _SMALLEST and (peaks or parts is _PARTS):
        return plan(now, 0, height, unit, parts if peaks else (_NO_PICTURES,))
    return Plan(unit * chosen[0], unit * chosen[1], chosen[2], row, tuple(kept), peaks)


class DescentSummary(Page):
    """Figures above, pictures in the middle, peaks below."""

    title = Text("Descent", "Спуск")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.peaks: list[Figure] = []
        self.sequence: Stages = STAGES
        self.stages: dict[str, float] = {}
        self._layer: Layer = QPixmap()
        self._drawn: object = None

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        """Finds the peaks and the times of the parachutes once."""
        self.peaks = peaks(mission, trajectory)
        self.sequence = stages_of(trajectory)
        self.stages = stage_times(mission, trajectory)
        self._drawn = None
        super().load(mission, trajectory)

    def describe(self, frame: Frame) -> str:
        """The figures and the parachute's state."""
        now = ", ".join(f"{f.name} {f.value}" for f in figures(frame) if f.value != NOTHING)
        stage = current_stage(self.stages, frame.t)
        name = next((word for key, word in self.sequence if key == stage), None)
        told = translate("Descent", "{figures}. Parachute sequence: {stage}.") if name else "{figures}."
        return told.format(figures=now, stage=name)

    def picture_of(self, frame: Frame) -> object:
        return figures(frame), current_stage(self.stages, frame.t)

    def plan(self, frame: Frame) -> Plan:
        """How the page is laid out at a moment."""
        return plan(figures(frame), len(self.peaks), self.content().height(), self.look.px(1))

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """Names, pictures and peaks are a layer; only the readings are written each time."""
        if self.frame is None:
            return
        ratio, laid, stage = pixel_ratio(painter), self.plan(self.frame), current_stage(self.stages, self.frame.t)
        names = tuple((figure.name, figure.basis) for figure in laid.figures)
        key = (names, tuple(self.peaks), stage, self.size(), ratio, self.look)
        if key != self._drawn:
            self._layer, self._drawn = self._draw_layer(area, laid, stage, ratio), key
        lay(painter, area.topLeft(), self._layer)
        for box, figure in zip(laid.rows(self.width()), laid.figures, strict=False):
            self._paint_value(painter, box.translated(0, area.top()), figure)

    def sourced(self) -> list[Sourced]:
        """Each figure, then the state of the parachutes, then the peaks."""
        if self.frame is None or self.trajectory is None:
            return []
        laid, top, frame = self.plan(self.frame), self.content().top(), self.frame
        boxes = [box.translated(0, top) for box in laid.rows(self.width())]
        found = [
            Sourced(box, OF_BASIS[channel_basis(f.id, frame.phase)], partial(told, self.trajectory, frame, f.id))
            for box, f in zip(boxes, laid.figures, strict=False)
            if f.value != NOTHING
        ]
        stages = QRectF(0, top + laid.middle, self.width(), laid.head + laid.pictures)
        found.append(Sourced(stages, Origin.MODELLED, partial(stage_told, self.sequence, self.stages, frame.t)))
        for box, peak in zip(boxes[len(laid.figures) :], self.peaks, strict=False):
            found.append(Sourced(box, Origin.MODELLED, partial(peak_told, peak)))
        return found

    def _draw_layer(self, area: QRectF, laid: Plan, stage: str, ratio: float) -> Layer:
        look = self.look
        layer, painter = open_layer(area.size(), ratio, look.color("panel"))
        rows = laid.rows(self.width())
        for figure, box in zip(laid.figures, rows, strict=False):
            self._paint_figure(painter, box, figure)
        if laid.pictures:
            self._paint_sequence(painter, laid, stage)
        for box, figure in zip(rows, self.peaks, strict=False):
            self._paint_figure(painter, box, figure)
            self._paint_value(painter, box, figure)
        painter.end()
        return layer

    def _paint_sequence(self, painter: QPainter, laid: Plan, stage: str) -> None:
        """The pictures under their heading, and the heading of what is below them."""
        look = self.look
        head = QRectF(0, laid.middle, self.width(), laid.head)
        name = next((str(word) for key, word in self.sequence if key == stage), "")
        heading = translate("Descent", "Parachutes and landing")
        self._paint_head(painter, head, heading, "" if laid.words else name)
        strip = QRectF(look.px(8), head.bottom(), self.width() - look.px(16), laid.pictures)
        self._paint_stages(painter, strip, stage, laid.words)
        if laid.peaks:
            below = head.translated(0, laid.head + laid.pictures)
            self._paint_head(painter, below, translate("Descent", "Peaks of this flight"))

    def _paint_head(self, painter: QPainter, box: QRectF, text: str, note: str = "") -> None:
        look = self.look
        painter.fillRect(QRectF(0, round(box.bottom()) - 1, box.width(), 1), look.color("line"))
        line = box.adjusted(look.px(12), look.px(3), -look.px(12), 0)
        taken = write(painter, line, text.upper(), look.sans("small", 500, 80), look.color("second"))
        line.setLeft(line.left() + taken + look.px(8))
        write(painter, line, note, look.sans("small"), look.color("soyuz_text"), RIGHT)

    def _paint_figure(self, painter: QPainter, box: QRectF, figure: Figure) -> None:
        """Name and basis."""
        look, inset = self.look, self.look.px(12)
        painter.fillRect(QRectF(0, round(box.bottom()) - 1, box.width(), 1), look.color("line", 0.6))
        line = box.adjusted(inset, 0, -inset, 0)
        write(painter, line, figure.basis, look.sans("small"), look.color("third"), RIGHT)
        taken = width(look.mono(self._role(box)), figure.value) if figure in self.peaks else 0.0
        line.setRight(self._value_box(box).right() - taken - look.px(6))
        write(painter, line, figure.name, look.sans(self._role(box)), look.color("second"))

    def _paint_value(self, painter: QPainter, box: QRectF, figure: Figure) -> None:
        ink = self.look.color("third" if figure.value == NOTHING else "text")
        write(painter, self._value_box(box), figure.value, self.look.mono(self._role(box)), ink, RIGHT)

    def _value_box(self, box: QRectF) -> QRectF:
        look = self.look
        column = max(width(look.sans("small"), str(word)) for word in BASIS_WORDS.values())
        return box.adjusted(look.px(12), 0, -look.px(12) - column - look.px(10), 0)

    def _role(self, box: QRectF) -> str:
        return "normal" if box.height() >= self.look.px(20) and self.width() >= self.look.px(320) else "small"

    def _paint_stages(self, painter: QPainter, box: QRectF, current: str, words: bool) -> None:
        look, font = self.look, self.look.sans("small")
        cell, named = box.width() / len(self.sequence), look.px(20) if words else 0.0
        keys = [key for key, _ in self.sequence]
        for index, (key, name) in enumerate(self.sequence):
            place = QRectF(box.left() + index * cell, box.top(), cell, box.height())
            passed = current in keys and index < keys.index(current)
            color = look.color("soyuz" if key == current else "text" if passed else "third")
            picture = place.adjusted(0, look.px(5), 0, -named - look.px(4))
            draw_stage(painter, picture, key, color, look.px(1.3))
            if not words:
                continue
            ink = look.color("soyuz_text" if key == current else "second" if passed else "third")
            label = QRectF(place.left() - look.px(3), place.bottom() - look.px(22), cell + look.px(6), look.px(18))
            named_as = fitting(font, cell - look.px(2), str(name), str(SHORT_STAGES[key]))
            write(painter, label, named_as, font, ink, CENTRE)
