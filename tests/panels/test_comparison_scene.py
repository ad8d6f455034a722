"""What the charts of a comparison show: the same time for all, the highest values, ticks from the event."""

import numpy as np
import pytest

from mission_gui.panels.chart_windows import Window
from mission_gui.panels.comparison_scene import (
    LOAD,
    SPECS,
    Fit,
    profile_scene,
    time_scene,
    time_ticks,
    whole_of,
    window_of,
)
from mission_gui.panels.wording import quantity
from mission_gui.physics.comparison import ALIGNMENTS
from tests.returns import ballistic

FIT = Fit(6, 4, 400)


@pytest.mark.parametrize("align", ALIGNMENTS)
def test_the_first_window_holds_every_way_down(align: str) -> None:
    comparison = ballistic(align)
    window, whole = window_of(comparison), whole_of(comparison)
    for number in (0, 1):
        for event_id in ("entry_interface", "touchdown"):
            t = comparison.time(number, event_id)
            assert t is not None and window.holds(t)
    assert whole.start <= window.start and window.end <= whole.end + 1.0


def test_the_highest_load_of_each_entry_is_written_beside_its_name() -> None:
    found = time_scene(ballistic(), LOAD, window_of(ballistic()), FIT)
    assert [peak.text for peak in found.peaks] == ["MS-19 3.9 g", "TMA-11 8.6 g"]
    for peak, course in zip(found.peaks, found.courses, strict=True):
        assert peak.y == pytest.approx(float(np.interp(peak.x, course.x, course.y)), abs=0.05)
    assert found.high > 8.6


def test_a_flight_that_a_window_does_not_show_has_no_curve() -> None:
    comparison = ballistic()
    starts = [float(comparison.course(number, "altitude")[0][0]) for number in (0, 1)]
    first, second = sorted(starts)
    found = time_scene(comparison, SPECS[0], Window(first, second - 60.0), FIT)
    assert [course.number for course in found.courses] == [starts.index(first)]


def test_the_profile_ends_where_each_came_down() -> None:
    """The ballistic one falls steeper and comes down some 540 km sooner."""
    found = profile_scene(ballistic(), FIT)
    far, near = (float(course.x[-1]) for course in found.courses)
    assert far - near == pytest.approx(543, abs=20)
    at_50_km = [float(np.interp(-50.0, -course.y, course.x)) for course in found.courses]
    assert at_50_km[1] < at_50_km[0] - 300
    assert {mark.text for mark in found.marks if mark.event_id == "touchdown"} == {
        quantity(far, "km"),
        quantity(near, "km"),
    }


@pytest.mark.parametrize(
    ("window", "texts"),
    [
        (Window(-1500.0, 60.0), ["−20 min", "−10 min", "0"]),
        (Window(-60.0, 14000.0), ["0", "+1:00", "+2:00", "+3:00"]),
        (Window(-25.0, 10.0), ["−0:00:20", "−0:00:10", "0", "+0:00:10"]),
    ],
)
def test_times_are_round_from_the_event(window: Window, texts: list[str]) -> None:
    assert [text for _, text in time_ticks(window, 4)] == texts
