"""English and Russian: every sentence is translated whole, and the language changes while the program runs."""

import ast
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

import mission_gui
from mission_gui.domain.facts import Text
from mission_gui.domain.language import ENGLISH, RUSSIAN, spoken
from mission_gui.language import LANGUAGES, choose, translate
from mission_gui.resources import resource

GAP = re.compile(r"\{\w*\}|%n")


def catalogue() -> dict[tuple[str, str], ElementTree.Element]:
    """The translation of each sentence, by context and English."""
    found = {}
    for context in ElementTree.parse(resource("i18n/ru.ts")).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            found[context.findtext("name", ""), message.findtext("source", "")] = translation
    return found


def asked() -> Iterator[tuple[str, str, str]]:
    """File, context and sentence of each call of `translate`; a call with anything but literals has none."""
    for path in sorted(Path(mission_gui.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "translate":
                words = [one.value if isinstance(one, ast.Constant) else "" for one in node.args[:2]]
                yield f"{path.name}:{node.lineno}", str(words[0]), str(words[1])


def test_every_sentence_of_the_program_can_be_collected_and_was() -> None:
    known = catalogue()
    missing = [f"{place}: {words!r}" for place, context, words in asked() if (context, words) not in known]
    assert missing == [], "write sentences as literals outside of f-strings, and run make i18n"


def test_every_sentence_has_a_translation_with_the_same_gaps() -> None:
    for (context, english), translation in catalogue().items():
        russian = "".join(translation.itertext())
        assert translation.get("type") is None and russian.strip(), f"{context}: {english!r} is not translated"
        assert sorted(GAP.findall(russian)) == sorted(GAP.findall(english)), f"{context}: {english!r}"


def test_what_runs_is_what_the_catalogue_says(russian: None) -> None:
    for (context, english), translation in catalogue().items():
        if translation.find("numerusform") is None:
            assert translate(context, english) == translation.text, "run make i18n"


def test_a_language_speaks_until_another_is_chosen(russian: None) -> None:
    assert (translate("Window", "Hide"), str(Text("Load", "Перегрузка"))) == ("Скрыть", "Перегрузка")
    choose(ENGLISH)
    assert (translate("Window", "Hide"), str(Text("Load", "Перегрузка"))) == ("Hide", "Load")


def test_buttons_of_qt_speak_it_too(russian: None) -> None:
    assert translate("QPlatformTheme", "Cancel") == "Отмена"


@pytest.mark.parametrize(
    ("wished", "system", "speaks"),
    [("ru", "en_US", "ru"), ("en", "ru_RU", "en"), ("", "ru_RU", "ru"), ("", "de_DE", "en"), ("tlh", "ru_RU", "en")],
)
def test_an_empty_choice_is_that_of_the_system(
    russian: None, monkeypatch: pytest.MonkeyPatch, wished: str, system: str, speaks: str
) -> None:
    monkeypatch.setattr("mission_gui.language.QLocale", type("Fixed", (), {"system": lambda: QLocale(system)}))
    assert choose(wished) == spoken() == speaks
    assert speaks in LANGUAGES


def test_a_text_keeps_both_languages_when_its_gaps_are_filled(russian: None) -> None:
    ship = Text("Soyuz", "Союз")
    told = Text("{ship} is late by {time}", "{ship}: опоздание {time}").format(ship=ship, time="0:10")
    assert told == Text("Soyuz is late by 0:10", "Союз: опоздание 0:10")
    assert str(told) == "Союз: опоздание 0:10"
    assert str(Text("Only {word}").format(word="English")) == "Only English"


def test_the_language_of_before_is_english() -> None:
    assert spoken() == ENGLISH != RUSSIAN
