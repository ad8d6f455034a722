"""What the landing zone tells in figures, beside the chart: plain functions."""

from dataclasses import dataclass

import numpy as np

from mission_gui.domain.alternatives import Alternatives, Scatter
from mission_gui.domain.events import Phase
from mission_gui.domain.facts import GeoPoint, Kind, Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.language import translate
from mission_gui.panels.map_alternatives import edge_of
from mission_gui.panels.map_lines import azimuthal, distance_bearing
from mission_gui.panels.map_live import DOWN
from mission_gui.panels.map_recovery import lonlat
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.place_names import town
from mission_gui.panels.wording import angle, compass, number, quantity, reading

ELLIPSE, WIND = Text("95 % ellipse, modelled", "Эллипс 95 %, модель"), Text("Wind", "Ветер")
FORCES = Text("Places of the search forces", "Места поисковых сил")
UNKNOWN, UNPUBLISHED = Text("not known", "неизвестен"), Text("not published", "не сообщались")
TO_GO, ALTITUDE = Text("To go", "Осталось"), Text("Altitude", "Высота")
LANDING, NOMINAL = Text("Landing", "Посадка"), Text("Zone", "Район")
AIM = Text("From aim point", "От точки прицеливания")
FROM = Text("From {}", "От: {}")
MISS = Text("Model ends", "Конец модели")
_MET = 1e3
"""Metres within which the modelled way ends at the landing place."""
Place = tuple[float, float]
"""Longitude and latitude, degrees."""
_KINDS = {
    Kind.ACTUAL: Text("place published", "место опубликовано"),
    Kind.PLANNED: Text("place as planned", "место по плану"),
    Kind.DERIVED: Text("place derived from reports", "место по сообщениям"),
    Kind.ASSUMED: Text("landing point not published", "точка посадки не публиковалась"),
    Kind.CALIBRATED: Text("place calibrated", "место подобрано"),
    Kind.UNVERIFIED: Text("place unverified", "место не проверено"),
}
_NOWHERE = Text("place published", "место опубликовано")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of figures; `kind` tells what it is, for a reading the channel."""

    kind: str
    name: str
    value: str


def zone_rows(
    mission: Mission, alternatives: Alternatives, frame: Frame, end: Place | None = None
) -> list[tuple[str, str]]:
    """Name and reading of each line: where it came down, how far from what, and what is not known."""
    return [(row.name, row.value) for row in zone_figures(mission, alternatives, frame, end)]


def zone_figures(mission: Mission, alternatives: Alternatives, frame: Frame, end: Place | None = None) -> list[Row]:
    """The lines that `zone_rows` shows."""
    return [*aloft(frame), *resting(mission, alternatives, end)]


def aloft(frame: Frame) -> list[Row]:
    """The lines that change while the ship flies; none once it is down."""
    if frame.phase in DOWN:
        return []
    altitude = Row("altitude", str(ALTITUDE), reading("altitude", frame.values["altitude"]))
    return [Row("range_to_go", str(TO_GO), _going(frame)), altitude]


def resting(mission: Mission, alternatives: Alternatives, end: Place | None = None) -> list[Row]:
    """The lines that stay the same during a flight; `end` is where the modelled way does."""
    aimed = nominal(mission)
    rows = [Row("landing", str(NOMINAL if aimed else LANDING), place(mission.landing))]
    if end is not None and distance_bearing(lonlat(mission.landing), end)[0] > _MET:
        rows.append(Row("miss", str(MISS), _apart(lonlat(mission.landing), end)))
    if lonlat(mission.aim_point) != lonlat(mission.landing):
        rows.append(Row("aim", str(AIM), off(mission.aim_point, mission.landing)))
    rows += [
        Row("place", str(FROM).format(town(point.name)), off(point, mission.landing))
        for point in nearest_places(mission)
    ]
    if alternatives.scatter is not None:
        long, short = axes(alternatives.scatter)
        rows.append(Row("ellipse", str(ELLIPSE), f"{number(long / 1000)} × {quantity(short / 1000, 'km')}"))
    rows.append(Row("unknown", str(WIND), str(UNKNOWN)))
    if mission.assets:
        rows.append(Row("unknown", str(FORCES), str(UNPUBLISHED)))
    return rows


def nominal(mission: Mission) -> bool:
    """Whether no landing point was published, so that the flight goes to the nominal zone."""
    known = mission.landing.provenance
    return known is not None and known.kind is Kind.ASSUMED


def place(point: GeoPoint) -> str:
    """`47.33° N 69.58° E`."""
    x, y = lonlat(point)
    return f"{angle(y, 'N', 'S', 2)} {angle(x, 'E', 'W', 2)}"


def basis(mission: Mission) -> str:
    """How the landing place is known, in a few words."""
    known = mission.landing.provenance
    return str(_NOWHERE if known is None else _KINDS[known.kind])


def nearest_places(mission: Mission, most: int = 2) -> list[GeoPoint]:
    """The mission's own named places that are nearest to the landing, nearest first."""
    named = [place for place in mission.places if place.name]
    named.sort(key=lambda place: distance_bearing(lonlat(mission.landing), lonlat(place))[0])
    return [place for place in named if distance_bearing(lonlat(mission.landing), lonlat(place))[0] > 1e3][:most]


