from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from mission_gui.domain.facts import Kind, Text
from mission_gui.domain.frame import frame_at
from mission_gui.domain.mission import Asset
from mission_gui.panels.marks import State
from mission_gui.panels.page import Line
from mission_gui.panels.recovery import RecoveryBoard, great_circle, recovery_lines, spoken
from mission_gui.theme import Style
from tests import canned, ms19
from tests.canned import SEPARATION, TOUCHDOWN, at
from tests.panels.lettering import written

MISSION = canned.mission()
TRAJECTORY = canned.trajectory()


def lines_at(t: float) -> dict[str, Line]:
    return {line.left: line for line in recovery_lines(MISSION, TRAJECTORY, frame_at(MISSION, TRAJECTORY, t))}


def test_forces_have_the_state_of_the_moment() -> None:
    helicopters = lines_at(SEPARATION)["12 Mi-8 helicopters"]
    assert (helicopters.right, helicopters.mark) == ("on station → at the capsule 11:28", State.TO_COME)
    assert helicopters.shorter == ("on station → 11:28", "on station")
    helicopters = lines_at(TOUCHDOWN + 1)["12 Mi-8 helicopters"]
    assert (helicopters.right, helicopters.mark) == ("at the capsule", State.DONE)


def test_a_force_that_was_never_reported_anywhere_is_to_come() -> None:
    asset = Asset(Text("Tent"), (("medical_tent", Text("set up")),), canned.SOURCE, Kind.PLANNED)
    mission = replace(MISSION, assets=(asset,))
    before, after = (
        next(
            line
            for line in recovery_lines(mission, TRAJECTORY, frame_at(mission, TRAJECTORY, t))
            if line.left == "Tent"
        )
        for t in (TOUCHDOWN, TOUCHDOWN + 9000)
    )
    assert (before.right, before.mark) == ("to come → set up 12:10", State.TO_COME)
    assert (after.right, after.mark) == ("set up", State.DONE)


def test_steps_start_with_the_landing_and_lead_to_their_time() -> None:
    steps = [line for line in lines_at(SEPARATION).values() if line.time is not None]
    assert steps[0].left == "Landing" and steps[0].time == pytest.approx(TOUCHDOWN, abs=1)
    assert lines_at(TOUCHDOWN + 60)["Crew out"].active


def test_a_step_without_room_says_its_time_in_short(qtbot: QtBot, russian: None) -> None:
    mission, flight = ms19.mission(), ms19.trajectory()
    board = RecoveryBoard(Style(base=10.0))
    qtbot.addWidget(board)
    board.resize(215, 500)
    board.load(mission, flight)
    board.show_frame(frame_at(mission, flight, ms19.time_of("touchdown") + 600))
    texts = [text.text for text in written(board)]
    assert "~12:10" in texts
    assert "Медицинская палатка" in texts
    assert not [text for text in texts if text.endswith("…") and text[-2:-1].isdigit()]


def test_a_journey_counts_down_on_the_way() -> None:
    before = lines_at(TOUCHDOWN)["Helicopters to Karaganda"]
    assert (before.right, before.shorter, before.mark) == ("376 km, from 12:58", ("376 km",), State.TO_COME)
    half = lines_at(MISSION.seconds(at(13, 58)))["Helicopters to Karaganda"]
    assert half.right == "188 km, 01:00:00"
    assert half.fraction == pytest.approx(0.5)
    assert lines_at(MISSION.seconds(at(14, 59)))["Helicopters to Karaganda"].mark is State.DONE


def test_hover_tells_source_and_kind() -> None:
    assert "Canned data for tests (planned)" in tip(lines_at(0)["An-12, An-26"])
    assert "12:58 to 14:58 UTC" in tip(lines_at(0)["Helicopters to Karaganda"])


def tip(line: Line) -> str:
    assert line.tip is not None
    return line.tip()


@pytest.mark.parametrize(
    ("t", "state", "mark"),
    [
        (SEPARATION, "in capsule", State.TO_COME),
        (MISSION.seconds(at(12, 0)), "chair", State.IN_PROGRESS),
        (MISSION.seconds(at(14, 59)), "Karaganda", State.DONE),
    ],
)
def test_the_page_tells_where_each_of_the_crew_is(t: float, state: str, mark: State) -> None:
    line = lines_at(t)["Mark Vande Hei"]
    assert (line.right, line.mark) == (state, mark)


def test_hover_on_a_person_tells_the_whole_way_home() -> None:
    way = tip(lines_at(MISSION.seconds(at(12, 15)))["Pyotr Dubrov"]).split("\n")
    assert way[3] == "30 Mar 12:10  medical tent  ← now"
    assert sum("now" in line for line in way) == 1 and len(way) == 6


def test_what_the_mission_file_does_not_tell_is_said_to_be_unknown() -> None:
    bare = replace(MISSION, crew=(), assets=(), legs=(), recovery_states=())
    lines = recovery_lines(bare, TRAJECTORY, frame_at(bare, TRAJECTORY, TOUCHDOWN + 60))
    assert {line.left: line.right for line in lines if line.head} == {
        "Crew": "where they are",
        "Recovery forces": "not known",
        "Steps": "time, difference",
        "Journeys home": "not known",
    }
    assert lines[1].left == "Nobody aboard"
    assert "Recovery forces: not known. Steps." in " ".join(spoken(line) for line in lines)


def test_distances_follow_the_great_circle() -> None:
    # A quarter of the way round a sphere of 6371.0088 km.
    a = replace(MISSION.landing, latitude=0.0, longitude=0.0)
    b = replace(MISSION.landing, latitude=0.0, longitude=1.5707963267948966)
    assert great_circle(a, b) == pytest.approx(10007.557e3, rel=1e-6)


def test_rows_that_were_drawn_before_leave_no_trace(qtbot: QtBot) -> None:
    def page() -> RecoveryBoard:
        made = RecoveryBoard(Style())
        qtbot.addWidget(made)
        made.resize(360, 520)
        made.load(MISSION, TRAJECTORY)
        return made

    used, times = page(), (SEPARATION, TOUCHDOWN + 60, TOUCHDOWN + 9000, SEPARATION)
    for t in times:
        fresh = page()
        for shown in (used, fresh):
            shown.show_frame(frame_at(MISSION, TRAJECTORY, t))
        assert used.grab().toImage() == fresh.grab().toImage(), t
