"""The axes of a chart, and the rows of its moments' names: no line or curve goes through a name."""

import pytest

from mission_gui.export.brief.axes import ROW, Axes, axes, tick_step, ticks
from mission_gui.export.brief.deck import Chart, Mark, Series

NAMES = ("Вход", "Наибольшая перегрузка", "Парашют", "Посадка")
WIDE, DEEP = 370.0, 230.0


def chart(at: tuple[float, ...], peak: float = 8.65) -> Chart:
    curve = Series("Flight", (-27.0, at[1], 0.0), (0.0, peak, 1.0), "burn")
    marks = tuple(Mark(x, name) for x, name in zip(at, NAMES, strict=True))
    return Chart("Load", "minutes", "g", (curve,), marks, "alt")


def span(found: Axes, mark: Mark) -> tuple[float, float]:
    """Where a name lies in points, at the left of its line."""
    x = mark.x * WIDE / (found.right - found.left)
    return x - 6.0 * len(mark.name), x


@pytest.mark.parametrize("at", [(-22.0, -17.2, -15.8, 0.0), (-17.3, -17.2, -17.1, 0.0), (-26.0, -18.0, -9.0, 0.0)])
def test_no_name_meets_a_line_a_curve_or_another_name(at: tuple[float, ...]) -> None:
    told = chart(at)
    found = axes(told, WIDE, DEEP)
    for mark, row in zip(told.marks, found.rows, strict=True):
        left, right = span(found, mark)
        for other, level in zip(told.marks, found.rows, strict=True):
            theirs = span(found, other)
            assert other is mark or not (left < theirs[1] < right and level >= row)
        foot = found.height(row, DEEP) - ROW / 2 / DEEP * (found.top - found.bottom)
        assert foot >= max(told.series[0].y)


def test_far_apart_all_names_stand_in_one_row() -> None:
    assert axes(chart((-26.0, -12.0, -6.0, 0.0)), 2000.0, DEEP).rows == (0, 0, 0, 0)


def test_a_chart_without_moments_ends_at_the_next_tick() -> None:
    bare = Chart("Altitude", "minutes", "km", (Series("Flight", (-27.0, 0.0), (153.0, 0.0), "burn"),), (), "alt")
    found = axes(bare, WIDE, DEEP)
    assert (found.left, found.right, found.bottom, found.top, found.rows) == (-27.0, 0.0, 0.0, 200.0, ())


@pytest.mark.parametrize(("low", "high", "step"), [(0.0, 8.65, 2.0), (0.0, 153.0, 50.0), (-27.0, 0.0, 5.0)])
def test_steps_are_round(low: float, high: float, step: float) -> None:
    assert tick_step(low, high) == step
    assert all(value % step == pytest.approx(0.0) for value in ticks(low, high, step))
