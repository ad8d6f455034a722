"""Reports of crashes: kept where the platform keeps logs, found by the next start, silent when all went well."""

import logging
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mission_gui.app import crash


def test_a_run_that_ends_in_order_leaves_nothing() -> None:
    report = crash.CrashLog()
    assert report.path is not None and report.path.exists()
    assert report.close() is None
    assert list(crash.folder().iterdir()) == []
    assert crash.found() == []


def test_what_went_wrong_is_kept_with_the_program_it_happened_in() -> None:
    report = crash.CrashLog()
    report.note("Traceback: ZeroDivisionError")
    path = report.close()
    assert path is not None
    text = path.read_text()
    assert "ZeroDivisionError" in text and "mission-gui" in text and "Python" in text
    assert crash.reports() == [path]
    assert crash.found() == [], "the run itself has told where it is"


@pytest.mark.skipif(sys.platform == "win32", reason="there a process does not die of a signal")
def test_a_run_that_dies_of_a_signal_is_found_by_the_next() -> None:
    code = (
        "import os, signal; from mission_gui.app.crash import CrashLog; "
        "CrashLog(); os.kill(os.getpid(), signal.SIGSEGV)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
    assert done.returncode == -signal.SIGSEGV
    (path,) = crash.found()
    assert "Segmentation fault" in path.read_text()
    assert crash.found() == [], "once is enough"
    assert crash.reports() == [path]


def test_a_run_that_still_goes_on_is_left_alone() -> None:
    crash.folder().mkdir(parents=True)
    other = crash.folder() / f"run-2026-01-01T000000Z-{os.getpid() + 1}.log"
    other.touch()
    assert crash.found() == []
    assert other.exists()


def test_old_reports_make_room() -> None:
    crash.folder().mkdir(parents=True)
    for day in range(1, 15):
        (crash.folder() / f"crash-2026-01-{day:02d}T000000Z-1.log").write_text("bang")
    crash.found()
    kept = crash.reports()
    assert len(kept) == crash.MOST_KEPT
    assert kept[0].name.startswith("crash-2026-01-14")


def test_where_no_report_can_be_written_the_program_goes_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    monkeypatch.setattr(crash, "folder", lambda: blocked / "log")
    with caplog.at_level(logging.WARNING):
        report = crash.CrashLog()
    assert "no report" in caplog.text
    report.note("lost")
    assert report.close() is None
    assert crash.found() == []
