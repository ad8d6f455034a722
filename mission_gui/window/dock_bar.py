"""The bar of a docked panel: its heading and note, by which it is dragged, floated and hidden."""

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QToolTip, QWidget

from mission_gui.language import translate
from mission_gui.panels.base import Panel, note_room, paint_heading, paint_note
from mission_gui.panels.focus import draw_focus
from mission_gui.panels.layer import Drawn, lay_kept
from mission_gui.panels.lettering import width
from mission_gui.panels.menu import start_menu
from mission_gui.panels.opaque import tell_opaque
from mission_gui.panels.provenance import Sourced, words_at, wrapped
from mission_gui.theme import Style


class DockBar(QWidget):
    """Takes no mouse press for itself, so that the dock below can be dragged by it; a double click floats it."""

    menu_wished = Signal(QPoint)
    """Where on the screen a menu is asked for."""
    accessible_role = QAccessible.Role.TitleBar
    """What it is to a screen reader."""

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        self.panel, self.look = panel, panel.look
        self._drawn = Drawn()
        # A layout's own least size, for a dock area asks each bar some hundred times: it need not call Python for it.
        self._room = QSpacerItem(0, 0)
        QHBoxLayout(self).addItem(self._room)
        self._make_room()
        panel.told.connect(self.update)
        if panel.strip is not None:
            panel.strip.setParent(self)
        self.setAccessibleName(str(panel.heading or panel.title))
        self.setToolTip(translate("Window", "Drag to move, double-click to float, right-click for more"))

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        self.look = style
        self._make_room()
        self.update()

    def _make_room(self) -> None:
        layout, fixed = self.layout(), QSizePolicy.Policy.Fixed
        assert layout is not None
        layout.setContentsMargins(0, 0, 0, 0)
        self._room.changeSize(60, round(self.look.px(self.panel.header_height)), QSizePolicy.Policy.Minimum, fixed)
        layout.invalidate()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.panel.strip is not None:
            self.panel.strip.setGeometry(QRect(1, 1, self.width() - 2, self.height() - 2))

    def sourced(self) -> list[Sourced]:
        """The note, as the panel knows it."""
        known = self.panel.note_source() if self.panel.note else None
        if known is None:
            return []
        wide = width(self.look.sans("small"), self.panel.note) + self.look.px(24)
        left = max(self.width() - wide, 0.0)
        words = f"{self.panel.note}\n{known[1]}"
        return [Sourced(QRectF(left, 0, self.width() - left, self.height()), known[0], partial(str, words))]

    def event(self, event: QEvent) -> bool:
        """A hover on the note tells where it comes from, one on the heading what can be done with the panel."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            told = words_at(self.sourced(), QPointF(event.pos())) or self.cut_note()
            QToolTip.showText(event.globalPos(), wrapped(told) or self.toolTip(), self)
            return True
        tell_opaque(self, event)
        return super().event(event)

    def cut_note(self) -> str:
        """The whole note where the bar shows only a part of it; else nothing."""
        look, panel = self.look, self.panel
        room = note_room(look, self.width(), str(panel.heading))
        return panel.note if panel.strip is None and width(look.sans("small"), panel.note) > room else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wished.emit(event.globalPos())
        start_menu(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the menu."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.menu_wished.emit(self.mapToGlobal(self.rect().bottomLeft()))
            start_menu()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A kept picture with the note over it, which may change with every moment."""
        look, box, heading = self.look, QRectF(self.rect()), str(self.panel.heading)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        lay_kept(painter, self._drawn, look, box, heading, lambda painter: self._paint(painter, heading))
        if heading:
            paint_note(painter, look, box, heading, self.panel.note)
        if self.hasFocus():
            draw_focus(painter, look, box)
        painter.end()

    def _paint(self, painter: QPainter, heading: str) -> None:
        look = self.look
        painter.fillRect(self.rect(), look.color("window"))
        # The lower corners lie beyond the bar: the panel below goes on from it.
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, look.px(8))
        painter.setPen(QPen(look.color("line"), 1))
        painter.setBrush(look.color("panel"))
        painter.drawRoundedRect(box, look.px(4), look.px(4))
        painter.drawLine(QPointF(box.left(), self.height() - 0.5), QPointF(box.right(), self.height() - 0.5))
        if heading:
            paint_heading(painter, look, QRectF(self.rect()), heading)
