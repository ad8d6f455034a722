"""A thread of its own in which compared missions are read and flown, so that no window waits for them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, Signal, Slot

from mission_gui.domain.errors import Cancelled, UserError
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.session import flight
from mission_gui.session.worker import Token

Flights = tuple[tuple[Mission, Trajectory], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """Which missions to compare, by id or path, on which event; `known` flights need not be flown anew."""

    names: tuple[str, ...]
    align: str
    known: Flights = ()


class ComparisonWorker(QObject):
    """Reads, flies and compares what it was asked last; a newer question, or none, stops the older."""

    progressed = Signal(float, str)
    compared = Signal(object)
    failed = Signal(str)
    listed = Signal(object)

    def __init__(self, token: Token) -> None:
        super().__init__()
        self._token = token

    @Slot(object, int)
    def answer(self, question: Question, number: int) -> None:
        """Gives the `Comparison`, or says why there is none."""
        try:
            # What compares is slow to import, and the board opens without it.
            from mission_gui.physics.comparison import check_missions, compare

            missions = self._read(question, number)
            check_missions(missions)
            found = compare(self._flown(question, missions, number), question.align)
        except Cancelled:
            return
        except UserError as error:
            if self._token.is_newest(number):
                self.failed.emit(str(error))
            return
        if self._token.is_newest(number):
            self.compared.emit(found)

    def _read(self, question: Question, number: int) -> list[Mission]:
        from mission_gui.missionfile import find_mission, read_mission

        known, found = {mission.id: mission for mission, _ in question.known}, []
        for name in question.names:
            self._go_on(number)
            found.append(known[name] if name in known else read_mission(find_mission(name)))
        return found

    def _flown(self, question: Question, missions: list[Mission], number: int) -> Flights:
        known = {id(mission): trajectory for mission, trajectory in question.known}
        return tuple(
            (mission, known.get(id(mission)) or flight.fly(mission, self._reporter(mission, i, len(missions), number)))
            for i, mission in enumerate(missions)
        )

    def _reporter(self, mission: Mission, i: int, count: int, number: int) -> Callable[[float, str], None]:
        """Progress over all missions; stops the work when it is wanted no longer."""

        def report(fraction: float, phase: str) -> None:
            self._go_on(number)
            self.progressed.emit((i + fraction) / count, f"{mission.name}: {phase}")

        return report

    def _go_on(self, number: int) -> None:
        if not self._token.is_newest(number):
            raise Cancelled

    @Slot()
    def list_missions(self) -> None:
        """Gives what the catalogue tells of every mission."""
        from mission_gui.catalogue import read_catalogue

        self.listed.emit(read_catalogue())

    @Slot()
    def halt(self) -> None:
        """Ends the thread; runs in it."""
        QThread.currentThread().quit()


class Comparing(QObject):
    """Lives in the window's thread; every call returns at once."""

    progressed = Signal(float, str)
    compared = Signal(object)
    failed = Signal(str)
    listed = Signal(object)
    """The `Entries` of the catalogue."""

    list_missions = Signal()
    _asked = Signal(object, int)
    _halted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._token = Token()
        self._thread = QThread(self)
        self._thread.setObjectName("comparison")
        self._worker = ComparisonWorker(self._token)
        self._worker.moveToThread(self._thread)
        self._asked.connect(self._worker.answer)
        self.list_missions.connect(self._worker.list_missions)
        self._halted.connect(self._worker.halt)
        for name in ("progressed", "compared", "failed", "listed"):
            getattr(self._worker, name).connect(getattr(self, name))
        self._thread.start()

    def ask(self, question: Question) -> None:
        """Has missions compared; what comes of an older question is dropped."""
        self._asked.emit(question, self._token.bump())

    @Slot()
    def cancel(self) -> None:
        """Leaves off."""
        self._token.bump()

    def close(self) -> None:
        """Leaves off and ends the thread."""
        self.cancel()
        self._halted.emit()
        self._thread.wait()
