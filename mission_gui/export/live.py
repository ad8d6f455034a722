"""A picture of a board on the screen: of its flight, moment and arrangement, at any size and in any dress."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QSize

from mission_gui.domain.language import spoken
from mission_gui.export.aside import BoardWish
from mission_gui.export.canvas import Canvas
from mission_gui.export.picture import Composition, Picture, Standing
from mission_gui.export.stage import BoardStage, pose_of, shows_imagery
from mission_gui.export.stamp import stamp
from mission_gui.export.twin import twin
from mission_gui.window import MainWindow


def as_shown(window: MainWindow) -> Composition:
    """The board as it stands: its size, at the screen's own resolution."""
    size = QSize(window.width(), window.height())
    return Composition(Canvas(size, window.devicePixelRatioF()), window.board.layout_.id, theme=window.look.theme.name)


def stands(window: MainWindow, composition: Composition, language: str) -> bool:
    """Whether the board on the screen itself can be pictured: it is as composed, and nothing lies on top of it."""
    window.notice.hide()
    covered = any(overlay.isVisible() for overlay in window.overlays)
    return composition == as_shown(window) and language == spoken() and not covered


@contextmanager
def picture_of(window: MainWindow, composition: Composition, language: str) -> Iterator[Picture]:
    """The moment on the board, which must have one, as composed; where it does not stand so, on a board of its own."""
    if stands(window, composition, language):
        with standing(window) as picture:
            yield picture
        return
    with board_wish(window, composition, language).drawn() as picture:
        yield picture


@contextmanager
def standing(window: MainWindow) -> Iterator[Picture]:
    """The board on the screen itself, which must have a moment: without its controls while the picture is taken."""
    mission, trajectory, frame, stage = window.mission, window.trajectory, window.frame, BoardStage(window)
    assert mission is not None and trajectory is not None and frame is not None
    window.board.set_hasty(False)  # in its first moments the board leaves out what takes long
    for panel in stage.panels().values():
        panel.rest()
    composition = as_shown(window)
    shown = replace(composition.shown, imagery=shows_imagery(stage.panels()))
    truth = stamp(mission, trajectory, frame.t, shown)
    picture = Picture(
        Standing(composition, composition.plan, stage, window.look), truth, twin(truth, stage.panels(), frame)
    )
    bare = window.board.bare
    window.board.set_bare(True)
    try:
        yield picture
    finally:
        window.board.set_bare(bare)


def board_wish(window: MainWindow, composition: Composition, language: str) -> BoardWish:
    """The moment on the board, which must have one, as composed: for a board of its own to be drawn on."""
    mission, trajectory, frame = window.mission, window.trajectory, window.frame
    assert mission is not None and trajectory is not None and frame is not None
    beside = window.board.alternatives
    return BoardWish(mission, trajectory, beside, composition, pose_of(window), frame.t, language)
