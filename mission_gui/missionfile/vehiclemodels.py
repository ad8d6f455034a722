"""The formats of a vehicle file and of a file of ground stations."""

from typing import Literal

from pydantic import Field

from mission_gui.missionfile.fields import (
    Area,
    Cited,
    Force,
    Id,
    Latitude,
    Length,
    Longitude,
    Mass,
    Rate,
    Seconds,
    SourceEntry,
    Speed,
    Table,
    Wording,
)


class AerodynamicsRow(Table):
    """Coefficients at one Mach number."""

    mach: float = Field(ge=0)
    drag_coefficient: float = Field(gt=0)
    lift_to_drag: float = Field(ge=0)


class AerodynamicsTable(Cited):
    """Coefficients of the descent module, linear between rows."""

    rows: list[AerodynamicsRow] = Field(min_length=2)


class CanopyTable(Table):
    """A parachute stage: it opens at an altitude, or some time after the stage before."""

    id: Id
    name: Wording
    drag_area: Area
    start_altitude: Length | None = None
    start_delay: Seconds | None = None
    inflation: Seconds


class ReserveTable(Table):
    """What opens where the main parachute fails; the first of its canopies opens at an altitude."""

    after: Id = Field(description="The last canopy that opens before")
    canopies: list[CanopyTable] = Field(min_length=1)


class ModuleTable(Table):
    """A part that separates before the entry and burns up."""

    id: Id
    name: Wording
    mass: Mass
    drag_area: Area


class VehicleTable(Table):
    """A whole vehicle file."""

    format: Literal[1]
    id: Id
    name: Wording
    sources: dict[str, SourceEntry]
    mass_at_ignition: Mass
    descent_module_mass: Mass
    heat_shield_mass: Mass
    thrust: Force
    specific_impulse: Seconds
    stack_drag_area: Area
    reference_area: Area
    nose_radius: Length
    aerodynamics: AerodynamicsTable
    roll_rate: Rate
    separation_altitude: Length
    entry_interface_altitude: Length
    blackout_top: Length
    blackout_bottom: Length
    modules: list[ModuleTable] = Field(default_factory=list)
    canopies: list[CanopyTable] = Field(min_length=1)
    reserve: ReserveTable | None = None
    heat_shield_altitude: Length
    soft_landing_altitude: Length
    soft_landing_speed: Speed


class StationTable(Cited):
    """A ground station; `role` tells who says that it serves crewed ships."""

    id: Id
    name: Wording
    latitude: Latitude
    longitude: Longitude
    height: float = Field(default=0.0, description="Metres above the ellipsoid")
    mask: float = Field(ge=0, lt=90, description="Lowest elevation, degrees")
    role: Cited


class StationsTable(Table):
    """A whole file of ground stations."""

    format: Literal[1]
    id: Id
    name: Wording
    sources: dict[str, SourceEntry]
    stations: list[StationTable] = Field(min_length=1)
