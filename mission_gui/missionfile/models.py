"""The format of a mission file."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from mission_gui.missionfile.departuremodels import AttitudeTable, BurnTable, Direction
from mission_gui.missionfile.fields import (
    Angle,
    Cited,
    DurationText,
    Id,
    KindName,
    Latitude,
    Length,
    Load,
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


class DepartureTable(Cited):
    """How the ship leaves the station: by burns told here, or by a profile; `source` tells of the port then."""

    port: Words = Field(
        description="A port of resources/station/iss.toml, or any name beside port_position and port_axis"
    )
    port_position: Vector | None = Field(
        default=None, description="V-bar, H-bar, R-bar metres from the centre of mass; the port's own where left out"
    )
    port_axis: Direction | None = Field(
        default=None, description="V-bar, H-bar, R-bar; the way out of the port, its own where left out"
    )
    attitude: AttitudeTable | None = Field(default=None, description="The station's usual attitude where left out")
    keep_out_radius: float = Field(default=200.0, gt=0, description="Metres")
    profile: Id | None = Field(default=None, description="A file of resources/departures, without .toml")
    burns: list[BurnTable] | None = Field(default=None, description="In place of a profile")


class DescentTable(Table):
    """The knobs of the deorbit burn and the entry."""

    delta_v: Speed
    duration: Seconds
    bank: Angle | None = Field(default=None, description="56 deg, which fits twelve landings, where left out")
    first_bank_sign: Literal[-1, 1] = Field(default=1, description="Either sign meets a landing; 1 where left out")
    first_bank_source: Cited | None = None
    ballistic_below: Length | None = Field(default=None, description="Altitude where lift is lost")
    reserve: Cited | None = Field(
        default=None, description="Who says that the main parachute failed and it landed on the reserve"
    )


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
    """One person of the landing crew; what is not known is left out."""

    id: Id
    name: Annotated[str, Field(pattern=r"^\S+( \S+)+$", description="First name, then surname")]
    name_source: Id | None = None
    full_name: Words | None = None
    native_name: Words | None = None
    agency: Words
    agency_source: Id | None = None
    role: Wording
    role_source: Id
    seat: Wording | None = None
    seat_source: Cited | None = None
    born: date | None = None
    birthplace: Words | None = None
    born_source: Id | None = None
    launch: Time
    launch_precision: float = Field(default=1.0, gt=0, description="Seconds; 43200 where only the day is known")
    launch_vehicle: Words
    launch_source: Id
    flights: int | None = Field(default=None, ge=1, description="Flights, this one included")
    flights_source: Id | None = None
    time_before: DurationText | None = Field(default=None, description="Time in space before this flight")
    time_before_source: Cited | None = None
    notes: list[CrewNote] = []


class ReportTable(Table):
    """One published time; `kind` is planned or actual after its list unless it says otherwise."""

    time: Time
    source: Id
    kind: KindName | None = None
    precision: float = Field(default=60.0, gt=0, description="Seconds")
    qualifier: Literal["", "about", "by"] = ""
    text: str = Field(default="", description="What the source says in place of a clock time")
    altitude_km: float | None = Field(
        default=None, gt=0, description="Where the source counts the event, such as an entry interface"
    )


class EventTable(Table):
    """A moment of the mission; the first report of a list is the one used."""

    id: Id
    name: Wording | None = None
    planned: list[ReportTable] = []
    actual: list[ReportTable] = []
    assumed: list[ReportTable] = Field(default=[], description="Our own guess where no source gives a time")
    note: str = ""


class FiguresTable(Table):
    """Published numbers to hold the flight against; the first of a list is the one used."""

    peak_load: list[Load] = Field(default=[], description="The largest load of the entry")
    short_of_plan: list[Length] = Field(default=[], description="How far from the aim point it landed")


class OwnRecordTable(Table):
    """The longest time in space of a class of people, beside those of resources/records/durations.toml."""

    scope: Id = Field(description="A class of resources/records/durations.toml")
    span: Literal["flight", "career"] = "flight"
    name: Wording | None = Field(default=None, description="As the class has it where left out")
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

    format: Literal[2]
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
    crew: list[CrewTable] = Field(description="Empty where nobody was aboard")
    events: list[EventTable] = Field(min_length=1)
    figures: FiguresTable = FiguresTable()
    records: list[OwnRecordTable] = []
    recovery: RecoveryTable = RecoveryTable()
    coverage: list[CoverageTable] = []
    cards: list[CardTable] = []
    clocks: list[ClockTable] = Field(min_length=1)
    places: dict[str, PlaceTable] = {}
    facts: list[FactTable] = []
