"""`mission-gui shot`: pictures from the command line, without a display."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QImage

from mission_gui.cli import main, shot
from mission_gui.domain.alternatives import NONE
from mission_gui.export.formats import FORMATS
from mission_gui.export.stage import PARTS
from mission_gui.session import flight
from tests import canned
from tests.stamps import read_stamp

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()


@pytest.fixture(autouse=True)
def canned_flight(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    monkeypatch.setattr("mission_gui.missionfile.library.find_mission", Path)
    monkeypatch.setattr("mission_gui.missionfile.kept.read_mission", lambda path: MISSION)
    monkeypatch.setattr(flight, "fly", lambda mission: TRAJECTORY)
    monkeypatch.setattr("mission_gui.cli.shot_series.fly", lambda mission: TRAJECTORY)
    for module in ("session.alternatives", "cli.shot_series", "export.shooting"):
        monkeypatch.setattr(f"mission_gui.{module}.alternatives", lambda *_: NONE)
    monkeypatch.setattr("mission_gui.export.shooting.cores", lambda: 1)


TINY = ("--size", "1024x640", "--scale", "0.25")


def take(*words: object) -> int:
    return main.main(["shot", "soyuz-ms-19", *map(str, words)])


def test_a_shot_writes_the_picture_and_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.png"
    assert take("--at", "touchdown-00:05:00", "--size", "1024x640", "--theme", "light", "-o", path) == 0
    assert capsys.readouterr().out == f"{path}\n"
    assert QImage(str(path)).text("Title") == "Soyuz MS-19 at 2022-03-30T11:23:03Z"


def test_the_scale_multiplies_the_pixels(tmp_path: Path) -> None:
    assert take("--at", "undocking", "--size", "1024x640", "--scale", "1.5", "-o", tmp_path / "a.png") == 0
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (1536, 960)


def test_events_gives_a_picture_of_each_main_event_named_after_it(tmp_path: Path) -> None:
    folder = tmp_path / "out" / "stills"
    assert take("--at", "events", *TINY, "-o", folder) == 0
    names = sorted(path.name for path in folder.iterdir())
    assert names[:2] == [
        "soyuz-ms-19_2022-03-30T041600Z_hatch_closed.png",
        "soyuz-ms-19_2022-03-30T072103Z_undocking.png",
    ]
    assert names[-1] == "soyuz-ms-19_2022-03-30T145800Z_karaganda.png" and len(names) == 16


def test_several_moments_and_steps_give_a_picture_each(tmp_path: Path) -> None:
    assert take("--at", "ignition,T+00:10:00", *TINY, "-o", tmp_path / "a") == 0
    assert [path.name for path in sorted((tmp_path / "a").iterdir())] == [
        "soyuz-ms-19_2022-03-30T073103Z.png",
        "soyuz-ms-19_2022-03-30T103411Z.png",
    ]
    span = ("--from", "ignition", "--to", "ignition+00:10:00")
    assert take("--every", "00:05:00", *span, *TINY, "--contact-sheet", "-o", tmp_path / "b") == 0
    times = [path.name.split("T", 1)[-1] for path in sorted((tmp_path / "b").glob("*Z.png"))]
    assert times == ["103411Z.png", "103911Z.png", "104411Z.png"]
    sheet = QImage(str(tmp_path / "b" / "soyuz-ms-19_contact-sheet.png"))
    assert sheet.width() > 900 and "3 pictures" in sheet.text("Description")


def test_a_series_goes_on_where_it_stopped(tmp_path: Path) -> None:
    words = ("--every", "00:05:00", "--from", "ignition", "--to", "ignition+00:10:00", *TINY, "-o", tmp_path)
    assert take(*words) == 0
    first, second, third = sorted(tmp_path.iterdir())
    old = first.stat().st_mtime_ns, third.stat().st_mtime_ns
    second.unlink()
    assert take(*words) == 0
    assert (first.stat().st_mtime_ns, third.stat().st_mtime_ns) == old and second.exists()
    assert take(*words, "--theme", "light") == 0
    assert first.stat().st_mtime_ns != old[0], "another command takes them anew"


def test_only_files_of_this_program_are_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"my own picture")
    assert take("--at", "undocking", *TINY, "-o", path) == 2
    assert "not a picture of this program" in capsys.readouterr().err
    assert path.read_bytes() == b"my own picture"
    assert take("--at", "undocking", *TINY, "-o", path, "--overwrite") == 0
    assert take("--at", "ignition", *TINY, "-o", path) == 0


def test_the_words_are_written_beside_the_picture(tmp_path: Path) -> None:
    path, words = tmp_path / "a.png", tmp_path / "a.txt"
    assert take("--at", "undocking", "--panel", "map", *TINY, "-o", path, "--caption-file", words) == 0
    told = words.read_text(encoding="utf-8")
    assert QImage(str(path)).text("Description") in told and "not telemetry" in told


def test_very_many_pictures_are_counted_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert take("--every", "1", *TINY, "-o", tmp_path / "many") == 2
    told = capsys.readouterr().err
    assert "39,601 pictures" in told and "MB" in told and "--yes" in told
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: SimpleNamespace(free=1000))
    assert take("--at", "events", *TINY, "-o", tmp_path) == 2
    assert "make room" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_up_leaves_no_part_of_a_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_old: str, _new: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    assert take("--at", "undocking", *TINY, "-o", tmp_path / "a.png") == 2
    assert "No space left" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--at", "landign", "-o", "a.png"), "is not an event"),
        (("--at", "undocking", "-o", "a.bmp"), "ends in .png"),
        (("-o", "a.png"), "say when"),
        (("--at", "undocking", "--every", "60", "-o", "a.png"), "say when"),
        (("--at", "undocking", "--contact-sheet", "-o", "a.png"), "several pictures"),
        (("--at", "undocking,ignition", "--caption-file", "a.txt", "-o", "out"), "for one picture"),
        (("--every", "60", "--from", "touchdown", "--to", "ignition", "-o", "out"), "there is no moment"),
        (("--at", "undocking", "-o", "a.png", "--caption-file", "no/a.txt"), "no is not there"),
        (("--at", "undocking", "-o", "nowhere/a.png"), "nowhere is not there"),
        (("--at", "undocking", "--size", "1x1", "-o", "a.png"), "each side must have"),
    ],
)
def test_wrong_words_are_explained(
    words: tuple[str, ...],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert take(*words) == 2
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ("--size", "big"),
        ("--size", "0x100"),
        ("--scale", "none"),
        ("--theme", "sepia"),
        ("--panel", "cockpit"),
        ("--every", "0"),
        ("--every", "soon"),
    ],
)
def test_wrong_options_are_explained(words: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        take("--at", "undocking", "-o", "a.png", *words)
    assert end.value.code == 2
    assert words[0] in capsys.readouterr().err


def test_the_names_of_panels_and_formats_are_those_of_the_tables() -> None:
    assert set(shot.PANELS) == set(PARTS)
    assert {f".{name}" for name in shot.FORMATS} == set(FORMATS)


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_a_real_shot_needs_no_display_and_is_the_same_twice(tmp_path: Path, suffix: str) -> None:
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    made = [tmp_path / f"{name}.{suffix}" for name in ("one", "two")]
    for path in made:
        words = [
            sys.executable,
            "-m",
            "mission_gui",
            "shot",
            "soyuz-ms-19",
            "--at",
            "2022-03-30T10:52:12Z",
            "--caption",
        ]
        done = subprocess.run([*words, "-o", str(path)], env=bare, capture_output=True, text=True, timeout=120)
        assert (done.returncode, done.stderr) == (0, "")
    assert made[0].read_bytes() == made[1].read_bytes()


def test_many_pictures_are_taken_by_several_processes(tmp_path: Path) -> None:
    words = [sys.executable, "-c", _TWO_CORES, "shot", "soyuz-ms-19", "--at", "events", *TINY, "-o", str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(done.stdout.split()) == sorted(str(path) for path in tmp_path.iterdir())
    assert all(read_stamp(path).mission == "soyuz-ms-19" for path in tmp_path.iterdir())


_TWO_CORES = """
import sys
from mission_gui.cli import main
from mission_gui.export import shooting

if __name__ == "__main__":
    shooting.cores = lambda: 2
    sys.exit(main.main(sys.argv[1:]))
"""


def test_an_interrupted_series_keeps_whole_pictures_and_goes_on(tmp_path: Path) -> None:
    words = ["shot", "soyuz-ms-19", "--every", "15", "--from", "ignition", "--to", "touchdown", *TINY]
    command = [sys.executable, "-c", _TWO_CORES, *words, "-o", str(tmp_path)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob("*.png")) and time.monotonic() < deadline:
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)
    there = list(tmp_path.iterdir())
    assert running.returncode == 130 and "Traceback" not in told
    assert f"{len(there)} of 216 pictures are there; the same command goes on from here" in told
    assert 0 < len(there) < 216 and all(path.suffix == ".png" for path in there), "nothing half-written"
    assert all(read_stamp(path).mission == "soyuz-ms-19" for path in there)
    before = {path: path.stat().st_mtime_ns for path in there}
    assert subprocess.run(command, capture_output=True, timeout=120).returncode == 0
    assert len(list(tmp_path.iterdir())) == 216
    assert all(path.stat().st_mtime_ns == then for path, then in before.items())
