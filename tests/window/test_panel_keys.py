"""Panels without a mouse: from one to the next, larger, smaller, elsewhere, and kept so."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from mission_gui.window import MainWindow
from mission_gui.window.dock import Dock
from mission_gui.window.dock_edges import DOWN, LEFT, RIGHT, UP, Way, beyond
from mission_gui.window.dock_moves import on_board
from tests.window import windows

SIZING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
WIDER, NARROWER, TALLER, LOWER = Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return windows.board(qtbot, QSize(1920, 1080))


def docks(window: MainWindow) -> dict[str, Dock]:
    return window.board.area.docks


def boxes(window: MainWindow) -> dict[str, QRect]:
    return {name: QRect(dock.geometry()) for name, dock in on_board(window.board.area).items()}


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def go_to(window: MainWindow, name: str) -> None:
    for _ in range(12):
        press(Qt.Key.Key_F6)
        QApplication.processEvents()  # another window comes to the front
        if window.board.area.focused() == name:
            return
    raise AssertionError(f"F6 does not lead to {name}")


AREAS = {
    "a": QRect(0, 0, 100, 50),
    "b": QRect(108, 0, 90, 20),
    "c": QRect(108, 28, 90, 100),
    "d": QRect(0, 58, 100, 70),
}


@pytest.mark.parametrize(
    ("name", "way", "other"),
    [("a", RIGHT, "c"), ("d", RIGHT, "c"), ("b", LEFT, "a"), ("c", LEFT, "d"), ("a", DOWN, "d"), ("c", UP, "b")]
    + [("a", LEFT, None), ("a", UP, None), ("d", DOWN, None), ("b", RIGHT, None)],
)
def test_the_neighbour_is_the_nearest_that_shares_most_of_the_edge(name: str, way: Way, other: str | None) -> None:
    assert beyond(AREAS, name, way) == other


def test_f6_leads_through_header_panels_and_timeline_and_back(window: MainWindow) -> None:
    seen = []
    for _ in range(8):
        press(Qt.Key.Key_F6)
        area, here = window.board.area, focused()
        fixed = (name for name in ("header", "timeline") if window.panels[name].isAncestorOf(here))
        seen.append(area.focused() or next(fixed))
    order = ["header", "countdown", "ground_track", "crew", "side_tabs", "charts", "timeline", "header"]
    assert seen == order
    back = []
    for _ in range(6):
        press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        back.append(window.board.area.focused())
    assert back == [None, *order[5:0:-1]]


def test_tab_goes_on_from_the_bar_into_its_panel(window: MainWindow) -> None:
    go_to(window, "ground_track")
    assert focused() is window.board.area.bars["ground_track"]
    press(Qt.Key.Key_Tab)
    assert docks(window)["ground_track"].isAncestorOf(focused())


def test_the_bar_shows_that_it_has_the_keyboard(window: MainWindow) -> None:
    go_to(window, "countdown")
    bar = window.board.area.bars["countdown"]
    lit = bar.grab().toImage()
    press(Qt.Key.Key_F6)
    assert bar.grab().toImage() != lit


@pytest.mark.parametrize("name", ["countdown", "ground_track", "crew", "side_tabs", "charts"])
def test_a_panel_grows_and_shrinks_by_key(window: MainWindow, name: str) -> None:
    go_to(window, name)
    if name == "side_tabs":
        press(LOWER, SIZING)  # the crew above it needs its room
    dock = docks(window)[name]
    for more, less, measure in ((WIDER, NARROWER, dock.width), (TALLER, LOWER, dock.height)):
        before = measure()
        press(more, SIZING)
        grown = measure()
        press(less, SIZING)
        press(less, SIZING)
        assert grown > before > measure()
    assert window.board.area.focused() == name


def test_only_the_edge_between_two_panels_moves(window: MainWindow) -> None:
    before = boxes(window)
    go_to(window, "countdown")
    press(WIDER, SIZING)
    after = boxes(window)
    changed = {name for name in before if after[name] != before[name]}
    assert changed == {"countdown", "ground_track"}
    assert after["countdown"].left() == before["countdown"].left()
    assert after["ground_track"].right() == before["ground_track"].right()


def test_a_size_is_kept_and_can_be_undone(window: MainWindow) -> None:
    before = docks(window)["countdown"].width()
    go_to(window, "countdown")
    for _ in range(4):
        press(WIDER, SIZING)
    wide = docks(window)["countdown"].width()
    kept = window.choices.settings.board
    assert kept is not None and wide > before + 60
    window.set_layout("orbit")
    assert docks(window)["countdown"].width() == before
    window.board.take_up(kept)
    assert docks(window)["countdown"].width() == pytest.approx(wide, abs=2)
    window.choices.reset_layout()
    assert docks(window)["countdown"].width() == before


def test_without_a_panel_the_keys_tell_what_to_do(window: MainWindow) -> None:
    before = boxes(window)
    press(WIDER, SIZING)
    assert boxes(window) == before
    assert "F6" in window.notice.text


def test_the_last_panel_has_nobody_to_take_room_from(window: MainWindow) -> None:
    for name in ("ground_track", "crew", "side_tabs", "charts"):
        window.board.area.toggle(name)
    go_to(window, "countdown")
    press(WIDER, SIZING)
    assert "room" in window.notice.text


def test_a_floating_panel_is_sized_too(window: MainWindow) -> None:
    window.board.area.float("charts")
    go_to(window, "charts")
    before = docks(window)["charts"].size()
    press(WIDER, SIZING)
    press(TALLER, SIZING)
    after = docks(window)["charts"].size()
    assert after.width() > before.width() and after.height() > before.height()


def choose(window: MainWindow, name: str, words: str) -> None:
    """Chooses an entry of the menu of a bar by keyboard."""
    bar = window.board.area.bars[name]
    bar.menu_wished.emit(bar.mapToGlobal(QPoint(0, 0)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.setActiveAction(next(action for action in menu.actions() if action.text() == words))
    QTest.keyClick(menu, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("name", "words", "stands"),
    [
        ("countdown", "To the right of Ground track", lambda b: b["countdown"].left() > b["ground_track"].right()),
        ("ground_track", "To the left of Countdown", lambda b: b["ground_track"].right() < b["countdown"].left()),
        ("side_tabs", "Above Crew", lambda b: b["side_tabs"].bottom() < b["crew"].top()),
        ("countdown", "Below Charts", lambda b: b["countdown"].top() > b["charts"].bottom()),
    ],
)
def test_a_panel_is_moved_by_the_menu_of_its_bar(window: MainWindow, name: str, words: str, stands: object) -> None:
    go_to(window, name)
    assert window.board.area.focused() == name
    choose(window, name, words)
    assert callable(stands) and stands(boxes(window))
    kept = window.choices.settings.board
    assert kept is not None
    window.set_layout("orbit")
    assert not stands(boxes(window))
    window.board.take_up(kept)
    assert stands(boxes(window))


def drag(stack: QTabBar, start: QPoint, end: QPoint) -> None:
    """With the left button from one tab over another and a little farther, in steps as a hand makes them."""
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(stack, left, pos=start)
    for step in range(1, 13):
        at = QPointF(start + (end - start) * (step / 10))
        where = QPointF(stack.mapToGlobal(at))
        event = QMouseEvent(QEvent.Type.MouseMove, at, where, Qt.MouseButton.NoButton, left, Qt.KeyboardModifier(0))
        QApplication.sendEvent(stack, event)
    QTest.mouseRelease(stack, left, pos=end)


def test_panels_share_a_place_as_tabs_and_part_again(window: MainWindow) -> None:
    area = window.board.area
    go_to(window, "crew")
    choose(window, "crew", "Onto Information, as a tab")
    assert area.focused() == "crew"
    assert "crew" in boxes(window) and "side_tabs" not in boxes(window)
    assert window.choices.settings.board is not None
    choose(window, "crew", "Show the tab Information")
    assert area.focused() == "side_tabs"
    assert "side_tabs" in boxes(window) and "crew" not in boxes(window)
    assert window.panels["side_tabs"].frame is window.frame
    QApplication.processEvents()
    (stack,) = area.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    order = [stack.tabText(index) for index in range(stack.count())]
    drag(stack, stack.tabRect(0).center(), stack.tabRect(1).center())
    assert [stack.tabText(index) for index in range(stack.count())] == order
    choose(window, "side_tabs", "Show the tab Crew")
    choose(window, "crew", "To the left of Ground track")
    assert {"crew", "side_tabs"} <= boxes(window).keys()
    assert area.tabifiedDockWidgets(docks(window)["crew"]) == []


def test_return_on_a_bar_opens_its_menu(window: MainWindow) -> None:
    go_to(window, "crew")
    press(Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    named = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    assert named[:2] == ["Into a window of its own", "Hide"]
    assert named[-5:] == ["Size", "Wider", "Narrower", "Taller", "Lower"]


def test_the_keys_for_panels_leave_alone_what_lies_on_top(window: MainWindow) -> None:
    window.find_command()
    press(Qt.Key.Key_F6)
    assert window.palette_.isAncestorOf(focused())
