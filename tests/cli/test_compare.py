"""Returns side by side, on the command line."""

import argparse
import csv
import json
from pathlib import Path

import pytest

from mission_gui.cli import compare
from mission_gui.cli.main import main
from tests.returns import ballistic


@pytest.fixture(autouse=True)
def flown_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """The flights are those that other tests have flown."""
    from tests import returns

    monkeypatch.setattr("mission_gui.session.flight.fly", lambda mission, *_: returns.flown(mission.id)[1])


def asked(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    compare.add_arguments(parser)
    return parser.parse_args(["soyuz-ms-19", "soyuz-tma-11", *words])


def test_the_table_sets_values_and_their_difference_side_by_side() -> None:
    lines = compare.table(ballistic()).splitlines()
    assert lines[0].split() == ["MS-19", "TMA-11", "difference"]
    load = next(line for line in lines if line.startswith("Peak load, modelled"))
    assert load.split("  ")[0] == "Peak load, modelled" and "3.9 g [m]" in load and load.endswith("+4.7 g")
    port = next(line for line in lines if line.startswith("Port"))
    assert "Rassvet [p]" in port and port.endswith("Zarya [p]")
    undocking = next(line for line in lines if line.startswith("Undocking, planned"))
    assert undocking.endswith("not known")
    assert "Reconstructed, not telemetry" in lines[-1]
    assert "\u2212" not in "".join(lines)


def test_json_has_every_figure_with_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert compare.run(asked("--json", "--align", "entry")) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["missions"] == ["soyuz-ms-19", "soyuz-tma-11"] and told["align"] == "entry_interface"
    rows = {row["id"]: row for row in told["rows"]}
    load = rows["peak_load_reported"]
    assert load["unit"] == "g" and load["values"][1]["value"] == pytest.approx(8.2)
    assert "columbiatribune" in load["values"][1]["source"] and load["values"][1]["basis"] == "published"
    assert rows["time_of_touchdown_replayed"]["unit"] == "s"
    assert rows["short_of_plan_reported"]["values"][0] is None
    assert rows["landing_place"]["differences"][1] == pytest.approx(711, abs=2)


def test_channels_of_all_stand_in_one_file_on_one_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "two.csv"
    assert compare.run(asked("-o", str(file), "--step", "60")) == 0
    assert capsys.readouterr().out.strip() == str(file)
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    at = {float(row["seconds_from_touchdown"]): row for row in rows}
    down, before = at[0.0], at[-12300.0]
    assert abs(float(down["soyuz-ms-19_altitude_km"])) < 0.5 and abs(float(down["soyuz-tma-11_altitude_km"])) < 0.5
    assert float(down["soyuz-tma-11_longitude_deg"]) == pytest.approx(61.1, abs=0.3)
    assert before["soyuz-ms-19_load_g"] != "" and max(at) == 0.0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("soyuz-ms-19", "soyuz-ms-19"), "soyuz-ms-19 is named twice"),
        (("soyuz-ms-19",), "two missions or more"),
        (("soyuz-ms-19", "soyuz-xx-1"), "no mission or file 'soyuz-xx-1'"),
        (("soyuz-ms-19", "soyuz-tma-11", "--align", "lunch"), "'lunch' is not an event"),
        (("soyuz-ms-19", "soyuz-tma-11", "--align", "reserve_parachute"), "soyuz-ms-19 has no time for"),
        (("soyuz-ms-19", "soyuz-tma-11", "--step", "0"), "--step 0"),
    ],
)
def test_what_cannot_be_compared_is_told_in_a_sentence(
    words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", "--table", *words]) == 2
    told = capsys.readouterr()
    assert said in told.err and not told.out
