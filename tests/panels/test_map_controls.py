"""What the user may do to the map: menu, buttons, keys, and the view that is kept."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from mission_gui.domain.frame import frame_at
from mission_gui.panels import map_imagery
from mission_gui.panels.ground_track import GroundTrack
from mission_gui.panels.map_controls import CENTRE_HERE, CLOSE_UP, FOLLOW, REACHES, SHOWN, TRACKS, WHOLE, words
from mission_gui.panels.map_options import Options, Reach, options_of
from mission_gui.panels.map_overlays import bar_km
from mission_gui.panels.map_recovery import lonlat
from mission_gui.theme import Style
from tests import canned
from tests.panels.pictures import picture

MISSION, FLIGHT = canned.mission(), canned.trajectory()


@pytest.fixture
def panel(qtbot: QtBot) -> GroundTrack:
    made = GroundTrack(Style())
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.load(MISSION, FLIGHT)
    made.show_frame(frame_at(MISSION, FLIGHT, 5000.0))
    return made


def actions(menu: QMenu) -> Iterator[QAction]:
    """Every line of a menu and of the menus in it."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from actions(inner)
        elif not action.isSeparator():
            yield action


def line(menu: QMenu, text: object) -> QAction:
    return next(action for action in actions(menu) if action.text() == str(text))


def track_menu(panel: GroundTrack, name: str) -> QMenu:
    found = next(action.menu() for action in panel.menu().actions() if action.text() == str(TRACKS[name]))
    assert isinstance(found, QMenu)
    return found


@pytest.mark.parametrize("name", TRACKS)
@pytest.mark.parametrize("reach", REACHES, ids=lambda reach: reach.key)
def test_each_part_of_the_track_is_set_in_orbits_or_minutes(
    panel: GroundTrack, qtbot: QtBot, name: str, reach: Reach
) -> None:
    with qtbot.waitSignal(panel.viewed):
        line(track_menu(panel, name), words(reach)).trigger()
    assert getattr(panel.options, name) == reach
    ticked = [action.text() for action in track_menu(panel, name).actions() if action.isChecked()]
    assert ticked == [str(words(reach))]


def test_a_minute_of_track_is_a_sixtieth_of_an_hour_of_it() -> None:
    assert Reach(45.0, minutes=True).orbits(5400.0) == pytest.approx(0.5)
    assert Reach(1.5).orbits(5400.0) == 1.5


@pytest.mark.parametrize("name", [name for name in SHOWN if name not in ("imagery", "zone")])
def test_what_is_shown_can_be_left_out(panel: GroundTrack, name: str) -> None:
    if name == "names":
        panel.restore_view({"at": [60.0, 40.0], "nearness": 4.0})
    before = picture(panel, 1000, 640)
    line(panel.menu(), SHOWN[name]).trigger()
    assert not getattr(panel.options, name)
    assert np.count_nonzero(picture(panel, 1000, 640) != before) > 200
    line(panel.menu(), SHOWN[name]).trigger()
    assert np.array_equal(picture(panel, 1000, 640), before)


def test_the_landing_zone_can_be_put_away(panel: GroundTrack) -> None:
    assert not panel.zone.isHidden()
    line(panel.menu(), SHOWN["zone"]).trigger()
    assert panel.zone.isHidden()


def test_the_map_is_centred_on_any_longitude(panel: GroundTrack, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.viewed):
        line(panel.menu(), "Pacific").trigger()
    assert abs(panel.view.longitude) == 180.0
    line(panel.menu((12.0, 5.0)), CENTRE_HERE).trigger()
    assert panel.view.longitude == 12.0
    line(panel.menu(), "Landing place").trigger()
    assert panel.view.longitude == pytest.approx(lonlat(MISSION.landing)[0])
    line(panel.menu(), WHOLE).trigger()
    assert panel.view.nearness == pytest.approx(1.0)


def test_close_up_the_scale_bar_is_a_kilometre(panel: GroundTrack) -> None:
    line(panel.menu(), CLOSE_UP).trigger()
    assert bar_km(panel.view, panel.look) == 1
    assert (panel.view.longitude, panel.view.latitude) == pytest.approx(lonlat(MISSION.landing))


def test_following_ends_when_the_map_is_moved_and_leaves_it_where_it_is(panel: GroundTrack) -> None:
    panel.zoom(4.0)
    line(panel.menu(), FOLLOW).trigger()
    followed = panel.view
    line(panel.menu(), FOLLOW).trigger()
    assert panel.view == followed
    line(panel.menu(), FOLLOW).trigger()
    panel.centre(0.0, 0.0)
    assert not panel.options.following


def test_the_menu_of_a_point_offers_to_centre_it_and_that_of_a_key_does_not(
    panel: GroundTrack, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[float, float] | None] = []
    made = panel.menu
    monkeypatch.setattr(QMenu, "popup", lambda *_args: None)

    def menu(here: tuple[float, float] | None = None) -> QMenu:
        asked.append(here)
        return made(here)

    monkeypatch.setattr(panel, "menu", menu)
    at = QPoint(500, 300)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        QApplication.sendEvent(panel, QContextMenuEvent(reason, at, panel.mapToGlobal(at)))
    assert asked[0] == pytest.approx(panel.view.lonlat(500 - panel.content().left(), 300 - panel.content().top()))
    assert asked[1] is None


def test_every_control_has_a_name_and_is_reached_by_the_keyboard(panel: GroundTrack) -> None:
    for button in (panel.buttons.farther, panel.buttons.nearer, panel.buttons.auto):
        assert button.accessibleName() and button.toolTip()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert all(action.text() for action in actions(panel.menu()))


