"""A question to the model: the same flight with something changed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Changes to a solved flight: ignition (s later), delta-v (m/s more), bank (rad steeper), main canopy (times as
    large), the altitude (m) below which lift is lost, None to leave that as it was, 0 for never; and whether the main
    parachute fails, so that the reserve opens."""

    ignition: float = 0.0
    delta_v: float = 0.0
    bank: float = 0.0
    canopy: float = 1.0
    lift_lost: float | None = None
    reserve: bool = False
