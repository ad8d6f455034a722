"""A second worker thread for what else might have been, so that no such question holds the clock."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from mission_gui.domain.alternatives import NONE
from mission_gui.domain.errors import Cancelled, TrajectoryError
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.domain.whatif import WhatIf
from mission_gui.session.alternatives import alternatives
from mission_gui.session.worker import Token


class AlternativesWorker(QObject):
    """Computes the alternatives of the flight it was given last, and answers what-ifs about it.

    Of several questions that wait only the newest is answered; a newer flight stops the work for an older one.
    """

    found = Signal(object, object)
    """The mission and its `Alternatives`."""

    def __init__(self, flights: Token, questions: Token) -> None:
        super().__init__()
        self._flights, self._questions = flights, questions
        self._mission: Mission | None = None
        self._flight: Trajectory | None = None
        self._known = NONE

    @Slot(object, object, int)
    def take(self, mission: Mission, flight: Trajectory, number: int) -> None:
        """A solved flight to find the alternatives of."""
        if not self._flights.is_newest(number):
            return

        def progress(_fraction: float, _phase: str) -> None:
            if not self._flights.is_newest(number):
                raise Cancelled

        self._mission, self._flight, self._known = mission, flight, NONE
        try:
            self._known = alternatives(mission, flight, progress)
        except Cancelled:
            return
        self.found.emit(mission, self._known)

    @Slot(object, int)
    def ask(self, question: WhatIf, number: int) -> None:
        """Flies a what-if; `WhatIf()` takes the last one away."""
        if self._mission is None or self._flight is None or not self._questions.is_newest(number):
            return
        self._known = replace(self._known, **answer(self._mission, self._flight, question))
        self.found.emit(self._mission, self._known)

    @Slot()
    def halt(self) -> None:
        """Ends the thread; runs in it."""
        QThread.currentThread().quit()


def answer(mission: Mission, flight: Trajectory, question: WhatIf) -> dict[str, Any]:
    """What becomes of the alternatives by a question: the changed flight, or why it cannot be flown."""
    nothing = {"question": None, "changed": None, "refusal": ""}
    if question == WhatIf():
        return nothing
    assert flight.solution is not None
    from mission_gui.physics.propagate import what_if

    try:
        return nothing | {"question": question, "changed": what_if(mission, flight.solution, question)}
    except TrajectoryError as error:
        return nothing | {"question": question, "refusal": str(error)}
