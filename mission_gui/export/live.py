"""A picture of a board on the screen: of its flight, moment and arrangement, at any size and in any dress."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QSize

from mission_gui.export.canvas import Canvas
from mission_gui.export.picture import Composition, Picture, Standing, Studio
from mission_gui.export.stage import BoardStage, pose_of, shows_imagery
from mission_gui.export.stamp import stamp
from mission_gui.export.twin import twin
from mission_gui.window import MainWindow


def as_shown(window: MainWindow) -> Composition:
    """The board as it stands: its size, at the screen's own resolution."""
    size = QSize(window.width(), window.height())
    return Composition(Canvas(size, window.devicePixelRatioF()), window.board.layout_.id, theme=window.look.theme.name)


@contextmanager
def picture_of(window: MainWindow, composition: Composition, anew: bool = False) -> Iterator[Picture]:
    """The moment on the board, which must have one, as composed.

    A board of its own is made for it where the one on the screen stands otherwise, something lies on top of it, or
    `anew` where it is written in another language than is spoken.
    """
    mission, trajectory, frame = window.mission, window.trajectory, window.frame
    assert mission is not None and trajectory is not None and frame is not None
    window.notice.hide()
    covered = any(overlay.isVisible() for overlay in window.overlays)
    if composition == as_shown(window) and not (anew or covered):
        yield _standing(window, composition)
        return
    with Studio(mission, trajectory, composition, window.board.alternatives, pose_of(window)) as studio:
        yield studio.at(frame.t)


def _standing(window: MainWindow, composition: Composition) -> Picture:
    """The board on the screen itself, which need not be made once more."""
    mission, trajectory, frame, stage = window.mission, window.trajectory, window.frame, BoardStage(window)
    assert mission is not None and trajectory is not None and frame is not None
    window.board.set_hasty(False)  # in its first moments the board leaves out what takes long
    for panel in stage.panels().values():
        panel.rest()
    shown = replace(composition.shown, imagery=shows_imagery(stage.panels()))
    truth = stamp(mission, trajectory, frame.t, shown)
    board = Standing(composition, composition.plan, stage, window.look)
    return Picture(board, truth, twin(truth, stage.panels(), frame))
