"""The session: the window's side of the worker thread. It starts the thread, queues wishes, and ends it."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal, Slot

from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.session.worker import PropagationWorker, Token


class Session(QObject):
    """Lives in the window's thread. Every call returns at once; what comes of it arrives by the signals."""

    progressed = Signal(float, str)
    propagated = Signal(object, object)
    failed = Signal(str)
    moved = Signal(object)
    passed = Signal(object)
    paced = Signal(object)

    seek = Signal(float)
    step = Signal(float)
    step_event = Signal(int)
    play = Signal(bool)
    toggle = Signal()
    set_rate = Signal(float)
    step_rate = Signal(int)
    turn = Signal()
    set_loop = Signal(bool)

    _loaded = Signal(object, int, str)
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
        self._join()
        self._thread.start()

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
            (self._loaded, worker.load),
            (self._shown, worker.shown),
            (self._halted, worker.halt),
        ):
            wish.connect(slot)
        worker.progressed.connect(self.progressed)
        worker.failed.connect(self._take_failure)
        worker.passed.connect(self.passed)
        worker.paced.connect(self.paced)
        worker.propagated.connect(self._take_trajectory)
        worker.moved.connect(self._take_frame)

    def load(self, mission: Mission, when: str = "start") -> None:
        """Propagates a mission and opens it at a moment; an older load that still runs is cancelled."""
        self._wished = mission
        self._loaded.emit(mission, self._token.bump(), when)

    def close(self) -> None:
        """Cancels what runs and ends the thread."""
        self._token.bump()
        self._halted.emit()
        self._thread.wait()

    @Slot(object, object)
    def _take_trajectory(self, mission: Mission, trajectory: Trajectory) -> None:
        self._offered = (mission, trajectory)
        if self._is_wished():
            self.propagated.emit(mission, trajectory)

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
