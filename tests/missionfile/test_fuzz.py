"""Whatever is done to a mission file, it is read or its faults are listed; nothing else is ever raised."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mission_gui.missionfile import checks
from mission_gui.missionfile.faults import schema_faults
from mission_gui.missionfile.models import MissionTable
from tests.missionfile.mutation import GOOD, faults_of

RAW = GOOD.encode("utf-8")
LINES = GOOD.splitlines(keepends=True)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.just(10**400),
    st.floats(),
    st.text(max_size=12),
    st.datetimes(),
    st.lists(st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2),
)
quick = settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@quick
@given(cut=st.integers(0, len(RAW)))
def test_a_truncated_file_is_read_or_faulted(folder: Path, cut: int) -> None:
    faults = faults_of(folder, RAW[:cut])
    assert faults or cut >= len(RAW.rstrip())


@quick
@given(place=st.integers(0, len(RAW) - 1), new=st.binary(min_size=0, max_size=4), length=st.integers(0, 6))
def test_a_file_with_bytes_replaced_is_read_or_faulted(folder: Path, place: int, new: bytes, length: int) -> None:
    faults_of(folder, RAW[:place] + new + RAW[place + length :])


@quick
@given(data=st.data())
def test_a_file_with_lines_dropped_doubled_or_moved_is_read_or_faulted(folder: Path, data: st.DataObject) -> None:
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 4))):
        index = data.draw(st.integers(0, len(lines) - 2))
        lines[index : index + 2] = data.draw(
            st.sampled_from([[lines[index]], [lines[index + 1]] * 2, [lines[index + 1], lines[index]]])
        )
    faults_of(folder, "".join(lines))


@quick
@given(data=st.data())
def test_any_value_in_any_place_gives_faults_with_a_message_each(data: st.DataObject) -> None:
    tables = tomllib.loads(GOOD)
    holder: Any = tables
    while True:
        key = data.draw(st.sampled_from(sorted(holder) if isinstance(holder, dict) else range(len(holder))))
        if not isinstance(holder[key], (dict, list)) or not holder[key] or data.draw(st.integers(0, 3)) == 0:
            break
        holder = holder[key]
    holder[key] = data.draw(VALUES)
    _, faults = schema_faults(MissionTable, tables)
    faults += checks.mission_faults(tables)
    assert all(place and message for place, message in faults)
