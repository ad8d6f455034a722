"""`mission-gui brief`: a pack from the command line, and what is said where that cannot be."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from mission_gui.cli import main
from mission_gui.domain.alternatives import NONE
from mission_gui.export.brief import formats
from mission_gui.export.brief.template import read_template
from mission_gui.session import flight
from tests import canned

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
flown: list[str] = []


@pytest.fixture(autouse=True)
def canned_flight(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    flown.clear()

    def fly(mission: object) -> object:
        flown.append("flown")
        return TRAJECTORY

    monkeypatch.setattr("mission_gui.missionfile.find_mission", Path)
    monkeypatch.setattr("mission_gui.missionfile.read_mission", lambda path: MISSION)
    monkeypatch.setattr(flight, "fly", fly)
    monkeypatch.setattr("mission_gui.session.alternatives.alternatives", lambda *_: NONE)


def brief(*words: object) -> int:
    return main.main(["brief", "soyuz-ms-19", *map(str, words)])


def test_a_pack_is_written_and_its_name_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.pdf"
    assert brief("-o", path, "--slides", "title,ignition,crew", "--marking", "EXERCISE", "--progress") == 0
    told = capsys.readouterr()
    assert told.out == f"{path}\n"
    assert told.err.splitlines() == ["0/3", "1/3", "2/3", "3/3"]
    assert len(PdfReader(path).pages) == 3
    assert list(tmp_path.iterdir()) == [path]


def test_the_template_can_be_printed_and_read_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main(["brief", "--print-template"])
    assert ended.value.code == 0
    path = tmp_path / "mine.toml"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    assert replace(read_template(path), path="") == replace(read_template(), path="")


def test_the_same_command_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        assert brief("-o", tmp_path / name, "--slides", "title,peak_load", "--theme", "dark") == 0
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("-o", "a.doc"), "a.doc: the name of a briefing ends in .pdf, .pptx, .html"),
        (("-o", "nowhere/a.pdf"), "the folder nowhere is not there: make it"),
        (("-o", "folder.pdf"), "folder.pdf: is a folder: choose another name"),
        (("-o", "a.pdf", "--slides", "title,moon"), "'moon' is no slide: write title, way_home"),
        (("-o", "a.pdf", "--template", "mine.toml"), "mine.toml: no such template; give a file, or one of: default"),
    ],
)
def test_what_cannot_be_is_told_before_the_flight(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.pdf").mkdir()
    assert brief(*words) == 2
    assert told in capsys.readouterr().err
    assert flown == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.pdf"]


def test_a_folder_that_is_closed_is_told_before_the_flight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def deny(**_: object) -> tuple[int, str]:
        raise PermissionError(errno.EACCES, "Permission denied")  # the superuser may write anywhere

    monkeypatch.setattr("mission_gui.files.tempfile.mkstemp", deny)
    assert brief("-o", tmp_path / "a.html") == 2
    assert "a.html: cannot be written (Permission denied): choose another place" in capsys.readouterr().err
    assert flown == []


@pytest.mark.parametrize(("name", "package"), [("a.pdf", "typst"), ("a.pptx", "python-pptx")])
def test_a_library_that_is_missing_is_told_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, package: str
) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda module: None)
    assert brief("-o", tmp_path / name) == 2
    told = capsys.readouterr().err
    assert (
        f"the package {package}" in told and "pip install 'mission-gui[brief]'" in told and len(told.split("\n")) == 2
    )
    assert flown == []


def test_a_full_disk_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert brief("-o", path, "--slides", "crew") == 2
    assert "No space left on device" in capsys.readouterr().err
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]
