"""Words on the descent's line: each where it covers neither another nor a mark, in fewer words where room is short."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QPainter

from mission_gui.panels.layer import lay, pixel_ratio
from mission_gui.panels.map_labels import Box, Label, around, choose, covered, overlap
from mission_gui.panels.map_paint import on_pixel, text_size, text_sprite
from mission_gui.panels.map_shapes import Points
from mission_gui.theme import Style

_MOST_HIDDEN = 0
"""Points of lines that words may cover."""


class Labels:
    """The room for words within `bounds`; `lines` are points (n, 2) that words rather not cover."""

    def __init__(self, painter: QPainter, look: Style, bounds: Box, lines: Sequence[Points]) -> None:
        self.painter, self.look, self.bounds = painter, look, bounds
        self.lines = np.concatenate([*lines, np.empty((0, 2))])
        self.taken: list[Box] = []

    def keep_free(self, *boxes: Box) -> None:
        """Nothing is written there."""
        self.taken += boxes

    def keep_mark(self, x: float, y: float) -> None:
        """A mark that no words may cover."""
        self.taken.append(around(x, y, self.look.px(5)))

    def beside(
        self, wordings: Sequence[str], x: float, y: float, color: str, weight: int = 400, first: int = 0
    ) -> bool:
        """Writes the first wording that has room beside a mark, best on no line; False where none has."""
        font, gap = self.look.sans("small", weight), self.look.px(9)
        wanted = [Label(words, x, y, *text_size(words, font), gap, first) for words in wordings]
        found = [(label.key, choose(label, self.taken, self.bounds, self.lines)) for label in wanted]
        near = [(words, place.box) for words, place in found if place is not None and not place.leader]
        hidden = [covered(box, self.lines) for _, box in near]
        if not near or min(hidden) > _MOST_HIDDEN:
            return False
        words, box = near[hidden.index(min(hidden))]
        self._write(words, box, color, weight)
        return True

    def at(self, wordings: Sequence[str], left: float, top: float, color: str) -> bool:
        """Writes the first wording that has room from a corner on; False where none has."""
        for words in wordings:
            width, height = text_size(words, self.look.sans("small"))
            box = left, top, left + width, top + height
            if not any(overlap(box, other) for other in self.taken) and not covered(box, self.lines):
                self._write(words, box, color, 400)
                return True
        return False

    def _write(self, words: str, box: Box, color: str, weight: int) -> None:
        ratio, rim = pixel_ratio(self.painter), self.look.px(2.0)
        sprite = text_sprite(words, self.look, self.look.sans("small", weight), color, "panel", ratio)
        lay(self.painter, on_pixel(box[0] - rim, box[1] - rim, ratio), sprite)
        self.taken.append(box)
