"""The formats that pictures are saved in, by the end of the file's name: one file and one line for each."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage

from mission_gui.domain.errors import UserError
from mission_gui.export.picture import save_png

FORMATS: dict[str, Callable[[QImage, Path], None]] = {
    ".png": save_png,
}


def saver(path: Path) -> Callable[[QImage, Path], None]:
    """What saves a file of that name; UserError names the formats there are."""
    if path.suffix.lower() not in FORMATS:
        raise UserError(f"{path}: the name of a picture ends in {' or '.join(FORMATS)}")
    return FORMATS[path.suffix.lower()]
