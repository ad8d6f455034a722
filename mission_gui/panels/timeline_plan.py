"""Ahead of the plan or behind it: at each event that was planned and happened, and now. Plain functions."""

from dataclasses import dataclass

from mission_gui.domain.events import Event
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.panels.marks import State
from mission_gui.panels.sequence import difference, rounded_span, slip
from mission_gui.panels.wording import clock_time

_LATE = 60.0  # s; a plan told to the minute is not missed before the minute is over


@dataclass(frozen=True, slots=True)
class Slip:
    """An event with its mission times of the plan and of what happened; `late` seconds, 0 within the reports."""

    event: Event
    planned: float
    actual: float
    late: float


@dataclass(frozen=True, slots=True)
class Standing:
    """How the flight stands against its plan: words, the event they are about, and the mark of it."""

    words: str
    event: str
    state: State


def slips(mission: Mission, trajectory: Trajectory) -> tuple[Slip, ...]:
    """The events whose plan and fact are both known, in the order in which they happened."""
    found = [
        Slip(event, mission.seconds(event.planned[0].time), mission.seconds(event.actual[0].time), slip(event))
        for event in trajectory.events
        if event.delay is not None
    ]
    return tuple(sorted(found, key=lambda each: each.actual))


def standing(known: tuple[Slip, ...], t: float) -> Standing | None:
    """How it stands at a moment: what is overdue, else the last event that tells; None before the first of them."""
    overdue = [each for each in known if each.planned + _LATE <= t < each.actual]
    if overdue:
        first = min(overdue, key=lambda each: each.planned)
        return Standing(
            translate("Timeline", "Overdue by {time}").format(time=rounded_span(t - first.planned)),
            str(first.event.name),
            State.OVERDUE,
        )
    done = [each for each in known if each.actual <= t]
    if not done:
        return None
    last = done[-1]
    if last.late == 0:
        return Standing(translate("Timeline", "On time"), str(last.event.name), State.DONE)
    if last.late < 0:
        return Standing(
            translate("Timeline", "Ahead by {time}").format(time=rounded_span(-last.late)),
            str(last.event.name),
            State.DONE,
        )
    return Standing(
        translate("Timeline", "Behind by {time}").format(time=rounded_span(last.late)),
        str(last.event.name),
        State.DONE_LATE,
    )


def history(known: tuple[Slip, ...], t: float) -> str:
    """The differences up to a moment, a line for each event."""
    told = translate("Timeline", "{name}: planned {planned}, {actual}, {difference}")
    lines = [
        told.format(
            name=each.event.name,
            planned=clock_time(each.event.planned[0].time, seconds=False),
            actual=clock_time(each.event.actual[0].time, seconds=False),
            difference=difference(each.event),
        )
        for each in known
        if each.actual <= t
    ]
    if not lines:
        return translate("Timeline", "No event has been compared with its plan yet")
    return "\n".join([translate("Timeline", "Against the plan (UTC)"), *lines])
