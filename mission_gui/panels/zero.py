"""The event from which T is counted, the choice of it, and T itself: plain functions."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from math import floor

from mission_gui.domain.facts import Text
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.menu import Choice
from mission_gui.panels.wording import countdown

UNDOCKING = "undocking"


@dataclass(frozen=True, slots=True)
class Zero:
    """An event that T can be counted from: its name, and the clock's label after it and before it."""

    name: Text
    since: Text
    until: Text


ZEROS: dict[str, Zero] = {
    UNDOCKING: Zero(
        Text("Undocking", "Расстыковка"),
        Text("Since undocking", "От расстыковки"),
        Text("To undocking", "До расстыковки"),
    ),
    "ignition": Zero(
        Text("Ignition", "Включение двигателя"),
        Text("Since ignition", "От включения"),
        Text("To ignition", "До включения"),
    ),
    "entry_interface": Zero(
        Text("Entry interface", "Вход в атмосферу"),
        Text("Since entry", "От входа"),
        Text("To entry", "До входа"),
    ),
    "touchdown": Zero(
        Text("Landing", "Посадка"),
        Text("Since landing", "От посадки"),
        Text("To landing", "До посадки"),
    ),
}
"""By event id, in the order of the flight."""


def zeros(mission: Mission, trajectory: Trajectory) -> dict[str, float]:
    """Mission times that T can be counted from; undocking first, the others where their time is known."""
    times = {event.id: mission.seconds(event.time) for event in trajectory.events if event.time is not None}
    return {UNDOCKING: 0.0} | {name: times[name] for name in ZEROS if name in times and name != UNDOCKING}


def zero_of(mission: Mission, trajectory: Trajectory, wished: str) -> tuple[str, float]:
    """The wished zero and its mission time; undocking while the time of the wished one is not known."""
    known = zeros(mission, trajectory)
    zero = wished if wished in known else UNDOCKING
    return zero, known[zero]


def since(t: float, zero: float, prefix: str = "T") -> str:
    """`T+03:31:09`: whole seconds from a zero to a time. It changes when the clocks of the board do."""
    return countdown(floor(t) - floor(zero), prefix)


def counted_from(mission: Mission, trajectory: Trajectory, wished: str, t: float) -> str:
    """`T+03:31:09`: T of a time, counted from the wished zero."""
    return since(t, zero_of(mission, trajectory, wished)[1])


def zero_choices(chosen: str, known: Collection[str], wish: Callable[[str], object]) -> list[Choice]:
    """The zeros as entries of a menu; those whose time is not known yet cannot be chosen."""
    return [
        Choice(str(zero.name), partial(wish, name), name == chosen, enabled=name in known)
        for name, zero in ZEROS.items()
    ]
