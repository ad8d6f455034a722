"""What a screen reader finds in every window, dialog, menu and overlay, and how often it is told of something."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QContextMenuEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QSlider, QWidget
from pytestqt.qtbot import QtBot

from mission_gui.domain.frame import frame_at
from mission_gui.panels import telling
from mission_gui.panels.side_tabs import SideTabs
from mission_gui.panels.what_if import WhatIfPage
from mission_gui.window import MainWindow
from mission_gui.window.layouts import LAYOUTS
from mission_gui.window.roles import tell_roles
from tests import canned
from tests.test_accessibility import tree
from tests.window import test_dress, windows
from tests.window.windows import comparison, library

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
ROLE, TEXT = QAccessible.Role, QAccessible.Text
FILLING = (ROLE.Client, ROLE.NoRole)
NAMELESS = (ROLE.Cell, ROLE.Separator, ROLE.ScrollBar)
"""An empty cell, a line between entries, and a bar that belongs to what it scrolls."""


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    tell_roles()
    return windows.board(qtbot)


def laid_out(layout: str) -> Callable[[MainWindow], QWidget]:
    def made(window: MainWindow) -> QWidget:
        window.set_layout(layout)
        return window

    made.__name__ = layout
    return made


def floating(window: MainWindow) -> QWidget:
    window.board.area.float("crew")
    return window.board.area.docks["crew"]


def tabbed(window: MainWindow) -> QWidget:
    docks = window.board.area.docks
    window.board.area.tabifyDockWidget(docks["crew"], docks["side_tabs"])
    return window


def what_if(window: MainWindow) -> QWidget:
    pages = window.panels["side_tabs"]
    assert isinstance(pages, SideTabs)
    pages.show_page(WhatIfPage)
    return window


def overlay(name: str, action: str) -> Callable[[MainWindow], QWidget]:
    def made(window: MainWindow) -> QWidget:
        window.deeds()[action]()
        found = getattr(window, name)
        assert isinstance(found, QWidget)
        return found

    made.__name__ = name
    return made


def menu_of(button: str) -> Callable[[MainWindow], QWidget]:
    def made(window: MainWindow) -> QWidget:
        buttons = window.findChildren(QAbstractButton)
        next(each for each in buttons if each.accessibleName() == button and each.isVisible()).click()
        return popup()

    made.__name__ = button
    return made


def menu_of_a_bar(window: MainWindow) -> QWidget:
    bar = window.board.area.bars["countdown"]
    bar.menu_wished.emit(bar.mapToGlobal(bar.rect().bottomLeft()))
    return popup()


def menu_of_the_clocks(window: MainWindow) -> QWidget:
    clock = window.panels["header"]
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), clock.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(clock, event)
    return popup()


def popup() -> QWidget:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def complaint(window: MainWindow) -> QWidget:
    window.show_complaint("own.toml\nline 3: no such port")
    return window.complaint


def notice(window: MainWindow) -> QWidget:
    window.notice.say("Repeats at the end")
    return window.notice


def curtain(window: MainWindow) -> QWidget:
    window.curtain.say("Soyuz MS-19", "Computing the descent", 0.4)
    return window.curtain


MENUS = (
    "Columns of the list, and the zero of T",
    "Map view",
    "Choose charts",
    "Speed, direction, repeat",
)
PLACES: tuple[Callable[[MainWindow], QWidget], ...] = (
    *(laid_out(layout.id) for layout in LAYOUTS), floating, tabbed, what_if,
    test_dress.settings, test_dress.name_of_layout, test_dress.picture, test_dress.briefing, test_dress.progress,
    test_dress.failure, test_dress.chooser, library, comparison, complaint, notice, curtain,
    overlay("tour", "show_tour"), overlay("go_to", "ask_for_time"), overlay("palette_", "find_command"),
    overlay("key_sheet", "show_keys"), overlay("sources", "show_sources"), menu_of_a_bar, menu_of_the_clocks,
    *map(menu_of, MENUS),
)  # fmt: skip


def whole(top: QWidget) -> Iterator[QAccessibleInterface]:
    here = QAccessible.queryAccessibleInterface(top)
    yield here
    yield from (found for found in tree(here) if not found.rect().isEmpty())


def told(found: QAccessibleInterface) -> str:
    return f"{found.role().name} {type(found.object()).__name__} {found.text(TEXT.Name)!r}"


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_everything_has_a_role_and_a_name_in_words(window: MainWindow, place: Callable[[MainWindow], QWidget]) -> None:
    top = place(window)
    QApplication.processEvents()
    found = list(whole(top))
    assert len(found) > 1 or top in window.overlays
    assert [told(each) for each in found if each.role() in FILLING] == []
    assert [told(each) for each in found[1:] if each.role() is ROLE.Window] == []
    named = [each for each in found if each.role() not in NAMELESS]
    assert [told(each) for each in named if not re.search(r"\w", each.text(TEXT.Name))] == []
    assert [told(each) for each in found if re.search("[▾▴▶◀▲▼◇◆○●✓✗↑↓]", each.text(TEXT.Name))] == []
    if isinstance(top, QMenu):
        top.close()


@pytest.fixture
def listening() -> Iterator[None]:
    """A screen reader is there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was announced."""
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


def play(window: MainWindow, frames: int) -> dict[str, int]:
    """How often each panel told something else while time ran fast."""
    changes = dict.fromkeys(window.board.in_view(), 0)
    before = {name: panel.accessibleDescription() for name, panel in window.board.in_view().items()}
    for step in range(frames):
        window.show_frame(frame_at(MISSION, TRAJECTORY, 5000.0 + 7.0 * step))
        for name, panel in window.board.in_view().items():
            changes[name] += panel.accessibleDescription() != before[name]
            before[name] = panel.accessibleDescription()
    return changes


def test_without_a_reader_the_words_keep_up_with_every_frame(window: MainWindow) -> None:
    changes = play(window, 30)
    assert all(changes[name] > 20 for name in ("header", "timeline", "countdown", "ground_track", "charts"))


def test_a_reader_is_not_told_of_every_frame(
    window: MainWindow, listening: None, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(telling, "WORDS_MS", 700)
    assert max(play(window, 30).values()) <= 1
    last = window.frame
    assert last is not None
    wanted = {name: panel.describe(last) for name, panel in window.board.in_view().items()}
    panels = window.board.in_view()
    qtbot.waitUntil(lambda: {name: panel.accessibleDescription() for name, panel in panels.items()} == wanted)


def test_who_comes_to_a_panel_finds_the_words_of_now(window: MainWindow, listening: None) -> None:
    play(window, 5)
    countdown, last = window.panels["countdown"], window.frame
    assert last is not None and countdown.accessibleDescription() != countdown.describe(last)
    countdown.setFocus()
    assert countdown.accessibleDescription() == countdown.describe(last)


def test_the_slider_tells_its_value_once_a_second(window: MainWindow, listening: None, qtbot: QtBot) -> None:
    line = next(slider for slider in window.panels["timeline"].findChildren(QSlider) if slider.isVisible())
    told: list[int] = []
    line.valueChanged.connect(told.append)
    play(window, 30)
    assert len(told) <= 1
    qtbot.waitUntil(lambda: line.value() == 5000 + 7 * 29)
    assert len(told) <= 2


def test_an_event_that_comes_is_announced(window: MainWindow, said: list[str]) -> None:
    burn = next(event for event in TRAJECTORY.events if event.id == "ignition")
    window.tell_passed(burn)
    assert said == [str(burn.name)]


def test_what_the_window_has_to_say_is_announced(window: MainWindow, said: list[str]) -> None:
    window.notice.say("Repeats at the end")
    window.show_complaint("own.toml\nline 3: no such port")
    assert said[0] == "Repeats at the end" and "no such port" in said[1]


def controls(top: QWidget) -> dict[str, QAccessibleInterface]:
    """By name, without the labels beside them."""
    return {each.text(TEXT.Name): each for each in whole(top) if each.role() is not ROLE.StaticText}


def test_states_and_values_are_told(window: MainWindow) -> None:
    window.set_layout("proximity")
    found = {each.text(TEXT.Name): each for each in whole(window)}
    assert found["Automatic view"].state().checkable and found["Automatic view"].state().checked
    assert found["Mission time, seconds after undocking"].text(TEXT.Value) == "5000"
    assert found["Recovery"].role() is ROLE.PageTab and found["Recovery"].state().selectable
    dialog = test_dress.settings(window)
    theme = next(each for each in whole(dialog) if each.role() is ROLE.ComboBox)
    box = theme.object()
    assert isinstance(box, QWidget) and box.accessibleName() == "Theme" and theme.text(TEXT.Value) == "Dark"
    assert theme.state().expandable
    assert controls(dialog)["Let the layout follow the phase of the flight"].state().checkable
    picture = controls(test_dress.picture(window))
    assert picture["Width"].text(TEXT.Value) == "1920" and picture["Width"].state().disabled


def test_a_button_that_opens_a_menu_says_so_and_can_be_pressed(window: MainWindow) -> None:
    found = controls(window)
    opening = {name for name, each in found.items() if each.state().hasPopup}
    assert {*MENUS} <= opening and found["Map view"].role() is ROLE.ButtonMenu
    assert not found["Farther"].state().hasPopup
    actions = found["Map view"].actionInterface()
    assert actions.actionNames()[0] == actions.pressAction()
    actions.doAction(actions.pressAction())
    assert popup().accessibleName() == "Map view"
    popup().close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
@pytest.mark.parametrize("button", MENUS)
def test_a_menu_opened_by_key_begins_at_its_first_entry(window: MainWindow, button: str, key: Qt.Key) -> None:
    found = controls(window)[button].object()
    assert isinstance(found, QAbstractButton)
    found.setFocus()
    QTest.keyClick(found, key)
    menu = popup()
    assert isinstance(menu, QMenu)
    active = menu.activeAction()
    assert active is next(action for action in menu.actions() if action.isEnabled())
    menu.close()
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    menu = popup()
    assert isinstance(menu, QMenu) and menu.activeAction() is None
    menu.close()
