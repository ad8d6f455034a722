"""What the user may choose about the map: how much of the track, what is drawn, whether the ship is followed."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the track is drawn: in orbits, or in minutes."""

    value: float
    minutes: bool = False

    def orbits(self, period: float) -> float:
        """The same in orbits of `period` seconds."""
        return self.value * 60.0 / period if self.minutes else self.value

    @property
    def key(self) -> str:
        """`1.5 orbits` or `45 minutes`."""
        return f"{self.value:g} {'minutes' if self.minutes else 'orbits'}"


def reach_of(key: object) -> Reach | None:
    """The reach that a key names; None where it names none."""
    value, _, unit = str(key).partition(" ")
    try:
        length = float(value)
    except ValueError:
        return None
    return Reach(length, unit == "minutes") if unit in ("orbits", "minutes") and 0.0 <= length < 1e4 else None


@dataclass(frozen=True, slots=True)
class Options:
    """`trail` is drawn bright behind the ship, `earlier` faint before that, `lead` dotted ahead.

    The rest says what is shown: names of the ground, circles of the ground stations, the ship's footprint, readings,
    legend and the landing zone in corners, and imagery in place of the chart.
    """

    trail: Reach = Reach(1.5)
    lead: Reach = Reach(1.5)
    earlier: Reach = Reach(1.0)
    following: bool = False
    names: bool = True
    circles: bool = True
    footprint: bool = True
    readings: bool = True
    legend: bool = True
    zone: bool = True
    imagery: bool = False

    def plain(self) -> dict[str, Any]:
        """The same in plain values."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value.key if isinstance(value, Reach) else value for name, value in values.items()}


USUAL = Options()


def options_of(state: Mapping[str, Any]) -> Options:
    """The options that plain values tell; what they do not tell, or not clearly, is as usual."""
    found: dict[str, Any] = {}
    for field in fields(Options):
        value = state.get(field.name)
        if isinstance(getattr(USUAL, field.name), bool):
            found |= {field.name: value} if isinstance(value, bool) else {}
        elif (reach := reach_of(value)) is not None:
            found[field.name] = reach
    return replace(USUAL, **found)
