"""The window of a comparison: controls above the view, and what is being computed, or why it cannot be, over it."""

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QMainWindow

from mission_gui.domain.errors import UserError
from mission_gui.domain.language import spoken
from mission_gui.domain.search import Entries
from mission_gui.language import translate
from mission_gui.panels.comparison_view import ComparisonView
from mission_gui.panels.comparison_words import names
from mission_gui.physics.comparison import ALIGNMENTS, Comparison, compare
from mission_gui.theme import Style, Theme
from mission_gui.window.comparison_bar import ComparisonBar
from mission_gui.window.comparison_chooser import ComparisonChooser
from mission_gui.window.overlays import Curtain, Notice
from mission_gui.window.places import DESIGN, SMALLEST, base_size
from mission_gui.window.roles import Region
from mission_gui.window.steady import Steady


class ComparisonWindow(QMainWindow):
    """Shows the comparison it is given; its signals are wishes.

    `asked` gives the ids of other missions; `listed` asks for the list to choose them from; `left_off` that what is
    computed is wanted no longer; `aligned` tells which event the user chose.
    """

    asked = Signal(object)
    listed = Signal()
    left_off = Signal()
    aligned = Signal(str)
    picture_wished = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, align: str = "touchdown") -> None:
        super().__init__()
        self.look = Style(theme, base_size(DESIGN))
        self.align = align
        self.names: tuple[str, ...] = ()
        self.busy = False
        self.setMinimumSize(SMALLEST)
        Steady(self)
        self.setWindowTitle(f"{translate('Comparison', 'Comparison of flights')} - Mission GUI")
        self._build()
        for number, event_id in enumerate(ALIGNMENTS, 1):
            self._bind(str(number), lambda event_id=event_id: self.align_on(event_id))
        self._bind("Ctrl+M", self.listed.emit)
        self._bind("F12", self.picture_wished.emit)
        self._bind("F11", self._change_full_screen)
        self._bind("Escape", self._leave_off)
        self._bind("Ctrl+W", self.close)

    def _build(self) -> None:
        """Makes all parts, in the language of now."""
        self.language = spoken()
        self.ground = Region(self)
        self.ground.setAccessibleName(translate("Comparison", "Comparison of flights"))
        self.setCentralWidget(self.ground)
        self.bar = ComparisonBar(self.look, self.ground)
        self.view = ComparisonView(self.look, self.ground)
        self.curtain = Curtain(self.look, self.ground)
        self.notice = Notice(self.look, self.ground)
        self.bar.missions_wished.connect(self.listed)
        self.bar.picture_wished.connect(self.picture_wished)
        self.bar.aligned.connect(self.align_on)
        self.bar.tell(self.align)
        self._place()

    def _bind(self, keys: str, deed: object) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(deed)

    @property
    def comparison(self) -> Comparison | None:
        """What is shown."""
        return self.view.comparison

    def rebuild(self) -> None:
        """Makes every part anew: what they wrote out was in another language."""
        comparison, before = self.comparison, self.ground
        self._build()
        before.deleteLater()
        if comparison is not None:
            self.show_comparison(comparison)

    def wish(self, wanted: tuple[str, ...]) -> None:
        """Other missions, by id or path."""
        self.names = wanted
        self.show_progress(0.0, translate("Comparison", "Reading the missions"))
        self.asked.emit(wanted)

    @Slot(object)
    def choose(self, entries: Entries) -> None:
        """Opens the list of missions, those that are compared chosen."""
        if self.findChild(QDialog) is None:
            chooser = ComparisonChooser(entries, self.names, self.look, self)
            chooser.chosen.connect(self.wish)
            chooser.open()

    @Slot(object)
    def show_comparison(self, comparison: Comparison) -> None:
        """The flights over each other, on the event that the user chose."""
        self.busy = False
        self.curtain.hide()
        self.view.show_comparison(comparison)
        self.bar.tell(comparison.align)
        title = ", ".join(names(comparison))
        self.setWindowTitle(f"{title} - Mission GUI")
        self.view.charts.setFocus()

    @Slot(float, str)
    def show_progress(self, fraction: float, text: str) -> None:
        """How far the flights are computed."""
        self.busy = True
        self.curtain.say(translate("Comparison", "Computing the flights; Esc leaves off"), text, fraction)
        self._place()

    @Slot(str)
    def show_error(self, text: str) -> None:
        """Why there is no comparison; other missions can be chosen all the same."""
        self.busy = False
        self.curtain.say(translate("Comparison", "These missions cannot be compared"), text, failed=True)
        self._place()

    @Slot(str)
    def align_on(self, event_id: str) -> None:
        """Another event at T = 0, for these and the next flights."""
        comparison = self.comparison
        if comparison is None:
            self.bar.tell(self.align)
            return
        try:
            flights = [(flown.mission, flown.trajectory) for flown in comparison.flights]
            self.view.show_comparison(compare(flights, event_id))
        except UserError as error:
            self.bar.tell(self.align)
            self.notice.say(str(error))
            return
        self.align = event_id
        self.bar.tell(event_id)
        self.aligned.emit(event_id)

    @Slot()
    def _leave_off(self) -> None:
        """Stops what is computed and goes back to what was shown; where nothing was, closes the window."""
        if self.busy or self.curtain.failed and self.curtain.isVisible():
            self.busy = False
            self.left_off.emit()
            if self.comparison is None:
                self.close()
            self.curtain.hide()
        elif self.view.charts.cursor_t is not None:
            self.view.point(None)
        elif self.isFullScreen():
            self.showNormal()

    def _change_full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        self._restyle(Style(theme, self.look.base))

    def _restyle(self, style: Style) -> None:
        self.look = style
        for part in (self.bar, self.view, self.curtain, self.notice):
            part.restyle(style)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        style = Style(self.look.theme, base_size(self.size()))
        if style != self.look:
            self._restyle(style)
        self._place()

    def _place(self) -> None:
        size, tall = self.size(), self.bar.sizeHint().height()
        self.ground.setGeometry(0, 0, size.width(), size.height())
        self.bar.setGeometry(0, 0, size.width(), tall)
        self.view.setGeometry(0, tall, size.width(), size.height() - tall)
        self.curtain.fit(QRect(0, tall, size.width(), size.height() - tall))
        self.notice.fit(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.left_off.emit()
        self.closed.emit()
        super().closeEvent(event)
