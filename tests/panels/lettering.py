"""Every piece of text that a panel writes, where it stands: read from the painting itself, whoever painted it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from mission_gui.panels.map_shapes import Points
from mission_gui.panels.record import Record, Shape, Words

_SLACK = 0.75
"""Pixels by which a text may seem to stand out: its box is in whole pixels."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text, the box of its ink, and what of that is to be seen; pixels of the panel."""

    text: str
    ink: QRectF
    seen: QRectF

    @property
    def cut(self) -> bool:
        """Whether a part of it is not to be seen."""
        return not self.seen.adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(self.ink)


def written(widget: QWidget) -> list[Written]:
    """All the texts of a widget and of those in it."""
    record = Record(widget.width(), widget.height())
    widget.render(record)
    return written_in(record)


def written_in(record: Record) -> list[Written]:
    """All the texts of a painting."""
    lines: list[list[Words]] = []
    for mark in record.marks:
        if isinstance(mark, Words) and mark.text.strip():
            if lines and _follows(lines[-1][-1], mark):
                lines[-1].append(mark)
            else:
                lines.append([mark])
    return [_joined(line, record.bounds) for line in lines]


def touching(texts: list[Written], apart: float) -> Iterator[tuple[Written, Written]]:
    """The pairs that are to be seen less than so many pixels apart."""
    shown = [text for text in texts if not text.seen.isEmpty()]
    for a, b in combinations(shown, 2):
        if a.seen.adjusted(-apart, -apart, apart, apart).intersects(b.seen):
            yield a, b


def _start(words: Words) -> QPointF:
    return words.ink.transform.map(words.at)


def _follows(before: Words, after: Words) -> bool:
    """Whether Qt only broke one text in two where its script changes."""
    end, start = _start(before) + QPointF(before.width, 0), _start(after)
    return before.font == after.font and abs(start.y() - end.y()) < 0.01 and abs(start.x() - end.x()) < 0.5


def _joined(line: list[Words], whole: QRectF) -> Written:
    ink, seen = QRectF(), QRectF(whole)
    for words in line:
        box = QFontMetricsF(words.font).tightBoundingRect(words.text).translated(words.at)
        ink = ink.united(words.ink.transform.mapRect(box))
        for clip in words.ink.clips:
            seen = seen.intersected(clip.boundingRect())
    return Written("".join(words.text for words in line), ink, seen.intersected(ink))


def crossed(record: Record, texts: list[Written]) -> Iterator[Written]:
    """The texts that a curve or an upright line runs through."""
    lines = [_points(mark) for mark in record.marks if isinstance(mark, Shape) and _is_line(mark)]
    for text in texts:
        if any(_runs_through(points, text.seen) for points in lines):
            yield text


def _is_line(shape: Shape) -> bool:
    box = shape.path.boundingRect()
    drawn = shape.ink.brush.style() == Qt.BrushStyle.NoBrush and shape.ink.pen.style() != Qt.PenStyle.NoPen
    return drawn and (shape.path.elementCount() > 8 or box.width() < 1 < box.height())


def _points(shape: Shape) -> Points:
    """Points at most a pixel apart, within all clips."""
    path = shape.ink.transform.map(shape.path)
    corners = np.array([(path.elementAt(i).x, path.elementAt(i).y) for i in range(path.elementCount())])
    length = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))])
    steps = np.arange(0.0, length[-1], 0.9)
    x, y = (np.interp(steps, length, corners[:, axis]) for axis in (0, 1))
    inside = np.ones(len(x), dtype=bool)
    for clip in shape.ink.clips:
        box = clip.boundingRect()
        inside &= (x >= box.left()) & (x <= box.right()) & (y >= box.top()) & (y <= box.bottom())
    return np.column_stack([x, y])[inside]


def _runs_through(points: Points, box: QRectF) -> bool:
    x, y = points[:, 0], points[:, 1]
    return bool(((x > box.left()) & (x < box.right()) & (y > box.top()) & (y < box.bottom())).any())
