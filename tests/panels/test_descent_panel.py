"""The descent panel as it is painted, pointed at and clicked."""

from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from mission_gui.domain.alternatives import NONE, Alternatives
from mission_gui.domain.frame import frame_at
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.domain.whatif import WhatIf
from mission_gui.missionfile import find_mission, read_mission
from mission_gui.panels import descent_plot
from mission_gui.panels.descent_labels import Labels
from mission_gui.panels.descent_panel import DescentPanel
from mission_gui.panels.map_alternatives import OTHER
from mission_gui.panels.map_labels import Box, overlap, within
from mission_gui.physics.propagate import propagate, what_if
from mission_gui.theme import DARK, THEMES, Style
from tests import canned, ms19
from tests.panels.pictures import near, picture

MISSION = ms19.mission()


@cache
def flight() -> Trajectory:
    """MS-19 with an uncertainty, so that the band is drawn."""
    sure = ms19.trajectory()
    return replace(sure, sigma={"altitude": np.full(len(sure.t), 900.0)})


@cache
def other(change: WhatIf) -> Trajectory:
    known = ms19.trajectory().solution
    assert known is not None
    return what_if(MISSION, known, change)


BALLISTIC, LIFT_UP = WhatIf(lift_lost=80e3), WhatIf(bank=-MISSION.descent.bank)
AT = {name: ms19.time_of(name) for name in ("module_separation", "entry_interface", "peak_load", "parachutes")}
LANDED = ms19.time_of("touchdown") + 60


@pytest.fixture
def panel(qtbot: QtBot) -> DescentPanel:
    made = DescentPanel(Style(DARK))
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.load(MISSION, flight())
    return made


def at(panel: DescentPanel, t: float, width: int = 1000, height: int = 640, scale: float = 1.0) -> np.ndarray[Any, Any]:
    assert panel.mission is not None and panel.trajectory is not None
    panel.show_frame(frame_at(panel.mission, panel.trajectory, t))
    return picture(panel, width, height, scale)


def test_the_line_flown_grows_and_the_whole_is_solid_after_landing(panel: DescentPanel) -> None:
    amber = Style(DARK).color("soyuz")
    solid = [int(near(at(panel, t), amber, 8).sum()) for t in (AT["entry_interface"], AT["peak_load"], LANDED)]
    before = int(near(at(panel, AT["module_separation"] - 3000), amber, 8).sum())
    assert before < solid[0] < solid[1] < solid[2]


def test_the_same_moment_is_the_same_picture(panel: DescentPanel) -> None:
    first = at(panel, AT["peak_load"])
    at(panel, LANDED)
    assert np.array_equal(first, at(panel, AT["peak_load"]))


@pytest.mark.parametrize("step", [0.1, 5.0, 200.0])
@pytest.mark.parametrize("start", [AT["module_separation"] - 2.0, AT["peak_load"], AT["parachutes"] - 1.0, LANDED - 61])
def test_all_that_changes_is_painted_anew(panel: DescentPanel, start: float, step: float) -> None:
    before = at(panel, start)
    assert panel._picture is not None
    region = panel._picture.changed(start, start + step)
    after = at(panel, start + step)
    rows, columns = (found.tolist() for found in np.nonzero((before != after).any(axis=2)))
    header = panel.content().top()
    missed = [(x, y) for x, y in zip(columns, rows, strict=True) if y >= header and not region.contains(QPoint(x, y))]
    assert not missed, missed[:5]
    assert len(rows) or step < 1.0  # so soon a figure may not have changed yet


def test_another_flight_is_drawn_beside_and_taken_away(panel: DescentPanel) -> None:
    alone = at(panel, AT["peak_load"])
    panel.show_alternatives(Alternatives(other=other(BALLISTIC)))
    together = at(panel, AT["peak_load"])
    assert panel._picture is not None and panel._picture.drawing is not None
    box = panel._picture.places.plot.toRect()
    inside = np.s_[box.top() : box.bottom(), box.left() : box.right()]
    ink = Style(DARK).color(OTHER)
    assert near(together[inside], ink).sum() > near(alone[inside], ink).sum() + 60
    assert "ballistic" in panel.accessibleDescription()
    panel.show_alternatives(NONE)
    assert np.array_equal(alone, at(panel, AT["peak_load"]))


def test_the_corridor_is_a_band_only_where_its_bounds_are_given(panel: DescentPanel) -> None:
    alone = at(panel, AT["entry_interface"])
    panel.show_alternatives(Alternatives(other=other(BALLISTIC)))
    assert panel.scene is not None and panel.scene.corridor is None
    panel.show_alternatives(Alternatives(other=other(BALLISTIC), lifted=other(LIFT_UP)))
    assert panel.scene.corridor is not None
    panel.show_alternatives(NONE)
    assert np.array_equal(alone, at(panel, AT["entry_interface"]))


