"""Timestamps in whatever form they are pasted."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mission_gui.domain.timestamps import read_timestamp

FORMS = (
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%d %H:%M:%S",
    "%Y%m%dT%H%M%S",
    "%Y-%jT%H:%M:%S",
    "%Y:%j:%H:%M:%S",
    "%d.%m.%Y %H:%M:%S",
    "%d %b %Y %H:%M:%S",
    "%d %B %Y, %H:%M:%S",
    "%B %d, %Y %I:%M:%S %p",
    "%a, %d %b %Y %H:%M:%S",
    "%H:%M:%S, %d %B %Y",
)
ZONES = {
    "Z": UTC,
    " UTC": UTC,
    " ДМВ": ZoneInfo("Europe/Moscow"),
    " EDT": timezone(timedelta(hours=-4)),
    "+05:00": timezone(timedelta(hours=5)),
    " -0330": timezone(-timedelta(hours=3, minutes=30)),
    " Asia/Almaty": ZoneInfo("Asia/Almaty"),
}


@given(st.datetimes(datetime(2000, 1, 1), datetime(2035, 1, 1)), st.sampled_from(FORMS), st.sampled_from(sorted(ZONES)))
def test_what_is_written_is_read(written: datetime, form: str, name: str) -> None:
    local = written.replace(microsecond=0, tzinfo=ZONES[name])
    if not form.endswith("%S") and not name.startswith(" "):
        name = f" {name}"  # an offset stands behind a time
    read = read_timestamp(local.strftime(form) + name, 1999)
    assert read is not None
    assert read.on(datetime(1999, 1, 1).date()) == local


@given(st.text(max_size=40))
def test_no_text_makes_it_fall(text: str) -> None:
    try:
        read_timestamp(text, 2022)
    except ValueError as error:
        assert str(error)


@pytest.mark.parametrize("text", ["", "touchdown-00:05:00", "T+1:00", "peak load", "12", "10:52 somewhere", "30 Mart"])
def test_other_words_are_no_timestamp(text: str) -> None:
    assert read_timestamp(text, 2022) is None


def test_a_day_without_a_year_is_in_that_of_the_mission() -> None:
    read = read_timestamp("30 Mar 10:52", 2022)
    assert read is not None and read.day == datetime(2022, 3, 30).date()
