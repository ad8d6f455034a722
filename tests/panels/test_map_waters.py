"""The names of oceans, seas and lakes on the map."""

import re

import pytest
from PySide6.QtWidgets import QApplication

from mission_gui.panels.map_names import names_in
from mission_gui.panels.map_paint import text_size
from mission_gui.panels.map_shapes import Shapes, encloses, region, world
from mission_gui.panels.map_view import fitted
from mission_gui.panels.map_waters import Water, slanted, waters, waters_within
from mission_gui.theme import DARK, Style

SEAS = [water for water in waters() if re.search("Ocean|Sea|Gulf|Bay|Bight|Channel|Passage", water.name.en)]
LAKES = [water for water in waters() if water not in SEAS or "Aral" in water.name.en]


def rings_about(shapes: Shapes, water: Water) -> int:
    x, y = water.longitude, water.latitude
    return sum(encloses(shapes.line(i) + (turn, 0.0), x, y) for turn, i in shapes.near(x, y, x, y))


@pytest.mark.parametrize("water", LAKES, ids=lambda water: water.name.en)
def test_the_name_of_a_lake_lies_in_a_lake_of_the_map(water: Water) -> None:
    assert rings_about(region().lakes, water) + rings_about(world().lakes, water) > 0


@pytest.mark.parametrize("water", [sea for sea in SEAS if "Aral" not in sea.name.en], ids=lambda water: water.name.en)
def test_the_name_of_a_sea_lies_in_no_land(water: Water) -> None:
    assert rings_about(world().land["50m"], water) % 2 == 0  # the Caspian is a ring within a ring


def test_all_have_a_russian_name() -> None:
    assert len(waters()) > 90
    assert not [water for water in waters() if re.search("[A-Za-z]", water.name.ru)]


def test_a_name_is_shown_where_it_has_room(qapp: QApplication) -> None:
    style, box = Style(DARK), (40.0, 36.0, 90.0, 56.0)
    needed = text_size("Balkhash", slanted(style))[0]
    balkhash = next(water for water in waters() if water.name.en == "Balkhash")
    for share, shown in ((1.01, True), (0.99, False)):
        names = [name for name, _, _ in waters_within(box, share * needed / balkhash.wide, style)]
        assert ("Balkhash" in names) is shown
    assert "Lake Victoria" not in [name for name, _, _ in waters_within(box, 1e4, style)]


@pytest.mark.usefixtures("russian")
def test_the_caspian_is_named_in_the_language_spoken(qapp: QApplication) -> None:
    view = fitted(1200, 700).at_nearness(5.0).centred(55.0, 45.0)
    assert "Каспийское море" in [name.text for name in names_in(view, Style(DARK)) if name.sort == "water"]
