"""The whole record of a mission, and where its sources disagree."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from mission_gui.domain.dossier import NOT_KNOWN, Statement, conflicts, record, remarks
from mission_gui.domain.dossier.statements import FIRST, of_figures, of_reports
from mission_gui.domain.facts import Figure, Kind, Report, Source, Text
from mission_gui.domain.mission import Mission
from mission_gui.missionfile import mission_paths, missions, read_mission
from tests import ms19

HERE, THERE = Source("here", Text("Here")), Source("there", Text("There"), "https://example.org/")
NOON = datetime(2022, 3, 30, 12, tzinfo=UTC)


def report(
    seconds: float, precision: float = 60.0, kind: Kind = Kind.ACTUAL, qualifier: str = "", source: Source = HERE
) -> Report:
    return Report(NOON + timedelta(seconds=seconds), source, kind, precision, qualifier)


def statements(mission: Mission, section: str) -> dict[str, Statement]:
    return {one.label: one for found in record(mission) if found.title == section for one in found.statements}


def every(found: tuple[Statement, ...]) -> Iterator[Statement]:
    for one in found:
        yield one
        yield from one.others


def test_what_nobody_tells_is_not_known() -> None:
    assert of_reports("Entry", ()) == Statement("Entry", NOT_KNOWN)


def test_the_first_report_is_used_and_the_others_stand_behind_it() -> None:
    told = of_reports("Landing", (report(6, 1.0), report(0, source=THERE), report(40, 1.0)))
    assert (told.value, told.sources) == ("2022-03-30 12:00:06 UTC", (HERE,))
    assert [(other.value, other.agrees) for other in told.others] == [
        ("2022-03-30 12:00 UTC", True),
        ("2022-03-30 12:00:40 UTC", False),
    ]


@pytest.mark.parametrize(
    ("used", "other", "why"),
    [
        (report(0, 1.0), report(120), "it is known to the second"),
        (report(0), report(300, qualifier="about"), 'the other is told as "about"'),
        (report(0), report(300, kind=Kind.DERIVED), "it was reported, the other is derived"),
        (report(0), report(300), FIRST),
        (report(0), report(30), ""),
    ],
)
def test_it_says_why_a_time_is_used(used: Report, other: Report, why: str) -> None:
    assert of_reports("Landing", (used, other)).why == why


def test_numbers_that_are_written_alike_agree() -> None:
    figures = [Figure(value, HERE, Kind.ACTUAL) for value in (428e3, 427.9e3, 475e3)]
    told = of_figures("Short of plan", figures, lambda metres: f"{metres / 1e3:.0f} km")
    assert [other.agrees for other in told.others] == [True, False]


@pytest.mark.parametrize("mission", missions(), ids=lambda mission: mission.id)
def test_the_record_of_every_mission_cites_every_source_of_its_file(mission: Mission) -> None:
    told = [one for section in record(mission) for one in every(section.statements)]
    cited = {source.title for one in told for source in one.sources}
    assert {source.title for source in mission.sources} <= cited
    assert all(one.label and one.value for one in told)


def test_what_is_said_of_a_person_has_its_own_source() -> None:
    dubrov = statements(ms19.mission(), "Crew: Pyotr Dubrov")
    assert dubrov["Up"].value == "Soyuz MS-18, 2021-04-09 07:42:40 UTC"
    assert dubrov["Down"].value == "Soyuz MS-19, 2022-03-30 11:28:03 UTC"
    assert dubrov["Time in space before"].value == "none"
    assert dubrov["Seat"].kind is Kind.DERIVED
    assert [source.id for source in dubrov["Born"].sources] != [source.id for source in dubrov["Up"].sources]


def test_the_first_crew_came_up_by_shuttle_and_its_seats_are_not_known() -> None:
    pettit = statements(read_mission(mission_paths()["soyuz-tma-1"]), "Crew: Donald Pettit")
    assert pettit["Up"].value.startswith("STS-113, 2002-11-24")
    assert pettit["Seat"] == Statement("Seat", NOT_KNOWN)


def test_a_launch_of_which_only_the_day_is_known_gives_no_seconds() -> None:
    yi = statements(read_mission(mission_paths()["soyuz-tma-11"]), "Crew: Yi So-yeon")
    assert yi["Up"].value == "Soyuz TMA-12, 2008-04-08, time not known"
    assert yi["This flight"].value == "about 10 d"


def test_the_records_are_those_of_the_day() -> None:
    told = statements(ms19.mission(), "Records of time in space on that day")
    assert told["US record"].value.startswith("Mark Vande Hei, 355 d")
    assert told["World record"].value.startswith("Valeri Polyakov, 437 d")
    assert told["Passed by Mark Vande Hei"].value.startswith(
        "US record, that of Kelly until then, 340 d, on 2022-03-15"
    )


def test_the_conflicts_of_ms19_name_every_value() -> None:
    found = {conflict.used.label: conflict.used for conflict in conflicts(ms19.mission())}
    hatch = found["Hatch closed, actual"]
    assert (hatch.value, [other.value for other in hatch.others]) == (
        "2022-03-30 04:16 UTC",
        ["2022-03-30 04:20 UTC"],
    )
    assert hatch.why
    assert "Undock command, actual" not in found  # two reports of one minute
    assert "The sources disagree" in found["Local time of landing"].note


def test_remarks_explain_conflicts_in_words() -> None:
    (remark,) = remarks(read_mission(mission_paths()["soyuz-tma-1"]))
    assert "The earlier time is the usual one" in remark.value
