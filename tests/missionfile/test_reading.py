"""The mission of Soyuz MS-19 as its file tells it."""

from datetime import UTC, datetime, timedelta
from math import degrees, radians
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mission_gui.domain.events import EVENT_NAMES
from mission_gui.domain.facts import Basis, Kind, Text
from mission_gui.domain.mission import Mission, Turn
from mission_gui.missionfile import find_mission, read_mission
from mission_gui.missionfile.checks import checksum
from tests.missionfile.mutation import spoiled


@pytest.fixture(scope="module")
def ms19() -> Mission:
    return read_mission(find_mission("soyuz-ms-19"))


def clock(hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(2022, 3, 30, hour, minute, second, tzinfo=UTC)


def test_mission_time_starts_at_physical_separation(ms19: Mission) -> None:
    assert ms19.epoch == clock(7, 21, 3)
    assert ms19.start < ms19.epoch < ms19.end


def test_hatch_closing_keeps_its_plan_and_both_reports(ms19: Mission) -> None:
    hatch = ms19.event("hatch_closed")
    assert [report.time for report in hatch.planned] == [clock(4, 0)]
    assert [report.time for report in hatch.actual] == [clock(4, 16), clock(4, 20)]
    assert hatch.delay == timedelta(minutes=16)


def test_landing_keeps_every_report_and_every_plan(ms19: Mission) -> None:
    landing = ms19.event("touchdown")
    seconds = [report.time.second for report in landing.actual]
    assert seconds == [3, 1, 4, 26, 0]
    assert [report.time.minute for report in landing.planned] == [28, 27, 26]
    assert "outlier" in landing.actual[3].text.en


def test_a_note_is_words_as_they_stand_or_a_text_in_both_languages(tmp_path: Path, russian: None) -> None:
    both = 'note = { en = "35.3 km in the MS-11 plan", ru = "35,3 км по плану МС-11" }'
    path = tmp_path / "soyuz-ms-19.toml"
    told = {}
    for name, note in (("both", both), ("plain", 'note = "35.3 km"'), ("none", 'note = ""'), ("out", "")):
        path.write_text(spoiled((both, note)), encoding="utf-8")
        told[name] = read_mission(path).event("blackout_end").note
    assert told["both"] == Text("35.3 km in the MS-11 plan", "35,3 км по плану МС-11")
    assert (str(told["both"]), str(told["plain"])) == ("35,3 км по плану МС-11", "35.3 km")
    assert not told["none"] and not told["out"]


def test_events_that_nobody_timed_have_no_time(ms19: Mission) -> None:
    untimed = {event.id for event in ms19.events if event.time is None}
    assert {"burn_end", "module_separation", "entry_interface", "peak_load", "parachutes"} <= untimed
    assert untimed <= set(EVENT_NAMES)


def test_an_assumed_time_never_counts_as_published(ms19: Mission) -> None:
    tent = ms19.event("medical_tent")
    assert not tent.actual and tent.assumed[0].kind is Kind.ASSUMED
    assert ms19.event("medical_tent").basis is Basis.MODELLED
    assert ms19.event("crew_out").actual[0].qualifier == "by"
    assert ms19.event("ignition").basis is Basis.PUBLISHED


def test_career_totals_at_the_landing_are_the_published_ones(ms19: Mission) -> None:
    landing = clock(11, 28, 3)
    shkaplerov, dubrov, vande_hei = ms19.crew
    # gctc.ru; the flight that was Dubrov's first; Wikipedia
    assert shkaplerov.career(landing) == timedelta(days=709, hours=8, minutes=5, seconds=25)
    assert dubrov.career(landing) == dubrov.this_flight(landing)
    assert vande_hei.career(landing) == timedelta(days=523, hours=8, minutes=59)


def test_each_person_counts_from_their_own_launch(ms19: Mission) -> None:
    landing = clock(11, 28, 3)
    days = {person.id: person.this_flight(landing).days for person in ms19.crew}
    assert days == {"shkaplerov": 176, "dubrov": 355, "vande_hei": 355}
    assert [person.launch_vehicle for person in ms19.crew] == ["Soyuz MS-19", "Soyuz MS-18", "Soyuz MS-18"]


def test_crew_names_are_given_in_both_scripts(ms19: Mission) -> None:
    assert [person.native_name for person in ms19.crew] == ["Антон Шкаплеров", "Пётр Дубров", "Марк Ванде Хай"]
    assert all(person.seat for person in ms19.crew)
    assert [person.initials for person in ms19.crew] == ["AS", "PD", "MV"]


def test_the_elements_are_sound_and_from_just_before_undocking(ms19: Mission) -> None:
    lines = ms19.elements
    assert checksum(lines.line1) == int(lines.line1[-1])
    assert checksum(lines.line2) == int(lines.line2[-1])
    assert abs(lines.epoch - clock(6, 53, 8)) < timedelta(seconds=1)


def test_the_flyaround_has_every_row_of_its_table(ms19: Mission) -> None:
    burns = ms19.departure.burns
    assert [burn.at for burn in burns] == [
        *(0, 180, 360, 480, 600, 840),
        *(900, 960, 1020, 1080, 1140, 1200),
        *(1260, 1380),
    ]
    assert [burn.at for burn in burns if burn.null] == [360, 1260]
    assert [burn.at for burn in burns if burn.leg] == [900, 960, 1020, 1080, 1140, 1200]
    assert burns[6].leg == Turn(radians(18), 60, (0, -1, 0))
    assert [burns[i].name.en for i in (6, 11)] == ["Arc 1", "Arc 6"]
    assert burns[0].along_port == 0.12
    assert burns[5].delta_v == (-1.10, 0, -0.95)
    assert ms19.departure.kind is Kind.ASSUMED


def test_figures_of_the_descent_are_si_and_say_where_they_come_from(ms19: Mission) -> None:
    descent = ms19.descent
    assert (descent.delta_v, descent.duration, degrees(descent.bank)) == pytest.approx((128.0, 281.0, 58.0))
    assert {origin.kind for origin in descent.provenance.values()} == {Kind.ASSUMED, Kind.CALIBRATED}


def test_the_landing_point_is_derived_not_reported(ms19: Mission) -> None:
    assert ms19.landing.provenance is not None
    assert ms19.landing.provenance.kind is Kind.DERIVED
    assert "147 km" in ms19.landing.provenance.note.en
    assert degrees(ms19.landing.latitude) == pytest.approx(47.38)


def test_the_landing_site_keeps_utc_plus_6(ms19: Mission) -> None:
    zone = next(clock.zone for clock in ms19.clocks if clock.name.en == "Zhezkazgan")
    assert clock(11, 28).astimezone(ZoneInfo(zone)).hour == 17


def test_cards_cover_the_whole_mission_without_a_gap(ms19: Mission) -> None:
    assert 5 <= len(ms19.cards) <= 8
    assert ms19.cards[0].start == ms19.start
    assert ms19.cards[-1].end == ms19.end
    ends = [card.end for card in ms19.cards[:-1]]
    assert ends == [card.start for card in ms19.cards[1:]]


def test_every_text_is_there_in_english_and_russian(ms19: Mission) -> None:
    texts = [
        *(event.name for event in ms19.events),
        *(state.state for state in ms19.recovery_states),
        *(text for asset in ms19.assets for _, text in asset.states),
        *(text for card in ms19.cards for text in (card.title, card.body)),
        *(text for person in ms19.crew for text in (person.role, person.seat) if text),
        *(burn.name for burn in ms19.departure.burns),
        *(fact.label for fact in ms19.facts),
    ]
    assert all(text.en and text.ru for text in texts)


def test_every_crew_member_ends_in_a_place(ms19: Mission) -> None:
    def last_state(person: str) -> str:
        states = [state for state in ms19.recovery_states if not state.crew or person in state.crew]
        return states[-1].state.en

    assert [last_state(person.id) for person in ms19.crew] == ["Star City", "Star City", "Houston"]


def test_no_source_is_listed_without_being_used() -> None:
    text = find_mission("soyuz-ms-19").read_text(encoding="utf-8")
    mission = read_mission(find_mission("soyuz-ms-19"))
    unused = [source.id for source in mission.sources if text.count(f'"{source.id}"') == 0]
    assert unused == []


def test_reading_twice_gives_the_same_mission_and_digest(ms19: Mission) -> None:
    again = read_mission(find_mission("soyuz-ms-19"))
    assert again == ms19
    assert len(again.digest) == 64


def test_stations_look_above_five_degrees(ms19: Mission) -> None:
    assert {round(degrees(station.mask), 6) for station in ms19.stations} == {5.0}
    assert {"shchyolkovo", "ulan-ude", "ussuriysk"} <= {station.id for station in ms19.stations}
