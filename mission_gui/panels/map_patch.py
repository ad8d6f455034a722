"""Small pictures that are laid on the map again and again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from mission_gui.panels.layer import Layer, clear_canvas, finite, lay, smooth_painter
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_view import View

_MOST = 24

Key = TypeVar("Key")
Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """A picture and where its corner lies on the map."""

    corner: QPointF
    picture: Layer

    def draw(self, painter: QPainter) -> None:
        """Lays it on the map."""
        lay(painter, self.corner, self.picture)


def patch(view: View, ratio: float, lines: Sequence[Points], rim: float, paint: Callable[[QPainter], None]) -> Patch:
    """What `paint` draws in pixels of the map along some lines and no farther than `rim` from them."""
    size = np.array([view.width, view.height])
    points = np.concatenate([*lines, np.empty((0, 2))]) if lines else size[None, :]
    fine = finite(ratio)
    low = np.floor(np.clip(points.min(axis=0) - rim, 0.0, size - 1) * fine) / fine
    high = np.ceil(np.clip(points.max(axis=0) + rim, low + 1 / fine, size) * fine) / fine
    (left, top), (right, bottom) = low.tolist(), high.tolist()
    picture = clear_canvas(right - left, bottom - top, ratio)
    painter = smooth_painter(picture)
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
