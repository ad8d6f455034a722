from dataclasses import replace
from datetime import timedelta

import pytest

from mission_gui.domain.events import Event
from mission_gui.domain.facts import Kind, Text
from mission_gui.domain.frame import Frame, frame_at
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.marks import State
from mission_gui.panels.sequence import Row, difference, explain, rows, stamp
from tests import canned
from tests.canned import BURN_END, EPOCH, IGNITION, SEPARATION, TOUCHDOWN, at, report

MISSION = canned.mission()
TRAJECTORY = canned.trajectory()
DAY = EPOCH.date()


def moment(t: float, trajectory: Trajectory = TRAJECTORY) -> Frame:
    return frame_at(MISSION, trajectory, t)


def row_of(event_id: str, t: float, trajectory: Trajectory = TRAJECTORY) -> Row:
    made = rows(MISSION, trajectory, moment(t, trajectory))
    return next(row for row in made if row.id == event_id)


def with_event(event: Event) -> Trajectory:
    events = tuple(sorted((*TRAJECTORY.events, event), key=lambda e: e.time or at(5, 0)))
    return replace(TRAJECTORY, events=events)


def test_planned_actual_and_difference_stand_side_by_side() -> None:
    row = row_of("hatch_closed", 0)
    assert (row.planned, row.actual, row.difference, row.state) == ("04:00", "04:16", "+16 min", State.DONE_LATE)


def test_a_plan_for_the_day_of_the_fact_beside_it_does_not_name_the_day_again() -> None:
    day, hour = timedelta(days=1), timedelta(hours=1)
    later = Event("x", Text("X"), (report(at(4, 20) + day, kind=Kind.PLANNED),), (report(at(4, 16) + day),))
    made = row_of("x", 0.0, with_event(later))
    assert (made.planned, made.actual) == ("04:20", "31 Mar 04:16")
    over_midnight = Event("x", Text("X"), (report(at(23, 50), kind=Kind.PLANNED),), (report(at(23, 50) + hour),))
    assert row_of("x", 0.0, with_event(over_midnight)).planned == "23:50"
    never = Event("x", Text("X"), (report(at(4, 20) + day, kind=Kind.PLANNED),))
    assert row_of("x", 0.0, with_event(never)).planned == "31 Mar 04:20"


def test_a_difference_within_the_precision_of_the_reports_is_nought() -> None:
    assert row_of("touchdown", TOUCHDOWN + 60).difference == "0"


def test_a_report_ahead_of_the_plan_has_a_true_minus() -> None:
    early = Event("x", Text("X"), (report(at(4, 20), kind=Kind.PLANNED),), (report(at(4, 16)),))
    assert difference(early) == "−4 min"


def test_a_modelled_time_says_so() -> None:
    row = row_of("module_separation", 0)
    assert (row.planned, row.actual, row.difference) == ("", "11:02", "model")


@pytest.mark.parametrize(
    ("kind", "word"),
    [(Kind.DERIVED, "derived"), (Kind.ASSUMED, "assumed"), (Kind.UNVERIFIED, "unsourced"), (Kind.ACTUAL, "")],
)
def test_a_time_that_nobody_reported_says_how_it_is_known(kind: Kind, word: str) -> None:
    assert difference(Event("x", Text("X"), (), (report(at(12, 0), kind=kind),))) == word


def test_seconds_show_only_where_they_are_known() -> None:
    assert stamp(report(at(11, 28, 3), precision=1), DAY, seconds=True) == "11:28:03"
    assert stamp(report(at(11, 28, 3), precision=60), DAY, seconds=True) == "11:28"


def test_qualifiers_are_kept() -> None:
    assert stamp(report(at(11, 58), qualifier="by"), DAY, True) == "by 11:58"
    assert stamp(report(at(14, 58), qualifier="about"), DAY, True) == "about 14:58"
    assert stamp(report(at(14, 58), qualifier="about"), DAY, True, brief=True) == "~14:58"


def test_another_day_is_named() -> None:
    tomorrow = at(11, 30) + timedelta(days=1)
    assert stamp(report(tomorrow), DAY, True) == "31 Mar 11:30"
    assert stamp(report(tomorrow, precision=7200, qualifier="about"), DAY, True) == "about 31 Mar"


def test_states_move_with_the_clock() -> None:
    assert row_of("module_separation", IGNITION).state is State.TO_COME
    assert row_of("module_separation", BURN_END + 1).state is State.NEXT
    assert row_of("module_separation", SEPARATION).state is State.DONE


def test_an_activity_is_in_progress_until_its_end() -> None:
    assert row_of("ignition", IGNITION + 10).state is State.IN_PROGRESS
    assert row_of("ignition", BURN_END).state is State.DONE
    assert row_of("helicopters_depart", MISSION.seconds(at(13, 30))).state is State.IN_PROGRESS


