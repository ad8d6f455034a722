"""The whole comparison: names and large figures above, charts and map at the left, the table at the right."""

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from mission_gui.domain.facts import Basis
from mission_gui.language import translate
from mission_gui.panels.comparison_charts import ComparisonCharts
from mission_gui.panels.comparison_head import TILE, TITLE, ComparisonHead
from mission_gui.panels.comparison_map import ComparisonMap
from mission_gui.panels.comparison_sheet import ComparisonSheet
from mission_gui.panels.comparison_words import MARKS, headline
from mission_gui.panels.lettering import RIGHT, width, write
from mission_gui.physics.comparison import Comparison
from mission_gui.theme import Style

_GAP, _FOOT, _CAPTION = 8.0, 24.0, 17.0
_CHARTS = 0.56
"""The part of the height below the large figures that the charts take; the map has the rest."""
_SHEET = {2: 0.35, 3: 0.41}
_WIDE_SHEET = 0.46
"""The part of the width that the table takes, by the number of flights."""


class ComparisonView(QWidget):
    """One view for the window and for pictures. `pointed` tells the T that the pointer or the keys chose."""

    accessible_role = QAccessible.Role.Grouping
    pointed = Signal(object)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.bare, self.caption = style, False, ""
        self.comparison: Comparison | None = None
        self._aside = QRect()
        self.head = ComparisonHead(style, self)
        self.charts = ComparisonCharts(style, self)
        self.map = ComparisonMap(style, self)
        self.sheet = ComparisonSheet(style, self)
        for part in (self.charts, self.map):
            part.pointed.connect(self.point)
        self.setAccessibleName(translate("Comparison", "Comparison of flights"))

    def show_comparison(self, comparison: Comparison) -> None:
        """Other flights, or another alignment."""
        self.comparison = comparison
        for part in (self.head, self.charts, self.map, self.sheet):
            part.show_comparison(comparison)
        self.setAccessibleDescription(headline(comparison))
        self._place()
        self.update()

    def point(self, t: float | None) -> None:
        """The one cursor, at T in all charts and on the map; None takes it away."""
        self.charts.point(t)
        self.map.show_cursor(t)
        self.head.show_cursor(t)
        self.pointed.emit(t)

    def set_bare(self, bare: bool, caption: str = "") -> None:
        """As for a picture, with a caption of its own below everything."""
        self.bare, self.caption = bare, caption
        self.sheet.set_bare(bare)
        self._place()

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        self.look = style
        for part in (self.head, self.charts, self.map, self.sheet):
            part.restyle(style)
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self.look.px(1500)), round(self.look.px(880)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        px, whole = self.look.px, self.rect()
        gap, foot = round(px(_GAP)), round(px(_FOOT + (_CAPTION if self.caption else 0.0)))
        top = gap + round(px(TITLE + TILE))
        self.head.setGeometry(gap, gap, whole.width() - 2 * gap, top - gap)
        below = QRect(gap, top + gap, whole.width() - 2 * gap, whole.height() - top - gap - foot)
        flights = len(self.comparison.flights) if self.comparison else 2
        aside = round(below.width() * _SHEET.get(flights, _WIDE_SHEET))
        left = QRect(below.left(), below.top(), below.width() - aside - gap, below.height())
        tall = round(left.height() * _CHARTS)
        self.charts.setGeometry(left.left(), left.top(), left.width(), tall)
        self.map.setGeometry(left.left(), left.top() + tall + gap, left.width(), left.height() - tall - gap)
        self._aside = QRect(left.right() + 1 + gap, below.top(), aside, below.height())
        self.sheet.setGeometry(self._aside.adjusted(1, 1, -1, -1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        look = self.look
        painter.fillRect(self.rect(), look.color("window"))
        painter.setPen(QPen(look.color("line"), 1))
        painter.setBrush(look.color("panel"))
        painter.drawRoundedRect(QRectF(self._aside).adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
        if self.comparison is not None:
            px, font = look.px, look.sans("small")
            below = px(_CAPTION) if self.caption else 0.0
            top = self.height() - px(_FOOT) - below
            box = QRectF(px(_GAP + 4), top, self.width() - px(2 * _GAP + 8), px(_FOOT))
            key = self._key()
            write(painter, box, key, font, look.color("third"), RIGHT)
            room = box.adjusted(0, 0, -width(font, key) - px(16), 0)
            write(painter, room, headline(self.comparison), font, look.color("second"))
            foot = QRectF(box.left(), box.bottom() - px(4), box.width(), below)
            write(painter, foot, self.caption, font, look.color("third"))
        painter.end()

    def _key(self) -> str:
        """What the signs in the table mean, and that a picture has not all of it."""
        published, modelled = MARKS[Basis.PUBLISHED], MARKS[Basis.MODELLED]
        told = translate("Comparison", "{published} published   {modelled} modelled or assumed")
        key = told.format(published=published, modelled=modelled)
        if self.bare and self.sheet.left_out:
            key += "   " + translate("Comparison", "{number} more figures in the whole table").format(
                number=self.sheet.left_out
            )
        return key
