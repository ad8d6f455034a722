"""Every value of a file is found where it stands."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from mission_gui.missionfile import mission_paths
from mission_gui.missionfile.positions import Mark, marks

ODD = '''# a comment with [brackets] and "quotes"
a = 1 # = 2
"quoted key" = [ # [[x]]
  "one]", # two
  'three # four', { b = 2, c.d = [[1], [2, 3]] },
]
many = """
x = 1
[no.table] \\"""
"""
raw = \'\'\'one
y = "2" \'\'\'
when = 2022-03-30 04:00:00Z
e.f = { }

[ one . two ] # header
x = 0x1f

[[rows]]
x = 1
[rows.inner]
y = 2
[[rows.more]]
z = 3
[[rows.more]]
z = 4
[[rows]]
[[rows.more]]
z = 5
'''


def stretch(text: str, mark: Mark) -> str:
    return text.split("\n")[mark.line - 1][mark.column - 1 : mark.column - 1 + mark.length]


def leaves(value: Any, place: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict) and value:
        for key, entry in value.items():
            yield from leaves(entry, f"{place}.{key}" if place else key)
    elif isinstance(value, list) and value:
        for index, entry in enumerate(value):
            yield from leaves(entry, f"{place}[{index}]")
    else:
        yield place, value


def value_in(stretched: str, place: str) -> Any:
    """What a stretch says: an element stands alone, any other value behind its key."""
    text = f"x = {stretched}" if place.endswith("]") else f"x = {stretched.split('=', 1)[1]}"
    return tomllib.loads(text)["x"]


@pytest.mark.parametrize("name", ["odd", *mission_paths()])
def test_each_mark_holds_its_value(name: str) -> None:
    text = ODD if name == "odd" else mission_paths()[name].read_text(encoding="utf-8")
    found = marks(text)
    for place, value in leaves(tomllib.loads(text), ""):
        if isinstance(value, str) and "\n" in value:
            assert stretch(text, found[place]).startswith(place)
        else:
            assert value_in(stretch(text, found[place]), place) == value, place


@pytest.mark.parametrize(
    ("place", "line", "code"),
    [
        ("one.two", 16, "[ one . two ]"),
        ("rows[0]", 19, "[[rows]]"),
        ("rows[0].inner", 21, "[rows.inner]"),
        ("rows[0].more[1]", 25, "[[rows.more]]"),
        ("rows[1].more[0].z", 29, "z = 5"),
        ("quoted key[2].c.d[1][0]", 5, "2"),
        ("many", 7, 'many = """'),
        ("e.f", 14, "e.f = { }"),
    ],
)
def test_headers_and_what_is_nested_are_found(place: str, line: int, code: str) -> None:
    mark = marks(ODD)[place]
    assert (mark.line, stretch(ODD, mark)) == (line, code)


def test_columns_count_characters_and_lines_may_end_as_on_windows() -> None:
    text = 'имя = "Союз"\r\n\r\nb = { ключ = 1 }\r\n'
    assert marks(text.replace("ключ", "c").replace("имя", "a"))["b.c"] == Mark(3, 7, 5)
