"""When ground stations see the ship."""

import numpy as np

from mission_gui.domain.mission import GroundStation
from mission_gui.domain.trajectory import Contact, Floats
from mission_gui.physics import earth


def contacts(
    stations: tuple[GroundStation, ...], t: Floats, fixed: Floats, silent: tuple[float, float] | None
) -> tuple[Contact, ...]:
    """Contacts in order of time for Earth-fixed positions (3, n), m, cut out over the `silent` stretch (blackout)."""
    found: list[Contact] = []
    for station in stations:
        clearance = elevation(station, fixed) - station.mask
        for start, end in _positive(t, clearance):
            spans = _outside(start, end, silent)
            found.extend(Contact(station.id, a, b, _highest(station, t, fixed, a, b)) for a, b in spans)
    return tuple(sorted(found, key=lambda contact: contact.start))


_FINE = 0.25  # s; overhead the elevation changes by about a degree in a second


def _highest(station: GroundStation, t: Floats, fixed: Floats, start: float, end: float) -> float:
    """The largest elevation between two moments, rad: the way between samples is taken as straight."""
    moments = np.linspace(start, end, max(int((end - start) / _FINE), 1) + 1)
    return float(elevation(station, np.array([np.interp(moments, t, axis) for axis in fixed])).max())


def elevation(station: GroundStation, fixed: Floats) -> Floats:
    """Elevation above the station's horizon, rad, of Earth-fixed positions (3, n)."""
    place = station.position
    foot = earth.fixed_from_geodetic(place.latitude, place.longitude, place.height)
    up = np.array(
        [
            np.cos(place.latitude) * np.cos(place.longitude),
            np.cos(place.latitude) * np.sin(place.longitude),
            np.sin(place.latitude),
        ]
    )
    sight = fixed - foot[:, None]
    angle: Floats = np.arcsin(up @ sight / np.linalg.norm(sight, axis=0))
    return angle


def _positive(t: Floats, values: Floats) -> list[tuple[float, float]]:
    """Stretches where values are positive, their ends by linear interpolation."""
    positive = values > 0
    edges = np.flatnonzero(positive[1:] != positive[:-1])
    crossings = [float(t[i] - values[i] * (t[i + 1] - t[i]) / (values[i + 1] - values[i])) for i in edges]
    if positive[0]:
        crossings.insert(0, float(t[0]))
    if positive[-1]:
        crossings.append(float(t[-1]))
    return list(zip(crossings[::2], crossings[1::2], strict=True))


def _outside(start: float, end: float, silent: tuple[float, float] | None) -> list[tuple[float, float]]:
    if silent is None or end <= silent[0] or start >= silent[1]:
        return [(start, end)]
    return [(a, b) for a, b in ((start, min(end, silent[0])), (max(start, silent[1]), end)) if b > a]
