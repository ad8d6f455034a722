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
    Note,
    Seconds,
    SourceEntry,
    Speed,
    Table,
    Time,
    Told,
    Vector,
    Wording,
    Words,
)


class ElementsTable(Table):
    """A two-line element set of the station, from the three days before undocking."""

    line1: Words = Field(description="The first line, 69 characters with its checksum")
    line2: Words = Field(description="The second line")
    source: Id = Field(description="A key of [sources]")


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

    delta_v: Speed = Field(description="What the burn takes from the speed")
    duration: Seconds = Field(description="How long the engine burns")
    bank: Angle | None = Field(default=None, description="58 deg, which fits twelve landings, where left out")
    first_bank_sign: Literal[-1, 1] = Field(default=1, description="Either sign meets a landing; 1 where left out")
    first_bank_source: Cited | None = Field(
        default=None, description="Where the sign comes from; beside first_bank_sign only"
    )
    ballistic_below: Length | None = Field(default=None, description="Altitude where lift is lost")
    reserve: Cited | None = Field(
        default=None, description="Who says that the main parachute failed and it landed on the reserve"
    )


class PlaceTable(Cited):
    """A place on the map."""

    name: Words = Field(description="The name on the map")
    latitude: Latitude
    longitude: Longitude
    height: float = Field(default=0.0, description="Metres above the ellipsoid")


class CrewNote(Cited):
    """A published statement about a person, shown as it stands."""

    label: Wording = Field(description="What it is about")
    value: Told = Field(description="The statement, as published")


class CrewTable(Table):
    """One person of the landing crew; what is not known is left out."""

    id: Id = Field(description="A short key for this person")
    name: Annotated[str, Field(pattern=r"^\S+( \S+)+$", description="First name, then surname")]
    name_source: Id | None = Field(default=None, description="Who spells the name so")
    full_name: Words | None = Field(default=None, description="With all names")
    native_name: Words | None = Field(default=None, description="In the own script")
    agency: Words = Field(description="The agency that sent this person")
    agency_source: Id | None = Field(default=None, description="Who names the agency")
    role: Wording = Field(description="The role on the way down")
    role_source: Id = Field(description="Who tells the role")
    seat: Wording | None = Field(default=None, description="The seat on the way down")
    seat_source: Cited | None = Field(default=None, description="Who tells the seat")
    born: date | None = Field(default=None, description="The day of birth")
    birthplace: Note = Field(default=None, description="Where")
    born_source: Id | None = Field(default=None, description="Who tells of the birth")
    launch: Time = Field(description="When this person was launched, which may be on another ship")
    launch_precision: float = Field(default=1.0, gt=0, description="Seconds; 43200 where only the day is known")
    launch_vehicle: Words = Field(description="The ship this person went up on")
    launch_source: Id = Field(description="Who tells of the launch")
    flights: int | None = Field(default=None, ge=1, description="Flights, this one included")
    flights_source: Id | None = Field(default=None, description="Who counts the flights; beside flights only")
    time_before: DurationText | None = Field(default=None, description="Time in space before this flight")
    time_before_source: Cited | None = Field(default=None, description="Who tells the time; beside time_before only")
    notes: list[CrewNote] = Field(default=[], description="Published statements about this person")


class ReportTable(Table):
    """One published time; `kind` is planned or actual after its list unless it says otherwise."""

    time: Time = Field(description="The time, in UTC or with its zone")
    source: Id = Field(description="A key of [sources]")
    kind: KindName | None = Field(default=None, description="Where it is not that of its list")
    precision: float = Field(default=60.0, gt=0, description="Seconds")
    qualifier: Literal["", "about", "by"] = Field(default="", description="about, or by that time at the latest")
    text: Note = Field(default=None, description="What the source says in place of a clock time")
    altitude_km: float | None = Field(
        default=None, gt=0, description="Where the source counts the event, such as an entry interface"
    )


class EventTable(Table):
    """A moment of the mission; the first report of a list is the one used."""

    id: Id = Field(description="A moment that the program knows, or a key of your own")
    name: Wording | None = Field(
        default=None, description="For a moment of your own; the program has the names of those it knows"
    )
    planned: list[ReportTable] = Field(default=[], description="What was announced before")
    actual: list[ReportTable] = Field(default=[], description="What was reported")
    assumed: list[ReportTable] = Field(default=[], description="Our own guess where no source gives a time")
    aborted: bool = Field(default=False, description="Whether it was begun and broken off, at the time reported")
    note: Note = Field(default=None, description="More on it")


class FiguresTable(Table):
    """Published numbers to hold the flight against; the first of a list is the one used."""

    peak_load: list[Load] = Field(default=[], description="The largest load of the entry")
    short_of_plan: list[Length] = Field(default=[], description="How far from the aim point it landed")


class OwnRecordTable(Table):
    """The longest time in space of a class of people, beside those of resources/records/durations.toml."""

    scope: Id = Field(description="A class of resources/records/durations.toml")
    span: Literal["flight", "career"] = Field(
        default="flight", description="Of one flight, or of all flights of a person together"
    )
    name: Wording | None = Field(default=None, description="As the class has it where left out")
    holder: Words = Field(description="Whose record it is")
    duration: DurationText = Field(description="The record")
    set_on: date = Field(description="The day it was set")
    source: Id = Field(description="A key of [sources]")


