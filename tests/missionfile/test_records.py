"""The tables of records, held against what was printed about the moments when records fell."""

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from re import fullmatch

import pytest

from mission_gui.domain.crew import Crewmember
from mission_gui.domain.errors import MissionFileError
from mission_gui.domain.mission import Mission
from mission_gui.domain.records import Crossing, Span, crossings, standing
from mission_gui.missionfile import check_file, mission_paths, read_mission
from mission_gui.missionfile.fields import duration
from mission_gui.missionfile.reading import record_book
from mission_gui.missionfile.records import CAREERS, DURATIONS, NAMES
from mission_gui.resources import resource

DURATIONS_TOML = resource(DURATIONS).read_text(encoding="utf-8")


@cache
def missions() -> tuple[Mission, ...]:
    return tuple(read_mission(path) for path in mission_paths().values())


def landing(mission: Mission) -> datetime:
    time = mission.event("touchdown").time
    assert time is not None
    return time


def crossing(mission_id: str, name: str, record: str) -> Crossing:
    mission = read_mission(mission_paths()[mission_id])
    person = next(person for person in mission.crew if person.name == name)
    found = crossings(mission.records, person, landing(mission))
    return next(crossing for crossing in found if str(crossing.name) == record)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]


# When the record fell, as it was printed, and how far the figures may be from that: earlier flights are known to the
# hour or so each (database of Stavnichuk and Corlett), records of whole days to half a day.
PRINTED = [
    ("soyuz-tma-3", "Michael Foale", "US career record", utc(2003, 12, 8, 18, 50), 1.0),  # SpaceNews
    ("soyuz-tma-6", "Sergei Krikalev", "World career record", utc(2005, 8, 16, 5, 44), 0.1),  # NASA in phys.org
    ("soyuz-tma-9", "Michael Lopez-Alegria", "US record", utc(2007, 4, 2, 12), 12.0),  # Florida Today, the day
    ("soyuz-tma-11", "Peggy Whitson", "US career record", utc(2008, 4, 16, 12), 12.0),  # talesoftheheliosphere, day
    ("soyuz-tma-15m", "Samantha Cristoforetti", "Women's record", utc(2015, 6, 6, 15, 4), 0.1),  # collectSPACE
    ("soyuz-tma-16m", "Gennady Padalka", "World career record", utc(2015, 6, 28, 22, 42), 1.0),  # astrowatch.net
    ("soyuz-tma-18m", "Scott Kelly", "US record", utc(2015, 10, 29, 12), 12.0),  # Cosmos Magazine, the day
    ("soyuz-tma-18m", "Scott Kelly", "US career record", utc(2015, 10, 15, 12), 12.0),  # CS Monitor, the day
    ("soyuz-tma-20m", "Jeffrey Williams", "US career record", utc(2016, 8, 24, 8, 56), 1.0),  # AmericaSpace
    ("soyuz-ms-04", "Peggy Whitson", "US career record", utc(2017, 4, 24, 5, 27), 1.0),  # Space.com
    ("soyuz-ms-09", "Alexander Gerst", "ESA career record", utc(2018, 12, 8, 12), 12.0),  # MDR, the day
    ("soyuz-ms-13", "Christina Koch", "Women's record", utc(2019, 12, 28, 18), 12.0),  # GS Times, the day in the US
    ("soyuz-ms-19", "Mark Vande Hei", "US record", utc(2022, 3, 15, 12), 12.0),  # ScienceInfo, the day
    ("soyuz-ms-25", "Oleg Kononenko", "World career record", utc(2024, 2, 4, 12), 12.0),  # TASS, the day
]


@pytest.mark.parametrize(("mission", "name", "record", "printed", "hours"), PRINTED)
def test_records_fall_when_they_were_reported_to(
    mission: str, name: str, record: str, printed: datetime, hours: float
) -> None:
    assert abs(crossing(mission, name, record).time - printed) <= timedelta(hours=hours)


def test_the_three_long_flights_set_what_is_told_of_them() -> None:
    told = {
        ("soyuz-tma-18m", "Scott Kelly"): ("Lopez-Alegria", 340),
        ("soyuz-ms-19", "Mark Vande Hei"): ("Kelly", 355),
        ("soyuz-ms-23", "Francisco Rubio"): ("Vande Hei", 370),
    }
    for (mission, name), (before, days) in told.items():
        found = crossing(mission, name, "US record")
        landed = landing(read_mission(mission_paths()[mission]))
        assert found.record.surnames == before
        assert (landed - found.person.launch).days == days


