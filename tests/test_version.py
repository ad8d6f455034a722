"""Which program it is: version, commit, Python and Qt."""

import platform
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import qVersion

from mission_gui import __version__, version


@pytest.fixture(autouse=True)
def fresh() -> None:
    version.commit.cache_clear()


def test_the_line_names_version_commit_python_and_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version, "commit", lambda: "0123456789ab")
    expected = f"mission-gui {__version__} (commit 0123456789ab), Python {platform.python_version()}, Qt {qVersion()}"
    assert version.told() == expected


def test_a_built_package_says_what_it_was_built_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "commit").write_text("fedcba987654\n")
    monkeypatch.setattr(version, "resource", lambda name: tmp_path / name)
    assert version.commit() == "fedcba987654"


def test_a_checkout_says_what_git_says_and_whether_it_was_changed(tmp_path: Path) -> None:
    def git(*words: str) -> str:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        command = ["git", "-C", str(tmp_path), *identity, *words]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    git("init", "--quiet")
    (tmp_path / "file").write_text("one")
    git("add", "file")
    git("commit", "--quiet", "-m", "one")
    head = git("rev-parse", "HEAD")
    assert version.commit_of(tmp_path) == head[:12]
    (tmp_path / "file").write_text("two")
    assert version.commit_of(tmp_path) == head[:12] + "+"


def test_a_folder_that_is_no_checkout_has_no_commit(tmp_path: Path) -> None:
    assert version.commit_of(tmp_path) == ""


def test_without_a_commit_the_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version, "commit", lambda: "")
    assert "(commit unknown)" in version.told()
