"""What each frame of a film shows."""

import pytest

from mission_gui.domain.errors import UserError
from mission_gui.export.film.script import FADE, script
from tests import canned

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
TOUCHDOWN = next(MISSION.seconds(e.time) for e in TRAJECTORY.events if e.id == "touchdown" and e.time)


def test_an_even_film_goes_through_time_at_one_rate() -> None:
    plot = script(MISSION, TRAJECTORY, 100.0, 400.0, rate=60.0, fps=30, eased=False)
    assert plot.frames == 5 * 30 + 1
    assert [shot.t for shot in plot.shots()] == pytest.approx([100.0 + 2.0 * n for n in range(151)])


def test_it_ends_at_the_very_moment() -> None:
    plot = script(MISSION, TRAJECTORY, 100.0, 399.0, rate=60.0, fps=7, eased=False)
    times = [shot.t for shot in plot.shots()]
    assert times[-1] == 399.0 and times[-2] < 399.0


def test_a_slow_film_has_the_frames_for_it() -> None:
    assert script(MISSION, TRAJECTORY, 100.0, 110.0, rate=0.5, fps=10).frames == 201


def test_it_slows_down_to_1_at_an_event() -> None:
    plot = script(MISSION, TRAJECTORY, TOUCHDOWN - 600.0, TOUCHDOWN + 300.0, rate=60.0, fps=30)
    times = [shot.t for shot in plot.shots()]
    steps = [round(30.0 * (b - a), 3) for a, b in zip(times, times[1:], strict=False) if abs(a - TOUCHDOWN) < 3.0]
    assert len(steps) > 150 and set(steps) == {1.0}
    assert plot.frames > script(MISSION, TRAJECTORY, plot.start, plot.end, 60.0, 30, eased=False).frames


def test_an_event_has_its_caption_once_it_has_happened_and_for_a_while() -> None:
    plot = script(MISSION, TRAJECTORY, TOUCHDOWN - 60.0, TOUCHDOWN + 60.0, rate=1.0, fps=10)
    told = [shot for shot in plot.shots() if shot.event is not None and shot.event.id == "touchdown"]
    assert told[0].t >= TOUCHDOWN and told[-1].t < TOUCHDOWN + 6.0
    assert 0.0 < told[1].caption < 1.0 and max(shot.caption for shot in told) == 1.0


def test_it_comes_out_of_nothing_and_goes_back_there() -> None:
    strengths = [shot.strength for shot in script(MISSION, TRAJECTORY, 0.0, 300.0, 60.0, 30, eased=False).shots()]
    assert [strengths[0], strengths[-1]] == pytest.approx([1 / 30 / FADE] * 2)
    assert strengths[20:-20] == [1.0] * len(strengths[20:-20])


@pytest.mark.parametrize(("start", "end", "fps", "told"), [(10.0, 10.0, 30, "ends before"), (0.0, 10.0, 0, "1 to 120")])
def test_what_makes_no_film_is_told(start: float, end: float, fps: int, told: str) -> None:
    with pytest.raises(UserError, match=told.replace("ends", "end")):
        script(MISSION, TRAJECTORY, start, end, 60.0, fps)
