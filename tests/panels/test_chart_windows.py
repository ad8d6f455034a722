"""The charts show the right stretch of time, and let it be zoomed and moved."""

import numpy as np
import pytest

from mission_gui.panels.chart_windows import (
    SHORTEST,
    Window,
    blackout,
    marks,
    turned_to,
    turns,
    window_at,
    within,
    zoomed,
)
from tests import canned

MISSION, FLIGHT, PRELIMINARY = canned.mission(), canned.trajectory(), canned.trajectory(complete=False)
COASTING, FALLING = 12669.0, canned.ENTRY + 100.0
WHOLE = Window(-1000.0, 9000.0)


def test_the_whole_way_down_is_shown_from_before_ignition_to_after_landing() -> None:
    window = window_at(MISSION, FLIGHT, COASTING)
    assert canned.IGNITION - 300 < window.start <= canned.IGNITION - 240
    assert canned.TOUCHDOWN + 60 < window.end <= canned.TOUCHDOWN + 120


def test_from_the_separation_on_the_entry_fills_the_chart() -> None:
    window = window_at(MISSION, FLIGHT, FALLING)
    assert canned.SEPARATION - 300 < window.start <= canned.SEPARATION - 240
    assert window.end == window_at(MISSION, FLIGHT, COASTING).end
    assert window_at(MISSION, FLIGHT, canned.TOUCHDOWN + 7200) == window


def test_the_window_changes_with_the_part_of_the_flight_and_never_within_one() -> None:
    found = [window_at(MISSION, FLIGHT, t) for t in range(-12000, 27000, 30)]
    changes = [a for a, b in zip(found, found[1:], strict=False) if a != b]
    assert len(changes) == 4
    assert all(w.start < w.end for w in found)


def test_every_change_of_the_window_is_known_beforehand() -> None:
    for flight in (FLIGHT, PRELIMINARY):
        times = np.arange(flight.t[0], flight.t[-1], 10).tolist()
        shown = list(dict.fromkeys(window_at(MISSION, flight, t) for t in times))
        assert list(dict.fromkeys(window_at(MISSION, flight, t) for t in turns(MISSION, flight))) == shown


def test_every_moment_up_to_landing_lies_in_its_window() -> None:
    for t in np.arange(float(FLIGHT.t[0]), canned.TOUCHDOWN, 17.0).tolist():
        window = window_at(MISSION, FLIGHT, t)
        assert window.start - 60 <= t <= window.end


def test_an_unsolved_flight_has_no_way_down() -> None:
    assert window_at(MISSION, PRELIMINARY, canned.IGNITION).end < canned.IGNITION + 300


def test_events_within_the_window_are_marked_the_main_ones_first() -> None:
    found = marks(MISSION, FLIGHT, window_at(MISSION, FLIGHT, COASTING))
    main = {mark.event_id for mark in found if mark.main}
    assert {"ignition", "module_separation", "entry_interface", "parachutes", "touchdown"} <= main
    assert {mark.event_id for mark in found} - main == {"peak_load", "heat_shield"}
    assert "undocking" not in main


def test_the_blackout_is_that_of_the_events() -> None:
    assert blackout(MISSION, FLIGHT) == (13532.0, 13850.0)


@pytest.mark.parametrize("about", [0.0, 250.0, 1000.0])
def test_what_is_zoomed_about_stays_in_its_place(about: float) -> None:
    before = Window(0.0, 1000.0)
    after = zoomed(before, 0.5, about, WHOLE)
    assert after.span == pytest.approx(500.0)
    assert (about - after.start) / after.span == pytest.approx((about - before.start) / before.span)


def test_a_window_is_never_shorter_than_the_samples_bear_nor_longer_than_the_flight() -> None:
    assert zoomed(Window(0.0, 20.0), 0.01, 10.0, WHOLE).span == SHORTEST
    assert within(zoomed(Window(0.0, 1000.0), 1e6, 10.0, WHOLE), WHOLE) == WHOLE


@pytest.mark.parametrize("start", [-5000.0, 0.0, 8900.0])
def test_a_moved_window_keeps_its_length_and_stays_in_the_flight(start: float) -> None:
    window = within(Window(start, start + 300.0), WHOLE)
    assert window.span == 300.0
    assert WHOLE.start <= window.start and window.end <= WHOLE.end


def test_a_stretch_too_short_to_tell_anything_is_widened_about_its_middle() -> None:
    assert within(Window(100.0, 101.0), WHOLE) == Window(100.5 - SHORTEST / 2, 100.5 + SHORTEST / 2)


@pytest.mark.parametrize("t", [-950.0, 99.0, 100.5, 1234.0])
def test_pages_are_turned_by_whole_lengths_until_the_moment_is_on_one(t: float) -> None:
    page = turned_to(Window(0.0, 100.0), t)
    assert page.holds(t)
    assert page.start % 100 == 0
