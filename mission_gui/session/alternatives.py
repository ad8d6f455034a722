"""What else might have been, kept from an earlier run where it was computed."""

import hashlib
import io
import logging
from collections.abc import Callable
from typing import Any

import numpy as np

from mission_gui.domain.alternatives import NONE, Alternatives, Scatter
from mission_gui.domain.errors import TrajectoryError
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.resources import resource
from mission_gui.session import cache
from mission_gui.session.flight import silent

log = logging.getLogger(__name__)

ERROR_MODEL = "dispersion/soyuz.toml"
_FLIGHTS = ("other", "lifted")
_SCATTERS = ("scatter", "other_scatter")
_ARRAYS = ("latitude", "longitude", "edge_latitude", "edge_longitude")


def alternatives(
    mission: Mission, flight: Trajectory, progress: Callable[[float, str], None] = silent, use_cache: bool = True
) -> Alternatives:
    """The other flight and the scatter of both; none, and a line in the log, where they cannot be flown."""
    key = _key(mission, resource(ERROR_MODEL).read_bytes())
    kept = cache.recall_as(key, lambda payload: _unpacked(mission, payload)) if use_cache else None
    if kept is not None:
        return kept
    from mission_gui.missionfile.errormodel import read_error_model
    from mission_gui.physics import alternatives as physics
    from mission_gui.physics.dispersion.errors import ErrorModel

    figures, _ = read_error_model(resource(ERROR_MODEL))
    try:
        found = physics.alternatives(mission, flight, ErrorModel(**figures), progress)
    except TrajectoryError as error:
        # The flight itself is sound: without its alternatives the board is as it was.
        log.warning("%s has no alternatives: %s", mission.id, error)
        return NONE
    if use_cache:
        cache.keep_as(key, _packed(mission, found))
    return found


def _key(mission: Mission, model: bytes) -> str:
    return hashlib.sha256(f"{cache.flight_key(mission)} alternatives ".encode() + model).hexdigest()


def _packed(mission: Mission, found: Alternatives) -> bytes:
    arrays: dict[str, Any] = {
        f"{name}_{part}": getattr(getattr(found, name), part) for name in _SCATTERS for part in (*_ARRAYS, "radius")
    }
    out = io.BytesIO()
    for name in _FLIGHTS:
        arrays[name] = np.frombuffer(cache.packed(mission, getattr(found, name)), np.uint8)
    np.savez(out, **arrays)
    return out.getvalue()


def _unpacked(mission: Mission, payload: bytes) -> Alternatives:
    with np.load(io.BytesIO(payload), allow_pickle=False) as kept:
        scatter, other_scatter = (_scatter(kept, name) for name in _SCATTERS)
        other, lifted = (cache.unpacked(mission, kept[name].tobytes()) for name in _FLIGHTS)
    return Alternatives(scatter, other, other_scatter, lifted)


def _scatter(kept: "np.lib.npyio.NpzFile", name: str) -> Scatter:
    arrays = {part: kept[f"{name}_{part}"] for part in _ARRAYS}
    for array in arrays.values():
        array.flags.writeable = False
    return Scatter(**arrays, radius=float(kept[f"{name}_radius"]))
