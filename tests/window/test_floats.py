"""Panels in windows of their own stay where they are put, and never out of reach."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QApplication, QDockWidget
from pytestqt.qtbot import QtBot

from mission_gui.window import MainWindow
from mission_gui.window.floats import in_view
from tests.window import windows

LEFT, RIGHT = QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 1024)
FAR = QPoint(5000, 4000)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return windows.board(qtbot, windows.SMALL, 12669.0)


@pytest.fixture
def crew(window: MainWindow) -> QDockWidget:
    window.board.area.float("crew")
    return window.board.area.docks["crew"]


@pytest.mark.parametrize(
    ("frame", "screens", "wanted"),
    [
        (QRect(2000, 300, 500, 300), [LEFT, RIGHT], QRect(2000, 300, 500, 300)),
        (QRect(1700, 900, 500, 300), [LEFT], QRect(1700, 900, 500, 300)),  # enough of its bar is in view
        (QRect(2000, 300, 500, 300), [LEFT], QRect(1420, 300, 500, 300)),
        (QRect(1890, 300, 500, 300), [LEFT], QRect(1420, 300, 500, 300)),  # too little of it is
        (QRect(300, -200, 500, 300), [LEFT], QRect(300, 40, 500, 300)),  # its bar is above the screen
        (QRect(-4000, 5000, 2500, 1300), [LEFT, RIGHT], QRect(0, 0, 1920, 1080)),
        (QRect(9000, 100, 1000, 300), [LEFT, RIGHT], QRect(2200, 100, 1000, 300)),
        (QRect(9000, 100, 1000, 300), [], QRect(9000, 100, 1000, 300)),
    ],
)
def test_a_window_comes_into_view_whole_and_stays_where_it_can_be_reached(
    frame: QRect, screens: list[QRect], wanted: QRect
) -> None:
    assert in_view(frame, screens) == wanted


def test_a_screen_that_is_unplugged_gives_its_panels_back(crew: QDockWidget, qtbot: QtBot) -> None:
    crew.move(FAR)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.screenRemoved.emit(app.primaryScreen())
    qtbot.waitUntil(lambda: app.primaryScreen().availableGeometry().contains(crew.frameGeometry()))
    assert crew.isFloating()


def test_a_smaller_screen_keeps_its_panels_in_view(crew: QDockWidget, qtbot: QtBot) -> None:
    crew.move(FAR)
    screen = QApplication.primaryScreen()
    screen.availableGeometryChanged.emit(screen.availableGeometry())
    qtbot.waitUntil(lambda: screen.availableGeometry().contains(crew.frameGeometry()))


def test_where_a_floating_panel_is_put_is_kept_at_once(window: MainWindow, crew: QDockWidget, qtbot: QtBot) -> None:
    before = window.choices.settings.board
    with qtbot.waitSignal(window.choices.settled):
        crew.move(200, 100)
    kept = window.choices.settings.board
    assert kept is not None and kept != before
    crew.move(300, 150)
    window.board.take_up(kept)
    assert crew.pos() == QPoint(200, 100)


def test_what_becomes_of_a_panel_as_the_board_closes_is_not_kept(
    window: MainWindow, crew: QDockWidget, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.choices.settled):
        crew.move(200, 100)
    window.close()
    before = window.choices.settings.board
    crew.move(0, 0)
    QApplication.sendEvent(crew, QMoveEvent(crew.pos(), QPoint(200, 100)))
    qtbot.wait(500)
    assert window.choices.settings.board == before
