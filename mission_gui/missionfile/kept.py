"""What data files were built into, kept between runs.

The libraries that check a file take longer to import than all else that a start needs of the files, so what was found
sound is kept, and built anew as soon as that file, another data file or the code has changed.
"""

import hashlib
import io
import logging
import pickle
from collections.abc import Callable
from dataclasses import is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import mission_gui
from mission_gui.domain.errors import UserError
from mission_gui.domain.limits import Limit
from mission_gui.domain.mission import Mission
from mission_gui.domain.outline import Outline
from mission_gui.files import keep, read_plain
from mission_gui.missionfile.document import MOST_BYTES
from mission_gui.resources import resource
from mission_gui.system import system

log = logging.getLogger(__name__)

Built = TypeVar("Built")

_LENGTH = 32  # bytes of a SHA-256
_CODE = ("domain", "missionfile")
_DATA = ("departures", "limits", "records", "station", "stations", "vehicles")
_DAMAGE = (OSError, ValueError, TypeError, AttributeError, ImportError, EOFError, IndexError, KeyError)
_VALUES = {("types", "MappingProxyType")} | {
    ("datetime", name) for name in ("date", "datetime", "time", "timedelta", "timezone")
}
"""What may stand in a kept value beside what `domain` defines."""


def read_mission(path: Path | str) -> Mission:
    """As `reading.read_mission`."""

    def read(path: Path) -> Mission:
        from mission_gui.missionfile.reading import read_mission

        return read_mission(path)

    return _built("mission", Path(path), read)


def read_outline(path: Path | str) -> Outline:
    """As `reading.read_outline`."""

    def read(path: Path) -> Outline:
        from mission_gui.missionfile.reading import read_outline

        return read_outline(path)

    return _built("outline", Path(path), read)


def read_limits(path: Path | str) -> tuple[Limit, ...]:
    """As `limits.read_limits`."""

    def read(path: Path) -> tuple[Limit, ...]:
        from mission_gui.missionfile.limits import read_limits

        return read_limits(path)

    return _built("limits", Path(path), read)


def place(kind: str, path: Path) -> Path:
    """Where that which a file was built into is kept."""
    name = hashlib.sha256(f"{kind} {path.absolute()}".encode()).hexdigest()[:32]
    return system().cache_folder() / "built" / name


def _built(kind: str, path: Path, read: Callable[[Path], Built]) -> Built:
    try:
        key = _key(kind, path)
    except (OSError, UserError):
        return read(path)  # which tells what is wrong with it
    there = place(kind, path)
    found: Built | None = _recall(there, key)
    if found is None:
        found = read(path)
        _keep(there, key, found)
    return found


def _key(kind: str, path: Path) -> bytes:
    """Changes with all that a value is made of."""
    return hashlib.sha256(kind.encode() + read_plain(path, MOST_BYTES) + _surroundings()).digest()


@cache
def _surroundings() -> bytes:
    """The program's version and code, and the data files that missions refer to."""
    package = Path(mission_gui.__file__).parent
    files = [file for folder in _CODE for file in sorted((package / folder).glob("*.py"))]
    files += [file for folder in _DATA for file in sorted(resource(folder).glob("*.toml"))]
    digest = hashlib.sha256(mission_gui.__version__.encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.digest()


def _recall(there: Path, key: bytes) -> Any:
    """The value kept under a key; None where there is none to be trusted."""
    try:
        content = there.read_bytes()
        payload = content[2 * _LENGTH :]
        if content[: 2 * _LENGTH] != key + hashlib.sha256(payload).digest():
            return None
        return _Reader(io.BytesIO(payload)).load()
    except FileNotFoundError:
        return None
    except (*_DAMAGE, pickle.UnpicklingError) as error:
        log.info("what was kept in %s is damaged and is built anew: %s", there, error)
        return None


def _keep(there: Path, key: bytes, value: object) -> None:
    out = io.BytesIO()
    _Writer(out, pickle.HIGHEST_PROTOCOL).dump(value)
    payload = out.getvalue()
    keep(there, key + hashlib.sha256(payload).digest() + payload)


class _Writer(pickle.Pickler):
    def reducer_override(self, value: object) -> Any:
        """Read-only dicts, which pickle does not know."""
        return (MappingProxyType, (dict(value),)) if isinstance(value, MappingProxyType) else NotImplemented


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Values only: a kept file that was tampered with runs nothing."""
        if (module, name) in _VALUES:
            return super().find_class(module, name)
        if module.startswith("mission_gui.domain."):
            found = super().find_class(module, name)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of a mission")
