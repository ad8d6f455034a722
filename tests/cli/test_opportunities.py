"""Landing opportunities on the command line."""

import argparse
import json

import pytest

from mission_gui.cli import opportunities
from mission_gui.domain.errors import UserError


def asked(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    opportunities.add_arguments(parser)
    return parser.parse_args(["soyuz-ms-19", *words])


def test_the_flown_one_is_listed_with_every_key(capsys: pytest.CaptureFixture[str]) -> None:
    assert opportunities.run(asked("--json")) == 0
    listed = json.loads(capsys.readouterr().out)
    flown = next(row for row in listed if row["ignition"].startswith("2022-03-30T10:34"))
    assert set(flown) == {"ignition", "landing", "orbit", "cross_range_km", "sun_elevation_deg", "kind"}


def test_where_there_are_none_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert opportunities.run(asked("--zone", "75,0")) == 0
    assert "no ignition on 2022-03-30 reaches 75,0" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--day", "tomorrow"), "no day"),
        (("--day", "2022-05-30"), "element set"),
        (("--zone", "here"), "no place"),
        (("--zone", "95,0"), "not on the Earth"),
        (("--zone", "nan,0"), "not on the Earth"),
    ],
)
def test_wrong_words_are_told_what_would_be_right(words: tuple[str, str], told: str) -> None:
    with pytest.raises(UserError, match=told):
        opportunities.run(asked(*words))
