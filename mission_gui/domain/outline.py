"""The station's outline: the boxes it is drawn from, its ports, and the regions about it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import dist, inf

from mission_gui.domain.facts import Provenance, Text
from mission_gui.domain.mission import Vector

_NEAR = 20.0
"""Metres within which a place without a known name may be a port's."""


class Role(StrEnum):
    """What a part of the station is, which tells how it is drawn."""

    MODULE = "module"
    TRUSS = "truss"
    ARRAY = "array"


@dataclass(frozen=True, slots=True)
class Part:
    """A box: centre and size in metres along V-bar, H-bar, R-bar in the station's usual attitude.

    It is there from `since` up to `until`, None where it stays. `provenance` is that of the size.
    """

    id: str
    name: Text
    role: Role
    centre: Vector
    size: Vector
    since: date
    until: date | None
    provenance: Provenance

    def there_on(self, day: date) -> bool:
        """Whether it is part of the station on a day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Zone:
    """An ellipsoid about the station's centre of mass; half axes in metres along V-bar, H-bar, R-bar."""

    id: str
    name: Text
    half_axes: Vector
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Outline:
    """All parts the station ever had, in one frame of its own; `placement` says how well they are placed.

    `ports` are the places of the docking ports by name, `centre_of_mass` is where that is thought to be.
    """

    parts: tuple[Part, ...]
    ports: dict[str, Vector]
    zones: tuple[Zone, ...]
    placement: Provenance
    centre_of_mass: Vector

    def on(self, day: date) -> tuple[Part, ...]:
        """The parts of the station on a day."""
        return tuple(part for part in self.parts if part.there_on(day))

    def origin(self, port: str, position: Vector) -> Vector:
        """Where the outline's frame begins, metres from the centre of mass, so that a port lies at a position.

        Where a mission places its port otherwise than the outline does, the outline gives way, so that the ship leaves
        from its port, or, where that is not known by name, from one that may be meant. With none near, its own
        centre of mass counts.
        """
        meant = self.ports.get(port) or self._near(position)
        return _from(meant, position) if meant is not None else _from(self.centre_of_mass, (0.0, 0.0, 0.0))

    def _near(self, position: Vector) -> Vector | None:
        """The port that lies nearest to a position when the centre of mass is where it is thought to be."""
        found = [(dist(_from(self.centre_of_mass, port), position), port) for port in self.ports.values()]
        away, port = min(found, default=(inf, self.centre_of_mass))
        return port if away < _NEAR else None


def _from(start: Vector, end: Vector) -> Vector:
    v, h, r = (there - here for there, here in zip(end, start, strict=True))
    return v, h, r
