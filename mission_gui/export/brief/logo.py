"""Reads a user's own logo."""

from pathlib import Path

from mission_gui.domain.errors import UserError
from mission_gui.export.brief.deck import Logo

LOGO_SUFFIXES = (".png", ".jpg", ".jpeg")
_MOST = 4 << 20


def read_logo(path: Path) -> Logo:
    """The logo of a file with its size in pixels; UserError where it is no picture, or too large for every file."""
    from PySide6.QtGui import QImage

    if path.suffix.lower() not in LOGO_SUFFIXES:
        raise UserError(f"{path} is not of a kind that can be used")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror}") from None
    if len(content) > _MOST:
        raise UserError(f"{path} has {len(content) >> 20} MB; {_MOST >> 20} MB are enough for a logo")
    image = QImage.fromData(content)
    if image.isNull():
        raise UserError(f"{path} is no picture that can be read")
    suffix = ".png" if path.suffix.lower() == ".png" else ".jpg"
    return Logo(content, suffix, image.width(), image.height(), "")
