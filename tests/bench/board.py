"""The board while it plays, jumps, is resized and is zoomed, beside a bare picture of its size copied to a window.

All of it happens in one thread, whose processor time is what counts: other programs do not lengthen that. Each measure
has a process of its own, as the program has: what one left behind in memory is nothing to the next.
`python -m tests.bench.board NAME` tells one as JSON.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from mission_gui.app.start import application
from mission_gui.domain.frame import frame_at
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.memory import collected_by_the_loop, keep
from mission_gui.physics.propagate import propagate
from mission_gui.window import MainWindow
from tests import ms19
from tests.bench.measure import ROOT, Measure, quiet, worked

FULL_HD, UHD = QSize(1920, 1080), QSize(3840, 2160)
FRAMES, WARM_UP = 300, 25
LONGER = 10

PLAYED = {
    "orbit": (("ignition", -60.0), ("touchdown", 60.0)),
    "proximity": (("undocking", -60.0), ("undocking", 1500.0)),
    "descent": (("module_separation", -60.0), ("touchdown", 60.0)),
    "recovery": (("touchdown", 0.0), ("touchdown", 3600.0)),
}
"""What is played in each layout: from an event to an event, each with seconds after it."""

ZOOMED = {"orbit": ("ground_track", "charts", "timeline"), "proximity": ("proximity",), "recovery": ("landing_zone",)}
NOTCHES, NOTCH = 60, 120
"""From the whole world to a kilometre; what Qt calls a notch of a wheel."""

Times = list[float]


def opened(mission: Mission, flight: Trajectory) -> MainWindow:
    """A window on a flight, with what else might have been."""
    application()
    window = MainWindow()
    window.load(mission, flight)
    window.show_alternatives(ms19.alternatives())
    window.show()
    keep()
    return window


@cache
def usual() -> MainWindow:
    """The board with MS-19 on it."""
    return opened(ms19.mission(), ms19.trajectory())


def arranged(window: MainWindow, size: QSize, layout: str = "orbit") -> MainWindow:
    """The window in a size and a layout, and painted."""
    window.resize(size)
    if window.board.layout_.id != layout:
        window.set_layout(layout)
    application().processEvents()
    return window


def paint(window: MainWindow, t: float) -> None:
    """From a frame's time to its picture on the window."""
    assert window.mission is not None and window.trajectory is not None
    window.show_frame(frame_at(window.mission, window.trajectory, t))
    application().processEvents()


def painted(window: MainWindow, times: Times) -> Times:
    """Seconds of work in each of the frames."""
    for t in times[:WARM_UP]:
        paint(window, t)
    return [worked(partial(paint, window, t)) for t in times]


