"""The rows of a comparison that tell how the crews came down, and where."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC
from functools import partial
from math import degrees

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.facts import KIND_NAMES, Basis, Kind, Text, joined
from mission_gui.domain.frame import sample
from mission_gui.domain.trajectory import sigma_at
from mission_gui.physics.comparison_figures import (
    MODEL,
    WORDS,
    Cell,
    Flown,
    Form,
    Group,
    Measure,
    Row,
    Said,
    basis_of,
    event_in,
    given,
    modelled,
    published,
    reported,
    row,
    row_key,
    seconds_of,
    sigma_or_none,
    worded,
)
from mission_gui.physics.measures import crossing, distance, entry_maximum, ground_way, peak_load, short_of_plan

_NO_REPORT = Text("No source reports a ballistic descent", "Ни один источник не сообщает о баллистическом спуске")
_FOUND = Text(
    "Found so that the flight lands where it did", "Подобрано так, чтобы расчётная посадка совпала с известной"
)
_OVER_THE_GROUND = Text("Over the ground, from {height}", "По поверхности Земли, начиная с высоты {height}")
_AT = Text("At {height}", "На высоте {height}")
_AIMED = Text("The aim point is {kind}: {why}", "Точка прицеливания ({kind}): {why}")
Found = Callable[[Flown], Cell | None]

LOAD, SPEED = Measure(Form.NUMBER, "g", 1 / 9.80665, 1), Measure(Form.NUMBER, "km/s", 1e-3, 2)
ANGLE, DELTA_V = Measure(Form.NUMBER, "°", degrees(1.0), 2), Measure(Form.NUMBER, "m/s", 1.0, 1)
FAR = Measure(Form.NUMBER, "km", 1e-3)

STEEP_ALTITUDE = 50e3
"""Metres: by here a ballistic entry falls much steeper than one that flies on its lift."""

GUIDED, BALLISTIC = Text("guided", "управляемый"), Text("ballistic", "баллистический")


def descent_rows(flights: tuple[Flown, ...]) -> Iterator[Row]:
    """How they came down."""
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
        yield row(row_key(name, said), Group.DESCENT, title, said, measure, [find(flown) for flown in flights])


def _sort(flown: Flown) -> Cell:
    """Ballistic or not; reported where a source says so."""
    solution, mission = flown.trajectory.solution, flown.mission
    if solution is None or solution.lift_lost is None:
        return worded(GUIDED, modelled(0.0, note=_NO_REPORT))
    fact = next((fact for fact in mission.facts if fact.value.en == BALLISTIC.en), None)
    if fact is None:
        return worded(BALLISTIC, given(1.0, mission.descent.provenance.get("ballistic_below")))
    sources = joined((source.address for source in fact.sources), "; ")
    return Cell(1.0, basis_of(fact.kind), fact.kind, sources, BALLISTIC, note=fact.note)


def _peak_load(flown: Flown) -> Cell:
    top = next((event.time for event in flown.trajectory.events if event.id == "peak_load"), None)
    sigma = sigma_at(flown.trajectory, "load", flown.mission.seconds(top)) if top else float("nan")
    return modelled(peak_load(flown.trajectory), sigma_or_none(sigma))


def _peak_load_told(flown: Flown) -> Cell | None:
    return published(flown.mission.figures.peak_load)


def _lift_lost(flown: Flown) -> Cell | None:
    lost = flown.trajectory.solution.lift_lost if flown.trajectory.solution else None
    if lost is None:
        return worded(Text("not lost", "не потеряна"), Cell(None, Basis.MODELLED, None, MODEL))
    return Cell(lost, Basis.MODELLED, Kind.CALIBRATED, MODEL, note=_FOUND)


def _steepness(flown: Flown) -> Cell:
    flight = flown.trajectory
    t = crossing(flight, STEEP_ALTITUDE)
    angle = sample(flight.t, flight.channels["flight_path_angle"], t)
    return modelled(angle, sigma_or_none(sigma_at(flight, "flight_path_angle", t)))


def _entry_way(flown: Flown) -> Cell | None:
    start = seconds_of(flown, "entry_interface")
    if start is None:
        return None
    _, gone = ground_way(flown.trajectory, start)
    return modelled(float(gone[-1]), note=_OVER_THE_GROUND.format(height=_interface(flown)))


def _largest(channel: str, flown: Flown) -> Cell:
    return modelled(entry_maximum(flown.trajectory, channel))


def _at_entry(channel: str, flown: Flown) -> Cell | None:
    t, flight = seconds_of(flown, "entry_interface"), flown.trajectory
    if t is None:
        return None
    value = sample(flight.t, flight.channels[channel], t)
    return modelled(value, sigma_or_none(sigma_at(flight, channel, t)), _AT.format(height=_interface(flown)))


def _interface(flown: Flown) -> Text:
    height = f"{flown.mission.vehicle.entry_interface_altitude / 1000:.0f}"
    return Text(f"{height} km", f"{height} км")


def _delta_v(flown: Flown) -> Cell:
    descent = flown.mission.descent
    return given(descent.delta_v, descent.provenance.get("delta_v"))


def landing_rows(flights: tuple[Flown, ...]) -> Iterator[Row]:
    """Where and when."""
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
    note = _AIMED.format(kind=KIND_NAMES[aim.kind], why=aim.note or aim.source) if aim else Text("")
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
    event = event_in(flown, "touchdown")
    if event is None or event.time is None:
        return None
    words = Text(event.time.astimezone(UTC).strftime(form))
    if not event.reports:
        return worded(words, modelled(0.0, event.sigma))
    return worded(words, reported(event.reports[0], 0.0, 0.0))
