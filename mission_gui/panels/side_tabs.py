"""The tabs at the right: recovery, descent, coverage, cards, what-if. They follow the phase until one is picked."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.panels.base import Panel
from mission_gui.panels.cards import Cards
from mission_gui.panels.coverage import Coverage
from mission_gui.panels.descent_summary import DescentSummary
from mission_gui.panels.focus import draw_focus
from mission_gui.panels.lettering import CENTRE, width, write
from mission_gui.panels.page import Page
from mission_gui.panels.provenance import Sourced
from mission_gui.panels.recovery import RecoveryBoard
from mission_gui.panels.telling import tell
from mission_gui.panels.what_if import WhatIfPage
from mission_gui.theme import Style

PAGES: tuple[type[Page], ...] = (RecoveryBoard, DescentSummary, Coverage, Cards, WhatIfPage)

PAGE_OF_PHASE: dict[Phase, type[Page]] = {
    Phase.DOCKED: Cards,
    Phase.DEPARTURE: Cards,
    Phase.FLYAROUND: Cards,
    Phase.FREE_FLIGHT: Cards,
    Phase.DEORBIT_BURN: Cards,
    Phase.DESCENT_COAST: RecoveryBoard,
    Phase.ATMOSPHERE: DescentSummary,
    Phase.ENTRY: DescentSummary,
    Phase.PARACHUTE: DescentSummary,
    Phase.LANDED: RecoveryBoard,
    Phase.RECOVERY: RecoveryBoard,
}


class TabStrip(QTabBar):
    """Tabs as words with an amber line under the chosen one; Left and Right move between them.

    What a tab says may change from moment to moment: it keeps the room for the widest of it, so that nothing about it
    has to be laid out anew.
    """

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = style
        self._words: list[str] = []
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setAccessibleName(translate("Side tabs", "Side tabs"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        self.look = style
        # The only way to make a tab bar ask for its sizes again.
        self.setFont(style.sans("small", 500))
        self.updateGeometry()

    def make_room(self, widest: Sequence[str]) -> None:
        """The most that each tab will say, tab by tab."""
        for index, words in enumerate(widest):
            if self.tabText(index) != words:
                self.setTabText(index, words)

    def say(self, words: list[str]) -> None:
        """What the tabs say now."""
        if words == self._words:
            return
        self._words = words
        for index, word in enumerate(words):
            self.setAccessibleTabName(index, word)
        self.update()

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802
        """The room left by the words is shared evenly."""
        font = self.look.sans("small", 500)
        words = [width(font, self.tabText(i)) for i in range(self.count())]
        room = (self.width() or 340) - 2 - sum(words)
        share = min(max(room / max(self.count(), 1), 4.0), self.look.px(26))
        return QSize(int(words[index] + share), round(self.look.px(Panel.header_height)))

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        painter = QPainter(self)
        for index, words in enumerate(self._words):
            box = QRectF(self.tabRect(index))
            chosen = index == self.currentIndex()
            color = look.color("text" if chosen else "second")
            write(painter, box, words, look.sans("small", 500), color, CENTRE)
            if chosen:
                line = QRectF(box.left(), self.height() - look.px(2.5), box.width(), look.px(2.5))
                painter.fillRect(line, look.color("soyuz"))
                if self.hasFocus():
                    draw_focus(painter, look, box.intersected(QRectF(self.rect())))
        painter.end()


class SideTabs(Panel):
    """One page on show; only that one is painted. Picking the tab of the phase follows the phase again."""

    title = Text("Information", "Сведения")
    asked = Signal(object)
    """A `WhatIf` to be flown."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setAccessibleName(translate("Side tabs", "Recovery, descent, coverage, cards and what-if"))
        self.following = True
        self._turning = False
        self.strip = self.tabs = TabStrip(style, self)
        self.pages: list[Page] = [page(style, self) for page in PAGES]
        for page in self.pages:
            self.tabs.addTab("")
            page.sought.connect(self.sought)
            if isinstance(page, WhatIfPage):
                page.asked.connect(self.asked)
            page.setVisible(page is self.pages[0])
        self.tabs.currentChanged.connect(self._turned)
        self._name_tabs()

    @property
    def page(self) -> Page:
        """The page on show."""
        return self.pages[self.tabs.currentIndex()]

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        """Hands the flight to every page."""
        super().load(mission, trajectory)
        for page in self.pages:
            page.load(mission, trajectory)
        self._name_tabs()

    def show_alternatives(self, alternatives: Alternatives) -> None:
        """Hands what else might have been to every page."""
        super().show_alternatives(alternatives)
        for page in self.pages:
            page.show_alternatives(alternatives)

    def show_frame(self, frame: Frame) -> None:
        """Turns to the page of the phase, and moves the page on show."""
        self.frame = frame
        index = self._page_of(frame) if self.following else self.tabs.currentIndex()
        turns = index != self.tabs.currentIndex()
        self.page.setHidden(turns)  # one that goes is not brought up to date, one that comes only once
        for page in self.pages:
            if page.keeps_up or page is self.pages[index]:
                page.show_frame(frame)
        if turns:
            self._turn_to(index)
        self.tabs.say([page.tab_text() for page in self.pages])
        tell(self, self.describe(frame))

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        super().restyle(style)
        self.tabs.restyle(style)
        for page in self.pages:
            page.restyle(style)
        self._place()

    def describe(self, frame: Frame) -> str:
        """The page on show, in words."""
        return f"{self.page.title}. {self.page.describe(frame)}"

    def sourced(self) -> list[Sourced]:
        """Those of the page on show."""
        corner = QPointF(self.page.pos())
        return [figure.moved(corner) for figure in self.page.sourced()]

    def show_page(self, page: type[Page]) -> None:
        """Turns to a page as if the user had picked its tab."""
        self.tabs.setCurrentIndex(PAGES.index(page))

    def show_card(self, index: int) -> None:
        """Turns to a card as if the user had paged to it."""
        self.show_page(Cards)
        cards = self.page
        assert isinstance(cards, Cards)
        cards.page_to(index)

    def follow(self) -> None:
        """Follows the phase again."""
        self.following = True
        if self.frame is not None:
            self.show_frame(self.frame)

    def _page_of(self, frame: Frame) -> int:
        return PAGES.index(PAGE_OF_PHASE[frame.phase])

    def _turn_to(self, index: int) -> None:
        self._turning = True
        self.tabs.setCurrentIndex(index)
        self._turning = False

    @Slot(int)
    def _turned(self, index: int) -> None:
        for page in self.pages:
            page.setVisible(page is self.pages[index])
        self.page.come_forward()
        if not self._turning:
            self.following = self.frame is not None and index == self._page_of(self.frame)
            if self.frame is not None:
                self.pages[index].show_frame(self.frame)

    def _name_tabs(self) -> None:
        self.tabs.make_room([page.widest_tab_text() for page in self.pages])
        self.tabs.say([page.tab_text() for page in self.pages])

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        top = 0 if self.docked else round(self.look.px(self.header_height))
        if not self.docked:
            self.tabs.setGeometry(QRect(1, 1, self.width() - 2, top - 1))
        self.tabs.restyle(self.look)
        for page in self.pages:
            page.setGeometry(QRect(1, top + 1, self.width() - 2, self.height() - top - 3))

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """The line under the tabs."""
        if self.docked:
            return
        edge = round(self.look.px(self.header_height))
        painter.fillRect(QRectF(1, edge, self.width() - 2, 1), self.look.color("line"))
