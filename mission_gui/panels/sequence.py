"""The sequence of events as rows of text, with all that is known of each: plain functions, no Qt."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import combinations

from mission_gui.domain.events import NARROW_NAMES, Event
from mission_gui.domain.facts import KIND_NAMES, Basis, Kind, Report, Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.panels.marks import STATE_NAMES, State
from mission_gui.panels.wording import MINUS, clock_time
from mission_gui.panels.wording import day as day_name

_TELLING = (State.OVERDUE, State.ABORTED)
"""States whose word stands in the place of the difference."""
_ENDS = {"ignition": "burn_end", "blackout_start": "blackout_end", "flyaround_start": "photographs_end"}
_QUOTED = Text('"{words}"', "«{words}»")
_MODEL = Text("model", "модель")
_KIND_WORDS = {
    Kind.DERIVED: Text("derived", "расчёт"),
    Kind.CALIBRATED: _MODEL,
    Kind.ASSUMED: Text("assumed", "принято"),
    Kind.UNVERIFIED: Text("unsourced", "без источника"),
}


_QUALIFIERS = {"": Text(""), "about": Text("about", "около"), "by": Text("by", "к")}
_TOLD_AS = {
    Kind.PLANNED: Text("Planned", "План"),
    Kind.ACTUAL: Text("Actual", "Факт"),
    Kind.ASSUMED: Text("Assumed", "Принято"),
}
BASIS_WORDS = {
    Basis.PUBLISHED: Text("published", "опубликовано"),
    Basis.PROPAGATED: Text("propagated", "по элементам орбиты"),
    Basis.MODELLED: Text("modelled", "по модели"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One event as the list shows it; `short` is its name and `actual_short` its time for narrow lists, `time` in
    seconds of mission time.

    `difference` is that to the plan, or how the time is known; of what is overdue or aborted, that it is.
    """

    id: str
    name: str
    state: State
    planned: str
    actual: str
    actual_short: str
    difference: str
    time: float | None
    short: str


def rows(mission: Mission, trajectory: Trajectory, frame: Frame) -> list[Row]:
    """The sequence of events at a moment."""
    states = states_at(trajectory.events, ends_of(mission), frame)
    return [row(mission, event, state) for event, state in zip(trajectory.events, states, strict=True)]


class RowBook:
    """The rows of a flight, each made once for each state it comes to."""

    def __init__(self, mission: Mission, trajectory: Trajectory) -> None:
        self._mission, self._events = mission, trajectory.events
        self._ends = ends_of(mission)
        self._made: dict[tuple[int, State], Row] = {}

    def at(self, frame: Frame) -> tuple[Row, ...]:
        """The sequence of events at a moment."""
        states = enumerate(states_at(self._events, self._ends, frame))
        return tuple(self._made.get(key) or self._make(key) for key in states)

    def _make(self, key: tuple[int, State]) -> Row:
        self._made[key] = made = row(self._mission, self._events[key[0]], key[1])
        return made


def ends_of(mission: Mission) -> dict[str, str]:
    """The events that begin an activity, each with the event that ends it."""
    return _ENDS | {leg.departs: leg.arrives for leg in mission.legs}


def states_at(events: tuple[Event, ...], ends: dict[str, str], frame: Frame) -> list[State]:
    """Where each event stands at a moment."""
    return [state_of(events, index, frame, ends) for index in range(len(events))]


def row(mission: Mission, event: Event, state: State) -> Row:
    """One event in a state."""
    day = mission.epoch.date()
    known = event.reports or event.modelled or not event.planned
    return Row(
        id=event.id,
        name=str(event.name),
        state=state,
        planned=stamp(event.planned[0], _told_day(event, day), False, brief=True) if event.planned else "",
        actual=actual_text(event, day, True) if known else "",
        actual_short=actual_text(event, day, False) if known else "",
        difference=str(STATE_NAMES[state]) if state in _TELLING else difference(event, state),
        time=mission.seconds(event.time) if event.time else None,
        short=str(NARROW_NAMES.get(event.id, event.name)),
    )


def _told_day(event: Event, day: date) -> date:
    """The day that the planned time need not name: that of the time beside it, which names it, else the mission's."""
    plan = event.planned[0]
    beside = event.reports[0].time if event.reports else event.modelled
    named = beside is not None and beside.date() == plan.time.date() and plan.precision < 3600
    return plan.time.date() if named else day


def state_of(events: tuple[Event, ...], index: int, frame: Frame, ends: dict[str, str]) -> State:
    """Where an event stands."""
    event, utc = events[index], frame.utc
    if event.time is None:
        return State.DONE if _later_done(events, index, utc) else State.TO_COME
    if event.time > utc:
        if _missed(event, utc):
            return State.OVERDUE
        return State.NEXT if index == frame.next_index else State.TO_COME
    if event.aborted:
        return State.ABORTED
    if not event.reports and event.modelled is None:
        return State.SKIPPED if _later_done(events, index, utc) or _reported_after(events, index) else State.OVERDUE
    end = event_of(events, ends.get(event.id, ""))
    if end is not None and end.time is not None and utc < end.time:
        return State.RUNNING_LONG if _missed(end, utc) else State.IN_PROGRESS
    return State.DONE_LATE if is_late(event) else State.DONE


def _missed(event: Event, utc: datetime) -> bool:
    """Whether an event that has not happened is a minute or more behind its plan."""
    return bool(event.planned) and utc - event.planned[0].time >= timedelta(minutes=1)


