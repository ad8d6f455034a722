"""Pictures: the same each time, any size, with caption and marking, described within, whole or not at all."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage

from mission_gui import __version__
from mission_gui.domain.errors import UserError
from mission_gui.export import canvas, drawing
from mission_gui.export.canvas import Canvas, plan
from mission_gui.export.formats import FORMATS, encoder, save
from mission_gui.export.picture import Composition, Studio
from mission_gui.export.stage import PARTS, least_size
from mission_gui.theme import THEMES
from mission_gui.window.layouts import LAYOUTS
from tests import canned
from tests.stamps import read_stamp

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
SMALL = Canvas(QSize(1024, 640))
BOARD = Composition(SMALL)

MEAN_DIFFERENCE = 3.0
"""Of 255: antialiased edges of text and lines, drawn at two resolutions, differ by this much."""
SHARE_OF_EDGES = 0.02

pytestmark = pytest.mark.usefixtures("qapp")


def taken(composition: Composition, t: float = 12669.0) -> QImage:
    with Studio(MISSION, TRAJECTORY, composition) as studio:
        return studio.at(t).image()


def pixels_of(image: QImage) -> NDArray[np.int16]:
    """(height, width, 3)."""
    data = np.frombuffer(bytes(image.constBits()), np.uint8).reshape(image.height(), image.width(), 4)
    return data[..., :3].astype(np.int16)


def test_a_picture_does_not_depend_on_the_one_before() -> None:
    with Studio(MISSION, TRAJECTORY, BOARD) as studio:
        studio.at(-5000.0).image()
        second = studio.at(12669.0).image()
    assert second == taken(BOARD)


@pytest.mark.parametrize(
    ("size", "scale", "pixels"),
    [
        ((1280, 720), 1.0, (1280, 720)),
        ((1024, 640), 2.0, (2048, 1280)),
        ((1100, 700), 1.5, (1650, 1050)),
        ((640, 360), 1.0, (640, 360)),
    ],
)
@pytest.mark.parametrize("dressed", [False, True])
def test_a_picture_has_exactly_the_pixels_asked_for(
    size: tuple[int, int], scale: float, pixels: tuple[int, int], dressed: bool
) -> None:
    image = taken(Composition(Canvas(QSize(*size), scale), caption=dressed, marking="EXERCISE" if dressed else ""))
    assert (image.width(), image.height()) == pixels


def test_the_scale_sharpens_and_moves_nothing() -> None:
    coarse = taken(BOARD)
    fine = taken(Composition(Canvas(SMALL.size, 2.0)))
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


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"theme": "sepia"}, "dark, light, high-contrast, red-night"),
        ({"layout": "chaos"}, "orbit, proximity"),
        ({"panel": "cockpit"}, "map, countdown, crew"),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(asked: dict[str, str], told: str) -> None:
    with pytest.raises(UserError, match=told):
        Composition(SMALL, **asked)  # type: ignore[arg-type]


def test_the_rooms_of_a_picture_share_it_without_gap_or_overlap() -> None:
    for size in (QSize(640, 360), QSize(1920, 1080), QSize(1123, 794), QSize(2000, 2000)):
        made = plan(Canvas(size), least_size(""), caption=True, marking=True)
        upper, lower = made.banners
        assert upper.top() == 0 and upper.bottom() == made.main.top()
        assert made.main.bottom() == made.strip.top() and made.strip.bottom() == lower.top()
        assert lower.bottom() == made.whole.height()
        assert made.main.width() >= least_size("").width() and made.main.height() >= least_size("").height()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(320, 200), (1280, 720), (3840, 2160)])
def test_a_marking_can_be_read_at_any_size_in_any_theme(theme: str, size: tuple[int, int]) -> None:
    image = taken(Composition(Canvas(QSize(*size)), panel="countdown", theme=theme, marking="SIMULATION"))
    made = plan(Canvas(QSize(*size)), least_size("countdown"), caption=False, marking=True)
    high = round(made.banners[0].height() * made.ratio)
    assert high >= 17
    for top in (0, image.height() - high):
        banner = pixels_of(image)[top : top + high]
        ground = banner[high // 2, 2]
        ink = np.abs(banner - ground).sum(axis=2) > 250
        rows = np.flatnonzero(ink.any(axis=1))
        assert len(rows) >= 0.3 * high, "letters as tall as a third of the banner"
        light = [QColor(*map(int, color[::-1])).lightnessF() for color in (ground, banner[ink][0])]
        assert abs(light[0] - light[1]) > 0.25


def test_a_caption_changes_the_strip_below_and_the_board_gives_way() -> None:
    with_caption = taken(replace(BOARD, caption=True))
    one, two = pixels_of(taken(BOARD)), pixels_of(with_caption)
    assert one.shape == two.shape and (one[-60:] != two[-60:]).any()


@pytest.mark.parametrize("panel", PARTS)
def test_one_panel_alone_is_a_picture_and_says_which(panel: str) -> None:
    composition = Composition(Canvas(QSize(640, 360)), panel=panel)
    with Studio(MISSION, TRAJECTORY, composition) as studio:
        picture = studio.at(12669.0)
        colors = np.unique(pixels_of(picture.image()).reshape(-1, 3), axis=0)
    assert len(colors) > 20
    assert (picture.stamp.shown.panel, picture.stamp.shown.layout) == (panel, "")


def test_the_file_says_what_it_shows_and_how_that_is_known(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    with Studio(MISSION, TRAJECTORY, BOARD) as studio:
        picture = studio.at(12669.0)
        save(picture, path)
    image = QImage(str(path))
    assert image.text("Title") == "Soyuz MS-19 at 2022-03-30T10:52:12Z"
    assert image.text("Software") == f"mission-gui {__version__}"
    assert image.text("Description") == picture.twin.alt
    for part in ("soyuz-ms-19", "2022-03-30T10:52:12", "data canned", "not telemetry", "descent_coast"):
        assert part in image.text("Comment")
    assert read_stamp(path) == picture.stamp


def test_a_very_large_picture_is_drawn_in_bands_that_fit_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canvas, "_LARGE", 1000)
    monkeypatch.setattr(drawing, "_BAND", 1024 * 100)
    with Studio(MISSION, TRAJECTORY, BOARD) as studio:
        picture = studio.at(12669.0)
        bands, whole = list(picture.bands()), picture.image()
    assert [band.height() for band in bands] == [100, 100, 100, 100, 100, 100, 40]
    apart = np.abs(np.vstack([pixels_of(band) for band in bands]) - pixels_of(whole))
    assert apart.mean() < MEAN_DIFFERENCE
    assert (apart.max(axis=2) > 60).mean() < SHARE_OF_EDGES


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with Studio(MISSION, TRAJECTORY, BOARD) as studio, pytest.raises(UserError, match="nowhere is not there"):
        save(studio.at(0.0), tmp_path / "nowhere" / "a.png")


def test_a_place_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    blocked = tmp_path / "a.png"
    blocked.mkdir()
    (blocked / "inside").touch()
    with Studio(MISSION, TRAJECTORY, BOARD) as studio, pytest.raises(UserError, match="cannot be written"):
        save(studio.at(0.0), blocked)
    assert list(tmp_path.iterdir()) == [blocked]


def test_another_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(UserError, match=r"ends in \.png, \.svg or \.pdf"):
        encoder(Path("board.bmp"))
    assert encoder(Path("BOARD.PNG")) is FORMATS[".png"]


def test_no_layout_is_left_out() -> None:
    assert {Composition(SMALL, layout.id).shown.layout for layout in LAYOUTS} == {layout.id for layout in LAYOUTS}
