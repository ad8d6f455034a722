"""What a data file was built into comes back as it was, and only while nothing has changed."""

import hashlib
import logging
import os
import pickle
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mission_gui.domain.errors import MissionFileError, UserError
from mission_gui.missionfile import kept, read_mission, read_outline
from mission_gui.missionfile.limits import read_limits
from mission_gui.resources import resource

SHIPPED = resource("missions/soyuz-ms-19.toml")


@pytest.fixture
def mission_file(tmp_path: Path) -> Path:
    """A mission file of the test's own."""
    return Path(shutil.copy(SHIPPED, tmp_path / "mine.toml"))


def test_a_mission_comes_back_as_it_was(mission_file: Path) -> None:
    kept.read_mission(mission_file)
    assert kept.read_mission(mission_file) == read_mission(mission_file)


def test_outline_and_limits_come_back_as_they_were() -> None:
    outline, limits = resource("station/outline.toml"), resource("limits/soyuz.toml")
    for _ in range(2):
        assert repr(kept.read_outline(outline)) == repr(read_outline(outline))
        assert kept.read_limits(limits) == read_limits(limits)


def test_the_second_reading_needs_nothing_that_checks_files(mission_file: Path) -> None:
    kept.read_mission(mission_file)
    code = (
        "import sys; from mission_gui.missionfile import kept; "
        "from mission_gui.missionfile.library import find_mission; "
        f"kept.read_mission(find_mission({str(mission_file)!r})); print('pydantic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert done.stdout.strip() == "False"


def test_a_changed_file_is_read_again(mission_file: Path) -> None:
    kept.read_mission(mission_file)
    text = mission_file.read_text(encoding="utf-8")
    mission_file.write_text(text.replace('en = "Soyuz MS-19"', 'en = "My own"', 1), encoding="utf-8")
    assert kept.read_mission(mission_file).name.en == "My own"


def test_a_change_of_other_data_makes_it_anew(mission_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept.read_mission(mission_file)
    kept._keep(
        kept.place("mission", mission_file), kept._key("mission", mission_file), replace(before, spacecraft="Old")
    )
    assert kept.read_mission(mission_file).spacecraft == "Old"
    monkeypatch.setattr(kept, "_surroundings", lambda: b"another vehicle")
    assert kept.read_mission(mission_file) == before


def test_a_fault_is_told_each_time(mission_file: Path) -> None:
    mission_file.write_text("format = 1\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(MissionFileError):
            kept.read_mission(mission_file)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="missing.toml"):
        kept.read_mission(tmp_path / "missing.toml")


@pytest.mark.parametrize(("length", "more"), [(-100, b""), (0, b""), (None, b"x")])
def test_what_is_damaged_is_made_anew(mission_file: Path, length: int | None, more: bytes) -> None:
    before = kept.read_mission(mission_file)
    place = kept.place("mission", mission_file)
    place.write_bytes(place.read_bytes()[:length] + more)
    assert kept.read_mission(mission_file) == before


class _Evil:
    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, ("exit 1",)


def test_what_was_tampered_with_runs_nothing(mission_file: Path, caplog: pytest.LogCaptureFixture) -> None:
    before = kept.read_mission(mission_file)
    payload = pickle.dumps(_Evil())
    key = kept._key("mission", mission_file)
    kept.place("mission", mission_file).write_bytes(key + hashlib.sha256(payload).digest() + payload)
    with caplog.at_level(logging.INFO):
        assert kept.read_mission(mission_file) == before
    assert "is no value of a mission" in caplog.text


def test_where_nothing_can_be_kept_the_mission_is_read_all_the_same(
    mission_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(in_the_way))
    assert kept.read_mission(mission_file) == read_mission(mission_file)
    assert "is not kept for the next start" in caplog.text
