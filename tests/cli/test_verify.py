"""Predicted against published, on the command line."""

import argparse
import json

import pytest

from mission_gui.cli import verify
from mission_gui.domain.errors import TrajectoryError


def told(capsys: pytest.CaptureFixture[str], as_json: bool) -> str:
    words = argparse.Namespace(missions=["soyuz-ms-19"], json=as_json)
    assert verify.run(words) == 0
    return capsys.readouterr().out


def test_each_comparison_has_the_promised_keys(capsys: pytest.CaptureFixture[str]) -> None:
    listed = json.loads(told(capsys, as_json=True))
    assert {row["event"] for row in listed} == {"ignition", "touchdown"}
    for row in listed:
        assert {"mission", "event", "predicted", "published", "residual_s", "source"} <= set(row)
        assert row["mission"] == "soyuz-ms-19"


def test_ms_19_is_predicted_within_the_accuracy_that_is_claimed(capsys: pytest.CaptureFixture[str]) -> None:
    residuals = {row["event"]: row["residual_s"] for row in json.loads(told(capsys, as_json=True))}
    assert abs(residuals["touchdown"]) < 20.0
    assert 0.0 <= residuals["ignition"] < 60.0


def test_the_table_ends_with_a_summary(capsys: pytest.CaptureFixture[str]) -> None:
    table = told(capsys, as_json=False)
    assert "peak load 3.8" in table
    assert table.splitlines()[-1].startswith("touchdown") and "median" in table.splitlines()[-1]


def test_a_mission_that_cannot_be_flown_is_named_and_fails(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise TrajectoryError("the figures contradict each other")

    monkeypatch.setattr(verify, "_one", refuse)
    assert verify.run(argparse.Namespace(missions=["soyuz-ms-19"], json=False)) == 1
    assert "soyuz-ms-19: the figures contradict each other" in capsys.readouterr().err
