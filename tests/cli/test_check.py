"""`mission-gui check`."""

import argparse
from pathlib import Path

import pytest

from mission_gui.cli import check
from mission_gui.resources import resource
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


KINDS = {
    "vehicles/soyuz-ms.toml": "canopies",
    "stations/russian.toml": "stations",
    "station/iss.toml": "ports",
    "station/outline.toml": "parts",
    "departures/two-burn-nadir.toml": "burns",
    "dispersion/soyuz.toml": "drag_coefficient",
    "records/durations.toml": "classes",
    "records/careers.toml": "careers",
    "records/names.toml": "names",
    "limits/soyuz.toml": "limits",
}
"""A file of each kind beside missions, and a key that only this kind has."""


@pytest.mark.parametrize("name", KINDS)
def test_files_of_every_kind_are_known(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sound = resource(name)
    assert run(str(sound)) == 0
    faulty = tmp_path / "faulty.toml"
    faulty.write_text("odd = 1\n" + sound.read_text(encoding="utf-8"), encoding="utf-8")
    assert run(str(faulty)) == 1
    fault = capsys.readouterr().out.splitlines()[-1]
    assert "odd (line 1): unknown key" in fault and KINDS[name] in fault


def test_no_data_file_is_of_another_kind() -> None:
    folders = {path.parent.name for path in resource("missions").parent.glob("*/*.toml")}
    # The names on the map are like its shapes: the program's own, and in no format of a user's.
    assert folders == {name.split("/")[0] for name in KINDS} | {"missions", "map"}


def test_the_beginning_of_a_mission_is_a_mission(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begun = tmp_path / "begun.toml"
    begun.write_text('format = 2\nid = "soyuz-ms-99"\nstations = ["russian"]\n', encoding="utf-8")
    assert run(str(begun)) == 1
    assert "crew" in capsys.readouterr().out


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
