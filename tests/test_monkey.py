"""After a monkey has played with the board it still is a board. `make monkey` lets it play for minutes."""

import os
import time

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_gui.app.replay import Replay
from mission_gui.domain.alternatives import NONE
from mission_gui.domain.frame import frame_at
from mission_gui.session import flight
from mission_gui.settings import Settings
from tests import canned
from tests.monkey import Monkey

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
SECONDS = float(os.environ.get("MONKEY_SECONDS", "0"))
SEED = int(os.environ.get("MONKEY_SEED", "19"))
DEEDS = 250


@pytest.mark.parametrize("seed", [SEED, SEED + 1] if not SECONDS else [SEED])
def test_a_monkey_leaves_the_board_whole(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setattr(flight, "propagate", lambda mission, progress, known=None: TRAJECTORY)
    monkeypatch.setattr(flight, "preliminary", lambda mission: canned.trajectory(complete=False))
    monkeypatch.setattr("mission_gui.session.alternatives_worker.alternatives", lambda *_: NONE)
    replay = Replay(lambda: MISSION, "soyuz-ms-19", "undocking", Settings(toured=True))
    window = replay.window
    window.resize(1280, 720)
    window.show()
    qtbot.waitUntil(lambda: window.trajectory is TRAJECTORY and window.frame is not None)
    monkey = Monkey(window, seed)
    until = time.monotonic() + SECONDS
    deeds = 0
    try:
        while deeds < DEEDS or time.monotonic() < until:
            monkey.play()
            deeds += 1
        for _ in range(4):
            window.close_overlay()
        # The clock is right: where it is told to go, it goes, and every panel in view shows that frame.
        window.rate_stepped.emit(1)
        replay.session.play.emit(False)
        wished = 5000.0
        replay.session.seek.emit(wished)
        qtbot.waitUntil(lambda: window.frame is not None and abs(window.frame.t - wished) < 1e-6)
        assert window.frame == frame_at(MISSION, TRAJECTORY, wished)
        assert all(panel.frame == window.frame for panel in window.board.in_view().values())
    except BaseException:
        print(f"seed {seed}, deeds: {monkey.done[-12:]}")
        raise
    finally:
        window.close()
        QApplication.processEvents()
