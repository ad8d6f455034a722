"""A mission as its file tells it: facts only, every one with its source."""

from dataclasses import dataclass
from datetime import datetime

from mission_gui.domain.crew import Crewmember, DurationRecord, RecoveryState
from mission_gui.domain.events import Event
from mission_gui.domain.facts import Fact, GeoPoint, Kind, Provenance, Source, Text
from mission_gui.domain.vehicle import Vehicle


@dataclass(frozen=True, slots=True)
class Elements:
    """A two-line element set of the station."""

    line1: str
    line2: str
    epoch: datetime
    source: Source


@dataclass(frozen=True, slots=True)
class RelativeBurn:
    """A small burn near the station, `at` seconds after undocking, lasting `duration` seconds.

    `delta_v` in m/s along V-bar (forward), H-bar (orbit normal, to the left of it) and R-bar (to the Earth) of the
    station's local frame at the burn; `hold` keeps the reached place until the next burn (station keeping).
    `null` brings the relative velocity to zero instead of adding `delta_v`; `toward_centre` turns it so that the ship
    goes on round the station at its distance.
    """

    at: float
    delta_v: tuple[float, float, float]
    duration: float
    name: Text
    null: bool = False
    hold: bool = False
    toward_centre: bool = False
    phase: str = "departure"


@dataclass(frozen=True, slots=True)
class Departure:
    """How the ship leaves: the port's place (V, H, R metres from the station's centre of mass) and its burns."""

    port: str
    port_position: tuple[float, float, float]
    burns: tuple[RelativeBurn, ...]
    kind: Kind
    source: Source
    keep_out_radius: float = 200.0


@dataclass(frozen=True, slots=True)
class Descent:
    """The knobs of the descent: deorbit `delta_v` (m/s), burn `duration` (s), bank magnitude (rad)."""

    delta_v: float
    duration: float
    bank: float
    first_bank_sign: int
    ballistic_below: float | None
    provenance: dict[str, Provenance]


@dataclass(frozen=True, slots=True)
class Leg:
    """A recovery journey along a great circle between two events' times."""

    id: str
    name: Text
    crew: tuple[str, ...]
    vehicle: Text
    origin: GeoPoint
    destination: GeoPoint
    departs: str
    arrives: str
    source: Source
    kind: Kind


@dataclass(frozen=True, slots=True)
class Asset:
    """A part of the recovery force, and its state from each event on (pairs of event id and text)."""

    name: Text
    states: tuple[tuple[str, Text], ...]
    source: Source
    kind: Kind


@dataclass(frozen=True, slots=True)
class CoverageWindow:
    """When a broadcaster shows the mission."""

    start: datetime
    end: datetime
    channel: str
    title: Text
    source: Source


@dataclass(frozen=True, slots=True)
class Card:
    """A short context text for a stretch of time."""

    title: Text
    body: Text
    start: datetime
    end: datetime
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class ClockZone:
    """A named clock by IANA zone."""

    name: Text
    zone: str


@dataclass(frozen=True, slots=True)
class GroundStation:
    """A tracking station; it sees the ship above `mask` radians of elevation."""

    id: str
    name: Text
    position: GeoPoint
    mask: float


@dataclass(frozen=True, slots=True)
class Mission:
    """A return from the station. `epoch` is undocking (physical separation), where mission time is zero."""

    id: str
    name: Text
    summary: Text
    spacecraft: str
    epoch: datetime
    start: datetime
    end: datetime
    elements: Elements
    vehicle: Vehicle
    departure: Departure
    descent: Descent
    aim_point: GeoPoint
    landing: GeoPoint
    crew: tuple[Crewmember, ...]
    events: tuple[Event, ...]
    records: tuple[DurationRecord, ...]
    recovery_states: tuple[RecoveryState, ...]
    legs: tuple[Leg, ...]
    assets: tuple[Asset, ...]
    coverage: tuple[CoverageWindow, ...]
    cards: tuple[Card, ...]
    clocks: tuple[ClockZone, ...]
    stations: tuple[GroundStation, ...]
    places: tuple[GeoPoint, ...]
    facts: tuple[Fact, ...]
    sources: tuple[Source, ...]
    digest: str

    def event(self, event_id: str) -> Event:
        """The event of that id; KeyError where the mission has none."""
        for event in self.events:
            if event.id == event_id:
                return event
        raise KeyError(event_id)

    def seconds(self, time: datetime) -> float:
        """Mission time of an instant."""
        return (time - self.epoch).total_seconds()
