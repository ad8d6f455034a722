"""The format of the tables of records: durations, careers, and the names of the people in them."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from mission_gui.missionfile.fields import Cited, DurationText, Id, KindName, Note, SourceEntry, Table, Wording, Words

People = Annotated[list[Words], Field(min_length=1)]


class ClassTable(Table):
    """People whose records are kept apart: by agency, by name, or everyone where both are left out."""

    id: Id
    flight: Wording = Field(description="What the record of a single flight is called")
    career: Wording = Field(description="What the record of all flights of a person is called")
    agencies: list[Words] = []
    members: list[Words] = []


class RecordTable(Table):
    """The longest time in space of some classes of people from a day on."""

    classes: list[Id] = Field(min_length=1, description="Ids of [[classes]]")
    span: Literal["flight", "career"] = "flight"
    holders: People
    duration: DurationText
    set_on: date
    sources: list[Id] = Field(min_length=1)
    kind: KindName = "actual"
    precision: float = Field(default=60.0, gt=0, description="Seconds")
    note: Note = None


class DurationsTable(Table):
    """A whole table of records."""

    format: Literal[1]
    sources: dict[str, SourceEntry]
    classes: list[ClassTable] = Field(min_length=1, description="The highest first")
    records: list[RecordTable]


class FlightTable(Cited):
    """A flight of a person, or `count` flights told together; without a duration where that is not known."""

    up: Words = Field(description="The ship of the launch")
    count: int = Field(default=1, ge=1)
    duration: DurationText | None = None


class CareerTable(Table):
    """The flights of a person, in order."""

    name: Words
    flights: list[FlightTable] = Field(min_length=1)


class CareersTable(Table):
    """A whole table of careers."""

    format: Literal[1]
    sources: dict[str, SourceEntry]
    careers: list[CareerTable]


class NamesTable(Table):
    """The Russian names of people, by the names that missions and records call them."""

    format: Literal[1]
    names: dict[Words, Words]
