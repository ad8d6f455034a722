"""Imagery by day and night, with a tiny picture of our own in place of the one in the extra."""

import importlib.metadata
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_gui.domain.frame import frame_at
from mission_gui.panels import map_imagery
from mission_gui.panels.ground_track import GroundTrack
from mission_gui.panels.layer import lay, raster
from mission_gui.panels.map_controls import MISSING, SHOWN
from mission_gui.panels.map_ground import ground, ground_style
from mission_gui.panels.map_imagery import Pictures, day_picture, lay_out, layers, share
from mission_gui.panels.map_paint import text_sprite
from mission_gui.panels.map_view import View, fitted
from mission_gui.theme import DARK, LIGHT, RED_NIGHT, THEMES, Style, Theme
from tests import canned
from tests.panels.pictures import picture
from tests.test_theme import READABLE, contrast

WHOLE = fitted(720.0, 360.0, 0.0)
EAST, WEST = QColor(200, 40, 40), QColor(40, 40, 200)


def synthetic() -> Pictures:
    """Red in the east, blue in the west, and one city at 90 east on the equator."""
    day = QImage(72, 36, QImage.Format.Format_RGB32)
    painter = QPainter(day)
    painter.fillRect(0, 0, 36, 36, WEST)
    painter.fillRect(36, 0, 36, 36, EAST)
    painter.end()
    lights = QImage(72, 36, QImage.Format.Format_RGB32)
    lights.fill(0)
    for x in (53, 54):
        for y in (17, 18):
            lights.setPixelColor(x, y, QColor(255, 255, 255))
    return Pictures(day, lights)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(map_imagery, "pictures", synthetic)
    monkeypatch.setattr(map_imagery, "day_picture", lambda: tmp_path)


def color_at(view: View, picture: QImage, longitude: float, latitude: float) -> QColor:
    x, y = view.xy(longitude, latitude)
    return picture.pixelColor(int(x), int(y))


@pytest.mark.parametrize("middle", [0.0, 90.0, 179.0, -120.0])
@pytest.mark.parametrize("nearness", [1.0, 3.0, 9.0])
def test_every_place_has_its_own_colour_in_every_view(qapp: QApplication, middle: float, nearness: float) -> None:
    view = fitted(720.0, 360.0, middle).at_nearness(nearness).centred(middle, 10.0)
    drawn = raster(view.width, view.height, 1.0)
    drawn.fill(QColor(0, 255, 0))
    painter = QPainter(drawn)
    lay_out(painter, synthetic().day, view, 1.0)
    painter.end()
    image = drawn.toImage()
    for x in range(4, 720, 37):
        longitude, latitude = view.lonlat(x, 180)
        if min(abs(longitude), 180 - abs(longitude)) > 12 / nearness + 6:
            assert color_at(view, image, longitude, latitude) == (EAST if longitude > 0 else WEST)
    pixels = np.array(image.convertToFormat(QImage.Format.Format_RGB32).constBits(), np.uint8).reshape(360, 720, 4)
    assert not np.any((pixels[:, :, 1] > 200) & (pixels[:, :, 2] < 10))  # no seam through which the ground shows


def test_by_day_the_ground_is_the_picture_and_by_night_only_cities_shine(qapp: QApplication) -> None:
    day, night = (sheet.toImage() for sheet in layers(synthetic(), WHOLE, Style(), 1.0, 1.0))
    assert color_at(WHOLE, day, 63.0, 21.0).red() > 120
    assert color_at(WHOLE, night, 63.0, 21.0).red() < 40
    assert color_at(WHOLE, night, 92.0, 3.0).red() > 200
    assert color_at(WHOLE, night, 92.0, 3.0).blue() < color_at(WHOLE, night, 92.0, 3.0).red()


