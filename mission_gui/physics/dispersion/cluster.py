"""The same chunks on a Dask cluster that is there already; its package is asked for only here."""

import re
from collections.abc import Generator
from concurrent.futures import CancelledError
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from mission_gui.domain.errors import UserError
from mission_gui.physics.dispersion.chunks import in_order
from mission_gui.physics.dispersion.problem import Landings, Problem, fly_chunk
from mission_gui.system import how_to_add

_ADDRESS = re.compile(r"(?:\w+://)?(?:[\w.-]+|\[[0-9a-fA-F:]+\]):\d{1,5}")
_PATIENCE = 10  # s for the scheduler to answer
_US = "mission-gui"


def fly(problem: Problem, samples: int, seed: int, address: str) -> Generator[Landings, None, None]:
    """The landings, chunk by chunk. UserError where the package is missing, no scheduler or worker answers, one of
    them has another version of this program, or the cluster is lost on the way."""
    dask = _dask(address)
    client = _client(dask, address)
    try:
        workers = _workers(client, address)
        shared = client.scatter(problem, broadcast=True)
        yield from in_order(
            lambda chunk, size: client.submit(fly_chunk, shared, seed, chunk, size, pure=False), samples, workers
        )
    except (CancelledError, OSError, dask.KilledWorker) as error:
        raise UserError(
            f"--scheduler {address}: the cluster was lost on the way: see its log, and run again"
        ) from error
    finally:
        client.close()


def _dask(address: str) -> Any:
    if not _ADDRESS.fullmatch(address):
        raise UserError(f"--scheduler {address}: not an address; write one like tcp://localhost:8786")
    try:
        return import_module("dask.distributed")
    except ImportError as error:
        raise UserError(f"--scheduler needs the package dask.distributed: {how_to_add('cluster')}") from error


def _client(dask: Any, address: str) -> Any:
    try:
        return dask.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UserError(
            f"--scheduler {address}: no scheduler answers there ({error}): start one with dask scheduler, and give "
            "its address as tcp://HOST:8786"
        ) from error


def _workers(client: Any, address: str) -> int:
    """How many workers there are, all of them and the scheduler with this version of the program."""
    found: dict[str, Any] = client.run(version, _US, on_error="return")
    if not found:
        raise UserError(f"--scheduler {address}: the scheduler has no workers: start some with dask worker {address}")
    own = version(_US)
    lacking = [f"the worker {worker}" for worker, its in found.items() if its != own]
    if _on_scheduler(client) != own:
        lacking.insert(0, "the scheduler")
    if lacking:
        raise UserError(f"--scheduler {address}: {', '.join(lacking)} must have {_US} {own} too: install it there")
    return len(found)


def _on_scheduler(client: Any) -> str | None:
    try:
        return str(client.run_on_scheduler(version, _US))
    except PackageNotFoundError:
        return None
