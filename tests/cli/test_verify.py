"""Predicted against published, on the command line."""

import argparse
import json

import pytest

from mission_gui.cli import verify
from mission_gui.domain.errors import TrajectoryError


def told(capsys: pytest.CaptureFixture[str], *missions: str, as_json: bool = False, fitted: bool = False) -> str:
    words = argparse.Namespace(missions=missions or ("soyuz-ms-19",), json=as_json, fitted=fitted)
    assert verify.run(words) == 0
    return capsys.readouterr().out


def test_each_comparison_has_the_promised_keys(capsys: pytest.CaptureFixture[str]) -> None:
    listed = json.loads(told(capsys, as_json=True))
    assert {row["event"] for row in listed} == {"ignition", "touchdown", "peak_load"}
    for row in listed:
        assert {"mission", "event", "predicted", "published", "kind", "source"} <= set(row)
        assert row["mission"] == "soyuz-ms-19"
        assert ("residual_s" in row) != ("residual" in row)


def test_loads_and_distances_tell_their_unit(capsys: pytest.CaptureFixture[str]) -> None:
    listed = {row["event"]: row for row in json.loads(told(capsys, "soyuz-tma-10", as_json=True))}
    assert (listed["peak_load"]["unit"], listed["peak_load"]["published"]) == ("g", 8.5)
    assert (listed["landing_distance"]["unit"], listed["landing_distance"]["published"]) == ("km", 338.0)
    assert listed["landing_distance"]["residual"] == pytest.approx(listed["landing_distance"]["predicted"] - 338.0)
    assert listed["entry_interface"]["altitude_km"] == 100.0


def test_ms_19_is_predicted_within_the_accuracy_that_is_claimed(capsys: pytest.CaptureFixture[str]) -> None:
    rows = {row["event"]: row for row in json.loads(told(capsys, as_json=True))}
    assert abs(rows["touchdown"]["residual_s"]) < 20.0
    assert 0.0 <= rows["ignition"]["residual_s"] < 60.0
    assert 3.7 <= rows["peak_load"]["predicted"] <= 4.2


def test_a_single_mission_tells_how_well_posed_its_fit_is(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line for line in told(capsys).splitlines() if " fit: " in line]
    assert "ignition 10:34:1" in lines[0] and "bank reversal" in lines[0]
    assert "misses the landing by 0.000 km" in lines[1] and "condition" in lines[1] and "flights" in lines[1]


def test_the_table_ends_with_totals_of_plans_and_facts_apart(capsys: pytest.CaptureFixture[str]) -> None:
    table = told(capsys, "soyuz-ms-11", "soyuz-ms-17")
    totals = table[table.index("within what is asked") :].splitlines()[1:]
    assert " fit: " not in table
    ignitions = [line for line in totals if line.startswith("ignition")]
    assert [line.split()[1:3] for line in ignitions] == [["actual", "1"], ["planned", "1"]]
    assert "entry_interface 99.7 km" in table


def test_fits_are_summed_up_where_asked(capsys: pytest.CaptureFixture[str]) -> None:
    last = told(capsys, "soyuz-ms-19", "soyuz-tma-10", fitted=True).splitlines()[-2:]
    assert last[0].startswith("fitted, guided: 1; largest miss 0.000 km and 0.000 s")
    assert last[1].startswith("fitted, ballistic: 1")


def test_a_mission_that_cannot_be_flown_is_named_and_fails(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise TrajectoryError("the figures contradict each other")

    monkeypatch.setattr(verify, "_predicted", refuse)
    assert verify.run(argparse.Namespace(missions=["soyuz-ms-19"], json=False, fitted=False)) == 1
    assert "soyuz-ms-19: the figures contradict each other" in capsys.readouterr().err
