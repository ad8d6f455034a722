"""The rows of a comparison that tell of the ships and their crews."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from mission_gui.domain.facts import Basis, Kind, Text, joined
from mission_gui.domain.ports import port_name
from mission_gui.domain.records import surname
from mission_gui.physics.comparison_figures import (
    WORDS,
    Cell,
    Flown,
    Form,
    Group,
    Measure,
    Row,
    Said,
    event_in,
    row,
    worded,
)

COUNT, DAYS = Measure(Form.NUMBER), Measure(Form.NUMBER, "d", 1 / 86400, 1)
UNCREWED = Text("uncrewed", "без экипажа")
_FILE = Text("mission file", "файл полёта")
_LAUNCHES = Text("From each one's own launch to the landing", "От старта каждого до посадки")
Found = Callable[[Flown], Cell | None]


def ship_rows(flights: tuple[Flown, ...]) -> Iterator[Row]:
    """Port and crew."""
    told: tuple[tuple[str, Text, Measure, Found], ...] = (
        ("port", Text("Port", "Стыковочный узел"), WORDS, _port),
        ("crew", Text("Crew", "Экипаж"), WORDS, _crew),
        ("aboard", Text("People aboard", "Человек на борту"), COUNT, _aboard),
        ("crew_days", Text("Crew days in space", "Человеко-суток в полёте"), DAYS, _crew_days),
        ("longest", Text("Longest flight aboard", "Самый долгий полёт на борту"), DAYS, _longest),
    )
    for name, title, measure, find in told:
        yield row(name, Group.SHIP, title, Said.GIVEN, measure, [find(flown) for flown in flights])


def _port(flown: Flown) -> Cell | None:
    departure = flown.mission.departure
    name = port_name(departure.port)
    if name is None:
        return None
    return Cell(None, Basis.PUBLISHED, departure.kind, departure.source.address, name)


def _crew(flown: Flown) -> Cell:
    crew = flown.mission.crew
    if not crew:
        return _uncrewed(flown)
    called = [person.called for person in crew]
    words = Text(", ".join(surname(one.en) for one in called), ", ".join(surname(one.ru or one.en) for one in called))
    return worded(words, _counted(flown, float(len(crew))))


def _uncrewed(flown: Flown) -> Cell:
    return replace(_counted(flown, 0.0), value=None, words=UNCREWED)


def _aboard(flown: Flown) -> Cell:
    return _counted(flown, float(len(flown.mission.crew)))


def _counted(flown: Flown, value: float) -> Cell:
    titles = dict.fromkeys(source.title for person in flown.mission.crew for source in person.sources)
    return Cell(value, Basis.PUBLISHED, Kind.ACTUAL, joined(titles, "; ") or _FILE)


def _crew_days(flown: Flown) -> Cell | None:
    if not flown.mission.crew:
        return _aboard(flown)
    days = _flights(flown)
    return _from_launches(flown, sum(days)) if days else None


def _longest(flown: Flown) -> Cell | None:
    if not flown.mission.crew:
        return _uncrewed(flown)
    days = _flights(flown)
    return _from_launches(flown, max(days)) if days else None


def _flights(flown: Flown) -> list[float]:
    """Seconds that each of the crew was in space."""
    event = event_in(flown, "touchdown")
    if event is None or event.time is None:
        return []
    return [(event.time - person.launch).total_seconds() for person in flown.mission.crew]


def _from_launches(flown: Flown, value: float) -> Cell:
    rough = max(person.launch_precision for person in flown.mission.crew)
    cell = _counted(flown, value)
    return replace(cell, kind=Kind.DERIVED, within=rough, note=_LAUNCHES)
