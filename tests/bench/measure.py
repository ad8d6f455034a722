"""A figure beside something plain that is run with it."""

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure in `unit`, what ran beside it, and the ratio of the two; None where what it takes is not installed."""

    value: float | None
    unit: str
    beside: str
    ratio: float | None

    def as_object(self) -> dict[str, object]:
        """For build/bench.json."""
        return {"value": self.value, "unit": self.unit, "beside": self.beside, "ratio": self.ratio}


def quiet(_fraction: float, _phase: str) -> None:
    """Nobody listens."""


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def worked(work: Callable[[], object]) -> float:
    """How much processor time one call takes in this thread: as `seconds` where nothing else runs, and not longer
    where something does."""
    start = time.thread_time()
    work()
    return time.thread_time() - start


def alternately(ours: Callable[[], object], peer: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """Medians of both, run in turn so that both meet the same weather; one round first to warm up."""
    pairs = [(seconds(ours), seconds(peer)) for _ in range(rounds + 1)][1:]
    return median(p[0] for p in pairs), median(p[1] for p in pairs)


def call(command: list[str]) -> None:
    """Runs a command that must succeed."""
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)


def resident(process: int) -> float:
    """The memory of a process that is in RAM, MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return next(float(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024
