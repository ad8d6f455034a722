"""The file of limits: from which value on a channel calls for attention, each with its source."""

from math import inf
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.limits import Level, Limit
from mission_gui.missionfile import references
from mission_gui.missionfile.buildparts import origin, sources, words
from mission_gui.missionfile.document import read_document
from mission_gui.missionfile.faults import schema_faults
from mission_gui.missionfile.fields import Figure, Id, SourceEntry, Table, Wording

_LENGTHS, _SPEEDS = ("m", "km"), ("m/s", "km/s")
_ALIKE = {"km": _LENGTHS, "m": _LENGTHS, "km/s": _SPEEDS, "m/s": _SPEEDS}


class LimitFigure(Figure):
    """Where a limit begins."""

    unit: Literal["g", "m", "km", "m/s", "km/s", "kg", "deg"]


class LimitTable(Table):
    """From `begins` on, up to the next limit of the same channel."""

    channel: Literal[tuple(CHANNELS)]  # type: ignore[valid-type]
    level: Literal[tuple(Level)]  # type: ignore[valid-type]
    name: Wording
    begins: LimitFigure

    @model_validator(mode="after")
    def _unit_of_the_channel(self) -> Self:
        shown = CHANNELS[self.channel].unit.replace("°", "deg")
        if self.begins.unit not in _ALIKE.get(shown, (shown,)):
            raise ValueError(f"a limit of {self.channel} in {self.begins.unit}; write it in {shown}")
        return self


class LimitsTable(Table):
    """A whole file of limits."""

    format: Literal[1]
    id: Id
    sources: dict[str, SourceEntry]
    limits: list[LimitTable] = Field(min_length=1)


def read_limits(path: Path | str) -> tuple[Limit, ...]:
    """The limits of a file, lowest first; MissionFileError lists all faults."""
    document = read_document(Path(path))
    table, faults = schema_faults(LimitsTable, document.tables)
    faults += references.source_faults(document.tables)
    if faults:
        raise document.error(faults)
    assert isinstance(table, LimitsTable)
    known = sources(table.sources)
    entries = sorted(table.limits, key=lambda entry: entry.begins.si)
    return tuple(
        Limit(
            channel=entry.channel,
            level=Level(entry.level),
            low=entry.begins.si,
            high=next((later.begins.si for later in entries[i + 1 :] if later.channel == entry.channel), inf),
            name=words(entry.name),
            provenance=origin(entry.begins, known),
        )
        for i, entry in enumerate(entries)
    )
