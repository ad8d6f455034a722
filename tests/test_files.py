"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from mission_gui.domain.errors import UserError
from mission_gui.files import write_for_user, write_whole


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
