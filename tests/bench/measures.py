"""The measures: each runs the program's part and its plain peer in turn, and gives both."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget
from scipy.integrate import solve_ivp

from mission_gui.app.start import application
from mission_gui.domain.frame import frame_at
from mission_gui.physics.arc import Shape, atmospheric, orbital, thrusting
from mission_gui.physics.elements import StationOrbit
from mission_gui.physics.propagate import propagate
from mission_gui.window import MainWindow
from tests import ms19

ROUNDS = 7
FULL_HD = QSize(1920, 1080)


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure in `unit`, what ran beside it, and the ratio of the two."""

    value: float
    unit: str
    beside: str
    ratio: float

    def as_object(self) -> dict[str, object]:
        """For build/bench.json."""
        return {"value": self.value, "unit": self.unit, "beside": self.beside, "ratio": self.ratio}


def quiet(_fraction: float, _phase: str) -> None:
    """Nobody listens."""


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def alternately(ours: Callable[[], object], peer: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """Medians of both, run in turn so that both meet the same weather; one round first to warm up."""
    pairs = [(seconds(ours), seconds(peer)) for _ in range(rounds + 1)][1:]
    return median(p[0] for p in pairs), median(p[1] for p in pairs)


def integration() -> Measure:
    """The whole flight with everything on it against SciPy alone on the same right-hand sides."""
    mission, known = ms19.mission(), ms19.trajectory().solution
    ours, peer = alternately(lambda: propagate(mission, quiet, known), bare_integration())
    return Measure(ours, "s", f"bare SciPy DOP853, undocking to parachutes, {peer:.3g} s", ours / peer)


def bare_integration() -> Callable[[], None]:
    """The ship alone: free flight, burn, coast and entry by `solve_ivp`, no samples, no channels, no station."""
    mission, solution = ms19.mission(), ms19.trajectory().solution
    assert solution is not None
    vehicle, descent = mission.vehicle, mission.descent
    start = StationOrbit(mission).states(np.zeros(1))[:, 0]
    mass, area = vehicle.mass_at_ignition, vehicle.stack_drag_area
    tig, cutoff = solution.ignition, solution.ignition + descent.duration
    separation, chutes = ms19.time_of("module_separation"), ms19.time_of("parachutes")
    entry = atmospheric(vehicle, Shape(lifting=True), vehicle.descent_module_mass, separation, lambda _t: descent.bank)

    def run() -> None:
        state = solve_ivp(orbital(area / mass), (0, tig), start, "DOP853", rtol=1e-12, atol=1e-6).y[:, -1]
        vx, vy, vz = (-state[3:] / np.linalg.norm(state[3:])).tolist()
        burn = thrusting((vx, vy, vz), 2950.0, mass, 1.0, tig, area)
        state = solve_ivp(burn, (tig, cutoff), state, "DOP853", rtol=1e-9, atol=1e-4).y[:, -1]
        state = solve_ivp(orbital(area / mass), (cutoff, separation), state, "DOP853", rtol=1e-9, atol=1e-4).y[:, -1]
        solve_ivp(entry, (separation, chutes), state, "DOP853", rtol=1e-9, atol=1e-4)

    return run


def solve() -> Measure:
    """The fit from nothing against one flight with the answer known."""
    mission, known = ms19.mission(), ms19.trajectory().solution
    ours, peer = alternately(lambda: propagate(mission, quiet), lambda: propagate(mission, quiet, known), 5)
    return Measure(ours, "s", f"one whole flight, {peer:.3g} s", ours / peer)


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
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
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


def call(command: list[str]) -> None:
    """Runs a command that must succeed."""
    subprocess.run(command, check=True, capture_output=True, cwd=Path(__file__).parents[2])


MEASURES: dict[str, Callable[[], Measure]] = {
    "integration": integration,
    "solve": solve,
    "first_frame": first_frame,
    "seek_p95_1080p": seek_p95,
    "frame_p95_1080p": frame_p95,
    "shot": shot,
}