def _later_done(events: tuple[Event, ...], index: int, utc: datetime) -> bool:
    later = (event for event in events[index + 1 :] if event.reports or event.modelled)
    return any(event.time is not None and event.time <= utc for event in later)


def _reported_after(events: tuple[Event, ...], index: int) -> bool:
    """Whether anything after an event is on record: then nobody waits for it, it is only that nobody timed it."""
    return any(event.actual for event in events[index + 1 :])


def event_of(events: tuple[Event, ...], event_id: str) -> Event | None:
    """An event by its id; None where the flight has no such event."""
    return next((event for event in events if event.id == event_id), None)


def time_of(events: tuple[Event, ...], event_id: str) -> datetime | None:
    """The time of an event; None where there is no such event or no time."""
    event = event_of(events, event_id)
    return event.time if event is not None else None


def is_late(event: Event) -> bool:
    """Whether the delay is more than the reports leave open."""
    return slip(event) > 0


def slip(event: Event) -> float:
    """Seconds behind the plan, negative ahead of it; 0 within what the reports leave open, or where one is missing."""
    if event.delay is None:
        return 0.0
    seconds = event.delay.total_seconds()
    open_seconds = max(60.0, event.planned[0].precision, event.actual[0].precision)
    return seconds if abs(seconds) >= open_seconds else 0.0


def difference(event: Event, state: State = State.DONE) -> str:
    """`+16 min` against the plan, `0` within the precision of the reports, or how the time is known."""
    if event.delay is not None:
        seconds = slip(event)
        return f"{MINUS if seconds < 0 else '+'}{rounded_span(abs(seconds))}" if seconds else "0"
    if event.reports:
        return str(_KIND_WORDS.get(event.reports[0].kind, ""))
    if event.modelled is not None:
        return str(_MODEL)
    if event.time is None:
        return translate("Sequence", "no time")
    return translate("Sequence", "no report") if state is State.SKIPPED else ""


def rounded_span(seconds: float) -> str:
    """`16 min`, `2.5 h`, `3 d`."""
    if seconds < 7200:
        return translate("Sequence", "{number} min").format(number=round(seconds / 60))
    if seconds < 172800:
        return translate("Sequence", "{number} h").format(number=f"{seconds / 3600:.1f}")
    return translate("Sequence", "{number} d").format(number=round(seconds / 86400))


def actual_text(event: Event, day: date, seconds: bool) -> str:
    """When it happened: as reported, else as modelled."""
    if event.reports:
        return stamp(event.reports[0], day, seconds, brief=not seconds)
    return dated(event.modelled, day, False) if event.modelled else ""


def stamp(report: Report, day: date, seconds: bool, brief: bool = False) -> str:
    """A report's time with its qualifier: `by 11:58`, `11:28:03`, `31 Mar` where it is known to the hour only."""
    local, qualifier = report.time, report.qualifier
    if local.date() != day and report.precision >= 3600:
        text = day_name(local)
    else:
        text = dated(local, day, seconds and report.precision < 60)
    return f"~{text}" if brief and qualifier == "about" else f"{_QUALIFIERS[qualifier]} {text}".strip()


def dated(time: datetime, day: date, seconds: bool) -> str:
    """The time of day in UTC, with the date on another day than the mission's."""
    text = clock_time(time, seconds=seconds)
    return text if time.date() == day else f"{day_name(time)} {text}"


def explain(event: Event, state: State, day: date) -> str:
    """Everything known about an event: each report with source and kind, conflicts, basis, note."""
    lines = [translate("Sequence", "{name}: {state} (times in UTC)").format(name=event.name, state=STATE_NAMES[state])]
    lines += [_cited(Kind.PLANNED, report, day) for report in event.planned]
    lines += [_cited(Kind.ACTUAL, report, day) for report in event.actual]
    lines += [_cited(Kind.ASSUMED, report, day) for report in event.assumed]
    if event.modelled is not None:
        off = f" ± {event.sigma:.0f} s" if event.sigma and event.sigma >= 0.5 else ""
        lines.append(translate("Sequence", "Model {time}").format(time=dated(event.modelled, day, True)) + off)
    if disagree(event.actual):
        told = (f"{stamp(report, day, True)} {report.source.title}" for report in event.actual)
        lines.append(translate("Sequence", "The reports differ: {reports}").format(reports="; ".join(told)))
    if event.time is None:
        lines.append(translate("Sequence", "No source gives a time"))
    else:
        lines.append(translate("Sequence", "Shown here: {basis}").format(basis=how_known(event)))
    return "\n".join([*lines, str(event.note)] if event.note else lines)


def how_known(event: Event) -> str:
    """How the time shown of an event is known, in a word."""
    shown = () if event.modelled is not None else event.reports or event.planned
    if shown and shown[0].kind in (Kind.ASSUMED, Kind.DERIVED):
        return str(KIND_NAMES[shown[0].kind])
    return str(BASIS_WORDS[event.basis])


def disagree(reports: tuple[Report, ...]) -> bool:
    """Whether two reports differ by more than their precision leaves open."""
    return any(
        abs((a.time - b.time).total_seconds()) >= max(a.precision, b.precision) for a, b in combinations(reports, 2)
    )


def _cited(told_as: Kind, report: Report, day: date) -> str:
    kind = "" if report.kind is told_as else f", {KIND_NAMES[report.kind]}"
    said = f" {_QUOTED.format(words=report.text)}" if report.text else ""
    return f"{_TOLD_AS[told_as]} {stamp(report, day, True)}{said} ({report.source.title}{kind})"
