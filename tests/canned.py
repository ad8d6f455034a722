"""A small made-up return for tests of panels, window and worker: plausible shapes, no physics, no files."""

from datetime import UTC, date, datetime, timedelta
from math import radians

import numpy as np

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.crew import Crewmember, RecoveryState
from mission_gui.domain.events import EVENT_NAMES, Event, Phase, PhaseSpan
from mission_gui.domain.facts import GeoPoint, Kind, Provenance, Report, Source, Text
from mission_gui.domain.mission import (
    Asset,
    Card,
    ClockZone,
    CoverageWindow,
    Departure,
    Descent,
    Elements,
    GroundStation,
    Leg,
    Mission,
    RelativeBurn,
)
from mission_gui.domain.records import DurationRecord, RecordClass, Span
from mission_gui.domain.trajectory import Burn, Contact, Solution, Trajectory
from mission_gui.domain.vehicle import Canopy, Module, Vehicle

EPOCH = datetime(2022, 3, 30, 7, 21, 3, tzinfo=UTC)
SOURCE = Source("canned", Text("Canned data for tests"))
IGNITION, BURN_END, SEPARATION, ENTRY, CHUTES, TOUCHDOWN = (
    11588.0,
    11869.0,
    13262.0,
    13440.0,
    13966.0,
    14820.0,
)


WORLD = RecordClass("world", Text("World record", "Мировой рекорд"), Text("World career record"), rank=0)
US = RecordClass("us", Text("US record", "Рекорд США"), Text("US career record"), agencies=("NASA",), rank=1)


def record(of: RecordClass, holder: str, duration: timedelta, set_on: date, span: Span = Span.FLIGHT) -> DurationRecord:
    return DurationRecord((of,), span, (holder,), duration, set_on, (SOURCE,))


KORNIENKO = record(
    RecordClass("russian_iss", Text("Russian ISS record"), Text(""), agencies=("Roscosmos",), rank=2),
    "Mikhail Kornienko",
    timedelta(days=340, hours=8, minutes=42),
    date(2016, 3, 2),
)


