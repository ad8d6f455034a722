"""What the library says of each mission: plain functions, no widgets."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import escape
from math import degrees
from typing import Any

from mission_gui.domain.catalogue import Entry, Traveller
from mission_gui.domain.facts import Text
from mission_gui.domain.search import Query, folded
from mission_gui.language import translate
from mission_gui.panels.crew_text import agency_name
from mission_gui.panels.wording import angle, clock_time, day, ship, unit
from mission_gui.theme import Style

_LEAST_TYPED = 4
"""Letters of a kind that must be typed for it to be meant."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of return that can be filtered for: its field in `Query`, and what it is called."""

    field: str
    name: Text


KINDS = (
    Kind("ballistic", Text("Ballistic", "Баллистический")),
    Kind("flyaround", Text("Flyaround", "Облёт")),
    Kind("night", Text("Night", "Ночная")),
    Kind("uncrewed", Text("Uncrewed", "Без экипажа")),
    Kind("own", Text("Your own", "Свои")),
)


def query_of(text: str, base: Query) -> Query:
    """What a typed text looks for: kinds by their names, in either language, and words in all that is told."""
    words: list[str] = []
    kinds: dict[str, Any] = {}
    for word in text.split():
        kind = next((kind for kind in KINDS if _means(folded(word), kind)), None)
        if kind is None:
            words.append(word)
        else:
            kinds[kind.field] = True
    return replace(base, words=" ".join(words), **kinds)


def _means(word: str, kind: Kind) -> bool:
    names = (folded(name).split()[0] for name in (kind.name.en, kind.name.ru))
    return len(word) >= _LEAST_TYPED and any(name.startswith(word) for name in names)


@dataclass(frozen=True, slots=True)
class Tag:
    """A word in a frame, in a colour of the theme."""

    text: str
    color: str


def tags(entry: Entry) -> Iterator[Tag]:
    """What is remarkable about a return."""
    marks = (
        (bool(entry.fault), translate("Library", "broken"), "critical"),
        (entry.ballistic, translate("Library", "ballistic"), "serious"),
        (bool(entry.records), translate("Library", "record"), "soyuz_text"),
        (entry.flyaround is True, translate("Library", "flyaround"), "iss_text"),
        (entry.night is True, translate("Library", "night"), "standby"),
        (entry.uncrewed, translate("Library", "uncrewed"), "second"),
        (not entry.built_in, translate("Library", "your own"), "landing_text"),
        (entry.replaced, translate("Library", "replaced"), "third"),
    )
    return (Tag(text, color) for holds, text, color in marks if holds)


Lines = tuple[str, ...]
"""What a cell says, the first line first."""


def title(entry: Entry) -> Lines:
    """The name; below it what it is, or what is wrong with its file."""
    return str(entry.name), entry.fault.splitlines()[0] if entry.fault else str(entry.summary)


def landed(entry: Entry) -> Lines:
    """Day and time of the landing, UTC."""
    if entry.landing is None:
        return ()
    return f"{day(entry.landing)} {entry.landing.year}", f"{clock_time(entry.landing, seconds=False)} UTC"


def crew(entry: Entry) -> Lines:
    """A line for each."""
    if entry.uncrewed:
        return (translate("Library", "nobody aboard"),)
    return tuple(str(one.name) for one in entry.crew)


def port(entry: Entry) -> Lines:
    """The port it left."""
    return () if entry.fault else (str(entry.port or translate("Library", "not known")),)


def days(entry: Entry) -> Lines:
    """The longest flight that ended with it."""
    return () if entry.days is None else (f"{entry.days:.0f} {unit('d')}",)


def mode(entry: Entry) -> Lines:
    """Its tags, for a screen reader."""
    return (", ".join(tag.text for tag in tags(entry)),)


