"""How long a picture takes in a series, where the window stands already."""

from collections.abc import Iterator
from itertools import count

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize

from mission_gui.app import application
from mission_gui.export.canvas import Canvas
from mission_gui.export.formats import FORMATS
from mission_gui.export.picture import Composition, Studio
from mission_gui.session.alternatives import alternatives
from mission_gui.session.flight import fly
from tests import ms19
from tests.bench.measure import Measure, alternately

STEP = 300.0
"""Seconds of the mission from picture to picture: far enough that hardly anything stays as it is."""
PICTURES = 40


def series() -> Measure:
    """A picture of the board at 1920x1080 up to its PNG, beside a bare grab of the window and Qt's own PNG."""
    held = application()
    mission = ms19.mission()
    flight = fly(mission)
    composition = Composition(Canvas(QSize(1920, 1080)))
    with Studio(mission, flight, composition, alternatives(mission, flight)) as studio:
        times = _times()

        def ours() -> None:
            FORMATS[".png"](studio.at(next(times)))

        def bare() -> None:
            content = QByteArray()
            buffer = QBuffer(content)
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            studio.stage.widget().grab().toImage().save(buffer, "PNG")  # type: ignore[call-overload]

        seconds, plain = alternately(ours, bare, PICTURES)
    held.processEvents()
    return Measure(seconds * 1000, "ms", "bare grab and Qt's PNG", seconds / plain)


def _times() -> Iterator[float]:
    return (-6000.0 + STEP * number for number in count())
