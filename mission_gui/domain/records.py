"""Records of time in space: who held which from when on, and when a flight passes them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from mission_gui.domain.crew import Crewmember
from mission_gui.domain.events import Event
from mission_gui.domain.facts import Kind, Report, Source, Text


class Span(StrEnum):
    """What a record counts."""

    FLIGHT = "flight"  # one flight, from launch to landing
    CAREER = "career"  # all flights of a person


@dataclass(frozen=True, slots=True)
class RecordClass:
    """People whose records are kept apart: those of `agencies`, those named in `members`, or all where both are empty.

    `flight` and `career` are what its records are called. `rank` is its place in the table, the highest first.
    """

    id: str
    flight: Text
    career: Text
    agencies: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    rank: int = 0

    def record_name(self, span: Span) -> Text:
        """`US record`, `US career record`."""
        return self.flight if span is Span.FLIGHT else self.career

    def includes(self, person: Crewmember) -> bool:
        """Whether a person can hold a record of this class."""
        everyone = not (self.agencies or self.members)
        return everyone or person.agency in self.agencies or person.name in self.members


@dataclass(frozen=True, slots=True)
class DurationRecord:
    """The longest time in space of some classes of people from `set_on` on, good to `precision` seconds."""

    classes: tuple[RecordClass, ...]
    span: Span
    holders: tuple[str, ...]
    duration: timedelta
    set_on: date
    sources: tuple[Source, ...]
    kind: Kind = Kind.ACTUAL
    precision: float = 60.0
    note: Text = Text("")
    name: Text | None = None
    """What it is called where that is not as its class has it."""
    russian_names: tuple[str, ...] = ()
    """Those of the holders, in their order; empty where they are not known."""

    @property
    def people(self) -> tuple[Text, ...]:
        """The holders' names as they are said."""
        russian = self.russian_names or ("",) * len(self.holders)
        return tuple(Text(name, other) for name, other in zip(self.holders, russian, strict=True))

    @property
    def called(self) -> Text:
        """`Walz and Bursch`."""
        return Text(
            " and ".join(surname(one.en) for one in self.people),
            " и ".join(surname(one.ru or one.en) for one in self.people),
        )

    @property
    def surnames(self) -> str:
        """The same in the language spoken."""
        return str(self.called)


Records = tuple[DurationRecord, ...]


@dataclass(frozen=True, slots=True)
class Crossing:
    """A flight becomes longer than a record: from `time` on, its holder is no longer the one with the longest."""

    person: Crewmember
    record: DurationRecord
    of: RecordClass
    time: datetime

    @property
    def name(self) -> Text:
        """`US record`."""
        return self.record.name or self.of.record_name(self.record.span)

    @property
    def precision(self) -> float:
        """How well the moment is known, s."""
        return max(self.record.precision, self.person.launch_precision)


def standing(
    records: Records, of: RecordClass, span: Span, day: date, before: Crewmember | None = None
) -> DurationRecord | None:
    """The record of a class on a day; with `before`, the one that this person's flight is measured by: not its own."""
    known = (
        record
        for record in records
        if of in record.classes and record.span is span and record.set_on <= day
        if before is None or not _own(record, before)
    )
    return max(known, key=lambda record: record.duration, default=None)


def _own(record: DurationRecord, person: Crewmember) -> bool:
    """Whether a record was set by this very flight of a person."""
    return person.name in record.holders and record.set_on >= person.launch.date()


def classes_of(records: Records, person: Crewmember) -> list[RecordClass]:
    """The classes a person belongs to, the highest first."""
    found = {one.id: one for record in records for one in record.classes if one.includes(person)}
    return sorted(found.values(), key=lambda one: one.rank)


def passing(person: Crewmember, record: DurationRecord) -> datetime | None:
    """When this flight passes a record; None for a career of which the earlier time is not known."""
    if record.span is Span.FLIGHT:
        return person.launch + record.duration
    return None if person.time_before is None else person.launch + record.duration - person.time_before


def crossings(records: Records, person: Crewmember, until: datetime) -> list[Crossing]:
    """Every record that a person's flight passes up to a moment, in order of time; each record once."""
    found: dict[int, Crossing] = {}
    for of in classes_of(records, person):
        for crossing in _crossings_of(records, person, of):
            if person.launch < crossing.time <= until:
                found.setdefault(id(crossing.record), crossing)
    return sorted(found.values(), key=lambda crossing: crossing.time)


def _crossings_of(records: Records, person: Crewmember, of: RecordClass) -> Iterator[Crossing]:
    """The records of a class that stood when the flight became longer; not those that others had broken by then."""
    for record in records:
        time = passing(person, record) if of in record.classes else None
        if time is None or person.name in record.holders or record.set_on > time.date():
            continue
        if standing(records, of, record.span, time.date(), person) is record:
            yield Crossing(person, record, of, time)


def with_crossings(
    events: tuple[Event, ...], crew: tuple[Crewmember, ...], records: Records, start: datetime
) -> tuple[Event, ...]:
    """The events of a mission with the records that are passed between its start and the landing among them."""
    landing = next((event.time for event in events if event.id == "touchdown"), None)
    if landing is None:
        return events
    passed = (crossing for person in crew for crossing in crossings(records, person, landing))
    found = list(events)
    for crossing in sorted(passed, key=lambda crossing: crossing.time):
        if crossing.time >= start:
            later = (i for i, event in enumerate(found) if event.time is not None and event.time > crossing.time)
            found.insert(next(later, len(found)), _event(crossing))
    return tuple(found)


def surname(name: str) -> str:
    """`Vande Hei` of Mark Vande Hei."""
    return name.split(maxsplit=1)[-1]


def _event(crossing: Crossing) -> Event:
    """`Vande Hei passes Kelly, 340 d`, worked out from the launch and the record."""
    record, person = crossing.record, crossing.person
    days, before, called = record.duration.days, record.called, person.called
    said = Text(f"launch and {days} d of {before.en}", f"старт плюс {days} сут ({before.ru or before.en})")
    report = Report(crossing.time, record.sources[0], Kind.DERIVED, crossing.precision, "about", said)
    return Event(
        f"record_{crossing.of.id}_{record.span}_{person.id}",
        Text(
            f"{surname(called.en)} passes {before.en}, {days} d",
            f"{surname(called.ru or called.en)}: рекорд (прежний: {before.ru}, {days} сут)",
        ),
        actual=(report,),
        note=Text(f"{crossing.name.en} until then", f"До этого: {crossing.name.ru or crossing.name.en}"),
    )
