import logging
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame, frame_at
from mission_gui.domain.mission import Mission
from mission_gui.domain.records import RecordClass, Span
from mission_gui.panels.crew import CrewRoster
from mission_gui.panels.crew_text import CrewCard, agencies, card, members, note, ordinal
from mission_gui.panels.crew_tips import explain
from mission_gui.panels.lettering import width
from mission_gui.panels.portraits import folder, portrait
from mission_gui.theme import Style
from tests import canned
from tests.canned import KORNIENKO, SEPARATION, TOUCHDOWN, at
from tests.panels.lettering import written
from tests.panels.pictures import near, picture

MISSION = replace(canned.mission(), records=(*canned.mission().records, KORNIENKO))
TRAJECTORY = canned.trajectory()


def moment(t: float) -> Frame:
    return frame_at(MISSION, TRAJECTORY, t)


def cards_of(mission: Mission, t: float) -> list[CrewCard]:
    utc = frame_at(mission, TRAJECTORY, t).utc
    return [card(mission, member, utc) for member in members(mission, TRAJECTORY)]


def card_of(person: str, t: float) -> CrewCard:
    return next(card for card in cards_of(MISSION, t) if card.id == person)


def tip_of(person: str, t: float, mission: Mission = MISSION) -> str:
    member = next(member for member in members(mission, TRAJECTORY) if member.person.id == person)
    return explain(member, moment(t).utc)


def roster(qtbot: QtBot, base: float = 13, wide: int = 340, high: int = 345, mission: Mission = MISSION) -> CrewRoster:
    made = CrewRoster(Style(base=base))
    qtbot.addWidget(made)
    made.resize(wide, high)
    made.load(mission, TRAJECTORY)
    made.show_frame(frame_at(mission, TRAJECTORY, SEPARATION))
    return made


def test_durations_count_from_each_persons_own_launch() -> None:
    t = MISSION.seconds(at(10, 52, 12))
    assert card_of("shkaplerov", t).this_flight == "176 d 01:57:12"
    assert card_of("vande_hei", t).this_flight == "355 d 03:10:12"
    assert card_of("vande_hei", t).in_all == "523 d"


@pytest.mark.parametrize(
    ("wide", "base", "says_flight", "span"),
    [
        (420, 13.0, True, "355 сут 03:20:05"),
        (255, 10.0, False, "355 сут 03:20:05"),
        (200, 10.0, False, "355 сут 03:20"),
    ],
)
def test_where_room_is_short_words_give_way_before_the_seconds(
    qtbot: QtBot, russian: None, wide: int, base: float, says_flight: bool, span: str
) -> None:
    texts = [text.text.strip() for text in written(roster(qtbot, base, wide))]
    assert ("в полёте" in texts) == says_flight
    assert span in texts


def test_the_count_stops_at_landing() -> None:
    assert card_of("dubrov", TOUCHDOWN + 9000).this_flight == card_of("dubrov", TOUCHDOWN).this_flight


def test_only_those_who_came_by_another_ship_went_up_on_it() -> None:
    assert card_of("shkaplerov", 0).flight_lines == ("4th flight",)
    assert card_of("vande_hei", 0).flight_lines[0] == "2nd flight · went up on Soyuz MS-18"


def test_ships_with_alike_names_are_told_apart() -> None:
    mission = replace(MISSION, name=Text("Soyuz MS-18M"))
    assert "up on" in cards_of(mission, 0)[2].flight_lines[0]


def test_the_bar_ends_at_the_world_record_and_its_tick_at_the_national_one() -> None:
    card = card_of("vande_hei", TOUCHDOWN)
    assert card.fraction == pytest.approx(355.16 / 437.75, abs=1e-3)
    assert card.tick == pytest.approx(340.36 / 437.75, abs=1e-3)


def test_passing_a_record_is_told_with_its_date() -> None:
    card = card_of("vande_hei", 0)
    assert card.records[0][0] == "US record since 15 March 2022 (was Kelly, 340 d)"
    assert card.record_name == "US record"
    assert card_of("shkaplerov", 0).records == ()


def test_with_the_landing_the_new_record_is_told() -> None:
    assert card_of("vande_hei", TOUCHDOWN + 60).records[0][0] == "US record, 355 d 03:46 (was Kelly, 340 d)"


