"""What a hover on the crew roster tells about a person, and from where: plain functions, no Qt."""

from datetime import datetime

from mission_gui.domain.crew import Crewmember
from mission_gui.panels.crew_text import NOT_KNOWN, Member, measure
from mission_gui.panels.record_text import Tick, days, explained, passed_by, written


def explain(member: Member, utc: datetime) -> str:
    """What is known about a person, and from where."""
    person = member.person
    lines = [
        f"{person.name}, {person.role}",
        f"Seat: {person.seat} ({person.seat_kind})" if person.seat else f"Seat: {NOT_KNOWN}",
        f"Born {written(person.born)}, {person.birthplace}" if person.born else f"Born: {NOT_KNOWN}",
        f"Launched {launched(person)} on {person.launch_vehicle}",
        before(person),
    ]
    held = passed_by(member.crossings, utc)
    lines += [line for crossing in held for line in explained(crossing)]
    if not held and (tick := measure(member, utc)):
        lines.append(ahead(person, tick))
    lines += [f"{fact.label}: {fact.value} ({fact.kind})" for fact in person.notes]
    if person.sources:
        lines.append("Sources: " + "; ".join(source.title for source in person.sources))
    return "\n".join(lines)


def ahead(person: Crewmember, tick: Tick) -> str:
    """The record that this flight does not reach, and when it would have."""
    record = tick.record
    sources = "; ".join(source.title for source in record.sources)
    would = written((person.launch + record.duration).date())
    name = record.name or tick.of.flight
    return f"{name}: {', '.join(record.holders)}, {days(record.duration, False)} ({sources}); ahead until {would}"


def launched(person: Crewmember) -> str:
    """The launch as well as it is known: to the minute, or to the day."""
    day = written(person.launch.date())
    return f"{day} {person.launch:%H:%M} UTC" if person.launch_precision <= 60 else day


def before(person: Crewmember) -> str:
    """The time in space and the flights before this one, as far as they are known."""
    if person.flights == 1:
        return "First flight"
    time = (
        f"{days(person.time_before, False)} in space"
        if person.time_before is not None
        else f"time in space {NOT_KNOWN}"
    )
    flights = f"flights: {person.flights - 1}" if person.flights is not None else f"flights {NOT_KNOWN}"
    return f"Before this flight {time}, {flights}"
