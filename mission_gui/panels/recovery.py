"""The recovery: who is where, what stands ready, what has been done, and who is on the way where."""

from datetime import datetime
from functools import partial
from math import asin, cos, sin, sqrt

from mission_gui.domain.crew import Crewmember
from mission_gui.domain.events import Event
from mission_gui.domain.facts import GeoPoint, Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Asset, Leg, Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.panels.crew_text import ABOARD, Member, members, state_at
from mission_gui.panels.marks import STATE_NAMES, State
from mission_gui.panels.page import Line, ListPage
from mission_gui.panels.provenance import OF_KIND, Origin, cited, origin_of
from mission_gui.panels.sequence import difference, disagree, ends_of, event_of, explain, row, stamp, state_of, time_of
from mission_gui.panels.wording import clock_time, day, duration, quantity

_EARTH_RADIUS = 6371008.8  # mean, metres, IUGG 1980
UNKNOWN = Text("not known", "неизвестно")


class RecoveryBoard(ListPage):
    """Each of the crew, recovery forces with their state, the steps after landing, and the journeys home."""

    title = Text("Recovery", "Эвакуация")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._members: tuple[Member, ...] = ()

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        self._members = members(mission, trajectory)
        super().load(mission, trajectory)

    def make_lines(self, mission: Mission, trajectory: Trajectory, frame: Frame) -> list[Line]:
        return recovery_lines(mission, trajectory, frame, self._members)

    def describe(self, frame: Frame) -> str:
        """Crew, forces, steps and journeys in sentences."""
        if not (self.mission and self.trajectory):
            return ""
        same = frame is self.frame and self.lines
        lines = self.lines if same else self.make_lines(self.mission, self.trajectory, frame)
        return " ".join(spoken(line) for line in lines)


def recovery_lines(
    mission: Mission, trajectory: Trajectory, frame: Frame, crew: tuple[Member, ...] | None = None
) -> list[Line]:
    """The whole page at a moment; a part of which the mission file says nothing is told to be not known."""
    crew = members(mission, trajectory) if crew is None else crew
    people = [person_line(member, frame.utc) for member in crew] or [nobody()]
    forces = [asset_line(mission, trajectory, asset, frame) for asset in mission.assets]
    journeys = [leg_line(mission, trajectory, leg, frame) for leg in mission.legs]
    sections = (
        (translate("Recovery", "Crew"), translate("Recovery", "where they are"), people),
        (translate("Recovery", "Recovery forces"), translate("Recovery", "state, then next"), forces),
        (
            translate("Recovery", "Steps"),
            translate("Recovery", "time, difference"),
            step_lines(mission, trajectory, frame),
        ),
        (translate("Recovery", "Journeys home"), translate("Recovery", "great circle"), journeys),
    )
    lines: list[Line] = []
    for name, note, section in sections:
        lines += [Line(name, note if section else str(UNKNOWN), head=True), *section]
    return lines


def spoken(line: Line) -> str:
    """A line as a sentence, a section of which nothing is known included."""
    if line.head:
        return f"{line.left}: {UNKNOWN}." if line.right == str(UNKNOWN) else f"{line.left}."
    return f"{line.left}: {line.right}." if line.right else f"{line.left}."


def person_line(member: Member, utc: datetime) -> Line:
    """Where one of the crew is, and since when."""
    state = state_at(member, utc)
    reached = [time for time, _ in member.states if time <= utc]
    home = bool(member.states) and len(reached) == len(member.states)
    landed = member.until is not None and utc >= member.until
    mark = State.DONE if home and landed else State.IN_PROGRESS if landed else State.TO_COME
    origin = Origin.DERIVED if member.states else Origin.UNKNOWN
    return Line(str(member.person.called), state, mark=mark, tip=partial(where, member, utc), origin=origin)


def where(member: Member, utc: datetime) -> str:
    """The whole way of a person from the couch to home, with the moment's state marked."""
    name = member.person.called
    if not member.states:
        return translate("Recovery", "{name}: {state}; the way home is not known").format(name=name, state=ABOARD)
    lines = [translate("Recovery", "{name} (times in UTC)").format(name=name)]
    for index, (time, state) in enumerate(member.states):
        last = index + 1 == len(member.states)
        now = time <= utc and (last or utc < member.states[index + 1][0])
        line = f"{day(time)} {clock_time(time, seconds=False)}  {state}"
        lines.append(translate("Recovery", "{line}  ← now").format(line=line) if now else line)
    return "\n".join(lines)


def nobody() -> Line:
    """In place of a crew."""
    return Line(translate("Recovery", "Nobody aboard"), "")


def asset_line(mission: Mission, trajectory: Trajectory, asset: Asset, frame: Frame) -> Line:
    """A part of the recovery force in its state of the moment, with what comes next and when."""
    timed = [(time_of(trajectory.events, event_id), str(state)) for event_id, state in asset.states]
    reached = max((i for i, (time, _) in enumerate(timed) if time is not None and time <= frame.utc), default=-1)
    state = timed[reached][1] if reached >= 0 else str(STATE_NAMES[State.TO_COME])
    arrived = reached > 0 or (reached == 0 and after_landing(trajectory, asset.states[0][0]))
    done = arrived and reached == len(asset.states) - 1
    mark = State.DONE if done else State.IN_PROGRESS if arrived else State.TO_COME
    wordings: tuple[str, ...] = (state,)
    if reached + 1 < len(asset.states):
        event_id, following = asset.states[reached + 1]
        if when := expected(mission, trajectory, event_id):
            wordings = (f"{state} → {following} {when}", f"{state} → {when}", state)
    tip = partial(force, mission, trajectory, asset)
    return Line(str(asset.name), wordings[0], wordings[1:], mark, tip=tip, origin=OF_KIND[asset.kind])


