"""The sequence of events on the command line."""

import json

import pytest

from mission_gui.cli import events
from tests import ms19

PROMISED = [
    "hatch_closed",
    "undocking",
    "ignition",
    "burn_end",
    "module_separation",
    "entry_interface",
    "blackout_start",
    "peak_load",
    "blackout_end",
    "parachutes",
    "heat_shield",
    "touchdown",
    "crew_out",
    "medical_tent",
    "helicopters_depart",
    "karaganda",
]


@pytest.fixture
def objects() -> dict[str, dict[str, object]]:
    listed = json.loads(json.dumps([events.as_object(event) for event in ms19.trajectory().events]))
    return {item["id"]: item for item in listed}


def test_every_promised_event_is_there_with_every_key(objects: dict[str, dict[str, object]]) -> None:
    assert set(PROMISED) <= set(objects)
    for item in objects.values():
        assert set(item) == {"id", "name", "planned", "actual", "modelled", "kind", "sigma_s"}


def test_hatch_closing_shows_the_plan_and_both_reports(objects: dict[str, dict[str, object]]) -> None:
    hatch = objects["hatch_closed"]
    times = {key: [report["time"] for report in hatch[key]] for key in ("planned", "actual")}  # type: ignore[attr-defined]
    assert times == {
        "planned": ["2022-03-30T04:00:00Z"],
        "actual": ["2022-03-30T04:16:00Z", "2022-03-30T04:20:00Z"],
    }
    assert hatch["kind"] == "published" and hatch["modelled"] is None


def test_what_no_source_gives_is_modelled_and_says_so(objects: dict[str, dict[str, object]]) -> None:
    for name in ("module_separation", "entry_interface", "peak_load", "parachutes", "heat_shield"):
        assert objects[name]["kind"] == "modelled" and objects[name]["actual"] == [] and objects[name]["modelled"]


def test_the_table_has_a_line_for_each_event() -> None:
    lines = events.table(ms19.trajectory().events).splitlines()
    assert len(lines) == len(ms19.trajectory().events) + 1
    assert next(line for line in lines if line.startswith("hatch_closed")).split()[-3:] == [
        "04:00",
        "04:16",
        "published",
    ]
