"""`mission-gui shot`: pictures from the command line, without a display."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from mission_gui.cli import main, shot
from mission_gui.domain.alternatives import NONE
from mission_gui.session import flight
from tests import canned

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()


@pytest.fixture(autouse=True)
def canned_flight(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    monkeypatch.setattr("mission_gui.missionfile.find_mission", Path)
    monkeypatch.setattr("mission_gui.missionfile.read_mission", lambda path: MISSION)
    monkeypatch.setattr(flight, "fly", lambda mission: TRAJECTORY)
    monkeypatch.setattr("mission_gui.session.alternatives.alternatives", lambda *_: NONE)


def take(*words: object) -> int:
    return main.main(["shot", "soyuz-ms-19", *map(str, words)])


def test_a_shot_writes_the_picture_and_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.png"
    assert take("--at", "touchdown-00:05:00", "--size", "1024x640", "--theme", "light", "-o", path) == 0
    assert capsys.readouterr().out == f"{path}\n"
    assert QImage(str(path)).text("Title") == "Soyuz MS-19 at 2022-03-30T11:23:03Z"


def test_the_scale_multiplies_the_pixels(tmp_path: Path) -> None:
    assert take("--at", "undocking", "--size", "1024x640", "--scale", "1.5", "-o", tmp_path / "a.png") == 0
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (1536, 960)


def test_events_gives_a_numbered_picture_of_each_main_event(tmp_path: Path) -> None:
    folder = tmp_path / "out" / "stills"
    assert take("--at", "events", "--size", "1024x640", "--scale", "0.25", "-o", folder) == 0
    names = sorted(path.name for path in folder.iterdir())
    assert names[:3] == ["01-hatch_closed.png", "02-undocking.png", "03-flyaround_start.png"]
    assert "12-touchdown.png" in names
    assert names[-1] == "16-karaganda.png"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--at", "landign", "-o", "a.png"), "is not an event"),
        (("--at", "undocking", "-o", "a.bmp"), "ends in .png"),
        (("--at", "undocking", "-o", "nowhere/a.png"), "nowhere is not there"),
        (("--at", "undocking", "--size", "1x1", "-o", "a.png"), "each side must have"),
    ],
)
def test_wrong_words_are_explained(
    words: tuple[str, ...],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert take(*words) == 2
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [("--size", "big"), ("--size", "0x100"), ("--scale", "none"), ("--theme", "sepia")])
def test_wrong_options_are_explained(words: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        take("--at", "undocking", "-o", "a.png", *words)
    assert end.value.code == 2
    assert words[0] in capsys.readouterr().err


def test_main_events_outside_the_mission_are_left_out() -> None:
    assert all(path.suffix == ".png" for path in shot.stills(MISSION, TRAJECTORY, Path("out")))


def test_a_real_shot_needs_no_display_and_is_the_same_twice(tmp_path: Path) -> None:
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    for name in ("one.png", "two.png"):
        words = [sys.executable, "-m", "mission_gui", "shot", "soyuz-ms-19", "--at", "2022-03-30T10:52:12Z"]
        done = subprocess.run(
            [*words, "-o", str(tmp_path / name)], env=bare, capture_output=True, text=True, timeout=120
        )
        assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()
