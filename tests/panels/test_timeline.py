"""The timeline shows the whole way home, names what fits, and passes every wish up."""

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_gui.domain.clock import MissionClock
from mission_gui.domain.frame import frame_at
from mission_gui.panels.label_row import LabelRow
from mission_gui.panels.timeline import Timeline
from mission_gui.panels.timeline_line import rows
from mission_gui.panels.timeline_marks import (
    explain,
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
from mission_gui.theme import DARK, HIGH_CONTRAST, LIGHT, Style, Theme
from tests import canned
from tests.panels.pictures import near, picture

MISSION, FLIGHT = canned.mission(), canned.trajectory()
TO_HOUSTON = replace(MISSION, end=datetime(2022, 3, 31, 12, tzinfo=UTC))
COASTING = 12669.0


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    panel = Timeline(Style(DARK))
    qtbot.addWidget(panel)
    panel.load(MISSION, FLIGHT)
    panel.show_frame(frame_at(MISSION, FLIGHT, COASTING))
    picture(panel, 1904, 94)
    return panel


def test_the_view_runs_from_the_hatch_to_karaganda() -> None:
    view = main_view(TO_HOUSTON, FLIGHT)
    assert view[0] == MISSION.seconds(canned.at(4, 16))
    assert view[1] == MISSION.seconds(canned.at(14, 58)) + 900


def test_beyond_karaganda_the_view_widens_to_the_whole_mission() -> None:
    beyond = main_view(TO_HOUSTON, FLIGHT)[1] + 1
    assert view_at(TO_HOUSTON, FLIGHT, beyond) == whole_view(TO_HOUSTON)
    assert view_at(TO_HOUSTON, FLIGHT, COASTING) == main_view(TO_HOUSTON, FLIGHT)


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
    assert high.band_text and not low.band_text
    assert low.lanes[-1] + low.lane_height <= 72
    assert high.lanes[-1] + high.lane_height <= 92


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
    assert button.toolTip().startswith(f"{name} (")
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


def test_a_zoomed_view_follows_the_knob(timeline: Timeline) -> None:
    line = timeline.line
    QApplication.sendEvent(line, wheel(line.x_of(COASTING), 1200))
    timeline.show_frame(frame_at(MISSION, FLIGHT, -3000.0))
    assert line.view[0] <= -3000.0 <= line.view[1]


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
    assert all(timeline.rect().contains(box) for box in boxes)
    assert all(a.right() < b.left() for a, b in zip(boxes, boxes[1:], strict=False))


def test_the_text_twin_says_time_phase_and_what_is_next(timeline: Timeline) -> None:
    text = "10:52:12 UTC, T+03:31:09, descent coast; next module separation at 11:02:05."
    assert timeline.accessibleDescription() == text


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
