"""The commands: found by name, imported only when asked for, and clear about wrong words."""

import platform
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import qVersion

from mission_gui import __version__
from mission_gui.cli import display, main, open_board
from mission_gui.cli.display import lacking
from mission_gui.cli.status import FAULTY, INTERRUPTED, STATUSES, UNUSABLE
from mission_gui.domain.errors import Finding, MissionFileError, TrajectoryError, UserError


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "mission_gui", *words], capture_output=True, text=True, timeout=120)


def test_the_version_is_told() -> None:
    told = run("--version").stdout
    assert told.startswith(f"mission-gui {__version__} (commit ")
    assert f"Python {platform.python_version()}, Qt {qVersion()}" in told


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main.main(["--help"])
    assert end.value.code == 0
    told = capsys.readouterr().out
    assert all(f"  {name}" in told for name in main.COMMANDS)
    assert "--at WHEN" in told


@pytest.mark.parametrize("name", main.COMMANDS)
def test_every_command_has_its_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main.main([name, "--help"])
    assert end.value.code == 0
    assert f"mission-gui {name}" in capsys.readouterr().out


def test_listing_missions_needs_no_qt_and_no_scipy() -> None:
    code = (
        "import sys; from mission_gui.cli.main import main; status = main(['list']); "
        "print(sorted({'PySide6', 'scipy'} & set(sys.modules))); sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_word_that_is_neither_command_nor_mission_gets_both_lists(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["lsit"]) == 2
    told = capsys.readouterr().err
    assert "soyuz-ms-19" in told
    assert ", ".join(main.COMMANDS) in told
    assert "Traceback" not in told


def test_a_wrong_moment_lists_the_events_before_a_window_opens(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["soyuz-ms-19", "--at", "touchdwon"]) == 2
    told = capsys.readouterr().err
    assert "Did you mean touchdown" in told and "module_separation" in told


@pytest.mark.parametrize("rate", ["0", "5000", "fast", "nan"])
def test_a_wrong_rate_is_refused(rate: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main.main(["--rate", rate])
    assert end.value.code == 2
    assert "--rate" in capsys.readouterr().err


def test_a_negative_rate_is_read() -> None:
    assert open_board.rate("-60") == -60.0


def test_a_faulty_file_ends_with_status_1(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(args: object) -> int:
        raise MissionFileError("lost.toml", [Finding("epoch", "no time zone", "add Z")])

    monkeypatch.setattr(open_board, "run", refuse)
    assert main.main([]) == 1
    assert "lost.toml: 1 fault\n  epoch: no time zone; add Z" in capsys.readouterr().err


def test_an_interrupt_ends_with_status_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(args: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(open_board, "run", interrupt)
    assert main.main([]) == 130


def test_a_reader_that_has_enough_is_no_error() -> None:
    command = f"'{sys.executable}' -m mission_gui track soyuz-ms-19 --step 5 | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=120)
    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


# ---- the display


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_without_a_display_it_says_so_and_what_to_do(
    bare: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main([]) == 1
    told = capsys.readouterr().err
    assert "neither DISPLAY nor WAYLAND_DISPLAY is set" in told
    assert "mission-gui shot" in told


def test_a_display_that_does_not_answer_is_named(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("DISPLAY", ":987")
    bare.setattr(display, "missing_library", lambda: "")
    with pytest.raises(display.NoDisplayError, match="DISPLAY=:987 does not answer"):
        display.require_display()


def test_the_library_that_is_missing_is_named_with_its_package(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("DISPLAY", ":0")
    bare.setattr(display, "missing_library", lambda: "libxcb-icccm.so.4")
    with pytest.raises(display.NoDisplayError, match="apt-get install libxcb-icccm4"):
        display.require_display()


def test_a_platform_that_the_user_chose_is_not_questioned(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("QT_QPA_PLATFORM", "offscreen")
    display.require_display()


@pytest.mark.parametrize(
    ("complaint", "library"),
    [
        ("libxcb-cursor.so.0: cannot open shared object file: No such file or directory", "libxcb-cursor.so.0"),
        ("libqxcb.so: undefined symbol: qt_version_tag", ""),
    ],
)
def test_the_loaders_complaint_is_read(complaint: str, library: str) -> None:
    assert lacking(complaint) == library


def test_this_system_has_what_a_window_needs_or_says_what_it_lacks() -> None:
    assert display.missing_library() == "" or display.missing_library().startswith("lib")


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (MissionFileError("a.toml", [Finding("crew", "is empty")]), FAULTY),
        (TrajectoryError("no flight meets these figures"), FAULTY),
        (display.NoDisplayError("there is no display here"), FAULTY),
        (UserError("a.mp4: this file is empty"), UNUSABLE),
        (KeyboardInterrupt(), INTERRUPTED),
    ],
)
def test_every_error_leads_to_the_status_that_the_manual_tells(
    error: BaseException, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(words: list[str]) -> int:
        raise error

    monkeypatch.setattr(main, "_run", fail)
    assert main.main([]) == status and STATUSES[status]


def test_a_faulty_template_ends_as_any_other_faulty_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for content, told in (
        ("format = 1\nfoo = 2\n", "foo"),
        ('format = 1\nslides = ["lunch"]\n', "'lunch' is no slide"),
    ):
        path = tmp_path / "mine.toml"
        path.write_text(content)
        words = ["brief", "soyuz-ms-19", "--template", str(path), "-o", str(tmp_path / "a.html")]
        assert main.main(words) == FAULTY
        said = capsys.readouterr().err
        assert f"{path}: 1 fault" in said and told in said
    assert not (tmp_path / "a.html").exists()
