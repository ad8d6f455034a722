"""From a mission's departure table, the ports and the profile it names, to the `Departure`."""

from collections.abc import Iterator
from math import radians

from mission_gui.domain.facts import Kind, Text
from mission_gui.domain.mission import Attitude, Departure, RelativeBurn, Turn, Vector, Withdrawal
from mission_gui.missionfile.buildparts import Sources, origin, sources, words
from mission_gui.missionfile.departuremodels import AttitudeTable, BurnTable, PortsTable, PortTable, ProfileTable
from mission_gui.missionfile.models import DepartureTable


def departure(table: DepartureTable, ports: PortsTable, profile: ProfileTable | None, known: Sources) -> Departure:
    """How the ship leaves; kind and source are those of the burns."""
    told = profile or table
    port = next((port for port in ports.ports if port.name == table.port), None)
    return Departure(
        port=table.port,
        port_position=_vector(table.port_position or _known(port).position),
        port_axis=_vector(table.port_axis or _known(port).axis),
        burns=tuple(burn for entry in told.burns or () for burn in _burns(entry)),
        kind=Kind(told.kind),
        source=(sources(profile.sources) if profile else known)[told.source],
        keep_out_radius=table.keep_out_radius,
        attitude=_attitude(table.attitude, known) if table.attitude else None,
        port_origin=origin(table, known),
    )


def _known(port: PortTable | None) -> PortTable:
    assert port is not None, "the checks let no port without a place and an axis through"
    return port


def _burns(table: BurnTable) -> Iterator[RelativeBurn]:
    """The burn of an entry, or one for each leg of its arc."""
    legs, apart = (table.arc.legs, table.arc.seconds) if table.arc else (1, 0.0)
    name = words(table.name)
    for leg in range(legs):
        yield RelativeBurn(
            at=table.at + leg * apart,
            delta_v=_vector(table.delta_v or [0.0, 0.0, 0.0]),
            duration=table.duration,
            name=name if legs == 1 else Text(f"{name.en} {leg + 1}", f"{name.ru} {leg + 1}"),
            along_port=table.along_port or 0.0,
            null=table.null,
            leg=_leg(table),
            hold=table.hold,
            phase=table.phase,
        )


def _leg(table: BurnTable) -> Turn | Withdrawal | None:
    if table.arc:
        return Turn(radians(table.arc.angle), table.arc.seconds, _vector(table.arc.axis))
    return Withdrawal(table.withdraw.distance, table.withdraw.seconds) if table.withdraw else None


def _attitude(table: AttitudeTable, known: Sources) -> Attitude:
    return Attitude(radians(table.pitch), radians(table.yaw), radians(table.roll), origin(table, known))


def _vector(components: list[float]) -> Vector:
    v_bar, h_bar, r_bar = components
    return v_bar, h_bar, r_bar
