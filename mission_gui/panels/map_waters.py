"""The names of oceans, seas and lakes, where a map gives them room."""

import tomllib
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QFont

from mission_gui.domain.facts import Text
from mission_gui.panels.map_paint import text_size
from mission_gui.resources import resource
from mission_gui.theme import Style


@dataclass(frozen=True, slots=True)
class Water:
    """An ocean, sea or lake with the middle of its name and how far that may run, degrees of longitude."""

    name: Text
    longitude: float
    latitude: float
    wide: float


@cache
def waters() -> tuple[Water, ...]:
    """All that have a name, seas before lakes, larger before smaller."""
    kinds = tomllib.loads(resource("map/waters.toml").read_text(encoding="utf-8"))
    found = [[Water(Text(en, ru), *place) for en, ru, *place in kinds[kind]] for kind in ("seas", "lakes")]
    return tuple(water for kind in found for water in sorted(kind, key=lambda water: -water.wide))


def waters_within(box: tuple[float, float, float, float], scale: float, style: Style) -> list[tuple[str, float, float]]:
    """Names and places in a box of degrees that have room at so many pixels to a degree of longitude."""
    west, south, east, north = box
    font = slanted(style)
    found = []
    for water in waters():
        seen = south < water.latitude < north and (water.longitude - west) % 360.0 < east - west
        if seen and text_size(str(water.name), font)[0] <= water.wide * scale:
            found.append((str(water.name), water.longitude, water.latitude))
    return found


def slanted(style: Style) -> QFont:
    """The letters in which water is named."""
    font = QFont(style.sans("small"))
    font.setItalic(True)
    return font
