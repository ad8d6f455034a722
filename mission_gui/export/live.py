"""A picture of a board on the screen: of its flight, moment and arrangement, at any size and in any dress."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSize

from mission_gui.export.canvas import Canvas
from mission_gui.export.picture import Composition, Picture, Studio
from mission_gui.export.stage import pose_of
from mission_gui.window import MainWindow


def as_shown(window: MainWindow) -> Composition:
    """The board as it stands: its size, at the screen's own resolution."""
    size = QSize(window.width(), window.height())
    return Composition(Canvas(size, window.devicePixelRatioF()), window.board.layout_.id, theme=window.look.theme.name)


@contextmanager
def picture_of(window: MainWindow, composition: Composition | None = None) -> Iterator[Picture]:
    """The moment on the board, which must have one, as composed or as it stands."""
    mission, trajectory, frame = window.mission, window.trajectory, window.frame
    assert mission is not None and trajectory is not None and frame is not None
    wanted = composition or as_shown(window)
    beside = window.board.alternatives
    with Studio(mission, trajectory, wanted, beside, pose_of(window)) as studio:
        yield studio.at(frame.t)