def at(hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(2022, 3, 30, hour, minute, second, tzinfo=UTC)


def report(time: datetime, precision: float = 60.0, kind: Kind = Kind.ACTUAL, qualifier: str = "") -> Report:
    return Report(time, SOURCE, kind, precision, qualifier)


def event(
    id: str, planned: datetime | None = None, actual: datetime | None = None, modelled: float | None = None
) -> Event:
    return Event(
        id,
        EVENT_NAMES.get(id) or Text(id.replace("_", " ").capitalize(), id),
        (report(planned, kind=Kind.PLANNED),) if planned else (),
        (report(actual),) if actual else (),
        modelled=EPOCH + timedelta(seconds=modelled) if modelled is not None else None,
    )


EVENTS = (
    event("hatch_closed", at(4, 0), at(4, 16)),
    event("undock_command", at(7, 19), at(7, 19)),
    event("undocking", at(7, 21), EPOCH),
    event("flyaround_start", modelled=480.0),
    event("photographs_end", None, at(7, 42)),
    event("ignition", at(10, 34), at(10, 34), IGNITION),
    event("burn_end", modelled=BURN_END),
    event("module_separation", modelled=SEPARATION),
    event("entry_interface", modelled=ENTRY),
    event("blackout_start", modelled=13532.0),
    event("peak_load", modelled=13833.0),
    event("blackout_end", modelled=13850.0),
    event("parachutes", modelled=CHUTES),
    event("heat_shield", modelled=14233.0),
    event("touchdown", at(11, 28), at(11, 28, 3), TOUCHDOWN),
    event("crew_out", None, at(11, 58)),
    event("medical_tent", None, at(12, 10)),
    event("helicopters_depart", None, at(12, 58)),
    event("karaganda", None, at(14, 58)),
)


def mission() -> Mission:
    crew = (
        person(
            "shkaplerov",
            "Anton Shkaplerov",
            "Антон Шкаплеров",
            "Roscosmos",
            "commander",
            4,
            533.2,
            at_launch=(2021, 10, 5, 8, 55),
        ),
        person(
            "dubrov",
            "Pyotr Dubrov",
            "Пётр Дубров",
            "Roscosmos",
            "flight engineer 1",
            1,
            0.0,
            at_launch=(2021, 4, 9, 7, 42),
        ),
        person(
            "vande_hei",
            "Mark Vande Hei",
            "Марк Ванде Хай",
            "NASA",
            "flight engineer 2",
            2,
            168.2,
            at_launch=(2021, 4, 9, 7, 42),
        ),
    )
    zhezkazgan = GeoPoint(radians(47.80), radians(67.72), name="Zhezkazgan")
    landing = GeoPoint(radians(47.38), radians(69.579), 330.0, "Landing")
    karaganda = GeoPoint(radians(49.67), radians(73.33), 540.0, "Karaganda")
    return Mission(
        id="soyuz-ms-19",
        name=Text("Soyuz MS-19", "Союз МС-19"),
        summary=Text("Return from the ISS, Rassvet → Zhezkazgan", "Возвращение с МКС, «Рассвет» → Жезказган"),
        spacecraft="Soyuz MS No. 749",
        epoch=EPOCH,
        start=at(4, 0),
        end=at(15, 0),
        elements=Elements("", "", at(6, 53, 8), SOURCE),
        vehicle=vehicle(),
        departure=Departure(
            "Rassvet",
            (-13.0, 0.0, 12.0),
            (0.0, 0.0, 1.0),
            (RelativeBurn(180, (-0.13, 0, 0.11), 3, Text("To 70 m")),),
            Kind.ASSUMED,
            SOURCE,
        ),
        descent=Descent(128.0, 281.0, radians(56), 1, None, {}),
        aim_point=landing,
        landing=landing,
        crew=crew,
        events=EVENTS,
        records=(
            record(WORLD, "Valeri Polyakov", timedelta(days=437, hours=18), date(1995, 3, 22)),
            record(US, "Scott Kelly", timedelta(days=340, hours=8, minutes=42), date(2016, 3, 2)),
        ),
        recovery_states=(
            RecoveryState("hatch_closed", Text("in capsule", "в корабле")),
            RecoveryState("crew_out", Text("chair", "кресло")),
            RecoveryState("medical_tent", Text("medical tent", "палатка")),
            RecoveryState("helicopters_depart", Text("helicopter", "вертолёт")),
            RecoveryState("karaganda", Text("Karaganda", "Караганда")),
        ),
        legs=(
            Leg(
                "karaganda",
                Text("Helicopters to Karaganda"),
                ("shkaplerov", "dubrov", "vande_hei"),
                Text("Mi-8"),
                landing,
                karaganda,
                "helicopters_depart",
                "karaganda",
                SOURCE,
                Kind.ASSUMED,
            ),
        ),
        assets=(
            Asset(
                Text("12 Mi-8 helicopters"),
                (("hatch_closed", Text("on station")), ("touchdown", Text("at the capsule"))),
                SOURCE,
                Kind.PLANNED,
            ),
            Asset(Text("An-12, An-26"), (("hatch_closed", Text("airborne")),), SOURCE, Kind.PLANNED),
        ),
        coverage=(
            CoverageWindow(at(3, 30), at(4, 30), "NASA TV", Text("Farewells and hatch closing"), SOURCE),
            CoverageWindow(at(10, 15), at(11, 45), "NASA TV", Text("Deorbit and landing"), SOURCE),
        ),
        cards=(
            Card(Text("Going home"), Text("Three people leave the station."), at(4, 0), at(10, 0), (SOURCE,)),
            Card(
                Text("The burn"),
                Text("One long burn against the flight, then half an hour of falling."),
                at(10, 0),
                at(12, 0),
                (SOURCE,),
            ),
        ),
        clocks=(
            ClockZone(Text("UTC"), "UTC"),
            ClockZone(Text("Moscow"), "Europe/Moscow"),
            ClockZone(Text("Houston"), "America/Chicago"),
            ClockZone(Text("Zhezkazgan"), "Asia/Almaty"),
        ),
        stations=(
            GroundStation("shchyolkovo", Text("Shchyolkovo"), GeoPoint(radians(55.9), radians(38.0)), radians(5)),
            GroundStation("baikonur", Text("Baikonur"), GeoPoint(radians(45.6), radians(63.3)), radians(5)),
            GroundStation("ulan-ude", Text("Ulan-Ude"), GeoPoint(radians(51.8), radians(107.6)), radians(5)),
        ),
        places=(zhezkazgan, karaganda),
        facts=(),
        sources=(SOURCE,),
        digest="canned",
    )


def person(
    id: str,
    name: str,
    native: str,
    agency: str,
    role: str,
    flights: int,
    days: float,
    at_launch: tuple[int, ...],
) -> Crewmember:
    return Crewmember(
        id=id,
        name=name,
        native_name=native,
        agency=agency,
        role=Text(role),
        seat=Text("centre"),
        seat_kind=Kind.DERIVED,
        born=date(1972, 2, 20),
        birthplace=Text("Sevastopol"),
        launch=datetime(*at_launch, tzinfo=UTC),  # type: ignore[misc,arg-type]
        launch_vehicle="Soyuz MS-19" if flights == 4 else "Soyuz MS-18",
        flights=flights,
        time_before=timedelta(days=days),
        sources=(SOURCE,),
    )


def vehicle() -> Vehicle:
    return Vehicle(
        id="soyuz-ms",
        name=Text("Soyuz MS", "Союз МС"),
        mass_at_ignition=6620.0,
        descent_module_mass=2900.0,
        heat_shield_mass=300.0,
        thrust=2950.0,
        specific_impulse=302.0,
        stack_drag_area=20.0,
        reference_area=3.801,
        nose_radius=2.235,
        mach=(0.4, 0.7, 0.9, 1.1, 1.35, 2.0, 3.0, 4.0, 10.0, 25.0),
        drag_coefficient=(0.90, 1.00, 1.12, 1.22, 1.33, 1.33, 1.29, 1.28, 1.30, 1.32),
        lift_to_drag=(0.18, 0.22, 0.24, 0.32, 0.32, 0.31, 0.29, 0.28, 0.27, 0.26),
        roll_rate=radians(15),
        separation_altitude=140e3,
        entry_interface_altitude=100e3,
        blackout_top=80.4e3,
        blackout_bottom=35.3e3,
        modules=(Module("orbital", Text("Orbital module"), 1300.0, 4.0),),
        canopies=(
            Canopy("drogue", Text("Drogue"), 15.6, 10.7e3, None, 1.0),
            Canopy("main", Text("Main"), 712.0, None, 16.5, 4.0),
        ),
        heat_shield_altitude=5500.0,
        soft_landing_altitude=0.8,
        soft_landing_speed=1.5,
        provenance={"thrust": Provenance(Kind.DERIVED, Text("canned"))},
    )


def trajectory(complete: bool = True) -> Trajectory:
    """A circular orbit that falls after ignition: right order of events, smooth channels, nothing real."""
    mission_ = mission()
    start, end = mission_.seconds(mission_.start), mission_.seconds(mission_.end)
    marks = [mission_.seconds(e.time) for e in EVENTS if e.time]
    t = np.unique(np.concatenate([np.arange(start, end, 20.0), np.arange(ENTRY, TOUCHDOWN, 1.0), marks, [end]]))
    if not complete:
        t = t[t <= IGNITION]
    fall = np.clip((t - BURN_END) / (TOUCHDOWN - BURN_END), 0, 1)
    entry = np.clip((t - ENTRY) / (CHUTES - ENTRY), 0, 1)
    altitude = np.where(t < ENTRY, 420e3 - 320e3 * fall * 1.25, 100e3 * (1 - entry))
    altitude = np.where(
        t > CHUTES,
        10.7e3 * np.clip((TOUCHDOWN - t) / (TOUCHDOWN - CHUTES), 0, 1),
        np.maximum(altitude, 330.0),
    )
    orbit = 1.127e-3 * np.minimum(t, CHUTES) + 3.4
    latitude = np.arcsin(np.sin(radians(51.6)) * np.sin(orbit))
    longitude = (
        np.unwrap(np.arctan2(np.cos(radians(51.6)) * np.sin(orbit), np.cos(orbit)))
        - 7.29e-5 * np.minimum(t, CHUTES)
        + 2.0
    )
    speed = 7660 * (1 - entry) ** 0.5
    load = 9.80665 * (3.8 * np.exp(-(((t - 13833) / 60) ** 2)) + 0.047 * ((t > IGNITION) & (t < BURN_END)))
    channels = dict.fromkeys(CHANNELS, np.zeros_like(t)) | {
        "latitude": latitude,
        "longitude": longitude,
        "altitude": altitude,
        "inertial_speed": speed,
        "air_speed": speed,
        "load": load,
        "mach": speed / 300,
        "iss_range": np.maximum(t, 0) * 3.0,
        "iss_latitude": latitude,
        "iss_longitude": longitude + np.maximum(t, 0) * 4e-7,
        "iss_altitude": np.full_like(t, 420e3),
        "v_bar": np.maximum(t, 0) * 2.9,
        "r_bar": np.maximum(t, 0) * 0.3,
        "range_to_go": np.maximum(TOUCHDOWN - t, 0) * 7e3,
        "mass": np.where(t < IGNITION, 6620.0, 2900.0),
        "heat_flux": 7e5 * np.exp(-(((t - 13700) / 100) ** 2)),
        "subsolar_latitude": np.full_like(t, radians(3.7)),
        "subsolar_longitude": radians(69) - 7.27e-5 * t,
        "sunlit": (np.sin(orbit) > -0.4).astype(float),
    }
    radius = (6371e3 + altitude) * np.array([np.cos(orbit), np.sin(orbit), np.zeros_like(t)])
    velocity = speed * np.array([-np.sin(orbit), np.cos(orbit), np.zeros_like(t)])
    return Trajectory(
        t=t,
        position=radius,
        velocity=velocity,
        iss_position=radius,
        iss_velocity=velocity,
        channels=channels,
        events=EVENTS,
        phases=(
            PhaseSpan(Phase.DOCKED, start, 0.0),
            PhaseSpan(Phase.DEPARTURE, 0.0, 480.0),
            PhaseSpan(Phase.FLYAROUND, 480.0, 1380.0),
            PhaseSpan(Phase.FREE_FLIGHT, 1380.0, IGNITION),
            PhaseSpan(Phase.DEORBIT_BURN, IGNITION, BURN_END),
            PhaseSpan(Phase.DESCENT_COAST, BURN_END, SEPARATION),
            PhaseSpan(Phase.ATMOSPHERE, SEPARATION, ENTRY),
            PhaseSpan(Phase.ENTRY, ENTRY, CHUTES),
            PhaseSpan(Phase.PARACHUTE, CHUTES, TOUCHDOWN),
            PhaseSpan(Phase.LANDED, TOUCHDOWN, mission_.seconds(at(11, 58))),
            PhaseSpan(Phase.RECOVERY, mission_.seconds(at(11, 58)), end),
        ),
        burns=(Burn(Text("Deorbit burn"), IGNITION, BURN_END, (-128.0, 0.0, 0.0)),),
        contacts=(Contact("shchyolkovo", 6000, 6400), Contact("baikonur", 13300, 13500)),
        solution=Solution(IGNITION, 302.0, 712.0, 0.0, 0.0, 13.0, 9) if complete else None,
    )
