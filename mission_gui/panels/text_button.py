"""A small button with a painted word: opens a menu, or does one thing."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolButton, QWidget

from mission_gui.panels.focus import draw_focus
from mission_gui.panels.lettering import width
from mission_gui.panels.menu import start_menu
from mission_gui.theme import Style

PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyedButton(QToolButton):
    """A button that takes Space and Return for itself while it has the focus, before the keys of the board do."""

    opens = False
    """Whether it opens a menu, which a screen reader is told."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = style
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in PRESSING:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PRESSING[1:]:
            self.click()
            start_menu()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        start_menu()


class TextButton(KeyedButton):
    """A word in a frame; `opens` draws the sign of a menu behind it, `mono` sets it as a reading."""

    def __init__(
        self, style: Style, text: str, name: str, parent: QWidget, opens: bool = False, mono: bool = False
    ) -> None:
        super().__init__(style, parent)
        self.opens, self.mono = opens, mono
        self.ink = "second"
        self.setText(text)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        px = self.look.px
        wide = width(self._font(), self.text()) + px(16) + (px(12) if self.opens else 0)
        return QSize(round(wide), round(px(20)))

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        self.look = style
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return self.look.mono("normal", 500) if self.mono else self.look.sans("small", 500)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        touched = self.underMouse() or self.isDown()
        painter.setPen(QPen(look.color("border"), max(px(1), 1)))
        painter.setBrush(look.color("lit" if touched else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(4), px(4))
        if self.hasFocus():
            draw_focus(painter, look, QRectF(self.rect()))
        ink = look.color("text" if touched else self.ink)
        painter.setPen(ink)
        painter.setFont(self._font())
        words = QRectF(self.rect()).adjusted(0, 0, -px(10) if self.opens else 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.opens:
            tip = QPointF(self.width() - px(11), self.height() / 2 + px(2))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawPolygon(QPolygonF([tip + QPointF(-px(3.2), -px(3.6)), tip + QPointF(px(3.2), -px(3.6)), tip]))
        painter.end()
