"""The same chunks on a Dask cluster that is there already; its package is asked for only here."""

import re
from collections.abc import Generator
from importlib import import_module
from typing import Any

from mission_gui.domain.errors import UserError
from mission_gui.physics.dispersion.chunks import in_order
from mission_gui.physics.dispersion.problem import Landings, Problem, fly_chunk

_ADDRESS = re.compile(r"(?:\w+://)?(?:[\w.-]+|\[[0-9a-fA-F:]+\]):\d{1,5}")
_PATIENCE = 10  # s for the scheduler to answer


def fly(problem: Problem, samples: int, seed: int, address: str) -> Generator[Landings, None, None]:
    """The landings, chunk by chunk. UserError where the package is missing or no scheduler or worker answers."""
    client = _client(address)
    try:
        workers = len(client.scheduler_info(n_workers=-1)["workers"])
        if not workers:
            raise UserError(
                f"--scheduler {address}: the scheduler has no workers: start some with dask worker {address}"
            )
        shared = client.scatter(problem, broadcast=True)
        yield from in_order(
            lambda chunk, size: client.submit(fly_chunk, shared, seed, chunk, size, pure=False), samples, workers
        )
    finally:
        client.close()


def _client(address: str) -> Any:
    if not _ADDRESS.fullmatch(address):
        raise UserError(f"--scheduler {address}: not an address; write one like tcp://localhost:8786")
    try:
        client = import_module("dask.distributed").Client
    except ImportError as error:
        raise UserError(
            "--scheduler needs the package dask.distributed: install it with pip install 'mission-gui[cluster]'"
        ) from error
    try:
        return client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UserError(
            f"--scheduler {address}: no scheduler answers there ({error}): start one with dask scheduler, and give "
            "its address as tcp://HOST:8786"
        ) from error
