"""What if: a few dials that change the flight, and what becomes of it."""

from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSlider, QWidget

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.panels.lettering import RIGHT, fitting, width, write
from mission_gui.panels.page import Page
from mission_gui.panels.provenance import Origin, Sourced
from mission_gui.panels.switches import TickBox, indicator_sheet
from mission_gui.panels.what_if_text import DIALS, answers, question, reserve_words, sentence
from mission_gui.theme import Style

_PAUSE = 40  # ms without a further move of a dial before the question is asked
_DIAL, _ROW, _HEAD, _BUTTON, _CHECK = 36.0, 21.0, 28.0, 26.0, 26.0
_LEAST_DIAL, _FLAT_DIAL, _LEAST_ROW = 34.0, 22.0, 16.0
_NAME, _VALUE = 82.0, 92.0  # where a dial has its words beside it, not above it
_ROWS = 6
_NOTHING = "—"
_WRAP = int((Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value)


class WhatIfPage(Page):
    """Moving a dial asks; the answer comes with the next alternatives. The flight itself stays as it is."""

    title = Text("What if", "Что если")
    asked = Signal(object)
    """The `WhatIf` that the dials say."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self._timer = QTimer(self, interval=_PAUSE, singleShot=True)
        self._timer.timeout.connect(self.ask)
        self.dials: dict[str, QSlider] = {}
        for dial in DIALS:
            slider = QSlider(Qt.Orientation.Horizontal, self)
            slider.setRange(dial.least, dial.most)
            slider.setPageStep(max((dial.most - dial.least) // 12, 1))
            slider.setAccessibleName(str(dial.name))
            slider.setEnabled(False)
            slider.valueChanged.connect(self._moved)
            self.dials[dial.id] = slider
        self.reserve = TickBox(parent=self, fill="caution")
        self.reserve.setEnabled(False)
        self.reserve.toggled.connect(self._moved)
        self.reset = QPushButton(translate("What if", "As flown"), self)
        self.reset.clicked.connect(self.forget)
        self.restyle(style)

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        """Every dial back, and free to move once the descent is known."""
        super().load(mission, trajectory)
        for slider in self.dials.values():
            slider.blockSignals(True)
            slider.setValue(0)
            slider.blockSignals(False)
            slider.setEnabled(trajectory.complete)
        words, free = reserve_words(mission)
        self.reserve.blockSignals(True)
        self.reserve.setText(words)
        self.reserve.setChecked(mission.descent.reserve)
        self.reserve.blockSignals(False)
        self.reserve.setEnabled(free and trajectory.complete)
        self._name()

    def show_alternatives(self, alternatives: Alternatives) -> None:
        super().show_alternatives(alternatives)
        if self.frame is not None:
            self.setAccessibleDescription(self.describe(self.frame))

    def picture_of(self, frame: Frame) -> object:
        """The same at every moment: what changes it asks for a painting itself."""
        return self.positions(), self.reserve.isChecked()

    def describe(self, frame: Frame) -> str:
        return "" if self.trajectory is None else sentence(self.trajectory, self.alternatives)

    @Slot()
    def ask(self) -> None:
        """Asks what the dials say now."""
        self._timer.stop()
        self.asked.emit(question(self.positions(), self.reserve.isEnabled() and self.reserve.isChecked()))

    @Slot()
    def forget(self) -> None:
        """All as it was flown."""
        for slider in self.dials.values():
            slider.setValue(0)
        if self.reserve.isEnabled():
            self.reserve.setChecked(False)
        self.ask()

    def positions(self) -> dict[str, int]:
        """Where each dial stands."""
        return {name: slider.value() for name, slider in self.dials.items()}

    @Slot()
    def _moved(self) -> None:
        self._name()
        self._timer.start()
        self.update()

    def _name(self) -> None:
        for dial in DIALS:
            slider = self.dials[dial.id]
            slider.setAccessibleDescription(dial.value(slider.value()))
        failed = self.reserve.isEnabled() and self.reserve.isChecked()
        self.reset.setEnabled(failed or any(self.positions().values()))

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        theme, px = style.theme, style.px
        groove, ring = max(round(px(3)), 2), max(round(px(2)), 1)
        over = max(round(px(5)), 3)
        handle = groove + 2 * over
        for slider in self.dials.values():
            slider.setStyleSheet(
                f"QSlider::groove:horizontal {{ height: {groove}px; background: {theme.line};"
                f" border-radius: {groove // 2}px; }}"
                f"QSlider::handle:horizontal {{ width: {handle - 2}px; margin: -{over}px 0;"
                f" border-radius: {handle // 2}px; background: {theme.caution}; border: 1px solid {theme.panel}; }}"
                f"QSlider::handle:horizontal:disabled {{ background: {theme.third}; }}"
                f"QSlider::handle:horizontal:focus {{ width: {handle - 2 * ring}px;"
                f" border: {ring}px solid {theme.text}; }}"
            )
        self.reserve.restyle(style)
        self.reserve.setFont(style.sans("small"))
        self.reserve.setStyleSheet(
            f"QCheckBox {{ color: {theme.text}; spacing: {round(px(8))}px; border: {ring}px solid transparent;"
            f" border-radius: {px(3):.0f}px; }}"
            f"QCheckBox:focus {{ border-color: {theme.text}; }}"
            f"QCheckBox:disabled {{ color: {theme.second}; }}"
            f"{indicator_sheet(style, 'QCheckBox')}"
        )
        self.reset.setFont(style.sans("small", 500))
        self.reset.setStyleSheet(
            f"QPushButton {{ color: {theme.text}; background: {theme.raised}; border: 1px solid {theme.border};"
            f" border-radius: {px(3):.0f}px; }}"
            f"QPushButton:disabled {{ color: {theme.third}; }}"
            f"QPushButton:focus {{ border-color: {theme.text}; }}"
        )
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        px, inset = self.look.px, round(self.look.px(12))
        for index, slider in enumerate(self.dials.values()):
            left, right, down = (inset, inset, px(18))
            if self._flat():
                left, right, down = inset + round(px(_NAME)), inset + round(px(_VALUE)), px(3)
            top = round(index * self._dial_height() + down)
            slider.setGeometry(QRect(left, top, self.width() - left - right, round(px(16))))
        checked = round(len(DIALS) * self._dial_height())
        self.reserve.setGeometry(QRect(inset, checked, self.width() - 2 * inset, round(px(_CHECK))))
        top, height = round(self._foot() + px(1)), round(px(_BUTTON))
        wide = round(max(px(84), width(self.look.sans("small", 500), self.reset.text()) + px(16)))
        self.reset.setGeometry(QRect(self.width() - inset - wide, top, wide, height))

    def _flat(self) -> bool:
        """Whether the page is too low for the words to stand above the dials."""
        return self._room_for_a_dial() < self.look.px(_LEAST_DIAL)

    def _dial_height(self) -> float:
        """A little closer together where the page is low."""
        px = self.look.px
        return px(_FLAT_DIAL) if self._flat() else min(px(_DIAL), self._room_for_a_dial())

    def _room_for_a_dial(self) -> float:
        return (self.height() - self.look.px(_CHECK + _HEAD + _ROWS * _ROW + 8)) / len(DIALS)

    def _row_height(self) -> float:
        """The answer's rows give way after the dials."""
        px = self.look.px
        free = self.height() - self._foot() - px(_HEAD + 4)
        return min(px(_ROW), max(free / _ROWS, px(_LEAST_ROW)))

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        look, inset = self.look, self.look.px(12)
        for index, dial in enumerate(DIALS):
            position = self.dials[dial.id].value()
            down = look.px(2 if not self._flat() else 3)
            box = QRectF(inset, index * self._dial_height() + down, self.width() - 2 * inset, look.px(17))
            room = look.px(_NAME - 4) if self._flat() else box.width()
            name = fitting(look.sans("small"), room, str(dial.name), str(dial.short))
            write(painter, box, name, look.sans("small"), look.color("text"))
            color = look.color("text" if position else "third")
            write(painter, box, dial.value(position), look.mono("small"), color, RIGHT)
        self._paint_answer(painter, QRectF(inset, self._foot(), self.width() - 2 * inset, self.height()))

    def _foot(self) -> float:
        return len(DIALS) * self._dial_height() + self.look.px(_CHECK + 3)

    def sourced(self) -> list[Sourced]:
        """The rows of the answer, all of them the model's."""
        if self.trajectory is None or not self.trajectory.complete or self.alternatives.refusal:
            return []
        words = partial(sentence, self.trajectory, self.alternatives)
        row = self._first_row()
        boxes = (row.translated(0, place * row.height()) for place in range(_ROWS))
        return [Sourced(box, Origin.MODELLED, words) for box in boxes]

    def _first_row(self) -> QRectF:
        """The first row of the answer."""
        inset = self.look.px(12)
        top = self._foot() + self.look.px(_HEAD)
        return QRectF(inset, top, self.width() - 2 * inset, self._row_height())

    def _paint_answer(self, painter: QPainter, box: QRectF) -> None:
        look = self.look
        head = QRectF(box.left(), box.top(), box.width(), look.px(_HEAD))
        write(
            painter,
            head,
            translate("What if", "What comes of it").upper(),
            look.sans("small", 500, 80),
            look.color("second"),
        )
        row = self._first_row()
        if self.alternatives.refusal:
            painter.setFont(look.sans("small"))
            painter.setPen(look.color("critical"))
            painter.drawText(row.adjusted(0, 0, 0, look.px(90)), _WRAP, self.alternatives.refusal)
            return
        if self.trajectory is None or not self.trajectory.complete:
            computed = translate("What if", "The descent is being computed.")
            write(painter, row, computed, look.sans("small"), look.color("second"))
            return
        for name, changed, flown in answers(self.trajectory, self.alternatives):
            self._paint_row(painter, row, (name, changed, flown))
            row.translate(0, row.height())

    def _paint_row(self, painter: QPainter, row: QRectF, words: tuple[str, str, str]) -> None:
        """The name, the changed figure if there is one, and as it was flown."""
        look, (name, changed, flown) = self.look, words
        painter.fillRect(QRectF(row.left(), row.top(), row.width(), 1), look.color("line", 0.6))
        write(painter, row, name, look.sans("small"), look.color("second"))
        right, ink = changed or flown or _NOTHING, "caution" if changed else "text" if flown else "third"
        taken = write(painter, row, right, look.mono("small"), look.color(ink), RIGHT)
        rest = row.adjusted(0, 0, -taken - look.px(10), 0)
        rest.setLeft(row.left() + width(look.sans("small"), name) + look.px(10))
        if changed and flown != changed and width(look.mono("small"), flown) <= rest.width():
            write(painter, rest, flown, look.mono("small"), look.color("third"), RIGHT)