class Still(QWidget):
    """A widget that does nothing but copy one picture of its own size."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.picture = QPixmap(size)
        self.picture.fill(QColor("#10161D"))
        self.resize(size)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.picture)
        painter.end()


def blits(size: QSize, count: int) -> Times:
    """The least a frame can cost: one picture copied to the window."""
    still = Still(size)
    still.show()

    def copy() -> None:
        still.update()
        application().processEvents()

    return [worked(copy) for _ in range(count)]


def p95(times: Times) -> float:
    """The 95th percentile, milliseconds."""
    return float(np.percentile(times, 95)) * 1e3


def worst(times: Times) -> float:
    """The longest, milliseconds."""
    return max(times) * 1e3


def against_blits(times: Times, size: QSize, figure: Callable[[Times], float] = p95) -> Measure:
    """A figure of frames beside the same figure of bare copies."""
    value, beside = figure(times), figure(blits(size, len(times)))
    return Measure(value, "ms", f"one full-window pixmap copied, {beside:.3g} ms", value / beside)


def seeks(size: QSize, layout: str) -> Measure:
    """Jumps all over the mission."""
    start, end = ms19.trajectory().t[0], ms19.time_of("karaganda")
    times = np.random.default_rng(19).uniform(start, end, FRAMES).tolist()
    return against_blits(painted(arranged(usual(), size, layout), times), size)


def played(layout: str) -> Times:
    """The mission times of so many frames, evenly spread."""
    (first, before), (last, after) = PLAYED[layout]
    times: Times = np.linspace(ms19.time_of(first) + before, ms19.time_of(last) + after, FRAMES).tolist()
    return times


def frames(size: QSize, layout: str) -> Measure:
    """Playing what a layout is made for."""
    return against_blits(painted(arranged(usual(), size, layout), played(layout)), size)


def long_mission() -> Measure:
    """Playing the landing of a mission that begins so early that it is ten times as long, and of the usual one."""
    mission = ms19.mission()
    longer = replace(mission, start=mission.start - (LONGER - 1) * (mission.end - mission.start))
    boards = arranged(opened(longer, propagate(longer, quiet)), FULL_HD), arranged(usual(), FULL_HD)
    for t in played("orbit")[:WARM_UP]:
        for window in boards:
            paint(window, t)
    # In turn, so that both meet the same weather.
    pairs = [[worked(partial(paint, window, t)) for window in boards] for t in played("orbit")]
    boards[0].close()
    value, beside = (p95(list(times)) for times in zip(*pairs, strict=True))
    return Measure(value, "ms", f"the mission as it is, {beside:.3g} ms", value / beside)


def fresh(size: QSize) -> MainWindow:
    """A board at the ignition that was never resized or zoomed before, so that what is made only once counts too."""
    window = arranged(opened(ms19.mission(), ms19.trajectory()), size)
    paint(window, ms19.time_of("ignition"))
    return window


def resized(size: QSize) -> Measure:
    """Dragging a corner of the window inwards and back."""
    window = fresh(size)
    sizes = [size - step * QSize(16, 9) for step in (*range(1, 41), *range(39, -1, -1))]
    times = [worked(partial(arranged, window, smaller)) for smaller in sizes]
    window.close()
    return against_blits(times, size, worst)


def relaid(size: QSize) -> Measure:
    """One layout after another, as the phases ask for them, twice."""
    window = fresh(size)
    times = [worked(partial(arranged, window, size, layout)) for layout in (*PLAYED, *PLAYED)]
    window.close()
    return against_blits(times, size, worst)


def zoomed(size: QSize) -> Measure:
    """Turning the wheel over each panel that zooms, all the way in and out again."""
    window, times = fresh(size), []
    for layout, panels in ZOOMED.items():
        arranged(window, size, layout)
        for panel in panels:
            times += turned(window.panels[panel])
    window.close()
    return against_blits(times, size, worst)


def turned(panel: QWidget) -> Times:
    """Seconds of work from each notch of the wheel over the middle of a panel to its picture."""
    at = panel.rect().center()
    under = panel.childAt(at) or panel
    turns = (NOTCH,) * NOTCHES + (-NOTCH,) * NOTCHES
    return [worked(partial(turn_wheel, under, under.mapFrom(panel, at), turn)) for turn in turns]


def turn_wheel(widget: QWidget, at: QPoint, turn: int) -> None:
    """The wheel by a notch, and what it changes on the window."""
    event = QWheelEvent(
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    application().processEvents()


def as_in_the_program(measure: Callable[[], Measure]) -> Measure:
    """A measure with garbage collected as in the program, which does so between frames and of what is new."""
    application()
    with collected_by_the_loop():
        return measure()


MEASURES: dict[str, Callable[[], Measure]] = {
    "seek_p95_1080p": partial(seeks, FULL_HD, "orbit"),
    "seek_p95_proximity": partial(seeks, FULL_HD, "proximity"),
    "seek_p95_descent": partial(seeks, FULL_HD, "descent"),
    "seek_p95_recovery": partial(seeks, FULL_HD, "recovery"),
    "frame_p95_1080p": partial(frames, FULL_HD, "orbit"),
    "frame_p95_proximity": partial(frames, FULL_HD, "proximity"),
    "frame_p95_descent": partial(frames, FULL_HD, "descent"),
    "frame_p95_recovery": partial(frames, FULL_HD, "recovery"),
    "frame_p95_long": long_mission,
    "seek_p95_2160p": partial(seeks, UHD, "orbit"),
    "frame_p95_2160p": partial(frames, UHD, "orbit"),
    "resize_worst": partial(resized, FULL_HD),
    "resize_worst_2160p": partial(resized, UHD),
    "layout_worst": partial(relaid, FULL_HD),
    "layout_worst_2160p": partial(relaid, UHD),
    "zoom_worst": partial(zoomed, FULL_HD),
    "zoom_worst_2160p": partial(zoomed, UHD),
}


def apart(name: str) -> Measure:
    """One of the measures in a new process."""
    command = [sys.executable, "-m", "tests.bench.board", name]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, check=True).stdout
    return Measure(**json.loads(told))


BOARD: dict[str, Callable[[], Measure]] = {name: partial(apart, name) for name in MEASURES}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=MEASURES)
    print(json.dumps(as_in_the_program(MEASURES[parser.parse_args().name]).as_object()))
