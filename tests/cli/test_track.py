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


def asked(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    track.add_arguments(parser)
    return parser.parse_args(["soyuz-ms-19", *words])


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
    words = asked("--step", str(step))
    with pytest.raises(UserError, match="--step"):
        track.run(words)


def test_a_folder_that_is_not_there_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    missing = tmp_path / "no" / "track.csv"
    words = asked("--step", "600", "-o", str(missing))
    with pytest.raises(UserError, match="folder"):
        track.run(words)
    assert list(tmp_path.iterdir()) == []


def test_a_change_is_flown_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "changed.csv"
    assert track.run(asked("--lift-lost", "100", "--step", "600", "-o", str(path))) == 0
    said = capsys.readouterr().err
    assert "km from the landing point" in said and "reconstructed: 3.91 g" in said
    row = next(row for row in csv.DictReader(path.read_text().splitlines()) if row["event"] == "touchdown")
    assert float(row["longitude_deg"]) < 65.0


def test_the_reserve_is_flown_and_its_landing_speed_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "reserve.csv"
    assert track.run(asked("--reserve", "--step", "600", "-o", str(path))) == 0
    said = capsys.readouterr().err
    assert "-407." in said and "10.1 m/s before the soft-landing engines fire (reconstructed: 7.8 m/s)" in said
    events = {row["event"] for row in csv.DictReader(path.read_text().splitlines())}
    assert any("reserve_parachute" in event for event in events)
    assert not any("main_parachute" in event for event in events)


def test_every_sigma_column_stands_beside_its_channel_and_is_empty_before_ignition(tmp_path: Path) -> None:
    path = tmp_path / "track.csv"
    track.run(asked("--step", "600", "-o", str(path)))
    rows = list(csv.DictReader(path.read_text().splitlines()))
    assert rows[0]["altitude_km_sigma"] == ""
    assert float(next(row for row in rows if row["event"] == "entry_interface")["altitude_km_sigma"]) > 0
