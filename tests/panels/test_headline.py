"""The big countdown: what comes next, what just passed, what goes on and how long yet."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mission_gui.domain.clock import MissionClock
from mission_gui.domain.events import Event
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import frame_at
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.headline import Headline, activity_at, course, headline, summary
from mission_gui.panels.sequence import rows
from tests import canned
from tests.canned import BURN_END, EPOCH, IGNITION, SEPARATION, TOUCHDOWN, at

MISSION = canned.mission()
TRAJECTORY = canned.trajectory()
COURSE = course(MISSION, TRAJECTORY)


def head(t: float, trajectory: Trajectory = TRAJECTORY, clock: MissionClock | None = None) -> Headline:
    return headline(course(MISSION, trajectory), frame_at(MISSION, trajectory, t), clock)


def running(rate: float, eased: bool = False) -> MissionClock:
    return MissionClock(-1e4, 1e5, 0.0, 0.0, rate, True, eased=eased, slow_at=(SEPARATION,))


def test_the_countdown_runs_to_the_next_event() -> None:
    made = head(SEPARATION - 598)
    assert (made.label, made.clock, made.name) == ("Next", "T−00:09:58", "Module separation")
    assert "landing in 00:35:56" in made.detail


def test_it_also_runs_to_the_end_of_what_goes_on() -> None:
    made = head(SEPARATION - 598)
    assert (made.activity, made.ends, made.left) == ("Descent coast", "ends in", "00:09:58")
    made = head(13600.0)
    assert (made.activity, made.left) == ("Blackout", "00:04:10")


def test_of_two_activities_the_one_that_began_last_is_told() -> None:
    assert activity_at(COURSE, 13540.0).name == "Blackout"
    assert activity_at(COURSE, 13851.0).name == "Entry"
    assert activity_at(COURSE, MISSION.seconds(at(13, 30))).name == "Helicopters to Karaganda"


def test_the_last_activity_ends_with_the_replay() -> None:
    made = head(MISSION.seconds(at(14, 59)))
    assert (made.activity, made.ends, made.left) == ("Recovery", "replay ends in", "00:01:00")


def test_the_countdown_never_says_nought_before_the_event() -> None:
    assert head(SEPARATION - 0.4).clock == "T−00:00:01"


def test_a_passed_event_keeps_the_countdown_for_five_seconds() -> None:
    made = head(SEPARATION + 3)
    assert (made.label, made.clock, made.name) == ("Now", "T+00:00:03", "Module separation")
    assert head(SEPARATION + 5).label == "Next"


@pytest.mark.parametrize("rate", [10.0, -10.0])
def test_the_five_seconds_are_those_of_the_user(rate: float) -> None:
    assert head(SEPARATION + 49, clock=running(rate)).label == "Just passed"
    assert head(SEPARATION + 51, clock=running(rate)).label == "Next"


def test_in_slow_motion_the_event_stays_as_long_as_at_the_usual_speed() -> None:
    assert head(SEPARATION + 4, clock=running(0.1)).label == "Now"


def test_where_the_clock_slows_down_five_seconds_are_enough() -> None:
    assert head(SEPARATION + 4, clock=running(600.0, eased=True)).label == "Now"
    assert head(SEPARATION + 6, clock=running(600.0, eased=True)).label == "Next"


def test_two_events_close_together_share_the_gap() -> None:
    engines = Event("soft_landing_engines", Text("Engines"), modelled=EPOCH + timedelta(seconds=TOUCHDOWN - 2))
    events = tuple(sorted((*TRAJECTORY.events, engines), key=lambda e: e.time or at(5, 0)))
    close = replace(TRAJECTORY, events=events)
    assert head(TOUCHDOWN - 1.5, close, running(1000.0)).name == "Engines"
    assert head(TOUCHDOWN - 0.5, close, running(1000.0)).name == "Landing"


def test_the_bar_runs_from_the_event_before_to_the_next() -> None:
    assert head((BURN_END + SEPARATION) / 2).fraction == pytest.approx(0.5)


def test_after_the_last_event_the_clock_counts_up() -> None:
    made = head(MISSION.seconds(at(14, 59)))
    assert (made.label, made.clock, made.name) == ("Last event", "T+00:01:00", "Karaganda")
    assert "landed 03:30:57 ago" in made.detail


def test_a_flight_without_any_time_says_so() -> None:
    untimed = replace(TRAJECTORY, events=(Event("leak_check", Text("Leak check")),))
    assert head(0.0, untimed).name == "No event has a time"


def test_the_text_twin_tells_what_comes_what_goes_on_and_what_was_late() -> None:
    frame = frame_at(MISSION, TRAJECTORY, SEPARATION - 598)
    text = summary(headline(COURSE, frame), rows(MISSION, TRAJECTORY, frame))
    assert text.startswith("Next: Module separation, T−00:09:58.")
    assert "Descent coast ends in 00:09:58." in text
    assert "7 of 19 events done, late: Hatch closed +16 min." in text


def test_while_the_descent_is_not_solved_the_landing_is_still_counted_down() -> None:
    short = canned.trajectory(complete=False)
    short = replace(short, events=tuple(replace(event, modelled=None) for event in short.events))
    assert "landing in" in head(0, short).detail
    assert head(IGNITION - 60, short).name == "Deorbit burn"
