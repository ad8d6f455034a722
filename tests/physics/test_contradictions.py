"""Figures that contradict each other: refused, each with one message that names them, and never with a hang."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mission_gui.domain.errors import MissionFileError, TrajectoryError
from mission_gui.domain.mission import Mission
from mission_gui.missionfile import find_mission, read_mission
from mission_gui.physics.propagate import propagate
from mission_gui.physics.solve import Mode
from tests import ms19

MOST_FLIGHTS = 60
"""A search that finds nothing tells its progress no more often than this."""

LATITUDE = 'name = "Landing"\nlatitude = 47.38\n'
DELTA_V = "delta_v = { value = 128.0"
IGNITION = "time = 2022-03-30T10:34:00Z"
TOUCHDOWN = "time = 2022-03-30T11:28:03Z"


def changed(folder: Path, old: str, new: str) -> Mission:
    """MS-19 from a copy of its file with one figure changed."""
    text = find_mission("soyuz-ms-19").read_text(encoding="utf-8")
    assert old in text
    copy = folder / "changed.toml"
    copy.write_text(text.replace(old, new), encoding="utf-8")
    return read_mission(copy)


def later(event_id: str, minutes: float) -> Mission:
    """MS-19 with the published times of one event moved."""
    base, moved = ms19.mission(), timedelta(minutes=minutes)
    event = base.event(event_id)
    event = replace(
        event,
        planned=tuple(replace(report, time=report.time + moved) for report in event.planned),
        actual=tuple(replace(report, time=report.time + moved) for report in event.actual),
    )
    return replace(base, events=tuple(event if e.id == event_id else e for e in base.events))


def refusal(mission: Mission, mode: Mode = Mode.FITTED, flights: int = MOST_FLIGHTS) -> str:
    """What the refused mission is told, after a bounded search."""
    told: list[str] = []
    with pytest.raises(TrajectoryError) as caught:
        propagate(mission, lambda _fraction, phase: told.append(phase), mode=mode)
    assert told.count("solving the descent") <= flights
    return str(caught.value)


@pytest.mark.parametrize("mode", [Mode.FITTED, Mode.PREDICTED])
def test_a_landing_two_thousand_km_beside_the_ground_track_names_the_landing(tmp_path: Path, mode: Mode) -> None:
    message = refusal(changed(tmp_path, LATITUDE, LATITUDE.replace("47.38", "27.0")), mode)
    assert "landing at 27.00 N 69.58 E is out of reach: the nearest flight ends 1" in message
    assert message.count("check") == 1


def test_a_burn_of_12_m_s_that_never_comes_down_names_the_burn(tmp_path: Path) -> None:
    message = refusal(changed(tmp_path, DELTA_V, "delta_v = { value = 12.0"), flights=3)
    assert "12.0 m/s leaves the ship in orbit" in message and "descent.delta_v" in message


def test_a_landing_before_the_burn_is_a_fault_of_the_file_that_names_both(tmp_path: Path) -> None:
    with pytest.raises(MissionFileError, match="touchdown at 2022-03-30 10:20:03 UTC comes before ignition at"):
        changed(tmp_path, TOUCHDOWN, "time = 2022-03-30T10:20:03Z")


def test_a_landing_before_the_burn_is_refused_without_a_flight() -> None:
    message = refusal(later("touchdown", -70), flights=0)
    assert "the touchdown at 10:18:03 comes before the ignition at 10:34:00" in message


def test_an_ignition_an_orbit_too_early_is_refused_without_a_flight(tmp_path: Path) -> None:
    message = refusal(changed(tmp_path, IGNITION, "time = 2022-03-30T09:01:00Z"), flights=0)
    assert "the touchdown at 11:28:03 comes 147 min after the ignition at 09:01:00" in message


def test_an_ignition_an_orbit_too_late_is_refused_without_a_flight() -> None:
    assert "comes before the ignition at 12:07:00" in refusal(later("ignition", 93), flights=0)


def test_a_landing_hours_after_the_ignition_is_refused_without_a_flight() -> None:
    assert "comes 234 min after the ignition" in refusal(later("touchdown", 180), flights=0)


def test_an_ignition_off_by_twenty_minutes_names_the_ignition() -> None:
    message = refusal(later("ignition", 20))
    assert "needs an ignition at 10:34:10, -1190 s from the published 10:54:00" in message
    assert "time of ignition" in message


def test_a_touchdown_off_by_twenty_minutes_names_the_touchdown() -> None:
    message = refusal(later("touchdown", 20))
    assert "no canopy makes that the published 11:48:03; check the time of touchdown" in message
