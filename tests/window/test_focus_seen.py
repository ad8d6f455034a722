"""What has the keyboard is framed so that it can be seen, in every window and theme, and Tab leads to all of it."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from mission_gui.theme import THEMES
from mission_gui.window import MainWindow
from tests.test_theme import VISIBLE, contrast
from tests.window import test_dress, windows
from tests.window.windows import comparison, library

Pixels = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]


DIALOGS = (test_dress.settings, test_dress.picture, test_dress.briefing, test_dress.chooser)


def board(window: MainWindow) -> QWidget:
    return window


WINDOWS: tuple[Callable[[MainWindow], QWidget], ...] = (board, *DIALOGS, library, comparison)


def pixels(part: QWidget) -> Pixels:
    """A control with its surroundings on the screen, (rows, columns, 3)."""
    window = part.window()
    place = QRect(part.mapTo(window, part.rect().topLeft()), part.size()).adjusted(-3, -3, 3, 3)
    image = window.grab(place.intersected(window.rect())).toImage().convertToFormat(QImage.Format.Format_RGB888)
    found = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return found[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()  # the picture goes


def seen(before: Pixels, after: Pixels) -> int:
    """How many pixels have changed so much that it can be seen, WCAG 2.2, 2.4.13."""
    changed = (before != after).any(axis=2)
    pairs, counts = np.unique(np.hstack((before[changed], after[changed])), axis=0, return_counts=True)
    names = [(QColor(*map(int, pair[:3])).name(), QColor(*map(int, pair[3:])).name()) for pair in pairs]
    return int(sum(count for pair, count in zip(names, counts, strict=True) if contrast(*pair) >= VISIBLE))


def stops(top: QWidget) -> list[QWidget]:
    """What Tab is to lead to."""
    return [
        part
        for part in top.findChildren(QWidget)
        if part.isVisible() and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        if part.window() is top and part.focusProxy() is None
    ]


@pytest.mark.parametrize("made", [*DIALOGS, library, comparison])
def test_tab_leads_through_a_whole_window_and_round(qtbot: QtBot, made: Callable[[MainWindow], QWidget]) -> None:
    top = made(windows.board(qtbot))
    top.activateWindow()
    qtbot.waitUntil(top.isActiveWindow)
    wanted, seen = stops(top), []
    for _ in range(len(wanted) + 1):
        QTest.keyClick(QApplication.focusWidget() or top, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert set(seen) == set(wanted) and seen[-1] is seen[0]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    "made",
    [board, test_dress.settings, test_dress.picture, test_dress.briefing, test_dress.chooser, library, comparison],
)
def test_a_frame_as_long_as_the_control_is_seen(
    qtbot: QtBot, theme: str, made: Callable[[MainWindow], QWidget]
) -> None:
    top = made(windows.board(qtbot, theme=THEMES[theme]))
    top.activateWindow()
    qtbot.waitUntil(top.isActiveWindow)
    poor = []
    for part in stops(top):
        part.setFocus()
        QApplication.processEvents()
        after = pixels(part)
        part.clearFocus()
        QApplication.processEvents()
        before = pixels(part)
        framed = part.tabRect(part.currentIndex()) if isinstance(part, QTabBar) else part.rect()
        if seen(before, after) < framed.width() + framed.height():
            poor.append((type(part).__name__, part.accessibleName(), seen(before, after), part.size().toTuple()))
    assert poor == []
