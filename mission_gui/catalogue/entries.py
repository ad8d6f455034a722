"""From a mission file to its entry in the list."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from math import degrees
from pathlib import Path

from mission_gui.domain.catalogue import Entry, Traveller
from mission_gui.domain.crew import Crewmember
from mission_gui.domain.errors import TrajectoryError, UserError
from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Kind, Text
from mission_gui.domain.mission import Mission
from mission_gui.domain.ports import port_name
from mission_gui.domain.records import crossings, surname
from mission_gui.domain.search import folded
from mission_gui.missionfile.library import mission_id
from mission_gui.missionfile.reading import read_mission

_DAY = timedelta(days=1)


def read_entry(path: Path, built_in: bool) -> Entry:
    """The entry of a file; of one that cannot be read, what is wrong with it."""
    try:
        return entry_of(read_mission(path), path, built_in)
    except UserError as error:
        name = mission_id(path)
        words = folded(f"{name}\n{path.name}")
        return Entry(name, Text(name), path, built_in, fault=str(error), words=words)


def entry_of(mission: Mission, path: Path, built_in: bool) -> Entry:
    """The entry of a mission; the Sun and the station's track are computed for it."""
    landing = mission.event("touchdown").time
    assert landing is not None, "a mission file without a landing time is not read"
    crew = tuple(_traveller(person, landing) for person in mission.crew)
    records = tuple(_records(mission, landing))
    origin = mission.landing.provenance
    return Entry(
        id=mission.id,
        name=mission.name,
        path=path,
        built_in=built_in,
        summary=mission.summary,
        undocking=mission.epoch,
        landing=landing,
        crew=crew,
        uncrewed=not crew,
        port=port_name(mission.departure.port),
        spacecraft=mission.spacecraft,
        ballistic=mission.descent.ballistic_below is not None,
        flyaround=_flyaround(mission),
        night=_night(mission, landing),
        place=mission.landing,
        located=origin is None or origin.kind is not Kind.ASSUMED,
        records=records,
        track=_track(mission),
        words=folded("\n".join(_texts(mission, path, landing, records))),
    )


def _traveller(person: Crewmember, landing: datetime) -> Traveller:
    return Traveller(person.called, person.agency, round((landing - person.launch) / _DAY, 4))


def _flyaround(mission: Mission) -> bool | None:
    """No source says of a return that there was none."""
    told = any(event.id == "flyaround_start" for event in mission.events)
    flown = any(burn.phase == Phase.FLYAROUND for burn in mission.departure.burns)
    return True if told or flown else None


def _night(mission: Mission, landing: datetime) -> bool:
    from mission_gui.physics import sun

    return sun.elevation(landing, mission.landing) < sun.HORIZON


def _track(mission: Mission) -> tuple[tuple[float, float], ...]:
    from mission_gui.physics.turn import last_turn

    try:
        ground = last_turn(mission)
    except TrajectoryError:
        return ()
    points = (*zip(*ground, strict=True), (mission.landing.latitude, mission.landing.longitude))
    return tuple((round(degrees(latitude), 2), round(degrees(longitude), 2)) for latitude, longitude in points)


def _records(mission: Mission, landing: datetime) -> Iterator[Text]:
    for person in mission.crew:
        for crossing in crossings(mission.records, person, landing):
            name, called = crossing.name, person.called
            russian = f"{name.ru}: {surname(called.ru or called.en)}"
            yield Text(f"{name.en}: {surname(called.en)}", russian)


def _texts(mission: Mission, path: Path, landing: datetime, records: tuple[Text, ...]) -> Iterator[str]:
    """All that a search looks in, in both languages."""
    yield from (mission.id, path.name, mission.spacecraft)
    yield from (f"{time:%Y-%m-%d}" for time in (mission.epoch, landing))
    port = port_name(mission.departure.port)
    for text in (mission.name, mission.summary, *records, *([port] if port else [])):
        yield from (text.en, text.ru)
    for person in mission.crew:
        yield from (person.name, person.russian_name, person.native_name, person.agency, person.launch_vehicle)
