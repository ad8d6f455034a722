"""The propagation worker: lives in its own thread, owns the mission clock, and drives the panels by signals.

Values come out (`Mission`, `Trajectory`, `Frame`), wishes go in ("go to this time", "play", "at this rate").
"""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Lock

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from mission_gui.domain.clock import RATES, MissionClock, faster, is_important
from mission_gui.domain.errors import Cancelled, UserError
from mission_gui.domain.events import Event
from mission_gui.domain.frame import frame_at
from mission_gui.domain.mission import Mission
from mission_gui.domain.moments import moment
from mission_gui.domain.trajectory import Trajectory
from mission_gui.session import cache, flight

TICK_MS = 16
UNHURRIED_MS = 50
"""Between two instants at 1x, in which what moves on the board does so by about a pixel at most."""
REWIND = 1.5  # seconds of wall time within which "previous event" skips the one just passed


class Token:
    """The number of the newest load; raised by whoever asks for one, watched by the load that runs."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._newest = 0

    def bump(self) -> int:
        """A new number; every older load is now pointless."""
        with self._lock:
            self._newest += 1
            return self._newest

    def is_newest(self, number: int) -> bool:
        """Whether no newer load was asked for."""
        with self._lock:
            return number == self._newest


class PropagationWorker(QObject):
    """Propagates a mission, then lets its clock pick the instants that the panels show.

    One frame is under way at a time: the next waits for `shown`, and is then the newest, so that a slow
    window skips instants instead of queueing them.
    """

    progressed = Signal(float, str)
    reread = Signal(object, int)
    """The mission of a file that has changed, and the number of its load."""
    propagated = Signal(object, object)
    failed = Signal(str)
    moved = Signal(object)
    passed = Signal(object)
    paced = Signal(object)

    def __init__(self, token: Token, wall: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._token, self._wall = token, wall
        self._clock = MissionClock(0.0, 0.0, 0.0, 0.0)
        self._mission: Mission | None = None
        self._trajectory: Trajectory | None = None
        self._marks: tuple[tuple[float, Event], ...] = ()
        self._t = 0.0
        self._waiting = self._owed = False
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @Slot(object, int, str)
    def load(self, mission: Mission, number: int, when: str) -> None:
        """Propagates a mission and opens it at the moment that `when` names; a newer load cancels it."""
        self._work(number, lambda: self._propagate(mission, number, when))

    @Slot(object, int, str)
    def reload(self, read: Callable[[], Mission], number: int, when: str) -> None:
        """Reads a mission anew and goes on at the instant of now, at `when` where it does not have that.

        Until the new flight is there, and where there is none to be had, the one from before stays.
        """
        before, held = self._clock, self._clock.at(self._wall())
        self._work(number, lambda: self._repropagate(read, number, when))
        if self._clock is before:
            self._clock = before.sought(held, self._wall())

    def _work(self, number: int, work: Callable[[], None]) -> None:
        if not self._token.is_newest(number):
            return
        self._timer.stop()
        try:
            work()
        except Cancelled:
            return
        except UserError as error:
            if self._token.is_newest(number):
                self.failed.emit(str(error))
        self._run_timer()

    def _repropagate(self, read: Callable[[], Mission], number: int, when: str) -> None:
        shown, t = self._mission, self._clock.at(self._wall())
        mission = read()
        self.reread.emit(mission, number)
        instant = shown.epoch + timedelta(seconds=t) if shown else None
        if instant is None or not mission.start <= instant <= mission.end:
            self._propagate(mission, number, when)
            return
        trajectory = flight.fly(mission, self._reporter(number))
        self._adopt(mission, trajectory, number, mission.seconds(instant))

    def _propagate(self, mission: Mission, number: int, when: str) -> None:
        report = self._reporter(number)
        report(0.0, "Reading the orbit")
        trajectory = cache.recall(mission)
        if trajectory is None:
            early = flight.preliminary(mission)
            self._adopt(mission, early, number, opening(mission, early, when))
            trajectory = flight.fly(mission, report)
        self._adopt(mission, trajectory, number, opening(mission, trajectory, when))

    def _reporter(self, number: int) -> Callable[[float, str], None]:
        """Progress that stops the work when a newer load waits, and says only what can be seen to change."""
        said: list[tuple[int, str]] = []

        def report(fraction: float, phase: str) -> None:
            if not self._token.is_newest(number):
                raise Cancelled
            if said[-1:] != [(round(fraction * 100), phase)]:
                said.append((round(fraction * 100), phase))
                self.progressed.emit(fraction, phase)

        return report

    def _adopt(self, mission: Mission, trajectory: Trajectory, number: int, t: float) -> None:
        if not self._token.is_newest(number):
            raise Cancelled
        self._mission, self._trajectory = mission, trajectory
        marks = ((mission.seconds(e.time), e) for e in trajectory.events if e.time is not None)
        self._marks = tuple(sorted(marks, key=lambda mark: mark[0]))
        start, end = mission.seconds(mission.start), mission.seconds(mission.end)
        slow_at = tuple(mark for mark, event in self._marks if is_important(event.id))
        clock = replace(self._clock, start=start, end=end, slow_at=slow_at)
        self.propagated.emit(mission, trajectory)
        self._pace(clock.sought(t, self._wall()))
        self._move(self._clock.mission_anchor)

    @Slot(float)
    def seek(self, t: float) -> None:
        """Goes to a mission time; no event counts as passed."""
        self._clock = self._clock.sought(t, self._wall())
        self._move(self._clock.mission_anchor)

    @Slot(float)
    def step(self, seconds: float) -> None:
        """Goes on or back by some seconds."""
        self.seek(self._clock.at(self._wall()) + seconds)

    @Slot(int)
    def step_event(self, places: int) -> None:
        """Goes to the next event, or with -1 to the one before; while playing, not to the one just passed."""
        t = self._clock.at(self._wall())
        margin = REWIND * abs(self._clock.rate_at(t)) if self._clock.playing else 1e-3
        after = [mark for mark, _ in self._marks if mark > t + 1e-3]
        before = [mark for mark, _ in self._marks if mark < t - margin]
        if places > 0:
            self.seek(after[0] if after else self._clock.end)
        else:
            self.seek(before[-1] if before else self._clock.start)

    @Slot(bool)
    def play(self, playing: bool) -> None:
        """Runs or holds the clock; at the end it is heading for, it begins again from the other one."""
        clock = self._clock.with_playing(playing, self._wall())
        if self._trajectory is not None and clock.ended(self._wall()):
            clock = clock.sought(clock.start if clock.rate > 0 else clock.end, self._wall())
            self._pace(clock)
            self._move(clock.mission_anchor)
        self._pace(clock)

    @Slot()
    def toggle(self) -> None:
        """Plays when held, holds when playing."""
        self.play(not self._clock.playing)

    @Slot(float)
    def set_rate(self, rate: float) -> None:
        """Mission seconds per second; negative runs backward."""
        self._pace(self._clock.with_rate(rate, self._wall()))

    @Slot(int)
    def step_rate(self, places: int) -> None:
        """Faster, or with a negative number slower, in the direction of flight of time."""
        rate = self._clock.rate
        stepped = max(faster(abs(rate), places), RATES[0])
        self.set_rate(stepped if rate > 0 else -stepped)

    @Slot()
    def turn(self) -> None:
        """Runs the other way, and plays."""
        self.set_rate(-self._clock.rate)
        self.play(True)

    @Slot(bool)
    def set_loop(self, loop: bool) -> None:
        """Begins again at the end instead of stopping there."""
        self._pace(replace(self._clock, loop=loop))

    @Slot(bool)
    def set_eased(self, eased: bool) -> None:
        """Slows down to 1x near important events, or keeps its rate."""
        self._pace(self._clock.with_easing(eased, self._wall()))

    @Slot()
    def shown(self) -> None:
        """The window has shown the last frame: the newest instant since then may follow."""
        self._waiting = False
        if self._owed:
            self._move(self._t)

    @Slot()
    def tick(self) -> None:
        """The clock's instant of now."""
        now = self._wall()
        before, t = self._t, self._clock.at(now)
        self._set_pace(t)
        for event in self._between(before, t):
            self.passed.emit(event)
        if t != before:
            self._move(t)
        if self._clock.ended(now):
            self._end()

    @Slot()
    def halt(self) -> None:
        """Ends the thread; runs in it, because only there may its timer be stopped."""
        self._timer.stop()
        QThread.currentThread().quit()

    def _end(self) -> None:
        clock = self._clock
        if clock.loop:
            self.seek(clock.start if clock.rate > 0 else clock.end)
        else:
            self._pace(clock.with_playing(False, self._wall()))

    def _between(self, before: float, after: float) -> list[Event]:
        """The events crossed, in the order in which they were."""
        if after >= before:
            return [event for mark, event in self._marks if before < mark <= after]
        return [event for mark, event in reversed(self._marks) if after <= mark < before]

    def _pace(self, clock: MissionClock) -> None:
        self._clock = clock
        self._run_timer()
        self.paced.emit(clock)

    def _run_timer(self) -> None:
        if self._clock.playing and self._trajectory is not None:
            self._set_pace(self._clock.at(self._wall()))
            self._timer.start()
        else:
            self._timer.stop()

    def _set_pace(self, t: float) -> None:
        """As often as something visible changes at the rate that holds at a mission time."""
        interval = tick_ms(self._clock.rate_at(t))
        if interval != self._timer.interval():
            self._timer.setInterval(interval)

    def _move(self, t: float) -> None:
        self._t = t
        self._owed = self._waiting
        if self._waiting or self._mission is None or self._trajectory is None:
            return
        self._waiting = True
        self.moved.emit(frame_at(self._mission, self._trajectory, t))


def tick_ms(rate: float) -> int:
    """Milliseconds between two instants at a rate: at most sixty a second, and at 1x or slower twenty."""
    return max(TICK_MS, min(UNHURRIED_MS, round(UNHURRIED_MS / max(abs(rate), 1.0))))


def opening(mission: Mission, trajectory: Trajectory, when: str) -> float:
    """The moment to open at; the start while the descent that would tell is not solved."""
    try:
        return moment(mission, trajectory, when, datetime.now(UTC))
    except UserError:
        if trajectory.complete:
            raise
        return mission.seconds(mission.start)