class StateTable(Table):
    """From an event on, these crew members (all when empty) are in this state."""

    event: Id = Field(description="The id of an event")
    state: Wording = Field(description="Where they are from then on")
    crew: list[Id] = Field(default=[], description="Ids of crew members; all where left out")


class LegTable(Cited):
    """A recovery journey; `origin` and `destination` are `landing` or keys of [places]."""

    id: Id = Field(description="A short key for this journey")
    name: Wording = Field(description="What the board calls it")
    crew: list[Id] = Field(min_length=1, description="Ids of those who travel")
    vehicle: Wording = Field(description="What they travel in")
    origin: Id = Field(description="landing, or a key of [places]")
    destination: Id = Field(description="landing, or a key of [places]")
    departs: Id = Field(description="The id of the event of departure")
    arrives: Id = Field(description="The id of the event of arrival")


class AssetState(Table):
    """What a part of the recovery force does from an event on."""

    event: Id = Field(description="The id of an event")
    state: Wording = Field(description="What it does from then on")


class AssetTable(Cited):
    """A part of the recovery force."""

    name: Wording = Field(description="What it is, with its number")
    states: list[AssetState] = Field(description="What it does, in order of time")


class RecoveryTable(Table):
    """What happens after the landing."""

    states: list[StateTable] = Field(default=[], description="Where the crew is, in order of time")
    legs: list[LegTable] = Field(default=[], description="The journeys home")
    assets: list[AssetTable] = Field(default=[], description="The forces that wait for the ship")


class CoverageTable(Table):
    """When a broadcaster shows the mission."""

    start: Time = Field(description="When it begins")
    end: Time = Field(description="When it ends")
    channel: Words = Field(description="Who shows it")
    title: Wording = Field(description="What is shown")
    source: Id = Field(description="A key of [sources]")
    note: Note = Field(default=None, description="More on it")


class CardTable(Table):
    """A short context text for a stretch of time."""

    title: Wording = Field(description="The heading")
    body: Wording = Field(description="A few sentences")
    start: Time = Field(description="From when it shows")
    end: Time = Field(description="Until when")
    sources: list[Id] = Field(min_length=1, description="Keys of [sources]")


class ClockTable(Table):
    """A clock of the board, by IANA zone."""

    name: Wording = Field(description="The name below the clock")
    zone: Words = Field(description="An IANA zone, such as Europe/Moscow; it knows the laws of that year")


class FactTable(Table):
    """A published statement that is shown as it stands."""

    label: Wording = Field(description="What it is about")
    value: Told = Field(description="The statement, as published")
    sources: list[Id] = Field(min_length=1, description="Keys of [sources]")
    kind: KindName = Field(description="How it is known")
    note: Note = Field(default=None, description="More on it")


class MissionTable(Table):
    """A whole mission file."""

    format: Literal[2] = Field(description="The version of the format")
    id: Id = Field(description="What the mission is called on the command line; the name of the file")
    name: Wording = Field(description="The name on the board")
    summary: Wording = Field(description="One line: from where to where")
    spacecraft: Words = Field(description="The ship with its number")
    vehicle: Id = Field(description="A file of resources/vehicles, without .toml")
    stations: list[Id] = Field(description="Files of resources/stations, without .toml")
    start: Time = Field(description="Where the replay begins, some hours before undocking")
    end: Time = Field(description="Where it ends, when no more is known of the recovery")
    sources: dict[str, SourceEntry] = Field(description="The publications, each by a short key that figures name")
    elements: ElementsTable = Field(description="The station's orbit")
    departure: DepartureTable = Field(description="How the ship leaves the station")
    descent: DescentTable = Field(description="The deorbit burn and the entry")
    aim_point: PlaceTable = Field(description="Where it was to land")
    landing: PlaceTable = Field(description="Where it landed; the flight is fitted to this point")
    crew: list[CrewTable] = Field(description="Empty where nobody was aboard")
    events: list[EventTable] = Field(
        min_length=1,
        description="The moments of the mission, in order of time; undocking and touchdown must have a time",
    )
    figures: FiguresTable = Field(default=FiguresTable(), description="Published numbers to hold the flight against")
    records: list[OwnRecordTable] = Field(
        default=[], description="Records of time in space beside those of the program"
    )
    recovery: RecoveryTable = Field(default=RecoveryTable(), description="What happens after the landing")
    coverage: list[CoverageTable] = Field(default=[], description="When it was on the air")
    cards: list[CardTable] = Field(default=[], description="Texts for a stretch of time")
    clocks: list[ClockTable] = Field(min_length=1, description="The board's clocks, in their order")
    places: dict[str, PlaceTable] = Field(
        default={}, description="Places on the map and ends of journeys, by a short key"
    )
    facts: list[FactTable] = Field(default=[], description="Published statements, shown as they stand")
