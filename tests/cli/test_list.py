"""`mission-gui list`."""

import argparse
import json
from pathlib import Path

import pytest

from mission_gui.cli import list_missions


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    parser = argparse.ArgumentParser()
    list_missions.add_arguments(parser)
    assert list_missions.run(parser.parse_args(words)) == 0
    return capsys.readouterr().out


def test_the_table_has_a_line_for_each_mission_under_its_columns(capsys: pytest.CaptureFixture[str]) -> None:
    header, *lines = printed(capsys).splitlines()
    assert header.split() == ["ID", "MISSION", "LANDING", "CREW"]
    (line,) = [line for line in lines if line.startswith("soyuz-ms-19 ")]
    assert line[header.index("LANDING") :].startswith("2022-03-30 11:28")
    assert line[header.index("CREW") :] == "Anton Shkaplerov, Pyotr Dubrov, Mark Vande Hei"


def test_json_has_the_same_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(printed(capsys, "--json"))
    (ms19,) = [row for row in rows if row["id"] == "soyuz-ms-19"]
    assert ms19["landing"] == "2022-03-30T11:28:03Z"
    assert ms19["crew"][2] == "Mark Vande Hei"
    assert Path(ms19["file"]).is_file()
