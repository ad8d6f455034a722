"""The window before it has a flight: a key pressed early does no harm, and the list of missions may come first."""

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from mission_gui.domain.frame import frame_at
from mission_gui.window.deeds import deeds
from mission_gui.window.keys import KEYS
from mission_gui.window.main import MainWindow
from tests import canned
from tests.window.test_findings import missions


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(QSize(1280, 720))
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize("action", [key.action for key in KEYS])
def test_a_key_pressed_before_the_flight_leaves_the_window_whole(window: MainWindow, qtbot: QtBot, action: str) -> None:
    deeds(window)[action]()
    qtbot.wait(1)
    window.close_overlay()
    window.load(canned.mission(), canned.trajectory())
    window.show_frame(frame_at(canned.mission(), canned.trajectory(), 5000.0))
    assert window.board.panels["header"].frame is window.frame


def test_missions_that_are_known_before_the_flight_are_found(window: MainWindow) -> None:
    window.know(missions())
    window.find_command()
    window.palette_.line.setText("tma-18m")
    assert window.palette_.list.item(0).text() == "Soyuz TMA-18M"


def test_missions_may_become_known_while_somebody_finds_before_the_flight(window: MainWindow) -> None:
    window.find_command()
    window.palette_.line.setText("tma-18m")
    assert window.palette_.list.count() == 0
    window.know(missions())
    assert window.palette_.list.count() == 1
