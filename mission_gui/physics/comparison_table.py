"""The rows of a comparison: how the crews came down, where, how long each part took, when, and with whom."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC
from functools import partial
from math import degrees

import numpy as np

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import EVENT_NAMES, Event
from mission_gui.domain.facts import Basis, Kind, Report, Text
from mission_gui.domain.frame import sample
from mission_gui.domain.ports import port_name
from mission_gui.domain.records import surname
from mission_gui.domain.trajectory import sigma_at
from mission_gui.physics.comparison_figures import (
    MODEL,
    Cell,
    Flown,
    Form,
    Group,
    Measure,
    Row,
    Said,
    basis_of,
    given,
    modelled,
    published,
    reported,
    row,
    worded,
)
from mission_gui.physics.measures import crossing, distance, entry_maximum, ground_way, peak_load, short_of_plan

Found = Callable[[Flown], Cell | None]

MOMENT, SPAN, WORDS = Measure(Form.MOMENT), Measure(Form.SPAN), Measure(Form.WORDS)
LOAD, SPEED = Measure(Form.NUMBER, "g", 1 / 9.80665, 1), Measure(Form.NUMBER, "km/s", 1e-3, 2)
ANGLE, DAYS = Measure(Form.NUMBER, "°", degrees(1.0), 2), Measure(Form.NUMBER, "d", 1 / 86400, 1)
FAR, DELTA_V = Measure(Form.NUMBER, "km", 1e-3), Measure(Form.NUMBER, "m/s", 1.0, 1)
COUNT = Measure(Form.NUMBER)

STEEP_ALTITUDE = 50e3
"""Metres: by here a ballistic entry falls much steeper than one that flies on its lift."""

SPANS: dict[tuple[str, str], Text] = {
    ("undocking", "touchdown"): Text("Undocking to landing", "От расстыковки до посадки"),
    ("undocking", "ignition"): Text("Undocking to ignition", "От расстыковки до включения"),
    ("ignition", "burn_end"): Text("Deorbit burn", "Тормозной импульс"),
    ("ignition", "touchdown"): Text("Ignition to landing", "От включения до посадки"),
    ("burn_end", "touchdown"): Text("Burn end to landing", "От конца импульса до посадки"),
    ("entry_interface", "parachutes"): Text("Entry to parachutes", "От входа до парашюта"),
    ("parachutes", "touchdown"): Text("Under parachutes", "На парашюте"),
}

UNCREWED = Text("uncrewed", "без экипажа")
GUIDED, BALLISTIC = Text("guided", "управляемый"), Text("ballistic", "баллистический")


def rows(flights: tuple[Flown, ...], align: str, zeros: tuple[float, ...]) -> Iterator[Row]:
    """Every row of which something is known."""
    found = (*_descent(flights), *_landing(flights), *_spans(flights), *_events(flights, zeros), *_ship(flights))
    return (row for row in found if any(cell is not None for cell in row.cells))


def _descent(flights: tuple[Flown, ...]) -> Iterator[Row]:
    heat, pressure = CHANNELS["heat_flux"], CHANNELS["dynamic_pressure"]
    told: tuple[tuple[str, Text, Said, Measure, Found], ...] = (
        ("descent", Text("Descent", "Спуск"), Said.GIVEN, WORDS, _sort),
        ("peak_load", Text("Peak load", "Наибольшая перегрузка"), Said.REPLAYED, LOAD, _peak_load),
        ("peak_load", Text("Peak load", "Наибольшая перегрузка"), Said.REPORTED, LOAD, _peak_load_told),
        ("lift_lost", Text("Lift lost at", "Подъёмная сила потеряна на"), Said.REPLAYED, FAR, _lift_lost),
        ("steepness", Text("Angle at 50 km", "Наклон на 50 км"), Said.REPLAYED, ANGLE, _steepness),
        ("entry_way", Text("Entry to landing place", "От входа до места посадки"), Said.REPLAYED, FAR, _entry_way),
        (
            "peak_heating",
            Text("Peak heating", "Наибольший нагрев"),
            Said.REPLAYED,
            Measure(Form.NUMBER, heat.unit, heat.factor, 0),
            partial(_largest, "heat_flux"),
        ),
        (
            "peak_pressure",
            Text("Peak dynamic pressure", "Наибольший скоростной напор"),
            Said.REPLAYED,
            Measure(Form.NUMBER, pressure.unit, pressure.factor, 1),
            partial(_largest, "dynamic_pressure"),
        ),
        (
            "entry_speed",
            Text("Entry speed, inertial", "Скорость входа, инерц."),
            Said.REPLAYED,
            SPEED,
            partial(_at_entry, "inertial_speed"),
        ),
        (
            "entry_angle",
            Text("Entry angle", "Угол входа"),
            Said.REPLAYED,
            ANGLE,
            partial(_at_entry, "flight_path_angle"),
        ),
        ("delta_v", Text("Deorbit delta-v", "Тормозной импульс, ΔV"), Said.GIVEN, DELTA_V, _delta_v),
    )
    for name, title, said, measure, find in told:
        yield row(_key(name, said), Group.DESCENT, title, said, measure, [find(flown) for flown in flights])


def _sort(flown: Flown) -> Cell:
    """Ballistic or not; reported where a source says so."""
    solution, mission = flown.trajectory.solution, flown.mission
    if solution is None or solution.lift_lost is None:
        return worded(GUIDED, modelled(0.0, note="No source reports a ballistic descent"))
    fact = next((fact for fact in mission.facts if fact.value == BALLISTIC.en), None)
    if fact is None:
        return worded(BALLISTIC, given(1.0, mission.descent.provenance.get("ballistic_below")))
    sources = "; ".join(source.url or source.title for source in fact.sources)
    return Cell(1.0, basis_of(fact.kind), fact.kind, sources, BALLISTIC, note=fact.note)


def _peak_load(flown: Flown) -> Cell:
    top = next((event.time for event in flown.trajectory.events if event.id == "peak_load"), None)
    sigma = sigma_at(flown.trajectory, "load", flown.mission.seconds(top)) if top else float("nan")
    return modelled(peak_load(flown.trajectory), _known(sigma))


def _peak_load_told(flown: Flown) -> Cell | None:
    return published(flown.mission.figures.peak_load)


def _lift_lost(flown: Flown) -> Cell | None:
    lost = flown.trajectory.solution.lift_lost if flown.trajectory.solution else None
    if lost is None:
        return worded(Text("not lost", "не потеряна"), Cell(None, Basis.MODELLED, None, MODEL))
    return Cell(lost, Basis.MODELLED, Kind.CALIBRATED, MODEL, note="Found so that the flight lands where it did")


def _steepness(flown: Flown) -> Cell:
    flight = flown.trajectory
    t = crossing(flight, STEEP_ALTITUDE)
    angle = sample(flight.t, flight.channels["flight_path_angle"], t)
    return modelled(angle, _known(sigma_at(flight, "flight_path_angle", t)))


def _entry_way(flown: Flown) -> Cell | None:
    start = _seconds(flown, "entry_interface")
    if start is None:
        return None
    _, gone = ground_way(flown.trajectory, start)
    return modelled(float(gone[-1]), note=f"Over the ground, from {_interface(flown)}")


def _largest(channel: str, flown: Flown) -> Cell:
    return modelled(entry_maximum(flown.trajectory, channel))


def _at_entry(channel: str, flown: Flown) -> Cell | None:
    t, flight = _seconds(flown, "entry_interface"), flown.trajectory
    if t is None:
        return None
    value = sample(flight.t, flight.channels[channel], t)
    return modelled(value, _known(sigma_at(flight, channel, t)), f"At {_interface(flown)}")


def _interface(flown: Flown) -> str:
    return f"{flown.mission.vehicle.entry_interface_altitude / 1000:.0f} km"


def _delta_v(flown: Flown) -> Cell:
    descent = flown.mission.descent
    return given(descent.delta_v, descent.provenance.get("delta_v"))


def _landing(flights: tuple[Flown, ...]) -> Iterator[Row]:
    short = Text("From the aim point", "От точки прицеливания")
    yield row("short_of_plan_replayed", Group.LANDING, short, Said.REPLAYED, FAR, [_short(one) for one in flights])
    told = [published(one.mission.figures.short_of_plan) for one in flights]
    yield row("short_of_plan_reported", Group.LANDING, short, Said.REPORTED, FAR, told)
    places = [one.mission.landing for one in flights]
    found = row(
        "landing_place",
        Group.LANDING,
        Text("Landing place", "Место посадки"),
        Said.GIVEN,
        WORDS,
        [worded(_place(p.latitude, p.longitude), given(0.0, p.provenance)) for p in places],
    )
    home = (places[0].latitude, places[0].longitude)
    apart = tuple(distance(home, (place.latitude, place.longitude)) for place in places)
    yield replace(found, differences=apart, difference=FAR)
    for name, title, form in (
        ("landing_date", Text("Landing date, UTC", "Дата посадки, UTC"), "%Y-%m-%d"),
        ("landing_time", Text("Landing time, UTC", "Время посадки, UTC"), "%H:%M:%S"),
    ):
        yield row(name, Group.LANDING, title, Said.GIVEN, WORDS, [_landed(one, form) for one in flights])


def _short(flown: Flown) -> Cell:
    aim = flown.mission.aim_point.provenance
    note = "" if aim is None else f"The aim point is {aim.kind.value}: {aim.note or aim.source}"
    return modelled(short_of_plan(flown.mission, flown.trajectory), note=note)


def _place(latitude: float, longitude: float) -> Text:
    north, east = degrees(latitude), (degrees(longitude) + 180.0) % 360.0 - 180.0
    sides = ("N" if north >= 0 else "S"), ("E" if east >= 0 else "W")
    russian = {"N": "с. ш.", "S": "ю. ш.", "E": "в. д.", "W": "з. д."}
    numbers = f"{abs(north):.2f}°", f"{abs(east):.2f}°"
    english = " ".join(f"{number} {side}" for number, side in zip(numbers, sides, strict=True))
    return Text(
        english,
        " ".join(f"{n.replace('.', ',')} {russian[side]}" for n, side in zip(numbers, sides, strict=True)),
    )


def _landed(flown: Flown, form: str) -> Cell | None:
    event = _event(flown, "touchdown")
    if event is None or event.time is None:
        return None
    words = Text(event.time.astimezone(UTC).strftime(form))
    if not event.reports:
        return worded(words, modelled(0.0, event.sigma))
    return worded(words, reported(event.reports[0], 0.0, 0.0))


def _spans(flights: tuple[Flown, ...]) -> Iterator[Row]:
    for (first, last), name in SPANS.items():
        for said, find in ((Said.REPLAYED, _replayed_span), (Said.REPORTED, _reported_span), (Said.PLANNED, _plan)):
            cells = [find(flown, first, last) for flown in flights]
            yield row(_key(f"{first}_to_{last}", said), Group.SPANS, name, said, SPAN, cells)


def _replayed_span(flown: Flown, first: str, last: str) -> Cell | None:
    start, end = _event(flown, first), _event(flown, last)
    if start is None or end is None or start.time is None or end.time is None:
        return None
    # No deviation: those of two events of one flight go together, and do not tell that of the time between them.
    return modelled((end.time - start.time).total_seconds())


def _reported_span(flown: Flown, first: str, last: str) -> Cell | None:
    return _published_span(flown, first, last, lambda event: event.actual)


def _plan(flown: Flown, first: str, last: str) -> Cell | None:
    return _published_span(flown, first, last, lambda event: event.planned)


def _published_span(flown: Flown, first: str, last: str, reports: Callable[[Event], tuple[Report, ...]]) -> Cell | None:
    start, end = _event(flown, first), _event(flown, last)
    if start is None or end is None or not reports(start) or not reports(end):
        return None
    one, other = reports(start)[0], reports(end)[0]
    cell = reported(other, flown.mission.seconds(one.time), flown.mission.seconds(other.time))
    sources = dict.fromkeys((one.source.title, other.source.title))
    return replace(cell, within=max(one.precision, other.precision), source="; ".join(sources))


def _events(flights: tuple[Flown, ...], zeros: tuple[float, ...]) -> Iterator[Row]:
    names = {event.id: event.name for flown in flights for event in flown.trajectory.events}
    ordered = [id for id in (*EVENT_NAMES, *names) if id in names]
    for event_id in dict.fromkeys(ordered):
        events = [_event(flown, event_id) for flown in flights]
        if event_id not in EVENT_NAMES and sum(event is not None for event in events) < 2:
            continue
        placed = list(zip(flights, events, zeros, strict=True))
        for said, find in ((Said.REPLAYED, _replayed), (Said.REPORTED, _actual), (Said.PLANNED, _planned)):
            cells = [None if event is None else find(flown, event, zero) for flown, event, zero in placed]
            yield row(_key(f"time_of_{event_id}", said), Group.EVENTS, names[event_id], said, MOMENT, cells)


def _replayed(flown: Flown, event: Event, zero: float) -> Cell | None:
    if event.modelled is None:
        return None
    matched = "Matched to the published time" if event.id == "touchdown" and event.actual else ""
    return modelled(flown.mission.seconds(event.modelled) - zero, event.sigma, matched)


def _actual(flown: Flown, event: Event, zero: float) -> Cell | None:
    return _first(flown, event.actual, zero)


def _planned(flown: Flown, event: Event, zero: float) -> Cell | None:
    return _first(flown, event.planned, zero)


def _first(flown: Flown, reports: tuple[Report, ...], zero: float) -> Cell | None:
    return reported(reports[0], zero, flown.mission.seconds(reports[0].time)) if reports else None


def _ship(flights: tuple[Flown, ...]) -> Iterator[Row]:
    told: tuple[tuple[str, Text, Measure, Found], ...] = (
        ("port", Text("Port", "Стыковочный узел"), WORDS, _port),
        ("crew", Text("Crew", "Экипаж"), WORDS, _crew),
        ("aboard", Text("People aboard", "Человек на борту"), COUNT, _aboard),
        ("crew_days", Text("Crew days in space", "Человеко-суток в полёте"), DAYS, _crew_days),
        ("longest", Text("Longest flight aboard", "Самый долгий полёт на борту"), DAYS, _longest),
    )
    for name, title, measure, find in told:
        yield row(name, Group.SHIP, title, Said.GIVEN, measure, [find(flown) for flown in flights])


def _port(flown: Flown) -> Cell | None:
    departure = flown.mission.departure
    name = port_name(departure.port)
    if name is None:
        return None
    source = departure.source.url or departure.source.title
    return Cell(None, Basis.PUBLISHED, departure.kind, source, name)


def _crew(flown: Flown) -> Cell:
    crew = flown.mission.crew
    if not crew:
        return _uncrewed(flown)
    called = [person.called for person in crew]
    words = Text(", ".join(surname(one.en) for one in called), ", ".join(surname(one.ru or one.en) for one in called))
    return worded(words, _counted(flown, float(len(crew))))


def _uncrewed(flown: Flown) -> Cell:
    return replace(_counted(flown, 0.0), value=None, words=UNCREWED)


def _aboard(flown: Flown) -> Cell:
    return _counted(flown, float(len(flown.mission.crew)))


def _counted(flown: Flown, value: float) -> Cell:
    titles = dict.fromkeys(source.title for person in flown.mission.crew for source in person.sources)
    return Cell(value, Basis.PUBLISHED, Kind.ACTUAL, "; ".join(titles) or "mission file")


def _crew_days(flown: Flown) -> Cell | None:
    if not flown.mission.crew:
        return _aboard(flown)
    days = _flights(flown)
    return _from_launches(flown, sum(days)) if days else None


def _longest(flown: Flown) -> Cell | None:
    if not flown.mission.crew:
        return _uncrewed(flown)
    days = _flights(flown)
    return _from_launches(flown, max(days)) if days else None


def _flights(flown: Flown) -> list[float]:
    """Seconds that each of the crew was in space."""
    event = _event(flown, "touchdown")
    if event is None or event.time is None:
        return []
    return [(event.time - person.launch).total_seconds() for person in flown.mission.crew]


def _from_launches(flown: Flown, value: float) -> Cell:
    rough = max(person.launch_precision for person in flown.mission.crew)
    cell = _counted(flown, value)
    return replace(cell, kind=Kind.DERIVED, within=rough, note="From each one's own launch to the landing")


def _event(flown: Flown, event_id: str) -> Event | None:
    return next((event for event in flown.trajectory.events if event.id == event_id), None)


def _seconds(flown: Flown, event_id: str) -> float | None:
    event = _event(flown, event_id)
    return None if event is None or event.time is None else flown.mission.seconds(event.time)


def _known(sigma: float) -> float | None:
    return None if np.isnan(sigma) else sigma


def _key(name: str, said: Said) -> str:
    return f"{name}_{said}" if said else name
