"""Moments as people write them."""

from datetime import UTC, datetime

import pytest

from mission_gui.domain.errors import UserError
from mission_gui.domain.moments import UntimedError, moment
from tests import canned

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
NOW = datetime(2022, 3, 30, 10, 0, tzinfo=UTC)


def t(text: str) -> float:
    return moment(MISSION, TRAJECTORY, text, NOW)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("undocking", 0.0),
        ("Undocking", 0.0),
        ("touchdown-00:05:00", canned.TOUCHDOWN - 300),
        ("touchdown - 300", canned.TOUCHDOWN - 300),
        ("touchdown −300s", canned.TOUCHDOWN - 300),
        ("ignition+90.5", canned.IGNITION + 90.5),
        ("Deorbit burn", canned.IGNITION),
        ("тормозной импульс", canned.IGNITION),
        ("module separation+1", canned.SEPARATION + 1),
        ("T+03:31:09", 12669.0),
        ("T−00:10:00", -600.0),
        ("+03:31:09", 12669.0),
        ("2022-03-30T10:52:12Z", 12669.0),
        ("2022-03-30 10:52:12 UTC", 12669.0),
        ("2022-03-30T13:52:12+03:00", 12669.0),
        ("10:52:12", 12669.0),
        ("10:52", 12657.0),
        ("10:52:12Z", 12669.0),
        ("now", 9537.0),
        ("start", MISSION.seconds(MISSION.start)),
        ("end", MISSION.seconds(MISSION.end)),
        ("сейчас", 9537.0),
        ("Начало", MISSION.seconds(MISSION.start)),
        ("конец", MISSION.seconds(MISSION.end)),
    ],
)
def test_a_moment_is_read(text: str, seconds: float) -> None:
    assert t(text) == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("touchdwon", "Did you mean touchdown"),
        ("splashdown", "undocking, flyaround_start"),
        ("splashdown", "2022-03-30T10:52:12Z"),
        ("2022-03-30T10:52:12", "no time zone; add Z"),
        ("2022-02-31T10:52:12Z", "no date and time"),
        ("25:00", "no time of day"),
        ("2023-03-30T10:52:12Z", "from 2022-03-30T04:00:00Z to 2022-03-30T15:00:00Z"),
        ("touchdown+99:00:00", "outside this mission"),
        ("", "is not a moment"),
        ("12", "is not a moment"),
    ],
)
def test_wrong_words_say_what_would_be_right(text: str, told: str) -> None:
    with pytest.raises(UserError, match=told.replace("+", r"\+")):
        t(text)


def test_an_event_that_only_the_flight_times_needs_the_flight() -> None:
    untimed = canned.event("peak_load")
    bare = canned.mission()
    object.__setattr__(bare, "events", (*bare.events[:10], untimed))
    with pytest.raises(UntimedError, match="no time is known for 'peak_load'"):
        moment(bare, None, "peak_load", NOW)
    assert moment(bare, TRAJECTORY, "peak_load", NOW) == 13833.0
