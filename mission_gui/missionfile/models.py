"""The format of a mission file."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from mission_gui.missionfile.fields import (
    Angle,
    Cited,
    DurationText,
    Id,
    KindName,
    Latitude,
    Longitude,
    Seconds,
    SourceEntry,
    Speed,
    Table,
    Time,
    Vector,
    Wording,
    Words,
)


class ElementsTable(Table):
    """A two-line element set of the station, from the three days before undocking."""

    line1: Words
    line2: Words
    source: Id


class BurnTable(Table):
    """A small burn near the station; `delta_v` in m/s along V-bar, H-bar, R-bar."""

    at: float = Field(description="Seconds after undocking")
    delta_v: Vector
    duration: float = Field(ge=0, description="Seconds; 0 for the spring push")
    name: Wording
    null: bool = Field(default=False, description="Stop relative to the station instead of adding delta_v")
    hold: bool = Field(default=False, description="Keep the reached place until the next burn")
    toward_centre: bool = Field(default=False, description="Push by |delta_v| toward the station's centre")
    phase: Literal["departure", "flyaround", "free_flight"] = "departure"
    note: str = ""


class DepartureTable(Cited):
    """How the ship leaves the station."""

    port: Words
    port_position: Vector = Field(description="V-bar, H-bar, R-bar metres from the centre of mass")
    keep_out_radius: float = Field(default=200.0, gt=0, description="Metres")
    burns: list[BurnTable]


class DescentTable(Table):
    """The knobs of the deorbit burn and the entry."""

    delta_v: Speed
    duration: Seconds
    bank: Angle
    first_bank_sign: Literal[-1, 1]
    first_bank_source: Cited
    ballistic_below: float | None = Field(default=None, description="Altitude, m, where lift is lost")


class PlaceTable(Cited):
    """A place on the map."""

    name: Words
    latitude: Latitude
    longitude: Longitude
    height: float = Field(default=0.0, description="Metres above the ellipsoid")


class CrewNote(Cited):
    """A published statement about a person, shown as it stands."""

    label: Wording
    value: Words


class CrewTable(Table):
    """One person of the landing crew."""

    id: Id
    name: Annotated[str, Field(pattern=r"^\S+( \S+)+$", description="First name, then surname")]
    full_name: Words
    native_name: Words
    agency: Words
    role: Wording
    role_source: Id
    seat: Wording
    seat_source: Cited
    born: date
    birthplace: Words
    born_source: Id
    launch: Time
    launch_vehicle: Words
    launch_source: Id
    flights: int = Field(ge=1, description="Flights, this one included")
    flights_source: Id
    time_before: DurationText = Field(description="Time in space before this flight")
    time_before_source: Cited
    notes: list[CrewNote] = []


class ReportTable(Table):
    """One published time; `kind` is planned or actual after its list unless it says otherwise."""

    time: Time
    source: Id
    kind: KindName | None = None
    precision: float = Field(default=60.0, gt=0, description="Seconds")
    qualifier: Literal["", "about", "by"] = ""
    text: str = Field(default="", description="What the source says in place of a clock time")


class EventTable(Table):
    """A moment of the mission; the first report of a list is the one used."""

    id: Id
    name: Wording | None = None
    planned: list[ReportTable] = []
    actual: list[ReportTable] = []
    assumed: list[ReportTable] = Field(default=[], description="Our own guess where no source gives a time")
    note: str = ""


class RecordTable(Table):
    """The longest single flight of a class of people."""

    scope: Literal["world", "us", "russian_iss"]
    name: Wording
    holder: Words
    duration: DurationText
    set_on: date
    source: Id


class StateTable(Table):
    """From an event on, these crew members (all when empty) are in this state."""

    event: Id
    state: Wording
    crew: list[Id] = []


class LegTable(Cited):
    """A recovery journey; `origin` and `destination` are `landing` or keys of [places]."""

    id: Id
    name: Wording
    crew: list[Id] = Field(min_length=1)
    vehicle: Wording
    origin: Id
    destination: Id
    departs: Id
    arrives: Id


class AssetState(Table):
    """What a part of the recovery force does from an event on."""

    event: Id
    state: Wording


class AssetTable(Cited):
    """A part of the recovery force."""

    name: Wording
    states: list[AssetState]


class RecoveryTable(Table):
    """What happens after the landing."""

    states: list[StateTable] = []
    legs: list[LegTable] = []
    assets: list[AssetTable] = []


class CoverageTable(Table):
    """When a broadcaster shows the mission."""

    start: Time
    end: Time
    channel: Words
    title: Wording
    source: Id
    note: str = ""


class CardTable(Table):
    """A short context text for a stretch of time."""

    title: Wording
    body: Wording
    start: Time
    end: Time
    sources: list[Id] = Field(min_length=1)


class ClockTable(Table):
    """A clock of the board, by IANA zone."""

    name: Wording
    zone: Words


class FactTable(Table):
    """A published statement that is shown as it stands."""

    label: Wording
    value: Words
    sources: list[Id] = Field(min_length=1)
    kind: KindName
    note: str = ""


class MissionTable(Table):
    """A whole mission file."""

    format: Literal[1]
    id: Id
    name: Wording
    summary: Wording
    spacecraft: Words
    vehicle: Id = Field(description="A file of resources/vehicles, without .toml")
    stations: list[Id] = Field(description="Files of resources/stations, without .toml")
    start: Time
    end: Time
    sources: dict[str, SourceEntry]
    elements: ElementsTable
    departure: DepartureTable
    descent: DescentTable
    aim_point: PlaceTable
    landing: PlaceTable
    crew: list[CrewTable] = Field(min_length=1)
    events: list[EventTable] = Field(min_length=1)
    records: list[RecordTable] = []
    recovery: RecoveryTable = RecoveryTable()
    coverage: list[CoverageTable] = []
    cards: list[CardTable] = []
    clocks: list[ClockTable] = Field(min_length=1)
    places: dict[str, PlaceTable] = {}
    facts: list[FactTable] = []
