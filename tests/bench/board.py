"""The board on the screen and in pictures, beside Qt and pyqtgraph alone."""

import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from statistics import median

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from mission_gui.app.start import application
from mission_gui.domain.frame import frame_at
from mission_gui.window import MainWindow
from tests import ms19
from tests.bench.measure import ROOT, ROUNDS, Measure, alternately, call, seconds

FULL_HD = QSize(1920, 1080)


BARE_WINDOW = """
import os, sys, time
from PySide6.QtWidgets import QApplication
import pyqtgraph as pg
app = QApplication([])
plot = pg.PlotWidget()
plot.resize(1280, 720)
plot.show()
app.processEvents()
plot.repaint()
print(time.time() - float(sys.argv[1]), flush=True)
os._exit(0)
"""

OUR_WINDOW = """
import os, sys, time
from mission_gui.cli.main import main
from mission_gui.window import MainWindow
show = MainWindow.show_frame
def show_and_tell(window, frame):
    show(window, frame)
    window.repaint()
    print(time.time() - float(sys.argv[1]), flush=True)
    os._exit(0)
MainWindow.show_frame = show_and_tell
main(["soyuz-ms-19", "--paused"])
"""


def first_frame() -> Measure:
    """A new process to the first frame of the mission on the board, against a bare pyqtgraph window."""
    with tempfile.TemporaryDirectory() as folder:
        ours, peer = [], []
        for _ in range(ROUNDS):
            ours.append(started(OUR_WINDOW, folder))
            peer.append(started(BARE_WINDOW, folder))
    value, beside = median(ours), median(peer)
    return Measure(value, "s", f"bare PySide6 and pyqtgraph window, {beside:.3g} s", value / beside)


def started(code: str, folder: str) -> float:
    """Seconds from before the process to what it prints."""
    command = [sys.executable, "-c", code, repr(time.time())]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return float(done.stdout.split()[-1])


@cache
def board() -> MainWindow:
    """The board with MS-19 on it, at 1920x1080."""
    application()
    window = MainWindow()
    window.resize(FULL_HD)
    window.load(ms19.mission(), ms19.trajectory())
    window.show()
    return window


def painted(times: list[float]) -> list[float]:
    """Seconds from a frame's time to its picture on the window, for each time."""
    window, app = board(), application()

    def paint(t: float) -> None:
        window.show_frame(frame_at(ms19.mission(), ms19.trajectory(), t))
        app.processEvents()

    for t in times[:20]:
        paint(t)
    return [seconds(lambda t=t: paint(t)) for t in times]  # type: ignore[misc]


class Still(QWidget):
    """A widget that does nothing but copy one picture of its own size."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = QPixmap(FULL_HD)
        self.picture.fill(QColor("#10161D"))
        self.resize(FULL_HD)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.picture)
        painter.end()


def blits(count: int) -> list[float]:
    """The least a frame can cost: one picture copied to the window."""
    app = application()
    still = Still()
    still.show()

    def paint() -> None:
        still.update()
        app.processEvents()

    return [seconds(paint) for _ in range(count)]


def p95(times: list[float]) -> float:
    """The 95th percentile, milliseconds."""
    return float(np.percentile(times, 95)) * 1e3


def against_blits(times: list[float]) -> Measure:
    """The 95th percentile of frames beside that of bare copies."""
    value, beside = p95(painted(times)), p95(blits(len(times)))
    return Measure(value, "ms", f"one full-window pixmap copied, {beside:.3g} ms", value / beside)


def seek_p95() -> Measure:
    """Jumps all over the mission."""
    t = ms19.trajectory().t
    return against_blits(np.random.default_rng(19).uniform(t[0], ms19.time_of("karaganda"), 300).tolist())


def frame_p95() -> Measure:
    """Playing at ten times the speed through burn, entry and landing at 60 frames a second."""
    return against_blits(np.arange(ms19.time_of("ignition") - 60, ms19.time_of("touchdown") + 60, 10.0).tolist())


BARE_SHOT = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1920, 1080)
window.grab().save(sys.argv[1])
"""


def shot() -> Measure:
    """`mission-gui shot` in a new process against a bare window grabbed and saved."""
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "out.png")
        ours = [sys.executable, "-m", "mission_gui", "shot", "soyuz-ms-19", "--at", "2022-03-30T10:52:12Z", "-o", out]
        bare = [sys.executable, "-c", BARE_SHOT, out]
        value, beside = alternately(lambda: call(ours), lambda: call(bare), 5)
    return Measure(value, "s", f"bare Qt window grabbed and saved, {beside:.3g} s", value / beside)
