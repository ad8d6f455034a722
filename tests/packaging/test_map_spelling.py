"""The Russian names of towns on the map, found among all spellings that GeoNames has."""

import map_spelling
import pytest


def place(name: str, country: str, *others: str) -> dict[str, object]:
    return {"name": name, "countrycode": country, "alternatenames": list(others)}


@pytest.mark.parametrize(
    ("town", "russian"),
    [
        (place("Novoorsk", "RU", "Novoorsk", "Наваорск", "Новоорск", "Новоорськ", "Яңы Орск"), "Новоорск"),
        (place("Kandyagash", "KZ", "Кандыагач", "Кандыагаш", "Октябрьск", "Қандыағаш"), "Кандыагаш"),
        (place("Qarsaqbay", "KZ", "Карсакпай", "Қарсақбай"), "Карсакпай"),
        (place("Saran", "KZ", "Саран", "Сарань"), "Сарань"),
        (place("Udachny", "RU", "Удачны", "Удачный"), "Удачный"),
        (place("Lyon", "FR", "Лион"), ""),
        (place("Aral", "KZ", "Aral", "Арал қаласы"), ""),
    ],
)
def test_the_russian_spelling_is_found(town: dict[str, object], russian: str) -> None:
    assert map_spelling.russian_name(town) == russian


def test_a_name_in_latin_letters() -> None:
    assert map_spelling.latin("Щучье Ягодный") == "shchuche yagodnyy"
