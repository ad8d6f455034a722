"""Portraits from the user's own folder: `portraits/<crew id>.png` or `.jpg` below the program's data folder."""

import logging
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QImage, QImageReader, QPainter, QTransform

from mission_gui.system import system

log = logging.getLogger(__name__)

_KINDS = ("png", "jpg", "jpeg")
_SMALLEST_SIDE = 400  # pixels that a portrait is read with: twice the largest disc on a 4K screen


def folder() -> Path:
    """Where the user's portraits are looked for."""
    return system().data_folder() / "portraits"


def portrait(crew_id: str) -> QImage | None:
    """The user's portrait of a person; None where there is none that can be read, which is logged once."""
    for kind in _KINDS:
        path = folder() / f"{crew_id}.{kind}"
        try:
            changed = path.stat().st_mtime_ns
        except OSError:
            continue
        return _read(path, changed)
    return None


@lru_cache(maxsize=32)
def _read(path: Path, changed: int) -> QImage | None:
    """The picture of a file, no larger than is needed; `changed` makes a new version be read again."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if size.isValid() and min(size.width(), size.height()) > _SMALLEST_SIDE:
        side = QSize(_SMALLEST_SIDE, _SMALLEST_SIDE)
        reader.setScaledSize(size.scaled(side, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    if image.isNull():
        log.warning("the portrait %s cannot be shown, initials take its place: %s", path, reader.errorString())
        return None
    return image


def draw_round(painter: QPainter, disc: QRectF, image: QImage) -> None:
    """The largest square of a portrait in a disc: from its middle across, and a little above it, where faces are."""
    side = min(image.width(), image.height())
    left, top = (image.width() - side) / 2, (image.height() - side) / 4
    brush = QBrush(image)
    scale = disc.width() / side
    brush.setTransform(QTransform(scale, 0, 0, scale, disc.left() - left * scale, disc.top() - top * scale))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setBrush(brush)
    painter.drawEllipse(disc)
    painter.restore()
