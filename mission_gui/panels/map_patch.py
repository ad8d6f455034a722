"""Small pictures that are laid on the map again and again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from mission_gui.panels.map_paint import canvas
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_view import View

_MOST = 24

Key = TypeVar("Key")
Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """A picture and where its corner lies on the map."""

    corner: QPointF
    picture: QPixmap

    def draw(self, painter: QPainter) -> None:
        """Lays it on the map."""
        painter.drawPixmap(self.corner, self.picture)


def patch(view: View, ratio: float, lines: Sequence[Points], rim: float, paint: Callable[[QPainter], None]) -> Patch:
    """What `paint` draws in pixels of the map along some lines and no farther than `rim` from them."""
    size = np.array([view.width, view.height])
    points = np.concatenate([*lines, np.empty((0, 2))]) if lines else size[None, :]
    low = np.floor(np.clip(points.min(axis=0) - rim, 0.0, size - 1) * ratio) / ratio
    high = np.ceil(np.clip(points.max(axis=0) + rim, low + 1 / ratio, size) * ratio) / ratio
    (left, top), (right, bottom) = low.tolist(), high.tolist()
    picture = canvas(right - left, bottom - top, ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-left, -top)
    paint(painter)
    painter.end()
    return Patch(QPointF(left, top), picture)


def kept(store: dict[Key, Kept], key: Key, make: Callable[[], Kept], most: int = _MOST) -> Kept:
    """What is stored under the key, made now if it was not; the oldest goes when there are too many."""
    if key not in store:
        if len(store) >= most:
            del store[next(iter(store))]
        store[key] = make()
    return store[key]
