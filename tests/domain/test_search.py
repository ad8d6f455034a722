"""Finding missions in a list."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from mission_gui.domain.catalogue import Entry, Traveller
from mission_gui.domain.facts import Text
from mission_gui.domain.search import Query, folded, near_misses, search, sort


def entry(number: str, landing: datetime, *crew: tuple[str, str], **more: Any) -> Entry:
    people = tuple(Traveller(Text(*name), "", 100.0) for name in crew)
    name = Text(f"Soyuz TMA-{number}", f"Союз ТМА-{number}")
    told = (name.en, name.ru, *(word for pair in crew for word in pair))
    made = Entry(f"soyuz-tma-{number}", name, Path(f"{number}.toml"), True, landing=landing, crew=people)
    return replace(made, words=folded("\n".join(told)), **more)


SECOND = entry("2", datetime(2003, 10, 28, 2, 41, tzinfo=UTC), ("Yuri Malenchenko", "Юрий Маленченко"))
TENTH = entry(
    "10",
    datetime(2007, 10, 21, 10, 36, tzinfo=UTC),
    ("Fyodor Yurchikhin", "Фёдор Юрчихин"),
    ("Oleg Kotov", "Олег Котов"),
    ballistic=True,
    port=Text("Zvezda aft", "«Звезда», корма"),
)
FOURTEENTH = entry("14", datetime(2009, 10, 11, 4, 32, tzinfo=UTC), flyaround=True, night=False, built_in=False)
BROKEN = Entry("mine", Text("mine"), Path("mine.toml"), False, fault="mine.toml: 1 fault", words="mine")
ALL = (SECOND, TENTH, FOURTEENTH, BROKEN)


def ids(found: tuple[Entry, ...]) -> list[str]:
    return [one.id.removeprefix("soyuz-tma-") for one in found]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), ["2", "10", "14", "mine"]),
        (Query(words="TMA-1"), ["10", "14"]),
        (Query(words="тма yuri"), ["2"]),
        (Query(words="Маленченко союз"), ["2"]),
        (Query(words="mine"), ["mine"]),
        (Query(crew="FEDOR"), []),
        (Query(crew="федор"), ["10"]),
        (Query(crew="ФЁДОР"), ["10"]),
        (Query(crew="oleg yurchikhin"), []),
        (Query(crew="kotov oleg"), ["10"]),
        (Query(since=date(2007, 10, 21)), ["10", "14"]),
        (Query(until=date(2007, 10, 21)), ["2", "10"]),
        (Query(year=2009), ["14"]),
        (Query(port="звезда"), ["10"]),
        (Query(port="aft"), ["10"]),
        (Query(ballistic=True), ["10"]),
        (Query(ballistic=False), ["2", "14"]),
        (Query(flyaround=True), ["14"]),
        (Query(flyaround=False), []),
        (Query(night=False), ["14"]),
        (Query(own=True), ["14", "mine"]),
        (Query(own=False), ["2", "10"]),
    ],
)
def test_a_query_finds(query: Query, found: list[str]) -> None:
    assert ids(search(ALL, query)) == found


def test_accents_do_not_matter() -> None:
    assert folded("Ёжик MÜLLER") == folded("ежик Muller")


def test_numbers_sort_as_numbers_and_what_is_not_told_comes_last() -> None:
    assert ids(sort(reversed(ALL), "id")) == ["mine", "2", "10", "14"]
    assert ids(sort(ALL, "landing")) == ["2", "10", "14", "mine"]
    assert ids(sort(ALL, "landing", reverse=True)) == ["14", "10", "2", "mine"]
    assert ids(sort(ALL, "port", reverse=True))[0] == "10"


def test_a_misspelt_word_is_corrected() -> None:
    assert near_misses(ALL, Query(crew="Malenchencko")) == ("malenchenko",)
    assert near_misses(ALL, Query(words="Котав")) == ("котов",)
    assert near_misses(ALL, Query(words="Kotov", year=1999)) == ()
