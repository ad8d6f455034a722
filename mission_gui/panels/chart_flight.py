"""What the charts show of a mission: the flight, others beside it, and the limits that its values may reach."""

from dataclasses import dataclass
from functools import cache
from math import inf, isclose, isfinite

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.facts import Text
from mission_gui.domain.limits import Level, Limit
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.missionfile.kept import read_limits
from mission_gui.panels.chart_windows import Window
from mission_gui.panels.map_alternatives import CHANGED, OTHER
from mission_gui.panels.proximity_station import KEEP_OUT, iss_outline
from mission_gui.panels.wording import quantity
from mission_gui.resources import resource

LEVEL_NAMES = {
    Level.CAUTION: Text("caution", "внимание"),
    Level.SERIOUS: Text("serious", "серьёзно"),
    Level.CRITICAL: Text("critical", "критично"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Other:
    """A flight that is drawn beside the one on show, with its name and colour."""

    name: str
    color: str
    flight: Trajectory


@dataclass(frozen=True, slots=True, eq=False)
class Flight:
    """What the charts show of a mission: the flight itself, what else might have been, and the limits."""

    mission: Mission
    trajectory: Trajectory
    others: tuple[Other, ...]
    limits: tuple[Limit, ...]

    @property
    def whole(self) -> Window:
        """All of it."""
        return Window(float(self.trajectory.t[0]), float(self.trajectory.t[-1]))


def flight_of(mission: Mission, trajectory: Trajectory, alternatives: Alternatives) -> Flight:
    """A flight with its alternatives, as far as they are known."""
    found = []
    if alternatives.other is not None:
        found.append(Other(str(alternatives.other_name), OTHER, alternatives.other))
    if alternatives.changed is not None:
        found.append(Other(translate("Charts", "What if"), CHANGED, alternatives.changed))
    return Flight(mission, trajectory, tuple(found), limits_of(mission))


def limits_of(mission: Mission) -> tuple[Limit, ...]:
    """All limits of a flight. The source of the keep-out sphere is that of the station's outline."""
    zones = (zone for zone in iss_outline().zones if zone.id == KEEP_OUT)
    radius = mission.departure.keep_out_radius
    inside = (Limit("iss_range", Level.CAUTION, -inf, radius, zone.name, zone.provenance) for zone in zones)
    return (*_printed(), *inside)


@cache
def _printed() -> tuple[Limit, ...]:
    return read_limits(resource("limits/soyuz.toml"))


def limit_name(limit: Limit) -> str:
    """`ballistic entry, 8 g`: a limit with its bound."""
    return f"{limit.name}, {limit_bound(limit)}"


def limit_bound(limit: Limit) -> str:
    """`8 g`."""
    what = CHANNELS[limit.channel]
    bound = (limit.low if isfinite(limit.low) else limit.high) * what.factor
    if what.unit == "km" and bound < 1:
        return quantity(bound * 1000, "m")
    return quantity(bound, what.unit, 0 if isclose(bound, round(bound)) else what.decimals)
