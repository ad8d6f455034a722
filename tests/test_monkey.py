"""After a monkey has played with the board and all its windows it still is a board. `make monkey` lets it play for
minutes."""

import gc
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from mission_gui.app.replay import Replay
from mission_gui.domain.alternatives import NONE
from mission_gui.domain.frame import frame_at
from mission_gui.domain.language import ENGLISH
from mission_gui.domain.mission import Mission
from mission_gui.language import choose
from mission_gui.session import flight
from mission_gui.settings import Settings
from mission_gui.theme import THEMES
from mission_gui.window import MainWindow
from tests import canned
from tests.monkey import Monkey
from tests.window.test_comparison_window import ENTRIES

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
SECONDS = float(os.environ.get("MONKEY_SECONDS", "0"))
SEED = int(os.environ.get("MONKEY_SEED", "19"))
DEEDS = 250


def mission_of(path: Path) -> Mission:
    """Another mission, which flies as the one on the board does."""
    return replace(MISSION, id=Path(path).name.removesuffix(".mission.toml").removesuffix(".toml"))


@pytest.fixture(autouse=True)
def small_world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Flights cost nothing, no other program is started, no dialog of the system waits for an answer."""
    gc.collect()  # what other tests left, here and not in a thread
    monkeypatch.setattr(flight, "propagate", lambda mission, progress, known=None: TRAJECTORY)
    monkeypatch.setattr(flight, "fly", lambda mission, *_, **__: TRAJECTORY)
    monkeypatch.setattr(flight, "preliminary", lambda mission: canned.trajectory(complete=False))
    monkeypatch.setattr("mission_gui.session.alternatives_worker.alternatives", lambda *_: NONE)
    monkeypatch.setattr("mission_gui.catalogue.read_catalogue", lambda *_: ENTRIES)
    monkeypatch.setattr("mission_gui.missionfile.read_mission", mission_of)
    monkeypatch.setattr("mission_gui.missionfile.kept.read_mission", mission_of)
    monkeypatch.setattr("mission_gui.app.taking.Taking.draw", lambda *_: None)
    monkeypatch.setattr("mission_gui.app.briefing.Briefings.make", lambda *_: None)
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda *_: True)
    for name in ("getExistingDirectory", "getOpenFileName", "getSaveFileName"):
        answer = str(tmp_path) if name == "getExistingDirectory" else ("", "")
        monkeypatch.setattr(QFileDialog, name, lambda *_, answer=answer: answer)
    yield
    choose(ENGLISH)


@pytest.mark.parametrize("seed", [SEED, SEED + 1] if not SECONDS else [SEED])
def test_a_monkey_leaves_the_board_whole(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    chosen = Settings(toured=True, theme=list(THEMES)[seed % len(THEMES)])
    replay = Replay(lambda: MISSION, "soyuz-ms-19", "undocking", chosen)
    window = replay.window
    window.resize(1280, 720)
    window.show()
    qtbot.waitUntil(lambda: window.trajectory is TRAJECTORY and window.frame is not None, timeout=20_000)
    monkey = Monkey(window, seed)
    until = time.monotonic() + SECONDS
    deeds = 0
    try:
        with monkeypatch.context() as patch:
            patch.setattr(MainWindow, "closeEvent", _stay)
            while deeds < DEEDS or time.monotonic() < until:
                monkey.play()
                deeds += 1
        for top in monkey.windows():
            if top is not window:
                top.close()
        for _ in range(6):
            window.close_overlay()
        # The clock is right: where it is told to go, it goes, and every panel in view shows that frame.
        qtbot.waitUntil(lambda: window.frame is not None)
        window.rate_stepped.emit(1)
        replay.session.play.emit(False)
        wished = 5000.0
        replay.session.seek.emit(wished)
        qtbot.waitUntil(lambda: window.frame is not None and abs(window.frame.t - wished) < 1e-6)
        assert window.mission is not None
        assert window.frame == frame_at(window.mission, TRAJECTORY, wished)
        assert all(panel.frame == window.frame for panel in window.board.in_view().values())
    except BaseException:
        print(f"seed {seed}, deeds: {monkey.done[-12:]}")
        raise
    finally:
        window.close()
        replay.finish()  # a picture may still be on its way to its file
        QApplication.clipboard().clear()  # that of no screen would outlive Python, which made what is on it
        QApplication.processEvents()


def _stay(window: MainWindow, event: QCloseEvent) -> None:
    """The palette could close the board, and the play would be over."""
    event.ignore()
