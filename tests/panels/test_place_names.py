"""Russian names of countries, rivers and towns on the map."""

import re

import numpy as np
import pytest

from mission_gui.panels.map_shapes import cities, region, towns, world
from mission_gui.panels.place_names import country, river, russian, town
from tests import ms19


@pytest.mark.usefixtures("qtbot", "russian")
def test_every_country_and_river_has_a_russian_name() -> None:
    assert not [name for name in world().names if re.search("[A-Za-z]", country(name))]
    named = [name for name in region().river_names if len(name) > 2]
    assert not [name for name in named if re.search("[A-Za-z]", river(name))]


@pytest.mark.usefixtures("qtbot", "russian")
def test_every_place_of_the_mission_has_a_russian_name() -> None:
    mission = ms19.mission()
    own = [place.name for place in mission.places] + [leg.destination.name for leg in mission.legs]
    assert own and not [name for name in own if re.search("[A-Za-z]", town(name))]


def test_the_names_are_those_of_the_data_and_all_of_them_russian() -> None:
    known = {*cities().names, *towns().names, *(place.name for place in ms19.mission().places), "Nur-Sultan"}
    known |= {leg.destination.name for leg in ms19.mission().legs}
    assert not set(russian()["towns"]) - known
    assert not set(russian()["countries"]) - set(world().names)
    assert not set(russian()["rivers"]) - set(region().river_names)
    assert not [name for names in russian().values() for name in names.values() if re.search("[A-Za-z]", name)]


def test_in_english_a_place_keeps_its_name() -> None:
    assert (country("Kazakhstan"), river("Ural"), town("Karaganda")) == ("Kazakhstan", "Ural", "Karaganda")


@pytest.mark.usefixtures("qtbot", "russian")
def test_towns_near_the_landing_places_have_russian_names() -> None:
    for known, least in ((towns(), 150), (cities(), 2)):
        x, y = known.points.T
        # Western and middle Kazakhstan with the Russian border: there every Soyuz has landed.
        near = np.flatnonzero((x > 57) & (x < 80) & (y > 43) & (y < 55))
        assert len(near) > least
        assert [known.names[i] for i in near.tolist() if re.search("[A-Za-z]", town(known.names[i]))] == []


@pytest.mark.usefixtures("qtbot", "russian")
def test_a_name_written_by_hand_goes_before_that_of_the_data() -> None:
    # The towns of MS-19's landing, and two about that of TMA-11, which only the data spells in Russian.
    assert [town(name) for name in ("Oral", "Zhezqazghan")] == ["Уральск", "Жезказган"]
    assert [town(name) for name in ("Svetlyy", "Dombarovskiy")] == ["Светлый", "Домбаровский"]
    assert town("Nowhere") == "Nowhere"
