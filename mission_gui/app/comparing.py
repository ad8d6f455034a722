"""A comparison window on a thread of its own, wired; opened from the board, or by itself from the command line."""

import logging
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtWidgets import QWidget

from mission_gui import settings
from mission_gui.app.taking import Taking
from mission_gui.domain.errors import UserError
from mission_gui.domain.language import spoken
from mission_gui.domain.search import Entries
from mission_gui.language import translate
from mission_gui.memory import collected_by_the_loop
from mission_gui.physics.comparison import Comparison
from mission_gui.session.comparing import Comparing, Flights, Question
from mission_gui.theme import THEMES
from mission_gui.window import MainWindow
from mission_gui.window.comparison_chooser import ComparisonChooser
from mission_gui.window.comparison_window import ComparisonWindow
from mission_gui.window.dialogs import dress_application
from mission_gui.window.places import middle_of

if TYPE_CHECKING:
    from mission_gui.export.opening import Pair

_SIZE = QSize(1600, 960)

log = logging.getLogger(__name__)


class ComparisonApp(QObject):
    """Window and thread together, until the window is closed. `aligned` tells which event the user chose."""

    aligned = Signal(str)
    closed = Signal()

    def __init__(
        self, theme: str, align: str, taking: Taking, parent: QObject | None = None, board: QWidget | None = None
    ) -> None:
        """`taking` writes its pictures; it opens on the screen of the `board`, where there is one."""
        super().__init__(parent)
        self.taking, self._board = taking, board
        self._mine: set[Path] = set()
        self._made_from: dict[str, str] = {}
        self.known: Flights = ()
        self.failed = False
        self.session = Comparing(self)
        self.window = ComparisonWindow(THEMES[theme], align)
        self._over: QWidget | None = None
        window, session = self.window, self.session
        window.asked.connect(self._ask)
        window.listed.connect(session.list_missions)
        window.left_off.connect(session.cancel)
        window.aligned.connect(self.aligned)
        window.picture_wished.connect(self.save_picture)
        window.closed.connect(self._close)
        session.progressed.connect(window.show_progress)
        session.compared.connect(window.show_comparison)
        session.failed.connect(window.show_error)
        session.listed.connect(self._choose)
        session.failed.connect(self._fail)
        session.compared.connect(self._succeed)
        taking.told.connect(self._tell)

    def open(self, names: tuple[str, ...]) -> None:
        """Shows the window and has these missions compared."""
        window = self.window
        if window.isVisible():
            window.activateWindow()
        else:
            window.setGeometry(middle_of((self._board or window).screen().availableGeometry(), _SIZE))
            window.show()
        window.wish(names)

    def show(self, pair: "Pair") -> None:
        """Shows the comparison that a picture shows."""
        self._made_from = {side.mission: side.data for side in pair.sides}
        self.window.align = pair.align
        self.open(tuple(side.mission for side in pair.sides))

    def choose(self, names: tuple[str, ...], over: QWidget) -> None:
        """Lets the user choose over another window first, with some missions chosen already."""
        self.window.names, self._over = names, over
        self.session.list_missions.emit()

    @Slot(object)
    def _choose(self, entries: Entries) -> None:
        over, self._over = self._over, None
        if over is None or self.window.isVisible():
            self.window.choose(entries)
            return
        chooser = ComparisonChooser(entries, self.window.names, self.window.look, over)
        chooser.chosen.connect(self.open)
        chooser.rejected.connect(self._close)
        chooser.open()

    @Slot(str)
    def _fail(self, text: str) -> None:
        """Says it on standard error too, for who started it there."""
        self.failed = True
        print(text, file=sys.stderr)

    @Slot(object)
    def _succeed(self, comparison: Comparison) -> None:
        self.failed = False
        made_from, self._made_from = self._made_from, {}
        for mission in (flown.mission for flown in comparison.flights):
            if made_from.get(mission.id, mission.digest) != mission.digest:
                from mission_gui.app.pictures import other_data

                self.window.notice.say(other_data(made_from[mission.id], mission.digest))

    @Slot(object)
    def _ask(self, names: tuple[str, ...]) -> None:
        self.session.ask(Question(names, self.window.align, self.known))

    def dress(self, theme: str) -> None:
        """Another theme, or another language."""
        self.window.set_theme(THEMES[theme])
        if self.window.language != spoken():
            self.window.rebuild()

    @Slot()
    def save_picture(self) -> None:
        """Saves the comparison among the user's pictures, in the format chosen for those; where, is told once it is
        there."""
        from mission_gui.app.pictures import free_name, pictures_folder
        from mission_gui.export.canvas import Canvas
        from mission_gui.export.comparison import ComparisonWish

        comparison, window, wish = self.window.comparison, self.window, settings.read().picture
        if comparison is None:
            return
        try:
            names = "_".join(flown.mission.id for flown in comparison.flights)
            folder = Path(wish.folder) if wish.folder else pictures_folder()
            name = f"compare_{names}_{comparison.align}"
            path = free_name(folder, name, wish.format, self.taking.open)
            canvas = Canvas(window.view.size(), window.devicePixelRatioF())
        except UserError as error:
            window.notice.say(str(error))
            return
        self._mine.add(path)
        self.taking.draw(path, ComparisonWish(comparison, canvas, window.look.theme.name, spoken()))
        window.notice.say(translate("Window", "The picture is being made"))

    @Slot(object, str)
    def _tell(self, path: Path, text: str) -> None:
        if path in self._mine:
            self._mine.remove(path)
            self.window.notice.say(text)

    @Slot()
    def _close(self) -> None:
        self.session.close()
        # Here, and not where Python collects it, which might be another thread.
        self.window.deleteLater()
        self.closed.emit()