def test_the_chart_takes_over_close_in(qapp: QApplication, installed: None) -> None:
    assert share(WHOLE, Style()) == 1.0
    close = WHOLE.at_nearness(400.0)
    assert share(close, Style()) == 0.0
    assert ground(WHOLE, Style(), 1.0, imagery=True).night is not None
    assert ground(close, Style(), 1.0, imagery=True).night is None
    shares = [share(WHOLE.at_nearness(2.0**k), Style()) for k in range(9)]
    assert shares == sorted(shares, reverse=True)


def test_without_the_extra_the_chart_is_drawn(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(map_imagery, "distribution", missing)
    map_imagery.pictures.cache_clear()
    assert day_picture() is None
    chart, wished = ground(WHOLE, Style(), 1.0, False), ground(WHOLE, Style(), 1.0, True)
    assert wished.night is None
    assert isinstance(wished.day, QPixmap) and isinstance(chart.day, QPixmap)
    assert wished.day.toImage() == chart.day.toImage()
    map_imagery.pictures.cache_clear()


def test_imagery_is_dark_in_the_light_theme_and_red_in_the_red_one(qapp: QApplication, installed: None) -> None:
    assert ground_style(WHOLE, Style(LIGHT), imagery=True).theme.name == DARK.name
    assert ground_style(WHOLE, Style(LIGHT), imagery=False).theme is LIGHT
    day, _ = layers(synthetic(), WHOLE, Style(RED_NIGHT), 1.0, 1.0)
    color = color_at(WHOLE, day.toImage(), -63.0, 21.0)  # blue in the picture
    assert color.red() > 2 * color.blue()


def test_the_map_shows_imagery_when_it_is_chosen(qtbot: QtBot, installed: None) -> None:
    panel = GroundTrack(Style())
    qtbot.addWidget(panel)
    panel.resize(800, 500)
    panel.load(canned.mission(), canned.trajectory())
    panel.show_frame(frame_at(canned.mission(), canned.trajectory(), 5000.0))
    chart = picture(panel, 800, 500)
    menu = panel.menu()
    next(action for action in menu.actions() if action.text() == str(SHOWN["imagery"])).trigger()
    assert panel.options.imagery
    shown = picture(panel, 800, 500)
    red = (shown[:, :, 2].astype(int) - shown[:, :, 0] > 60) & (chart[:, :, 2].astype(int) - chart[:, :, 0] < 30)
    assert np.count_nonzero(red) > 10_000


def test_the_menu_says_how_to_get_what_is_missing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(map_imagery, "day_picture", lambda: None)
    panel = GroundTrack(Style())
    qtbot.addWidget(panel)
    menu = panel.menu()
    line = next(action for action in menu.actions() if action.text() == str(MISSING))
    assert not line.isEnabled()
    assert "pip install 'mission-gui[imagery]'" in line.text()


WHITE = Pictures(QImage(8, 4, QImage.Format.Format_RGB32), QImage(8, 4, QImage.Format.Format_RGB32))
INKS = ("text", "second", "third", "soyuz_text", "iss_text", "landing_text", "caution", "critical", "off")


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("lights", [False, True])
def test_a_text_on_ice_or_over_a_city_can_be_read(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, theme: Theme, lights: bool
) -> None:
    WHITE.day.fill(Qt.GlobalColor.white)
    WHITE.lights.fill(Qt.GlobalColor.white)
    monkeypatch.setattr(map_imagery, "pictures", lambda: WHITE)
    style = ground_style(WHOLE, Style(theme), True)
    shown = layers(WHITE, WHOLE, style, 1.0, 1.0)[lights].toImage()
    assert shown.pixelColor(100, 100).lightness() > 40
    for ink in INKS:
        sprite = text_sprite("—", style, style.sans("large", 600), ink, "ocean", 1.0)
        picture = QImage(shown)
        painter = QPainter(picture)
        lay(painter, QPointF(100.0, 100.0), sprite)
        painter.end()
        column = [picture.pixelColor(112, y).name() for y in range(100, 130)]
        at = column.index(style.color(ink).name())
        most = max(contrast(column[at], column[y]) for y in range(at - 3, at + 4))  # the others are softened
        assert most >= READABLE, (ink, round(most, 2))
