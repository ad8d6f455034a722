"""Who is aboard, how long they have been in space, and where they are."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mission_gui.domain.facts import Fact, Kind, Source, Text


@dataclass(frozen=True, slots=True)
class Crewmember:
    """One person of the landing crew; `time_before` is time in space before this flight.

    None or an empty text stands where a figure is not known. `launch` is good to `launch_precision` seconds.
    """

    id: str
    name: str
    native_name: str
    agency: str
    role: Text
    seat: Text | None
    seat_kind: Kind | None
    born: date | None
    birthplace: Text
    launch: datetime
    launch_vehicle: str
    flights: int | None
    time_before: timedelta | None
    sources: tuple[Source, ...] = ()
    notes: tuple[Fact, ...] = ()
    launch_precision: float = 1.0
    russian_name: str = ""
    origins: tuple[tuple[str, Source, Kind | None], ...] = ()
    """Where what is told comes from, by the keys of the file; `earlier` is what comes from the table of careers."""

    @property
    def called(self) -> Text:
        """The name as it is said; `name` is the one that records go by."""
        return Text(self.name, self.russian_name)

    @property
    def initials(self) -> str:
        """Initials of the first name and the first word of the surname; "MV" for Mark Vande Hei."""
        words = str(self.called).split()
        return words[0][0] + words[1][0]

    def this_flight(self, at: datetime, landing: datetime | None = None) -> timedelta:
        """Time since this person's own launch; the count stops at landing."""
        return (min(at, landing) if landing else at) - self.launch

    def career(self, at: datetime, landing: datetime | None = None) -> timedelta | None:
        """Time in space on all flights; None where that before this flight is not known."""
        return None if self.time_before is None else self.time_before + self.this_flight(at, landing)


@dataclass(frozen=True, slots=True)
class RecoveryState:
    """From the event `event_id` on, these crew members (all when empty) are in this state."""

    event_id: str
    state: Text
    crew: tuple[str, ...] = ()
