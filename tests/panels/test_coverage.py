from dataclasses import replace

from mission_gui.domain.facts import Text
from mission_gui.panels.coverage import slate, window_line
from mission_gui.panels.marks import State
from tests import canned
from tests.canned import at

MISSION = canned.mission()


def test_without_footage_the_slate_counts_down_to_the_next_coverage() -> None:
    assert slate(MISSION, at(9, 32, 50)) == (
        "No footage for this moment",
        "Deorbit and landing, 10:15 – 11:45",
        "NASA TV in 00:42:10",
    )


def test_on_the_air_the_slate_says_what_and_how_long() -> None:
    assert slate(MISSION, at(11, 0)) == ("NASA TV on the air", "Deorbit and landing", "until 11:45, 00:45:00 left")


def test_after_the_last_window_the_slate_says_so() -> None:
    assert slate(MISSION, at(13, 0))[1] == "The coverage of this mission is over"
    assert slate(replace(MISSION, coverage=()), at(13, 0))[1] == "The mission file lists no coverage"


def test_a_window_leads_to_its_start_within_the_replay() -> None:
    early, late = MISSION.coverage
    assert window_line(MISSION, early, at(3, 0)).time == MISSION.seconds(MISSION.start)
    noted = replace(late, note=Text("The end is assumed"))
    line = window_line(MISSION, noted, at(10, 30))
    assert line.tip is not None and line.tip().endswith("Canned data for tests (planned)\nThe end is assumed")
    assert (line.mark, line.active, line.time) == (State.IN_PROGRESS, True, MISSION.seconds(at(10, 15)))
