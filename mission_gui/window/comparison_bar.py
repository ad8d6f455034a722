"""What can be done with a comparison: choose the missions, the event at T = 0, save a picture."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from mission_gui.domain.events import EVENT_NAMES
from mission_gui.domain.facts import Text
from mission_gui.language import translate
from mission_gui.panels.lettering import LEFT, width, write
from mission_gui.panels.view_button import ViewButton
from mission_gui.physics.comparison import ALIGNMENTS
from mission_gui.theme import Style

_HEIGHT, _GAP = 38.0, 6.0
_SHORT = {"ignition": Text("Ignition", "Включение"), "entry_interface": Text("Entry", "Вход")}


class ComparisonBar(QWidget):
    """A row of buttons; each has a key, which its tooltip tells."""

    accessible_role = QAccessible.Role.ToolBar
    missions_wished = Signal()
    picture_wished = Signal()
    aligned = Signal(str)

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = style
        self.setAccessibleName(translate("Comparison", "Comparison controls"))
        self.missions = self._button(translate("Comparison", "Missions…"), "Ctrl M", self.missions_wished.emit)
        self.events = {
            event_id: self._button(
                str(_SHORT.get(event_id) or EVENT_NAMES[event_id]), str(number), partial(self.aligned.emit, event_id)
            )
            for number, event_id in enumerate(ALIGNMENTS, 1)
        }
        for button in self.events.values():
            button.setCheckable(True)
            told = translate("Comparison", "Count T from {event}")
            button.setAccessibleName(told.format(event=button.text()))
        self.picture = self._button(translate("Comparison", "Save a picture"), "F12", self.picture_wished.emit)
        self.restyle(style)

    def _button(self, text: str, key: str, deed: object) -> ViewButton:
        made = ViewButton(self.look, text, text.rstrip("…"), key, self)
        made.clicked.connect(deed)
        return made

    def tell(self, align: str) -> None:
        """Which event stands at T = 0."""
        for event_id, button in self.events.items():
            button.setChecked(event_id == align)
            button.update()

    @property
    def _all(self) -> tuple[ViewButton, ...]:
        return self.missions, *self.events.values(), self.picture

    def sizeHint(self) -> QSize:
        return QSize(round(self.look.px(600)), round(self.look.px(_HEIGHT)))

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        self.look = style
        for button in self._all:
            button.look = style
            button.resize(button.sizeHint())
        self._place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        px, middle = self.look.px, self.height() / 2
        x = px(12)
        self._put(self.missions, x, middle)
        x += self.missions.width() + px(24) + width(self.look.sans("small"), self._label()) + px(8)
        for button in self.events.values():
            self._put(button, x, middle)
            x += button.width() + px(_GAP)
        self._put(self.picture, self.width() - self.picture.width() - px(12), middle)

    @staticmethod
    def _put(button: ViewButton, x: float, middle: float) -> None:
        button.move(round(x), round(middle - button.height() / 2))

    @staticmethod
    def _label() -> str:
        return translate("Comparison", "T from")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        look = self.look
        painter.fillRect(self.rect(), look.color("window"))
        box = self.rect().toRectF()
        box.setLeft(look.px(12) + self.missions.width() + look.px(24))
        write(painter, box, self._label(), look.sans("small"), look.color("second"), LEFT)
        painter.end()
