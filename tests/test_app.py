"""The application: window and session together, from the first picture to the end of the thread."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from mission_gui import __version__
from mission_gui.app import crash
from mission_gui.app.crash import CrashLog
from mission_gui.app.pictures import free_name
from mission_gui.app.replay import Replay
from mission_gui.app.start import show
from mission_gui.domain.alternatives import NONE
from mission_gui.domain.errors import Finding, MissionFileError, TrajectoryError, UserError
from mission_gui.domain.language import spoken
from mission_gui.domain.mission import Mission
from mission_gui.export.canvas import Canvas
from mission_gui.export.formats import save
from mission_gui.export.live import as_shown, board_wish, picture_of
from mission_gui.export.picture import Composition, Picture, Studio
from mission_gui.missionfile import read_mission
from mission_gui.panels.rows import RowsPanel
from mission_gui.session import flight
from mission_gui.settings import Settings
from mission_gui.settings import read as kept_settings
from mission_gui.window import MainWindow
from mission_gui.window.picture_dialog import PictureDialog
from tests import canned
from tests.missionfile.mutation import GOOD
from tests.stamps import read_stamp

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()


@pytest.fixture(autouse=True)
def canned_flight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flight, "preliminary", lambda mission: canned.trajectory(complete=False))
    monkeypatch.setattr(flight, "propagate", lambda mission, progress, known=None: TRAJECTORY)
    monkeypatch.setattr("mission_gui.session.alternatives_worker.alternatives", lambda *_: NONE)


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Callable[..., Replay]]:
    made: list[Replay] = []

    def open_(read: Callable[[], Mission] = lambda: MISSION, when: str = "undocking") -> Replay:
        replay = Replay(read, "soyuz-ms-19", when, Settings(toured=True, follows=False))
        made.append(replay)
        replay.window.resize(1280, 720)
        replay.window.show()
        return replay

    yield open_
    for replay in made:
        replay.window.close()
        replay.finish()
        assert not replay.session._thread.isRunning() and not replay.session._second.isRunning()
        replay.window.deleteLater()


def test_qt_leaves_the_import_of_python_as_it_was() -> None:
    """Else every module imported after Qt would be read and searched."""
    code = "import builtins; own = builtins.__import__; import mission_gui.app; print(builtins.__import__ is own)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lists the threads of a process in a folder")
def test_no_thread_is_called_to_fill_a_line_that_is_tall() -> None:
    code = """
import os
from PySide6.QtGui import QColor, QImage, QPainter
from mission_gui.app import application
app = application()
sheet = QImage(40, 1000, QImage.Format.Format_ARGB32_Premultiplied)
before = set(os.listdir("/proc/self/task"))
painter = QPainter(sheet)
painter.setRenderHint(QPainter.RenderHint.Antialiasing)
painter.setBrush(QColor("#80FFFFFF"))
painter.drawRoundedRect(10, 10, 3, 980, 1, 1)
painter.end()
print(len(set(os.listdir("/proc/self/task")) - before))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0"]


def shows(replay: Replay, t: float) -> Callable[[], bool]:
    return lambda: replay.window.frame is not None and abs(replay.window.frame.t - t) < 1e-6


def test_the_board_opens_at_the_wished_moment(qtbot: QtBot, opened: Callable[..., Replay]) -> None:
    replay = opened(when="touchdown-00:05:00")
    # The flight to ignition comes first, and is shown at that moment too.
    qtbot.waitUntil(lambda: replay.window.trajectory is TRAJECTORY)
    qtbot.waitUntil(shows(replay, canned.TOUCHDOWN - 300))
    assert not replay.failed


def test_wishes_of_the_window_come_back_as_frames(qtbot: QtBot, opened: Callable[..., Replay]) -> None:
    replay = opened()
    qtbot.waitUntil(shows(replay, 0.0))
    replay.window.stepped.emit(10.0)
    qtbot.waitUntil(shows(replay, 10.0))
    replay.window.event_stepped.emit(1)
    qtbot.waitUntil(shows(replay, 480.0))
    replay.window.sought.emit(float("inf"))
    qtbot.waitUntil(shows(replay, MISSION.seconds(MISSION.end)))
    replay.window.sought.emit(float("-inf"))
    qtbot.waitUntil(shows(replay, MISSION.seconds(MISSION.start)))


