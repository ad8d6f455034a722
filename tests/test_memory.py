"""A board that stands is not looked through by the garbage collector."""

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mission_gui import memory


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


class Loop:
    """Holds itself, so that only a collection can free it."""

    def __init__(self) -> None:
        self.own = self


def test_what_is_kept_is_not_collected_and_what_comes_later_is() -> None:
    gc.collect()
    gc.disable()
    Loop()
    memory.keep()
    Loop()
    freed = gc.collect()
    gc.enable()
    left = [one for one in gc.get_objects() if isinstance(one, Loop)]
    assert freed > 0 and not left
    gc.unfreeze()
    assert sum(isinstance(one, Loop) for one in gc.get_objects()) == 1


class Told(Loop):
    """Tells the thread in which it was taken apart."""

    threads: list[str] = []

    def __del__(self) -> None:
        self.threads.append(threading.current_thread().name)


def _work() -> None:
    held = [[number] for number in range(200_000)]
    assert len(held) == 200_000


def _run_elsewhere() -> None:
    thread = threading.Thread(target=_work, name="elsewhere")
    thread.start()
    thread.join()


def test_meanwhile_no_other_thread_takes_apart_what_was_made_here() -> None:
    Told.threads.clear()
    Told()
    with memory.collected_here() as look:
        _run_elsewhere()
        assert not Told.threads
        gc.set_threshold(1, 1, 1)
        for _ in range(4):
            held = [[number] for number in range(100)]
            look()
        gc.set_threshold(700, 10, 10)
        assert Told.threads == ["MainThread"] and len(held) == 100
    assert gc.isenabled()


def test_the_loop_collects_now_and_then(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    Told.threads.clear()
    monkeypatch.setattr(memory, "LOOK_MS", 5)
    monkeypatch.setattr(memory, "generation_due", lambda: 2)
    with memory.collected_by_the_loop():
        Told()
        assert not gc.isenabled()
        qtbot.waitUntil(lambda: Told.threads == ["MainThread"])
    assert gc.isenabled()


def test_nothing_is_due_before_pythons_own_threshold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 0))
    for count, due in (((700, 10, 99), None), ((701, 10, 99), 0), ((701, 11, 99), 1)):
        monkeypatch.setattr(gc, "get_count", lambda count=count: count)
        assert memory.generation_due() == due
