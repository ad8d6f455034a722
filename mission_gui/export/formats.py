"""The formats that pictures are saved in, by the end of the file's name: one file and one line for each."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtGui import QImage

from mission_gui.domain.errors import UserError
from mission_gui.export.pdf import pdf
from mission_gui.export.picture import Picture
from mission_gui.export.png import png, texts
from mission_gui.export.svg import svg
from mission_gui.files import write_for_user


def _png(picture: Picture) -> bytes:
    return _packed(picture, picture.bands())()


def _packed(picture: Picture, bands: Iterable[QImage]) -> Callable[[], bytes]:
    pixels, scale, told = picture.canvas.pixels, picture.canvas.scale, texts(picture.stamp, picture.twin)
    return lambda: png(bands, (pixels.width(), pixels.height()), scale, told)


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


def content_of(picture: Picture, path: Path) -> Callable[[], bytes]:
    """Takes the picture; what it gives makes the content of the file from that, in any thread and at any time.

    UserError names the formats there are.
    """
    made = encoder(path)
    if made is _png and not picture.large:
        return _packed(picture, [picture.image()])
    content = made(picture)
    return lambda: content


def save(picture: Picture, path: Path) -> None:
    """Writes a picture whole or not at all; UserError where that cannot be."""
    write_for_user(path, encoder(path)(picture))
