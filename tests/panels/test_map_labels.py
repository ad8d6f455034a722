"""Labels never cover each other."""

from math import hypot

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mission_gui.panels.map_labels import Label, around, candidates, corner, crosses, overlap, place, within

BOUNDS = (0.0, 0.0, 400.0, 300.0)
LABELS = st.lists(
    st.tuples(st.floats(0, 400), st.floats(0, 300), st.floats(10, 120), st.floats(8, 20), st.integers(0, 7)),
    max_size=14,
)
NONE = np.empty((0, 2))


@given(LABELS)
def test_no_label_covers_another_or_an_overlay_or_leaves_the_map(
    spots: list[tuple[float, float, float, float, int]],
) -> None:
    labels = [Label(str(i), x, y, w, h, 8.0, first) for i, (x, y, w, h, first) in enumerate(spots)]
    overlay = (0.0, 0.0, 100.0, 80.0)
    boxes = [found.box for found in place(labels, [overlay], BOUNDS, NONE).values()]
    for i, box in enumerate(boxes):
        assert within(box, BOUNDS)
        assert not overlap(box, overlay)
        assert not any(overlap(box, other) for other in boxes[:i])


def test_a_label_alone_stands_to_the_right_of_its_mark() -> None:
    found = place([Label("a", 100, 100, 40, 10, 8)], [], BOUNDS, NONE)["a"]
    assert found.box == (108, 95, 148, 105)
    assert not found.leader


def test_the_more_important_label_keeps_its_place() -> None:
    first, second = Label("first", 100, 100, 40, 10, 8), Label("second", 102, 100, 40, 10, 8)
    alone = place([first], [], BOUNDS, NONE)["first"]
    assert place([first, second], [], BOUNDS, NONE)["first"] == alone


def test_a_label_without_room_is_left_out() -> None:
    assert place([Label("a", 100, 100, 40, 10, 8)], [(0, 0, 400, 300)], BOUNDS, NONE) == {}


def test_a_label_steps_aside_for_the_track() -> None:
    track = np.column_stack([np.arange(100.0, 200.0, 2.0), np.full(50, 100.0)])
    found = place([Label("a", 100, 100, 40, 10, 8)], [], BOUNDS, track)["a"]
    assert found.box[2] < 100


def test_a_label_far_from_its_mark_asks_for_a_line_which_comes_over_nothing() -> None:
    label = Label("a", 100, 100, 40, 10, 8)
    near = [candidate.box for candidate in candidates(label, BOUNDS) if not candidate.leader]
    # A corner of each of its first places is taken, away from the mark, so that lines may pass.
    ring = [around(x, y, 0.5) for box in near for x in box[::2] for y in box[1::2] if hypot(x - 100, y - 100) > 24]
    assert place([label], ring, BOUNDS, NONE)["a"].leader
    assert place([label], near, BOUNDS, NONE) == {}


def test_an_overlay_leaves_the_corner_where_the_ship_is() -> None:
    corners = [(300.0, 200.0, 400.0, 300.0), (0.0, 200.0, 100.0, 300.0)]
    assert corner(corners, [around(50, 50, 10)]) == corners[0]
    assert corner(corners, [around(350, 250, 10)]) == corners[1]
    assert corner(corners, [BOUNDS]) == corners[0]


@pytest.mark.parametrize(
    ("start", "end", "comes_in"),
    [
        ((0.0, 0.0), (40.0, 20.0), True),
        ((0.0, 0.0), (10.0, 40.0), False),
        ((0.0, 15.0), (9.0, 15.0), False),  # ends before it
        ((15.0, 12.0), (16.0, 13.0), True),  # lies in it
        ((0.0, 10.0), (40.0, 10.0), False),  # runs along its edge
        ((9.0, 19.0), (12.0, 22.0), False),  # passes its corner
        ((8.0, 17.0), (13.0, 22.0), True),  # cuts the corner off
    ],
)
def test_a_line_comes_into_a_box_or_passes_it(
    start: tuple[float, float], end: tuple[float, float], comes_in: bool
) -> None:
    box = (10.0, 10.0, 30.0, 20.0)
    assert crosses(start, end, box) is comes_in
    assert crosses(end, start, box) is comes_in


@given(st.floats(0, 30), st.floats(10, 200), st.floats(1.0, 9.0))
def test_a_label_pushed_to_the_rim_may_stand_there(x: float, wide: float, rim: float) -> None:
    bounds = (rim, rim, 400.0, 300.0)
    label = Label("a", x, 150.0, wide, 17.8, 9.0)
    sides = [candidate.box for candidate in candidates(label, bounds)][6:8]  # above and below
    assert all(within(box, bounds) for box in sides)
    assert all(within((box[0] - 0.01, *box[1:]), bounds) == (box[0] > rim + 0.005) for box in sides)
