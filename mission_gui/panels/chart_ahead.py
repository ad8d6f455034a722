"""Draws pictures ahead of their time while nothing else happens, so that none is waited for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

SETTLED, BETWEEN = 300, 40  # milliseconds without a change before charts are drawn ahead, and between two of them
RESTED = 160  # milliseconds without another size after which what was stretched is drawn anew


class Ahead(QObject):
    """Asks for one piece of work at a time, until there is none left."""

    def __init__(
        self, work: Callable[[], bool], parent: QObject, settled: int = SETTLED, between: int = BETWEEN
    ) -> None:
        super().__init__(parent)
        self._work, self._settled, self._between = work, settled, between
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._do)

    @property
    def active(self) -> bool:
        """Whether there may be work left."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begins once nothing has changed for a while."""
        self._timer.start(self._settled)

    def start_once(self) -> None:
        """Begins after that while, unless it is about to."""
        if not self.active:
            self.start()

    def stop(self) -> None:
        """Leaves the rest."""
        self._timer.stop()

    @Slot()
    def _do(self) -> None:
        if self._work():
            self._timer.start(self._between)
