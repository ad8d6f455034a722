"""`mission-gui new` and `mission-gui schema`."""

import json
from pathlib import Path

import pytest

from mission_gui.cli.main import main
from mission_gui.cli.schema import KINDS
from mission_gui.missionfile.schema import SCHEMAS


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MISSION_GUI_MISSIONS", str(tmp_path / "own" / "missions"))
    return tmp_path / "own" / "missions"


def test_a_new_file_lies_among_the_users_missions_and_check_goes_on_from_there(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "soyuz-ms-99"]) == 0
    told = capsys.readouterr().out
    assert str(folder / "soyuz-ms-99.toml") in told
    count = int(told.split("; ")[1].split(" ")[0])
    assert main(["check", "soyuz-ms-99"]) == 1
    out = capsys.readouterr().out
    assert f"{count} faults" in out and out.count("still to be filled in") == count > 20


def test_nothing_is_ever_written_over(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "mine"]) == 0
    (folder / "mine.toml").rename(folder / "other.toml")
    (tmp_path / "there.toml").write_text("mine")
    (tmp_path / "link.toml").symlink_to("nothing")
    before = {path: path.read_bytes() for path in (folder / "other.toml", tmp_path / "there.toml")}
    for words in (["mine"], ["x", "-o", str(tmp_path / "there.toml")], ["x", "-o", str(tmp_path / "link.toml")]):
        assert main(["new", *words]) == 2
        assert "already" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("words", [["No Id"], ["x", "--from", "apollo-11"], ["x", "-o", "nowhere/x.toml"]])
def test_wrong_words_make_no_file(words: list[str], folder: Path, tmp_path: Path) -> None:
    assert main(["new", *words]) == 2
    assert not folder.exists() and list(tmp_path.iterdir()) == []


def test_a_copy_of_a_mission_is_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "mine", "--from", "soyuz-ms-18"]) == 0
    assert main(["check", "mine"]) == 0
    assert "mine: ok" in capsys.readouterr().out


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_printed(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", kind]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"].startswith("https://json-schema.org/")
    assert {name.rpartition("/")[2].split(".")[0] for name in SCHEMAS} == set(KINDS)


def test_the_description_is_written_where_it_is_wished(tmp_path: Path) -> None:
    path = tmp_path / "format.md"
    assert main(["schema", "--markdown", "-o", str(path)]) == 0
    assert path.read_text(encoding="utf-8").startswith("# The mission format")
    assert main(["schema", "names", "--markdown"]) == 2
