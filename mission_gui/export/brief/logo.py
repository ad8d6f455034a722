"""Reads a user's own logo, and draws one that is an SVG for formats that have none."""

import re
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from mission_gui.domain.errors import UserError
from mission_gui.export.brief.deck import Logo

LOGO_KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}
"""By the endings of files."""
_MOST = 4 << 20
_TALL = 320
"""Pixels of a drawn SVG's height: four for each point of the largest place there is for a logo."""


def read_logo(path: Path) -> Logo:
    """The logo of a file with its size in pixels; UserError where it is no picture, or too large for every file."""
    suffix = path.suffix.lower()
    if suffix not in LOGO_KINDS:
        raise UserError(f"{path} is not of a kind that can be used")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror}") from None
    if len(content) > _MOST:
        raise UserError(f"{path} has {len(content) >> 20} MB; {_MOST >> 20} MB are enough for a logo")
    width, height = _size_of_svg(content) if suffix == ".svg" else _size(content)
    if not (width and height):
        raise UserError(f"{path} is no picture that can be read")
    return Logo(content, suffix, width, height, "")


def _size(content: bytes) -> tuple[float, float]:
    from PySide6.QtGui import QImage

    image = QImage.fromData(content)
    return image.width(), image.height()


def _size_of_svg(content: bytes) -> tuple[float, float]:
    """That of its view box, else of the picture; nought where it tells none."""
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError:
        return 0.0, 0.0
    if root.tag != "{http://www.w3.org/2000/svg}svg":
        return 0.0, 0.0
    numbers = re.split(r"[\s,]+", root.get("viewBox", "").strip())[2:] or [
        root.get("width", ""),
        root.get("height", ""),
    ]
    found = [re.match(r"\d*\.?\d+", number) for number in numbers]
    width, height = (float(match[0]) if match else 0.0 for match in (*found, None, None)[:2])
    return width, height


@lru_cache(maxsize=1)
def pixels(logo: Logo) -> bytes:
    """The logo as PNG or JPEG; an SVG is drawn, for which there has to be an application."""
    if logo.suffix != ".svg":
        return logo.content
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(round(_TALL * logo.width / logo.height), _TALL, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(logo.content)).render(painter)
    painter.end()
    found = QByteArray()
    buffer = QBuffer(found)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know a file's name only
    return bytes(found.data())
