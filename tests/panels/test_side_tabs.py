import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from mission_gui.domain.events import Phase
from mission_gui.domain.frame import Frame, frame_at
from mission_gui.panels.cards import Cards
from mission_gui.panels.coverage import Coverage
from mission_gui.panels.descent_summary import DescentSummary
from mission_gui.panels.page import Page
from mission_gui.panels.recovery import RecoveryBoard
from mission_gui.panels.side_tabs import PAGE_OF_PHASE, PAGES, SideTabs
from mission_gui.theme import DARK, HIGH_CONTRAST, LIGHT, Style, Theme
from tests import canned
from tests.canned import CHUTES, ENTRY, TOUCHDOWN

MISSION = canned.mission()
TRAJECTORY = canned.trajectory()


def moment(t: float) -> Frame:
    return frame_at(MISSION, TRAJECTORY, t)


def side(qtbot: QtBot, base: float = 13, wide: int = 340, high: int = 570, theme: Theme = DARK) -> SideTabs:
    made = SideTabs(Style(theme, base))
    qtbot.addWidget(made)
    made.resize(wide, high)
    made.show()
    made.load(MISSION, TRAJECTORY)
    made.show_frame(moment(0))
    return made


def picture(made: SideTabs) -> QImage:
    image = QImage(made.size(), QImage.Format.Format_RGB32)
    image.fill(0)
    made.render(image)
    return image


def test_every_phase_has_a_page() -> None:
    assert set(PAGE_OF_PHASE) == set(Phase)


@pytest.mark.parametrize(
    ("t", "page"), [(0, Cards), (12600, RecoveryBoard), (ENTRY + 60, DescentSummary), (TOUCHDOWN + 60, RecoveryBoard)]
)
def test_the_page_follows_the_phase(qtbot: QtBot, t: float, page: type[Page]) -> None:
    made = side(qtbot)
    made.show_frame(moment(t))
    assert isinstance(made.page, page)


def test_a_card_is_there_on_a_board_that_is_on_no_screen(qtbot: QtBot) -> None:
    made = SideTabs(Style())
    qtbot.addWidget(made)
    made.resize(340, 570)
    made.load(MISSION, TRAJECTORY)
    for t in (ENTRY + 60, 0.0):
        made.show_frame(moment(t))
    assert isinstance(made.page, Cards)
    assert str(MISSION.cards[0].title) in made.page.findChildren(QTextBrowser)[0].toPlainText()


def test_the_users_choice_stays(qtbot: QtBot) -> None:
    made = side(qtbot)
    target = made.tabs.tabRect(PAGES.index(Coverage)).center()
    QTest.mouseClick(made.tabs, Qt.MouseButton.LeftButton, pos=target)
    made.show_frame(moment(ENTRY + 60))
    assert isinstance(made.page, Coverage) and not made.following


def test_choosing_the_tab_of_the_phase_follows_again(qtbot: QtBot) -> None:
    made = side(qtbot)
    made.show_page(Coverage)
    made.show_page(Cards)
    made.show_frame(moment(ENTRY + 60))
    assert isinstance(made.page, DescentSummary)


def test_the_tabs_are_reached_by_keyboard(qtbot: QtBot) -> None:
    made = side(qtbot)
    made.show_page(RecoveryBoard)
    QTest.keyClick(made.tabs, Qt.Key.Key_Right)
    assert isinstance(made.page, DescentSummary) and not made.following


def test_only_the_page_on_show_is_visible(qtbot: QtBot) -> None:
    made = side(qtbot)
    for page in PAGES:
        made.show_page(page)
        assert [p for p in made.pages if p.isVisible()] == [made.page]


def test_a_page_that_comes_on_show_shows_the_moment(qtbot: QtBot) -> None:
    made = side(qtbot)
    made.show_frame(moment(CHUTES + 30))
    made.show_page(RecoveryBoard)
    assert made.page.frame is not None and made.page.frame.t == CHUTES + 30


def test_a_click_on_a_recovery_step_is_passed_up(qtbot: QtBot) -> None:
    made = side(qtbot)
    made.show_frame(moment(12600))
    page = made.page
    assert isinstance(page, RecoveryBoard)
    row = next(i for i, line in enumerate(page.lines) if line.left == "Crew out")
    with qtbot.waitSignal(made.sought) as sought:
        QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=page.row_box(row).center().toPoint())
    assert sought.args == [MISSION.seconds(canned.at(11, 58))]


@pytest.mark.parametrize(("base", "wide", "high"), [(10, 227, 380), (13, 340, 570), (26, 680, 1140)])
def test_the_tabs_stand_whole_side_by_side(qtbot: QtBot, base: float, wide: int, high: int) -> None:
    made = side(qtbot, base, wide, high)
    last = made.tabs.tabRect(len(PAGES) - 1)
    assert last.right() <= wide - 2
    assert made.tabs.height() == pytest.approx(Style(base=base).px(31), abs=2)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("theme", [DARK, LIGHT, HIGH_CONTRAST])
def test_no_page_is_empty(qtbot: QtBot, page: type[Page], theme: Theme) -> None:
    made = side(qtbot, theme=theme)
    made.show_page(page)
    image = picture(made)
    ground = image.pixel(170, 565)
    lit = sum(image.pixel(x, y) != ground for x in range(20, 320, 3) for y in range(40, 300, 3))
    assert lit > 150


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_a_text_twin(qtbot: QtBot, page: type[Page]) -> None:
    made = side(qtbot)
    made.show_page(page)
    assert len(made.page.accessibleDescription()) > 20
    assert made.describe(moment(0)).startswith(str(page.title))


def test_restyling_reaches_tabs_and_pages(qtbot: QtBot) -> None:
    made = side(qtbot)
    made.restyle(Style(LIGHT, 26))
    assert {page.look.base for page in made.pages} == {26}
    assert made.tabs.height() == pytest.approx(61, abs=2)
