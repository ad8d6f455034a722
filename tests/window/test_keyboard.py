"""The board without a mouse: where Tab leads, whose a key is, and where the focus goes afterwards."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QSlider, QWidget
from pytestqt.qtbot import QtBot

from mission_gui.panels.cards import Cards
from mission_gui.panels.map_gestures import MovablePanel
from mission_gui.panels.side_tabs import SideTabs
from mission_gui.panels.what_if import WhatIfPage
from mission_gui.theme import HIGH_CONTRAST
from mission_gui.window import MainWindow
from mission_gui.window.overlays import Overlay
from tests import canned
from tests.window import windows

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
CLOCK = ("toggled", "stepped", "sought", "event_stepped", "rate_stepped")
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return windows.board(qtbot)


@pytest.fixture
def wishes(window: MainWindow) -> list[str]:
    """What the keys of the board wished of the clock."""
    heard: list[str] = []
    for name in CLOCK:
        getattr(window, name).connect(lambda *_, name=name: heard.append(name))
    return heard


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(focused(), key, modifier)


def side_tabs(window: MainWindow) -> SideTabs:
    found = window.panels["side_tabs"]
    assert isinstance(found, SideTabs)
    return found


def on_page(window: MainWindow, kind: type[Cards] | type[WhatIfPage]) -> QWidget:
    tabs = side_tabs(window)
    tabs.show_page(kind)
    return tabs.page


def test_tab_goes_through_the_board_as_one_reads(window: MainWindow) -> None:
    seen: list[QWidget] = []
    press(Qt.Key.Key_Tab)
    while not seen or focused() is not seen[0]:
        if focused() not in seen:  # a text keeps the focus for each of its links
            seen.append(focused())
        press(Qt.Key.Key_Tab)
    parts = [window.panels["header"], *window.board.area.docks.values(), window.panels["timeline"]]
    within = [next(part for part in parts if part.isAncestorOf(each)) for each in seen]
    order = list(dict.fromkeys(within))
    assert within == sorted(within, key=order.index), "it leaves a panel and comes back to it"
    assert order[0] is window.panels["header"] and order[-1] is window.panels["timeline"]
    tops = [part.mapTo(window, QPoint(0, 0)).y() for part in order]
    assert tops == sorted(tops)


def test_back_tab_goes_the_same_way_back(window: MainWindow) -> None:
    press(Qt.Key.Key_Tab)
    on = []
    for _ in range(6):
        on.append(focused())
        press(Qt.Key.Key_Tab)
    back = []
    for _ in range(6):
        press(Qt.Key.Key_Backtab, modifier=SHIFT)
        back.append(focused())
    assert back == on[::-1]


def test_tabs_turn_by_the_arrows(window: MainWindow, wishes: list[str]) -> None:
    tabs = side_tabs(window).tabs
    tabs.setCurrentIndex(0)
    tabs.setFocus()
    press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert (tabs.currentIndex(), wishes) == (1, [])


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_cards_are_paged_by_key(window: MainWindow, wishes: list[str], key: Qt.Key) -> None:
    cards = on_page(window, Cards)
    assert isinstance(cards, Cards)
    before = cards.index
    (cards.next if cards.next.isEnabled() else cards.previous).setFocus()
    press(key)
    assert (abs(cards.index - before), wishes) == (1, [])


def test_dials_are_turned_by_key(window: MainWindow, wishes: list[str]) -> None:
    dial = next(iter(on_page(window, WhatIfPage).findChildren(QSlider)))
    dial.setFocus()
    press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_PageUp)
    assert dial.value() == dial.singleStep() + dial.pageStep()
    press(Qt.Key.Key_End)
    assert (dial.value(), wishes) == (dial.maximum(), [])


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_every_button_in_view_is_pressed_by_key(window: MainWindow, key: Qt.Key) -> None:
    pressed: list[QAbstractButton] = []
    buttons = [button for button in window.board.findChildren(QAbstractButton) if button.isVisible()]
    usable = [button for button in buttons if button.isEnabled() and button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for button in usable:
        button.clicked.connect(lambda *_, button=button: pressed.append(button))
        button.setFocus()
        QTest.keyClick(button, key)
        if menu := QApplication.activePopupWidget():
            menu.close()
    assert len(usable) > 10
    assert pressed == usable


def test_a_button_that_is_used_up_passes_the_focus_to_its_neighbour(window: MainWindow) -> None:
    page = on_page(window, Cards)
    assert isinstance(page, Cards)
    while page.index < len(MISSION.cards) - 1:
        page.next.setFocus()
        press(Qt.Key.Key_Space)
    assert not page.next.isEnabled()
    assert side_tabs(window).isAncestorOf(focused()) or window.board.area.docks["side_tabs"].isAncestorOf(focused())


@pytest.mark.parametrize("name", ["ground_track", "landing_zone"])
def test_a_map_is_moved_and_zoomed_by_key_and_put_back(window: MainWindow, wishes: list[str], name: str) -> None:
    window.set_layout("recovery" if name == "landing_zone" else "orbit")
    panel = window.panels[name]
    assert isinstance(panel, MovablePanel)
    panel.setFocus()
    panel.reset_view()
    whole = panel.view_state()
    seen = [whole]
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Minus):
        press(key)
        assert panel.view_state() != seen[-1]
        seen.append(panel.view_state())
    press(Qt.Key.Key_0)
    assert (panel.view_state(), wishes, window.board.layout_.id) == (
        whole,
        [],
        "recovery" if name == "landing_zone" else "orbit",
    )


def test_charts_and_timeline_are_zoomed_pulled_and_put_back_by_key(window: MainWindow, wishes: list[str]) -> None:
    window.set_layout("orbit")
    for name, child in (("charts", "StripChart"), ("timeline", "Line")):
        panel = window.panels[name]
        line = next(each for each in panel.findChildren(QWidget) if type(each).__name__ == child and each.isVisible())
        line.setFocus()
        line.grab()  # it is handled as it was last painted
        whole = panel.view_state()
        press(Qt.Key.Key_Plus, Qt.Key.Key_Plus)
        near = panel.view_state()
        press(Qt.Key.Key_Left, modifier=CONTROL)
        moved = panel.view_state()
        press(Qt.Key.Key_0)
        assert near != whole and moved != near and panel.view_state() == whole, name
    assert wishes == []


def test_what_has_the_focus_is_framed(window: MainWindow) -> None:
    window.set_theme(HIGH_CONTRAST.name)
    window.board.setFocus()
    stops = set()
    for _ in range(60):
        press(Qt.Key.Key_Tab)
        here = focused()
        if here in stops:
            break
        stops.add(here)
        QApplication.processEvents()
        with_focus = here.grab().toImage()
        here.clearFocus()
        assert here.grab().toImage() != with_focus, f"{type(here).__name__} {here.accessibleName()}"
        here.setFocus()


def test_the_menu_key_opens_the_menu_of_a_panel(window: MainWindow) -> None:
    crew = window.board.area.docks["countdown"].widget()
    crew.setFocus()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), crew.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(crew, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()][:2] == ["Into a window of its own", "Hide"]
    menu.close()


def opened(window: MainWindow, name: str) -> Overlay:
    if name == "tour":
        window.show_tour()
        return window.tour
    if name == "go_to":
        window.ask_for_time()
        return window.go_to
    if name == "palette":
        window.find_command()
        return window.palette_
    window.deeds()["show_keys"]()
    return window.key_sheet


def test_arrows_walk_through_the_tour_and_leave_the_time_alone(window: MainWindow, wishes: list[str]) -> None:
    window.show_tour()
    press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert (window.tour.at, wishes) == (1, [])
    press(Qt.Key.Key_Return)
    assert (window.tour.at, wishes) == (2, [])


@pytest.mark.parametrize("name", ["tour", "go_to", "palette", "key_sheet"])
def test_tab_stays_in_what_lies_on_top_and_the_focus_goes_back(window: MainWindow, name: str) -> None:
    before = window.panels["timeline"].findChildren(QAbstractButton)[0]
    before.setFocus()
    overlay = opened(window, name)
    for _ in range(5):
        press(Qt.Key.Key_Tab)
        assert overlay.isAncestorOf(focused())
    press(Qt.Key.Key_Escape)
    assert not overlay.isVisible()
    assert focused() is before
