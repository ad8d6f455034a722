"""What a sound mission file may say and a careful writer would look at again: warnings, not faults."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from math import asin, cos, degrees, radians, sin, sqrt
from urllib.parse import urlsplit

from mission_gui.domain.events import EVENT_NAMES
from mission_gui.missionfile import models, references
from mission_gui.missionfile.document import Document
from mission_gui.missionfile.faults import Fault
from mission_gui.missionfile.fields import Cited, Table, Wording

EARTH_RADIUS_KM = 6371.0
FARTHEST_KM = 700.0  # a ballistic return falls some 420 km short
STATION = "25544"
RETURN = (timedelta(hours=1), timedelta(hours=30))  # of 65 returns: 1 h 48 min to 6 h 31 min
LONGEST_FLIGHT = timedelta(days=438)  # Valery Polyakov, 437 d 18 h
AGES = (18, 85)
DELTA_V = (80.0, 160.0)  # m/s
BURN = (180.0, 420.0)  # s
OURS = ("derived", "calibrated", "assumed")
LATE = timedelta(hours=12)  # of an event against its plan

Doubt = Callable[[models.MissionTable], Iterator[Fault]]


def doubts(document: Document, table: models.MissionTable) -> list[Fault]:
    """All doubts about a sound file."""
    found = [*references.unused_sources(document.tables), *_file_name(document, table), *_bare_sign(document)]
    return found + [fault for doubt in DOUBTS for fault in doubt(table)]


def _file_name(document: Document, table: models.MissionTable) -> Iterator[Fault]:
    named = document.path.name.removesuffix(".toml").removesuffix(".mission")
    if named != table.id:
        yield "id", f"{table.id!r} is not the name of the file, {named!r}; give both the same, so that either finds it"


def _bare_sign(document: Document) -> Iterator[Fault]:
    descent = document.tables["descent"]
    if "first_bank_sign" in descent and "first_bank_source" not in descent:
        yield "descent.first_bank_sign", "no source; add first_bank_source, or leave the sign out"


def _unsourced(table: models.MissionTable) -> Iterator[Fault]:
    """What is worked out or supposed, without a word on how."""
    for place, cited in _tables(table):
        if isinstance(cited, Cited) and cited.kind in OURS and not (cited.note or place.startswith("places.")):
            yield place, f"{cited.kind}, but not said from what; add a note that says it"


def _tables(value: object, place: str = "") -> Iterator[tuple[str, Table]]:
    """Every table of a file with its place."""
    if isinstance(value, list):
        inner: Iterable[tuple[str, object]] = ((f"{place}[{index}]", entry) for index, entry in enumerate(value))
    else:
        entries = vars(value) if isinstance(value, Table) else value if isinstance(value, dict) else {}
        inner = ((f"{place}.{key}" if place else key, entry) for key, entry in entries.items())
    if isinstance(value, Table):
        yield place, value
    for key, entry in inner:
        yield from _tables(entry, key)


def _addresses(table: models.MissionTable) -> Iterator[Fault]:
    for name, source in table.sources.items():
        if source.url and not (urlsplit(source.url).scheme in ("http", "https") and urlsplit(source.url).netloc):
            yield f"sources.{name}", f"{source.url!r} is no address; write one that begins with https://"


def _landing(table: models.MissionTable) -> Iterator[Fault]:
    landing, aim = table.landing, table.aim_point
    distance = _distance_km(landing.latitude, landing.longitude, aim.latitude, aim.longitude)
    if distance > FARTHEST_KM:
        turned = _distance_km(landing.longitude, landing.latitude, aim.latitude, aim.longitude)
        remedy = "latitude and longitude seem exchanged" if turned < FARTHEST_KM else "check both, and their signs"
        yield "landing", f"{distance:,.0f} km from the aim point; {remedy}"


def _distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    first, second = radians(latitude), radians(other_latitude)
    half = sin((second - first) / 2) ** 2
    half += cos(first) * cos(second) * sin(radians(other_longitude - longitude) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(max(half, 0.0), 1.0)))


def _station(table: models.MissionTable) -> Iterator[Fault]:
    line1, line2 = table.elements.line1, table.elements.line2
    if line1[2:7] != STATION:
        yield "elements.line1", f"object {line1[2:7]}, not the station, {STATION}; give the station's elements"
    try:
        inclination, revolutions = float(line2[8:16]), float(line2[52:63])
    except ValueError:
        return
    if not (51.0 < inclination < 52.5 and 15.0 < revolutions < 16.2):
        orbit = f"{inclination:.2f} deg, {revolutions:.2f} revolutions a day"
        yield "elements.line2", f"{orbit} is not the station's orbit; it has 51.6 deg and some 15.5"
    highest = inclination + 2
    if abs(table.landing.latitude) > highest:
        yield "landing.latitude", f"the orbit never passes over {table.landing.latitude:g} deg; check latitude and sign"


def _times(table: models.MissionTable) -> Iterator[Fault]:
    undocking, touchdown = _time(table, "undocking"), _time(table, "touchdown")
    if undocking and touchdown and not RETURN[0] <= touchdown - undocking <= RETURN[1]:
        taken = (touchdown - undocking) / timedelta(hours=1)
        place = f"events[{_index(table, 'touchdown')}]"
        yield place, f"the landing comes {taken:.1f} h after undocking; it takes two to seven, so check both dates"
    for index, event in enumerate(table.events):
        if event.planned and event.actual and abs(event.actual[0].time - event.planned[0].time) > LATE:
            off = abs(event.actual[0].time - event.planned[0].time) / timedelta(hours=1)
            yield f"events[{index}].actual[0].time", f"{off:.0f} h from the plan; check the dates of both"


def _time(table: models.MissionTable, name: str) -> datetime | None:
    event = table.events[_index(table, name)]
    reports = (*event.actual, *event.planned)
    return reports[0].time if reports else None


def _index(table: models.MissionTable, name: str) -> int:
    return next(index for index, event in enumerate(table.events) if event.id == name)


def _crew(table: models.MissionTable) -> Iterator[Fault]:
    touchdown = _time(table, "touchdown")
    for index, person in enumerate(table.crew):
        if touchdown and touchdown - person.launch > LONGEST_FLIGHT:
            days = (touchdown - person.launch).days
            yield f"crew[{index}].launch", f"{days} days before the landing, longer than any flight; check the year"
        if person.born:
            age = (person.launch.date() - person.born) / timedelta(days=365.2425)
            if not AGES[0] <= age <= AGES[1]:
                yield f"crew[{index}].born", f"{age:.0f} years old at launch; check the year"


def _burn(table: models.MissionTable) -> Iterator[Fault]:
    descent = table.descent
    for key, value, unit, (low, high) in (
        ("delta_v", descent.delta_v.si, "m/s", DELTA_V),
        ("duration", descent.duration.si, "s", BURN),
    ):
        if not low <= value <= high:
            yield f"descent.{key}", f"{value:g} {unit}; a Soyuz comes down with {low:g} to {high:g}, so check the unit"
    if descent.bank and not 0 <= degrees(descent.bank.si) <= 90:
        yield "descent.bank", f"{degrees(descent.bank.si):g} deg; the lift would point down, so check it"


def _zones(table: models.MissionTable) -> Iterator[Fault]:
    for index, clock in enumerate(table.clocks):
        if clock.zone.startswith("Etc/GMT"):
            remedy = "use the region's name, such as Asia/Almaty"
            yield f"clocks[{index}].zone", f"a fixed offset does not follow the laws of its day; {remedy}"


def _event_names(table: models.MissionTable) -> Iterator[Fault]:
    for index, event in enumerate(table.events):
        if event.name and event.id in EVENT_NAMES and event.name.en == EVENT_NAMES[event.id].en:
            yield f"events[{index}].name", "the standard name of this event; leave it out"


def _russian(table: models.MissionTable) -> Iterator[Fault]:
    """One doubt for all: who writes in English alone need not read of each text."""
    missing = [place for place, wording in _tables(table) if isinstance(wording, Wording) and not wording.ru]
    if missing:
        count = "1 text has" if len(missing) == 1 else f"{len(missing)} texts have"
        yield missing[0], f"{count} no Russian; add ru, or the Russian board shows the English"


DOUBTS: tuple[Doubt, ...] = (
    _unsourced,
    _addresses,
    _landing,
    _station,
    _times,
    _crew,
    _burn,
    _zones,
    _event_names,
    _russian,
)
