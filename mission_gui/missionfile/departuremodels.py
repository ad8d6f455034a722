"""The formats of a departure profile and of the file of the station's ports."""

from math import hypot
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from mission_gui.missionfile.fields import Cited, Id, Note, SourceEntry, Table, Vector, Wording, Words


def _unit(direction: list[float]) -> list[float]:
    length = hypot(*direction)
    if not 0.999 < length < 1.001:
        raise ValueError(f"not a unit vector, but {length:g} long; write one such as [0.0, 0.0, 1.0]")
    return [component / length for component in direction]


Direction = Annotated[Vector, AfterValidator(_unit)]


class ArcTable(Table):
    """Legs round the station, each begun by a burn that aims at its end; the distance is that at the leg's begin."""

    angle: float = Field(gt=0, le=90, description="Degrees of each leg, right-handed about the axis")
    seconds: float = Field(gt=0, description="Time of each leg")
    legs: int = Field(default=1, ge=1, le=100, description="How many, one after the other")
    axis: Direction = Field(
        default=[0.0, -1.0, 0.0],
        description="V-bar, H-bar, R-bar; in the orbit plane from below by way of astern to above where left out",
    )


class WithdrawalTable(Table):
    """A leg straight away from the port."""

    distance: float = Field(gt=0, description="Metres from the port along its axis at the end")
    seconds: float = Field(gt=0, description="Time of the leg")


class BurnTable(Table):
    """A small burn near the station: by `delta_v` or `along_port` or both, or `null`, or to the end of a leg."""

    at: float = Field(description="Seconds after undocking")
    duration: float = Field(ge=0, description="Seconds; 0 for the spring push")
    name: Wording = Field(description="What the board calls it")
    delta_v: Vector | None = Field(default=None, description="m/s along V-bar, H-bar, R-bar")
    along_port: float | None = Field(default=None, description="m/s away from the port along its axis")
    null: bool = Field(default=False, description="Stop relative to the station")
    arc: ArcTable | None = Field(default=None, description="Go on round the station")
    withdraw: WithdrawalTable | None = Field(default=None, description="Go straight away from the port")
    hold: bool = Field(default=False, description="Keep the reached place until the next burn")
    phase: Literal["departure", "flyaround", "free_flight"] = Field(
        default="departure", description="The phase of flight that begins with it"
    )
    source: Id | None = Field(default=None, description="Who tells of this burn, where not the table's source")
    note: Note = Field(default=None, description="More on it")


class AttitudeTable(Cited):
    """How the station is turned at undocking, degrees from its usual attitude: pitch, then yaw, then roll."""

    pitch: float = Field(default=0.0, ge=-180, le=180, description="Nose up")
    yaw: float = Field(default=0.0, ge=-180, le=180, description="Nose to the right")
    roll: float = Field(default=0.0, ge=-180, le=180, description="Right side down")


class ProfileTable(Cited):
    """A whole file of a way to leave the station, which missions name."""

    format: Literal[1]
    id: Id
    name: Wording
    sources: dict[str, SourceEntry]
    burns: list[BurnTable] = Field(min_length=1)


class PortTable(Cited):
    """A docking port in the station's usual attitude: V-bar, H-bar, R-bar."""

    name: Words
    position: Vector = Field(description="Metres from the station's centre of mass")
    axis: Direction = Field(description="The way out of the port")


class PortsTable(Table):
    """A whole file of a station's ports."""

    format: Literal[1]
    id: Id
    name: Wording
    sources: dict[str, SourceEntry]
    ports: list[PortTable] = Field(min_length=1)
