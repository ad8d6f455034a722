from dataclasses import replace

import pytest

from mission_gui.domain.facts import Kind, Text
from mission_gui.domain.frame import frame_at
from mission_gui.domain.mission import Asset
from mission_gui.panels.marks import State
from mission_gui.panels.page import Line
from mission_gui.panels.recovery import great_circle, recovery_lines
from tests import canned
from tests.canned import SEPARATION, TOUCHDOWN, at

MISSION = canned.mission()
TRAJECTORY = canned.trajectory()


def lines_at(t: float) -> dict[str, Line]:
    return {line.left: line for line in recovery_lines(MISSION, TRAJECTORY, frame_at(MISSION, TRAJECTORY, t))}


def test_forces_have_the_state_of_the_moment() -> None:
    helicopters = lines_at(SEPARATION)["12 Mi-8 helicopters"]
    assert (helicopters.right, helicopters.mark) == ("on station", State.TO_COME)
    helicopters = lines_at(TOUCHDOWN + 1)["12 Mi-8 helicopters"]
    assert (helicopters.right, helicopters.mark) == ("at the capsule", State.DONE)


def test_a_force_that_was_never_reported_anywhere_is_to_come() -> None:
    asset = Asset(Text("Tent"), (("medical_tent", Text("set up")),), canned.SOURCE, Kind.PLANNED)
    mission = replace(MISSION, assets=(asset,))
    before, after = (
        recovery_lines(mission, TRAJECTORY, frame_at(mission, TRAJECTORY, t))[1] for t in (TOUCHDOWN, TOUCHDOWN + 9000)
    )
    assert (before.right, before.mark) == ("to come", State.TO_COME)
    assert (after.right, after.mark) == ("set up", State.DONE)


def test_steps_start_with_the_landing_and_lead_to_their_time() -> None:
    steps = [line for line in lines_at(SEPARATION).values() if line.time is not None]
    assert steps[0].left == "Landing" and steps[0].time == pytest.approx(TOUCHDOWN, abs=1)
    assert lines_at(TOUCHDOWN + 60)["Crew out"].active


def test_a_journey_counts_down_on_the_way() -> None:
    before = lines_at(TOUCHDOWN)["Helicopters to Karaganda"]
    assert (before.right, before.mark) == ("376 km", State.TO_COME)
    half = lines_at(MISSION.seconds(at(13, 58)))["Helicopters to Karaganda"]
    assert half.right == "188 km, 01:00:00"
    assert half.fraction == pytest.approx(0.5)
    assert lines_at(MISSION.seconds(at(14, 59)))["Helicopters to Karaganda"].mark is State.DONE


def test_hover_tells_source_and_kind() -> None:
    assert "Canned data for tests (planned)" in lines_at(0)["An-12, An-26"].tip


def test_distances_follow_the_great_circle() -> None:
    # A quarter of the way round a sphere of 6371.0088 km.
    a = replace(MISSION.landing, latitude=0.0, longitude=0.0)
    b = replace(MISSION.landing, latitude=0.0, longitude=1.5707963267948966)
    assert great_circle(a, b) == pytest.approx(10007.557e3, rel=1e-6)
