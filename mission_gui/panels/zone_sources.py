"""Where the figures of the landing zone come from: plain functions."""

from collections.abc import Iterator
from functools import partial

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.facts import GeoPoint
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import channel_basis
from mission_gui.language import translate
from mission_gui.panels.provenance import OF_BASIS, OF_KIND, Origin, told
from mission_gui.panels.wording import BASIS_NAMES, reading
from mission_gui.panels.zone_facts import AIM, Place, Row, nominal, place, zone_figures


def place_origin(point: GeoPoint) -> Origin:
    """How a place is known."""
    return Origin.PUBLISHED if point.provenance is None else OF_KIND[point.provenance.kind]


def place_told(mission: Mission) -> str:
    """The landing place, and where it is from."""
    landing = mission.landing
    name = translate("Map", "Nominal zone") if nominal(mission) else translate("Map", "Landing place")
    lines = [f"{name}: {place(landing)}"]
    if nominal(mission):
        lines.append(translate("Map", "No landing point was published: the flight is fitted to the nominal zone."))
    lines += [told(landing.provenance)] if landing.provenance else []
    return "\n".join(lines)


def row_sources(
    mission: Mission, alternatives: Alternatives, frame: Frame, end: Place | None = None
) -> Iterator[tuple[Origin, partial[str]]]:
    """How each row of `zone_figures` is known, and what is told about it."""
    for row in zone_figures(mission, alternatives, frame, end):
        yield _SOURCES.get(row.kind, _relative)(mission, frame, row)


def _place(mission: Mission, frame: Frame, row: Row) -> tuple[Origin, partial[str]]:
    return place_origin(mission.landing), partial(place_told, mission)


def _aim(mission: Mission, frame: Frame, row: Row) -> tuple[Origin, partial[str]]:
    return place_origin(mission.aim_point), partial(_aim_told, mission, row)


def _aim_told(mission: Mission, row: Row) -> str:
    lines = [f"{row.name}: {row.value}", f"{AIM}: {place(mission.aim_point)}"]
    lines += [told(mission.aim_point.provenance)] if mission.aim_point.provenance else []
    return "\n".join(lines)


def _relative(mission: Mission, frame: Frame, row: Row) -> tuple[Origin, partial[str]]:
    return Origin.DERIVED, partial(_relative_told, mission, row)


def _relative_told(mission: Mission, row: Row) -> str:
    computed = translate("Map", "Computed along the great circle from the landing place.")
    return f"{row.name}: {row.value}\n{computed}\n{place_told(mission)}"


def _scatter(mission: Mission, frame: Frame, row: Row) -> tuple[Origin, partial[str]]:
    words = translate("Map", "Modelled: simulated descents with the uncertainty of burn, atmosphere, wind and lift.")
    return Origin.MODELLED, partial("{}: {}\n{}".format, row.name, row.value, words)


def _miss(mission: Mission, frame: Frame, row: Row) -> tuple[Origin, partial[str]]:
    words = translate("Map", "From the landing place, modelled: without lift nothing steers across the track.")
    return Origin.MODELLED, partial("{}: {}\n{}".format, row.name, row.value, words)


def _absent(mission: Mission, frame: Frame, row: Row) -> tuple[Origin, partial[str]]:
    words = translate("Map", "No source at hand tells it.")
    return Origin.UNKNOWN, partial("{}: {}\n{}".format, row.name, row.value, words)


def _reading(mission: Mission, frame: Frame, row: Row) -> tuple[Origin, partial[str]]:
    basis = channel_basis(row.kind, frame.phase)
    words = translate("Map", "{basis}; not telemetry.").format(basis=str(BASIS_NAMES[basis]).capitalize())
    value = reading(row.kind, frame.values[row.kind])
    return OF_BASIS[basis], partial("{}: {}\n{}".format, CHANNELS[row.kind].name, value, words)


_SOURCES = {
    "landing": _place,
    "aim": _aim,
    "ellipse": _scatter,
    "miss": _miss,
    "unknown": _absent,
    "range_to_go": _reading,
    "altitude": _reading,
}
"""By the kind of a row; every other is a distance from the landing place."""
