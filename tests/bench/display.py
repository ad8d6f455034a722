"""A program alone on a virtual screen of 1920x1080: when it shows something, and what memory and work it takes.

Debian's `xvfb` is needed. Pictures are read from the memory of the screen, so that looking disturbs nobody.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.bench.measure import ROOT, resident
from tests.bench.opening import own_folders

SCREEN = "Xvfb"
WIDTH, HEIGHT = 1920, 1080
SPAN = 20.0
"""Seconds before the memory is read, and then of work."""
QUIET, LONGEST = 2.0, 30.0
"""Seconds after which a picture that hardly changes is taken to be there, and that a start may take."""
MOVED, THERE = 0.01, 0.95
"""Shares of the pixels: that differ where something happened, and that are final where the picture is there."""

Pixels = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from before the process to the first of its pixels, and to its picture."""

    window: float
    picture: float


@dataclass(frozen=True, slots=True)
class Load:
    """Memory in RAM, MB, and seconds of processor time in `SPAN`, with those of the virtual screen."""

    memory: float
    work: float


@dataclass(frozen=True, slots=True)
class Display:
    """A virtual screen: its process, what its programs need to know, and its pixels."""

    process: int
    environment: dict[str, str]
    pixels: Pixels

    def glance(self) -> Pixels:
        """Every eighth pixel of every eighth line."""
        return self.pixels[::8, ::8].copy()


@contextmanager
def display(home: str) -> Iterator[Display]:
    """A virtual screen for a user whose folders are in one, until it is no longer needed."""
    reader, writer = os.pipe()
    with tempfile.TemporaryDirectory() as folder:
        words = [SCREEN, "-displayfd", str(writer), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder]
        words += ["-nolisten", "tcp", "-noreset"]
        server = subprocess.Popen(words, pass_fds=[writer], stderr=subprocess.DEVNULL)
        os.close(writer)
        try:
            with os.fdopen(reader) as told:
                number = told.readline().strip()
            plain = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND"))}
            environment = own_folders(plain, home) | {"DISPLAY": f":{number}"}
            yield Display(server.pid, environment, screen_memory(Path(folder) / "Xvfb_screen0"))
        finally:
            server.terminate()
            server.wait()


def screen_memory(path: Path) -> Pixels:
    """The pixels (height, width) of a file in the form of `xwd`, which a virtual screen keeps up to date."""
    head = np.fromfile(path, ">u4", 25)
    header, width, height, line, colors = (int(head[i]) for i in (0, 4, 5, 12, 19))
    start = header + 12 * colors
    memory: Pixels = np.memmap(path, np.uint32, "r", start, (height, line // 4))
    return memory[:, :width]


@contextmanager
def running(command: tuple[str, ...], screen: Display) -> Iterator[int]:
    """A program on a screen; its process."""
    program = subprocess.Popen(
        command, env=screen.environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield program.pid
    finally:
        program.kill()
        program.wait()


def start(command: tuple[str, ...], home: str) -> Start:
    """Starts a program and watches the screen until its picture hardly changes."""
    with display(home) as screen:
        seen = [(0.0, screen.glance())]
        begun = time.monotonic()
        with running(command, screen):
            while (now := time.monotonic() - begun) < LONGEST:
                picture = screen.glance()
                if differing(picture, seen[-1][1]) > MOVED:
                    seen.append((now, picture))
                if len(seen) > 1 and now - seen[-1][0] > QUIET:
                    break
                time.sleep(0.005)
    assert len(seen) > 1, f"{command[0]} shows nothing"
    final = seen[-1][1]
    there = next(at for at, picture in seen if differing(picture, final) < 1 - THERE)
    return Start(seen[1][0], there)


def differing(a: Pixels, b: Pixels) -> float:
    """The share of the pixels."""
    return float(np.mean(a != b))


def use(command: tuple[str, ...], home: str) -> None:
    """Lets a program run for a while, so that it keeps what it keeps between runs."""
    with display(home) as screen, running(command, screen):
        time.sleep(SPAN)


def load(command: tuple[str, ...], home: str) -> Load:
    """Lets a program run for a while, and reads what it takes."""
    with display(home) as screen, running(command, screen) as process:
        time.sleep(SPAN)
        memory, before = resident(process), worked(process) + worked(screen.process)
        time.sleep(SPAN)
        return Load(memory, worked(process) + worked(screen.process) - before)


def worked(process: int) -> float:
    """Processor time of all threads so far, seconds."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
