"""The sources of what is on the board: while Alt is held, or until it is closed, a mark on every figure."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QWidget

from mission_gui.language import translate
from mission_gui.panels.base import Panel
from mission_gui.panels.provenance import DISPUTED, ORIGIN_NAMES, Sourced
from mission_gui.panels.telling import announce
from mission_gui.theme import Style
from mission_gui.window.board import Board
from mission_gui.window.dock_bar import DockBar
from mission_gui.window.overlays import Overlay
from mission_gui.window.source_card import paint_figure, paint_known, paint_legend

HOLD_MS = 220
"""Alt is held so long before the marks come: the keys of the desktop that begin with it show nothing."""
_FRESH_MS = 250
_STEPS = {Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Up: (0, -1)}


class SourceLayer(Overlay):
    """Marks every figure with the shape of its origin; the one under the pointer, or chosen by the arrow keys, tells
    its sources, kind and conflicts. Time goes on beneath it."""

    pointed = Signal(QRect)
    """A figure in this part of the board was chosen without the pointer."""

    def __init__(self, style: Style, board: Board, under: QWidget | None = None) -> None:
        """Over the board, or over what stands in a window of its own."""
        super().__init__(style, under or board)
        self.board = board
        self.figures: list[Sourced] = []
        self.chosen: Sourced | None = None
        self.held = False
        self._room = self.under.rect()
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

    def fit(self, room: QRect) -> None:
        """Covers all that is under it; what it tells lies in the part that is in view."""
        self._room = room
        self.setGeometry(self.under.rect())
        self.update()

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
            self._go_to(found)
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
        """Those of a panel or its bar in the window that this lies over."""
        if panel.window() is not self.window():
            return ()
        corner = QPointF(panel.mapTo(self.under, panel.rect().topLeft()))
        seen = QRectF(panel.rect())
        return (f.moved(corner) for f in panel.sourced() if not f.box.isEmpty() and seen.intersects(f.box))

    def choose(self, figure: Sourced | None) -> None:
        """Has a figure tell where it comes from."""
        self.chosen = figure
        words = figure.words() if figure is not None else ""
        self.setAccessibleDescription(words)
        if words and self.isVisible():
            announce(self, self.told(figure))
        self.update()

    def _go_to(self, figure: Sourced | None) -> None:
        """Chooses a figure wherever it is."""
        if figure is not None:
            self.pointed.emit(figure.box.toAlignedRect())
        self.choose(figure)

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
            self._go_to(beside(self.figures, self.chosen, *way))
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
            self._go_to(self.figures[at % len(self.figures)])

    def paint(self, painter: QPainter) -> None:
        look, room = self.look, QRectF(self._room)
        painter.fillRect(self.rect(), look.color("window", 0.35))
        for figure in self.figures:
            paint_figure(painter, look, figure, self.chosen is not None and figure.box == self.chosen.box)
        paint_legend(painter, look, self.figures, room)
        if self.chosen is not None:
            paint_known(painter, look, self.chosen, room)


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
