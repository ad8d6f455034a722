"""The chart of the landing zone: its projection, its figures, and how it is moved."""

from dataclasses import replace
from math import pi, radians

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_gui.domain.alternatives import NONE, Scatter
from mission_gui.domain.frame import frame_at
from mission_gui.panels.landing_zone import LandingZone
from mission_gui.panels.layer import VECTOR
from mission_gui.panels.map_labels import Box, choose
from mission_gui.panels.map_lines import azimuthal, distance_bearing, great_point
from mission_gui.panels.map_marks import TRAVELLER
from mission_gui.panels.map_recovery import journeys, lonlat
from mission_gui.panels.map_track import track
from mission_gui.panels.map_waters import slanted
from mission_gui.panels.record import Record
from mission_gui.panels.wording import compass
from mission_gui.panels.zone_alternatives import beside
from mission_gui.panels.zone_chart import CLOSEST, WIDEST, Chart
from mission_gui.panels.zone_facts import axes, basis, corridor, nearest_places, zone_rows
from mission_gui.panels.zone_names import bounds, water_labels
from mission_gui.panels.zone_sheet import sheet_of
from mission_gui.theme import THEMES, Style, Theme
from tests import ms19, returns
from tests.panels.lettering import touching, written_in
from tests.panels.pictures import picture

PLACE = (69.6, 47.4)


def ellipse(along: float, across: float, bearing: float) -> Scatter:
    """An ellipse of that size (half axes, m), lying in a direction (radians from north)."""
    turn = np.linspace(0.0, 2 * pi, 181)
    ahead, aside = along * np.cos(turn), across * np.sin(turn)
    east = ahead * np.sin(bearing) + aside * np.cos(bearing)
    north = ahead * np.cos(bearing) - aside * np.sin(bearing)
    edge = np.radians([great_point(PLACE, x, y) for x, y in zip(east.tolist(), north.tolist(), strict=True)])
    return Scatter(edge[:, 1], edge[:, 0], edge[:, 1], edge[:, 0], along)


@pytest.fixture
def zone(qtbot: QtBot) -> LandingZone:
    made = LandingZone(Style())
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.load(ms19.mission(), ms19.trajectory())
    made.show_alternatives(ms19.alternatives())
    made.show_frame(frame_at(ms19.mission(), ms19.trajectory(), ms19.time_of("touchdown") + 600))
    return made


@given(st.floats(-1.5e6, 1.5e6), st.floats(-1.5e6, 1.5e6))
def test_a_place_and_its_distances_east_and_north_are_the_same(east: float, north: float) -> None:
    back = azimuthal(PLACE, np.array([great_point(PLACE, east, north)]))[0]
    assert back.tolist() == pytest.approx([east, north], abs=1.0)


@given(st.floats(0.2, 8.0), st.floats(50, 900), st.floats(50, 600))
def test_zooming_holds_what_lies_under_the_pointer(factor: float, x: float, y: float) -> None:
    chart = Chart(*PLACE, 1000, 650, 100e3, 5e3, -3e3)
    reach, east, north = chart.zoomed(factor, x, y)
    near = replace(chart, reach=reach, east=east, north=north)
    under = great_point(PLACE, *ground(chart, x, y))
    assert near.xy(*under) == pytest.approx((x, y), abs=0.01)


def ground(chart: Chart, x: float, y: float) -> tuple[float, float]:
    left, top = chart.place
    return (x - left) / chart.scale, (top - y) / chart.scale


def test_nearness_has_its_limits() -> None:
    chart = Chart(*PLACE, 1000, 650, 100e3)
    assert chart.zoomed(1e6, 500, 300)[0] == CLOSEST
    assert chart.zoomed(1e-6, 500, 300)[0] == WIDEST


@pytest.mark.parametrize("reach", [2e3, 100e3, 1.2e6])
def test_the_box_holds_every_corner_of_the_chart(reach: float) -> None:
    chart = Chart(*PLACE, 1500, 800, reach, reach, -reach)
    west, south, east, north = chart.box
    for x in (0.0, 1500.0):
        for y in (0.0, 800.0):
            longitude, latitude = great_point(PLACE, *ground(chart, x, y))
            assert west < longitude < east and south < latitude < north


def test_the_figures_of_ms19() -> None:
    frame = frame_at(ms19.mission(), ms19.trajectory(), ms19.time_of("touchdown") + 600)
    rows = dict(zone_rows(ms19.mission(), ms19.alternatives(), frame))
    # 148 km east of Zhezkazgan was published (resources/missions/soyuz-ms-19.toml).
    assert rows["From Zhezkazgan"] == "148 km E"
    assert rows["Wind"] == "not known"
    assert rows["Landing"] == "47.38° N 69.58° E"
    assert "To go" not in rows
    assert rows["Places of the search forces"] == "not published"
    assert set(rows) - set(dict(zone_rows(ms19.mission(), NONE, frame))) == {"95 % ellipse, modelled"}
    flying = frame_at(ms19.mission(), ms19.trajectory(), ms19.time_of("peak_load"))
    assert list(dict(zone_rows(ms19.mission(), NONE, flying)))[:2] == ["To go", "Altitude"]
    assert basis(ms19.mission()).startswith("place ")


