"""Starts the application, and ends it in order."""

import os
import signal
import socket
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Slot
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from mission_gui import __version__, settings
from mission_gui.app import crash
from mission_gui.app.replay import OPENING, Replay
from mission_gui.domain.mission import Mission
from mission_gui.language import choose
from mission_gui.memory import collected_by_the_loop
from mission_gui.resources import resource
from mission_gui.system import APPLICATION, claim_windows
from mission_gui.theme import Style
from mission_gui.window import MainWindow
from mission_gui.window.dialogs import dress_application
from mission_gui.window.roles import tell_roles

if TYPE_CHECKING:
    from mission_gui.export.opening import Opening

RATE = 30.0
"""A newcomer sees the undocking after four seconds, and the landing after eight minutes."""

_ONE_THREAD = "QT_NO_GUI_THREADPOOL"
"""With it Qt fills each shape in the thread that draws.

Without, each translucent one of more than a hundred rows is shared among threads, down to the thinnest line: calling
and awaiting them takes longer than filling, and far longer where other programs keep the processors busy.
"""


def application() -> QApplication:
    """The one QApplication, set up so that sizes follow the screen's own scale exactly."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    os.environ.setdefault(_ONE_THREAD, "1")
    policy = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(policy)
    claim_windows()
    made = QApplication([APPLICATION])
    made.setApplicationName(APPLICATION)
    made.setApplicationDisplayName("Mission GUI")
    made.setApplicationVersion(__version__)
    made.setDesktopFileName(APPLICATION)
    made.setWindowIcon(icon())
    dress_application(Style())
    tell_roles()
    return made


def icon() -> QIcon:
    """The program's icon, in every size that is drawn by itself."""
    made = QIcon()
    for path in sorted(resource("icons").glob("mission-gui-*.png")):
        made.addFile(str(path))
    return made


def run(
    read: Callable[[], Mission],
    name: str,
    when: str = OPENING,
    rate: float = RATE,
    playing: bool = True,
    wished: Mapping[str, str | None] | None = None,
    path: Path | None = None,
    opening: "Opening | None" = None,
) -> int:
    """Opens the board and stays until it is closed; 1 where there never was a flight to show."""
    app = application()
    earlier = crash.found()
    for report in earlier:
        print(f"mission-gui: an earlier run crashed; its report is in {report}", file=sys.stderr)
    crashes = crash.CrashLog()
    last = earlier[-1] if earlier else None
    replay = Replay(read, name, when, chosen(wished or {}), crashes, last, path, opening=opening)
    previous, sys.excepthook = sys.excepthook, replay.catch_bug
    signals = Signals()
    replay.session.set_rate.emit(rate)
    replay.session.play.emit(playing)
    show(replay.window)
    try:
        with collected_by_the_loop():
            status = app.exec()
    finally:
        sys.excepthook = previous
        signals.close()
        replay.session.close()
        replay.finish()
        if crash_report := crashes.close():
            print(f"mission-gui: what went wrong is told in {crash_report}", file=sys.stderr)
    return status or int(replay.failed)


def show(window: MainWindow) -> None:
    """Where it was left; all over the screen at the first run, and on a screen of quite another size."""
    if window.placed:
        window.show()
        return
    # The size first, for a screen without a window manager, where nothing maximizes.
    window.setGeometry(window.screen().availableGeometry())
    window.showMaximized()


def chosen(wished: Mapping[str, str | None]) -> settings.Settings:
    """The settings of the last run, with what the command line says for this one; its language is spoken from here."""
    kept = settings.read()
    kept = replace(kept, theme=wished.get("theme") or kept.theme, language=wished.get("language") or kept.language)
    if layout := wished.get("layout"):
        kept = replace(kept, layout=layout, follows=False, board=None)
    choose(kept.language)
    return kept


class Signals(QObject):
    """Ends the application in order on Ctrl+C and on a polite kill, which Qt's loop would not notice."""

    def __init__(self) -> None:
        super().__init__()
        self._ear, self._mouth = socket.socketpair()
        self._ear.setblocking(False)
        self._mouth.setblocking(False)
        self._before = {number: signal.signal(number, _noticed) for number in (signal.SIGINT, signal.SIGTERM)}
        self._wakeup = signal.set_wakeup_fd(self._mouth.fileno())
        self._notifier = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._end)

    @Slot()
    def _end(self) -> None:
        heard = self._ear.recv(1)
        QApplication.closeAllWindows()  # what runs beside a window ends with it
        QGuiApplication.exit(128 + heard[0])

    def close(self) -> None:
        """As it was before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._ear.close()
        self._mouth.close()


def _noticed(number: int, frame: object) -> None:
    """Python's part of a signal; what is to be done happens in the loop of Qt."""
