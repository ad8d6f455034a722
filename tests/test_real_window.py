"""The real program in a real window: under a virtual screen, with real mouse and real keys."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="Xvfb and xdotool are not installed"
)

T = TypeVar("T")
UNDOCKING = datetime(2022, 3, 30, 7, 21, 3)
WIDTH, HEIGHT = 1600, 900


@dataclass
class Board:
    """The running program; its pictures (F12) tell the mission time it shows."""

    process: subprocess.Popen[str]
    environment: dict[str, str]
    pictures: Path
    window: str = ""

    def tool(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=self.environment, capture_output=True, text=True, timeout=30)
        return done.stdout.strip()

    def keys(self, *names: str) -> None:
        self.tool("key", "--delay", "60", *names)

    def type(self, text: str) -> None:
        self.tool("type", "--delay", "20", text)

    def click(self, x: int, y: int) -> None:
        self.tool("mousemove", str(x), str(y), "sleep", "0.1", "click", "1")

    def drag(self, *places: tuple[int, int]) -> None:
        """With the left button from the first place over the others."""
        first, *others = places
        self.tool("mousemove", *map(str, first), "sleep", "0.2", "mousedown", "1")
        for x, y in others:
            self.tool("mousemove", str(x), str(y), "sleep", "0.25")
        self.tool("mouseup", "1")

    def has_frame(self) -> bool:
        """Whether a picture can be taken; before the first frame there is nothing to take one of.

        One that is wished must have come before the next is: pictures of a board that the tour covers are drawn in
        another process, and would come among the later ones.
        """
        self.keys("F12")
        end = time.monotonic() + 10.0
        while time.monotonic() < end and not self._all():
            time.sleep(0.1)
        return bool(self._all())

    def _all(self) -> set[Path]:
        return set(self.pictures.glob("*.png"))

    def time_shown(self) -> datetime:
        """The mission time in the name of a new picture."""
        time.sleep(0.2)  # what was pressed before goes to the worker's thread and back
        before = self._all()
        self.keys("F12")
        new = until(lambda: self._all() - before, "no picture after F12")
        return datetime.strptime(new.pop().stem.split("_")[1][:17], "%Y-%m-%dT%H%M%S")

    def await_time(self, accepts: Callable[[datetime], bool], told: str) -> datetime:
        """Takes pictures until one shows an accepted time."""
        for _ in range(12):
            shown = self.time_shown()
            if accepts(shown):
                return shown
            time.sleep(0.3)
        raise AssertionError(f"{told}: the board shows {shown}")


def until(ask: Callable[[], T], complaint: str, seconds: float = 30.0) -> T:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = ask()
        if answer:
            return answer
        time.sleep(0.1)
    raise AssertionError(complaint)


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    reader, writer = os.pipe()
    words = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(words, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


@pytest.fixture
def board(screen: str, tmp_path: Path) -> Iterator[Board]:
    (tmp_path / "user-dirs.dirs").write_text(f'XDG_PICTURES_DIR="{tmp_path}/Pictures"\n')
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND", "XDG_"))}
    environment |= {
        "DISPLAY": screen,
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    words = [sys.executable, "-m", "mission_gui", "soyuz-ms-19", "--paused", "--at", "undocking"]
    process = subprocess.Popen(words, env=environment, stderr=subprocess.PIPE, text=True)
    made = Board(process, environment, tmp_path / "Pictures")
    try:
        made.window = until(lambda: made.tool("search", "--onlyvisible", "--name", "Soyuz MS-19"), "no window came")
        made.tool("windowfocus", "--sync", made.window.splitlines()[0])
        flights = tmp_path / "cache"
        until(lambda: any(file.is_file() for file in flights.rglob("*")), "the flight is never computed", 60.0)
        until(made.has_frame, "the window never shows a frame", 60.0)
        yield made
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def test_keys_and_mouse_drive_the_real_window(board: Board) -> None:
    board.await_time(lambda shown: shown == UNDOCKING, "it does not open at the undocking")

    board.keys("Escape")  # the tour of the first start, through which arrows would walk
    board.keys("Right", "Right", "shift+Right", "period", "comma", "Left")
    board.await_time(lambda shown: (shown - UNDOCKING).total_seconds() == 70, "the steps do not add up")

    board.keys("g")
    board.type("touchdown-00:05:00")
    board.keys("Return")
    board.await_time(lambda shown: f"{shown:%H:%M:%S}" == "11:23:03", "it does not go to a moment")

    board.keys("Home")
    start = board.await_time(lambda shown: shown < UNDOCKING, "it does not go to the start")
    board.keys("Page_Down")
    board.await_time(lambda shown: shown > start, "it does not go to the next event")

    board.keys("space")
    playing = board.time_shown()
    later = board.await_time(lambda shown: shown > playing, "it does not play")
    board.keys("j")
    back = board.time_shown()
    board.await_time(lambda shown: shown < max(back, later), "it does not run backward")
    board.keys("space")
    held = board.time_shown()
    assert board.time_shown() == held

    # the timeline along the bottom, a third from its right end, and the row of an event in the sequence
    board.click(WIDTH * 2 // 3, HEIGHT - 55)
    clicked = board.time_shown()
    assert clicked != held
    board.click(120, 360)
    assert board.time_shown() != clicked

    board.keys("question", "Escape", "t", "F11", "F11")
    board.tool("windowsize", board.window.splitlines()[0], "1100", "700")
    board.time_shown()
    board.keys("ctrl+q")
    _, told = board.process.communicate(timeout=20)
    assert board.process.returncode == 0
    assert told == ""


def test_what_the_user_arranges_survives_a_crash(board: Board, tmp_path: Path) -> None:
    kept = tmp_path / "mission-gui" / "settings.json"

    def settings() -> dict[str, Any]:
        return dict(json.loads(kept.read_text())) if kept.exists() else {}

    board.keys("Escape")
    until(lambda: settings().get("toured"), "the tour is not skipped")
    board.keys("3")
    until(lambda: settings().get("layout") == "descent", "the layout is not kept")
    board.keys("1")
    until(lambda: settings().get("layout") == "orbit", "the layout is not kept")
    assert settings()["board"] is None
    # The roster's bar, dragged over the charts at the lower left.
    board.drag((WIDTH - 180, 76), (WIDTH - 220, 150), (700, 500), (300, HEIGHT - 200), (290, HEIGHT - 190))
    until(lambda: settings()["board"], "the arrangement is not kept")
    board.process.kill()
    board.process.wait(10)
    assert settings()["board"]["panels"]
    assert not list(kept.parent.glob(".settings*"))


def test_closing_during_the_computation_leaves_at_once(screen: str, tmp_path: Path) -> None:
    environment = {**os.environ, "DISPLAY": screen, "XDG_CACHE_HOME": str(tmp_path)}
    environment.pop("QT_QPA_PLATFORM", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "mission_gui"], env=environment, stderr=subprocess.PIPE, text=True
    )
    board = Board(process, environment, tmp_path)
    try:
        window = until(lambda: board.tool("search", "--onlyvisible", "--name", "Mission GUI"), "no window came")
        board.tool("windowfocus", "--sync", window.splitlines()[0])
        board.keys("ctrl+q")
        _, told = process.communicate(timeout=20)
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
    assert process.returncode == 0
    assert "Traceback" not in told and "QThread" not in told


def test_a_polite_kill_ends_it_in_order_while_the_library_is_open(board: Board) -> None:
    board.keys("ctrl+o")
    until(lambda: board.tool("search", "--onlyvisible", "--name", "Library"), "no library came")
    board.process.terminate()
    _, told = board.process.communicate(timeout=20)
    assert (board.process.returncode, told) == (128 + signal.SIGTERM, "")
