from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from mission_gui.domain.crew import DurationRecord
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame, frame_at
from mission_gui.panels.crew import CrewRoster
from mission_gui.panels.crew_text import CrewCard, captions, crew_card, crew_cards, days, note, ordinal, record_line
from mission_gui.theme import Style
from tests import canned
from tests.canned import SEPARATION, TOUCHDOWN, at

RUSSIAN = DurationRecord(
    "russian_iss",
    Text("Russian ISS record"),
    "Mikhail Kornienko",
    timedelta(days=340, hours=8, minutes=42),
    date(2016, 3, 2),
    canned.SOURCE,
)
MISSION = replace(canned.mission(), records=(*canned.mission().records, RUSSIAN))
TRAJECTORY = canned.trajectory()


def moment(t: float) -> Frame:
    return frame_at(MISSION, TRAJECTORY, t)


def card_of(person: str, t: float) -> CrewCard:
    return next(card for card in crew_cards(MISSION, TRAJECTORY, moment(t)) if card.id == person)


def roster(qtbot: QtBot, base: float = 13, wide: int = 340, high: int = 345) -> CrewRoster:
    made = CrewRoster(Style(base=base))
    qtbot.addWidget(made)
    made.resize(wide, high)
    made.load(MISSION, TRAJECTORY)
    made.show_frame(moment(SEPARATION))
    return made


def test_durations_count_from_each_persons_own_launch() -> None:
    t = MISSION.seconds(at(10, 52, 12))
    assert card_of("shkaplerov", t).this_flight == "176 d 01:57:12"
    assert card_of("vande_hei", t).this_flight == "355 d 03:10:12"
    assert card_of("vande_hei", t).in_all == "523 d"


def test_the_count_stops_at_landing() -> None:
    assert card_of("dubrov", TOUCHDOWN + 9000).this_flight == card_of("dubrov", TOUCHDOWN).this_flight


def test_only_those_who_came_by_another_ship_went_up_on_it() -> None:
    assert card_of("shkaplerov", 0).flight_lines == ("4th flight",)
    assert card_of("vande_hei", 0).flight_lines[0] == "2nd flight · went up on Soyuz MS-18"


def test_the_bar_ends_at_the_world_record_and_its_tick_at_the_national_one() -> None:
    card = card_of("vande_hei", TOUCHDOWN)
    assert card.fraction == pytest.approx(355.16 / 437.75, abs=1e-3)
    assert card.tick == pytest.approx(340.36 / 437.75, abs=1e-3)


def test_passing_a_record_is_told_with_its_date() -> None:
    card = card_of("vande_hei", 0)
    assert card.record == "US record since 15 March 2022 (was Kelly, 340 d)"
    assert card.record_name == "US record"
    assert card_of("shkaplerov", 0).record == ""


def test_a_record_is_not_claimed_before_it_is_passed() -> None:
    person = MISSION.crew[2]
    record = MISSION.records[1]
    assert record_line(person, record, record.duration) == ""


def test_records_are_those_of_the_moment() -> None:
    later = replace(RUSSIAN, scope="us", holder="Frank Rubio", duration=timedelta(days=370), set_on=date(2023, 9, 27))
    mission = replace(MISSION, records=(*MISSION.records, later))
    card = crew_cards(mission, TRAJECTORY, moment(0))[2]
    assert card.record.endswith("(was Kelly, 340 d)")


def test_the_caption_explains_bar_and_tick() -> None:
    full, *_, shortest = captions(MISSION, datetime(2022, 3, 30, tzinfo=UTC))
    assert full == "Bar to 438 d (Polyakov). Tick: 340 d, the Russian ISS and US records until 15 March 2022."
    assert shortest == "Bar to 438 d, the world record; tick: 340 d."


def test_without_records_there_is_no_bar_and_no_caption() -> None:
    mission = replace(MISSION, records=())
    assert captions(mission, at(8, 0)) == ("",)
    assert crew_cards(mission, TRAJECTORY, moment(0))[0].tick is None


