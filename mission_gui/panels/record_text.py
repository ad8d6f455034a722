"""What is said about records of time in space: plain functions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mission_gui.domain.crew import Crewmember
from mission_gui.domain.facts import KIND_NAMES
from mission_gui.domain.language import ENGLISH, spoken
from mission_gui.domain.records import Crossing, DurationRecord, RecordClass, Records, Span, classes_of, standing
from mission_gui.language import translate
from mission_gui.panels.wording import day as day_name
from mission_gui.panels.wording import unit, written

_WORLD = "world"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Tick:
    """The record that a person's bar is measured by next to the world's, and when it was passed, if it was."""

    record: DurationRecord
    of: RecordClass
    passed: datetime | None


def world_record(records: Records, day: date, person: Crewmember | None = None) -> DurationRecord | None:
    """The longest single flight of anyone; with a person, other than that one's own flight."""
    world = next((one for record in records for one in record.classes if one.id == _WORLD), None)
    return standing(records, world, Span.FLIGHT, day, person) if world else None


def tick_of(records: Records, person: Crewmember, passed: Iterable[Crossing], day: date) -> Tick | None:
    """The longest single flight of those passed, else the shortest record that is still ahead on a day."""
    flights = [c for c in passed if c.record.span is Span.FLIGHT and c.of.id != _WORLD]
    if flights:
        last = max(flights, key=lambda crossing: crossing.record.duration)
        return Tick(last.record, last.of, last.time)
    world = world_record(records, day, person)
    ahead = (
        (record, of)
        for of in classes_of(records, person)
        if (record := standing(records, of, Span.FLIGHT, day, person)) is not None and record is not world
    )
    nearest = min(ahead, key=lambda pair: pair[0].duration, default=None)
    return Tick(*nearest, None) if nearest else None


def passed_by(crossings: Iterable[Crossing], utc: datetime) -> list[Crossing]:
    """The records that a person holds at a moment: of each class the last one passed, the highest class first."""
    held: dict[tuple[int, bool], Crossing] = {}
    for crossing in crossings:
        if crossing.time <= utc:
            held[crossing.of.rank, crossing.record.span is Span.CAREER] = crossing
    return [held[key] for key in sorted(held)]


def record_lines(crossing: Crossing, until: datetime, utc: datetime) -> tuple[str, ...]:
    """`US record since 15 March 2022 (was Kelly, 340 d)`; once landed, what it became; from the fullest wording on."""
    name, before = str(crossing.name), translate("Crew", "was {holders}, {days}")
    before = before.format(holders=crossing.record.surnames, days=whole_days(crossing.record.duration))
    if utc < until:
        told = translate("Crew", "{record} since {day}")
        since, brief = (told.format(record=name, day=words(crossing.time.date())) for words in (written, briefly))
        return f"{since} ({before})", since, brief, name
    length = reached(crossing, until)
    # Earlier flights are often known to the hour only, so of a career only the days are told.
    now = days(length, seconds=False) if crossing.record.span is Span.FLIGHT else whole_days(length)
    return f"{name}, {now} ({before})", f"{name}, {now}", name


def reached(crossing: Crossing, until: datetime) -> timedelta:
    """What the record became with the landing at `until`."""
    return crossing.record.duration + (until - crossing.time)


def explained(crossing: Crossing) -> list[str]:
    """The record that was passed, with its source, and when."""
    record = crossing.record
    held = translate("Crew", "{record} before: {holders}, {length}, from {day} ({kind})").format(
        record=crossing.name,
        holders=", ".join(map(str, record.people)),
        length=days(record.duration, False),
        day=written(record.set_on),
        kind=KIND_NAMES[record.kind],
    )
    about = translate("Crew", "Passed about on {day}, {time} UTC (derived)")
    passed = about if crossing.precision > 3600 else translate("Crew", "Passed on {day}, {time} UTC (derived)")
    lines = [
        held,
        passed.format(day=written(crossing.time.date()), time=f"{crossing.time:%H:%M}"),
        translate("Crew", "Source: {sources}").format(sources=sources_of(record)),
    ]
    return [*lines, str(record.note)] if record.note else lines


def sources_of(record: DurationRecord) -> str:
    """Where a record is from."""
    return "; ".join(str(source.title) for source in record.sources)


def captions(records: Records, ticks: Iterable[Tick | None], day: date) -> tuple[str, ...]:
    """What the bars mean, from the full wording to the shortest: the world record, and the ticks on the way to it."""
    world = world_record(records, day)
    if world is None:
        return ("",)
    told = [tick for tick in ticks if tick is not None]
    facts = {"days": f"{round(world.duration / _DAY)} {unit('d')}", "holder": world.surnames}
    if not told:
        wordings: tuple[str, ...] = (
            translate("Crew", "Bar to {days}, the world record ({holder})."),
            translate("Crew", "Bar to {days}, the world record."),
        )
        return tuple(words.format(**facts) for words in wordings)
    lengths = sorted({tick.record.duration.days for tick in told})
    facts["ticks"] = "; ".join(tick_words(told))
    facts["short"] = translate("Crew", " and ").join(f"{length} {unit('d')}" for length in lengths)
    wordings = (
        translate("Crew", "Bar to {days} ({holder}). Tick: {ticks}."),
        translate("Crew", "Bar to {days}, the world record; tick: {short}, the record of their class."),
        translate("Crew", "Bar to {days}, the world record; tick: {short}."),
        translate("Crew", "Bar to {days}; tick: {short}."),
    )
    return tuple(words.format(**facts) for words in wordings)


def tick_words(ticks: Iterable[Tick]) -> list[str]:
    """`340 d, the US record until 15 March 2022`: records of one length share a tick, the first to pass ends them."""
    groups: dict[int, dict[str, date | None]] = {}
    for tick in ticks:
        names = groups.setdefault(tick.record.duration.days, {})
        # In English the word that all these names end with is told once for all of them.
        name = _in_a_sentence(tick).removesuffix(" record")
        ended = tick.passed.date() if tick.passed else None
        names[name] = min(filter(None, (names.get(name), ended)), default=None)
    words = []
    for span, names in groups.items():
        one, more = translate("Crew", "{days}, the {names} record"), translate("Crew", "{days}, the {names} records")
        length = f"{span} {unit('d')}"
        told = (one if len(names) == 1 else more).format(days=length, names=translate("Crew", " and ").join(names))
        until = {ended for ended in names.values() if ended is not None}
        if len(until) == 1 and None not in names.values():
            told = translate("Crew", "{records} until {day}").format(records=told, day=written(min(until)))
        words.append(told)
    return words


def _in_a_sentence(tick: Tick) -> str:
    """`women's record`; what is called after an agency or a country keeps its capital, which only English gives it."""
    name = str(tick.record.name or tick.of.flight)
    return name if tick.of.agencies and spoken() == ENGLISH else name[:1].lower() + name[1:]


def days(span: timedelta, seconds: bool) -> str:
    """`355 d 03:09` or `355 d 03:09:40`."""
    minutes, second = divmod(span.seconds, 60)
    text = f"{whole_days(span)} {minutes // 60:02d}:{minutes % 60:02d}"
    return f"{text}:{second:02d}" if seconds else text


def whole_days(span: timedelta) -> str:
    """`355 d`."""
    return f"{span.days} {unit('d')}"


def briefly(local: date) -> str:
    """`15 Mar 2022`."""
    return f"{day_name(local)} {local.year}"
