"""What differs between the platforms: each branch, on whichever one the tests run."""

import io
import sys
from pathlib import Path

import pytest

from mission_gui import system
from mission_gui.system import LINUX, MACOS, WINDOWS, System


@pytest.mark.parametrize(
    ("platform", "expected"),
    [("linux", LINUX), ("darwin", MACOS), ("win32", WINDOWS), ("freebsd14", LINUX)],
)
def test_each_platform_is_told_by_pythons_name_for_it(platform: str, expected: System) -> None:
    assert system.system(platform) is expected


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    for variable in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    # Off Windows its folders are not known.
    known = {"CSIDL_LOCAL_APPDATA": str(tmp_path / "AppData/Local")}
    monkeypatch.setattr("platformdirs.windows.get_win_folder", known.__getitem__)
    return tmp_path


@pytest.mark.parametrize(
    ("this", "settings", "cache", "log"),
    [
        (LINUX, ".config/mission-gui", ".cache/mission-gui", ".local/state/mission-gui/log"),
        (
            MACOS,
            "Library/Application Support/mission-gui",
            "Library/Caches/mission-gui",
            "Library/Logs/mission-gui",
        ),
        (WINDOWS, "AppData/Local/mission-gui", "AppData/Local/mission-gui/Cache", "AppData/Local/mission-gui/Logs"),
    ],
    ids=lambda value: value.name if isinstance(value, System) else "",
)
def test_the_users_files_lie_where_the_platform_keeps_them(
    this: System, settings: str, cache: str, log: str, home: Path
) -> None:
    told = [
        folder.as_posix().replace("\\", "/")
        for folder in (this.settings_folder(), this.cache_folder(), this.log_folder())
    ]
    assert told == [(home / place).as_posix() for place in (settings, cache, log)]
    assert this.data_folder().name == "mission-gui"


def test_only_where_windows_are_shown_by_a_server_can_it_be_missing() -> None:
    assert [this.display_server for this in (LINUX, MACOS, WINDOWS)] == [True, False, False]


@pytest.mark.parametrize(
    ("release", "library", "remedy"),
    [
        ("ID=ubuntu\nID_LIKE=debian\n", "libxcb-cursor.so.0", "sudo apt-get install libxcb-cursor0"),
        ('ID="fedora"\n', "libxcb-cursor.so.0", "sudo dnf install 'libxcb-cursor.so.0()(64bit)'"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "libEGL.so.1", "sudo dnf install 'libEGL.so.1()(64bit)'"),
        ("ID=debian\n", "libunheard.so.3", "install the package that has it"),
        ("ID=arch\n", "libEGL.so.1", "install the package that has it"),
    ],
)
def test_a_missing_library_has_the_remedy_of_its_distribution(
    release: str, library: str, remedy: str, tmp_path: Path
) -> None:
    (tmp_path / "os-release").write_text(release)
    assert remedy in system.remedy(library, tmp_path / "os-release")


def test_a_system_that_does_not_say_what_it_is_gets_a_remedy_too(tmp_path: Path) -> None:
    assert "package" in system.remedy("libEGL.so.1", tmp_path / "none")


def test_a_program_without_a_console_can_print(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    system.mend_streams()
    print("into the void")
    print("too", file=sys.stderr)
    sys.stdout.close()
    sys.stderr.close()


def test_a_letter_that_the_console_does_not_have_stops_no_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    console = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", console)
    system.mend_streams()
    print("T−00:10 Союз")
    console.flush()
    assert console.buffer.getvalue().rstrip() == b"T?00:10 ????"


class _Shell:
    def __init__(self) -> None:
        self.said: list[str] = []

    def SetCurrentProcessExplicitAppUserModelID(self, name: str) -> None:  # noqa: N802  # the name Windows gives it
        self.said.append(name)


def test_windows_hears_whose_windows_they_are_and_the_others_are_not_asked() -> None:
    shell = _Shell()
    for this in (LINUX, MACOS, WINDOWS):
        system.claim_windows(this, lambda: shell)
    assert shell.said == ["MissionGUI.MissionGUI"]


def test_what_an_extra_brings_is_had_by_pip_and_not_at_all_by_the_packaged_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert system.how_to_add("film") == "pip install 'mission-gui[film]'"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "install the wheel with [film]" in system.how_to_add("film")
