"""The crew in a record: who they are, how they went up and came down, and the records of the day."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from mission_gui.domain.crew import Crewmember
from mission_gui.domain.dossier.statements import NOT_KNOWN, Section, Statement, of_fact
from mission_gui.domain.facts import Kind
from mission_gui.domain.mission import Mission
from mission_gui.domain.records import Crossing, DurationRecord, Span, crossings, standing

_UNSURE = 3600.0  # s; a launch known no better is told by its day


def crew(mission: Mission, landing: datetime) -> Iterator[Section]:
    """A section for each person."""
    for person in mission.crew:
        yield Section(f"Crew: {person.name}", tuple(_person(mission, person, landing)))


def _person(mission: Mission, person: Crewmember, landing: datetime) -> Iterator[Statement]:
    def told(label: str, value: str, *fields: str) -> Statement:
        """A statement with the sources of the fields that it tells."""
        found = [entry for entry in person.origins if entry[0] in fields]
        kinds = [kind for _, _, kind in found if kind is not None]
        sources = tuple(dict.fromkeys(source for _, source, _ in found))
        return Statement(label, value or NOT_KNOWN, kinds[0] if kinds else None, sources if value else ())

    names = dict.fromkeys((person.name, person.russian_name, person.native_name))
    yield told("Name", " / ".join(filter(None, names)), "name")
    yield told("Agency", person.agency, "agency")
    yield told("Role", person.role.en, "role")
    yield told("Seat", person.seat.en if person.seat else "", "seat")
    born = ", ".join(filter(None, (f"{person.born:%Y-%m-%d}" if person.born else "", person.birthplace.en)))
    yield told("Born", born, "born")
    sure = person.launch_precision < _UNSURE
    launched = f"{person.launch:%Y-%m-%d %H:%M:%S} UTC" if sure else f"{person.launch:%Y-%m-%d}, time not known"
    yield told("Up", f"{person.launch_vehicle}, {launched}", "launch")
    yield Statement("Down", f"{mission.name.en}, {landing:%Y-%m-%d %H:%M:%S} UTC")
    flight = length(landing - person.launch) if sure else f"about {(landing - person.launch).days} d"
    yield Statement("This flight", flight, Kind.DERIVED, note="landing less launch")
    yield told("Flights", str(person.flights or ""), "flights", "earlier")
    before = "" if person.time_before is None else length(person.time_before)
    yield told("Time in space before", before, "time_before", "earlier")
    yield from map(of_fact, person.notes)


def length(span: timedelta) -> str:
    """`355 d 3 h 45 m 20 s`; `none` where it is nothing."""
    if not span:
        return "none"
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    return f"{days} d {hours} h {minutes} m {seconds} s"


def records(mission: Mission, landing: datetime) -> Section:
    """Who held which record on the day of the landing, and which ones this crew passed."""
    classes = {one.id: one for record in mission.records for one in record.classes}
    day = landing.date()
    held = (
        _held(of.record_name(span).en, record)
        for of in sorted(classes.values(), key=lambda one: one.rank)
        for span in Span
        if (record := standing(mission.records, of, span, day)) is not None
    )
    passed = (_passed(one) for person in mission.crew for one in crossings(mission.records, person, landing))
    return Section("Records of time in space on that day", (*held, *passed))


def _held(label: str, record: DurationRecord) -> Statement:
    value = f"{' and '.join(record.holders)}, {length(record.duration)}, from {record.set_on:%Y-%m-%d} on"
    return Statement(label, value, record.kind, record.sources, record.note.en)


def _passed(crossing: Crossing) -> Statement:
    clock = f"{crossing.time:%Y-%m-%d}" if crossing.precision > _UNSURE else f"{crossing.time:%Y-%m-%d %H:%M} UTC"
    before = f"that of {crossing.record.called.en} until then, {crossing.record.duration.days} d"
    value = f"{crossing.name.en}, {before}, on {clock}"
    return Statement(f"Passed by {crossing.person.name}", value, Kind.DERIVED, crossing.record.sources)
