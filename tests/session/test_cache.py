"""Flights kept between runs are used, and never trusted."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mission_gui.domain.frame import frame_at
from mission_gui.domain.trajectory import Trajectory
from mission_gui.session import cache, flight
from tests import canned

MISSION = canned.mission()
FLIGHT = canned.trajectory()


def kept() -> Path:
    cache.keep(MISSION, FLIGHT)
    return cache.place(cache.flight_key(MISSION))


def test_a_flight_comes_back_to_the_last_bit() -> None:
    kept()
    again = cache.recall(MISSION)
    assert again is not None
    for name in ("t", "position", "velocity", "iss_position", "iss_velocity"):
        assert np.array_equal(getattr(again, name), getattr(FLIGHT, name))
        assert not getattr(again, name).flags.writeable
    assert {name: a.tobytes() for name, a in again.channels.items()} == {
        name: a.tobytes() for name, a in FLIGHT.channels.items()
    }
    for name in ("phases", "burns", "contacts", "solution"):
        assert getattr(again, name) == getattr(FLIGHT, name)


def test_the_events_and_frames_of_a_kept_flight_are_the_same() -> None:
    kept()
    again = cache.recall(MISSION)
    assert again is not None
    assert {event.id: event for event in again.events} == {event.id: event for event in FLIGHT.events}
    assert frame_at(MISSION, again, 12669.0) == frame_at(MISSION, FLIGHT, 12669.0)


def test_nothing_is_recalled_before_anything_is_kept() -> None:
    assert cache.recall(MISSION) is None


def test_another_mission_has_another_flight() -> None:
    kept()
    assert cache.recall(replace(MISSION, digest="another")) is None


def test_another_vehicle_has_another_flight() -> None:
    kept()
    assert cache.recall(replace(MISSION, vehicle=replace(MISSION.vehicle, thrust=3000.0))) is None


def test_another_version_has_another_flight(monkeypatch: pytest.MonkeyPatch) -> None:
    kept()
    monkeypatch.setattr(cache, "__version__", "99")
    assert cache.recall(MISSION) is None


def test_other_flight_dynamics_have_another_flight(monkeypatch: pytest.MonkeyPatch) -> None:
    kept()
    monkeypatch.setattr(cache, "_code_digest", lambda: "changed")
    assert cache.recall(MISSION) is None


def flipped(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


def resealed(payload: bytes) -> bytes:
    return hashlib.sha256(payload).hexdigest().encode() + payload


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[: len(content) // 2],
        lambda content: content[:-1],
        lambda content: b"",
        lambda content: b"\xff\xfe\x00",
        flipped,
        lambda content: resealed(b""),
        lambda content: resealed(b"no archive"),
        lambda content: resealed(content[64 : len(content) // 2]),
    ],
)
def test_a_damaged_file_is_as_good_as_none(damage: Callable[[bytes], bytes]) -> None:
    path = kept()
    path.write_bytes(damage(path.read_bytes()))
    assert cache.recall(MISSION) is None


def test_a_cache_folder_that_cannot_be_made_only_warns(
    own_folders: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = own_folders / "a-file"
    blocked.write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    with caplog.at_level(logging.WARNING):
        cache.keep(MISSION, FLIGHT)
    assert "is not kept for the next start" in caplog.text
    assert cache.recall(MISSION) is None


def test_nothing_half_written_is_left() -> None:
    assert list(kept().parent.iterdir()) == [kept()]


def test_the_second_flight_is_not_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    computed: list[object] = []

    def propagate(mission: object, progress: object) -> Trajectory:
        computed.append(mission)
        return FLIGHT

    monkeypatch.setattr(flight, "propagate", propagate)
    flight.fly(MISSION)
    flight.fly(MISSION)
    assert len(computed) == 1
    flight.fly(MISSION, use_cache=False)
    assert len(computed) == 2
