"""The formats that pictures are saved in, by the end of the file's name: one file and one line for each."""

from collections.abc import Callable
from pathlib import Path

from mission_gui.domain.errors import UserError
from mission_gui.export.pdf import pdf
from mission_gui.export.picture import Picture
from mission_gui.export.png import png, texts
from mission_gui.export.svg import svg
from mission_gui.files import write_for_user


def _png(picture: Picture) -> bytes:
    pixels, scale = picture.canvas.pixels, picture.canvas.scale
    return png(picture.bands(), (pixels.width(), pixels.height()), scale, texts(picture.stamp, picture.twin))


def _svg(picture: Picture) -> bytes:
    return svg(picture.record(), picture.size, picture.stamp, picture.twin)


def _pdf(picture: Picture) -> bytes:
    return pdf(picture.record(), picture.size, picture.stamp, picture.twin)


FORMATS: dict[str, Callable[[Picture], bytes]] = {".png": _png, ".svg": _svg, ".pdf": _pdf}


def encoder(path: Path) -> Callable[[Picture], bytes]:
    """What makes a file of that name; UserError names the formats there are."""
    if path.suffix.lower() not in FORMATS:
        *others, last = FORMATS
        raise UserError(f"{path}: the name of a picture ends in {', '.join(others)} or {last}")
    return FORMATS[path.suffix.lower()]


def save(picture: Picture, path: Path) -> None:
    """Writes a picture whole or not at all; UserError where that cannot be."""
    write_for_user(path, encoder(path)(picture))
