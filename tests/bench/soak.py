"""The program replaying the mission over and over, in a window of 1920x1080 that follows the phase, and its memory.

`python -m tests.bench.soak FRAMES` fails where memory grew by more than `MOST` in so many frames after a warm-up.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from types import TracebackType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QObject, QSize, Slot

from mission_gui.app.replay import Replay
from mission_gui.app.start import application
from mission_gui.domain.frame import Frame
from mission_gui.settings import Settings
from tests import ms19
from tests.bench.measure import ROOT, Measure, resident
from tests.bench.opening import own_folders

SIZE = QSize(1920, 1080)
PASS, WARM_UP = 15.0, 2
"""Seconds that the whole mission takes, each time in other frames, and how often before memory should stand still."""
SHORT, EVERY = 1_800, 100_000
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
    """Counts the frames shown after the warm-up, looks at the memory from time to time, and ends the program."""

    def __init__(self, wanted: int) -> None:
        super().__init__()
        self.wanted, self.shown, self.passes = wanted, 0, 0
        self.warm = self.grown = 0.0
        self._t = float("-inf")

    @Slot(object)
    def count(self, frame: Frame) -> None:
        """One more frame was shown."""
        self.passes += frame.t < self._t
        self._t = frame.t
        if self.passes < WARM_UP:
            return
        if self.shown % EVERY == 0 or self.shown == self.wanted:
            self._look()
        if self.shown == self.wanted:
            self._end()
        self.shown += 1

    def _look(self) -> None:
        now = resident(os.getpid())
        self.warm = self.warm or now
        self.grown = now - self.warm
        print(f"{self.shown:>11,} frames {now:7.1f} MB {self.grown:+7.1f} MB", flush=True)

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
    watch = Watch(frames)
    replay = Replay(lambda: mission, mission.id, "start", Settings(toured=True))
    sys.excepthook = watch.stop
    replay.session.moved.connect(watch.count)
    replay.session.set_rate.emit((mission.end - mission.start).total_seconds() / PASS)
    replay.session.set_eased.emit(False)
    replay.session.set_loop.emit(True)
    replay.session.play.emit(True)
    replay.window.resize(SIZE)
    replay.window.show()
    try:
        return app.exec()
    finally:
        replay.session.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("frames", type=int)
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(own_folders(os.environ, home))
        sys.exit(soak(parser.parse_args().frames))
