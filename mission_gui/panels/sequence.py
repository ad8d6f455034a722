"""The sequence of events as rows of text, and the countdown above it: plain functions, no Qt."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import combinations
from math import ceil, floor

from mission_gui.domain.events import PHASE_NAMES, Event
from mission_gui.domain.facts import Kind, Report
from mission_gui.domain.frame import Frame, sample
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.marks import STATE_NAMES, State
from mission_gui.panels.wording import MINUS, clock_time, countdown, duration, number

HOLD = 5.0
"""Seconds of mission time for which an event that has passed keeps the countdown."""

_ENDS = {"ignition": "burn_end", "blackout_start": "blackout_end", "flyaround_start": "photographs_end"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_KIND_WORDS = {
    Kind.DERIVED: "derived",
    Kind.CALIBRATED: "model",
    Kind.ASSUMED: "assumed",
    Kind.UNVERIFIED: "unsourced",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One event as the list shows it; `actual_short` is for narrow lists, `time` in seconds of mission time."""

    id: str
    name: str
    state: State
    planned: str
    actual: str
    actual_short: str
    difference: str
    time: float | None


@dataclass(frozen=True, slots=True)
class Headline:
    """The big countdown: to the next event, or since the one that just passed."""

    label: str
    clock: str
    name: str
    detail: str
    phase: str
    fraction: float


def rows(mission: Mission, trajectory: Trajectory, frame: Frame) -> list[Row]:
    """The sequence of events at a moment."""
    events = trajectory.events
    ends = _ENDS | {leg.departs: leg.arrives for leg in mission.legs}
    return [row(mission, event, state_of(events, index, frame, ends)) for index, event in enumerate(events)]


def row(mission: Mission, event: Event, state: State) -> Row:
    """One event in a state."""
    day = mission.epoch.date()
    planned = stamp(event.planned[0], day, False, brief=True) if event.planned else ""
    known = event.reports or event.modelled or not event.planned
    return Row(
        id=event.id,
        name=str(event.name),
        state=state,
        planned=planned,
        actual=actual_text(event, day, True) if known else "",
        actual_short=actual_text(event, day, False) if known else "",
        difference=difference(event, state),
        time=mission.seconds(event.time) if event.time else None,
    )


def state_of(events: tuple[Event, ...], index: int, frame: Frame, ends: dict[str, str]) -> State:
    """Where an event stands."""
    event, utc = events[index], frame.utc
    if event.time is None:
        return State.DONE if _later_done(events, index, utc) else State.TO_COME
    if event.time > utc:
        if event.planned and utc - event.planned[0].time >= timedelta(minutes=1):
            return State.OVERDUE
        return State.NEXT if index == frame.next_index else State.TO_COME
    if not event.reports and event.modelled is None:
        return State.SKIPPED if _later_done(events, index, utc) else State.OVERDUE
    end = time_of(events, ends.get(event.id, ""))
    if end is not None and utc < end:
        return State.IN_PROGRESS
    return State.DONE_LATE if is_late(event) else State.DONE


def _later_done(events: tuple[Event, ...], index: int, utc: datetime) -> bool:
    later = (event for event in events[index + 1 :] if event.reports or event.modelled)
    return any(event.time is not None and event.time <= utc for event in later)


def time_of(events: tuple[Event, ...], event_id: str) -> datetime | None:
    """The time of an event; None where there is no such event or no time."""
    return next((event.time for event in events if event.id == event_id), None)


def is_late(event: Event) -> bool:
    """Whether the delay is more than the reports leave open."""
    return event.delay is not None and event.delay.total_seconds() >= _uncertainty(event)


def _uncertainty(event: Event) -> float:
    return max(60.0, event.planned[0].precision, event.actual[0].precision)


def difference(event: Event, state: State = State.DONE) -> str:
    """`+16 min` against the plan, `0` within the precision of the reports, or how the time is known."""
    if event.delay is not None:
        seconds = event.delay.total_seconds()
        if abs(seconds) < _uncertainty(event):
            return "0"
        return f"{MINUS if seconds < 0 else '+'}{_span(abs(seconds))}"
    if event.reports:
        return _KIND_WORDS.get(event.reports[0].kind, "")
    if event.modelled is not None:
        return "model"
    if event.time is None:
        return "no time"
    return "no report" if state is State.SKIPPED else ""


def _span(seconds: float) -> str:
    if seconds < 7200:
        return f"{round(seconds / 60)} min"
    return f"{seconds / 3600:.1f} h" if seconds < 172800 else f"{round(seconds / 86400)} d"


def actual_text(event: Event, day: date, seconds: bool) -> str:
    """When it happened: as reported, else as modelled."""
    if event.reports:
        return stamp(event.reports[0], day, seconds, brief=not seconds)
    return dated(event.modelled, day, False) if event.modelled else ""


def stamp(report: Report, day: date, seconds: bool, brief: bool = False) -> str:
    """A report's time with its qualifier: `by 11:58`, `11:28:03`, `31 Mar` where it is known to the hour only."""
    local, qualifier = report.time, report.qualifier
    if local.date() != day and report.precision >= 3600:
        text = f"{local.day} {_MONTHS[local.month - 1]}"
    else:
        text = dated(local, day, seconds and report.precision < 60)
    return f"~{text}" if brief and qualifier == "about" else f"{qualifier} {text}".strip()


