"""The proximity panel as a widget: drawn, moved, asked."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_gui.domain.frame import frame_at
from mission_gui.missionfile import find_mission, read_mission
from mission_gui.panels.map_labels import around, covered, nearest, overlap, within
from mission_gui.panels.proximity import Proximity
from mission_gui.panels.proximity_view import Plane
from mission_gui.panels.record import Record, Shape, Words
from mission_gui.physics.propagate import preliminary, propagate
from mission_gui.theme import DARK, LIGHT, THEMES, Style
from tests import canned, ms19
from tests.panels.lettering import written
from tests.panels.pictures import near
from tests.panels.pictures import picture as pixels

MISSION = ms19.mission()
MOMENTS = (-600.0, 10.0, 300.0, 720.0, 1260.0, 1390.0, 4980.0, 11600.0, 13000.0)
SIZES = ((380, 260), (620, 420), (960, 700), (1920, 1600))
DARK_AMBER = Style(DARK).color("soyuz")
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def panel(qtbot: QtBot) -> Proximity:
    return made(qtbot, Style())


def made(qtbot: QtBot, style: Style, width: int = 960, height: int = 700) -> Proximity:
    made = Proximity(style)
    qtbot.addWidget(made)
    made.resize(width, height)
    made.load(MISSION, ms19.trajectory())
    show(made, 720.0)
    return made


def show(panel: Proximity, t: float) -> None:
    panel.show_frame(frame_at(MISSION, ms19.trajectory(), t))


def on_panel(panel: Proximity, x: float, y: float) -> QPoint:
    """A pixel of the plots as one of the panel."""
    return (QPointF(x, y) + panel.content().topLeft()).toPoint()


def on_path(panel: Proximity, t: float) -> QPoint:
    return on_panel(panel, *panel.layers(1.0).trails[0].place(t))


@pytest.mark.parametrize("t", MOMENTS[::3])
def test_what_was_shown_before_leaves_no_trace(panel: Proximity, qtbot: QtBot, t: float) -> None:
    for earlier in (*MOMENTS, t):
        show(panel, earlier)
        seen = pixels(panel, 960, 700)
    fresh = made(qtbot, Style())
    show(fresh, t)
    assert np.array_equal(pixels(fresh, 960, 700), seen)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("t", MOMENTS)
def test_nothing_written_covers_anything_else(qtbot: QtBot, size: tuple[int, int], t: float) -> None:
    panel = made(qtbot, Style(DARK, 10.0 if size[0] < 500 else 13.0), *size)
    show(panel, t)
    layers = panel.layers(1.0)
    main = layers.planes[0]
    for one, other in combinations(layers.taken, 2):
        assert not overlap(one, other)
    for caption in layers.captions:
        assert within(caption.place.box, (0.0, 0.0, main.width, main.height))


@pytest.mark.parametrize("size", [(1220, 690), (1000, 600), (620, 420)])
@pytest.mark.parametrize("t", [1200.0, 2300.0])
def test_no_name_stands_on_the_line_from_another_to_its_mark(qtbot: QtBot, size: tuple[int, int], t: float) -> None:
    mission = read_mission(find_mission("soyuz-ms-08"))  # twenty burns, three of them close together
    panel = Proximity(Style())
    qtbot.addWidget(panel)
    panel.resize(*size)
    flight = preliminary(mission)
    panel.load(mission, flight)
    panel.show_frame(frame_at(mission, flight, t))
    captions = panel.layers(1.0).captions
    for caption in captions:
        line = np.linspace((caption.x, caption.y), nearest(caption.place.box, caption.x, caption.y), 30)
        others = [other for other in captions if other is not caption]
        assert not any(covered(other.place.box, line) for other in others if caption.place.leader), caption.text


def test_the_readings_stand_where_there_is_room(qtbot: QtBot) -> None:
    assert made(qtbot, Style(), 380, 260).layers(1.0).readout is None
    assert made(qtbot, Style(), 960, 700).layers(1.0).readout is not None


def test_what_is_flown_is_solid_and_what_is_to_come_is_dotted(panel: Proximity) -> None:
    amber = [np.count_nonzero(near(pixels(panel, 960, 700), Style().color("soyuz"), 40))]
    for t in (1000.0, 1370.0):
        show(panel, t)
        amber.append(np.count_nonzero(near(pixels(panel, 960, 700), Style().color("soyuz"), 40)))
    assert amber == sorted(amber) and amber[-1] > amber[0] + 300


def test_the_ship_is_where_the_flight_has_it(panel: Proximity) -> None:
    for t in (30.0, 720.0, 1260.0):
        show(panel, t)
        place = frame_at(MISSION, ms19.trajectory(), t).values
        for plane, bar in zip(panel.planes(), ("v_bar", "h_bar"), strict=True):
            found = lit(panel, plane, place[bar], place["r_bar"])
            assert found, (t, bar)


def lit(panel: Proximity, plane: Plane, across: float, down: float) -> bool:
    """Whether the amber of the ship is at a place of a plot."""
    x, y = plane.xy((across, across, down))
    at = on_panel(panel, x, y)
    patch = pixels(panel, 960, 700)[at.y() - 3 : at.y() + 4, at.x() - 3 : at.x() + 4]
    return bool(near(patch, panel.look.color("soyuz"), 10).mean() > 0.8)


def test_a_click_on_the_path_seeks(panel: Proximity, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.sought) as caught:
        QTest.mouseClick(panel, LEFT, NONE, on_path(panel, 1100.0))
    assert caught.args is not None
    assert caught.args[0] == pytest.approx(1100.0, abs=6.0)


def test_a_click_beside_the_path_seeks_nothing(panel: Proximity, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.sought):
        QTest.mouseClick(panel, LEFT, NONE, on_panel(panel, 650.0, 480.0))


def test_the_wheel_takes_the_view_over_and_a_double_click_gives_it_back(panel: Proximity) -> None:
    automatic, at = panel.camera, on_panel(panel, 500.0, 200.0)
    place = panel.planes()[0].at(500.0, 200.0)
    wheel(panel, at, 240)
    assert not panel.follows
    assert panel.camera.reach < automatic.reach
    assert panel.planes()[0].at(500.0, 200.0) == pytest.approx(place, abs=1.0)
    show(panel, 5000.0)
    assert panel.camera.reach < automatic.reach
    QTest.mouseDClick(panel, LEFT, NONE, at)
    assert panel.follows
    show(panel, 720.0)
    assert panel.camera == automatic


def wheel(panel: Proximity, at: QPoint, turned: int) -> None:
    nothing, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    here = QPointF(at)
    QApplication.sendEvent(
        panel, QWheelEvent(here, panel.mapToGlobal(here), QPoint(), QPoint(0, turned), nothing, NONE, phase, False)
    )


def test_a_drag_moves_the_view(panel: Proximity, qtbot: QtBot) -> None:
    before, start = panel.camera, QPoint(500, 300)
    with qtbot.assertNotEmitted(panel.sought):
        QTest.mousePress(panel, LEFT, NONE, start)
        moved = QPointF(start + QPoint(100, 40))
        move = QEvent.Type.MouseMove
        QApplication.sendEvent(panel, QMouseEvent(move, moved, panel.mapToGlobal(moved), LEFT, LEFT, NONE))
        QTest.mouseRelease(panel, LEFT, NONE, start + QPoint(100, 40))
    scale = panel.planes()[0].scale
    assert panel.camera.v == pytest.approx(before.v - 100 / scale)
    assert panel.camera.r == pytest.approx(before.r - 40 / scale)


def test_keys_and_buttons_do_what_the_wheel_does(panel: Proximity) -> None:
    automatic = panel.camera
    QTest.keyClick(panel, Qt.Key.Key_Plus)
    nearer = panel.camera
    assert nearer.reach < automatic.reach
    QTest.keyClick(panel, Qt.Key.Key_Minus)
    assert panel.camera.reach == pytest.approx(automatic.reach)
    QTest.keyClick(panel, Qt.Key.Key_0)
    assert panel.buttons.auto.isChecked()
    panel.buttons.nearer.click()
    assert panel.camera == nearer
    assert not panel.buttons.auto.isChecked()
    panel.buttons.auto.click()
    assert panel.camera == automatic
    assert panel.buttons.auto.isChecked()


def test_controls_have_names_for_a_screen_reader(panel: Proximity) -> None:
    names = [button.accessibleName() for button in (panel.buttons.farther, panel.buttons.nearer, panel.buttons.auto)]
    assert names == ["Farther", "Nearer", "Automatic view"]
    assert panel.accessibleName() == "Proximity"
    assert panel.accessibleDescription().startswith("Soyuz MS-19 is 151 m from the centre of the ISS")


def test_a_hover_tells_what_is_under_the_pointer(panel: Proximity) -> None:
    layers = panel.layers(1.0)
    assert panel.tip_at(QPointF(on_path(panel, 1110.0))).startswith("07:39:3")
    placed = next(p for p in layers.marks if p.mark.name.en == "Out to 230 m")
    assert panel.tip_at(QPointF(on_panel(panel, placed.x, placed.y))).startswith("Out to 230 m, 07:31:03 UTC")
    nauka = next(solid for solid in layers.flight.station.solids if solid.part.id == "prichal")
    x, y = layers.planes[0].xy(nauka.corners.mean(axis=1).tolist())
    assert panel.tip_at(QPointF(on_panel(panel, x, y))).startswith("Prichal")
    edge = layers.planes[0].xy((200.0, 0.0, 0.0))
    assert panel.tip_at(QPointF(on_panel(panel, *edge))).startswith("keep-out sphere, 200 m")
    assert panel.tip_at(QPointF(on_panel(panel, 650.0, 560.0))) == ""


def test_after_the_burn_there_is_a_word_instead_of_a_ship(panel: Proximity) -> None:
    written = []
    for t in (11800.0, 13000.0):
        show(panel, t)
        written.append(near(pixels(panel, 960, 700)[60:], Style().color("text"), 40).sum())
    assert "Proximity operations are over" in panel.accessibleDescription()
    assert panel.heading == "Proximity · over"
    # Both times there is text on the buttons and, before, in the readings; the words are larger.
    assert written[1] > 300
    x, y = panel.planes()[0].xy(panel.layers(1.0).flight.path.at(13000.0))
    at = on_panel(panel, x, y)
    assert not near(pixels(panel, 960, 700)[at.y() - 2 : at.y() + 3, at.x() - 2 : at.x() + 3], DARK_AMBER, 10).all()


def departing(qtbot: QtBot, name: str, event: str, later: float) -> Proximity:
    """The panel of a mission in a small window, so many seconds after an event."""
    mission = read_mission(find_mission(name))
    flight = propagate(mission, lambda _fraction, _phase: None)
    at = next(event_.time for event_ in flight.events if event_.id == event)
    assert at is not None
    panel = Proximity(Style(DARK, 10.0))
    qtbot.addWidget(panel)
    panel.dock()
    panel.resize(742, 417)
    panel.load(mission, flight)
    panel.show_frame(frame_at(mission, flight, mission.seconds(at) + later))
    return panel


@pytest.mark.parametrize("name", ["soyuz-ms-22", "soyuz-tma-1", "soyuz-ms-08"])
def test_the_word_that_it_is_over_covers_no_other(qtbot: QtBot, name: str) -> None:
    panel = departing(qtbot, name, "burn_end", 2.0)
    told = {text.text: text.ink for text in written(panel)}
    own = [text for text in told if text.startswith(("Proximity operations", "Deorbit burn ended", "Range to the ISS"))]
    card = told[own[0]].united(told[own[1]]).united(told[own[2]]).adjusted(-10, -6, 10, 6)
    assert len(own) == 3
    assert [text for text, ink in told.items() if text not in own and ink.intersects(card)] == []


@pytest.mark.parametrize("wide", [716, 748])
def test_no_line_of_the_grid_runs_over_a_length_beside_it(qtbot: QtBot, wide: int) -> None:
    panel = departing(qtbot, "soyuz-tma-1", "hatch_closed", -60.0)
    panel.resize(wide, 417)
    record = Record(panel.width(), panel.height())
    panel.render(record)
    words = [(place, mark) for place, mark in enumerate(record.marks) if isinstance(mark, Words)]
    starts = {place: mark.ink.transform.map(mark.at) for place, mark in words}
    lengths = {mark.text: place for place, mark in words if mark.text.endswith(" m") and starts[place].x() < 14}
    assert {"−40 m", "−20 m"} <= set(lengths)
    for text, place in lengths.items():
        later = (mark for mark in record.marks[place:] if isinstance(mark, Shape))
        lines = (line.ink.transform.map(line.path).boundingRect() for line in later)
        upright = [line.left() for line in lines if line.width() < 1 and line.height() > 100]
        assert not any(starts[place].x() < x < starts[place].x() + 26 for x in upright), text


def test_the_ship_never_lies_on_the_name_of_an_axis(qtbot: QtBot) -> None:
    panel = departing(qtbot, "soyuz-tma-1", "undocking", 5787.0)
    assert panel.flight is not None
    ship = around(*panel.planes()[0].xy(panel.flight.path.at(5787.0)), 7.0)
    name = next(text for text in written(panel) if text.text.startswith("V-bar, ahead"))
    assert not name.ink.intersects(QRectF(QPointF(*ship[:2]), QPointF(*ship[2:])))


def test_a_mission_without_its_descent_never_says_that_it_is_over(qtbot: QtBot) -> None:
    panel = Proximity(Style())
    qtbot.addWidget(panel)
    mission, flight = canned.mission(), replace(canned.trajectory(), solution=None)
    panel.load(mission, flight)
    panel.show_frame(frame_at(mission, flight, 20000.0))
    assert "over" not in panel.accessibleDescription()


@pytest.mark.parametrize("name", THEMES)
def test_each_theme_is_drawn_in_its_own_colours(panel: Proximity, name: str) -> None:
    panel.restyle(Style(THEMES[name]))
    seen = pixels(panel, 960, 700)
    assert near(seen, Style(THEMES[name]).color("ocean"), 3).mean() > 0.5
    assert near(seen, Style(THEMES[name]).color("soyuz"), 12).sum() > 200


def test_another_theme_and_back_is_the_same_picture(panel: Proximity) -> None:
    before = pixels(panel, 960, 700)
    panel.restyle(Style(LIGHT))
    pixels(panel, 960, 700)
    panel.restyle(Style())
    assert np.array_equal(pixels(panel, 960, 700), before)


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_a_picture_of_higher_resolution_is_sharper(panel: Proximity, scale: float) -> None:
    plain, fine = (pixels(panel, 960, 700, scale=s)[:, :, 0].astype(int) for s in (1.0, scale))
    steps = [np.count_nonzero(np.abs(np.diff(p, axis=1)) > 24) for p in (plain, fine)]
    assert fine.shape[1] == round(960 * scale)
    assert steps[1] > 1.1 * steps[0]


def test_in_a_dock_the_plots_take_the_place_of_the_heading(panel: Proximity) -> None:
    before = panel.planes()[0].height
    panel.dock()
    assert panel.planes()[0].height == pytest.approx(before + panel.look.px(panel.header_height))
    assert panel.buttons.y() < panel.look.px(panel.header_height)


def test_without_a_flight_the_panel_is_an_empty_plot(qtbot: QtBot) -> None:
    panel = Proximity(Style())
    qtbot.addWidget(panel)
    assert near(pixels(panel, 400, 300), Style().color("ocean"), 3).mean() > 0.7
    assert panel.tip_at(QPointF(200, 200)) == ""
