"""Numbers, units and times, in both languages."""

from datetime import UTC, datetime
from math import nan, radians

import pytest

from mission_gui.domain.channels import CHANNELS
from mission_gui.panels import wording

TIME = datetime(2022, 5, 3, 11, 28, 3, tzinfo=UTC)


def test_numbers_have_a_true_minus_and_spaced_thousands() -> None:
    assert [wording.number(-1234567.25, 1), wording.number(-0.04, 1), wording.number(0)] == ["−1 234 567.2", "0.0", "0"]


def test_russian_numbers_have_a_comma(russian: None) -> None:
    assert [wording.number(-1234.56, 2), wording.number(-0.04, 1), wording.number(12000)] == [
        "−1 234,56",
        "0,0",
        "12 000",
    ]


@pytest.mark.parametrize(
    ("channel", "value", "english", "translated"),
    [
        ("altitude", 36_900.0, "36.9 km", "36,9 км"),
        ("altitude", 330.0, "330 m", "330 м"),
        ("iss_range_rate", -1.5, "−1.50 m/s", "−1,50 м/с"),
        ("inertial_speed", 7660.0, "7.66 km/s", "7,66 км/с"),
        ("air_speed", 10.66, "10.7 m/s", "10,7 м/с"),
        ("load", 3.82 * 9.80665, "3.82 g", "3,82 g"),
        ("dynamic_pressure", 21_820.0, "21.82 kPa", "21,82 кПа"),
        ("heat_flux", 730e3, "73.0 W/cm²", "73,0 Вт/см²"),
        ("mass", 2900.0, "2 900 kg", "2 900 кг"),
        ("mach", 8.4, "8.4", "8,4"),
        ("bank", radians(-58), "−58.0°", "−58,0°"),
        ("latitude", radians(-4.53), "4.53° S", "4,53° ю. ш."),
        ("latitude", radians(47.38), "47.38° N", "47,38° с. ш."),
        ("longitude", radians(69.58 + 360), "69.58° E", "69,58° в. д."),
        ("longitude", radians(-170.0), "170.00° W", "170,00° з. д."),
    ],
)
def test_readings_have_the_units_of_the_language(
    request: pytest.FixtureRequest, channel: str, value: float, english: str, translated: str
) -> None:
    assert wording.reading(channel, value) == english
    request.getfixturevalue("russian")
    assert wording.reading(channel, value) == translated


def test_every_unit_of_the_channels_is_translated(russian: None) -> None:
    assert {what.unit for what in CHANNELS.values() if wording.unit(what.unit) == what.unit} == {"", "°", "g"}


def test_a_reading_is_its_amount_and_its_unit(russian: None) -> None:
    for channel, value in (("altitude", 36_900.0), ("altitude", 12.0), ("mass", 2900.0)):
        assert " ".join(wording.amount(channel, value)) == wording.reading(channel, value)


def test_uncertainties_are_in_the_units_of_the_reading(request: pytest.FixtureRequest) -> None:
    assert wording.give_or_take("altitude", 755.0) == " ± 755 m"
    assert wording.give_or_take("altitude", nan) == ""
    request.getfixturevalue("russian")
    assert wording.give_or_take("altitude", 755.0) == " ± 755 м"
    assert wording.give_or_take("heat_flux", 8e3) == " ± 0,8 Вт/см²"


def test_the_compass_has_eight_points_in_each_language(request: pytest.FixtureRequest) -> None:
    turns = [radians(45.0 * k - 20.0) for k in range(9)]
    assert [wording.compass(turn) for turn in turns] == ["N", "NE", "E", "SE", "S", "SW", "W", "NW", "N"]
    request.getfixturevalue("russian")
    assert [wording.compass(turn) for turn in turns] == ["С", "СВ", "В", "ЮВ", "Ю", "ЮЗ", "З", "СЗ", "С"]


def test_days_are_written_in_the_genitive(request: pytest.FixtureRequest) -> None:
    assert (wording.day(TIME), wording.written(TIME)) == ("3 May", "3 May 2022")
    assert wording.day_of_year(TIME) == "3 May 2022 · 123"
    request.getfixturevalue("russian")
    assert (wording.day(TIME), wording.written(TIME.replace(month=3))) == ("3 мая", "3 марта 2022")


def test_soyuz_ships_are_written_in_cyrillic_others_as_they_are() -> None:
    told = {name: wording.ship(name) for name in ("Soyuz TMA-18M", "Soyuz MS No. 749", "STS-129")}
    assert {name: text.ru or text.en for name, text in told.items()} == {
        "Soyuz TMA-18M": "Союз ТМА-18М",
        "Soyuz MS No. 749": "Союз МС № 749",
        "STS-129": "STS-129",
    }
    assert all(text.en == name for name, text in told.items())