def test_the_nearest_places_come_first() -> None:
    landing, places = lonlat(ms19.mission().landing), nearest_places(ms19.mission(), 9)
    far = [distance_bearing(landing, lonlat(place))[0] for place in places]
    assert len(far) > 2 and far == sorted(far)


@pytest.mark.parametrize(("bearing", "word"), [(0.0, "N"), (44.0, "NE"), (91.0, "E"), (-80.0, "W"), (350.0, "N")])
def test_the_compass(bearing: float, word: str) -> None:
    assert compass(radians(bearing)) == word


@pytest.mark.parametrize("bearing", [0.0, 40.0, 75.0])
def test_the_size_of_an_ellipse_and_its_width_across_the_track(bearing: float) -> None:
    scatter = ellipse(20e3, 8e3, radians(bearing))
    assert axes(scatter) == pytest.approx((40e3, 16e3), rel=0.01)
    assert corridor(scatter, radians(bearing)) == pytest.approx(8e3, rel=0.02)
    assert corridor(scatter, radians(bearing + 90)) == pytest.approx(20e3, rel=0.02)


def test_a_line_beside_another_keeps_its_distance() -> None:
    line = np.column_stack([np.linspace(0, 100, 21), np.zeros(21)])
    assert beside(line, 7.0)[:, 1] == pytest.approx(np.full(21, 7.0))  # to the right of east is down the screen
    assert beside(line, -7.0)[:, 1] == pytest.approx(np.full(21, -7.0))


def test_a_large_chart_has_figures_and_buttons_and_a_small_one_none(zone: LandingZone) -> None:
    picture(zone, 1000, 700)
    assert zone.large and not zone.buttons.isHidden()
    picture(zone, 300, 220)
    assert not zone.large and zone.buttons.isHidden()


def test_wheel_and_drag_move_the_chart_and_a_double_click_goes_back(zone: LandingZone, qtbot: QtBot) -> None:
    before = zone.chart
    assert before is not None
    at, none = QPointF(400, 300), Qt.MouseButton.NoButton
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    with qtbot.waitSignal(zone.viewed):
        QApplication.sendEvent(zone, QWheelEvent(at, at, QPoint(), QPoint(0, 480), none, keys, phase, False))
    near = zone.chart
    assert near is not None and near.reach < before.reach / 1.5
    QTest.mousePress(zone, Qt.MouseButton.LeftButton, keys, QPoint(400, 300))
    held = Qt.MouseButton.LeftButton
    for x in (420, 500):
        here = QPointF(x, 300)
        QApplication.sendEvent(zone, QMouseEvent(QEvent.Type.MouseMove, here, here, held, held, keys))
    with qtbot.waitSignal(zone.viewed):
        QTest.mouseRelease(zone, Qt.MouseButton.LeftButton, keys, QPoint(500, 300))
    moved = zone.chart
    assert moved is not None and moved.place[0] == pytest.approx(near.place[0] + 100)
    assert not zone.buttons.auto.isChecked()
    QTest.mouseDClick(zone, Qt.MouseButton.LeftButton, keys, QPoint(400, 300))
    assert zone.chart == before and zone.buttons.auto.isChecked()


def test_keys_zoom_and_the_view_is_kept(zone: LandingZone) -> None:
    assert zone.view_state() == {}
    QTest.keyClick(zone, Qt.Key.Key_Plus)
    state, shown = zone.view_state(), picture(zone, 1000, 700)
    QTest.keyClick(zone, Qt.Key.Key_0)
    assert zone.view_state() == {}
    zone.restore_view(state)
    assert zone.view_state() == state
    assert np.array_equal(picture(zone, 1000, 700), shown)
    zone.restore_view({"reach": "far"})
    assert zone.view_state() == {}


@pytest.mark.parametrize("reach", [1.2e3, 20e3, 300e3, 1.5e6])
def test_the_same_view_is_the_same_picture_whatever_was_shown_before(zone: LandingZone, reach: float) -> None:
    zone.restore_view({"reach": reach, "east": 0.0, "north": 0.0})
    first = picture(zone, 1000, 700)
    zone.restore_view({})
    picture(zone, 1000, 700)
    zone.restore_view({"reach": reach, "east": 0.0, "north": 0.0})
    assert np.array_equal(picture(zone, 1000, 700), first)


