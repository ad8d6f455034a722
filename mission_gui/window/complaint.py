"""What is wrong with the file that was saved last, while the board goes on with the flight from before."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from mission_gui.language import translate
from mission_gui.panels.telling import announce
from mission_gui.theme import Style
from mission_gui.window.overlays import Overlay, paint_mark

MOST_FAULTS = 5
_WIDTH, _EDGE, _MARK = 760.0, 18.0, 30.0
_WRAP = int((Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value)


class Complaint(Overlay):
    """A card that stays until the file is sound again; a click or Esc takes it away."""

    accessible_role = QAccessible.Role.AlertMessage
    takes_keys = False

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(style, parent)
        self.title = self.text = ""
        self._room = parent.rect()
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, text: str) -> None:
        """Shows an error: its first line names the file, each of the others a fault."""
        head, *faults = text.splitlines()
        told = [fault.strip() for fault in faults[:MOST_FAULTS]]
        if len(faults) > MOST_FAULTS:
            told.append(translate("Window", "and {count} more").format(count=len(faults) - MOST_FAULTS))
        self.title = translate("Window", "The saved file cannot be shown; the flight from before stays")
        self.text = "\n".join([head, *told])
        self.setAccessibleName(self.title)
        self.setAccessibleDescription(self.text)
        announce(self, f"{self.title}. {self.text}")
        self.fit(self._room)
        self.show()
        self.raise_()
        self.update()

    def fit(self, room: QRect) -> None:
        self._room, px = room, self.look.px
        width = min(px(_WIDTH), room.width() - px(60))
        page = QRectF(0, 0, width - 2 * px(_EDGE) - px(_MARK), room.height())
        text = QFontMetricsF(self._font()).boundingRect(page, _WRAP, self.text).height()
        height = min(text + px(58), room.height() - px(120))
        left, top = (room.width() - width) / 2, max(room.height() - height - px(300), px(60))
        self.setGeometry(room.left() + round(left), room.top() + round(top), round(width), round(height))

    def _font(self) -> QFont:
        return self.look.sans("normal")

    def paint(self, painter: QPainter) -> None:
        look, px = self.look, self.look.px
        self.card(painter, QRectF(self.rect()))
        box = QRectF(self.rect()).adjusted(px(_EDGE) + px(_MARK), px(14), -px(_EDGE), -px(12))
        painter.setFont(look.sans("medium", 650))
        painter.setPen(look.color("text"))
        painter.drawText(box, _WRAP, self.title)
        painter.setFont(self._font())
        painter.setPen(look.color("second"))
        painter.drawText(box.adjusted(0, px(26), 0, 0), _WRAP, self.text)
        paint_mark(painter, look, box.topLeft() + QPointF(-px(_MARK) + px(10), px(10)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()
