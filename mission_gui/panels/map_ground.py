"""What lies under everything else on the map: the chart with the shade of night, or imagery by day and by night."""

from collections.abc import Generator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPixmap

from mission_gui.panels import map_imagery
from mission_gui.panels.gradual import Gradual
from mission_gui.panels.layer import VECTOR, Layer, lay
from mission_gui.panels.map_night import draw_dark, draw_night
from mission_gui.panels.map_paint import base_steps
from mission_gui.panels.map_view import View
from mission_gui.theme import DARK, LIGHT, Style


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The ground of one view by day, and by night where that is another picture; `rough` while the map moves."""

    view: View
    style: Style
    ratio: float
    day: Layer
    night: QPixmap | None
    rough: bool = False

    def draw(self, painter: QPainter, sun: tuple[float, float]) -> None:
        """Draws it with the Sun above a place (longitude, latitude in degrees)."""
        lay(painter, QPointF(0, 0), self.day)
        if self.night is None:
            draw_night(painter, self.view, self.style, self.ratio, sun, self.rough)
        else:
            draw_dark(painter, self.view, self.ratio, sun, self.night)


def ground_style(view: View, style: Style, imagery: bool) -> Style:
    """The style for what is drawn on the ground: imagery is dark, whatever the theme, but has ice, cloud and sand."""
    shown = imagery and map_imagery.share(view, style) > 0.0 and map_imagery.pictures() is not None
    theme = DARK if style.theme.name in _BRIGHT else style.theme
    return replace(style, theme=replace(theme, rim=_RIM)) if shown else style


_RIM = 0.95
"""How much of imagery the edge about a text hides: what lies under it may be white."""
_PHOTOGRAPHS = 2.0
"""Pixels per unit of imagery in a file that has none for anything else."""
_BRIGHT = frozenset({LIGHT.name})


def ground(view: View, style: Style, ratio: float, imagery: bool, rough: bool = False) -> Ground:
    """The ground of a view; the chart too where imagery is wanted but too coarse, or not installed.

    While the map is on the move a `rough` one will do.
    """
    return Gradual(ground_steps(view, style, ratio, imagery, rough)).value


def ground_steps(
    view: View, style: Style, ratio: float, imagery: bool, rough: bool = False
) -> Generator[None, None, Ground]:
    """The same in steps, none of which takes long."""
    share = map_imagery.share(view, style) if imagery else 0.0
    pictures = map_imagery.pictures() if share else None
    if pictures is None:
        chart = yield from base_steps(view, style, ratio, rough)
        return Ground(view, style, ratio, chart, None, rough)
    if rough:
        return Ground(view, style, ratio, map_imagery.day_layer(pictures, view, ratio, smooth=False), None, rough)
    fine = _PHOTOGRAPHS if ratio == VECTOR else ratio
    day, night = map_imagery.layers(pictures, view, style, fine, share)
    return Ground(view, style, fine, day, night)
