"""The dispersion on the command line: files, words, and what is refused."""

import argparse
import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
import weakref
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mission_gui.cli import disperse
from mission_gui.cli.main import main
from mission_gui.cli.progress import bar
from mission_gui.domain.errors import UserError
from mission_gui.domain.trajectory import Floats
from mission_gui.physics.dispersion.problem import Landings, Problem, fly_chunk
from tests import ms19

COLUMNS = [
    "kind",
    "latitude_deg",
    "longitude_deg",
    "along_km",
    "cross_km",
    "peak_load_g",
    "chute_time_s",
    "landing_time_s",
]


@pytest.fixture(autouse=True)
def flown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mission_gui.session.flight.fly", lambda mission: ms19.trajectory())


def words(*given: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    disperse.add_arguments(parser)
    return parser.parse_args(["soyuz-ms-19", *given])


def test_a_table_has_one_row_a_sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "landings.csv"
    assert main(["disperse", "soyuz-ms-19", "--samples", "40", "-o", str(path)]) == 0
    rows = list(csv.DictReader(path.read_text().splitlines()))
    assert list(rows[0]) == COLUMNS
    assert [row["kind"] for row in rows] == ["landing"] * 40 + ["ellipse_95"] * 73
    assert rows[40] == rows[-1] and rows[40]["peak_load_g"] == ""
    assert all(float(row["latitude_deg"]) == pytest.approx(47.4, abs=0.5) for row in rows)
    told = capsys.readouterr()
    assert "40 entries, guided (modelled; assumed error model)" in told.out
    assert "95 % ellipse" in told.out and "peak load" in told.out
    assert told.err == ""
    assert [entry.name for entry in tmp_path.iterdir()] == ["landings.csv"]


def test_a_map_has_the_points_and_the_ellipse(tmp_path: Path) -> None:
    path = tmp_path / "landings.geojson"
    assert main(["disperse", "soyuz-ms-19", "--samples", "12", "--ballistic", "-o", str(path)]) == 0
    features: list[dict[str, Any]] = json.loads(path.read_text())["features"]
    assert [feature["geometry"]["type"] for feature in features] == ["Point"] * 12 + ["Polygon"]
    ring = features[-1]["geometry"]["coordinates"][0]
    assert ring[0] == ring[-1]
    assert features[-1]["properties"]["basis"] == "modelled; assumed error model"
    assert all(feature["properties"]["peak_load_g"] > 7.5 for feature in features[:12])


def test_few_samples_give_no_ellipse(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["disperse", "soyuz-ms-19", "--samples", "1"]) == 0
    assert "takes ten flights or more" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--samples", "0"),
        ("--samples", "1000000000"),
        ("--samples", "many"),
        ("--samples", "1e3"),
        ("--seed", "-1"),
        ("--workers", "0"),
    ],
)
def test_impossible_numbers_are_refused_in_words(option: str, value: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["disperse", "soyuz-ms-19", option, value])
    assert end.value.code == 2
    told = capsys.readouterr().err
    assert option in told and "write a whole number from" in told


@pytest.mark.parametrize(("name", "remedy"), [("landings.txt", ".csv or .geojson"), ("no/landings.csv", "folder")])
def test_a_file_that_cannot_be_is_refused(tmp_path: Path, name: str, remedy: str) -> None:
    with pytest.raises(UserError, match=remedy):
        disperse.run(words("--samples", "1", "-o", str(tmp_path / name)))
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr("mission_gui.physics.dispersion.chunks.fly_chunk", interrupt)
    assert main(["disperse", "soyuz-ms-19", "--samples", "5", "-o", str(tmp_path / "landings.csv")]) == 130
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_stops_the_worker_processes_and_leaves_no_file(tmp_path: Path) -> None:
    """A real interrupt of the whole process group, as a terminal sends it, after the first rows are written."""
    command = [sys.executable, "-m", "mission_gui", "disperse", "soyuz-ms-19", "--samples", "1000000", "-o"]
    started = subprocess.Popen(
        [*command, str(tmp_path / "landings.csv")], stderr=subprocess.PIPE, start_new_session=True
    )
    with started:
        wait_until(
            lambda: any(entry.stat().st_size > 1000 for entry in tmp_path.iterdir()) or started.poll() is not None
        )
        os.killpg(started.pid, signal.SIGINT)
        _, told = started.communicate(timeout=30)
    assert started.returncode == 130
    assert told == b""
    assert list(tmp_path.iterdir()) == []
    wait_until(lambda: not group_lives(started.pid))


def wait_until(is_so: Callable[[], bool], patience: float = 30.0) -> None:
    end = time.monotonic() + patience
    while not is_so():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_what_is_written_is_let_go(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Of forty chunks never more than the one that is written and the next are kept."""
    kept: list[weakref.ref[Floats]] = []
    most = 0
    flown: list[Landings] = []

    def fly(problem: Problem, seed: int, _chunk: int, size: int) -> Landings:
        nonlocal most
        if not flown:
            flown.append(fly_chunk(problem, seed, 0, size))
        part = replace(flown[0], along=flown[0].along.copy())
        kept.append(weakref.ref(part.along))
        most = max(most, sum(along() is not None for along in kept))
        return part

    monkeypatch.setattr("mission_gui.physics.dispersion.chunks.CHUNK", 5)
    monkeypatch.setattr("mission_gui.physics.dispersion.chunks.fly_chunk", fly)
    path = tmp_path / "landings.geojson"
    assert main(["disperse", "soyuz-ms-19", "--samples", "200", "--workers", "1", "-o", str(path)]) == 0
    assert len(kept) == 40
    assert most <= 2


def test_a_cluster_needs_its_package_and_an_address(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "dask.distributed", None)
    assert main(["disperse", "soyuz-ms-19", "--samples", "5", "--scheduler", "tcp://localhost:8786"]) == 2
    assert "pip install 'mission-gui[cluster]'" in capsys.readouterr().err
    assert main(["disperse", "soyuz-ms-19", "--samples", "5", "--scheduler", "somewhere"]) == 2
    assert "tcp://localhost:8786" in capsys.readouterr().err


def test_the_bar_tells_how_far_it_is() -> None:
    assert bar(500, 1000, "flights") == f"[{'#' * 15}{' ' * 15}]  50 %  500 of 1,000 flights"


def test_the_bar_is_drawn_for_a_person_and_ends_full(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("mission_gui.physics.dispersion.chunks.CHUNK", 5)
    assert main(["disperse", "soyuz-ms-19", "--samples", "10", "--workers", "1"]) == 0
    drawn = terminal.getvalue()
    assert drawn.startswith("\r[") and drawn.endswith("\n")
    assert drawn.strip().split("\r") == [bar(5, 10, "flights"), bar(10, 10, "flights")]
