"""The kept pictures of the map show what drawing afresh would show."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication

from mission_gui.panels import map_night
from mission_gui.panels.layer import raster
from mission_gui.panels.map_flight import prepare
from mission_gui.panels.map_layers import Layers
from mission_gui.panels.map_night import draw_night
from mission_gui.panels.map_ribbon import dot_ribbon, eastward, line_ribbon
from mission_gui.panels.map_track import Track, draw_line
from mission_gui.panels.map_view import View, fitted
from mission_gui.theme import Style
from tests import canned

FLIGHT = prepare(canned.mission(), canned.trajectory())
WHOLE = fitted(900.0, 500.0, 30.0)
RATIOS = (1.0, 1.5, 2.0)
AMBER = QColor("#FFB302")


def pixels(picture: QPixmap) -> np.ndarray:
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    return np.array(image.constBits(), dtype=np.uint8).reshape(image.height(), image.width(), 4)[:, :, 3].astype(int)


def blank(view: View, ratio: float) -> QPixmap:
    picture = raster(view.width, view.height, ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("view", [WHOLE, WHOLE.zoomed(8.0, *WHOLE.xy(*FLIGHT.ship.at(5000.0)))])
def test_a_stretch_copied_from_columns_looks_like_the_stretch_drawn(
    qapp: QApplication, view: View, ratio: float
) -> None:
    copied, drawn = blank(view, ratio), blank(view, ratio)
    painter = QPainter(copied)
    line_ribbon(view, ratio, FLIGHT.ship, AMBER, 2.0).draw(painter, 1000.0, 9000.0)
    painter.end()
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_line(painter, view, FLIGHT.ship, 1000.0, 9000.0, QPen(AMBER, 2.0))
    painter.end()
    a, b = pixels(copied), pixels(drawn)
    assert b.any()
    # Where one shows a fully covered pixel the other must too, but at the two ends and where corners are left out.
    assert np.count_nonzero(np.abs(a - b) > 128) < 0.01 * np.count_nonzero(b) + 20


def test_two_stretches_meet_without_a_gap(qapp: QApplication) -> None:
    ribbon = line_ribbon(WHOLE, 1.0, FLIGHT.ship, AMBER, 2.0)
    whole, halves = blank(WHOLE, 1.0), blank(WHOLE, 1.0)
    painter = QPainter(whole)
    ribbon.draw(painter, 1000.0, 4000.0)
    painter.end()
    painter = QPainter(halves)
    ribbon.draw(painter, 1000.0, 2345.0)
    ribbon.draw(painter, 2345.0, 4000.0)
    painter.end()
    assert np.array_equal(pixels(whole), pixels(halves))


def test_dots_keep_their_places_whatever_is_shown_of_them(qapp: QApplication) -> None:
    early, late = blank(WHOLE, 1.0), blank(WHOLE, 1.0)
    for picture, start in ((early, 1000.0), (late, 3000.0)):
        painter = QPainter(picture)
        dot_ribbon(WHOLE, 1.0, FLIGHT.ship, AMBER, 2.0).draw(painter, start, 9000.0)
        painter.end()
    shown = pixels(late) > 0
    assert shown.any()
    # Only where another orbit crosses, or at the cut, is there more than before.
    assert np.count_nonzero(pixels(late)[shown] != pixels(early)[shown]) < 0.05 * np.count_nonzero(shown)


def test_a_ship_that_turns_back_or_climbs_the_map_is_drawn_afresh_from_there() -> None:
    t = np.arange(4.0)
    back = Track(t, np.array([0.0, 1.0, 0.5, 2.0]), np.zeros(4), t)
    steep = Track(t, np.array([0.0, 1.0, 2.0, 2.1]), np.array([0.0, 0.0, 0.0, 5.0]), t)
    assert eastward(back) == 1
    assert eastward(steep) == 2


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("sun", [(0.0, 4.0), (100.0, -23.4), (-179.0, 23.3)])
def test_the_night_is_whole_though_only_its_shade_is_copied(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, sun: tuple[float, float], ratio: float
) -> None:
    def night() -> QImage:
        picture = blank(WHOLE, ratio)
        painter = QPainter(picture)
        draw_night(painter, WHOLE, Style(), ratio, sun)
        painter.end()
        return picture.toImage()

    shade = night()
    monkeypatch.setattr(map_night, "_below", lambda *_args: 0.0)
    assert shade == night()


def test_circles_are_kept_for_heights_that_look_the_same(qapp: QApplication) -> None:
    layers = Layers(FLIGHT, WHOLE, Style(), 1.0)
    pictures = []
    for altitude in (420_000.0, 420_100.0, 300_000.0):
        picture = blank(WHOLE, 1.0)
        painter = QPainter(picture)
        layers.draw_circles(painter, altitude)
        painter.end()
        pictures.append(picture.toImage())
    assert pictures[0] == pictures[1] != pictures[2]
