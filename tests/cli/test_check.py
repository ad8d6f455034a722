"""`mission-gui check`."""

import argparse
from pathlib import Path

import pytest

from mission_gui.cli import check
from tests.missionfile.mutation import spoiled


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    check.add_arguments(parser)
    return check.run(parser.parse_args(words))


def test_a_sound_file_is_ok(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("soyuz-ms-19") == 0
    assert capsys.readouterr().out == "soyuz-ms-19: ok\n"


def test_all_faults_of_all_files_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text(spoiled(("flights = 4\n", ""), ("latitude = 47.38", "latitude = 147.38")), encoding="utf-8")
    two.write_text("id = ?", encoding="utf-8")
    assert run(str(one), "soyuz-ms-19", str(two)) == 1
    out = capsys.readouterr().out
    assert f"{one}: 2 faults" in out
    assert "crew[0].flights" in out
    assert "landing.latitude" in out
    assert "soyuz-ms-19: ok" in out
    assert f"{two}: 1 fault\n  line 1 column 6: " in out


def test_a_file_that_is_not_there_is_a_wrong_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("soyuz-ms-19", "nowhere.toml") == 2
    printed = capsys.readouterr()
    assert "soyuz-ms-19: ok" in printed.out
    assert "nowhere.toml" in printed.err


def test_without_a_file_it_says_what_it_wants(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run()
    assert stopped.value.code == 2
    assert "FILE" in capsys.readouterr().err
