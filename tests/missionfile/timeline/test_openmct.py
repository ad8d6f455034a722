"""Plans of Open MCT, as files for its plan plug-in and as it exports them."""

import json

import pytest

from mission_gui.domain.errors import UserError
from mission_gui.missionfile.timeline.openmct import read_plan
from tests.missionfile.timeline.samples import PLAN

BURN = ("10:34:00", "Deorbit burn", "SOYUZ; until 2022-03-30 10:38:41 UTC")


def told(text: str) -> list[tuple[str, str, str]]:
    return [(f"{entry.time:%H:%M:%S}", entry.name, entry.note) for entry in read_plan(text, "plan.json").entries]


def test_activities_become_entries_in_order_of_time() -> None:
    assert told(PLAN) == [
        ("03:00:00", "Suits on", "CREW; until 2022-03-30 04:00:00 UTC"),
        ("07:21:03", "Undocking", "SOYUZ"),
        BURN,
        ("10:38:41", "Deorbit burn: burn end", "SOYUZ"),
    ]


def test_what_is_no_activity_is_listed() -> None:
    left = read_plan(PLAN, "plan.json").left_out
    assert [line.split(": ")[-1] for line in left] == [
        "start and end must be milliseconds since 1970, between then and 2100",
        "it ends before it begins",
        "it has no name",
        "it has no name",
    ]
    assert "CREW: 'Late'" in left[0]


ACTIVITY = {"name": "Deorbit burn", "start": 1648636440000, "end": 1648636721000}
BODY = {"SOYUZ": [ACTIVITY]}
MAPPED = {"items": [{"name": "Deorbit burn", "t0": 1648636440000, "t1": 1648636721000, "lane": "SOYUZ"}]}


@pytest.mark.parametrize(
    "whole",
    [
        {"type": "plan", "name": "P", "selectFile": {"body": BODY}},
        {"type": "plan", "name": "P", "selectFile": {"body": json.dumps(BODY)}},
        {"openmct": {"a": {"type": "folder"}, "b": {"type": "plan", "name": "P", "selectFile": {"body": BODY}}}},
        {
            "name": "P",
            "sourceMap": {"start": "t0", "end": "t1", "activities": "items", "groupId": "lane"},
            "selectFile": {"body": MAPPED},
        },
    ],
)
def test_exported_plans_say_the_same(whole: object) -> None:
    assert told(json.dumps(whole))[0] == BURN
    assert read_plan(json.dumps(whole), "plan.json").title == "P"


@pytest.mark.parametrize(
    "text", ["{", "[]", "{}", '{"a": 1}', '{"selectFile": {"body": "x"}}', "[" * 100_000, '{"a":' * 90_000]
)
def test_what_is_no_plan_is_refused_by_name(text: str) -> None:
    with pytest.raises(UserError, match=r"^plan\.json: n"):
        read_plan(text, "plan.json")