def nothing(entry: Entry) -> Lines:
    """A picture says it."""
    return ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the `COLUMNS` of `domain.search` it sorts by, its heading, what it tells, and its width for base 13;
    what is left goes to those with a `share`."""

    id: str
    name: Text
    told: Callable[[Entry], Lines]
    width: float
    share: float = 0.0


TABLE = (
    Column("place", Text("Track", "Трасса"), nothing, 124.0),
    Column("name", Text("Mission", "Экспедиция"), title, 180.0, 1.0),
    Column("landing", Text("Landing", "Посадка"), landed, 108.0),
    Column("crew", Text("Crew", "Экипаж"), crew, 176.0, 0.4),
    Column("days", Text("Days", "Сутки"), days, 70.0),
    Column("port", Text("Port", "Узел"), port, 90.0),
    Column("mode", Text("Remarks", "Особенности"), mode, 170.0, 0.4),
)


def spoken(entry: Entry) -> str:
    """A mission in one sentence, for a screen reader."""
    parts = (*title(entry), *landed(entry), *crew(entry), *port(entry), *mode(entry))
    return ", ".join(part for part in parts if part)


def in_order(column: Column, reverse: bool | None) -> str:
    """The heading of a column for a screen reader: whether the list is in its order, and which way."""
    if reverse is None:
        return str(column.name)
    way = translate("Library", "{column}, sorted, last first") if reverse else translate("Library", "{column}, sorted")
    return way.format(column=column.name)


def counted(shown: int, known: int, broken: int) -> str:
    """How many of how many missions are listed."""
    told = translate("Library", "{shown} of {known} missions").format(shown=shown, known=known)
    faults = translate("Library", "{count} broken, last in the list").format(count=broken) if broken else ""
    return " · ".join(filter(None, (told, faults)))


def details_html(entry: Entry, look: Style) -> str:
    """All that the list knows of a mission."""
    theme, gap = look.theme, round(look.px(8))
    small = f"font-size:{look.size('small')}px"
    head = (
        f'<p style="font-size:{look.size("large")}px;color:{theme.text};margin:0"><b>{escape(str(entry.name))}</b></p>'
    )
    if entry.fault:
        fault = escape(entry.fault).replace("\n", "<br>")
        words = translate("Library", "This file cannot be read.")
        return (
            f'{head}<p style="color:{theme.critical};margin:{gap}px 0">{words}</p>'
            f'<p style="{small};color:{theme.text};margin:0 0 {gap}px 0">{fault}</p>{_file(entry, look)}'
        )
    rows = "".join(
        f'<tr><td style="{small};color:{theme.second};padding:2px {gap}px 2px 0">{escape(name)}</td>'
        f'<td style="{small};color:{theme.text};padding:2px 0">{escape(value)}</td></tr>'
        for name, value in facts(entry)
    )
    return (
        f'{head}<p style="color:{theme.second};margin:0 0 {gap}px 0">{escape(str(entry.summary))}</p>'
        f'<table cellspacing="0" cellpadding="0">{rows}</table>{_people(entry, look)}{_file(entry, look)}'
    )


def facts(entry: Entry) -> Iterator[tuple[str, str]]:
    """Name and value of each line; what no source tells says so."""
    unknown = translate("Library", "not known")
    yield translate("Library", "Spacecraft"), str(ship(entry.spacecraft)) or unknown
    if entry.undocking is not None:
        day_, time = (f"{day(entry.undocking)} {entry.undocking.year}", clock_time(entry.undocking, seconds=False))
        yield translate("Library", "Undocking"), f"{day_} {time} UTC"
    yield translate("Library", "Landing"), " ".join(landed(entry))
    yield translate("Library", "Port"), str(entry.port or unknown)
    yield translate("Library", "Descent"), str(entry.mode)
    flown = translate("Library", "yes") if entry.flyaround else translate("Library", "none told")
    yield translate("Library", "Flyaround"), flown
    yield translate("Library", "Place"), _place(entry)
    if entry.night is not None:
        lit = translate("Library", "night") if entry.night else translate("Library", "daylight")
        yield translate("Library", "Light"), lit


def _place(entry: Entry) -> str:
    if entry.place is None:
        return translate("Library", "not known")
    where = f"{angle(degrees(entry.place.latitude), 'N', 'S')} {angle(degrees(entry.place.longitude), 'E', 'W')}"
    zone = translate("Library", "{place} (nominal zone, no point published)")
    return where if entry.located else zone.format(place=where)


def _people(entry: Entry, look: Style) -> str:
    """The crew with their agencies and days, then the records they passed."""
    theme, small, gap = look.theme, f"font-size:{look.size('small')}px", round(look.px(10))

    def line(one: Traveller) -> str:
        aside = f"{agency_name(one.agency)}, {one.days:.0f} {unit('d')}"
        return f'{escape(str(one.name))} <span style="{small};color:{theme.second}">{escape(aside)}</span>'

    people = "<br>".join(map(line, entry.crew)) or escape(translate("Library", "nobody aboard"))
    records = "<br>".join(escape(str(record)) for record in entry.records)
    told = f'<p style="color:{theme.text};margin:{gap}px 0 0 0">{people}</p>'
    return told + (f'<p style="{small};color:{theme.soyuz_text};margin:{gap}px 0 0 0">{records}</p>' if records else "")


def _file(entry: Entry, look: Style) -> str:
    lines = [escape(str(entry.path))] if not entry.built_in or entry.fault else []
    if entry.replaced:
        lines.append(escape(translate("Library", "Another file with this id is opened by its name.")))
    if not lines:
        return ""
    style = f"font-size:{look.size('small')}px;color:{look.theme.third};margin:{look.px(10):.0f}px 0 0 0"
    return f'<p style="{style}">{"<br>".join(lines)}</p>'
