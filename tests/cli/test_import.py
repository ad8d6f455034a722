"""`mission-gui import`."""

import tomllib
from pathlib import Path

import pytest

from mission_gui.cli.main import main
from tests.missionfile.mutation import GOOD
from tests.missionfile.timeline import samples


@pytest.fixture
def mission(tmp_path: Path) -> Path:
    path = tmp_path / "soyuz-ms-19.toml"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "NASA timeline.html"
    path.write_text(samples.TABLE.replace("12:00", "11:00"), encoding="utf-8")
    return path


def test_a_timeline_goes_into_a_file_which_is_kept(
    mission: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(table), "--into", str(mission), "--url", "https://www.nasa.gov"]) == 0
    out = capsys.readouterr().out
    assert "2022-03-30 07:21:00 UTC  undocking: Physical separation (planned)" in out
    assert (mission.parent / "soyuz-ms-19.toml.bak").read_text(encoding="utf-8") == GOOD
    source = {"title": "Soyuz MS-19 Landing Timeline", "url": "https://www.nasa.gov"}
    assert tomllib.loads(mission.read_text(encoding="utf-8"))["sources"]["nasa-timeline"] == source


def test_a_timeline_begins_a_file_of_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MISSION_GUI_MISSIONS", str(tmp_path / "own"))
    page = tmp_path / "csa.txt"
    page.write_text(samples.AGENCY_PAGE, encoding="utf-16")
    assert main(["import", str(page), "--new", "soyuz-ms-11-mine", "--date", "2019-06-24"]) == 1
    assert "still to be mended or filled in" in capsys.readouterr().out
    tables = tomllib.loads((tmp_path / "own" / "soyuz-ms-11-mine.toml").read_text(encoding="utf-8"))
    planned = {event["id"]: event["planned"][0]["time"] for event in tables["events"] if "planned" in event}
    assert f"{planned['touchdown']:%Y-%m-%dT%H:%M:%SZ}" == "2019-06-25T02:47:55Z"
    assert tables["sources"]["csa"]["title"] == "Timeline from csa.txt"


def test_what_was_left_out_is_listed_and_seen_in_the_status(
    mission: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plan.json").write_text(samples.PLAN, encoding="utf-8")
    new = tmp_path / "new.toml"
    assert main(["import", str(tmp_path / "plan.json"), "--into", str(mission), "-o", str(new)]) == 1
    assert "left out:\n  CREW: 'Late'" in capsys.readouterr().out
    assert mission.read_text(encoding="utf-8") == GOOD and "Suits on" in new.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["none.html", "--into", "soyuz-ms-19.toml"], "cannot be read"),
        (["empty.txt", "--into", "soyuz-ms-19.toml"], "no event with a time was found"),
        (["plan.txt", "--into", "soyuz-ms-19.toml", "--zone", "Nowhere"], "unknown zone"),
        (["plan.txt", "--into", "soyuz-ms-19.toml"], "no zone is told"),
        (["plan.txt", "--into", "soyuz-ms-19.toml", "--zone", "UTC", "-o", "there.toml"], "is there already"),
        (["plan.txt", "--into", "old.toml", "--zone", "UTC"], "mission-gui migrate"),
    ],
)
def test_bad_input_is_told_and_nothing_is_written(
    words: list[str], message: str, mission: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(mission.parent)
    Path("empty.txt").write_text("nothing here")
    Path("plan.txt").write_text("2022-03-30\n10:00 Something")
    Path("there.toml").write_text("mine")
    Path("old.toml").write_text(GOOD.replace("format = 2", "format = 1"), encoding="utf-8")
    before = {path: path.read_bytes() for path in Path().iterdir()}
    assert main(["import", *words]) in (1, 2)
    assert message in capsys.readouterr().err
    assert {path: path.read_bytes() for path in Path().iterdir()} == before
