"""A mission as its file tells it: facts only, every one with its source."""

from dataclasses import dataclass
from datetime import datetime

from mission_gui.domain.crew import Crewmember, RecoveryState
from mission_gui.domain.events import Event
from mission_gui.domain.facts import Fact, Figure, GeoPoint, Kind, Provenance, Source, Text
from mission_gui.domain.records import Records
from mission_gui.domain.vehicle import Vehicle


@dataclass(frozen=True, slots=True)
class Elements:
    """A two-line element set of the station."""

    line1: str
    line2: str
    epoch: datetime
    source: Source


Vector = tuple[float, float, float]
"""Components along V-bar (forward), H-bar (to the right, against the orbit normal) and R-bar (to the Earth)."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A leg round the station: by `angle` (rad, right-handed about the unit vector `axis`) in `seconds`."""

    angle: float
    seconds: float
    axis: Vector


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A leg straight away from the port: to be `distance` metres from it along its axis after `seconds`."""

    distance: float
    seconds: float


@dataclass(frozen=True, slots=True)
class RelativeBurn:
    """A small burn near the station, `at` seconds after undocking, lasting `duration` seconds; 0 for a spring push.

    Its change of velocity is `delta_v` (m/s, in the station's local frame at the burn) and `along_port` (m/s, away
    from the port along its axis) together; or, with `null`, what stops the ship relative to the station; or what
    `leg` needs. `hold` keeps the reached place until the next burn (station keeping).
    """

    at: float
    delta_v: Vector
    duration: float
    name: Text
    along_port: float = 0.0
    null: bool = False
    leg: Turn | Withdrawal | None = None
    hold: bool = False
    phase: str = "departure"


@dataclass(frozen=True, slots=True)
class Attitude:
    """How the station is turned from its usual attitude, rad: by `pitch` (nose up), then `yaw` (nose to the right),
    then `roll` (right side down), each about its own axis as the turns before left it."""

    pitch: float
    yaw: float
    roll: float
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Departure:
    """How the ship leaves: from which port, by which burns, and how the station is turned meanwhile.

    `port_position` (metres from the station's centre of mass) and `port_axis` (unit vector, the way out) are along
    V-bar, H-bar and R-bar in the station's usual attitude; `attitude` None where it keeps that. `kind` and `source` are
    those of the burns, `port_origin` tells who names the port.
    """

    port: str
    port_position: Vector
    port_axis: Vector
    burns: tuple[RelativeBurn, ...]
    kind: Kind
    source: Source
    keep_out_radius: float = 200.0
    attitude: Attitude | None = None
    port_origin: Provenance | None = None


@dataclass(frozen=True, slots=True)
class Descent:
    """The knobs of the descent: deorbit `delta_v` (m/s), burn `duration` (s), bank magnitude (rad).

    `reserve`: the main parachute failed, and the module landed on the reserve.
    """

    delta_v: float
    duration: float
    bank: float
    first_bank_sign: int
    ballistic_below: float | None
    provenance: dict[str, Provenance]
    reserve: bool = False


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
    note: Text = Text("")


@dataclass(frozen=True, slots=True)
class Asset:
    """A part of the recovery force, and its state from each event on (pairs of event id and text)."""

    name: Text
    states: tuple[tuple[str, Text], ...]
    source: Source
    kind: Kind
    note: Text = Text("")


@dataclass(frozen=True, slots=True)
class CoverageWindow:
    """When a broadcaster shows the mission."""

    start: datetime
    end: datetime
    channel: str
    title: Text
    source: Source
    note: Text = Text("")


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
class Figures:
    """Published numbers that a flight can be held against; of each the first is the one used.

    `peak_load` of the entry, m/s2; `short_of_plan`, how far from the aim point it landed, m.
    """

    peak_load: tuple[Figure, ...] = ()
    short_of_plan: tuple[Figure, ...] = ()


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
    records: Records
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
    figures: Figures = Figures()

    def event(self, event_id: str) -> Event:
        """The event of that id; KeyError where the mission has none."""
        for event in self.events:
            if event.id == event_id:
                return event
        raise KeyError(event_id)

    def seconds(self, time: datetime) -> float:
        """Mission time of an instant."""
        return (time - self.epoch).total_seconds()
