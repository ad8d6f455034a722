"""The big countdown: to the next event, since the one just passed, and to the end of what goes on: no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from mission_gui.domain.clock import MissionClock
from mission_gui.domain.events import PHASE_NAMES, Event
from mission_gui.domain.frame import Frame, sample
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.panels.marks import State
from mission_gui.panels.sequence import Row, ends_of, time_of
from mission_gui.panels.wording import clock_time, countdown, duration, number

HOLD = 5.0
"""Seconds of the user's time for which an event that has passed keeps the countdown; never less of mission time."""


@dataclass(frozen=True, slots=True)
class Activity:
    """Something that goes on from `start` to `end`, seconds of mission time; the `last` one ends with the replay."""

    name: str
    start: float
    end: float
    last: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """What the countdown runs through: events with their mission times, and activities; made once for a flight."""

    mission: Mission
    trajectory: Trajectory
    timed: tuple[tuple[float, Event], ...]
    activities: tuple[Activity, ...]
    landing: float | None


@dataclass(frozen=True, slots=True)
class Headline:
    """The big countdown with its event; below it what goes on now, and how long yet.

    `fraction` is how much of the way from the event before to the next is done.
    """

    label: str
    clock: str
    name: str
    detail: str
    activity: str
    ends: str
    left: str
    fraction: float
    event: str = ""
    """Its id; empty where no event has a time."""


def course(mission: Mission, trajectory: Trajectory) -> Course:
    """The course of a flight."""
    timed = tuple((mission.seconds(event.time), event) for event in trajectory.events if event.time is not None)
    landing = next((t for t, event in timed if event.id == "touchdown"), None)
    return Course(mission, trajectory, timed, activities(mission, trajectory), landing)


def activities(mission: Mission, trajectory: Trajectory) -> tuple[Activity, ...]:
    """The phases, and what goes on within them from one event to another."""
    end = mission.seconds(mission.end)
    found = [Activity(str(PHASE_NAMES[span.phase]), span.start, span.end) for span in trajectory.phases[:-1]]
    last = trajectory.phases[-1]
    found.append(Activity(str(PHASE_NAMES[last.phase]), last.start, max(end, last.end), last=True))
    legs = {leg.departs: str(leg.name) for leg in mission.legs}
    for first, then in ends_of(mission).items():
        start, stop = time_of(trajectory.events, first), time_of(trajectory.events, then)
        if start is not None and stop is not None:
            name = legs.get(first) or next(str(event.name) for event in trajectory.events if event.id == first)
            found.append(Activity(name, mission.seconds(start), mission.seconds(stop)))
    return tuple(found)


def activity_at(course: Course, t: float) -> Activity:
    """What goes on at a moment: of several the one that began last."""
    going = [activity for activity in course.activities if activity.start <= t < activity.end]
    return max(going, key=lambda activity: activity.start, default=course.activities[-1])


def headline(course: Course, frame: Frame, clock: MissionClock | None = None) -> Headline:
    """What the big countdown says at a moment, with time running as the clock says."""
    mission, t = course.mission, frame.t
    activity = activity_at(course, t)
    ends = translate("Countdown", "replay ends in") if activity.last else translate("Countdown", "ends in")
    left = duration(ceil(max(activity.end - t, 0.0)))
    if not course.timed:
        untimed = translate("Countdown", "No event has a time")
        return Headline(translate("Countdown", "Next"), countdown(0), untimed, "", activity.name, ends, left, 0.0)
    coming = next((i for i, (time, _) in enumerate(course.timed) if time > t), len(course.timed))
    before = course.timed[coming - 1][0] if coming else mission.seconds(mission.start)
    after = course.timed[coming][0] if coming < len(course.timed) else mission.seconds(mission.end)
    last = coming == len(course.timed)
    held = bool(coming) and (last or t - before < _hold(before, after, clock))
    time, event = course.timed[coming - 1 if held else coming]
    return Headline(
        label=_label(held, last, t - before),
        clock=countdown(floor(t - time)),
        name=str(event.name),
        detail=detail_line(course, t, event, time),
        activity=activity.name,
        ends=ends,
        left=left,
        fraction=1.0 if held else min(max((t - before) / max(after - before, 1e-9), 0.0), 1.0),
        event=event.id,
    )


def _hold(before: float, after: float, clock: MissionClock | None) -> float:
    """Seconds of mission time for which the event at `before` stays: two close to each other share the gap."""
    rate = abs(clock.rate_at(before)) if clock is not None else 1.0
    return min(HOLD * max(rate, 1.0), (after - before) / 2)


def _label(held: bool, last: bool, since: float) -> str:
    if not held:
        return translate("Countdown", "Next")
    if since < HOLD:
        return translate("Countdown", "Now")
    return translate("Countdown", "Last event") if last else translate("Countdown", "Just passed")


def detail_line(course: Course, t: float, event: Event, time: float) -> str:
    """`about 140 km · landing in 00:35:51`."""
    trajectory, landing = course.trajectory, course.landing
    parts = []
    if landing is not None and 0 < time < landing and time <= trajectory.t[-1]:
        parts.append(about_altitude(sample(trajectory.t, trajectory.channels["altitude"], time)))
    if event.id == "touchdown":
        told = translate("Countdown", "planned {time}")
        parts += [told.format(time=clock_time(report.time, seconds=False)) for report in event.planned[:1]]
    elif landing is not None and t < landing:
        parts.append(translate("Countdown", "landing in {time}").format(time=duration(ceil(landing - t))))
    elif landing is not None:
        parts.append(translate("Countdown", "landed {time} ago").format(time=duration(floor(t - landing))))
    return " · ".join(part for part in parts if part)


def about_altitude(metres: float) -> str:
    """A rounded height; nothing close to the ground, where the ellipsoid is no measure."""
    if metres < 1500:
        return ""
    return translate("Countdown", "about {number} km").format(number=number(metres / 1000, 0 if metres >= 10e3 else 1))


def summary(headline: Headline, rows: Sequence[Row]) -> str:
    """The countdown in a few sentences."""
    done = sum(row.state in (State.DONE, State.DONE_LATE) for row in rows)
    late = [f"{row.name} {row.difference}" for row in rows if row.state is State.DONE_LATE]
    parts = [f"{headline.label}: {headline.name}, {headline.clock}", headline.detail]
    parts.append(f"{headline.activity} {headline.ends} {headline.left}")
    told = translate("Countdown", "{done} of {all} events done").format(done=done, all=len(rows))
    if late:
        told += translate("Countdown", ", late: {events}").format(events="; ".join(late))
    return ". ".join(part for part in (*parts, told) if part) + "."
