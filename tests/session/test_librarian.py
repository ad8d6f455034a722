"""The librarian reads lists and missions beside the window, and stops when it is told."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mission_gui.domain.catalogue import Entry
from mission_gui.domain.facts import Text
from mission_gui.missionfile import find_mission
from mission_gui.session.librarian import Librarian

MS19 = find_mission("soyuz-ms-19")
SHORT = (Entry("one", Text("One"), Path("one.toml"), built_in=False),)


@pytest.fixture
def librarian(qtbot: QtBot) -> Iterator[Librarian]:
    made = Librarian()
    yield made
    made.close()


def test_the_list_is_read_beside_the_window(
    librarian: Librarian, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []

    def read(progress: Callable[[int, int], None]) -> object:
        threads.append(threading.current_thread())
        progress(0, 1)
        return SHORT

    monkeypatch.setattr("mission_gui.catalogue.read_catalogue", read)
    done: list[tuple[int, int]] = []
    librarian.progressed.connect(lambda *count: done.append(count))
    with qtbot.waitSignal(librarian.listed) as told:
        librarian.look()
    assert told.args == [SHORT] and done == [(0, 1)]
    assert threads[0] is not threading.main_thread()


def test_a_mission_that_is_wished_goes_before_a_long_list(
    librarian: Librarian, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, order = threading.Event(), list[str]()

    def read(progress: Callable[[int, int], None]) -> object:
        if not begun.is_set():
            begun.set()
            while True:  # as long as nobody stops it
                progress(0, 1)
        return SHORT

    monkeypatch.setattr("mission_gui.catalogue.read_catalogue", read)
    librarian.read.connect(lambda mission, path: order.append(mission.id))
    librarian.listed.connect(lambda entries: order.append("list"))
    librarian.look()
    assert begun.wait(5)
    librarian.fetch(MS19)
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["soyuz-ms-19", "list"], "the list is taken up again after it"


def test_a_file_that_cannot_be_read_is_told(librarian: Librarian, qtbot: QtBot, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("id = ", encoding="utf-8")
    with qtbot.waitSignal(librarian.failed) as told:
        librarian.fetch(broken)
    assert "broken.toml" in told.args[0]


def test_closing_ends_a_list_that_is_being_read(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = threading.Event()

    def read(progress: Callable[[int, int], None]) -> object:
        begun.set()
        while True:
            progress(0, 1)

    monkeypatch.setattr("mission_gui.catalogue.read_catalogue", read)
    made = Librarian()
    made.look()
    assert begun.wait(5)
    made.close()
    assert not made._thread.isRunning()
