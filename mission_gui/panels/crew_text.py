"""What the crew roster says about each person at a moment: plain functions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from mission_gui.domain.crew import Crewmember
from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.language import RUSSIAN, spoken
from mission_gui.domain.mission import Mission
from mission_gui.domain.records import Crossing, DurationRecord, Records, crossings
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.panels.record_text import Tick, days, passed_by, record_lines, tick_of, whole_days, world_record
from mission_gui.panels.wording import reading, ship

ABOARD = Text("aboard", "на борту")
_NOTES = {
    Phase.DOCKED: Text("docked to the station", "в составе станции"),
    Phase.DEPARTURE: Text("leaving the station", "отходит от станции"),
    Phase.FLYAROUND: Text("flying around the station", "облёт станции"),
    Phase.FREE_FLIGHT: Text("in free flight", "автономный полёт"),
    Phase.DEORBIT_BURN: Text("in their couches", "в креслах"),
    Phase.DESCENT_COAST: Text("in their couches", "в креслах"),
    Phase.ATMOSPHERE: Text("in the descent module", "в спускаемом аппарате"),
    Phase.PARACHUTE: Text("under the parachute", "под парашютом"),
    Phase.LANDED: Text("on the ground", "на земле"),
}
_AGENCIES = {
    "NASA": Text("NASA", "НАСА"),
    "Roscosmos": Text("Roscosmos", "Роскосмос"),
    "ESA": Text("ESA", "ЕКА"),
    "JAXA": Text("JAXA", "ДжАКСА"),
    "CSA": Text("CSA", "Канадское космическое агентство"),
    "AEB": Text("AEB", "Бразильское космическое агентство"),
    "ANGKASA": Text("ANGKASA", "АНГКАСА"),
    "KARI": Text("KARI", "КАРИ"),
    "KazCosmos": Text("KazCosmos", "Казкосмос"),
    "MBRSC": Text("MBRSC", "Космический центр им. Мохаммеда бин Рашида"),
    "Belarus": Text("Belarus", "Беларусь"),
    "spaceflight participant": Text("spaceflight participant", "участник космического полёта"),
    "spaceflight participant (Russia)": Text(
        "spaceflight participant (Russia)", "участник космического полёта (Россия)"
    ),
}
_BRIEFLY = {
    "CSA": Text("CSA", "ККА"),
    "AEB": Text("AEB", "БКА"),
    "MBRSC": Text("MBRSC", "МБРКЦ"),
    "spaceflight participant": Text("participant", "участник"),
    "spaceflight participant (Russia)": Text("participant", "участник"),
}
"""Agencies of which there is a shorter name."""


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """One of the landing crew with what does not change: until when time counts, which records stood before this
    crew landed, those passed on this flight in order of time, and where the person is from which moment on.

    Equal only to itself: what is worked out for a day is kept without comparing all records.
    """

    person: Crewmember
    until: datetime | None
    records: Records
    crossings: tuple[Crossing, ...]
    states: tuple[tuple[datetime, str], ...]
    went_up_on: str


@dataclass(frozen=True, slots=True)
class CrewCard:
    """One person at a moment. `fraction` and `tick` place the bar and the older record on the world record.

    `agency` is that of the data, `agencies` what it is called, from the full wording to the shortest. `records`
    holds a line for each record the person has passed, each from its fullest wording to the shortest.
    """

    id: str
    initials: str
    name: str
    agency: str
    agencies: tuple[str, ...]
    person_lines: tuple[str, ...]
    flight_lines: tuple[str, ...]
    this_flight: str
    this_flight_short: str
    in_all: str
    fraction: float
    tick: float | None
    records: tuple[tuple[str, ...], ...]
    state: str

    @property
    def record_name(self) -> str:
        """The highest record held; empty where there is none."""
        return self.records[0][-1] if self.records else ""


def members(mission: Mission, trajectory: Trajectory) -> tuple[Member, ...]:
    """The landing crew of a flight."""
    landing = event_time(trajectory, "touchdown")
    until = landing or mission.end
    records = tuple(record for record in mission.records if record.set_on < until.date())
    return tuple(
        Member(
            person,
            landing,
            records,
            tuple(crossings(records, person, until)),
            tuple(states(mission, trajectory, person.id)),
            went_up_on(mission, person),
        )
        for person in mission.crew
    )


def event_time(trajectory: Trajectory, event_id: str) -> datetime | None:
    """When an event of the flight happens; None where that is not known."""
    return next((event.time for event in trajectory.events if event.id == event_id), None)


def states(mission: Mission, trajectory: Trajectory, person: str) -> Iterable[tuple[datetime, str]]:
    """Where a person is from which moment on, from the couch to home, in order of time."""
    times = ((event_time(trajectory, step.event_id), step) for step in mission.recovery_states)
    known = [(time, str(step.state)) for time, step in times if time and (not step.crew or person in step.crew)]
    return sorted(known, key=lambda state: state[0])


def card(mission: Mission, member: Member, utc: datetime) -> CrewCard:
    """One person at a moment."""
    person, until = member.person, member.until
    flight, career = person.this_flight(utc, until), person.career(utc, until)
    world, tick = _measures(member, utc)
    to_the_second = person.launch_precision <= 60
    return CrewCard(
        id=person.id,
        initials=person.initials,
        name=str(person.called),
        agency=person.agency,
        agencies=agencies(person),
        person_lines=person_lines(person),
        flight_lines=flight_lines(person, member.went_up_on),
        this_flight=days(flight, seconds=True) if to_the_second else whole_days(flight),
        this_flight_short=days(flight, seconds=False) if to_the_second else whole_days(flight),
        in_all=whole_days(career) if career is not None else "",
        fraction=min(flight / world.duration, 1.0) if world else 0.0,
        tick=tick.record.duration / world.duration if tick and world else None,
        records=tuple(record_lines(c, until or mission.end, utc) for c in passed_by(member.crossings, utc)),
        state=state_at(member, utc),
    )


def measure(member: Member, utc: datetime) -> Tick | None:
    """The record that a person is measured by at a moment."""
    return _measures(member, utc)[1]


def _measures(member: Member, utc: datetime) -> tuple[DurationRecord | None, Tick | None]:
    """The world record at a moment, other than the person's own, and the one that the person is measured by."""
    return _measures_of_day(member, utc.date(), sum(crossing.time <= utc for crossing in member.crossings))


