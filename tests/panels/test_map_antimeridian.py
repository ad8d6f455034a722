"""Lines and circles over the antimeridian and the poles, against the `antimeridian` library."""

import antimeridian
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from shapely import LineString, MultiLineString, MultiPolygon, Point, Polygon, box, unary_union

from mission_gui.panels.map_lines import cap, circle, horizon_radius, pieces
from mission_gui.panels.map_marks import cap_pixels
from mission_gui.panels.map_view import View

EARTH = View(3600.0, 1800.0, 0.0, 0.0, 10.0, 1.0)
"""The whole Earth, ten pixels to a degree, cut at the antimeridian as GeoJSON is."""
MAP = box(-180.0, -90.0, 180.0, 90.0)
STEPS = st.lists(st.tuples(st.floats(-170, 170, width=16), st.floats(-85, 85, width=16)), min_size=2, max_size=20)


def wrapped(longitude: np.ndarray) -> np.ndarray:
    return (longitude + 180.0) % 360.0 - 180.0


@settings(max_examples=300)
@given(st.floats(-180, 179, width=16), STEPS)
def test_a_line_is_cut_where_the_library_cuts_it(start: float, steps: list[tuple[float, float]]) -> None:
    longitude = start + np.cumsum([0.0, *(east for east, _ in steps[1:])])
    latitude = np.array([north for _, north in steps])
    # A point on the antimeridian itself has two longitudes, between which the library cannot choose.
    assume(np.all(np.abs(wrapped(longitude)) < 179.5))
    line = LineString(np.column_stack([wrapped(longitude), latitude]))
    assume(line.length > 0)
    fixed = antimeridian.fix_line_string(line, great_circle=False)
    wanted = list(fixed.geoms) if isinstance(fixed, MultiLineString) else [fixed]
    ours = MultiLineString([part.tolist() for part in pieces(longitude, latitude, -180.0)])
    theirs = MultiLineString([part for part in wanted if part.length > 0])
    assert ours.length == pytest.approx(theirs.length, abs=1e-6)
    assert ours.hausdorff_distance(theirs) < 1e-6


@settings(max_examples=200)
@given(st.floats(-180, 180), st.floats(-89, 89), st.floats(1, 70))
def test_a_circle_covers_what_the_library_says_it_covers(x: float, y: float, radius: float) -> None:
    near_pole = 90.0 - abs(y)
    assume(abs(near_pole - radius) > 0.5)  # through the pole itself a circle has no longitude
    outline = circle(x, y, radius)[:-1]
    ring = np.column_stack([wrapped(outline[:, 0]), outline[:, 1]])[::-1]
    assume(np.all(np.abs(np.abs(ring[:, 0]) - 180.0) > 1e-6))
    pole = radius > near_pole
    options = {"force_north_pole": pole and y > 0, "force_south_pole": pole and y < 0}
    theirs = antimeridian.fix_polygon(Polygon(ring), great_circle=False, fix_winding=not pole, **options)
    ours = unary_union([covered(area) for _, area in cap_pixels(EARTH, (x, y), radius)])
    assert ours.area == pytest.approx(theirs.area, rel=2e-3)
    assert ours.symmetric_difference(theirs).area < 4e-3 * theirs.area + 0.5


def covered(pixels: np.ndarray) -> Polygon | MultiPolygon:
    """What an area in pixels covers of the map, in degrees."""
    x = (pixels[:, 0] - EARTH.width / 2) / EARTH.scale
    y = (EARTH.height / 2 - pixels[:, 1]) / EARTH.scale
    return Polygon(np.column_stack([x, y])).buffer(0).intersection(MAP)


@given(st.floats(-180, 180), st.floats(70, 89.5), st.sampled_from([1.0, -1.0]))
def test_the_footprint_over_a_pole_holds_the_pole_and_all_within_its_horizon(x: float, y: float, side: float) -> None:
    radius = horizon_radius(420e3)
    assume(abs(90.0 - y - radius) > 0.5)
    _, area = cap(x, side * y, radius)
    ring = Polygon(area).buffer(0)
    pole_inside = 90.0 - y < radius
    assert ring.contains(Point(x, side * 89.99)) == pole_inside
    # Straight over the pole, on the far side.
    reach = radius - (90.0 - y)
    if pole_inside and reach > 1.0:
        assert ring.contains(Point(x + 180.0, side * (90.0 - reach + 0.5)))
        assert not ring.contains(Point(x + 180.0, side * (90.0 - reach - 0.5)))
