"""The recovery: what stands ready, what has been done, who is on the way where."""

from math import asin, cos, sin, sqrt

from mission_gui.domain.crew import Crewmember
from mission_gui.domain.events import Event
from mission_gui.domain.facts import GeoPoint
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Asset, Leg, Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.marks import State
from mission_gui.panels.page import Line, ListPage
from mission_gui.panels.sequence import Row, difference, explain, rows, time_of
from mission_gui.panels.wording import duration, number

_EARTH_RADIUS = 6371008.8  # mean, metres, IUGG 1980


class RecoveryBoard(ListPage):
    """Recovery forces with their state, the steps after landing, and the journeys home."""

    title = "Recovery"

    def make_lines(self, mission: Mission, trajectory: Trajectory, frame: Frame) -> list[Line]:
        return recovery_lines(mission, trajectory, frame)

    def describe(self, frame: Frame) -> str:
        """Forces and steps in sentences."""
        if not (self.mission and self.trajectory):
            return ""
        lines = self.lines if frame is self.frame else recovery_lines(self.mission, self.trajectory, frame)
        return " ".join(f"{line.left}: {line.right or 'no time given'}." for line in lines if not line.head)


def recovery_lines(mission: Mission, trajectory: Trajectory, frame: Frame) -> list[Line]:
    """The whole page at a moment."""
    forces = [asset_line(mission, trajectory, asset, frame) for asset in mission.assets]
    steps = step_lines(mission, trajectory, frame)
    journeys = [leg_line(mission, trajectory, leg, frame) for leg in mission.legs]
    sections = (
        ("Recovery forces", "as planned", forces),
        ("Steps", "time, difference", steps),
        ("Journeys home", "great circle", journeys),
    )
    lines: list[Line] = []
    for name, note, section in sections:
        if section:
            lines += [Line(name, note, head=True), *section]
    return lines


def asset_line(mission: Mission, trajectory: Trajectory, asset: Asset, frame: Frame) -> Line:
    """A part of the recovery force in its state of the moment."""
    reached = -1
    for index, (event_id, _) in enumerate(asset.states):
        time = time_of(trajectory.events, event_id)
        if time is not None and time <= frame.utc:
            reached = index
    state = str(asset.states[reached][1]) if reached >= 0 else "to come"
    arrived = reached > 0 or (reached == 0 and after_landing(trajectory, asset.states[0][0]))
    done = arrived and reached == len(asset.states) - 1
    mark = State.DONE if done else State.IN_PROGRESS if arrived else State.TO_COME
    return Line(str(asset.name), state, mark, tip=f"{asset.name}: {state}\n{asset.source.title} ({asset.kind})")


def after_landing(trajectory: Trajectory, event_id: str) -> bool:
    """Whether an event belongs to the recovery: until then forces stand by."""
    time, touchdown = time_of(trajectory.events, event_id), time_of(trajectory.events, "touchdown")
    return time is not None and touchdown is not None and time >= touchdown


def step_lines(mission: Mission, trajectory: Trajectory, frame: Frame) -> list[Line]:
    """Landing and every event after it."""
    events = trajectory.events
    start = next((i for i, event in enumerate(events) if event.id == "touchdown"), len(events))
    made = rows(mission, trajectory, frame)[start:]
    return [step_line(mission, event, row) for event, row in zip(events[start:], made, strict=True)]


def step_line(mission: Mission, event: Event, row: Row) -> Line:
    """One step with its time and how well that is known."""
    qualifier = difference(event, row.state)
    words = " · ".join(filter(None, (row.actual or row.planned, "" if qualifier == "0" else qualifier)))
    active = row.state in (State.NEXT, State.OVERDUE)
    tip = explain(event, row.state, mission.epoch.date())
    return Line(row.name, words, row.state, active=active, time=row.time, tip=tip)


def leg_line(mission: Mission, trajectory: Trajectory, leg: Leg, frame: Frame) -> Line:
    """A journey: its length before, the time left on the way, done after."""
    departs, arrives = time_of(trajectory.events, leg.departs), time_of(trajectory.events, leg.arrives)
    distance = great_circle(leg.origin, leg.destination)
    length = f"{number(distance / 1000)} km"
    tip = f"{leg.name}\n{travellers(mission.crew, leg)}\n{leg.vehicle}, {length}\n{leg.source.title} ({leg.kind})"
    time = mission.seconds(departs) if departs else None
    if departs is None or arrives is None or frame.utc < departs:
        return Line(str(leg.name), length, State.TO_COME, time=time, tip=tip)
    if frame.utc >= arrives:
        return Line(str(leg.name), length, State.DONE, time=time, tip=tip)
    fraction = (frame.utc - departs) / (arrives - departs)
    left = f"{number(distance * (1 - fraction) / 1000)} km, {duration((arrives - frame.utc).total_seconds())}"
    return Line(str(leg.name), left, State.IN_PROGRESS, fraction=fraction, time=time, tip=tip)


def travellers(crew: tuple[Crewmember, ...], leg: Leg) -> str:
    """Who travels."""
    return ", ".join(person.name for person in crew if not leg.crew or person.id in leg.crew)


def great_circle(a: GeoPoint, b: GeoPoint) -> float:
    """Metres between two places on a sphere (haversine)."""
    h = sin((b.latitude - a.latitude) / 2) ** 2
    h += cos(a.latitude) * cos(b.latitude) * sin((b.longitude - a.longitude) / 2) ** 2
    return 2 * _EARTH_RADIUS * asin(sqrt(h))
