"""What the crew roster says about each person at a moment: plain functions, no Qt."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mission_gui.domain.crew import Crewmember, DurationRecord
from mission_gui.domain.events import Phase
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.wording import reading

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NATIONAL_SCOPE = {"NASA": "us", "Roscosmos": "russian_iss"}
_NOTES = {
    Phase.DOCKED: "docked to the station",
    Phase.DEPARTURE: "leaving the station",
    Phase.FLYAROUND: "flying around the station",
    Phase.FREE_FLIGHT: "in free flight",
    Phase.DEORBIT_BURN: "in their couches",
    Phase.DESCENT_COAST: "in their couches",
    Phase.ATMOSPHERE: "in the descent module",
    Phase.PARACHUTE: "under the parachute",
    Phase.LANDED: "on the ground",
}


@dataclass(frozen=True, slots=True)
class CrewCard:
    """One person at a moment. `fraction` and `tick` place the bar and the older record on the world record."""

    id: str
    initials: str
    name: str
    agency: str
    person_line: str
    flight_lines: tuple[str, ...]
    this_flight: str
    this_flight_short: str
    in_all: str
    fraction: float
    tick: float | None
    record: str
    record_name: str
    state: str
    tip: str


def crew_cards(mission: Mission, trajectory: Trajectory, frame: Frame) -> list[CrewCard]:
    """The landing crew at a moment."""
    return [crew_card(mission, trajectory, person, frame.utc) for person in mission.crew]


def crew_card(mission: Mission, trajectory: Trajectory, person: Crewmember, utc: datetime) -> CrewCard:
    """One person at a moment."""
    landing = event_time(trajectory, "touchdown")
    flight = person.this_flight(utc, landing)
    world = record_of("world", mission.records, utc, person)
    older = national_record(mission, person, utc)
    passed = older is not None and flight > older.duration
    career = person.career(utc, landing)
    return CrewCard(
        id=person.id,
        initials=person.initials,
        name=person.name,
        agency=person.agency,
        person_line=" · ".join(filter(None, (person.native_name, str(person.role)))),
        flight_lines=flight_lines(person, went_up_on(mission, person)),
        this_flight=days(flight, seconds=True) if person.launch_precision <= 60 else f"{flight.days} d",
        this_flight_short=days(flight, seconds=False) if person.launch_precision <= 60 else f"{flight.days} d",
        in_all=f"{career.days} d" if career is not None else "",
        fraction=min(flight / world.duration, 1.0) if world else 0.0,
        tick=older.duration / world.duration if older and world else None,
        record=record_line(person, older, flight),
        record_name=str(older.name) if older and passed else "",
        state=state_of(mission, trajectory, person.id, utc),
        tip=explain(person, landing, older, flight),
    )


def event_time(trajectory: Trajectory, event_id: str) -> datetime | None:
    """When an event of the flight happens; None where that is not known."""
    return next((event.time for event in trajectory.events if event.id == event_id), None)


def state_of(mission: Mission, trajectory: Trajectory, person: str, utc: datetime) -> str:
    """Where a person is on the way from the couch to home."""
    state = "aboard"
    for step in mission.recovery_states:
        time = event_time(trajectory, step.event_id)
        if time is not None and time <= utc and (not step.crew or person in step.crew):
            state = str(step.state)
    return state


def record_of(
    scope: str, records: tuple[DurationRecord, ...], utc: datetime, person: Crewmember
) -> DurationRecord | None:
    """The record in force at a moment, other than the person's own."""
    known = [r for r in records if r.scope == scope and r.set_on <= utc.date() and r.holder != person.name]
    return max(known, key=lambda record: record.duration, default=None)


def national_record(mission: Mission, person: Crewmember, utc: datetime) -> DurationRecord | None:
    """The record a person is measured by next to the world's: of the United States, or of Russians on the ISS."""
    return record_of(_NATIONAL_SCOPE.get(person.agency, ""), mission.records, utc, person)


def record_line(person: Crewmember, record: DurationRecord | None, flight: timedelta) -> str:
    """`US record since 15 March 2022 (was Kelly, 340 d)`, once it is passed."""
    if record is None or flight <= record.duration:
        return ""
    since = written(passing(person, record).date())
    return f"{record.name} since {since} (was {surname(record)}, {record.duration.days} d)"


def passing(person: Crewmember, record: DurationRecord) -> datetime:
    """When this flight becomes longer than the record."""
    return person.launch + record.duration


def captions(mission: Mission, utc: datetime) -> tuple[str, ...]:
    """What the bars mean, from the full wording to the shortest: the world record, and the ticks on the way to it."""
    world = max(
        (r for r in mission.records if r.scope == "world" and r.set_on <= utc.date()),
        key=lambda record: record.duration,
        default=None,
    )
    if world is None:
        return ("",)
    length = f"Bar to {round(world.duration / timedelta(days=1))} d"
    ticks = tick_words(mission, utc)
    spans = sorted({record.duration.days for record, _ in crew_records(mission, utc)})
    if not ticks:
        return f"{length}, the world record ({surname(world)}).", f"{length}, the world record."
    short_ticks = " and ".join(f"{span} d" for span in spans)
    return (
        f"{length} ({surname(world)}). Tick: {'; '.join(ticks)}.",
        f"{length}, the world record; tick: {short_ticks}, the record before.",
        f"{length}, the world record; tick: {short_ticks}.",
    )


