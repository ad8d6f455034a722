"""A picture of a comparison: the same view as in its window, with a caption; the file tells what it shows."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from mission_gui.domain.errors import UserError
from mission_gui.domain.language import spoken
from mission_gui.export.aside import speaking
from mission_gui.export.canvas import Canvas, Plan, plan
from mission_gui.export.comparison_label import caption, comparison_label
from mission_gui.export.drawing import Drawing
from mission_gui.export.formats import save
from mission_gui.export.stamp import Shown
from mission_gui.export.xmp import Label
from mission_gui.panels.comparison_view import ComparisonView
from mission_gui.physics.comparison import Comparison
from mission_gui.theme import THEMES, Style
from mission_gui.window.places import SMALLEST, base_size


@dataclass(frozen=True, slots=True, eq=False)
class ComparisonPicture(Drawing):
    """A comparison without its controls."""

    comparison: Comparison
    view: ComparisonView
    asked: Canvas
    shared: Plan
    shown: Shown

    @property
    def canvas(self) -> Canvas:
        return self.asked

    @property
    def plan(self) -> Plan:
        return self.shared

    @property
    def look(self) -> Style:
        return self.view.look

    @property
    def label(self) -> Label:
        return comparison_label(self.comparison, self.shown)

    def widget(self) -> QWidget:
        return self.view

    def paint_frame(self, painter: QPainter) -> None:
        """Nothing: its caption is a part of the view."""


@contextmanager
def comparison_picture(comparison: Comparison, canvas: Canvas, theme: str = "dark") -> Iterator[ComparisonPicture]:
    """The picture, as long as its widgets last; the same arguments give the same bytes."""
    if theme not in THEMES:
        raise UserError(f"{theme!r} is not a theme; the themes are: {', '.join(THEMES)}")
    shares = plan(canvas, SMALLEST, caption=False, marking=False)
    view = ComparisonView(Style(THEMES[theme], base_size(shares.whole)))
    view.resize(shares.whole)
    view.set_bare(True, caption(comparison))
    view.show_comparison(comparison)
    size = canvas.size
    made = f"size {size.width()}x{size.height()}, scale {canvas.scale:g}"
    shown = Shown(theme=theme, language=spoken(), made=made)
    try:
        yield ComparisonPicture(comparison, view, canvas, shares, shown)
    finally:
        # At once: were it left to Python, it might be collected in another thread.
        Shiboken.delete(view)


@dataclass(frozen=True, slots=True)
class ComparisonWish:
    """A comparison for another process to draw."""

    comparison: Comparison
    canvas: Canvas
    theme: str
    language: str

    def save(self, path: Path) -> None:
        """Draws and writes it; UserError where that cannot be."""
        with speaking(self.language), comparison_picture(self.comparison, self.canvas, self.theme) as picture:
            save(picture, path)
