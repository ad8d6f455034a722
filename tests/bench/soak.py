"""Eight hours of replay, as fast as they can be painted: the memory of the whole program over a million frames.

Window, worker, clock and panels are those of the program, in the smallest window, which follows the phase. Only the
clock on the wall is another: it goes on by `TICK` when a frame is painted, so that nothing waits and none is left out.
`python -m tests.bench.soak FRAMES` fails where memory grew by more than `MOST` in so many frames after a warm-up.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from types import TracebackType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, Slot

from mission_gui.app.replay import Replay
from mission_gui.app.start import application
from mission_gui.domain.frame import Frame
from mission_gui.settings import Settings
from mission_gui.window.places import SMALLEST
from tests import ms19
from tests.bench.measure import ROOT, Measure, resident
from tests.bench.opening import own_folders

LONG, HOURS = 1_000_000, 8.0
TICK = HOURS * 3600 / LONG
"""Seconds of the wall from frame to frame: about 35 a second."""
RATE, PASSES = 30.0, 2
"""The usual rate, and how often the mission is replayed at least: a short run is faster, so that every layout comes."""
PASS, WARM_UP = 15.0, 2
"""Seconds of the wall that the whole mission takes at first, and how often before memory should stand still."""
SHORT, EVERY = 1_800, 50_000
"""Frames of the run among the other measures, and between two lines that a run prints."""
MOST = 50.0
"""MB that memory may grow by."""


def growth() -> Measure:
    """The memory of a new process at the end of a short run, beside that after its warm-up."""
    command = [sys.executable, "-m", "tests.bench.soak", str(SHORT)]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, check=False).stdout.splitlines()
    before, after = (float(line.split()[2]) for line in (told[0], told[-1]))
    return Measure(after, "MB", f"{SHORT:,} frames earlier, {before:.4g} MB", after / before)


class Watch(QObject):
    """Owns the clock on the wall, counts the frames painted after the warm-up, looks at the memory from time to time,
    and ends the program."""

    warmed = Signal()
    wanted_next = Signal()

    def __init__(self, wanted: int) -> None:
        super().__init__()
        self.wanted, self.painted, self.passes = wanted, 0, 0
        self.warm = self.grown = self._now = 0.0
        self._t = float("-inf")

    def wall(self) -> float:
        """The time on the wall, seconds."""
        return self._now

    @Slot(object)
    def count(self, frame: Frame) -> None:
        """One more frame was shown: has it painted, and wishes for the next."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
        self._now += TICK
        self.passes += frame.t < self._t
        self._t = frame.t
        if self.passes >= WARM_UP:
            self._watch()
        self.wanted_next.emit()

    def _watch(self) -> None:
        if self.painted == 0:
            self.warmed.emit()
        if self.painted % EVERY == 0 or self.painted == self.wanted:
            self._look()
        if self.painted == self.wanted:
            self._end()
        self.painted += 1

    def _look(self) -> None:
        now = resident(os.getpid())
        self.warm = self.warm or now
        self.grown = now - self.warm
        print(f"{self.painted:>11,} frames {now:7.1f} MB {self.grown:+7.1f} MB", flush=True)

    def _end(self) -> None:
        if self.grown > MOST:
            print(f"memory grew by more than {MOST:.0f} MB", file=sys.stderr)
        QCoreApplication.exit(int(self.grown > MOST))

    def stop(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A fault of the program: ends it."""
        sys.__excepthook__(kind, error, trace)
        QCoreApplication.exit(1)


def soak(frames: int) -> int:
    """Plays so many frames after the warm-up; 1 where memory grew too much or something failed."""
    app, mission = application(), ms19.mission()
    span = (mission.end - mission.start).total_seconds()
    watch = Watch(frames)
    replay = Replay(lambda: mission, mission.id, "start", Settings(toured=True), wall=watch.wall)
    session = replay.session
    sys.excepthook = watch.stop
    session.moved.connect(watch.count)
    watch.wanted_next.connect(session.look_up)
    watch.warmed.connect(lambda: session.set_rate.emit(max(RATE, PASSES * span / (frames * TICK))))
    session.set_rate.emit(span / PASS)
    session.set_eased.emit(False)
    session.set_loop.emit(True)
    session.play.emit(True)
    replay.window.resize(SMALLEST)
    replay.window.show()
    try:
        return app.exec()
    finally:
        session.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("frames", type=int)
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(own_folders(os.environ, home))
        sys.exit(soak(parser.parse_args().frames))
