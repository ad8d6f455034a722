"""The main window: the board, what lies on top of it, and keys that become wishes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QShortcut,
)
from PySide6.QtWidgets import QMainWindow

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.clock import MissionClock
from mission_gui.domain.events import Event as FlightEvent
from mission_gui.domain.frame import Frame
from mission_gui.domain.links import link
from mission_gui.domain.mission import Mission
from mission_gui.domain.search import Entries
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.panels.base import Panel
from mission_gui.panels.telling import VALUE_MS, Seldom, announce
from mission_gui.settings import Settings
from mission_gui.theme import DARK, Style, Theme
from mission_gui.window.board import Board
from mission_gui.window.choices import Choices
from mission_gui.window.complaint import Complaint
from mission_gui.window.deeds import commands, deeds
from mission_gui.window.float_sources import FloatSources
from mission_gui.window.go_to import GoTo
from mission_gui.window.held_keys import press, take
from mission_gui.window.key_sheet import KeySheet
from mission_gui.window.keys import KEYS
from mission_gui.window.layouts import BY_ID
from mission_gui.window.overlays import Curtain, Notice, Overlay
from mission_gui.window.palette import Palette
from mission_gui.window.panel_keys import PanelKeys
from mission_gui.window.places import DESIGN, LEAST_WINDOW, base_size
from mission_gui.window.scrolling import Pane
from mission_gui.window.settings_dialog import SettingsDialog
from mission_gui.window.sources import SourceLayer
from mission_gui.window.steady import Steady
from mission_gui.window.tour import Tour

WISHES = (
    "sought",
    "toggled",
    "rate_stepped",
    "rate_wished",
    "eased_wished",
    "loop_wished",
    "event_stepped",
    "asked",
    "library_wished",
)
"""The signals that a panel may have and the window passes on."""


class MainWindow(QMainWindow):
    """The board with what lies on top of it. It shows what it is given; its signals are wishes for whoever owns the
    time."""

    sought = Signal(float)
    stepped = Signal(float)
    toggled = Signal()
    turned = Signal()
    rate_stepped = Signal(int)
    rate_wished = Signal(float)
    eased_wished = Signal(bool)
    event_stepped = Signal(int)
    loop_wished = Signal(bool)
    picture_wished = Signal()
    composing_wished = Signal()
    copy_wished = Signal()
    dropped = Signal(object)
    """A file was dropped on the window, by its path."""
    briefing_wished = Signal()
    comparison_wished = Signal()
    touring = Signal(bool)
    """The tour begins, for which time may stand still, or is over."""
    asked = Signal(object)
    painted = Signal()
    closed = Signal()
    library_wished = Signal()
    missions_wished = Signal()
    """What missions there are is to be known, for the palette."""
    mission_wished = Signal(object)
    """The file of another mission is to be opened."""
    dressed = Signal(object)
    """The `Style` is another one; what Qt draws by itself shall wear it too."""
    settled = Signal(object)
    """The user's `Settings` as they are now."""

    def __init__(self, theme: Theme = DARK) -> None:
        super().__init__()
        self._dressed: Style | None = None
        self.looping = self.easing = self._followed = False
        self._toured_from = QPoint()
        self.placed = False
        """Whether it has the place it had at the last run: Qt refuses that of a screen of another size."""
        self.missions: Entries = ()
        self.board = Board(Style(theme, base_size(DESIGN)), self)
        self.pane = Pane(self.board)
        self.setCentralWidget(self.pane)
        self.board.sized.connect(self._fit)
        self.pane.looked.connect(self._fit)
        self.board.made.connect(self._hear)
        self.board.arranged.connect(self._rearranged)
        self.choices = Choices(self.board, theme.name)
        self.choices.settled.connect(self.settled)
        self.choices.dressed.connect(self._rearranged)
        self.board.setFocus()
        self.setMinimumSize(LEAST_WINDOW)
        Steady(self)
        self.setAcceptDrops(True)
        self.setWindowTitle("Mission GUI")
        self.curtain = Curtain(self.look, self.board)
        self.key_sheet = KeySheet(self.look, self.board)
        self.go_to = GoTo(self.look, self.board)
        self.palette_ = Palette(self.look, self.board)
        self.tour = Tour(self.look, self.board)
        self.sources = SourceLayer(self.look, self.board)
        self.float_sources = FloatSources(self.board)
        self._passed = Seldom[str](self, VALUE_MS, lambda words: announce(self.board, words))
        self.complaint = Complaint(self.look, self.board)
        self.notice = Notice(self.look, self.board)
        self.choices.said.connect(self.notice.say)
        self.panel_keys = PanelKeys(self.board, self.notice.say)
        self.tour.ended.connect(self._end_tour)
        for guide in (self.tour, self.sources):
            guide.pointed.connect(self.pane.bring)
        self.go_to.sought.connect(self.sought)
        self.curtain.painted.connect(self.painted)
        self._bind_keys()
        self._dress()

    @property
    def look(self) -> Style:
        """Theme and type size."""
        return self.board.look

    @property
    def panels(self) -> dict[str, Panel]:
        """The panels made so far, by name."""
        return self.board.panels

    @property
    def mission(self) -> Mission | None:
        """What is on the board."""
        return self.board.mission

    @property
    def trajectory(self) -> Trajectory | None:
        """The flight on the board."""
        return self.board.trajectory

    @property
    def frame(self) -> Frame | None:
        """The instant on the board."""
        return self.board.moment

    @property
    def sayings(self) -> tuple[Overlay, ...]:
        """What the window has to say, which lies highest."""
        return self.complaint, self.notice

    @property
    def overlays(self) -> tuple[Overlay, ...]:
        """What may lie on top of the panels, from the lowest up."""
        return self.curtain, self.sources, self.go_to, self.palette_, self.tour, self.key_sheet, *self.sayings

    def hasten(self) -> None:
        """Before anything is shown: the first picture is wanted soon, and completed by the one after it."""
        self.board.set_hasty(True)

    def event(self, event: QEvent) -> bool:
        if take(event):
            return True
        done = super().event(event)
        if event.type() is QEvent.Type.UpdateRequest and self.board.hasty and self.frame is not None:
            QTimer.singleShot(0, self, lambda: self.board.set_hasty(False))
        return done

    def build(self) -> None:
        """Makes the panels, once; a window that only says what it is opening is there sooner without them."""
        self.board.build()

    def _hear(self, panel: Panel) -> None:
        panel.viewed.connect(self.choices.note_view)
        for wish in WISHES:
            if hasattr(panel, wish):
                getattr(panel, wish).connect(getattr(self, wish))
        zero_wished = getattr(panel, "zero_wished", None)
        if zero_wished is not None:
            zero_wished.connect(self.board.set_zero)

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        """A new flight."""
        self.board.load(mission, trajectory)
        self.setWindowTitle(f"{mission.name} - Mission GUI")

    def show_frame(self, frame: Frame) -> None:
        """A new instant, the same for every panel."""
        self.board.show_frame(frame)
        if self.curtain.isVisibleTo(self.board):
            self.curtain.hide()

    def show_alternatives(self, alternatives: Alternatives) -> None:
        """What else might have been, beside the flight."""
        self.board.show_alternatives(alternatives)

    def show_clock(self, clock: MissionClock) -> None:
        """How time runs."""
        self.looping, self.easing = clock.loop, clock.eased
        self.board.show_clock(clock)

    @Slot(object)
    def tell_passed(self, event: FlightEvent) -> None:
        """An event of the flight came while time runs: a screen reader says so."""
        self._passed.do(f"{event.name}")

    def set_layout(self, name: str) -> None:
        """A layout by its id."""
        self.choices.choose_layout(name)

    def set_theme(self, name: str) -> None:
        """Another theme by its name in `THEMES`."""
        self.choices.set_theme(name)

    def adopt(self, settings: Settings) -> None:
        """The user's settings of the last run, before the window is shown."""
        self.choices.adopt(settings)
        if settings.geometry:
            self.placed = self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))

    def _rearranged(self) -> None:
        """Type may be larger in another layout, and overlays stay on top of new panels."""
        for overlay in self.overlays:
            overlay.restyle(self.look)
            overlay.raise_()
        self._dress()

    def show_progress(self, fraction: float, text: str) -> None:
        """How far the flight is computed."""
        if self.trajectory is None:
            self.curtain.say(self.curtain.title, text, fraction)
        else:
            self._header("show_progress", fraction, text)

    def show_opening(self, title: str, text: str) -> None:
        """Before there is a flight: what is being opened, shown at once."""
        if self.trajectory is None:
            self.curtain.say(title, text)
            self.curtain.repaint()

    def show_error(self, text: str) -> None:
        """One clear message: on the board where there is a flight, else in place of it."""
        if self.trajectory is None:
            self.curtain.say(translate("Window", "This mission cannot be shown"), text, failed=True)
        else:
            self._header("show_error", text)

    def show_complaint(self, text: str) -> None:
        """Why the file on the board could not be read anew; the flight from before goes on."""
        self._header("show_progress", 1.0, "")
        self.complaint.say(text)

    def _header(self, duty: str, *values: object) -> None:
        getattr(self.panels["header"], duty)(*values)

    def _dress(self) -> None:
        """The window's own surface; panels colour themselves."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, self.look.color("window"))
        self.setPalette(palette)
        if self.look != self._dressed:
            self._dressed = self.look
            self.pane.restyle(self.look)
            self.dressed.emit(self.look)

    @Slot()
    def _fit(self) -> None:
        """The board has another size, and perhaps larger type; or another part of it is in view."""
        for overlay in self.overlays:
            if overlay.look != self.look:
                overlay.restyle(self.look)
            overlay.fit(self.pane.part())
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no panel takes: Return presses a button; Alt, while it is held, shows where the figures come from."""
        if not press(event):
            self.sources.press(event)
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.sources.release(event)
        super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another window may have taken the keyboard, and with it the release of Alt."""
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.sources.leave()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file_of(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _file_of(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.choices.keep(geometry=bytes(self.saveGeometry().toBase64().data()).decode())
        self.closed.emit()
        super().closeEvent(event)

    def deeds(self) -> dict[str, Callable[[], object]]:
        """What each action of the table of keys does."""
        return deeds(self)

    def _bind_keys(self) -> None:
        actions = self.deeds()
        for key in KEYS:
            for sequence in key.keys:
                shortcut = QShortcut(QKeySequence(sequence), self)
                shortcut.setAutoRepeat(key.repeats)
                shortcut.activated.connect(actions[key.action])

    def ask_for_time(self) -> None:
        """Opens the line that takes a time or an event."""
        if self.mission is not None and self.trajectory is not None:
            self.tour.hide()
            self.go_to.ask(self.mission, self.trajectory)

    def change_loop(self) -> None:
        """Repeats at the end, or stops there."""
        self.looping = not self.looping
        self.loop_wished.emit(self.looping)
        repeats, stops = translate("Window", "Repeats at the end"), translate("Window", "Stops at the end")
        self.notice.say(repeats if self.looping else stops)

    def change_easing(self) -> None:
        """Slows down to ×1 at events, or keeps the rate."""
        self.easing = not self.easing
        self.eased_wished.emit(self.easing)
        slows, keeps = translate("Window", "Slows down at events"), translate("Window", "Keeps its speed at events")
        self.notice.say(slows if self.easing else keeps)

    def show_sources(self) -> None:
        """Marks the figures of the window that the keyboard is in, or takes the marks away."""
        (self.float_sources.active() or self.sources).toggle()

    def find_command(self) -> None:
        """Opens the palette; what other missions hold joins it as soon as that is known."""
        self.tour.hide()
        self.palette_.ask(commands(self))
        if not self.missions:
            self.missions_wished.emit()

    def know(self, missions: Entries) -> None:
        """What missions there are. An open palette finds in them too; another asks anew when it is opened."""
        self.missions = missions
        if self.palette_.isVisible():
            self.palette_.extend(commands(self))

    def copy_link(self) -> None:
        """A link to this moment, for a message or a browser."""
        if self.mission is not None and self.frame is not None:
            text = link(self.mission.id, self.frame.utc)
            QGuiApplication.clipboard().setText(text)
            self.notice.say(translate("Window", "Copied {text}").format(text=text))

    def show_settings(self) -> None:
        """All settings in one dialog."""
        choices = self.choices
        shown = replace(
            choices.settings, theme=self.look.theme.name, layout=choices.layout, follows=self.board.following
        )
        dialog = SettingsDialog(shown, self.look, self)
        dialog.chosen.connect(self.choices.take_over)
        dialog.tour_wished.connect(self.show_tour)
        dialog.open()

    def show_tour(self) -> None:
        """Five steps over the board as it was made."""
        if self.trajectory is not None and not self.tour.isVisible():
            self._followed, self._toured_from = self.board.following, self.pane.corner()
            self.board.set_layout(BY_ID["orbit"])
            self.tour.begin(self.board.where())
            self.touring.emit(True)

    @Slot()
    def _end_tour(self) -> None:
        self.choices.keep(toured=True)
        if self._followed:
            self._followed = False
            self.board.follow_phase()
        self.pane.scroll_to(self._toured_from)
        self.touring.emit(False)

    def change_full_screen(self) -> None:
        """The whole screen, or a window again."""
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def close_overlay(self) -> None:
        """Closes what lies on top; where nothing does, leaves the full screen."""
        on_top = [
            overlay
            for overlay in (self.key_sheet, self.palette_, self.tour, self.go_to, self.sources, *self.sayings)
            if overlay.isVisible()
        ]
        on_top += self.float_sources.shown()
        if on_top:
            on_top[0].hide()
        elif self.isFullScreen():
            self.showNormal()


def _file_of(data: QMimeData) -> Path | None:
    """The one file that is dragged; None for several, and for anything else."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 else None
