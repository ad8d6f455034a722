"""The same chunks on a Dask cluster: a real scheduler and two real workers, each a process of its own."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from dask.distributed import Client

from mission_gui.cli.main import main
from mission_gui.domain.errors import UserError
from mission_gui.physics.dispersion import cluster
from tests import ms19
from tests.physics.test_dispersion import problem

SMALL = 15  # samples in a chunk, so that a few flights make several
PATIENCE = 30.0  # s


Process = subprocess.Popen[bytes]


@contextmanager
def dask(folder: Path, workers: int) -> Iterator[tuple[str, Process]]:
    """The address and the process of a scheduler with so many workers."""
    known = folder / "scheduler.json"
    with ExitStack() as stack:
        asked = ("--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(known))
        scheduler = stack.enter_context(running("scheduler", *asked))
        end = time.monotonic() + PATIENCE
        while not known.exists():
            assert time.monotonic() < end, "no scheduler"
            time.sleep(0.02)
        address = json.loads(known.read_text())["address"]
        for _ in range(workers):
            alone = ("--no-nanny", "--nthreads", "1", "--local-directory", str(folder))
            stack.enter_context(running("worker", address, "--host", "127.0.0.1", *alone))
        if workers:
            with Client(address, set_as_default=False) as client:  # type: ignore[no-untyped-call]
                client.wait_for_workers(workers, PATIENCE)
        yield address, scheduler


@contextmanager
def running(part: str, *words: str) -> Iterator[Process]:
    """One of Dask's processes. It has nothing to save, so it is killed rather than asked."""
    command = [sys.executable, "-m", f"distributed.cli.dask_{part}", "--no-dashboard", *words]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mission_gui.physics.dispersion.chunks.CHUNK", SMALL)
    monkeypatch.setattr("mission_gui.session.flight.fly", lambda mission: ms19.trajectory())


@pytest.mark.usefixtures("small_chunks")
def test_a_cluster_writes_and_prints_what_local_processes_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["disperse", "soyuz-ms-19", "--samples", str(3 * SMALL + 4), "--seed", "11", "-o"]
    with dask(tmp_path, workers=2) as (address, _):
        assert main([*words, str(tmp_path / "far.geojson"), "--scheduler", address]) == 0
    far = capsys.readouterr().out.replace("far.geojson", "")
    assert main([*words, str(tmp_path / "near.geojson"), "--workers", "1"]) == 0
    assert capsys.readouterr().out.replace("near.geojson", "") == far
    assert (tmp_path / "far.geojson").read_bytes() == (tmp_path / "near.geojson").read_bytes()


@pytest.mark.usefixtures("small_chunks")
def test_a_cluster_that_is_lost_on_the_way_is_named(tmp_path: Path) -> None:
    with dask(tmp_path, workers=1) as (address, scheduler):
        parts = cluster.fly(problem(), 100 * SMALL, 1, address)
        assert len(next(parts).along) == SMALL
        scheduler.kill()
        with pytest.raises(UserError, match="lost on the way"):
            list(parts)


def test_a_scheduler_without_workers_is_refused(tmp_path: Path) -> None:
    with dask(tmp_path, workers=0) as (address, _), pytest.raises(UserError, match="no workers: start some"):
        list(cluster.fly(problem(), 5, 1, address))


class Elsewhere:
    """A client of a cluster whose scheduler and one of whose two workers have not this program."""

    def run(self, ask: Callable[[str], str], package: str, on_error: str) -> dict[str, str | Exception]:
        assert on_error == "return"
        return {"tcp://near:1": ask(package), "tcp://far:2": PackageNotFoundError(package)}

    def run_on_scheduler(self, _ask: Callable[[str], str], package: str) -> str:
        raise PackageNotFoundError(package)


def test_a_cluster_without_this_program_is_told_to_install_it() -> None:
    with pytest.raises(UserError, match="the scheduler, the worker tcp://far:2 must have mission-gui") as refused:
        cluster._workers(Elsewhere(), "tcp://near:8786")
    assert "near:1" not in str(refused.value)


UNANSWERED = """
from mission_gui.domain.errors import UserError
from mission_gui.physics.dispersion import cluster
cluster._PATIENCE = 0.3
try:
    list(cluster.fly(None, 5, 1, "tcp://127.0.0.1:9"))
except UserError as error:
    print(error)
"""


def test_where_no_scheduler_answers_it_says_so() -> None:
    """In a process of its own: Dask's client leaves a thread behind when it cannot connect."""
    told = subprocess.run([sys.executable, "-c", UNANSWERED], capture_output=True, text=True, check=True).stdout
    assert "no scheduler answers there" in told and "start one with dask scheduler" in told
