"""A spacecraft as its file tells it."""

from dataclasses import dataclass

from mission_gui.domain.facts import Provenance, Text


@dataclass(frozen=True, slots=True)
class Canopy:
    """A parachute stage: from `start_altitude` (m) or `start_delay` (s after the stage before opened), drag area in m2.

    The drag area grows linearly over `inflation` seconds. That of the stage `main` is where a fit starts.
    """

    id: str
    name: Text
    drag_area: float
    start_altitude: float | None
    start_delay: float | None
    inflation: float


@dataclass(frozen=True, slots=True)
class Reserve:
    """What opens in place of the canopies that follow the canopy `after`, where the main one fails."""

    after: str
    canopies: tuple[Canopy, ...]


@dataclass(frozen=True, slots=True)
class Module:
    """A part that separates and burns up: mass in kg, drag coefficient times area in m2."""

    id: str
    name: Text
    mass: float
    drag_area: float


@dataclass(frozen=True, slots=True)
class Vehicle:
    """Masses in kg, areas in m2, lengths in m, thrust in N, speeds in m/s, altitudes in m above the ellipsoid.

    `mach`, `drag_coefficient` and `lift_to_drag` are the columns of one table, linear between its rows.
    `provenance` gives, by field name, where the number comes from.
    """

    id: str
    name: Text
    mass_at_ignition: float
    descent_module_mass: float
    heat_shield_mass: float
    thrust: float
    specific_impulse: float
    stack_drag_area: float
    reference_area: float
    nose_radius: float
    mach: tuple[float, ...]
    drag_coefficient: tuple[float, ...]
    lift_to_drag: tuple[float, ...]
    roll_rate: float
    separation_altitude: float
    entry_interface_altitude: float
    blackout_top: float
    blackout_bottom: float
    modules: tuple[Module, ...]
    canopies: tuple[Canopy, ...]
    heat_shield_altitude: float
    soft_landing_altitude: float
    soft_landing_speed: float
    provenance: dict[str, Provenance]
    reserve: Reserve | None = None
