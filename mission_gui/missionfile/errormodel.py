"""The file of an error model: what may be off in an entry, each figure with its unit, source and kind."""

from pathlib import Path
from typing import Literal

from pydantic import Field

from mission_gui.domain.facts import Provenance
from mission_gui.missionfile import references
from mission_gui.missionfile.buildparts import origin, sources
from mission_gui.missionfile.document import read_document
from mission_gui.missionfile.faults import schema_faults
from mission_gui.missionfile.fields import Angle, Figure, Id, Length, Mass, SourceEntry, Speed, Table


class Share(Figure):
    """A share of a nominal value."""

    value: float = Field(ge=0, le=100)
    unit: Literal["%"]

    @property
    def si(self) -> float:
        """The share of one."""
        return self.value / 100


class ShareDeviation(Share):
    """A deviation, small enough for what it belongs to never to turn negative."""

    value: float = Field(ge=0, le=12)


class MassDeviation(Mass):
    """A deviation of mass."""

    value: float = Field(ge=0, le=500)


class SpeedDeviation(Speed):
    """A deviation of speed."""

    value: float = Field(ge=0, le=100)


class AngleDeviation(Angle):
    """A deviation of direction."""

    value: float = Field(ge=0, le=10)


class Extent(Length):
    """A length above nothing."""

    value: float = Field(gt=0)


class ErrorModelTable(Table):
    """A whole file of an error model."""

    format: Literal[1]
    id: Id
    sources: dict[str, SourceEntry]
    drag_coefficient: ShareDeviation
    lift_to_drag: ShareDeviation
    density: ShareDeviation
    density_wave: ShareDeviation
    wave_length: Extent
    module_mass: MassDeviation
    delta_v: SpeedDeviation
    attitude: AngleDeviation
    wind: SpeedDeviation
    mean_west_wind: Speed
    wind_full_altitude: Extent
    wind_at_ground: Share
    canopy: ShareDeviation


def read_error_model(path: Path | str) -> tuple[dict[str, float], dict[str, Provenance]]:
    """The figures of an error model by name, SI, and where each comes from; MissionFileError lists all faults."""
    document = read_document(Path(path))
    table, faults = schema_faults(ErrorModelTable, document.tables)
    faults += references.source_faults(document.tables)
    if faults:
        raise document.error(faults)
    assert isinstance(table, ErrorModelTable)
    known = sources(table.sources)
    figures = {
        name: value for name in ErrorModelTable.model_fields if isinstance(value := getattr(table, name), Figure)
    }
    return (
        {name: figure.si for name, figure in figures.items()},
        {name: origin(figure, known) for name, figure in figures.items()},
    )
