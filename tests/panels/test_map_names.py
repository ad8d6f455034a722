"""The names of the ground: as many as suit the nearness, each once."""

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from mission_gui.panels.map_names import country_middles, gazetteer, names_in, rivers_within
from mission_gui.panels.map_shapes import cities, region, towns, world
from mission_gui.panels.map_view import View, fitted
from mission_gui.theme import Style
from tests import ms19

KAZAKHSTAN = View(1200.0, 700.0, 69.0, 47.5, 60.0, 1.2)


def texts(view: View, sort: str) -> list[str]:
    return [name.text for name in names_in(view, Style(), ms19.mission().places) if name.sort == sort]


def test_the_whole_earth_bears_no_names(qapp: QApplication) -> None:
    assert names_in(fitted(1200, 700), Style()) == []


def test_countries_come_first_and_give_way_to_towns(qapp: QApplication) -> None:
    far, near = View(1200.0, 700.0, 40.0, 45.0, 8.0, 1.2), View(1200.0, 700.0, 69.0, 47.5, 300.0, 1.2)
    assert "Kazakhstan" in texts(far, "country")
    assert texts(near, "country") == []
    assert "Moscow" in texts(far, "town")
    assert "Satbayev" in set(texts(near, "town")) - set(texts(far, "town"))


def test_the_missions_own_places_are_named_its_own_way_and_no_town_twice(qapp: QApplication) -> None:
    named = texts(KAZAKHSTAN, "town")
    assert "Zhezkazgan" in named
    assert not any(name.startswith("Zhezqaz") for name in named)
    assert len(named) == len(set(named))


def test_rivers_are_named_close_in_where_they_flow(qapp: QApplication) -> None:
    names = [name for name in names_in(KAZAKHSTAN, Style()) if name.sort == "river"]
    assert "Syr Darya" in {name.text for name in names}
    lines = np.concatenate([region().rivers.line(i) for i in range(len(region().river_names))])
    for name in names:
        assert np.hypot(*(lines - (name.longitude, name.latitude)).T).min() < 0.01
        assert KAZAKHSTAN.shows(*KAZAKHSTAN.xy(name.longitude, name.latitude))


def test_no_river_has_a_name_with_a_letter_lost() -> None:
    assert not any("?" in name for name in region().river_names)
    assert rivers_within((0.0, 0.0, 1.0, 1.0), lambda line: line, 10.0, 10.0) == []


def test_towns_over_the_antimeridian_are_found_from_both_sides(qapp: QApplication) -> None:
    east, west = (View(800.0, 500.0, x, -17.0, 60.0, 1.0) for x in (179.0, -179.0))
    assert "Suva" in texts(east, "town") and "Suva" in texts(west, "town")


@pytest.mark.parametrize(("name", "longitude", "latitude"), [("Kazakhstan", 67.0, 48.0), ("Brazil", -53.0, -10.0)])
def test_a_country_is_named_in_its_middle(name: str, longitude: float, latitude: float) -> None:
    found = {text: (x, y) for text, _, x, y in country_middles()}
    assert found[name] == pytest.approx((longitude, latitude), abs=2.0)
    assert world().country_at(*found[name]) == name


def test_antarctica_which_runs_round_the_pole_is_named_on_its_ice() -> None:
    found = {text: (x, y) for text, _, x, y in country_middles()}
    assert world().country_at(*found["Antarctica"]) == "Antarctica"
    assert -88.0 < found["Antarctica"][1] < -75.0


def test_cities_are_ranked_and_towns_reach_down_to_five_hundred_people() -> None:
    ranks = cities().ranks
    assert np.all(np.diff(ranks) >= 0) and set(ranks.tolist()) == set(range(11))
    assert towns().population.min() < 600
    known = gazetteer(())
    assert len(known.names) == len(known.points) == len(known.levels) == len(cities().names) + len(towns().names)


def test_a_city_among_the_towns_is_that_town_and_keeps_its_rank() -> None:
    ranks = dict(zip(towns().names, towns().ranks.tolist(), strict=True))
    assert ranks["Astana"] < 5 and ranks["Zhezqazghan"] < 8
    # What the list of cities calls Karagandy.
    assert "Qaraghandy" not in cities().names and "Karagandy" in ranks


def test_no_letter_of_a_city_was_lost_on_the_way() -> None:
    assert not any("\ufffd" in name for name in cities().names)
    assert {"Montréal", "Zürich", "København", "Reykjavík"} <= set(cities().names)
