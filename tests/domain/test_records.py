from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from mission_gui.domain.crew import Crewmember
from mission_gui.domain.events import Event
from mission_gui.domain.facts import Text
from mission_gui.domain.records import (
    DurationRecord,
    RecordClass,
    Span,
    classes_of,
    crossings,
    passing,
    standing,
    with_crossings,
)
from tests import canned
from tests.canned import US, WORLD, record

MISSION = canned.mission()
SHKAPLEROV, DUBROV, VANDE_HEI = MISSION.crew
LANDING = datetime(2022, 3, 30, 11, 28, 3, tzinfo=UTC)
WOMEN = RecordClass("women", Text("Women's record"), Text("Women's career record"), members=("Mark Vande Hei",), rank=2)
KELLY = MISSION.records[1]


def passed(records: tuple[DurationRecord, ...], person: Crewmember) -> list[tuple[str, str]]:
    return [(str(c.name), c.record.surnames) for c in crossings(records, person, LANDING)]


def test_a_flight_passes_a_record_as_long_after_its_launch_as_the_record_lasted() -> None:
    (crossing,) = crossings(MISSION.records, VANDE_HEI, LANDING)
    assert crossing.time == VANDE_HEI.launch + timedelta(days=340, hours=8, minutes=42)
    assert (crossing.name.en, crossing.record.surnames) == ("US record", "Kelly")


def test_only_those_of_its_class_hold_a_record() -> None:
    assert [one.id for one in classes_of(MISSION.records, DUBROV)] == ["world"]
    assert passed(MISSION.records, DUBROV) == []


def test_a_class_may_be_told_by_its_members() -> None:
    records = (record(WOMEN, "Shannon Lucid", timedelta(days=188), date(1996, 9, 26)),)
    assert passed(records, VANDE_HEI) == [("Women's record", "Lucid")]
    assert passed(records, DUBROV) == []


def test_a_record_that_others_had_broken_by_then_is_not_passed() -> None:
    older = record(US, "Michael Lopez-Alegria", timedelta(days=215), date(2007, 4, 21))
    assert passed((older, KELLY), VANDE_HEI) == [("US record", "Kelly")]


def test_a_record_set_during_the_flight_counts_from_its_day_on() -> None:
    # Someone lands in between with 350 days: by the 341st day that one stands, so Kelly's is not passed any more.
    meanwhile = record(US, "Frank Rubio", timedelta(days=350), VANDE_HEI.launch.date() + timedelta(days=100))
    assert passed((KELLY, meanwhile), VANDE_HEI) == [("US record", "Rubio")]


def test_a_flights_own_record_is_not_what_it_is_measured_by() -> None:
    own = record(US, "Mark Vande Hei", timedelta(days=355), LANDING.date())
    assert standing((KELLY, own), US, Span.FLIGHT, LANDING.date(), VANDE_HEI) is KELLY
    assert standing((KELLY, own), US, Span.FLIGHT, LANDING.date()) is own
    assert standing((KELLY, own), US, Span.FLIGHT, date(2000, 1, 1)) is None


def test_a_career_counts_what_was_flown_before() -> None:
    career = record(US, "Scott Kelly", timedelta(days=520), date(2016, 3, 2), Span.CAREER)
    assert passing(VANDE_HEI, career) == VANDE_HEI.launch + timedelta(days=520 - 168.2)
    assert passed((career,), VANDE_HEI) == [("US career record", "Kelly")]
    assert passing(replace(VANDE_HEI, time_before=None), career) is None
    assert passed((career,), replace(VANDE_HEI, time_before=None)) == []


def test_one_record_of_two_classes_is_passed_once_and_told_by_the_higher() -> None:
    both = replace(record(US, "Peggy Whitson", timedelta(days=289), date(2017, 9, 3)), classes=(US, WOMEN))
    assert passed((both,), VANDE_HEI) == [("US record", "Whitson")]


def test_one_does_not_pass_oneself() -> None:
    earlier = record(US, "Mark Vande Hei", timedelta(days=168), date(2018, 2, 28))
    assert passed((earlier,), VANDE_HEI) == []


def test_surnames_keep_their_particles() -> None:
    shared = replace(KELLY, holders=("Mark Vande Hei", "Frank De Winne"))
    assert shared.surnames == "Vande Hei and De Winne"


def test_holders_are_called_by_their_russian_names_where_they_are_known(russian: None) -> None:
    shared = replace(KELLY, holders=("Carl Walz", "Daniel Bursch"))
    assert shared.surnames == "Walz и Bursch"
    assert replace(shared, russian_names=("Карл Уолз", "Дэниел Бёрш")).surnames == "Уолз и Бёрш"


def test_a_crossing_is_told_in_both_languages() -> None:
    kelly = replace(KELLY, russian_names=("Скотт Келли",), duration=LANDING - timedelta(hours=2) - VANDE_HEI.launch)
    person = replace(VANDE_HEI, russian_name="Марк Ванде Хай")
    events = with_crossings(canned.EVENTS, (person,), (kelly,), MISSION.start)
    (made,) = (event for event in events if event not in canned.EVENTS)
    assert made.name == Text("Vande Hei passes Kelly, 355 d", "Ванде Хай: рекорд (прежний: Келли, 355 сут)")


def test_initials_are_those_of_the_name_that_is_said(russian: None) -> None:
    assert VANDE_HEI.initials == "MV"
    assert replace(VANDE_HEI, russian_name="Марк Ванде Хай").initials == "МВ"


def test_a_crossing_within_the_mission_becomes_an_event_in_its_place() -> None:
    just_before = LANDING - timedelta(hours=2) - VANDE_HEI.launch
    records = (record(US, "Scott Kelly", just_before, date(2016, 3, 2)),)
    events = with_crossings(canned.EVENTS, MISSION.crew, records, MISSION.start)
    (made,) = (event for event in events if event not in canned.EVENTS)
    assert str(made.name) == "Vande Hei passes Kelly, 355 d"
    assert made.time == VANDE_HEI.launch + just_before
    assert made.actual[0].kind == "derived" and made.actual[0].source is canned.SOURCE
    assert in_order(events)


def test_a_crossing_before_the_mission_begins_is_no_event_of_it() -> None:
    assert with_crossings(canned.EVENTS, MISSION.crew, MISSION.records, MISSION.start) == canned.EVENTS


def in_order(events: tuple[Event, ...]) -> bool:
    times = [event.time for event in events if event.time is not None]
    return times == sorted(times)


def test_the_world_is_everyone() -> None:
    assert all(WORLD.includes(person) for person in MISSION.crew)
