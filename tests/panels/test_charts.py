"""The strip charts stand still within a window, take clicks, wheel and drag, and are drawn once."""

from dataclasses import replace

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.events import Phase
from mission_gui.domain.frame import frame_at
from mission_gui.panels.chart_ground import Place
from mission_gui.panels.chart_layers import ROOM
from mission_gui.panels.chart_menu import SwitchMenu
from mission_gui.panels.chart_plot import StripChart
from mission_gui.panels.chart_specs import CHARTS, PICKS
from mission_gui.panels.charts import Charts
from mission_gui.panels.menu import menu_sheet
from mission_gui.theme import DARK, HIGH_CONTRAST, LIGHT, Style, Theme
from tests import canned
from tests.panels.pictures import near, picture
from tests.panels.test_chart_scene import heavier

MISSION, FLIGHT, PRELIMINARY = canned.mission(), canned.trajectory(), canned.trajectory(complete=False)
COASTING, FALLING, ORBITING = 12669.0, canned.ENTRY + 120.0, 5000.0
WIDE, HIGH = 1180, 174
LEFT = Qt.MouseButton.LeftButton
NO_KEY, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def charts(qtbot: QtBot) -> Charts:
    return made(qtbot)


def made(qtbot: QtBot) -> Charts:
    panel = Charts(Style(DARK))
    qtbot.addWidget(panel)
    panel.resize(WIDE, HIGH)
    panel.load(MISSION, FLIGHT)
    go(panel, COASTING)
    return panel


def go(panel: Charts, t: float) -> None:
    assert panel.trajectory is not None
    panel.show_frame(frame_at(MISSION, panel.trajectory, t))


def shown(panel: Charts) -> list[str]:
    return [plan.spec.id for plan in panel._plans]


def place(chart: StripChart) -> Place:
    assert chart.place is not None
    return chart.place


