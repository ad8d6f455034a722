"""Whose data a picture shows beside the mission's own: what each asks to be said of it."""

from dataclasses import dataclass

from mission_gui.domain.facts import Text, joined


@dataclass(frozen=True, slots=True)
class Credit:
    """What was used, from whom, and under which licence; `resources/map/NOTICE.md` tells more."""

    what: Text
    who: str
    licence: Text


MAP = (
    Credit(Text("Map", "Карта"), "Natural Earth", Text("public domain", "общественное достояние")),
    Credit(
        Text("Towns", "Населённые пункты"),
        "GeoNames, geonames.org",
        Text("CC BY 4.0, changed", "CC BY 4.0, с изменениями"),
    ),
)
IMAGERY = (
    Credit(
        Text("Imagery", "Снимки"),
        "NASA Blue Marble Next Generation, NASA Earth at night",
        Text("not copyrighted", "авторским правом не охраняются"),
    ),
)


_CREDIT = Text("{what}: {who} ({licence})", "{what}: {who} ({licence})")


def credit_line(credits: tuple[Credit, ...]) -> Text:
    """`Map: Natural Earth (public domain). Towns: …`."""
    return joined((_CREDIT.format(what=c.what, who=c.who, licence=c.licence) for c in credits), ". ")
