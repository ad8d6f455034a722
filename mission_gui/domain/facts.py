"""A figure never travels without knowing where it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mission_gui.domain.language import RUSSIAN, spoken


class Kind(StrEnum):
    """How a figure in a mission or vehicle file is known."""

    ACTUAL = "actual"  # reported after it happened
    PLANNED = "planned"  # published beforehand
    DERIVED = "derived"  # computed from published figures named in the source
    CALIBRATED = "calibrated"  # tuned so that the model meets a published figure
    ASSUMED = "assumed"  # chosen by us; no source gives it
    UNVERIFIED = "unverified"  # general knowledge without a source at hand


class Basis(StrEnum):
    """Where a number on the screen comes from."""

    PUBLISHED = "published"
    PROPAGATED = "propagated"  # from published orbital elements
    MODELLED = "modelled"  # from the flight-dynamics model


@dataclass(frozen=True, slots=True)
class Text:
    """A short text in English and Russian, written out in the language spoken; English where it has no Russian."""

    en: str
    ru: str = ""

    def __str__(self) -> str:
        return self.ru if self.ru and spoken() == RUSSIAN else self.en

    def __bool__(self) -> bool:
        return bool(self.en)

    def format(self, **values: object) -> "Text":
        """The text with its gaps filled, in each language with what a `Text` among the values says in it."""
        english = {name: value.en if isinstance(value, Text) else value for name, value in values.items()}
        russian = {name: (value.ru or value.en) if isinstance(value, Text) else value for name, value in values.items()}
        return Text(self.en.format(**english), self.ru.format(**russian))


KIND_NAMES = {
    Kind.ACTUAL: Text("actual", "факт"),
    Kind.PLANNED: Text("planned", "план"),
    Kind.DERIVED: Text("derived", "расчёт"),
    Kind.CALIBRATED: Text("calibrated", "подобрано"),
    Kind.ASSUMED: Text("assumed", "принято"),
    Kind.UNVERIFIED: Text("unverified", "не проверено"),
}


def joined(parts: Iterable[Text], by: str) -> Text:
    """Texts in a row, with `by` between them; empty ones are left out."""
    told = [part for part in parts if part]
    return Text(by.join(part.en for part in told), by.join(part.ru or part.en for part in told))


@dataclass(frozen=True, slots=True)
class Source:
    """A publication: what it is, and its address where one is known."""

    id: str
    title: Text
    url: str = ""

    @property
    def address(self) -> Text:
        """Where it can be read; its title where no address is known."""
        return Text(self.url) or self.title


@dataclass(frozen=True, slots=True)
class Fact:
    """A published statement that is shown as it stands."""

    label: Text
    value: Text
    sources: tuple[Source, ...]
    kind: Kind
    note: Text = Text("")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Origin of one number of a data file; `unit` as printed there."""

    kind: Kind
    source: Text
    unit: str = ""
    note: Text = Text("")


@dataclass(frozen=True, slots=True)
class Report:
    """One published time of an event, UTC, good to `precision` seconds.

    `qualifier` is "", "about" or "by" ("by 11:58"). `text` is the wording where the source has no clock time.
    `altitude`, m, is where the source counts the event, which for an entry interface differs between agencies.
    """

    time: datetime
    source: Source
    kind: Kind
    precision: float
    qualifier: str = ""
    text: Text = Text("")
    altitude: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One published number of a flight, SI."""

    value: float
    source: Source
    kind: Kind
    note: Text = Text("")


@dataclass(frozen=True, slots=True)
class GeoPoint:
    """A place: geodetic latitude and longitude on WGS-84, radians; height in metres above the ellipsoid."""

    latitude: float
    longitude: float
    height: float = 0.0
    name: str = ""
    provenance: Provenance | None = None