def test_whoever_lands_with_a_record_is_in_the_table_with_that_flight() -> None:
    book = record_book()
    for mission in missions():
        for person in mission.crew:
            for found in crossings(mission.records, person, landing(mission)):
                after = standing(book.records, found.of, found.record.span, landing(mission).date())
                assert after is not None and person.name in after.holders, (mission.id, person.name, str(found.name))
                length = total(person, found.record.span, landing(mission))
                assert abs(length - after.duration) <= timedelta(seconds=after.precision, hours=3)


def total(person: Crewmember, span: Span, until: datetime) -> timedelta:
    flight = person.this_flight(until)
    if span is Span.FLIGHT:
        return flight
    assert person.time_before is not None
    return flight + person.time_before


def test_every_record_is_sourced_and_longer_than_the_one_before() -> None:
    book = record_book()
    assert all(record.sources and record.sources[0].title for record in book.records)
    check_file(resource(DURATIONS))
    check_file(resource(CAREERS))
    check_file(resource(NAMES))


def test_everyone_aboard_and_every_holder_has_a_russian_name(russian: None) -> None:
    called = [person.called for mission in missions() for person in mission.crew]
    called += [name for record in record_book().records for name in record.people]
    assert {str(name) for name in called if not fullmatch(r"[А-ЯЁ][А-ЯЁа-яё' -]+", str(name))} == set()
    assert set(record_book().names) == {name.en for name in called}


def test_careers_agree_with_the_missions_that_flew_them() -> None:
    careers = record_book().careers
    told = {(name, flight.up): flight.duration for name, career in careers.items() for flight in career.flights}
    for mission in missions():
        for person in mission.crew:
            length = told[person.name, person.launch_vehicle]
            if person.launch_precision <= 60:
                assert length is not None, person.name
                flown = landing(mission) - person.launch
                assert abs(flown - duration(length)) <= timedelta(minutes=1), (mission.id, person.name)


def test_everyone_has_a_number_of_flights_and_all_but_one_a_career() -> None:
    people = [person for mission in missions() for person in mission.crew]
    assert all(person.flights for person in people)
    assert [person.name for person in people if person.time_before is None] == ["Timothy Kopra"]


def test_what_the_mission_file_says_stands_before_the_table() -> None:
    shkaplerov = read_mission(mission_paths()["soyuz-ms-19"]).crew[0]
    assert shkaplerov.time_before == timedelta(days=533, hours=5, minutes=32, seconds=24.442)


FAULTS = {
    'classes = ["us", "women"]': ('classes = ["us", "wimmen"]', "unknown class 'wimmen'"),
    'duration = "188 d 4 h"': ('duration = "437 d 18 h"', "longer than"),
    "set_on = 2007-04-21": ("set_on = 1990-04-21", "sort them by set_on"),
    'sources = ["softpedia-2007"]': ('sources = ["softpedia-2077"]', "unknown source 'softpedia-2077'"),
    'span = "career"': ('span = "life"', "use 'flight' or 'career'"),
}


@pytest.mark.parametrize("right", FAULTS)
def test_a_fault_of_the_table_is_told_with_its_place(tmp_path: Path, right: str) -> None:
    wrong, told = FAULTS[right]
    path = tmp_path / "durations.toml"
    path.write_text(DURATIONS_TOML.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(MissionFileError) as failed:
        check_file(path)
    assert told in str(failed.value) and "line" in str(failed.value)


def test_a_mission_may_add_its_own_records(tmp_path: Path) -> None:
    own = """
[[records]]
scope = "jaxa"
name = { en = "Longest flight of a poet" }
holder = "A Poet"
duration = "9 d"
set_on = 2020-01-01
source = "derived"
"""
    path = tmp_path / "own.toml"
    text = mission_paths()["soyuz-ms-19"].read_text(encoding="utf-8")
    path.write_text(text.replace("\n# After the landing\n", own + "\n# After the landing\n", 1), encoding="utf-8")
    record = read_mission(path).records[-1]
    assert (record.classes[0].id, str(record.name), record.surnames) == ("jaxa", "Longest flight of a poet", "Poet")
    path.write_text(path.read_text(encoding="utf-8").replace('scope = "jaxa"', 'scope = "moon"'), encoding="utf-8")
    with pytest.raises(MissionFileError, match="unknown class 'moon'"):
        read_mission(path)
