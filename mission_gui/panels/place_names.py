"""What countries, rivers and towns of the map's data are called in the language spoken."""

import tomllib
from functools import cache

from mission_gui.domain.language import RUSSIAN, spoken
from mission_gui.panels.map_shapes import cities, towns
from mission_gui.resources import resource


def country(name: str) -> str:
    """A country; one whose name is not known in this language keeps that of the data, as do rivers and places."""
    return _named("countries", name)


def river(name: str) -> str:
    """A river."""
    return _named("rivers", name)


def town(name: str) -> str:
    """A place of a mission, told by its name alone; those of the map come with theirs (`Gazetteer.called`)."""
    return in_russian(name) if spoken() == RUSSIAN else name


def in_russian(name: str) -> str:
    """A place of a mission in Russian: as written by hand, else as the town of that name, the largest, is called."""
    return russian()["places"].get(name) or _spelled().get(name) or name


@cache
def _spelled() -> dict[str, str]:
    """The Russian names of the data; of towns of one name that of the largest."""
    found: dict[str, str] = {}
    for list_ in (towns(), cities()):
        for name, spelling in zip(list_.names, list_.russian, strict=True):
            found.setdefault(name, spelling)
    return found


def _named(sort: str, name: str) -> str:
    return russian()[sort].get(name, name) if spoken() == RUSSIAN else name


@cache
def russian() -> dict[str, dict[str, str]]:
    """The Russian names by those of the data: of `countries`, `rivers` and `places` of the missions."""
    return tomllib.loads(resource("map/russian.toml").read_text(encoding="utf-8"))
