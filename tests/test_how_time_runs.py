"""How time runs and from where it is counted: wished on one panel, told by the window to all."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mission_gui.domain.clock import MissionClock
from mission_gui.domain.frame import frame_at
from mission_gui.panels.countdown import Countdown
from mission_gui.panels.header import Header
from mission_gui.panels.timeline import Timeline
from mission_gui.window import MainWindow
from tests import canned

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.load(MISSION, TRAJECTORY)
    made.show_frame(frame_at(MISSION, TRAJECTORY, 12669.0))
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.board.setFocus()
    return made


def panels(window: MainWindow) -> tuple[Header, Countdown, Timeline]:
    header, countdown, timeline = (window.panels[name] for name in ("header", "countdown", "timeline"))
    assert isinstance(header, Header) and isinstance(countdown, Countdown) and isinstance(timeline, Timeline)
    return header, countdown, timeline


def test_a_zero_chosen_on_one_panel_is_the_zero_of_all(window: MainWindow) -> None:
    header, countdown, timeline = panels(window)
    QTest.mouseClick(header.button, Qt.MouseButton.LeftButton)
    assert header.zero == countdown.zero == timeline.zero == "ignition"
    assert header.button.clock.labels[0] == "Since ignition"
    countdown.choices()["T IS COUNTED FROM"][3].deed()
    assert header.zero == countdown.zero == timeline.zero == "touchdown"
    assert "T−00:35:51" in timeline.accessibleDescription()


def test_undoing_the_view_brings_the_zero_back_everywhere(window: MainWindow) -> None:
    header, countdown, timeline = panels(window)
    window.choices.note_view()
    QTest.mouseClick(header.button, Qt.MouseButton.LeftButton)
    window.choices.undo()
    assert header.zero == countdown.zero == timeline.zero == window.board.zero == "undocking"
    window.choices.redo()
    assert header.zero == countdown.zero == timeline.zero == window.board.zero == "ignition"


def test_the_speed_chosen_from_the_menu_becomes_the_windows_wish(window: MainWindow, qtbot: QtBot) -> None:
    timeline = panels(window)[2]
    with qtbot.waitSignal(window.rate_wished) as wish:
        timeline.choices()["SPEED"][8].deed()
    assert wish.args == [60.0]


@pytest.mark.parametrize(("key", "wish"), [(Qt.Key.Key_E, "eased_wished"), (Qt.Key.Key_R, "loop_wished")])
def test_a_key_turns_on_what_the_clock_does_not_do_and_off_what_it_does(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, wish: str
) -> None:
    for running in (False, True):
        window.show_clock(MissionClock(0.0, 1.0, 0.0, 0.0, loop=running, eased=running))
        with qtbot.waitSignal(getattr(window, wish)) as wished:
            QTest.keyClick(window, key)
        assert wished.args == [not running]
