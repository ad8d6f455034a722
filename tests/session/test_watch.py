"""A watched file tells of each new content once, however an editor writes it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mission_gui.missionfile.library import files_in
from mission_gui.session import watch
from mission_gui.session.watch import Watch, file_watch, folder_watch


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "REST_MS", 60)
    monkeypatch.setattr(watch, "EMPTY_MS", 400)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text("first")
    return path


class Told:
    """A watch, and how often it told of a change."""

    def __init__(self, watch: Watch) -> None:
        self.watch, self.count = watch, 0
        watch.settled.connect(self._add)

    def _add(self) -> None:
        self.count += 1

    def reaches(self, count: int) -> Callable[[], bool]:
        return lambda: self.count == count


def write_into(path: Path, text: str) -> None:
    path.write_text(text)


def put_in_place(path: Path, text: str) -> None:
    other = path.with_name(".mine.swp")
    other.write_text(text)
    os.replace(other, path)


def cut_first(path: Path, text: str) -> None:
    path.write_text("")
    with path.open("a") as file:
        for letter in text:
            file.write(letter)
            file.flush()


def move_away_first(path: Path, text: str) -> None:
    path.rename(path.with_name("mine.toml~"))
    path.write_text(text)


def remove_first(path: Path, text: str) -> None:
    path.unlink()
    path.write_text(text)


WAYS = (write_into, put_in_place, cut_first, move_away_first, remove_first)


@pytest.mark.parametrize("save", WAYS, ids=lambda way: way.__name__)
def test_each_way_to_save_is_told_again_and_again(qtbot: QtBot, file: Path, save: Callable[[Path, str], None]) -> None:
    told = Told(file_watch(file))
    for number in (1, 2, 3):
        save(file, f"text {number}")
        qtbot.waitUntil(told.reaches(number))
    qtbot.wait(200)
    assert told.count == 3


def test_saves_one_after_the_other_are_one_change(qtbot: QtBot, file: Path) -> None:
    told = Told(file_watch(file))
    for number in range(50):
        WAYS[number % len(WAYS)](file, f"text {number}")
    qtbot.waitUntil(told.reaches(1))
    qtbot.wait(300)
    assert told.count == 1


def test_a_file_that_only_was_touched_or_is_as_before_is_no_change(qtbot: QtBot, file: Path) -> None:
    told = Told(file_watch(file))
    os.utime(file)
    put_in_place(file, "first")
    qtbot.wait(300)
    assert told.count == 0


def test_a_file_that_stays_empty_or_away_is_told_after_a_while(qtbot: QtBot, file: Path) -> None:
    told = Told(file_watch(file))
    file.write_text("")
    qtbot.wait(250)
    assert told.count == 0
    qtbot.waitUntil(told.reaches(1))
    file.unlink()
    qtbot.wait(700)
    assert told.count == 1
    file.write_text("back")
    qtbot.waitUntil(told.reaches(2))


def test_a_folder_tells_of_new_changed_and_removed_files(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "missions"
    told = Told(folder_watch(folder, files_in))
    folder.mkdir()
    qtbot.wait(200)
    assert told.count == 0
    (folder / "one.toml").write_text("1")
    qtbot.waitUntil(told.reaches(1))
    (folder / "one.toml").write_text("22")
    qtbot.waitUntil(told.reaches(2))
    (folder / "notes.txt").write_text("no mission")
    (folder / "one.toml").unlink()
    qtbot.waitUntil(told.reaches(3))
