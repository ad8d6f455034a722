"""The tour of the board for who sees it first: five steps, each beside what it speaks of."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHideEvent, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from mission_gui.domain.facts import Text
from mission_gui.language import translate
from mission_gui.theme import Style
from mission_gui.window.overlays import Overlay

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_WIDTH = 380.0
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


@dataclass(frozen=True, slots=True)
class Step:
    """What a step is about: the panel it points to, its heading and its words."""

    panel: str
    heading: Text
    words: Text


STEPS: tuple[Step, ...] = (
    Step(
        "timeline",
        Text("The whole way home on one line", "Весь путь домой на одной линии"),
        Text(
            "Space plays and pauses. Drag the line or click an event to go there; J, K and L turn round, slow down and "
            "speed up.",
            "Пробел — пуск и пауза. Перетащите бегунок или щёлкните по событию; J, K и L — обратный ход, медленнее, "
            "быстрее.",
        ),
    ),
    Step(
        "countdown",
        Text("What comes next", "Что дальше"),
        Text(
            "The sequence of events with planned and actual times and their difference. A hover tells every source.",
            "Циклограмма: план, факт и разница. Наведите указатель, чтобы увидеть источники.",
        ),
    ),
    Step(
        "ground_track",
        Text("Where the ship is", "Где корабль"),
        Text(
            "Wheel to zoom, drag to move, click the track to go to that moment. Hold Alt to see where every "
            "figure comes from: published, propagated or modelled.",
            "Колесо — масштаб, перетаскивание — сдвиг, щелчок по трассе — перейти к этому моменту. Удерживайте "
            "Alt, чтобы увидеть, откуда каждая величина: опубликована, рассчитана по элементам орбиты или по модели.",
        ),
    ),
    Step(
        "side_tabs",
        Text("Background, recovery, what if", "Справки, эвакуация, «что если»"),
        Text(
            "Cards with sources follow the flight. Under What if you change the burn or take the lift away, and see "
            "where the ship would have come down.",
            "Справки с источниками следуют за полётом. На вкладке «Что если» можно изменить импульс или убрать "
            "подъёмную силу и увидеть, где корабль сел бы тогда.",
        ),
    ),
    Step(
        "header",
        Text("Make it yours", "Настройте под себя"),
        Text(
            "Keys 1 to 6 choose a layout, 0 lets it follow the phase. Drag a panel by its heading, double-click it to "
            "float. Ctrl+K finds everything, ? shows all keys.",
            "Клавиши 1–6 — расположение, 0 — по этапу полёта. Панель перетаскивают за заголовок, двойной щелчок — "
            "отдельное окно. Ctrl+K находит всё, ? показывает клавиши.",
        ),
    ),
)


class Tour(Overlay):
    """Darkens all but the panel of the step; Next, Back and Skip are real buttons, and Escape skips."""

    ended = Signal()
    """Walked through or skipped."""
    pointed = Signal(QRect)
    """A step speaks of this part of the board."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(style, parent)
        self.at = 0
        self._hole, self._room = QRect(), parent.rect()
        self._places: dict[str, QRect] = {}
        self.skip, self.back, self.next = (QPushButton(self) for _ in range(3))
        self.skip.clicked.connect(self.hide)
        self.back.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(lambda: self._go(1))
        for button in (self.skip, self.back, self.next):
            button.installEventFilter(self)
        self.restyle(style)

    def begin(self, places: dict[str, QRect]) -> None:
        """From the first step, with the places of the panels that are in view."""
        self._places = places
        self.at = 0
        self.setAccessibleName(translate("Tour", "Tour"))
        self.skip.setText(translate("Tour", "Skip"))
        self.back.setText(translate("Tour", "Back"))
        self.show()
        self.raise_()
        self._go(0)
        self.next.setFocus()

    def steps(self) -> list[Step]:
        """The steps whose panel is in view."""
        return [step for step in STEPS if step.panel in self._places]

    def _go(self, by: int) -> None:
        steps = self.steps()
        self.at += by
        if not 0 <= self.at < len(steps):
            self.hide()
            return
        step = steps[self.at]
        self._hole = self._places[step.panel]
        self.pointed.emit(self._hole)
        self.setAccessibleDescription(f"{self._count()}. {step.heading}. {step.words}")
        self.back.setEnabled(self.at > 0)
        last = self.at == len(steps) - 1
        self.next.setText(translate("Tour", "Done") if last else translate("Tour", "Next"))
        self._place_buttons()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Right goes on and Left goes back, whichever button has the focus: neither moves the time below."""
        if not isinstance(event, QKeyEvent) or event.key() not in _STEPS:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress and (_STEPS[Qt.Key(event.key())] > 0 or self.at > 0):
            self._go(_STEPS[Qt.Key(event.key())])
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.ended.emit()

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        theme = style.theme
        for button in (self.skip, self.back, self.next):
            main = button is self.next
            button.setFont(style.sans("normal", 500))
            button.setStyleSheet(
                f"QPushButton {{ color: {theme.window if main else theme.text};"
                f" background: {theme.soyuz_text if main else theme.raised}; border: 1px solid {theme.border};"
                f" border-radius: {style.px(3):.0f}px; }}"
                f"QPushButton:focus {{ border: {max(round(style.px(2)), 1)}px solid {theme.text}; }}"
                f"QPushButton:disabled {{ color: {theme.third}; background: {theme.raised}; }}"
            )
        self._place_buttons()

    def fit(self, room: QRect) -> None:
        """Covers the whole board; its card lies in the part that is in view."""
        self._room = room
        if self.size() != self.under.size():
            self.setGeometry(self.under.rect())
            self.hide()  # the panels stand elsewhere now
        self._place_buttons()

    def _box(self) -> QRectF:
        """The card, in view: beside the panel where there is room, else over its middle."""
        px, gap = self.look.px, self.look.px(16)
        width, height = px(_WIDTH), px(112) + self._text_height()
        hole, whole = QRectF(self._hole), QRectF(self._room).adjusted(gap, gap, -gap, -gap)
        top = min(max(hole.top() + gap, whole.top()), whole.bottom() - height)
        left = min(max(hole.left() + gap, whole.left()), whole.right() - width)
        for box in (
            QRectF(hole.right() + gap, top, width, height),
            QRectF(hole.left() - gap - width, top, width, height),
            QRectF(left, hole.top() - gap - height, width, height),
            QRectF(left, hole.bottom() + gap, width, height),
        ):
            if whole.contains(box):
                return box
        middle = hole.intersected(whole).center() - QPointF(width / 2, height / 2)
        left = min(max(middle.x(), whole.left()), whole.right() - width)
        top = min(max(middle.y(), whole.top()), whole.bottom() - height)
        return QRectF(left, top, width, height)

    def _text_height(self) -> float:
        steps = self.steps()
        if not steps:
            return 0.0
        room = QRectF(0, 0, self.look.px(_WIDTH - 40), 1000)
        metrics = QFontMetricsF(self.look.sans("normal"))
        return metrics.boundingRect(room, int(_WRAP.value), str(steps[self.at].words)).height()

    def _count(self) -> str:
        return translate("Tour", "{at} of {all}").format(at=self.at + 1, all=len(self.steps()))

    def _place_buttons(self) -> None:
        if not self.steps() or not 0 <= self.at < len(self.steps()):
            return
        box, px = self._box(), self.look.px
        words = QFontMetricsF(self.look.sans("normal", 500))
        widest = max(words.horizontalAdvance(button.text()) for button in (self.skip, self.back, self.next))
        size = QSize(round(max(px(84), widest + px(24))), round(px(30)))
        foot = round(box.bottom() - px(16)) - size.height()
        self.skip.setGeometry(QRect(QPoint(round(box.left() + px(20)), foot), size))
        self.next.setGeometry(QRect(QPoint(round(box.right() - px(20)) - size.width(), foot), size))
        self.back.setGeometry(QRect(QPoint(self.next.x() - round(px(8)) - size.width(), foot), size))

    def paint(self, painter: QPainter) -> None:
        steps = self.steps()
        if not 0 <= self.at < len(steps):
            return
        look, box, step = self.look, self._box(), steps[self.at]
        shade = QPainterPath()
        shade.addRect(QRectF(self.rect()))
        around = QRectF(self._hole).adjusted(-2, -2, 2, 2)
        shade.addRoundedRect(around, look.px(5), look.px(5))
        painter.fillPath(shade, look.color("window", 0.74))
        painter.setPen(QPen(look.color("soyuz"), look.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(around, look.px(5), look.px(5))
        self.card(painter, box)
        inner = box.adjusted(look.px(20), look.px(16), -look.px(20), 0)
        painter.setFont(look.sans("medium", 600))
        painter.setPen(look.color("text"))
        painter.drawText(inner, int(_WRAP.value), str(step.heading))
        painter.setFont(look.sans("small"))
        painter.setPen(look.color("third"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._count())
        painter.setFont(look.sans("normal"))
        painter.setPen(look.color("second"))
        painter.drawText(inner.adjusted(0, look.px(30), 0, 0), int(_WRAP.value), str(step.words))
