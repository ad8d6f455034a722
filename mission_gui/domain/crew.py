"""Who is aboard, how long they have been in space, and the records of the day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mission_gui.domain.facts import Fact, Kind, Source, Text


@dataclass(frozen=True, slots=True)
class Crewmember:
    """One person of the landing crew; `time_before` is time in space before this flight."""

    id: str
    name: str
    native_name: str
    agency: str
    role: Text
    seat: Text
    seat_kind: Kind
    born: date
    birthplace: str
    launch: datetime
    launch_vehicle: str
    flights: int
    time_before: timedelta
    sources: tuple[Source, ...] = ()
    notes: tuple[Fact, ...] = ()

    @property
    def initials(self) -> str:
        """First and last initials of the Latin name; "MV" for Mark Vande Hei."""
        words = self.name.split()
        return words[0][0] + words[1][0]

    def this_flight(self, at: datetime, landing: datetime | None = None) -> timedelta:
        """Time since this person's own launch; the count stops at landing."""
        return (min(at, landing) if landing else at) - self.launch

    def career(self, at: datetime, landing: datetime | None = None) -> timedelta:
        """Time in space on all flights."""
        return self.time_before + self.this_flight(at, landing)


@dataclass(frozen=True, slots=True)
class DurationRecord:
    """The longest single flight of a class of people (`scope`: world, us, russian_iss) from `set_on` on."""

    scope: str
    name: Text
    holder: str
    duration: timedelta
    set_on: date
    source: Source


@dataclass(frozen=True, slots=True)
class RecoveryState:
    """From the event `event_id` on, these crew members (all when empty) are in this state."""

    event_id: str
    state: Text
    crew: tuple[str, ...] = ()
