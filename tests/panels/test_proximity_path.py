"""The path past the station and what is marked on it."""

from dataclasses import replace
from math import inf, isinf, pi

import numpy as np
import pytest

from mission_gui.domain.facts import Kind, Provenance, Text
from mission_gui.domain.mission import Attitude
from mission_gui.panels.proximity_marks import placed_marks
from mission_gui.panels.proximity_path import Mark, MarkKind, Path, marks, path
from mission_gui.panels.proximity_station import hull, iss_outline, station
from mission_gui.panels.proximity_trail import Trail
from mission_gui.panels.proximity_view import Camera, layout
from mission_gui.theme import Style
from tests import canned, ms19


@pytest.fixture(scope="module")
def way() -> Path:
    return path(ms19.trajectory())


@pytest.fixture(scope="module")
def found(way: Path) -> tuple[Mark, ...]:
    return marks(ms19.mission(), ms19.trajectory(), way)


def trail(way: Path, reach: float, style: Style | None = None) -> Trail:
    return Trail(way, layout(960, 660, 100).planes(Camera(0.0, 0.0, reach))[0], style or Style())


def test_the_path_leads_from_the_port_to_the_end_of_the_deorbit_burn(way: Path) -> None:
    assert way.at(-500.0) == pytest.approx(ms19.mission().departure.port_position, abs=0.01)
    assert way.over == pytest.approx(ms19.time_of("burn_end"), abs=1e-3)
    assert way.t[-1] == pytest.approx(way.over, abs=1e-3)


def test_the_deorbit_burn_is_drawn_from_its_ignition_on(way: Path) -> None:
    assert way.told_at(way.ignition - 1) == way.ignition
    assert way.told_at(way.ignition) == way.over
    assert way.until(way.ignition).t[-1] <= way.ignition


def test_without_a_solved_descent_nothing_is_over() -> None:
    short = path(replace(canned.trajectory(), solution=None))
    assert isinf(short.over)
    assert short.told_at(0.0) == inf


def test_every_burn_is_marked_with_its_own_change_of_velocity(found: tuple[Mark, ...]) -> None:
    flown = {burn.start: burn.delta_v for burn in ms19.trajectory().burns}
    marked = {mark.t: mark.change for mark in found if mark.kind is not MarkKind.EVENT}
    assert marked == flown


def test_the_hover_is_a_hold_point_about_70_m_from_its_port(way: Path, found: tuple[Mark, ...]) -> None:
    (hold,) = (mark for mark in found if mark.kind is MarkKind.HOLD)
    port = ms19.mission().departure.port_position
    # hovered at 70 m (kosmosnews.fr, 21 April 2022)
    assert np.linalg.norm(np.subtract(hold.place, port)) == pytest.approx(70.0, abs=5.0)


def test_an_event_that_is_a_burn_is_not_marked_twice(found: tuple[Mark, ...]) -> None:
    names = [mark.name.en for mark in found if mark.kind is MarkKind.EVENT]
    assert names == ["Photographs end", "Burn end"]


def test_the_largest_burn_comes_first(found: tuple[Mark, ...]) -> None:
    assert found[0].name.en == "Deorbit burn"
    assert found[1].name.en == "Separation burn"


def test_arrows_point_the_way_the_ship_is_pushed(found: tuple[Mark, ...]) -> None:
    plane = layout(960, 660, 100).planes(Camera(0.0, 0.0, 300.0))[0]
    drawn = station(iss_outline(), ms19.mission())
    placed = {p.mark.name.en: p for p in placed_marks(Style(), plane, found, drawn)}
    separation = placed["Separation burn"]
    assert separation.tip[0] < separation.x - 10 and separation.tip[1] < separation.y - 10
    away = placed["Out to 230 m"]
    assert away.x - 8 < away.tip[0] < away.x and away.tip[1] > away.y + 10


