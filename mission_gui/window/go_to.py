"""Go to a time: a line that takes what people write or paste."""

from datetime import UTC, datetime

from PySide6.QtCore import QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from mission_gui.domain.errors import UserError
from mission_gui.domain.mission import Mission
from mission_gui.domain.moments import FORMS, moment
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.theme import Style
from mission_gui.window.overlays import Overlay

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class GoTo(Overlay):
    """Asks for a moment; a wrong one is explained under the line, and the line stays."""

    sought = Signal(float)

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(style, parent)
        self.mission: Mission | None = None
        self.trajectory: Trajectory | None = None
        self.fault = ""
        self.line = QLineEdit(self)
        self.line.returnPressed.connect(self.answer)
        self.line.textEdited.connect(self.forgive)
        self.restyle(style)

    def ask(self, mission: Mission, trajectory: Trajectory) -> None:
        """Opens with an empty line."""
        self.mission, self.trajectory = mission, trajectory
        self.fault = ""
        self.setAccessibleName(translate("Window", "Go to a time or event"))
        self.line.setAccessibleName(translate("Window", "Time or event"))
        self.line.setPlaceholderText(translate("Window", "touchdown-00:05:00"))
        self.line.clear()
        self.show()
        self.raise_()
        self.line.setFocus()

    @Slot()
    def answer(self) -> None:
        """Seeks, or says what is wrong."""
        if self.mission is None or self.trajectory is None:
            return
        try:
            t = moment(self.mission, self.trajectory, self.line.text(), datetime.now(UTC))
        except UserError as error:
            self.fault = str(error)
            self.line.setAccessibleDescription(self.fault)
            self.update()
            return
        self.hide()
        self.sought.emit(t)

    @Slot()
    def forgive(self) -> None:
        """The fault goes as soon as the text changes."""
        if self.fault:
            self.fault = ""
            self.line.setAccessibleDescription("")
            self.update()

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        theme = style.theme
        self.line.setFont(style.mono("medium"))
        self.line.setStyleSheet(
            f"QLineEdit {{ color: {theme.text}; background: {theme.raised}; border: 1px solid {theme.soyuz};"
            f" border-radius: {style.px(3):.0f}px; padding: 0 {style.px(10):.0f}px;"
            f" selection-background-color: {theme.soyuz_text}; selection-color: {theme.window};"
            f" placeholder-text-color: {theme.third}; }}"
        )
        self.fit(self.geometry())

    def fit(self, room: QRect) -> None:
        super().fit(room)
        box, px = self._box(), self.look.px
        line = QRectF(box.left() + px(24), box.top() + px(56), box.width() - px(48), px(42))
        self.line.setGeometry(line.toRect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._box().contains(event.position()):
            self.hide()

    def _box(self) -> QRectF:
        px = self.look.px
        width = min(px(640), self.width() - px(40))
        height = px(112) + self._text_height(width - px(48)) + px(22)
        return QRectF((self.width() - width) // 2, self.height() // 5, width, height)

    def _text(self) -> str:
        forms = str(FORMS)
        return self.fault or f"{forms[0].upper()}{forms[1:]}."

    def _text_height(self, width: float) -> float:
        metrics = QFontMetricsF(self.look.sans("small"))
        return metrics.boundingRect(QRectF(0, 0, width, self.height()), int(_WRAP.value), self._text()).height()

    def paint(self, painter: QPainter) -> None:
        look, box = self.look, self._box()
        painter.fillRect(self.rect(), look.color("window", 0.55))
        self.card(painter, box)
        painter.setFont(look.sans("medium", 600))
        painter.setPen(look.color("text"))
        painter.drawText(box.adjusted(look.px(24), look.px(20), 0, 0), int(_WRAP.value), self.accessibleName())
        painter.setFont(look.sans("small"))
        painter.setPen(look.color("critical" if self.fault else "second"))
        below = box.adjusted(look.px(24), look.px(112), -look.px(24), 0)
        painter.drawText(below, int(_WRAP.value), self._text())
