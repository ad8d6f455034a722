"""Whose data a picture shows beside the mission's own: what each asks to be said of it."""

from dataclasses import dataclass

from mission_gui.domain.facts import Text


@dataclass(frozen=True, slots=True)
class Credit:
    """What was used, from whom, and under which licence; `resources/map/NOTICE.md` tells more."""

    what: Text
    who: str
    licence: str


MAP = (
    Credit(Text("Map", "Карта"), "Natural Earth", "public domain"),
    Credit(Text("Towns", "Населённые пункты"), "GeoNames, geonames.org", "CC BY 4.0, changed"),
)
IMAGERY = (
    Credit(Text("Imagery", "Снимки"), "NASA Blue Marble Next Generation, NASA Earth at night", "not copyrighted"),
)


def credit_line(credits: tuple[Credit, ...]) -> Text:
    """`Map: Natural Earth (public domain). Towns: …`."""
    return Text(*(". ".join(f"{what(c)}: {c.who} ({c.licence})" for c in credits) for what in (_english, _russian)))


def _english(credit: Credit) -> str:
    return credit.what.en


def _russian(credit: Credit) -> str:
    return credit.what.ru
