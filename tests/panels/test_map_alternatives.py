"""What else might have been, on the map and on the landing-zone chart."""

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mission_gui.domain.alternatives import NONE, Alternatives
from mission_gui.domain.frame import frame_at
from mission_gui.domain.whatif import WhatIf
from mission_gui.panels.ground_track import GroundTrack
from mission_gui.panels.landing_zone import LandingZone
from mission_gui.panels.map_alternatives import branches, in_view, parted
from mission_gui.panels.map_captions import ends
from mission_gui.panels.map_flight import beside, prepare
from mission_gui.panels.map_view import View
from mission_gui.panels.zone_alternatives import told
from mission_gui.panels.zone_chart import Chart
from mission_gui.physics.propagate import what_if
from mission_gui.theme import DARK, Style
from tests import ms19
from tests.panels.pictures import near, picture

NEAR = View(900, 600, 66.0, 46.0, 60.0, 1.35)


def changed() -> Alternatives:
    solution = ms19.trajectory().solution
    assert solution is not None
    wish = WhatIf(ignition=30.0)
    return replace(ms19.alternatives(), question=wish, changed=what_if(ms19.mission(), solution, wish))


def test_a_branch_begins_where_it_leaves_the_flight() -> None:
    flight = prepare(ms19.mission(), ms19.trajectory())
    other = ms19.alternatives().other
    assert other is not None
    way = parted(flight.ship, other)
    entry = flight.ship.at(ms19.time_of("entry_interface"))
    # Lift is lost at the entry interface: before it both ways are one.
    assert np.hypot(*(way[0] - entry)) < 10.0
    assert way[0, 0] > entry[0]
    assert way[-1, 0] == pytest.approx(np.degrees(other.channels["longitude"][-1]), abs=1e-3)


def test_a_flight_that_never_leaves_has_no_way_of_its_own() -> None:
    flight = prepare(ms19.mission(), ms19.trajectory())
    assert len(parted(flight.ship, ms19.trajectory())) == 1


def test_the_what_if_is_a_branch_of_its_own() -> None:
    flight = prepare(ms19.mission(), ms19.trajectory())
    assert [branch.name for branch in branches(flight.ship, changed())] == ["Ballistic", "All lift up", "What if"]
    assert branches(flight.ship, NONE) == ()


def test_the_ends_are_named_only_close_in() -> None:
    flight = beside(prepare(ms19.mission(), ms19.trajectory()), changed())
    named = {text for _, _, text, _ in ends(flight, NEAR)}
    assert {"Ballistic", "What if"} <= named
    assert ends(flight, replace(NEAR, scale=4.0)) == []
    wider = {text for _, _, text, _ in ends(flight, replace(NEAR, scale=20.0))}
    assert {"Orbital module, 60 km", "Service module, 60 km"} <= wider


@pytest.mark.parametrize("turns", [-720.0, -360.0, 0.0, 360.0])
def test_a_line_is_moved_to_where_the_map_shows_it(turns: float) -> None:
    line = np.array([[60.0 + turns, 40.0], [70.0 + turns, 47.0]])
    assert in_view(NEAR, line)[-1, 0] == pytest.approx(70.0)


def test_the_zone_points_to_a_landing_beyond_its_rim() -> None:
    chart = Chart(69.6, 47.37, 400, 300, 115e3)
    flight = beside(prepare(ms19.mission(), ms19.trajectory()), changed())
    assert told(chart, flight.branches[0]) == "Ballistic, 496 km"


def test_the_zone_draws_the_scatter_and_drops_it_with_the_next_mission(qtbot: QtBot) -> None:
    zone = LandingZone(Style())
    qtbot.addWidget(zone)
    zone.load(ms19.mission(), ms19.trajectory())
    zone.show_frame(frame_at(ms19.mission(), ms19.trajectory(), 0.0))
    before = picture(zone, 420, 340)
    zone.show_alternatives(ms19.alternatives())
    after = picture(zone, 420, 340)
    edge = near(after, DARK_SOYUZ) & ~near(before, DARK_SOYUZ)
    assert edge.sum() > 20
    zone.load(ms19.mission(), ms19.trajectory())
    zone.show_frame(frame_at(ms19.mission(), ms19.trajectory(), 0.0))
    assert np.array_equal(picture(zone, 420, 340), before)


DARK_SOYUZ = Style(DARK).color("soyuz")


def test_the_map_draws_the_what_if(qtbot: QtBot) -> None:
    ground = GroundTrack(Style())
    qtbot.addWidget(ground)
    ground.load(ms19.mission(), ms19.trajectory())
    ground.resize(900, 640)
    ground._set_view(NEAR.resized(898, 608))
    ground.show_frame(frame_at(ms19.mission(), ms19.trajectory(), ms19.time_of("peak_load")))
    ground.zone.hide()
    before = near(picture(ground, 900, 640), Style(DARK).color("caution"), 40).sum()
    ground.show_alternatives(changed())
    after = near(picture(ground, 900, 640), Style(DARK).color("caution"), 40).sum()
    assert after > before + 40
