"""How long the program takes to show something, in a new process: the board on the screen, and a picture in a file."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from tests.bench.measure import ROOT, ROUNDS, Measure, alternately, call

SCREEN = """{"screens": [{"name": "bench", "x": 0, "y": 0, "width": 1920, "height": 1080,
"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}"""
"""Qt's own words for a screen in memory."""

BARE_WINDOW = """
import os, sys, time
from PySide6.QtWidgets import QApplication
import pyqtgraph as pg
app = QApplication([])
plot = pg.PlotWidget()
plot.resize(1920, 1080)
plot.show()
app.processEvents()
plot.repaint()
print(time.time() - float(sys.argv[1]), flush=True)
os._exit(0)
"""

OUR_WINDOW = """
import os, sys, time
from mission_gui.cli.main import main
from mission_gui.app import application
from mission_gui.window import MainWindow
from PySide6.QtCore import QEvent
handle = MainWindow.event
def handle_and_tell(window, event):
    hasty = window.board.hasty if event.type() is QEvent.Type.UpdateRequest else True
    handled = handle(window, event)
    if event.type() is QEvent.Type.UpdateRequest and window.frame is not None and (sys.argv[2] == "first" or not hasty):
        print(time.time() - float(sys.argv[1]), flush=True)
        os._exit(0)
    return handled
MainWindow.event = handle_and_tell
main(["soyuz-ms-19", "--paused"])
"""
"""Tells when the first frame is painted, or the `whole` board, with its charts."""

KEEP_THE_FLIGHT = ["-m", "mission_gui", "events", "soyuz-ms-19"]

TOUR_DONE = """
from mission_gui import settings
settings.write(settings.Settings(toured=True))
"""


def first_frame() -> Measure:
    """A new process to the first frame of a kept flight on a board of 1920x1080, beside a bare pyqtgraph window."""
    return _opening("first")


def first_whole() -> Measure:
    """The same to the board with its charts, which follow the first frame."""
    return _opening("whole")


def _opening(part: str) -> Measure:
    with tempfile.TemporaryDirectory() as folder:
        environment = as_a_user(folder)
        subprocess.run([sys.executable, "-c", TOUR_DONE], env=environment, check=True, cwd=ROOT)
        subprocess.run([sys.executable, *KEEP_THE_FLIGHT], env=environment, check=True, cwd=ROOT, capture_output=True)
        started(OUR_WINDOW, environment, part)  # keeps what the mission's file was built into
        ours, peer = [], []
        for _ in range(ROUNDS):
            ours.append(started(OUR_WINDOW, environment, part))
            peer.append(started(BARE_WINDOW, environment, part))
    value, beside = median(ours), median(peer)
    return Measure(value, "s", f"bare PySide6 and pyqtgraph window, {beside:.3g} s", value / beside)


def as_a_user(folder: str) -> dict[str, str]:
    """The environment of someone with a screen of 1920x1080 in memory whose folders are all in this one."""
    screen = Path(folder) / "screen.json"
    screen.write_text(SCREEN, encoding="utf-8")
    return {**own_folders(os.environ, folder), "QT_QPA_PLATFORM": f"offscreen:configfile={screen}"}


def own_folders(environment: Mapping[str, str], folder: str) -> dict[str, str]:
    """The same environment with the user's folders in this one; modules stay compiled, as installed ones do."""
    strange = ("XDG_", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in environment.items() if not name.startswith(strange)}
    names = {"XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data"}
    return kept | {"HOME": folder} | {name: str(Path(folder) / part) for name, part in names.items()}


def started(code: str, environment: Mapping[str, str], part: str) -> float:
    """Seconds from before the process to what it prints."""
    command = [sys.executable, "-c", code, repr(time.time()), part]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=environment)
    return float(done.stdout.split()[-1])


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
        out, other = (str(Path(folder) / name) for name in ("out.png", "bare.png"))
        ours = [sys.executable, "-m", "mission_gui", "shot", "soyuz-ms-19", "--at", "2022-03-30T10:52:12Z", "-o", out]
        bare = [sys.executable, "-c", BARE_SHOT, other]
        value, beside = alternately(lambda: call(ours), lambda: call(bare), 5)
    return Measure(value, "s", f"bare Qt window grabbed and saved, {beside:.3g} s", value / beside)
