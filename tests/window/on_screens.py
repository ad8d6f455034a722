"""Windows on screens of different resolution; run by `test_screens`, for screens are chosen when Qt starts."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QScreen
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget
from pytestqt.qtbot import QtBot

from mission_gui.app.comparing import ComparisonApp
from mission_gui.app.taking import Taking
from mission_gui.settings import PictureSettings
from mission_gui.window import MainWindow
from mission_gui.window.docks import DockArea
from mission_gui.window.layouts import LAYOUTS, Layout
from mission_gui.window.library import Library
from mission_gui.window.picture_dialog import PictureDialog
from mission_gui.window.steady import Steady, sized
from tests.window import windows

Pixels = NDArray[np.int16]

RATIOS = {"usual": 1.0, "fine": 2.0, "between": 1.5}
SIZE, FLOATING, MOMENT = QSize(1280, 720), QSize(340, 346), 12669.0
_CORNER = QPoint(31, 23)
"""Odd on purpose: at 1.5 it lies between pixels."""
_ROUNDING = 48
"""Levels by which digits larger than Qt keeps pictures of may differ: it rounds their outlines to a 64th of a pixel,
up or down by what it drew before."""


def configuration(path: Path) -> str:
    """Qt's platform with three screens in memory, one beside the other, each 1920x1080 for those who look at it."""
    places = zip(RATIOS.items(), (0, 1920, 1920 + 3840), strict=True)
    screens = [
        {"name": name, "x": x, "y": 0, "width": round(1920 * ratio), "height": round(1080 * ratio)}
        | {"logicalDpi": round(96 * ratio), "logicalBaseDpi": 96, "dpr": 1}
        for (name, ratio), x in places
    ]
    whole = {"synchronousWindowSystemEvents": True, "windowFrameMargins": False, "screens": screens}
    path.write_text(json.dumps(whole))
    return f"offscreen:configfile={path}"


def screen(name: str) -> QScreen:
    return next(found for found in QApplication.screens() if found.name() == name)


def put(window: QWidget, name: str, size: QSize = SIZE) -> None:
    """Onto a screen, at a size in units that are alike on all of them."""
    window.setGeometry(QRect(screen(name).geometry().topLeft() + _CORNER, size))
    QApplication.processEvents()
    assert window.devicePixelRatio() == RATIOS[name] and window.size() == size


def shown(window: QWidget) -> QImage:
    """What is on the screen."""
    QApplication.processEvents()
    picture = window.backingStore().paintDevice()
    assert isinstance(picture, QImage)
    assert picture.devicePixelRatio() == window.devicePixelRatio()
    return picture


def pixels(window: QWidget) -> Pixels:
    """(height, width, 3), the levels of blue, green and red."""
    image = shown(window)
    found = np.array(image.constBits(), dtype=np.uint8).reshape(image.height(), image.width(), 4)[:, :, :3]
    return found.astype(np.int16)


def alike(one: QWidget, other: QWidget) -> bool:
    a, b = pixels(one), pixels(other)
    return a.shape == b.shape and int(np.abs(a - b).max()) <= _ROUNDING


def board(qtbot: QtBot, name: str, layout: str) -> MainWindow:
    """A board that is opened on a screen."""
    made = MainWindow()
    qtbot.addWidget(made)
    made.setScreen(screen(name))
    made.setGeometry(QRect(screen(name).geometry().topLeft() + _CORNER, SIZE))
    windows.fill(made, MOMENT)
    made.set_layout(layout)
    made.show()
    qtbot.waitExposed(made)
    put(made, name)
    return made


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
def test_a_board_that_is_moved_is_painted_whole_and_looks_as_one_that_is_opened_there(
    qtbot: QtBot, layout: Layout
) -> None:
    moved = board(qtbot, "usual", layout.id)
    for name in ("fine", "between", "usual"):
        put(moved, name)
        opened = board(qtbot, name, layout.id)
        qtbot.waitUntil(partial(alike, moved, opened))
        opened.close()
        assert not _unpainted(moved), f"{layout.id} leaves pixels on a screen of {RATIOS[name]} as they were"


def _unpainted(window: QWidget) -> list[tuple[int, int]]:
    """Where what was there before shows."""
    shown(window).fill(Qt.GlobalColor.magenta)
    for widget in (window, *window.findChildren(QWidget)):
        widget.update()
    left = np.argwhere((pixels(window) == (255, 0, 255)).all(axis=2))
    return [(int(x), int(y)) for y, x in left[:5]]