@pytest.mark.parametrize("size", [(250.0, 190.0), (330.0, 300.0), (1000.0, 600.0), (1500.0, 800.0)])
@pytest.mark.parametrize("reach", [2e3, 29e3, 115e3, 400e3, 1.2e6])
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_names_on_the_chart_never_cover_each_other(
    qapp: QApplication, size: tuple[float, float], reach: float, theme: Theme
) -> None:
    chart, flown = Chart(*lonlat(ms19.mission().landing), *size, reach), track(ms19.trajectory(), "", 14820.0)
    sheet = sheet_of(
        ms19.mission(), Style(theme), chart, flown, (), ms19.alternatives(), VECTOR, ((0.0, 0.0, 90.0, 60.0),), False
    )
    assert isinstance(sheet.before, Record)
    texts = written_in(sheet.before)
    assert len(texts) > 3
    assert list(touching(texts, 1.0)) == []
    assert not any(text.cut for text in texts)


@pytest.mark.parametrize("size", [(330.0, 300.0), (1000.0, 600.0)])
@pytest.mark.parametrize("reach", [29e3, 115e3, 290e3, 700e3])
def test_no_name_lies_where_the_way_home_leads(qapp: QApplication, size: tuple[float, float], reach: float) -> None:
    mission, style = ms19.mission(), Style()
    chart, flown = Chart(*lonlat(mission.landing), *size, reach), track(ms19.trajectory(), "", 14820.0)
    home = journeys(mission)
    stops = [chart.xy(*journey.at(journey.ends)) for journey in home]

    def hidden(homeward: bool) -> list[str]:
        sheet = sheet_of(mission, style, chart, flown, home, ms19.alternatives(), VECTOR, (), homeward)
        assert isinstance(sheet.ground.picture, Record)
        marks = [
            QRectF(x - 4, y - 4, 8, 8)
            for journey in home
            for t in np.arange(journey.starts, journey.ends, 60.0)
            for x, y in [chart.xy(*journey.at(t))]
            if all(max(abs(x - stop[0]), abs(y - stop[1])) > 3 * TRAVELLER for stop in stops)
        ]
        texts = written_in(sheet.ground.picture)
        assert len(texts) > 3
        return [text.text for text in texts if any(text.seen.intersects(mark) for mark in marks)]

    assert hidden(homeward=True) == []
    if (size, reach) == ((330.0, 300.0), 115e3):
        assert hidden(homeward=False)  # which nobody flies past then


@pytest.mark.parametrize("homeward", [False, True])
@pytest.mark.parametrize(
    ("size", "reach", "buttons"),
    [((1000.0, 700.0), 290e3, ()), ((740.0, 556.0), 290e3, ((632.0, 9.0, 731.0, 28.0),))],
)
def test_a_stop_on_the_way_home_has_its_name(
    qapp: QApplication, size: tuple[float, float], reach: float, buttons: tuple[Box, ...], homeward: bool
) -> None:
    mission, flown = ms19.mission(), track(ms19.trajectory(), "", 14820.0)
    chart = Chart(*lonlat(mission.landing), *size, reach)
    sheet = sheet_of(
        mission, Style(), chart, flown, journeys(mission), ms19.alternatives(), VECTOR, buttons, homeward=homeward
    )
    assert isinstance(sheet.ground.picture, Record)
    assert "Karaganda" in {text.text for text in written_in(sheet.ground.picture)}


def test_the_chart_says_how_far_from_the_landing_place_the_modelled_way_ends(qtbot: QtBot, zone: LandingZone) -> None:
    assert zone.frame is not None and "Model ends" not in zone.describe(zone.frame)
    fallen = LandingZone(Style())
    qtbot.addWidget(fallen)
    fallen.resize(1000, 700)
    mission, flight = returns.flown("soyuz-tma-11")
    frame = frame_at(mission, flight, float(flight.touchdown) + 60.0)
    fallen.load(mission, flight)
    fallen.show_frame(frame)
    # docs/model.md: the ballistic ones meet their place to 3 to 13 km.
    assert "Model ends: 13 km S" in fallen.describe(frame)
    assert any("nothing steers across the track" in source.words() for source in fallen.sourced())


def test_no_name_is_pulled_onto_the_chart_from_beyond_its_edge(qapp: QApplication) -> None:
    chart = Chart(*PLACE, 1000, 650, 1.5e6)
    for label in water_labels(Style(), chart, slanted(Style())):
        found = choose(label, [], bounds(chart, Style()), np.empty((0, 2)))
        if label.gap < 0.0 and found is not None:  # the name of a sea, which lies over it
            assert chart.shows(label.x, label.y)
            assert found.box[0] - 1.0 < label.x < found.box[2] + 1.0
