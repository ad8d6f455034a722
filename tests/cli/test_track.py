"""The flight as comma-separated values."""

import argparse
import csv
from pathlib import Path

import pytest

from mission_gui.cli import track
from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.errors import UserError
from tests import ms19

PROMISED = [
    "utc",
    "mission_time_s",
    "phase",
    "latitude_deg",
    "longitude_deg",
    "altitude_km",
    "inertial_speed_km_s",
    "air_speed_km_s",
    "load_g",
    "iss_range_km",
]


def table(step: float) -> list[dict[str, str]]:
    return list(csv.DictReader(track.rows(ms19.mission(), ms19.trajectory(), step)))


def test_the_first_columns_are_the_promised_ones_and_all_channels_follow() -> None:
    header = next(track.rows(ms19.mission(), ms19.trajectory(), 600.0)).strip().split(",")
    assert header[: len(PROMISED)] == PROMISED
    assert {channel.column for channel in CHANNELS.values()} <= set(header)


def test_touchdown_has_a_row_at_its_second_and_place() -> None:
    row = next(row for row in table(600.0) if row["event"] == "touchdown")
    assert row["utc"].startswith("2022-03-30T11:28:03") and row["utc"].endswith("Z")
    assert float(row["latitude_deg"]) == pytest.approx(47.38, abs=0.005)
    assert float(row["longitude_deg"]) == pytest.approx(69.579, abs=0.005)
    assert row["phase"] == "landed"


def test_rows_come_each_step_and_rise() -> None:
    rows = table(60.0)
    times = [float(row["mission_time_s"]) for row in rows]
    assert times == sorted(times)
    plain = [float(row["mission_time_s"]) for row in rows if not row["event"]]
    assert max(b - a for a, b in zip(plain, plain[1:], strict=False)) <= 120.0
    assert all(-180 <= float(row["longitude_deg"]) < 180 for row in rows)


@pytest.mark.parametrize("step", [0.0, -1.0, float("nan"), float("inf")])
def test_an_impossible_step_is_refused_in_words(step: float) -> None:
    words = argparse.Namespace(mission="soyuz-ms-19", step=step, output=None)
    with pytest.raises(UserError, match="--step"):
        track.run(words)


def test_a_folder_that_is_not_there_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    missing = tmp_path / "no" / "track.csv"
    words = argparse.Namespace(mission="soyuz-ms-19", step=600.0, output=missing)
    with pytest.raises(UserError, match="folder"):
        track.run(words)
    assert list(tmp_path.iterdir()) == []
