"""What the crew roster says about each person at a moment: plain functions, no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mission_gui.domain.crew import Crewmember
from mission_gui.domain.events import Phase
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.records import Crossing, Records, crossings
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.record_text import Tick, days, passed_by, record_lines, tick_of, world_record
from mission_gui.panels.wording import reading

ABOARD = "aboard"
NOT_KNOWN = "not known"
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
class Member:
    """One of the landing crew with what does not change: until when time counts, which records stood before this
    crew landed, those passed on this flight, and where the person is from which moment on."""

    person: Crewmember
    until: datetime | None
    records: Records
    crossings: tuple[Crossing, ...]
    states: tuple[tuple[datetime, str], ...]
    went_up_on: str


@dataclass(frozen=True, slots=True)
class CrewCard:
    """One person at a moment. `fraction` and `tick` place the bar and the older record on the world record.

    `records` holds a line for each record the person has passed, each from its fullest wording to the shortest.
    """

    id: str
    initials: str
    name: str
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
    def agency(self) -> str:
        """The agency in full."""
        return self.agencies[0]

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
    world, tick = world_record(member.records, utc.date(), person), measure(member, utc)
    to_the_second = person.launch_precision <= 60
    return CrewCard(
        id=person.id,
        initials=person.initials,
        name=person.name,
        agencies=agencies(person),
        person_lines=person_lines(person),
        flight_lines=flight_lines(person, member.went_up_on),
        this_flight=days(flight, seconds=True) if to_the_second else f"{flight.days} d",
        this_flight_short=days(flight, seconds=False) if to_the_second else f"{flight.days} d",
        in_all=f"{career.days} d" if career is not None else "",
        fraction=min(flight / world.duration, 1.0) if world else 0.0,
        tick=tick.record.duration / world.duration if tick and world else None,
        records=tuple(record_lines(c, until or mission.end, utc) for c in passed_by(member.crossings, utc)),
        state=state_at(member, utc),
    )


def measure(member: Member, utc: datetime) -> Tick | None:
    """The record that a person is measured by at a moment."""
    return tick_of(member.records, member.person, member.crossings, utc)


def state_at(member: Member, utc: datetime) -> str:
    """Where a person is at a moment."""
    return next((state for time, state in reversed(member.states) if time <= utc), ABOARD)


def agencies(person: Crewmember) -> tuple[str, ...]:
    """The agency from the full wording to the shortest: `spaceflight participant (Russia)`, `participant`."""
    plain = person.agency.partition(" (")[0]
    return tuple(dict.fromkeys((person.agency, plain, plain.split()[-1])))


def person_lines(person: Crewmember) -> tuple[str, ...]:
    """Native name, role and seat; the seat gives way first, then the native name."""
    role, seat = str(person.role), str(person.seat or "")
    parts = ((person.native_name, role, seat), (person.native_name, role), (role,))
    return tuple(dict.fromkeys(" · ".join(filter(None, words)) for words in parts))


def went_up_on(mission: Mission, person: Crewmember) -> str:
    """The other ship a person was launched on; empty where it is the one that lands."""
    return "" if person.launch_vehicle == mission.name.en else person.launch_vehicle


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


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `3rd`, `4th`, `11th`."""
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def note(mission: Mission, frame: Frame) -> str:
    """`3 aboard, under the parachute`."""
    count = len(mission.crew)
    if not count:
        return "uncrewed"
    if frame.phase is Phase.RECOVERY:
        return f"{count} home on Earth"
    if frame.phase is Phase.ENTRY:
        return f"{count} aboard, load {reading('load', frame.values['load'])}"
    return f"{count} aboard, {_NOTES[frame.phase]}"


def summary(cards: Iterable[CrewCard]) -> str:
    """The roster in a few sentences."""
    return " ".join(f"{card.name}, {card.agency}: {', '.join(_told(card))}." for card in cards)


def _told(card: CrewCard) -> list[str]:
    in_all = f"{card.in_all} in all" if card.in_all else f"in all {NOT_KNOWN}"
    told = "; ".join((in_all, *(lines[0] for lines in card.records)))
    return [card.state, f"{card.this_flight_short} this flight", told]
