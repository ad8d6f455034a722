"""The index: entries kept between runs, so that only files that changed are read again.

Each folder of missions has an index of its own in the cache folder, behind its checksum. What two programs write there
at once is the same, or one entry newer: the last one wins, and what it lacks is read again by the next.
"""

import hashlib
import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from mission_gui import __version__, files
from mission_gui.domain.catalogue import Entry
from mission_gui.domain.errors import UserError
from mission_gui.missionfile.document import MOST_BYTES as MOST_OF_A_FILE
from mission_gui.resources import resource
from mission_gui.system import system

log = logging.getLogger(__name__)

MOST_BYTES = 50_000_000  # some fifteen folders of two thousand missions
_SURE_AFTER = 2_000_000_000
"""Nanoseconds: a file written so shortly before it was read may have been written again within the same tick of the
clock of the file system, so that its time alone does not tell."""
_PARTS = ("domain", "missionfile", "physics", "catalogue")
_SHARED = ("records", "vehicles", "station", "stations", "departures")


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry, and the file it is of: time of change, size, SHA-256, and when it was read; nanoseconds."""

    changed: int
    size: int
    digest: str
    read: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Index:
    """What is kept of a folder, by the paths of its files; `stamp` changes with the program."""

    stamp: str
    files: dict[str, Kept]


@cache
def _form() -> TypeAdapter[Index]:
    return TypeAdapter(Index)


def folder() -> Path:
    """Where indexes are kept."""
    return system().cache_folder() / "index"


def place(missions: Path) -> Path:
    """Where the index of a folder of missions is kept."""
    return folder() / f"{hashlib.sha256(str(missions.absolute()).encode()).hexdigest()[:16]}.json"


def recall(missions: Path) -> dict[str, Kept]:
    """What is kept of a folder by this program; nothing where the index is damaged or of another."""
    path = place(missions)
    try:
        index = _form().validate_json(files.read_sealed(path))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, ValidationError) as error:
        log.info("the index %s is damaged and is made anew: %s", path, error)
        return {}
    return index.files if index.stamp == stamp() else {}


def keep(missions: Path, entries: dict[str, Kept]) -> None:
    """Keeps the index of a folder; where the cache folder cannot be written the program goes on without."""
    if files.keep(place(missions), files.sealed(_form().dump_json(Index(stamp(), entries)))):
        files.make_room(folder(), MOST_BYTES)


def unchanged(path: Path, kept: Kept | None) -> Kept | None:
    """What is kept of a file where it still holds; None where the file must be read. OSError."""
    if kept is None:
        return None
    stat = path.stat()
    if (stat.st_mtime_ns, stat.st_size) == (kept.changed, kept.size) and kept.read - kept.changed > _SURE_AFTER:
        return kept
    if _digest(path) != kept.digest:
        return None
    return replace(kept, changed=stat.st_mtime_ns, size=stat.st_size, read=time.time_ns())


def noted(path: Path, read_entry: Callable[[Path], Entry]) -> Kept:
    """The entry of a file, read now. OSError."""
    read, stat = time.time_ns(), path.stat()
    # The checksum first: should the file change meanwhile, the next start finds another one and reads it again.
    digest = _digest(path)
    return Kept(stat.st_mtime_ns, stat.st_size, digest, read, read_entry(path))


def _digest(path: Path) -> str:
    """Empty where the file cannot be read; why, its entry tells."""
    try:
        return hashlib.sha256(files.read_plain(path, MOST_OF_A_FILE)).hexdigest()
    except UserError:
        return ""


@cache
def stamp() -> str:
    """Changes with the program and with the data that all missions share."""
    package = Path(__file__).parent.parent
    code = (path for part in _PARTS for path in package.joinpath(part).rglob("*.py"))
    shared = (path for name in _SHARED for path in resource(name).glob("*.toml"))
    return hashlib.sha256("\n".join((__version__, *_states((*code, *shared)))).encode()).hexdigest()


def _states(paths: Iterable[Path]) -> Iterable[str]:
    for path in sorted(paths):
        stat = path.stat()
        yield f"{path.name} {stat.st_size} {stat.st_mtime_ns}"
