"""Layouts, themes, arrangements, the way back, and what is kept of them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.qtbot import QtBot

from mission_gui.domain.frame import frame_at
from mission_gui.settings import Arrangement, Settings
from mission_gui.theme import THEMES
from mission_gui.window import MainWindow
from mission_gui.window.deeds import commands
from mission_gui.window.history import History, ViewState
from mission_gui.window.layouts import BY_ID, LAYOUTS
from mission_gui.window.places import base_size
from mission_gui.window.settings_dialog import THEME_NAMES, SettingsDialog
from tests import canned
from tests.window import windows

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()


def opened(qtbot: QtBot, settings: Settings | None = None, size: QSize = windows.SMALL) -> MainWindow:
    return windows.board(qtbot, size, settings=settings)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return opened(qtbot)


def kept(window: MainWindow) -> Settings:
    return window.choices.settings


# ---- layouts


@pytest.mark.parametrize(("key", "layout"), [(str(i + 1), layout.id) for i, layout in enumerate(LAYOUTS)])
def test_a_digit_chooses_a_layout_and_it_is_kept(window: MainWindow, key: str, layout: str) -> None:
    window.board.following = True
    QTest.keyClick(window, key)  # type: ignore[call-overload]
    assert window.board.layout_.id == layout
    assert not window.board.following
    assert (kept(window).layout, kept(window).follows) == (layout, False)


def test_nought_follows_the_phase(window: MainWindow) -> None:
    QTest.keyClick(window, "5")  # type: ignore[call-overload]
    QTest.keyClick(window, "0")  # type: ignore[call-overload]
    assert window.board.layout_.id == "orbit"
    assert kept(window).follows


def test_an_arrangement_is_saved_under_a_name_and_found_again(window: MainWindow, qtbot: QtBot) -> None:
    window.board.area.toggle("crew")
    window.choices.save_layout(" No crew ")
    assert list(kept(window).saved) == ["No crew"]
    window.set_layout("orbit")
    assert "crew" in window.board.in_view()
    window.choices.choose_layout("No crew")
    assert "crew" not in window.board.in_view()
    later = frame_at(MISSION, TRAJECTORY, 6000.0)
    window.show_frame(later)
    assert window.panels["charts"].frame is later


def test_an_arrangement_shows_no_panel_that_came_up_after_it_was_saved(window: MainWindow) -> None:
    window.choices.save_layout("Mine")
    before = set(window.board.in_view())
    window.set_layout("proximity")
    window.choices.choose_layout("Mine")
    assert set(window.board.in_view()) == before
    assert all(window.board.area.docks[name].isVisible() for name in before & window.board.area.docks.keys())


@pytest.mark.parametrize("layout", ["briefing", "wall"])
def test_an_arrangement_has_the_type_and_the_controls_of_its_layout(qtbot: QtBot, layout: str) -> None:
    first = opened(qtbot)
    first.set_layout(layout)
    first.board.area.toggle("countdown")
    first.choices.save_layout("Mine")
    first.set_layout("orbit")
    first.choices.choose_layout("Mine")
    second = opened(qtbot, kept(first))
    for window in (first, second):
        assert "timeline" not in window.board.in_view() and "countdown" not in window.board.in_view()
        assert window.look.base == base_size(window.size(), BY_ID[layout].larger)


def test_a_saved_layout_is_deleted_and_the_panels_stay(window: MainWindow, qtbot: QtBot) -> None:
    window.board.area.toggle("crew")
    window.choices.save_layout("Mine")
    found = {str(command.name): command.deed for command in commands(window)}
    assert "Mine" in found
    found["Delete the layout Mine"]()
    assert kept(window).saved == {} and "crew" not in window.board.in_view()
    assert "Mine" not in {str(command.name) for command in commands(window)}
    assert "crew" not in opened(qtbot, kept(window)).board.in_view()


def test_the_dialog_asks_for_the_name(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    asked = window.findChild(QInputDialog)
    assert asked is not None
    asked.setTextValue("Mine")
    asked.accept()
    assert list(kept(window).saved) == ["Mine"]


@pytest.mark.parametrize("name", ["", "  ", "orbit"])
def test_a_layout_needs_a_name_of_its_own(window: MainWindow, name: str) -> None:
    window.choices.save_layout(name)
    assert kept(window).saved == {}
    assert "name of its own" in window.notice.text


def test_what_the_user_rearranged_stands_at_the_next_start(qtbot: QtBot) -> None:
    first = opened(qtbot)
    first.board.area.toggle("charts")
    first.board.area.float("crew")
    settings = kept(first)
    assert settings.board is not None and not settings.follows
    second = opened(qtbot, settings)
    assert "charts" not in second.board.in_view()
    assert second.board.area.docks["crew"].isFloating()
    assert second.panels["crew"].frame is second.frame


def widths(window: MainWindow) -> dict[str, int]:
    return {name: dock.width() for name, dock in window.board.area.docks.items() if dock.isVisible()}


def drag_edge(qtbot: QtBot, window: MainWindow, name: str, right: int) -> None:
    """Drags the right edge of a dock with the mouse."""
    area, dock = window.board.area, window.board.area.docks[name].geometry()
    edge = QPoint(dock.right() + 3, dock.center().y())
    QTest.mousePress(area, Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(area, QPoint(right, edge.y()))
    qtbot.waitUntil(lambda: area.docks[name].geometry() != dock)
    QTest.mouseRelease(area, Qt.MouseButton.LeftButton, pos=QPoint(right, edge.y()))


@pytest.mark.parametrize("layout", ["orbit", "proximity", "descent"])
def test_in_a_window_of_another_size_the_panels_have_the_room_that_their_type_needs(qtbot: QtBot, layout: str) -> None:
    large, small = QSize(1920, 1080), QSize(1280, 720)
    first = opened(qtbot, size=large)
    first.set_layout(layout)
    drag_edge(qtbot, first, "countdown", 500)
    before, share = widths(first), base_size(small) / base_size(large)
    assert before["countdown"] > 400
    alike, second = (opened(qtbot, kept(first), size) for size in (large, small))
    assert widths(alike) == before
    first.resize(small)
    for window in (first, second):
        QApplication.processEvents()
        for name in ("countdown", "side_tabs"):
            assert widths(window)[name] == pytest.approx(share * before[name], rel=0.03), name
        assert set(widths(window)) == set(before)
    first.resize(large)
    assert widths(first) == before


def test_a_window_whose_screen_is_gone_comes_back_into_view(qtbot: QtBot) -> None:
    first = opened(qtbot)
    first.board.area.float("crew")
    first.board.area.docks["crew"].move(40_000, 30_000)
    second = opened(qtbot, replace(kept(first), board=first.board.arrangement()))
    floating = second.board.area.docks["crew"]
    assert floating.isFloating()
    assert QGuiApplication.primaryScreen().availableGeometry().intersects(floating.frameGeometry())


@pytest.mark.parametrize("state", ["", "AAAA", "not base 64!", "////"])
def test_a_damaged_arrangement_leaves_the_layout(qtbot: QtBot, state: str) -> None:
    window = opened(qtbot, Settings(follows=False, board=Arrangement(state, ("crew", "no such panel"))))
    area = window.board.area
    assert {name: area.docks[name].geometry() for name in window.board.layout_.tree.panels()} == area.wanted()


def test_reset_of_a_saved_layout_holds_at_the_next_start(window: MainWindow, qtbot: QtBot) -> None:
    window.board.area.toggle("crew")
    window.choices.save_layout("Mine")
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert "crew" in opened(qtbot, kept(window)).board.in_view()


def test_reset_puts_everything_back_and_forgets_the_change(window: MainWindow) -> None:
    window.board.area.toggle("crew")
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert "crew" in window.board.in_view()
    assert kept(window).board is None


def test_a_setting_of_a_layout_or_theme_that_is_no_more_is_survived(qtbot: QtBot) -> None:
    window = opened(qtbot, Settings(theme="sepia", layout="gone", follows=False))
    assert window.look.theme.name == "dark"
    assert window.board.layout_.id == "orbit"


# ---- undo


def test_ctrl_z_brings_back_a_panel_that_was_hidden(window: MainWindow) -> None:
    area = window.board.area
    window.set_layout("orbit")
    area.toggle("crew")
    area.float("charts")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not area.docks["charts"].isFloating() and not area.docks["crew"].isVisible()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert area.docks["crew"].isVisible() and not area.changed_by_user()
    assert kept(window).board is None
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert not area.docks["crew"].isVisible()


def test_ctrl_z_goes_back_through_layouts_and_themes(window: MainWindow) -> None:
    for key in "35t":
        QTest.keyClick(window, key)  # type: ignore[call-overload]
    seen = []
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        seen.append((window.board.layout_.id, window.look.theme.name))
    assert seen == [("briefing", "dark"), ("descent", "dark"), ("orbit", "dark")]
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.board.layout_.id == "descent"


def test_where_there_is_nothing_to_undo_it_says_so(window: MainWindow) -> None:
    for _ in range(60):
        window.choices.undo()
    assert "no other view" in window.notice.text


def view(name: str) -> ViewState:
    return ViewState("dark", name, False)


def test_a_new_view_drops_what_had_been_undone() -> None:
    history = History()
    for name in "abc":
        history.note(view(name))
    assert history.back() == view("b")
    history.note(view("d"))
    assert history.on() is None
    assert history.back() == view("b")


def zoomed(panel: str, scale: int) -> ViewState:
    return ViewState("dark", "orbit", False, panels={panel: {"scale": scale}})


def test_the_notches_of_a_wheel_are_one_step() -> None:
    history = History(lambda: 9.0)
    for scale in (1, 2, 3, 4):
        history.note(zoomed("map", scale))
    assert history.back() == zoomed("map", 1)
    assert history.on() == zoomed("map", 4)


def test_another_panel_a_pause_and_a_way_back_begin_a_new_step() -> None:
    now = [0.0]
    history = History(lambda: now[0])
    history.note(zoomed("map", 1))
    history.note(zoomed("map", 2))
    both = ViewState("dark", "orbit", False, panels={"map": {"scale": 2}, "charts": {"scale": 9}})
    history.note(both)
    assert history.back() == zoomed("map", 2)
    history.on()
    history.note(ViewState("dark", "orbit", False, panels={"map": {"scale": 2}, "charts": {"scale": 8}}))
    assert history.back() == both
    history.on()
    now[0] += 5.0
    history.note(ViewState("dark", "orbit", False, panels={"map": {"scale": 2}, "charts": {"scale": 7}}))
    assert history.back() == ViewState("dark", "orbit", False, panels={"map": {"scale": 2}, "charts": {"scale": 8}})


def test_the_same_view_is_noted_once_and_old_ones_are_let_go() -> None:
    history = History()
    history.note(view("x"))
    history.note(view("x"))
    assert history.back() is None
    for number in range(200):
        history.note(view(str(number)))
    steps = 0
    while history.back() is not None:
        steps += 1
    assert steps == 49


# ---- the dialog


def dialog(window: MainWindow) -> SettingsDialog:
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    found = window.findChild(SettingsDialog)
    assert found is not None
    return found


def test_a_setting_holds_as_soon_as_it_is_chosen(window: MainWindow) -> None:
    shown = dialog(window)
    shown.theme.setCurrentIndex(shown.theme.findData("light"))
    assert window.look.theme.name == "light"
    shown.layout_.setCurrentIndex(shown.layout_.findData("descent"))
    assert window.board.layout_.id == "descent"
    shown.follows.setChecked(True)
    assert window.board.following and window.board.layout_.id == "orbit"
    assert (kept(window).theme, kept(window).follows) == ("light", True)


def test_another_theme_leaves_a_saved_layout_as_it_is(window: MainWindow) -> None:
    window.set_layout("proximity")
    window.board.area.toggle("crew")
    window.choices.save_layout("Mine")
    shown = dialog(window)
    assert shown.layout_.currentData() == "Mine"
    shown.theme.setCurrentIndex(shown.theme.findData("light"))
    assert "crew" not in window.board.in_view() and kept(window).layout == "Mine"
    shown.layout_.setCurrentIndex(shown.layout_.findData("orbit"))
    shown.layout_.setCurrentIndex(shown.layout_.findData("Mine"))
    assert "crew" not in window.board.in_view() and "proximity" in window.board.in_view()


def test_not_following_any_more_leaves_the_layout_that_is_there(window: MainWindow) -> None:
    window.choices.follow_phase()
    window.show_frame(frame_at(MISSION, TRAJECTORY, canned.ENTRY + 60))
    dialog(window).follows.setChecked(False)
    assert window.board.layout_.id == "descent" and kept(window).layout == "descent"


def test_choosing_a_layout_in_the_dialog_ends_following(window: MainWindow) -> None:
    window.board.follow_phase()
    shown = dialog(window)
    shown.layout_.setCurrentIndex(shown.layout_.findData("wall"))
    assert not shown.follows.isChecked()
    assert not window.board.following and window.board.layout_.id == "wall"


def test_every_theme_has_a_name_in_the_dialog() -> None:
    assert set(THEMES) <= set(THEME_NAMES)


# ---- the link


def test_ctrl_l_copies_a_link_to_the_moment(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith(f"mission-gui://{MISSION.id}?at=2022-03-30T08:44:23Z")
    assert "Copied" in window.notice.text
