"""What every test shares: no display is needed, no folder of the user is touched, no thread is left behind."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent, QThread
from shiboken6 import isValid

from mission_gui.domain.language import ENGLISH, RUSSIAN
from mission_gui.language import choose

# A shell that starts the tests in the background has them ignore an interrupt, and so would what they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", settings.get_profile("suite"), derandomize=False, max_examples=1000)
settings.load_profile("suite")  # the same examples on every machine, however slow; `make search` looks for others

_started: list[QThread] = []


class _WatchedThread(QThread):
    """A QThread that is remembered, so that a test that leaves it running can be told."""

    def start(self, *args: object) -> None:
        _started.append(self)
        super().start(*args)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Cache, settings and pictures of the program go to a folder of the test's own."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(home / variable.lower()))
    monkeypatch.setenv("XDG_PICTURES_DIR", str(home / "Pictures"))
    monkeypatch.delenv("MISSION_GUI_MISSIONS", raising=False)
    monkeypatch.setattr("mission_gui.files._told", set())
    return home


@pytest.fixture
def russian(qapp: object) -> Iterator[None]:
    """The program speaks Russian during the test, and English again after it."""
    choose(RUSSIAN)
    yield
    choose(ENGLISH)


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Deletes what a test closed: a dialog that waits for that still keeps the mouse from every other window."""
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def no_thread_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test after which a thread still runs."""
    monkeypatch.setattr("PySide6.QtCore.QThread", _WatchedThread)
    monkeypatch.setattr("mission_gui.session.session.QThread", _WatchedThread)
    monkeypatch.setattr("mission_gui.session.librarian.QThread", _WatchedThread)
    monkeypatch.setattr("mission_gui.session.comparing.QThread", _WatchedThread)
    before = set(threading.enumerate())
    yield
    left = [thread for thread in _started if isValid(thread) and thread.isRunning()]
    _started.clear()
    for thread in left:
        thread.quit()
        thread.wait(2000)
    # Python counts a Qt thread that ran Python code as a dummy for ever.
    own = [
        thread
        for thread in set(threading.enumerate()) - before
        if thread.is_alive() and not isinstance(thread, threading._DummyThread)
    ]
    assert not left and not own, f"threads still run after the test: {left + own}"
