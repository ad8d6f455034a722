"""Files are written whole or not at all."""

import errno
import logging
import os
import time
from functools import partial
from pathlib import Path

import pytest

from mission_gui.domain.errors import UserError
from mission_gui.files import check_writable, keep, make_room, read_sealed, sealed, write_for_user, write_whole
from tests.disk import full_disk


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new" and list(tmp_path.iterdir()) == [path]


def test_a_failed_write_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    write_whole(path, b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(UserError, match=r"a\.txt.*No space left"):
        write_for_user(path, b"new")
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]


def test_on_a_full_disk_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_whole(path, b"old")
    with full_disk(), pytest.raises(UserError, match=r"a\.txt: cannot be written .*make room"):
        write_for_user(path, b"new and longer")
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]


def test_what_is_kept_comes_back_only_whole(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "a"
    assert keep(path, sealed(b"kept"))
    assert read_sealed(path) == b"kept"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ValueError, match="checksum"):
        read_sealed(path)


def test_that_nothing_can_be_kept_is_told_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with full_disk():
        kept = [keep(tmp_path / name, b"content") for name in "abc"]
    assert kept == [False, False, False]
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert str(tmp_path) in record.message and "not kept for the next start" in record.message
    assert list(tmp_path.iterdir()) == []


def test_what_was_written_longest_ago_makes_room(tmp_path: Path) -> None:
    for age, name in enumerate(["new", "older", "oldest"]):
        write_aged(tmp_path / name, 100.0 * age)
    make_room(tmp_path, 20)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "older"]


def test_what_a_killed_program_left_half_written_is_removed(tmp_path: Path) -> None:
    write_aged(tmp_path / ".dead.part", 7200.0)
    write_aged(tmp_path / ".alive.part", 1.0)
    make_room(tmp_path, 5)
    assert [path.name for path in tmp_path.iterdir()] == [".alive.part"]


def write_aged(path: Path, age: float) -> None:
    path.write_bytes(b"0123456789")
    moment = time.time() - age
    os.utime(path, (moment, moment))


def test_why_a_file_cannot_be_written_is_told_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "gone" / "a.png", tmp_path / "file" / "a.png"):
        for writes in (check_writable, partial(write_for_user, content=b"")):
            with pytest.raises(UserError, match="is not there: make it, or choose another"):
                writes(path)

    def as_proc(**_: object) -> tuple[int, str]:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")

    monkeypatch.setattr("mission_gui.files.tempfile.mkstemp", as_proc)
    for writes in (check_writable, partial(write_for_user, content=b"")):
        with pytest.raises(UserError, match="a.png: no file can be made in .*: choose another place"):
            writes(tmp_path / "a.png")
