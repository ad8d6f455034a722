"""A briefing made from the board: the dialog, the work in a process of its own, its end and its cancelling."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QMessageBox, QProgressDialog
from pytestqt.qtbot import QtBot

from mission_gui.app import briefing
from mission_gui.app.briefing import Briefings
from mission_gui.window import MainWindow
from mission_gui.window.brief_dialog import BriefDialog, BriefWish
from mission_gui.window.keys import KEYS
from tests import canned

WISH = BriefWish(Path("out.html"), "ru", "dark", "")

STEPS = "import sys, time; print('1/3', file=sys.stderr); print('3/3', file=sys.stderr); print('/tmp/out.html')"
FAULT = "import sys; print('mission-gui: the folder is not there', file=sys.stderr); sys.exit(2)"
LONG = "import sys, time; print('1/3', file=sys.stderr, flush=True); time.sleep(60)"


@pytest.fixture
def board(qtbot: QtBot) -> Iterator[Briefings]:
    window = MainWindow()
    window.resize(1280, 720)
    window.load(canned.mission(), canned.trajectory())
    yield Briefings(window)
    window.close()
    window.deleteLater()


def standing_in(board: Briefings, monkeypatch: pytest.MonkeyPatch, program: str) -> list[str]:
    """Has another program run in place of the command, and gives the words the command would have had."""
    said: list[str] = []
    start = QProcess.start

    def other(self: QProcess, _program: str, words: list[str]) -> None:
        said.extend(words)
        start(self, sys.executable, ["-c", program])

    monkeypatch.setattr(QProcess, "start", other)
    return said


def test_the_dialog_asks_and_gives_what_was_chosen(board: Briefings, qtbot: QtBot, tmp_path: Path) -> None:
    board.ask()
    dialog = board._window.findChild(BriefDialog)
    assert dialog is not None
    assert Path(dialog.place.text()).name == "soyuz-ms-19.pdf"
    dialog.format.setCurrentIndex(dialog.format.findData(".pptx"))
    assert dialog.place.text().endswith("soyuz-ms-19.pptx")
    dialog.language.setCurrentIndex(dialog.language.findData("ru"))
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    dialog.place.setText(str(tmp_path / "a.pptx"))
    with qtbot.waitSignal(dialog.wished) as wished:
        dialog.wished.disconnect(board.make)
        dialog._wish()
    assert wished.args == [BriefWish(tmp_path / "a.pptx", "ru", "dark", "")]


def test_a_format_that_cannot_be_made_here_says_why(board: Briefings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(briefing, "find_spec", lambda module: None)
    board.ask()
    dialog = board._window.findChild(BriefDialog)
    assert dialog is not None
    assert dialog.format.currentData() == ".html"
    assert "pip install 'mission-gui[brief]'" in dialog.format.itemText(0)
    first = dialog.format.model().index(0, 0)
    assert not dialog.format.model().flags(first) & Qt.ItemFlag.ItemIsEnabled


def test_the_work_is_done_beside_the_board_and_its_end_told(
    board: Briefings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = standing_in(board, monkeypatch, STEPS)
    with qtbot.waitSignal(board.made) as made:
        board.make(WISH)
    assert made.args == ["/tmp/out.html"]
    assert "/tmp/out.html" in board._window.notice.text
    words = "brief soyuz-ms-19 --progress --language ru --theme dark -o out.html"
    assert " ".join(said).removeprefix("-m mission_gui ") == words


def test_a_fault_is_told_in_its_own_words(board: Briefings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    standing_in(board, monkeypatch, FAULT)
    with qtbot.waitSignal(board.failed) as failed:
        board.make(WISH)
    assert failed.args == ["the folder is not there"]
    box = board._window.findChild(QMessageBox)
    assert box is not None and box.informativeText() == "the folder is not there"


def test_cancelling_ends_the_work(board: Briefings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    standing_in(board, monkeypatch, LONG)
    board.make(WISH)
    progress = board._window.findChild(QProgressDialog)
    assert progress is not None
    qtbot.waitUntil(lambda: progress.value() == 1)
    process = board._process
    assert process is not None
    progress.canceled.emit()
    assert process.state() is QProcess.ProcessState.NotRunning
    assert board._process is None
    board.ask()
    assert board._window.findChild(BriefDialog) is not None


def test_closing_the_window_ends_the_work(board: Briefings, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    standing_in(board, monkeypatch, LONG)
    board.make(WISH)
    process = board._process
    assert process is not None
    board._window.close()
    assert process.state() is QProcess.ProcessState.NotRunning


def test_the_board_has_a_key_for_it(board: Briefings, qtbot: QtBot) -> None:
    key = next(key for key in KEYS if key.action == "make_briefing")
    assert key.keys == ("Ctrl+B",)
    with qtbot.waitSignal(board._window.briefing_wished):
        board._window.deeds()["make_briefing"]()