def test_of_a_career_only_the_days_are_told() -> None:
    career = replace(MISSION.records[1], span=Span.CAREER, duration=timedelta(days=520))
    (lines,) = cards_of(replace(MISSION, records=(career,)), TOUCHDOWN + 60)[2].records
    assert lines[0] == "US career record, 523 d (was Kelly, 520 d)"


def test_a_record_is_not_claimed_before_it_is_passed() -> None:
    never = replace(MISSION, records=(replace(MISSION.records[1], duration=timedelta(days=356)),))
    assert cards_of(never, TOUCHDOWN)[2].records == ()


def test_records_are_those_of_the_moment() -> None:
    later = replace(MISSION.records[1], holders=("Frank Rubio",), duration=timedelta(days=370), set_on=at(0, 0).date())
    mission = replace(MISSION, records=(*MISSION.records, replace(later, set_on=later.set_on + timedelta(days=500))))
    assert cards_of(mission, 0)[2].records[0][0].endswith("(was Kelly, 340 d)")


def test_a_crewmates_record_of_the_same_landing_is_not_yet_one() -> None:
    own = replace(KORNIENKO, holders=("Pyotr Dubrov",), duration=timedelta(days=355), set_on=at(11, 28).date())
    mission = replace(MISSION, records=(*MISSION.records, own))
    tick = cards_of(mission, 0)[0].tick
    assert tick == pytest.approx(340.36 / 437.75, abs=1e-3)


def test_the_caption_explains_bar_and_tick(qtbot: QtBot) -> None:
    full, *_, shortest = roster(qtbot)._captions
    assert full == "Bar to 438 d (Polyakov). Tick: 340 d, the Russian ISS and US records until 15 March 2022."
    assert shortest == "Bar to 438 d; tick: 340 d."


def test_a_class_that_is_no_country_is_written_small(qtbot: QtBot) -> None:
    women = RecordClass("women", Text("Women's record"), Text("Women's"), members=("Mark Vande Hei",), rank=2)
    mission = replace(MISSION, records=(MISSION.records[0], replace(MISSION.records[1], classes=(women,))))
    assert "the women's record until" in roster(qtbot, mission=mission)._captions[0]


def test_without_records_there_is_no_bar_and_no_caption(qtbot: QtBot) -> None:
    mission = replace(MISSION, records=())
    assert roster(qtbot, mission=mission)._captions == ("",)
    assert cards_of(mission, 0)[0].tick is None


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
    states = {card.id: card.state for card in cards_of(mission, MISSION.seconds(at(12, 0)))}
    assert states == {"shkaplerov": "in capsule", "dubrov": "chair", "vande_hei": "in capsule"}


def test_the_note_goes_with_the_phase() -> None:
    assert note(MISSION, moment(0 - 60)) == "3 aboard, docked to the station"
    assert note(MISSION, moment(13833)) == "3 aboard, load 3.80 g"
    assert note(MISSION, moment(20000)) == "3 home on Earth"


def test_hover_tells_seat_records_and_sources_with_how_they_are_known() -> None:
    tip = tip_of("vande_hei", 0)
    assert "Seat: centre (derived)" in tip
    assert "Launched 9 April 2021 07:42 UTC on Soyuz MS-18" in tip
    assert "US record before: Scott Kelly, 340 d 08:42, from 2 March 2016 (actual)" in tip
    assert "Passed on 15 March 2022, 16:24 UTC (derived)" in tip
    assert tip.endswith("Sources: Canned data for tests")


def test_hover_tells_the_record_that_was_out_of_reach() -> None:
    assert "Russian ISS record: Mikhail Kornienko, 340 d 08:42" in tip_of("shkaplerov", 0)
    assert "this flight would pass it on 10 September 2022" in tip_of("shkaplerov", 0)


def test_numbers_are_written_in_full() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 21)] == ["1st", "2nd", "3rd", "4th", "11th", "12th", "21st"]


def test_a_long_agency_gives_way_to_the_name() -> None:
    participant = replace(MISSION.crew[0], agency="spaceflight participant (Russia)")
    assert agencies(participant) == ("spaceflight participant (Russia)", "spaceflight participant", "participant")
    assert agencies(MISSION.crew[0]) == ("Roscosmos",)


