"""The top strip tells mission, phase, pace, origin and the time everywhere, at every width."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from mission_gui.domain.clock import MissionClock
from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import frame_at
from mission_gui.domain.mission import ClockZone
from mission_gui.panels.header import Header
from mission_gui.panels.header_chips import chip_width
from mission_gui.panels.header_text import Clocks, labels, mission_clock, rate_label, zone_clock, zone_tip
from mission_gui.panels.zero import zero_of, zeros
from mission_gui.theme import DARK, HIGH_CONTRAST, LIGHT, Style, Theme
from tests import canned
from tests.panels.pictures import near, on_screen, picture, repainted

MISSION, FLIGHT, PRELIMINARY = canned.mission(), canned.trajectory(), canned.trajectory(complete=False)
COASTING = 12669.0
HOUSTON = ClockZone(Text("Houston"), "America/Chicago")
ZHEZKAZGAN = ClockZone(Text("Zhezkazgan"), "Asia/Almaty")


@pytest.fixture
def header(qtbot: QtBot) -> Header:
    panel = Header(Style(DARK))
    qtbot.addWidget(panel)
    panel.load(MISSION, FLIGHT)
    panel.show_frame(frame_at(MISSION, FLIGHT, COASTING))
    picture(panel, 1904, 56)
    return panel


def test_clocks_go_by_the_rules_of_their_zone_on_that_day() -> None:
    time = datetime(2022, 3, 30, 10, 52, 12, tzinfo=UTC)
    assert zone_clock(HOUSTON, time).time == "05:52:12"
    assert zone_clock(ClockZone(Text("Moscow"), "Europe/Moscow"), time).time == "13:52:12"
    # Kazakhstan joined its zones at UTC+5 on 1 March 2024.
    assert zone_clock(ZHEZKAZGAN, time).time == "16:52:12"
    assert zone_clock(ZHEZKAZGAN, time.replace(year=2025)).time == "15:52:12"


def test_utc_has_its_date_and_day_of_the_year() -> None:
    utc, day = ClockZone(Text("UTC"), "UTC"), datetime(2022, 3, 30, tzinfo=UTC)
    assert zone_clock(utc, day).labels == ("UTC · 30 Mar 2022 · 089", "UTC · 30 Mar")
    assert zone_clock(utc, day, day_of_year=False).labels[0] == "UTC · 30 Mar 2022"


def test_every_clock_has_its_own_date_however_little_room_there_is() -> None:
    assert zone_clock(HOUSTON, datetime(2022, 3, 30, 4, tzinfo=UTC)).labels == ("Houston · 29 Mar",) * 2
    assert zone_clock(HOUSTON, datetime(2022, 3, 30, 10, tzinfo=UTC)).labels[1] == "Houston · 30 Mar"


def test_a_column_has_room_for_every_label_of_the_mission() -> None:
    assert labels(HOUSTON, MISSION.start, MISSION.end, 1) == {"Houston · 30 Mar", "Houston · 29 Mar"}


def test_a_hover_tells_the_zone_and_its_offset_on_that_day() -> None:
    moscow = ClockZone(Text("Moscow"), "Europe/Moscow")
    now, then = datetime(2022, 3, 30, 10, tzinfo=UTC), datetime(2012, 7, 1, tzinfo=UTC)
    assert zone_tip(moscow, now) == "Moscow time (ДМВ): Europe/Moscow, UTC+3 on 30 Mar 2022"
    assert "UTC+4 on 1 Jul 2012" in zone_tip(moscow, then)
    assert zone_tip(HOUSTON, now) == "Houston: America/Chicago, UTC−5 on 30 Mar 2022"
    assert "UTC+5:30" in zone_tip(ClockZone(Text("Delhi"), "Asia/Kolkata"), now)


def test_the_clocks_stand_in_the_users_order_and_new_ones_after_them() -> None:
    names = [zone.zone for zone in Clocks(("America/Chicago",)).of(MISSION)]
    assert names == ["America/Chicago", "UTC", "Europe/Moscow", "Asia/Almaty"]
    assert Clocks().moved_left(MISSION, 3).order == ("UTC", "Europe/Moscow", "Asia/Almaty", "America/Chicago")


def test_the_mission_clock_counts_to_and_from_its_zero() -> None:
    assert mission_clock("undocking", 0.0, COASTING).time == "+03:31:09"
    assert mission_clock("undocking", 0.0, COASTING).labels[0] == "Since undocking"
    before = mission_clock("touchdown", canned.TOUCHDOWN, canned.TOUCHDOWN - 61)
    assert (before.time, before.labels[0]) == ("−00:01:01", "To landing")


def test_the_mission_clock_ticks_together_with_utc() -> None:
    for t in (100.0, 100.4, 100.6, 100.99):
        assert mission_clock("undocking", 0.0, t).time == "+00:01:40"


def test_every_known_event_can_be_the_zero() -> None:
    assert list(zeros(MISSION, FLIGHT)) == ["undocking", "ignition", "entry_interface", "touchdown"]


def test_a_zero_without_a_time_is_undocking_meanwhile() -> None:
    untimed = replace(PRELIMINARY, events=tuple(replace(e, modelled=None, actual=()) for e in PRELIMINARY.events[:6]))
    assert zero_of(MISSION, untimed, "entry_interface") == ("undocking", 0.0)
    assert zero_of(MISSION, FLIGHT, "entry_interface") == ("entry_interface", canned.ENTRY)


def test_a_click_on_the_mission_clock_wishes_the_next_zero(header: Header) -> None:
    header.zero_wished.connect(header.set_zero)
    shown = []
    for _ in range(5):
        shown.append(header.button.clock.labels[0])
        QTest.mouseClick(header.button, Qt.MouseButton.LeftButton)
    assert shown == ["Since undocking", "Since ignition", "To entry", "To landing", "Since undocking"]


def test_the_mission_clock_waits_to_be_told_its_zero(header: Header, qtbot: QtBot) -> None:
    with qtbot.waitSignal(header.zero_wished) as wish:
        QTest.keyClick(header.button, Qt.Key.Key_Return)
    assert wish.args == ["ignition"]
    assert header.button.clock.labels[0] == "Since undocking"


def test_a_right_click_opens_the_menu_of_the_clocks(header: Header, qtbot: QtBot) -> None:
    header.show()
    at = QPoint(1700, 28)
    QApplication.sendEvent(header, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, header.mapToGlobal(at)))
    menu = header.findChild(QMenu, "choices")
    assert menu is not None
    words = [action.text() for action in menu.actions()]
    assert {"Entry interface", "Houston to the left", "Day of the year"} <= set(words)
    menu.close()
    qtbot.waitUntil(lambda: header.findChild(QMenu, "choices") is None)


def test_the_menu_orders_the_clocks_and_hides_the_day_of_the_year(header: Header) -> None:
    before = picture(header, 1904, 56)
    choices = {choice.text: choice for choice in header.choices()["CLOCKS"]}
    assert not choices["As the mission has them"].enabled
    choices["Moscow to the left"].deed()
    {choice.text: choice for choice in header.choices()["CLOCKS"]}["Day of the year"].deed()
    assert header.clocks == Clocks(("Europe/Moscow", "UTC", "America/Chicago", "Asia/Almaty"), day_of_year=False)
    assert (picture(header, 1904, 56) != before).any()
    assert header.describe(frame_at(MISSION, FLIGHT, COASTING)).index("Moscow") < header.describe(
        frame_at(MISSION, FLIGHT, COASTING)
    ).index("UTC")


def test_the_view_comes_back(header: Header, qtbot: QtBot) -> None:
    header.set_clocks(Clocks(("Asia/Almaty",), day_of_year=False))
    header.set_zero("touchdown")
    other = Header(Style(DARK))
    qtbot.addWidget(other)
    other.load(MISSION, FLIGHT)
    with qtbot.waitSignal(other.zero_wished) as wish:
        other.restore_view(header.view_state())
    assert wish.args == ["touchdown"]
    assert other.view_state() == header.view_state()
    other.restore_view({})
    assert other.clocks == Clocks()


def test_the_mission_clock_is_a_control_with_a_name(header: Header) -> None:
    assert header.button.accessibleName() == "Mission clock"
    assert header.button.accessibleDescription() == "+03:31:09 since undocking"
    assert header.button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_near_an_event_the_chip_says_that_the_clock_slows_down(header: Header) -> None:
    clock = MissionClock(-1e5, 1e5, 0, 0, 60.0, True, eased=True, slow_at=(COASTING,))
    header.show_clock(clock)
    assert header.chips(Phase.DESCENT_COAST)[1].text == "REPLAY ×1 · EVENT"
    header.show_frame(frame_at(MISSION, FLIGHT, COASTING + 60))
    assert header.chips(Phase.DESCENT_COAST)[1].text == "REPLAY ×60"


@pytest.mark.parametrize(
    ("playing", "rate", "text"),
    [(True, 10.0, "REPLAY ×10"), (True, -0.25, "REPLAY ×−0.25"), (False, 10.0, "REPLAY · PAUSED")],
)
def test_the_replay_chip_says_how_time_runs(playing: bool, rate: float, text: str) -> None:
    assert rate_label(playing, rate) == text


def test_the_chips_say_phase_pace_and_that_it_is_reconstructed(header: Header) -> None:
    header.show_clock(MissionClock(0, 1, 0, 0, 10.0, True))
    assert [chip.text for chip in header.chips(Phase.DESCENT_COAST)] == [
        "DESCENT COAST",
        "REPLAY ×10",
        "reconstructed",
    ]


def test_the_reconstructed_chip_explains_itself(header: Header) -> None:
    chip, box = header._boxes[2]
    assert chip.glyph == "diamond"
    assert "not telemetry" in header.tip_at(box.center())
    assert header.tip_at(QPointF(header.width() - 2.0, 28)) == ""


def test_a_clock_tells_its_zone(header: Header) -> None:
    tips = {header.tip_at(QPointF(x, 28)) for x in range(1200, 1900, 10)}
    assert "Zhezkazgan: Asia/Almaty, UTC+6 on 30 Mar 2022" in tips


def test_progress_takes_the_chip_and_draws_a_bar_until_the_descent_is_there(header: Header) -> None:
    bar = header.look.color("standby")
    before = near(picture(header, 1904, 56)[-4:], bar, 8).sum()
    header.show_progress(0.5, "solving the descent…")
    during = near(picture(header, 1904, 56)[-4:], bar, 8).sum()
    assert header.chips(Phase.DOCKED)[2].text == "solving the descent… 50%"
    header.load(MISSION, FLIGHT)
    header.show_frame(frame_at(MISSION, FLIGHT, COASTING))
    after = near(picture(header, 1904, 56)[-4:], bar, 8).sum()
    assert before == after < during / 10


def test_progress_goes_on_while_the_orbit_is_shown_already(header: Header) -> None:
    header.show_progress(0.2, "solving the descent…")
    header.load(MISSION, PRELIMINARY)
    assert header.progress == 0.2


def test_finished_progress_brings_the_strip_back(header: Header) -> None:
    header.show_progress(1.0, "done")
    assert header.chips(Phase.DOCKED)[2].text == "reconstructed"


def test_an_error_is_shown_until_the_next_load(header: Header) -> None:
    header.show_error("soyuz-ms-19.toml: 2 faults\n  events[3].planned: no zone")
    picture(header, 1904, 56)
    chip, box = header._boxes[2]
    assert chip.text == "soyuz-ms-19.toml: 2 faults"
    assert "events[3].planned" in header.tip_at(box.center())
    header.load(MISSION, PRELIMINARY)
    assert header.message is None


def test_progress_can_be_shown_before_any_mission(qtbot: QtBot) -> None:
    panel = Header(Style(DARK))
    qtbot.addWidget(panel)
    panel.show_progress(0.1, "reading the mission…")
    assert near(picture(panel, 1280, 43), panel.look.color("standby"), 40).any()


def test_a_frame_within_the_same_second_repaints_nothing_new(header: Header) -> None:
    first = picture(header, 1904, 56)
    header.show_frame(frame_at(MISSION, FLIGHT, COASTING + 0.3))
    assert (picture(header, 1904, 56) == first).all()


def test_a_new_second_paints_the_clocks_and_nothing_else(header: Header) -> None:
    area = repainted(header, lambda: header.show_frame(frame_at(MISSION, FLIGHT, COASTING + 1)))
    assert area.left() > header.width() / 2
    in_parts = on_screen(header)
    header.repaint()
    assert on_screen(header) == in_parts
    assert repainted(header, lambda: header.show_frame(frame_at(MISSION, FLIGHT, COASTING + 1.5))).isEmpty()


@pytest.mark.parametrize("theme", [DARK, LIGHT, HIGH_CONTRAST])
@pytest.mark.parametrize("phase_t", [-600.0, 1000.0, COASTING, 13300.0, 14000.0])
@pytest.mark.parametrize(("base", "width"), [(10, 1268), (13, 1268), (13, 1904), (22, 1904), (26, 1904), (26, 3808)])
def test_nothing_overlaps_at_any_width(header: Header, theme: Theme, phase_t: float, base: float, width: int) -> None:
    header.restyle(Style(theme, base))
    header.show_clock(MissionClock(-1e6, 1e6, 0, 0, -1000.0, True, eased=True, slow_at=(phase_t,)))
    header.show_frame(frame_at(MISSION, FLIGHT, phase_t))
    picture(header, width, round(base * 4.3))
    boxes = [box for _, box in header._boxes]
    assert len(boxes) == 3
    assert all(a.right() < b.left() for a, b in zip(boxes, boxes[1:], strict=False))
    assert boxes[-1].right() < header._clock_boxes()[0].left()
    assert header.rect().contains(header.button.geometry())


def test_a_long_name_and_a_narrow_strip_cost_the_summary_first(header: Header) -> None:
    picture(header, 1904, 56)
    assert header._fit.summary > 0
    picture(header, 1380, 56)
    assert header._fit.summary == 0
    assert not header._fit.brief


def test_letters_for_a_wall_cost_clocks_and_never_the_words_of_the_chips(header: Header) -> None:
    header.restyle(Style(DARK, 26))
    picture(header, 1904, 112)
    assert [chip.text for chip, _ in header._boxes][2] in ("reconstructed", "model")
    assert all(box.width() >= round(chip_width(header.look, chip)) for chip, box in header._boxes)
    zones = [zone.zone for zone in header._zones()]
    assert zones and zones == [zone.zone for zone in MISSION.clocks][: len(zones)] and len(zones) < len(MISSION.clocks)
    assert len(header._clock_boxes()) == len(zones) + 1


def test_the_text_twin_tells_the_strip(header: Header) -> None:
    text = header.accessibleDescription()
    assert text.startswith("Soyuz MS-19, descent coast, ")
    assert "UTC 10:52:12, Moscow 13:52:12" in text
    assert text.endswith("30 Mar 2022 · 089.")


def test_the_name_of_the_mission_leads_to_all_missions(header: Header, qtbot: QtBot) -> None:
    with qtbot.waitSignal(header.library_wished):
        QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(40, 28))
    with qtbot.assertNotEmitted(header.library_wished):
        QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(header.width() - 60, 28))
    with qtbot.waitSignal(header.library_wished):
        header.choices()["MISSION"][0].deed()
    header.set_bare(True)
    with qtbot.assertNotEmitted(header.library_wished):
        QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=QPoint(40, 28))
