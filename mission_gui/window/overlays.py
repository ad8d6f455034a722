"""What lies on top of the board: what all that has in common, the opening and failing state, and a passing notice."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QFont, QFontMetricsF, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from mission_gui.panels.telling import announce
from mission_gui.theme import Style
from mission_gui.window.tab_order import ancestors, go_on, tab_stops

NOTICE_MS = 5000
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Overlay(QWidget):
    """Something on top of the board, hidden at first."""

    accessible_role = QAccessible.Role.Dialog
    takes_keys = True
    """Whether it has the keyboard while it is there."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self.under = style, parent
        self._came_from: QWidget | None = None
        self.hide()

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        self.look = style
        self.update()

    def fit(self, room: QRect) -> None:
        """Another part of the board is in view, which is covered."""
        self.setGeometry(room)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.paint(painter)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard may be in a panel's own window, from which what is written would go to the board."""
        self._came_from = QApplication.focusWidget()
        if self.takes_keys and QApplication.activeWindow() not in (None, self.window()):
            self.window().activateWindow()

    def hideEvent(self, event: QHideEvent) -> None:
        """The keyboard goes back to where it was before."""
        here, before = QApplication.focusWidget(), self._came_from
        if here is None or here is not self and not self.isAncestorOf(here):
            return
        if before is not None and isValid(before) and before.isVisible() and self.window() in ancestors(before):
            before.window().activateWindow()
            before.setFocus()
        else:
            self.under.setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Tab stays within what lies on top."""
        return go_on(tab_stops(self, self.look.px(10)), forward)

    def paint(self, painter: QPainter) -> None:
        """Draws it."""

    def card(self, painter: QPainter, box: QRectF) -> None:
        """A raised surface."""
        draw_card(painter, self.look, box)


def draw_card(painter: QPainter, look: Style, box: QRectF) -> None:
    """A raised surface."""
    painter.setPen(QPen(look.color("border"), 1))
    painter.setBrush(look.color("panel"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), look.px(6), look.px(6))


class Curtain(Overlay):
    """Before there is a flight to show: what is being opened, or why it cannot be."""

    painted = Signal()
    accessible_role = QAccessible.Role.Grouping
    takes_keys = False

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(style, parent)
        self.title, self.text, self.fraction, self.failed = "Mission GUI", "", 0.0, False
        self._fresh = True

    def say(self, title: str, text: str, fraction: float = 0.0, failed: bool = False) -> None:
        """Shows a title over a text; a failure has its mark, anything else a bar."""
        self.title, self.text, self.fraction, self.failed = title, text, fraction, failed
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.show()
        self.raise_()
        self.update()

    def paint(self, painter: QPainter) -> None:
        look = self.look
        painter.fillRect(self.rect(), look.color("window"))
        width = min(look.px(860 if self.failed else 420), self.width() - look.px(48))
        text_font = look.sans("medium" if self.failed else "normal")
        room = QRectF(0, 0, width, self.height() - look.px(160))
        text_box = QFontMetricsF(text_font).boundingRect(room, int(_WRAP.value), self.text)
        left, top = (self.width() - width) / 2, max((self.height() - text_box.height()) / 2, look.px(110))
        painter.setFont(look.sans("large", 650))
        painter.setPen(look.color("text"))
        mark = look.px(34) if self.failed else 0.0
        painter.drawText(QRectF(left + mark, top - look.px(46), width, look.px(30)), _MIDDLE_LEFT, self.title)
        painter.setFont(text_font)
        painter.setPen(look.color("second"))
        painter.drawText(QRectF(left, top, width, room.height()), int(_WRAP.value), self.text)
        if self.failed:
            paint_mark(painter, look, QPointF(left + look.px(11), top - look.px(31)))
        else:
            self._paint_bar(painter, QRectF(left, top + text_box.height() + look.px(14), width, look.px(3)))

        if self._fresh:
            # After this event, when the picture is on the screen.
            self._fresh = False
            QTimer.singleShot(0, self.painted.emit)

    def _paint_bar(self, painter: QPainter, track: QRectF) -> None:
        painter.fillRect(track, self.look.color("line"))
        done = QRectF(track.left(), track.top(), track.width() * self.fraction, track.height())
        painter.fillRect(done, self.look.color("soyuz"))


def paint_mark(painter: QPainter, look: Style, centre: QPointF) -> None:
    """The mark of a failure."""
    radius = look.px(10)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("critical"))
    painter.drawEllipse(centre, radius, radius)
    painter.setPen(QPen(look.color("window"), look.px(2.4), c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(centre - QPointF(0, radius * 0.5), centre + QPointF(0, radius * 0.08))
    painter.drawPoint(centre + QPointF(0, radius * 0.5))


class Notice(Overlay):
    """A line of text low on the map that goes by itself."""

    accessible_role = QAccessible.Role.AlertMessage
    takes_keys = False

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(style, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = ""
        self._room = parent.rect()
        self._timer = QTimer(self, interval=NOTICE_MS, singleShot=True)
        self._timer.timeout.connect(self.hide)

    def say(self, text: str) -> None:
        """Shows a text for a few seconds."""
        self.text = text
        self.setAccessibleName(text)
        announce(self, text)
        self.fit(self._room)
        self.show()
        self.raise_()
        self._timer.start()
        self.update()

    def fit(self, room: QRect) -> None:
        self._room, look = room, self.look
        wanted = QFontMetricsF(self._font()).horizontalAdvance(self.text) + look.px(40)
        width, height = round(min(wanted, room.width() - look.px(60))), round(look.px(40))
        left, top = (room.width() - width) // 2, max(round(room.height() - look.px(340)), 0)
        self.setGeometry(room.left() + left, room.top() + top, width, height)

    def _font(self) -> QFont:
        return self.look.sans("normal", 500)

    def paint(self, painter: QPainter) -> None:
        self.card(painter, QRectF(self.rect()))
        painter.setFont(self._font())
        painter.setPen(self.look.color("text"))
        inner = QRectF(self.rect()).adjusted(self.look.px(18), 0, -self.look.px(18), 0)
        text = painter.fontMetrics().elidedText(self.text, Qt.TextElideMode.ElideMiddle, round(inner.width()) + 1)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, text)
