"""Pictures of the board: the same bytes each time, any size, described within, whole or not at all."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from mission_gui import __version__
from mission_gui.domain.errors import UserError
from mission_gui.export.formats import FORMATS, saver
from mission_gui.export.picture import Canvas, board_image, board_images, save_png
from tests import canned

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
SMALL = Canvas(QSize(1024, 640))

MEAN_DIFFERENCE = 3.0
"""Of 255: antialiased edges of text and lines, drawn at two resolutions, differ by this much."""
SHARE_OF_EDGES = 0.02

pytestmark = pytest.mark.usefixtures("qapp")


def pixels_of(image: QImage) -> NDArray[np.int16]:
    """(height, width, 3)."""
    data = np.frombuffer(bytes(image.constBits()), np.uint8).reshape(image.height(), image.width(), 4)
    return data[..., :3].astype(np.int16)


def test_two_runs_give_identical_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "one.png", tmp_path / "two.png"
    for path in (one, two):
        save_png(board_image(MISSION, TRAJECTORY, 12669.0, SMALL), path)
    assert one.read_bytes() == two.read_bytes()


def test_a_picture_does_not_depend_on_the_one_before() -> None:
    _, second = board_images(MISSION, TRAJECTORY, [-5000.0, 12669.0], SMALL)
    assert second == board_image(MISSION, TRAJECTORY, 12669.0, SMALL)


@pytest.mark.parametrize(
    ("size", "scale", "pixels"),
    [
        ((1280, 720), 1.0, (1280, 720)),
        ((1024, 640), 2.0, (2048, 1280)),
        ((1100, 700), 1.5, (1650, 1050)),
        ((640, 360), 1.0, (640, 360)),
    ],
)
def test_a_picture_has_exactly_the_pixels_asked_for(
    size: tuple[int, int], scale: float, pixels: tuple[int, int]
) -> None:
    image = board_image(MISSION, TRAJECTORY, 0.0, Canvas(QSize(*size), scale))
    assert (image.width(), image.height()) == pixels


def test_the_scale_sharpens_and_moves_nothing() -> None:
    coarse = board_image(MISSION, TRAJECTORY, 12669.0, SMALL)
    fine = board_image(MISSION, TRAJECTORY, 12669.0, Canvas(SMALL.size, 2.0))
    assert fine.devicePixelRatio() == 2.0
    shrunk = fine.scaled(coarse.size(), mode=Qt.TransformationMode.SmoothTransformation)
    apart = np.abs(pixels_of(coarse) - pixels_of(shrunk))
    assert apart.mean() < MEAN_DIFFERENCE
    assert (apart.max(axis=2) > 60).mean() < SHARE_OF_EDGES


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(0, 0, 1.0), (0, 720, 1.0), (20000, 720, 1.0), (9000, 9000, 2.0)]
)
def test_an_impossible_size_is_refused(width: int, height: int, scale: float) -> None:
    with pytest.raises(UserError, match="each side must have 64 to 16384 pixels"):
        Canvas(QSize(width, height), scale)


def test_an_unknown_theme_is_refused_with_those_there_are() -> None:
    with pytest.raises(UserError, match="dark, light, high-contrast, red-night"):
        board_image(MISSION, TRAJECTORY, 0.0, SMALL, "sepia")


def test_the_file_says_what_it_shows_and_how_that_is_known(tmp_path: Path) -> None:
    save_png(board_image(MISSION, TRAJECTORY, 12669.0, SMALL), tmp_path / "a.png")
    image = QImage(str(tmp_path / "a.png"))
    assert image.text("Title") == "Soyuz MS-19 at 2022-03-30T10:52:12Z"
    assert image.text("Software") == f"mission-gui {__version__}"
    for part in ("soyuz-ms-19", "2022-03-30T10:52:12", "data canned", "not telemetry", "descent_coast"):
        assert part in image.text("Comment")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nowhere is not there"):
        save_png(QImage(8, 8, QImage.Format.Format_RGB32), tmp_path / "nowhere" / "a.png")


def test_a_place_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    blocked = tmp_path / "a.png"
    blocked.mkdir()
    (blocked / "inside").touch()
    with pytest.raises(UserError, match="cannot be written"):
        save_png(QImage(8, 8, QImage.Format.Format_RGB32), blocked)
    assert list(tmp_path.iterdir()) == [blocked]


def test_an_empty_picture_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be written"):
        save_png(QImage(), tmp_path / "a.png")


def test_another_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(UserError, match=r"ends in \.png"):
        saver(Path("board.bmp"))
    assert saver(Path("BOARD.PNG")) is FORMATS[".png"]
