"""Russian names of countries, rivers and towns on the map."""

import re

import numpy as np
import pytest

from mission_gui.domain.language import ENGLISH
from mission_gui.language import choose
from mission_gui.panels.map_names import towns_within
from mission_gui.panels.map_shapes import cities, region, towns, world
from mission_gui.panels.place_names import country, river, russian, town
from tests import ms19

CITIES = [
    ("Париж", 2.35, 48.86),
    ("Лондон", -0.12, 51.5),
    ("Нью-Йорк", -73.98, 40.75),
    ("Пекин", 116.39, 39.93),
    ("Сан-Франциско", -122.42, 37.77),
    ("Лос-Анджелес", -118.18, 33.99),
    ("Лос-Анхелес", -72.35, -37.46),
    ("Одесса", -102.37, 31.85),
    ("Одесса", 30.71, 46.49),
    ("Москва", 37.62, 55.75),
    ("Киев", 30.51, 50.44),
    ("Мехико", -99.13, 19.44),
    ("Сан-Паулу", -46.63, -23.56),
    ("Рио-де-Жанейро", -43.23, -22.93),
    ("Каир", 31.25, 30.05),
    ("Стамбул", 29.01, 41.1),
    ("Тегеран", 51.42, 35.67),
    ("Дели", 77.22, 28.67),
    ("Калькутта", 88.32, 22.5),
    ("Шанхай", 121.44, 31.22),
    ("Чунцин", 106.59, 29.56),
    ("Хуайнань", 116.98, 32.63),
    ("Токио", 139.75, 35.69),
    ("Сеул", 127.0, 37.57),
    ("Пхеньян", 125.75, 39.02),
    ("Ханой", 105.85, 21.04),
    ("Хошимин", 106.7, 10.78),
    ("Пномпень", 104.91, 11.55),
    ("Джакарта", 106.83, -6.17),
    ("Сидней", 151.18, -33.92),
    ("Окленд", 174.76, -36.85),
    ("Кейптаун", 18.43, -33.92),
    ("Найроби", 36.81, -1.28),
    ("Кигома", 29.62, -4.88),
    ("Антананариву", 47.51, -18.92),
    ("Дакар", -17.47, 14.72),
    ("Рейкьявик", -21.95, 64.15),
    ("Хельсинки", 24.93, 60.18),
    ("Женева", 6.14, 46.21),
    ("Ницца", 7.26, 43.72),
    ("Рим", 12.48, 41.9),
    ("Неаполь", 14.24, 40.84),
    ("Нейплс", -81.79, 26.14),
    ("Мадрид", -3.69, 40.4),
    ("Вальпараисо", -71.62, -33.05),
    ("Сантьяго", -70.67, -33.45),
    ("Монтевидео", -56.17, -34.86),
    ("Асунсьон", -57.64, -25.3),
    ("Сан-Хосе", -84.08, 9.94),
    ("Панама", -79.53, 8.97),
    ("Новый Орлеан", -90.04, 30.0),
    ("Хьюстон", -95.35, 29.82),
    ("Вашингтон", -77.01, 38.9),
    ("Чикаго", -87.75, 41.83),
    ("Лайма", -84.11, 40.74),
    ("Санкт-Петербург", 30.32, 59.94),
    ("Сент-Питерсберг", -82.68, 27.76),
    ("Ростов", 39.42, 57.19),
    ("Ростов-на-Дону", 39.71, 47.23),
    ("Коти", 133.53, 33.57),
    ("Кочи", 76.22, 10.02),
    ("Тюмень", 65.53, 57.14),
    ("Тумэнь", 129.85, 42.97),
    ("Алма-Ата", 76.91, 43.32),
    ("Караганда", 73.1, 49.8),
    ("Уральск", 51.37, 51.23),
    ("Ташкент", 69.29, 41.31),
    ("Ашхабад", 58.38, 37.95),
    ("Улан-Батор", 106.91, 47.92),
    ("Бендер-Энзели", 49.46, 37.47),
    ("Яркенд", 77.24, 38.41),
]
"""Cities as a Russian atlas calls them, with longitude and latitude in degrees; some are namesakes of others."""