class Comparisons(QObject):
    """The comparison that is opened from a board, one at a time: it wears the board's theme, and closes with it."""

    def __init__(self, board: MainWindow, taking: Taking) -> None:
        super().__init__(board)
        self._board, self._taking = board, taking
        self.open: ComparisonApp | None = None
        board.choices.dressed.connect(self._dress)
        board.closed.connect(self._close)

    @Slot()
    def ask(self) -> None:
        """Lets the user choose what to compare the flight on the board with, once that is computed."""
        board = self._board
        if board.mission is None or board.trajectory is None or not board.trajectory.complete:
            return
        joined = self._joined()
        joined.known = ((board.mission, board.trajectory),)
        joined.choose((board.mission.id,), board)

    def show(self, pair: "Pair") -> None:
        """Shows the comparison that a picture shows."""
        self._joined().show(pair)

    def _joined(self) -> ComparisonApp:
        if self.open is None:
            look, alignment = self._board.look, self._board.choices.settings.alignment
            self.open = ComparisonApp(look.theme.name, alignment, self._taking, self, self._board)
            self.open.aligned.connect(self._keep)
            self.open.closed.connect(self._forget)
        return self.open

    @Slot(str)
    def _keep(self, align: str) -> None:
        self._board.choices.keep(alignment=align)

    @Slot()
    def _dress(self) -> None:
        if self.open is not None:
            self.open.dress(self._board.look.theme.name)

    @Slot()
    def _forget(self) -> None:
        if self.open is not None:
            self.open.deleteLater()
            self.open = None

    @Slot()
    def _close(self) -> None:
        if self.open is not None:
            self.open.window.close()


def run_comparison(
    names: tuple[str, ...], align: str | None, wished: Mapping[str, str | None], pair: "Pair | None" = None
) -> int:
    """Opens the window by itself and stays until it is closed; 1 where what was asked last could not be compared.

    `pair` is that of a picture that is shown again.
    """
    from mission_gui.app.start import Signals, application, chosen

    app = application()
    kept = chosen(wished)
    taking = Taking()
    joined = ComparisonApp(kept.theme, align or kept.alignment, taking)
    joined.aligned.connect(_remember)
    dress_application(joined.window.look)
    signals = Signals()
    if pair is None:
        joined.open(names)
    else:
        joined.show(pair)
    try:
        with collected_by_the_loop():
            return app.exec() or int(joined.failed)
    finally:
        signals.close()
        joined.session.close()
        taking.finish()


def _remember(align: str) -> None:
    """Keeps the alignment for the next comparison; where that cannot be, the log says so."""
    try:
        settings.write(replace(settings.read(), alignment=align))
    except OSError as error:
        log.warning("the alignment cannot be kept: %s", error)
