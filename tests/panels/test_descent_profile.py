"""Ways down beside each other, and the axes they stand on."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from mission_gui.domain.trajectory import Trajectory
from mission_gui.domain.whatif import WhatIf
from mission_gui.panels.descent_layout import Places, arrange
from mission_gui.panels.descent_profile import (
    Axes,
    Neighbour,
    beside,
    descent,
    limits,
    reach,
    round_ticks,
    simplified,
    uncertainty,
)
from mission_gui.panels.descent_scene import Scene, scene
from mission_gui.physics.earth import ground_distance
from mission_gui.physics.propagate import what_if
from mission_gui.theme import Style
from tests import canned, ms19


@cache
def changed(change: WhatIf) -> Trajectory:
    known = ms19.trajectory().solution
    assert known is not None
    return what_if(ms19.mission(), known, change)


BALLISTIC = WhatIf(lift_lost=80e3)
LIFT_UP = WhatIf(bank=-ms19.mission().descent.bank)


def named(flight: Trajectory) -> Neighbour:
    return Neighbour(flight, "other", "second")


def real() -> Scene:
    found = scene(ms19.mission(), ms19.trajectory())
    assert found is not None
    return found


def test_the_ballistic_alternative_lands_short_under_a_heavy_load() -> None:
    found = beside(ms19.trajectory(), named(changed(BALLISTIC)))
    assert found is not None
    ends = [
        [flight.channels[c][-1] for c in ("latitude", "longitude")]
        for flight in (changed(BALLISTIC), ms19.trajectory())
    ]
    assert found.short == pytest.approx(float(ground_distance(*ends[0], *ends[1])), rel=1e-4)
    assert 400e3 < found.short < 560e3
    assert 8.0 < found.load / 9.80665 < 8.8
    # The axis counts along the track, which turns at the bank reversal: a few per cent more than straight.
    assert found.path.going[-1] == pytest.approx(found.short, rel=0.06)


def test_another_flight_lies_on_this_one_as_long_as_they_are_the_same() -> None:
    own, other = real().path, beside(ms19.trajectory(), named(changed(BALLISTIC)))
    assert other is not None
    before = other.path.t[other.path.altitude > 80.5e3]
    for t in before[:: len(before) // 7].tolist():
        assert other.path.at(t) == pytest.approx(own.at(t), abs=60.0)


def test_a_flight_beside_itself_is_itself() -> None:
    own, found = real().path, beside(ms19.trajectory(), named(ms19.trajectory()))
    assert found is not None and found.short == pytest.approx(0.0, abs=1e-3)
    assert np.abs(found.path.going - own.going).max() < 1.0


def test_a_flatter_flight_lands_beyond() -> None:
    found = beside(ms19.trajectory(), named(changed(LIFT_UP)))
    assert found is not None and found.short < -500e3 and found.path.going[-1] < -500e3


def test_the_corridor_lies_between_its_bounds() -> None:
    corridor = reach(ms19.trajectory(), (changed(BALLISTIC), changed(LIFT_UP)), "corridor")
    assert corridor is not None
    low, high = corridor.paths
    own = real().path
    for altitude in (50e3, 30e3, 15e3):
        places = [float(np.interp(altitude, path.altitude[::-1], path.going[::-1])) for path in (low, own, high)]
        assert places == sorted(places, reverse=True)


def test_what_is_not_computed_is_not_drawn() -> None:
    short = canned.trajectory(complete=False)
    assert descent(short) is None
    assert beside(short, named(canned.trajectory())) is None and beside(canned.trajectory(), named(short)) is None
    assert reach(canned.trajectory(), (canned.trajectory(), short), "x") is None
    assert scene(canned.mission(), short) is None


def test_the_band_is_two_sigma_of_altitude_and_absent_where_none_is_known() -> None:
    own = real()
    assert own.band is None
    sure = ms19.trajectory()
    part = descent(sure)
    assert part is not None
    unsure = Trajectory(
        **{name: getattr(sure, name) for name in sure.__dataclass_fields__ if name != "sigma"},
        sigma={"altitude": np.full(len(sure.t), 1000.0)},
    )
    found = uncertainty(unsure, own.path)
    assert found is not None
    assert found[1] - own.path.altitude == pytest.approx(2000.0)
    assert found[0].min() == 0.0, "below the ground there is nothing"


def test_the_band_goes_on_over_the_gaps_at_jumps() -> None:
    flight, own = ms19.trajectory(), real()
    sigma = np.full(len(flight.t), 1000.0)
    sigma[np.abs(flight.t - ms19.time_of("parachutes")) < 2] = np.nan
    found = uncertainty(replace(flight, sigma={"altitude": sigma}), own.path)
    assert found is not None and np.isfinite(found).all()
    assert uncertainty(replace(flight, sigma={"altitude": np.full(len(flight.t), np.nan)}), own.path) is None


def test_the_other_modules_are_followed_down_to_where_the_model_ends() -> None:
    modules = real().modules
    assert len(modules) == len(ms19.mission().vehicle.modules) > 0
    for path in modules:
        assert path.at(float(path.t[0])) == pytest.approx(real().path.at(float(path.t[0])), abs=100.0)
        assert path.altitude[-1] == pytest.approx(60e3, abs=10.0)
        assert 500e3 < path.going[-1] < 2000e3, "lighter for their size, they fall short of the descent module"


def test_the_axes_hold_the_line_and_those_beside_it() -> None:
    own, longer = real().path, beside(ms19.trajectory(), named(changed(LIFT_UP)))
    assert longer is not None
    first, last, top = limits(own, [longer.path])
    assert first > own.going.max() and last < longer.path.going.min() and 140e3 < top <= 150e3
    assert limits(own, [])[1] > -0.05 * first


@given(st.floats(0.1, 5000.0), st.integers(1, 12))
def test_ticks_are_round_and_few(high: float, at_most: int) -> None:
    ticks = round_ticks(0.0, high, at_most)
    assert ticks[0] == 0.0 and len(ticks) <= at_most + 1
    assert all(0.0 <= tick <= high * (1 + 1e-6) for tick in ticks)


@given(st.lists(st.tuples(st.floats(0, 900), st.floats(0, 600)), min_size=2, max_size=40))
def test_a_simplified_line_stays_by_its_points(points: list[tuple[float, float]]) -> None:
    xy = np.array(points)
    kept = simplified(xy, 0.5)
    assert kept[0] == 0 and kept[-1] == len(xy) - 1
    for i, place in enumerate(xy):
        a, b = (xy[kept[k]] for k in (np.searchsorted(kept, i, "right") - 1, np.searchsorted(kept, i)))
        along = np.clip(((place - a) @ (b - a)) / max((b - a) @ (b - a), 1e-12), 0, 1)
        assert np.linalg.norm(place - a - along * (b - a)) <= 0.5 + 1e-6


def test_a_smooth_line_needs_few_points() -> None:
    own = real().path
    xy = Axes(60, 0, 1200, 700, 4e6, -1e5, 150e3).points(own.going, own.altitude)
    assert len(simplified(xy, 0.15)) < 150 < len(xy)


SIZES = [(420, 300), (420, 1600), (640, 420), (760, 480), (900, 700), (1280, 720), (1920, 420), (1920, 1600)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("base", [10.0, 13.0])
def test_no_part_of_the_panel_covers_another(size: tuple[int, int], base: float) -> None:
    area = QRectF(2, 32, size[0] - 4, size[1] - 38)
    places = arrange(Style(base=base), area)
    parts = [*places.readings, *places.sequence, places.plot, *places.strips]
    for i, part in enumerate(parts):
        assert area.contains(part), part
        assert part.width() > 40 and part.height() > 15
        assert not any(part.adjusted(1, 1, -1, -1).intersects(other) for other in parts[i + 1 :])
    assert _apart(places)


def _apart(places: Places) -> bool:
    inside = [box for box in (places.words, places.modules) if box is not None]
    return all(places.plot.contains(box) for box in inside) and not (
        len(inside) == 2 and inside[0].intersects(inside[1])
    )


def test_a_large_panel_shows_everything() -> None:
    places = arrange(Style(), QRectF(2, 32, 1276, 684))
    assert places.modules is not None and len(places.strips) == 2 and places.shared
    assert places.reading_detail == places.sequence_detail == 3
    assert places.modules_told


def test_the_modules_are_drawn_on_the_smallest_board_too() -> None:
    places = arrange(Style(base=10.0), QRectF(2, 32, 480, 330))  # as in a window of 1024 x 640
    assert places.modules is not None and not places.modules_told
