"""The file of limits: SI bounds in order, each with its source; faults in words."""

from math import inf
from pathlib import Path

import pytest

from mission_gui.domain.errors import MissionFileError
from mission_gui.domain.facts import Kind
from mission_gui.domain.limits import Level, limit_at
from mission_gui.missionfile.limits import read_limits
from mission_gui.resources import resource

PATH = resource("limits/soyuz.toml")
G = 9.80665


def test_every_limit_names_its_source_and_is_published() -> None:
    limits = read_limits(PATH)
    assert limits
    assert all(limit.provenance.source and limit.provenance.kind is Kind.ACTUAL for limit in limits)
    assert all(limit.name.en and limit.name.ru for limit in limits)


def test_limits_of_a_channel_follow_each_other_without_gap_or_overlap() -> None:
    load = [limit for limit in read_limits(PATH) if limit.channel == "load"]
    assert [limit.low / G for limit in load] == pytest.approx([5.0, 8.0, 9.0])
    assert [limit.high for limit in load] == [*(limit.low for limit in load[1:]), inf]
    assert [limit.level for limit in load] == list(Level)


@pytest.mark.parametrize(
    ("load", "level"), [(4.99, None), (5.0, Level.CAUTION), (8.3, Level.SERIOUS), (12.0, Level.CRITICAL)]
)
def test_a_value_reaches_the_limit_it_lies_in(load: float, level: Level | None) -> None:
    limit = limit_at(read_limits(PATH), "load", load * G)
    assert (limit.level if limit else None) == level
    assert limit_at(read_limits(PATH), "mach", load * G) is None


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('channel = "load"', 'channel = "lode"', "limits[0].channel"),
        ('level = "caution"', 'level = "warning"', "limits[0].level"),
        ('value = 5.0, unit = "g"', 'value = 5.0, unit = "stone"', "limits[0].begins.unit"),
        ('value = 5.0, unit = "g"', 'value = 5.0, unit = "km"', "limits[0]"),
        ('source = "esa"', 'source = "asa"', "limits[0].begins.source"),
        ("format = 1", "format = 2", "format"),
    ],
)
def test_faults_name_their_place(tmp_path: Path, old: str, new: str, place: str) -> None:
    path, content = tmp_path / "limits.toml", PATH.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(MissionFileError) as caught:
        read_limits(path)
    assert any(fault.startswith(place) for fault in caught.value.faults)