def test_another_mission_starts_alone(panel: DescentPanel) -> None:
    panel.show_alternatives(Alternatives(other=other(BALLISTIC)))
    panel.load(canned.mission(), canned.trajectory())
    assert panel.scene is not None and not panel.scene.others and panel.scene.mission.digest == "canned"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[Box]:
    """Where words were painted on the line."""
    found: list[Box] = []

    class Kept(Labels):
        def _write(self, words: str, box: Box, color: str, weight: int) -> None:
            assert not any(overlap(box, taken) for taken in self.taken), f"{words} covers something"
            found.append(box)
            super()._write(words, box, color, weight)

    monkeypatch.setattr(descent_plot, "Labels", Kept)
    return found


@pytest.mark.parametrize("size", [(420, 300), (640, 900), (760, 480), (1280, 720), (1920, 1600)])
@pytest.mark.parametrize("beside", ["nothing", "others", "corridor"])
def test_no_words_cover_others(panel: DescentPanel, written: list[Box], size: tuple[int, int], beside: str) -> None:
    if beside != "nothing":
        lifted = other(LIFT_UP) if beside == "corridor" else None
        changed = other(WhatIf(ignition=20.0))
        panel.show_alternatives(Alternatives(other=other(BALLISTIC), changed=changed, lifted=lifted))
    at(panel, AT["peak_load"], *size)
    assert len(written) >= 4
    assert not any(overlap(a, b) for a, b in combinations(written, 2))
    assert all(within(box, (0, 0, *size)) for box in written)


@cache
def lost_lift() -> tuple[Mission, Trajectory]:
    mission = read_mission(find_mission("soyuz-tma-11"))
    return mission, propagate(mission, lambda _fraction, _phase: None)


def test_a_ballistic_return_says_where_it_lost_its_lift(panel: DescentPanel, written: list[Box]) -> None:
    mission, ballistic = lost_lift()
    panel.load(mission, ballistic)
    assert panel.scene is not None and panel.scene.lost is not None
    assert ballistic.solution is not None
    panel.show_alternatives(Alternatives(other=what_if(mission, ballistic.solution, WhatIf(lift_lost=0.0))))
    at(panel, panel.scene.lost + 30)
    assert "Entry, ballistic" in panel.accessibleDescription()
    assert "guided, 3." in panel.accessibleDescription() and "km beyond" in panel.accessibleDescription()
    assert len(written) >= 5


def point(panel: DescentPanel, event_id: str) -> QPointF:
    """Where an event stands on the line."""
    assert panel._picture is not None and panel._picture.drawing is not None and panel.scene is not None
    mark = panel.scene.mark(event_id)
    assert mark is not None
    axes = panel._picture.drawing.axes
    return QPointF(axes.x_of(mark.going), axes.y_of(mark.altitude))


def test_a_click_on_an_event_seeks_it_exactly(panel: DescentPanel, qtbot: QtBot) -> None:
    at(panel, LANDED)
    with qtbot.waitSignal(panel.sought) as sought:
        QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=point(panel, "entry_interface").toPoint())
    assert sought.args == [AT["entry_interface"]]


def test_a_click_on_the_line_seeks_the_moment_there(panel: DescentPanel, qtbot: QtBot) -> None:
    at(panel, LANDED)
    assert panel._picture is not None and panel._picture.drawing is not None
    t = AT["entry_interface"] + 60.0
    for line in (panel._picture.drawing.own, panel._picture.drawing.strips[1][1]):
        with qtbot.waitSignal(panel.sought) as sought:
            QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=line.at(t).toPoint())
        assert sought.args is not None and sought.args[0] == pytest.approx(t, abs=3.0)


def test_a_click_on_a_picture_of_the_sequence_seeks_its_beginning(panel: DescentPanel, qtbot: QtBot) -> None:
    at(panel, LANDED)
    assert panel._picture is not None
    for cell, t in zip(panel._picture.places.sequence, panel._picture.sequence.times, strict=True):
        with qtbot.waitSignal(panel.sought) as sought:
            QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=cell.center().toPoint())
        assert sought.args == [t]


@pytest.mark.parametrize("size", [(740, 400), (1220, 690)])
@pytest.mark.parametrize("seconds", range(0, 100, 9))
def test_the_altitude_of_the_ship_strikes_no_words_out(
    panel: DescentPanel, size: tuple[int, int], seconds: int
) -> None:
    at(panel, AT["module_separation"] + seconds, *size)
    drawn = panel._picture
    assert drawn is not None and drawn.drawing is not None
    here = drawn.drawing.own.at(AT["module_separation"] + seconds)
    told = [box for box in drawn._told if box.top() < here.y() < box.bottom()]
    pieces = drawn._level(drawn.drawing, here)
    assert told and pieces[0].x1() == here.x()
    assert all(piece.x1() <= piece.x2() for piece in pieces)
    assert not any(piece.x1() < box.right() and piece.x2() > box.left() for box in told for piece in pieces)


def test_a_click_far_from_everything_seeks_nothing(panel: DescentPanel) -> None:
    at(panel, LANDED)
    for place in (QPointF(500, 10), QPointF(120, 500), QPointF(60, 50)):
        assert panel.moment_at(place) is None, place


