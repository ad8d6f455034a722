"""The strip charts show the right stretch of time, stand still in it, and take clicks."""

from datetime import UTC, datetime

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mission_gui.domain.events import Phase
from mission_gui.domain.frame import frame_at
from mission_gui.panels.chart_axes import (
    Window,
    marks,
    thinned,
    time_ticks,
    value_range,
    value_ticks,
    window_at,
    windows,
)
from mission_gui.panels.chart_layers import Place
from mission_gui.panels.chart_plot import MOST_LAYERS, StripChart
from mission_gui.panels.chart_scene import CHARTS, describe, explain, reading_at, scene
from mission_gui.panels.charts import Charts
from mission_gui.theme import DARK, HIGH_CONTRAST, LIGHT, Style, Theme
from tests import canned
from tests.panels.pictures import near, picture

MISSION, FLIGHT, PRELIMINARY = canned.mission(), canned.trajectory(), canned.trajectory(complete=False)
COASTING = 12669.0


@pytest.fixture
def charts(qtbot: QtBot) -> Charts:
    panel = Charts(Style(DARK))
    qtbot.addWidget(panel)
    panel.resize(1180, 174)
    panel.load(MISSION, FLIGHT)
    panel.show_frame(frame_at(MISSION, FLIGHT, COASTING))
    return panel


def test_the_descent_is_shown_from_before_ignition_to_after_landing() -> None:
    window = window_at(MISSION, FLIGHT, COASTING)
    assert window.descent
    assert canned.IGNITION - 300 < window.start <= canned.IGNITION - 240
    assert canned.TOUCHDOWN + 60 < window.end <= canned.TOUCHDOWN + 120


def test_the_window_changes_with_the_part_of_the_flight_and_never_within_one() -> None:
    windows = [window_at(MISSION, FLIGHT, t) for t in range(-12000, 27000, 30)]
    changes = [a for a, b in zip(windows, windows[1:], strict=False) if a != b]
    assert len(changes) == 3
    assert all(w.start < w.end for w in windows)


def test_every_window_of_the_flight_is_known_beforehand() -> None:
    for flight in (FLIGHT, PRELIMINARY):
        shown = dict.fromkeys(window_at(MISSION, flight, t) for t in np.arange(flight.t[0], flight.t[-1], 10).tolist())
        assert windows(MISSION, flight) == tuple(shown)


def test_every_moment_up_to_landing_lies_in_its_window() -> None:
    for t in np.arange(float(FLIGHT.t[0]), canned.TOUCHDOWN, 17.0).tolist():
        window = window_at(MISSION, FLIGHT, t)
        assert window.start - 60 <= t <= window.end


def test_after_landing_the_descent_stays_on_the_charts() -> None:
    assert window_at(MISSION, FLIGHT, canned.TOUCHDOWN + 7200) == window_at(MISSION, FLIGHT, COASTING)


def test_an_unsolved_flight_has_no_descent_window() -> None:
    assert not window_at(MISSION, PRELIMINARY, canned.IGNITION).descent


def test_time_ticks_stand_on_round_utc_minutes() -> None:
    ticks = time_ticks(MISSION.epoch, window_at(MISSION, FLIGHT, COASTING), 6)
    assert [label for _, label in ticks] == ["10:30", "10:45", "11:00", "11:15", "11:30"]
    ignition = datetime(2022, 3, 30, 11, 0, tzinfo=UTC)
    assert ticks[2][0] == MISSION.seconds(ignition)


@pytest.mark.parametrize("at_most", [2, 3, 5, 9])
def test_there_are_never_more_time_ticks_than_there_is_room_for(at_most: int) -> None:
    assert len(time_ticks(MISSION.epoch, Window(0.0, 11000.0), at_most)) <= at_most


def test_value_ticks_are_round_and_few() -> None:
    assert [label for _, label in value_ticks(0.0, 445.0)] == ["0", "200", "400"]
    assert [label for _, label in value_ticks(0.0, 4.2)] == ["0", "2", "4"]
    assert [label for _, label in value_ticks(7.56, 7.76)] == ["7.6", "7.7"]


