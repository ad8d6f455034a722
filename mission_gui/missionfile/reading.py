"""Reads data files: format, then sense, then values; all faults at once."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from mission_gui.domain.errors import Finding
from mission_gui.domain.mission import Mission
from mission_gui.domain.outline import Outline
from mission_gui.domain.vehicle import Vehicle
from mission_gui.missionfile import build, buildoutline, buildvehicle, checks, records
from mission_gui.missionfile.departuremodels import PortsTable, ProfileTable
from mission_gui.missionfile.document import Document, digest, read_document
from mission_gui.missionfile.doubts import doubts
from mission_gui.missionfile.errormodel import read_error_model
from mission_gui.missionfile.faults import Fault, schema_faults
from mission_gui.missionfile.fields import Table
from mission_gui.missionfile.limits import read_limits
from mission_gui.missionfile.models import DepartureTable, MissionTable
from mission_gui.missionfile.outlinemodels import OutlineTable
from mission_gui.missionfile.placeholders import with_placeholders
from mission_gui.missionfile.recordmodels import CareersTable, DurationsTable, NamesTable
from mission_gui.missionfile.vehiclemodels import StationsTable, VehicleTable
from mission_gui.missionfile.versions import refuse_other_formats
from mission_gui.missionfile.walk import Tables, child, rows, text, texts
from mission_gui.resources import resource

T = TypeVar("T", bound=Table)


def read_mission(path: Path | str) -> Mission:
    """The mission of a file, with its vehicle and stations; MissionFileError lists all faults."""
    document = read_document(Path(path))
    table = _mission_table(document)
    craft = read_document(_vehicle_path(table.vehicle))
    grounds = [read_document(_stations_path(name)) for name in table.stations]
    ports, profile = read_document(_ports_path()), _profile_document(table.departure)
    return build.mission(
        table,
        buildvehicle.vehicle(_checked(craft, VehicleTable, checks.vehicle_faults)),
        tuple(
            station
            for ground in grounds
            for station in buildvehicle.stations(_checked(ground, StationsTable, checks.stations_faults))
        ),
        _checked(ports, PortsTable, checks.ports_faults),
        _checked(profile, ProfileTable, checks.profile_faults) if profile else None,
        record_book(),
        digest(document, craft, *grounds, ports, *((profile,) if profile else ())),
    )


def read_vehicle(path: Path | str) -> Vehicle:
    """The vehicle of a file; MissionFileError lists all faults."""
    return buildvehicle.vehicle(_checked(read_document(Path(path)), VehicleTable, checks.vehicle_faults))


def read_outline(path: Path | str) -> Outline:
    """The station's outline of a file; MissionFileError lists all faults."""
    return buildoutline.outline(_checked(read_document(Path(path)), OutlineTable, checks.outline_faults))


@cache
def record_book() -> records.RecordBook:
    """The tables of records that come with the program."""
    return records.book(
        _read_durations(resource(records.DURATIONS)),
        _read_careers(resource(records.CAREERS)),
        _read_names(resource(records.NAMES)),
    )


def check_file(path: Path | str) -> list[Finding]:
    """What a careful writer would look at again in a data file of any kind; MissionFileError lists its faults."""
    document = read_document(Path(path))
    tables = document.tables
    held = {key for key, value in tables.items() if isinstance(value, dict) or next(rows(tables, key), None)}
    read = next((read for marks, read in _KINDS if held & marks), None)
    if read is not None:
        read(Path(path))
        return []
    return document.findings(doubts(document, _mission_table(document)), warning=True)


def _read_stations(path: Path) -> StationsTable:
    return _checked(read_document(path), StationsTable, checks.stations_faults)


def _read_ports(path: Path) -> PortsTable:
    return _checked(read_document(path), PortsTable, checks.ports_faults)


def _read_profile(path: Path) -> ProfileTable:
    return _checked(read_document(path), ProfileTable, checks.profile_faults)


def _read_durations(path: Path) -> DurationsTable:
    return _checked(read_document(path), DurationsTable, records.durations_faults)


def _read_careers(path: Path) -> CareersTable:
    return _checked(read_document(path), CareersTable, records.careers_faults)


def _read_names(path: Path) -> NamesTable:
    return _checked(read_document(path), NamesTable, lambda _tables: [])


_KINDS: tuple[tuple[set[str], Callable[[Path], object]], ...] = (
    ({"canopies", "aerodynamics"}, read_vehicle),
    ({"stations"}, _read_stations),
    ({"parts"}, read_outline),
    ({"ports"}, _read_ports),
    ({"burns"}, _read_profile),
    ({"classes"}, _read_durations),
    ({"careers"}, _read_careers),
    ({"names"}, _read_names),
    ({"limits"}, read_limits),
    ({"drag_coefficient", "lift_to_drag", "density", "wind"}, read_error_model),
)
"""The kinds of file, each by tables that stand in no other; a file with none of them is a mission."""


def _mission_table(document: Document) -> MissionTable:
    refuse_other_formats(document)
    return _checked(document, MissionTable, _mission_faults)


def _checked(document: Document, model: type[T], sense: Callable[[Tables], list[Fault]]) -> T:
    table, faults = schema_faults(model, document.tables)
    faults = with_placeholders(document.tables, faults + sense(document.tables))
    if faults:
        raise document.error(faults)
    assert isinstance(table, model)
    return table


def _mission_faults(tables: Tables) -> list[Fault]:
    return checks.mission_faults(tables) + _missing_files(tables)


def _missing_files(tables: Tables) -> list[Fault]:
    departure = child(tables, "departure")
    departure = departure if isinstance(departure, dict) else {}
    named = [("vehicle", "vehicles", text(tables, "vehicle") or "")]
    named += [(f"stations[{i}]", "stations", name) for i, name in enumerate(texts(tables, "stations"))]
    named += [("departure.profile", "departures", text(departure, "profile") or "")]
    faults = []
    for place, folder, name in named:
        there = _shipped(folder)
        if name and name not in there:
            faults.append((place, f"there is no {folder}/{name}.toml; use one of: {', '.join(there)}"))
    for place, record in rows(tables, "records"):
        scope, classes = text(record, "scope"), record_book().classes
        if scope and scope not in classes:
            faults.append((f"{place}.scope", f"unknown class {scope!r}; use one of: {', '.join(classes)}"))
    port, known = text(departure, "port"), _ports()
    missing = [key for key in ("port_position", "port_axis") if key not in departure]
    if port and port not in known and missing:
        remedy = f"give {' and '.join(missing)}, or use one of: {', '.join(known)}"
        faults.append(("departure.port", f"no known port; {remedy}"))
    return faults


def _ports() -> list[str]:
    tables = read_document(_ports_path()).tables
    return [name for _, port in rows(tables, "ports") if (name := text(port, "name"))]


def _profile_document(table: DepartureTable) -> Document | None:
    """The file of the profile that the departure names."""
    return read_document(resource(f"departures/{table.profile}.toml")) if table.profile else None


def _shipped(folder: str) -> list[str]:
    return sorted(path.stem for path in resource(folder).glob("*.toml"))


def _vehicle_path(name: str) -> Path:
    return resource(f"vehicles/{name}.toml")


def _ports_path() -> Path:
    return resource("station/iss.toml")


def _stations_path(name: str) -> Path:
    return resource(f"stations/{name}.toml")