def off(start: GeoPoint, end: GeoPoint) -> str:
    """`147 km SE`: how far, and in which direction, a place lies from another."""
    return _apart(lonlat(start), lonlat(end))


def _apart(start: Place, end: Place) -> str:
    distance, bearing = distance_bearing(start, end)
    return f"{quantity(distance / 1000, 'km', 1 if distance < 10e3 else 0)} {compass(bearing)}"


def axes(scatter: Scatter) -> tuple[float, float]:
    """The whole length and width of an ellipse, metres."""
    far = np.linalg.norm(_from_middle(scatter), axis=1)
    return 2 * float(far.max()), 2 * float(far.min())


def corridor(scatter: Scatter, heading: float) -> float:
    """Half the width of an ellipse across a direction (radians from north), metres."""
    east, north = _from_middle(scatter).T
    return float(np.abs(east * np.cos(heading) - north * np.sin(heading)).max())


def _from_middle(scatter: Scatter) -> Points:
    """The edge in metres east and north of its middle, without the point that closes it."""
    edge = edge_of(scatter)
    metres = azimuthal((float(edge[:, 0].mean()), float(edge[:, 1].mean())), edge)[:-1]
    centred: Points = metres - metres.mean(axis=0)
    return centred


def zone_note(frame: Frame, place: GeoPoint | None = None) -> str:
    """What stands beside the heading; it says so where no source gives the landing place."""
    assumed = place is not None and place.provenance is not None and place.provenance.kind is Kind.ASSUMED
    if frame.phase in DOWN:
        landed, zone = translate("Map", "landed"), translate("Map", "landed · in the nominal zone")
        return zone if assumed else landed
    if assumed:
        return translate("Map", "nominal zone · {distance}").format(distance=_going(frame))
    return translate("Map", "{distance} to go").format(distance=_going(frame))


def _going(frame: Frame) -> str:
    return reading("range_to_go", frame.values["range_to_go"])


def reach_of(phase: Phase | None, large: bool) -> float:
    """Metres from the middle of the chart to its top, while nobody has chosen otherwise: a large one shows more."""
    usual = _REACHES[large]
    return usual[0] if phase is None else usual[1].get(phase, usual[0])


_REACHES = {
    False: (115e3, {Phase.PARACHUTE: 29e3, Phase.LANDED: 29e3, Phase.RECOVERY: 340e3}),
    True: (230e3, {Phase.ENTRY: 160e3, Phase.PARACHUTE: 60e3, Phase.LANDED: 112e3, Phase.RECOVERY: 290e3}),
}
"""By whether the chart is large: 115 km hold the ring of 100 km, 290 km the way to Karaganda."""
