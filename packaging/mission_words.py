"""What mission files say, in English and Russian: sentences from `mission_russian.toml`, figures of a place by rule."""

import re
import tomllib
from functools import cache
from pathlib import Path

from mission_gui.domain.facts import Text

_WORD = re.compile(r"[a-z]{2}|[\dms] [NSEW]\b")
_ADDRESSED = re.compile(r"(.*?\S) (\(.*\))")
_DEGREES = re.compile(r"(\d+)d([\d.]+)m(?:([\d.]+)s)? ([NSEW])\b|([\d.]+) ([NSEW])\b")
_TWO_STOPS = re.compile(r"(?<= [шд]\.)\.")
_SIDES = {"N": "с. ш.", "S": "ю. ш.", "E": "в. д.", "W": "з. д."}
_DISTANCE = re.compile(r"(\d+) km(?: (SE|ESE|NE|E|west))?(?: (?:of|from) (Zhezkazgan|Arkalyk))?( planned)?")
_WAYS = {
    "SE": "к юго-востоку",
    "ESE": "к востоку-юго-востоку",
    "NE": "к северо-востоку",
    "E": "к востоку",
    "west": "к западу",
}
_FROM = {"Zhezkazgan": "от Жезказгана", "Arkalyk": "от Аркалыка"}
_LENGTH = re.compile(r"(\d+) min (\d+) s(?:, (\d+) mph)?")


def told(english: str) -> Text:
    """Words in both languages; KeyError where they have no Russian yet. Bare numbers and marks are the same in both."""
    if not _WORD.search(english):
        return Text(english, english)
    russian = sentences().get(english) or by_rule(english)
    if russian is None:
        raise KeyError(f"no Russian in mission_russian.toml: {english!r}")
    return Text(english, russian)


def composed(english: str, **parts: Text | str) -> Text:
    """A sentence with its gaps filled; the full stop of an abbreviation at an end is that of the sentence too."""
    whole = told(english).format(**parts)
    return Text(whole.en, _TWO_STOPS.sub("", whole.ru))


def titled(english: str) -> Text:
    """The title of a source: quoted as it is, but for what is a description of ours."""
    return Text(english, sentences().get(english, english))


@cache
def sentences() -> dict[str, str]:
    """The Russian by the English."""
    table = tomllib.loads((Path(__file__).parent / "mission_russian.toml").read_text(encoding="utf-8"))
    found: dict[str, str] = table["sentences"]
    return found


def by_rule(english: str) -> str | None:
    """A distance, a place or a length of time, and after it a source in brackets, which stays; None for all else."""
    if cited := _ADDRESSED.fullmatch(english):
        said = sentences().get(cited[1]) or by_rule(cited[1])
        return f"{said} {cited[2]}" if said else None
    if match := _DISTANCE.fullmatch(english):
        way, place = _WAYS.get(match[2] or ""), _FROM.get(match[3] or "")
        return " ".join(filter(None, (f"{match[1]} км", way, place, "по плану" if match[4] else "")))
    if match := _LENGTH.fullmatch(english):
        return f"{match[1]} мин {match[2]} с" + (f", {match[3]} миль/ч" if match[3] else "")
    russian = _DEGREES.sub(_angle, english)
    return None if re.search("[A-Za-z]", russian) else russian


def _angle(match: re.Match[str]) -> str:
    """`47°21′04,8″ с. ш.`"""
    degrees, minutes, seconds, side, plain, plain_side = match.groups()
    if plain:
        return f"{_comma(plain)}° {_SIDES[plain_side]}"
    return f"{degrees}°{_comma(minutes)}′" + (f"{_comma(seconds)}″" if seconds else "") + f" {_SIDES[side]}"


def _comma(number: str) -> str:
    return number.replace(".", ",")