def test_the_pointer_is_told_the_moment_and_leaves_no_trace(
    panel: DescentPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: told.append(text))
    panel.show()
    plain = at(panel, LANDED)
    place = point(panel, "peak_load")
    QTest.mouseMove(panel, place.toPoint() + QPoint(40, -40))
    QTest.mouseMove(panel, place.toPoint())
    qtbot.waitUntil(lambda: panel._hovered is not None)
    assert panel._hovered is not None and panel._hovered[1] is not None
    assert panel._hovered[1].event.id == "peak_load" and "Peak load" in told[-1]
    pointed = picture(panel, 1000, 640)
    around = QRect(place.toPoint() - QPoint(12, 12), place.toPoint() + QPoint(12, 12))
    assert not np.array_equal(plain[around.top() : around.bottom()], pointed[around.top() : around.bottom()])
    panel._hover(None)
    assert np.array_equal(plain, picture(panel, 1000, 640))


def test_the_present_state_of_the_sequence_is_lit(panel: DescentPanel) -> None:
    at(panel, AT["parachutes"] + 5)
    assert panel._picture is not None
    assert panel._picture.sequence.states(AT["parachutes"] + 5) == ("passed", "now", *["coming"] * 5)
    assert panel._picture.sequence.states(AT["parachutes"] - 5) == ("coming",) * 7
    lit = near(at(panel, LANDED), Style(DARK).color("soyuz"), 8)
    cells = [cell.toRect() for cell in panel._picture.places.sequence]
    counts = [int(lit[c.top() : c.bottom(), c.left() : c.right()].sum()) for c in cells]
    assert counts[-1] > 50 and not any(counts[:-1])


def test_in_a_dock_the_bar_is_told_the_note(panel: DescentPanel, qtbot: QtBot) -> None:
    panel.dock()
    with qtbot.waitSignal(panel.told):
        panel.show_frame(frame_at(MISSION, flight(), AT["peak_load"]))
    assert "km to go · bank" in panel.note
    picture(panel, 1000, 640)
    assert panel._picture is not None and panel._picture.area.top() <= 4, "the heading's room is used"
    assert "Peak load" in panel.tip_at(point(panel, "peak_load"))


def test_a_descent_not_computed_shows_no_line_but_says_so(panel: DescentPanel) -> None:
    short = canned.trajectory(complete=False)
    panel.load(canned.mission(), short)
    seen = at(panel, 5000.0)
    assert panel.scene is None
    assert panel.accessibleDescription().startswith("Descent. The descent is not computed yet.")
    assert near(seen, Style(DARK).color("soyuz"), 8).sum() == 0
    assert panel.moment_at(QPointF(500, 300)) is None


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: str(theme.name))
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_it_is_painted_in_every_theme_and_at_every_pixel_ratio(qtbot: QtBot, theme: Any, scale: float) -> None:
    made = DescentPanel(Style(theme))
    qtbot.addWidget(made)
    made.load(MISSION, flight())
    made.show_alternatives(Alternatives(other=other(BALLISTIC)))
    seen = at(made, AT["peak_load"], 900, 560, scale)
    assert seen.shape[:2] == (round(560 * scale), round(900 * scale))
    look = Style(theme)
    for name in ("soyuz", "burn", "text", "second"):
        assert near(seen, look.color(name), 30).sum() > 40 * scale, name
    surface = near(seen, look.color("panel"), 2)
    assert 0.5 < surface.mean() < 0.97


def test_another_theme_draws_everything_again(panel: DescentPanel) -> None:
    dark = at(panel, AT["peak_load"])
    panel.restyle(Style(THEMES["light"]))
    light = at(panel, AT["peak_load"])
    assert dark[:, :, :3].mean() < 60 < 200 < light[:, :, :3].mean()
    panel.restyle(Style(DARK))
    assert np.array_equal(dark, at(panel, AT["peak_load"]))


def test_while_its_size_changes_the_last_picture_is_stretched_and_then_drawn_anew(
    qtbot: QtBot, panel: DescentPanel
) -> None:
    assert panel.mission is not None and panel.trajectory is not None
    panel.show_frame(frame_at(panel.mission, panel.trajectory, AT["peak_load"]))
    panel.show()
    panel.grab()
    drawn = panel._picture
    panel.resize(900, 560)
    panel.restyle(Style(DARK, 14.0))
    hurried = panel.grab().toImage()
    assert panel._picture is drawn
    panel.show_frame(frame_at(panel.mission, panel.trajectory, AT["parachutes"]))
    moved = panel.grab().toImage()
    assert panel._picture is drawn and moved != hurried
    qtbot.waitUntil(lambda: panel.grab().toImage() != moved)
    rested = panel.grab().toImage()
    panel._picture = None
    assert panel.grab().toImage() == rested


def test_a_picture_taken_while_the_size_changes_is_sharp_after_a_rest(panel: DescentPanel) -> None:
    panel.show()
    panel.grab()
    panel.resize(900, 560)
    hurried = panel.grab().toImage()
    panel.rest()
    assert panel.grab().toImage() != hurried
