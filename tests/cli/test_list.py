"""`mission-gui list`."""

import argparse
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from mission_gui.cli import list_missions
from mission_gui.cli.main import main
from mission_gui.missionfile import mission_paths
from mission_gui.missionfile.library import own_folder


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder with the index of the built-in missions, which takes seconds to make."""
    cache = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(cache))
        assert main(["list", "--json"]) == 0
    return cache


@pytest.fixture(autouse=True)
def quick(own_folders: Path, indexed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(indexed))


def ids(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """The missions that a search prints, without what all names begin with."""
    assert main(["list", *words, "--json"]) == 0
    return [row["id"].removeprefix("soyuz-") for row in json.loads(capsys.readouterr().out)]


def test_the_table_has_a_line_for_each_mission_under_its_columns(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    header, *lines = capsys.readouterr().out.splitlines()
    assert header.split() == ["ID", "MISSION", "LANDING", "DAYS", "PORT", "CREW", "REMARKS"]
    assert len(lines) == len(mission_paths())
    (line,) = [line for line in lines if line.startswith("soyuz-ms-19 ")]
    assert line[header.index("LANDING") :].startswith("2022-03-30 11:28  355   Rassvet")
    crew, remarks = line[header.index("CREW") : header.index("REMARKS")], line[header.index("REMARKS") :]
    assert crew.strip() == "Anton Shkaplerov, Pyotr Dubrov, Mark Vande Hei"
    assert remarks == "flyaround"


def test_json_has_the_same_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "shkaplerov", "vande", "--json"]) == 0
    (ms19,) = json.loads(capsys.readouterr().out)
    assert ms19["landing"] == "2022-03-30T11:28:03Z"
    assert ms19["crew"][2] == "Mark Vande Hei"
    assert ms19["days"] == [176.11, 355.16, 355.16]
    assert (ms19["flyaround"], ms19["night"], ms19["own"], ms19["fault"]) == (True, False, False, None)
    assert Path(ms19["file"]).is_file()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--ballistic"], ["tma-1", "tma-10", "tma-11"]),
        (["--flyaround"], ["tma-20", "ms-08", "ms-19"]),
        (["--uncrewed"], ["ms-22"]),
        (["--crew", "кононенко"], ["tma-03m", "tma-17m", "ms-11", "ms-25"]),
        (["--crew", "Pettit", "--reverse"], ["ms-26", "tma-03m", "tma-1"]),
        (["--year", "2022"], ["ms-19", "ms-21"]),
        (["--from", "2022-03", "--to", "2022-03-30"], ["ms-19"]),
        (["--port", "nauka"], ["ms-18"]),
        (["world", "career"], ["tma-6", "tma-16m", "ms-25"]),
        (["--night", "--year", "2015"], ["tma-16m", "tma-17m"]),
        (["--own"], []),
        (["--ballistic", "--sort", "days"], ["tma-1", "tma-11", "tma-10"]),
    ],
)
def test_filters_leave_what_fits(capsys: pytest.CaptureFixture[str], words: list[str], found: list[str]) -> None:
    assert ids(capsys, *words) == found


def test_where_nothing_fits_it_says_so_and_what_was_perhaps_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--crew", "Shkaplerow"]) == 0
    out, err = capsys.readouterr()
    assert out.split() == ["ID", "MISSION", "LANDING", "DAYS", "PORT", "CREW", "REMARKS"]
    assert err == "nothing matches; did you mean shkaplerov?\n"
    assert main(["list", "--year", "1999"]) == 0
    assert capsys.readouterr().err == "nothing matches\n"


def test_own_and_broken_missions_say_what_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    own_folder().mkdir(parents=True)
    (own_folder() / "twin.toml").write_text(mission_paths()["soyuz-tma-11"].read_text("utf-8"), "utf-8")
    (own_folder() / "broken.toml").write_text("format = ")
    assert main(["list", "--own"]) == 0
    _, twin, broken = capsys.readouterr().out.splitlines()
    assert twin.startswith("soyuz-tma-11") and twin.endswith("your own, ballistic")
    assert broken.endswith(f"broken: mission-gui check {own_folder() / 'broken.toml'}, your own")
    assert main(["list", "tma-11 ", "--ballistic"]) == 0
    assert "another file with this id is used, ballistic" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022-03-30", date(2022, 3, 30), date(2022, 3, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-12", date(2022, 12, 1), date(2022, 12, 31)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
    ],
)
def test_a_date_may_be_a_month_or_a_year(text: str, first: date, last: date) -> None:
    assert (list_missions.first_day(text), list_missions.last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["", "March", "2022-13", "2022-02-30", "2022-1-1-1", "-5"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="write 2022-03-30"):
        list_missions.first_day(text)


def test_the_list_needs_neither_qt_nor_scipy_nor_skyfield() -> None:
    code = (
        "import sys; from mission_gui.cli.main import main; main(['list', '--json']);"
        "print(sorted({'PySide6', 'scipy', 'skyfield'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
