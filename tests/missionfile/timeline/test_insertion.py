"""A timeline goes into a file whose every line stays, and the file is sound afterwards."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mission_gui.domain.errors import UserError
from mission_gui.missionfile import check_file, mission_paths
from mission_gui.missionfile.timeline.insertion import Inserted, Side, inserted
from mission_gui.missionfile.timeline.openmct import read_plan
from mission_gui.missionfile.timeline.table import read_table
from tests.missionfile.mutation import GOOD
from tests.missionfile.timeline import samples


def into(text: str, timeline: str, side: Side = "planned") -> Inserted:
    return inserted(text, read_table(timeline, date(2022, 3, 29), None), side, "nasa", "NASA timeline")


def event(tables: dict[str, Any], name: str) -> dict[str, Any]:
    (found,) = [event for event in tables["events"] if event["id"] == name]
    return dict(found)


def test_known_events_get_one_more_report_and_others_are_new_in_their_place() -> None:
    tables = tomllib.loads(into(GOOD, samples.TABLE).text)
    before = tomllib.loads(GOOD)
    assert event(tables, "ignition")["planned"][:-1] == event(before, "ignition")["planned"]
    report = event(tables, "ignition")["planned"][-1]
    assert f"{report['time']:%H:%M}" == "10:34" and report["source"] == "nasa"
    assert "6:34 a.m." in report["text"]
    assert event(tables, "undocking")["planned"][-1]["precision"] == 1.0
    ids = [one["id"] for one in tables["events"]]
    assert ids.index("entry_interface") < ids.index("cue_card_closed") < ids.index("touchdown")
    assert event(tables, "cue_card_closed")["name"] == {"en": "Cue card closed"}
    assert tables["sources"]["nasa"] == {"title": "NASA timeline"}


def test_actual_times_stand_beside_those_there_were() -> None:
    tables = tomllib.loads(into(GOOD, samples.TABLE, "actual").text)
    assert len(event(tables, "touchdown")["actual"]) == len(event(tomllib.loads(GOOD), "touchdown")["actual"]) + 1
    assert "planned" not in event(tables, "cue_card_closed")


def test_what_has_gone_in_once_does_not_go_in_again() -> None:
    once = into(GOOD, samples.TABLE).text
    again = into(once, samples.TABLE)
    assert again.text == once
    assert all(line.endswith("(there already)") for line in again.told)


def test_an_end_that_the_program_knows_is_an_event() -> None:
    timeline = read_plan(samples.PLAN, "plan.json")
    tables = tomllib.loads(inserted(GOOD, timeline, "planned", "plan", "A plan", "https://x.org").text)
    assert f"{event(tables, 'burn_end')['planned'][0]['time']:%H:%M:%S}" == "10:38:41"
    assert event(tables, "suits_on")["planned"][0]["text"].startswith("CREW; until")
    assert tables["sources"]["plan"] == {"title": "A plan", "url": "https://x.org"}


@pytest.mark.parametrize("name", list(mission_paths())[::8])
def test_every_line_that_there_was_stays_in_its_order(name: str, tmp_path: Path) -> None:
    text = mission_paths()[name].read_text(encoding="utf-8")
    landing = event(tomllib.loads(text), "touchdown")["actual"][0]["time"]
    timeline = read_table(
        f'Landing at {landing:%H:%M} GMT\n{landing:%H:%M} GMT  Hatch opened "by hand"', landing.date(), None
    )
    new = inserted(text, timeline, "actual", "general", "A newspaper").text
    lines = iter(new.splitlines())
    changed = [
        line for line in text.splitlines() if not any(line == other or line.rstrip(" ]}") in other for other in lines)
    ]
    assert changed == []
    path = tmp_path / f"{name}.toml"
    path.write_text(new, encoding="utf-8")
    assert [finding.what for finding in check_file(path)] == ["1 text has no Russian"]
    assert "general-2" in new or "\ngeneral =" not in text


@pytest.mark.parametrize(
    "text", ["", "[sources]", "events = 3\n[sources]", "[[events]]\nid = 'x'", "sources = 3\n[[events]]"]
)
def test_a_file_without_events_or_sources_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="the file has no"):
        into(text, samples.TABLE)


def test_no_more_goes_in_than_a_timeline_has() -> None:
    with pytest.raises(UserError, match="501 times are more than any timeline has"):
        into(GOOD, "10:00 EDT Landing\n" * 501)