def crew_records(mission: Mission, utc: datetime) -> list[tuple[DurationRecord, Crewmember]]:
    """The record that each person is measured by, where there is one."""
    pairs = ((national_record(mission, person, utc), person) for person in mission.crew)
    return [(record, person) for record, person in pairs if record is not None]


def tick_words(mission: Mission, utc: datetime) -> list[str]:
    """`340 d, the US record until 15 March 2022`: records of one length share a tick, the first to pass ends them."""
    groups: dict[int, dict[str, date | None]] = {}
    for record, person in crew_records(mission, utc):
        day = passing(person, record)
        names = groups.setdefault(record.duration.days, {})
        name = record.name.en.removesuffix(" record")
        ended = day.date() if day <= utc else None
        names[name] = min(filter(None, (names.get(name), ended)), default=None)
    words = []
    for span, names in groups.items():
        noun = "record" if len(names) == 1 else "records"
        until = {ended for ended in names.values() if ended is not None}
        since = f" until {written(min(until))}" if len(until) == 1 and None not in names.values() else ""
        words.append(f"{span} d, the {' and '.join(names)} {noun}{since}")
    return words


def note(mission: Mission, trajectory: Trajectory, frame: Frame) -> str:
    """`3 aboard, under the parachute`."""
    count = len(mission.crew)
    if not count:
        return "uncrewed"
    if frame.phase is Phase.RECOVERY:
        return f"{count} home on Earth"
    if frame.phase is Phase.ENTRY:
        return f"{count} aboard, load {reading('load', frame.values['load'])}"
    return f"{count} aboard, {_NOTES[frame.phase]}"


def launched(person: Crewmember) -> str:
    """The launch as well as it is known: to the minute, or to the day."""
    day = written(person.launch.date())
    return f"{day} {person.launch:%H:%M} UTC" if person.launch_precision <= 60 else day


def explain(person: Crewmember, landing: datetime | None, record: DurationRecord | None, flight: timedelta) -> str:
    """What is known about a person, and from where."""
    lines = [
        f"{person.name}, {person.role}",
        f"Seat: {person.seat} ({person.seat_kind})" if person.seat else "Seat: not known",
        f"Born {written(person.born)}, {person.birthplace}" if person.born else "Born: not known",
        f"Launched {launched(person)} on {person.launch_vehicle}",
        before(person),
    ]
    if record is not None:
        passed = "Passed" if flight > record.duration else "Would be passed"
        lines.append(f"{record.name}: {record.holder}, {days(record.duration, False)} ({record.source.title})")
        lines.append(f"{passed} on {written(passing(person, record).date())}")
    lines += [f"{fact.label}: {fact.value} ({fact.kind})" for fact in person.notes]
    if person.sources:
        lines.append("Sources: " + "; ".join(source.title for source in person.sources))
    return "\n".join(lines)


def before(person: Crewmember) -> str:
    """The time in space and the flights before this one, as far as they are known."""
    time = (
        f"{days(person.time_before, False)} in space" if person.time_before is not None else "time in space not known"
    )
    flights = f"flights: {person.flights - 1}" if person.flights is not None else "flights not known"
    return f"Before this flight {time}, {flights}"


def summary(cards: list[CrewCard]) -> str:
    """The roster in a few sentences."""
    return " ".join(f"{card.name}, {card.agency}: {', '.join(_told(card))}." for card in cards)


def _told(card: CrewCard) -> list[str]:
    told = [card.state, f"{card.this_flight_short} this flight"]
    in_all = f"{card.in_all} in all" if card.in_all else ""
    record = "; ".join(filter(None, (in_all, card.record)))
    return [*told, record] if record else told


def went_up_on(mission: Mission, person: Crewmember) -> str:
    """The other ship a person was launched on; empty where it is the one that lands."""
    return "" if person.launch_vehicle in mission.name.en else person.launch_vehicle


def flight_lines(person: Crewmember, vehicle: str) -> tuple[str, ...]:
    """The flight's number and the ship up, from the full wording to the shortest."""
    number = ordinal(person.flights) if person.flights is not None else ""
    flight = f"{number} flight" if number else "flights not known"
    if not vehicle:
        return (flight,)
    return (
        f"{flight} · went up on {vehicle}",
        f"{flight} · up on {short(vehicle)}",
        f"{number} · up on {short(vehicle)}" if number else f"up on {short(vehicle)}",
    )


def short(vehicle: str) -> str:
    """`MS-18` for `Soyuz MS-18`."""
    return vehicle.removeprefix("Soyuz ")


def surname(record: DurationRecord) -> str:
    """The last name of a record's holder."""
    return record.holder.split()[-1]


def days(span: timedelta, seconds: bool) -> str:
    """`355 d 03:09` or `355 d 03:09:40`."""
    minutes, second = divmod(span.seconds, 60)
    text = f"{span.days} d {minutes // 60:02d}:{minutes % 60:02d}"
    return f"{text}:{second:02d}" if seconds else text


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `3rd`, `4th`, `11th`."""
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def written(day: date) -> str:
    """`15 March 2022`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