def test_keys_and_buttons_zoom_and_go_back(panel: GroundTrack) -> None:
    whole = panel.view
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
        QTest.keyClick(panel, key)
    assert panel.view.nearness == pytest.approx(1.96)
    QTest.keyClick(panel, Qt.Key.Key_Minus)
    panel.buttons.farther.click()
    assert panel.view.scale == pytest.approx(whole.scale)
    QTest.keyClick(panel.buttons.nearer, Qt.Key.Key_Return)
    assert panel.view.nearness == pytest.approx(1.4)
    QTest.keyClick(panel, Qt.Key.Key_0)
    assert panel.view == whole


PLAIN = st.fixed_dictionaries(
    {},
    optional={
        "trail": st.sampled_from([reach.key for reach in REACHES]),
        "lead": st.sampled_from([reach.key for reach in REACHES]),
        "names": st.booleans(),
        "footprint": st.booleans(),
        "following": st.booleans(),
    },
)


@given(PLAIN)
def test_options_come_back_from_plain_values(state: dict[str, object]) -> None:
    options = options_of(state)
    assert options_of(options.plain()) == options
    for name, value in state.items():
        assert options.plain()[name] == value


@pytest.mark.parametrize("value", [None, 3, "soon", "-1 orbits", "nan orbits", "1 day", [1], "1e9 minutes"])
def test_a_state_that_says_nonsense_is_taken_as_usual(value: object) -> None:
    assert options_of({"trail": value, "names": value, "unknown": 1}) == Options()


@pytest.mark.parametrize("state", [{"at": [1.0]}, {"at": "x", "nearness": 2}, {"nearness": 3.0}, {"at": None}])
def test_a_place_that_cannot_be_read_is_the_whole_earth(panel: GroundTrack, state: dict[str, object]) -> None:
    panel.zoom(3.0)
    panel.restore_view(state)
    assert panel.view.nearness == pytest.approx(1.0)


def test_a_view_comes_back_in_a_window_of_another_size(panel: GroundTrack, qtbot: QtBot) -> None:
    panel.zoom(5.0)
    panel.centre(75.0, 40.0)
    state = panel.view_state()
    other = GroundTrack(Style())
    qtbot.addWidget(other)
    other.resize(700, 500)
    other.load(MISSION, FLIGHT)
    other.restore_view(state)
    assert other.view.longitude == 75.0
    assert other.view.nearness == pytest.approx(panel.view.nearness)
    assert other.view_state() == state
    panel.reset_view()
    assert "at" not in panel.view_state()


def move(panel: GroundTrack, at: QPointF) -> None:
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(panel, QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, keys))


def test_the_pointer_on_a_station_shows_its_contacts_and_a_click_there_seeks_nothing(
    panel: GroundTrack, qtbot: QtBot
) -> None:
    plain = picture(panel, 1000, 640)
    at = panel.content().topLeft() + QPointF(*panel.view.xy(*lonlat(MISSION.stations[0].position)))
    move(panel, at)
    assert np.count_nonzero(picture(panel, 1000, 640) != plain) > 1000
    assert panel.cursor().shape() is Qt.CursorShape.ArrowCursor
    with qtbot.assertNotEmitted(panel.sought):
        QTest.mouseClick(panel, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at.toPoint())


def test_the_extra_is_found_only_where_it_is_installed() -> None:
    found = map_imagery.day_picture()
    assert found is None or found.name == "bmng.jpg"


def test_the_view_of_the_corner_is_kept_with_the_maps(panel: GroundTrack) -> None:
    panel.zone.zoom(2.0)
    state = panel.view_state()
    panel.restore_view({})
    assert panel.zone.view_state() == {}
    panel.restore_view(state)
    assert panel.view_state() == state and panel.zone.view_state() == state["corner"]


def test_a_large_map_is_drawn_roughly_while_it_moves_and_wholly_when_it_rests(qtbot: QtBot) -> None:
    panel = GroundTrack(Style())
    qtbot.addWidget(panel)
    panel.resize(1800, 1000)
    panel.load(MISSION, FLIGHT)
    panel.show_frame(frame_at(MISSION, FLIGHT, 5000.0))
    panel.zoom(2.0)
    qtbot.waitUntil(lambda: not panel.moving)
    rested = picture(panel, 1800, 1000)
    QTest.mousePress(panel, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(900, 500))
    for x in (960, 900):
        here, held = QPointF(x, 500), Qt.MouseButton.LeftButton
        event = QMouseEvent(QEvent.Type.MouseMove, here, here, held, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(panel, event)
        moved = picture(panel, 1800, 1000)
    assert panel.moving
    assert not np.array_equal(moved, rested)
    qtbot.waitUntil(lambda: not panel.moving)
    assert np.array_equal(picture(panel, 1800, 1000), rested)


def test_while_it_is_resized_the_map_is_stretched_and_then_drawn_anew(panel: GroundTrack, qtbot: QtBot) -> None:
    panel.show()
    panel.grab()
    panel.resize(900, 600)
    hurried = panel.grab().toImage()
    qtbot.waitUntil(lambda: panel.grab().toImage() != hurried)
    panel.resize(1000, 640)
    hurried = panel.grab().toImage()
    panel.rest()
    rested = panel.grab().toImage()
    assert rested != hurried
    panel.restyle(panel.look)
    assert panel.grab().toImage() == rested