def test_a_hold_point_is_marked_beside_the_burn_that_leaves_it(found: tuple[Mark, ...]) -> None:
    plane = layout(800, 600, 100).planes(Camera(0.0, 0.0, 300.0))[0]
    placed = {p.mark.name.en: p for p in placed_marks(Style(), plane, found, station(iss_outline(), ms19.mission()))}
    hold, burn = placed["Hover, U-turn"], placed["Out to 230 m"]
    assert hold.mark.kind is MarkKind.HOLD and 6.5 < np.hypot(hold.x - burn.x, hold.y - burn.y) < 13


def test_marks_that_would_cover_the_sign_of_the_station_are_left_out(found: tuple[Mark, ...]) -> None:
    plane = layout(960, 660, 100).planes(Camera(10e3, 0.0, 20e3))[0]
    placed = placed_marks(Style(), plane, found, station(iss_outline(), ms19.mission()))
    assert [p.mark.name.en for p in placed] == ["Deorbit burn", "Burn end"]


def test_the_station_hangs_on_the_port_from_which_the_ship_leaves() -> None:
    drawn = station(iss_outline(), ms19.mission())
    rassvet = next(solid for solid in drawn.solids if solid.part.id == "rassvet")
    assert rassvet.corners.max(axis=1)[2] == pytest.approx(drawn.port[2])
    assert rassvet.corners.mean(axis=1)[0] == pytest.approx(drawn.port[0])


def test_a_turned_station_is_drawn_turned() -> None:
    nose_down = Attitude(-pi / 2, 0.0, 0.0, Provenance(Kind.ASSUMED, Text("a test")))
    departure = replace(ms19.mission().departure, attitude=nose_down)
    missions = (ms19.mission(), replace(ms19.mission(), departure=departure))
    level, turned = (station(iss_outline(), mission) for mission in missions)
    spans = [np.ptp(np.concatenate([s.corners for s in drawn.solids], axis=1), axis=1) for drawn in (level, turned)]
    assert spans[1][2] == pytest.approx(spans[0][0])
    assert spans[1][0] == pytest.approx(spans[0][2])


def test_the_station_of_the_day_is_drawn() -> None:
    names = {solid.part.id for solid in station(iss_outline(), ms19.mission()).solids}
    assert "prichal" in names and "pirs" not in names


def test_the_outline_of_a_box_leaves_inner_corners_out() -> None:
    square = np.array([(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (1.0, 1.0), (1.0, 0.0)])
    assert {tuple(point) for point in hull(square).tolist()} == {(0, 0), (2, 0), (2, 2), (0, 2)}


@pytest.mark.parametrize("reach", [60.0, 300.0, 20e3])
def test_the_moment_under_a_pixel_of_the_path_is_the_one_drawn_there(way: Path, reach: float) -> None:
    drawn = trail(way, reach)
    for t in (45.0, 260.0, 700.0, 1100.0, 9000.0):
        x, y = drawn.place(t)
        if not drawn.plane.shows(x, y):
            continue
        nearest = drawn.nearest(x, y, 1.0)
        assert nearest is not None
        assert drawn.place(nearest) == pytest.approx((x, y), abs=1.0)


def test_a_pixel_far_from_the_path_has_no_moment(way: Path) -> None:
    assert trail(way, 300.0).nearest(900.0, 600.0, 8.0) is None


def test_a_stretch_holds_its_moment_and_is_short(way: Path) -> None:
    drawn = trail(way, 300.0)
    for t in np.linspace(1.0, 1370.0, 50).tolist():
        start, end = drawn.chunk(t)
        assert start <= t <= end
        assert np.hypot(*np.subtract(drawn.place(start), drawn.place(t))) < 200


def test_dots_stay_where_they_are_as_time_goes_on(way: Path) -> None:
    short, whole = trail(way.until(way.ignition), 300.0), trail(way, 300.0)
    count = len(short.points())
    assert count > 100
    assert short.points() == pytest.approx(whole.points()[:count])


def test_only_what_the_main_plot_shows_is_drawn_on_the_small_one(way: Path) -> None:
    main, side = layout(960, 660, 100).planes(Camera(0.0, 0.0, 60.0))
    beside, alone = Trail(way, side, Style(), main), Trail(way, side, Style())
    assert len(beside.points()) < len(alone.points())