def dated(time: datetime, day: date, seconds: bool) -> str:
    """The time of day in UTC, with the date on another day than the mission's."""
    text = clock_time(time, seconds=seconds)
    return text if time.date() == day else f"{time.day} {_MONTHS[time.month - 1]} {text}"


def explain(event: Event, state: State, day: date) -> str:
    """Everything known about an event: each report with source and kind, conflicts, basis, note."""
    lines = [f"{event.name}: {STATE_NAMES[state]} (times in UTC)"]
    lines += [_cited("Planned", report, day) for report in event.planned]
    lines += [_cited("Actual", report, day) for report in event.actual]
    lines += [_cited("Assumed", report, day) for report in event.assumed]
    if event.modelled is not None:
        off = f" ± {event.sigma:.0f} s" if event.sigma is not None else ""
        lines.append(f"Model {dated(event.modelled, day, True)}{off}")
    if disagree(event.actual):
        told = (f"{stamp(report, day, True)} {report.source.title}" for report in event.actual)
        lines.append("The reports differ: " + "; ".join(told))
    if event.time is None:
        lines.append("No source gives a time")
    else:
        lines.append(f"Shown here: {event.basis}")
    return "\n".join([*lines, event.note] if event.note else lines)


def disagree(reports: tuple[Report, ...]) -> bool:
    """Whether two reports differ by more than their precision leaves open."""
    return any(
        abs((a.time - b.time).total_seconds()) >= max(a.precision, b.precision) for a, b in combinations(reports, 2)
    )


def _cited(word: str, report: Report, day: date) -> str:
    kind = "" if report.kind.value == word.lower() else f", {report.kind}"
    said = f' "{report.text}"' if report.text else ""
    return f"{word} {stamp(report, day, True)}{said} ({report.source.title}{kind})"


def headline(mission: Mission, trajectory: Trajectory, frame: Frame) -> Headline:
    """What the big countdown says at a moment."""
    timed = [(event, mission.seconds(event.time)) for event in trajectory.events if event.time is not None]
    passed = [pair for pair in timed if pair[1] <= frame.t]
    coming = [pair for pair in timed if pair[1] > frame.t]
    before = passed[-1][1] if passed else mission.seconds(mission.start)
    after = coming[0][1] if coming else mission.seconds(mission.end)
    # Two events within seconds of each other share the gap, so that neither goes unseen.
    hold = passed and (not coming or frame.t - before < min(HOLD, (after - before) / 2))
    if not timed:
        return Headline("Next", countdown(0), "No event has a time", "", phase_line(mission, trajectory, frame), 0)
    event, time = passed[-1] if hold else coming[0]
    label = "Last event" if not coming and frame.t - before >= HOLD else "Now" if hold else "Next"
    return Headline(
        label=label,
        clock=countdown(floor(frame.t - time)),
        name=str(event.name),
        detail=detail_line(mission, trajectory, frame, event),
        phase=phase_line(mission, trajectory, frame),
        fraction=1.0 if hold else min(max((frame.t - before) / max(after - before, 1e-9), 0.0), 1.0),
    )


def detail_line(mission: Mission, trajectory: Trajectory, frame: Frame, event: Event) -> str:
    """`about 140 km · landing in 00:35:51`."""
    parts = []
    touchdown = time_of(trajectory.events, "touchdown")
    landing = mission.seconds(touchdown) if touchdown else None
    if event.time is not None and landing is not None:
        t = mission.seconds(event.time)
        if 0 < t < landing and t <= trajectory.t[-1]:
            parts.append(about_altitude(sample(trajectory.t, trajectory.channels["altitude"], t)))
    if event.id == "touchdown":
        parts += [f"planned {report.time:%H:%M}" for report in event.planned[:1]]
    elif landing is not None and frame.t < landing:
        parts.append(f"landing in {duration(ceil(landing - frame.t))}")
    elif landing is not None:
        parts.append(f"landed {duration(floor(frame.t - landing))} ago")
    return " · ".join(part for part in parts if part)


def about_altitude(metres: float) -> str:
    """A rounded height; nothing close to the ground, where the ellipsoid is no measure."""
    if metres < 1500:
        return ""
    return f"about {number(metres / 1000, 0 if metres >= 10e3 else 1)} km"


def phase_line(mission: Mission, trajectory: Trajectory, frame: Frame) -> str:
    """`Descent coast · phase ends in 00:09:58`."""
    span = trajectory.span(frame.phase)
    name = PHASE_NAMES[frame.phase]
    if span is None or span is trajectory.phases[-1]:
        left = mission.seconds(mission.end) - frame.t
        return f"{name} · replay ends in {duration(ceil(max(left, 0)))}"
    return f"{name} · phase ends in {duration(ceil(max(span.end - frame.t, 0)))}"


def summary(headline: Headline, rows: list[Row]) -> str:
    """The countdown in a few sentences."""
    done = sum(row.state in (State.DONE, State.DONE_LATE) for row in rows)
    late = [f"{row.name} {row.difference}" for row in rows if row.state is State.DONE_LATE]
    words = {"Next": "Next", "Now": "Just passed", "Last event": "The last event"}[headline.label]
    parts = [f"{words}: {headline.name}, {headline.clock}", headline.detail, headline.phase]
    parts.append(f"{done} of {len(rows)} events done" + (f", late: {'; '.join(late)}" if late else ""))
    return ". ".join(part for part in parts if part) + "."
