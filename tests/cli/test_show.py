"""`mission-gui show` and `mission-gui conflicts`."""

import json

import pytest

from mission_gui.cli.main import main
from mission_gui.cli.statement_text import as_object, lines
from mission_gui.domain.dossier import Statement
from mission_gui.domain.facts import Kind, Source, Text

SOURCE = Source("a", Text("A title"), "https://example.org/a")


def test_a_figure_is_told_with_where_it_comes_from() -> None:
    other = Statement("Landing", "11:29", Kind.PLANNED, (SOURCE,), agrees=False)
    told = Statement("Landing", "11:28", Kind.ACTUAL, (SOURCE,), "a note", (other,), "it was reported")
    assert list(lines(told)) == [
        "  Landing: 11:28",
        "      actual; A title, https://example.org/a; note: a note",
        "      against 11:29 (planned; A title, https://example.org/a)",
        "      used because it was reported",
    ]
    assert as_object(told)["others"] == [as_object(other) | {"agrees": False}]


def test_an_address_is_never_cut() -> None:
    address = "https://example.org/" + "long-" * 40
    assert any(address in line for line in lines(Statement("A", "b", sources=(Source("c", Text("d"), address),))))


def test_the_record_is_printed_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "soyuz-tma-1"]) == 0
    told = capsys.readouterr().out
    for part in (
        "Crew: Donald Pettit",
        "STS-113, 2002-11-24",
        "Undocking, actual: 2003-05-03 22:43 UTC",
        "Burn end: not known",
        "1 25544U 98067A   03123.82525383",
        "against about 2003-05-04 02:07 UTC (actual; spacenews.com",
        "Search forces and the way home: not known",
        "US record: Daniel Bursch and Carl Walz",
    ):
        assert part in told


def test_the_record_is_printed_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "soyuz-ms-19", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    events = next(section for section in told["sections"] if section["title"] == "Events")
    landing = next(one for one in events["statements"] if one["label"] == "Landing, actual")
    assert landing["value"] == "2022-03-30 11:28:03 UTC"
    assert landing["sources"][0]["url"].startswith("https://")
    assert any(not other["agrees"] for other in landing["others"])


def test_conflicts_of_one_mission(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conflicts", "soyuz-tma-08m"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Soyuz TMA-08M (soyuz-tma-08m): 1 conflict",
        "  Undocking, actual: 2013-09-10 23:35:28 UTC",
        "      derived; Public data file of Soyuz touchdown times, which credits spacefacts.de"
        " (repository not recorded);",
        "        note: landing time minus undocking-to-landing duration, both from this source",
        "      against 2013-09-10 23:34 UTC (actual; tass.com (700516))",
        "      used because it is known to the second",
    ]


def test_conflicts_of_all_missions(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conflicts", "--json"]) == 0
    told = {one["id"]: one for one in json.loads(capsys.readouterr().out)}
    assert len(told) == 65
    assert told["soyuz-tma-2"]["conflicts"] == []
    (landing,) = [one for one in told["soyuz-tma-18m"]["conflicts"] if one["label"] == "Landing, actual"]
    assert (landing["section"], landing["why"]) == ("Events", "it stands first in the mission file")


@pytest.mark.parametrize("command", ["show", "conflicts"])
def test_a_mission_that_is_not_there_is_told(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "soyuz-ms-91"]) == 2
    assert "Did you mean" in capsys.readouterr().err
