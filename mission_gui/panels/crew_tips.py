"""What a hover on the crew roster tells about a person, and from where: plain functions."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from mission_gui.domain.crew import Crewmember
from mission_gui.domain.facts import KIND_NAMES
from mission_gui.domain.records import DurationRecord
from mission_gui.language import translate
from mission_gui.panels.crew_text import Member, measure
from mission_gui.panels.provenance import OF_KIND, Origin
from mission_gui.panels.record_text import Tick, days, explained, passed_by, sources_of, world_record
from mission_gui.panels.wording import ship, written


def explain(member: Member, utc: datetime) -> str:
    """What is known about a person, and from where."""
    person = member.person
    lines = [
        f"{person.called}, {person.role}",
        _seat(person),
        _birth(person),
        translate("Crew", "Launched {time} on {ship}").format(time=launched(person), ship=ship(person.launch_vehicle)),
        before(person),
    ]
    held = passed_by(member.crossings, utc)
    lines += [line for crossing in held for line in explained(crossing)]
    if not held and (tick := measure(member, utc)):
        lines.append(ahead(person, tick))
    lines += [f"{fact.label}: {fact.value} ({KIND_NAMES[fact.kind]})" for fact in person.notes]
    if person.sources:
        titles = "; ".join(str(source.title) for source in person.sources)
        lines.append(translate("Crew", "Sources: {sources}").format(sources=titles))
    return "\n".join(lines)


def origins(member: Member, utc: datetime) -> Iterator[tuple[str, Origin]]:
    """How each line of a card is known: the durations by the launch, each record by its own source."""
    person = member.person
    yield "flight", Origin.PUBLISHED if person.flights is not None else Origin.UNKNOWN
    yield "durations", Origin.DERIVED if person.time_before is not None else Origin.UNKNOWN
    for place, crossing in enumerate(passed_by(member.crossings, utc)):
        yield f"record {place}", OF_KIND[crossing.record.kind]


def measures(crew: Iterable[Member], utc: datetime) -> str:
    """The records that the bars are measured by, with their sources."""
    lines = []
    for member in crew:
        world, tick = world_record(member.records, utc.date(), member.person), measure(member, utc)
        lines += [record_told(record) for record in (world, tick.record if tick else None) if record is not None]
    return "\n".join(dict.fromkeys(lines))


def record_told(record: DurationRecord) -> str:
    """A record with who set it, when, and where that is from."""
    name = record.name or record.classes[0].record_name(record.span)
    told = translate("Crew", "{record}: {holders}, {length}, from {day} ({kind})")
    head = told.format(
        record=name,
        holders=", ".join(map(str, record.people)),
        length=days(record.duration, False),
        day=written(record.set_on),
        kind=KIND_NAMES[record.kind],
    )
    return f"{head}\n{translate('Crew', 'Source: {sources}').format(sources=sources_of(record))}"


def _seat(person: Crewmember) -> str:
    if person.seat is None or person.seat_kind is None:
        return translate("Crew", "Seat: not known")
    return translate("Crew", "Seat: {seat} ({kind})").format(seat=person.seat, kind=KIND_NAMES[person.seat_kind])


def _birth(person: Crewmember) -> str:
    if person.born is None:
        return translate("Crew", "Born: not known")
    return translate("Crew", "Born {day}, {place}").format(day=written(person.born), place=person.birthplace)


def ahead(person: Crewmember, tick: Tick) -> str:
    """The record that this flight does not reach, and when it would have."""
    record = tick.record
    return translate("Crew", "{record}: {holders}, {length} ({sources}); this flight would pass it on {day}").format(
        record=record.name or tick.of.flight,
        holders=", ".join(map(str, record.people)),
        length=days(record.duration, False),
        sources=sources_of(record),
        day=written((person.launch + record.duration).date()),
    )


def launched(person: Crewmember) -> str:
    """The launch as well as it is known: to the minute, or to the day."""
    day = written(person.launch.date())
    return f"{day} {person.launch:%H:%M} UTC" if person.launch_precision <= 60 else day


def before(person: Crewmember) -> str:
    """The time in space and the flights before this one, as far as they are known."""
    if person.flights == 1:
        return translate("Crew", "First flight")
    flights = translate("Crew", "flights not known")
    if person.flights is not None:
        flights = translate("Crew", "flights: {count}").format(count=person.flights - 1)
    if person.time_before is None:
        return translate("Crew", "Before this flight time in space not known, {flights}").format(flights=flights)
    told = translate("Crew", "Before this flight {length} in space, {flights}")
    return told.format(length=days(person.time_before, False), flights=flights)