@pytest.fixture
def crew(qtbot: QtBot) -> QDockWidget:
    """A floating panel beside a board."""
    area = board(qtbot, "usual", "orbit").board.area
    area.float("crew")
    return area.docks["crew"]


def test_a_floating_panel_that_is_moved_looks_as_one_that_floats_there(qtbot: QtBot, crew: QDockWidget) -> None:
    for name in ("fine", "between", "usual"):
        put(crew, name, FLOATING)
        area = board(qtbot, name, "orbit").board.area
        area.float("crew")
        put(area.docks["crew"], name, FLOATING)
        qtbot.waitUntil(partial(alike, crew, area.docks["crew"]))
        area.window().close()


@pytest.mark.parametrize("name", ["fine", "between"])
def test_from_a_screen_that_goes_a_window_comes_at_the_size_it_has(qtbot: QtBot, crew: QDockWidget, name: str) -> None:
    put(crew, name, FLOATING)
    # Half across the edge, enough of it on the screen that stays to be taken hold of, were it not for its resolution.
    crew.move(screen(name).geometry().left() - FLOATING.width() // 3, 100)
    QApplication.processEvents()
    leave(name)
    assert crew.size() == FLOATING
    others = [other.availableGeometry() for other in QApplication.screens() if other.name() != name]
    assert any(other.contains(crew.frameGeometry()) for other in others)


def leave(name: str) -> None:
    """Qt tells that a screen is to be removed; one in memory stays."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.screenRemoved.emit(screen(name))


def test_where_the_window_manager_moves_a_window_last_its_size_comes_back(qtbot: QtBot, crew: QDockWidget) -> None:
    put(crew, "fine", FLOATING)
    leave("fine")
    crew.resize(FLOATING * 2)
    qtbot.waitUntil(lambda: crew.size() == FLOATING)


@pytest.mark.parametrize("opened", [windows.library, windows.comparison], ids=["library", "comparison"])
def test_other_windows_go_from_screen_to_screen_too(qtbot: QtBot, opened: Callable[[MainWindow], QWidget]) -> None:
    under = board(qtbot, "usual", "orbit")
    moved = opened(under)
    for name in ("fine", "between", "usual"):
        put(moved, name)
        other = opened(under)
        put(other, name)
        under.activateWindow()  # or only one of them would show where the keyboard is
        qtbot.waitUntil(partial(alike, moved, other))
        other.close()
    put(moved, "fine")
    leave("fine")
    assert moved.size() == SIZE
    assert screen("usual").availableGeometry().contains(moved.frameGeometry())


def test_a_library_opens_on_the_screen_of_the_board(qtbot: QtBot) -> None:
    over = board(qtbot, "fine", "orbit")
    library = Library(over.look)
    qtbot.addWidget(library)
    library.stand("", over)
    library.come()
    assert library.devicePixelRatio() == RATIOS["fine"]
    assert screen("fine").availableGeometry().contains(library.frameGeometry())


def test_a_comparison_opens_on_the_screen_of_the_board(qtbot: QtBot) -> None:
    over = board(qtbot, "fine", "orbit")
    joined = ComparisonApp("dark", "touchdown", Taking(), over, over)
    joined.open(())
    qtbot.waitExposed(joined.window)
    assert joined.window.devicePixelRatio() == RATIOS["fine"]
    assert screen("fine").availableGeometry().contains(joined.window.frameGeometry())
    joined.window.close()
    joined.session.close()
    joined.taking.finish()


def opened_board(qtbot: QtBot) -> QWidget:
    return board(qtbot, "usual", "orbit")


def opened_library(qtbot: QtBot) -> QWidget:
    return windows.library(board(qtbot, "usual", "orbit"))


def opened_comparison(qtbot: QtBot) -> QWidget:
    return windows.comparison(board(qtbot, "usual", "orbit"))


def drop(window: QWidget, at: QPoint, size: QSize) -> None:
    """As X11 leaves it where the user drops it: with the number of pixels it had, whatever that comes to."""
    window.setGeometry(QRect(at, size))
    QApplication.processEvents()


def rest(qtbot: QtBot) -> None:
    """Longer than a window takes to know that it stands."""
    qtbot.wait(400)


@pytest.mark.parametrize("opened", [opened_board, opened_library, opened_comparison])
def test_a_window_stays_as_large_as_it_was_on_a_screen_of_another_resolution(
    qtbot: QtBot, opened: Callable[[QtBot], QWidget]
) -> None:
    window = opened(qtbot)
    put(window, "usual")
    rest(qtbot)
    drop(window, screen("fine").geometry().topLeft() + _CORNER, SIZE / 2)
    qtbot.waitUntil(lambda: window.size() == SIZE)
    assert window.devicePixelRatio() == RATIOS["fine"]
    rest(qtbot)
    drop(window, _CORNER, SIZE * 2)
    qtbot.waitUntil(lambda: window.size() == SIZE)
    assert window.devicePixelRatio() == RATIOS["usual"]


@pytest.mark.parametrize("name", ["fine", "between"])
def test_a_floating_panel_stays_as_large_as_it_was(qtbot: QtBot, crew: QDockWidget, name: str) -> None:
    put(crew, "usual", FLOATING)
    rest(qtbot)
    drop(crew, screen(name).geometry().topLeft() + _CORNER, FLOATING / RATIOS[name])
    qtbot.waitUntil(lambda: crew.size() == FLOATING)
    assert crew.devicePixelRatio() == RATIOS[name]


def test_a_panel_that_floats_again_has_the_size_of_now(qtbot: QtBot, crew: QDockWidget) -> None:
    area = crew.parentWidget()
    assert isinstance(area, DockArea)
    put(crew, "fine", FLOATING * 2)
    rest(qtbot)
    area.float("crew")
    rest(qtbot)
    area.float("crew")
    drop(crew, _CORNER, FLOATING * 4)
    rest(qtbot)
    assert crew.size() == FLOATING * 4


def test_a_dialog_that_is_squeezed_on_another_screen_has_room_again(qtbot: QtBot) -> None:
    under = board(qtbot, "usual", "orbit")
    dialog = PictureDialog(PictureSettings(), "/folder", under.look, under)
    dialog.open()
    qtbot.waitExposed(dialog)
    rest(qtbot)
    size = dialog.size()
    # The window system asks nobody how small a dialog may be.
    handle, at = dialog.windowHandle(), screen("fine").geometry().topLeft() + _CORNER
    handle.setMinimumSize(QSize())
    handle.setGeometry(QRect(at, size / 2))
    qtbot.waitUntil(lambda: dialog.devicePixelRatio() == RATIOS["fine"] and dialog.size() == size)


def test_a_window_that_would_be_on_the_other_screen_again_comes_in_whole(qtbot: QtBot) -> None:
    window, kept = board(qtbot, "between", "orbit"), SIZE * 0.75
    rest(qtbot)
    fine = screen("fine").geometry()
    drop(window, QPoint(fine.right() - kept.width() // 2 - 20, 100), kept)
    assert window.devicePixelRatio() == RATIOS["fine"]
    qtbot.waitUntil(lambda: window.size() == SIZE)
    assert fine.contains(window.geometry()) and window.devicePixelRatio() == RATIOS["fine"]


def test_a_size_that_the_user_gives_stays(qtbot: QtBot) -> None:
    window = board(qtbot, "usual", "orbit")
    rest(qtbot)
    window.resize(SIZE / 2)
    rest(qtbot)
    assert window.size() == SIZE / 2
    put(window, "fine")
    rest(qtbot)
    assert window.size() == SIZE


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        (QRect(100, 100, 500, 400), QRect(100, 100, 1000, 800)),
        (QRect(1300, 600, 500, 400), QRect(920, 280, 1000, 800)),  # from the rim inward
        (QRect(-200, 100, 500, 400), QRect(-200, 100, 1000, 800)),  # half on another screen, as the user put it
        (QRect(1600, 100, 500, 400), QRect(920, 100, 1000, 800)),  # mostly on another screen as soon as it had grown
        (QRect(-900, -700, 2000, 1600), QRect(0, 0, 1000, 800)),  # or had shrunk
    ],
)
def test_a_window_grows_from_its_corner_and_within_its_screen(place: QRect, wanted: QRect) -> None:
    assert sized(place, QSize(1000, 800), QRect(0, 0, 1920, 1080)) == wanted
    assert sized(place, QSize(5000, 5000), QRect(0, 0, 1920, 1080)).size() == QSize(1920, 1080)


def test_a_part_of_a_window_is_left_to_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    part = QWidget(window)
    part.resize(FLOATING)
    Steady(part)
    part.show()
    put(window, "usual")
    rest(qtbot)
    put(window, "fine")
    part.resize(FLOATING / 2)
    rest(qtbot)
    assert part.size() == FLOATING / 2