@pytest.mark.parametrize(("base", "wide", "high"), [(10, 227, 230), (13, 340, 345), (26, 680, 690)])
@pytest.mark.parametrize("aboard", [1, 2, 3])
def test_the_cards_and_the_caption_share_the_panel(
    qtbot: QtBot, base: float, wide: int, high: int, aboard: int
) -> None:
    made = roster(qtbot, base, wide, high, replace(MISSION, crew=MISSION.crew[:aboard]))
    last = made.card_box(aboard - 1)
    assert last.bottom() <= high - made._foot()[1]
    assert last.height() >= Style(base=base).px(74)
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    made.render(image)


def test_the_card_under_the_pointer_is_found(qtbot: QtBot) -> None:
    made = roster(qtbot)
    assert [made.card_at(made.card_box(i).center()) for i in range(3)] == [0, 1, 2]
    assert made.card_at(QPointF(10, 5)) == -1
    assert made.tip_at(made.card_box(2).center()).startswith("Mark Vande Hei")
    assert made.tip_at(QPointF(10, 5)) == ""


def test_the_text_twin_names_everyone(qtbot: QtBot) -> None:
    text = roster(qtbot).accessibleDescription()
    assert all(person.name in text for person in MISSION.crew)
    assert "US record since 15 March 2022" in text


def test_what_is_not_known_of_a_person_is_said(qtbot: QtBot) -> None:
    unknown = replace(MISSION.crew[0], seat=None, seat_kind=None, born=None, flights=None, time_before=None)
    mission = replace(MISSION, crew=(unknown,))
    (made,) = cards_of(mission, 0)
    assert made.in_all == "" and "flights not known" in made.flight_lines[0]
    tip = tip_of("shkaplerov", 0, mission)
    for words in ("Seat: not known", "Born: not known", "time in space not known, flights not known"):
        assert words in tip
    assert "in all not known" in roster(qtbot, mission=mission).accessibleDescription()


def test_a_ship_with_nobody_aboard_says_so(qtbot: QtBot) -> None:
    made = roster(qtbot, mission=replace(MISSION, crew=()))
    assert made.note == "uncrewed"
    assert made.accessibleDescription().startswith("Nobody aboard. Soyuz MS-19 came home without a crew.")
    assert near(picture(made, 340, 345), made.look.color("text")).sum() > 100


def painted_disc(made: CrewRoster) -> QColor:
    pixels = picture(made, made.width(), made.height())
    box = made.card_box(0)
    blue, green, red = pixels[int(box.top() + 25), 30, :3]
    return QColor(int(red), int(green), int(blue))


def test_a_portrait_from_the_users_folder_takes_the_place_of_the_initials(qtbot: QtBot) -> None:
    initials = painted_disc(roster(qtbot))
    saved(QColor("#20C040"), "shkaplerov.png")
    shown = painted_disc(roster(qtbot))
    assert shown != initials and shown.green() > 2 * shown.red()


def test_a_changed_portrait_is_read_again() -> None:
    path = saved(QColor("#20C040"), "dubrov.png")
    first = portrait("dubrov")
    saved(QColor("#C02040"), "dubrov.png", side=700)
    assert path.exists() and first is not None
    second = portrait("dubrov")
    assert second is not None and second.pixelColor(9, 9).red() > 150
    assert min(second.width(), second.height()) == 400, "read no larger than it is shown"


def test_a_portrait_that_cannot_be_read_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    folder().mkdir(parents=True)
    (folder() / "vande_hei.jpg").write_bytes(b"no picture")
    with caplog.at_level(logging.WARNING):
        assert portrait("vande_hei") is None
        assert portrait("vande_hei") is None
    (told,) = caplog.messages
    assert "vande_hei.jpg cannot be shown, initials take its place" in told
    caplog.clear()


def saved(color: QColor, name: str, side: int = 300) -> Path:
    folder().mkdir(parents=True, exist_ok=True)
    image = QImage(side, side + 100, QImage.Format.Format_RGB32)
    image.fill(color)
    path = folder() / name
    assert image.save(str(path))
    return path


@pytest.mark.parametrize("base", [9.0, 13.0, 22.0])
def test_words_after_a_duration_stand_clear_of_it(qtbot: QtBot, base: float) -> None:
    words = [text.text for text in written(roster(qtbot, base, round(30 * base), round(27 * base)))]
    told = [text for text in words if "this flight" in text or "in all" in text]
    font = Style(base=base).sans("small")
    assert len(told) == 6
    for text in told:
        gap = text[: len(text) - len(text.lstrip())]
        assert width(font, gap) >= 1.5 * width(font, " ")
