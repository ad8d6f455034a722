"""`mission-gui check`."""

import argparse
import json
from pathlib import Path

import pytest

from mission_gui.cli import check
from mission_gui.cli.excerpt import excerpt
from mission_gui.domain.errors import Finding
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
    assert f"--> {two}:1:6\n" in out and f"{two}: 1 fault\n" in out


def test_a_fault_is_shown_where_it_stands_with_its_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "soyuz-ms-19.toml"
    path.write_text(spoiled(("latitude = 47.38", "latitude = 147.38")), encoding="utf-8")
    assert run(str(path)) == 1
    number = path.read_text(encoding="utf-8").splitlines().index("latitude = 147.38") + 1
    assert capsys.readouterr().out.splitlines() == [
        "fault: landing.latitude: 147.38 is out of range",
        f"   --> {path}:{number}:1",
        "    |",
        f"{number} | latitude = 147.38",
        "    | ^^^^^^^^^^^^^^^^^",
        "    = it must be less than or equal to 90",
        "",
        f"{path}: 1 fault",
    ]


def test_of_a_long_line_the_part_with_the_fault_is_shown() -> None:
    code = "a" * 300 + "b = 1" + "c" * 300
    shown = excerpt("x.toml", Finding("b", "wrong", "mend", 1, 301, 5, code)).splitlines()
    assert max(map(len, shown)) <= 110
    assert shown[3][shown[4].index("^") :].startswith("b = 1c")
    assert shown[4].count("^") == 5 and shown[3].endswith("...") and "| ..." in shown[3]


def test_a_warning_is_told_and_fails_only_where_that_is_wished(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "soyuz-ms-19.toml"
    path.write_text(spoiled(("longitude = 69.579", "longitude = -69.579")), encoding="utf-8")
    assert run(str(path)) == 0
    assert capsys.readouterr().out.endswith(f"{path}: 1 warning\n")
    assert run(str(path), "--strict") == 1


def test_json_tells_all_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "soyuz-ms-19.toml"
    path.write_text(
        spoiled(("    { time = 2022-03-30T04:20:00Z", "    { time = 2022-03-30T04:20:00")), encoding="utf-8"
    )
    assert run(str(path), "soyuz-ms-19", str(tmp_path / "none"), "--json") == 2
    faulty, sound, lost = json.loads(capsys.readouterr().out)
    number = path.read_text(encoding="utf-8").splitlines()
    (finding,) = faulty["findings"]
    assert not faulty["ok"] and finding["level"] == "fault" and finding["place"] == "events[0].actual[1].time"
    line = number[finding["line"] - 1][finding["column"] - 1 :][: finding["length"]]
    assert line == "time = 2022-03-30T04:20:00" and finding["remedy"].startswith("add Z")
    assert (sound["ok"], sound["findings"], sound["error"]) == (True, [], None)
    assert "no mission or file" in lost["error"]


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
    fault = capsys.readouterr().out
    assert "fault: odd: unknown key" in fault and ":1:1\n" in fault and KINDS[name] in fault


def test_no_data_file_is_of_another_kind() -> None:
    folders = {path.parent.name for path in resource("missions").parent.glob("*/*.toml")}
    # The names on the map are like its shapes: the program's own, and in no format of a user's. A template is a mission
    # that is still to be filled in; a brief names what a briefing is made of, and is checked where it is read.
    assert folders == {name.split("/")[0] for name in KINDS} | {"missions", "map", "templates", "briefs"}


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
