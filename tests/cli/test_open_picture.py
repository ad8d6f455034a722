"""`mission-gui open FILE`, and `mission-gui FILE.png`: back to the moment of a picture."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize

from mission_gui import app
from mission_gui.cli import main
from mission_gui.export.canvas import Canvas
from mission_gui.export.comparison import comparison_picture
from mission_gui.export.formats import save
from mission_gui.export.opening import opening_of
from mission_gui.export.picture import Composition, Studio
from tests import canned
from tests.returns import ballistic

Told = dict[str, Any]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, qapp: object) -> Told:
    """What the board is opened with, once it is."""
    found: Told = {}

    def run(
        read: object, name: str, when: str, rate: float, playing: bool, wished: Told, path: Path, stamp: object
    ) -> int:
        found.update(name=name, when=when, playing=playing, stamp=stamp, **wished)
        return 0

    monkeypatch.setattr(app, "run", run)
    return found


@pytest.fixture(params=[".png", ".svg", ".pdf"])
def picture(request: pytest.FixtureRequest, tmp_path: Path, qapp: object) -> Path:
    path = tmp_path / f"a{request.param}"
    composition = Composition(Canvas(QSize(640, 400)), panel="descent", theme="light")
    with Studio(canned.mission(), canned.trajectory(), composition) as studio:
        save(studio.at(12669.5), path)
    return path


@pytest.mark.parametrize("words", [["open"], []])
def test_a_picture_opens_the_board_at_its_moment(words: list[str], picture: Path, told: Told) -> None:
    assert main.main([*words, str(picture)]) == 0
    assert (told["name"], told["when"], told["playing"]) == ("soyuz-ms-19", "T+12669.500000", False)
    assert (told["layout"], told["theme"]) == ("descent", "light")
    assert told["stamp"].data == "canned", "which is held against the data that are read"


def test_words_of_the_command_come_before_those_of_the_picture(picture: Path, told: Told) -> None:
    assert main.main(["open", str(picture), "--at", "undocking", "--layout", "orbit"]) == 0
    assert (told["when"], told["layout"], told["theme"]) == ("undocking", "orbit", "light")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [("a.png", b"by somebody else", "not made by Mission GUI"), ("a.toml", b"", "film or briefing ends in .png")],
)
def test_what_is_no_picture_of_this_program_is_told(
    name: str, content: bytes, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(content)
    assert main.main(["open", str(tmp_path / name)]) == 2
    assert why in capsys.readouterr().err


def test_a_picture_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main([str(tmp_path / "gone.png")]) == 2
    assert "cannot be read: No such file or directory" in capsys.readouterr().err


def test_a_picture_of_a_comparison_opens_that_comparison(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    found: list[object] = []

    def run(*told: object) -> int:
        found.extend(told)
        return 7

    monkeypatch.setattr("mission_gui.app.comparing.run_comparison", run)
    path = tmp_path / "two.png"
    with comparison_picture(ballistic("ignition"), Canvas(QSize(1280, 720)), "light") as picture:
        save(picture, path)
    assert main.main(["open", str(path), "--language", "ru"]) == 7
    names, align, chosen, pair = found
    assert (names, align) == (("soyuz-ms-19", "soyuz-tma-11"), "ignition")
    assert chosen == {"theme": "light", "language": "ru"} and pair == opening_of(path)
