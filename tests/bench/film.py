"""Films: frames a second drawn and encoded, beside the same encoder fed with one picture drawn beforehand."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from mission_gui.app import application
from mission_gui.export.film.encoder import Encoder, check
from mission_gui.export.film.picture import Camera, Cast, film
from mission_gui.export.film.script import Script, script
from mission_gui.theme import DARK
from tests import ms19
from tests.bench.measure import Measure, alternately
from tests.stamps import plain_label

SIZE = 1920, 1080
FRAMES, ROUNDS = 240, 3


def frames_per_second() -> Measure:
    """AV1 at 1920x1080 from ignition on, in the layouts of the phases, at 60 mission seconds a second."""
    application()
    mission, flight = ms19.mission(), ms19.trajectory()
    cast = Cast(mission, flight, ms19.alternatives(), DARK)
    start = next(mission.seconds(e.time) for e in flight.events if e.id == "ignition" and e.time)
    plot = script(mission, flight, start, start + 2.0 * (FRAMES - 1), 60.0, 30, eased=False)
    still = _still(cast, plot)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        codec = check(path, SIZE)

        def ours() -> None:
            with Encoder(path, SIZE, plot.fps, codec, plain_label()) as encoder:
                film(cast, plot, QSize(*SIZE), encoder, lambda: None)

        def bare() -> None:
            with Encoder(path, SIZE, plot.fps, codec, plain_label()) as encoder:
                for _ in range(plot.frames):
                    encoder.add(still)

        value, beside = alternately(ours, bare, ROUNDS)
    rate, limit = plot.frames / value, plot.frames / beside
    return Measure(rate, "1/s", f"the same encoder and one still picture, {limit:.3g} 1/s", rate / limit)


def _still(cast: Cast, plot: Script) -> QImage:
    camera = Camera(cast, plot.fps, QSize(*SIZE))
    picture = camera.draw(next(plot.shots()), plot.clock.rate).copy()
    camera.close()
    return picture
