"""A record made ready for a file that scales: in the coordinates of the page, clipped no more than needed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen, QRadialGradient, QTransform

from mission_gui.panels.record import Mark, Record, Shape, Words

_RINGS = 24
"""Rings that stand for a radial gradient: PDF as Qt writes it loses the opacity of one."""
_SAME = 1e-6
_CORNERS = 5


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A mark whose clips are one outline of the page, or none."""

    mark: Mark
    clip: QPainterPath | None


def placed(record: Record, part: QRectF | None = None) -> Iterator[Placed]:
    """The marks of a record that are seen in a `part` of it, or at all, in order."""
    seen = record.bounds if part is None else part
    known: dict[tuple[int, ...], QPainterPath] = {}
    for mark in record.marks:
        box = bounds(mark)
        if not box.intersects(seen):
            continue
        clips = [clip for clip in mark.ink.clips if not _covers(clip, box)]
        if not clips:
            yield Placed(mark, None)
            continue
        key = tuple(map(id, clips))
        if key not in known:
            known[key] = reduce(_common, clips)
        if known[key].boundingRect().intersects(box):
            yield Placed(mark, known[key])


def bounds(mark: Mark) -> QRectF:
    """What a mark covers of the page, and a little more."""
    ink = mark.ink
    if isinstance(mark, Shape):
        rim = ink.pen.widthF() * 2 + 1 if ink.pen.style() != Qt.PenStyle.NoPen else 0.0
        own = mark.path.controlPointRect().adjusted(-rim, -rim, rim, rim)
    elif isinstance(mark, Words):
        high = mark.font.pixelSize()
        own = QRectF(mark.at.x() - 1, mark.at.y() - high * 1.2, mark.width + 2, high * 1.6)
    else:
        own = mark.box
    return ink.transform.mapRect(own)


def _covers(clip: QPainterPath, box: QRectF) -> bool:
    return is_box(clip) and clip.boundingRect().contains(box)


def _common(one: QPainterPath, other: QPainterPath) -> QPainterPath:
    if is_box(one) and is_box(other):
        path = QPainterPath()
        path.addRect(one.boundingRect().intersected(other.boundingRect()))
        return path
    return one.intersected(other)


def is_box(path: QPainterPath) -> bool:
    """Whether a path is one upright rectangle."""
    if path.elementCount() != _CORNERS:
        return False
    box = path.boundingRect()
    corners = [path.elementAt(index) for index in range(_CORNERS)]
    upright = all(
        min(abs(c.x - box.left()), abs(c.x - box.right())) < _SAME
        and min(abs(c.y - box.top()), abs(c.y - box.bottom())) < _SAME
        for c in corners
    )
    sides = zip(corners, corners[1:], strict=False)
    return upright and all((abs(a.x - b.x) < _SAME) != (abs(a.y - b.y) < _SAME) for a, b in sides)


def on_page(shape: Shape) -> Shape:
    """A shape in coordinates of the page, where turning and scaling leave the pen round; else as it is."""
    ink, transform = shape.ink, shape.ink.transform
    factor = similarity(transform)
    cosmetic = ink.pen.isCosmetic() or ink.pen.widthF() == 0.0
    if transform.isIdentity() and not cosmetic:
        return shape
    plain = ink.brush.style() in (Qt.BrushStyle.NoBrush, Qt.BrushStyle.SolidPattern)
    if not plain or (factor is None and not cosmetic and ink.pen.style() != Qt.PenStyle.NoPen):
        return shape
    pen = QPen(ink.pen)
    pen.setCosmetic(False)
    pen.setWidthF((pen.widthF() or 1.0) if cosmetic or factor is None else pen.widthF() * factor)
    return Shape(replace(ink, transform=QTransform(), pen=pen), transform.map(shape.path))


def only_shifts(transform: QTransform) -> bool:
    """Whether a transform neither turns nor scales."""
    return transform.m11() == transform.m22() == 1.0 and transform.m12() == transform.m21() == 0.0


def similarity(transform: QTransform) -> float | None:
    """By how much a transform enlarges; None where that depends on the direction."""
    one, two = QPointF(transform.m11(), transform.m12()), QPointF(transform.m21(), transform.m22())
    lengths = [QPointF.dotProduct(v, v) ** 0.5 for v in (one, two)]
    square = abs(QPointF.dotProduct(one, two)) < _SAME and abs(lengths[0] - lengths[1]) < _SAME
    return lengths[0] if square else None


def rings(shape: Shape) -> list[Shape]:
    """A shape filled with a radial gradient as rings of even colour; any other as it is."""
    gradient = shape.ink.brush.gradient()
    if not isinstance(gradient, QRadialGradient):
        return [shape]
    edges = [gradient.radius() * k / _RINGS for k in range(_RINGS + 1)]
    made = []
    for inner, outer in zip(edges, edges[1:], strict=False):
        path = QPainterPath()
        for radius in (inner, outer):
            path.addEllipse(gradient.center(), radius, radius)
        color = color_at(gradient, (inner + outer) / 2 / gradient.radius())
        ink = replace(shape.ink, pen=QPen(Qt.PenStyle.NoPen), brush=QBrush(color))
        made.append(Shape(ink, path.intersected(shape.path)))
    return made


def color_at(gradient: QRadialGradient, place: float) -> QColor:
    """The colour of a gradient between 0 and 1."""
    stops = gradient.stops()
    after = next((k for k, (at, _) in enumerate(stops) if at >= place), len(stops) - 1)
    (start, first), (end, last) = stops[max(after - 1, 0)], stops[after]
    share = (place - start) / (end - start) if end > start else 0.0

    def between(a: float, b: float) -> float:
        return a + (b - a) * share

    return QColor.fromRgbF(
        between(first.redF(), last.redF()),
        between(first.greenF(), last.greenF()),
        between(first.blueF(), last.blueF()),
        between(first.alphaF(), last.alphaF()),
    )
