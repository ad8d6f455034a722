"""The session: the window's side of the worker threads. It starts them, queues wishes, and ends them."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.domain.whatif import WhatIf
from mission_gui.session.alternatives_worker import AlternativesWorker
from mission_gui.session.worker import PropagationWorker, Token

FIRST_PICTURE_MS = 300  # the first picture comes before the work for what else might have been


class Session(QObject):
    """Lives in the window's thread. Every call returns at once; what comes of it arrives by the signals."""

    progressed = Signal(float, str)
    propagated = Signal(object, object)
    failed = Signal(str)
    moved = Signal(object)
    passed = Signal(object)
    paced = Signal(object)
    alternatives = Signal(object)

    seek = Signal(float)
    step = Signal(float)
    step_event = Signal(int)
    play = Signal(bool)
    toggle = Signal()
    set_rate = Signal(float)
    step_rate = Signal(int)
    turn = Signal()
    set_loop = Signal(bool)
    set_eased = Signal(bool)
    look_up = Signal()
    """Shows the instant of now without waiting for the next tick."""

    _loaded = Signal(object, int, str)
    _changed = Signal(object, int, str)
    _solved = Signal(object, object, int)
    _asked = Signal(object, int)
    _shown = Signal()
    _halted = Signal()

    def __init__(self, wall: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._token = Token()
        self._wished: Mission | None = None
        self._offered: tuple[Mission, Trajectory] | None = None
        self._thread = QThread(self)
        self._thread.setObjectName("propagation")
        self._worker = PropagationWorker(self._token, wall)
        self._worker.moveToThread(self._thread)
        self._later = QTimer(self, interval=FIRST_PICTURE_MS, singleShot=True)
        self._later.timeout.connect(self._look_aside)
        self._second = QThread(self)
        self._second.setObjectName("alternatives")
        self._flights, self._questions = Token(), Token()
        self._side_worker = AlternativesWorker(self._flights, self._questions)
        self._side_worker.moveToThread(self._second)
        self._join()
        self._thread.start()
        self._second.start(QThread.Priority.LowPriority)

    def _join(self) -> None:
        worker = self._worker
        for wish, slot in (
            (self.seek, worker.seek),
            (self.step, worker.step),
            (self.step_event, worker.step_event),
            (self.play, worker.play),
            (self.toggle, worker.toggle),
            (self.set_rate, worker.set_rate),
            (self.step_rate, worker.step_rate),
            (self.turn, worker.turn),
            (self.set_loop, worker.set_loop),
            (self.set_eased, worker.set_eased),
            (self.look_up, worker.tick),
            (self._loaded, worker.load),
            (self._changed, worker.reload),
            (self._shown, worker.shown),
            (self._halted, worker.halt),
            (self._solved, self._side_worker.take),
            (self._asked, self._side_worker.ask),
            (self._halted, self._side_worker.halt),
        ):
            wish.connect(slot)
        worker.progressed.connect(self.progressed)
        worker.failed.connect(self._take_failure)
        worker.passed.connect(self.passed)
        worker.paced.connect(self.paced)
        worker.reread.connect(self._take_mission)
        worker.propagated.connect(self._take_trajectory)
        worker.moved.connect(self._take_frame)
        self._side_worker.found.connect(self._take_alternatives)

    def load(self, mission: Mission, when: str = "start") -> None:
        """Propagates a mission and opens it at a moment; an older load that still runs is cancelled."""
        self._wished = mission
        self._flights.bump()
        self._loaded.emit(mission, self._token.bump(), when)

    def reload(self, read: Callable[[], Mission], when: str = "start") -> None:
        """Has a mission read anew, in the worker, that takes the place of the one on show at the instant of now."""
        self._flights.bump()
        self._changed.emit(read, self._token.bump(), when)

    def ask(self, question: WhatIf) -> None:
        """Has a what-if flown beside the flight; `WhatIf()` takes the last one away."""
        self._asked.emit(question, self._questions.bump())

    def close(self) -> None:
        """Cancels what runs and ends the thread."""
        for token in (self._token, self._flights, self._questions):
            token.bump()
        self._halted.emit()
        self._thread.wait()
        self._second.wait()

    @Slot(object, int)
    def _take_mission(self, mission: Mission, number: int) -> None:
        if self._token.is_newest(number):
            self._wished = mission

    @Slot(object, object)
    def _take_trajectory(self, mission: Mission, trajectory: Trajectory) -> None:
        self._offered = (mission, trajectory)
        if self._is_wished():
            self.propagated.emit(mission, trajectory)
            if trajectory.complete:
                self._later.start()

    @Slot()
    def _look_aside(self) -> None:
        """Has what else might have been computed, once the board stands."""
        if self._offered is not None and self._is_wished() and self._offered[1].complete:
            self._solved.emit(*self._offered, self._flights.bump())

    @Slot(object, object)
    def _take_alternatives(self, mission: Mission, alternatives: Alternatives) -> None:
        if mission is self._wished:
            self.alternatives.emit(alternatives)

    @Slot(object)
    def _take_frame(self, frame: Frame) -> None:
        try:
            if self._is_wished():
                self.moved.emit(frame)
        finally:
            self._shown.emit()

    @Slot(str)
    def _take_failure(self, text: str) -> None:
        """The wished mission cannot be had: worker and window go on with the one that the worker has."""
        if self._offered is not None and not self._is_wished():
            self._wished = self._offered[0]
            self.propagated.emit(*self._offered)
            self.step.emit(0.0)
        self.failed.emit(text)

    def _is_wished(self) -> bool:
        """Whether what arrives is of the newest wish, not of an older one that was on its way."""
        return self._offered is not None and self._offered[0] is self._wished
