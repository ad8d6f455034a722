"""The formats of a departure profile and of the file of the station's ports."""

from typing import Literal

from pydantic import Field

from mission_gui.missionfile.fields import Cited, Id, SourceEntry, Table, Vector, Wording, Words


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
    source: Id | None = Field(default=None, description="Who tells of this burn, where not the table's source")
    note: str = ""


class ProfileTable(Cited):
    """A whole file of a way to leave the station, which missions name."""

    format: Literal[1]
    id: Id
    name: Wording
    sources: dict[str, SourceEntry]
    burns: list[BurnTable] = Field(min_length=1)


class PortTable(Cited):
    """A docking port; `position` in V-bar, H-bar, R-bar metres from the station's centre of mass."""

    name: Words
    position: Vector


class PortsTable(Table):
    """A whole file of a station's ports."""

    format: Literal[1]
    id: Id
    name: Wording
    sources: dict[str, SourceEntry]
    ports: list[PortTable] = Field(min_length=1)
