"""The worker: its clock, its events, its loads, and the end of its thread. Physics is canned here."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from mission_gui.domain.clock import MissionClock
from mission_gui.domain.errors import TrajectoryError, UserError
from mission_gui.domain.events import Event
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame, frame_at
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.session import flight
from mission_gui.session.session import Session
from mission_gui.session.worker import TICK_MS, PropagationWorker, Token, tick_ms
from tests import canned

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()


class Wall:
    """A wall clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Desk:
    """A worker in the test's own thread, with everything it said; frames are acknowledged unless `slow`."""

    def __init__(self, slow: bool = False) -> None:
        self.wall, self.token = Wall(), Token()
        self.worker = PropagationWorker(self.token, self.wall)
        self.frames: list[Frame] = []
        self.events: list[Event] = []
        self.clocks: list[MissionClock] = []
        self.flights: list[tuple[Mission, Trajectory]] = []
        self.progress: list[tuple[float, str]] = []
        self.failures: list[str] = []
        self.worker.moved.connect(self.frames.append)
        if not slow:
            self.worker.moved.connect(lambda frame: self.worker.shown())
        self.worker.passed.connect(self.events.append)
        self.worker.paced.connect(self.clocks.append)
        self.worker.propagated.connect(lambda *flight: self.flights.append(flight))
        self.worker.progressed.connect(lambda *said: self.progress.append(said))
        self.worker.failed.connect(self.failures.append)

    def load(self, when: str = "undocking", mission: Mission = MISSION) -> None:
        self.worker.load(mission, self.token.bump(), when)

    def wait(self, seconds: float) -> None:
        self.wall.now += seconds
        self.worker.tick()

    @property
    def t(self) -> float:
        return self.frames[-1].t

    @property
    def passed(self) -> list[str]:
        return [event.id for event in self.events]


