"""Flights kept between runs, so that the second opening of a mission neither solves nor integrates anything.

A file holds its own checksum: one that is damaged, truncated, or of another mission or program is as good as none.
"""

import hashlib
import io
import json
import logging
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar
from zipfile import BadZipFile

import numpy as np

from mission_gui import __version__, domain, files, physics
from mission_gui.domain.events import Phase, PhaseSpan
from mission_gui.domain.facts import Text
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import (
    Burn,
    Contact,
    Floats,
    SeparatedModule,
    Solution,
    Trajectory,
    timed_events,
)
from mission_gui.system import system

log = logging.getLogger(__name__)

Kept = TypeVar("Kept")

MOST_BYTES = 600_000_000  # every shipped mission, with its alternatives, and as much again
_VECTORS = ("position", "velocity", "iss_position", "iss_velocity")
_TRACK = ("t", "latitude", "longitude", "altitude")
_DAMAGE = (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile)


def recall(mission: Mission) -> Trajectory | None:
    """The flight kept for this mission, vehicle and program; None where there is none to be trusted."""
    return recall_as(flight_key(mission), lambda payload: unpacked(mission, payload))


def keep(mission: Mission, trajectory: Trajectory) -> None:
    """Keeps a flight; where the cache folder cannot be written the program goes on without."""
    keep_as(flight_key(mission), packed(mission, trajectory))


def recall_as(key: str, unpack: Callable[[bytes], Kept]) -> Kept | None:
    """What is kept under a key; None where there is nothing to be trusted."""
    path = place(key)
    try:
        return unpack(files.read_sealed(path))
    except FileNotFoundError:
        return None
    except _DAMAGE as error:
        log.info("the kept flight %s is damaged and is computed anew: %s", path, error)
        return None


def keep_as(key: str, payload: bytes) -> None:
    """Keeps something under a key, beside its checksum."""
    if files.keep(place(key), files.sealed(payload)):
        files.make_room(folder(), MOST_BYTES)


def folder() -> Path:
    """Where flights are kept."""
    return system().cache_folder() / "flights"


def place(key: str) -> Path:
    """Where the flight of a key is kept."""
    return folder() / f"{key[:32]}.npz"


def flight_key(mission: Mission) -> str:
    """Changes with the mission, the vehicle, the program's version and the flight-dynamics code."""
    whole = "\n".join((mission.digest, repr(mission.vehicle), __version__, _code_digest()))
    return hashlib.sha256(whole.encode()).hexdigest()


@cache
def _code_digest() -> str:
    digest = hashlib.sha256()
    for folder in (*physics.__path__, *domain.__path__):
        for path in sorted(Path(folder).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def packed(mission: Mission, flight: Trajectory) -> bytes:
    """A flight as the content of a file."""
    said = {
        "channels": list(flight.channels),
        "modelled": {e.id: (e.modelled - mission.epoch) / _MICROSECOND for e in flight.events if e.modelled},
        "sigma": {e.id: e.sigma for e in flight.events if e.modelled},
        "uncertain": list(flight.sigma),
        "phases": [asdict(span) for span in flight.phases],
        "burns": [asdict(burn) for burn in flight.burns],
        "contacts": [asdict(contact) for contact in flight.contacts],
        "separated": [{"id": module.id, "name": asdict(module.name)} for module in flight.separated],
        "solution": asdict(flight.solution) if flight.solution else None,
    }
    arrays = {name: getattr(flight, name) for name in ("t", *_VECTORS)}
    for module in flight.separated:
        arrays[f"separated_{module.id}"] = np.array([getattr(module, name) for name in _TRACK])
    out = io.BytesIO()
    text = np.frombuffer(json.dumps(said).encode(), np.uint8)
    np.savez(
        out,
        said=text,
        values=np.array(list(flight.channels.values())),
        sigma=np.array(list(flight.sigma.values())),
        **arrays,
    )
    return out.getvalue()


_MICROSECOND = timedelta(microseconds=1)


def unpacked(mission: Mission, payload: bytes) -> Trajectory:
    """The flight that a file's content holds."""
    with np.load(io.BytesIO(payload), allow_pickle=False) as kept:
        arrays: dict[str, Floats] = {name: kept[name] for name in ("t", *_VECTORS, "values", "sigma")}
        said: dict[str, Any] = json.loads(kept["said"].tobytes())
        tracks: dict[str, Floats] = {part["id"]: kept[f"separated_{part['id']}"] for part in said["separated"]}
    for array in (*arrays.values(), *tracks.values()):
        array.flags.writeable = False
    times = {name: mission.epoch + round(t) * _MICROSECOND for name, t in said["modelled"].items()}
    return Trajectory(
        t=arrays["t"],
        **{name: arrays[name] for name in _VECTORS},
        channels=MappingProxyType(dict(zip(said["channels"], arrays["values"], strict=True))),
        events=timed_events(mission, times, said["sigma"]),
        phases=tuple(PhaseSpan(Phase(span["phase"]), span["start"], span["end"]) for span in said["phases"]),
        burns=tuple(
            Burn(Text(**burn["name"]), burn["start"], burn["end"], tuple(burn["delta_v"])) for burn in said["burns"]
        ),
        contacts=tuple(Contact(**contact) for contact in said["contacts"]),
        solution=Solution(**said["solution"]) if said["solution"] else None,
        separated=tuple(
            SeparatedModule(part["id"], Text(**part["name"]), *tracks[part["id"]]) for part in said["separated"]
        ),
        sigma=MappingProxyType(dict(zip(said["uncertain"], arrays["sigma"], strict=True))),
    )
