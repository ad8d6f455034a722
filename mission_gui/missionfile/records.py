"""The tables of records: who held which, and what everyone had flown before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from mission_gui.domain.facts import Kind, Source
from mission_gui.domain.records import DurationRecord, RecordClass, Records, Span
from mission_gui.missionfile.buildparts import Sources, sources, words
from mission_gui.missionfile.faults import Fault
from mission_gui.missionfile.fields import duration
from mission_gui.missionfile.recordmodels import (
    CareersTable,
    CareerTable,
    ClassTable,
    DurationsTable,
    NamesTable,
    RecordTable,
)
from mission_gui.missionfile.references import duplicate_faults, source_faults
from mission_gui.missionfile.walk import Tables, rows, text, texts

DURATIONS, CAREERS, NAMES = "records/durations.toml", "records/careers.toml", "records/names.toml"


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a person had flown before a launch; `time` None where that of a flight is not known."""

    flights: int
    time: timedelta | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class RecordBook:
    """All tables: the classes by id, the records, what each person had flown before each launch, and Russian names."""

    classes: Mapping[str, RecordClass]
    records: Records
    careers: Mapping[str, CareerTable]
    cited: Sources
    names: Mapping[str, str]

    def earlier(self, name: str, up: str) -> Earlier | None:
        """What a person had flown before the launch on the ship `up`; None where the table has no such flight."""
        career = self.careers.get(name)
        if career is None or up not in (flight.up for flight in career.flights):
            return None
        before = list(takewhile(lambda flight: flight.up != up, career.flights))
        times = [duration(flight.duration) for flight in before if flight.duration]
        return Earlier(
            flights=sum(flight.count for flight in before),
            time=sum(times, timedelta()) if len(times) == len(before) else None,
            sources=tuple(self.cited[name] for name in dict.fromkeys(flight.source for flight in before)),
        )


def book(durations: DurationsTable, careers: CareersTable, names: NamesTable) -> RecordBook:
    """The book of sound tables."""
    known = {one.id: _class(one, rank) for rank, one in enumerate(durations.classes)}
    cited = sources(durations.sources)
    return RecordBook(
        classes=known,
        records=tuple(_record(entry, known, cited, names.names) for entry in durations.records),
        careers={career.name: career for career in careers.careers},
        cited=sources(careers.sources),
        names=names.names,
    )


def _class(one: ClassTable, rank: int) -> RecordClass:
    return RecordClass(one.id, words(one.flight), words(one.career), tuple(one.agencies), tuple(one.members), rank)


def _record(
    entry: RecordTable, known: Mapping[str, RecordClass], cited: Sources, names: Mapping[str, str]
) -> DurationRecord:
    return DurationRecord(
        classes=tuple(known[name] for name in entry.classes),
        span=Span(entry.span),
        holders=tuple(entry.holders),
        duration=duration(entry.duration),
        set_on=entry.set_on,
        sources=tuple(cited[name] for name in entry.sources),
        kind=Kind(entry.kind),
        precision=entry.precision,
        note=words(entry.note),
        russian_names=tuple(names.get(holder, "") for holder in entry.holders),
    )


def durations_faults(tables: Tables) -> list[Fault]:
    """All faults of a table of records beyond its format."""
    found = [*source_faults(tables), *duplicate_faults(tables, ("classes", "id"))]
    known = [name for _, one in rows(tables, "classes") if (name := text(one, "id"))]
    for place, record in rows(tables, "records"):
        for index, name in enumerate(texts(record, "classes")):
            if name not in known:
                found.append((f"{place}.classes[{index}]", f"unknown class {name!r}; use one of: {', '.join(known)}"))
    return found + list(_order_faults(tables))


def _order_faults(tables: Tables) -> Iterator[Fault]:
    """A record that is no longer than the one before it is none."""
    last: dict[tuple[str, str], tuple[date, timedelta]] = {}
    for place, record in rows(tables, "records"):
        day, length = record.get("set_on"), _length(text(record, "duration"))
        if not isinstance(day, date) or length is None:
            continue
        for name in texts(record, "classes"):
            key = (name, text(record, "span") or "flight")
            before = last.get(key)
            if before and (day <= before[0] or length <= before[1]):
                yield place, f"not after, or not longer than, the record of {name} before it; sort them by set_on"
            last[key] = (day, length)


def _length(value: str | None) -> timedelta | None:
    try:
        return None if value is None else duration(value)
    except ValueError:
        return None  # told by the format


def careers_faults(tables: Tables) -> list[Fault]:
    """All faults of a table of careers beyond its format."""
    return [*source_faults(tables), *duplicate_faults(tables, ("careers", "name"))]
