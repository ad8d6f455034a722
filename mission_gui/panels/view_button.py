"""Small buttons over a plot or a map: signs or words in a frame."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mission_gui.language import translate
from mission_gui.panels.focus import draw_focus
from mission_gui.panels.layer import Drawn, lay_kept
from mission_gui.panels.lettering import width
from mission_gui.panels.text_button import KeyedButton
from mission_gui.theme import Style

HEIGHT, GAP = 24.0, 4.0


class ViewButton(KeyedButton):
    """A word or a sign in a frame; a checked one is lit and has a line under it."""

    def __init__(self, style: Style, text: str, name: str, key: str, parent: QWidget) -> None:
        super().__init__(style, parent)
        self._drawn = Drawn()
        self.setText(text)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key})" if key else name)

    def sizeHint(self) -> QSize:
        high = round(self.look.px(HEIGHT))
        return QSize(max(round(width(self.look.sans("small", 500), self.text()) + self.look.px(14)), high), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A kept picture: what lies below changes with every moment, the button hardly ever."""
        touched, dim = self.underMouse() or self.isDown(), self.isCheckable() and not self.isChecked()
        state = self.text(), touched, dim, self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        box = QRectF(self.rect())
        lay_kept(painter, self._drawn, self.look, box, state, lambda painter: self._paint(painter, touched, dim))
        painter.end()

    def _paint(self, painter: QPainter, touched: bool, dim: bool) -> None:
        look, box = self.look, QRectF(self.rect())
        painter.setPen(QPen(look.color("border"), max(look.px(1), 1)))
        painter.setBrush(look.color("lit" if touched else "raised"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
        if self.isChecked():
            # As under a chosen tab: a shade of the words alone would not be seen by all.
            foot = QRectF(look.px(6), self.height() - look.px(4.5), self.width() - look.px(12), look.px(2))
            painter.fillRect(foot, look.color("soyuz"))
        if self.hasFocus():
            draw_focus(painter, look, box)
        painter.setFont(look.sans("small", 500))
        painter.setPen(look.color("third" if dim and not touched else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())


class ViewButtons(QWidget):
    """Farther, nearer, and back to the automatic view, in a row. `zoomed` tells how many notches nearer."""

    accessible_role = QAccessible.Role.ToolBar
    zoomed = Signal(float)
    automatic = Signal()

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("View", "View"))
        self.farther = ViewButton(style, "−", translate("View", "Farther"), "-", self)
        self.nearer = ViewButton(style, "+", translate("View", "Nearer"), "+", self)
        self.auto = ViewButton(style, translate("View", "Auto"), translate("View", "Automatic view"), "0", self)
        self.auto.setCheckable(True)
        self.farther.clicked.connect(lambda: self.zoomed.emit(-1.0))
        self.nearer.clicked.connect(lambda: self.zoomed.emit(1.0))
        self.auto.clicked.connect(self.automatic)
        self.restyle(style)
        self.tell(True)

    @property
    def _all(self) -> tuple[ViewButton, ...]:
        return self.farther, self.nearer, self.auto

    def sizeHint(self) -> QSize:
        return self.auto.geometry().united(self.farther.geometry()).size()

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        x = 0
        for button in self._all:
            button.look = style
            size = button.sizeHint()
            button.setGeometry(x, 0, size.width(), size.height())
            x += size.width() + round(style.px(GAP))
        self.updateGeometry()
        self.resize(self.sizeHint())

    def tell(self, follows: bool) -> None:
        """Whether the view follows the flight by itself."""
        self.auto.setChecked(follows)
