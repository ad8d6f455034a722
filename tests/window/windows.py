"""Windows as tests see them: on the canned mission, shown, with the keyboard."""

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from mission_gui.domain.frame import frame_at
from mission_gui.settings import Settings
from mission_gui.theme import DARK, Theme
from mission_gui.window import MainWindow
from mission_gui.window.comparison_window import ComparisonWindow
from mission_gui.window.library import Library
from tests import canned
from tests.returns import ballistic
from tests.window import test_library

LARGE, SMALL = QSize(1600, 900), QSize(1280, 720)


def board(
    qtbot: QtBot, size: QSize = LARGE, t: float = 5000.0, theme: Theme = DARK, settings: Settings | None = None
) -> MainWindow:
    """The board at a moment, mission seconds."""
    made = MainWindow(theme)
    qtbot.addWidget(made)
    made.resize(size)
    if settings is not None:
        made.adopt(settings)
    fill(made, t)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.board.setFocus()
    return made


def fill(window: MainWindow, t: float) -> None:
    """The canned flight at a moment."""
    window.load(canned.mission(), canned.trajectory())
    window.show_frame(frame_at(canned.mission(), canned.trajectory(), t))


def library(window: MainWindow) -> Library:
    """The library over a board."""
    made = Library(window.look)
    made.setParent(window, made.windowFlags())
    made.resize(1500, 800)
    made.take(test_library.entries())
    made.come("soyuz-ms-19")
    return made


def comparison(window: MainWindow) -> ComparisonWindow:
    """Two returns beside each other, over a board."""
    made = ComparisonWindow(window.look.theme)
    made.setParent(window, made.windowFlags())
    made.resize(1920, 1080)
    made.show_comparison(ballistic())
    made.show()
    return made
