"""What the proximity plots show of the station's neighbourhood, and when."""

import numpy as np
import pytest

from mission_gui.domain.events import Phase
from mission_gui.panels.proximity_path import Path, path
from mission_gui.panels.proximity_view import LEAST, MOST, REACHES, Camera, Stage, layout, stage_at, stages, step
from tests import ms19


@pytest.fixture(scope="module")
def way() -> Path:
    return path(ms19.trajectory())


def views(way: Path, aspect: float) -> tuple[Stage, ...]:
    return stages(way.t, way.place[0], way.place[2], way.near, aspect)


def test_ahead_is_right_and_the_earth_is_down() -> None:
    main, side = layout(1000, 600, 100).planes(Camera(0.0, 0.0, 300.0))
    middle = main.xy((0.0, 0.0, 0.0))
    assert main.xy((100.0, 0.0, 0.0)) == pytest.approx((middle[0] + 100.0, middle[1]))
    assert main.xy((0.0, 0.0, 100.0)) == pytest.approx((middle[0], middle[1] + 100.0))
    assert side.xy((0.0, 100.0, 0.0))[0] == pytest.approx(side.xy((0.0, 0.0, 0.0))[0] + 100.0)


def test_both_plots_share_scale_and_height() -> None:
    main, side = layout(1000, 600, 100).planes(Camera(50.0, -20.0, 300.0))
    place = (120.0, 5.0, 80.0)
    assert main.scale == side.scale
    assert main.xy(place)[1] == side.xy(place)[1]
    assert main.left + main.width == side.left


def test_a_pixel_is_where_its_place_is() -> None:
    main, _ = layout(1000, 600, 100).planes(Camera(50.0, -20.0, 300.0))
    assert main.at(*main.xy((120.0, 0.0, 80.0))) == pytest.approx((120.0, 80.0))


def test_the_place_under_the_pointer_stays_when_the_view_comes_nearer() -> None:
    size, before = layout(1000, 600, 100), Camera(10.0, 20.0, 300.0)
    at = size.planes(before)[0].at(700.0, 100.0)
    after = before.zoomed(3.0, at)
    assert after.reach == pytest.approx(100.0)
    assert size.planes(after)[0].at(700.0, 100.0) == pytest.approx(at)


def test_the_view_comes_neither_too_near_nor_too_far() -> None:
    assert Camera(0.0, 0.0, 60.0).zoomed(1e9, (0.0, 0.0)).reach == LEAST
    assert Camera(0.0, 0.0, 60.0).zoomed(1e-9, (0.0, 0.0)).reach == MOST


@pytest.mark.parametrize("aspect", [0.8, 1.3, 2.5])
def test_the_ship_is_always_in_the_automatic_view(way: Path, aspect: float) -> None:
    found = views(way, aspect)
    for t, (v, _, r) in zip(way.t.tolist(), way.place.T.tolist(), strict=True):
        camera = stage_at(found, t)
        assert abs(r - camera.r) < camera.reach
        assert abs(v - camera.v) < camera.reach * aspect


@pytest.mark.parametrize("aspect", [0.8, 1.3, 2.5])
def test_the_station_is_always_in_the_automatic_view(way: Path, aspect: float) -> None:
    for stage in views(way, aspect):
        assert abs(stage.camera.r) <= stage.camera.reach - 45.0
        assert abs(stage.camera.v) <= stage.camera.reach * aspect - 45.0


def test_the_automatic_view_grows_in_even_steps(way: Path) -> None:
    reaches = [stage.camera.reach for stage in views(way, 1.3)]
    assert reaches == sorted(reaches)
    assert set(reaches) <= set(REACHES)
    assert reaches[0] == 60.0
    assert len(reaches) < 15


def test_docked_the_station_fills_the_view(way: Path) -> None:
    assert stage_at(views(way, 1.3), -1000.0) == Camera(0.0, 0.0, 60.0)


def test_the_flyaround_is_shown_whole_and_in_one_view(way: Path) -> None:
    span = ms19.trajectory().span(Phase.FLYAROUND)
    assert span is not None
    found = views(way, 1.3)
    seen = {stage_at(found, t) for t in np.arange(span.start + 1, span.end - 1, 5.0).tolist()}
    assert seen == {Camera(0.0, 0.0, 300.0)}


def test_free_flight_ends_with_the_whole_way(way: Path) -> None:
    last = views(way, 1.3)[-1].camera
    assert np.abs(way.place[2] - last.r).max() < last.reach
    assert np.abs(way.place[0] - last.v).max() < last.reach * 1.3
    assert 10e3 < last.reach < 40e3


@pytest.mark.parametrize(("scale", "expected"), [(10.0, 10.0), (1.0, 100.0), (0.4, 200.0), (0.01, 10e3)])
def test_grid_lines_stand_at_one_two_or_five(scale: float, expected: float) -> None:
    assert step(scale, 74.0) == expected


def test_the_small_plot_keeps_its_least_width() -> None:
    assert layout(380, 230, 80.0).side == 80.0
    assert layout(2000, 1200, 80.0).side == 400.0
