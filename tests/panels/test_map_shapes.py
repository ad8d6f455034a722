"""The map's geography is complete and says which country is where."""

import numpy as np
import pytest

from mission_gui.panels.map_shapes import region, towns, world
from mission_gui.resources import resource


@pytest.mark.parametrize("layer", ["land", "coast", "borders"])
@pytest.mark.parametrize("detail", ["110m", "50m"])
def test_no_line_of_the_world_jumps_across_the_map(layer: str, detail: str) -> None:
    shapes = getattr(world(), layer)[detail]
    for i in range(len(shapes.offsets) - 1):
        line = shapes.line(i)
        # Only the lid of Antarctica runs along the pole.
        jumps = np.abs(np.diff(line[:, 0])) > 180
        assert np.all(line[:-1][jumps][:, 1] <= -89.9)


def test_antarctica_is_filled_down_to_the_pole_in_every_view() -> None:
    land = world().land["50m"]
    widths = land.boxes[:, 2] - land.boxes[:, 0]
    antarctica = land.line(int(np.argmax(widths)))
    assert widths.max() >= 1079
    assert antarctica[:, 1].min() == pytest.approx(-90)


@pytest.mark.parametrize(
    ("longitude", "latitude", "country"),
    [
        (69.6, 47.4, "Kazakhstan"),
        (1149.6, 47.4, "Kazakhstan"),
        (-95.0, 29.6, "United States of America"),
        (0.0, -40.0, ""),
    ],
)
def test_the_country_under_a_point(longitude: float, latitude: float, country: str) -> None:
    assert world().country_at(longitude, latitude) == country


def test_a_line_near_the_antimeridian_is_found_from_both_sides() -> None:
    coast = world().coast["110m"]
    east = {i for _, i in coast.near(170, 60, 200, 75)}
    west = {i for _, i in coast.near(-190, 60, -160, 75)}
    assert east == west != set()


def test_the_landing_region_has_borders_lakes_and_towns() -> None:
    near = region()
    west, south, east, north = near.box
    assert len(near.borders.offsets) > 10
    assert len(near.lakes.offsets) > 50
    assert len(near.rivers.offsets) == len(near.river_names) + 1 > 50
    assert len(near.provinces.offsets) > 100
    assert west < 67 < east
    assert south < 47 < north
    assert "Zhezqazghan" in towns().names


def test_every_map_file_is_named_in_the_notice() -> None:
    notice = resource("map/NOTICE.md").read_text()
    for path in resource("map").iterdir():
        assert path.name in notice or path.name == "NOTICE.md"
