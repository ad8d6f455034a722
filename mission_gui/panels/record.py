"""Painting kept as strokes and words instead of pixels, for files that scale: SVG and PDF are written from it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QPen,
    QPicture,
    QPolygonF,
    QTextItem,
    QTransform,
)

_DIRTY = QPaintEngine.DirtyFlag
_POLYLINE = QPaintEngine.PolygonDrawMode.PolylineMode
_ODD_EVEN = QPaintEngine.PolygonDrawMode.OddEvenMode
_HAIR = 1e-3
"""The length of a dot's line: some readers draw nothing for a line without length."""


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """How something is drawn: from its own coordinates to those of the record, within all of the `clips` there."""

    transform: QTransform = field(default_factory=QTransform)
    clips: tuple[QPainterPath, ...] = ()
    opacity: float = 1.0
    pen: QPen = field(default_factory=QPen)
    brush: QBrush = field(default_factory=QBrush)


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A path, filled with the brush and stroked with the pen."""

    ink: Ink
    path: QPainterPath


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A piece of text from a point of its base line on, in the colour of the pen."""

    ink: Ink
    at: QPointF
    text: str
    font: QFont
    width: float


@dataclass(frozen=True, slots=True, eq=False)
class Image:
    """Pixels, where there is nothing else: photographs."""

    ink: Ink
    box: QRectF
    image: QImage


Mark = Shape | Words | Image


class Recorder(QPaintEngine):
    """What Qt paints with; gives every call to the record as a mark."""

    def __init__(self, marks: list[Mark]) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self._marks = marks
        self._ink, self._clipping = Ink(), True
        self._clips: tuple[QPainterPath, ...] = ()
        self._window: tuple[tuple[int, int, int, int], QPainterPath] = ((0, 0, 0, 0), QPainterPath())

    def begin(self, device: object) -> bool:
        self._ink, self._clipping, self._clips = Ink(), True, ()
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:  # noqa: N802
        flags = state.state()
        ink = self._ink
        if flags & _DIRTY.DirtyTransform:
            ink = replace(ink, transform=QTransform(state.transform()))
        if flags & _DIRTY.DirtyPen:
            ink = replace(ink, pen=QPen(state.pen()))
        if flags & _DIRTY.DirtyBrush:
            ink = replace(ink, brush=QBrush(state.brush()))
        if flags & _DIRTY.DirtyOpacity:
            ink = replace(ink, opacity=state.opacity())
        self._ink = ink
        if flags & _DIRTY.DirtyClipEnabled:
            self._clipping = state.isClipEnabled()
        if flags & _DIRTY.DirtyClipPath:
            self._clip(state.clipPath(), state)
        if flags & _DIRTY.DirtyClipRegion:
            path = QPainterPath()
            path.addRegion(state.clipRegion())
            self._clip(path, state)

    def _clip(self, path: QPainterPath, state: QPaintEngineState) -> None:
        operation = state.clipOperation()
        if operation == Qt.ClipOperation.NoClip:
            self._clips = ()
            return
        here = state.transform().map(path)
        self._clips = (*self._clips, here) if operation == Qt.ClipOperation.IntersectClip else (here,)

    def _now(self) -> Ink:
        """The ink with the clips of the painter, and with that of the widget which is painting."""
        bounds = self.systemClip().boundingRect()
        key = bounds.x(), bounds.y(), bounds.width(), bounds.height()
        if key != self._window[0]:
            path = QPainterPath()
            path.addRect(QRectF(bounds))
            self._window = key, path
        window = () if bounds.isEmpty() else (self._window[1],)
        return replace(self._ink, clips=(*window, *(self._clips if self._clipping else ())))

    def drawPath(self, path: QPainterPath) -> None:  # noqa: N802
        self._marks.append(Shape(self._now(), QPainterPath(path)))

    def drawPolygon(self, points: Iterable[QPointF], mode: QPaintEngine.PolygonDrawMode) -> None:  # noqa: N802
        path = QPainterPath()
        path.addPolygon(QPolygonF([QPointF(point) for point in points]))
        path.setFillRule(Qt.FillRule.OddEvenFill if mode == _ODD_EVEN else Qt.FillRule.WindingFill)
        ink = self._now()
        if mode == _POLYLINE:
            ink = replace(ink, brush=QBrush())
        else:
            path.closeSubpath()
        self._marks.append(Shape(ink, path))

    def drawPoints(self, points: Iterable[QPointF]) -> None:  # noqa: N802
        path = QPainterPath()
        for point in points:
            path.moveTo(QPointF(point))
            path.lineTo(QPointF(point) + QPointF(_HAIR, 0))
        self._marks.append(Shape(replace(self._now(), brush=QBrush()), path))

    def drawTextItem(self, at: Any, item: QTextItem) -> None:  # noqa: N802
        if text := item.text():
            self._marks.append(Words(self._now(), QPointF(at), text, _whole(item.font()), item.width()))

    def drawPixmap(self, box: Any, pixmap: Any, source: Any) -> None:  # noqa: N802
        self.drawImage(box, pixmap.toImage(), source)

    def drawImage(self, box: Any, image: QImage, source: Any, flags: object = None) -> None:  # noqa: N802
        part = image.copy(source.toAlignedRect()) if source != QRectF(image.rect()) else image.copy()
        self._marks.append(Image(self._now(), QRectF(box), part))

    def lay(self, record: "Record", at: QPointF, part: QRectF | None) -> None:
        """Adds the marks of another record, from a point of the painter on; of a `part` of it only what is there."""
        self.syncState()
        ink = self._now()
        place = QTransform.fromTranslate(at.x(), at.y()) * ink.transform
        frame = QPainterPath()
        frame.addRect(record.bounds if part is None else record.bounds.intersected(part))
        outer = (*ink.clips, place.map(frame))
        for mark in record.marks:
            own = mark.ink
            clips = (*outer, *(place.map(clip) for clip in own.clips))
            moved = replace(own, transform=own.transform * place, clips=clips, opacity=own.opacity * ink.opacity)
            self._marks.append(replace(mark, ink=moved))


def _whole(font: QFont) -> QFont:
    """A font that takes nothing from where it is set: one of rich text names only what it changes."""
    whole = QFont(font)
    whole.setFamilies(font.families())
    whole.setPixelSize(font.pixelSize())
    whole.setWeight(font.weight())
    whole.setItalic(font.italic())
    whole.setLetterSpacing(font.letterSpacingType(), font.letterSpacing())
    whole.setHintingPreference(font.hintingPreference())
    return whole


class Record(QPicture):
    """A paint device of a size that keeps marks; of `QPicture` it takes only what a device must know of itself."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.bounds = QRectF(0, 0, width, height)
        self.setBoundingRect(self.bounds.toAlignedRect())
        self.marks: list[Mark] = []
        self._engine = Recorder(self.marks)

    def paintEngine(self) -> Recorder:  # noqa: N802
        return self._engine

    def fill(self, color: QColor) -> None:
        """The whole of it in one colour, under all that follows."""
        painter = QPainter(self)
        painter.fillRect(self.bounds, color)
        painter.end()

    def copied(self) -> "Record":
        """A record of its own with the same marks."""
        made = Record(self.bounds.width(), self.bounds.height())
        made.marks.extend(self.marks)
        return made
