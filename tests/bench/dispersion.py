"""Monte Carlo of the entry: what more processes save, and what more samples cost in time and memory."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from mission_gui.missionfile.errormodel import read_error_model
from mission_gui.physics.dispersion import chunks
from mission_gui.physics.dispersion.errors import ErrorModel
from mission_gui.physics.dispersion.problem import Problem, problem_of
from mission_gui.physics.dispersion.summary import Tally
from mission_gui.resources import resource
from tests import ms19
from tests.bench.measure import ROOT, Measure, alternately

MANY, FEW = 10_000, 1_000
ROUNDS = 3


@cache
def problem() -> Problem:
    """MS-19's guided entry."""
    figures, _ = read_error_model(resource("dispersion/soyuz.toml"))
    return problem_of(ms19.mission(), ms19.trajectory(), ErrorModel(**figures))


def flown(samples: int, workers: int) -> Callable[[], None]:
    """Flies so many samples and sums them up."""

    def run() -> None:
        tally = Tally(problem().aim[2])
        for part in chunks.fly(problem(), samples, seed=19, workers=workers):
            tally.add(part)
        assert tally.summary().samples == samples

    return run


def shared() -> Measure:
    """Two worker processes, their start counted in, against one process."""
    ours, peer = alternately(flown(MANY, 2), flown(MANY, 1), ROUNDS)
    return Measure(ours, "s", f"{MANY:,} samples in one process, {peer:.3g} s", ours / peer)


def linear() -> Measure:
    """Ten times the samples in one process."""
    ours, peer = alternately(flown(MANY, 1), flown(FEW, 1), ROUNDS)
    return Measure(ours, "s", f"{FEW:,} samples, {peer:.3g} s", ours / peer)


def memory() -> Measure:
    """The most memory that the whole command takes in one process, for many samples and for few."""
    ours, peer = (most_memory(samples) for samples in (MANY, FEW))
    return Measure(ours, "MB", f"{FEW:,} samples, {peer:.0f} MB", ours / peer)


# Not getrusage: what it tells of a child counts in the parent that started it.
SPREAD = """
import sys
from mission_gui.cli.main import main
main(["disperse", "soyuz-ms-19", "--workers", "1", *sys.argv[1:]])
with open("/proc/self/status") as status:
    print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""


def most_memory(samples: int) -> float:
    """The resident memory at its highest of `mission-gui disperse` in a new process, MB."""
    with tempfile.TemporaryDirectory() as folder:
        words = ["--samples", str(samples), "-o", str(Path(folder) / "landings.csv")]
        command = [sys.executable, "-c", SPREAD, *words]
        told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    return float(told.split()[-1]) / 1024