def test_a_flat_curve_gets_a_range_that_keeps_it_flat() -> None:
    low, high = value_range(np.full(9, 420.0), 12.0, from_zero=False)
    assert (low, high) == (414.0, 426.0)


def test_thinning_keeps_the_peak_and_its_time() -> None:
    t = np.arange(10_000.0)
    values = np.zeros_like(t)
    values[5_003] = 3.8
    thin_t, thin_values = thinned(t, values, 800)
    assert len(thin_t) <= 805
    assert thin_t[thin_values.argmax()] == 5_003
    assert (np.diff(thin_t) > 0).all()


@pytest.mark.parametrize("count", [801, 1000, 1201, 9999])
def test_thinning_keeps_lowest_and_highest_of_every_stretch(count: int) -> None:
    values = np.random.default_rng(count).normal(size=count)
    thin_t, thin_values = thinned(np.arange(float(count)), values, 800)
    assert (values[thin_t.astype(int)] == thin_values).all()
    size = -(-count // 400)
    for start in range(0, count, size):
        stretch = values[start : start + size]
        assert {stretch.min(), stretch.max()} <= set(thin_values.tolist())
    assert (thin_t[0], thin_t[-1]) == (0, count - 1)


def test_events_within_the_window_are_marked() -> None:
    shown = {mark.event_id for mark in marks(MISSION, FLIGHT, window_at(MISSION, FLIGHT, COASTING))}
    assert {"ignition", "module_separation", "entry_interface", "parachutes", "touchdown"} <= shown
    assert "undocking" not in shown


def test_the_blackout_is_shown_on_the_descent_only() -> None:
    descent, orbit = window_at(MISSION, FLIGHT, COASTING), window_at(MISSION, FLIGHT, 5000.0)
    assert scene(MISSION, FLIGHT, CHARTS[0], descent, 5).band == (13532.0, 13850.0)
    assert scene(MISSION, FLIGHT, CHARTS[0], orbit, 5).band is None


def test_altitude_and_load_read_as_on_the_board() -> None:
    frame = frame_at(MISSION, FLIGHT, COASTING)
    assert reading_at(CHARTS[0], frame).value == f"{frame.values['altitude'] / 1e3:.1f}"
    assert reading_at(CHARTS[2], frame).unit == "g"


def test_speed_is_inertial_in_orbit_and_through_the_air_below() -> None:
    orbit, canopy = frame_at(MISSION, FLIGHT, COASTING), frame_at(MISSION, FLIGHT, canned.CHUTES + 60)
    assert canopy.phase is Phase.PARACHUTE
    assert reading_at(CHARTS[1], orbit).tag == "inertial · modelled"
    assert reading_at(CHARTS[1], canopy).tag == "air · modelled"
    assert reading_at(CHARTS[1], canopy).channel == "air_speed"
    assert reading_at(CHARTS[1], canopy).companion.startswith("inertial")


def test_docked_values_are_called_propagated() -> None:
    assert reading_at(CHARTS[0], frame_at(MISSION, FLIGHT, -600.0)).tag == "propagated"


def test_the_text_twin_says_the_three_values_and_their_origin() -> None:
    text = describe(frame_at(MISSION, FLIGHT, COASTING))
    assert text.startswith("At 10:52:12 UTC: altitude ")
    assert "speed 7.66 km/s inertial" in text
    assert text.endswith("load 0.00 g; modelled.")


def test_a_point_of_a_curve_is_explained_with_time_and_origin() -> None:
    text = explain(MISSION, FLIGHT, CHARTS[1], COASTING)
    assert text.splitlines()[0] == "10:52:12 UTC · T+03:31:09"
    assert "Speed (inertial) 7.66 km/s (modelled)" in text


def test_a_point_in_contact_names_the_station() -> None:
    assert explain(MISSION, FLIGHT, CHARTS[0], 6200.0).splitlines()[-1] == "in contact: Shchyolkovo"
    assert "in contact" not in explain(MISSION, FLIGHT, CHARTS[0], COASTING)


def test_contacts_lie_along_the_bottom_edge(charts: Charts) -> None:
    charts.show_frame(frame_at(MISSION, FLIGHT, 5000.0))
    pixels, chart = picture(charts, 1180, 174), charts.charts[2]
    row = chart.y() + place(chart).area.bottom() - 1
    contact, no_contact = (round(chart.x() + chart.x_of(t)) for t in (6200.0, 7000.0))
    blue, _, red = pixels[int(row), contact, :3].astype(int)
    assert blue > red + 40
    assert (pixels[int(row), contact] != pixels[int(row), no_contact]).any()


def place(chart: StripChart) -> Place:
    assert chart._place is not None
    return chart._place


def test_times_and_values_stand_where_pyqtgraph_draws_them(charts: Charts) -> None:
    picture(charts, 1180, 174)
    for chart in charts.charts:
        box, here = chart.getPlotItem().vb, place(chart)
        drawn = box.mapViewToScene(QPointF(13000.0, here.scene.high / 3))
        assert (here.x_of(13000.0), here.y_of(here.scene.high / 3)) == pytest.approx((drawn.x(), drawn.y()), abs=1e-6)


def test_a_click_seeks_the_time_under_the_pointer(charts: Charts, qtbot: QtBot) -> None:
    picture(charts, 1180, 174)
    chart = charts.charts[1]
    wanted = 13500.0
    with qtbot.waitSignal(charts.sought) as sought:
        at = QPoint(round(chart.x_of(wanted)), chart.height() // 2)
        QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=at)
    one_pixel = 3600 / chart.width() * 2
    assert sought.args[0] == pytest.approx(wanted, abs=one_pixel)


@pytest.mark.qt_log_ignore("does not support raise", extend=True)  # the tooltip, on the offscreen platform
def test_neither_wheel_nor_drag_moves_the_axes(charts: Charts) -> None:
    picture(charts, 1180, 174)
    chart = charts.charts[0]
    before = chart.x_of(13000.0)
    QTest.mousePress(chart.viewport(), Qt.MouseButton.RightButton, pos=QPoint(150, 90))
    QTest.mouseMove(chart.viewport(), QPoint(250, 100))
    QTest.mouseRelease(chart.viewport(), Qt.MouseButton.RightButton, pos=QPoint(250, 100))
    assert chart.x_of(13000.0) == before


def test_the_cursor_moves_with_the_frame_and_the_layers_stay(charts: Charts) -> None:
    first = picture(charts, 1180, 174)
    layers = list(charts.charts[0]._layers.values())
    charts.show_frame(frame_at(MISSION, FLIGHT, COASTING + 600))
    second = picture(charts, 1180, 174)
    assert list(charts.charts[0]._layers.values()) == layers
    assert (first != second).any()


def test_a_window_seen_before_is_not_drawn_again(charts: Charts) -> None:
    picture(charts, 1180, 174)
    layers = list(charts.charts[0]._layers.values())
    charts.show_frame(frame_at(MISSION, FLIGHT, -4000.0))
    picture(charts, 1180, 174)
    charts.show_frame(frame_at(MISSION, FLIGHT, COASTING))
    picture(charts, 1180, 174)
    assert len(charts.charts[0]._layers) == 2
    assert next(iter(charts.charts[0]._layers.values())) is layers[0]


def test_only_a_few_layers_are_kept(charts: Charts) -> None:
    for scale in np.linspace(1.0, 2.0, MOST_LAYERS + 3).tolist():
        picture(charts, 1180, 174, scale=scale)
    assert len(charts.charts[0]._layers) == MOST_LAYERS


def test_on_the_screen_the_other_windows_are_drawn_ahead_and_then_it_rests(charts: Charts, qtbot: QtBot) -> None:
    charts.show()
    qtbot.waitUntil(lambda: len(charts.charts[2]._layers) == 4, timeout=10_000)
    qtbot.waitUntil(lambda: not charts._idle.isActive())
    before = {chart: dict(chart._layers) for chart in charts.charts}
    charts.show_frame(frame_at(MISSION, FLIGHT, -4000.0))
    charts.repaint()
    assert before == {chart: chart._layers for chart in charts.charts}


def test_drawn_ahead_or_not_the_picture_is_the_same(charts: Charts, qtbot: QtBot) -> None:
    fresh = Charts(Style(DARK))
    qtbot.addWidget(fresh)
    fresh.resize(1180, 174)
    fresh.load(MISSION, FLIGHT)
    charts.show()
    qtbot.waitUntil(lambda: len(charts.charts[2]._layers) == 4, timeout=10_000)
    for t in (-4000.0, 0.0, 5000.0, COASTING):
        for panel in (charts, fresh):
            panel.show_frame(frame_at(MISSION, FLIGHT, t))
        assert (picture(charts, 1180, 174) == picture(fresh, 1180, 174)).all()


def test_without_a_screen_nothing_is_drawn_ahead(charts: Charts, qtbot: QtBot) -> None:
    picture(charts, 1180, 174)
    assert not charts._idle.isActive()
    charts.show()
    assert charts._idle.isActive()
    charts.hide()
    assert not charts._idle.isActive()


@pytest.mark.parametrize("change", ["load", "restyle", "resize"])
def test_a_change_drops_the_layers_and_draws_ahead_anew(charts: Charts, qtbot: QtBot, change: str) -> None:
    charts.show()
    qtbot.waitUntil(lambda: len(charts.charts[2]._layers) == 4, timeout=10_000)
    if change == "load":
        charts.load(MISSION, PRELIMINARY)
    elif change == "restyle":
        charts.restyle(Style(LIGHT))
    else:
        charts.resize(1000, 160)
    assert not charts.charts[0]._layers
    assert charts._idle.isActive()


def test_the_same_time_gives_the_same_picture(charts: Charts) -> None:
    first = picture(charts, 1180, 174)
    charts.show_frame(frame_at(MISSION, FLIGHT, -4000.0))
    picture(charts, 1180, 174)
    charts.show_frame(frame_at(MISSION, FLIGHT, COASTING))
    assert (picture(charts, 1180, 174) == first).all()


def test_the_past_is_brighter_than_the_future(charts: Charts) -> None:
    charts.show_frame(frame_at(MISSION, FLIGHT, canned.TOUCHDOWN + 3600))
    past = near(picture(charts, 1180, 174), charts.look.color("burn")).sum()
    charts.show_frame(frame_at(MISSION, FLIGHT, canned.IGNITION - 200))
    future = near(picture(charts, 1180, 174), charts.look.color("burn")).sum()
    assert past > 3 * future


def test_the_layers_have_the_resolution_of_the_device(charts: Charts) -> None:
    picture(charts, 1180, 174, scale=2.0)
    layers = next(iter(charts.charts[0]._layers.values()))
    assert layers.flown.width() == 2 * charts.charts[0].width()


@pytest.mark.parametrize("theme", [DARK, LIGHT, HIGH_CONTRAST])
@pytest.mark.parametrize(("base", "width", "height"), [(10, 780, 114), (13, 1180, 174), (26, 2360, 344)])
def test_the_charts_fill_their_panel_in_every_theme_and_size(
    charts: Charts, theme: Theme, base: float, width: int, height: int
) -> None:
    style = Style(theme, base)
    charts.restyle(style)
    pixels = picture(charts, width, height)
    inked = ~near(pixels, style.color("panel"), 6)
    for chart in charts.charts:
        part = inked[:, chart.x() + 4 : chart.x() + chart.width() - 4]
        assert 0.01 < part.mean() < 0.5


def test_an_unsolved_flight_is_drawn_as_far_as_it_is_known(charts: Charts) -> None:
    charts.load(MISSION, PRELIMINARY)
    charts.show_frame(frame_at(MISSION, PRELIMINARY, 9000.0))
    picture(charts, 1180, 174)
    drawn = charts.charts[0].drawn
    assert drawn is not None
    assert drawn.curves[0].t[-1] == PRELIMINARY.t[-1]


def test_the_charts_leave_the_settings_of_pyqtgraph_alone(qtbot: QtBot) -> None:
    before = dict(pg.CONFIG_OPTIONS)
    panel = Charts(Style(LIGHT))
    qtbot.addWidget(panel)
    panel.load(MISSION, FLIGHT)
    assert before == pg.CONFIG_OPTIONS