def at(chart: StripChart, t: float) -> QPoint:
    return QPoint(round(chart.x_of(t)), chart.height() // 2)


def wheel(chart: StripChart, where: QPoint, notches: int, key: Qt.KeyboardModifier = NO_KEY) -> None:
    turn, spot = QPoint(0, 120 * notches), QPointF(where)
    phase = Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(chart, QWheelEvent(spot, spot, QPoint(), turn, Qt.MouseButton.NoButton, key, phase, False))


def drag(chart: StripChart, start: QPoint, end: QPoint, key: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.mousePress(chart, LEFT, key, start)
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(chart, start + (end - start) * share)
    QTest.mouseRelease(chart, LEFT, key, end)


@pytest.mark.parametrize("t", [-600.0, 60.0, 900.0, ORBITING, COASTING, FALLING, canned.TOUCHDOWN + 4000])
def test_the_phase_picks_the_charts(charts: Charts, t: float) -> None:
    go(charts, t)
    assert tuple(shown(charts)) == PICKS[FLIGHT.phase_at(t)].charts
    assert [chart.accessibleName() for chart in charts.charts] == [
        f"{CHARTS[name].title} chart" for name in shown(charts)
    ]
    assert all(chart.isVisibleTo(charts) for chart in charts.charts)


def test_the_users_choice_stays_through_all_phases_until_it_is_given_back(charts: Charts, qtbot: QtBot) -> None:
    with qtbot.waitSignal(charts.viewed):
        charts.viewer.choose(("mass", "mach"))
    for t in (-600.0, ORBITING, FALLING):
        go(charts, t)
        assert shown(charts) == ["mass", "mach"]
    charts.viewer.choose(None)
    assert tuple(shown(charts)) == PICKS[Phase.ENTRY].charts


def test_a_view_is_kept_and_restored_without_a_wish(charts: Charts, qtbot: QtBot) -> None:
    charts.viewer.choose(("load", "mach"))
    charts.viewer.stack(True)
    charts.viewer.zoom_about_now(2.0)
    state, before = charts.view_state(), picture(charts, WIDE, HIGH)
    other = made(qtbot)
    with qtbot.assertNotEmitted(other.viewed):
        other.restore_view(state)
    assert other.view_state() == state
    assert (picture(other, WIDE, HIGH) == before).all()


def test_another_mission_keeps_the_choice_but_not_the_stretch(charts: Charts) -> None:
    charts.viewer.choose(("load",))
    charts.viewer.zoom_about_now(3.0)
    charts.load(MISSION, FLIGHT)
    assert charts.view.zoom is not None
    charts.load(replace(MISSION, id="another"), FLIGHT)
    assert charts.view.choice == ("load",)
    assert charts.view.zoom is None


def test_all_charts_at_once_find_a_place_and_are_painted(charts: Charts) -> None:
    charts.viewer.choose(tuple(CHARTS))
    go(charts, FALLING)
    pixels = picture(charts, 1600, 900)
    inked = ~near(pixels, charts.look.color("panel"), 6)
    assert len(charts.charts) == len(CHARTS)
    for chart in charts.charts:
        assert inked[chart.y() : chart.y() + chart.height(), chart.x() : chart.x() + chart.width()].mean() > 0.005


def test_contacts_lie_along_the_bottom_edge(charts: Charts) -> None:
    go(charts, ORBITING)
    pixels, chart = picture(charts, WIDE, HIGH), charts.charts[2]
    row = chart.y() + place(chart).area.bottom() - 1
    contact, no_contact = (round(chart.x() + chart.x_of(t)) for t in (6200.0, 7000.0))
    blue, _, red = pixels[int(row), contact, :3].astype(int)
    assert blue > red + 40
    assert (pixels[int(row), contact] != pixels[int(row), no_contact]).any()


@pytest.mark.parametrize("stacked", [False, True])
def test_times_and_values_stand_where_pyqtgraph_draws_them(charts: Charts, stacked: bool) -> None:
    charts.viewer.stack(stacked)
    picture(charts, WIDE, 400)
    for plan, chart in zip(charts._plans, charts.charts, strict=True):
        here = charts.drawer._drawn(plan, 1.0).place
        drawn = charts.drawer.plot.vb.mapViewToScene(QPointF(13000.0, here.scene.high / 3))
        assert (here.x_of(13000.0), here.y_of(here.scene.high / 3)) == pytest.approx((drawn.x(), drawn.y()), abs=1e-6)
        assert chart.x_of(13000.0) == pytest.approx(here.x_of(13000.0))


def test_stacked_charts_have_one_axis(charts: Charts) -> None:
    charts.viewer.stack(True)
    picture(charts, WIDE, 400)
    assert len({chart.x() + chart.x_of(13000.0) for chart in charts.charts}) == 1


def test_a_click_seeks_the_time_under_the_pointer(charts: Charts, qtbot: QtBot) -> None:
    picture(charts, WIDE, HIGH)
    chart = charts.charts[1]
    with qtbot.waitSignal(charts.sought) as sought:
        QTest.mouseClick(chart, LEFT, pos=at(chart, 13500.0))
    assert sought.args[0] == pytest.approx(13500.0, abs=3600 / chart.width() * 2)
    assert charts.view.zoom is None


def test_the_wheel_zooms_all_charts_about_the_pointer(charts: Charts, qtbot: QtBot) -> None:
    picture(charts, WIDE, HIGH)
    chart, before = charts.charts[0], charts._plans[0].window
    spot = at(chart, 13500.0)
    with qtbot.waitSignal(charts.viewed):
        wheel(chart, spot, 3)
    picture(charts, WIDE, HIGH)
    windows = {plan.window for plan in charts._plans}
    assert len(windows) == 1
    assert windows.pop().span < 0.6 * before.span
    assert chart.x_of(13500.0) == pytest.approx(spot.x(), abs=1)
    wheel(chart, spot, -3)
    assert charts._plans[0].window.span == pytest.approx(before.span)


def test_a_drag_marks_a_stretch_and_shows_it(charts: Charts, qtbot: QtBot) -> None:
    picture(charts, WIDE, HIGH)
    chart = charts.charts[2]
    with qtbot.assertNotEmitted(charts.sought):
        drag(chart, at(chart, 14000.0), at(chart, 13400.0))
    zoom = charts.view.zoom
    assert zoom is not None
    assert (zoom.start, zoom.end) == pytest.approx((13400.0, 14000.0), abs=15)
    assert all(other.stretch is None for other in charts.charts)


def test_a_drag_that_marks_nothing_changes_nothing(charts: Charts) -> None:
    picture(charts, WIDE, HIGH)
    chart = charts.charts[2]
    drag(chart, QPoint(chart.width() - 3, 90), QPoint(chart.width() + 60, 90))
    assert charts.view.zoom is None


def test_a_drag_with_shift_moves_the_stretch(charts: Charts) -> None:
    charts.viewer.zoom_about_now(4.0)
    picture(charts, WIDE, HIGH)
    chart, before = charts.charts[0], charts.view.zoom
    middle = QPoint(chart.width() // 2, chart.height() // 2)
    drag(chart, middle, middle - QPoint(60, 0), SHIFT)
    after = charts.view.zoom
    assert before is not None and after is not None
    assert after.span == pytest.approx(before.span)
    assert after.start > before.start + 0.1 * before.span


def test_the_wheel_with_shift_moves_the_stretch(charts: Charts) -> None:
    charts.viewer.zoom_about_now(4.0)
    picture(charts, WIDE, HIGH)
    before = charts.view.zoom
    wheel(charts.charts[0], QPoint(100, 90), -1, SHIFT)
    after = charts.view.zoom
    assert before is not None and after is not None
    assert after.start > before.start


def test_a_double_click_goes_back_to_the_automatic_stretch_and_the_time_from_before(
    charts: Charts, qtbot: QtBot
) -> None:
    charts.viewer.zoom_about_now(2.0)
    picture(charts, WIDE, HIGH)
    chart = charts.charts[0]
    heard: list[float] = []
    charts.sought.connect(heard.append)
    charts.sought.connect(lambda t: go(charts, t))
    QTest.mouseClick(chart, LEFT, pos=QPoint(150, 90))
    QTest.mouseDClick(chart, LEFT, pos=QPoint(150, 90))
    assert charts.view.zoom is None
    assert heard[-1] == COASTING
    assert charts.frame is not None and charts.frame.t == COASTING


def test_keys_zoom_about_the_moment(charts: Charts) -> None:
    picture(charts, WIDE, HIGH)
    QTest.keyClick(charts.charts[1], Qt.Key.Key_Plus)
    zoom = charts.view.zoom
    assert zoom is not None and zoom.holds(COASTING)
    QTest.keyClick(charts.charts[1], Qt.Key.Key_Minus)
    assert charts.view.zoom is not None and charts.view.zoom.span > zoom.span


def test_the_buttons_zoom_stack_and_go_back(charts: Charts) -> None:
    strip = charts.controls
    strip.nearer.click()
    near_by = charts.view.zoom
    strip.farther.click()
    assert near_by is not None and charts.view.zoom is not None
    assert charts.view.zoom.span > near_by.span
    assert not strip.auto.isChecked()
    strip.auto.click()
    assert charts.view.zoom is None
    assert strip.auto.isChecked()
    strip.stack.click()
    assert charts.view.stacked
    assert charts._plans[0].cell.stacked


def test_running_time_turns_the_page_and_tells_no_wish(charts: Charts, qtbot: QtBot) -> None:
    charts.viewer.zoom_about_now(6.0)
    zoom = charts.view.zoom
    assert zoom is not None
    with qtbot.assertNotEmitted(charts.viewed):
        go(charts, zoom.end + 1.0)
    assert charts._plans[0].window.holds(zoom.end + 1.0)
    assert charts._plans[0].window.span == pytest.approx(zoom.span)


def test_the_pointer_tells_the_time_on_all_charts(charts: Charts) -> None:
    picture(charts, WIDE, HIGH)
    before = picture(charts, WIDE, HIGH)
    chart = charts.charts[0]
    QTest.mouseMove(chart, at(chart, 13500.0))
    assert all(other.hover_t == pytest.approx(13500.0, abs=15) for other in charts.charts)
    after = picture(charts, WIDE, HIGH)
    for other in charts.charts:
        part = slice(other.x(), other.x() + other.width())
        assert (before[:, part] != after[:, part]).any()
    tip = charts.tip_at(QPointF(chart.pos() + at(chart, 13500.0)))
    assert all(f"{CHARTS[name].title}" in tip for name in shown(charts))
    reading = charts.tip_at(QPointF(chart.pos() + QPoint(chart.width() // 2, 3)))
    assert "Altitude" in reading and "Load" not in reading, "over a chart is its own reading, of now"


@pytest.mark.qt_log_ignore("does not support", extend=True)  # menus, on the offscreen platform
def test_the_menu_switches_and_stays_open(charts: Charts, qtbot: QtBot) -> None:
    menu = charts.menu()
    menu.popup(QPoint(0, 0))
    action = next(action for action in menu.actions() if action.text() == "Mass")
    assert not action.isChecked()
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert "mass" in shown(charts) and action.isChecked() and menu.isVisible()
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    assert "mass" not in shown(charts) and not action.isChecked() and menu.isVisible()
    menu.hide()


def test_the_menu_looks_like_every_other(charts: Charts) -> None:
    menu = charts.menu()
    assert {each.styleSheet() for each in (menu, *menu.findChildren(SwitchMenu))} == {menu_sheet(charts.look)}


def test_the_menu_has_an_axis_for_each_chart_that_can_be_logarithmic(charts: Charts) -> None:
    logs = next(menu for menu in charts.menu().findChildren(SwitchMenu) if menu.title() == "Logarithmic")
    assert {action.text() for action in logs.actions()} == {str(spec.title) for spec in CHARTS.values() if spec.log}
    action = next(action for action in logs.actions() if action.text() == "Load")
    action.trigger()
    assert charts.view.log == {"load": True}
    assert action.isChecked()
    assert any(plan.log for plan in charts._plans if plan.spec.id == "load")


@pytest.mark.qt_log_ignore("does not support", extend=True)  # menus, on the offscreen platform
def test_the_menu_opens_from_the_button_with_the_keyboard(charts: Charts, qtbot: QtBot) -> None:
    charts.show()
    QTest.keyClick(charts.controls.choose, Qt.Key.Key_Return)
    menus = [menu for menu in charts.findChildren(SwitchMenu) if menu.isVisible()]
    assert len(menus) == 1
    menus[0].hide()


def test_the_legend_explains_what_is_shown_and_nothing_else(charts: Charts) -> None:
    assert {sign.text for sign in charts.controls.signs} == {"ground contact", "radio blackout"}
    go(charts, ORBITING)
    assert {sign.text for sign in charts.controls.signs} == {"ground contact", "keep-out sphere, 200 m"}
    sure = replace(FLIGHT, sigma={"load": np.full_like(FLIGHT.t, 1.0)})
    charts.load(MISSION, sure)
    charts.show_alternatives(Alternatives(other=heavier(), changed=heavier(1.5)))
    go(charts, FALLING)
    texts = [sign.text for sign in charts.controls.signs]
    assert texts[:4] == ["±2σ", "Ballistic", "What if", "ground contact"]
    assert "above a guided entry, 5 g" in texts
    assert charts.controls.accessibleDescription() == ", ".join(texts)


def test_a_legend_without_room_for_all_is_told_whole_on_hover(charts: Charts) -> None:
    charts.show_alternatives(Alternatives(other=heavier(), changed=heavier(3.0, canned.TOUCHDOWN)))
    go(charts, FALLING)
    picture(charts, 700, HIGH)
    assert charts.controls.toolTip().splitlines() == [sign.text for sign in charts.controls.signs]
    picture(charts, 2400, HIGH)
    assert charts.controls.toolTip() == ""


@pytest.mark.parametrize("width", [250, 400, 700, 1180])
def test_the_legend_and_the_buttons_never_overlap(charts: Charts, width: int) -> None:
    charts.show_alternatives(Alternatives(other=heavier()))
    go(charts, FALLING)
    picture(charts, width, HIGH)
    shown_buttons = [button for button in charts.controls.buttons if not button.isHidden()]
    assert charts.controls.choose in shown_buttons
    for one, two in zip(shown_buttons, shown_buttons[1:], strict=False):
        assert one.geometry().right() < two.geometry().left()
    assert shown_buttons[0].x() > charts.controls._heading_width()


def test_the_other_flights_are_drawn_beside_this_one(charts: Charts) -> None:
    go(charts, FALLING)
    before = picture(charts, WIDE, HIGH)
    charts.show_alternatives(Alternatives(other=heavier(2.0), changed=heavier(1.5)))
    after = picture(charts, WIDE, HIGH)
    load = charts.charts[0]
    part = np.s_[load.y() : load.y() + load.height(), load.x() : load.x() + load.width()]
    caution = charts.look.color("caution")
    assert near(after[part], caution, 60).sum() > near(before[part], caution, 60).sum() + 20
    assert "Ballistic" in load.accessibleDescription()


def test_a_limit_that_is_reached_has_a_shape_and_a_word_at_the_reading(charts: Charts) -> None:
    charts.load(MISSION, heavier(2.2))
    go(charts, 13700.0)
    calm = picture(charts, WIDE, HIGH)
    go(charts, 13833.0)
    load = charts.charts[0]
    assert load.reading.limit is not None
    assert "Serious: ballistic entry" in load.accessibleDescription()
    reading = np.s_[load.y() : load.y() + 30, load.x() : load.x() + load.width()]
    serious = charts.look.color("serious")
    assert near(picture(charts, WIDE, HIGH)[reading], serious).sum() > near(calm[reading], serious).sum() + 20


def test_the_cursor_moves_with_the_frame_and_nothing_is_drawn_again(charts: Charts) -> None:
    first = picture(charts, WIDE, HIGH)
    kept = dict(charts.drawer._kept)
    go(charts, COASTING + 400)
    second = picture(charts, WIDE, HIGH)
    assert dict(charts.drawer._kept) == kept
    assert (first != second).any()


def test_only_what_changed_is_painted_and_that_is_all_of_it(charts: Charts, qtbot: QtBot) -> None:
    charts.show()
    qtbot.waitExposed(charts)
    for t in (COASTING, COASTING + 5.0, COASTING + 900.0, COASTING + 300.0):
        go(charts, t)
        QApplication.processEvents()
    whole = picture(charts, WIDE, HIGH)
    seen = charts.grab().toImage().convertToFormat(charts.grab().toImage().Format.Format_RGB32)
    pixels = np.array(seen.constBits(), dtype=np.uint8).reshape(seen.height(), seen.width(), 4)
    assert (pixels[..., :3] == whole[..., :3]).all()


def test_a_window_seen_before_is_not_drawn_again(charts: Charts) -> None:
    picture(charts, WIDE, HIGH)
    kept = list(charts.drawer._kept.values())
    go(charts, ORBITING)
    picture(charts, WIDE, HIGH)
    go(charts, COASTING)
    picture(charts, WIDE, HIGH)
    assert all(layers in charts.drawer._kept.values() for layers in kept)
    assert len(charts.drawer._kept) == 2 * len(kept)


def test_what_is_kept_is_bounded(charts: Charts) -> None:
    for scale in np.linspace(1.0, 6.0, 16).tolist():
        picture(charts, WIDE, HIGH, scale=scale)
    assert charts.drawer.held <= ROOM
    assert len(charts.drawer._kept) >= 3


def test_on_the_screen_the_other_windows_are_drawn_ahead_and_then_it_rests(charts: Charts, qtbot: QtBot) -> None:
    charts.show()
    qtbot.waitUntil(lambda: not charts.ahead.active, timeout=10_000)
    before = dict(charts.drawer._kept)
    for t in (-4000.0, 60.0, ORBITING, FALLING):
        go(charts, t)
        charts.repaint()
    assert dict(charts.drawer._kept) == before


def test_drawn_ahead_or_not_the_picture_is_the_same(charts: Charts, qtbot: QtBot) -> None:
    fresh = made(qtbot)
    charts.show()
    charts.setFocus()  # in the window the board has it, and no button looks chosen
    qtbot.waitUntil(lambda: not charts.ahead.active, timeout=10_000)
    for t in (-4000.0, 0.0, ORBITING, COASTING, FALLING):
        go(charts, t)
        go(fresh, t)
        assert (picture(charts, WIDE, HIGH) == picture(fresh, WIDE, HIGH)).all()


def test_without_a_screen_nothing_is_drawn_ahead(charts: Charts, qtbot: QtBot) -> None:
    picture(charts, WIDE, HIGH)
    assert not charts.ahead.active
    charts.show()
    assert charts.ahead.active
    charts.hide()
    assert not charts.ahead.active


@pytest.mark.parametrize("change", ["load", "restyle", "resize"])
def test_a_change_is_drawn_anew_and_ahead_again(charts: Charts, qtbot: QtBot, change: str) -> None:
    charts.show()
    qtbot.waitUntil(lambda: not charts.ahead.active, timeout=10_000)
    plans = charts._plans
    if change == "load":
        charts.load(MISSION, PRELIMINARY)
    elif change == "restyle":
        charts.restyle(Style(LIGHT))
    else:
        charts.resize(1000, 160)
    assert not any(charts.drawer.has(plan, 1.0) for plan in charts._plans)
    assert change != "resize" or charts._plans != plans
    assert charts.ahead.active


def test_while_they_are_resized_charts_are_stretched_and_then_drawn_anew(charts: Charts, qtbot: QtBot) -> None:
    charts.show()
    charts.grab()
    charts.resize(1000, 160)
    hurried = charts.grab().toImage()
    assert not any(charts.drawer.has(plan, 1.0) for plan in charts._plans)
    qtbot.waitUntil(lambda: not charts.sharper.active)
    assert charts.grab().toImage() != hurried
    charts.resize(1010, 160)
    charts.grab()
    charts.rest()
    rested = charts.grab().toImage()
    charts.restyle(charts.look)
    assert charts.grab().toImage() == rested


def test_the_same_time_gives_the_same_picture(charts: Charts) -> None:
    first = picture(charts, WIDE, HIGH)
    for t in (-4000.0, FALLING, COASTING):
        go(charts, t)
        last = picture(charts, WIDE, HIGH)
    assert (last == first).all()


def test_the_past_is_brighter_than_the_future(charts: Charts) -> None:
    charts.viewer.choose(("load",))
    go(charts, canned.TOUCHDOWN + 3600)
    past = near(picture(charts, WIDE, HIGH), charts.look.color("burn")).sum()
    go(charts, canned.SEPARATION + 1)
    future = near(picture(charts, WIDE, HIGH), charts.look.color("burn")).sum()
    assert past > 3 * future


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_layers_have_the_resolution_of_the_device(charts: Charts, scale: float) -> None:
    picture(charts, WIDE, HIGH, scale=scale)
    layers = next(reversed(charts.drawer._kept.values()))
    assert layers.flown.width() == round(scale * charts.charts[-1].width())


@pytest.mark.parametrize("theme", [DARK, LIGHT, HIGH_CONTRAST])
@pytest.mark.parametrize(("base", "width", "height"), [(8.7, 780, 126), (13, 1180, 140), (26, 2360, 344)])
@pytest.mark.parametrize("stacked", [False, True])
def test_the_charts_fill_their_panel_in_every_theme_and_size(
    charts: Charts, theme: Theme, base: float, width: int, height: int, stacked: bool
) -> None:
    style = Style(theme, base)
    charts.restyle(style)
    charts.viewer.stack(stacked)
    pixels = picture(charts, width, height)
    inked = ~near(pixels, style.color("panel"), 6)
    for chart in charts.charts:
        part = inked[chart.y() : chart.y() + chart.height(), chart.x() : chart.x() + chart.width()]
        assert 0.01 < part.mean() < 0.6


def test_docked_the_strip_leaves_all_room_to_the_charts(charts: Charts) -> None:
    picture(charts, WIDE, HIGH)
    before = charts.charts[0].height()
    charts.dock()
    assert charts.charts[0].height() > before + 20


def test_an_unsolved_flight_is_drawn_as_far_as_it_is_known(charts: Charts) -> None:
    charts.load(MISSION, PRELIMINARY)
    go(charts, 9000.0)
    picture(charts, WIDE, HIGH)
    assert place(charts.charts[0]).scene.lead.t[-1] == PRELIMINARY.t[-1]


def test_the_charts_leave_the_settings_of_pyqtgraph_alone(qtbot: QtBot) -> None:
    before = dict(pg.CONFIG_OPTIONS)
    made(qtbot)
    assert before == pg.CONFIG_OPTIONS


def test_in_a_window_made_small_they_look_as_in_one_that_was_small(charts: Charts, qtbot: QtBot) -> None:
    charts.restyle(Style(DARK, 26.0))
    picture(charts, 2 * WIDE, 2 * HIGH)
    charts.restyle(Style(DARK))
    assert np.array_equal(picture(charts, WIDE, HIGH), picture(made(qtbot), WIDE, HIGH))