@pytest.mark.usefixtures("qtbot", "russian")
def test_every_country_and_river_has_a_russian_name() -> None:
    assert not [name for name in world().names if re.search("[A-Za-z]", country(name))]
    assert not [name for name in region().river_names if re.search("[A-Za-z]", river(name))]


@pytest.mark.usefixtures("qtbot", "russian")
def test_every_place_of_the_mission_has_a_russian_name() -> None:
    mission = ms19.mission()
    own = [place.name for place in mission.places] + [leg.destination.name for leg in mission.legs]
    assert own and not [name for name in own if re.search("[A-Za-z]", town(name))]


def test_the_names_are_those_of_the_data_and_all_of_them_russian() -> None:
    known = {*(place.name for place in ms19.mission().places), *towns().names, "Cologne", "Nur-Sultan"}
    known |= {leg.destination.name for leg in ms19.mission().legs}
    assert not set(russian()["places"]) - known
    assert not set(russian()["countries"]) - set(world().names)
    assert not set(russian()["rivers"]) - set(region().river_names)
    assert not [name for names in russian().values() for name in names.values() if re.search("[A-Za-z]", name)]


def test_in_english_a_place_keeps_its_name() -> None:
    assert (country("Kazakhstan"), river("Ural"), town("Karaganda")) == ("Kazakhstan", "Ural", "Karaganda")


def test_towns_near_the_landing_places_have_russian_names() -> None:
    for known, least in ((towns(), 150), (cities(), 2)):
        x, y = known.points.T
        # Western and middle Kazakhstan with the Russian border: there every Soyuz has landed.
        near = np.flatnonzero((x > 57) & (x < 80) & (y > 43) & (y < 55))
        assert len(near) > least
        assert [known.names[i] for i in near.tolist() if not known.russian[i]] == []


def test_cities_of_the_whole_earth_have_russian_names() -> None:
    named = np.array([name != "" for name in cities().russian])
    # Every one that is named from afar; close in, a few small towns and outposts are left out.
    assert named[cities().ranks < 6].all()
    assert named.sum() >= 6848 and len(named) == 6975


def test_towns_of_the_landing_region_have_russian_names() -> None:
    named = np.array([name != "" for name in towns().russian])
    # Without are villages of Iran and Xinjiang.
    assert named[towns().ranks < 10].all()
    assert named.sum() >= 2255 and len(named) == 2929


def test_russian_names_are_in_russian_letters() -> None:
    names = {name for list_ in (cities(), towns()) for name in list_.russian if name}
    other = {name for name in names if not re.fullmatch("[А-ЯЁ][А-Яа-яЁё ’-]*", name)}
    assert other == {"Амундсен — Скотт", "Бельграно II", "Ноймайер III", "Остров Петра I", "Хоакин-В.-Гонсалес"}


@pytest.mark.parametrize(("russian", "longitude", "latitude"), CITIES)
def test_a_known_city_is_called_so_and_not_as_a_namesake(russian: str, longitude: float, latitude: float) -> None:
    near = {
        name
        for list_ in (cities(), towns())
        for name, (x, y) in zip(list_.russian, list_.points.tolist(), strict=True)
        if abs(x - longitude) < 0.25 and abs(y - latitude) < 0.25
    }
    assert russian in near


@pytest.mark.usefixtures("russian")
def test_a_town_without_a_russian_name_is_on_the_english_map_only() -> None:
    xinjiang = (76.0, 37.0, 81.0, 39.0)
    found = [name for name, _, _ in towns_within(xinjiang, 9.0, ())]
    assert {"Яркенд", "Хотан"} <= set(found)
    assert not [name for name in found if re.search("[A-Za-z]", name)] and "" not in found
    choose(ENGLISH)
    assert "Kageleke" in [name for name, _, _ in towns_within(xinjiang, 6.4, ())]


@pytest.mark.usefixtures("qtbot", "russian")
def test_a_name_written_by_hand_goes_before_that_of_the_data() -> None:
    # The towns of MS-19's landing, and two about that of TMA-11, which only the data spells in Russian.
    assert [town(name) for name in ("Oral", "Zhezqazghan")] == ["Уральск", "Жезказган"]
    assert [town(name) for name in ("Svetlyy", "Dombarovskiy")] == ["Светлый", "Домбаровский"]
    assert town("Nowhere") == "Nowhere"
