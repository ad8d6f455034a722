"""The countdown's list as a picture that is kept: drawn again only where it changed."""

from collections.abc import Sequence
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPixmap

from mission_gui.panels.countdown_rows import RowPainter, bare
from mission_gui.panels.layer import Drawn, Layer, finite, lay, open_layer
from mission_gui.panels.scrolling import Scroll
from mission_gui.panels.sequence import Row
from mission_gui.theme import Style

_MOST_PICTURES = 400


class ListLayer:
    """Keeps the picture of the list, and one of each row in each state: a seek changes few rows, and those between
    few states."""

    def __init__(self) -> None:
        self.picture: Layer = QPixmap()
        self.painter: RowPainter | None = None
        self._key: object = None
        self._lists = Drawn()
        self._rows: dict[object, Layer] = {}

    def clear(self) -> None:
        """Forgets everything, for another look."""
        self._key = None
        self._lists.clear()
        self._rows.clear()

    def fit(
        self,
        look: Style,
        area: QRectF,
        rows: Sequence[Row],
        shown: Scroll,
        lit: tuple[int, ...],
        counts: bool,
        ratio: float,
    ) -> Layer:
        """The list of an area, as far as it is scrolled; `lit` are the rows that are pointed at, `counts` leaves the
        last column free."""
        key = (rows, shown, lit, counts, area.getRect(), ratio)
        if key != self._key:
            self._key = key
            listed = [bare(row) for row in rows] if counts else rows
            self.painter = drawn = RowPainter(look, area.right(), listed, counts)
            self.picture = self._lists.picture(
                (look, area.getRect(), ratio),
                (rows, shown, lit, counts),
                lambda: self._draw(look, area, listed, shown, lit, ratio, drawn),
            )
        return self.picture

    def _draw(
        self,
        look: Style,
        area: QRectF,
        rows: Sequence[Row],
        shown: Scroll,
        lit: tuple[int, ...],
        ratio: float,
        drawn: RowPainter,
    ) -> Layer:
        layer, painter = open_layer(area.size(), ratio, look.color("panel"))
        for index, row in enumerate(rows):
            box = shown.box(index, area)
            if not box.isEmpty():
                local = box.translated(-area.topLeft())
                top = floor(local.top() * finite(ratio)) / finite(ratio)
                lay(painter, QPointF(0, top), self._row(local.translated(0, -top), row, drawn, index in lit, ratio))
        painter.end()
        return layer

    def _row(self, box: QRectF, row: Row, drawn: RowPainter, lit: bool, ratio: float) -> Layer:
        key = (row, drawn.setting, drawn.last_width, lit, box.getRect(), ratio)
        picture = self._rows.get(key)
        if picture is None:
            if len(self._rows) >= _MOST_PICTURES:
                self._rows.clear()
            picture, painter = open_layer(QSizeF(box.right(), ceil(box.bottom() + 1)), ratio, QColor(0, 0, 0, 0))
            drawn.draw(painter, box, row, lit)
            painter.end()
            self._rows[key] = picture
        return picture
