"""The format of the file of the station's outline."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from mission_gui.missionfile.fields import Cited, Id, SourceEntry, Table, Vector, Wording, Words

Lengths = Annotated[list[Annotated[float, Field(gt=0)]], Field(min_length=3, max_length=3)]


class PartTable(Cited):
    """A box: `centre` and `size` in V-bar, H-bar, R-bar metres; there from `since` up to `until`."""

    id: Id
    name: Wording
    role: Literal["module", "truss", "array"]
    centre: Vector
    size: Lengths
    since: date
    until: date | None = None


class PlaceTable(Table):
    """Where the face of a docking port is."""

    name: Words
    position: Vector


class ZoneTable(Cited):
    """An ellipsoid about the centre of mass; half axes in V-bar, H-bar, R-bar metres."""

    id: Id
    name: Wording
    half_axes: Lengths


class CentreTable(Cited):
    """Where the centre of mass is thought to be."""

    position: Vector


class OutlineTable(Table):
    """A whole file of the station's outline."""

    format: Literal[1]
    id: Id
    name: Wording
    placement: Cited
    centre_of_mass: CentreTable
    sources: dict[str, SourceEntry]
    zones: list[ZoneTable] = []
    ports: list[PlaceTable] = []
    parts: list[PartTable] = Field(min_length=1)
