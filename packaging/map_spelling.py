"""Finds the Russian spelling of a town among all that GeoNames has of it, whose languages it does not tell."""

import re
import unicodedata
from difflib import SequenceMatcher
from typing import Any

COUNTRIES = frozenset({"RU", "KZ", "KG", "UZ", "TM", "TJ"})
"""Where Cyrillic spellings in the letters of Russian are Russian ones."""
_LETTERS = re.compile("[А-ЯЁ][А-Яа-яЁё ’-]*")
_FOREIGN = "[сцз]ьк|ньск|ць$|ъ(?![еёюя])|[бвгдзклмпрстфхцчшщ]э"  # Ukrainian, Bulgarian or old
_RUSSIAN = re.compile(f"(?!.*({_FOREIGN}))[А-ЯЁ][А-Яа-яЁё -]+")
_LATIN = {
    **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye", strict=True)),
    **dict(zip("ёжхцчшщюя", ["yo", "zh", "kh", "ts", "ch", "sh", "shch", "yu", "ya"], strict=True)),
    **dict.fromkeys("ъь", ""),
}


def russian_name(place: dict[str, Any]) -> str:
    """Of the spellings in Russian letters the one that sounds most like the name; empty where there is none."""
    if place["countrycode"] not in COUNTRIES:
        return ""
    spelled = [name for name in place["alternatenames"] if _RUSSIAN.fullmatch(name)]
    spelled = [name for name in spelled if f"{name}й" not in spelled]  # Удачны beside Удачный
    return max(spelled, key=lambda name: (alike(latin(name), place["name"]), name), default="")


def russian_spelling(name: str) -> bool:
    """Whether a name is spelled in the letters of Russian."""
    return bool(_LETTERS.fullmatch(name))


def latin(russian: str) -> str:
    """A Russian name in Latin letters."""
    return "".join(_LATIN.get(letter, letter) for letter in russian.lower())


def alike(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1, whatever their accents."""
    return SequenceMatcher(None, plain(one), plain(other)).ratio()


def bare(name: str) -> str:
    """The Latin letters of a name alone, small and without accents."""
    return re.sub("[^a-z]", "", plain(name))


def plain(name: str) -> str:
    """A name in small Latin letters without accents."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
