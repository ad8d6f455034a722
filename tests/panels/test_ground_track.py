"""The map as a widget: drawn, moved, asked."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_gui.domain.frame import frame_at
from mission_gui.panels.ground_track import GroundTrack
from mission_gui.panels.landing_zone import LandingZone
from mission_gui.panels.map_captions import captions
from mission_gui.panels.map_flight import beside, joined, prepare, seen_marks, span
from mission_gui.panels.map_labels import around, overlap
from mission_gui.panels.map_live import Moving, live_captions
from mission_gui.panels.map_options import USUAL
from mission_gui.panels.map_overlays import Wanted, arrange, bar_km
from mission_gui.panels.map_picture import drawn_span, legend_of
from mission_gui.panels.map_view import View, fitted
from mission_gui.panels.map_wording import state_rows
from mission_gui.panels.state_block import BLACKOUT, BURN, COMING, CONTACT, ISS, OTHERWISE, SCATTER, STATION
from mission_gui.panels.zone_chart import Chart, bar_length, rings
from mission_gui.theme import DARK, LIGHT, THEMES, Style, Theme
from tests import canned, ms19
from tests.panels.pictures import picture as pixels

MISSION, FLIGHT = canned.mission(), canned.trajectory()
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ROWS = tuple(name for name, _ in state_rows(frame_at(MISSION, FLIGHT, 0.0)))
MOMENTS = (-3000.0, 700.0, 9000.0, 11700.0, 12669.0, 13700.0, 14500.0, 15000.0, 21000.0)


@pytest.fixture
def panel(qtbot: QtBot) -> GroundTrack:
    made = GroundTrack(Style())
    qtbot.addWidget(made)
    made.resize(1200, 730)
    made.load(MISSION, FLIGHT)
    made.show_frame(frame_at(MISSION, FLIGHT, 12669.0))
    return made


def picture(panel: GroundTrack | LandingZone) -> QImage:
    image = QImage(panel.size(), QImage.Format.Format_RGB32)
    panel.render(image, QPoint())
    return image


@pytest.mark.parametrize("t", MOMENTS)
def test_the_same_moment_gives_the_same_picture(panel: GroundTrack, t: float) -> None:
    panel.show_frame(frame_at(MISSION, FLIGHT, t))
    first = picture(panel)
    panel.show_frame(frame_at(MISSION, FLIGHT, 5000.0))
    picture(panel)
    panel.show_frame(frame_at(MISSION, FLIGHT, t))
    assert picture(panel) == first


@pytest.mark.parametrize("t", MOMENTS)
def test_what_was_shown_before_leaves_no_trace(panel: GroundTrack, qtbot: QtBot, t: float) -> None:
    for earlier in (*MOMENTS, t):
        panel.show_frame(frame_at(MISSION, FLIGHT, earlier))
        picture(panel)
    fresh = GroundTrack(Style())
    qtbot.addWidget(fresh)
    fresh.resize(panel.size())
    fresh.load(MISSION, FLIGHT)
    fresh.show_frame(frame_at(MISSION, FLIGHT, t))
    assert picture(fresh) == picture(panel)


def test_a_picture_of_twice_the_resolution_is_twice_as_sharp(panel: GroundTrack) -> None:
    size = (panel.width(), panel.height())
    plain, fine = pixels(panel, *size), pixels(panel, *size, scale=2.0)
    doubled = plain.repeat(2, axis=0).repeat(2, axis=1)
    assert np.count_nonzero(fine[:, 1::2] != fine[:, ::2]) > 4 * np.count_nonzero(doubled[:, 1::2] != doubled[:, ::2])
    assert np.count_nonzero(fine[:, 1::2, 0] != fine[:, ::2, 0]) > 20_000


def test_the_map_shows_beside_the_round_corners_of_the_landing_zone(panel: GroundTrack) -> None:
    zone = panel.zone.geometry()
    seen = pixels(panel, panel.width(), panel.height())[zone.bottom(), zone.left(), :3]
    panel.zone.hide()
    bare = pixels(panel, panel.width(), panel.height())[zone.bottom(), zone.left(), :3]
    assert np.abs(seen.astype(int) - bare.astype(int)).max() < 24


VIEWS = {
    "whole": (30.0, 0.0, 1.0),
    "turned": (180.0, 0.0, 1.0),
    "Asia": (90.0, 45.0, 2.5),
    "Europe": (10.0, 50.0, 6.0),
    "Kazakhstan": (69.0, 47.0, 14.0),
    "zone": (69.6, 47.4, 120.0),
    "landing": (69.58, 47.38, 2300.0),
}


@pytest.mark.parametrize("t", MOMENTS)
@pytest.mark.parametrize("place", VIEWS)
@pytest.mark.parametrize(
    ("width", "height", "base"),
    [(1200.0, 700.0, 13.0), (616.0, 330.0, 10.0), (2440.0, 1400.0, 26.0), (340.0, 220.0, 13.0)],
)
def test_labels_never_cover_each_other(
    qapp: QApplication, t: float, place: str, width: float, height: float, base: float
) -> None:
    longitude, latitude, nearness = VIEWS[place]
    view = fitted(width, height).at_nearness(nearness).centred(longitude, latitude)
    style, flight, frame = Style(DARK, base), prepare(MISSION, FLIGHT), frame_at(MISSION, FLIGHT, t)
    x, y = view.xy(*flight.ship.at(min(t, flight.landing)))
    overlays = arrange(style, view, Wanted((x, y), (0.0, 0.0), tuple(name for name, _ in state_rows(frame))))
    still, taken = captions(flight, view, style, span(flight, t, 1, 1.5, 1.5), overlays.boxes)
    moving: list[Moving] = [("Soyuz MS-19", "soyuz_text", 700, x, y, 2), ("ISS", "iss_text", 500, x + 3, y - 2, 5)]
    live = [caption.place.box for caption in live_captions(view, style, moving, still, taken, overlays.boxes)]
    resting = [caption.place.box for caption in still if not any(overlap(caption.place.box, box) for box in live)]
    # Where the ship is in a corner that an overlay has taken the station may go without its name.
    assert len(live) == 2 or not view.shows(x, y, -40.0) or view.width < 400
    for a, b in combinations([*live, *resting, *overlays.boxes], 2):
        assert not overlap(a, b)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_labels_stand_where_they_stand_whatever_the_theme(qapp: QApplication, theme: Theme) -> None:
    flight, view = prepare(MISSION, FLIGHT), fitted(1200, 700).at_nearness(6.0).centred(60.0, 45.0)
    drawn = span(flight, 5000.0, 1, 1.5, 1.5)
    plain, _ = captions(flight, view, Style(DARK), drawn, ())
    other, _ = captions(flight, view, Style(theme), drawn, ())
    assert [caption.place for caption in other] == [caption.place for caption in plain]


def test_a_small_map_is_nothing_but_a_map(qtbot: QtBot) -> None:
    panel = GroundTrack(Style())
    qtbot.addWidget(panel)
    panel.resize(340, 220)
    panel.load(MISSION, FLIGHT)
    panel.show_frame(frame_at(MISSION, FLIGHT, 700.0))
    picture(panel)
    assert panel.zone.isHidden() and panel.buttons.isHidden()
    view = panel.view
    overlays = arrange(panel.look, view, Wanted((10.0, 10.0), (0.0, 0.0), ROWS))
    assert overlays.state is overlays.legend is overlays.bar is None


def test_without_its_legend_a_map_keeps_its_buttons(panel: GroundTrack) -> None:
    before = picture(panel)
    panel.restore_view(panel.view_state() | {"legend": False})
    assert picture(panel) != before
    assert not panel.view_state()["legend"] and not panel.buttons.isHidden()


@pytest.mark.parametrize("x", range(0, 1200, 40))
def test_the_legend_never_covers_the_ship(qapp: QApplication, x: int) -> None:
    """Not where it is wider than half the map, and the ship below in the middle, either."""
    style, view = Style(), fitted(1200, 400)
    overlays = arrange(style, view, Wanted((float(x), 380.0), (900.0, 60.0), (), zone=False))
    assert overlays.legend is not None
    assert not overlap(overlays.legend, around(x, 380.0, 30.0))


def test_the_track_in_contact_with_a_station_is_drawn_otherwise(panel: GroundTrack) -> None:
    assert panel.flight is not None
    panel.set_tracks(2.0, 0.0, 0.0)
    with_it = picture(panel)
    assert panel.flight.contacts(drawn_span(panel.flight, panel.options, 12669.0)) == [(6000.0, 6400.0)]
    quiet = replace(FLIGHT, contacts=())
    panel.load(MISSION, quiet)
    panel.show_frame(frame_at(MISSION, quiet, 12669.0))
    without = picture(panel)
    x, y = panel.content().left(), panel.content().top()
    at = panel.view.xy(*panel.flight.ship.at(6200.0))
    beside = [QPoint(int(x + at[0]) + dx, int(y + at[1]) + dy) for dx in range(-4, 5) for dy in range(-4, 5)]
    assert sum(with_it.pixel(pixel) != without.pixel(pixel) for pixel in beside) > 15


def test_stretches_of_contact_that_overlap_are_one() -> None:
    assert joined([(5.0, 9.0), (1.0, 3.0), (8.0, 12.0), (12.0, 13.0)]) == ((1.0, 3.0), (5.0, 13.0))


def test_the_landing_zone_never_covers_the_ship(qapp: QApplication) -> None:
    style, view = Style(), fitted(1200, 700)
    for x in range(0, 1200, 40):
        for y in range(0, 700, 35):
            for large in (False, True):
                wanted = Wanted((x, y), (850.0, 170.0), ROWS, large=large)
                for box in arrange(style, view, wanted).boxes:
                    assert not (box[0] < x < box[2] and box[1] < y < box[3])


def test_a_click_on_the_track_seeks_that_moment(panel: GroundTrack, qtbot: QtBot) -> None:
    assert panel.flight is not None
    x, y = panel.view.xy(*panel.flight.ship.at(12000.0))
    at = (panel.content().topLeft() + QPointF(x, y)).toPoint()
    with qtbot.waitSignal(panel.sought) as signal:
        QTest.mouseClick(panel, LEFT, NONE, at)
    assert signal.args == [pytest.approx(12000.0, abs=20.0)]


def test_a_click_beside_the_track_seeks_nothing(panel: GroundTrack, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.sought):
        QTest.mouseClick(panel, LEFT, NONE, QPoint(600, 700))


def test_the_pointer_over_the_track_is_told_what_is_there(panel: GroundTrack, qtbot: QtBot) -> None:
    assert panel.flight is not None
    plain = picture(panel)
    x, y = panel.view.xy(*panel.flight.ship.at(12000.0))
    at = panel.content().topLeft() + QPointF(x, y)
    move = QMouseEvent(
        QEvent.Type.MouseMove, at, at, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(panel, move)
    assert panel.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert picture(panel) != plain


def test_the_wheel_zooms_and_a_double_click_goes_back(panel: GroundTrack, qtbot: QtBot) -> None:
    whole = panel.view
    at = QPointF(600, 300)
    wheel = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, 480),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(panel, wheel)
    assert panel.view.scale > 1.5 * whole.scale
    QTest.mouseDClick(panel, LEFT, NONE, QPoint(600, 300))
    assert panel.view == whole


def test_dragging_turns_the_earth_and_does_not_seek(panel: GroundTrack, qtbot: QtBot) -> None:
    before = panel.view.longitude
    with qtbot.assertNotEmitted(panel.sought):
        QTest.mousePress(panel, LEFT, NONE, QPoint(600, 300))
        for x in (560, 500):
            here = QPointF(x, 300)
            held = Qt.MouseButton.LeftButton
            move = QMouseEvent(QEvent.Type.MouseMove, here, here, held, held, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(panel, move)
        QTest.mouseRelease(panel, LEFT, NONE, QPoint(500, 300))
    assert panel.view.longitude == pytest.approx(before + 100 / panel.view.scale)


def test_following_keeps_the_ship_in_the_middle_third(panel: GroundTrack) -> None:
    panel.set_follow(True)
    for t in (0.0, 3000.0, 9000.0, 12669.0, 14000.0):
        frame = frame_at(MISSION, FLIGHT, t)
        panel.show_frame(frame)
        assert panel.flight is not None
        x, _ = panel.view.xy(*panel.flight.ship.at(t))
        assert panel.view.width / 3 < x < panel.view.width * 2 / 3


def test_a_flight_that_is_not_solved_yet_is_drawn_to_its_end(qtbot: QtBot) -> None:
    panel = GroundTrack(Style(LIGHT))
    qtbot.addWidget(panel)
    panel.resize(800, 480)
    short = canned.trajectory(complete=False)
    panel.load(MISSION, short)
    panel.show_frame(frame_at(MISSION, short, canned.IGNITION + 3000))
    assert not picture(panel).isNull()


def test_an_empty_map_is_a_map(qtbot: QtBot) -> None:
    panel = GroundTrack(Style())
    qtbot.addWidget(panel)
    panel.resize(400, 300)
    assert not picture(panel).isNull()


def test_the_drawn_track_is_set_in_orbits_or_in_minutes(panel: GroundTrack) -> None:
    before = picture(panel)
    panel.set_tracks(0.5, 0.2, 0.0)
    assert picture(panel) != before
    panel.set_tracks(46.0, 20.0, 0.0, minutes=True)
    assert panel.flight is not None
    assert 0.4 < panel.options.trail.orbits(panel.flight.period) < 0.6


def test_marks_lie_on_the_drawn_track_and_the_landing_is_always_there() -> None:
    flight, view = prepare(MISSION, FLIGHT), fitted(1200, 700)
    seen = {mark.id for mark, _, _ in seen_marks(flight, view, span(flight, -3000.0, 1, 1.5, 1.5), 11)}
    assert "touchdown" in seen
    assert "ignition" not in seen


def test_another_style_is_another_picture(panel: GroundTrack) -> None:
    dark = picture(panel)
    panel.restyle(Style(LIGHT, 10.0))
    assert picture(panel) != dark


def test_the_legend_names_the_blackout_only_while_it_is_on_the_map(qapp: QApplication) -> None:
    style, view = Style(), fitted(1200, 700)
    wanted = Wanted((600.0, 300.0), (850.0, 170.0), ROWS)
    with_it = arrange(style, view, replace(wanted, present=frozenset({BLACKOUT})))
    without = arrange(style, view, wanted)
    assert BLACKOUT in with_it.entries
    assert BLACKOUT not in without.entries


def test_the_legend_explains_what_a_map_shows_and_nothing_else(qapp: QApplication) -> None:
    flight = beside(prepare(ms19.mission(), ms19.trajectory()), ms19.alternatives())
    style, whole, steppe = Style(), fitted(1200, 700), View(1200, 700, 69.58, 47.38, 600.0, 1.48)
    coasting, docked = (drawn_span(flight, USUAL, t) for t in (12_700.0, -9000.0))
    assert legend_of(flight, whole, style, coasting) == {BURN, BLACKOUT, CONTACT, STATION, COMING, ISS}
    assert legend_of(flight, steppe, style, coasting) == {SCATTER, OTHERWISE, COMING, ISS}
    assert not {BURN, ISS} & legend_of(flight, whole, style, docked)
    assert not {COMING, ISS} & legend_of(flight, whole, style, drawn_span(flight, USUAL, flight.landing + 60.0))
    assert CONTACT in legend_of(flight, View(1200, 700, 60.0, 44.0, 28.0, 1.48), style, coasting)
    assert SCATTER not in legend_of(flight, View(1200, 700, 60.0, 47.38, 600.0, 1.48), style, coasting)


def test_the_blackout_is_known_and_shown_only_while_it_is_in_the_drawn_span() -> None:
    flight = prepare(MISSION, FLIGHT)
    assert flight.blackout is not None
    assert flight.silent(span(flight, 13000.0, 1, 1.5, 1.5)) == flight.blackout
    assert flight.silent(span(flight, -3000.0, 1, 1.5, 1.5)) is None


def test_the_scale_bar_comes_with_the_close_view_and_is_true_in_the_middle(qapp: QApplication) -> None:
    style, whole = Style(), fitted(1200, 700)
    assert bar_km(whole, style) is None
    # At 40 pixels to a degree and 60 degrees north a kilometre is 0.72 pixels.
    assert bar_km(View(1200, 700, 69.0, 60.0, 40.0, 1.1), style) == 100


def test_the_rings_and_the_bar_fit_the_chart() -> None:
    assert rings(Chart(69, 47, 300, 200, 115e3)) == [25, 50, 100]
    assert rings(Chart(69, 47, 300, 200, 29e3)) == [5, 10, 25]
    assert bar_length(Chart(69, 47, 300, 200, 115e3)) == 50


@pytest.mark.parametrize("t", MOMENTS)
def test_the_landing_zone_stands_alone(qtbot: QtBot, t: float) -> None:
    zone = LandingZone(Style())
    qtbot.addWidget(zone)
    zone.resize(600, 420)
    zone.load(MISSION, FLIGHT)
    zone.show_frame(frame_at(MISSION, FLIGHT, t))
    assert zone.describe(frame_at(MISSION, FLIGHT, t)).startswith("Landing zone: ")
    assert not picture(zone).isNull()


def test_the_way_of_the_station_begins_where_it_leaves_that_of_the_ship() -> None:
    flight = prepare(ms19.mission(), ms19.trajectory())

    def off(t: float) -> float:
        """Degrees of arc from the point below the station to the way of the ship."""
        (x, y), ship = flight.iss.at(t), flight.ship
        east = (ship.longitude - x + 180.0) % 360.0 - 180.0
        late = ship.t > flight.burn - 900.0
        return float(np.hypot(east * np.cos(np.radians(y)), ship.latitude - y)[late].min())

    assert flight.burn + 600.0 < flight.parted < flight.burn + flight.period
    assert all(off(t) < 0.5 for t in np.linspace(flight.burn, flight.parted, 20).tolist())
    assert off(flight.parted + 600.0) > 1.0


@pytest.mark.parametrize("base", [13, 40, 52, 58])
def test_the_legend_ends_before_the_landing_zone(qapp: QApplication, base: int) -> None:
    """On a wall too, where letters are large for the map."""
    style, view, present = Style(DARK, base), fitted(2426, 1700), frozenset({BURN, BLACKOUT, CONTACT, STATION})
    overlays = arrange(style, view, Wanted((1690.0, 410.0), (1700.0, 420.0), ROWS, present, large=True))
    assert overlays.legend is not None and overlays.zone is not None
    assert not overlap(overlays.legend, overlays.zone)
    assert len(overlays.entries) >= 3


@pytest.mark.parametrize("base", [13, 40, 52, 58])
def test_the_landing_place_stays_in_view_where_the_legend_can_give_way(qapp: QApplication, base: int) -> None:
    """As on a wall while the ship is over South America."""
    style, view, present = Style(DARK, base), fitted(2426, 1700), frozenset({BURN, BLACKOUT, CONTACT, STATION})
    landing = (1690.0, 410.0)
    overlays = arrange(style, view, Wanted((820.0, 1320.0), landing, ROWS, present))
    assert overlays.zone is not None and not overlap(overlays.zone, around(*landing, style.px(14)))
