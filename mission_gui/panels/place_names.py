"""What countries, rivers and towns of the map's data are called in the language spoken."""

import tomllib
from functools import cache

from mission_gui.domain.language import RUSSIAN, spoken
from mission_gui.resources import resource


def country(name: str) -> str:
    """A country; one whose name is not known in this language keeps that of the data, as do rivers and towns."""
    return _named("countries", name)


def river(name: str) -> str:
    """A river."""
    return _named("rivers", name)


def town(name: str) -> str:
    """A town, or another place of a mission."""
    return _named("towns", name)


def _named(sort: str, name: str) -> str:
    return russian()[sort].get(name, name) if spoken() == RUSSIAN else name


@cache
def russian() -> dict[str, dict[str, str]]:
    """The Russian names by those of the data: of `countries`, `rivers` and `towns`."""
    return tomllib.loads(resource("map/russian.toml").read_text(encoding="utf-8"))
