"""What a jump in time leaves alone: the board is laid out once, and each page is written once."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from mission_gui.domain.frame import frame_at
from mission_gui.panels.side_tabs import SideTabs
from mission_gui.window import MainWindow
from mission_gui.window.dock_bar import DockBar
from tests import canned
from tests.canned import IGNITION
from tests.window import windows

MOMENTS = (0.0, IGNITION, 12600.0, IGNITION, 26000.0, 0.0)
"""In the canned flight each of them is of another card or page than the one before."""


class Events(QObject):
    """Counts what comes to an object."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.count: Counter[QEvent.Type] = Counter()
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count[event.type()] += 1
        return False


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = windows.board(qtbot)
    for t in MOMENTS:
        jump(made, t)
    return made


def jump(window: MainWindow, t: float) -> None:
    window.show_frame(frame_at(canned.mission(), canned.trajectory(), t))
    QApplication.processEvents()


def test_the_docks_are_not_laid_out_anew(window: MainWindow) -> None:
    told = Events(window.board.area)
    tabs = window.panels["side_tabs"]
    assert isinstance(tabs, SideTabs)
    said = set()
    for t in MOMENTS:
        jump(window, t)
        said.add(tabs.tabs.accessibleTabName(3))
    assert told.count[QEvent.Type.LayoutRequest] == 0
    assert said == {"Cards 1/2", "Cards 2/2"}


def test_what_lies_below_the_docks_is_not_painted(window: MainWindow) -> None:
    told, notes = Events(window.board), [Events(bar) for bar in window.findChildren(DockBar)]
    for t in MOMENTS:
        jump(window, t)
    assert told.count[QEvent.Type.Paint] == 0
    assert sum(note.count[QEvent.Type.Paint] for note in notes) > len(MOMENTS)


def test_a_card_is_written_once_and_only_when_it_is_seen(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    written, real = [], QTextEdit.setDocument

    def write(edit: QTextEdit, document: object) -> None:
        written.append(document)
        real(edit, document)  # type: ignore[arg-type]

    monkeypatch.setattr(QTextEdit, "setDocument", write)
    jump(window, 12600.0)
    jump(window, 0.0)
    assert not written  # the page of the recovery came in between: the card is the one from before
    jump(window, 12600.0)
    jump(window, IGNITION)
    assert len(written) == 1
