"""The shade of night where and when it must be, at equinox and solstice, as far as the poles."""

from math import asin, cos, degrees, radians, sin

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from mission_gui.panels.layer import raster
from mission_gui.panels.map_night import draw_dark, draw_night
from mission_gui.panels.map_view import View, fitted
from mission_gui.theme import Style

WHOLE = fitted(1080.0, 540.0, 40.0)
ARCTIC = View(900.0, 500.0, 40.0, 70.0, 12.0, 1.2)
SUNS = {"equinox": (100.0, 0.0), "June": (-20.0, 23.44), "December": (179.0, -23.44)}
STEP = 0.19
"""How much each of the dark theme's four steps takes away."""


def shade(view: View, sun: tuple[float, float]) -> np.ndarray:
    """How dark each pixel is, 0 to 1, from the opacity of the shade."""
    picture = raster(view.width, view.height, 1.0)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_night(painter, view, Style(), 1.0, sun)
    painter.end()
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    bytes_ = np.array(image.constBits(), dtype=np.uint8).reshape(image.height(), image.width(), 4)
    return bytes_[:, :, 3] / 255.0


def height_of_sun(sun: tuple[float, float], longitude: float, latitude: float) -> float:
    """Degrees above the horizon."""
    x, y, s = radians(longitude - sun[0]), radians(latitude), radians(sun[1])
    return degrees(asin(sin(y) * sin(s) + cos(y) * cos(s) * cos(x)))


@pytest.mark.parametrize("season", SUNS)
@pytest.mark.parametrize("view", [WHOLE, ARCTIC], ids=["whole", "arctic"])
def test_the_shade_deepens_with_the_sun_below_the_horizon(qapp: QApplication, view: View, season: str) -> None:
    sun, dark, seen = SUNS[season], shade(view, SUNS[season]), set()
    for y in range(3, int(view.height), 23):
        for x in range(3, int(view.width), 31):
            longitude, latitude = view.lonlat(x + 0.5, y + 0.5)
            height = height_of_sun(sun, longitude, latitude)
            # Not on the edge of a step, which is soft, nor by a pixel of the coarse picture from it.
            if min(abs(height + limit) for limit in (0, 6, 12, 18)) < 2.5 or abs(latitude) > 89.5:
                continue
            steps = sum(height < -limit for limit in (0, 6, 12, 18))
            seen.add(steps)
            assert dark[y, x] == pytest.approx(1 - (1 - STEP) ** steps, abs=0.04), (longitude, latitude, height)
    assert {0, 4} <= seen or view is ARCTIC


def test_in_june_the_north_pole_has_no_night_and_the_south_pole_no_day(qapp: QApplication) -> None:
    dark = shade(WHOLE, SUNS["June"])
    north, south = WHOLE.xy(0.0, 80.0)[1], WHOLE.xy(0.0, -80.0)[1]
    assert dark[int(north)].max() < 0.02
    assert dark[int(south)].min() > STEP - 0.03


def test_at_the_equinox_each_parallel_has_as_much_day_as_night(qapp: QApplication) -> None:
    dark = shade(WHOLE, SUNS["equinox"])
    for latitude in (-60.0, 0.0, 60.0):
        row = dark[int(WHOLE.xy(0.0, latitude)[1])]
        assert np.count_nonzero(row > STEP / 2) / len(row) == pytest.approx(0.5, abs=0.02)


@pytest.mark.parametrize("season", SUNS)
def test_the_picture_of_the_night_is_whole_at_night_and_absent_by_day(qapp: QApplication, season: str) -> None:
    night = raster(WHOLE.width, WHOLE.height, 1.0)
    night.fill(QColor(0, 0, 255))
    picture = raster(WHOLE.width, WHOLE.height, 1.0)
    picture.fill(QColor(255, 0, 0))
    painter = QPainter(picture)
    draw_dark(painter, WHOLE, 1.0, SUNS[season], night)
    painter.end()
    image = picture.toImage()
    for x in range(5, 1080, 97):
        for y in range(5, 540, 53):
            height = height_of_sun(SUNS[season], *WHOLE.lonlat(x + 0.5, y + 0.5))
            color = image.pixelColor(x, y)
            if height > 2.0:
                assert (color.red(), color.blue()) == (255, 0)
            elif height < -16.0:
                assert color.blue() > 250
            elif -12.0 < height < -3.0:
                assert 0 < color.blue() < 255
