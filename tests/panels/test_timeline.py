"""The timeline shows the whole way home, names what fits, and passes every wish up."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mission_gui.domain.clock import RATES, MissionClock
from mission_gui.domain.events import Phase
from mission_gui.domain.frame import frame_at
from mission_gui.panels.label_row import LabelRow
from mission_gui.panels.marks import State
from mission_gui.panels.timeline import Timeline
from mission_gui.panels.timeline_buttons import TransportButton
from mission_gui.panels.timeline_marks import (
    explain,
    hours,
    lanes,
    main_view,
    merged,
    moved,
    rate_text,
    ticks,
    true_spans,
    view_at,
    whole_view,
    zoomed,
)
from mission_gui.panels.timeline_plan import history, slips, standing
from mission_gui.panels.timeline_rows import rows
from mission_gui.theme import DARK, HIGH_CONTRAST, LIGHT, Style, Theme
from tests import canned
from tests.panels.pictures import near, on_screen, picture, repainted

MISSION, FLIGHT = canned.mission(), canned.trajectory()
TO_HOUSTON = replace(MISSION, end=datetime(2022, 3, 31, 12, tzinfo=UTC))
COASTING = 12669.0
SIDES = {"far left": -90.0, "left": -5.0, "right": 5.0, "far right": 90.0}
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    panel = Timeline(Style(DARK))
    qtbot.addWidget(panel)
    panel.load(MISSION, FLIGHT)
    panel.show_frame(frame_at(MISSION, FLIGHT, COASTING))
    picture(panel, 1904, 94)
    return panel


def test_the_view_runs_from_the_start_to_karaganda() -> None:
    view = main_view(TO_HOUSTON, FLIGHT)
    assert view[0] == MISSION.seconds(MISSION.start)
    assert view[1] == MISSION.seconds(canned.at(14, 58)) + 900


def test_beyond_karaganda_the_view_widens_to_the_whole_mission() -> None:
    usual, whole = main_view(TO_HOUSTON, FLIGHT), whole_view(TO_HOUSTON)
    assert view_at(usual, whole, usual[1] + 1) == whole
    assert view_at(usual, whole, COASTING) == usual


def test_zooming_keeps_the_time_under_the_pointer_in_place() -> None:
    view = zoomed((0.0, 1000.0), 250.0, 0.5, (-5000.0, 5000.0))
    assert view == (125.0, 625.0)
    assert (250.0 - view[0]) / (view[1] - view[0]) == 0.25


def test_zooming_and_moving_stop_at_the_ends_of_the_mission() -> None:
    limits = (-100.0, 5000.0)
    assert zoomed((0.0, 1000.0), 0.0, 100.0, limits) == limits
    assert moved((0.0, 1000.0), -500.0, limits) == (-100.0, 900.0)
    assert moved((0.0, 1000.0), 9000.0, limits) == (4000.0, 5000.0)


def test_zooming_in_has_a_least_view() -> None:
    start, end = zoomed((0.0, 100.0), 50.0, 1e-6, (0.0, 5000.0))
    assert end - start == pytest.approx(60.0)


def test_landing_is_named_first_and_with_its_time() -> None:
    first = ticks(MISSION, FLIGHT)[0]
    assert (first.event.id, first.label) == ("touchdown", "Landing 11:28")


def test_events_without_a_short_name_keep_their_own() -> None:
    labels = {tick.event.id: tick.label for tick in ticks(MISSION, FLIGHT)}
    assert labels["undock_command"] == "Undock command"


def test_the_lanes_say_when_the_sun_the_stations_and_the_broadcast_are_there() -> None:
    sun, contact, air = lanes(MISSION, FLIGHT)
    assert all(a < b for a, b, _ in sun.spans)
    assert [name for _, _, name in contact.spans] == ["Shchyolkovo", "Baikonur"]
    assert air.spans[1][2] == "NASA TV: Deorbit and landing"


def test_stations_that_see_the_ship_together_make_one_stretch() -> None:
    assert merged(((5.0, 9.0, "b"), (1.0, 6.0, "a"), (12.0, 13.0, "c"))) == ((1.0, 9.0), (12.0, 13.0))


def test_a_condition_that_holds_at_the_ends_gives_spans_to_the_ends() -> None:
    t = np.arange(6.0)
    assert true_spans(t, np.array([True, True, False, False, True, True])) == ((0.0, 2.0), (4.0, 5.0))
    assert true_spans(t, np.zeros(6, dtype=bool)) == ()


def test_the_pointer_is_told_time_phase_event_and_broadcast() -> None:
    text = explain(MISSION, FLIGHT, lanes(MISSION, FLIGHT), canned.ENTRY + 2, near=10)
    assert text.splitlines()[:2] == ["11:05:05 UTC · 30 Mar · T+03:44:02", "Entry"]
    assert "Entry interface 11:05:03 (modelled)" in text
    assert "NASA TV: Deorbit and landing" in text


def test_an_event_under_the_pointer_tells_plan_fact_and_difference() -> None:
    text = explain(MISSION, FLIGHT, (), MISSION.seconds(canned.at(4, 16)), near=10)
    assert "Hatch closed 04:16:00 (published) · planned 04:00 · actual 04:16 · +16 min" in text


def test_the_pointer_counts_t_from_the_zero() -> None:
    text = explain(MISSION, FLIGHT, (), canned.TOUCHDOWN - 60, near=1, zero="touchdown")
    assert text.splitlines()[0].endswith("T−00:01:00")


def test_round_times_stand_as_close_as_there_is_room() -> None:
    view = (MISSION.seconds(canned.at(10, 31)), MISSION.seconds(canned.at(11, 31)))
    assert [text for _, text in hours(MISSION, view, 6)] == ["10:40", "10:50", "11:00", "11:10", "11:20", "11:30"]
    assert [text for _, text in hours(MISSION, view, 12)][:3] == ["10:35", "10:40", "10:45"]
    for t, text in hours(MISSION, view, 12):
        assert f"{MISSION.epoch + timedelta(seconds=t):%H:%M:%S}" == f"{text}:00"


def test_midnight_is_told_by_its_date() -> None:
    late = replace(MISSION, end=datetime(2022, 3, 31, 12, tzinfo=UTC))
    assert "31 Mar" in [text for _, text in hours(late, whole_view(late), 40)]


# ---- against the plan


def test_the_last_event_that_was_planned_tells_how_it_stands() -> None:
    known = slips(MISSION, FLIGHT)
    assert standing(known, MISSION.seconds(canned.at(3, 0))) is None
    behind = standing(known, MISSION.seconds(canned.at(5, 0)))
    assert behind is not None and (behind.words, behind.event, behind.state) == (
        "Behind by 16 min",
        "Hatch closed",
        State.DONE_LATE,
    )
    on_time = standing(known, COASTING)
    assert on_time is not None and (on_time.words, on_time.event) == ("On time", "Deorbit burn")


def test_what_should_have_happened_is_overdue() -> None:
    stands = standing(slips(MISSION, FLIGHT), MISSION.seconds(canned.at(4, 9)))
    assert stands is not None and (stands.words, stands.state) == ("Overdue by 9 min", State.OVERDUE)


def test_an_event_before_its_plan_is_ahead() -> None:
    early = canned.event("undocking", canned.at(7, 25), canned.EPOCH)
    flight = replace(FLIGHT, events=tuple(early if e.id == "undocking" else e for e in FLIGHT.events))
    stands = standing(slips(MISSION, flight), 60.0)
    assert stands is not None and stands.words == "Ahead by 4 min"


def test_the_history_goes_up_to_the_moment() -> None:
    known = slips(MISSION, FLIGHT)
    assert history(known, 0.0).splitlines()[1:] == [
        "Hatch closed: planned 04:00, 04:16, +16 min",
        "Undock command: planned 07:19, 07:19, 0",
        "Undocking: planned 07:21, 07:21, 0",
    ]
    assert "No event" in history(known, MISSION.seconds(canned.at(4, 0)))


def test_a_hover_on_how_it_stands_tells_the_history(timeline: Timeline) -> None:
    assert "Hatch closed: planned 04:00" in timeline.tip_at(timeline._standing_box().center())
    assert timeline.tip_at(QPointF(2, 2)) == ""


def test_a_pointer_that_rests_on_the_line_is_told_the_same_as_one_that_moves(timeline: Timeline) -> None:
    line = timeline.line
    x = line.x_of(canned.ENTRY - 600.0)
    timeline.set_zero("touchdown")
    told = timeline.tip_at(QPointF(line.x() + x, line.y() + 40.0))
    assert told == line.told_at(x)
    assert told.startswith("10:55:0") and "T−00:3" in told


def test_a_slip_is_drawn_from_plan_to_fact(timeline: Timeline) -> None:
    timeline.show_frame(frame_at(MISSION, FLIGHT, MISSION.seconds(canned.at(4, 20))))
    caution = near(picture(timeline, 1904, 94), timeline.look.color("caution"))
    left, line = timeline.line.x(), timeline.line
    planned, actual = (left + round(line.x_of(MISSION.seconds(canned.at(4, minute)))) for minute in (0, 16))
    y = round(rows(timeline.look, 1, 92).track + 7.5)
    assert caution[y - 1 : y + 2, planned + 6 : actual - 4].any(axis=0).all()


def test_far_from_an_event_no_event_is_named() -> None:
    assert "Entry interface" not in explain(MISSION, FLIGHT, (), canned.ENTRY + 20, near=10)


@pytest.mark.parametrize(("rate", "text"), [(10, "×10"), (0.25, "×0.25"), (-60, "×−60"), (1000, "×1000")])
def test_rates_are_written_with_a_true_minus(rate: float, text: str) -> None:
    assert rate_text(rate) == text


def test_labels_of_a_row_never_overlap_and_stay_inside() -> None:
    row = LabelRow(0, 300, 6)
    for x in range(0, 300, 7):
        row.place(x, 40, 8)
    taken = sorted(row.taken)
    assert len(taken) >= 5
    assert taken[0][0] >= 0 and taken[-1][1] <= 300
    assert all(b - a >= 6 for (_, a), (b, _) in zip(taken, taken[1:], strict=False))


def test_a_low_panel_gives_up_the_names_of_phases_and_keeps_its_lanes() -> None:
    look = Style(DARK)
    high, low = rows(look, 1600, 92), rows(look, 1600, 72)
    assert high.named and not low.named
    assert low.end <= 72
    assert high.end <= 92


@pytest.mark.parametrize("base", [10.0, 13.0, 22.0, 26.0])
def test_names_of_lanes_never_touch_each_other(base: float) -> None:
    look = Style(DARK, base)
    row, metrics = rows(look, 1600, look.px(94) - 2), QFontMetricsF(look.sans("small"))
    tallest = metrics.tightBoundingRect("sunlit").height()
    assert row.lanes[1] - row.lanes[0] > tallest + look.px(1.5)
    assert row.lanes[-1] + metrics.capHeight() / 2 < look.px(94) - 3
    assert row.lanes[0] - metrics.capHeight() / 2 > row.below + metrics.tightBoundingRect("y").bottom()


@pytest.mark.parametrize(
    ("name", "signal", "args"),
    [
        ("Previous event", "event_stepped", [-1]),
        ("Play", "toggled", []),
        ("Next event", "event_stepped", [1]),
        ("Slower", "rate_stepped", [-1]),
        ("Faster", "rate_stepped", [1]),
    ],
)
def test_every_button_has_a_name_a_key_and_its_wish(
    timeline: Timeline, qtbot: QtBot, name: str, signal: str, args: list[int]
) -> None:
    button = next(b for b in timeline.buttons if b.accessibleName() == name)
    assert button.toolTip().startswith(f"{name} (") and isinstance(button, TransportButton)
    with qtbot.waitSignal(getattr(timeline, signal)) as wished:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wished.args == args


def test_a_button_works_by_keyboard_and_shows_the_focus(timeline: Timeline, qtbot: QtBot) -> None:
    assert timeline.previous.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(timeline.event_stepped):
        QTest.keyClick(timeline.next, Qt.Key.Key_Space)


def test_the_clock_sets_the_face_of_the_play_button(timeline: Timeline) -> None:
    timeline.show_clock(MissionClock(0, 1, 0, 0, 10.0, True))
    playing = picture(timeline, 1904, 94)
    assert timeline.play.accessibleName() == "Pause"
    timeline.show_clock(MissionClock(0, 1, 0, 0, 10.0, False))
    assert timeline.play.accessibleName() == "Play"
    assert (picture(timeline, 1904, 94) != playing).any()


def test_the_speed_says_its_rate_and_offers_all_others(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.show_clock(MissionClock(0, 1, 0, 0, -10.0, True))
    assert timeline.speed.text() == "×−10"
    speeds = timeline.choices()["SPEED"]
    assert [choice.text for choice in speeds if choice.chosen] == ["×−10"]
    assert len(speeds) == len(RATES)
    with qtbot.waitSignal(timeline.rate_wished) as wish:
        speeds[-1].deed()
    assert wish.args == [-1000.0]


@pytest.mark.parametrize(
    ("place", "signal", "args"), [(0, "rate_wished", [-10.0]), (1, "eased_wished", [True]), (2, "loop_wished", [False])]
)
def test_the_menu_of_the_speed_wishes_how_time_runs(
    timeline: Timeline, qtbot: QtBot, place: int, signal: str, args: list[object]
) -> None:
    timeline.show_clock(MissionClock(0, 1, 0, 0, 10.0, True, loop=True))
    choice = timeline.choices()[""][place]
    assert choice.chosen is (place == 2)
    with qtbot.waitSignal(getattr(timeline, signal)) as wish:
        choice.deed()
    assert wish.args == args


def test_a_focused_button_takes_the_space_bar_before_the_board_does(timeline: Timeline) -> None:
    for key, taken in ((Qt.Key.Key_Space, True), (Qt.Key.Key_Return, True), (Qt.Key.Key_J, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(timeline.next, event)
        assert event.isAccepted() is taken


# ---- the line as a slider


def test_the_line_is_a_slider_with_a_value_for_a_screen_reader(timeline: Timeline) -> None:
    found = QAccessible.queryAccessibleInterface(timeline.line)
    assert found.role() == QAccessible.Role.Slider
    value = found.valueInterface()
    assert value.currentValue() == round(COASTING)
    assert timeline.line.accessibleDescription() == "10:52:12 UTC, T+03:31:09, descent coast"
    assert (value.minimumValue(), value.maximumValue()) == tuple(round(t) for t in whole_view(MISSION))


def test_a_value_set_by_a_screen_reader_seeks_and_one_that_is_shown_does_not(timeline: Timeline, qtbot: QtBot) -> None:
    with qtbot.waitSignal(timeline.sought) as sought:
        QAccessible.queryAccessibleInterface(timeline.line).valueInterface().setCurrentValue(5000)
    assert sought.args == [5000.0]
    with qtbot.assertNotEmitted(timeline.sought):
        timeline.show_frame(frame_at(MISSION, FLIGHT, 6000.0))
        timeline.load(MISSION, FLIGHT)


@pytest.mark.parametrize(
    ("key", "modifier", "by"),
    [
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, -10.0),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 10.0),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, 60.0),
    ],
)
def test_the_arrows_seek_on_the_line(
    timeline: Timeline, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, by: float
) -> None:
    with qtbot.waitSignal(timeline.sought) as sought:
        QTest.keyClick(timeline.line, key, modifier)
    assert sought.args == [COASTING + by]


def test_a_click_on_the_line_seeks(timeline: Timeline, qtbot: QtBot) -> None:
    line = timeline.line
    with qtbot.waitSignal(timeline.sought) as sought:
        at = QPoint(round(line.x_of(5000.0)), 30)
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=at)
    assert sought.args[0] == pytest.approx(5000.0, abs=30)


def test_time_and_place_on_the_line_are_inverse(timeline: Timeline) -> None:
    for t in (-10000.0, 0.0, COASTING, 20000.0):
        assert timeline.line.t_at(timeline.line.x_of(t)) == pytest.approx(t)


def test_the_wheel_zooms_and_a_double_click_shows_all_again(timeline: Timeline) -> None:
    line = timeline.line
    before = line.view
    QApplication.sendEvent(line, wheel(line.x_of(COASTING), 240))
    assert line.view[1] - line.view[0] == pytest.approx((before[1] - before[0]) * 0.64)
    QTest.mouseDClick(line, Qt.MouseButton.LeftButton, pos=QPoint(400, 30))
    assert line.view == before


def test_a_double_click_that_shows_all_again_leaves_the_time_where_it_was(timeline: Timeline) -> None:
    line, spot = timeline.line, QPoint(400, 30)
    QApplication.sendEvent(line, wheel(line.x_of(COASTING), 240))
    sought: list[float] = []
    timeline.sought.connect(sought.append)
    timeline.sought.connect(line.show_at)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=spot)
    assert sought[-1] != COASTING
    QTest.mouseDClick(line, Qt.MouseButton.LeftButton, pos=spot)
    assert sought[-1] == line.t == COASTING


def test_a_zoomed_view_follows_the_knob_once_nobody_reads(timeline: Timeline) -> None:
    line = timeline.line
    QApplication.sendEvent(line, wheel(line.x_of(COASTING), 1200))
    zoomed_to = line.view
    timeline.show_frame(frame_at(MISSION, FLIGHT, -3000.0))
    assert line.view == zoomed_to
    line._reading.timeout.emit()
    line._reading.stop()
    assert line.view[0] <= -3000.0 <= line.view[1]
    timeline.show_frame(frame_at(MISSION, FLIGHT, 9000.0))
    assert line.view[0] <= 9000.0 <= line.view[1]


def drag(line: QWidget, start: QPoint, end: QPoint, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.mousePress(line, Qt.MouseButton.LeftButton, modifier, start)
    for part in (0.5, 1.0):
        at = QPointF(start) + (QPointF(end) - QPointF(start)) * part
        move = QMouseEvent(QEvent.Type.MouseMove, at, at, Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, modifier)
        QApplication.sendEvent(line, move)
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, modifier, end)


@pytest.mark.parametrize(("y", "modifier"), [(80, NONE), (30, Qt.KeyboardModifier.ShiftModifier)])
def test_a_zoomed_line_can_be_pulled_along(
    timeline: Timeline, qtbot: QtBot, y: int, modifier: Qt.KeyboardModifier
) -> None:
    line = timeline.line
    timeline.zoom(8.0)
    before, grabbed = line.view, line.t_at(800)
    with qtbot.assertNotEmitted(timeline.sought), qtbot.waitSignal(timeline.viewed):
        drag(line, QPoint(800, y), QPoint(600, y), modifier)
    assert line.view[1] - line.view[0] == pytest.approx(before[1] - before[0])
    assert line.t_at(600) == pytest.approx(grabbed, abs=1)


def test_a_drag_on_the_track_seeks_all_the_way(timeline: Timeline) -> None:
    sought: list[float] = []
    timeline.sought.connect(sought.append)
    timeline.zoom(8.0)
    drag(timeline.line, QPoint(800, 30), QPoint(600, 30))
    assert sought == [timeline.line.t_at(x) for x in (800, 700, 600)]


def test_a_click_on_the_lanes_of_a_zoomed_line_still_seeks(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.zoom(8.0)
    with qtbot.waitSignal(timeline.sought) as sought:
        QTest.mouseClick(timeline.line, Qt.MouseButton.LeftButton, pos=QPoint(500, 80))
    assert sought.args == [pytest.approx(timeline.line.t_at(500))]


def test_zooming_by_command_is_about_now_and_can_be_taken_back(timeline: Timeline, qtbot: QtBot) -> None:
    line, before = timeline.line, timeline.line.view
    x = line.x_of(COASTING)
    with qtbot.waitSignal(timeline.viewed):
        timeline.zoom(2.0)
    assert line.x_of(COASTING) == pytest.approx(x)
    assert line.view[1] - line.view[0] == pytest.approx((before[1] - before[0]) / 2)
    timeline.zoom_out()
    assert line.view == before


def test_the_view_comes_back(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.zoom(4.0)
    kept, view = timeline.view_state(), timeline.line.view
    timeline.zoom_out()
    assert timeline.view_state() == {"view": None}
    timeline.restore_view(kept)
    assert timeline.line.view == view
    timeline.restore_view({})
    assert not timeline.line.chosen


def test_a_moment_on_only_the_strip_between_old_and_new_is_painted(timeline: Timeline) -> None:
    timeline.resize(1904, 94)
    timeline.show()
    timeline.show_frame(frame_at(MISSION, FLIGHT, COASTING + 1))
    area = repainted(timeline.line, lambda: timeline.show_frame(frame_at(MISSION, FLIGHT, COASTING + 100)))
    assert 0 < area.width() < 60
    in_parts = on_screen(timeline)
    timeline.line.repaint()
    assert on_screen(timeline) == in_parts
    assert repainted(timeline.line, lambda: timeline.show_frame(frame_at(MISSION, FLIGHT, COASTING + 100))).isEmpty()


@pytest.mark.parametrize("t", [MISSION.seconds(canned.at(4, 16)), canned.SEPARATION, 0.0, 6400.0])
def test_passing_an_event_paints_all_that_it_changes(timeline: Timeline, t: float) -> None:
    timeline.resize(1904, 94)
    timeline.show()
    for step in (-900.0, -60.0, -20.0, 1.0, 30.0, 900.0):
        timeline.show_frame(frame_at(MISSION, FLIGHT, t + step))
        QApplication.processEvents()
        in_parts = on_screen(timeline)
        timeline.line.repaint()
        assert on_screen(timeline) == in_parts


def test_a_view_of_a_longer_mission_is_cut_to_this_one(timeline: Timeline) -> None:
    timeline.restore_view({"view": [-1e6, 1e6]})
    assert timeline.line.view == whole_view(MISSION)


def test_the_name_of_the_phase_keeps_clear_of_the_knob(timeline: Timeline) -> None:
    line, span = timeline.line, FLIGHT.span(Phase.FREE_FLIGHT)
    assert span is not None
    middle = line.x_of((span.start + span.end) / 2)
    side = {name: line._line_painter().phase_side(span, middle + by) for name, by in SIDES.items()}
    assert side == {
        "far left": Qt.AlignmentFlag.AlignHCenter,
        "left": Qt.AlignmentFlag.AlignRight,
        "right": Qt.AlignmentFlag.AlignLeft,
        "far right": Qt.AlignmentFlag.AlignHCenter,
    }


def test_a_record_has_a_star(timeline: Timeline) -> None:
    t = 5000.0
    before = near(picture(timeline, 1904, 94), timeline.look.color("soyuz_text"), 10)
    record = replace(canned.event("x", None, canned.EPOCH + timedelta(seconds=t)), id="record_us_flight_vande_hei")
    events = tuple(sorted((*FLIGHT.events, record), key=lambda e: e.time or MISSION.end))
    timeline.load(MISSION, replace(FLIGHT, events=events))
    timeline.show_frame(frame_at(MISSION, FLIGHT, COASTING))
    after = near(picture(timeline, 1904, 94), timeline.look.color("soyuz_text"), 10)
    x = timeline.line.x() + round(timeline.line.x_of(t))
    assert after[:, x - 6 : x + 7].sum() > before[:, x - 6 : x + 7].sum() + 10


def test_a_view_the_user_chose_outlives_the_solving_of_the_descent(timeline: Timeline) -> None:
    line = timeline.line
    QApplication.sendEvent(line, wheel(line.x_of(COASTING), 480))
    chosen = line.view
    timeline.load(MISSION, FLIGHT)
    assert line.view == chosen


def test_the_flown_part_grows_with_time(timeline: Timeline) -> None:
    amber = timeline.look.color("soyuz")
    later = near(picture(timeline, 1904, 94), amber).sum()
    timeline.show_frame(frame_at(MISSION, FLIGHT, 1000.0))
    assert near(picture(timeline, 1904, 94), amber).sum() < later - 1000


def test_the_same_time_gives_the_same_picture(timeline: Timeline) -> None:
    first = picture(timeline, 1904, 94)
    timeline.show_frame(frame_at(MISSION, FLIGHT, 0.0))
    picture(timeline, 1904, 94)
    timeline.show_frame(frame_at(MISSION, FLIGHT, COASTING))
    assert (picture(timeline, 1904, 94) == first).all()


@pytest.mark.parametrize("theme", [DARK, LIGHT, HIGH_CONTRAST])
@pytest.mark.parametrize(("base", "width", "height"), [(10, 1268, 72), (13, 1904, 94), (26, 3808, 188)])
def test_controls_and_line_lie_apart_in_every_size(
    timeline: Timeline, theme: Theme, base: float, width: int, height: int
) -> None:
    timeline.restyle(Style(theme, base))
    picture(timeline, width, height)
    boxes = [button.geometry() for button in timeline.buttons] + [timeline.line.geometry()]
    assert timeline._standing_box().right() < timeline.line.x() - timeline.look.px(50)
    assert all(timeline.rect().contains(box) for box in boxes)
    assert all(a.right() < b.left() for a, b in zip(boxes, boxes[1:], strict=False))


def test_the_text_twin_says_time_phase_and_what_is_next(timeline: Timeline) -> None:
    text = "10:52:12 UTC, T+03:31:09, descent coast; next module separation at 11:02:05. On time: deorbit burn."
    assert timeline.accessibleDescription() == text
    timeline.set_zero("touchdown")
    assert timeline.accessibleDescription() == text.replace("T+03:31:09", "T−00:35:51")


def wheel(x: float, turn: int) -> QWheelEvent:
    return QWheelEvent(
        QPointF(x, 30),
        QPointF(x, 30),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
