"""From a mission's departure table, the ports and the profile it names, to the `Departure`."""

from mission_gui.domain.facts import Kind
from mission_gui.domain.mission import Departure, RelativeBurn
from mission_gui.missionfile.buildparts import Sources, sources, words
from mission_gui.missionfile.departuremodels import BurnTable, PortsTable, ProfileTable
from mission_gui.missionfile.models import DepartureTable


def departure(
    table: DepartureTable, ports: PortsTable | None, profile: ProfileTable | None, known: Sources
) -> Departure:
    """How the ship leaves; kind and source are those of the burns."""
    told = profile or table
    return Departure(
        port=table.port,
        port_position=_vector(table.port_position or port_position(table.port, ports)),
        burns=tuple(_burn(burn) for burn in told.burns or ()),
        kind=Kind(told.kind),
        source=(sources(profile.sources) if profile else known)[told.source],
        keep_out_radius=table.keep_out_radius,
    )


def port_position(name: str, ports: PortsTable | None) -> list[float]:
    """Where a port of the station is."""
    assert ports is not None, "the checks let no port without a place through"
    return next(port.position for port in ports.ports if port.name == name)


def _burn(burn: BurnTable) -> RelativeBurn:
    return RelativeBurn(
        at=burn.at,
        delta_v=_vector(burn.delta_v),
        duration=burn.duration,
        name=words(burn.name),
        null=burn.null,
        hold=burn.hold,
        toward_centre=burn.toward_centre,
        phase=burn.phase,
    )


def _vector(components: list[float]) -> tuple[float, float, float]:
    v_bar, h_bar, r_bar = components
    return v_bar, h_bar, r_bar
