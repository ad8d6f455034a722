"""One window on one session, wired: frames go down, wishes go up."""

import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from mission_gui import memory, settings
from mission_gui.app.crash import CrashLog, folder
from mission_gui.app.imports import import_by_parts
from mission_gui.app.library import Shelf
from mission_gui.domain.errors import UserError
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.missionfile.kept import read_mission
from mission_gui.missionfile.library import find_mission
from mission_gui.session.session import Session
from mission_gui.session.watch import Watch, file_watch
from mission_gui.version import told
from mission_gui.window import MainWindow
from mission_gui.window.dialogs import dress, dress_application

if TYPE_CHECKING:
    from mission_gui.app.briefing import Briefings
    from mission_gui.app.comparing import Comparisons
    from mission_gui.app.pictures import Pictures
    from mission_gui.app.taking import Taking
    from mission_gui.export.opening import Opening, Pair

log = logging.getLogger(__name__)

OPENING = "undocking-00:02:00"
"""The undocking is seen a few seconds after a mission was opened."""
KEEP_MS = 400  # without a further change before the settings are written
READY_MS, PART_MS = 2000, 150  # after the first frame, before what comes later is imported, and between its parts


class Replay(QObject):
    """Window, session, and what lies between them; `failed` while there is no whole flight to show."""

    faulted = Signal(str)

    def __init__(
        self,
        read: Callable[[], Mission],
        name: str,
        when: str,
        chosen: settings.Settings | None = None,
        crashes: CrashLog | None = None,
        earlier: Path | None = None,
        path: Path | None = None,
        wall: Callable[[], float] = time.monotonic,
        opening: "Opening | None" = None,
    ) -> None:
        """`crashes` takes what goes wrong; `earlier` is the report of an earlier run, told once the board stands;
        `path` is the file of the mission, which is read again when it changes; `wall` is the clock on the wall, s;
        `opening` that of a picture, film or briefing which is opened."""
        super().__init__()
        self._read, self._when, self._crashes, self._earlier = read, when, crashes, earlier
        self.failed = self._warned = self._waits = self._rereads = False
        self._unkept: settings.Settings | None = None
        self.comparisons: Comparisons | None = None
        self._keeping = QTimer(self, interval=KEEP_MS, singleShot=True)
        self._keeping.timeout.connect(self.keep_settings)
        self._parts, self._importing = import_by_parts(), QTimer(self)
        self._importing.timeout.connect(self._import)
        self.window = MainWindow()
        self.window.dressed.connect(dress_application)
        self.window.hasten()
        self.window.adopt(chosen or settings.read())
        self.session = Session(wall)
        self._path = path
        self._briefings: Briefings | None = None
        self._pictures: Pictures | None = None
        self._taking: Taking | None = None
        self._reopens = opening
        self._read_anew = partial(read_mission, path) if path else read
        self._watch: Watch | None = None
        self.shelf = Shelf(self.window)  # before the rest, so that the settings it leaves are still kept
        self._join()
        self._watch_over(path)
        self.shelf.taken.connect(self.open)
        self.window.show_opening("Mission GUI", translate("Window", "Opening {name}").format(name=name))

    def _join(self) -> None:
        window, session = self.window, self.session
        for wish, answer in (
            (window.sought, session.seek),
            (window.stepped, session.step),
            (window.toggled, session.toggle),
            (window.turned, session.turn),
            (window.rate_stepped, session.step_rate),
            (window.rate_wished, session.set_rate),
            (window.eased_wished, session.set_eased),
            (window.event_stepped, session.step_event),
            (window.loop_wished, session.set_loop),
            (window.asked, session.ask),
            (session.progressed, window.show_progress),
            (session.paced, window.show_clock),
            (session.passed, window.tell_passed),
        ):
            wish.connect(answer)
        session.propagated.connect(self._adopt)
        session.moved.connect(self._show)
        session.failed.connect(self._fail)
        session.alternatives.connect(window.show_alternatives)
        session.alternatives.connect(memory.keep)
        window.picture_wished.connect(self.save_picture)
        window.composing_wished.connect(self.compose_picture)
        window.copy_wished.connect(self.copy_picture)
        window.dropped.connect(self.take_in)
        window.briefing_wished.connect(self.ask_for_briefing)
        window.touring.connect(self._hold)
        window.settled.connect(self._settle)
        window.closed.connect(self.keep_settings)
        window.closed.connect(session.close)
        window.painted.connect(self.begin)
        window.comparison_wished.connect(self.ask_for_comparison)
        self.faulted.connect(self._show_fault)

    @Slot()
    def begin(self) -> None:
        """Reads the mission and has it propagated; the panels are made meanwhile."""
        try:
            mission = self._read()
        except UserError as error:
            self._fail(str(error))
            return
        self.session.load(mission, self._when)
        self.window.show_opening(str(mission.name), translate("Window", "Computing the flight"))
        self.window.build()

    @Slot()
    def reread(self) -> None:
        """Has the file of the mission read anew, because it was saved."""
        self._rereads = self.window.trajectory is not None
        self.session.reload(self._read_anew, self._when)

    def _watch_over(self, path: Path | None) -> None:
        """Has the mission read again whenever its file was saved."""
        if self._watch is not None:
            self._watch.deleteLater()
        self._watch = file_watch(path, self) if path else None
        if self._watch is not None:
            self._watch.settled.connect(self.reread)

    @Slot(object, object)
    def open(self, mission: Mission, path: Path, when: str = OPENING) -> None:
        """Another mission, of a file; the one on the board stays until the new one is there."""
        self._read_anew, self._when, self._rereads = partial(read_mission, path), when, False
        self._watch_over(path)
        self.session.load(mission, when)
        self.window.show_opening(str(mission.name), translate("Window", "Computing the flight"))

    @Slot(object, object)
    def _adopt(self, mission: Mission, trajectory: Trajectory) -> None:
        self.failed, other = not trajectory.complete, mission is not self.window.mission
        self.window.load(mission, trajectory)
        self._warn(mission)
        if other:
            self.window.complaint.hide()
        if self._rereads and other:
            self._rereads = False
            self.window.notice.say(translate("Window", "The file was saved: it is read anew"))

    @Slot(object)
    def _show(self, frame: Frame) -> None:
        first = self.window.frame is None
        self.window.show_frame(frame)
        if first:
            memory.keep()
            self._importing.start(READY_MS)
        if first and not self.window.choices.settings.toured and self.window.isVisible():
            self.window.show_tour()
        if first and self._earlier is not None:
            text = translate("Window", "The last run ended in a crash. The report: {path}")
            self.window.notice.say(text.format(path=self._earlier))

    @Slot()
    def _import(self) -> None:
        """A part of what the first picture needs."""
        if next(self._parts, self) is self:
            self._importing.stop()
        else:
            self._importing.setInterval(PART_MS)

    @Slot(bool)
    def _hold(self, held: bool) -> None:
        """Nothing is missed during the tour: what was playing waits, and goes on after it."""
        clock = self.window.board.clock
        if held:
            self._waits = clock is not None and clock.playing
            self.session.play.emit(False)
        elif self._waits:
            self._waits = False
            self.session.play.emit(True)

    @Slot(object)
    def _settle(self, chosen: settings.Settings) -> None:
        self._unkept = chosen
        self._keeping.start()

    @Slot()
    def keep_settings(self) -> None:
        """Writes the settings that changed; where that cannot be, says so once and goes on."""
        if self._unkept is None:
            return
        chosen, self._unkept = self._unkept, None
        try:
            settings.write(chosen)
        except OSError as error:
            log.warning("the settings cannot be kept in %s: %s", settings.place(), error)
            if not self._warned:
                words = translate("Window", "The settings cannot be kept ({why}): {place}")
                self.window.notice.say(words.format(why=error.strerror, place=settings.place()))
            self._warned = True

    @Slot(str)
    def _fail(self, text: str) -> None:
        """Says it in the window, and on standard error for who started it there."""
        print(text, file=sys.stderr)
        if self._rereads:
            self._rereads = False
            self.window.show_complaint(text)
            return
        self.failed = True
        self.window.show_error(text)

    @property
    def taking(self) -> "Taking":
        """What writes pictures; imported when the first is wanted."""
        if self._taking is None:
            from mission_gui.app.taking import Taking

            self._taking = Taking(self)
        return self._taking

    def finish(self) -> None:
        """Waits until the last picture is whole."""
        if self._taking is not None:
            self._taking.finish()

    @property
    def pictures(self) -> "Pictures":
        """What takes pictures; imported when the first is wanted."""
        if self._pictures is None:
            from mission_gui.app.pictures import Pictures

            self._pictures = Pictures(self.window, self.taking)
            self._pictures.reopened.connect(self.reopen)
            self._pictures.compared.connect(self.compare_again)
        return self._pictures

    @Slot()
    def save_picture(self) -> None:
        """Saves what the board shows."""
        self.pictures.save()

    @Slot()
    def copy_picture(self) -> None:
        """Copies what the board shows."""
        self.pictures.copy()

    @Slot()
    def compose_picture(self) -> None:
        """Asks how pictures are to be."""
        self.pictures.ask()

    @Slot(object)
    def take_in(self, path: Path) -> None:
        """A file that was dropped."""
        self.pictures.reopen(path)

    @Slot(object)
    def reopen(self, opening: "Opening") -> None:
        """Shows what a picture, film or briefing showed: its mission and moment, its layout and theme if it has any."""
        if opening.layout:
            self.window.set_layout(opening.layout)
        if opening.theme:
            self.window.choices.set_theme(opening.theme)
        self._reopens = opening
        mission = self.window.mission
        if mission is not None and mission.id == opening.mission:
            self.session.seek.emit(opening.t)
            self._warn(mission)
            return
        try:
            path = find_mission(opening.mission)
            self.open(read_mission(path), path, opening.words)
        except UserError as error:
            self._reopens = None
            self.window.notice.say(str(error))

    @Slot(object)
    def compare_again(self, pair: "Pair") -> None:
        """Opens the comparison that a picture shows."""
        self._comparisons().show(pair)

    def _warn(self, mission: Mission) -> None:
        """Says of what was opened whether it was made from other data."""
        opening, self._reopens = self._reopens, None
        if opening is not None and (told := self.pictures.warning(opening, mission.digest)):
            self.window.notice.say(told)

    @Slot()
    def ask_for_briefing(self) -> None:
        """Asks what a briefing shall be, and has it made; what that takes is imported only now."""
        from mission_gui.app import briefing

        if self._briefings is None:
            self._briefings = briefing.Briefings(self.window, self._path)
        self._briefings.ask()

    @Slot()
    def ask_for_comparison(self) -> None:
        """Asks what to compare this flight with, and opens a window for it."""
        self._comparisons().ask()

    def _comparisons(self) -> "Comparisons":
        """What opens comparisons; imported when the first is wanted."""
        from mission_gui.app.comparing import Comparisons

        if self.comparisons is None:
            self.comparisons = Comparisons(self.window, self.taking)
        return self.comparisons

    @Slot(str)
    def _show_fault(self, text: str) -> None:
        """One dialog for a bug, however many follow before it is closed; the session goes on."""
        if self.window.trajectory is None:
            header = translate("Window", "The program has a fault that kept it from opening the mission.")
            self.window.show_error(f"{header}\n{text}")
        if self.window.findChild(QMessageBox) is not None:
            return
        box = QMessageBox(
            QMessageBox.Icon.Warning, "Mission GUI", translate("Window", "Something went wrong in the program.")
        )
        box.setParent(self.window, Qt.WindowType.Dialog)
        advice = translate("Window", "You can go on. If it happens again, please report it with these details.")
        if self._crashes is not None and self._crashes.path is not None:
            kept = translate("Window", "They are kept in {folder}.").format(folder=folder())
            advice = f"{advice}\n{kept}"
        box.setInformativeText(advice)
        box.setDetailedText(f"{told()}\n\n{text}")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dress(box, self.window.look)
        box.open()

    def catch_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A `sys.excepthook`: may be called in any thread."""
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.exit(130)
            return
        log.error("in thread %s", threading.current_thread().name, exc_info=(kind, error, trace))
        text = "".join(traceback.format_exception(kind, error, trace))
        if self._crashes is not None:
            self._crashes.note(text)
        self.faulted.emit(text)
