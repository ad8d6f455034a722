"""What lies on top of the board: the opening and failing state, the sheet of keys, and a passing notice."""

from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mission_gui.language import translate
from mission_gui.theme import Style
from mission_gui.window.keys import KEYS, Key, shown

NOTICE_MS = 5000
_ROW, _APART = 28.0, 36.0
"""Height of a row of the sheet of keys, and the gap between its columns."""
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Overlay(QWidget):
    """Something on top of the board, hidden at first."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self.under = style, parent
        self.hide()

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        self.look = style
        self.update()

    def fit(self, size: QSize) -> None:
        """Another size of the board; the whole of it is covered."""
        self.setGeometry(0, 0, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.paint(painter)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Draws it."""

    def card(self, painter: QPainter, box: QRectF) -> None:
        """A raised surface."""
        painter.setPen(QPen(self.look.color("border"), 1))
        painter.setBrush(self.look.color("panel"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), self.look.px(6), self.look.px(6))


class Curtain(Overlay):
    """Before there is a flight to show: what is being opened, or why it cannot be."""

    painted = Signal()

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


class KeySheet(Overlay):
    """All keys, in columns by group; a click or Esc closes it."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(style, parent)
        self.name_anew()

    def name_anew(self) -> None:
        """The words for a screen reader in the language of now."""
        self.setAccessibleName(translate("Window", "Keys"))
        self.setAccessibleDescription("; ".join(f"{shown(key)}: {key.name}" for key in KEYS))

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        self.name_anew()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()

    def columns(self) -> list[list[Key]]:
        """The keys in the order of the table, in two columns of whole groups that are as even as can be."""
        groups: dict[str, list[Key]] = {}
        for key in KEYS:
            groups.setdefault(str(key.group), []).append(key)
        lengths = list(accumulate(len(group) + 1 for group in groups.values()))
        half = min(range(len(lengths)), key=lambda i: max(lengths[i], lengths[-1] - lengths[i])) + 1
        parts = list(groups.values())
        return [[key for group in part for key in group] for part in (parts[:half], parts[half:])]

    def box(self) -> QRectF:
        """Where the sheet lies."""
        columns, px = self.columns(), self.look.px
        rows = max(len(column) + len({str(key.group) for key in column}) for column in columns)
        width = sum(map(self._wide, columns)) + px(60 - _APART)
        height = px(_ROW) * rows + px(84)
        return QRectF((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def paint(self, painter: QPainter) -> None:
        look, columns, box = self.look, self.columns(), self.box()
        painter.fillRect(self.rect(), look.color("window", 0.72))
        self.card(painter, box)
        painter.setFont(look.sans("large", 600))
        painter.setPen(look.color("text"))
        painter.drawText(box.adjusted(look.px(30), look.px(22), 0, 0), int(_WRAP.value), self.accessibleName())
        left = box.left() + look.px(30)
        for column in columns:
            self._paint_column(painter, column, left, box.top() + look.px(56), look.px(_ROW))
            left += self._wide(column)

    def _wide(self, column: list[Key]) -> float:
        return sum(self._widths(column)) + self.look.px(_APART)

    def _widths(self, column: list[Key]) -> tuple[float, float]:
        """Pixels that the keys of a column take, with the gap after them, and their names."""
        keys, names = QFontMetricsF(self.look.mono("normal", 500)), QFontMetricsF(self.look.sans("normal"))
        widest = max(keys.horizontalAdvance(shown(key)) for key in column)
        return widest + self.look.px(20), max(names.horizontalAdvance(str(key.name)) for key in column) + 1

    def _paint_column(self, painter: QPainter, column: list[Key], left: float, top: float, row: float) -> None:
        look, group, (keys, names) = self.look, "", self._widths(column)
        for key in column:
            if str(key.group) != group:
                group = str(key.group)
                painter.setFont(look.sans("small", 500, 80))
                painter.setPen(look.color("third"))
                painter.drawText(QRectF(left, top, keys + names, row), _MIDDLE_LEFT, group.upper())
                top += row
            painter.setFont(look.mono("normal", 500))
            painter.setPen(look.color("soyuz_text"))
            painter.drawText(QRectF(left, top, keys, row), _MIDDLE_LEFT, shown(key))
            painter.setFont(look.sans("normal"))
            painter.setPen(look.color("text"))
            painter.drawText(QRectF(left + keys, top, names, row), _MIDDLE_LEFT, str(key.name))
            top += row


class Notice(Overlay):
    """A line of text low on the map that goes by itself."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(style, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = ""
        self._board = parent.size()
        self._timer = QTimer(self, interval=NOTICE_MS, singleShot=True)
        self._timer.timeout.connect(self.hide)

    def say(self, text: str) -> None:
        """Shows a text for a few seconds."""
        self.text = text
        self.setAccessibleName(text)
        self.fit(self._board)
        self.show()
        self.raise_()
        self._timer.start()
        self.update()

    def fit(self, size: QSize) -> None:
        self._board, look = size, self.look
        wanted = QFontMetricsF(self._font()).horizontalAdvance(self.text) + look.px(40)
        width, height = round(min(wanted, size.width() - look.px(60))), round(look.px(40))
        self.setGeometry((size.width() - width) // 2, round(size.height() - look.px(340)), width, height)

    def _font(self) -> QFont:
        return self.look.sans("normal", 500)

    def paint(self, painter: QPainter) -> None:
        self.card(painter, QRectF(self.rect()))
        painter.setFont(self._font())
        painter.setPen(self.look.color("text"))
        inner = QRectF(self.rect()).adjusted(self.look.px(18), 0, -self.look.px(18), 0)
        text = painter.fontMetrics().elidedText(self.text, Qt.TextElideMode.ElideMiddle, round(inner.width()) + 1)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, text)
