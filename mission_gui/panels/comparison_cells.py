"""How the table of differences is painted: the flights' names beside their lines, and the figures with their signs."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mission_gui.panels.comparison_model import Figures, Index
from mission_gui.panels.comparison_series import SHORT_SAMPLE, ink, paint_sample
from mission_gui.panels.comparison_words import MARKS
from mission_gui.panels.lettering import RIGHT, width, write
from mission_gui.physics.comparison_figures import SAID_NAMES, Form, Row, Said
from mission_gui.theme import Style

ROW = 22.0
"""Height of a line, for base 13."""


class Head(QHeaderView):
    """The flights' names, each beside its line."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.look = style
        self.setMinimumSectionSize(4)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        look, figures = self.look, self.model()
        assert isinstance(figures, Figures)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(rect, look.color("panel"))
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawLine(rect.left(), rect.bottom(), rect.right() + 1, rect.bottom())
        text = str(figures.headerData(section, Qt.Orientation.Horizontal))
        box = QRectF(rect).adjusted(look.px(6), 0, -look.px(8), 0)
        number, differs = figures.columns[section - 1] if section else (0, True)
        if section == 0:
            write(painter, box.adjusted(look.px(6), 0, 0, 0), text, look.sans("small"), look.color("third"))
        elif differs:
            write(painter, box, text, look.sans("small"), look.color("third"), RIGHT)
        else:
            font = look.sans("normal", 600)
            write(painter, box, text, font, ink(look, number), RIGHT)
            start = box.right() - width(font, text) - look.px(SHORT_SAMPLE + 8)
            if start > box.left():
                paint_sample(painter, look, number, start, box.center().y(), SHORT_SAMPLE)
        painter.restore()


class Painter(QStyledItemDelegate):
    """Figures at the right in even digits, each with the sign of how it is known."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = style

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(round(self.look.px(60)), round(self.look.px(ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        figures, look = index.model(), self.look
        assert isinstance(figures, Figures)
        line, text = figures.lines[index.row()], str(index.data())
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.color("raised"))
            painter.setPen(QPen(look.color("soyuz"), look.px(1)))
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if line.row is None:
            foot = box.adjusted(look.px(12), look.px(4), 0, 0)
            write(painter, foot, text.upper(), look.sans("small", 500, 80), look.color("second"))
        else:
            painter.setPen(QPen(look.color("graticule"), 1))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
            self._paint_cell(painter, figures, line.row, index.column(), box, text)
        painter.restore()

    def _paint_name(self, painter: QPainter, row: Row, box: QRectF) -> None:
        """What a figure is called, and at the right whose it is, where its sign does not tell that."""
        look, font = self.look, self.look.sans("small")
        said = "" if row.said is Said.REPLAYED else str(SAID_NAMES[row.said])
        write(painter, box, said, font, look.color("third"), RIGHT)
        room = box.adjusted(0, 0, -width(font, said) - look.px(6) if said else 0, 0)
        write(painter, room, str(row.name), font, look.color("text"))

    def _paint_cell(self, painter: QPainter, figures: Figures, row: Row, column: int, box: QRectF, text: str) -> None:
        look, inner = self.look, box.adjusted(self.look.px(4), 0, -self.look.px(8), 0)
        if column == 0:
            self._paint_name(painter, row, inner.adjusted(look.px(8), 0, 0, 0))
            return
        number, differs = figures.columns[column - 1]
        cell = row.cells[number]
        if differs:
            write(painter, inner, text, look.mono("small"), look.color("second"), RIGHT)
        elif cell is None:
            mark = inner.adjusted(0, 0, -look.px(14), 0)
            write(painter, mark, text, look.sans("small"), look.color("third"), RIGHT)
        else:
            sign = QRectF(inner.right() - look.px(10), inner.top(), look.px(11), inner.height())
            write(painter, sign, MARKS[cell.basis], look.sans("small"), look.color("third"), RIGHT)
            words = row.measure.form is Form.WORDS or cell.value is None
            font = look.sans("small", 500) if words else look.mono("small", 500)
            write(painter, inner.adjusted(0, 0, -look.px(14), 0), text, font, look.color("text"), RIGHT)
