"""The palette finds everything and does it; the tour shows the board in five steps."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mission_gui.domain.facts import Text
from mission_gui.window import MainWindow
from mission_gui.window.commands import Command, found
from mission_gui.window.deeds import commands
from mission_gui.window.keys import KEYS
from mission_gui.window.tour import STEPS
from tests import canned
from tests.panels.pictures import picture
from tests.window import windows

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return windows.board(qtbot, windows.SMALL)


def command(name: str, ru: str = "") -> Command:
    return Command(Text(name, ru), Text("Group"), lambda: None)


def test_every_word_must_occur_and_names_that_begin_so_come_first() -> None:
    all_ = [command("Reset the layout"), command("Layout of mine"), command("Deorbit burn", "Тормозной импульс")]
    assert [c.name.en for c in found(all_, "layout")] == ["Layout of mine", "Reset the layout"]
    assert [c.name.en for c in found(all_, "lay res")] == ["Reset the layout"]
    assert [c.name.en for c in found(all_, "тормозной")] == ["Deorbit burn"]
    assert found(all_, "nowhere") == []
    assert found(all_, "") == all_


def test_every_key_panel_and_event_can_be_found(window: MainWindow) -> None:
    names = {c.name.en for c in commands(window)}
    assert {key.name.en for key in KEYS} <= names
    assert {"Crew: hide", "Show Descent", "High contrast"} <= names
    assert {event.name.en for event in TRAJECTORY.events if event.time} <= names


def test_an_event_is_gone_to(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.palette_.isVisible()
    QTest.keyClicks(window.palette_.line, "entry interface")
    with qtbot.waitSignal(window.sought) as wish:
        QTest.keyClick(window.palette_.line, Qt.Key.Key_Return)
    assert wish.args == [canned.ENTRY]
    assert not window.palette_.isVisible()


def test_up_and_down_choose_in_the_list(window: MainWindow) -> None:
    window.find_command()
    QTest.keyClicks(window.palette_.line, "layout")
    first = window.palette_.list.currentRow()
    QTest.keyClick(window.palette_.line, Qt.Key.Key_Down)
    assert window.palette_.list.currentRow() == first + 1
    QTest.keyClick(window.palette_.line, Qt.Key.Key_PageUp)
    assert window.palette_.list.currentRow() == 0


def test_a_click_does_a_command(window: MainWindow) -> None:
    window.find_command()
    QTest.keyClicks(window.palette_.line, "crew: hide")
    item = window.palette_.list.item(0)
    QTest.mouseClick(
        window.palette_.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=window.palette_.list.visualItemRect(item).center(),
    )
    assert "crew" not in window.board.in_view()


def test_a_hidden_panel_is_shown_again_by_the_palette(window: MainWindow) -> None:
    window.board.area.toggle("crew")
    window.find_command()
    QTest.keyClicks(window.palette_.line, "show crew")
    QTest.keyClick(window.palette_.line, Qt.Key.Key_Return)
    assert "crew" in window.board.in_view()


def test_what_is_not_found_does_nothing_and_escape_closes(window: MainWindow) -> None:
    window.find_command()
    QTest.keyClicks(window.palette_.line, "xyzzy")
    QTest.keyClick(window.palette_.line, Qt.Key.Key_Return)
    assert window.palette_.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.palette_.isVisible()


# ---- the tour


def test_it_says_that_nothing_was_found(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.palette_
    palette.line.setText("zzz")
    foot = palette.list.geometry()
    told = picture(palette, palette.width(), palette.height())[foot.top() : foot.bottom(), foot.left() : foot.right()]
    assert len(np.unique(told.reshape(-1, 4), axis=0)) > 8
    palette.line.setText("undocking")
    assert palette.list.isVisible() and palette.list.count() > 0


def test_the_tour_has_five_steps_each_at_a_panel(window: MainWindow) -> None:
    window.show_tour()
    assert len(STEPS) == 5
    assert [step.panel for step in window.tour.steps()] == [step.panel for step in STEPS]
    places = window.board.where()
    for number, step in enumerate(STEPS):
        assert window.tour.at == number
        assert window.tour._hole == places[step.panel]
        card, whole = window.tour._box().toAlignedRect(), QRect(window.tour.rect())
        assert whole.contains(card)
        assert str(step.heading) in window.tour.accessibleDescription()
        window.tour.next.click()
    assert not window.tour.isVisible()
    assert window.choices.settings.toured


def test_the_tour_can_be_skipped_and_walked_back(window: MainWindow) -> None:
    window.show_tour()
    assert not window.tour.back.isEnabled()
    window.tour.next.click()
    window.tour.back.click()
    assert window.tour.at == 0
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.tour.isVisible()
    assert window.choices.settings.toured


def test_after_the_tour_a_small_window_shows_what_it_showed_before(window: MainWindow) -> None:
    window.resize(900, 560)
    before = QPoint(20, 10)
    for end in (window.tour.skip, window.tour.next):
        window.pane.scroll_to(before)
        window.show_tour()
        for _ in STEPS[1:]:
            window.tour.next.click()
        window.pane.scroll_to(QPoint(0, 60))
        assert window.pane.corner() != before
        end.click()
        assert not window.tour.isVisible() and window.pane.corner() == before


def test_a_small_window_does_not_scroll_when_the_board_gets_the_keyboard_back(window: MainWindow) -> None:
    window.resize(900, 560)
    window.activateWindow()
    window.panels["countdown"].setFocus()
    window.pane.scroll_to(QPoint(20, 10))
    window.board.setFocus()
    assert window.board.hasFocus() and window.pane.corner() == QPoint(20, 10)


@pytest.mark.parametrize("size", [QSize(1024, 640), QSize(1920, 1080)])
def test_the_card_never_leaves_the_window(window: MainWindow, size: QSize) -> None:
    window.resize(size)
    window.show_tour()
    for _ in STEPS:
        assert window.tour.rect().contains(window.tour._box().toAlignedRect())
        window.tour.next.click()
