"""The Russian of the mission files that are made by script: sentences from a table, figures of a place by rule."""

import mission_words
import pytest

from mission_gui.domain.facts import Text


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("ballistic", "баллистический"),
        ("147 km SE of Zhezkazgan", "147 км к юго-востоку от Жезказгана"),
        ("146 km SE planned", "146 км к юго-востоку по плану"),
        ("420 km", "420 км"),
        ("4 min 39 s, 286 mph (cameronnow, MS-11)", "4 мин 39 с, 286 миль/ч (cameronnow, MS-11)"),
        ("47d22m12s N 69d36m42.3s E", "47°22′12″ с. ш. 69°36′42,3″ в. д."),
        ("47.35 N 69.58 E", "47,35° с. ш. 69,58° в. д."),
        ("50d31m N 61d07m E (memim (German copy), TMA-11)", "50°31′ с. ш. 61°07′ в. д. (memim (German copy), TMA-11)"),
        ("2016-044A", "2016-044A"),
        ("3:23:40", "3:23:40"),
    ],
)
def test_words_are_told_in_both_languages(english: str, russian: str) -> None:
    assert mission_words.told(english) == Text(english, russian)


@pytest.mark.parametrize("english", ["147 km SE of Paris", "It came down somewhere", "12 km beyond 47.35 N"])
def test_a_sentence_without_russian_is_named(english: str) -> None:
    with pytest.raises(KeyError, match="no Russian in mission_russian.toml: .*" + english[-8:]):
        mission_words.told(english)


def test_the_title_of_a_publication_is_quoted_as_it_is() -> None:
    assert mission_words.titled("TASS: Soyuz lands") == Text("TASS: Soyuz lands", "TASS: Soyuz lands")
    assert mission_words.titled("General knowledge, no source at hand").ru.startswith("Общеизвестное")


def test_a_sentence_ends_with_one_full_stop() -> None:
    place = mission_words.told("47.35 N 69.58 E")
    assert mission_words.composed("Also {place}. ", place=place).ru == "Также 47,35° с. ш. 69,58° в. д. "
    said = mission_words.composed("Published: {said}. ", said=Text("a... b", "а... б"))
    assert said == Text("Published: a... b. ", "Опубликовано: а... б. ")
