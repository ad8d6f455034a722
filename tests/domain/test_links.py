"""Links to a moment."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mission_gui.domain.errors import UserError
from mission_gui.domain.links import is_link, link, parse

MOMENT = datetime(2022, 3, 30, 10, 34, tzinfo=UTC)


def test_a_link_names_mission_and_instant() -> None:
    assert link("soyuz-ms-19", MOMENT) == "mission-gui://soyuz-ms-19?at=2022-03-30T10:34:00Z"


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))
def test_a_link_leads_back(utc: datetime) -> None:
    mission, when = parse(link("soyuz-tma-01m", utc))
    assert mission == "soyuz-tma-01m"
    assert when is not None and datetime.fromisoformat(when) == utc


@pytest.mark.parametrize(
    ("text", "mission", "when"),
    [
        ("mission-gui://soyuz-ms-19", "soyuz-ms-19", None),
        ("mission-gui://soyuz-ms-19/", "soyuz-ms-19", None),
        ("MISSION-GUI://Soyuz-MS-19?at=touchdown-00:05:00", "soyuz-ms-19", "touchdown-00:05:00"),
        ("mission-gui://soyuz-ms-19?at=2022-03-30T10%3A34%3A00Z", "soyuz-ms-19", "2022-03-30T10:34:00Z"),
    ],
)
def test_links_as_browsers_and_people_write_them(text: str, mission: str, when: str | None) -> None:
    assert is_link(text)
    assert parse(text) == (mission, when)


@pytest.mark.parametrize(
    "text",
    [
        "mission-gui://",
        "mission-gui:///etc/passwd",
        "mission-gui://soyuz-ms-19/../../x",
        "mission-gui://soyuz-ms-19?to=now",
        "mission-gui://soyuz-ms-19?at=1&at=2",
        "mission-gui://[::1",
        "https://soyuz-ms-19?at=now",
    ],
)
def test_what_is_no_link_is_refused_with_the_form_of_one(text: str) -> None:
    with pytest.raises(UserError, match="no link to a moment.*mission-gui://soyuz-ms-19"):
        parse(text)


def test_a_mission_is_not_taken_for_a_link() -> None:
    assert not is_link("soyuz-ms-19")
    assert not is_link("mission-gui.toml")
