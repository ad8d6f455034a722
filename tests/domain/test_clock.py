"""The mission clock: a value that never drifts, and that can slow down at events without a tick to tell it so."""

from dataclasses import replace

import numpy as np
import pytest

from mission_gui.domain.clock import LEAD, RATES, TAIL, MissionClock, faster

PLAIN = MissionClock(0.0, 10_000.0, 0.0, 50.0, rate=60.0, playing=True)
EASED = replace(PLAIN, eased=True, slow_at=(700.0, 3000.0, 3004.0))


def wall_of(clock: MissionClock, t: float) -> float:
    """When the clock comes to `t`, by halving the interval."""
    low, high = clock.wall_anchor, clock.wall_anchor + 1e5
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if (clock.at(middle) < t) == (clock.rate > 0) else (low, middle)
    return low


def test_mission_time_follows_the_wall_clock() -> None:
    assert PLAIN.at(60.0) == 600.0
    assert replace(PLAIN, playing=False).at(60.0) == 0.0


def test_time_is_held_at_the_ends() -> None:
    assert PLAIN.at(1e6) == 10_000.0 and PLAIN.ended(1e6)
    back = replace(PLAIN, rate=-60.0, mission_anchor=100.0)
    assert back.at(1e6) == 0.0 and back.ended(1e6)


def test_an_eased_clock_is_at_its_rate_away_from_events() -> None:
    assert EASED.at(60.0) == PLAIN.at(60.0)
    assert EASED.rate_at(600.0) == 60.0


def test_an_eased_clock_takes_each_second_around_an_event_as_a_second() -> None:
    start, end = wall_of(EASED, 700.0 - LEAD), wall_of(EASED, 700.0 + TAIL)
    assert end - start == pytest.approx(LEAD + TAIL)
    assert EASED.at(start + 3.0) == pytest.approx(700.0 - LEAD + 3.0)
    assert EASED.rate_at(700.0) == 1.0
    assert EASED.rate_at(700.0 + TAIL) == 60.0


def test_events_close_together_are_one_slow_stretch() -> None:
    start, end = wall_of(EASED, 3000.0 - LEAD), wall_of(EASED, 3004.0 + TAIL)
    assert end - start == pytest.approx(4.0 + LEAD + TAIL)


@pytest.mark.parametrize("rate", [60.0, -60.0, 1000.0, -1000.0, 2.0])
def test_a_late_tick_shows_what_many_quick_ticks_show(rate: float) -> None:
    anchor = 0.0 if rate > 0 else 10_000.0
    clock = replace(EASED, rate=rate, mission_anchor=anchor)
    stepwise = clock
    for wall in np.arange(50.0, 150.0, 0.37):
        stepwise = stepwise.with_rate(rate, float(wall))
    assert stepwise.at(150.0) == pytest.approx(clock.at(150.0), abs=1e-6)


@pytest.mark.parametrize("rate", [60.0, -60.0])
def test_the_pace_is_what_the_time_does(rate: float) -> None:
    clock = replace(EASED, rate=rate, mission_anchor=0.0 if rate > 0 else 10_000.0)
    for wall in np.arange(50.5, 200.0, 0.7):
        before, after = clock.at(wall - 1e-4), clock.at(wall + 1e-4)
        if clock.rate_at(before) == clock.rate_at(after):
            assert (after - before) / 2e-4 == pytest.approx(clock.rate_at(before), rel=1e-6)


def test_backward_the_clock_slows_down_before_it_comes_to_the_event() -> None:
    back = replace(EASED, rate=-60.0, mission_anchor=2000.0)
    assert back.rate_at(700.0 + LEAD - 0.1) == -1.0
    assert back.rate_at(700.0 + LEAD + 0.1) == -60.0
    assert back.rate_at(700.0 - TAIL - 0.1) == -60.0


@pytest.mark.parametrize("rate", [1.0, 0.5, -1.0, -0.1])
def test_a_clock_that_is_slow_already_keeps_its_rate(rate: float) -> None:
    clock = replace(EASED, rate=rate, mission_anchor=695.0)
    assert clock.at(52.0) == pytest.approx(695.0 + 2.0 * rate)
    assert clock.rate_at(699.0) == rate


def test_easing_can_be_taken_up_and_left_in_the_middle_without_a_jump() -> None:
    clock = replace(PLAIN, slow_at=EASED.slow_at)
    wall = wall_of(clock, 695.0)
    eased = clock.with_easing(True, wall)
    assert eased.at(wall) == pytest.approx(695.0)
    assert eased.at(wall + 2.0) == pytest.approx(697.0)
    assert eased.with_easing(False, wall + 2.0).at(wall + 3.0) == pytest.approx(757.0)


def test_seeking_pausing_and_changing_the_rate_go_on_from_where_it_is() -> None:
    assert EASED.sought(123.0, 70.0).at(70.0) == 123.0
    held = EASED.with_playing(False, 70.0)
    assert held.at(1e6) == EASED.at(70.0)
    assert PLAIN.with_rate(-5.0, 70.0).at(71.0) == pytest.approx(1195.0)


def test_the_ladder_of_rates_goes_through_nought_to_the_other_side() -> None:
    assert faster(0.1, -1) == -0.1
    assert faster(600.0, 5) == RATES[-1]
    assert faster(-1000.0, -1) == -1000.0
