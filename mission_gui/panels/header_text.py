"""What the top strip says: plain functions, no Qt."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil, floor
from zoneinfo import ZoneInfo

from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import ClockZone, Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels import wording

RECONSTRUCTED = (
    "Trajectory reconstructed from the station's published orbital elements and published times.\n"
    "It meets the reported landing time and place by construction; it is not telemetry."
)

ZEROS: dict[str, tuple[Text, Text]] = {
    "undocking": (Text("Since undocking", "От расстыковки"), Text("To undocking", "До расстыковки")),
    "ignition": (Text("Since ignition", "От включения"), Text("To ignition", "До включения")),
    "entry_interface": (Text("Since entry", "От входа"), Text("To entry", "До входа")),
    "touchdown": (Text("Since landing", "От посадки"), Text("To landing", "До посадки")),
}
"""Events the mission clock can count from, with its label after and before."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock of the strip; `short` is the label for narrow places."""

    time: str
    label: str
    short: str


def zone_clock(zone: ClockZone, time: datetime) -> Clock:
    """A wall clock. Where room is short its date is shown only if it differs from the date in UTC."""
    local = time.astimezone(ZoneInfo(zone.zone))
    day = f"{local.day} {_month(local)}"
    name = str(zone.name)
    if zone.zone == "UTC":
        return Clock(f"{local:%H:%M:%S}", f"{name} · {wording.day_of_year(time)}", f"{name} · {day}")
    same = local.date() == time.astimezone(ZoneInfo("UTC")).date()
    return Clock(f"{local:%H:%M:%S}", f"{name} · {day}", name if same else f"{name} · {day}")


def _month(local: datetime) -> str:
    return wording.day_of_year(local.replace(tzinfo=ZoneInfo("UTC"))).split()[1]


def zeros(mission: Mission, trajectory: Trajectory) -> dict[str, float]:
    """Mission times the mission clock can count from; undocking first."""
    times = {event.id: mission.seconds(event.time) for event in trajectory.events if event.time is not None}
    return {"undocking": 0.0} | {name: times[name] for name in ZEROS if name in times and name != "undocking"}


def mission_clock(zero: str, at: float, t: float) -> Clock:
    """Time from a zero, `+03:31:09` with `Since undocking`; it ticks with the UTC clock."""
    seconds = floor(t) - floor(at)
    label = str(ZEROS[zero][0 if seconds >= 0 else 1])
    return Clock(wording.countdown(seconds, ""), label, label)


def rate_label(playing: bool, rate: float) -> str:
    """`REPLAY ×10`, or `REPLAY · PAUSED`."""
    return f"REPLAY ×{rate:g}".replace("-", wording.MINUS) if playing else "REPLAY · PAUSED"


def labels(zone: ClockZone, mission: Mission, short: bool) -> frozenset[str]:
    """Every label the clock can show during the mission, so that its column can keep its place."""
    hours = ceil((mission.end - mission.start) / timedelta(hours=1))
    times = [mission.start + timedelta(hours=hour) for hour in range(hours)] + [mission.end]
    clocks = [zone_clock(zone, time) for time in times]
    return frozenset(clock.short if short else clock.label for clock in clocks)


def describe(mission: Mission, frame: Frame, phase: str, rate: str) -> str:
    """The strip in one sentence."""
    clocks = ", ".join(f"{z.name} {wording.clock_time(frame.utc, z.zone)}" for z in mission.clocks)
    day = wording.day_of_year(frame.utc)
    return f"{mission.name}, {phase.lower()}, {rate.lower()}, reconstructed; {clocks}, {day}."
