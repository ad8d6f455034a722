"""The rows of a comparison that tell how long each part of the flight took, and when what happened."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from mission_gui.domain.events import EVENT_NAMES, Event
from mission_gui.domain.facts import Report, Text, joined
from mission_gui.physics.comparison_figures import (
    Cell,
    Flown,
    Form,
    Group,
    Measure,
    Row,
    Said,
    event_in,
    modelled,
    reported,
    row,
    row_key,
)

MOMENT, SPAN = Measure(Form.MOMENT), Measure(Form.SPAN)

SPANS: dict[tuple[str, str], Text] = {
    ("undocking", "touchdown"): Text("Undocking to landing", "От расстыковки до посадки"),
    ("undocking", "ignition"): Text("Undocking to ignition", "От расстыковки до включения"),
    ("ignition", "burn_end"): Text("Deorbit burn", "Тормозной импульс"),
    ("ignition", "touchdown"): Text("Ignition to landing", "От включения до посадки"),
    ("burn_end", "touchdown"): Text("Burn end to landing", "От конца импульса до посадки"),
    ("entry_interface", "parachutes"): Text("Entry to parachutes", "От входа до парашюта"),
    ("parachutes", "touchdown"): Text("Under parachutes", "На парашюте"),
}


def span_rows(flights: tuple[Flown, ...]) -> Iterator[Row]:
    """How long each part took."""
    for (first, last), name in SPANS.items():
        for said, find in ((Said.REPLAYED, _replayed_span), (Said.REPORTED, _reported_span), (Said.PLANNED, _plan)):
            cells = [find(flown, first, last) for flown in flights]
            yield row(row_key(f"{first}_to_{last}", said), Group.SPANS, name, said, SPAN, cells)


def _replayed_span(flown: Flown, first: str, last: str) -> Cell | None:
    start, end = event_in(flown, first), event_in(flown, last)
    if start is None or end is None or start.time is None or end.time is None:
        return None
    # No deviation: those of two events of one flight go together, and do not tell that of the time between them.
    return modelled((end.time - start.time).total_seconds())


def _reported_span(flown: Flown, first: str, last: str) -> Cell | None:
    return _published_span(flown, first, last, lambda event: event.actual)


def _plan(flown: Flown, first: str, last: str) -> Cell | None:
    return _published_span(flown, first, last, lambda event: event.planned)


def _published_span(flown: Flown, first: str, last: str, reports: Callable[[Event], tuple[Report, ...]]) -> Cell | None:
    start, end = event_in(flown, first), event_in(flown, last)
    if start is None or end is None or not reports(start) or not reports(end):
        return None
    one, other = reports(start)[0], reports(end)[0]
    cell = reported(other, flown.mission.seconds(one.time), flown.mission.seconds(other.time))
    sources = dict.fromkeys((one.source.title, other.source.title))
    return replace(cell, within=max(one.precision, other.precision), source=joined(sources, "; "))


def event_rows(flights: tuple[Flown, ...], zeros: tuple[float, ...]) -> Iterator[Row]:
    """T of every event; `zeros` are the mission times of T = 0, s."""
    names = {event.id: event.name for flown in flights for event in flown.trajectory.events}
    ordered = [id for id in (*EVENT_NAMES, *names) if id in names]
    for event_id in dict.fromkeys(ordered):
        events = [event_in(flown, event_id) for flown in flights]
        if event_id not in EVENT_NAMES and sum(event is not None for event in events) < 2:
            continue
        placed = list(zip(flights, events, zeros, strict=True))
        for said, find in ((Said.REPLAYED, _replayed), (Said.REPORTED, _actual), (Said.PLANNED, _planned)):
            cells = [None if event is None else find(flown, event, zero) for flown, event, zero in placed]
            yield row(row_key(f"time_of_{event_id}", said), Group.EVENTS, names[event_id], said, MOMENT, cells)


_MATCHED = Text("Matched to the published time", "Согласовано с опубликованным временем")


def _replayed(flown: Flown, event: Event, zero: float) -> Cell | None:
    if event.modelled is None:
        return None
    matched = _MATCHED if event.id == "touchdown" and event.actual else Text("")
    return modelled(flown.mission.seconds(event.modelled) - zero, event.sigma, matched)


def _actual(flown: Flown, event: Event, zero: float) -> Cell | None:
    return _first(flown, event.actual, zero)


def _planned(flown: Flown, event: Event, zero: float) -> Cell | None:
    return _first(flown, event.planned, zero)


def _first(flown: Flown, reports: tuple[Report, ...], zero: float) -> Cell | None:
    return reported(reports[0], zero, flown.mission.seconds(reports[0].time)) if reports else None
