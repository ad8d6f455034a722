"""From a checked vehicle or station file to the `Vehicle` and the ground stations."""

from dataclasses import replace
from math import radians

from mission_gui.domain.facts import GeoPoint
from mission_gui.domain.mission import GroundStation
from mission_gui.domain.vehicle import Canopy, Vehicle
from mission_gui.missionfile.buildparts import Sources, origin, sources, words
from mission_gui.missionfile.fields import Figure
from mission_gui.missionfile.vehiclemodels import (
    CanopyTable,
    StationsTable,
    StationTable,
    VehicleTable,
)


def vehicle(table: VehicleTable) -> Vehicle:
    """The vehicle of a file, in SI units, with the origin of every number."""
    known = sources(table.sources)
    figures = {name: value for name in VehicleTable.model_fields if isinstance(value := getattr(table, name), Figure)}
    rows = table.aerodynamics.rows
    provenance = {name: origin(figure, known) for name, figure in figures.items()}
    provenance |= dict.fromkeys(("mach", "drag_coefficient", "lift_to_drag"), origin(table.aerodynamics, known))
    for canopy in table.canopies:
        provenance |= {
            f"canopies.{canopy.id}.{name}": origin(figure, known) for name, figure in _figures(canopy).items()
        }
    return Vehicle(
        id=table.id,
        name=words(table.name),
        mach=tuple(row.mach for row in rows),
        drag_coefficient=tuple(row.drag_coefficient for row in rows),
        lift_to_drag=tuple(row.lift_to_drag for row in rows),
        canopies=tuple(_canopy(canopy) for canopy in table.canopies),
        provenance=provenance,
        **{name: figure.si for name, figure in figures.items()},
    )


def _figures(canopy: CanopyTable) -> dict[str, Figure]:
    stated = {
        "drag_area": canopy.drag_area,
        "start_altitude": canopy.start_altitude,
        "start_delay": canopy.start_delay,
        "inflation": canopy.inflation,
    }
    return {name: figure for name, figure in stated.items() if figure is not None}


def _canopy(canopy: CanopyTable) -> Canopy:
    return Canopy(
        id=canopy.id,
        name=words(canopy.name),
        drag_area=canopy.drag_area.si,
        start_altitude=canopy.start_altitude.si if canopy.start_altitude else None,
        start_delay=canopy.start_delay.si if canopy.start_delay else None,
        inflation=canopy.inflation.si,
    )


def stations(table: StationsTable) -> tuple[GroundStation, ...]:
    """The ground stations of a file."""
    known = sources(table.sources)
    return tuple(_station(entry, known) for entry in table.stations)


def _station(entry: StationTable, known: Sources) -> GroundStation:
    role = known[entry.role.source].title + (f" ({entry.role.note})" if entry.role.note else "")
    where = replace(origin(entry, known), note=f"{entry.note}. Serves crewed ships: {role}")
    position = GeoPoint(radians(entry.latitude), radians(entry.longitude), entry.height, entry.name.en, where)
    return GroundStation(entry.id, words(entry.name), position, radians(entry.mask))