@pytest.fixture(autouse=True)
def canned_flight(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    def propagate(mission: Mission, progress: Callable[[float, str], None], known: object = None) -> Trajectory:
        for part in range(5):
            progress(part / 5, "Solving the descent")
        return TRAJECTORY

    monkeypatch.setattr(flight, "preliminary", lambda mission: canned.trajectory(complete=False))
    monkeypatch.setattr(flight, "propagate", propagate)


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    made.load()
    return made


def test_the_orbit_comes_first_and_the_whole_flight_after() -> None:
    desk = Desk()
    desk.load()
    assert [trajectory.complete for _, trajectory in desk.flights] == [False, True]
    assert desk.progress[-1] == (0.8, "Solving the descent")
    assert [frame.t for frame in desk.frames] == [0.0, 0.0]


def test_a_kept_solution_needs_no_first_look() -> None:
    Desk().load()
    again = Desk()
    again.load()
    assert [trajectory.complete for _, trajectory in again.flights] == [True]


def test_progress_is_said_only_when_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    def chatter(mission: Mission, progress: Callable[[float, str], None], known: object = None) -> Trajectory:
        for part in range(1000):
            progress(part / 100_000, "Solving")
        return TRAJECTORY

    monkeypatch.setattr(flight, "propagate", chatter)
    desk = Desk()
    desk.load()
    assert len(desk.progress) <= 4


def test_the_mission_opens_at_the_wished_moment() -> None:
    desk = Desk()
    desk.load("peak_load-00:01:00")
    assert desk.t == 13833.0 - 60


def test_an_event_without_time_before_the_descent_is_solved_opens_at_the_start_meanwhile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    untimed = replace(
        canned.trajectory(complete=False),
        events=tuple(e for e in TRAJECTORY.events if e.id != "peak_load"),
    )
    monkeypatch.setattr(flight, "preliminary", lambda mission: untimed)
    desk = Desk()
    desk.load("peak_load")
    assert [frame.t for frame in desk.frames] == [MISSION.seconds(MISSION.start), 13833.0]


def test_a_moment_outside_the_mission_is_one_clear_message() -> None:
    desk = Desk()
    desk.load("2023-01-01T00:00:00Z")
    assert len(desk.failures) == 1
    assert "outside this mission" in desk.failures[0]


def test_seeking_the_same_time_gives_the_same_frame_bit_for_bit(desk: Desk) -> None:
    desk.worker.seek(12669.123456)
    first = desk.frames[-1]
    desk.worker.seek(-500.0)
    desk.worker.seek(12669.123456)
    assert desk.frames[-1] == first == frame_at(MISSION, TRAJECTORY, 12669.123456)


def test_seeking_passes_no_event(desk: Desk) -> None:
    desk.worker.seek(14000.0)
    desk.worker.seek(100.0)
    assert desk.passed == []


def test_seeking_past_the_ends_is_held_at_them(desk: Desk) -> None:
    desk.worker.seek(1e9)
    assert desk.t == MISSION.seconds(MISSION.end)
    desk.worker.seek(-1e9)
    assert desk.t == MISSION.seconds(MISSION.start)


def test_playing_follows_the_wall_clock_at_its_rate(desk: Desk) -> None:
    desk.worker.set_rate(10.0)
    desk.worker.play(True)
    desk.wait(3.0)
    assert desk.t == pytest.approx(30.0)
    desk.worker.set_rate(-2.0)
    desk.wait(5.0)
    assert desk.t == pytest.approx(20.0)


def test_at_real_time_fewer_instants_are_told_than_at_speed(desk: Desk) -> None:
    assert [tick_ms(rate) for rate in (0.1, 1.0, -1.0, 2.0, 30.0, -600.0)] == [50, 50, 50, 25, TICK_MS, TICK_MS]
    desk.worker.set_rate(30.0)
    desk.worker.set_eased(True)
    desk.worker.seek(canned.IGNITION - 20.0)
    desk.worker.play(True)
    told = []
    for _ in range(4):
        desk.wait(0.2)
        told.append(desk.worker._timer.interval())
    assert told[0] == TICK_MS and told[-1] == 50


def test_a_late_tick_shows_the_right_later_instant(desk: Desk) -> None:
    desk.worker.play(True)
    for _ in range(1000):
        desk.wait(0.016)
    drifted = desk.t
    desk.worker.seek(0.0)
    desk.wait(16.0)
    assert drifted == pytest.approx(desk.t, abs=1e-9)


def test_each_event_passes_once_forward_and_once_backward(desk: Desk) -> None:
    desk.worker.seek(13530.0)
    desk.worker.set_rate(10.0)
    desk.worker.play(True)
    for _ in range(45):
        desk.wait(1.0)
    assert desk.passed == ["blackout_start", "peak_load", "blackout_end", "parachutes"]
    desk.events.clear()
    desk.worker.turn()
    for _ in range(45):
        desk.wait(1.0)
    assert desk.passed == ["parachutes", "blackout_end", "peak_load", "blackout_start"]


def test_one_late_tick_passes_all_it_crossed_in_order(desk: Desk) -> None:
    desk.worker.seek(13530.0)
    desk.worker.set_rate(1000.0)
    desk.worker.play(True)
    desk.wait(0.45)
    assert desk.passed == ["blackout_start", "peak_load", "blackout_end", "parachutes"]


def test_playing_from_an_event_does_not_pass_it_again(desk: Desk) -> None:
    desk.worker.seek(0.0)
    desk.worker.play(True)
    desk.wait(1.0)
    assert desk.passed == []


def test_the_clock_stops_at_the_end_and_plays_again_from_the_start(desk: Desk) -> None:
    desk.worker.seek(1e9)
    desk.worker.step(-10.0)
    desk.worker.play(True)
    desk.wait(11.0)
    assert not desk.clocks[-1].playing
    assert desk.t == MISSION.seconds(MISSION.end)
    desk.worker.toggle()
    assert desk.clocks[-1].playing
    assert desk.t == MISSION.seconds(MISSION.start)


def test_a_looping_clock_goes_on_at_the_start(desk: Desk) -> None:
    desk.worker.set_loop(True)
    desk.worker.seek(1e9)
    desk.worker.step(-10.0)
    desk.worker.play(True)
    desk.wait(11.0)
    assert desk.clocks[-1].playing
    assert desk.t == MISSION.seconds(MISSION.start)


def test_an_eased_clock_slows_down_at_the_events_of_the_flight(desk: Desk) -> None:
    desk.worker.seek(11588.0 - 610.0)
    desk.worker.set_rate(60.0)
    desk.worker.set_eased(True)
    desk.worker.play(True)
    desk.wait(10.0)
    assert desk.t == pytest.approx(11588.0 - 10.0)
    desk.wait(10.0)
    assert desk.t == pytest.approx(11588.0)
    desk.wait(6.0)
    assert desk.t == pytest.approx(11588.0 + 5.0 + 60.0)
    assert desk.passed == ["ignition"]


def test_easing_comes_and_goes_while_the_clock_runs(desk: Desk) -> None:
    desk.worker.seek(11580.0)
    desk.worker.set_rate(60.0)
    desk.worker.play(True)
    desk.worker.set_eased(True)
    desk.wait(2.0)
    assert desk.t == pytest.approx(11582.0)
    desk.worker.set_eased(False)
    assert not desk.clocks[-1].eased
    desk.wait(1.0)
    assert desk.t == pytest.approx(11642.0)


def test_how_time_runs_is_told_as_a_whole(desk: Desk) -> None:
    desk.worker.set_loop(True)
    desk.worker.set_eased(True)
    assert desk.clocks[-1].loop and desk.clocks[-1].eased
    assert 11588.0 in desk.clocks[-1].slow_at


def test_steps_go_by_seconds_and_by_events(desk: Desk) -> None:
    desk.worker.step(10.0)
    assert desk.t == 10.0
    desk.worker.step_event(1)
    assert desk.t == 480.0
    desk.worker.step_event(-1)
    assert desk.t == 0.0
    desk.worker.step_event(-1)
    assert desk.t < 0.0
    desk.worker.seek(1e9)
    desk.worker.step_event(1)
    assert desk.t == MISSION.seconds(MISSION.end)


def test_while_playing_the_event_just_passed_is_not_the_previous_one(desk: Desk) -> None:
    desk.worker.seek(481.0)
    desk.worker.set_rate(10.0)
    desk.worker.play(True)
    desk.worker.step_event(-1)
    assert desk.t == 0.0


def test_rates_climb_their_ladder_and_never_stand_still(desk: Desk) -> None:
    desk.worker.step_rate(1)
    assert desk.clocks[-1].rate == 2.0
    desk.worker.turn()
    desk.worker.step_rate(1)
    assert desk.clocks[-1].rate == -5.0
    for _ in range(20):
        desk.worker.step_rate(-1)
    assert desk.clocks[-1].rate == -0.1


def test_a_slow_window_gets_the_newest_instant_and_no_queue() -> None:
    desk = Desk(slow=True)
    desk.load()
    desk.worker.shown()
    desk.worker.shown()
    desk.frames.clear()
    for t in range(100):
        desk.worker.seek(float(t))
    assert [frame.t for frame in desk.frames] == [0.0]
    desk.worker.shown()
    assert [frame.t for frame in desk.frames] == [0.0, 99.0]
    desk.worker.shown()
    assert len(desk.frames) == 2


def test_contradicting_figures_are_one_clear_message(monkeypatch: pytest.MonkeyPatch) -> None:
    def contradict(mission: Mission, progress: object, known: object = None) -> Trajectory:
        raise TrajectoryError("no ignition second reaches the landing point")

    monkeypatch.setattr(flight, "propagate", contradict)
    desk = Desk()
    desk.load()
    assert desk.failures == ["no ignition second reaches the landing point"]


# ---- with its thread


@pytest.fixture
def session(qapp: object) -> Iterator[Session]:
    made = Session()
    yield made
    made.close()


class Gate:
    """A propagation that waits until it is let through, and notes what was asked of it."""

    def __init__(self) -> None:
        self.open, self.entered = threading.Event(), threading.Event()
        self.asked: list[str] = []
        self.threads: set[str] = set()

    def propagate(self, mission: Mission, progress: Callable[[float, str], None], known: object = None) -> Trajectory:
        self.asked.append(mission.digest)
        self.threads.add(threading.current_thread().name)
        self.entered.set()
        for part in range(2000):
            progress(part / 2000, "Solving the descent")
            if self.open.wait(0.002):
                break
        return TRAJECTORY


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    made = Gate()
    monkeypatch.setattr(flight, "propagate", made.propagate)
    return made


def numbered(number: int) -> Mission:
    return replace(MISSION, digest=f"number {number}")


def test_the_worker_propagates_in_its_own_thread(qtbot: QtBot, session: Session, gate: Gate) -> None:
    gate.open.set()
    with qtbot.waitSignals([session.propagated, session.propagated, session.moved]):
        session.load(MISSION)
    assert gate.threads and threading.current_thread().name not in gate.threads


def test_the_window_answers_while_the_worker_computes(qtbot: QtBot, session: Session, gate: Gate) -> None:
    session.load(MISSION)
    qtbot.waitUntil(gate.entered.is_set)
    late = time.perf_counter()
    qtbot.wait(20)
    assert time.perf_counter() - late < 0.5
    gate.open.set()
    with qtbot.waitSignal(session.propagated, check_params_cb=lambda m, trajectory: trajectory.complete):
        pass


def test_a_seek_during_a_load_is_applied_after_it(qtbot: QtBot, session: Session, gate: Gate) -> None:
    session.load(MISSION)
    qtbot.waitUntil(gate.entered.is_set)
    session.seek.emit(777.0)
    with qtbot.waitSignal(session.moved, check_params_cb=lambda frame: frame.t == 777.0):
        gate.open.set()


def test_of_three_quick_loads_only_the_last_is_adopted(qtbot: QtBot, session: Session, gate: Gate) -> None:
    adopted: list[str] = []
    session.propagated.connect(
        lambda mission, trajectory: adopted.append(mission.digest) if trajectory.complete else None
    )
    session.load(numbered(1))
    qtbot.waitUntil(gate.entered.is_set)
    session.load(numbered(2))
    gate.open.set()
    session.load(numbered(3))
    qtbot.waitUntil(lambda: bool(adopted))
    qtbot.wait(50)
    assert adopted == ["number 3"]
    assert gate.asked[-1] == "number 3"


def test_a_cancelled_load_says_nothing(qtbot: QtBot, session: Session, gate: Gate) -> None:
    failures: list[str] = []
    session.failed.connect(failures.append)
    session.load(numbered(1))
    qtbot.waitUntil(gate.entered.is_set)
    session.load(numbered(2))
    qtbot.waitUntil(lambda: gate.asked == ["number 1", "number 2"])
    gate.open.set()
    with qtbot.waitSignal(session.propagated, check_params_cb=lambda m, trajectory: trajectory.complete):
        pass
    assert failures == []


def test_a_failed_load_leaves_the_flight_that_was_there(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(session.propagated, check_params_cb=lambda m, trajectory: trajectory.complete):
        session.load(numbered(1))

    def contradict(mission: Mission, progress: object, known: object = None) -> Any:
        raise TrajectoryError("these figures contradict each other")

    monkeypatch.setattr(flight, "preliminary", lambda mission: contradict(mission, None))
    with qtbot.waitSignal(session.failed) as failed:
        session.load(numbered(2))
    assert failed.args == ["these figures contradict each other"]
    with qtbot.waitSignal(session.moved, check_params_cb=lambda frame: frame.t == 500.0):
        session.seek.emit(500.0)


def test_a_playing_session_moves_and_passes_events(qtbot: QtBot, session: Session) -> None:
    session.set_rate.emit(600.0)
    session.play.emit(True)
    with qtbot.waitSignal(session.passed, timeout=5000) as passed:
        session.load(MISSION, "ignition-30")
    assert passed.args[0].id == "ignition"


@pytest.mark.parametrize("moment", ["idle", "playing", "loading"])
def test_closing_ends_the_thread_at_once(qtbot: QtBot, gate: Gate, moment: str) -> None:
    session = Session()
    if moment != "loading":
        gate.open.set()
    session.load(MISSION)
    qtbot.waitUntil(gate.entered.is_set)
    if moment == "playing":
        with qtbot.waitSignal(session.moved):
            session.play.emit(True)
    started = time.perf_counter()
    session.close()
    assert time.perf_counter() - started < 1.0
    assert not session._thread.isRunning()


def test_a_bug_in_the_worker_does_not_end_its_thread(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(mission: Mission, progress: object, known: object = None) -> Trajectory:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(flight, "propagate", stumble)
    with qtbot.capture_exceptions() as caught:
        session.load(numbered(1))
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    monkeypatch.setattr(flight, "propagate", lambda mission, progress, known=None: TRAJECTORY)
    with qtbot.waitSignal(session.propagated, check_params_cb=lambda m, trajectory: trajectory.complete):
        session.load(numbered(2))


LATER = replace(MISSION, epoch=MISSION.epoch + timedelta(seconds=100), summary=Text("Read anew"))


def refuse() -> Mission:
    raise UserError("mine.toml: 1 fault")


def test_a_mission_read_anew_goes_on_at_the_same_instant_and_rate() -> None:
    desk = Desk()
    desk.load()
    desk.worker.set_rate(30.0)
    desk.worker.play(True)
    desk.wait(10.0)
    instant = desk.frames[-1].utc
    desk.worker.reload(lambda: LATER, desk.token.bump(), "start")
    assert desk.flights[-1][0] is LATER
    assert desk.frames[-1].utc == instant and desk.t == 200.0
    assert (desk.clocks[-1].rate, desk.clocks[-1].playing) == (30.0, True)
    desk.wait(1.0)
    assert desk.t == 230.0


def test_no_half_flight_is_shown_in_place_of_a_whole_one() -> None:
    desk = Desk()
    desk.load()
    count = len(desk.flights)
    desk.worker.reload(lambda: LATER, desk.token.bump(), "start")
    assert [flight.complete for _, flight in desk.flights[count:]] == [True]


def test_a_faulty_file_leaves_the_flight_and_loses_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk()
    desk.load()
    desk.worker.play(True)
    desk.wait(10.0)
    count = len(desk.flights)

    def refuse_slowly() -> Mission:
        desk.wall.now += 60.0
        return refuse()

    desk.worker.reload(refuse_slowly, desk.token.bump(), "start")
    assert desk.failures == ["mine.toml: 1 fault"] and len(desk.flights) == count
    desk.wait(1.0)
    assert desk.t == 11.0


def test_where_nothing_is_shown_a_mission_read_anew_opens_at_the_wished_moment() -> None:
    desk = Desk()
    desk.worker.reload(lambda: MISSION, desk.token.bump(), "undocking+00:01:00")
    assert desk.t == 60.0


def test_of_two_saves_the_newer_counts() -> None:
    desk = Desk()
    desk.load()
    older, newer = desk.token.bump(), desk.token.bump()
    desk.worker.reload(refuse, older, "start")
    desk.worker.reload(lambda: LATER, newer, "start")
    assert desk.failures == [] and desk.flights[-1][0] is LATER


def test_a_mission_of_another_day_opens_at_the_wished_moment() -> None:
    desk = Desk()
    desk.load()
    day = timedelta(days=-365)
    other = replace(MISSION, epoch=MISSION.epoch + day, start=MISSION.start + day, end=MISSION.end + day)
    desk.worker.reload(lambda: other, desk.token.bump(), "start")
    assert desk.t == other.seconds(other.start) and desk.flights[-1][0] is other
