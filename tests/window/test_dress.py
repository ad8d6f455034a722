"""Every window and dialog is in the type and the colours of the board, whoever made its parts."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo, QImage
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QInputDialog,
    QMessageBox,
    QProgressBar,
    QProgressDialog,
    QPushButton,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mission_gui.app.briefing import Briefings
from mission_gui.app.pictures import Pictures
from mission_gui.app.taking import Taking
from mission_gui.domain.frame import frame_at
from mission_gui.theme import HIGH_CONTRAST, MONO, SANS, THEMES, Style, Theme
from mission_gui.window import MainWindow
from mission_gui.window.comparison_chooser import ComparisonChooser
from mission_gui.window.comparison_window import ComparisonWindow
from mission_gui.window.dialogs import dress, dress_application
from mission_gui.window.library import Library
from tests import canned
from tests.test_theme import contrast
from tests.window.test_findings import missions

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
LARGE = 26.0
"""The base size on a screen of 3840 x 2160."""


@pytest.fixture(autouse=True)
def own_dress(qapp: QApplication) -> Iterator[None]:
    """What the application itself wears is as it was after the test."""
    font, palette, tip = qapp.font(), qapp.palette(), QToolTip.palette()
    yield
    qapp.setFont(font)
    qapp.setPalette(palette)
    QToolTip.setPalette(tip)


def board(qtbot: QtBot) -> MainWindow:
    dress_application(Style(HIGH_CONTRAST))
    window = MainWindow(HIGH_CONTRAST)
    qtbot.addWidget(window)
    window.dressed.connect(dress_application)
    window.resize(QSize(3840, 2160))
    window.load(MISSION, TRAJECTORY)
    window.show_frame(frame_at(MISSION, TRAJECTORY, 5000.0))
    window.show()
    return window


def settings(window: MainWindow) -> QWidget:
    window.show_settings()
    return window.findChildren(QDialog)[-1]


def name_of_layout(window: MainWindow) -> QWidget:
    window.choices.ask_for_name(window)
    return window.findChildren(QInputDialog)[-1]


def picture(window: MainWindow) -> QWidget:
    Pictures(window, Taking(window)).ask()
    return window.findChildren(QDialog)[-1]


def briefing(window: MainWindow) -> QWidget:
    Briefings(window).ask()
    return window.findChildren(QDialog)[-1]


def progress(window: MainWindow) -> QWidget:
    Briefings(window)._show_progress()
    return window.findChildren(QProgressDialog)[-1]


def failure(window: MainWindow) -> QWidget:
    Briefings(window)._tell("There is no room on the disk.")
    return window.findChildren(QMessageBox)[-1]


def chooser(window: MainWindow) -> QWidget:
    made = ComparisonChooser(missions(), ("soyuz-ms-19",), window.look, window)
    made.show()
    return made


def library(window: MainWindow) -> QWidget:
    made = Library(window.look, window)
    made.take(missions())
    made.show()
    return made


def comparison(window: MainWindow) -> QWidget:
    made = ComparisonWindow(window.look.theme)
    made.setParent(window, made.windowFlags())
    made.resize(QSize(3840, 2160))
    made.show()
    return made


def itself(window: MainWindow) -> QWidget:
    return window


WINDOWS: tuple[Callable[[MainWindow], QWidget], ...] = (
    itself, settings, name_of_layout, picture, briefing, progress, failure, chooser, library, comparison,
)  # fmt: skip


@pytest.mark.parametrize("made", WINDOWS, ids=lambda made: made.__name__)
def test_every_part_is_in_the_type_of_the_board(
    qtbot: QtBot, tmp_path: Path, made: Callable[[MainWindow], QWidget]
) -> None:
    top = made(board(qtbot))
    top.ensurePolished()
    least, painted = Style(base=LARGE).size("small"), isinstance(top, MainWindow | ComparisonWindow)
    parts = [top, *(part for part in top.findChildren(QWidget) if part.isVisibleTo(top) and part.window() is top)]
    wrong = {
        f"{type(part).__name__} {part.objectName()}": (QFontInfo(part.font()).family(), part.font().pixelSize())
        for part in parts
        if type(part).__name__ not in _BARE
        and (QFontInfo(part.font()).family() not in (SANS, MONO) or not painted and part.font().pixelSize() < least)
    }
    assert wrong == {}


_BARE = ("QScrollBar", "QSplitter", "QSizeGrip", "QRubberBand", "QFocusFrame")
"""They hold no text."""


@pytest.mark.parametrize("made", [name_of_layout, failure, chooser], ids=lambda made: made.__name__)
def test_no_button_has_a_picture_of_the_systems_own(qtbot: QtBot, made: Callable[[MainWindow], QWidget]) -> None:
    buttons = made(board(qtbot)).findChildren(QPushButton)
    assert buttons and all(button.icon().isNull() for button in buttons)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("done", [0, 50, 100])
def test_how_far_something_is_can_be_read(qtbot: QtBot, theme: Theme, done: int) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    bar = QProgressBar(dialog)
    bar.setRange(0, 100)
    bar.setValue(done)
    dress(dialog, Style(theme))
    dialog.resize(300, 60)
    bar.resize(280, 30)
    image = dialog.grab().toImage()
    assert _share(image, theme.soyuz) == pytest.approx(done / 100, abs=0.08)
    assert contrast(theme.soyuz, theme.raised) >= 3.0
    # The words stand beside the bar, on the ground of the dialog.
    beside = [image.pixelColor(x, y).name() for x in range(_GROOVE + 4, 280) for y in range(2, 28)]
    assert theme.panel.lower() in beside and theme.soyuz.lower() not in beside
    assert max(contrast(color, theme.panel) for color in set(beside)) >= 4.5


def _is(image: QImage, x: int, y: int, name: str) -> bool:
    return image.pixelColor(x, y) == QColor(name)


def _share(image: QImage, name: str) -> float:
    """How much of the widest row of the groove a colour takes."""
    groove = max(sum(_is(image, x, y, name) for x in range(image.width())) for y in range(image.height()))
    return groove / _GROOVE


_GROOVE = 232
"""Pixels of the groove in a bar of 280."""


def test_tooltips_and_menus_of_qts_own_take_another_theme(qtbot: QtBot) -> None:
    window = board(qtbot)
    for theme in THEMES.values():
        window.set_theme(theme.name)
        assert QToolTip.palette().toolTipBase().color() == QColor(theme.raised)
        assert QToolTip.palette().toolTipText().color() == QColor(theme.text)
        assert QApplication.palette().base().color() == QColor(theme.raised)


def test_a_picture_in_another_theme_leaves_the_tooltips_as_they_are(qtbot: QtBot) -> None:
    window = board(qtbot)
    other = MainWindow(THEMES["light"])
    qtbot.addWidget(other)
    other.resize(800, 700)
    assert QToolTip.palette().toolTipBase().color() == QColor(window.look.theme.raised)


@pytest.mark.parametrize("made", [settings, picture, failure, progress], ids=lambda made: made.__name__)
def test_in_the_dark_no_dialog_shines(qtbot: QtBot, made: Callable[[MainWindow], QWidget]) -> None:
    window = board(qtbot)
    window.set_theme("red-night")
    image = made(window).grab().toImage()
    colors = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    bright = [QColor(color).name() for color in colors if max(QColor(color).green(), QColor(color).blue()) > _BRIGHT]
    assert bright == []


_BRIGHT = 185
"""More green or blue than any colour of the theme for dark-adapted eyes has."""
