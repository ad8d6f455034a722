"""Lines on the sphere, cut and laid flat."""

from math import pi, radians

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mission_gui.panels.map_lines import (
    EARTH_RADIUS,
    arc_length,
    azimuthal,
    between,
    cap,
    circle,
    great_circle,
    horizon_radius,
    needed,
    pieces,
)

WALK = arrays(np.float64, st.integers(2, 40), elements=st.floats(-170, 170, width=32))
LATITUDE = arrays(np.float64, 40, elements=st.floats(-90, 90, width=32))


def strayed(points: np.ndarray, kept: np.ndarray) -> float:
    """How far the points are at most from the line through those that are kept."""
    worst = 0.0
    stays = np.flatnonzero(kept).tolist()
    for first, last in zip(stays[:-1], stays[1:], strict=True):
        (x, y), (u, v) = points[first], points[last]
        chord, left_out = float(np.hypot(u - x, v - y)), points[first + 1 : last]
        if len(left_out):
            away = np.abs((u - x) * (left_out[:, 1] - y) - (v - y) * (left_out[:, 0] - x))
            worst = max(worst, float(away.max() / max(chord, 1e-9)))
    return worst


@given(st.floats(2.0, 2000.0), st.floats(0.3, 6.0), st.integers(50, 3000), st.floats(0.01, 0.5))
def test_a_smooth_line_needs_few_of_its_points(radius: float, turns: float, count: int, error: float) -> None:
    angle = np.linspace(0.0, turns, count)
    spiral = np.column_stack([np.cos(angle), np.sin(angle)]) * (radius * (1.0 + angle / 3.0))[:, None]
    kept = needed(spiral, error)
    assert kept[0] and kept[-1]
    assert strayed(spiral, kept) <= error
    longest = radius * (1.0 + turns / 3.0)
    assert kept.sum() <= 3 + 1.5 * turns / np.sqrt(2.0 * error / longest) + turns / 0.2


def test_a_line_that_is_drawn_through_fewer_points_keeps_its_corners() -> None:
    side = np.arange(10.0)
    there = np.column_stack([side, np.zeros(10)])
    up = np.column_stack([np.full(9, 9.0), np.arange(1.0, 10.0)])
    resting = np.repeat(up[-1:], 5, axis=0)
    line = np.concatenate([there, up, resting, up[::-1]])
    kept = needed(line, 0.03)
    assert {(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (9.0, 1.0)} <= {tuple(p) for p in line[kept].tolist()}
    assert kept.sum() < 10
    assert strayed(line, kept) < 0.03


@given(st.floats(-720, 720, width=32), WALK, LATITUDE, st.floats(-360, 360, width=32))
def test_cutting_at_the_edge_loses_nothing_and_draws_nothing_across(
    start: float, steps: np.ndarray, latitude: np.ndarray, west: float
) -> None:
    longitude = start + np.cumsum(steps)
    latitude = latitude[: len(longitude)]
    parts = pieces(longitude, latitude, west)
    for part in parts:
        assert len(part) > 1
        assert part[:, 0].min() >= west - 1e-6
        assert part[:, 0].max() <= west + 360 + 1e-6
    flown = float(np.abs(np.diff(longitude)).sum())
    drawn = sum(float(np.abs(np.diff(part[:, 0])).sum()) for part in parts)
    assert drawn == pytest.approx(flown, abs=1e-5)
    climbed = float(np.abs(np.diff(latitude)).sum())
    assert sum(float(np.abs(np.diff(part[:, 1])).sum()) for part in parts) == pytest.approx(climbed, abs=1e-5)


def test_a_step_of_two_points_over_the_edge_gives_two_pieces_that_meet_on_it() -> None:
    first, second = pieces(np.array([170.0, 190.0]), np.array([0.0, 10.0]), -180.0)
    assert first.tolist() == [[170.0, 0.0], [180.0, 5.0]]
    assert second.tolist() == [[-180.0, 5.0], [-170.0, 10.0]]


def test_a_line_within_the_map_stays_whole() -> None:
    (whole,) = pieces(np.array([-10.0, 0.0, 10.0]), np.array([1.0, 2.0, 3.0]), -180.0)
    assert whole.tolist() == [[-10, 1], [0, 2], [10, 3]]


def test_a_stretch_of_a_line_ends_exactly_where_it_is_told() -> None:
    t = np.array([0.0, 10.0, 20.0])
    x, y = between(t, t * 2, t * 3, 5.0, 15.0)
    assert x.tolist() == [10, 20, 30]
    assert y.tolist() == [15, 30, 45]
    assert not len(between(t, t, t, 30.0, 40.0)[0])


def test_a_stretch_of_a_line_may_go_through_fewer_points() -> None:
    t = np.arange(0.0, 20.0, 1.0)
    x, y = between(t, t * 2, t**2, 5.5, 15.0, np.array([0.0, 6.0, 12.0, 19.0]))
    assert x.tolist() == [11.0, 12.0, 24.0, 30.0]
    assert y.tolist() == [30.5, 36.0, 144.0, 225.0]


def test_the_horizon_from_420_km_is_20_degrees_away_and_nearer_above_a_mask() -> None:
    # cos = 6371 / 6791
    assert horizon_radius(420e3) == pytest.approx(20.25, abs=0.01)
    assert 15 < horizon_radius(420e3, radians(5)) < 16.5
    assert horizon_radius(0.0) == 0.0


@given(st.floats(-180, 180), st.floats(-89, 89), st.floats(0.5, 60))
def test_every_point_of_a_circle_is_as_far_from_its_middle(x: float, y: float, radius: float) -> None:
    outline = circle(x, y, radius, 24)
    for point in outline:
        way = great_circle((x, y), (float(point[0]), float(point[1])), 2)
        a, b = (np.radians(p) for p in way)
        cosine = np.sin(a[1]) * np.sin(b[1]) + np.cos(a[1]) * np.cos(b[1]) * np.cos(a[0] - b[0])
        assert np.degrees(np.arccos(np.clip(cosine, -1, 1))) == pytest.approx(radius, abs=1e-3)


def test_a_circle_over_the_pole_is_closed_along_the_pole_and_covers_every_longitude() -> None:
    outline, area = cap(30.0, 80.0, 20.0)
    assert np.ptp(outline[:, 0]) == pytest.approx(3 * 360.0)
    assert area[-2:, 1].tolist() == [90.0, 90.0]
    assert np.abs(np.diff(outline[:, 0])).max() < 90


def test_a_circle_that_misses_the_pole_is_a_plain_ring() -> None:
    outline, area = cap(179.0, 60.0, 20.0)
    assert outline is area
    assert outline[0] == pytest.approx(outline[-1])


def test_a_great_circle_over_the_antimeridian_does_not_jump() -> None:
    way = great_circle((170.0, 50.0), (-150.0, 50.0))
    assert np.abs(np.diff(way[:, 0])).max() < 5
    assert way[:, 1].max() > 50


def test_distances_from_the_middle_of_an_azimuthal_chart_are_true() -> None:
    east, north = azimuthal((69.6, 47.4), np.array([[69.6, 48.4]]))[0]
    assert north == pytest.approx(EARTH_RADIUS * pi / 180)
    assert east == pytest.approx(0, abs=1e-6)
    assert azimuthal((69.6, 47.4), np.array([[69.6, 47.4]]))[0].tolist() == pytest.approx([0, 0])


def test_the_length_of_a_meridian_is_its_degrees() -> None:
    assert arc_length(np.zeros(3), np.array([0.0, 30.0, 60.0])).tolist() == [0, 30, 60]
