"""From a checked mission file to the `Mission`."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from math import radians

from mission_gui.domain.crew import Crewmember, RecoveryState
from mission_gui.domain.events import EVENT_NAMES, Event
from mission_gui.domain.facts import Fact, Figure, GeoPoint, Kind, Provenance, Report, Source, Text
from mission_gui.domain.mission import (
    Asset,
    Card,
    ClockZone,
    CoverageWindow,
    Descent,
    Elements,
    Figures,
    GroundStation,
    Leg,
    Mission,
)
from mission_gui.domain.records import DurationRecord, Span, with_crossings
from mission_gui.domain.vehicle import Vehicle
from mission_gui.missionfile import fields, models
from mission_gui.missionfile.builddeparture import departure
from mission_gui.missionfile.buildparts import Sources, origin, sources, words
from mission_gui.missionfile.checks import elements_epoch
from mission_gui.missionfile.departuremodels import PortsTable, ProfileTable
from mission_gui.missionfile.fields import duration
from mission_gui.missionfile.records import RecordBook

BANK = radians(58.0)
"""The bank of a mission that tells none: it fits twelve landings (flight-dynamics study)."""
_STUDY = Text("Flight-dynamics study", "Исследование динамики полёта")
_BANK_NOTE = Text("The usual bank; it fits twelve landings", "Обычный крен; согласуется с двенадцатью посадками")
_SIGN_NOTE = Text("Both signs meet a landing", "С любым знаком получается место посадки")
_BANK_ORIGIN = Provenance(Kind.CALIBRATED, _STUDY, "deg", _BANK_NOTE)
_SIGN_ORIGIN = Provenance(Kind.ASSUMED, _STUDY, "", _SIGN_NOTE)


def mission(
    table: models.MissionTable,
    vehicle: Vehicle,
    stations: tuple[GroundStation, ...],
    ports: PortsTable,
    profile: ProfileTable | None,
    book: RecordBook,
    digest: str,
) -> Mission:
    """The mission of a file, with its vehicle, stations, the ports and profile that it names, and the records."""
    known = sources(table.sources)
    events = tuple(_event(entry, known) for entry in table.events)
    crew = tuple(_crewmember(person, known, book) for person in table.crew)
    records = (*book.records, *(_record(record, known, book) for record in table.records))
    return Mission(
        id=table.id,
        name=words(table.name),
        summary=words(table.summary),
        spacecraft=table.spacecraft,
        epoch=_epoch(events),
        start=table.start,
        end=table.end,
        elements=_elements(table.elements, known),
        vehicle=vehicle,
        departure=departure(table.departure, ports, profile, known),
        descent=_descent(table.descent, known),
        aim_point=_place(table.aim_point, known),
        landing=_place(table.landing, known),
        crew=crew,
        events=with_crossings(events, crew, records, table.start),
        records=records,
        recovery_states=tuple(
            RecoveryState(state.event, words(state.state), tuple(state.crew)) for state in table.recovery.states
        ),
        legs=_legs(table, known),
        assets=tuple(_asset(asset, known) for asset in table.recovery.assets),
        coverage=tuple(_window(window, known) for window in table.coverage),
        cards=tuple(_card(card, known) for card in table.cards),
        clocks=tuple(ClockZone(words(clock.name), clock.zone) for clock in table.clocks),
        stations=stations,
        places=tuple(_place(place, known) for place in table.places.values()),
        facts=tuple(_fact(fact, known) for fact in table.facts),
        sources=tuple(known.values()),
        digest=digest,
        figures=Figures(
            peak_load=tuple(_figure(load, known) for load in table.figures.peak_load),
            short_of_plan=tuple(_figure(distance, known) for distance in table.figures.short_of_plan),
        ),
    )


def _epoch(events: Iterable[Event]) -> datetime:
    undocking = next(event for event in events if event.id == "undocking")
    return (undocking.actual or undocking.planned)[0].time


def _elements(table: models.ElementsTable, known: Sources) -> Elements:
    epoch = elements_epoch(table.line1)
    assert epoch is not None, "the checks let no elements without an epoch through"
    return Elements(table.line1, table.line2, epoch, known[table.source])


def _descent(table: models.DescentTable, known: Sources) -> Descent:
    sign, lost = table.first_bank_source, table.ballistic_below
    provenance = {
        "delta_v": origin(table.delta_v, known),
        "duration": origin(table.duration, known),
        "bank": origin(table.bank, known) if table.bank else _BANK_ORIGIN,
        "first_bank_sign": origin(sign, known) if sign else _SIGN_ORIGIN,
    }
    return Descent(
        delta_v=table.delta_v.si,
        duration=table.duration.si,
        bank=table.bank.si if table.bank else BANK,
        first_bank_sign=table.first_bank_sign,
        ballistic_below=lost.si if lost else None,
        provenance=provenance
        | ({"ballistic_below": origin(lost, known)} if lost else {})
        | ({"reserve": origin(table.reserve, known)} if table.reserve else {}),
        reserve=table.reserve is not None,
    )


def _place(place: models.PlaceTable, known: Sources) -> GeoPoint:
    return GeoPoint(radians(place.latitude), radians(place.longitude), place.height, place.name, origin(place, known))


def _crewmember(person: models.CrewTable, known: Sources, book: RecordBook) -> Crewmember:
    """What the file leaves open of earlier flights is taken from the table of careers."""
    earlier = book.earlier(person.name, person.launch_vehicle)
    flights, time_before = person.flights, duration(person.time_before) if person.time_before else None
    origins = list(_origins(person, known))
    if earlier is not None and (flights is None or time_before is None):
        flights = earlier.flights + 1 if flights is None else flights
        time_before = earlier.time if time_before is None else time_before
        origins += [("earlier", source, None) for source in earlier.sources]
    return Crewmember(
        id=person.id,
        name=person.name,
        native_name=person.native_name or "",
        agency=person.agency,
        role=words(person.role),
        seat=words(person.seat) if person.seat else None,
        seat_kind=Kind(person.seat_source.kind) if person.seat_source else None,
        born=person.born,
        birthplace=words(person.birthplace),
        launch=person.launch,
        launch_vehicle=person.launch_vehicle,
        flights=flights,
        time_before=time_before,
        sources=tuple(dict.fromkeys(source for _, source, _ in origins)),
        notes=tuple(_note(note, known) for note in person.notes),
        launch_precision=person.launch_precision,
        russian_name=book.names.get(person.name, ""),
        origins=tuple(origins),
    )


def _origins(person: models.CrewTable, known: Sources) -> Iterator[tuple[str, Source, Kind | None]]:
    """The sources of what is told of a person, by what they tell."""
    cited = {
        "name": person.name_source,
        "agency": person.agency_source,
        "role": person.role_source,
        "seat": person.seat_source,
        "born": person.born_source,
        "launch": person.launch_source,
        "flights": person.flights_source,
        "time_before": person.time_before_source,
    }
    for field, entry in cited.items():
        if isinstance(entry, str):
            yield field, known[entry], None
        elif entry is not None:
            yield field, known[entry.source], Kind(entry.kind)


def _note(note: models.CrewNote, known: Sources) -> Fact:
    return Fact(words(note.label), words(note.value), (known[note.source],), Kind(note.kind), words(note.note))


def _event(event: models.EventTable, known: Sources) -> Event:
    return Event(
        id=event.id,
        name=words(event.name) if event.name else EVENT_NAMES[event.id],
        planned=tuple(_report(report, Kind.PLANNED, known) for report in event.planned),
        actual=tuple(_report(report, Kind.ACTUAL, known) for report in event.actual),
        assumed=tuple(_report(report, Kind.ASSUMED, known) for report in event.assumed),
        note=words(event.note),
        aborted=event.aborted,
    )


def _report(report: models.ReportTable, usual: Kind, known: Sources) -> Report:
    return Report(
        time=report.time,
        source=known[report.source],
        kind=Kind(report.kind) if report.kind else usual,
        precision=report.precision,
        qualifier=report.qualifier,
        text=words(report.text),
        altitude=None if report.altitude_km is None else report.altitude_km * 1e3,
    )


def _figure(figure: fields.Figure, known: Sources) -> Figure:
    return Figure(figure.si, known[figure.source], Kind(figure.kind), words(figure.note))


def _record(record: models.OwnRecordTable, known: Sources, book: RecordBook) -> DurationRecord:
    return DurationRecord(
        classes=(book.classes[record.scope],),
        span=Span(record.span),
        holders=(record.holder,),
        duration=duration(record.duration),
        set_on=record.set_on,
        sources=(known[record.source],),
        name=words(record.name) if record.name else None,
        russian_names=(book.names.get(record.holder, ""),),
    )


def _legs(table: models.MissionTable, known: Sources) -> tuple[Leg, ...]:
    places = {name: _place(place, known) for name, place in table.places.items()}
    places["landing"] = _place(table.landing, known)
    return tuple(_leg(leg, places.__getitem__, known) for leg in table.recovery.legs)


def _leg(leg: models.LegTable, place: Callable[[str], GeoPoint], known: Sources) -> Leg:
    return Leg(
        id=leg.id,
        name=words(leg.name),
        crew=tuple(leg.crew),
        vehicle=words(leg.vehicle),
        origin=place(leg.origin),
        destination=place(leg.destination),
        departs=leg.departs,
        arrives=leg.arrives,
        source=known[leg.source],
        kind=Kind(leg.kind),
        note=words(leg.note),
    )


def _asset(asset: models.AssetTable, known: Sources) -> Asset:
    states = tuple((state.event, words(state.state)) for state in asset.states)
    return Asset(words(asset.name), states, known[asset.source], Kind(asset.kind), words(asset.note))


def _window(window: models.CoverageTable, known: Sources) -> CoverageWindow:
    source, title = known[window.source], words(window.title)
    return CoverageWindow(window.start, window.end, window.channel, title, source, words(window.note))


def _card(card: models.CardTable, known: Sources) -> Card:
    cited = tuple(known[name] for name in card.sources)
    return Card(words(card.title), words(card.body), card.start, card.end, cited)


def _fact(fact: models.FactTable, known: Sources) -> Fact:
    cited = tuple(known[name] for name in fact.sources)
    return Fact(words(fact.label), words(fact.value), cited, Kind(fact.kind), words(fact.note))
