"""The sources of what is on the board: while Alt is held, or until it is closed, a mark on every figure."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)

from mission_gui.language import translate
from mission_gui.panels.base import Panel
from mission_gui.panels.lettering import width, write
from mission_gui.panels.provenance import (
    DISPUTED,
    ORIGIN_COLORS,
    ORIGIN_NAMES,
    Origin,
    Sourced,
    draw_origin,
)
from mission_gui.theme import Style
from mission_gui.window.board import Board
from mission_gui.window.dock_bar import DockBar
from mission_gui.window.overlays import Overlay

HOLD_MS = 220
"""Alt is held so long before the marks come: the keys of the desktop that begin with it show nothing."""
_FRESH_MS = 250
_WRAP = int((Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value)
_STEPS = {Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Up: (0, -1)}
_WIDTH, _RIM, _MARK = 430.0, 14.0, 12.0
_LOW = 26.0
"""A figure lower than this has its mark beside its middle, a higher one above; a mark on a plot lies under its own."""
_MOST_SHARE = 0.7
"""Of the board's height that the card may take."""


class SourceLayer(Overlay):
    """Marks every figure with the shape of its origin; the one under the pointer, or chosen by the arrow keys, tells
    its sources, kind and conflicts. Time goes on beneath it."""

    def __init__(self, style: Style, board: Board) -> None:
        super().__init__(style, board)
        self.board = board
        self.figures: list[Sourced] = []
        self.chosen: Sourced | None = None
        self.held = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.name_anew()
        self._before = QTimer(self, interval=HOLD_MS, singleShot=True)
        self._before.timeout.connect(self._show_held)

    def name_anew(self) -> None:
        """The words for a screen reader in the language of now."""
        self.setAccessibleName(translate("Sources", "Where the figures come from"))

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        self.name_anew()

    def toggle(self) -> None:
        """Shows it until it is closed, or closes it."""
        self.held = False
        if self.isVisible():
            self.hide()
        elif self.board.moment is not None:
            self._open()

    def point_to(self, title: str) -> bool:
        """Opens at the first figure of which a source tells; False, and nothing opens, where there is none on show."""
        self.refresh()
        found = next((figure for figure in self.figures if title in figure.words()), None)
        if found is not None:
            self._open()
            self.choose(found)
        return found is not None

    def press(self, event: QKeyEvent) -> None:
        """A key went down in the window."""
        if event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat() and not self.isVisible():
            self._before.start()
        elif event.key() != Qt.Key.Key_Alt:
            self._before.stop()  # a key of the desktop or of a menu

    def release(self, event: QKeyEvent) -> None:
        """A key came up."""
        if event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat():
            self.leave()

    def _show_held(self) -> None:
        if self.board.moment is not None:
            self.held = True
            self._open()

    def leave(self) -> None:
        """Alt is held no longer, or another window has the keyboard."""
        self._before.stop()
        if self.held:
            self.hide()

    def _open(self) -> None:
        self.chosen = None
        self.refresh()
        at = QPointF(self.mapFromGlobal(self.cursor().pos()))
        self.choose(_under(self.figures, at))
        self.show()
        self.raise_()
        self.setFocus()
        QTimer.singleShot(_FRESH_MS, self, self._keep_fresh)

    def hideEvent(self, event: QHideEvent) -> None:
        self.held = False
        super().hideEvent(event)

    def _keep_fresh(self) -> None:
        if self.isVisible():
            self.refresh()
            QTimer.singleShot(_FRESH_MS, self, self._keep_fresh)

    def refresh(self) -> None:
        """The figures as they are now: time goes on, and rows move."""
        panels, bars = self.board.in_view(), self.board.area.bars
        shown: list[Panel | DockBar] = [*panels.values(), *(bars[name] for name in panels if name in bars)]
        self.figures = [figure for part in shown for figure in self._of(part)]
        if self.chosen is not None:
            at = self.chosen.box.center()
            self.chosen = _under(self.figures, at) or self.chosen
        self.update()

    def _of(self, panel: Panel | DockBar) -> Iterable[Sourced]:
        """Those of a panel or its bar on the board; one in a window of its own has them on hover."""
        if panel.window() is not self.window():
            return ()
        corner = QPointF(panel.mapTo(self.board, panel.rect().topLeft()))
        seen = QRectF(panel.rect())
        return (f.moved(corner) for f in panel.sourced() if not f.box.isEmpty() and seen.intersects(f.box))

    def choose(self, figure: Sourced | None) -> None:
        """Has a figure tell where it comes from."""
        self.chosen = figure
        words = figure.words() if figure is not None else ""
        self.setAccessibleDescription(words)
        if words and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.told(figure)))
        self.update()

    def told(self, figure: Sourced | None) -> str:
        """A figure in words: how it is known, then all that is known of it."""
        if figure is None:
            return ""
        known = str(ORIGIN_NAMES[figure.origin]) + (f", {DISPUTED}" if figure.disputed else "")
        return f"{known}. {figure.words()}"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = _under(self.figures, event.position())
        if found is not None and found != self.chosen:
            self.choose(found)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next figure that way; Tab through all of them."""
        if (way := _STEPS.get(Qt.Key(event.key()))) is not None:
            self.choose(beside(self.figures, self.chosen, *way))
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() in _STEPS:
                event.accept()  # or the board would seek
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._go_on(1 if event.key() == Qt.Key.Key_Tab else -1)
                return True
        return super().event(event)

    def _go_on(self, by: int) -> None:
        if self.figures:
            at = self.figures.index(self.chosen) + by if self.chosen in self.figures else 0
            self.choose(self.figures[at % len(self.figures)])

    def paint(self, painter: QPainter) -> None:
        look = self.look
        painter.fillRect(self.rect(), look.color("window", 0.35))
        for figure in self.figures:
            self._paint_mark(painter, figure)
        self._paint_legend(painter)
        if self.chosen is not None:
            self._paint_card(painter, self.chosen)

    def _paint_mark(self, painter: QPainter, figure: Sourced) -> None:
        look, box = self.look, figure.box.adjusted(1, 1, -1, -1)
        lit = self.chosen is not None and figure.box == self.chosen.box
        color = "critical" if figure.disputed else ORIGIN_COLORS[figure.origin]
        painter.setPen(QPen(look.color(color, 1.0 if lit else 0.3), look.px(2 if lit else 1)))
        painter.setBrush(look.color(color, 0.16 if lit else 0.04))
        painter.drawRoundedRect(box, look.px(2), look.px(2))
        size = min(look.px(_MARK), max(box.height(), look.px(8)))
        disc = QPointF(box.right() + size * 0.1, box.top() + size * 0.3)
        if box.width() < 2.5 * size:
            disc = box.center()
        elif box.height() < look.px(_LOW):
            disc.setY(box.center().y())
        painter.setPen(QPen(look.color(color), 1))
        painter.setBrush(look.color("window"))
        painter.drawEllipse(disc, size * 0.66, size * 0.66)
        draw_origin(painter, look, disc, figure.origin, size * 0.8)

    def _paint_legend(self, painter: QPainter) -> None:
        """The shapes in view with their words, in one row over the middle of the board."""
        look, font = self.look, self.look.sans("small", 500)
        present = [origin for origin in Origin if any(figure.origin is origin for figure in self.figures)]
        disputed = any(figure.disputed for figure in self.figures)
        names = [str(ORIGIN_NAMES[origin]) for origin in present] + ([str(DISPUTED)] if disputed else [])
        lengths = [look.px(22) + width(font, name) + look.px(16) for name in names]
        wide = sum(lengths) + look.px(8)
        box = QRectF((self.width() - wide) / 2, look.px(74), wide, look.px(32))
        self.card(painter, box)
        x = box.left() + look.px(14)
        for place, (name, length) in enumerate(zip(names, lengths, strict=True)):
            middle = QPointF(x + look.px(5), box.center().y())
            if place < len(present):
                draw_origin(painter, look, middle, present[place], look.px(_MARK))
            else:
                painter.setPen(QPen(look.color("critical"), look.px(2)))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                half = look.px(5)
                painter.drawRoundedRect(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half), 2, 2)
            line = QRectF(x + look.px(18), box.top(), length, box.height())
            write(painter, line, name, font, look.color("text"))
            x += length

    def _paint_card(self, painter: QPainter, figure: Sourced) -> None:
        """What is known of a figure, beside it."""
        look, px = self.look, self.look.px
        head, _, rest = figure.words().partition("\n")
        title, body = look.sans("medium", 600), look.sans("normal")
        inner = px(_WIDTH - 2 * _RIM)
        room = QRectF(0, 0, inner, self.height() * _MOST_SHARE)
        high = [
            QFontMetricsF(font).boundingRect(room, _WRAP, text).height() if text else 0.0
            for font, text in ((title, head), (body, rest))
        ]
        size = QSize(round(px(_WIDTH)), round(sum(high) + px(2 * _RIM + 34)))
        box = beside_box(figure.box, size, QRectF(self.rect()), px(12))
        self.card(painter, box)
        line = box.adjusted(px(_RIM), px(_RIM), -px(_RIM), -px(_RIM))
        draw_origin(painter, look, QPointF(line.left() + px(6), line.top() + px(9)), figure.origin, px(14))
        known = str(ORIGIN_NAMES[figure.origin])
        first = QRectF(line.left() + px(20), line.top(), line.width() - px(20), px(18))
        write(painter, first, known, look.sans("small", 600), look.color(ORIGIN_COLORS[figure.origin]))
        if figure.disputed:
            first.setLeft(first.left() + width(look.sans("small", 600), known) + px(12))
            write(painter, first, str(DISPUTED), look.sans("small", 600), look.color("critical"))
        for font, text, color, top in (
            (title, head, "text", px(26)),
            (body, rest, "second", px(32) + high[0]),
        ):
            painter.setFont(font)
            painter.setPen(look.color(color))
            painter.drawText(line.adjusted(0, top, 0, 0), _WRAP, text)


def _under(figures: Iterable[Sourced], at: QPointF) -> Sourced | None:
    """The smallest figure at a point."""
    found = (figure for figure in figures if figure.box.contains(at))
    return min(found, key=lambda figure: figure.box.width() * figure.box.height(), default=None)


def beside(figures: list[Sourced], chosen: Sourced | None, right: int, down: int) -> Sourced | None:
    """The nearest figure in a direction; the first one where none is chosen, the same where none lies that way."""
    if chosen is None:
        return figures[0] if figures else None
    here = chosen.box.center()

    def far(figure: Sourced) -> float:
        off = figure.box.center() - here
        along, aside = off.x() * right + off.y() * down, off.x() * down + off.y() * right
        return along + 3 * abs(aside)

    ahead = [f for f in figures if (f.box.center() - here).x() * right + (f.box.center() - here).y() * down > 1]
    return min(ahead, key=far, default=chosen)


def beside_box(figure: QRectF, size: QSize, room: QRectF, gap: float) -> QRectF:
    """A box of a size next to a figure: at its right, left, below or above, where it is whole."""
    w, h = size.width(), size.height()
    top = min(max(figure.top(), room.top() + gap), room.bottom() - gap - h)
    left = min(max(figure.left(), room.left() + gap), room.right() - gap - w)
    places = (
        QRectF(figure.right() + gap, top, w, h),
        QRectF(figure.left() - gap - w, top, w, h),
        QRectF(left, figure.bottom() + gap, w, h),
        QRectF(left, figure.top() - gap - h, w, h),
    )
    return next((place for place in places if room.contains(place)), QRectF(left, top, w, h))
