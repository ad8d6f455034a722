"""Ranges and ticks of the charts' axes are round, few and right; thinning keeps the peaks."""

from datetime import UTC, datetime
from math import log10

import numpy as np
import pytest

from mission_gui.panels.chart_ticks import (
    log_range,
    log_ticks,
    thinned,
    time_ticks,
    value_range,
    value_ticks,
    with_units,
)
from mission_gui.panels.chart_windows import Window, window_at
from mission_gui.panels.wording import THIN
from tests import canned

MISSION, FLIGHT = canned.mission(), canned.trajectory()


def test_time_ticks_stand_on_round_utc_minutes() -> None:
    ticks = time_ticks(MISSION.epoch, window_at(MISSION, FLIGHT, 12669.0), 5.5)
    assert [label for _, label in ticks] == ["10:30", "10:45", "11:00", "11:15", "11:30"]
    assert ticks[2][0] == MISSION.seconds(datetime(2022, 3, 30, 11, 0, tzinfo=UTC))


def test_a_short_window_has_ticks_with_seconds() -> None:
    start = MISSION.seconds(datetime(2022, 3, 30, 11, 0, 3, tzinfo=UTC))
    ticks = time_ticks(MISSION.epoch, Window(start, start + 60.0), 6.0)
    assert [label for _, label in ticks] == ["11:00:15", "11:00:30", "11:00:45", "11:01:00"]
    assert all(start <= t <= start + 60.0 for t, _ in ticks)


@pytest.mark.parametrize("span", [10.0, 77.0, 420.0, 3600.0, 11000.0, 90000.0])
@pytest.mark.parametrize("at_most", [1.0, 2.4, 5.0, 9.3])
def test_there_are_never_more_time_ticks_than_there_is_room_for(span: float, at_most: float) -> None:
    assert len(time_ticks(MISSION.epoch, Window(0.0, span), at_most)) <= at_most + 1


@pytest.mark.parametrize(
    ("low", "high", "labels"),
    [
        (0.0, 445.0, ["0", "200", "400"]),
        (0.0, 4.2, ["0", "2", "4"]),
        (7.56, 7.76, ["7.6", "7.7"]),
        (-1.5, 1.5, ["−1", "0", "1"]),
        (0.0, 18000.0, ["0", f"10{THIN}000"]),
    ],
)
def test_value_ticks_are_round_and_few(low: float, high: float, labels: list[str]) -> None:
    assert [label for _, label in value_ticks(low, high, 3)] == labels


def test_a_flat_curve_gets_a_range_that_keeps_it_flat() -> None:
    assert value_range(420.0, 420.0, 12.0) == (414.0, 426.0)


def test_zero_is_on_the_axis_where_the_values_come_near_it() -> None:
    assert value_range(0.0, 3.8, 1.0)[0] == 0.0
    assert value_range(2600.0, 6620.0, 100.0)[0] == 0.0
    assert value_range(6300.0, 6620.0, 100.0)[0] > 6200.0
    low, high = value_range(-56.0, 56.0, 10.0)
    assert low < -56.0 < 56.0 < high
    assert value_range(0.0, 0.0, 1.0) == (0.0, 1.0)


def test_a_logarithmic_axis_spans_no_more_than_five_decades() -> None:
    low, high = log_range(1e-9, 20.0)
    assert log10(20.0) < high < 2.0
    assert low == pytest.approx(log10(20.0) - 5)
    low, high = log_range(0.0, 1.0)
    assert (low, round(high, 6)) == (-5.0, 0.2)


def test_a_logarithmic_axis_spans_a_decade_at_least() -> None:
    low, high = log_range(400.0, 500.0)
    assert high - low == pytest.approx(1.0)
    assert low < log10(400.0) < log10(500.0) < high


def test_logarithmic_ticks_are_powers_of_ten_and_finer_where_there_is_room() -> None:
    assert [label for _, label in log_ticks(-4.0, 1.0, 3)] == ["0.0001", "0.01", "1"]
    assert [label for _, label in log_ticks(2.6, 3.85, 4)] == ["500", f"1{THIN}000", f"2{THIN}000", f"5{THIN}000"]
    assert [power for power, _ in log_ticks(2.6, 3.85, 4)] == pytest.approx([log10(n) for n in (500, 1e3, 2e3, 5e3)])


def test_thinning_keeps_the_peak_and_its_time() -> None:
    t = np.arange(10_000.0)
    values = np.zeros_like(t)
    values[5_003] = 3.8
    thin_t, thin_values = thinned(t, values, 800)
    assert len(thin_t) <= 805
    assert thin_t[thin_values.argmax()] == 5_003
    assert (np.diff(thin_t) > 0).all()


@pytest.mark.parametrize("count", [801, 1000, 1201, 9999])
def test_thinning_keeps_lowest_and_highest_of_every_stretch(count: int) -> None:
    values = np.random.default_rng(count).normal(size=count)
    thin_t, thin_values = thinned(np.arange(float(count)), values, 800)
    assert (values[thin_t.astype(int)] == thin_values).all()
    size = -(-count // 400)
    for start in range(0, count, size):
        stretch = values[start : start + size]
        assert {stretch.min(), stretch.max()} <= set(thin_values.tolist())
    assert (thin_t[0], thin_t[-1]) == (0, count - 1)


def test_lengths_and_speeds_are_said_as_a_reading_says_them() -> None:
    far = with_units(log_ticks(-2.0, 1.0, 7), log=True, unit="km")
    assert [text for _, text in far] == ["10 m", "100 m", "1 km", "10 km"]
    near = with_units(value_ticks(0.0, 0.5, 3), log=False, unit="km")
    assert [text for _, text in near] == ["0 m", "200 m", "400 m"]
    assert with_units(((-3.3010299957, ""),), log=True, unit="km")[0][1] == "0.5 m"
    slow = with_units(value_ticks(0.0, 0.3, 3), log=False, unit="km/s")
    assert [text for _, text in slow] == ["0 m/s", "100 m/s", "200 m/s", "300 m/s"]
