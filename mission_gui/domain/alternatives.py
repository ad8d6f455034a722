"""What else might have been: the same return without lift (or with it), its scatter, and a what-if."""

from dataclasses import dataclass

from mission_gui.domain.facts import Text
from mission_gui.domain.trajectory import Floats, Trajectory
from mission_gui.domain.whatif import WhatIf


@dataclass(frozen=True, slots=True, eq=False)
class Scatter:
    """Where many flights with errors come down: landings (n,) and the closed edge of their ellipse of 95 %, rad.

    `radius` about the landing without errors holds 95 % of them, m. Modelled, by an assumed error model.
    """

    latitude: Floats
    longitude: Floats
    edge_latitude: Floats
    edge_longitude: Floats
    radius: float


@dataclass(frozen=True, slots=True, eq=False)
class Alternatives:
    """Beside the flight that is replayed, all modelled; None where not computed (yet).

    `other` is the ballistic flight of a guided return, the guided one of a ballistic return; `lifted` has all lift
    upward, the other edge of what the entry can reach. `changed` is the answer to the `question` asked last; where
    that cannot be flown, `refusal` says why.
    """

    scatter: Scatter | None = None
    other: Trajectory | None = None
    other_scatter: Scatter | None = None
    lifted: Trajectory | None = None
    question: WhatIf | None = None
    changed: Trajectory | None = None
    refusal: str = ""

    @property
    def other_name(self) -> Text:
        """What the other flight is called."""
        lost = self.other is not None and self.other.solution is not None and self.other.solution.lift_lost
        return Text("Ballistic", "Баллистический спуск") if lost else Text("Guided", "Управляемый спуск")


NONE = Alternatives()
