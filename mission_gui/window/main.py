"""The main window: holds the panels, tells them what to show, and turns keys into wishes."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QToolTip, QWidget

from mission_gui.domain.clock import MissionClock
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.base import Panel
from mission_gui.theme import DARK, THEMES, Style, Theme
from mission_gui.window.go_to import GoTo
from mission_gui.window.keys import KEYS
from mission_gui.window.overlays import Curtain, KeySheet, Notice, Overlay
from mission_gui.window.places import DESIGN, SMALLEST, base_size, places


class MainWindow(QMainWindow):
    """The board. It shows what it is given; its signals are wishes for whoever owns the time."""

    sought = Signal(float)
    stepped = Signal(float)
    toggled = Signal()
    turned = Signal()
    rate_stepped = Signal(int)
    event_stepped = Signal(int)
    loop_wished = Signal(bool)
    picture_wished = Signal()
    painted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme = DARK) -> None:
        super().__init__()
        self.look = Style(theme, base_size(DESIGN))
        self.panels: dict[str, Panel] = {}
        self.mission: Mission | None = None
        self.trajectory: Trajectory | None = None
        self.frame: Frame | None = None
        self.looping = False
        self.board = QWidget(self)
        self.setCentralWidget(self.board)
        # The board itself takes the focus, so that no control looks chosen before Tab is pressed.
        self.board.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.board.setFocus()
        self.setMinimumSize(SMALLEST)
        self.setWindowTitle("Mission GUI")
        self.curtain = Curtain(self.look, self.board)
        self.key_sheet = KeySheet(self.look, self.board)
        self.go_to = GoTo(self.look, self.board)
        self.notice = Notice(self.look, self.board)
        self.go_to.sought.connect(self.sought)
        self.curtain.painted.connect(self.painted)
        self._bind_keys()
        self._dress()

    @property
    def overlays(self) -> tuple[Overlay, ...]:
        """What may lie on top of the panels, from the lowest up."""
        return self.curtain, self.go_to, self.key_sheet, self.notice

    def build(self) -> None:
        """Makes the panels, once; a window that only says what it is opening is there sooner without them."""
        if self.panels:
            return
        from mission_gui.panels.table import PANELS

        for name, kind in PANELS.items():
            panel = kind(self.look, self.board)
            panel.sought.connect(self.sought)
            for wish in ("toggled", "rate_stepped", "event_stepped"):
                if hasattr(panel, wish):
                    getattr(panel, wish).connect(getattr(self, wish))
            self.panels[name] = panel
        self._place()
        for panel in self.panels.values():
            panel.show()
        for overlay in self.overlays:
            overlay.raise_()

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        """A new flight: every panel draws what does not change."""
        self.build()
        self.mission, self.trajectory, self.frame = mission, trajectory, None
        self.setWindowTitle(f"{mission.name} - Mission GUI")
        for panel in self.panels.values():
            panel.load(mission, trajectory)

    def show_frame(self, frame: Frame) -> None:
        """A new instant, the same for every panel."""
        self.frame = frame
        for panel in self.panels.values():
            panel.show_frame(frame)
        if self.curtain.isVisibleTo(self.board):
            self.curtain.hide()

    def show_clock(self, clock: MissionClock) -> None:
        """How time runs."""
        for panel in self.panels.values():
            show = getattr(panel, "show_clock", None)
            if show is not None:
                show(clock)

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
            self.curtain.say("This mission cannot be shown", text, failed=True)
        else:
            self._header("show_error", text)

    def _header(self, duty: str, *values: object) -> None:
        getattr(self.panels["header"], duty)(*values)

    def set_theme(self, name: str) -> None:
        """Another theme by its name in `THEMES`."""
        self._restyle(Style(THEMES[name], self.look.base))

    def _restyle(self, style: Style) -> None:
        if style == self.look:
            return
        self.look = style
        self._dress()
        for panel in self.panels.values():
            panel.restyle(style)
        for overlay in self.overlays:
            overlay.restyle(style)
        self._place()

    def _dress(self) -> None:
        """The window's own surface and the tooltips; panels colour themselves."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, self.look.color("window"))
        self.setPalette(palette)
        tip = QPalette(palette)
        for role, name in ((QPalette.ColorRole.ToolTipBase, "raised"), (QPalette.ColorRole.ToolTipText, "text")):
            tip.setColor(role, QColor(getattr(self.look.theme, name)))
        QToolTip.setPalette(tip)
        QToolTip.setFont(self.look.sans("normal"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._restyle(Style(self.look.theme, base_size(self.size())))
        self._place()

    def _place(self) -> None:
        size = self.size()
        for name, place in places(size, self.look).items():
            if name in self.panels:
                self.panels[name].setGeometry(place)
        for overlay in self.overlays:
            overlay.fit(size)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def deeds(self) -> dict[str, Callable[[], object]]:
        """What each action of the table of keys does."""
        return {
            "toggle": self.toggled.emit,
            "back_one_second": lambda: self.stepped.emit(-1.0),
            "on_one_second": lambda: self.stepped.emit(1.0),
            "back_ten_seconds": lambda: self.stepped.emit(-10.0),
            "on_ten_seconds": lambda: self.stepped.emit(10.0),
            "back_one_minute": lambda: self.stepped.emit(-60.0),
            "on_one_minute": lambda: self.stepped.emit(60.0),
            "previous_event": lambda: self.event_stepped.emit(-1),
            "next_event": lambda: self.event_stepped.emit(1),
            "go_to_start": lambda: self.sought.emit(float("-inf")),
            "go_to_end": lambda: self.sought.emit(float("inf")),
            "ask_for_time": self.ask_for_time,
            "turn": self.turned.emit,
            "slower": lambda: self.rate_stepped.emit(-1),
            "faster": lambda: self.rate_stepped.emit(1),
            "loop": self.change_loop,
            "next_theme": self.next_theme,
            "full_screen": self.change_full_screen,
            "take_picture": self.picture_wished.emit,
            "show_keys": lambda: self.key_sheet.setVisible(not self.key_sheet.isVisible()),
            "close_overlay": self.close_overlay,
            "close": self.close,
        }

    def _bind_keys(self) -> None:
        deeds = self.deeds()
        for key in KEYS:
            for sequence in key.keys:
                shortcut = QShortcut(QKeySequence(sequence), self)
                shortcut.setAutoRepeat(key.repeats)
                shortcut.activated.connect(deeds[key.action])

    def ask_for_time(self) -> None:
        """Opens the line that takes a time or an event."""
        if self.mission is not None and self.trajectory is not None:
            self.go_to.ask(self.mission, self.trajectory)

    def change_loop(self) -> None:
        """Repeats at the end, or stops there."""
        self.looping = not self.looping
        self.loop_wished.emit(self.looping)
        self.notice.say("Repeats at the end" if self.looping else "Stops at the end")

    def next_theme(self) -> None:
        """The theme after this one."""
        names = list(THEMES)
        self.set_theme(names[(names.index(self.look.theme.name) + 1) % len(names)])

    def change_full_screen(self) -> None:
        """The whole screen, or a window again."""
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def close_overlay(self) -> None:
        """Closes what lies on top; where nothing does, leaves the full screen."""
        on_top = [overlay for overlay in (self.key_sheet, self.go_to, self.notice) if overlay.isVisible()]
        if on_top:
            on_top[0].hide()
        elif self.isFullScreen():
            self.showNormal()
