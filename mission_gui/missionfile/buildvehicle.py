"""From a checked vehicle or station file to the `Vehicle` and the ground stations."""

from dataclasses import replace
from math import radians

from mission_gui.domain.facts import GeoPoint, Text
from mission_gui.domain.mission import GroundStation
from mission_gui.domain.vehicle import Canopy, Module, Reserve, Vehicle
from mission_gui.missionfile.buildparts import Sources, origin, sources, words
from mission_gui.missionfile.fields import Figure
from mission_gui.missionfile.vehiclemodels import (
    CanopyTable,
    ReserveTable,
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
    for chain, canopies in (("canopies", table.canopies), ("reserve", table.reserve.canopies if table.reserve else ())):
        provenance |= {
            f"{chain}.{canopy.id}.{name}": origin(figure, known)
            for canopy in canopies
            for name, figure in _figures(canopy).items()
        }
    for module in table.modules:
        provenance |= {
            f"modules.{module.id}.{name}": origin(getattr(module, name), known) for name in ("mass", "drag_area")
        }
    return Vehicle(
        id=table.id,
        name=words(table.name),
        mach=tuple(row.mach for row in rows),
        drag_coefficient=tuple(row.drag_coefficient for row in rows),
        lift_to_drag=tuple(row.lift_to_drag for row in rows),
        modules=tuple(Module(m.id, words(m.name), m.mass.si, m.drag_area.si) for m in table.modules),
        canopies=tuple(_canopy(canopy) for canopy in table.canopies),
        reserve=_reserve(table.reserve) if table.reserve else None,
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


def _reserve(table: ReserveTable) -> Reserve:
    return Reserve(table.after, tuple(_canopy(canopy) for canopy in table.canopies))


def _canopy(canopy: CanopyTable) -> Canopy:
    return Canopy(
        id=canopy.id,
        name=words(canopy.name),
        drag_area=canopy.drag_area.si,
        start_altitude=canopy.start_altitude.si if canopy.start_altitude else None,
        start_delay=canopy.start_delay.si if canopy.start_delay else None,
        inflation=canopy.inflation.si,
    )


_ROLE = Text("{place}. Serves crewed ships: {source}", "{place}. Обслуживает пилотируемые корабли: {source}")
_ROLE_WITH_NOTE = Text(f"{_ROLE.en} ({{note}})", f"{_ROLE.ru} ({{note}})")


def stations(table: StationsTable) -> tuple[GroundStation, ...]:
    """The ground stations of a file."""
    known = sources(table.sources)
    return tuple(_station(entry, known) for entry in table.stations)


def _station(entry: StationTable, known: Sources) -> GroundStation:
    role, note = origin(entry.role, known), words(entry.note)
    told = _ROLE_WITH_NOTE if role.note else _ROLE
    where = replace(origin(entry, known), note=told.format(place=note, source=role.source, note=role.note))
    position = GeoPoint(radians(entry.latitude), radians(entry.longitude), entry.height, entry.name.en, where)
    return GroundStation(entry.id, words(entry.name), position, radians(entry.mask))
