"""A picture of a comparison: the same view as in its window, with a caption; the file tells what it shows."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from shiboken6 import Shiboken

from mission_gui import __version__
from mission_gui.domain.errors import UserError
from mission_gui.domain.facts import Source, Text
from mission_gui.export.canvas import Canvas, plan
from mission_gui.export.credits import MAP, credit_line
from mission_gui.export.stamp import PROGRAM, SHORT_STATEMENT, STATEMENT
from mission_gui.panels.comparison_view import ComparisonView
from mission_gui.panels.comparison_words import headline, names, since
from mission_gui.physics.comparison import Comparison
from mission_gui.theme import THEMES, Style
from mission_gui.window.places import SMALLEST, base_size

_COUNTED = Text("T from {event}", "T от {event}")
_SOURCES = Text("{number} sources, named in the file", "источников: {number}, названы в файле")


def comparison_image(comparison: Comparison, canvas: Canvas, theme: str = "dark") -> QImage:
    """The comparison without its controls; the same arguments give the same bytes."""
    if theme not in THEMES:
        raise UserError(f"{theme!r} is not a theme; the themes are: {', '.join(THEMES)}")
    size = plan(canvas, SMALLEST, caption=False, marking=False).whole
    view = ComparisonView(Style(THEMES[theme], base_size(size)))
    view.resize(size)
    view.set_bare(True, caption(comparison))
    view.show_comparison(comparison)
    image = QImage(canvas.pixels, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(canvas.pixels.width() / view.width())
    image.fill(view.look.color("window"))
    view.render(image, QPoint(0, 0))
    # At once: were it left to Python, it might be collected in another thread.
    Shiboken.delete(view)
    for key, text in text_keys(comparison).items():
        image.setText(key, text)
    return image


def caption(comparison: Comparison) -> str:
    """Flights, alignment, how it is known, sources and credits in one line, in the language spoken."""
    parts = (
        ", ".join(names(comparison)),
        _COUNTED.format(event=since(comparison.align)),
        SHORT_STATEMENT,
        _SOURCES.format(number=len(sources(comparison))),
        credit_line(MAP),
        PROGRAM,
    )
    return " · ".join(map(str, parts))


def sources(comparison: Comparison) -> tuple[Source, ...]:
    """Those of all missions, each once."""
    found: Iterable[Source] = (source for flown in comparison.flights for source in flown.mission.sources)
    return tuple({(source.title, source.url): source for source in found}.values())


def text_keys(comparison: Comparison) -> dict[str, str]:
    """The keywords of PNG: which flights, on which event, from which data, and how that is known."""
    missions = [flown.mission for flown in comparison.flights]
    parts = (
        *(f"mission {mission.id}, data {mission.digest}" for mission in missions),
        f"aligned on {comparison.align}",
        STATEMENT.en,
    )
    return {
        "Title": f"{' and '.join(mission.name.en for mission in missions)} compared, T from {comparison.align}",
        "Description": headline(comparison),
        "Software": f"mission-gui {__version__}",
        "Comment": "; ".join(parts),
        "Disclaimer": f"{STATEMENT.en} / {STATEMENT.ru}",
        "Source": "; ".join(f"{source.title} {source.url}".strip() for source in sources(comparison)),
        "Copyright": credit_line(MAP).en,
    }
