"""`mission-gui film`: films from the command line, without a display."""

from pathlib import Path

import av
import pytest

from mission_gui.cli import film, main
from mission_gui.cli.status import INTERRUPTED
from mission_gui.domain.alternatives import NONE
from mission_gui.export.film import encoder, picture
from mission_gui.session import flight
from tests import canned

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()


@pytest.fixture(autouse=True)
def canned_flight(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    monkeypatch.setattr("mission_gui.missionfile.library.find_mission", Path)
    monkeypatch.setattr("mission_gui.missionfile.kept.read_mission", lambda path: MISSION)
    monkeypatch.setattr(flight, "fly", lambda mission: TRAJECTORY)
    monkeypatch.setattr("mission_gui.session.alternatives.alternatives", lambda *_: NONE)


def shoot(*words: object) -> int:
    return main.main(["film", "soyuz-ms-19", *map(str, words)])


SHORT = ("--from", "undocking+00:01:00", "--to", "undocking+00:02:00", "--fps", "5", "--size", "320x180", "--even")


def test_a_film_is_written_and_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.webm"
    assert shoot(*SHORT, "--rate", "30", "-o", path) == 0
    assert capsys.readouterr().out == f"{path}\n"
    with av.open(str(path)) as made:
        assert sum(1 for _ in made.decode(video=0)) == 11
        tags = {key.lower(): value for key, value in made.metadata.items()}
    assert tags["mission"] == "soyuz-ms-19" and tags["data"] == MISSION.digest
    assert tags["utc"].endswith("2022-03-30T07:23:03Z") and "not telemetry" in tags["comment"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--from", "landign", "-o", "a.mp4"), "is not an event"),
        (("-o", "a.avi"), "ends in .mp4, .webm or .gif"),
        (("-o", "nowhere/a.mp4"), "nowhere is not there"),
        (("--size", "321x180", "-o", "a.mp4"), "must be even"),
        (("--from", "touchdown", "--to", "undocking", "-o", "a.mp4"), "would end before it begins"),
        (("--rate", "-5", "-o", "a.mp4"), "runs forward"),
        (("--rate", "0.1", "-o", "a.mp4"), "frames and lasts"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    words: tuple[str, ...],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert shoot(*words) == 2
    said = capsys.readouterr().err
    assert told in said and said.startswith("mission-gui: ")
    assert not list(tmp_path.iterdir())


def test_ctrl_c_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(picture.Camera, "draw", interrupt)
    assert shoot(*SHORT, "-o", tmp_path / "a.mp4") == INTERRUPTED
    assert not list(tmp_path.iterdir())


def test_the_words_are_those_of_the_tables() -> None:
    assert set(film.CODECS) == set(encoder.CODECS)
    assert film.FOLLOW == picture.FOLLOW
