"""From the board to a comparison and back: chosen, flown on a thread, shown, saved, remembered."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mission_gui import settings
from mission_gui.app.comparing import ComparisonApp, _remember
from mission_gui.app.replay import Replay
from mission_gui.app.taking import Taking
from mission_gui.domain.alternatives import NONE
from mission_gui.export.opening import Pair, opening_of
from mission_gui.session import flight
from mission_gui.settings import PictureSettings, Settings
from mission_gui.window.comparison_chooser import ComparisonChooser
from tests import ms19, returns
from tests.window.test_comparison_window import ENTRIES


@pytest.fixture(autouse=True)
def no_widget_left() -> None:
    """What other tests left is collected here, and not in the thread, where no widget may end."""
    gc.collect()


@pytest.fixture(autouse=True)
def flown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flight, "preliminary", lambda mission: ms19.trajectory())
    monkeypatch.setattr(flight, "fly", lambda mission, *_: returns.flown(mission.id)[1])
    monkeypatch.setattr("mission_gui.session.alternatives_worker.alternatives", lambda *_: NONE)
    monkeypatch.setattr("mission_gui.catalogue.read_catalogue", lambda: ENTRIES)


@pytest.fixture
def board(qtbot: QtBot) -> Iterator[Replay]:
    replay = Replay(ms19.mission, "soyuz-ms-19", "touchdown", Settings(toured=True, follows=False))
    replay.window.resize(1280, 720)
    replay.window.show()
    qtbot.waitUntil(lambda: replay.window.frame is not None, timeout=20000)
    yield replay
    replay.window.close()
    replay.window.deleteLater()


def chosen(board: Replay, qtbot: QtBot) -> ComparisonApp:
    """What comes of pressing C on the board and choosing TMA-11."""
    board.window.comparison_wished.emit()
    qtbot.waitUntil(lambda: board.window.findChild(ComparisonChooser) is not None)
    chooser = board.window.findChild(ComparisonChooser)
    assert chooser is not None
    chooser.list.item(1).setCheckState(Qt.CheckState.Checked)
    chooser.ok.click()
    assert board.comparisons is not None
    joined = board.comparisons.open
    assert joined is not None
    qtbot.waitUntil(lambda: joined.window.comparison is not None, timeout=20000)
    return joined


def test_the_flight_on_the_board_is_compared_with_a_chosen_one(board: Replay, qtbot: QtBot) -> None:
    joined = chosen(board, qtbot)
    comparison = joined.window.comparison
    assert comparison is not None
    assert [one.mission.id for one in comparison.flights] == ["soyuz-ms-19", "soyuz-tma-11"]
    assert comparison.flights[0].trajectory is board.window.trajectory
    joined.window.align_on("ignition")
    assert board.window.choices.settings.alignment == "ignition"
    board.window.choices.set_theme("light")
    assert joined.window.look.theme.name == "light"
    joined.window.close()
    assert board.comparisons is not None and board.comparisons.open is None


def test_with_the_board_the_comparison_closes(board: Replay, qtbot: QtBot) -> None:
    joined = chosen(board, qtbot)
    board.window.close()
    assert not joined.window.isVisible() and not joined.session._thread.isRunning()


def test_choosing_nothing_leaves_nothing_behind(board: Replay, qtbot: QtBot) -> None:
    board.window.comparison_wished.emit()
    qtbot.waitUntil(lambda: board.window.findChild(ComparisonChooser) is not None)
    chooser = board.window.findChild(ComparisonChooser)
    assert chooser is not None
    QTest.keyClick(chooser, Qt.Key.Key_Escape)
    comparisons = board.comparisons
    assert comparisons is not None
    qtbot.waitUntil(lambda: comparisons.open is None)


@pytest.mark.parametrize("format", ["png", "pdf"])
def test_a_picture_goes_to_the_folder_of_pictures(
    format: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mission_gui.app.pictures.pictures_folder", lambda: tmp_path)
    taking = Taking()
    joined = ComparisonApp("dark", "touchdown", taking)
    joined.open(("soyuz-ms-19", "soyuz-tma-11"))
    qtbot.waitUntil(lambda: joined.window.comparison is not None, timeout=20000)
    settings.write(replace(settings.read(), picture=PictureSettings(format=format)))
    joined.save_picture()
    file = tmp_path / f"compare_soyuz-ms-19_soyuz-tma-11_touchdown.{format}"
    assert not file.exists() and joined.window.notice.text == "The picture is being made", "the window goes on"
    qtbot.waitUntil(lambda: str(file) in joined.window.notice.text, timeout=30000)
    found = opening_of(file)
    assert isinstance(found, Pair)
    assert [side.mission for side in found.sides] == ["soyuz-ms-19", "soyuz-tma-11"]
    taking.finish()
    joined.window.close()


def test_what_cannot_be_compared_is_told_on_standard_error_too(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    joined = ComparisonApp("dark", "touchdown", Taking())
    joined.open(("soyuz-ms-19", "soyuz-xx"))
    qtbot.waitUntil(lambda: joined.failed)
    assert "no mission or file 'soyuz-xx'" in capsys.readouterr().err
    assert joined.window.curtain.failed
    joined.window.wish(("soyuz-ms-19", "soyuz-tma-11"))
    qtbot.waitUntil(lambda: joined.window.comparison is not None, timeout=20000)
    assert not joined.failed
    joined.window.close()


def test_the_alignment_is_there_at_the_next_start() -> None:
    _remember("ignition")
    assert settings.read().alignment == "ignition"
