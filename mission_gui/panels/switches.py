"""What is switched on, told by a sign and not by colour alone: a tick in a box, a dot where one of several holds."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from mission_gui.panels.marks import draw_tick
from mission_gui.theme import Style

SIDE = 14.0
"""Of a box, for base 13."""
_SIGN = 14.0
"""What a sign is drawn across before it is scaled."""
_CHECKED, _PARTLY = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked


def paint_sign(painter: QPainter, ink: QColor, box: QRectF, state: Qt.CheckState, alone: bool = False) -> None:
    """A tick, a dot where it holds `alone` of several, or a bar where only a part is on; nothing where all is off."""
    if state is Qt.CheckState.Unchecked:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center())
    painter.scale(box.width() / _SIGN, box.width() / _SIGN)
    if state is _PARTLY:
        painter.setPen(QPen(ink, 2.0, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(-2.8, 0), QPointF(2.8, 0))
    elif alone:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(0, 0), 2.9, 2.9)
    else:
        draw_tick(painter, ink)
    painter.restore()


def paint_box(
    painter: QPainter, look: Style, box: QRectF, state: Qt.CheckState, enabled: bool = True, fill: str = "soyuz"
) -> None:
    """A box with what it says; `fill` names its colour while it is on."""
    on = state is not Qt.CheckState.Unchecked
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = "raised" if not on else fill if enabled else "third"
    width = max(look.px(1), 1.0)
    painter.setPen(QPen(look.color("second" if enabled and not on else ground if on else "third"), width))
    painter.setBrush(look.color(ground))
    inside = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(inside, look.px(2), look.px(2))
    painter.restore()
    paint_sign(painter, look.color("window"), box, state)


def indicator_sheet(look: Style, of: str) -> str:
    """The style sheet's rules for a box that is painted here: its room, and nothing of the system's."""
    side = round(look.px(SIDE))
    room = f"{of}::indicator {{ width: {side}px; height: {side}px; background: transparent; border: none; }}"
    return f"{of} {{ outline: none; }} {room}"


class TickBox(QCheckBox):
    """A box to tick, in the colours of the board."""

    def __init__(self, text: str = "", parent: QWidget | None = None, fill: str = "soyuz") -> None:
        super().__init__(text, parent)
        self.look, self.fill = Style(), fill

    def restyle(self, look: Style) -> None:
        """Another theme or type size."""
        self.look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        place = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        paint_box(painter, self.look, QRectF(place), self.checkState(), self.isEnabled(), self.fill)
        painter.end()


class TickRows(QStyledItemDelegate):
    """Draws the boxes of a list whose rows can be ticked."""

    def __init__(self, look: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        view: QWidget | None = row.widget
        style = view.style() if view is not None else QApplication.style()
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, row, view)
        enabled = bool(row.state & QStyle.StateFlag.State_Enabled)
        paint_box(painter, self.look, QRectF(place), row.checkState, enabled)
