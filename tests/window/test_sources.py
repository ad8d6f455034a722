"""The layer of sources: held with Alt or opened by its key, it marks every figure and tells of the chosen one."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_gui.domain.frame import frame_at
from mission_gui.panels.provenance import Origin, Sourced
from mission_gui.theme import THEMES
from mission_gui.window import MainWindow
from mission_gui.window.source_card import beside_box
from mission_gui.window.sources import HOLD_MS, beside
from tests import canned
from tests.window import windows

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return windows.board(qtbot)


def test_while_alt_is_held_the_figures_are_marked(window: MainWindow, qtbot: QtBot) -> None:
    layer = window.sources
    QTest.keyPress(window, Qt.Key.Key_Alt)
    assert not layer.isVisible(), "a key of the desktop that begins with Alt must not flash"
    qtbot.waitUntil(layer.isVisible, timeout=20 * HOLD_MS)
    assert {origin for origin in Origin if any(f.origin is origin for f in layer.figures)} >= {
        Origin.PUBLISHED,
        Origin.MODELLED,
    }
    QTest.keyRelease(window, Qt.Key.Key_Alt)
    assert not layer.isVisible()


def test_a_key_pressed_with_alt_is_the_desktops(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyPress(window, Qt.Key.Key_Alt)
    QTest.keyPress(window, Qt.Key.Key_F8, Qt.KeyboardModifier.AltModifier)
    qtbot.wait(2 * HOLD_MS)
    assert not window.sources.isVisible()


def test_the_layer_goes_when_another_window_takes_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyPress(window, Qt.Key.Key_Alt)
    qtbot.waitUntil(window.sources.isVisible, timeout=20 * HOLD_MS)
    window.sources.leave()
    assert not window.sources.isVisible()


def test_its_key_opens_it_until_escape(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_S)
    layer = window.sources
    assert layer.isVisible() and layer.hasFocus()
    QTest.keyRelease(window, Qt.Key.Key_Alt)
    assert layer.isVisible(), "it was not held, so it stays"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not layer.isVisible() and window.board.hasFocus()


def test_arrows_and_tab_go_through_the_figures_and_seek_nothing(window: MainWindow) -> None:
    steps: list[float] = []
    window.stepped.connect(steps.append)
    window.sources.toggle()
    layer, seen = window.sources, set()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Backtab):
        QTest.keyClick(layer, key)
        assert layer.chosen is not None
        assert layer.accessibleDescription() == layer.chosen.words()
        seen.add(layer.accessibleDescription())
    assert len(seen) >= 3 and steps == []


def test_the_pointer_chooses_what_lies_under_it(window: MainWindow) -> None:
    window.sources.toggle()
    layer = window.sources
    rows = [f for f in layer.figures if f.box.width() < 400 and f.box.height() < 40]
    at, none = rows[0].box.center(), Qt.MouseButton.NoButton
    # An event, not QTest's pointer, which would stay there for the tests that follow.
    moved = QMouseEvent(QEvent.Type.MouseMove, at, layer.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(layer, moved)
    assert layer.chosen is not None and layer.chosen.box.contains(at)
    QTest.mouseClick(layer, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not layer.isVisible()


def test_the_marks_follow_the_flight(window: MainWindow) -> None:
    window.sources.toggle()
    layer = window.sources
    before = [figure.words() for figure in layer.figures]
    window.show_frame(frame_at(MISSION, TRAJECTORY, canned.ENTRY + 200.0))
    layer.refresh()
    assert [figure.words() for figure in layer.figures] != before


@pytest.mark.parametrize("theme", THEMES)
def test_it_can_be_drawn_in_every_theme(window: MainWindow, theme: str) -> None:
    window.set_theme(theme)
    plain = window.board.grab().toImage()
    window.sources.toggle()
    window.sources.choose(window.sources.figures[0])
    assert window.board.grab().toImage() != plain


def figure(x: float, y: float) -> Sourced:
    return Sourced(QRectF(x, y, 10, 10), Origin.MODELLED, lambda: f"{x} {y}")


def test_the_next_figure_in_a_direction_is_the_nearest_that_lies_there() -> None:
    here, right, below, far = figure(0, 0), figure(40, 4), figure(4, 40), figure(200, 0)
    everything = [here, right, below, far]
    assert beside(everything, None, 1, 0) is here
    assert beside(everything, here, 1, 0) is right
    assert beside(everything, here, 0, 1) is below
    assert beside(everything, right, -1, 0) in (here, below)
    assert beside(everything, far, 1, 0) is far
    assert beside([], None, 1, 0) is None


def test_the_card_stands_whole_beside_its_figure() -> None:
    room, size = QRectF(0, 0, 1000, 600), QSize(300, 200)
    for x, y in ((10.0, 10.0), (980.0, 10.0), (500.0, 590.0), (10.0, 590.0)):
        box = beside_box(QRectF(x, y, 10, 10), size, room, 8.0)
        assert room.contains(box) and not box.contains(QPointF(x + 5, y + 5))


def test_the_note_on_the_bar_of_a_panel_is_marked_too(window: MainWindow) -> None:
    bar = window.board.area.bars["ground_track"]
    (note,) = bar.sourced()
    assert note.words().startswith(window.panels["ground_track"].note)
    window.sources.toggle()
    corner = QPointF(bar.mapTo(window.board, bar.rect().topLeft()))
    assert note.moved(corner).box in [figure.box for figure in window.sources.figures]
    assert window.board.area.bars["crew"].sourced() == [], "how many are aboard needs no source of its own"
