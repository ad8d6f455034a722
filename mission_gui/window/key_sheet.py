"""The sheet of keys: as many columns as the window has room for, and a scroll bar where that is not enough."""

from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from mission_gui.language import translate
from mission_gui.theme import Style
from mission_gui.window.dialogs import scroll_bars
from mission_gui.window.keys import CONTROL_KEYS, KEYS, shown
from mission_gui.window.overlays import Overlay

_ROW, _APART, _RIM, _HEAD = 28.0, 36.0, 30.0, 56.0
"""Height of a row, the gap between columns, the rim of the card, and the height of its heading."""
_SPARE, _BAR = 10.0, 16.0
"""Left about the card, and the room of its scroll bar."""
_MOST_COLUMNS = 4
_TALL = 0.8
"""The part of the window's height that the sheet takes before it begins another column."""
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Line:
    """Keys and what they do."""

    group: str
    keys: str
    name: str


Column = list[Line]


def lines() -> list[Line]:
    """Every key of the board, in the language of now; those of the control with the focus before the last group."""
    board = [Line(str(key.group), shown(key), str(key.name)) for key in KEYS]
    last = next(place for place, line in enumerate(board) if line.group == board[-1].group)
    board[last:last] = [Line(str(key.group), key.keys, str(key.name)) for key in CONTROL_KEYS]
    return board


def columns(listed: list[Line], count: int) -> list[Column]:
    """Lines in their order in a number of columns of whole groups, as even as can be."""
    groups: dict[str, Column] = {}
    for line in listed:
        groups.setdefault(line.group, []).append(line)
    parts = list(groups.values())
    cuts = combinations(range(1, len(parts)), min(count, len(parts)) - 1)
    edges = ((0, *cut, len(parts)) for cut in cuts)
    ways = ([sum(parts[a:b], []) for a, b in zip(way, way[1:], strict=False)] for way in edges)
    return min(ways, key=lambda way: max(map(rows, way)))


def rows(column: Column) -> int:
    """How many rows a column takes with the names of its groups."""
    return len(column) + len({line.group for line in column})


class Scroller(QScrollArea):
    """What the columns scroll in."""

    accessible_role = QAccessible.Role.LayeredPane


class Sheet(QWidget):
    """The columns themselves."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, style: Style) -> None:
        super().__init__()
        self.look = style
        self.columns: list[Column] = []

    def set_columns(self, style: Style, made: list[Column]) -> None:
        """Other columns, or another dress."""
        self.look, self.columns = style, made
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        wide = sum(map(self._wide, self.columns)) - self.look.px(_APART)
        return QSize(round(wide), round(self.look.px(_ROW) * max(map(rows, self.columns), default=0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.rect(), self.look.color("panel"))
        left = 0.0
        for column in self.columns:
            self._paint_column(painter, column, left)
            left += self._wide(column)
        painter.end()

    def _wide(self, column: Column) -> float:
        return sum(self._widths(column)) + self.look.px(_APART)

    def _widths(self, column: Column) -> tuple[float, float]:
        """Pixels that the keys of a column take, with the gap after them, and their names."""
        keys, names = QFontMetricsF(self.look.mono("normal", 500)), QFontMetricsF(self.look.sans("normal"))
        widest = max(keys.horizontalAdvance(line.keys) for line in column)
        return widest + self.look.px(20), max(names.horizontalAdvance(line.name) for line in column) + 1

    def _paint_column(self, painter: QPainter, column: Column, left: float) -> None:
        look, group, top, (keys, names) = self.look, "", 0.0, self._widths(column)
        for line in column:
            if line.group != group:
                group = line.group
                painter.setFont(look.sans("small", 500, 80))
                painter.setPen(look.color("third"))
                painter.drawText(QRectF(left, top, keys + names, look.px(_ROW)), _MIDDLE_LEFT, group.upper())
                top += look.px(_ROW)
            painter.setFont(look.mono("normal", 500))
            painter.setPen(look.color("soyuz_text"))
            painter.drawText(QRectF(left, top, keys, look.px(_ROW)), _MIDDLE_LEFT, line.keys)
            painter.setFont(look.sans("normal"))
            painter.setPen(look.color("text"))
            painter.drawText(QRectF(left + keys, top, names, look.px(_ROW)), _MIDDLE_LEFT, line.name)
            top += look.px(_ROW)


class KeySheet(Overlay):
    """All keys; a click or Esc closes it, arrows and Page Up and Down move through what does not fit."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(style, parent)
        self.sheet = Sheet(style)
        self.area = Scroller(self)
        self.area.setWidget(self.sheet)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.restyle(style)

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        self.setAccessibleName(translate("Window", "Keys"))
        self.setAccessibleDescription("; ".join(f"{line.keys}: {line.name}" for line in lines()))
        for part in (self.area, self.sheet):
            part.setAccessibleName(self.accessibleName())
            part.setAccessibleDescription(self.accessibleDescription())
        self.area.setStyleSheet(f"QScrollArea {{ background: {style.theme.panel}; }} {scroll_bars(style)}")
        self.fit(self.geometry())

    def fit(self, room: QRect) -> None:
        super().fit(room)
        self.sheet.set_columns(self.look, self._fitting(room.size()))
        card, px = self.box(), self.look.px
        self.area.setGeometry(
            card.adjusted(round(px(_RIM)), round(px(_HEAD)), -round(px(_RIM) / 2), -round(px(_RIM) / 2))
        )

    def _fitting(self, size: QSize) -> list[Column]:
        """The fewest columns that are not too tall; where all are, as many as there is room for."""
        listed, room, wide = lines(), self._room(size), [columns(lines(), 1)]
        for count in range(1, _MOST_COLUMNS + 1):
            made = columns(listed, count)
            self.sheet.set_columns(self.look, made)
            needed = self.sheet.sizeHint()
            if needed.width() > room.width():
                break
            wide.append(made)
            if needed.height() <= room.height() * _TALL:
                break
        return wide[-1]

    def _room(self, size: QSize) -> QSize:
        """What a window has for the columns."""
        px = self.look.px
        beside = 1.5 * _RIM + 2 * _SPARE
        return size - QSize(round(px(beside)), round(px(_HEAD + _RIM / 2 + 2 * _SPARE)))

    def box(self) -> QRect:
        """Where the card lies."""
        px, room, needed = self.look.px, self._room(self.size()), self.sheet.sizeHint()
        scrolls = needed.height() > room.height()
        wide = min(needed.width() + (round(px(_BAR)) if scrolls else 0), room.width()) + round(px(1.5 * _RIM))
        tall = min(needed.height(), room.height()) + round(px(_HEAD + _RIM / 2))
        return QRect((self.width() - wide) // 2, (self.height() - tall) // 2, wide, tall)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.area.verticalScrollBar().setValue(0)
        self.area.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()

    def paint(self, painter: QPainter) -> None:
        look, box = self.look, self.box().toRectF()
        painter.fillRect(self.rect(), look.color("window", 0.72))
        self.card(painter, box)
        painter.setFont(look.sans("large", 600))
        painter.setPen(look.color("text"))
        head = QRectF(box.left() + look.px(_RIM), box.top(), box.width(), look.px(_HEAD))
        painter.drawText(head, _MIDDLE_LEFT, self.accessibleName())
