"""A full disk, or a home that cannot be written: each writer says so clearly, and the session goes on."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mission_gui import settings
from mission_gui.app import crash
from mission_gui.app.replay import Replay
from mission_gui.catalogue import read_catalogue
from mission_gui.missionfile import kept, mission_paths
from mission_gui.missionfile.library import FOLDER_VARIABLE
from mission_gui.session import cache
from tests import canned
from tests.disk import full_disk

MS19 = str(mission_paths()["soyuz-ms-19"])


@pytest.fixture
def few_missions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No mission is read for the list but one of the user's own, which is broken."""
    folder, empty = tmp_path / "own", tmp_path / "empty"
    folder.mkdir()
    empty.mkdir()
    (folder / "broken.toml").write_text("format = ")
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder))
    monkeypatch.setattr("mission_gui.catalogue.reading.resource", lambda _name: empty)


@pytest.fixture
def no_home(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of the user that cannot be made: a file is in the way. (Root may write where others may not.)"""
    blocked = own_folders / "a-file"
    blocked.write_text("in the way")
    for name in ("CACHE_HOME", "CONFIG_HOME", "DATA_HOME", "STATE_HOME"):
        monkeypatch.setenv(f"XDG_{name}", str(blocked))
    return blocked


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.message for record in caplog.records if record.levelname == "WARNING"]


def test_caches_say_once_that_nothing_is_kept(few_missions: None, caplog: pytest.LogCaptureFixture) -> None:
    with full_disk():
        cache.keep(canned.mission(), canned.trajectory())
        mission = kept.read_mission(MS19)
        (entry,) = read_catalogue()
    assert (mission.id, entry.id) == ("soyuz-ms-19", "broken")
    (told,) = said(caplog)
    assert "not kept for the next start" in told and "File too large" in told
    assert cache.recall(canned.mission()) is None


def test_caches_in_a_home_that_cannot_be_written(
    few_missions: None, no_home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    cache.keep(canned.mission(), canned.trajectory())
    assert cache.recall(canned.mission()) is None
    assert kept.read_mission(MS19).id == "soyuz-ms-19"
    assert [entry.id for entry in read_catalogue()] == ["broken"]
    (told,) = said(caplog)
    assert str(no_home) in told


def test_settings_stay_as_they_were(caplog: pytest.LogCaptureFixture) -> None:
    settings.write(settings.Settings(theme="light"))
    with full_disk(), pytest.raises(OSError, match="File too large"):
        settings.write(settings.Settings(theme="red"))
    assert settings.read().theme == "light"


def test_the_window_says_that_settings_cannot_be_kept_and_goes_on(
    qtbot: QtBot, no_home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    replay = Replay(canned.mission, "canned", "start")
    try:
        replay.window.choices.choose_theme("light")
        replay.keep_settings()
        assert str(settings.place()) in replay.window.notice.text
        replay.window.choices.choose_theme("dark")
        replay.keep_settings()
        assert replay.window.board.look.theme.name == "dark"
    finally:
        replay.session.close()
        replay.window.deleteLater()


def test_a_crash_report_that_cannot_be_written_is_no_second_crash() -> None:
    report = crash.CrashLog()
    with full_disk():
        report.note("Traceback: ZeroDivisionError")
        assert report.close() is None


def test_without_a_folder_for_reports_the_program_goes_on(no_home: Path, caplog: pytest.LogCaptureFixture) -> None:
    report = crash.CrashLog()
    report.note("Traceback: ZeroDivisionError")
    assert (report.path, report.close(), crash.found()) == (None, None, [])
    assert "a crash will leave no report" in caplog.text


def test_portraits_are_looked_for_where_nothing_can_be(no_home: Path) -> None:
    from mission_gui.panels.portraits import portrait

    assert portrait("vande_hei") is None


@pytest.mark.parametrize("words", [("list",), ("events", "soyuz-ms-19"), ("track", "soyuz-ms-19", "--step", "600")])
def test_commands_go_on_without_room_for_their_caches(words: tuple[str, ...], few_missions: None) -> None:
    done = run(*words)
    assert done.returncode == 0
    assert done.stdout
    (told,) = done.stderr.splitlines()
    assert told.startswith("what was computed is not kept for the next start")


def test_a_file_that_was_asked_for_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "track.csv"
    done = run("track", "soyuz-ms-19", "--step", "600", "-o", str(path))
    assert done.returncode == 2
    assert f"{path}: cannot be written (File too large)" in done.stderr and "Traceback" not in done.stderr
    assert list(tmp_path.glob("*.csv")) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_output_that_finds_no_room_is_told() -> None:
    with open("/dev/full", "w") as full:
        done = run("conflicts", "soyuz-ms-19", stdout=full.fileno())
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "mission-gui: the output cannot be written (No space left on device): make room"
    )
    assert "Traceback" not in done.stderr


def run(*words: str, stdout: int = subprocess.PIPE) -> "subprocess.CompletedProcess[str]":
    """The program in a process in which no file can grow."""
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    code = (
        f"import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (0, {limit}));"
        "from mission_gui.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
