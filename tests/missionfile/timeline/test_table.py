"""Timelines are understood as they are printed, and what is not understood is listed."""

from datetime import UTC, date, datetime, tzinfo

import pytest

from mission_gui.domain.errors import UserError
from mission_gui.domain.events import EVENT_NAMES
from mission_gui.missionfile.timeline.names import PHRASES, key_of, known_event
from mission_gui.missionfile.timeline.table import read_table
from mission_gui.missionfile.timeline.zones import zone_of
from tests.missionfile.timeline import samples


def told(text: str, day: date | None = None, zone: tzinfo | None = None, year: int | None = None) -> dict[str, str]:
    """The times in UTC, by the event that the program knows or the name."""
    entries = read_table(text, day, zone, year).entries
    return {known_event(entry.name) or entry.name: f"{entry.time:%m-%d %H:%M:%S}" for entry in entries}


def test_times_on_lines_of_their_own_belong_to_the_line_below() -> None:
    assert told(samples.AGENCY_PAGE, date(2019, 6, 24)) == {
        "hatch_closed": "06-24 20:10:00",
        "undock_command": "06-24 23:24:00",
        "undocking": "06-24 23:25:30",
        "separation_burn": "06-24 23:28:30",
        "ignition": "06-25 01:55:03",
        "module_separation": "06-25 02:22:29",
        "entry_interface": "06-25 02:25:20",
        "blackout_start": "06-25 02:26:49",
        "blackout_end": "06-25 02:31:36",
        "parachutes": "06-25 02:33:37",
        "soft_landing_engines": "06-25 02:47:53",
        "touchdown": "06-25 02:47:55",
    }


def test_of_a_broadcast_the_events_count_not_the_programmes() -> None:
    timeline = read_table(samples.TV_SCHEDULE, None, None, 2009)
    assert told(samples.TV_SCHEDULE, year=2009) == {
        "hatch_closed": "12-01 00:53:00",
        "undocking": "12-01 03:53:00",
        "ignition": "12-01 06:25:00",
        "touchdown": "12-01 07:16:00",
    }
    (left,) = timeline.left_out
    assert left.startswith("line 9: '12:30 p.m. – Video File") and "on the air" in left
    assert told(samples.BRACKETS) == {
        "hatch_closed": "05-23 20:00:00",
        "undocking": "05-23 23:06:00",
        "ignition": "05-24 01:35:00",
        "touchdown": "05-24 02:26:00",
    }


def test_columns_have_zones_and_those_that_disagree_are_told() -> None:
    timeline = read_table(samples.TABLE, None, None)
    assert told(samples.TABLE) == {
        "hatch_closed": "03-30 03:45:00",
        "undock_command": "03-30 07:18:00",
        "undocking": "03-30 07:21:00",
        "ignition": "03-30 10:34:00",
        "Cue card closed": "03-30 11:00:00",
        "touchdown": "03-30 11:28:00",
    }
    assert timeline.title == "Soyuz MS-19 Landing Timeline"
    (left,) = timeline.left_out
    assert "Cue card closed" in left and "do not agree" in left


def test_moscow_keeps_the_law_of_the_year() -> None:
    """UTC+4 from 2011 to 2014."""
    assert told(samples.CSV) == {
        "undocking": "09-16 23:09:00",
        "ignition": "09-17 01:56:20",
        "touchdown": "09-17 02:53:00",
    }


def test_whole_stamps_days_of_the_year_and_military_times() -> None:
    assert told(samples.STAMPS, date(2022, 3, 30)) == {
        "undocking": "03-30 07:21:03",
        "ignition": "03-30 10:34:00",
        "touchdown": "03-30 11:28:00",
        "Hatch opened": "03-30 11:28:00",
    }


def test_seconds_tell_the_precision() -> None:
    entries = read_table(samples.STAMPS, date(2022, 3, 30), None).entries
    assert [entry.precision for entry in entries] == [1.0, 1.0, 60.0, 60.0]


def test_a_new_day_begins_where_the_clock_goes_back() -> None:
    text = "11:50 p.m. EDT Undocking\n2:40 a.m. EDT Deorbit burn\n1 a.m. EDT A little earlier"
    assert told(text, date(2013, 5, 13)) == {
        "undocking": "05-14 03:50:00",
        "ignition": "05-14 06:40:00",
        "A little earlier": "05-14 05:00:00",
    }


@pytest.mark.parametrize(
    ("line", "utc"),
    [
        ("Landing: noon EST", "17:00"),
        ("12 a.m. EST Landing", "05:00"),
        ("Landing 9.15 p.m., Landing at 9:15 PM EST", "02:15"),
        ("Landing at 14:28 Moscow time (5:28 p.m. Kazakh time)", "11:28"),
        ("14:28 МСК посадка", "11:28"),
        ("Landing (11:28 GMT)", "11:28"),
    ],
)
def test_times_are_read_as_they_are_written(line: str, utc: str) -> None:
    (entry,) = read_table(line, date(2022, 1, 30), None).entries
    assert f"{entry.time:%H:%M}" == utc and known_event(entry.name) == "touchdown"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("10:00 Landing", "no zone is told"),
        ("25:00 EDT Landing", ""),
        ("10:00 EDT", "no name stands beside the time"),
        ("Landing at 5:28 p.m. local time", "landing site alone"),
    ],
)
def test_what_is_not_understood_is_listed_with_its_line(line: str, why: str) -> None:
    timeline = read_table(f"Timeline\n{line}", date(2022, 3, 30), None)
    assert timeline.entries == ()
    assert [left.startswith("line 2: ") and why in left for left in timeline.left_out] == ([True] if why else [])


def test_without_a_day_nothing_is_guessed() -> None:
    timeline = read_table("10:00 EDT Landing", None, None)
    assert timeline.entries == () and "no date is told" in timeline.left_out[0]


def test_a_zone_given_by_the_user_holds_until_the_text_tells_another() -> None:
    text = "14:00 Undocking\n(all times GMT)\n15:00 Landing"
    assert told(text, date(2022, 3, 30), zone_of("Europe/Moscow")) == {
        "undocking": "03-30 11:00:00",
        "touchdown": "03-30 15:00:00",
    }
    assert datetime(2022, 7, 1, tzinfo=zone_of("edt")).astimezone(UTC).hour == 4
    with pytest.raises(UserError, match="Asia/Almaty"):
        zone_of("Mars/Olympus")


def test_phrases_lead_to_events_of_the_program() -> None:
    assert {event for _, event in PHRASES} <= set(EVENT_NAMES)
    assert known_event("Soyuz lands southeast of Zhezkazgan") == "touchdown"
    assert known_event("Crew at the landing site") is None
    assert known_event("Расстыковка") == "undocking"
    assert key_of("Suits on!", {"suits_on"}, "event") == "suits_on_2"
    assert key_of("Посадка", set(), "event") == "event"


@pytest.mark.parametrize("piece", ["3 p.m. ", "<p><!--", "<tr><td>", "<p>&#", "10:00 EDT landing, ", "(", "May "])
def test_nonsense_without_end_is_read_to_its_end(piece: str) -> None:
    timeline = read_table(piece * (900_000 // len(piece)), date(2022, 3, 29), None)
    assert len(timeline.entries) <= 1
