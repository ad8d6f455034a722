"""The keyboard in a panel that stands in a window of its own: the same keys do the same as on the board."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mission_gui.window import MainWindow
from mission_gui.window.dock import Dock
from mission_gui.window.overlays import Overlay
from mission_gui.window.sources import HOLD_MS, SourceLayer
from tests import canned
from tests.window import windows

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
WISHED = {
    "toggled": (Qt.Key.Key_Space, NONE),
    "turned": (Qt.Key.Key_J, NONE),
    "rate_stepped": (Qt.Key.Key_L, NONE),
    "stepped": (Qt.Key.Key_Right, SHIFT),
    "event_stepped": (Qt.Key.Key_PageDown, NONE),
    "sought": (Qt.Key.Key_End, NONE),
    "loop_wished": (Qt.Key.Key_R, NONE),
    "picture_wished": (Qt.Key.Key_F12, NONE),
    "library_wished": (Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier),
}


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = windows.board(qtbot)
    made.board.area.bars["countdown"].setFocus()
    return made


@pytest.fixture
def dock(window: MainWindow, qtbot: QtBot) -> Dock:
    """The countdown, which the keyboard went out with."""
    window.board.area.float("countdown")
    made = window.board.area.docks["countdown"]
    qtbot.waitUntil(made.isActiveWindow)
    return made


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def layers(dock: Dock) -> list[SourceLayer]:
    return [layer for layer in dock.findChildren(SourceLayer) if layer.isVisible()]


def test_a_panel_that_goes_out_takes_the_keyboard_along_and_brings_it_back(
    window: MainWindow, dock: Dock, qtbot: QtBot
) -> None:
    assert dock.isAncestorOf(focused())
    window.board.area.float("countdown")
    qtbot.waitUntil(window.isActiveWindow)
    assert window.board.area.focused() == "countdown"


@pytest.mark.parametrize("wish", WISHED)
def test_the_keys_of_the_board_are_heard(window: MainWindow, dock: Dock, qtbot: QtBot, wish: str) -> None:
    key, modifier = WISHED[wish]
    with qtbot.waitSignal(getattr(window, wish)):
        QTest.keyClick(focused(), key, modifier)


def test_alt_marks_the_figures_of_the_panel_while_it_is_held(window: MainWindow, dock: Dock, qtbot: QtBot) -> None:
    before = focused()
    QTest.keyPress(before, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bool(layers(dock)), timeout=20 * HOLD_MS)
    (layer,) = layers(dock)
    own = window.panels["countdown"].sourced() + window.board.area.bars["countdown"].sourced()
    assert len(layer.figures) == len([figure for figure in own if not figure.box.isEmpty()]) > 3
    assert all(layer.rect().toRectF().intersects(figure.box) for figure in layer.figures)
    corner = window.panels["countdown"].mapTo(dock, QPoint(0, 0))
    assert window.panels["countdown"].sourced()[0].moved(corner.toPointF()).box in [f.box for f in layer.figures]
    assert not window.sources.isVisible()
    QTest.keyRelease(focused(), Qt.Key.Key_Alt)
    assert not layers(dock)
    assert focused() is before


def test_alt_with_another_key_marks_nothing(window: MainWindow, dock: Dock, qtbot: QtBot) -> None:
    QTest.keyPress(focused(), Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    QTest.keyPress(focused(), Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    qtbot.wait(2 * HOLD_MS)
    assert not layers(dock)


def test_s_marks_them_until_escape(window: MainWindow, dock: Dock) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_S)
    (layer,) = layers(dock)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert layer.chosen is layer.figures[0] and not window.sources.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not layers(dock)


def test_the_marks_lie_over_the_whole_of_a_window_that_grows_and_go_where_it_is_put_back(
    window: MainWindow, dock: Dock
) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_S)
    (layer,) = layers(dock)
    dock.resize(500, 640)
    assert layer.size() == dock.size()
    window.board.area.float("countdown")
    assert not layers(dock)


@pytest.mark.parametrize("name", ["palette_", "go_to", "key_sheet"])
def test_what_lies_on_top_of_the_board_takes_the_keyboard_there_and_gives_it_back(
    window: MainWindow, dock: Dock, qtbot: QtBot, name: str
) -> None:
    before = focused()
    action = {"palette_": "find_command", "go_to": "ask_for_time", "key_sheet": "show_keys"}[name]
    window.deeds()[action]()
    overlay = getattr(window, name)
    assert isinstance(overlay, Overlay)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None and overlay.isAncestorOf(focused()))
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not overlay.isVisible()
    qtbot.waitUntil(dock.isActiveWindow)
    assert focused() is before


def test_a_notice_leaves_the_keyboard_where_it_is(window: MainWindow, dock: Dock) -> None:
    window.notice.say("Repeats at the end")
    QApplication.processEvents()
    assert dock.isActiveWindow()


def test_tab_goes_round_in_the_panel(window: MainWindow, dock: Dock) -> None:
    seen = []
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert dock.isAncestorOf(focused())
        seen.append(focused())
    assert len(set(seen)) > 1


def test_the_palette_sizes_the_panel_that_it_was_opened_from(window: MainWindow, dock: Dock, qtbot: QtBot) -> None:
    before = dock.width()
    QTest.keyClick(focused(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.palette_.line.hasFocus)
    window.palette_.line.setText("wider")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert dock.width() > before
