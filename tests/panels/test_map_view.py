"""Zoom, pan and the way between pixels and places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mission_gui.panels.map_view import View, fitted

SIZES = st.tuples(st.floats(200, 4000), st.floats(150, 2200))
PLACES = st.tuples(st.floats(-179.9, 179.9), st.floats(-60, 60))


@given(SIZES, st.floats(-180, 180))
def test_the_whole_map_leaves_no_band_at_any_side(size: tuple[float, float], longitude: float) -> None:
    view = fitted(*size, longitude)
    west, south, east, north = view.box
    assert east - west <= 360 + 1e-6
    assert north - south <= 180 + 1e-6


@given(SIZES, PLACES)
def test_a_pixel_and_its_place_are_the_same(size: tuple[float, float], place: tuple[float, float]) -> None:
    view = fitted(*size)
    longitude, latitude = view.lonlat(*view.xy(*place))
    assert longitude == pytest.approx(place[0], abs=1e-6)
    assert latitude == pytest.approx(place[1], abs=1e-6)


@given(st.floats(0.2, 30), st.floats(200, 1000), st.floats(250, 450))
def test_zooming_holds_the_place_under_the_pointer(factor: float, x: float, y: float) -> None:
    view = fitted(1200, 700).zoomed(4, 600, 350)
    near = view.zoomed(factor, x, y)
    if near.latitude == view.centred(view.longitude, near.latitude).latitude and near.scale > view.scale:
        assert near.lonlat(x, y) == pytest.approx(view.lonlat(x, y), abs=1e-6)


def test_zooming_out_stops_at_the_whole_earth() -> None:
    view = fitted(1200, 700).zoomed(10, 100, 100)
    assert view.zoomed(1e-6, 600, 350).scale == pytest.approx(fitted(1200, 700).scale)


def test_dragging_goes_round_the_earth() -> None:
    view = fitted(720, 360)
    for _ in range(20):
        view = view.panned(-100, 0)
    assert -180 <= view.longitude < 180
    assert view.longitude == pytest.approx((20 * 50 + 180) % 360 - 180)


def test_dragging_never_shows_what_is_beyond_the_pole() -> None:
    view: View = fitted(1200, 700).zoomed(3, 600, 350).panned(0, 1e5)
    assert view.box[3] == pytest.approx(90)


def test_a_resized_map_keeps_its_middle_and_its_nearness() -> None:
    view = fitted(1200, 700).zoomed(5, 600, 350).centred(69, 47)
    other = view.resized(600, 350)
    assert (other.longitude, other.latitude) == (69, 47)
    assert other.box[2] - other.box[0] == pytest.approx(view.box[2] - view.box[0])