@lru_cache(maxsize=64)
def _measures_of_day(member: Member, day: date, passed: int) -> tuple[DurationRecord | None, Tick | None]:
    records, person = member.records, member.person
    return world_record(records, day, person), tick_of(records, person, member.crossings[:passed], day)


def state_at(member: Member, utc: datetime) -> str:
    """Where a person is at a moment."""
    return next((state for time, state in reversed(member.states) if time <= utc), str(ABOARD))


def agencies(person: Crewmember) -> tuple[str, ...]:
    """The agency from the full wording to the shortest: `spaceflight participant (Russia)`, `participant`."""
    name = agency_name(person.agency)
    plain = name.partition(" (")[0]
    return tuple(dict.fromkeys((name, plain, str(_BRIEFLY.get(person.agency, plain)))))


def agency_name(agency: str) -> str:
    """An agency as it is called in the language spoken."""
    return str(_AGENCIES.get(agency, agency))


def person_lines(person: Crewmember) -> tuple[str, ...]:
    """Native name, where it is another, role and seat; the seat gives way first, then the native name."""
    role, seat = str(person.role), str(person.seat or "")
    native = person.native_name if person.native_name != str(person.called) else ""
    parts = ((native, role, seat), (native, role), (role,))
    return tuple(dict.fromkeys(" · ".join(filter(None, words)) for words in parts))


def went_up_on(mission: Mission, person: Crewmember) -> str:
    """The other ship a person was launched on; empty where it is the one that lands."""
    return "" if person.launch_vehicle == mission.name.en else person.launch_vehicle


def flight_lines(person: Crewmember, vehicle: str) -> tuple[str, ...]:
    """The flight's number and the ship up, from the full wording to the shortest."""
    number = ordinal(person.flights) if person.flights is not None else ""
    flight = translate("Crew", "{ordinal} flight") if number else translate("Crew", "flights not known")
    flight = flight.format(ordinal=number)
    if not vehicle:
        return (flight,)
    full, brief = translate("Crew", "went up on {ship}"), translate("Crew", "up on {ship}")
    up = brief.format(ship=short(vehicle))
    return (
        f"{flight} · {full.format(ship=ship(vehicle))}",
        f"{flight} · {up}",
        f"{number} · {up}" if number else up,
        flight,
    )


def short(vehicle: str) -> str:
    """`MS-18` for `Soyuz MS-18`."""
    kind, _, series = str(ship(vehicle)).partition(" ")
    return series or kind


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `3rd`, `4th`, `11th`."""
    if spoken() == RUSSIAN:
        return f"{number}-й"
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def note(mission: Mission, frame: Frame) -> str:
    """`3 aboard, under the parachute`."""
    count = len(mission.crew)
    if not count:
        return translate("Crew", "uncrewed")
    if frame.phase is Phase.RECOVERY:
        return translate("Crew", "{count} home on Earth").format(count=count)
    if frame.phase is Phase.ENTRY:
        load = reading("load", frame.values["load"])
        return translate("Crew", "{count} aboard, load {load}").format(count=count, load=load)
    return translate("Crew", "{count} aboard, {where}").format(count=count, where=_NOTES[frame.phase])


def summary(cards: Iterable[CrewCard]) -> str:
    """The roster in a few sentences."""
    return " ".join(f"{card.name}, {card.agencies[0]}: {', '.join(_told(card))}." for card in cards)


def _told(card: CrewCard) -> list[str]:
    in_all = translate("Crew", "{days} in all").format(days=card.in_all)
    in_all = in_all if card.in_all else translate("Crew", "in all not known")
    told = "; ".join((in_all, *(lines[0] for lines in card.records)))
    return [card.state, translate("Crew", "{length} this flight").format(length=card.this_flight_short), told]
