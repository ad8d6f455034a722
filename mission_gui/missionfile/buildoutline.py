"""From a checked outline file to the `Outline`."""

from mission_gui.domain.mission import Vector
from mission_gui.domain.outline import Outline, Part, Role, Zone
from mission_gui.missionfile.buildparts import Sources, origin, sources, words
from mission_gui.missionfile.outlinemodels import OutlineTable, PartTable, ZoneTable


def outline(table: OutlineTable) -> Outline:
    """The outline of a file, with the origin of every size."""
    known = sources(table.sources)
    return Outline(
        parts=tuple(_part(part, known) for part in table.parts),
        ports={port.name: _vector(port.position) for port in table.ports},
        zones=tuple(_zone(zone, known) for zone in table.zones),
        placement=origin(table.placement, known),
        centre_of_mass=_vector(table.centre_of_mass.position),
    )


def _part(part: PartTable, known: Sources) -> Part:
    return Part(
        id=part.id,
        name=words(part.name),
        role=Role(part.role),
        centre=_vector(part.centre),
        size=_vector(part.size),
        since=part.since,
        until=part.until,
        provenance=origin(part, known),
    )


def _zone(zone: ZoneTable, known: Sources) -> Zone:
    return Zone(zone.id, words(zone.name), _vector(zone.half_axes), origin(zone, known))


def _vector(components: list[float]) -> Vector:
    v_bar, h_bar, r_bar = components
    return v_bar, h_bar, r_bar