def test_playing_moves_the_board(qtbot: QtBot, opened: Callable[..., Replay]) -> None:
    replay = opened()
    qtbot.waitUntil(shows(replay, 0.0))
    replay.window.toggled.emit()
    qtbot.waitUntil(lambda: replay.window.frame is not None and replay.window.frame.t > 0.2)


def test_a_faulty_file_is_told_in_the_window_and_on_standard_error(
    qtbot: QtBot, opened: Callable[..., Replay], capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> Mission:
        raise MissionFileError("lost.toml", [Finding("epoch", "no time zone", "add Z")])

    replay = opened(refuse)
    qtbot.waitUntil(lambda: replay.window.curtain.failed)
    assert replay.failed
    assert "epoch: no time zone; add Z" in capsys.readouterr().err
    assert "epoch: no time zone; add Z" in replay.window.curtain.text


@pytest.fixture
def own_file(tmp_path: Path) -> Path:
    path = tmp_path / "soyuz-ms-19.toml"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def watching(qtbot: QtBot, own_file: Path) -> Iterator[Replay]:
    """A board on a file of the user's own, which plays at 30x on the descent layout with a row chosen."""
    settings = Settings(toured=True, follows=False, layout="descent")
    replay = Replay(partial(read_mission, own_file), "soyuz-ms-19", "touchdown-00:05:00", settings, path=own_file)
    replay.window.resize(1280, 720)
    replay.window.show()
    qtbot.waitUntil(lambda: replay.window.trajectory is TRAJECTORY and replay.window.frame is not None)
    yield replay
    replay.window.close()
    replay.window.deleteLater()


def test_saving_the_file_reads_it_anew_and_keeps_time_rate_layout_and_selection(
    qtbot: QtBot, watching: Replay, own_file: Path
) -> None:
    window = watching.window
    assert window.frame is not None and window.mission is not None
    window.rate_wished.emit(0.5)
    instant, layout, countdown = window.frame.utc, window.board.layout_, window.panels["countdown"]
    assert isinstance(countdown, RowsPanel)
    countdown.selected = 4
    own_file.write_text(GOOD.replace("Return from the ISS", "Way home from the ISS"), encoding="utf-8")
    qtbot.waitUntil(lambda: window.mission is not None and window.mission.summary.en.startswith("Way home"))
    qtbot.waitUntil(lambda: window.frame is not None)
    assert window.board.clock is not None and window.frame.utc == instant
    assert (window.board.clock.rate, window.board.layout_, countdown.selected) == (0.5, layout, 4)
    assert "read anew" in window.notice.text and not watching.failed


def test_a_faulty_save_is_told_on_the_board_and_the_flight_stays(
    qtbot: QtBot, watching: Replay, own_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    window, before = watching.window, watching.window.mission
    own_file.write_text(GOOD.replace("latitude = 47.38", "latitude = 147.38"), encoding="utf-8")
    qtbot.waitUntil(window.complaint.isVisible)
    number = own_file.read_text(encoding="utf-8").splitlines().index("latitude = 147.38") + 1
    assert f"{own_file}: 1 fault" in window.complaint.text
    assert f"landing.latitude (line {number}): 147.38 is out of range; it must be" in window.complaint.text
    assert "147.38" in capsys.readouterr().err
    assert window.mission is before and not watching.failed
    window.stepped.emit(5.0)
    qtbot.waitUntil(shows(watching, canned.TOUCHDOWN - 295))
    own_file.write_text(GOOD, encoding="utf-8")
    qtbot.waitUntil(lambda: not window.complaint.isVisible())
    assert window.mission is not before


def test_figures_that_contradict_each_other_are_told(
    qtbot: QtBot, opened: Callable[..., Replay], monkeypatch: pytest.MonkeyPatch
) -> None:
    def contradict(mission: Mission, progress: object, known: object = None) -> None:
        raise TrajectoryError("no ignition second reaches the landing point")

    monkeypatch.setattr(flight, "propagate", contradict)
    replay = opened()
    header = "no ignition second reaches the landing point"
    qtbot.waitUntil(lambda: replay.failed and replay.window.panels["header"].accessibleDescription() == header)


def test_f12_saves_the_board_among_the_users_pictures(
    qtbot: QtBot, opened: Callable[..., Replay], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mission_gui.app.pictures.pictures_folder", lambda: tmp_path / "Pictures")
    replay = opened(when="10:52:12")
    qtbot.waitUntil(shows(replay, 12669.0))
    replay.window.picture_wished.emit()
    replay.window.picture_wished.emit()
    qtbot.waitUntil(lambda: "soyuz-ms-19_2022-03-30T105212Z-2.png" in replay.window.notice.text)
    names = sorted(path.name for path in (tmp_path / "Pictures").iterdir())
    assert names == ["soyuz-ms-19_2022-03-30T105212Z-2.png", "soyuz-ms-19_2022-03-30T105212Z.png"]
    image = QImage(str(tmp_path / "Pictures" / names[1]))
    assert image == QImage(str(tmp_path / "Pictures" / names[0])), "the notice of the first is not in the second"
    assert image.width() == 1280 and image.text("Title") == "Soyuz MS-19 at 2022-03-30T10:52:12Z"


def test_a_picture_that_cannot_be_written_is_told(
    qtbot: QtBot, opened: Callable[..., Replay], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("mission_gui.app.pictures.pictures_folder", lambda: tmp_path)
    monkeypatch.setattr("mission_gui.files.write_whole", full)
    replay = opened(when="10:52:12")
    qtbot.waitUntil(shows(replay, 12669.0))
    replay.window.picture_wished.emit()
    qtbot.waitUntil(lambda: "cannot be written (No space left on device)" in replay.window.notice.text)
    assert not list(tmp_path.iterdir())


def standing_on(window: MainWindow) -> AbstractContextManager[Picture]:
    return picture_of(window, as_shown(window), "en")


def drawn_anew(window: MainWindow) -> AbstractContextManager[Picture]:
    return board_wish(window, as_shown(window), "en").drawn()


def test_the_board_as_it_stands_is_pictured_as_one_made_for_the_picture(
    qtbot: QtBot, opened: Callable[..., Replay]
) -> None:
    replay = opened(when="10:52:12")
    qtbot.waitUntil(shows(replay, 12669.0))
    taken = []
    for made in (standing_on, drawn_anew):
        with made(replay.window) as picture:
            shown = picture.image().convertToFormat(QImage.Format.Format_RGB888)
            taken.append(np.frombuffer(shown.constBits(), np.uint8).astype(int))
    # Qt rounds where it lays soft edges over colours, a little differently from part to part of a window.
    assert np.abs(taken[0] - taken[1]).max() <= 2
    assert not replay.window.board.bare, "its controls are left out of the picture only"


def test_a_picture_is_taken_as_the_dialog_was_left(qtbot: QtBot, opened: Callable[..., Replay], tmp_path: Path) -> None:
    replay = opened(when="10:52:12")
    qtbot.waitUntil(shows(replay, 12669.0))
    replay.window.composing_wished.emit()
    dialog = replay.window.findChild(PictureDialog)
    assert isinstance(dialog, PictureDialog)
    dialog.set_folder(str(tmp_path))
    for box, wanted in ((dialog.preset, "slide-4-3"), (dialog.theme, "light"), (dialog.language, "ru")):
        box.setCurrentIndex(box.findData(wanted))
    dialog.caption.setChecked(True)
    dialog.marking.setText("УЧЕНИЕ")
    dialog.taken.emit()
    assert replay.window.notice.text == "The picture is being made", "and the board goes on"
    qtbot.waitUntil(lambda: "Saved" in replay.window.notice.text, timeout=30000)
    (path,) = tmp_path.glob("*.png")
    shown = read_stamp(path).shown
    assert (shown.theme, shown.language) == ("light", "ru")
    assert shown.made == "size 1600x1200, scale 1, caption, marking УЧЕНИЕ"
    assert spoken() == "en" and replay.window.look.theme.name == "dark", "the board itself stays as it was"
    assert replay.window.choices.settings.picture == dialog.wish, "and the next F12 takes it alike"


def test_a_copy_is_a_picture_and_its_words(qtbot: QtBot, opened: Callable[..., Replay]) -> None:
    replay = opened(when="10:52:12")
    qtbot.waitUntil(shows(replay, 12669.0))
    replay.window.copy_wished.emit()
    clipboard = QGuiApplication.clipboard()
    assert clipboard.image().width() == 1280
    assert "T+03:31:09" in clipboard.text() and "not telemetry" in clipboard.text()
    # The offscreen platform falls at its end over what Python put there; that of a screen does not.
    clipboard.clear()


def test_a_picture_that_is_dropped_leads_back_to_its_moment(
    qtbot: QtBot, opened: Callable[..., Replay], tmp_path: Path
) -> None:
    path, other = tmp_path / "a.svg", tmp_path / "b.svg"
    composition = Composition(Canvas(QSize(1280, 720)), "descent", theme="light")
    mission = canned.mission()
    for place, made_from in ((path, mission), (other, replace(mission, digest="another"))):
        with Studio(made_from, canned.trajectory(), composition) as studio:
            save(studio.at(-600.0), place)
    replay = opened(when="10:52:12")
    qtbot.waitUntil(shows(replay, 12669.0))
    replay.window.notice.hide()
    replay.window.dropped.emit(path)
    qtbot.waitUntil(shows(replay, -600.0))
    assert (replay.window.board.layout_.id, replay.window.look.theme.name) == ("descent", "light")
    assert not replay.window.notice.isVisible()
    replay.window.dropped.emit(other)
    assert "made from other data" in replay.window.notice.text
    (tmp_path / "c.png").write_bytes(b"a picture by somebody else")
    replay.window.dropped.emit(tmp_path / "c.png")
    assert "not made by Mission GUI" in replay.window.notice.text


def test_a_folder_of_pictures_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="cannot be made"):
        free_name(tmp_path / "file" / "Pictures", "a")


def test_a_bug_is_logged_and_told_once_and_the_session_goes_on(
    qtbot: QtBot, opened: Callable[..., Replay], caplog: pytest.LogCaptureFixture
) -> None:
    replay = opened()
    qtbot.waitUntil(shows(replay, 0.0))
    for number in range(3):
        replay.catch_bug(ZeroDivisionError, ZeroDivisionError(f"bug {number}"), None)
    boxes = replay.window.findChildren(QMessageBox)
    assert len(boxes) == 1
    assert "bug 0" in boxes[0].detailedText()
    assert caplog.text.count("ZeroDivisionError") >= 3
    boxes[0].close()
    replay.window.stepped.emit(5.0)
    qtbot.waitUntil(shows(replay, 5.0))


def test_a_bug_is_kept_in_a_report_and_the_dialog_tells_where(qtbot: QtBot, own_folders: Path) -> None:
    crashes = CrashLog()
    replay = Replay(lambda: MISSION, "soyuz-ms-19", "undocking", Settings(toured=True, follows=False), crashes)
    qtbot.addWidget(replay.window)
    replay.catch_bug(ZeroDivisionError, ZeroDivisionError("bug"), None)
    (box,) = replay.window.findChildren(QMessageBox)
    assert str(crash.folder()) in box.informativeText()
    assert f"mission-gui {__version__} (commit" in box.detailedText()
    box.close()
    replay.session.close()
    report = crashes.close()
    assert report is not None and "ZeroDivisionError: bug" in report.read_text()


def test_the_crash_of_an_earlier_run_is_told_once_the_board_stands(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(toured=True, follows=False)
    replay = Replay(lambda: MISSION, "soyuz-ms-19", "undocking", settings, earlier=tmp_path / "crash.log")
    replay.window.show()
    qtbot.waitUntil(shows(replay, 0.0))
    assert str(tmp_path / "crash.log") in replay.window.notice.text
    replay.window.close()
    replay.window.deleteLater()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_and_a_polite_kill_end_it_in_order(number: signal.Signals) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "mission_gui", "--paused"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(3.0)
    process.send_signal(number)
    _, told = process.communicate(timeout=20)
    assert process.returncode == 128 + number
    assert "Traceback" not in told and "QThread" not in told


def test_the_flight_waits_for_the_tour_of_who_is_new(qtbot: QtBot) -> None:
    replay = Replay(lambda: MISSION, "soyuz-ms-19", "undocking", Settings())
    window = replay.window
    window.resize(1280, 720)
    replay.session.play.emit(True)
    window.show()
    qtbot.waitUntil(lambda: window.tour.isVisible() and window.frame is not None and window.trajectory is TRAJECTORY)
    qtbot.waitUntil(lambda: window.board.clock is not None and not window.board.clock.playing)
    assert window.board.layout_.id == "orbit"
    window.tour.skip.click()
    qtbot.waitUntil(lambda: window.board.clock is not None and window.board.clock.playing)
    assert window.board.following and window.board.layout_.id == "proximity"
    window.close()
    qtbot.waitUntil(lambda: not replay.session._thread.isRunning())
    window.deleteLater()


def test_new_changed_and_removed_files_of_ones_own_show_in_the_library(
    qtbot: QtBot, opened: Callable[..., Replay], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own := tmp_path / "own").mkdir()
    (tmp_path / "built-in").mkdir()
    monkeypatch.setenv("MISSION_GUI_MISSIONS", str(own))
    monkeypatch.setattr("mission_gui.catalogue.reading.resource", lambda name: tmp_path / "built-in")
    replay = opened()
    replay.window.library_wished.emit()
    library = replay.shelf.library
    assert library is not None

    def listed() -> dict[str, str]:
        return {entry.id: entry.fault for entry in library.entries}

    (own / "mine.toml").write_text(GOOD.replace('"soyuz-ms-19"', '"mine"', 1), encoding="utf-8")
    qtbot.waitUntil(lambda: listed() == {"mine": ""}, timeout=20_000)
    (own / "mine.toml").write_text('id = "mine"\n', encoding="utf-8")
    qtbot.waitUntil(lambda: "missing; add it" in listed().get("mine", ""), timeout=20_000)
    (own / "mine.toml").unlink()
    qtbot.waitUntil(lambda: listed() == {}, timeout=20_000)


def test_a_mission_chosen_in_the_library_takes_the_place_of_the_one_on_the_board(
    qtbot: QtBot, opened: Callable[..., Replay], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = replace(canned.mission(), id="another")
    monkeypatch.setattr("mission_gui.missionfile.read_mission", lambda path: other)
    replay = opened()
    qtbot.waitUntil(shows(replay, 0.0))
    replay.window.library_wished.emit()
    library = replay.shelf.library
    assert library is not None and library.isVisible()
    qtbot.waitUntil(lambda: library.model.rowCount() > 60, timeout=60_000)
    library.filters.line.setText("tma-11")
    library.open()
    assert library.count.text().startswith("Opening")
    qtbot.waitUntil(lambda: replay.window.mission is other)
    qtbot.waitUntil(shows(replay, -120.0))
    assert library.on_board == "another" and "of" in library.count.text()
    assert library.isVisible(), "it stays open for the next one"
    library.resize(700, 666)
    replay.window.close()
    assert not library.isVisible()
    again = opened()
    again.window.adopt(kept_settings())
    again.window.library_wished.emit()
    assert again.shelf.library is not None and again.shelf.library.size() == library.size(), "it stands as it was left"


def test_a_mission_that_cannot_be_read_leaves_the_board_as_it_is(
    qtbot: QtBot, opened: Callable[..., Replay], tmp_path: Path
) -> None:
    replay = opened()
    qtbot.waitUntil(shows(replay, 0.0))
    broken = tmp_path / "broken.toml"
    broken.write_text("id = ", encoding="utf-8")
    replay.window.mission_wished.emit(broken)
    qtbot.waitUntil(lambda: "broken.toml" in replay.window.notice.text)
    assert replay.window.mission is MISSION and shows(replay, 0.0)()


def test_what_a_picture_needs_is_imported_ahead_and_by_parts() -> None:
    code = (
        "import sys, time; import mission_gui.app; from mission_gui.app.imports import import_by_parts\n"
        "before = 'mission_gui.app.pictures' in sys.modules\n"
        "parts = [set(sys.modules) for _ in import_by_parts()]\n"
        "grown = [len(late - early) for early, late in zip(parts, parts[1:])]\n"
        "print(before, 'mission_gui.app.pictures' in sys.modules, max(grown) < 40)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False True True"


ELSEWHERE = "AdnQywADAAAAAAAAAAAAAAAAA/8AAAJXAAAAAAAAAAAAAAP/AAACVwAAAAACAAAABAAAAAAAAAAAEwAAA/8AAAJX"
"""As Qt kept it of a window that filled a screen of 1024 x 600."""


@pytest.mark.parametrize("geometry", ["", ELSEWHERE])
def test_a_window_that_has_no_place_on_this_screen_fills_it(qtbot: QtBot, geometry: str) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.adopt(Settings(geometry=geometry))
    show(window)
    assert not window.placed and window.isMaximized()
    assert window.size() == window.screen().availableSize()


def test_a_window_comes_back_where_it_was_left(qtbot: QtBot) -> None:
    before, window = MainWindow(), MainWindow()
    for each in (before, window):
        qtbot.addWidget(each)
    before.setGeometry(40, 30, 700, 500)
    window.adopt(Settings(geometry=bytes(before.saveGeometry().toBase64().data()).decode()))
    show(window)
    assert window.placed and not window.isMaximized() and window.size() == before.size()
