"""How a mission is drawn in the library's table."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mission_gui.domain.catalogue import Entry
from mission_gui.panels.layer import pixel_ratio
from mission_gui.panels.lettering import CENTRE, width, write
from mission_gui.theme import Style
from mission_gui.window.library_model import ENTRY, Index
from mission_gui.window.library_tracks import TrackPictures
from mission_gui.window.library_words import TABLE, Tag, tags

ROW = 60.0
"""Height for base 13."""
_RIM, _INSET = 5.0, 10.0


class RowPainter(QStyledItemDelegate):
    """Draws cells in a style: two lines of words, tags in frames, and the picture of the track."""

    def __init__(self, look: Style, tracks: TrackPictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self._tracks = look, tracks

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(round(self.look.px(TABLE[index.column()].width)), round(self.look.px(ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        look, box = self.look, QRectF(option.rect)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, look.color("raised" if chosen else "panel"))
        if chosen and index.column() == 0:
            painter.fillRect(QRectF(box.left(), box.top(), max(look.px(3), 2), box.height()), look.color("soyuz"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look.color("line"))
        self._paint_cell(painter, box, entry, TABLE[index.column()].id)
        painter.restore()

    def _paint_cell(self, painter: QPainter, box: QRectF, entry: Entry, column: str) -> None:
        px = self.look.px
        inner = box.adjusted(px(_INSET), px(_RIM), -px(4), -px(_RIM) - 1)
        if column == "place":
            self._paint_track(painter, box.adjusted(px(_INSET), px(_RIM), -px(2), -px(_RIM) - 1), entry)
        elif column == "mode":
            self._paint_tags(painter, inner, list(tags(entry)))
        else:
            self._paint_words(painter, inner, entry, column)

    def _paint_track(self, painter: QPainter, box: QRectF, entry: Entry) -> None:
        look = self.look
        if not entry.fault:
            picture = self._tracks.of(entry, QSizeF(box.size().toSize()), pixel_ratio(painter))
            painter.drawPixmap(box.topLeft(), picture)
        painter.setPen(QPen(look.color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if entry.fault:
            write(painter, box, "!", look.sans("large", 700), look.color("critical"), CENTRE)

    def _paint_words(self, painter: QPainter, box: QRectF, entry: Entry, column: str) -> None:
        look, px = self.look, self.look.px
        lines = next(each.told(entry) for each in TABLE if each.id == column)
        crowd, strong = len(lines) > 2, column == "name"
        high = px(17 if crowd else 19)
        row = QRectF(box.left(), box.center().y() - high * len(lines) / 2, box.width(), high)
        for place, text in enumerate(lines):
            first = place == 0 or column == "crew"
            font = look.sans("medium", 600) if strong and first else look.sans("normal" if first else "small")
            color = "text" if first else "critical" if entry.fault else "second"
            write(painter, row, text, look.sans("small") if crowd else font, look.color(color))
            row.translate(0, high)

    def _paint_tags(self, painter: QPainter, box: QRectF, words: list[Tag]) -> None:
        """Tags in up to two rows, as many as fit."""
        look, px, font = self.look, self.look.px, self.look.sans("small")
        lines = self._rows_of(words, box.width())[:2]
        y = box.center().y() - (px(11) if len(lines) < 2 else px(23))
        for line in lines:
            x = box.left()
            for tag in line:
                frame = QRectF(x, y, width(font, tag.text) + px(12), px(20))
                painter.setPen(QPen(look.color(tag.color, 0.7), 1))
                painter.setBrush(look.color(tag.color, 0.1))
                painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3))
                write(painter, frame, tag.text, font, look.color(tag.color), CENTRE)
                x = frame.right() + px(5)
            y += px(24)

    def _rows_of(self, words: list[Tag], room: float) -> list[list[Tag]]:
        look, font = self.look, self.look.sans("small")
        lines: list[list[Tag]] = [[]]
        taken = 0.0
        for tag in words:
            wide = width(font, tag.text) + look.px(17)
            if lines[-1] and taken + wide > room:
                lines.append([])
                taken = 0.0
            lines[-1].append(tag)
            taken += wide
        return lines
