"""Moments as people write them."""

from datetime import UTC, datetime

import pytest

from mission_gui.domain.errors import UserError
from mission_gui.domain.events import EVENT_NAMES, NARROW_NAMES
from mission_gui.domain.facts import Text
from mission_gui.domain.moments import UntimedError, moment
from mission_gui.panels import map_wording, timeline_marks
from mission_gui.panels.chart_windows import MARKS
from tests import canned

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
TIMED = {event.id: MISSION.seconds(event.time) for event in TRAJECTORY.events if event.time is not None}
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
        ("TIG-60", canned.IGNITION - 60),
        ("EI + 90", canned.ENTRY + 90),
        ("разделение", canned.SEPARATION),
        ("касание", canned.TOUCHDOWN),
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
        ("2022-03-30T10:52:12", 12669.0),
        ("20220330T105212Z", 12669.0),
        ("2022-089T10:52:12Z", 12669.0),
        ("089/10:52:12", 12669.0),
        ("2022:089:10:52:12", 12669.0),
        ("Wed, 30 Mar 2022 10:52:12 GMT", 12669.0),
        ("30 March 2022 10:52", 12657.0),
        ("March 30th, 2022 at 6:52 a.m. EDT", 12657.0),
        ("30.03.2022 13:52:12 ДМВ", 12669.0),
        ("30 марта 2022 г. в 13:52 мск", 12657.0),
        ("13:52:12 Europe/Moscow", 12669.0),
        ("15:52 UTC+5", 12657.0),
        (" «10:52:12» ", 12669.0),
        ("\ufeff10:52:12,000", 12669.0),
        ("T+3:31", 12660.0),
        ("T-0:10", -600.0),
        ("touchdown-00:05", canned.TOUCHDOWN - 300),
        ("touchdown - 5 min", canned.TOUCHDOWN - 300),
        ("посадка - 1 ч 5 мин", canned.TOUCHDOWN - 3900),
        ("undocking+1h30m", 5400.0),
        ("mission-gui://soyuz-ms-19?at=2022-03-30T10:52:12Z", 12669.0),
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
        ("2022-02-31T10:52:12Z", "no date and time"),
        ("25:00", "no date and time"),
        ("2023-03-30T10:52:12Z", "from 2022-03-30T04:00:00Z to 2022-03-30T15:00:00Z"),
        ("touchdown+99:00:00", "outside this mission"),
        ("", "is not a moment"),
        ("12", "is not a moment"),
        ("30 Feb 2022 10:52", "no date and time"),
        ("30 Brumaire 2022 10:52", "is not a moment"),
        ("13:75", "no date and time"),
        ("13:15 PM", "no date and time"),
        ("10:52 Mars/Jezero", "is not a moment"),
        ("separat", "Did you mean module_separation"),
        ("mission-gui://soyuz-tma-11?at=10:52", "this link is to soyuz-tma-11"),
        ("mission-gui://", "no link to a moment"),
    ],
)
def test_wrong_words_say_what_would_be_right(text: str, told: str) -> None:
    with pytest.raises(UserError, match=told.replace("+", r"\+")):
        t(text)


@pytest.mark.parametrize("shown", [MARKS, map_wording.SHORT_NAMES, timeline_marks.SHORT_NAMES, NARROW_NAMES])
def test_what_the_board_calls_an_event_names_it(shown: dict[str, Text]) -> None:
    found = {id: [t(str(name)), t(name.ru)] for id, name in shown.items() if id in TIMED.keys() & EVENT_NAMES}
    assert len(found) > 2
    assert found == {id: [TIMED[id]] * 2 for id in found}


def test_the_dots_of_a_letter_may_be_left_out() -> None:
    assert t("облет") == t("облёт")


def test_an_event_that_only_the_flight_times_needs_the_flight() -> None:
    untimed = canned.event("peak_load")
    bare = canned.mission()
    object.__setattr__(bare, "events", (*bare.events[:10], untimed))
    with pytest.raises(UntimedError, match="no time is known for 'peak_load'"):
        moment(bare, None, "peak_load", NOW)
    assert moment(bare, TRAJECTORY, "peak_load", NOW) == 13833.0
