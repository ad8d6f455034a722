"""All of the descent that does not change while a flight is on show: plain functions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import Event, Phase
from mission_gui.domain.facts import Text
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import INSTANT, Floats, Trajectory
from mission_gui.language import translate
from mission_gui.panels.descent_figures import STAGES, Stages, stage_times, stages_of
from mission_gui.panels.descent_profile import (
    Beside,
    Neighbour,
    Path,
    Reach,
    beside,
    descent,
    module_paths,
    reach,
    uncertainty,
)
from mission_gui.panels.map_alternatives import CHANGED, OTHER
from mission_gui.panels.wording import clock_time, number, reading

MARKED = (
    "module_separation", "entry_interface", "peak_load", "parachutes", "touchdown", "peak_heating", "blackout_start",
    "blackout_end", "main_parachute", "heat_shield",
)  # fmt: skip
"""The events on the line, the most telling first."""
SEQUENCE: Stages = (*STAGES, ("landed", Text("Landed", "Посадка")))
STRIPS = {"load": "peak_load", "heat_flux": "peak_heating"}
"""The channels drawn beside the line, and the event at which each is largest before the parachutes."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the line: mission time, s; range to go and altitude, m."""

    event: Event
    t: float
    going: float
    altitude: float


@dataclass(frozen=True, slots=True)
class Stage:
    """A state of the parachute sequence: when it begins, s of mission time and in words, and how high that is."""

    key: str
    name: str
    t: float
    time: str
    height: str


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """A channel by altitude down to the parachutes, whose opening and the touchdown are jolts of their own.

    Times, s, altitudes, m, and values in shown units (n,); `peak` is the place of the largest one. `others` are the
    same of the flights beside it.
    """

    channel: str
    t: Floats
    altitude: Floats
    values: Floats
    peak: int
    others: "tuple[Strip, ...]" = ()


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A flight that has a descent, and what is drawn beside it. `lost` is the mission time from which it is
    ballistic, `band` lowest and highest altitude of the uncertainty, None where there is none."""

    mission: Mission
    trajectory: Trajectory
    path: Path
    marks: tuple[Mark, ...]
    stages: tuple[Stage, ...]
    strips: tuple[Strip, ...]
    lost: float | None
    band: tuple[Floats, Floats] | None
    modules: tuple[Path, ...]
    others: tuple[Beside, ...]
    corridor: Reach | None

    def clock(self, t: float, seconds: bool = True) -> str:
        """The time of day in UTC of a mission time: a descent is over within the hour."""
        return clock_time(self.mission.epoch + timedelta(seconds=t), seconds=seconds)

    def begun(self, t: float) -> bool:
        """Whether the modules have parted at a mission time."""
        return t >= float(self.path.t[0]) - INSTANT

    def mark(self, event_id: str) -> Mark | None:
        """An event on the line."""
        return next((mark for mark in self.marks if mark.event.id == event_id), None)

    @property
    def blackout(self) -> tuple[Mark, Mark] | None:
        """From loss to return of the radio signal."""
        start, end = self.mark("blackout_start"), self.mark("blackout_end")
        return (start, end) if start and end else None


def scene(
    mission: Mission,
    trajectory: Trajectory,
    neighbours: Sequence[Neighbour] = (),
    corridor: tuple[Sequence[Trajectory], str] | None = None,
) -> Scene | None:
    """Everything that stands still; None while the descent is not computed."""
    part = descent(trajectory)
    if part is None:
        return None
    path = Path(trajectory.t[part], trajectory.channels["range_to_go"][part], trajectory.channels["altitude"][part])
    found = marks(mission, trajectory, path)
    others = tuple(seen for neighbour in neighbours if (seen := beside(trajectory, neighbour)) is not None)
    return Scene(
        mission,
        trajectory,
        path,
        found,
        stages(mission, trajectory, path),
        tuple(strip(trajectory, channel, others) for channel in STRIPS),
        lift_lost(trajectory, path),
        uncertainty(trajectory, path),
        module_paths(trajectory),
        others,
        reach(trajectory, *corridor) if corridor else None,
    )


def neighbours(alternatives: Alternatives) -> tuple[Neighbour, ...]:
    """The other way down and the what-if, as far as they are known."""
    found = []
    if alternatives.other is not None:
        found.append(Neighbour(alternatives.other, str(alternatives.other_name).lower(), OTHER))
    if alternatives.changed is not None:
        found.append(Neighbour(alternatives.changed, translate("Descent", "what if"), CHANGED))
    return tuple(found)


def marks(mission: Mission, trajectory: Trajectory, path: Path) -> tuple[Mark, ...]:
    """The events on the line, the most telling first."""
    timed = {event.id: (event, mission.seconds(event.time)) for event in trajectory.events if event.time is not None}
    found = [timed[event_id] for event_id in MARKED if event_id in timed]
    # A millisecond: events are rounded to microseconds, and lie on the ends of the path.
    return tuple(Mark(e, t, *path.at(t)) for e, t in found if path.t[0] - 1e-3 <= t <= path.t[-1] + 1e-3)


def sequence(trajectory: Trajectory) -> Stages:
    """The parachute sequence of a flight, key and name."""
    return (*stages_of(trajectory), SEQUENCE[-1])


def stages(mission: Mission, trajectory: Trajectory, path: Path) -> tuple[Stage, ...]:
    """The parachute sequence in order; a state without a time is left out."""
    times = stage_times(mission, trajectory) | {"landed": float(path.t[-1])}
    above = translate("Descent", "{height} m up").format(height=number(mission.vehicle.soft_landing_altitude, 1))
    over_ground = {"engines": above, "landed": translate("Descent", "on the ground")}
    made = []
    for key, name in sequence(trajectory):
        if key in times:
            t = times[key]
            time = clock_time(mission.epoch + timedelta(seconds=t))
            made.append(Stage(key, str(name), t, time, over_ground.get(key) or reading("altitude", path.at(t)[1])))
    return tuple(made)


def strip(trajectory: Trajectory, channel: str, others: Sequence[Beside] = ()) -> Strip:
    """A channel along the way down."""
    part, canopy = descent(trajectory), trajectory.span(Phase.PARACHUTE)
    assert part is not None and canopy is not None
    part = slice(part.start, int(np.searchsorted(trajectory.t, canopy.start)))
    values = trajectory.channels[channel][part] * CHANNELS[channel].factor
    theirs = tuple(strip(other.neighbour.flight, channel) for other in others)
    altitude = trajectory.channels["altitude"][part]
    return Strip(channel, trajectory.t[part], altitude, values, int(np.argmax(values)), theirs)


def lift_lost(trajectory: Trajectory, path: Path) -> float | None:
    """Mission time from which the flight is ballistic; None where it is guided down to the parachutes."""
    level = trajectory.solution.lift_lost if trajectory.solution else None
    canopy = trajectory.span(Phase.PARACHUTE)
    if level is None or canopy is None:
        return None
    t = float(path.t[min(int(np.argmax(path.altitude <= level)), len(path.t) - 1)])
    return t if t < canopy.start else None