@pytest.mark.parametrize(
    ("time", "state"),
    [
        ((4, 5), "aboard"),
        ((8, 0), "in capsule"),
        ((12, 0), "chair"),
        ((12, 30), "medical tent"),
        ((14, 59), "Karaganda"),
    ],
)
def test_everyone_has_a_state_through_the_recovery(time: tuple[int, int], state: str) -> None:
    assert card_of("vande_hei", MISSION.seconds(at(*time))).state == state


def test_a_state_can_be_one_persons_own() -> None:
    own = tuple(replace(s, crew=("dubrov",)) if s.event_id == "crew_out" else s for s in MISSION.recovery_states)
    mission = replace(MISSION, recovery_states=own)
    states = {card.id: card.state for card in crew_cards(mission, TRAJECTORY, moment(MISSION.seconds(at(12, 0))))}
    assert states == {"shkaplerov": "in capsule", "dubrov": "chair", "vande_hei": "in capsule"}


def test_the_note_goes_with_the_phase() -> None:
    assert note(MISSION, TRAJECTORY, moment(0 - 60)) == "3 aboard, docked to the station"
    assert note(MISSION, TRAJECTORY, moment(13833)) == "3 aboard, load 3.80 g"
    assert note(MISSION, TRAJECTORY, moment(20000)) == "3 home on Earth"


def test_hover_tells_seat_and_sources_with_how_they_are_known() -> None:
    tip = card_of("vande_hei", 0).tip
    assert "Seat: centre (derived)" in tip
    assert "Launched 9 April 2021 07:42 UTC on Soyuz MS-18" in tip
    assert "Passed on 15 March 2022" in tip
    assert tip.endswith("Sources: Canned data for tests")


def test_numbers_are_written_in_full() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 21)] == ["1st", "2nd", "3rd", "4th", "11th", "12th", "21st"]
    assert days(timedelta(days=3, hours=4, minutes=5, seconds=6), seconds=True) == "3 d 04:05:06"


@pytest.mark.parametrize(("base", "wide", "high"), [(10, 227, 230), (13, 340, 345), (26, 680, 690)])
def test_the_cards_and_the_caption_share_the_panel(qtbot: QtBot, base: float, wide: int, high: int) -> None:
    made = roster(qtbot, base, wide, high)
    last = made.card_box(2)
    assert last.bottom() <= high - made._foot()[1]
    assert last.height() >= Style(base=base).px(76)
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    made.render(image)


def test_the_card_under_the_pointer_is_found(qtbot: QtBot) -> None:
    made = roster(qtbot)
    assert [made.card_at(made.card_box(i).center()) for i in range(3)] == [0, 1, 2]
    assert made.card_at(QPointF(10, 5)) == -1


def test_the_text_twin_names_everyone(qtbot: QtBot) -> None:
    text = roster(qtbot).accessibleDescription()
    assert all(person.name in text for person in MISSION.crew)
    assert "US record since 15 March 2022" in text


def test_what_is_not_known_of_a_person_is_said_or_left_out() -> None:
    mission = canned.mission()
    known = mission.crew[0]
    unknown = replace(known, seat=None, seat_kind=None, born=None, flights=None, time_before=None)
    card = crew_card(mission, canned.trajectory(), unknown, at(10, 0))
    assert card.in_all == "" and "flights not known" in card.flight_lines[0]
    for words in ("Seat: not known", "Born: not known", "time in space not known, flights not known"):
        assert words in card.tip


def test_a_ship_with_nobody_aboard_says_so(qtbot: QtBot) -> None:
    mission = replace(canned.mission(), crew=())
    roster = CrewRoster(Style())
    qtbot.addWidget(roster)
    roster.load(mission, canned.trajectory())
    roster.show_frame(frame_at(mission, canned.trajectory(), 13000.0))
    assert roster.note == "uncrewed"
    assert not roster.grab().isNull()
