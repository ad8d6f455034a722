"""The formats that pictures are saved in, by the end of the file's name: one file and one line for each."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtGui import QImage

from mission_gui.domain.errors import UserError
from mission_gui.export.drawing import Drawing
from mission_gui.export.pdf import pdf
from mission_gui.export.png import png, texts
from mission_gui.export.svg import svg
from mission_gui.files import write_for_user


def _png(drawing: Drawing) -> bytes:
    return _packed(drawing, drawing.bands())()


def _packed(drawing: Drawing, bands: Iterable[QImage]) -> Callable[[], bytes]:
    pixels, scale, told = drawing.canvas.pixels, drawing.canvas.scale, texts(drawing.label)
    return lambda: png(bands, (pixels.width(), pixels.height()), scale, told)


def _svg(drawing: Drawing) -> bytes:
    return svg(drawing.record(), drawing.size, drawing.label)


def _pdf(drawing: Drawing) -> bytes:
    return pdf(drawing.record(), drawing.size, drawing.label)


FORMATS: dict[str, Callable[[Drawing], bytes]] = {".png": _png, ".svg": _svg, ".pdf": _pdf}


def encoder(path: Path) -> Callable[[Drawing], bytes]:
    """What makes a file of that name; UserError names the formats there are."""
    if path.suffix.lower() not in FORMATS:
        *others, last = FORMATS
        raise UserError(f"{path}: the name of a picture ends in {', '.join(others)} or {last}")
    return FORMATS[path.suffix.lower()]


def taken_png(drawing: Drawing) -> Callable[[], bytes]:
    """Takes the picture; what it gives makes a PNG of that, in any thread and at any time."""
    return _packed(drawing, [drawing.image()])


def save(drawing: Drawing, path: Path) -> None:
    """Writes a picture whole or not at all; UserError where that cannot be."""
    write_for_user(path, encoder(path)(drawing))
