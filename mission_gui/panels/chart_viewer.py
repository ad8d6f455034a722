"""The owner of the user's view of the charts: what pointer, buttons and menu wish for ends here."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from mission_gui.domain.events import Phase
from mission_gui.language import translate
from mission_gui.panels.chart_menu import PARTING, Entry
from mission_gui.panels.chart_specs import CHARTS, ChartSpec
from mission_gui.panels.chart_view import ChartView
from mission_gui.panels.chart_windows import Window, turned_to, within, zoomed

NOTCH = 0.8
"""How much shorter the stretch gets by a notch of the wheel."""
_BUTTON = 2.0
"""Notches of a press of a button."""


_ANY = Window(float("-inf"), float("inf"))
"""While there is no flight."""


class Viewer(QObject):
    """Changes the view; knows of the flight only what stretch of time it has, and which one is on show."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = ChartView()
        self.whole = self.window = _ANY
        self.t, self.phase = 0.0, Phase.DOCKED

    def set(self, view: ChartView) -> None:
        """Another view."""
        if view != self.view:
            self.view = view
            self.changed.emit()

    def restore(self, view: ChartView) -> None:
        """A view that is none of the user's wishes."""
        self.view = view if view.zoom is None else replace(view, zoom=within(view.zoom, self.whole))

    def zoom(self, notches: float, about: float) -> None:
        """A shorter stretch, or a longer one where negative; `about` stays in its place."""
        if self.whole is not _ANY:
            self.look_at(zoomed(self.window, NOTCH**notches, about, self.whole))

    def zoom_about_now(self, notches: float) -> None:
        """The same about the moment on show, or about the middle where that is elsewhere."""
        window = self.window
        self.zoom(notches, self.t if window.holds(self.t) else (window.start + window.end) / 2)

    def move(self, seconds: float) -> None:
        """Another stretch of the same length."""
        self.look_at(Window(self.window.start + seconds, self.window.end + seconds))

    def look_at(self, window: Window) -> None:
        """A stretch of time that the user chose, as far as the flight goes."""
        if self.whole is not _ANY:
            self.set(replace(self.view, zoom=within(window, self.whole)))

    def show_all(self) -> None:
        """The stretch that the phase picks."""
        self.set(replace(self.view, zoom=None))

    def turn_page(self, before: float, t: float) -> None:
        """Keeps the cursor in a chosen stretch as time runs on, unless the user looks elsewhere."""
        zoom = self.view.zoom
        if zoom is not None and zoom.holds(before) and not zoom.holds(t):
            self.view = replace(self.view, zoom=within(turned_to(zoom, t), self.whole))

    def choose(self, names: tuple[str, ...] | None) -> None:
        """Shows these charts; None leaves the choice to the phase."""
        self.set(replace(self.view, choice=names))

    def toggle(self, name: str) -> None:
        """Shows a chart, or leaves it out."""
        self.set(self.view.toggled(name, self.phase))

    def stack(self, on: bool) -> None:
        """One below the other, or side by side."""
        self.set(replace(self.view, stacked=on))

    def entries(self) -> list[Entry]:
        """Everything that can be changed, as a menu."""
        return [
            Entry(translate("Charts", "As the phase"), partial(self.choose, None), lambda: self.view.choice is None),
            PARTING,
            *(Entry(str(s.title), partial(self.toggle, s.id), partial(self._shows, s)) for s in CHARTS.values()),
            PARTING,
            Entry(
                translate("Charts", "Logarithmic"), menu=[self._log_entry(spec) for spec in CHARTS.values() if spec.log]
            ),
            Entry(translate("Charts", "Stacked"), lambda: self.stack(not self.view.stacked), lambda: self.view.stacked),
            PARTING,
            Entry(translate("Charts", "Shorter stretch"), partial(self.zoom_about_now, _BUTTON)),
            Entry(translate("Charts", "Longer stretch"), partial(self.zoom_about_now, -_BUTTON)),
            Entry(translate("Charts", "Automatic stretch"), self.show_all, lambda: self.view.zoom is None),
        ]

    def _log_entry(self, spec: ChartSpec) -> Entry:
        def is_log() -> bool:
            return self.view.is_log(spec, self.phase)

        return Entry(str(spec.title), lambda: self.set(self.view.with_log(spec.id, not is_log())), is_log)

    def _shows(self, spec: ChartSpec) -> bool:
        return spec in self.view.charts(self.phase)
