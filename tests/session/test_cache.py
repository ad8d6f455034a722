"""Solutions kept between runs are used, and never trusted."""

import json
import logging
from dataclasses import replace
from pathlib import Path

import pytest

from mission_gui.domain.trajectory import Solution
from mission_gui.session import cache, flight
from tests import canned

MISSION = canned.mission()
SOLUTION = Solution(11588.25, 302.5, 712.125, 12.0, 0.01, 13.0, 9)


def kept() -> Path:
    cache.keep(MISSION, SOLUTION)
    return cache.place(cache.solution_key(MISSION))


def test_a_solution_comes_back_to_the_last_bit() -> None:
    cache.keep(MISSION, SOLUTION)
    assert cache.recall(MISSION) == SOLUTION


def test_nothing_is_recalled_before_anything_is_kept() -> None:
    assert cache.recall(MISSION) is None


def test_another_mission_has_another_solution() -> None:
    kept()
    assert cache.recall(replace(MISSION, digest="another")) is None


def test_another_vehicle_has_another_solution() -> None:
    kept()
    assert cache.recall(replace(MISSION, vehicle=replace(MISSION.vehicle, thrust=3000.0))) is None


def test_another_version_has_another_solution(monkeypatch: pytest.MonkeyPatch) -> None:
    kept()
    monkeypatch.setattr(cache, "__version__", "99")
    assert cache.recall(MISSION) is None


def test_other_flight_dynamics_have_another_solution(monkeypatch: pytest.MonkeyPatch) -> None:
    kept()
    monkeypatch.setattr(cache, "_code_digest", lambda: "changed")
    assert cache.recall(MISSION) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: "",
        lambda text: "[]",
        lambda text: "{}",
        lambda text: "\x00\x01",
        lambda text: text.replace("11588.25", "11589.25"),
        lambda text: text.replace("11588.25", "NaN"),
        lambda text: text.replace('"ignition"', '"ignitoin"'),
    ],
)
def test_a_damaged_file_is_as_good_as_none(damage: object) -> None:
    path = kept()
    path.write_text(damage(path.read_text()))  # type: ignore[operator]
    assert cache.recall(MISSION) is None


def test_a_file_that_is_no_text_is_as_good_as_none() -> None:
    kept().write_bytes(b"\xff\xfe\x00")
    assert cache.recall(MISSION) is None


def test_a_well_formed_lie_is_as_good_as_none() -> None:
    path = kept()
    content = json.loads(path.read_text())
    content["solution"]["ignition"] = float("inf")
    content["check"] = cache._check(content["solution"])
    path.write_text(json.dumps(content))
    assert cache.recall(MISSION) is None


def test_a_cache_folder_that_cannot_be_made_only_warns(
    own_folders: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = own_folders / "a-file"
    blocked.write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    with caplog.at_level(logging.WARNING):
        cache.keep(MISSION, SOLUTION)
    assert "is not kept for the next start" in caplog.text
    assert cache.recall(MISSION) is None


def test_nothing_half_written_is_left() -> None:
    assert list(kept().parent.glob("*.part")) == []


def test_the_second_flight_is_told_the_solution_of_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Solution | None] = []

    def propagate(mission: object, progress: object, known: Solution | None = None) -> object:
        told.append(known)
        return canned.trajectory()

    monkeypatch.setattr(flight, "propagate", propagate)
    assert not flight.solved_before(MISSION)
    first = flight.fly(MISSION)
    flight.fly(MISSION)
    flight.fly(MISSION, use_cache=False)
    assert told == [None, first.solution, None]
    assert flight.solved_before(MISSION)
