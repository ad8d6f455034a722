"""Context cards: short texts bound to stretches of time, one of them on show."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QPainter, QPalette, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QToolButton, QWidget

from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.panels.card_html import card_html, fallback_html, list_html
from mission_gui.panels.lettering import CENTRE, width, write
from mission_gui.panels.page import Page
from mission_gui.theme import Style

_FRAME = 2
"""Pixels about the text, seen while that has the focus."""


class Cards(Page):
    """Shows the card of the moment until the user pages; "Now" goes back to it."""

    title = Text("Cards", "Справки")
    keeps_up = True

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.index = -1
        self.paged = False
        self._written = -2
        self._documents: dict[int, QTextDocument] = {}
        self._text = QTextBrowser(self)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self._open)
        self._text.setAccessibleName(translate("Cards", "Card"))
        self.previous = self._button("‹", translate("Cards", "Previous card"), self.page_back)
        self.next = self._button("›", translate("Cards", "Next card"), self.page_on)
        self.now = self._button(translate("Cards", "Now"), translate("Cards", "Card of the moment"), self.follow)
        self._dress()

    def _button(self, text: str, name: str, pressed: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(pressed)
        return button

    def tab_text(self) -> str:
        """`Cards 1/3`."""
        cards = self.mission.cards if self.mission else ()
        return f"{self.title} {self.index + 1}/{len(cards)}" if 0 <= self.index < len(cards) else str(self.title)

    def widest_tab_text(self) -> str:
        """`Cards 3/3`: figures are all as wide."""
        count = len(self.mission.cards) if self.mission else 0
        return f"{self.title} {count}/{count}" if count else str(self.title)

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        """A new set of cards; of the same mission the one on show stays."""
        first = 0 if mission.cards else -1
        kept = first if self.is_other(mission) or self.index >= len(mission.cards) else max(self.index, first)
        self.paged = self.paged and kept == self.index
        super().load(mission, trajectory)
        self._forget_documents()
        self.turn_to(kept)

    def show_frame(self, frame: Frame) -> None:
        """Turns to the card of the moment, unless the user has paged."""
        if self.mission and not self.paged:
            index = card_at(self.mission, frame)
            if index != self.index:
                self.turn_to(index)
        self._write_if_seen()
        super().show_frame(frame)

    def picture_of(self, frame: Frame) -> object:
        return self.index, self.paged

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        super().restyle(style)
        self._dress()
        self._place()
        self._forget_documents()
        self.turn_to(self.index)

    def describe(self, frame: Frame) -> str:
        """The card on show."""
        if self.mission is None or not 0 <= self.index < len(self.mission.cards):
            return ""
        card = self.mission.cards[self.index]
        return f"{position(self.mission, self.index)}: {card.title}. {card.body}"

    @Slot()
    def page_on(self) -> None:
        """The next card."""
        self._page(1)

    @Slot()
    def page_back(self) -> None:
        """The card before."""
        self._page(-1)

    def page_to(self, index: int) -> None:
        """A card by its number, as if the user had paged to it."""
        self.paged = True
        self.turn_to(index)

    @Slot()
    def follow(self) -> None:
        """Back to the card of the moment."""
        self.paged = False
        if self.mission and self.frame:
            self.turn_to(card_at(self.mission, self.frame))

    @Slot(QUrl)
    def _open(self, link: QUrl) -> None:
        if link.scheme() == "card":
            self._page(int(link.path()) - self.index)
        elif link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)

    def _page(self, step: int) -> None:
        if self.mission and 0 <= self.index + step < len(self.mission.cards):
            self.paged = True
            self.turn_to(self.index + step)

    def turn_to(self, index: int) -> None:
        """Shows a card."""
        self.index = index
        count = len(self.mission.cards) if self.mission else 0
        self.previous.setEnabled(index > 0)
        self.next.setEnabled(index < count - 1)
        self.now.setVisible(self.paged)
        self._write_if_seen()
        self.update()

    def come_forward(self) -> None:
        self._write_if_seen()

    def _write_if_seen(self) -> None:
        """Sets the card's text where that has changed; a page behind another one leaves it for later."""
        seen = self.isWindow() or not self.isHidden()
        if seen and self.mission and self._written != self.index:
            self._text.setDocument(self._document(self.mission, self.index))
            self._text.verticalScrollBar().setValue(0)  # it scrolls to its cursor, past the margin
            self._written = self.index

    def _document(self, mission: Mission, index: int) -> QTextDocument:
        """A card's text, laid out once for this style: turning back to it costs a tenth of writing it again."""
        if index not in self._documents:
            document = QTextDocument(self)
            document.setDefaultFont(self.look.sans())
            document.setDocumentMargin(4)
            document.setHtml(self._html(mission, index))
            self._documents[index] = document
        return self._documents[index]

    def _forget_documents(self) -> None:
        self._text.setDocument(QTextDocument(self._text))
        for document in self._documents.values():
            document.deleteLater()
        self._documents, self._written = {}, -2

    def _html(self, mission: Mission, index: int) -> str:
        if not 0 <= index < len(mission.cards):
            return fallback_html(mission, self.look)
        return card_html(mission.cards[index], self.look) + list_html(mission, index, self.look)

    def _dress(self) -> None:
        look, theme = self.look, self.look.theme
        self._text.setFont(look.sans())
        palette = self._text.palette()
        palette.setColor(QPalette.ColorRole.Link, look.color("iss_text"))
        self._text.setPalette(palette)
        ground = (
            f"QTextBrowser{{color:{theme.text};background:{theme.panel};border:{_FRAME}px solid {theme.panel}}}"
            f"QTextBrowser:focus{{border-color:{theme.soyuz_text}}}"
        )
        bar = f"QScrollBar:vertical{{background:{theme.panel};width:{look.px(6):.0f}px;border:0}}"
        handle = (
            f"QScrollBar::handle:vertical{{background:{theme.third};border-radius:{look.px(3):.0f}px;min-height:20px}}"
        )
        gone = (
            "QScrollBar::add-line,QScrollBar::sub-line{height:0}"
            "QScrollBar::add-page,QScrollBar::sub-page{background:none}"
        )
        self._text.setStyleSheet(f"{ground}{bar}{handle}{gone}")
        shape = f"border:1px solid {theme.line};border-radius:{look.px(4):.0f}px"
        plain = f"color:{theme.text};background:{theme.raised};{shape}"
        for button in (self.previous, self.next, self.now):
            button.setFont(look.sans("medium" if button is not self.now else "small"))
            button.setStyleSheet(
                f"QToolButton{{{plain}}}QToolButton:disabled{{color:{theme.third}}}"
                f"QToolButton:hover{{border-color:{theme.soyuz}}}"
                f"QToolButton:focus{{border:{max(round(self.look.px(2)), 2)}px solid {theme.soyuz_text}}}"
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        look, inset = self.look, round(self.look.px(12))
        top, side = round(self.look.px(10)), round(look.px(26))
        self.previous.setGeometry(inset, top, side, side)
        self.next.setGeometry(self.width() - inset - side, top, side, side)
        wide = round(max(look.px(46), width(look.sans("small"), self.now.text()) + look.px(14)))
        self.now.setGeometry(self.width() - inset - side - wide - round(look.px(8)), top, wide, side)
        under = top + side + round(look.px(10))
        text = QRect(inset - 4, under, self.width() - 2 * inset + 8, max(self.height() - under - 6, 0))
        self._text.setGeometry(text.adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME))

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        look = self.look
        line = QRectF(0, look.px(10), self.width(), look.px(26))
        text = position(self.mission, self.index) if self.mission else ""
        write(painter, line, text, look.sans("small"), look.color("second"), CENTRE)


def card_at(mission: Mission, frame: Frame) -> int:
    """The card of a moment: the latest one that holds, else the last that began, else the first; -1 without cards."""
    cards = mission.cards
    holding = [i for i, card in enumerate(cards) if card.start <= frame.utc < card.end]
    begun = [i for i, card in enumerate(cards) if card.start <= frame.utc]
    return (holding or begun or ([0] if cards else [-1]))[-1]


def position(mission: Mission, index: int) -> str:
    """`Card 1 of 3`."""
    count = len(mission.cards)
    if not 0 <= index < count:
        return translate("Cards", "About this mission")
    return translate("Cards", "Card {number} of {count}").format(number=index + 1, count=count)