def test_an_activity_that_goes_on_beyond_its_planned_end_runs_long() -> None:
    planned = Event(
        "burn_end",
        Text("Burn end"),
        (report(at(10, 36), kind=Kind.PLANNED),),
        modelled=EPOCH + timedelta(seconds=BURN_END),
    )
    events = tuple(planned if event.id == "burn_end" else event for event in TRAJECTORY.events)
    long = replace(TRAJECTORY, events=events)
    assert row_of("ignition", MISSION.seconds(at(10, 36)), long).state is State.IN_PROGRESS
    assert row_of("ignition", MISSION.seconds(at(10, 37)), long).state is State.RUNNING_LONG
    assert row_of("ignition", BURN_END, long).state is State.DONE


def test_an_event_is_overdue_between_its_plan_and_its_happening() -> None:
    row = row_of("hatch_closed", MISSION.seconds(at(4, 5)))
    assert (row.state, row.difference) == (State.OVERDUE, "overdue")


def test_a_plan_without_any_report_counts_as_skipped_once_a_later_event_is_done() -> None:
    known = with_event(Event("farewell", Text("Farewell"), (report(at(3, 50), kind=Kind.PLANNED),)))
    plan = replace(known, events=tuple(replace(event, actual=()) for event in known.events))
    assert row_of("farewell", MISSION.seconds(at(4, 5)), plan).state is State.OVERDUE
    row = row_of("farewell", SEPARATION + 60, plan)
    assert (row.state, row.actual, row.difference) == (State.SKIPPED, "", "no report")


def test_of_a_flight_on_record_nobody_waits_for_what_was_never_timed() -> None:
    known = with_event(Event("farewell", Text("Farewell"), (report(at(3, 50), kind=Kind.PLANNED),)))
    row = row_of("farewell", MISSION.seconds(at(4, 5)), known)
    assert (row.state, row.difference) == (State.SKIPPED, "no report")


def test_what_was_broken_off_says_so_from_its_time_on() -> None:
    attempt = replace(Event("attempt", Text("First attempt"), actual=(report(at(5, 0)),)), aborted=True)
    plan = with_event(attempt)
    assert row_of("attempt", MISSION.seconds(at(4, 50)), plan).state is not State.ABORTED
    row = row_of("attempt", MISSION.seconds(at(5, 1)), plan)
    assert (row.state, row.actual, row.difference) == (State.ABORTED, "05:00", "aborted")
    assert explain(attempt, row.state, DAY).startswith("First attempt: aborted")


@pytest.mark.parametrize(
    ("event", "known"),
    [
        (Event("x", Text("X"), actual=(report(at(12, 0)),)), "published"),
        (Event("x", Text("X"), assumed=(report(at(12, 0), kind=Kind.ASSUMED),)), "assumed"),
        (Event("x", Text("X"), actual=(report(at(12, 0), kind=Kind.DERIVED),)), "derived"),
        (Event("x", Text("X"), modelled=at(12, 0)), "modelled"),
    ],
)
def test_the_time_shown_is_never_called_better_known_than_it_is(event: Event, known: str) -> None:
    assert f"Shown here: {known}" in explain(event, State.DONE, DAY)


def test_an_event_without_a_time_goes_with_its_neighbours() -> None:
    untimed = with_event(Event("leak_check", Text("Leak check")))
    assert row_of("leak_check", MISSION.seconds(at(4, 30)), untimed).state is State.TO_COME
    row = row_of("leak_check", MISSION.seconds(at(8, 0)), untimed)
    assert (row.state, row.time, row.difference) == (State.DONE, None, "no time")


def test_exactly_one_row_is_next() -> None:
    for t in range(-11000, 30000, 1700):
        states = [row.state for row in rows(MISSION, TRAJECTORY, moment(t))]
        assert states.count(State.NEXT) + states.count(State.OVERDUE) <= 1


def test_hover_tells_every_report_and_the_conflict() -> None:
    event = Event(
        "hatch_closed",
        Text("Hatch closed"),
        (report(at(4, 0), kind=Kind.PLANNED),),
        (report(at(4, 16)), report(at(4, 20), kind=Kind.UNVERIFIED)),
        note=Text("Leak checks follow"),
    )
    text = explain(event, State.DONE_LATE, DAY)
    assert "Hatch closed: done late" in text
    assert "Planned 04:00 (Canned data for tests)" in text
    assert "Actual 04:20 (Canned data for tests, unverified)" in text
    assert "The reports differ: 04:16 Canned data for tests; 04:20 Canned data for tests" in text
    assert text.endswith("Leak checks follow")


def test_a_coarser_report_of_the_same_minute_is_no_conflict() -> None:
    event = Event("u", Text("U"), (), (report(at(7, 21, 3), precision=1), report(at(7, 21))))
    assert "differ" not in explain(event, State.DONE, DAY)


def test_while_the_descent_is_not_solved_its_events_have_no_time() -> None:
    short = canned.trajectory(complete=False)
    short = replace(short, events=tuple(replace(event, modelled=None) for event in short.events))
    assert row_of("burn_end", 0, short).difference == "no time"