def expected(mission: Mission, trajectory: Trajectory, event_id: str) -> str:
    """`11:28`, `~13:00`: when an event is expected, as well as that is known; empty where it is not."""
    event = event_of(trajectory.events, event_id)
    if event is None or event.time is None:
        return ""
    report, day = next(iter(event.reports or event.planned), None), mission.epoch.date()
    return stamp(report, day, False, brief=True) if report else f"{event.time:%H:%M}"


def force(mission: Mission, trajectory: Trajectory, asset: Asset) -> str:
    """Every state of a part of the force with its time, and where that is from."""
    lines = [str(asset.name)]
    for event_id, state in asset.states:
        lines.append(f"{expected(mission, trajectory, event_id) or UNKNOWN}  {state}")
    return "\n".join(filter(None, [*lines, cited(asset.source, asset.kind), str(asset.note)]))


def after_landing(trajectory: Trajectory, event_id: str) -> bool:
    """Whether an event belongs to the recovery: until then forces stand by."""
    time, touchdown = time_of(trajectory.events, event_id), time_of(trajectory.events, "touchdown")
    return time is not None and touchdown is not None and time >= touchdown


def step_lines(mission: Mission, trajectory: Trajectory, frame: Frame) -> list[Line]:
    """Landing and every event after it."""
    events, ends = trajectory.events, ends_of(mission)
    start = next((i for i, event in enumerate(events) if event.id == "touchdown"), len(events))
    return [step_line(mission, events[i], state_of(events, i, frame, ends)) for i in range(start, len(events))]


def step_line(mission: Mission, event: Event, state: State) -> Line:
    """One step with its time and how well that is known."""
    shown, qualifier = row(mission, event, state), difference(event, state)
    how = "" if qualifier == "0" else qualifier
    full, brief = (
        " · ".join(filter(None, (time or shown.planned, how))) for time in (shown.actual, shown.actual_short)
    )
    active = state in (State.NEXT, State.OVERDUE)
    tip = partial(explain, event, state, mission.epoch.date())
    return Line(
        shown.name,
        full or str(UNKNOWN),
        (brief, shown.actual_short or shown.planned) if brief else (),
        mark=state,
        active=active,
        time=shown.time,
        tip=tip,
        origin=origin_of(event),
        disputed=disagree(event.actual),
    )


def leg_line(mission: Mission, trajectory: Trajectory, leg: Leg, frame: Frame) -> Line:
    """A journey: its length and departure before, what is left on the way, done after."""
    departs, arrives = time_of(trajectory.events, leg.departs), time_of(trajectory.events, leg.arrives)
    distance = great_circle(leg.origin, leg.destination)
    length, name = quantity(distance / 1000, "km"), str(leg.name)
    tip = partial(journey, mission, trajectory, leg, length)
    time = mission.seconds(departs) if departs else None
    origin = OF_KIND[leg.kind]
    if departs is None or arrives is None or frame.utc < departs:
        start = expected(mission, trajectory, leg.departs)
        since = translate("Recovery", "{length}, from {time}").format(length=length, time=start)
        words = (since, length) if start else (length,)
        return Line(name, words[0], words[1:], State.TO_COME, time=time, tip=tip, origin=origin)
    if frame.utc >= arrives:
        return Line(name, length, mark=State.DONE, time=time, tip=tip, origin=origin)
    fraction = (frame.utc - departs) / (arrives - departs)
    rest = quantity(distance * (1 - fraction) / 1000, "km")
    left = f"{rest}, {duration((arrives - frame.utc).total_seconds())}"
    return Line(name, left, mark=State.IN_PROGRESS, fraction=fraction, time=time, tip=tip, origin=origin)


def journey(mission: Mission, trajectory: Trajectory, leg: Leg, length: str) -> str:
    """Who travels how, when, and where that is from."""
    start, end = (expected(mission, trajectory, event_id) or UNKNOWN for event_id in (leg.departs, leg.arrives))
    how = translate("Recovery", "{vehicle}, {length}, {start} to {end} UTC")
    lines = (
        str(leg.name),
        travellers(mission.crew, leg),
        how.format(vehicle=leg.vehicle, length=length, start=start, end=end),
        cited(leg.source, leg.kind),
        str(leg.note),
    )
    return "\n".join(filter(None, lines))


def travellers(crew: tuple[Crewmember, ...], leg: Leg) -> str:
    """Who travels."""
    return ", ".join(str(person.called) for person in crew if not leg.crew or person.id in leg.crew)


def great_circle(a: GeoPoint, b: GeoPoint) -> float:
    """Metres between two places on a sphere (haversine)."""
    h = sin((b.latitude - a.latitude) / 2) ** 2
    h += cos(a.latitude) * cos(b.latitude) * sin((b.longitude - a.longitude) / 2) ** 2
    return 2 * _EARTH_RADIUS * asin(sqrt(h))
