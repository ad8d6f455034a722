"""`mission-gui doctor`: what it finds, and that it survives what it looks for."""

import argparse
import importlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication

from mission_gui.cli import doctor, health
from mission_gui.cli.display import NoDisplayError
from mission_gui.cli.health import Finding, State
from mission_gui.cli.main import main


def by_subject(found: Iterator[Finding]) -> dict[str, Finding]:
    return {finding.subject: finding for finding in found}


def test_here_nothing_is_wrong(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    told = capsys.readouterr().out
    assert "Nothing is wrong." in told and "WRONG" not in told
    for subject in (
        "program",
        "libraries",
        "data files",
        "mission",
        "time zones",
        "screen",
        "fonts",
        "settings",
        "kept",
    ):
        assert f" {subject}" in told


def test_machines_get_json(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {"subject", "state", "said", "remedy"} == set(rows[0])
    assert {row["state"] for row in rows} <= {"good", "advice"}


def test_a_library_that_lacks_one_of_the_system_is_told_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.import_module

    def broken(name: str) -> ModuleType:
        if name == "PySide6.QtWidgets":
            raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
        return real(name)

    monkeypatch.setattr("mission_gui.cli.health.importlib.import_module", broken)
    monkeypatch.setattr(health, "remedy", lambda library: f"get {library}")
    found = next(finding for finding in health.libraries() if finding.state is State.BAD)
    assert "PySide6-Essentials does not load" in found.said
    assert found.remedy == "get libEGL.so.1"


def test_the_qt_that_aborts_on_this_python_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_version", lambda package: "6.12.0")
    monkeypatch.setattr("mission_gui.cli.health.sys.version_info", (3, 11, 7))
    assert any(f.state is State.BAD and "PySide6-Essentials<6.12" in f.remedy for f in health.libraries())


def test_without_a_display_the_rest_is_looked_at(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setattr(health, "require_display", _no_display)
    found = by_subject(health.screen())
    monkeypatch.setenv("QT_QPA_PLATFORM", os.environ["QT_QPA_PLATFORM"])
    assert found["screen"].state is State.ADVICE and "shot" in found["screen"].remedy
    assert found["fonts"].state is State.GOOD and "Inter" in found["fonts"].said


def _no_display() -> None:
    raise NoDisplayError("there is no display here\nmore")


def test_a_folder_that_cannot_be_written_is_told_with_what_is_lost(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(health, "unwritable", lambda folder: "Read-only file system" if "config" in str(folder) else "")
    found = by_subject(health.folders())
    assert found["settings"].state is State.ADVICE
    assert "Read-only file system" in found["settings"].said and "forgotten" in found["settings"].remedy
    assert found["kept flights"].state is State.GOOD


def test_a_folder_that_is_not_there_yet_goes_by_the_one_it_would_be_made_in(tmp_path: Path) -> None:
    assert health.unwritable(tmp_path / "not" / "there") == ""
    assert not (tmp_path / "not").exists()


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mission_gui.cli.health.shutil.disk_usage", lambda place: argparse.Namespace(free=5_000_000))
    assert by_subject(health.folders())["disk"].said.startswith("5 MB are free")


def test_missing_data_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> Path:
        raise FileNotFoundError(name)

    monkeypatch.setattr(health, "resource", gone)
    (found,) = health.resources()
    assert found.state is State.BAD and "map/world.npz" in found.said


def test_a_check_that_breaks_off_is_a_finding(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def clocks() -> Iterator[Finding]:
        yield Finding("clocks", State.GOOD, "one")
        raise ZeroDivisionError("no gears")

    monkeypatch.setattr(doctor, "CHECKS", (clocks,))
    assert main(["doctor"]) == 1
    told = capsys.readouterr().out
    assert "ZeroDivisionError: no gears" in told and "One thing is wrong." in told


def test_earlier_crashes_are_told() -> None:
    from mission_gui.app import crash

    assert list(health.crashes()) == []
    crash.folder().mkdir(parents=True)
    (crash.folder() / "crash-2026-01-01T000000Z-1.log").write_text("bang")
    (found,) = health.crashes()
    assert "crash-2026-01-01T000000Z-1.log" in found.said
