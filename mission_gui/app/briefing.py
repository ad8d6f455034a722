"""A briefing made from the board, by the command line in a process of its own: the board goes on meanwhile."""

import re
import sys
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QProgressDialog

from mission_gui.domain.language import spoken
from mission_gui.export.brief.formats import FORMATS
from mission_gui.language import translate
from mission_gui.system import frozen
from mission_gui.window import MainWindow
from mission_gui.window.brief_dialog import BriefDialog, BriefWish
from mission_gui.window.dialogs import dress

_STEP = re.compile(r"(\d+)/(\d+)")
_WAIT_MS = 3000


class Briefings(QObject):
    """Asks what the briefing shall be, has it made, shows how far it is, and tells where it lies.

    `source` is the file of the mission on the board, where it is not one of the program's own.
    """

    made = Signal(str)
    failed = Signal(str)

    def __init__(self, window: MainWindow, source: Path | None = None) -> None:
        super().__init__(window)
        self._window, self._source = window, source
        self._process: QProcess | None = None
        self._progress: QProgressDialog | None = None
        self._said = ""
        window.closed.connect(self.cancel)

    @Slot()
    def ask(self) -> None:
        """Opens the dialog; while one briefing is being made there is no other."""
        mission = self._window.mission
        if mission is None or self._window.trajectory is None or self._process is not None:
            return
        remedy = translate("Brief", "not in this build") if frozen() else "pip install 'mission-gui[brief]'"
        lacking = {
            suffix: remedy for suffix, format in FORMATS.items() if format.module and find_spec(format.module) is None
        }
        names = {suffix: format.name for suffix, format in FORMATS.items()}
        place = documents() / f"{mission.id}.pdf"
        dialog = BriefDialog(names, lacking, place, spoken(), self._window.look, self._window)
        dialog.wished.connect(self.make)
        dialog.open()

    @Slot(object)
    def make(self, wish: BriefWish) -> None:
        """Starts the work."""
        assert self._window.mission is not None
        words = ["brief", str(self._source or self._window.mission.id), "--progress", "--language", wish.language]
        words += ["--theme", wish.theme] if wish.theme else []
        words += ["--template", wish.template] if wish.template else []
        words += ["-o", str(wish.path)]
        self._said = ""
        self._show_progress()
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("QT_QPA_PLATFORM", "offscreen")
        process.setProcessEnvironment(environment)
        process.readyReadStandardError.connect(self._hear)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._fault)
        self._process = process
        process.start(sys.executable, words if frozen() else ["-m", "mission_gui", *words])

    def _show_progress(self) -> None:
        title, cancel = translate("Brief", "The briefing is being made"), translate("Brief", "Cancel")
        progress = QProgressDialog(title, cancel, 0, 0, self._window)
        progress.setWindowTitle(translate("Brief", "Briefing"))
        progress.setWindowModality(Qt.WindowModality.NonModal)
        progress.setMinimumDuration(0)
        progress.setAutoReset(False)
        progress.canceled.connect(self.cancel)
        dress(progress, self._window.look)
        progress.show()
        self._progress = progress

    @Slot()
    def _hear(self) -> None:
        """Steps move the bar; anything else is what went wrong."""
        assert self._process is not None
        for line in bytes(self._process.readAllStandardError().data()).decode(errors="replace").splitlines():
            step = _STEP.fullmatch(line)
            if step is None:
                self._said = f"{self._said}\n{line}".strip()
            elif self._progress is not None:
                self._progress.setMaximum(int(step[2]))
                self._progress.setValue(int(step[1]))

    @Slot(int, QProcess.ExitStatus)
    def _end(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        path = bytes(self._process.readAllStandardOutput().data()).decode(errors="replace").strip()
        self._close()
        if code == 0 and status is QProcess.ExitStatus.NormalExit:
            self._window.notice.say(translate("Brief", "The briefing is ready: {path}").format(path=path))
            self.made.emit(path)
        else:
            self._tell(self._said.removeprefix("mission-gui: "))

    @Slot(QProcess.ProcessError)
    def _fault(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            told = self._process.errorString()
            self._close()
            self._tell(told)

    def _tell(self, why: str) -> None:
        title = translate("Brief", "No briefing was made.")
        box = QMessageBox(QMessageBox.Icon.Warning, translate("Brief", "Briefing"), title)
        box.setParent(self._window, Qt.WindowType.Dialog)
        box.setInformativeText(why)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dress(box, self._window.look)
        box.open()
        self.failed.emit(why)

    @Slot()
    def cancel(self) -> None:
        """Ends the work; nothing of it is left."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(_WAIT_MS)
            process.deleteLater()
        self._close()

    def _close(self) -> None:
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        if self._progress is not None:
            self._progress.canceled.disconnect(self.cancel)
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None


def documents() -> Path:
    """The user's folder of documents, or, where that is not there, the home folder."""
    place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return place if place.is_dir() else Path.home()
