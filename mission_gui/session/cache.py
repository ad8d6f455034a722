"""Solutions kept between runs, so that the second opening of a mission solves nothing.

A kept solution is a hint: physics tries it and solves again where it does not fit. A file that is damaged,
truncated, or of another mission or program is as good as none.
"""

import hashlib
import json
import logging
import math
from dataclasses import asdict, fields
from functools import cache
from pathlib import Path
from typing import Any

import platformdirs

from mission_gui import __version__, physics
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Solution
from mission_gui.files import write_whole

log = logging.getLogger(__name__)


def recall(mission: Mission) -> Solution | None:
    """The solution kept for this mission, vehicle and program; None where there is none to be trusted."""
    key = solution_key(mission)
    path = place(key)
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        log.info("the kept solution %s is not readable and is computed anew: %s", path, error)
        return None
    solution = _checked(kept, key)
    if solution is None:
        log.info("the kept solution %s is damaged and is computed anew", path)
    return solution


def keep(mission: Mission, solution: Solution) -> None:
    """Keeps a solution; where the cache folder cannot be written the program goes on without."""
    key = solution_key(mission)
    values = asdict(solution)
    text = json.dumps({"key": key, "check": _check(values), "solution": values}, indent=1)
    path = place(key)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode())
    except OSError as error:
        log.warning("the solution is not kept for the next start: %s", error)


def place(key: str) -> Path:
    """Where the solution of a key is kept."""
    return platformdirs.user_cache_path("mission-gui", appauthor=False) / "solutions" / f"{key[:32]}.json"


def solution_key(mission: Mission) -> str:
    """Changes with the mission, the vehicle, the program's version and the flight-dynamics code."""
    whole = "\n".join((mission.digest, repr(mission.vehicle), __version__, _code_digest()))
    return hashlib.sha256(whole.encode()).hexdigest()


@cache
def _code_digest() -> str:
    digest = hashlib.sha256()
    for folder in physics.__path__:
        for path in sorted(Path(folder).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _checked(kept: Any, key: str) -> Solution | None:
    values = kept.get("solution") if isinstance(kept, dict) else None
    if not isinstance(values, dict) or kept.get("key") != key or kept.get("check") != _check(values):
        return None
    if set(values) != {field.name for field in fields(Solution)}:
        return None
    if not all(isinstance(value, int | float) and math.isfinite(value) for value in values.values()):
        return None
    return Solution(**values)


def _check(values: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
