"""The Russian names of the map's towns and cities: found by the place, never by the name alone."""

import sqlite3
import tomllib
from pathlib import Path

import map_places
import numpy as np
import pytest
from map_places import Place, RussianNames
from map_spelling import russian_spelling

from mission_gui.panels.map_shapes import cities, towns


def place(number: int, name: str, country: str, longitude: float, latitude: float, *others: str) -> Place:
    where = {"longitude": longitude, "latitude": latitude, "countrycode": country, "population": 1_000_000 - number}
    return {"geonameid": number, "name": name, "alternatenames": list(others), **where}


def city(name: str, longitude: float, latitude: float, number: int = 0, **others: str) -> dict[str, str]:
    empty = dict.fromkeys(("nameascii", "namealt", "namepar", "ls_name", "meganame", "iso_a2", "adm0name"), "")
    where = {"longitude": str(longitude), "latitude": str(latitude), "geonameid": f"{number}.000"}
    return {**empty, "name": name, **where, **others}


PLACES = (
    place(1, "Paris", "FR", 2.35, 48.85),
    place(2, "Paris", "CA", -80.38, 43.2),
    place(3, "Basrah", "IQ", 47.8, 30.5, "Basra", "Al Basrah"),
    place(4, "Fuzhou", "CN", 116.35, 27.95, "Linchuan"),
    place(5, "Linchuan", "CN", 116.34, 27.97),
    place(6, "Nice", "FR", 7.26, 43.7),
    place(7, "Svetlyy", "RU", 60.9, 50.8, "Светлый"),
    place(8, "Changsha", "CN", 112.97, 28.2),
)
MARKED = {1: "Париж", 2: "Пэрис", 3: "Басра", 4: "Фучжоу", 6: "Ницце"}
BY_HAND = {"FR": {"Nice": "Ницца"}, "SN": {"Dakar": "Дакар"}}


@pytest.fixture
def names() -> RussianNames:
    points = np.array([(place["longitude"], place["latitude"]) for place in PLACES])
    return RussianNames(PLACES, points, MARKED, BY_HAND)


@pytest.mark.parametrize(
    ("row", "russian"),
    [
        # The number of Paris in Ontario stands at Paris in France, as it does in Natural Earth.
        (city("Paris", 2.33, 48.87, number=2), "Париж"),
        (city("Paris", -80.4, 43.2), "Пэрис"),
        (city("Basra", 47.82, 30.51), "Басра"),
        # Its neighbour, of which it is another name, is not it.
        (city("Linchuan", 116.33, 27.97), ""),
        (city("Nice", 7.26, 43.71, iso_a2="FR"), "Ницца"),
        (city("Svetlyi", 60.9, 50.8, number=7), "Светлый"),
        (city("Tan-chou", 112.97, 28.2, namealt="Changsha|Tan-chou-fu"), ""),
        (city("Dakar", -17.45, 14.7, iso_a2="SM", adm0name="Senegal"), "Дакар"),
        (city("Nowhere", 0.0, 0.0), ""),
    ],
)
def test_a_city_is_called_as_the_place_that_it_is(names: RussianNames, row: dict[str, str], russian: str) -> None:
    assert names.of_city(row) == russian


def test_another_name_finds_the_place(names: RussianNames) -> None:
    found = names.places_of(city("Tan-chou", 112.97, 28.2, namealt="Changsha|Tan-chou-fu"))
    assert [place["name"] for place in found] == ["Changsha"]


def test_a_town_is_called_as_by_hand_then_as_marked_then_as_spelled(names: RussianNames) -> None:
    assert [names.of_town(PLACES[i]) for i in (5, 0, 6, 7)] == ["Ницца", "Париж", "Светлый", ""]


def test_only_names_in_russian_letters_count_as_marked(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "data.db") as database:
        database.execute("CREATE TABLE city (geonames_id INTEGER, name_ru TEXT)")
        rows = [(1, "Гомель"), (2, "Gomel’"), (3, "Грeнобль"), (4, "Алексе́евка"), (5, "Київ"), (6, None)]
        database.executemany("INSERT INTO city VALUES (?, ?)", rows)
    database.close()
    assert map_places.marked_names(tmp_path / "data.db") == {1: "Гомель"}


def test_the_table_by_hand_is_of_the_map_and_in_russian_letters() -> None:
    table: dict[str, dict[str, str]] = tomllib.loads(map_places.BY_HAND.read_text(encoding="utf-8"))
    known = {*cities().names, *towns().names}
    assert not {name for names in table.values() for name in names} - known
    stations = {"Амундсен — Скотт", "Бельграно II", "Ноймайер III", "Остров Петра I", "Хоакин-В.-Гонсалес"}
    spelled = {name for names in table.values() for name in names.values()}
    assert {name for name in spelled if not russian_spelling(name)} == stations
